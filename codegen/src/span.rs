//! Spans of codes.

use std::fmt;

/// Codes from `first` to `last`, both among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) first: u16,
    pub(crate) last: u16,
}

impl Span {
    /// Reads `"1004"` or `"1016-1999"`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse().ok()).flatten()
        };
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (number(first)?, number(last)?);
        (first <= last).then_some(Self { first, last })
    }

    /// What stands for a text that is not a span: that of the two codes in it, if there are two.
    pub(crate) fn instead_of(text: &str) -> String {
        if text.contains(',') {
            return "expected a list of strings for several spans".to_owned();
        }
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
        let codes: Vec<u16> = numbers
            .iter()
            .filter_map(|number| number.parse().ok())
            .collect();
        match codes[..] {
            _ if codes.len() < numbers.len() => "expected codes from 0 to 65535".to_owned(),
            [a, b] => {
                // `4300-99` is short for 4300–4399.
                let shared = numbers[0].len().saturating_sub(numbers[1].len());
                let last = format!("{}{}", &numbers[0][..shared], numbers[1]);
                let last = last.parse().unwrap_or(b);
                format!("did you mean \"{}-{}\"?", a.min(last), a.max(last))
            }
            _ => "expected one code, or two joined by `-`, such as \"4100-4199\"".to_owned(),
        }
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
