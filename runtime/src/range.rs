//! Ranges of codes.

use core::fmt;
use core::ops::RangeInclusive;

use crate::CloseCodeEnum;
use crate::impl_code::Row;
use crate::lookup::padded;

/// A range of close codes, such as [`CloseCode::APPLICATION`](crate::CloseCode::APPLICATION): its
/// name, what its codes are for, and its spans of numbers.
///
/// A range contains all numbers of its spans, including those that have a name and those of ranges
/// inside it.
///
/// ```
/// use close_codes::CloseCode;
///
/// assert_eq!(CloseCode::APPLICATION.to_string(), "Application (4000-4999)");
/// assert!(CloseCode::LIBRARY.contains_code(CloseCode::Timeout));
/// assert_eq!(CloseCode::from_u16(4321).range(), Some(CloseCode::APPLICATION));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeRange {
    row: &'static Row,
    spans: &'static [RangeInclusive<u16>],
}

impl CodeRange {
    /// For generated tables, whose spans are in order.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(row: &'static Row, spans: &'static [RangeInclusive<u16>]) -> Self {
        Self { row, spans }
    }

    /// The name, which is also shown for codes of the range that have no name.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::LIBRARY.name(), "Library");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.row.name
    }

    /// What the codes are for, in the first of the table's languages.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::LIBRARY.description(), CloseCode::from_u16(3999).description());
    /// ```
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.row.description()
    }

    /// What the codes are for, in the language that fits best (RFC 4647 §3.4): that of the tag, or
    /// of the tag without its last subtags, or of a longer tag of the same language, otherwise
    /// [`description`](Self::description).
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_ne!(CloseCode::LIBRARY.description_in("zh-CN"), CloseCode::LIBRARY.description());
    /// ```
    #[must_use]
    pub const fn description_in(&self, language: &str) -> &'static str {
        self.row.description_in(language)
    }

    /// Where the range is defined, if the table says so.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::LIBRARY.reference(), Some("RFC 6455 §7.4.2"));
    /// ```
    #[must_use]
    pub const fn reference(&self) -> Option<&'static str> {
        self.row.reference()
    }

    /// The spans of numbers, in order, both ends included.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::RESERVED.spans(), [1004..=1004, 1016..=1999]);
    /// ```
    #[must_use]
    pub const fn spans(&self) -> &'static [RangeInclusive<u16>] {
        self.spans
    }

    /// The smallest number.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::RESERVED.first(), 1004);
    /// ```
    #[must_use]
    pub const fn first(&self) -> u16 {
        *self.spans[0].start()
    }

    /// The largest number.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert_eq!(CloseCode::RESERVED.last(), 1999);
    /// ```
    #[must_use]
    pub const fn last(&self) -> u16 {
        *self.spans[self.spans.len() - 1].end()
    }

    /// Whether the range contains the number; [`contains_code`](Self::contains_code) takes a code.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// assert!(CloseCode::RESERVED.contains(1004));
    /// assert!(!CloseCode::RESERVED.contains(1005));
    /// ```
    #[must_use]
    pub const fn contains(&self, code: u16) -> bool {
        let mut rest = self.spans;
        while let [span, others @ ..] = rest {
            if *span.start() <= code && code <= *span.end() {
                return true;
            }
            rest = others;
        }
        false
    }

    /// Whether the range contains the code, named or not.
    ///
    /// For one particular range, its matcher does the same: `code.is_library()`.
    ///
    /// ```
    /// # use close_codes::CloseCode;
    /// let retried = [CloseCode::LIBRARY, CloseCode::APPLICATION];
    /// assert!(retried.iter().any(|range| range.contains_code(CloseCode::Timeout)));
    /// assert!(!retried.iter().any(|range| range.contains_code(CloseCode::GoingAway)));
    /// ```
    // One function for both, generic over `Into<u16>`, could not be used in constants, nor be called
    // with a literal, which would be an `i32`.
    #[must_use]
    pub fn contains_code<C: CloseCodeEnum>(&self, code: C) -> bool {
        self.contains(code.as_u16())
    }
}

/// `Reserved (1004, 1016-1999)`: the name and the spans.
impl fmt::Display for CodeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |out| {
            out.write_str(self.row.name)?;
            for (i, span) in self.spans.iter().enumerate() {
                out.write_str(if i == 0 { " (" } else { ", " })?;
                write!(out, "{}", span.start())?;
                if span.start() < span.end() {
                    write!(out, "-{}", span.end())?;
                }
            }
            out.write_str(")")
        })
    }
}

/// The name and the spans.
impl fmt::Debug for CodeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeRange")
            .field("name", &self.name())
            .field("spans", &self.spans)
            .finish_non_exhaustive()
    }
}
