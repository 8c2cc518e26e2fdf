//! Nothing: the tests are beside, and below are doctests.

/// The code blocks of the README, as doctests; the table that they name is the example's.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
