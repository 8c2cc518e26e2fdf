//! The command line of close-codes.

mod export;
mod table;

fn main() {}
