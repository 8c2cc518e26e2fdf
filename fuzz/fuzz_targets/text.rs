//! Texts that may be a code, a reason, or a language.
#![no_main]
#![allow(dead_code)]

#[path = "../../runtime/tests/standard/claims.rs"]
mod claims;
#[path = "../../runtime/tests/standard/table.rs"]
mod table;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| claims::text(text));
