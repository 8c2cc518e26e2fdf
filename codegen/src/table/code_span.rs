//! Spans of codes.

use std::fmt;

/// Numbers that a table may name without asking: of libraries and of applications (RFC 6455 §7.4.2).
pub(crate) const OPEN: CodeSpan = match CodeSpan::new(3000, 4999) {
    Some(span) => span,
    None => panic!("in order"),
};

/// Codes from `first` to `last`, both included; `first` is not above `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeSpan {
    first: u16,
    last: u16,
}

impl CodeSpan {
    /// The span of these two ends, if they are in order.
    #[must_use]
    pub const fn new(first: u16, last: u16) -> Option<Self> {
        if first <= last {
            Some(Self { first, last })
        } else {
            None
        }
    }

    /// The span of one code.
    #[must_use]
    pub const fn of(code: u16) -> Self {
        Self {
            first: code,
            last: code,
        }
    }

    /// The span of what is from `first` on and before `end`, if there is anything.
    pub(crate) fn between(first: u32, end: u32) -> Option<Self> {
        let last = u16::try_from(end.checked_sub(1)?).ok()?;
        Self::new(u16::try_from(first).ok()?, last)
    }

    /// The code of spans that have one only.
    pub(crate) fn only_code(spans: &[Self]) -> Option<u16> {
        match spans {
            [span] if span.first == span.last => Some(span.first),
            _ => None,
        }
    }

    /// The lowest code.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.first
    }

    /// The highest code.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.last
    }

    /// Whether the code is in the span.
    #[must_use]
    pub const fn contains(self, code: u16) -> bool {
        self.first <= code && code <= self.last
    }

    /// Whether all of `other` is in the span.
    pub(crate) const fn encloses(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether the two spans have a code in common.
    pub(crate) const fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// How many codes the span has: 1 to 65536.
    pub(crate) fn count(self) -> u32 {
        u32::from(self.last) - u32::from(self.first) + 1
    }

    /// Spans in order, those next to each other or overlapping as one.
    pub(crate) fn joined(spans: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut sorted: Vec<Self> = spans.into_iter().collect();
        sorted.sort();
        let mut joined: Vec<Self> = Vec::with_capacity(sorted.len());
        for span in sorted {
            match joined.last_mut() {
                Some(before) if u32::from(span.first) <= u32::from(before.last) + 1 => {
                    before.last = before.last.max(span.last);
                }
                _ => joined.push(span),
            }
        }
        joined
    }

    /// `4000-4099, 4200`, as the key of a row.
    pub(crate) fn key(spans: &[Self]) -> String {
        let one = |span: &Self| match span {
            Self { first, last } if first == last => first.to_string(),
            Self { first, last } => format!("{first}-{last}"),
        };
        spans.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for CodeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { first, last } if first == last => write!(f, "{first}"),
            Self { first, last } => write!(f, "{first}–{last}"),
        }
    }
}

/// `1004, 1016–1999`, for messages and docs.
pub(crate) fn listed(spans: &[CodeSpan]) -> String {
    let spans: Vec<String> = spans.iter().map(CodeSpan::to_string).collect();
    spans.join(", ")
}
