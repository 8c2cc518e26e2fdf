//! `close()` of a WebSocket: which codes and reasons it accepts, and what it throws.

use std::collections::BTreeSet;

use crate::vectors;
use close_codes::{BrowserCloseError, check_browser_close};
use serde_json::Value;

use super::{object, of_case, spans, thrown};

const VALIDATION: &str = "/websocket_close_validation";

/// What `check_browser_close` would throw.
fn throws(code: Option<u16>, reason: &str) -> Option<&'static str> {
    check_browser_close(code, reason)
        .err()
        .map(|error| error.name())
}

#[test]
fn every_code_is_accepted_or_rejected_as_by_the_browser() {
    let file = vectors("chromium-close.json");
    for sweep in ["full_sweep", "full_sweep_closed"] {
        let sweep = &file["websocket_close_validation"][sweep];
        let accepted: BTreeSet<u16> = spans(&sweep["accepted"]).collect();
        let rejected: BTreeSet<u16> = spans(&sweep["rejected"]["InvalidAccessError"]).collect();
        assert_eq!(accepted.len() + rejected.len(), 65536);
        assert!(accepted.is_disjoint(&rejected));

        for code in accepted {
            assert_eq!(throws(Some(code), ""), None, "{code}");
        }
        for code in rejected {
            let error = BrowserCloseError::InvalidAccess { code: Some(code) };
            assert_eq!(check_browser_close(Some(code), ""), Err(error));
            assert_eq!(error.name(), "InvalidAccessError");
        }
    }
}

/// `readyState` after an accepted call.
const CLOSING: u64 = 2;

#[test]
fn the_state_of_the_socket_does_not_matter() {
    let file = vectors("chromium-close.json");
    let exceptions = &file["websocket_close_validation"]["connecting_sweep_of_rejected"];
    assert_eq!(
        exceptions["exceptions_to_the_rule"],
        Value::Array(Vec::new())
    );

    for (state, before) in [("connecting_socket", 0), ("open_socket", 1)] {
        for (code, outcome) in object(&file, &format!("{VALIDATION}/{state}")) {
            let ours = throws(Some(code.parse().expect("a code")), "");
            assert_eq!(ours, thrown(&outcome["error"]), "{state}, {code}");
            let after = if ours.is_none() { CLOSING } else { before };
            assert_eq!(outcome["rsAfter"], after, "{state}, {code}");
        }
    }
    for (code, outcome) in object(&file, &format!("{VALIDATION}/second_call")) {
        let first = check_browser_close(Some(code.parse().expect("a code")), "");
        assert_eq!(
            outcome["rs"] == CLOSING,
            first.is_ok(),
            "first call with {code}"
        );
        let second = throws(Some(999), "");
        assert_eq!(
            second,
            thrown(&outcome["secondCallWith999"]),
            "second call after {code}"
        );
    }
}

/// The argument in JavaScript, and the number that the browser converts it to. `close()` clamps, and
/// does not round as Web IDL requires.
const COERCED: &[(&str, Option<u16>)] = &[
    ("65536", Some(65535)),
    ("undefined", None),
    ("null", Some(0)),
    ("NaN", Some(0)),
    ("-1", Some(0)),
    ("66536 (65536+1000)", Some(65535)),
    ("1000.4", Some(1000)),
    ("1000.5", Some(1000)),
    ("1000.6", Some(1000)),
    ("999.5", Some(999)),
    ("999.6", Some(999)),
    ("\"1000\"", Some(1000)),
    ("\"abc\"", Some(0)),
    ("Infinity", Some(65535)),
    ("{}", Some(0)),
    ("true", Some(1)),
    ("[3000]", Some(3000)),
];

/// Arguments that the browser does not convert to a number; Rust has no such argument.
const NOT_COERCED: &[&str] = &["1000n", "Symbol()"];

#[test]
fn a_coerced_code_is_accepted_or_rejected_as_its_number() {
    let file = vectors("chromium-close.json");
    let cases = object(&file, &format!("{VALIDATION}/code_coercion"));
    assert_eq!(cases.len(), COERCED.len() + NOT_COERCED.len());

    for (argument, outcome) in cases {
        if NOT_COERCED.contains(&argument.as_str()) {
            assert_eq!(thrown(&outcome), Some("TypeError"), "{argument}");
            continue;
        }
        let code = *of_case(COERCED, &argument);
        assert_eq!(throws(code, ""), thrown(&outcome), "{argument}");
        if let (Some(message), Some(code)) = (outcome["message"].as_str(), code) {
            assert!(
                message.contains(&format!(" {code} is neither.")),
                "{argument}: {message}"
            );
        }
    }
}

/// The text that is repeated. A lone surrogate becomes U+FFFD on its way into `close()`.
const REPEATED: &[(&str, &str)] = &[
    ("a (1 byte)", "a"),
    ("é (2 bytes)", "é"),
    ("€ (3 bytes)", "€"),
    ("😀 (4 bytes)", "😀"),
    ("lone surrogate D800 (3 bytes as U+FFFD)", "\u{fffd}"),
];

#[test]
fn a_reason_is_too_long_exactly_if_the_browser_says_so() {
    let file = vectors("chromium-close.json");
    let cases = object(&file, &format!("{VALIDATION}/reason_lengths"));
    assert_eq!(cases.len(), REPEATED.len());

    for (case, outcome) in cases {
        let text = of_case(REPEATED, &case);
        let accepted: BTreeSet<u16> = spans(&outcome["accepted_repeats"]).collect();
        let longest = accepted
            .last()
            .map(|&repeats| text.repeat(repeats.into()).len());
        assert_eq!(
            longest,
            Some(number(&outcome["max_accepted_bytes"])),
            "{case}"
        );

        for repeats in 0..=200 {
            let reason = text.repeat(repeats.into());
            let expected = if accepted.contains(&repeats) {
                Ok(())
            } else {
                Err(BrowserCloseError::Syntax { len: reason.len() })
            };
            assert_eq!(
                check_browser_close(Some(1000), &reason),
                expected,
                "{case}, {repeats} times"
            );
        }

        let rejected = &outcome["first_rejected"];
        let reason = text.repeat(number(&rejected["first_repeat"]));
        assert_eq!(reason.len(), number(&rejected["bytes"]), "{case}");
        assert_eq!(throws(Some(1000), &reason), thrown(rejected), "{case}");
    }
}

#[test]
fn a_reason_is_measured_in_bytes() {
    let file = vectors("chromium-close.json");
    let reasons = [
        ("122 a + é (124 B)", "a".repeat(122) + "é"),
        ("121 a + é (123 B)", "a".repeat(121) + "é"),
    ];
    let cases = object(&file, &format!("{VALIDATION}/reason_mixed"));
    assert_eq!(cases.len(), reasons.len());
    for (case, outcome) in cases {
        let reason: &String = of_case(&reasons, &case);
        assert_eq!(throws(Some(1000), reason), thrown(&outcome), "{case}");
    }
}

/// Chromium distinguishes an empty reason from a missing one, and throws if it is the only argument.
/// The WHATWG standard does not, and `check_browser_close` cannot: for both, nothing was given.
const EMPTY_REASON_ALONE: &str = "undefined code + empty reason";

#[test]
fn the_code_is_checked_before_the_reason() {
    let file = vectors("chromium-close.json");
    let long = "a".repeat(124);
    let calls: [(&str, (Option<u16>, &str)); 7] = [
        ("bad code + long reason", (Some(999), &long)),
        ("undefined code + long reason", (None, &long)),
        ("undefined code + short reason", (None, "a")),
        (EMPTY_REASON_ALONE, (None, "")),
        ("undefined + undefined", (None, "")),
        ("1000 + undefined", (Some(1000), "")),
        ("1000 + null", (Some(1000), "null")),
    ];
    let cases = object(&file, &format!("{VALIDATION}/check_order"));
    assert_eq!(cases.len(), calls.len());
    for (case, outcome) in cases {
        let (code, reason) = *of_case(&calls, &case);
        let equal = throws(code, reason) == thrown(&outcome);
        assert_eq!(equal, case != EMPTY_REASON_ALONE, "{case}");
    }
}

fn number(value: &Value) -> usize {
    let number = value.as_u64().expect("a number");
    number.try_into().expect("a small number")
}
