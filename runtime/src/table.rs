//! What every generated enum can do, and what goes wrong when one is parsed.

use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::{CloseCode, CodeRange, Reason, Reconnect, Sender};

/// An enum that [`close_codes!`](crate::close_codes) generates: [`CloseCode`] or one of your own.
///
/// [`CloseFrame`](crate::CloseFrame) and [`CloseEvent`](crate::CloseEvent) are generic over it. The
/// methods are those that the enum has itself; code that knows the enum needs no import of the
/// trait, and can use most of them in constants. It is implemented by the macro only.
///
/// ```
/// use close_codes::{CloseCode, CloseCodeTable};
///
/// /// A line for a log, whatever the table.
/// fn line<C: CloseCodeTable>(code: C) -> String {
///     format!("{code} ({})", code.range().map_or("Protocol", |range| range.name()))
/// }
///
/// assert_eq!(line(CloseCode::GoingAway), "1001 Going Away (Protocol)");
/// assert_eq!(line(CloseCode::Timeout), "3008 Timeout (Library)");
/// ```
pub trait CloseCodeTable:
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
    + Send
    + Sync
    + 'static
{
    /// Makes the payloads of range variants; only generated code can name a value of it.
    #[doc(hidden)]
    type Key: Copy;

    /// Every named code, by number.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(<CloseCode as CloseCodeTable>::NAMED[0], 1000);
    /// ```
    const NAMED: &'static [Self];
    /// Every range, by its first code; an enclosing range comes before those inside.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(<CloseCode as CloseCodeTable>::RANGES[0].name(), "Unused");
    /// ```
    const RANGES: &'static [CodeRange];
    /// The languages of the descriptions (BCP 47), that of [`description`](Self::description) first.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(<CloseCode as CloseCodeTable>::LANGUAGES, ["en", "zh-CN"]);
    /// ```
    const LANGUAGES: &'static [&'static str];

    /// The code with this number. Every number has one.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// let code: CloseCode = CloseCodeTable::from_u16(1001);
    /// assert_eq!(code, CloseCode::GoingAway);
    /// ```
    fn from_u16(code: u16) -> Self;
    /// The number.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(CloseCodeTable::code(CloseCode::GoingAway), 1001);
    /// ```
    fn code(self) -> u16;
    /// The name, or that of the range for a code without one.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(CloseCodeTable::name(CloseCode::GoingAway), "Going Away");
    /// ```
    fn name(self) -> &'static str;
    /// What the code means, in a sentence for people.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert!(CloseCodeTable::description(CloseCode::GoingAway).starts_with("One side is leaving"));
    /// ```
    fn description(self) -> &'static str;
    /// What the code means, in the language that fits best (RFC 4647 §3.4): that of the tag, or of
    /// the tag without its last subtags, or of a longer tag of the same language, else the first.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// let text = CloseCodeTable::description_in(CloseCode::GoingAway, "zh-CN");
    /// assert_ne!(text, CloseCode::GoingAway.description());
    /// ```
    fn description_in(self, language: &str) -> &'static str;
    /// The text that the table proposes for the reason of a Close frame; empty where there is none.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(CloseCodeTable::reason(CloseCode::GoingAway), "");
    /// ```
    fn reason(self) -> Reason;
    /// Where the code is defined, if the table says so.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(CloseCodeTable::reference(CloseCode::GoingAway), Some("RFC 6455 §7.4.1"));
    /// ```
    fn reference(self) -> Option<&'static str>;
    /// The innermost range that the code lies in; the codes of the protocol itself lie in none.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert_eq!(CloseCodeTable::range(CloseCode::Timeout), Some(CloseCode::LIBRARY));
    /// ```
    fn range(self) -> Option<&'static CodeRange>;
    /// Whether the code has a name of its own.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert!(!CloseCodeTable::is_named(CloseCode::from(4321)));
    /// ```
    fn is_named(self) -> bool;
    /// Whether an endpoint may put the code in a Close frame (RFC 6455 §7.4).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert!(!CloseCodeTable::is_sendable(CloseCode::AbnormalClosure));
    /// ```
    fn is_sendable(self) -> bool;
    /// Whether `close()` of a browser's WebSocket accepts the code (`WebSockets` of WHATWG).
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable};
    /// assert!(!CloseCodeTable::is_browser_sendable(CloseCode::GoingAway));
    /// ```
    fn is_browser_sendable(self) -> bool;
    /// Which side of the connection may send the code.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable, Sender};
    /// assert_eq!(CloseCodeTable::sender(CloseCode::MandatoryExt), Sender::Client);
    /// ```
    fn sender(self) -> Sender;
    /// What a client does next.
    ///
    /// ```
    /// # use close_codes::{CloseCode, CloseCodeTable, Reconnect};
    /// assert_eq!(CloseCodeTable::reconnect(CloseCode::ServiceRestart), Reconnect::Backoff);
    /// ```
    fn reconnect(self) -> Reconnect;
}

/// The error of parsing a close code from a text that is none.
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

impl Display for ParseCloseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            Kind::Empty => "empty text, expected a close code",
            Kind::OutOfRange => "number out of range, expected a close code from 0 to 65535",
            Kind::Unknown => "unknown close code, expected a number or the name, variant or alias of a named code",
        })
    }
}

impl Error for ParseCloseCodeError {}

/// The error of parsing a value of a column from a text that is none.
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
}

impl Display for ParseValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown value, expected ")?;
        for (i, value) in self.values.iter().enumerate() {
            let before = match i {
                0 => "",
                _ if i + 1 == self.values.len() => " or ",
                _ => ", ",
            };
            write!(f, "{before}`{value}`")?;
        }
        Ok(())
    }
}

impl Error for ParseValueError {}
