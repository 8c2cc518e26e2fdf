//! Rows without a name: columns of any span, and more about codes and ranges of the standard table.

use close_codes::{CloseCode, CodeRange, Reconnect, Sender};

use crate::Overlay;

#[test]
fn a_row_over_every_number_sets_a_column_unless_a_narrower_one_does() {
    for number in 0..=u16::MAX {
        let expected = match number {
            1000 => Reconnect::Never,
            _ => Reconnect::Backoff,
        };
        let code = Overlay::from_u16(number);
        assert_eq!(code.reconnect(), expected, "{code}");
    }
}

#[test]
fn an_overlaid_code_has_what_its_row_says() {
    let code = Overlay::GoingAway;
    assert_eq!(
        format!("{code:#}"),
        "1001 Going Away: The service is being deployed."
    );
    assert_eq!(code.description_in("de"), "Der Dienst wird ausgerollt.");
    assert_eq!(
        code.description_in("zh-CN"),
        CloseCode::GoingAway.description_in("zh-CN")
    );
    assert_eq!(code.reason(), "deploying");
    assert_eq!(code.reference(), Some("Operations handbook, chapter 2"));
    assert_eq!(Overlay::LANGUAGES, ["en", "zh-CN", "de"]);
}

#[test]
fn an_alias_of_an_overlay_comes_on_top_of_those_that_are_there() {
    assert_eq!(Overlay::DEPLOYMENT, Overlay::GoingAway);
    assert_eq!(Overlay::CLOSE_GOING_AWAY, Overlay::GoingAway);
    for text in ["deployment", "CLOSE_GOING_AWAY", "going away", "goingaway"] {
        assert_eq!(text.parse(), Ok(Overlay::GoingAway));
    }
    assert!("deployment".parse::<CloseCode>().is_err());
}

#[test]
fn what_no_row_says_stays_that_of_the_standard_table() {
    for number in 0..=u16::MAX {
        let (code, standard) = (Overlay::from_u16(number), CloseCode::from_u16(number));
        assert_eq!(
            format!("{code:?}: {code}"),
            format!("{standard:?}: {standard}")
        );
        assert_eq!(code.is_sendable(), standard.is_sendable());
        assert_eq!(code.is_browser_sendable(), standard.is_browser_sendable());
        assert_eq!(
            code.range().map(CodeRange::spans),
            standard.range().map(CodeRange::spans)
        );
        if number != 1001 {
            assert_eq!(code.reason(), "");
            if code.is_named() || !code.is_library() {
                assert_eq!(code.description(), standard.description());
                assert_eq!(code.reference(), standard.reference());
            }
        }
    }
}

#[test]
fn a_column_belongs_to_numbers_and_a_text_to_one_range() {
    for number in 0..=u16::MAX {
        let code = Overlay::from_u16(number);
        let is_alert = matches!(number, 1006 | 1011) || code.is_library() && number != 3008;
        assert_eq!(code.is_alert(), is_alert, "{code}");
        let sender = if code.is_application() {
            Sender::Server
        } else {
            CloseCode::from_u16(number).sender()
        };
        assert_eq!(code.sender(), sender, "{code}");
    }

    let range = Overlay::LIBRARY;
    assert_eq!(
        range.description(),
        "A library closed the connection, which ours never do."
    );
    assert_eq!(
        range.description_in("zh-CN"),
        CloseCode::LIBRARY.description_in("zh-CN")
    );
    assert_eq!(range.reference(), Some("Operations handbook, chapter 4"));
    assert_eq!(Overlay::from_u16(3999).description(), range.description());
    assert_eq!(Overlay::from_u16(3999).reference(), range.reference());
    assert_eq!(
        Overlay::APPLICATION.description(),
        CloseCode::APPLICATION.description()
    );
}
