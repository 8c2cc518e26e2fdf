//! A real table of application codes; two have names that cannot be turned into a variant.

use close_codes::{CloseCode, CodeRange, Reconnect};

use crate::Discord;

const CODES: [(u16, Discord, &str, Reconnect); 14] = {
    use Reconnect::{Immediately, Never, Resume};
    [
        (4000, Discord::UnknownError, "Unknown error", Resume),
        (4001, Discord::UnknownOpcode, "Unknown opcode", Resume),
        (4002, Discord::DecodeError, "Decode error", Resume),
        (4003, Discord::NotAuthenticated, "Not authenticated", Resume),
        (
            4004,
            Discord::AuthenticationFailed,
            "Authentication failed",
            Never,
        ),
        (
            4005,
            Discord::AlreadyAuthenticated,
            "Already authenticated",
            Resume,
        ),
        (4007, Discord::InvalidSeq, "Invalid `seq`", Immediately),
        (4008, Discord::RateLimited, "Rate limited", Resume),
        (
            4009,
            Discord::SessionTimedOut,
            "Session timed out",
            Immediately,
        ),
        (4010, Discord::InvalidShard, "Invalid shard", Never),
        (4011, Discord::ShardingRequired, "Sharding required", Never),
        (
            4012,
            Discord::InvalidApiVersion,
            "Invalid API version",
            Never,
        ),
        (4013, Discord::InvalidIntents, "Invalid intent(s)", Never),
        (
            4014,
            Discord::DisallowedIntents,
            "Disallowed intent(s)",
            Never,
        ),
    ]
};

#[test]
fn every_code_has_its_number_its_name_and_what_a_client_does() {
    for (number, code, name, reconnect) in CODES {
        assert_eq!(Discord::from_u16(number), code);
        assert_eq!(
            (code.as_u16(), code.name(), code.reconnect()),
            (number, name, reconnect)
        );
        assert_eq!(code.range(), Some(Discord::APPLICATION));
        assert!(code.is_application() && code.is_browser_sendable());
    }
    let named: Vec<u16> = CloseCode::NAMED.iter().map(|code| code.as_u16()).collect();
    let own = CODES.map(|(number, ..)| number);
    assert!(
        Discord::NAMED
            .iter()
            .map(|code| code.as_u16())
            .eq(named.into_iter().chain(own))
    );
}

#[test]
fn a_number_that_the_table_does_not_name_stays_in_its_range() {
    for number in [4006, 4015, 4999] {
        let code = Discord::from_u16(number);
        assert!(matches!(code, Discord::Application(unnamed) if unnamed.as_u16() == number));
        assert_eq!(code.reconnect(), Reconnect::Unspecified);
    }
    assert!(
        Discord::RANGES
            .iter()
            .map(CodeRange::spans)
            .eq(CloseCode::RANGES.iter().map(CodeRange::spans))
    );
}

#[test]
fn a_custom_column_has_a_method_that_constants_can_call() {
    const ENDS: bool = Discord::NormalClosure.ends_session();
    const _: () = assert!(ENDS && !Discord::from_u16(4006).ends_session());

    for number in 0..=u16::MAX {
        let ends = Discord::from_u16(number).ends_session();
        assert_eq!(ends, matches!(number, 1000 | 1001), "{number}");
    }
}

#[test]
fn an_overlaid_code_keeps_what_its_row_does_not_say() {
    for (code, standard) in [
        (Discord::NormalClosure, CloseCode::NormalClosure),
        (Discord::GoingAway, CloseCode::GoingAway),
    ] {
        assert_eq!(format!("{code:#}"), format!("{standard:#}"));
        assert_eq!(
            code.description_in("zh-CN"),
            standard.description_in("zh-CN")
        );
        assert_eq!(code.reference(), standard.reference());
        assert_eq!(code.is_browser_sendable(), standard.is_browser_sendable());
    }
}
