//! The standard enum against the standards, with the feature `macros` and without.

mod autobahn;
mod chromium;
mod claims;
mod corpus;
mod numbers;
mod properties;
#[cfg(feature = "serde")]
mod serde;
mod table;
mod text;

use std::fs;
use std::path::Path;

use serde_json::Value;

/// A file of `tests/vectors`.
fn vectors(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/vectors")
        .join(file);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()));
    // JavaScript strings can contain an unpaired surrogate; Rust and serde_json strings cannot.
    let text = text.replace(r"a\ud800b", r"a\ufffdb");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

/// The bytes of a string of hexadecimal digits.
fn bytes(hex: &str) -> Vec<u8> {
    assert!(hex.len() % 2 == 0, "odd number of digits: {hex}");
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal digits"))
        .collect()
}
