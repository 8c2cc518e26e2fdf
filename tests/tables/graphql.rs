//! A published table with a row for 1000–1999, which is not a range.

use close_codes::{CloseCode, CloseFrame, CodeRange, Reason, Reconnect, Sender};

use crate::Graphql;

#[test]
fn a_column_of_a_number_is_that_of_the_narrowest_row_whether_it_has_a_name_or_not() {
    for number in 0..=u16::MAX {
        let (code, standard) = (Graphql::from_u16(number), CloseCode::from_u16(number));
        let reconnect = match number {
            1000 => Reconnect::Unspecified,
            1001 | 1005 | 1006 | 1012..=1014 | 4403 | 4408 | 4499 | 4504 => Reconnect::Backoff,
            1002..=1999 | 4004 | 4005 | 4400 | 4401 | 4406 | 4409 | 4429 | 4500 => Reconnect::Never,
            _ => standard.reconnect(),
        };
        let sender = match number {
            4004 | 4005 | 4504 => Sender::Client,
            4499 => Sender::Nobody,
            4000..=4999 => Sender::Server,
            _ => standard.sender(),
        };
        assert_eq!(
            (code.reconnect(), code.sender()),
            (reconnect, sender),
            "{code}"
        );
    }
}

#[test]
fn a_row_without_a_name_makes_no_range() {
    assert!(
        Graphql::RANGES
            .iter()
            .map(CodeRange::spans)
            .eq(CloseCode::RANGES.iter().map(CodeRange::spans))
    );
    for number in 1000..=1999 {
        let (code, standard) = (Graphql::from_u16(number), CloseCode::from_u16(number));
        assert_eq!(format!("{code:?}"), format!("{standard:?}"));
        assert_eq!(format!("{code:#}"), format!("{standard:#}"));
    }
}

#[test]
fn a_code_that_nobody_sends_is_not_sendable() {
    assert!(!Graphql::Terminated.is_sendable());
    assert!(CloseFrame::new(Graphql::Terminated, Reason::EMPTY).is_err());
    assert!(CloseFrame::new(Graphql::BadRequest, Reason::EMPTY).is_ok());
    assert!(CloseFrame::new(Graphql::from_u16(4498), Reason::EMPTY).is_ok());
}

#[test]
fn a_published_name_is_shown_where_the_standard_table_has_it_too() {
    for (code, number, name, standard) in [
        (
            Graphql::OperationUnauthorized,
            4401,
            "Unauthorized",
            Graphql::Unauthorized,
        ),
        (
            Graphql::ConnectionForbidden,
            4403,
            "Forbidden",
            Graphql::Forbidden,
        ),
    ] {
        assert_eq!(code.to_string(), format!("{number} {name}"));
        assert_eq!(name.parse(), Ok(standard));
        assert_eq!(format!("{code:?}").parse(), Ok(code));
    }
}
