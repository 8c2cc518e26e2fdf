//! Claims about every text as a code, a reason or a language, and about every payload.
//!
//! `properties` tries generated inputs, the targets of `fuzz` search for more, and `corpus` tries the
//! inputs that they found again.

use close_codes::{CloseCode, CloseEvent, CloseFrame, Reason};

use crate::table::CODES;

/// A text is a code, a reason and a language, if it is one of them, and nothing else.
pub(crate) fn text(text: &str) {
    code(text);
    reason(text);
    description(1001, text);
    description(4321, text);
}

/// A payload is accepted if RFC 6455 allows it, encoded to the same bytes, and gives the same event in
/// every way.
pub(crate) fn payload(payload: &[u8]) {
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
            let event = CloseEvent::from_frame(&frame, true);
            assert_eq!(CloseEvent::browser_received(payload, true), event);
            assert_eq!(CloseEvent::received(frame.parts(), true), event);
        }
        Err(error) => {
            assert!(!is_valid);
            assert!(!error.to_string().is_empty());
            assert!(error.fail_code().is_sendable());
        }
    }
}

/// A code is parsed only from its number and its texts.
pub(crate) fn code(text: &str) {
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
pub(crate) fn reason(text: &str) {
    let reason = Reason::truncate(text);
    let ends = 0..=text.len().min(123);
    let longest = ends.rev().find(|&end| text.is_char_boundary(end));
    assert_eq!(Some(reason.as_str()), longest.map(|end| &text[..end]));
    let whole = (text.len() <= 123).then_some(reason);
    assert_eq!(Reason::new(text).ok(), whole);
    let mut starts = 0..=text.len() / 2;
    let middle = starts.rfind(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let (start, rest) = text.split_at(middle);
    assert_eq!(Reason::from_fmt(format_args!("{start}{rest}")), reason);
}

/// A description is one of the code's, and Chinese if and only if that is asked for.
pub(crate) fn description(number: u16, language: &str) {
    let code = CloseCode::from(number);
    let found = code.description_in(language);
    let chinese = code.description_in("zh-CN");
    assert!([code.description(), chinese].contains(&found));
    let first = language.split('-').next().unwrap_or_default();
    assert_eq!(found == chinese, first.eq_ignore_ascii_case("zh"));
}
