//! The key of a row → the codes that it is about, or how the key should be written.

use crate::diagnostic::quoted;
use crate::table::CodeSpan;

/// What is wrong with a key, and what to write.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct WrongKey {
    pub(crate) message: String,
    pub(crate) advice: Advice,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Advice {
    /// This key.
    Write(String),
    Expected(&'static str),
}

impl Advice {
    pub(crate) fn label(&self) -> String {
        match self {
            Self::Write(key) if key.len() > MAX_SHOWN => EXPECTED.to_owned(),
            Self::Write(key) => format!("write {}", as_key(key)),
            Self::Expected(label) => (*label).to_owned(),
        }
    }
}

/// A longer key is not shown.
const MAX_SHOWN: usize = 200;

const EXPECTED: &str = "expected a code such as `4000`, or a span such as `4000-4099`";

/// The spans of a key: `4000`, `4000-4099`, or several after `, `.
pub(crate) fn parse(key: &str) -> Result<Vec<CodeSpan>, WrongKey> {
    if key.is_empty() {
        return Err(WrongKey {
            message: "the key of a row is empty".to_owned(),
            advice: Advice::Expected(EXPECTED),
        });
    }
    let Some(parts) = parts(key) else {
        return Err(malformed(key));
    };
    let mut spans: Vec<CodeSpan> = Vec::with_capacity(parts.len());
    for part in parts {
        let (Some(first), Some(last)) = part else {
            return Err(WrongKey {
                message: format!("{} is out of range", quoted(key)),
                advice: Advice::Expected("codes are from 0 to 65535"),
            });
        };
        let Some(span) = CodeSpan::new(first, last) else {
            return Err(WrongKey {
                message: format!("the span {first}-{last} is reversed"),
                advice: Advice::Write(reversed(key, first, last)),
            });
        };
        if let Some(other) = spans.iter().find(|other| other.overlaps(span)) {
            let code = other.first().max(span.first());
            return Err(WrongKey {
                message: format!("code {code} is in {} twice", quoted(key)),
                advice: Advice::Expected("list each number once"),
            });
        }
        spans.push(span);
    }
    let written = CodeSpan::key(&spans);
    if written == key {
        Ok(spans)
    } else {
        Err(WrongKey {
            message: format!("{} is a span of one code", quoted(key)),
            advice: Advice::Write(written),
        })
    }
}

/// Whether a key seems to be meant for codes.
pub(crate) fn is_about_codes(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-')
}

/// The number that a malformed key starts with: its row is probably meant.
pub(crate) fn leading_number(key: &str) -> Option<&str> {
    let digits = key.len() - key.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits >= 4).then(|| &key[..digits])
}

/// A key as it stands in a table: in quotes where TOML asks for them.
pub(crate) fn as_key(key: &str) -> String {
    if key.contains(',') {
        format!("`\"{key}\"`")
    } else {
        format!("`{key}`")
    }
}

/// The ends of each span, where a number over 65535 is `None`; nothing if the key has other
/// characters, or zeros, signs or spaces where there should be none.
fn parts(key: &str) -> Option<Vec<(Option<u16>, Option<u16>)>> {
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let has_leading_zero = digits.len() > 1 && digits.starts_with('0');
        (is_number && !has_leading_zero).then(|| digits.parse().ok())
    };
    let parts = key.split(", ").map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Some((number(first)?, number(last)?))
    });
    parts.collect()
}

fn malformed(key: &str) -> WrongKey {
    let found = quoted(key);
    let correction = correct(key).filter(|better| better != key);
    let message = if correction.is_some() && has_leading_zero(key) {
        format!("{found} has a leading zero")
    } else {
        format!("{found} is not a code or a span of codes")
    };
    let advice = correction.map_or(Advice::Expected(EXPECTED), Advice::Write);
    WrongKey { message, advice }
}

fn has_leading_zero(key: &str) -> bool {
    let mut numbers = key.split([',', '-', ' ']);
    numbers.any(|number| {
        let is_decimal = number.bytes().all(|byte| byte.is_ascii_digit());
        is_decimal && number.len() > 1 && number.starts_with('0')
    })
}

/// The key with the slips of habit taken out. No digit and no word is lost: a key with anything
/// else in it has no correction.
fn correct(key: &str) -> Option<String> {
    if let Some(hex) = key.strip_prefix("0x") {
        return u16::from_str_radix(hex, 16)
            .ok()
            .map(|code| code.to_string());
    }
    let mut text = key.to_owned();
    for dash in ["..=", "..", "–", "—", "−", "~", " to ", "…"] {
        text = text.replace(dash, "-");
    }
    for comma in [";", "/", "|", " and ", "，", "、", "+ "] {
        text = text.replace(comma, ",");
    }
    if text.contains(|c: char| c.is_ascii_digit()) {
        text = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    }
    let number = |digits: &str| {
        let digits = digits.trim().trim_start_matches('+').replace('_', "");
        let code: u16 = digits.parse().ok()?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(code)
    };
    let spans = text.split(',').map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first)?, number(last)?);
        CodeSpan::new(first.min(last), first.max(last))
    });
    let spans: Vec<CodeSpan> = spans.collect::<Option<_>>()?;
    Some(CodeSpan::key(&spans))
}

/// A key with a span the right way round. `4195-99` is short for `4195-4199`.
fn reversed(key: &str, first: u16, last: u16) -> String {
    let (from, to) = (first.to_string(), last.to_string());
    let shared = &from[..from.len() - to.len()];
    let right = match format!("{shared}{to}").parse::<u16>() {
        Ok(long) if !shared.is_empty() && long > first => format!("{from}-{long}"),
        _ => format!("{to}-{from}"),
    };
    key.replace(&format!("{from}-{to}"), &right)
}

#[cfg(test)]
mod tests {
    use super::{CodeSpan, parse};

    #[test]
    fn a_key_is_codes_and_spans_in_one_spelling() {
        let span = |first, last| CodeSpan::new(first, last).expect("in order");
        for (key, spans) in [
            ("0", vec![span(0, 0)]),
            ("4000", vec![span(4000, 4000)]),
            ("0-65535", vec![span(0, 65535)]),
            ("1004, 1016-1999", vec![span(1004, 1004), span(1016, 1999)]),
        ] {
            assert_eq!(parse(key), Ok(spans));
        }
    }

    #[test]
    fn a_wrong_key_is_shown_as_it_should_be() {
        for (key, label) in [
            ("04000", "write `4000`"),
            ("4_000", "write `4000`"),
            ("0xFA0", "write `4000`"),
            ("+4000", "write `4000`"),
            (" 4000", "write `4000`"),
            ("4000 - 4099", "write `4000-4099`"),
            ("4099-4000", "write `4000-4099`"),
            ("4000..4099", "write `4000-4099`"),
            ("4000–4099", "write `4000-4099`"),
            ("4195-99", "write `4195-4199`"),
            ("4195-95", "write `95-4195`"),
            ("4000-4000", "write `4000`"),
            ("4100,4200", "write `\"4100, 4200\"`"),
            ("4OOO-4099", "write `4000-4099`"),
            ("70000", "codes are from 0 to 65535"),
            ("4000-4100, 4050", "list each number once"),
            (
                "4000s",
                "expected a code such as `4000`, or a span such as `4000-4099`",
            ),
            (
                "-1",
                "expected a code such as `4000`, or a span such as `4000-4099`",
            ),
            (
                "",
                "expected a code such as `4000`, or a span such as `4000-4099`",
            ),
        ] {
            assert_eq!(parse(key).expect_err(key).advice.label(), label, "{key}");
        }
    }
}
