//! The browsers' rules for the arguments of `close`.

use core::error::Error;
use core::fmt;

use crate::Reason;

/// Checks whether a browser's [`close(code, reason)`][close] accepts these arguments.
///
/// `None` and `""` stand for absent arguments. As the standard requires, the code is checked before
/// the length of the reason. The standard does not mention a reason without a code; Chromium refuses
/// one, and so does this function.
///
/// # Errors
///
/// - [`InvalidAccess`](BrowserCloseError::InvalidAccess) if the code is neither 1000 nor in
///   3000–4999, or if there is a reason without a code;
/// - [`Syntax`](BrowserCloseError::Syntax) if the reason has more than 123 bytes of UTF-8.
///
/// ```
/// use close_codes::{BrowserCloseError, check_browser_close};
///
/// assert_eq!(check_browser_close(Some(4000), "idle"), Ok(()));
/// assert_eq!(check_browser_close(None, ""), Ok(()));
/// assert_eq!(
///     check_browser_close(Some(1001), ""),
///     Err(BrowserCloseError::InvalidAccess { code: Some(1001) }),
/// );
/// assert_eq!(
///     check_browser_close(None, "idle"),
///     Err(BrowserCloseError::InvalidAccess { code: None }),
/// );
/// assert_eq!(
///     check_browser_close(Some(1000), &"é".repeat(62)),
///     Err(BrowserCloseError::Syntax { len: 124 }),
/// );
/// ```
///
/// [close]: https://websockets.spec.whatwg.org/#dom-websocket-close
pub const fn check_browser_close(code: Option<u16>, reason: &str) -> Result<(), BrowserCloseError> {
    match code {
        Some(code) if is_browser_sendable(code) => {}
        None if reason.is_empty() => {}
        _ => return Err(BrowserCloseError::InvalidAccess { code }),
    }
    if reason.len() > Reason::MAX_LEN {
        return Err(BrowserCloseError::Syntax { len: reason.len() });
    }
    Ok(())
}

/// The codes that a browser's `close` accepts.
#[doc(hidden)]
#[inline]
#[must_use]
pub const fn is_browser_sendable(code: u16) -> bool {
    matches!(code, 1000 | 3000..=4999)
}

/// The error of [`check_browser_close`]: what a browser would throw.
///
/// ```
/// use close_codes::check_browser_close;
///
/// assert_eq!(
///     check_browser_close(Some(1001), "").unwrap_err().to_string(),
///     "close code 1001, expected 1000 or 3000-4999 (WHATWG WebSockets)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BrowserCloseError {
    /// A code that is neither 1000 nor in 3000–4999, or a reason without a code, which Chromium refuses.
    InvalidAccess {
        /// The code, if there was one.
        code: Option<u16>,
    },
    /// A reason of more than 123 bytes.
    Syntax {
        /// The length of the reason in bytes of UTF-8.
        len: usize,
    },
}

impl BrowserCloseError {
    /// The name of the [`DOMException`](https://webidl.spec.whatwg.org/#idl-DOMException-error-names).
    ///
    /// ```
    /// # use close_codes::check_browser_close;
    /// assert_eq!(check_browser_close(Some(1001), "").unwrap_err().name(), "InvalidAccessError");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::InvalidAccess { .. } => "InvalidAccessError",
            Self::Syntax { .. } => "SyntaxError",
        }
    }
}

impl fmt::Display for BrowserCloseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidAccess { code: Some(code) } => write!(
                f,
                "close code {code}, expected 1000 or 3000-4999 (WHATWG WebSockets)",
            ),
            Self::InvalidAccess { code: None } => f.write_str(
                "close reason without a code, expected 1000 or 3000-4999 (WHATWG WebSockets)",
            ),
            Self::Syntax { len } => write!(
                f,
                "close reason of {len} bytes, expected at most {} (WHATWG WebSockets)",
                Reason::MAX_LEN,
            ),
        }
    }
}

impl Error for BrowserCloseError {}
