//! The feature `serde`: codes as numbers or names, events and frames, in three kinds of formats.

use std::fmt::Debug;

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Serialize};
use close_codes::{CloseEvent, CloseFrame};
use serde_json::json;

use crate::Names;
use crate::custom_table::Mine;

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
    let code = Mine::from(4321);
    comes_back(&code);
    comes_back(&Named { code });
    comes_back(&CloseEvent::<Mine>::received(
        Some((4001, "grüß €😀")),
        true,
    ));
    comes_back(&CloseFrame::<Mine>::from_parts(4001, "bye").unwrap());
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

/// A field for each module that writes text, with a code and without.
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
