//! The standard table written by hand, with no more than the operations need.

use std::fmt;
use std::str::{FromStr, from_utf8};

#[derive(Clone, Copy)]
pub enum Code {
    NormalClosure,
    GoingAway,
    ProtocolError,
    UnsupportedData,
    NoStatusRcvd,
    AbnormalClosure,
    InvalidFramePayloadData,
    PolicyViolation,
    MessageTooBig,
    MandatoryExt,
    InternalError,
    ServiceRestart,
    TryAgainLater,
    BadGateway,
    TlsHandshake,
    Unauthorized,
    Forbidden,
    Timeout,
    Unused(u16),
    Reserved(u16),
    Extension(u16),
    Library(u16),
    Application(u16),
    Undefined(u16),
}

impl From<u16> for Code {
    fn from(code: u16) -> Self {
        match code {
            1000 => Self::NormalClosure,
            1001 => Self::GoingAway,
            1002 => Self::ProtocolError,
            1003 => Self::UnsupportedData,
            1005 => Self::NoStatusRcvd,
            1006 => Self::AbnormalClosure,
            1007 => Self::InvalidFramePayloadData,
            1008 => Self::PolicyViolation,
            1009 => Self::MessageTooBig,
            1010 => Self::MandatoryExt,
            1011 => Self::InternalError,
            1012 => Self::ServiceRestart,
            1013 => Self::TryAgainLater,
            1014 => Self::BadGateway,
            1015 => Self::TlsHandshake,
            3000 => Self::Unauthorized,
            3003 => Self::Forbidden,
            3008 => Self::Timeout,
            0..=999 => Self::Unused(code),
            1004 | 1016..=1999 => Self::Reserved(code),
            2000..=2999 => Self::Extension(code),
            3001..=3999 => Self::Library(code),
            4000..=4999 => Self::Application(code),
            5000..=65535 => Self::Undefined(code),
        }
    }
}

impl From<Code> for u16 {
    fn from(code: Code) -> Self {
        match code {
            Code::NormalClosure => 1000,
            Code::GoingAway => 1001,
            Code::ProtocolError => 1002,
            Code::UnsupportedData => 1003,
            Code::NoStatusRcvd => 1005,
            Code::AbnormalClosure => 1006,
            Code::InvalidFramePayloadData => 1007,
            Code::PolicyViolation => 1008,
            Code::MessageTooBig => 1009,
            Code::MandatoryExt => 1010,
            Code::InternalError => 1011,
            Code::ServiceRestart => 1012,
            Code::TryAgainLater => 1013,
            Code::BadGateway => 1014,
            Code::TlsHandshake => 1015,
            Code::Unauthorized => 3000,
            Code::Forbidden => 3003,
            Code::Timeout => 3008,
            Code::Unused(code)
            | Code::Reserved(code)
            | Code::Extension(code)
            | Code::Library(code)
            | Code::Application(code)
            | Code::Undefined(code) => code,
        }
    }
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::NormalClosure => "Normal Closure",
            Self::GoingAway => "Going Away",
            Self::ProtocolError => "Protocol error",
            Self::UnsupportedData => "Unsupported Data",
            Self::NoStatusRcvd => "No Status Rcvd",
            Self::AbnormalClosure => "Abnormal Closure",
            Self::InvalidFramePayloadData => "Invalid frame payload data",
            Self::PolicyViolation => "Policy Violation",
            Self::MessageTooBig => "Message Too Big",
            Self::MandatoryExt => "Mandatory Ext.",
            Self::InternalError => "Internal Error",
            Self::ServiceRestart => "Service Restart",
            Self::TryAgainLater => "Try Again Later",
            Self::BadGateway => "Bad Gateway",
            Self::TlsHandshake => "TLS handshake",
            Self::Unauthorized => "Unauthorized",
            Self::Forbidden => "Forbidden",
            Self::Timeout => "Timeout",
            Self::Unused(_) => "Unused",
            Self::Reserved(_) => "Reserved",
            Self::Extension(_) => "Extension",
            Self::Library(_) => "Library",
            Self::Application(_) => "Application",
            Self::Undefined(_) => "Undefined",
        }
    }

    pub fn is_sendable(self) -> bool {
        !matches!(
            self,
            Self::NoStatusRcvd
                | Self::AbnormalClosure
                | Self::TlsHandshake
                | Self::Unused(_)
                | Self::Reserved(_)
                | Self::Extension(_)
                | Self::Undefined(_)
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", u16::from(*self), self.name())
    }
}

const TEXTS: &[(&str, Code)] = &[
    ("Normal Closure", Code::NormalClosure),
    ("NormalClosure", Code::NormalClosure),
    ("CLOSE_NORMAL", Code::NormalClosure),
    ("Going Away", Code::GoingAway),
    ("GoingAway", Code::GoingAway),
    ("CLOSE_GOING_AWAY", Code::GoingAway),
    ("Protocol error", Code::ProtocolError),
    ("ProtocolError", Code::ProtocolError),
    ("CLOSE_PROTOCOL_ERROR", Code::ProtocolError),
    ("Unsupported Data", Code::UnsupportedData),
    ("UnsupportedData", Code::UnsupportedData),
    ("CLOSE_UNSUPPORTED", Code::UnsupportedData),
    ("No Status Rcvd", Code::NoStatusRcvd),
    ("NoStatusRcvd", Code::NoStatusRcvd),
    ("CLOSE_NO_STATUS", Code::NoStatusRcvd),
    ("Abnormal Closure", Code::AbnormalClosure),
    ("AbnormalClosure", Code::AbnormalClosure),
    ("CLOSE_ABNORMAL", Code::AbnormalClosure),
    ("Invalid frame payload data", Code::InvalidFramePayloadData),
    ("InvalidFramePayloadData", Code::InvalidFramePayloadData),
    ("Policy Violation", Code::PolicyViolation),
    ("PolicyViolation", Code::PolicyViolation),
    ("Message Too Big", Code::MessageTooBig),
    ("MessageTooBig", Code::MessageTooBig),
    ("CLOSE_TOO_LARGE", Code::MessageTooBig),
    ("Mandatory Ext.", Code::MandatoryExt),
    ("MandatoryExt", Code::MandatoryExt),
    ("Missing Extension", Code::MandatoryExt),
    ("Internal Error", Code::InternalError),
    ("InternalError", Code::InternalError),
    ("Service Restart", Code::ServiceRestart),
    ("ServiceRestart", Code::ServiceRestart),
    ("Try Again Later", Code::TryAgainLater),
    ("TryAgainLater", Code::TryAgainLater),
    ("Bad Gateway", Code::BadGateway),
    ("BadGateway", Code::BadGateway),
    ("TLS handshake", Code::TlsHandshake),
    ("TlsHandshake", Code::TlsHandshake),
    ("Unauthorized", Code::Unauthorized),
    ("Forbidden", Code::Forbidden),
    ("Timeout", Code::Timeout),
];

impl FromStr for Code {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Ok(number) = text.parse::<u16>() {
            return Ok(number.into());
        }
        let mut texts = TEXTS.iter();
        let found = texts.find(|(known, _)| known.eq_ignore_ascii_case(text));
        found.map(|&(_, code)| code).ok_or(())
    }
}

/// The code and the reason of a Close frame, or the code to fail the connection with.
pub fn parse(payload: &[u8]) -> Result<Option<(Code, &str)>, Code> {
    match payload {
        [] => Ok(None),
        [high, low, reason @ ..] if payload.len() <= 125 => {
            let reason = from_utf8(reason).map_err(|_| Code::InvalidFramePayloadData)?;
            let code = Code::from(u16::from_be_bytes([*high, *low]));
            if !code.is_sendable() {
                return Err(Code::ProtocolError);
            }
            Ok(Some((code, reason)))
        }
        _ => Err(Code::ProtocolError),
    }
}

/// The payload of a Close frame and its length; `None` if the code or the reason may not be sent.
pub fn encode(frame: Option<(Code, &str)>) -> Option<([u8; 125], usize)> {
    let mut payload = [0; 125];
    let Some((code, reason)) = frame else {
        return Some((payload, 0));
    };
    if !code.is_sendable() {
        return None;
    }
    payload[..2].copy_from_slice(&u16::from(code).to_be_bytes());
    payload
        .get_mut(2..2 + reason.len())?
        .copy_from_slice(reason.as_bytes());
    Some((payload, 2 + reason.len()))
}
