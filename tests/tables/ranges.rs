//! Ranges three levels deep, one with several spans, one whose numbers all have names, and rows
//! without a name that give parts of them other values.

use close_codes::CodeRange;

use crate::Ranges;

/// The range that contains a number, its layer, and how often a client tries again.
fn expected(number: u16) -> (Option<&'static CodeRange>, &'static str, u8) {
    match number {
        4199 => (Some(Ranges::SESSION), "lobby", 0),
        4215 => (Some(Ranges::PASSWORD), "login", 0),
        4216..=4218 => (Some(Ranges::PASSWORD), "vault", 2),
        4210..=4219 => (Some(Ranges::PASSWORD), "login", 1),
        4220..=4222 => (Some(Ranges::TOKEN), "token", 5),
        4200..=4299 => (Some(Ranges::LOGIN), "login", 5),
        4300 | 4310..=4319 | 4350..=4359 => (Some(Ranges::PAYLOAD), "payload", 5),
        4490..=4494 => (Some(Ranges::SESSION), "farewell", 4),
        4450..=4499 => (Some(Ranges::SESSION), "session", 4),
        4100..=4499 => (Some(Ranges::SESSION), "session", 5),
        4000..=4999 => (Some(Ranges::APPLICATION), "connection", 9),
        3990..=3999 => (Some(Ranges::SHIM), "connection", 9),
        3000..=3999 => (Some(Ranges::LIBRARY), "connection", 9),
        2000..=2999 => (Some(Ranges::EXTENSION), "connection", 9),
        5000.. => (Some(Ranges::UNDEFINED), "connection", 9),
        1004 | 1016..=1999 => (Some(Ranges::RESERVED), "connection", 9),
        0..=999 => (Some(Ranges::UNUSED), "connection", 9),
        1000..=1015 => (None, "connection", 9),
    }
}

#[test]
fn a_value_is_that_of_the_narrowest_row_that_sets_it_or_the_default() {
    for number in 0..=u16::MAX {
        let code = Ranges::from_u16(number);
        let (range, layer, retries) = expected(number);
        assert_eq!(
            (code.range(), code.layer(), code.retries()),
            (range, layer, retries),
            "{code}"
        );
    }
}

#[test]
fn a_description_is_that_of_the_innermost_range_that_has_one() {
    for (number, description) in [
        (4101, "The session has ended, and the connection with it."),
        (4199, "The session has ended, and the connection with it."),
        (4200, "The user could not be logged in."),
        (4211, "The user could not be logged in."),
        (4215, "The user could not be logged in."),
        (4221, "The token of the user was not accepted."),
        (4300, "A message of the session was not understood."),
        (4350, "A message of the session was not understood."),
        (3995, Ranges::LIBRARY.description()),
    ] {
        assert_eq!(
            Ranges::from_u16(number).description(),
            description,
            "{number}"
        );
    }
    assert_eq!(Ranges::PASSWORD.description(), Ranges::LOGIN.description());
}

#[test]
fn a_matcher_and_its_constant_go_by_the_number() {
    for number in 0..=u16::MAX {
        let code = Ranges::from_u16(number);
        for (matches, range, expected) in [
            (
                code.is_session(),
                Ranges::SESSION,
                (4100..=4499).contains(&number),
            ),
            (
                code.is_login(),
                Ranges::LOGIN,
                (4200..=4299).contains(&number),
            ),
            (
                code.is_password(),
                Ranges::PASSWORD,
                (4210..=4219).contains(&number),
            ),
            (
                code.is_token(),
                Ranges::TOKEN,
                (4220..=4222).contains(&number),
            ),
            (
                code.is_payload(),
                Ranges::PAYLOAD,
                matches!(number, 4300 | 4310..=4319 | 4350..=4359),
            ),
            (
                code.is_shim(),
                Ranges::SHIM,
                (3990..=3999).contains(&number),
            ),
            (
                code.is_application(),
                Ranges::APPLICATION,
                (4000..=4999).contains(&number),
            ),
        ] {
            assert_eq!(
                (matches, range.contains(number)),
                (expected, expected),
                "{code}"
            );
        }
    }
}

#[test]
fn a_range_whose_numbers_are_all_named_has_no_variant() {
    for number in 0..=u16::MAX {
        let code = Ranges::from_u16(number);
        // Without a wildcard: a variant `Token` would be missing here.
        let payload = match code {
            Ranges::Unused(payload) => payload.as_u16(),
            Ranges::Reserved(payload) => payload.as_u16(),
            Ranges::Extension(payload) => payload.as_u16(),
            Ranges::Library(payload) => payload.as_u16(),
            Ranges::Shim(payload) => payload.as_u16(),
            Ranges::Application(payload) => payload.as_u16(),
            Ranges::Session(payload) => payload.as_u16(),
            Ranges::Login(payload) => payload.as_u16(),
            Ranges::Password(payload) => payload.as_u16(),
            Ranges::Payload(payload) => payload.as_u16(),
            Ranges::Undefined(payload) => payload.as_u16(),
            Ranges::NormalClosure
            | Ranges::GoingAway
            | Ranges::ProtocolError
            | Ranges::UnsupportedData
            | Ranges::NoStatusRcvd
            | Ranges::AbnormalClosure
            | Ranges::InvalidFramePayloadData
            | Ranges::PolicyViolation
            | Ranges::MessageTooBig
            | Ranges::MandatoryExt
            | Ranges::InternalError
            | Ranges::ServiceRestart
            | Ranges::TryAgainLater
            | Ranges::BadGateway
            | Ranges::TlsHandshake
            | Ranges::Unauthorized
            | Ranges::Forbidden
            | Ranges::Timeout
            | Ranges::SessionReplaced
            | Ranges::SessionFull
            | Ranges::UserUnknown
            | Ranges::PasswordExpired
            | Ranges::PasswordWrong
            | Ranges::TokenMissing
            | Ranges::TokenExpired
            | Ranges::TokenRevoked
            | Ranges::PayloadEmpty
            | Ranges::SessionLost => code.into(),
        };
        assert_eq!(payload, number);
    }
    assert_eq!(Ranges::TOKEN.spans(), [4220..=4222]);
    assert_eq!(Ranges::TokenExpired.range(), Some(Ranges::TOKEN));
}

#[test]
fn spans_are_in_order_however_the_row_gives_them() {
    assert_eq!(
        Ranges::PAYLOAD.spans(),
        [4300..=4300, 4310..=4319, 4350..=4359]
    );
    assert_eq!(
        (Ranges::PAYLOAD.first(), Ranges::PAYLOAD.last()),
        (4300, 4359)
    );
    assert!(Ranges::RANGES.iter().map(CodeRange::name).eq([
        "Unused",
        "Reserved",
        "Extension",
        "Library",
        "Shim",
        "Application",
        "Session",
        "Login",
        "Password",
        "Token",
        "Payload",
        "Undefined",
    ]));
}
