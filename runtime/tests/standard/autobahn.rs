//! The payloads of the Autobahn test suite's section 7 through `CloseFrame::parse`.

use close_codes::{CloseCode, CloseFrame};
use serde_json::Value;

use crate::{bytes, vectors};

#[test]
fn every_payload_is_accepted_or_rejected_as_the_suite_asks() {
    let file = vectors("autobahn-close.json");
    let cases = file["cases"].as_array().expect("a list of cases");
    assert_eq!(cases.len(), 31);

    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a string");
        let (id, payload) = (text("id"), bytes(text("payload_hex")));
        let frame = CloseFrame::<CloseCode>::parse(&payload);
        match (text("expect"), frame) {
            ("accept", Ok(frame)) => assert_eq!(frame.encode().as_ref(), payload, "{id}"),
            ("reject", Err(error)) => assert!(
                reply_codes(case).any(|code| error.fail_code() == code),
                "{id}: fails with {}",
                error.fail_code()
            ),
            // The suite only records what an endpoint does with 5000 and 65535.
            ("undefined", Err(error)) => assert_eq!(error.fail_code(), 1002, "{id}"),
            (expect, frame) => panic!("{id}: expected {expect}, got {frame:?}"),
        }
    }
}

fn reply_codes(case: &Value) -> impl Iterator<Item = u16> {
    let codes = case["reply_codes"].as_array().expect("codes to fail with");
    codes
        .iter()
        .map(|code| serde_json::from_value(code.clone()).expect("a code"))
}
