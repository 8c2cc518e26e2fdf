//! Tables, byte by byte.
#![no_main]

use close_codes_tests::claims;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|table: &str| claims::table(table));
