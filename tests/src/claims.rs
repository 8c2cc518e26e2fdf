//! What holds for every text and every payload.
//!
//! `properties` tries generated ones; the targets of `fuzz` look for more, and `corpus` tries
//! those again that they found.

use close_codes::{CloseCode, CloseFrame, Reason};
use close_codes_codegen::{Expansion, Invocation, Source, expand};
use syn::parse_quote;
use toml::de::DeTable;

use crate::CODES;

/// What a table expands to, as an enum `Generated`.
#[must_use]
pub fn expansion(table: &str) -> Expansion {
    let invocation: Invocation = parse_quote! {
        [::close_codes]
        #[close_codes(doctest = "generated")]
        pub enum Generated = "generated.toml";
    };
    let source = Source::new("generated.toml", table.to_owned());
    expand(&invocation, Some(&source))
}

/// A table becomes a file of Rust and, if it is wrong, messages, each with its place.
///
/// # Panics
///
/// If it does not.
pub fn table(table: &str) {
    let Expansion {
        tokens,
        diagnostics,
        ..
    } = expansion(table);
    syn::parse2::<syn::File>(tokens).expect("a file of Rust");
    for diagnostic in &diagnostics {
        assert!(
            !diagnostic.message().trim().is_empty(),
            "an error without words"
        );
        let place = diagnostic.place();
        assert_eq!(place.path(), "generated.toml");
        assert!(place.span().end <= table.len(), "{diagnostic}");
    }
    if DeTable::parse(table.trim_start_matches('\u{FEFF}')).is_err() {
        assert!(!diagnostics.is_empty(), "a text that is not TOML is taken");
    }
}

/// A text is a code, a reason and a language, if it is one of them, and nothing else.
///
/// # Panics
///
/// If it is not.
pub fn text(text: &str) {
    code(text);
    reason(text);
    description(1001, text);
    description(4321, text);
}

/// A payload is accepted as RFC 6455 asks, and then encoded as it was.
///
/// # Panics
///
/// If it is not.
pub fn payload(payload: &[u8]) {
    let is_sendable = |code| matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999);
    let is_valid = match *payload {
        [] => true,
        [high, low, ref reason @ ..] => {
            reason.len() <= 123
                && std::str::from_utf8(reason).is_ok()
                && is_sendable(u16::from_be_bytes([high, low]))
        }
        [_] => false,
    };
    match CloseFrame::<CloseCode>::parse(payload) {
        Ok(frame) => {
            assert!(is_valid);
            assert_eq!(&*frame.encode(), payload);
        }
        Err(error) => {
            assert!(!is_valid);
            assert!(!error.to_string().is_empty());
            assert!(error.fail_code().is_sendable());
        }
    }
}

/// A code is parsed from its number and its texts only.
///
/// # Panics
///
/// If it is not.
pub fn code(text: &str) {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<u16>().ok().filter(|_| is_number);
    let named = CODES.iter().find(|row| {
        let mut texts = row.aliases.iter().chain([&row.name, &row.variant]);
        texts.any(|known| known.eq_ignore_ascii_case(text))
    });
    let expected = number.map(CloseCode::from).or(named.map(|row| row.code));
    match text.parse::<CloseCode>() {
        Ok(code) => assert_eq!(Some(code), expected),
        Err(error) => {
            assert_eq!(expected, None);
            assert!(!error.to_string().is_empty());
        }
    }
}

/// A reason is the longest start that fits.
///
/// # Panics
///
/// If it is not.
pub fn reason(text: &str) {
    let reason = Reason::truncate(text);
    let ends = 0..=text.len().min(123);
    let longest = ends.rev().find(|&end| text.is_char_boundary(end));
    assert_eq!(Some(reason.as_str()), longest.map(|end| &text[..end]));
    let whole = (text.len() <= 123).then_some(reason);
    assert_eq!(Reason::new(text).ok(), whole);
}

/// A description is one of the code's, and Chinese if and only if that is asked for.
///
/// # Panics
///
/// If it is not.
pub fn description(number: u16, language: &str) {
    let code = CloseCode::from(number);
    let found = code.description_in(language);
    let chinese = code.description_in("zh-CN");
    assert!([code.description(), chinese].contains(&found));
    let first = language.split('-').next().unwrap_or_default();
    assert_eq!(found == chinese, first.eq_ignore_ascii_case("zh"));
}
