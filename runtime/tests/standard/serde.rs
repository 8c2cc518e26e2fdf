//! The feature `serde` through JSON.

use std::fmt::Debug;

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Serialize};
use close_codes::{CloseCode, CloseEvent, CloseEventInit, CloseFrame, Reason, Reconnect};
use serde_json::json;

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

fn error<T: DeserializeOwned + Debug>(json: serde_json::Value) -> String {
    serde_json::from_value::<T>(json).unwrap_err().to_string()
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Named {
    #[serde(with = "close_codes::serde::name")]
    code: CloseCode,
}

#[test]
fn every_number_comes_back() {
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        assert_eq!(serde_json::to_value(code).unwrap(), json!(number));
        comes_back(&code);
        comes_back(&Named { code });
    }
}

#[test]
fn codes_are_keys_of_maps() {
    let counts = std::collections::BTreeMap::from([(CloseCode::GoingAway, 3)]);
    assert_eq!(serde_json::to_string(&counts).unwrap(), r#"{"1001":3}"#);
    comes_back(&counts);
}

#[test]
fn an_event_has_the_members_and_the_defaults_of_the_web() {
    let default = CloseEvent::<CloseCode>::new(CloseEventInit::default());
    let members = json!({"code": 0, "reason": "", "wasClean": false});
    assert_eq!(serde_json::to_value(default).unwrap(), members);
    for json in [json!({}), json!({"isTrusted": true}), members] {
        assert_eq!(serde_json::from_value::<CloseEvent>(json).unwrap(), default);
    }
    let event = CloseEvent::new(CloseEventInit {
        code: CloseCode::from(4001),
        reason: Reason::truncate("grüß €😀"),
        was_clean: true,
    });
    comes_back(&event);
    comes_back(&default);
}

#[test]
fn a_frame_that_is_read_may_be_sent() {
    comes_back(&CloseFrame::<CloseCode>::empty());
    comes_back(&CloseFrame::new(CloseCode::GoingAway, Reason::truncate("bye")).unwrap());
    assert_eq!(
        serde_json::from_value::<CloseFrame>(json!({})).unwrap(),
        CloseFrame::empty()
    );
    assert_eq!(
        error::<CloseFrame>(json!({"code": 1006})),
        "close code `1006 Abnormal Closure`, expected one that may be in a Close frame (RFC 6455 §7.4)"
    );
    assert_eq!(
        error::<CloseFrame>(json!({"reason": "bye"})),
        "close reason without a code, expected both or none"
    );
}

#[test]
fn values_of_columns_are_the_texts_of_the_table() {
    assert_eq!(
        serde_json::to_value(Reconnect::Backoff).unwrap(),
        json!("backoff")
    );
    comes_back(&Reconnect::Backoff);
    assert_eq!(
        error::<Reconnect>(json!("soon")),
        "unknown value, expected `unspecified`, `immediately`, `backoff`, `resume`, `after_change` or `never`"
    );
}

#[test]
fn errors_say_what_was_expected() {
    for (json, found) in [
        (json!(65536), "invalid value: integer `65536`"),
        (json!(-1), "invalid value: integer `-1`"),
        (json!(1000.5), "invalid type: floating point `1000.5`"),
        (json!("1000"), "invalid type: string \"1000\""),
        (json!(null), "invalid type: null"),
    ] {
        let expected = format!("{found}, expected a close code, a number from 0 to 65535");
        assert_eq!(error::<CloseCode>(json), expected);
    }
    assert_eq!(
        error::<Named>(json!({"code": 1000})),
        "invalid type: integer `1000`, expected a text: the name of a close code, or its number in digits"
    );
    assert_eq!(
        error::<CloseEvent>(json!({"reason": "é".repeat(62)})),
        Reason::new(&"é".repeat(62)).unwrap_err().to_string()
    );
    let twice = serde_json::from_str::<CloseEvent>(r#"{"code":1,"code":2}"#).unwrap_err();
    assert!(twice.to_string().starts_with("duplicate field `code`"));
}
