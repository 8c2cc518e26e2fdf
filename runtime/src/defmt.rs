//! The feature `defmt`: the text of `Display`, formatted by the host rather than by the device.
//!
//! Numbers and texts are sent as they are. The words around them are interned.

use defmt::{Format, Formatter, write};

use crate::{
    BrowserCloseError, CloseCodeEnum, CloseEvent, CloseFrame, CloseFrameError, CodeRange,
    NotCustom, ParseCloseCodeError, ParseValueError, Payload, Reason, ReasonTooLong, Unnamed,
    UnsendableCode,
};

/// For generated enums.
#[doc(hidden)]
pub fn format_code(f: Formatter<'_>, code: u16, name: &str) {
    write!(f, "{=u16} {=str}", code, name);
}

fn format_parts<C: CloseCodeEnum>(f: Formatter<'_>, code: C, reason: &str) {
    format_code(f, code.as_u16(), code.name());
    if !reason.is_empty() {
        write!(f, ": {=str:?}", reason);
    }
}

impl<C, const FIRST: u16> Format for Unnamed<C, FIRST> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=u16}", self.as_u16());
    }
}

impl Format for CodeRange {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=str}", self.name());
        for (i, span) in self.spans().iter().enumerate() {
            let before = if i == 0 { " (" } else { ", " };
            write!(f, "{=str}{=u16}", before, *span.start());
            if span.start() < span.end() {
                write!(f, "-{=u16}", *span.end());
            }
        }
        write!(f, ")");
    }
}

impl Format for Reason {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=str}", self.as_str());
    }
}

impl<C: CloseCodeEnum> Format for CloseFrame<C> {
    fn format(&self, f: Formatter<'_>) {
        if let Some(code) = self.code() {
            format_parts(f, code, self.reason());
        } else {
            write!(f, "no code");
        }
    }
}

/// The bytes, as `Debug` shows them.
impl Format for Payload {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=[u8]}", **self);
    }
}

impl<C: CloseCodeEnum> Format for CloseEvent<C> {
    fn format(&self, f: Formatter<'_>) {
        format_parts(f, self.code(), self.reason());
        let clean = if self.was_clean() {
            "clean"
        } else {
            "not clean"
        };
        write!(f, " ({=str})", clean);
    }
}

impl<C: CloseCodeEnum> Format for CloseFrameError<C> {
    fn format(&self, f: Formatter<'_>) {
        match *self {
            Self::OneByte => write!(
                f,
                "close frame of one byte, expected none or at least two (RFC 6455 §5.5.1)",
            ),
            Self::TooLong { len } => write!(
                f,
                "close frame of {=usize} bytes, expected at most 125 (RFC 6455 §5.5)",
                len,
            ),
            Self::InvalidUtf8 { code, valid_up_to } => {
                write!(f, "close reason of `");
                format_code(f, code.as_u16(), code.name());
                write!(
                    f,
                    "` invalid from byte {=usize}, expected UTF-8 (RFC 6455 §5.5.1)",
                    valid_up_to,
                );
            }
            Self::ReasonTooLong(error) => error.format(f),
            Self::Unsendable(error) => error.format(f),
        }
    }
}

impl Format for ReasonTooLong {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "close reason of {=usize} bytes, expected at most 123 (RFC 6455 §5.5)",
            self.len(),
        );
    }
}

impl<C: CloseCodeEnum> Format for UnsendableCode<C> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "close code `");
        format_code(f, self.code().as_u16(), self.code().name());
        write!(
            f,
            "`, expected one that may be in a Close frame (RFC 6455 §7.4)",
        );
    }
}

impl<C: CloseCodeEnum> Format for NotCustom<C> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "close code `");
        format_code(f, self.code().as_u16(), self.code().name());
        write!(f, "`, expected a custom code of the table");
    }
}

impl Format for BrowserCloseError {
    fn format(&self, f: Formatter<'_>) {
        match *self {
            Self::InvalidAccess { code: Some(code) } => write!(
                f,
                "close code {=u16}, expected 1000 or 3000-4999 (WHATWG WebSockets)",
                code,
            ),
            Self::InvalidAccess { code: None } => write!(
                f,
                "close reason without a code, expected 1000 or 3000-4999 (WHATWG WebSockets)",
            ),
            Self::Syntax { len } => write!(
                f,
                "close reason of {=usize} bytes, expected at most 123 (WHATWG WebSockets)",
                len,
            ),
        }
    }
}

impl Format for ParseCloseCodeError {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=str}", self.text());
    }
}

impl Format for ParseValueError {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "unknown value, expected ");
        for (before, value) in self.values() {
            write!(f, "{=str}`{=str}`", before, value);
        }
    }
}
