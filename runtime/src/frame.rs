//! Close frames: parsing, checking, making and encoding them.

use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str;

use crate::lookup::padded;
use crate::{CloseCode, CloseCodeEnum, Reason, ReasonTooLong};

// RFC 6455 §5.5: the longest payload of a control frame, in bytes.
const MAX_PAYLOAD: usize = 125;

// RFC 6455 §5.5.1: a code of two bytes, then the reason.
const _: () = assert!(Reason::MAX_LEN == MAX_PAYLOAD - size_of::<u16>());

/// A Close frame that may be sent: an optional code and its reason ([RFC 6455 §5.5.1]).
///
/// | to make a frame from | use |
/// |---|---|
/// | a code, with the reason of its table | [`from_code`](Self::from_code) |
/// | a number and a text | [`from_parts`](Self::from_parts) |
/// | a code and a [`Reason`] | [`new`](Self::new) |
/// | the bytes of a payload | [`parse`](Self::parse) |
/// | a code, in a constant | the code's [`to_frame`](CloseCode::to_frame) |
/// | nothing | [`empty`](Self::empty) |
///
/// ```
/// use close_codes::{CloseCode, CloseFrame, CloseFrameError};
///
/// let frame: CloseFrame = CloseFrame::from_parts(1001, "deploying")?;
/// assert_eq!(frame.to_string(), r#"1001 Going Away: "deploying""#);
/// assert_eq!(&*frame.encode(), b"\x03\xe9deploying");
/// assert_eq!(CloseFrame::parse(&frame.encode())?, frame);
///
/// const BUSY: CloseFrame = CloseCode::TryAgainLater.to_frame().unwrap();
/// assert_eq!(BUSY.code(), Some(CloseCode::TryAgainLater));
/// # Ok::<(), CloseFrameError>(())
/// ```
///
/// [RFC 6455 §5.5.1]: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CloseFrame<C = CloseCode> {
    code: Option<C>,
    reason: Reason,
}

impl<C: CloseCodeEnum> CloseFrame<C> {
    /// The frame with this payload, checked as strictly as the RFC requires.
    ///
    /// # Errors
    ///
    /// In this order: if the payload has one byte or more than 125 (RFC 6455 §5.5), if the reason
    /// is not UTF-8 (§5.5.1), if the code may not be in a frame (§7.4).
    /// [`CloseFrameError::fail_code`] is the code to fail the connection with.
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseFrame};
    ///
    /// let frame = CloseFrame::parse(b"\x0f\xa0idle")?;
    /// assert_eq!(frame.code(), Some(CloseCode::from_u16(4000)));
    /// assert_eq!(frame.reason(), "idle");
    ///
    /// let error = CloseFrame::<CloseCode>::parse(b"\x03\xe8\xff").unwrap_err();
    /// assert_eq!(error.fail_code(), CloseCode::InvalidFramePayloadData);
    /// # Ok::<(), close_codes::CloseFrameError>(())
    /// ```
    #[inline]
    pub fn parse(payload: &[u8]) -> Result<Self, CloseFrameError<C>> {
        match *payload {
            [] => Ok(Self::empty()),
            [high, low] => {
                let code = C::from_u16(u16::from_be_bytes([high, low]));
                Ok(Self::new(code, Reason::EMPTY)?)
            }
            _ => Self::parse_reason(payload),
        }
    }

    // Not inlined: saving the registers that it needs would slow down payloads without a reason.
    #[inline(never)]
    fn parse_reason(payload: &[u8]) -> Result<Self, CloseFrameError<C>> {
        let [high, low, reason @ ..] = payload else {
            return Err(CloseFrameError::OneByte);
        };
        if payload.len() > MAX_PAYLOAD {
            return Err(CloseFrameError::TooLong { len: payload.len() });
        }
        let code = C::from_u16(u16::from_be_bytes([*high, *low]));
        let is_sendable = code.is_sendable();
        match str::from_utf8(reason) {
            Ok(reason) if is_sendable => Ok(Self {
                code: Some(code),
                reason: Reason::truncate(reason),
            }),
            Ok(_) => Err(UnsendableCode { code }.into()),
            Err(error) => Err(CloseFrameError::InvalidUtf8 {
                code,
                valid_up_to: error.valid_up_to(),
            }),
        }
    }

    /// The frame with this code and reason.
    ///
    /// For a reason that is a `&str`, use [`from_parts`](Self::from_parts) or make a [`Reason`] from
    /// it. For the default reason of the table, use [`from_code`](Self::from_code).
    ///
    /// # Errors
    ///
    /// If the code is not [sendable](CloseCodeEnum::is_sendable) (RFC 6455 §7.4).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// let reason = Reason::truncate("a text of any length");
    /// assert!(CloseFrame::new(CloseCode::NormalClosure, reason).is_ok());
    /// assert!(CloseFrame::new(CloseCode::AbnormalClosure, reason).is_err());
    /// ```
    pub fn new(code: C, reason: Reason) -> Result<Self, UnsendableCode<C>> {
        if !code.is_sendable() {
            return Err(UnsendableCode { code });
        }
        Ok(Self {
            code: Some(code),
            reason,
        })
    }

    /// The frame with this code and the table's default reason for it.
    ///
    /// # Errors
    ///
    /// If the code is not [sendable](CloseCodeEnum::is_sendable) (RFC 6455 §7.4).
    ///
    /// ```
    /// # use close_codes::CloseFrame;
    /// # #[cfg(feature = "macros")]
    /// close_codes::close_codes! {
    ///     enum GatewayClose = "examples/gateway.toml";
    /// }
    ///
    /// # #[cfg(not(feature = "macros"))]
    /// # fn main() {}
    /// # #[cfg(feature = "macros")]
    /// # fn main() {
    /// let frame = CloseFrame::from_code(GatewayClose::SessionReplaced).unwrap();
    /// assert_eq!(frame.reason(), "connected from another device");
    /// assert!(CloseFrame::from_code(GatewayClose::AbnormalClosure).is_err());
    /// # }
    /// ```
    pub fn from_code(code: C) -> Result<Self, UnsendableCode<C>> {
        // Nothing to truncate: the macro has checked that the reason fits.
        Self::new(code, Reason::truncate(code.reason()))
    }

    /// The frame with this number as its code and with this reason, the form in which WebSocket
    /// libraries have them.
    ///
    /// [`parts`](Self::parts) is the inverse.
    ///
    /// # Errors
    ///
    /// In this order: if the reason has more than 123 bytes (RFC 6455 §5.5), if the code is not
    /// [sendable](CloseCodeEnum::is_sendable) (§7.4).
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseFrame, CloseFrameError};
    ///
    /// let frame = CloseFrame::<CloseCode>::from_parts(4000, "idle")?;
    /// assert_eq!(frame.to_string(), r#"4000 Application: "idle""#);
    ///
    /// let unsendable = CloseFrame::<CloseCode>::from_parts(1006, "");
    /// assert!(matches!(unsendable, Err(CloseFrameError::Unsendable(_))));
    /// # Ok::<(), CloseFrameError>(())
    /// ```
    pub fn from_parts(code: u16, reason: &str) -> Result<Self, CloseFrameError<C>> {
        Ok(Self::new(C::from_u16(code), Reason::new(reason)?)?)
    }

    /// For `to_frame` of `C`, which has checked the code; only generated code has a key.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(code: C, reason: &str, _: C::Key) -> Self {
        Self {
            code: Some(code),
            reason: Reason::truncate(reason),
        }
    }

    /// The frame without a code, whose payload is empty.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let frame = CloseFrame::<CloseCode>::empty();
    /// assert_eq!(frame.code(), None);
    /// assert!(frame.encode().is_empty());
    /// ```
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            code: None,
            reason: Reason::EMPTY,
        }
    }

    /// The code, if the frame has one. A [`CloseEvent`](crate::CloseEvent) reports a missing code as
    /// 1005 (RFC 6455 §7.1.5).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let frame = CloseFrame::parse(b"\x03\xe8").unwrap();
    /// assert_eq!(frame.code(), Some(CloseCode::NormalClosure));
    /// ```
    #[must_use]
    pub const fn code(&self) -> Option<C> {
        self.code
    }

    /// The reason; empty if the frame has none (RFC 6455 §7.1.6).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let frame = CloseFrame::<CloseCode>::parse(b"\x03\xe8bye").unwrap();
    /// assert_eq!(frame.reason(), "bye");
    /// ```
    #[must_use]
    pub const fn reason(&self) -> &str {
        self.reason.as_str()
    }

    /// The number of the code and the reason, as a WebSocket library takes them; `None` if the frame
    /// has no code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let frame = CloseFrame::<CloseCode>::from_parts(1001, "deploying").unwrap();
    /// assert_eq!(frame.parts(), Some((1001, "deploying")));
    /// assert_eq!(CloseFrame::<CloseCode>::empty().parts(), None);
    /// ```
    #[must_use]
    pub fn parts(&self) -> Option<(u16, &str)> {
        Some((self.code?.as_u16(), self.reason()))
    }

    /// The reason as a [`Reason`], to keep or to use in another frame.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// let frame = CloseFrame::<CloseCode>::parse(b"\x03\xe8bye").unwrap();
    /// let reason: Reason = *frame.as_reason();
    /// assert_eq!(CloseFrame::new(CloseCode::GoingAway, reason).unwrap().reason(), "bye");
    /// ```
    #[must_use]
    pub const fn as_reason(&self) -> &Reason {
        &self.reason
    }

    /// The payload: the code, big-endian, and the reason (RFC 6455 §5.5.1).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// let frame = CloseFrame::new(CloseCode::GoingAway, Reason::EMPTY).unwrap();
    /// assert_eq!(&*frame.encode(), [3, 0xe9]);
    /// ```
    #[must_use]
    pub fn encode(&self) -> Payload {
        let mut payload = Payload {
            bytes: [0; MAX_PAYLOAD],
            len: 0,
        };
        if let Some(code) = self.code {
            let (head, tail) = payload.bytes.split_at_mut(size_of::<u16>());
            head.copy_from_slice(&code.as_u16().to_be_bytes());
            tail.copy_from_slice(self.reason.padded());
            payload.len = size_of::<u16>() + self.reason.len();
        }
        payload
    }

    /// The same frame, with the code of the same number from another table.
    ///
    /// # Errors
    ///
    /// If the code is not [sendable](CloseCodeEnum::is_sendable) in that table.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// # #[cfg(feature = "macros")]
    /// close_codes::close_codes! {
    ///     enum GatewayClose = "examples/gateway.toml";
    /// }
    ///
    /// # #[cfg(not(feature = "macros"))]
    /// # fn main() {}
    /// # #[cfg(feature = "macros")]
    /// # fn main() {
    /// let frame: CloseFrame = CloseFrame::from_parts(4005, "").unwrap();
    /// assert_eq!(frame.to_string(), "4005 Application");
    /// let frame = frame.in_table::<GatewayClose>().unwrap();
    /// assert_eq!(frame.to_string(), "4005 Session Timed Out");
    /// # }
    /// ```
    pub fn in_table<D: CloseCodeEnum>(&self) -> Result<CloseFrame<D>, UnsendableCode<D>> {
        match self.code {
            Some(code) => CloseFrame::new(D::from_u16(code.as_u16()), self.reason),
            None => Ok(CloseFrame::empty()),
        }
    }
}

/// `1001 Going Away: "deploying"`, or `no code`.
impl<C: CloseCodeEnum> fmt::Display for CloseFrame<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| match (self.code, self.reason()) {
            (None, _) => out.write_str("no code"),
            (Some(code), "") => write!(out, "{code}"),
            (Some(code), reason) => write!(out, "{code}: {reason:?}"),
        })
    }
}

impl<C: CloseCodeEnum> Default for CloseFrame<C> {
    fn default() -> Self {
        Self::empty()
    }
}

/// The payload of a [`CloseFrame`]: at most 125 bytes, stored inline (RFC 6455 §5.5).
///
/// ```
/// use close_codes::{CloseCode, CloseFrame};
///
/// let payload = CloseFrame::<CloseCode>::parse(b"\x03\xe9deploying")?.encode();
/// assert_eq!(payload.len(), 11);
/// # Ok::<(), close_codes::CloseFrameError>(())
/// ```
// The bytes after the payload are zero, and the length comes last, so the derived order is a slice's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payload {
    bytes: [u8; MAX_PAYLOAD],
    len: usize,
}

impl Deref for Payload {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Payload {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl Hash for Payload {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// The error of [`CloseFrame::parse`] and [`CloseFrame::from_parts`]: why the input is not a valid
/// Close frame.
///
/// The errors of [`CloseFrame::new`] and [`Reason::new`] convert into it, so `?` works with all of
/// them.
///
/// ```
/// use close_codes::{CloseCode, CloseFrame};
///
/// let error = CloseFrame::<CloseCode>::parse(&[3]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "close frame of one byte, expected none or at least two (RFC 6455 §5.5.1)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CloseFrameError<C = CloseCode> {
    /// A payload of one byte, which is only half a code (RFC 6455 §5.5.1).
    OneByte,
    /// A payload longer than the 125 bytes that a control frame can have (RFC 6455 §5.5).
    TooLong {
        /// The length of the payload in bytes.
        len: usize,
    },
    /// A reason that is not UTF-8 (RFC 6455 §5.5.1).
    InvalidUtf8 {
        /// The code, which may be unsendable too.
        code: C,
        /// The length in bytes of the valid UTF-8 at the start of the reason.
        valid_up_to: usize,
    },
    /// A reason of more than 123 bytes (RFC 6455 §5.5).
    ReasonTooLong(ReasonTooLong),
    /// A code that may not be in a frame (RFC 6455 §7.4).
    Unsendable(UnsendableCode<C>),
}

impl<C> From<ReasonTooLong> for CloseFrameError<C> {
    fn from(error: ReasonTooLong) -> Self {
        Self::ReasonTooLong(error)
    }
}

impl<C> From<UnsendableCode<C>> for CloseFrameError<C> {
    fn from(error: UnsendableCode<C>) -> Self {
        Self::Unsendable(error)
    }
}

impl<C: CloseCodeEnum> CloseFrameError<C> {
    /// The code to fail the connection with: 1007 if the reason is not UTF-8, otherwise 1002
    /// (RFC 6455 §7.4.1).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let error = CloseFrame::<CloseCode>::parse(&[3]).unwrap_err();
    /// assert_eq!(error.fail_code(), CloseCode::ProtocolError);
    /// ```
    #[must_use]
    pub fn fail_code(&self) -> C {
        C::from(match self {
            Self::InvalidUtf8 { .. } => CloseCode::InvalidFramePayloadData,
            Self::OneByte | Self::TooLong { .. } | Self::ReasonTooLong(_) | Self::Unsendable(_) => {
                CloseCode::ProtocolError
            }
        })
    }
}

impl<C: CloseCodeEnum> fmt::Display for CloseFrameError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneByte => f.write_str(
                "close frame of one byte, expected none or at least two (RFC 6455 §5.5.1)",
            ),
            Self::TooLong { len } => write!(
                f,
                "close frame of {len} bytes, expected at most {MAX_PAYLOAD} (RFC 6455 §5.5)",
            ),
            Self::InvalidUtf8 { code, valid_up_to } => write!(
                f,
                "close reason of `{code}` invalid from byte {valid_up_to}, expected UTF-8 (RFC 6455 §5.5.1)",
            ),
            Self::ReasonTooLong(error) => error.fmt(f),
            Self::Unsendable(error) => error.fmt(f),
        }
    }
}

impl<C: CloseCodeEnum> Error for CloseFrameError<C> {}

/// The error of [`CloseFrame::new`] and [`CloseFrame::from_code`]: a code that may not be in a frame
/// (RFC 6455 §7.4).
///
/// ```
/// use close_codes::{CloseCode, CloseFrame};
///
/// let error = CloseFrame::from_code(CloseCode::NoStatusRcvd).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "close code `1005 No Status Rcvd`, expected one that may be in a Close frame (RFC 6455 §7.4)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnsendableCode<C = CloseCode> {
    code: C,
}

impl<C: CloseCodeEnum> UnsendableCode<C> {
    /// The code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame};
    /// let error = CloseFrame::from_code(CloseCode::TlsHandshake).unwrap_err();
    /// assert_eq!(error.code(), CloseCode::TlsHandshake);
    /// ```
    #[must_use]
    pub const fn code(&self) -> C {
        self.code
    }
}

impl<C: CloseCodeEnum> fmt::Display for UnsendableCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "close code `{}`, expected one that may be in a Close frame (RFC 6455 §7.4)",
            self.code,
        )
    }
}

impl<C: CloseCodeEnum> Error for UnsendableCode<C> {}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn a_frame_has_128_bytes_and_every_error_fewer() {
        assert_eq!(size_of::<CloseFrame>(), 128);
        // Clippy's `result_large_err` fires from 128 bytes on.
        let errors = [
            size_of::<CloseFrameError>(),
            size_of::<UnsendableCode>(),
            size_of::<ReasonTooLong>(),
            size_of::<crate::BrowserCloseError>(),
            size_of::<crate::ParseCloseCodeError>(),
            size_of::<crate::ParseValueError>(),
            size_of::<crate::NotCustom>(),
        ];
        assert!(errors.iter().all(|&size| size < 128), "{errors:?}");
    }

    #[test]
    fn payloads_order_and_hash_as_slices_do() {
        use std::hash::{BuildHasher, RandomState};

        let hash = RandomState::new();
        let texts = ["", "\0", "\0\0", "a", "a\0", "b"];
        let payloads = texts.map(|text| {
            let frame = CloseFrame::<CloseCode>::from_parts(1000, text);
            frame.expect("a code and a reason to send").encode()
        });
        for left in payloads {
            assert_eq!(hash.hash_one(left), hash.hash_one(&*left));
            for right in payloads {
                assert_eq!(left.cmp(&right), (*left).cmp(&*right));
            }
        }
    }

    #[test]
    fn parse_checks_length_then_utf8_then_code() {
        let mut payload = [0xff; MAX_PAYLOAD + 1];
        payload[..2].copy_from_slice(&1005_u16.to_be_bytes());
        let parse = CloseFrame::<CloseCode>::parse;

        let len = payload.len();
        assert_eq!(parse(&payload), Err(CloseFrameError::TooLong { len }));

        let error = CloseFrameError::InvalidUtf8 {
            code: CloseCode::NoStatusRcvd,
            valid_up_to: 0,
        };
        assert_eq!(parse(&payload[..MAX_PAYLOAD]), Err(error));

        let error = UnsendableCode {
            code: CloseCode::NoStatusRcvd,
        };
        assert_eq!(
            parse(&payload[..2]),
            Err(CloseFrameError::Unsendable(error))
        );
    }
}
