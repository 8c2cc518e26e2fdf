//! Tables, byte by byte.
#![no_main]

#[path = "../../codegen/tests/claims/mod.rs"]
mod claims;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|table: &str| claims::table(table));
