//! Claims about every payload and every text, tried with generated inputs.
//!
//! The cases are the same in every run. For more and different ones:
//!
//! ```text
//! PROPTEST_CASES=10000 PROPTEST_RNG_SEED=1 cargo test -p close-codes --test standard
//! ```

#[path = "../../../codegen/tests/properties/inputs.rs"]
mod inputs;

use proptest::collection::vec;
use proptest::prelude::*;

use self::inputs::{cases, edited, edits};
use crate::claims;
use crate::table::CODES;

/// Payloads, many of them accepted.
fn payloads() -> impl Strategy<Value = Vec<u8>> {
    let code = prop_oneof![any::<u16>(), 990..1020_u16, 2990..5010_u16];
    let text = r"\PC{0,60}".prop_map(String::into_bytes);
    let reason = prop_oneof![4 => text, 1 => vec(any::<u8>(), 0..130)];
    let framed =
        (code, reason).prop_map(|(code, reason)| [code.to_be_bytes().to_vec(), reason].concat());
    prop_oneof![4 => framed, 1 => vec(any::<u8>(), 0..130)]
}

/// Texts that are nearly a code.
fn codes() -> impl Strategy<Value = String> {
    let names = CODES.iter().flat_map(|row| {
        let texts = row.aliases.iter().chain([&row.name, &row.variant]);
        texts
            .map(|text| (*text).to_owned())
            .chain([row.code.to_string()])
    });
    prop_oneof![
        any::<String>(),
        any::<u32>().prop_map(|number| number.to_string()),
        "[+-]?0{0,3}[0-9]{1,6}",
        (
            prop::sample::select(names.collect::<Vec<_>>()),
            vec((any::<prop::sample::Index>(), edits()), 0..2)
        )
            .prop_map(|(name, edits)| edited(&name, &edits)),
    ]
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn an_accepted_payload_is_encoded_as_it_was(payload in payloads()) {
        claims::payload(&payload);
    }

    #[test]
    fn a_code_is_parsed_from_its_number_and_its_texts_only(text in codes()) {
        claims::code(&text);
    }

    #[test]
    fn a_reason_is_the_longest_start_that_fits(text in prop_oneof![r"\PC{0,140}", "[a-zé超🌊]{0,140}", "[🌊]{25,40}"]) {
        claims::reason(&text);
    }

    #[test]
    fn a_description_is_one_of_the_code(number: u16, language in prop_oneof![any::<String>(), "[a-zA-Z]{0,3}(-[a-zA-Z0-9*]{0,9}){0,4}", "[zZ][hH](-[a-zA-Z]{1,4}){0,3}"]) {
        claims::description(number, &language);
    }
}
