//! Empty: the tests are next to this file, and the doctests below.

/// The code blocks of the README, as doctests; the table that they name is that of the example.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
