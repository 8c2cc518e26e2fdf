//! Payloads of Close frames.
#![no_main]

use close_codes_tests::claims;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|payload: &[u8]| claims::payload(payload));
