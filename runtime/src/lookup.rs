//! Shared by all generated enums: showing a code, parsing one, and choosing a language.

use core::cmp::Ordering;
use core::fmt::{self, Alignment, Write};

use crate::ParseCloseCodeError;
use crate::impl_code::Row;

/// `1001 Going Away`, with `: ` and the description in the alternate form, padded as a whole.
#[doc(hidden)]
pub fn display(f: &mut fmt::Formatter<'_>, code: u16, row: &Row) -> fmt::Result {
    let name = row.name;
    let description = if f.alternate() { row.description() } else { "" };
    if f.width().is_none() {
        return parts(f, code, name, description);
    }
    padded(f, |out| parts(out, code, name, description))
}

/// Shows what is written in parts, padded as a whole.
pub(crate) fn padded(
    f: &mut fmt::Formatter<'_>,
    parts: impl Fn(&mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    let Some(width) = f.width() else {
        return parts(f);
    };
    let mut counter = Counter(0);
    parts(&mut counter)?;
    let padding = width.saturating_sub(counter.0);
    let before = match f.align() {
        None | Some(Alignment::Left) => 0,
        Some(Alignment::Center) => padding / 2,
        Some(Alignment::Right) => padding,
    };
    let fill = f.fill();
    for _ in 0..before {
        f.write_char(fill)?;
    }
    parts(f)?;
    for _ in before..padding {
        f.write_char(fill)?;
    }
    Ok(())
}

fn parts(out: &mut (impl Write + ?Sized), code: u16, name: &str, description: &str) -> fmt::Result {
    out.write_str(decimal(code, &mut [b' '; 6]))?;
    out.write_str(name)?;
    if description.is_empty() {
        return Ok(());
    }
    out.write_str(": ")?;
    out.write_str(description)
}

/// The number in digits and the space after it, without the cost of the formatting machinery.
fn decimal(mut code: u16, digits: &mut [u8; 6]) -> &str {
    let mut first = 5;
    while first > 0 {
        first -= 1;
        // The remainder of a division by ten is a digit.
        digits[first] = b'0' + (code % 10) as u8;
        code /= 10;
        if code == 0 {
            break;
        }
    }
    core::str::from_utf8(&digits[first..]).unwrap_or_default()
}

/// Counts characters instead of writing them.
struct Counter(usize);

impl Write for Counter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// What is parsed as a code: texts of one length, in lower case and in order, without anything
/// between them, and the number of each.
pub type Texts<'t> = (usize, &'t str, &'t [u16]);

/// The number of a code: digits, or one of `texts`, which are in order of their length.
#[doc(hidden)]
#[inline]
pub fn parse(text: &str, texts: &[Texts<'_>]) -> Result<u16, ParseCloseCodeError> {
    match number(text.as_bytes()) {
        Some(code) => Ok(code),
        None => named(text, texts),
    }
}

/// The number with these digits, if they are few. The standard library also looks for a sign.
#[inline]
fn number(digits: &[u8]) -> Option<u16> {
    // No number of nine digits overflows.
    if !matches!(digits.len(), 1..=9) {
        return None;
    }
    let mut number = 0_u32;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u32::from(digit);
    }
    u16::try_from(number).ok()
}

fn named(text: &str, texts: &[Texts<'_>]) -> Result<u16, ParseCloseCodeError> {
    if let Some(code) = find_text(text.as_bytes(), texts) {
        Ok(code)
    } else if text.is_empty() {
        Err(ParseCloseCodeError::EMPTY)
    } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // The number is too high, or starts with many zeros.
        text.parse().map_err(|_| ParseCloseCodeError::OUT_OF_RANGE)
    } else {
        Err(ParseCloseCodeError::UNKNOWN)
    }
}

fn find_text(text: &[u8], texts: &[Texts<'_>]) -> Option<u16> {
    let place = texts.binary_search_by_key(&text.len(), |(length, ..)| *length);
    let (length, known, codes) = &texts[place.ok()?];
    let (mut known, mut codes) = (known.as_bytes(), *codes);
    while let (codes_before, [code, codes_after @ ..]) = codes.split_at(codes.len() / 2) {
        let (before, rest) = known.split_at(codes_before.len() * length);
        let (middle, after) = rest.split_at(*length);
        (known, codes) = match compare(middle, text) {
            Ordering::Less => (after, codes_after),
            Ordering::Equal => return Some(*code),
            Ordering::Greater => (before, codes_before),
        };
    }
    None
}

/// Compares a text in lower case with one in any.
fn compare(lower: &[u8], any: &[u8]) -> Ordering {
    let different = lower.iter().zip(any).filter(|(lower, any)| lower != any);
    let mut orders = different.map(|(lower, any)| lower.cmp(&any.to_ascii_lowercase()));
    orders
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// The text in the language that fits best: that of the range, or of the range without its last
/// subtags (lookup, RFC 4647 §3.4); otherwise one whose tag continues such a range, so that `zh` and
/// `zh-Hans-CN` find `zh-CN`; otherwise the first.
pub(crate) const fn lookup(
    texts: &'static [(&'static str, &'static str)],
    range: &str,
) -> &'static str {
    match (find(texts, range, false), find(texts, range, true)) {
        (Some(text), _) | (None, Some(text)) => text,
        (None, None) => texts[0].1,
    }
}

/// The text of the longest part of `range` that is a tag or, with `goes_on`, that a tag starts with.
const fn find(
    texts: &'static [(&'static str, &'static str)],
    range: &str,
    goes_on: bool,
) -> Option<&'static str> {
    let mut range = range.as_bytes();
    while !range.is_empty() {
        let mut rest = texts;
        while let [(language, text), others @ ..] = rest {
            match after(language.as_bytes(), range) {
                Some([]) => return Some(text),
                Some([b'-', ..]) if goes_on => return Some(text),
                _ => rest = others,
            }
        }
        range = truncate(range);
    }
    None
}

/// The rest of a tag after a range that it starts with, ignoring case.
const fn after<'t>(mut tag: &'t [u8], mut range: &[u8]) -> Option<&'t [u8]> {
    while let [wanted, rest_of_range @ ..] = range {
        match tag {
            [found, rest @ ..] if found.eq_ignore_ascii_case(wanted) => tag = rest,
            _ => return None,
        }
        range = rest_of_range;
    }
    Some(tag)
}

/// A language range without its last subtag, and without a single letter or digit before that.
const fn truncate(range: &[u8]) -> &[u8] {
    let mut rest = range;
    while let [before @ .., last] = rest {
        rest = before;
        if *last == b'-' && !matches!(rest, [.., b'-', _] | [_]) {
            return rest;
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::lookup;

    #[test]
    fn a_tag_that_is_asked_for_comes_before_one_that_goes_on() {
        const TEXTS: &[(&str, &str)] = &[
            ("en", "English"),
            ("de-CH", "Swiss"),
            ("de", "German"),
            ("pt-BR", "Brazilian"),
        ];
        for (range, text) in [
            ("de", "German"),
            ("DE-at", "German"),
            ("de-CH-1996", "Swiss"),
            ("pt", "Brazilian"),
            ("fr", "English"),
        ] {
            assert_eq!(lookup(TEXTS, range), text, "{range}");
        }
    }
}
