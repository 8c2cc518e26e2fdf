//! The feature `serde`: codes as numbers or names, events and frames, in formats of three kinds.

use std::fmt::Debug;

use close_codes::{CloseCode, CloseEvent, CloseEventInit, CloseFrame, Reason, Reconnect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

close_codes::close_codes! {
    enum Mine = "fixtures/mine.toml";
}
close_codes::close_codes! {
    enum Names = "fixtures/valid/names.toml";
}

/// Through JSON, postcard (binary, no names) and `MessagePack` (structs as arrays).
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
    let bytes = rmp_serde::to_vec(value).unwrap();
    assert_eq!(&rmp_serde::from_slice::<T>(&bytes).unwrap(), value);
}

fn error<T: DeserializeOwned + Debug>(json: serde_json::Value) -> String {
    serde_json::from_value::<T>(json).unwrap_err().to_string()
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound = "C: close_codes::CloseCodeEnum")]
struct Named<C> {
    #[serde(with = "close_codes::serde::name")]
    code: C,
}

#[test]
fn every_number_comes_back_as_a_number_and_as_a_name() {
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        assert_eq!(serde_json::to_value(code).unwrap(), json!(number));
        assert_eq!(
            serde_json::from_value::<CloseCode>(json!(number)).unwrap(),
            code
        );
        let json = serde_json::to_value(Named {
            code: Mine::from(number),
        })
        .unwrap();
        assert_eq!(
            serde_json::from_value::<Named<Mine>>(json).unwrap().code,
            number
        );
    }
    for &code in Mine::NAMED {
        comes_back(&code);
        comes_back(&Named { code });
    }
    comes_back(&CloseCode::from(4321));
    comes_back(&Named {
        code: CloseCode::from(4321),
    });
}

#[test]
fn a_name_that_leads_to_another_code_is_replaced_by_the_variant() {
    let timeouts = [3008, 4000].map(|number| Named {
        code: Names::from(number),
    });
    let json = serde_json::to_string(&timeouts).unwrap();
    assert_eq!(json, r#"[{"code":"Timeout"},{"code":"SessionTimeout"}]"#);
    for &code in Names::NAMED {
        comes_back(&Named { code });
    }
}

/// A member for each module that writes texts, with the code there and missing.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound = "C: close_codes::CloseCodeEnum")]
struct Texts<C> {
    #[serde(with = "close_codes::serde::name")]
    name: C,
    #[serde(default, with = "close_codes::serde::name::option")]
    name_option: Option<C>,
    #[serde(with = "close_codes::serde::variant")]
    variant: C,
    #[serde(default, with = "close_codes::serde::variant::option")]
    variant_option: Option<C>,
}

#[test]
fn codes_are_names_or_variants_also_in_an_option() {
    for &code in Names::NAMED {
        let texts = Texts {
            name: code,
            name_option: Some(code),
            variant: code,
            variant_option: Some(code),
        };
        comes_back(&texts);
        let json = serde_json::to_value(&texts).unwrap();
        assert_eq!(json["variant"], json!(format!("{code:?}")));
        assert_eq!(json["variant_option"], json["variant"]);
        assert_eq!(json["name_option"], json["name"]);
        let is_name = json["name"] == code.name();
        assert!(is_name || json["name"] == json["variant"], "{json}");
    }
    let texts = Texts {
        name: Names::from(4321),
        name_option: None,
        variant: Names::from(4321),
        variant_option: None,
    };
    comes_back(&texts);
    let json = r#"{"name":"4321","name_option":null,"variant":"4321","variant_option":null}"#;
    assert_eq!(serde_json::to_string(&texts).unwrap(), json);
    let json = r#"{"name":"4321","variant":"4321"}"#;
    assert_eq!(serde_json::from_str::<Texts<Names>>(json).unwrap(), texts);
    let json = json!({"name": "4321", "variant": "4321", "name_option": "Nothing"});
    assert!(error::<Texts<Names>>(json).starts_with("unknown close code"));
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
        code: Mine::from(4001),
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
        error::<Named<CloseCode>>(json!({"code": 1000})),
        "invalid type: integer `1000`, expected the name or number of a close code"
    );
    assert_eq!(
        error::<CloseEvent>(json!({"reason": "é".repeat(62)})),
        Reason::new(&"é".repeat(62)).unwrap_err().to_string()
    );
    let twice = serde_json::from_str::<CloseEvent>(r#"{"code":1,"code":2}"#).unwrap_err();
    assert!(twice.to_string().starts_with("duplicate field `code`"));
}
