//! A table of one's own: the standard one with three names more.

use close_codes::{CloseCode, CloseEvent, CloseFrame, Reason, Reconnect, Sender};

close_codes::close_codes! {
    /// Why the connection of the test was closed.
    pub enum Mine = "fixtures/mine.toml";
}

const OWN: [Mine; 3] = [
    Mine::HandshakeExpected,
    Mine::SessionTimedOut,
    Mine::InvalidIntents,
];

fn all() -> impl Iterator<Item = (Mine, CloseCode)> {
    (0..=u16::MAX).map(|number| (Mine::from_u16(number), CloseCode::from_u16(number)))
}

#[test]
fn every_number_is_the_same_in_both_tables() {
    for (mine, standard) in all() {
        assert_eq!(mine.code(), standard.code());
        assert_eq!(Mine::from(standard), mine);
        assert_eq!(CloseCode::from(mine), standard);
    }
}

#[test]
fn what_is_not_in_the_own_table_is_that_of_the_standard_one() {
    for (mine, standard) in all().filter(|(mine, _)| !OWN.contains(mine)) {
        assert_eq!(format!("{mine:?}"), format!("{standard:?}"));
        assert_eq!(format!("{mine:#}"), format!("{standard:#}"));
        assert_eq!(
            mine.description_in("zh-CN"),
            standard.description_in("zh-CN")
        );
        assert_eq!(mine.reason(), standard.reason());
        assert_eq!(mine.reference(), standard.reference());
        assert_eq!(mine.is_named(), standard.is_named());
        assert_eq!(mine.sender(), standard.sender());
        assert_eq!(mine.reconnect(), standard.reconnect());
    }
}

#[test]
fn what_is_true_of_a_range_is_true_of_the_own_codes_in_it() {
    for (mine, standard) in all() {
        let names = |range: &close_codes::CodeRange| (range.name(), range.description());
        assert_eq!(mine.range().map(names), standard.range().map(names));
        assert_eq!(mine.is_sendable(), standard.is_sendable());
        assert_eq!(mine.is_browser_sendable(), standard.is_browser_sendable());
        assert_eq!(mine.is_library(), standard.is_library());
        assert_eq!(mine.is_application(), standard.is_application());
        assert_eq!(
            Mine::APPLICATION.contains(mine.code()),
            mine.is_application()
        );
    }
}

#[test]
fn an_own_code_has_what_its_row_says() {
    let code = Mine::SessionTimedOut;
    assert_eq!(code, 4001);
    assert_eq!(code.name(), "Session Timed Out");
    assert_eq!(code.to_string(), "4001 Session Timed Out");
    assert_eq!(code.description(), "No heartbeat came in time.");
    assert_eq!(code.description_in("zh-CN-x-test"), "未按时收到心跳。");
    assert_eq!(code.reason(), "no heartbeat");
    assert_eq!(code.reference(), Some("Protocol, section 3"));
    assert_eq!(code.reconnect(), Reconnect::Resume);
    for text in [
        "4001",
        "Session Timed Out",
        "sessiontimedout",
        "session_timeout",
        "IDLE",
    ] {
        assert_eq!(text.parse(), Ok(code), "{text}");
    }
    assert_eq!(Mine::SESSION_TIMEOUT, code);
}

#[test]
fn an_own_code_has_the_rest_from_its_range() {
    let code = Mine::InvalidIntents;
    assert_eq!(
        format!("{code:?}: {code}"),
        "InvalidIntents: 4999 Invalid intent(s)"
    );
    assert_eq!(
        (code.sender(), code.reconnect()),
        (Sender::Server, Reconnect::Never)
    );
    assert_eq!((code.reference(), code.reason()), (None, Reason::EMPTY));
    assert_eq!(code.description(), CloseCode::APPLICATION.description());

    let code = Mine::HandshakeExpected;
    assert_eq!(code.description(), "The first message was not a handshake.");
    assert_eq!(code.description_in("zh-CN"), code.description());
    assert_eq!(
        (code.sender(), code.reconnect()),
        (Sender::Either, Reconnect::Unspecified)
    );
}

#[test]
fn every_sendable_code_goes_through_a_frame() {
    let reason = Reason::truncate("grüß €😀");
    for (mine, _) in all() {
        let mut payload = mine.code().to_be_bytes().to_vec();
        payload.extend_from_slice(reason.as_str().as_bytes());

        let parsed = CloseFrame::<Mine>::parse(&payload);
        if let Ok(frame) = CloseFrame::new(mine, reason) {
            assert!(mine.is_sendable(), "{mine}");
            assert_eq!(frame.encode().as_ref(), payload);
            assert_eq!(parsed, Ok(frame));
            let event = CloseEvent::from_frame(&frame, true);
            assert_eq!((event.code(), event.reason()), (mine, reason.as_str()));
        } else {
            assert!(!mine.is_sendable(), "{mine}");
            assert_eq!(
                parsed.map_err(|error| error.fail_code()),
                Err(Mine::ProtocolError)
            );
        }
    }
}
