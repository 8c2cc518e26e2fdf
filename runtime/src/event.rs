//! Close events: how a connection ended, like the Web's `CloseEvent`.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::str;

use crate::lookup::padded;
use crate::{CloseCode, CloseCodeEnum, CloseFrame, Reason};

/// What a [`CloseEvent`] is made from, with the Web's defaults ([`CloseEventInit`]).
///
/// ```
/// use close_codes::{CloseCode, CloseEventInit, Reason};
///
/// let init = CloseEventInit::<CloseCode>::default();
/// assert_eq!(init.code, 0);
/// assert_eq!(init.reason, Reason::EMPTY);
/// assert!(!init.was_clean);
/// ```
///
/// [`CloseEventInit`]: https://websockets.spec.whatwg.org/#dictdef-closeeventinit
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CloseEventInit<C = CloseCode> {
    /// The code; 0 by default. Any is allowed, sendable or not.
    pub code: C,
    /// The reason; empty by default.
    pub reason: Reason,
    /// Whether the closing handshake completed; `false` by default.
    pub was_clean: bool,
}

impl<C: CloseCodeEnum> Default for CloseEventInit<C> {
    fn default() -> Self {
        Self {
            code: C::from_u16(0),
            reason: Reason::EMPTY,
            was_clean: false,
        }
    }
}

/// How a connection ended: the Web's [`CloseEvent`], without the parts that belong to the DOM.
///
/// Two events are equal if their code, reason and `was_clean` are equal.
///
/// ```
/// use close_codes::{CloseCode, CloseEvent};
///
/// let event = CloseEvent::<CloseCode>::received(Some((1001, "deploying")), true);
/// assert_eq!(event.to_string(), r#"1001 Going Away: "deploying" (clean)"#);
/// ```
///
/// [`CloseEvent`]: https://websockets.spec.whatwg.org/#the-closeevent-interface
#[derive(Clone, Copy)]
pub struct CloseEvent<C = CloseCode> {
    pub(crate) init: CloseEventInit<C>,
    dispatched: bool,
}

impl<C: CloseCodeEnum> CloseEvent<C> {
    /// An event that has not been dispatched yet, like the Web's `new CloseEvent("close", init)`.
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseEvent, CloseEventInit};
    ///
    /// let event = CloseEvent::new(CloseEventInit {
    ///     code: CloseCode::from_u16(4000),
    ///     ..CloseEventInit::default()
    /// });
    /// assert_eq!(event.to_string(), "4000 Application (not clean)");
    /// ```
    #[must_use]
    pub const fn new(init: CloseEventInit<C>) -> Self {
        Self {
            init,
            dispatched: false,
        }
    }

    /// The event of a socket whose peer sent this frame; a frame without a code gives 1005
    /// (RFC 6455 §7.1.5).
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseEvent, CloseFrame};
    ///
    /// let event = CloseEvent::<CloseCode>::from_frame(&CloseFrame::empty(), true);
    /// assert_eq!(event.to_string(), "1005 No Status Rcvd (clean)");
    /// ```
    #[must_use]
    pub fn from_frame(frame: &CloseFrame<C>, was_clean: bool) -> Self {
        let code = frame.code().unwrap_or(C::from(CloseCode::NoStatusRcvd));
        Self::dispatched(code, *frame.as_reason(), was_clean)
    }

    /// The event of a socket whose library received this code and reason, or `None` for a Close frame
    /// without a code, which gives 1005 (RFC 6455 §7.1.5).
    ///
    /// This is for libraries that check what they receive, so it never fails: it accepts any number,
    /// and [`Reason::truncate`] shortens a reason of more than 123 bytes. For a payload that has not
    /// been checked, use [`CloseFrame::parse`].
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseEvent};
    ///
    /// let event = CloseEvent::<CloseCode>::received(Some((1001, "deploying")), true);
    /// assert_eq!(event.to_string(), r#"1001 Going Away: "deploying" (clean)"#);
    /// let event = CloseEvent::<CloseCode>::received(None, true);
    /// assert_eq!(event.to_string(), "1005 No Status Rcvd (clean)");
    /// ```
    #[must_use]
    pub fn received(parts: Option<(u16, &str)>, was_clean: bool) -> Self {
        let (code, reason) = parts.unwrap_or((CloseCode::NoStatusRcvd.as_u16(), ""));
        Self::dispatched(C::from_u16(code), Reason::truncate(reason), was_clean)
    }

    /// The event that a browser shows to its page when a server has sent a Close frame with this
    /// payload.
    ///
    /// Browsers are more lenient than [`CloseFrame::parse`]: they pass on every code except 1005,
    /// 1006 and 1015. Those codes, and a payload of one byte, of more than 125 bytes or with a reason
    /// that is not UTF-8, fail the connection: 1006 and not clean, whatever `was_clean` says.
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseEvent, CloseFrame};
    ///
    /// let payload = b"\x07\xd0bye";
    /// assert!(CloseFrame::<CloseCode>::parse(payload).is_err());
    /// let event = CloseEvent::<CloseCode>::browser_received(payload, true);
    /// assert_eq!(event.to_string(), r#"2000 Extension: "bye" (clean)"#);
    ///
    /// let event = CloseEvent::<CloseCode>::browser_received(b"\x03\xed", true);
    /// assert_eq!(event, CloseEvent::abnormal());
    /// ```
    #[must_use]
    pub fn browser_received(payload: &[u8], was_clean: bool) -> Self {
        match *payload {
            [] => Self::received(None, was_clean),
            [high, low, ref reason @ ..] if reason.len() <= Reason::MAX_LEN => {
                match (u16::from_be_bytes([high, low]), str::from_utf8(reason)) {
                    (1005 | 1006 | 1015, _) | (_, Err(_)) => Self::abnormal(),
                    (code, Ok(reason)) => Self::received(Some((code, reason)), was_clean),
                }
            }
            _ => Self::abnormal(),
        }
    }

    /// The event of a socket that received no Close frame: 1006 and not clean (RFC 6455 §7.1.5).
    ///
    /// ```
    /// use close_codes::{CloseCode, CloseEvent};
    ///
    /// let event = CloseEvent::<CloseCode>::abnormal();
    /// assert_eq!(event.to_string(), "1006 Abnormal Closure (not clean)");
    /// ```
    #[must_use]
    pub fn abnormal() -> Self {
        Self::dispatched(C::from(CloseCode::AbnormalClosure), Reason::EMPTY, false)
    }

    /// An event that a socket has dispatched.
    pub(crate) const fn dispatched(code: C, reason: Reason, was_clean: bool) -> Self {
        let init = CloseEventInit {
            code,
            reason,
            was_clean,
        };
        Self {
            init,
            dispatched: true,
        }
    }

    /// The peer's code, or 1005 or 1006 if it sent none (RFC 6455 §7.1.5).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseEvent};
    /// let event = CloseEvent::<CloseCode>::abnormal();
    /// assert_eq!(event.code(), CloseCode::AbnormalClosure);
    /// ```
    #[must_use]
    pub const fn code(&self) -> C {
        self.init.code
    }

    /// The peer's reason, or the empty string (RFC 6455 §7.1.6).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseEvent};
    /// assert_eq!(CloseEvent::<CloseCode>::abnormal().reason(), "");
    /// ```
    #[must_use]
    pub const fn reason(&self) -> &str {
        self.init.reason.as_str()
    }

    /// The reason as a [`Reason`], to keep or to use in a frame.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseEvent, Reason};
    /// assert_eq!(CloseEvent::<CloseCode>::abnormal().as_reason(), &Reason::EMPTY);
    /// ```
    #[must_use]
    pub const fn as_reason(&self) -> &Reason {
        &self.init.reason
    }

    /// Whether the closing handshake completed (RFC 6455 §7.1.4).
    ///
    /// This is not the same as having a code: an empty Close frame is clean, and a connection can be
    /// lost after a frame with a code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseEvent};
    /// assert!(!CloseEvent::<CloseCode>::abnormal().was_clean());
    /// ```
    #[must_use]
    pub const fn was_clean(&self) -> bool {
        self.init.was_clean
    }

    /// The same event, with the code of the same number from another table.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseEvent};
    /// # #[cfg(feature = "macros")]
    /// close_codes::close_codes! {
    ///     enum GatewayClose = "examples/gateway.toml";
    /// }
    ///
    /// # #[cfg(not(feature = "macros"))]
    /// # fn main() {}
    /// # #[cfg(feature = "macros")]
    /// # fn main() {
    /// let event = CloseEvent::<CloseCode>::received(Some((4005, "")), true);
    /// assert_eq!(event.to_string(), "4005 Application (clean)");
    /// let event = event.in_table::<GatewayClose>();
    /// assert_eq!(event.to_string(), "4005 Session Timed Out (clean)");
    /// # }
    /// ```
    #[must_use]
    pub fn in_table<D: CloseCodeEnum>(&self) -> CloseEvent<D> {
        let CloseEventInit {
            code,
            reason,
            was_clean,
        } = self.init;
        CloseEvent {
            init: CloseEventInit {
                code: D::from_u16(code.as_u16()),
                reason,
                was_clean,
            },
            dispatched: self.dispatched,
        }
    }

    /// Reinitializes an event made by [`new`](Self::new); does nothing once an event has been
    /// dispatched.
    ///
    /// ```
    /// # #![allow(deprecated)]
    /// use close_codes::{CloseCode, CloseEvent, CloseEventInit, Reason};
    ///
    /// let mut event = CloseEvent::new(CloseEventInit::default());
    /// event.init_close_event(true, CloseCode::GoingAway, Reason::EMPTY);
    /// assert_eq!(event.code(), CloseCode::GoingAway);
    ///
    /// let mut event = CloseEvent::abnormal();
    /// event.init_close_event(true, CloseCode::GoingAway, Reason::EMPTY);
    /// assert_eq!(event.code(), CloseCode::AbnormalClosure);
    /// ```
    #[deprecated = "browsers have removed `initCloseEvent`; use `CloseEvent::new`"]
    pub const fn init_close_event(&mut self, was_clean: bool, code: C, reason: Reason) {
        if !self.dispatched {
            self.init = CloseEventInit {
                code,
                reason,
                was_clean,
            };
        }
    }
}

impl<C: CloseCodeEnum> fmt::Display for CloseEvent<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clean = if self.was_clean() {
            "clean"
        } else {
            "not clean"
        };
        padded(f, |out| match self.reason() {
            "" => write!(out, "{} ({clean})", self.code()),
            reason => write!(out, "{}: {reason:?} ({clean})", self.code()),
        })
    }
}

impl<C: CloseCodeEnum> fmt::Debug for CloseEvent<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CloseEvent")
            .field("code", &self.code())
            .field("reason", &self.reason())
            .field("was_clean", &self.was_clean())
            .finish()
    }
}

impl<C: PartialEq> PartialEq for CloseEvent<C> {
    fn eq(&self, other: &Self) -> bool {
        self.init == other.init
    }
}

impl<C: Eq> Eq for CloseEvent<C> {}

impl<C: Hash> Hash for CloseEvent<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.init.hash(state);
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::hash::{BuildHasher, RandomState};

    use super::*;

    #[test]
    fn all_but_dispatch_is_part_of_equality_and_hash() {
        let abnormal = CloseEvent::<CloseCode>::abnormal();
        let same = CloseEvent::new(abnormal.init);
        let clean = CloseEvent::new(CloseEventInit {
            was_clean: true,
            ..abnormal.init
        });
        let hash = RandomState::new();
        assert_eq!(abnormal, same);
        assert_eq!(hash.hash_one(abnormal), hash.hash_one(same));
        assert_ne!(abnormal, clean);
        assert_ne!(hash.hash_one(abnormal), hash.hash_one(clean));
    }
}
