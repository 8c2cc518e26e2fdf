//! `new CloseEvent(type, init)`: the attributes that it has.

use crate::vectors;
use close_codes::{CloseCode, CloseEvent, CloseEventInit, Reason};

use super::object;

const NOT_A_U16: &str = "`code` is a `u16`: there is nothing to convert";
const NOT_TEXT: &str = "`reason` is UTF-8 text: there is nothing to convert";
const NOT_COMPILED: &str = "the compiler rejects the call that throws";

/// What Rust cannot write, and why.
const INEXPRESSIBLE: &[(&str, &str)] = &[
    ("no type", "`type` belongs to the DOM and is not held"),
    ("called without new", NOT_COMPILED),
    ("dict is a number", NOT_COMPILED),
    ("code 65536", NOT_A_U16),
    ("code 65537", NOT_A_U16),
    ("code -1", NOT_A_U16),
    ("code 1.9", NOT_A_U16),
    ("code -0.9", NOT_A_U16),
    ("code NaN", NOT_A_U16),
    ("code Infinity", NOT_A_U16),
    ("code \"4000\"", NOT_A_U16),
    ("code \"x\"", NOT_A_U16),
    ("code null", NOT_A_U16),
    ("code true", NOT_A_U16),
    ("code 2**32+7", NOT_A_U16),
    ("code 1000n", NOT_A_U16),
    ("code Symbol", NOT_A_U16),
    ("reason null", NOT_TEXT),
    ("reason 7", NOT_TEXT),
    ("reason lone surrogate", NOT_TEXT),
    (
        "reason of 200 a: length",
        "a `Reason` has 123 bytes at most, like that of a frame",
    ),
    ("wasClean \"false\"", "`was_clean` is a `bool`"),
    ("wasClean 0", "`was_clean` is a `bool`"),
];

/// The same `init` in Rust, where `undefined` and what is absent are the default.
fn init(case: &str) -> Option<CloseEventInit> {
    let absent = CloseEventInit::default();
    let code = |number| CloseEventInit {
        code: CloseCode::from_u16(number),
        ..absent
    };
    Some(match case {
        "no dict" | "undefined dict" | "null dict" | "{}" | "type 42" | "code undefined"
        | "reason undefined" => absent,
        "code 0" => code(0),
        "code 999" => code(999),
        "code 1005" => code(1005),
        "code 65535" => code(65535),
        "all fields" => CloseEventInit {
            code: CloseCode::from_u16(4000),
            reason: Reason::new("grüß").expect("a short reason"),
            was_clean: true,
        },
        _ => return None,
    })
}

#[test]
fn an_event_has_the_attributes_of_its_init() {
    let file = vectors("chromium-close.json");
    for (case, attributes) in object(&file, "/close_event/construct") {
        let listed = INEXPRESSIBLE.iter().any(|(name, _)| *name == case);
        let Some(init) = init(&case) else {
            assert!(listed, "`{case}` is neither handled nor listed");
            continue;
        };
        assert!(!listed, "`{case}` is both handled and listed");
        let event = CloseEvent::new(init);
        assert_eq!(attributes["code"], event.code().as_u16(), "{case}");
        assert_eq!(attributes["reason"], event.reason(), "{case}");
        assert_eq!(attributes["wasClean"], event.was_clean(), "{case}");
    }
}

#[test]
fn what_cannot_be_expressed_is_in_the_file() {
    let file = vectors("chromium-close.json");
    let cases = object(&file, "/close_event/construct");
    for (case, _) in INEXPRESSIBLE {
        assert!(cases.contains_key(*case), "`{case}`");
    }
}
