//! All 65536 numbers through the `CloseCode` types of three WebSocket libraries.
//!
//! The differences of a library from the standards, and so from this crate, are listed with the
//! reason. The lists are exact: a difference that is not listed fails the test, and so does a listed
//! difference that no longer exists.

use std::fmt::Display;
use std::ops::RangeInclusive;

use close_codes::CloseCode;

/// Numbers, what the library converts them to, and why that is wrong.
type Wrong = (RangeInclusive<u16>, &'static str, &'static str);

mod tungstenite_says {
    use close_codes::CloseCode;
    use tungstenite::protocol::frame::coding::CloseCode as Peer;

    use super::Wrong;

    pub(super) fn number(number: u16) -> u16 {
        Peer::from(number).into()
    }

    pub(super) fn name(number: u16) -> &'static str {
        match Peer::from(number) {
            Peer::Normal => CloseCode::NormalClosure.name(),
            Peer::Away => CloseCode::GoingAway.name(),
            Peer::Protocol => CloseCode::ProtocolError.name(),
            Peer::Unsupported => CloseCode::UnsupportedData.name(),
            Peer::Status => CloseCode::NoStatusRcvd.name(),
            Peer::Abnormal => CloseCode::AbnormalClosure.name(),
            Peer::Invalid => CloseCode::InvalidFramePayloadData.name(),
            Peer::Policy => CloseCode::PolicyViolation.name(),
            Peer::Size => CloseCode::MessageTooBig.name(),
            Peer::Extension => CloseCode::MandatoryExt.name(),
            Peer::Error => CloseCode::InternalError.name(),
            Peer::Restart => CloseCode::ServiceRestart.name(),
            Peer::Again => CloseCode::TryAgainLater.name(),
            Peer::Tls => CloseCode::TlsHandshake.name(),
            Peer::Reserved(_) => "Reserved",
            Peer::Iana(_) => "Iana",
            Peer::Library(_) => "Library",
            Peer::Bad(_) => "Bad",
        }
    }

    pub(super) fn is_sendable(number: u16) -> bool {
        Peer::from(number).is_allowed()
    }

    #[rustfmt::skip]
    pub(super) const WRONG_NAMES: &[Wrong] = &[
        (0..=999,      "Bad",      "shares a variant with 1004, 1014 and everything above 4999"),
        (1004..=1004,  "Bad",      "reserved like 1016, which has another variant"),
        (1014..=1014,  "Bad",      "registered with IANA"),
        (2000..=2999,  "Reserved", "kept for extensions, not for the standard"),
        (3000..=3999,  "Iana",     "most are not registered, and the three that are have no name"),
        (4000..=4999,  "Library",  "belongs to applications: libraries have 3000 to 3999"),
        (5000..=65535, "Bad",      "shares a variant with 0 to 999, 1004 and 1014"),
    ];

    #[rustfmt::skip]
    pub(super) const WRONGLY_SENDABLE: &[Wrong] = &[
        (1014..=1014, "false", "registered with IANA, but answered with 1002"),
    ];
}

mod actix_http_says {
    use actix_http::ws::CloseCode as Peer;
    use close_codes::CloseCode;

    use super::Wrong;

    pub(super) fn number(number: u16) -> u16 {
        Peer::from(number).into()
    }

    pub(super) fn name(number: u16) -> &'static str {
        match Peer::from(number) {
            Peer::Normal => CloseCode::NormalClosure.name(),
            Peer::Away => CloseCode::GoingAway.name(),
            Peer::Protocol => CloseCode::ProtocolError.name(),
            Peer::Unsupported => CloseCode::UnsupportedData.name(),
            Peer::Abnormal => CloseCode::AbnormalClosure.name(),
            Peer::Invalid => CloseCode::InvalidFramePayloadData.name(),
            Peer::Policy => CloseCode::PolicyViolation.name(),
            Peer::Size => CloseCode::MessageTooBig.name(),
            Peer::Extension => CloseCode::MandatoryExt.name(),
            Peer::Error => CloseCode::InternalError.name(),
            Peer::Restart => CloseCode::ServiceRestart.name(),
            Peer::Again => CloseCode::TryAgainLater.name(),
            Peer::Tls => CloseCode::TlsHandshake.name(),
            Peer::Other(_) => "Other",
        }
    }

    #[rustfmt::skip]
    pub(super) const WRONG_NAMES: &[Wrong] = &[
        (0..=999,      "Other", "no ranges"),
        (1004..=1005,  "Other", "no ranges, and no name for 1005, although 1006 and 1015 have one"),
        (1014..=1014,  "Other", "registered with IANA"),
        (1016..=65535, "Other", "no ranges, and no names for the codes registered above 2999"),
    ];
}

mod tokio_websockets_says {
    use close_codes::CloseCode;
    use tokio_websockets::CloseCode as Peer;

    use super::Wrong;

    #[rustfmt::skip]
    const NAMES: [(Peer, CloseCode); 13] = [
        (Peer::NORMAL_CLOSURE,             CloseCode::NormalClosure),
        (Peer::GOING_AWAY,                 CloseCode::GoingAway),
        (Peer::PROTOCOL_ERROR,             CloseCode::ProtocolError),
        (Peer::UNSUPPORTED_DATA,           CloseCode::UnsupportedData),
        (Peer::NO_STATUS_RECEIVED,         CloseCode::NoStatusRcvd),
        (Peer::INVALID_FRAME_PAYLOAD_DATA, CloseCode::InvalidFramePayloadData),
        (Peer::POLICY_VIOLATION,           CloseCode::PolicyViolation),
        (Peer::MESSAGE_TOO_BIG,            CloseCode::MessageTooBig),
        (Peer::MANDATORY_EXTENSION,        CloseCode::MandatoryExt),
        (Peer::INTERNAL_SERVER_ERROR,      CloseCode::InternalError),
        (Peer::SERVICE_RESTART,            CloseCode::ServiceRestart),
        (Peer::SERVICE_OVERLOAD,           CloseCode::TryAgainLater),
        (Peer::BAD_GATEWAY,                CloseCode::BadGateway),
    ];

    pub(super) fn number(number: u16) -> String {
        Peer::try_from(number).map_or("refused".to_owned(), |peer| u16::from(peer).to_string())
    }

    pub(super) fn name(number: u16) -> &'static str {
        let Ok(peer) = Peer::try_from(number) else {
            return "refused";
        };
        let name = NAMES.iter().find(|(constant, _)| *constant == peer);
        name.map_or("unnamed", |(_, code)| code.name())
    }

    pub(super) fn is_sendable(number: u16) -> bool {
        Peer::try_from(number).is_ok_and(|peer| !peer.is_reserved())
    }

    const REFUSED: &str = "what a peer sent cannot be held, and so not logged";

    #[rustfmt::skip]
    pub(super) const WRONG_NUMBERS: &[Wrong] = &[
        (0..=999,      "refused", REFUSED),
        (1016..=2999,  "refused", REFUSED),
        (5000..=65535, "refused", REFUSED),
    ];

    #[rustfmt::skip]
    pub(super) const WRONG_NAMES: &[Wrong] = &[
        (0..=999,      "refused", REFUSED),
        (1004..=1004,  "unnamed", "accepted, although reserved like 1016, which is refused"),
        (1006..=1006,  "unnamed", "no name, although 1005 has one"),
        (1015..=1015,  "unnamed", "no name, although 1005 has one"),
        (1016..=2999,  "refused", REFUSED),
        (3000..=4999,  "unnamed", "no ranges, and no names for the registered codes"),
        (5000..=65535, "refused", REFUSED),
    ];
}

#[test]
fn tungstenite_differs_only_where_it_is_wrong() {
    use tungstenite_says as peer;

    assert_differs(peer::number, CloseCode::as_u16, &[]);
    assert_differs(peer::name, CloseCode::name, peer::WRONG_NAMES);
    assert_differs(
        peer::is_sendable,
        CloseCode::is_sendable,
        peer::WRONGLY_SENDABLE,
    );
}

#[test]
fn actix_http_differs_only_where_it_is_wrong() {
    use actix_http_says as peer;

    assert_differs(peer::number, CloseCode::as_u16, &[]);
    assert_differs(peer::name, CloseCode::name, peer::WRONG_NAMES);
    // It has no check of which codes may be sent.
}

#[test]
fn tokio_websockets_differs_only_where_it_is_wrong() {
    use tokio_websockets_says as peer;

    assert_differs(
        peer::number,
        |code| code.as_u16().to_string(),
        peer::WRONG_NUMBERS,
    );
    assert_differs(peer::name, CloseCode::name, peer::WRONG_NAMES);
    assert_differs(peer::is_sendable, CloseCode::is_sendable, &[]);
}

#[test]
fn others_have_two_unequal_values_for_one_number() {
    use actix_http::ws::CloseCode as Actix;
    use tungstenite::protocol::frame::coding::CloseCode as Tungstenite;

    let (normal, library) = (Tungstenite::Normal, Tungstenite::Library(1000));
    assert!(u16::from(normal) == u16::from(library) && normal != library);

    let (normal, other) = (Actix::Normal, Actix::Other(1000));
    assert!(u16::from(normal) == u16::from(other) && normal != other);

    // In this crate, the same does not compile: see `tests/compiler`.
}

/// Fails unless `theirs` and `ours` are different exactly where `wrong` says, and as it says.
fn assert_differs<T: PartialEq + Display>(
    theirs: impl Fn(u16) -> T,
    ours: impl Fn(CloseCode) -> T,
    wrong: &[Wrong],
) {
    let mut found: Vec<(RangeInclusive<u16>, String)> = Vec::new();
    for number in 0..=u16::MAX {
        let theirs = theirs(number);
        if theirs == ours(CloseCode::from_u16(number)) {
            continue;
        }
        let theirs = theirs.to_string();
        match found.last_mut() {
            Some((run, said)) if run.end() + 1 == number && *said == theirs => {
                *run = *run.start()..=number;
            }
            _ => found.push((number..=number, theirs)),
        }
    }
    let listed = wrong
        .iter()
        .map(|(run, said, _)| (run.clone(), (*said).to_owned()));
    assert_eq!(
        found,
        listed.collect::<Vec<_>>(),
        "found (left), listed (right)"
    );
}
