//! The payload of a Close frame in, a checked frame out, and back.

use core::error::Error;
use core::fmt;
use core::ops::Deref;
use core::str;

use crate::{CloseCode, CloseCodeTable, Reason};

// RFC 6455 §5.5: the longest payload of a control frame, in bytes.
const MAX_PAYLOAD: usize = 125;

// RFC 6455 §5.5.1: a code of two bytes, then the reason.
const _: () = assert!(Reason::MAX_LEN == MAX_PAYLOAD - size_of::<u16>());

/// A Close frame: an optional code and its reason. One that exists may be sent ([RFC 6455 §5.5.1]).
///
/// ```
/// use close_codes::{CloseCode, CloseFrame, Reason};
///
/// let frame = CloseFrame::new(CloseCode::GoingAway, Reason::truncate("deploying"))?;
/// assert_eq!(&*frame.encode(), b"\x03\xe9deploying");
/// assert_eq!(CloseFrame::parse(&frame.encode()), Ok(frame));
/// # Ok::<(), close_codes::UnsendableCode>(())
/// ```
///
/// [RFC 6455 §5.5.1]: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CloseFrame<C = CloseCode> {
    code: Option<C>,
    reason: Reason,
}

impl<C: CloseCodeTable> CloseFrame<C> {
    /// The frame with this payload, checked as strictly as the RFC asks.
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
    pub fn parse(payload: &[u8]) -> Result<Self, CloseFrameError<C>> {
        match *payload {
            [] => Ok(Self::empty()),
            [_] => Err(CloseFrameError::OneByte),
            [..] if payload.len() > MAX_PAYLOAD => {
                Err(CloseFrameError::TooLong { len: payload.len() })
            }
            [high, low] => {
                let code = C::from_u16(u16::from_be_bytes([high, low]));
                Self::new(code, Reason::EMPTY).map_err(CloseFrameError::Unsendable)
            }
            [high, low, ref reason @ ..] => {
                let code = C::from_u16(u16::from_be_bytes([high, low]));
                match str::from_utf8(reason) {
                    // Nothing to truncate: the payload fits, so the reason does.
                    Ok(reason) => Self::new(code, Reason::truncate(reason))
                        .map_err(CloseFrameError::Unsendable),
                    Err(error) => Err(CloseFrameError::InvalidUtf8 {
                        code,
                        valid_up_to: error.valid_up_to(),
                    }),
                }
            }
        }
    }

    /// The frame with this code and reason.
    ///
    /// # Errors
    ///
    /// If the code is not [sendable](CloseCodeTable::is_sendable) (RFC 6455 §7.4).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// assert!(CloseFrame::new(CloseCode::NormalClosure, Reason::EMPTY).is_ok());
    /// assert!(CloseFrame::new(CloseCode::AbnormalClosure, Reason::EMPTY).is_err());
    /// ```
    pub fn new(code: C, reason: Reason) -> Result<Self, UnsendableCode<C>> {
        if !code.is_sendable() {
            return Err(UnsendableCode { code, reason });
        }
        Ok(Self {
            code: Some(code),
            reason,
        })
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

    /// The code, if the frame has one. 1005 stands for its absence (RFC 6455 §7.1.5).
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

    pub(crate) const fn as_reason(&self) -> &Reason {
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
            head.copy_from_slice(&code.code().to_be_bytes());
            tail.copy_from_slice(self.reason.padded());
            payload.len = size_of::<u16>() + self.reason.len();
        }
        payload
    }
}

impl<C: CloseCodeTable> Default for CloseFrame<C> {
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
#[derive(Clone, Copy, PartialEq, Eq)]
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

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// The error of [`CloseFrame::parse`]: why a payload is not that of a Close frame.
///
/// It has the 128 bytes of a frame, for it keeps the reason of one without an allocation. Clippy's
/// `result_large_err` minds that in functions which return it; there it may be allowed, or the
/// error made smaller by what the function needs of it.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CloseFrameError<C = CloseCode> {
    /// Half a code (RFC 6455 §5.5.1).
    OneByte,
    /// More than the 125 bytes of a control frame (RFC 6455 §5.5).
    TooLong {
        /// The length of the payload in bytes.
        len: usize,
    },
    /// A reason that is not UTF-8 (RFC 6455 §5.5.1).
    InvalidUtf8 {
        /// The code, which may be unsendable too.
        code: C,
        /// The length in bytes of the part of the reason that is UTF-8.
        valid_up_to: usize,
    },
    /// A code that may not be in a frame (RFC 6455 §7.4).
    Unsendable(UnsendableCode<C>),
}

impl<C: CloseCodeTable> CloseFrameError<C> {
    /// The code to fail the connection with: 1007 if the reason is not UTF-8, else 1002
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
            Self::OneByte | Self::TooLong { .. } | Self::Unsendable(_) => CloseCode::ProtocolError,
        })
    }
}

impl<C: CloseCodeTable> fmt::Display for CloseFrameError<C> {
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
            Self::Unsendable(error) => error.fmt(f),
        }
    }
}

impl<C: CloseCodeTable> Error for CloseFrameError<C> {}

/// The error of [`CloseFrame::new`]: a code that may not be in a frame, and the reason it came with.
///
/// For whoever wants to be as lenient as a browser, which shows such a code to the page unless it
/// is 1005, 1006 or 1015.
///
/// ```
/// use close_codes::{CloseCode, CloseFrame, CloseFrameError};
///
/// let refused = match CloseFrame::<CloseCode>::parse(b"\x07\xd0bye") {
///     Err(CloseFrameError::Unsendable(refused)) => refused,
///     other => panic!("{other:?}"),
/// };
/// assert_eq!(refused.code(), 2000);
/// assert_eq!(refused.reason(), "bye");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsendableCode<C = CloseCode> {
    code: C,
    reason: Reason,
}

impl<C: CloseCodeTable> UnsendableCode<C> {
    /// The code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// let error = CloseFrame::new(CloseCode::TlsHandshake, Reason::EMPTY).unwrap_err();
    /// assert_eq!(error.code(), CloseCode::TlsHandshake);
    /// ```
    #[must_use]
    pub const fn code(&self) -> C {
        self.code
    }

    /// The reason that came with the code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseFrame, Reason};
    /// let reason = Reason::truncate("bye");
    /// let error = CloseFrame::new(CloseCode::TlsHandshake, reason).unwrap_err();
    /// assert_eq!(error.reason(), "bye");
    /// ```
    #[must_use]
    pub const fn reason(&self) -> &str {
        self.reason.as_str()
    }
}

impl<C: CloseCodeTable> fmt::Display for UnsendableCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "close code `{}`, expected one that may be in a Close frame (RFC 6455 §7.4)",
            self.code,
        )
    }
}

impl<C: CloseCodeTable> Error for UnsendableCode<C> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_as_large_as_a_frame() {
        let sizes = [size_of::<CloseFrame>(), size_of::<CloseFrameError>()];
        assert_eq!(sizes, [128; 2]);
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
            reason: Reason::EMPTY,
        };
        assert_eq!(
            parse(&payload[..2]),
            Err(CloseFrameError::Unsendable(error))
        );
    }
}
