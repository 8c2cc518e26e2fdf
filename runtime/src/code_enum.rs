//! The trait of every generated enum, and the errors of parsing and converting its codes.

use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::browser::is_browser_sendable;
use crate::impl_code::Row;
use crate::{CloseCode, CodeRange, Reconnect, Sender};

/// An enum that `close_codes!` generates: [`CloseCode`], or the enum of a
/// custom table.
///
/// [`CloseFrame`](crate::CloseFrame) and [`CloseEvent`](crate::CloseEvent) are generic over it. Every
/// enum also has these methods as inherent ones, so code for one particular enum does not need the
/// trait, and can use most of them in constants.
///
/// Only the macro implements the trait, so methods and constants may be added to it in any release.
///
/// ```
/// use close_codes::{CloseCode, CloseCodeEnum};
///
/// /// A line for a log, with the enum of any table.
/// fn line<C: CloseCodeEnum>(code: C) -> String {
///     format!("{code} ({})", code.range().map_or("Protocol", |range| range.name()))
/// }
///
/// assert_eq!(line(CloseCode::GoingAway), "1001 Going Away (Protocol)");
/// assert_eq!(line(CloseCode::Timeout), "3008 Timeout (Library)");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of close codes",
    label = "expected `CloseCode`, or an enum that `close_codes!` generates",
    note = "`CloseCode::from(1001)` makes a code from a number",
    note = "`CloseFrame::from_parts(1001, \"text\")` makes a frame, and `CloseFrame::from_code(code)` one with the table's reason"
)]
pub trait CloseCodeEnum:
    Copy
    + Eq
    + Ord
    + Hash
    + Debug
    + Display
    + From<u16>
    + Into<u16>
    + From<CloseCode>
    + Into<CloseCode>
    + FromStr<Err = ParseCloseCodeError>
    + PartialEq<u16>
    + PartialOrd<u16>
    + Send
    + Sync
    + 'static
{
    /// Makes the payloads of range variants; only generated code can name a value of it.
    #[doc(hidden)]
    type Key: Copy;

    /// The texts of the code.
    #[doc(hidden)]
    fn __row(self) -> &'static Row;

    /// Every named code, by number.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(<CloseCode as CloseCodeEnum>::NAMED[0], 1000);
    /// ```
    const NAMED: &'static [Self];
    /// Every custom code, by number: those that this table, or a custom table that it extends, names.
    /// Standard codes are not included.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(<CloseCode as CloseCodeEnum>::CUSTOM.is_empty());
    /// ```
    const CUSTOM: &'static [Self];
    /// Every range, by its first code; an enclosing range comes before the ranges inside it.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(<CloseCode as CloseCodeEnum>::RANGES[0].name(), "Unused");
    /// ```
    const RANGES: &'static [CodeRange];
    /// The languages of the descriptions (BCP 47), that of [`description`](Self::description) first.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(<CloseCode as CloseCodeEnum>::LANGUAGES, ["en", "zh-CN"]);
    /// ```
    const LANGUAGES: &'static [&'static str];

    /// Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// let code: CloseCode = CloseCodeEnum::from_u16(1001);
    /// assert_eq!(code, CloseCode::GoingAway);
    /// ```
    #[must_use]
    fn from_u16(code: u16) -> Self;
    /// The number, as in the first two bytes of a Close frame's payload (RFC 6455 §5.5.1).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(CloseCodeEnum::as_u16(CloseCode::GoingAway), 1001);
    /// ```
    #[must_use]
    fn as_u16(self) -> u16;
    /// The name, or that of the range for a code without a name.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(CloseCodeEnum::name(CloseCode::GoingAway), "Going Away");
    /// ```
    #[inline]
    #[must_use]
    fn name(self) -> &'static str {
        self.__row().name
    }
    /// What the code means, as a sentence for users, in the table's default language if possible.
    ///
    /// Takes a reference because [`Error`] has a deprecated method of this name, which would
    /// otherwise be called on a reference to a code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(CloseCodeEnum::description(&CloseCode::GoingAway).starts_with("One side is going away"));
    /// ```
    #[inline]
    #[must_use]
    fn description(&self) -> &'static str {
        self.__row().description()
    }
    /// What the code means, in the language that fits best (RFC 4647 §3.4): that of the tag, or of
    /// the tag without its last subtags, or of a longer tag of the same language, otherwise
    /// [`description`](Self::description).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// let text = CloseCodeEnum::description_in(CloseCode::GoingAway, "zh-CN");
    /// assert_ne!(text, CloseCode::GoingAway.description());
    /// ```
    #[inline]
    #[must_use]
    fn description_in(self, language: &str) -> &'static str {
        self.__row().description_in(language)
    }
    /// The table's default reason for a Close frame, or an empty one.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(CloseCodeEnum::reason(CloseCode::GoingAway), "");
    /// ```
    #[inline]
    #[must_use]
    fn reason(self) -> &'static str {
        self.__row().reason
    }
    /// Where the code is defined, if the table says so.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(CloseCodeEnum::reference(CloseCode::GoingAway), Some("RFC 6455 §7.4.1"));
    /// ```
    #[inline]
    #[must_use]
    fn reference(self) -> Option<&'static str> {
        self.__row().reference()
    }
    /// The innermost range that contains the code; `None` for the codes of the protocol itself.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert_eq!(CloseCodeEnum::range(CloseCode::Timeout), Some(CloseCode::LIBRARY));
    /// ```
    #[must_use]
    fn range(self) -> Option<&'static CodeRange>;
    /// Whether the code has its own name, not just that of its range.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(!CloseCodeEnum::is_named(CloseCode::from(4321)));
    /// ```
    #[must_use]
    fn is_named(self) -> bool;
    /// Whether the code is one of [`CUSTOM`](Self::CUSTOM).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(!CloseCodeEnum::is_custom(CloseCode::GoingAway));
    /// ```
    #[must_use]
    fn is_custom(self) -> bool;
    /// Whether an endpoint may put the code in a Close frame (RFC 6455 §7.4).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(!CloseCodeEnum::is_sendable(CloseCode::AbnormalClosure));
    /// ```
    #[inline]
    #[must_use]
    fn is_sendable(self) -> bool {
        self.sender() != Sender::Nobody
    }
    /// Whether `close()` of a browser's WebSocket accepts the code (WHATWG `WebSockets`).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum};
    /// assert!(!CloseCodeEnum::is_browser_sendable(CloseCode::GoingAway));
    /// ```
    #[inline]
    #[must_use]
    fn is_browser_sendable(self) -> bool {
        is_browser_sendable(self.as_u16())
    }
    /// Which side of the connection may send the code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum, Sender};
    /// assert_eq!(CloseCodeEnum::sender(CloseCode::MandatoryExt), Sender::Client);
    /// ```
    #[must_use]
    fn sender(self) -> Sender;
    /// What a client should do after the connection has been closed with the code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeEnum, Reconnect};
    /// assert_eq!(CloseCodeEnum::reconnect(CloseCode::ServiceRestart), Reconnect::Backoff);
    /// ```
    #[must_use]
    fn reconnect(self) -> Reconnect;
}

/// The error of parsing a text that is not a close code.
///
/// ```
/// use close_codes::CloseCode;
///
/// let error = "70000".parse::<CloseCode>().unwrap_err();
/// assert_eq!(error.to_string(), "number out of range, expected a close code from 0 to 65535");
/// let error = "Gone Away".parse::<CloseCode>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown close code, expected a number or the name, variant or alias of a named code");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseCloseCodeError {
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Empty,
    OutOfRange,
    Unknown,
}

impl ParseCloseCodeError {
    pub(crate) const EMPTY: Self = Self { kind: Kind::Empty };
    pub(crate) const OUT_OF_RANGE: Self = Self {
        kind: Kind::OutOfRange,
    };
    pub(crate) const UNKNOWN: Self = Self {
        kind: Kind::Unknown,
    };
}

impl ParseCloseCodeError {
    pub(crate) const fn text(self) -> &'static str {
        match self.kind {
            Kind::Empty => "empty text, expected a close code",
            Kind::OutOfRange => "number out of range, expected a close code from 0 to 65535",
            Kind::Unknown => {
                "unknown close code, expected a number or the name, variant or alias of a named code"
            }
        }
    }
}

impl Display for ParseCloseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Error for ParseCloseCodeError {}

/// The error of parsing a text that is not a value of the column.
///
/// ```
/// use close_codes::Sender;
///
/// let error = "anyone".parse::<Sender>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown value, expected `either`, `client`, `server` or `nobody`");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseValueError {
    values: &'static [&'static str],
}

impl ParseValueError {
    /// For generated enums.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(values: &'static [&'static str]) -> Self {
        Self { values }
    }

    /// The values, each with the separator that precedes it in a list of all values.
    pub(crate) fn values(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let values = self.values.iter().enumerate();
        values.map(move |(i, value)| match i {
            0 => ("", *value),
            _ if i + 1 == self.values.len() => (" or ", *value),
            _ => (", ", *value),
        })
    }
}

impl Display for ParseValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown value, expected ")?;
        for (before, value) in self.values() {
            write!(f, "{before}`{value}`")?;
        }
        Ok(())
    }
}

impl Error for ParseValueError {}

/// The error of converting a code into the enum that `#[close_codes(custom = "…")]` generates: the
/// code is not a custom one.
///
/// ```
/// # #[cfg(feature = "macros")] {
/// mod gateway {
///     close_codes::close_codes! {
///         #[close_codes(custom = "GatewayCode")]
///         pub enum GatewayClose = "examples/gateway.toml";
///     }
/// }
/// use gateway::GatewayCode;
///
/// let error = GatewayCode::try_from(1001).unwrap_err();
/// assert_eq!(error.code(), 1001);
/// assert_eq!(error.to_string(), "close code `1001 Going Away`, expected a custom code of the table");
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NotCustom<C = CloseCode> {
    code: C,
}

impl<C: CloseCodeEnum> NotCustom<C> {
    /// For generated enums.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(code: C) -> Self {
        Self { code }
    }

    /// The code.
    ///
    /// ```
    /// # #[cfg(feature = "macros")] {
    /// # mod gateway {
    /// #     close_codes::close_codes! {
    /// #         #[close_codes(custom = "GatewayCode")]
    /// #         pub enum GatewayClose = "examples/gateway.toml";
    /// #     }
    /// # }
    /// # use gateway::{GatewayClose, GatewayCode};
    /// let error = GatewayCode::try_from(GatewayClose::GoingAway).unwrap_err();
    /// assert_eq!(error.code(), GatewayClose::GoingAway);
    /// # }
    /// ```
    #[must_use]
    pub const fn code(&self) -> C {
        self.code
    }
}

impl<C: CloseCodeEnum> Display for NotCustom<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "close code `{}`, expected a custom code of the table",
            self.code
        )
    }
}

impl<C: CloseCodeEnum> Error for NotCustom<C> {}
