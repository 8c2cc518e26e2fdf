//! Payloads of Close frames.
#![no_main]
#![allow(dead_code)]

#[path = "../../runtime/tests/standard/claims.rs"]
mod claims;
#[path = "../../runtime/tests/standard/table.rs"]
mod table;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| claims::payload(payload));
