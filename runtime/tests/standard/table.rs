//! The two tables of the standards, written out a second time.
//!
//! Nothing here is read from `close-codes.toml`: the tests compare the two.

use std::ops::RangeInclusive;

use close_codes::CloseCode;
use close_codes::Reconnect::{self, AfterChange, Backoff, Never};
use close_codes::Sender::{self, Client, Either, Nobody, Server};

/// A code that has a name: RFC 6455 §7.4.1 and the IANA registry.
#[derive(Debug)]
#[allow(clippy::struct_field_names, reason = "`code` is the enum's value")]
pub(crate) struct Code {
    /// The number in the Close frame.
    pub(crate) number: u16,
    /// The variant that the number has.
    pub(crate) code: CloseCode,
    /// The variant's name.
    pub(crate) variant: &'static str,
    /// The name in the IANA registry.
    pub(crate) name: &'static str,
    /// Names in browser documentation from 2016, if they differ from `name`.
    pub(crate) aliases: &'static [&'static str],
    /// Whether the code may appear in a Close frame.
    pub(crate) in_frame: bool,
    /// Whether a browser's `close()` accepts it.
    pub(crate) in_browser: bool,
    /// Who may send it.
    pub(crate) sender: Sender,
    /// What a client should do next.
    pub(crate) reconnect: Reconnect,
}

/// Numbers without names: RFC 6455 §7.4.2.
#[derive(Debug)]
pub(crate) struct Range {
    /// The range's name, which is also its variant's.
    pub(crate) name: &'static str,
    /// The numbers, in ascending order.
    pub(crate) spans: &'static [RangeInclusive<u16>],
    /// Whether the codes may appear in a Close frame.
    pub(crate) in_frame: bool,
    /// Whether a browser's `close()` accepts them.
    pub(crate) in_browser: bool,
    /// Who may send them.
    pub(crate) sender: Sender,
}

const YES: bool = true;
const NO: bool = false;

/// Every code that has a name, by number.
#[rustfmt::skip]
pub(crate) const CODES: [Code; 18] = {
    use CloseCode as C;
    [
        code(1000, C::NormalClosure,           "NormalClosure",           "Normal Closure",             YES, YES, Either, Never,       &["CLOSE_NORMAL"]),
        code(1001, C::GoingAway,               "GoingAway",               "Going Away",                 YES, NO,  Either, Backoff,     &["CLOSE_GOING_AWAY"]),
        code(1002, C::ProtocolError,           "ProtocolError",           "Protocol error",             YES, NO,  Either, AfterChange, &["CLOSE_PROTOCOL_ERROR"]),
        code(1003, C::UnsupportedData,         "UnsupportedData",         "Unsupported Data",           YES, NO,  Either, AfterChange, &["CLOSE_UNSUPPORTED"]),
        code(1005, C::NoStatusRcvd,            "NoStatusRcvd",            "No Status Rcvd",             NO,  NO,  Nobody, Backoff,     &["CLOSE_NO_STATUS"]),
        code(1006, C::AbnormalClosure,         "AbnormalClosure",         "Abnormal Closure",           NO,  NO,  Nobody, Backoff,     &["CLOSE_ABNORMAL"]),
        code(1007, C::InvalidFramePayloadData, "InvalidFramePayloadData", "Invalid frame payload data", YES, NO,  Either, AfterChange, &[]),
        code(1008, C::PolicyViolation,         "PolicyViolation",         "Policy Violation",           YES, NO,  Either, AfterChange, &[]),
        code(1009, C::MessageTooBig,           "MessageTooBig",           "Message Too Big",            YES, NO,  Either, AfterChange, &["CLOSE_TOO_LARGE"]),
        code(1010, C::MandatoryExt,            "MandatoryExt",            "Mandatory Ext.",             YES, NO,  Client, AfterChange, &["Missing Extension"]),
        code(1011, C::InternalError,           "InternalError",           "Internal Error",             YES, NO,  Server, Backoff,     &[]),
        code(1012, C::ServiceRestart,          "ServiceRestart",          "Service Restart",            YES, NO,  Server, Backoff,     &[]),
        code(1013, C::TryAgainLater,           "TryAgainLater",           "Try Again Later",            YES, NO,  Server, Backoff,     &[]),
        code(1014, C::BadGateway,              "BadGateway",              "Bad Gateway",                YES, NO,  Server, Backoff,     &[]),
        code(1015, C::TlsHandshake,            "TlsHandshake",            "TLS handshake",              NO,  NO,  Nobody, Backoff,     &[]),
        code(3000, C::Unauthorized,            "Unauthorized",            "Unauthorized",               YES, YES, Either, AfterChange, &[]),
        code(3003, C::Forbidden,               "Forbidden",               "Forbidden",                  YES, YES, Either, AfterChange, &[]),
        code(3008, C::Timeout,                 "Timeout",                 "Timeout",                    YES, YES, Either, Backoff,     &[]),
    ]
};

/// Every range, by first number.
#[rustfmt::skip]
pub(crate) const RANGES: [Range; 6] = [
    range("Unused",      &[0..=999],                   NO,  NO,  Nobody),
    range("Reserved",    &[1004..=1004, 1016..=1999],  NO,  NO,  Nobody),
    range("Extension",   &[2000..=2999],               NO,  NO,  Nobody),
    range("Library",     &[3000..=3999],               YES, YES, Either),
    range("Application", &[4000..=4999],               YES, YES, Either),
    range("Undefined",   &[5000..=65535],              NO,  NO,  Nobody),
];

#[allow(clippy::too_many_arguments)]
const fn code(
    number: u16,
    code: CloseCode,
    variant: &'static str,
    name: &'static str,
    in_frame: bool,
    in_browser: bool,
    sender: Sender,
    reconnect: Reconnect,
    aliases: &'static [&'static str],
) -> Code {
    Code {
        number,
        code,
        variant,
        name,
        aliases,
        in_frame,
        in_browser,
        sender,
        reconnect,
    }
}

const fn range(
    name: &'static str,
    spans: &'static [RangeInclusive<u16>],
    in_frame: bool,
    in_browser: bool,
    sender: Sender,
) -> Range {
    Range {
        name,
        spans,
        in_frame,
        in_browser,
        sender,
    }
}

/// The row of a number that has a name.
pub(crate) fn named(number: u16) -> Option<&'static Code> {
    const { &CODES }.iter().find(|code| code.number == number)
}

/// The range that contains a number, whether the number has a name or not.
pub(crate) fn ranged(number: u16) -> Option<&'static Range> {
    const { &RANGES }
        .iter()
        .find(|range| range.spans.iter().any(|span| span.contains(&number)))
}
