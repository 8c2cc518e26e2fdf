//! A custom table: the standard one with three more names.

use std::error::Error;
use std::hash::{BuildHasher, RandomState};

use close_codes::{
    CloseCode, CloseEvent, CloseEventInit, CloseFrame, CloseFrameError, ParseCloseCodeError,
    Reason, Reconnect, Sender, UnsendableCode,
};

use crate::Legacy;

close_codes::close_codes! {
    /// Why the connection of the test was closed.
    pub enum Mine = "fixtures/mine.toml";
}

const CUSTOM: [Mine; 3] = [
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
        assert_eq!(mine.as_u16(), standard.as_u16());
        assert_eq!(Mine::from(standard), mine);
        assert_eq!(CloseCode::from(mine), standard);
    }
}

#[test]
fn what_the_custom_table_does_not_change_is_as_in_the_standard_one() {
    for (mine, standard) in all().filter(|(mine, _)| !CUSTOM.contains(mine)) {
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
fn custom_codes_are_in_the_ranges_of_their_numbers() {
    for (mine, standard) in all() {
        let names = |range: &close_codes::CodeRange| (range.name(), range.description());
        assert_eq!(mine.range().map(names), standard.range().map(names));
        assert_eq!(mine.is_sendable(), standard.is_sendable());
        assert_eq!(mine.is_browser_sendable(), standard.is_browser_sendable());
        assert_eq!(mine.is_library(), standard.is_library());
        assert_eq!(mine.is_application(), standard.is_application());
        assert_eq!(Mine::APPLICATION.contains_code(mine), mine.is_application());
    }
}

#[test]
fn a_custom_code_has_the_values_of_its_row() {
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
fn a_custom_code_has_everything_else_from_its_range() {
    let code = Mine::InvalidIntents;
    assert_eq!(
        format!("{code:?}: {code}"),
        "InvalidIntents: 4999 Invalid intent(s)"
    );
    assert_eq!(
        (code.sender(), code.reconnect()),
        (Sender::Server, Reconnect::Never)
    );
    assert_eq!((code.reference(), code.reason()), (None, ""));
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
        let mut payload = mine.as_u16().to_be_bytes().to_vec();
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

#[test]
fn a_frame_of_a_sendable_code_has_the_reason_of_its_row() {
    const TIMED_OUT: CloseFrame<Mine> = Mine::SessionTimedOut.to_frame().unwrap();
    const _: () = assert!(Mine::AbnormalClosure.to_frame().is_none());
    assert_eq!(TIMED_OUT.parts(), Some((4001, "no heartbeat")));

    for (mine, _) in all() {
        let frame = CloseFrame::from_code(mine);
        assert_eq!(frame.ok(), mine.to_frame());
        match frame {
            Ok(frame) => assert_eq!(frame.parts(), Some((mine.as_u16(), mine.reason()))),
            Err(error) => assert_eq!(error.code(), mine),
        }
        assert_eq!(frame.is_ok(), mine.is_sendable());
    }
}

#[test]
fn from_parts_is_the_inverse_of_parts() {
    for (mine, _) in all().filter(|(mine, _)| mine.is_sendable()) {
        let frame = CloseFrame::<Mine>::from_parts(mine.as_u16(), "grüß").unwrap();
        assert_eq!(frame.parts(), Some((mine.as_u16(), "grüß")));
        assert_eq!(frame.as_reason(), &Reason::truncate("grüß"));
        let event = CloseEvent::from_frame(&frame, false);
        assert_eq!(CloseEvent::received(frame.parts(), false), event);
        assert_eq!(event.as_reason(), frame.as_reason());
    }
    let empty = CloseFrame::<Mine>::empty();
    assert_eq!(
        CloseEvent::received(empty.parts(), true),
        CloseEvent::from_frame(&empty, true)
    );

    let long = "é".repeat(62);
    let error = Reason::new(&long).unwrap_err();
    for code in [1000, 1006] {
        let frame = CloseFrame::<Mine>::from_parts(code, &long);
        assert_eq!(frame, Err(CloseFrameError::ReasonTooLong(error)));
        assert_eq!(frame.unwrap_err().to_string(), error.to_string());
        assert_eq!(frame.unwrap_err().fail_code(), Mine::ProtocolError);
    }
    let event = CloseEvent::<Mine>::received(Some((1006, &long)), true);
    assert_eq!(
        (event.code(), event.was_clean()),
        (Mine::AbnormalClosure, true)
    );
    assert_eq!(event.reason(), &long[..122]);
}

#[test]
fn a_question_mark_takes_every_error_of_a_frame() {
    fn frame(code: Mine, reason: &str) -> Result<CloseFrame<Mine>, CloseFrameError<Mine>> {
        let frame = CloseFrame::new(code, Reason::new(reason)?)?;
        CloseFrame::<Mine>::from_code(Mine::NormalClosure)?;
        Ok(CloseFrame::parse(&frame.encode())?.in_table()?)
    }
    fn code(text: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Mine::try_from(text)?)?
    }
    assert!(frame(Mine::GoingAway, "bye").is_ok());
    assert!(matches!(
        frame(Mine::TlsHandshake, "bye"),
        Err(CloseFrameError::Unsendable(error)) if error.code() == Mine::TlsHandshake
    ));
    let error = code("Session Timed Out").unwrap_err();
    assert_eq!(error.downcast_ref(), Some(&Mine::SessionTimedOut));
    assert_eq!(error.to_string(), "4001 Session Timed Out");
    let error = code("Session").unwrap_err();
    assert!(error.is::<ParseCloseCodeError>());
}

#[test]
fn frames_and_events_keep_their_number_in_another_table() {
    for (mine, standard) in all() {
        let event = CloseEvent::<CloseCode>::received(Some((standard.as_u16(), "bye")), true);
        let expected = CloseEvent::<Mine>::received(Some((mine.as_u16(), "bye")), true);
        assert_eq!(event.in_table::<Mine>(), expected);
        let Ok(frame) = CloseFrame::new(standard, Reason::truncate("bye")) else {
            continue;
        };
        let frame = frame.in_table::<Mine>().expect("both may be sent");
        assert_eq!((frame.code(), frame.reason()), (Some(mine), "bye"));
    }
    let empty = CloseFrame::<CloseCode>::empty();
    assert_eq!(empty.in_table::<Mine>(), Ok(CloseFrame::empty()));
}

#[test]
#[allow(deprecated)]
fn an_event_stays_dispatched_in_another_table() {
    let again = |mut event: CloseEvent<Mine>| {
        event.init_close_event(true, Mine::GoingAway, Reason::EMPTY);
        event.code()
    };
    let made = CloseEvent::<CloseCode>::new(CloseEventInit::default());
    assert_eq!(again(made.in_table()), Mine::GoingAway);
    let received = CloseEvent::<CloseCode>::abnormal();
    assert_eq!(again(received.in_table()), Mine::AbnormalClosure);
}

#[test]
fn a_frame_of_another_table_may_be_unsendable_in_this_one() {
    let frame =
        CloseFrame::<Legacy>::from_parts(2100, "").expect("a code that `legacy.toml` sends");
    let error: UnsendableCode<Mine> = frame.in_table().unwrap_err();
    assert_eq!(error.code(), 2100);
}

#[test]
fn a_frame_shows_its_code_and_reason() {
    let show = |payload| CloseFrame::<Mine>::parse(payload).unwrap().to_string();
    assert_eq!(show(b""), "no code");
    assert_eq!(show(b"\x0f\xa1"), "4001 Session Timed Out");
    assert_eq!(show(b"\x10\xe1a \"b\""), r#"4321 Application: "a \"b\"""#);
}

#[test]
fn codes_and_their_payloads_compare_with_numbers_from_either_side() {
    for (mine, _) in all().step_by(7) {
        for number in [0, 1000, 1006, 4000, 4321, mine.as_u16(), u16::MAX] {
            let order = mine.as_u16().cmp(&number);
            assert_eq!(mine.partial_cmp(&number), Some(order));
            assert_eq!(number.partial_cmp(&mine), Some(order.reverse()));
            if let Mine::Application(n) = mine {
                assert_eq!(n.partial_cmp(&number), Some(order));
                assert_eq!(number.partial_cmp(&n), Some(order.reverse()));
                assert_eq!((n == number, number == n), (order.is_eq(), order.is_eq()));
            }
        }
    }
    assert!((4000..=4999).contains(&Mine::SessionTimedOut));
    let payload = |number| match Mine::from_u16(number) {
        Mine::Application(n) => n,
        other => panic!("{other}"),
    };
    assert!(payload(4321) < payload(4322));
    let hash = RandomState::new();
    assert_eq!(hash.hash_one(payload(4321)), hash.hash_one(4321_u16));
}

#[test]
fn description_is_not_that_of_the_error_trait() {
    // `std::error::Error`, which is in scope here, has a method of this name.
    for code in &CUSTOM {
        let description: &'static str = code.description();
        assert_eq!(description, Mine::description(code));
    }
}
