//! Names that a variant cannot have, or that are taken.

use close_codes::CloseCode;

use crate::Names;

#[test]
fn a_code_may_be_shown_by_the_name_of_a_standard_code_which_leads_to_that() {
    let code = Names::SessionTimeout;
    assert_eq!((code.as_u16(), code.name()), (4000, "Timeout"));
    assert_eq!(format!("{code} {code:?}"), "4000 Timeout SessionTimeout");
    assert_eq!(Names::Timeout.to_string(), "3008 Timeout");

    assert_eq!("Timeout".parse(), Ok(Names::Timeout));
    assert_eq!("timeout".parse(), Ok(Names::Timeout));
    assert_eq!("SessionTimeout".parse(), Ok(code));
    assert_eq!(CloseCode::from(Names::Timeout), CloseCode::Timeout);
}

#[test]
fn a_code_may_be_shown_by_the_name_of_a_range() {
    let code = Names::LibraryFailed;
    assert_eq!(code.to_string(), "4001 Library");
    assert_eq!("library".parse(), Ok(code));
    assert_eq!(code.range(), Some(Names::APPLICATION));
    assert!(!code.is_library());
    assert_eq!(Names::from_u16(3999).to_string(), "3999 Library");
}

#[test]
fn a_variant_is_the_row_s_or_made_from_the_words_of_the_name() {
    for (code, number, variant, name) in [
        (
            Names::SecondFactorRequired,
            4002,
            "SecondFactorRequired",
            "2FA required",
        ),
        (
            Names::CouldntParseSeqV2V3,
            4003,
            "CouldntParseSeqV2V3",
            "Couldn't parse `seq` (v2/v3)",
        ),
        (
            Names::AlreadyConnected,
            4004,
            "AlreadyConnected",
            "already_connected",
        ),
        (Names::超时, 4005, "超时", "超时"),
    ] {
        assert_eq!(Names::from_u16(number), code);
        assert_eq!((format!("{code:?}").as_str(), code.name()), (variant, name));
        assert_eq!((name.parse(), variant.parse()), (Ok(code), Ok(code)));
    }
}

#[test]
fn an_alias_need_not_be_an_identifier() {
    for text in ["Timed Out", "timed out", "2LATE", "超时"] {
        assert_eq!(text.parse(), Ok(Names::超时), "{text}");
    }
}

#[test]
fn a_range_may_have_another_variant_than_its_name_makes() {
    let code = Names::from_u16(4150);
    assert!(matches!(code, Names::Game(unnamed) if unnamed.as_u16() == 4150));
    assert_eq!(format!("{code:?}: {code}"), "Game(4150): 4150 Game (v2)");
    assert_eq!(
        (Names::GAME.name(), Names::GAME.spans()),
        ("Game (v2)", &[4100..=4199][..])
    );
    assert!(code.is_game() && code.is_application());
}
