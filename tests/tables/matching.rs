//! Variants and the constants of aliases are patterns, and together they are exhaustive.

use close_codes::CloseCode;

use crate::custom_table::Mine;

const fn by_alias(code: CloseCode) -> &'static str {
    match code {
        CloseCode::CLOSE_GOING_AWAY => "going away",
        CloseCode::CLOSE_NORMAL | CloseCode::CLOSE_NO_STATUS => "done",
        _ => "something else",
    }
}

const fn by_variant(code: CloseCode) -> &'static str {
    match code {
        CloseCode::NormalClosure | CloseCode::GoingAway | CloseCode::ProtocolError => "1000-1002",
        CloseCode::UnsupportedData | CloseCode::NoStatusRcvd => "1003, 1005",
        CloseCode::AbnormalClosure | CloseCode::InvalidFramePayloadData => "1006, 1007",
        CloseCode::PolicyViolation | CloseCode::MessageTooBig => "1008, 1009",
        CloseCode::MandatoryExt | CloseCode::InternalError => "1010, 1011",
        CloseCode::ServiceRestart | CloseCode::TryAgainLater => "1012, 1013",
        CloseCode::BadGateway | CloseCode::TlsHandshake => "1014, 1015",
        CloseCode::Unauthorized | CloseCode::Forbidden | CloseCode::Timeout => "registered",
        CloseCode::Unused(_) => "unused",
        CloseCode::Reserved(_) => "reserved",
        CloseCode::Extension(_) => "extension",
        CloseCode::Library(_) => "library",
        CloseCode::Application(_) => "application",
        CloseCode::Undefined(_) => "undefined",
    }
}

fn own(code: Mine) -> Option<u16> {
    match code {
        Mine::SessionTimedOut | Mine::CLOSE_GOING_AWAY => None,
        Mine::Application(code) => Some(code.as_u16()),
        code => Some(code.into()),
    }
}

const _: () = assert!(matches!(
    CloseCode::from_u16(1001),
    CloseCode::CLOSE_GOING_AWAY
));

#[test]
fn a_code_is_matched_without_a_wildcard() {
    assert_eq!(by_alias(CloseCode::GoingAway), "going away");
    assert_eq!(by_alias(CloseCode::from(1005)), "done");
    assert_eq!(by_variant(CloseCode::from(1004)), "reserved");
    assert_eq!(by_variant(CloseCode::from(3008)), "registered");
    assert_eq!(by_variant(CloseCode::from(4001)), "application");
    assert_eq!(own(Mine::from(4001)), None);
    assert_eq!(own(Mine::from(1001)), None);
    assert_eq!(own(Mine::from(4002)), Some(4002));
    assert_eq!(own(Mine::from(1000)), Some(1000));
}
