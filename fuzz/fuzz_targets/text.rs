//! Texts that may be a code, a reason, or a language.
#![no_main]

use close_codes_tests::claims;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| claims::text(text));
