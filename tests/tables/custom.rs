//! Which codes are custom, and the plain enum of them.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use close_codes::{CloseCode, CloseCodeEnum, NotCustom};
use toml::{Table, Value};

/// Each table, with its plain enum.
macro_rules! tables {
    ($($module:ident $path:literal)*) => {$(
        mod $module {
            close_codes::close_codes! {
                /// Every code.
                #[close_codes(custom = "Custom")]
                pub enum Code = $path;
            }

            #[test]
            fn the_codes_that_the_files_name_are_the_table_s_own() {
                let expected = super::named_by($path);
                let numbers: Vec<u16> = expected.keys().copied().collect();
                assert_eq!(Code::CUSTOM, numbers.as_slice());
                for number in 0..=u16::MAX {
                    let code = Code::from_u16(number);
                    let name = expected.get(&number);
                    assert_eq!(code.is_custom(), name.is_some(), "{code}");
                    assert_eq!(Code::custom(number), name.map(|_| code), "{code}");
                    assert!(name.is_none_or(|name| name == code.name()), "{code}");
                }
                super::is_the_same_by_the_trait::<Code>();
            }

            #[test]
            fn the_plain_enum_has_exactly_these_codes() {
                assert_eq!(Custom::ALL.len(), Code::CUSTOM.len());
                for (&custom, &code) in Custom::ALL.iter().zip(Code::CUSTOM) {
                    super::is_the_same_code(custom, code);
                    assert_eq!(custom.to_code(), code);
                    assert_eq!((custom.as_u16(), custom as u16), (code.as_u16(), code.as_u16()));
                }
                super::is_converted_if_it_is_custom::<Code, Custom>();
            }
        }
    )*};
}

tables! {
    mine "fixtures/mine.toml"
    replaced "fixtures/valid/legacy.toml"
    variants "fixtures/valid/names.toml"
    company "fixtures/custom/company.toml"
    chat "fixtures/custom/chat.toml"
}

/// The names that a file and its extended files give to codes, read without the crate.
fn named_by(path: &str) -> BTreeMap<u16, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(&path).expect("a table");
    let table: Table = text.parse().expect("TOML");
    let mut named = match table.get("extends").and_then(Value::as_str) {
        Some(below) => named_by(sibling(&path, below).to_str().expect("UTF-8")),
        None => BTreeMap::new(),
    };
    for (key, row) in table["codes"].as_table().expect("rows") {
        let (Ok(number), Some(name)) = (key.parse(), name_of(row)) else {
            continue;
        };
        // A row may repeat the name of a standard code.
        let standard = CloseCode::from_u16(number);
        if !standard.is_named() || standard.name() != name {
            named.insert(number, name.to_owned());
        }
    }
    named
}

fn sibling(path: &Path, file: &str) -> PathBuf {
    path.parent().expect("a directory").join(file)
}

fn name_of(row: &Value) -> Option<&str> {
    match row {
        Value::String(name) => Some(name),
        row => row.get("name")?.as_str(),
    }
}

/// The constant and the method of the trait are those of the enum.
fn is_the_same_by_the_trait<C: CloseCodeEnum>() {
    let is_custom = |number: &u16| C::from_u16(*number).is_custom();
    let numbers = (0..=u16::MAX).filter(is_custom);
    assert!(numbers.eq(C::CUSTOM.iter().map(|code| code.as_u16())));
}

/// A plain code has the number, texts, order and conversions of the code.
fn is_the_same_code<C, P>(plain: P, code: C)
where
    C: CloseCodeEnum + From<P>,
    P: Copy + Debug + Ord + std::hash::Hash + std::fmt::Display + Into<u16>,
{
    assert_eq!(C::from(plain), code);
    assert_eq!(plain.into(), code.as_u16());
    assert_eq!(format!("{plain:?}"), format!("{code:?}"));
    assert_eq!(
        format!("{plain} {plain:#} {plain:>40}"),
        format!("{code} {code:#} {code:>40}")
    );
}

/// Custom codes and their numbers become plain codes; others are an error.
fn is_converted_if_it_is_custom<C, P>()
where
    C: CloseCodeEnum + From<P>,
    P: Copy + Debug + PartialEq,
    P: TryFrom<u16, Error = NotCustom<C>> + TryFrom<C, Error = NotCustom<C>>,
{
    for number in 0..=u16::MAX {
        let code = C::from_u16(number);
        let plain = <P as TryFrom<u16>>::try_from(number);
        assert_eq!(plain, <P as TryFrom<C>>::try_from(code));
        match plain {
            Ok(plain) => assert!(code.is_custom() && C::from(plain) == code),
            Err(error) => assert!(!code.is_custom() && error.code() == code),
        }
    }
}

#[test]
fn a_table_on_top_of_another_has_the_codes_of_both() {
    let names: Vec<_> = chat::Code::CUSTOM.iter().map(|code| code.name()).collect();
    assert_eq!(
        names,
        [
            "Handshake Refused",
            "Room Closed",
            "Kicked",
            "Banned",
            "Muted",
            "Room Full",
            "Voice Lost",
        ]
    );
    assert_eq!(chat::Code::Kicked.reason(), "kicked by a moderator");
    assert_eq!(company::Code::Kicked.reason(), "");
}

#[test]
fn a_plain_code_is_a_constant_and_a_cast() {
    const MUTED: u16 = chat::Custom::Muted as u16;
    const CODE: chat::Code = chat::Custom::Muted.to_code();
    const NUMBER: u16 = chat::Custom::Muted.as_u16();
    assert_eq!((MUTED, NUMBER), (4002, 4002));
    assert_eq!(CODE, chat::Code::Muted);
    assert!(chat::Custom::Kicked < chat::Custom::Muted);
    assert_eq!(size_of::<Option<chat::Custom>>(), size_of::<u16>());
}

#[test]
fn the_error_shows_the_code() {
    let error = chat::Custom::try_from(1001).unwrap_err();
    assert_eq!(
        error.to_string(),
        "close code `1001 Going Away`, expected a custom code of the table"
    );
    let error: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert!(error.is::<NotCustom<chat::Code>>());
}

#[test]
#[expect(deprecated)]
fn a_deprecated_code_is_deprecated_in_the_plain_enum_too() {
    assert_eq!(company::Custom::Banned.to_code(), company::Code::Banned);
}

mod empty {
    close_codes::close_codes! {
        #[close_codes(custom = "Custom")]
        pub enum Code = "fixtures/valid/overlay.toml";
    }
}

#[test]
fn a_table_that_names_nothing_has_no_custom_code() {
    assert!(empty::Code::CUSTOM.is_empty() && empty::Custom::ALL.is_empty());
    assert!(named_by("fixtures/valid/overlay.toml").is_empty());
    for number in 0..=u16::MAX {
        let code = empty::Code::from_u16(number);
        assert!(!code.is_custom());
        assert_eq!(empty::Code::custom(number), None);
        let error = empty::Custom::try_from(number).unwrap_err();
        assert_eq!(error.code(), code);
    }
    let nothing: Option<empty::Custom> = None;
    assert!(nothing.is_none_or(|code| match code {}));
}

#[test]
fn the_standard_table_has_no_custom_code() {
    assert!(CloseCode::CUSTOM.is_empty());
    let is_custom = |number| CloseCode::custom(number).is_some();
    assert!(!(0..=u16::MAX).any(is_custom));
    is_the_same_by_the_trait::<CloseCode>();
}

mod visible {
    // A module with this name, which the macro's path must not refer to.
    mod close_codes {}

    pub(super) mod inner {
        ::close_codes::close_codes! {
            #[close_codes(custom = "ForCrate")]
            pub(crate) enum CodeForCrate = "fixtures/mine.toml";
        }
        ::close_codes::close_codes! {
            #[close_codes(custom = "ForParent")]
            pub(super) enum CodeForParent = "fixtures/mine.toml";
        }
        ::close_codes::close_codes! {
            #[close_codes(custom = "Private")]
            enum PrivateCode = "fixtures/mine.toml";
        }

        pub(in crate::custom::visible) fn private() -> u16 {
            Private::SessionTimedOut.into()
        }
    }

    ::close_codes::close_codes! {
        #[close_codes(custom = "Beside")]
        enum CodeBeside = "fixtures/mine.toml";
    }

    pub(super) fn numbers() -> [u16; 3] {
        let parent: inner::CodeForParent = inner::ForParent::SessionTimedOut.into();
        [
            parent.into(),
            inner::private(),
            Beside::SessionTimedOut as u16,
        ]
    }
}

#[test]
fn the_plain_enum_is_as_visible_as_the_invocation_says() {
    let code: visible::inner::CodeForCrate = visible::inner::ForCrate::SessionTimedOut.to_code();
    assert_eq!(code, 4001);
    assert_eq!(visible::numbers(), [4001; 3]);
}

// Each name twice: the `cfg` applies to both enums.
close_codes::close_codes! {
    #[cfg(any())]
    #[close_codes(custom = "ConditionalCode")]
    enum Conditional = "fixtures/valid/legacy.toml";
}

close_codes::close_codes! {
    #[cfg(all())]
    #[close_codes(custom = "ConditionalCode")]
    enum Conditional = "fixtures/mine.toml";
}

#[test]
fn a_condition_is_that_of_the_plain_enum_too() {
    assert_eq!(ConditionalCode::ALL.len(), Conditional::CUSTOM.len());
    assert_eq!(ConditionalCode::SessionTimedOut as u16, 4001);
}
