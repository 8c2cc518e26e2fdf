//! Numbers and names with a history: replaced, reserved, deprecated or renamed.

use close_codes::{CloseCode, CloseFrame, CodeRange, Sender};

use crate::Legacy;

#[test]
fn a_code_that_replaces_a_standard_one_has_its_number_and_nothing_else_of_it() {
    let code = Legacy::HandshakeTimeout;
    assert_eq!(code, 3000);
    assert_eq!(Legacy::from(CloseCode::Unauthorized), code);
    assert_eq!(CloseCode::from(code), CloseCode::Unauthorized);
    assert_eq!(code.to_string(), "3000 Handshake Timeout");
    assert_eq!(
        code.description(),
        "The first message did not come in time."
    );
    assert_eq!(code.description_in("zh-CN"), code.description());
    assert_eq!(code.reference(), None);
    assert_eq!("handshake timeout".parse(), Ok(code));
    assert!("Unauthorized".parse::<Legacy>().is_err());
    assert!(code.is_browser_sendable() && code.is_library());
}

#[test]
fn a_reserved_number_can_be_named_where_the_row_allows_it() {
    let code = Legacy::BadCompression;
    assert_eq!(code, 2100);
    assert!(code.is_named() && code.is_extension() && code.is_sendable());
    assert_eq!(
        (code.range(), code.sender()),
        (Some(Legacy::EXTENSION), Sender::Either)
    );
    assert!(CloseFrame::from_code(code).is_ok());
    assert!(CloseFrame::from_code(Legacy::from_u16(2101)).is_err());
    assert!(matches!(Legacy::from_u16(2101), Legacy::Extension(_)));
    assert!(!CloseCode::from(code).is_sendable());
}

#[test]
fn a_range_of_reserved_numbers_can_be_had_where_the_row_allows_it() {
    for number in 2000..=2999 {
        let code = Legacy::from_u16(number);
        assert!(code.is_extension());
        assert_eq!(code.is_draft(), number >= 2900, "{number}");
        assert_eq!(matches!(code, Legacy::Draft(_)), number >= 2900, "{number}");
        assert_eq!(
            code.is_sendable(),
            number >= 2900 || number == 2100,
            "{number}"
        );
    }
    assert_eq!(Legacy::DRAFT.reference(), Some("Draft 3, section 9"));
    assert_eq!(
        Legacy::from_u16(2999).reference(),
        Legacy::DRAFT.reference()
    );
    let names = Legacy::RANGES.iter().map(CodeRange::name);
    assert!(names.eq([
        "Unused",
        "Reserved",
        "Extension",
        "Draft",
        "Library",
        "Application",
        "Undefined"
    ]));
}

#[test]
fn an_alias_is_parsed_and_is_a_constant_where_it_is_an_identifier() {
    assert_eq!(Legacy::KICKED, Legacy::Evicted);
    #[expect(non_snake_case, reason = "the alias is what it is")]
    let Kick = Legacy::Kick;
    assert_eq!(Kick, Legacy::Evicted);
    for text in ["KICKED", "kicked", "kick", "thrown out", "THROWN OUT"] {
        assert_eq!(text.parse(), Ok(Legacy::Evicted), "{text}");
    }
    assert!("thrown_out".parse::<Legacy>().is_err());
    assert!(matches!(Legacy::from_u16(4000), Legacy::KICKED));
}

#[test]
fn whoever_names_a_deprecated_variant_is_warned() {
    // An unfulfilled expectation is an error in these tests.
    #[expect(deprecated)]
    let own = Legacy::Banned;
    #[expect(deprecated)]
    let standard = Legacy::MandatoryExt;
    for (code, number, text) in [(own, 4001, "banned"), (standard, 1010, "mandatory ext.")] {
        assert_eq!(Legacy::from_u16(number), code);
        assert_eq!(text.parse(), Ok(code));
    }
}

#[test]
fn a_reason_is_the_text_that_the_frame_proposes() {
    assert_eq!(Legacy::Evicted.reason(), "removed by a moderator");
    let frame = CloseFrame::from_code(Legacy::Evicted).expect("a code to send");
    assert_eq!(&frame.encode()[..], b"\x0f\xa0removed by a moderator");
}
