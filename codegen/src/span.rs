//! Spans of codes.

use std::fmt;

use crate::report::quoted;

/// Codes from `first` to `last`, both among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) first: u16,
    pub(crate) last: u16,
}

impl Span {
    /// Reads `"1004"` or `"1016-1999"`; the error says what was expected.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let number = |digits: &str| {
            let digits_only = digits.bytes().all(|byte| byte.is_ascii_digit());
            let code = digits_only.then(|| digits.parse::<u16>().ok()).flatten();
            code.ok_or_else(|| {
                format!(
                    "expected one code or two joined by `-`, from 0 to 65535, such as \"4100-4199\"; {} is none",
                    quoted(digits)
                )
            })
        };
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(format!(
                "expected the smaller code first: \"{last}-{first}\""
            ));
        }
        Ok(Self { first, last })
    }

    pub(crate) fn contains(self, code: u16) -> bool {
        (self.first..=self.last).contains(&code)
    }

    /// How many codes there are in it.
    pub(crate) fn len(self) -> u32 {
        u32::from(self.last) - u32::from(self.first) + 1
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { first, last } if first == last => write!(f, "{first}"),
            Self { first, last } => write!(f, "{first}–{last}"),
        }
    }
}
