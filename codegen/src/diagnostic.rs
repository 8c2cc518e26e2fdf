//! Errors as data: what is wrong, where, and what to do; `Display` draws them like rustc's.

use std::fmt;
use std::ops::Range;

use crate::source::Source;

/// Something wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    message: String,
    place: Place,
    related: Vec<Place>,
    help: Option<String>,
}

/// A part of a table that a diagnostic points to, and what it says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    path: String,
    span: Range<usize>,
    line: usize,
    column: usize,
    label: String,
    /// The line as it is drawn.
    shown: String,
    /// The cells of it that are underlined.
    cells: Range<usize>,
}

impl Diagnostic {
    pub(crate) fn new(
        message: &str,
        place: Place,
        related: Vec<Place>,
        help: Option<&str>,
    ) -> Self {
        Self {
            message: escaped(message),
            place,
            related,
            help: help.map(escaped),
        }
    }

    /// What is wrong: lower case, without a full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where it is wrong; the label says what was expected there.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Other places that have to do with it.
    #[must_use]
    pub fn related(&self) -> &[Place] {
        &self.related
    }

    /// What to do, where the label does not say it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl Place {
    /// The path of the table, as messages name it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The bytes of the table's text, without a byte order mark.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is said about the place; may be empty.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }
}

/// The lines of a source, on which places are found.
#[derive(Clone, Debug)]
pub(crate) struct Lines<'s> {
    source: &'s Source,
    starts: Vec<usize>,
}

/// Columns of a line that are shown; a longer line is cut on both sides.
const WIDTH: usize = 120;

impl<'s> Lines<'s> {
    pub(crate) fn new(source: &'s Source) -> Self {
        let ends = source.text().match_indices('\n').map(|(end, _)| end + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { source, starts }
    }

    /// The number of the line that an offset is in, from 1.
    pub(crate) fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The place of a span, cut to whole characters of the text.
    pub(crate) fn place(&self, span: &Range<usize>, label: &str) -> Place {
        let text = self.source.text();
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let line = self.number(start);
        let first = self.starts[line - 1];
        let before = &text[first..start];
        let (shown, cells) = self.excerpt(line, start - first..end - first);
        Place {
            path: escaped(self.source.path()),
            span: start..end,
            line,
            column: before.trim_end_matches('\r').chars().count() + 1,
            label: escaped(label),
            shown,
            cells,
        }
    }

    /// A line as it is drawn, and the cells of a part of it.
    fn excerpt(&self, number: usize, part: Range<usize>) -> (String, Range<usize>) {
        let after = self.starts.get(number).copied();
        let line = &self.source.text()[self.starts[number - 1]..];
        let line = after.map_or(line, |after| &line[..after - self.starts[number - 1]]);
        let line = line.trim_end_matches(['\n', '\r']);
        let start = part.start.min(line.len());
        let end = part.end.clamp(start, line.len());
        let (shown, cut) = window(line, start);
        let lead = if cut > 0 { "…" } else { "" };
        let is_cut = cut + shown.len() < line.len();
        let tail = if is_cut { "…" } else { "" };
        let offset = lead.chars().count() + cells(&line[cut..start]);
        let width = cells(&line[start..end.min(cut + shown.len()).max(start)]).max(1);
        (
            format!("{lead}{}{tail}", visible(shown)),
            offset..offset + width,
        )
    }
}

/// `str::floor_char_boundary`, which is newer than the minimum Rust version.
fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offsets = (0..=offset.min(text.len())).rev();
    offsets
        .find(|&offset| text.is_char_boundary(offset))
        .unwrap_or(0)
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = || std::iter::once(&self.place).chain(&self.related);
        let last = places().map(|place| place.line).max().unwrap_or(1);
        let gutter = last.to_string().len();
        f.write_str(&self.message)?;
        for (i, place) in places().enumerate() {
            let (arrow, caret) = if i == 0 { ("-->", "^") } else { (":::", "-") };
            let Place {
                path, line, column, ..
            } = place;
            write!(f, "\n{:gutter$}{arrow} {path}:{line}:{column}", "")?;
            write!(f, "\n{:gutter$} |", "")?;
            let shown = format!("{line:gutter$} | {}", place.shown);
            write!(f, "\n{}", shown.trim_end())?;
            let (offset, carets) = (place.cells.start, caret.repeat(place.cells.len()));
            let underline = format!("{:offset$}{carets} {}", "", place.label);
            write!(f, "\n{:gutter$} | {}", "", underline.trim_end())?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n{:gutter$} = help: {help}", "")?;
        }
        Ok(())
    }
}

/// The part of a long line around `at`, and where it begins.
fn window(line: &str, at: usize) -> (&str, usize) {
    let before = line[..at].char_indices().rev().nth(WIDTH / 2);
    let first = before.map_or(0, |(i, _)| i);
    let rest = &line[first..];
    let last = rest.char_indices().nth(WIDTH);
    (&rest[..last.map_or(rest.len(), |(i, _)| i)], first)
}

fn cells(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Terminal cells of a character as [`visible`] draws it.
fn width(c: char) -> usize {
    match c {
        '\t' => TAB.len(),
        '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6FF}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

const TAB: &str = "    ";

/// A line with its tabs widened and a replacement character for what cannot be seen.
fn visible(line: &str) -> String {
    let replaced = |c| {
        if is_invisible(c) && c != '\t' {
            '\u{FFFD}'
        } else {
            c
        }
    };
    line.chars()
        .map(replaced)
        .collect::<String>()
        .replace('\t', TAB)
}

/// Text of a message with control and bidirectional characters escaped; line breaks stay.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) && c != '\n' {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// Control characters, and those that reorder or hide the text around them.
///
/// U+200C and U+200D are not among them: Persian words and emoji are written with these.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{061C}' | '\u{00AD}' | '\u{FEFF}')
}

/// Text of a table as a message may quote it: line breaks escaped, long text cut.
pub(crate) fn quoted(text: &str) -> String {
    const MAX: usize = 60;
    let quote = if text.contains('`') { '"' } else { '`' };
    let cut = text.char_indices().nth(MAX);
    let shown = cut.map_or(text, |(at, _)| &text[..at]).replace('\n', "\\n");
    let tail = if cut.is_some() { "…" } else { "" };
    format!("{quote}{shown}{tail}{quote}")
}

/// `1 more row`, `2 more rows`.
pub(crate) fn more(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} more {what}{plural}")
}

/// `` `a`, `b` and `c` ``, for messages that list the possible values.
pub(crate) fn list<T: AsRef<str>>(items: &[T], and: &str) -> String {
    let items: Vec<String> = items
        .iter()
        .map(|item| format!("`{}`", item.as_ref()))
        .collect();
    match items.split_last() {
        Some((last, before @ [_, ..])) => format!("{} {and} {last}", before.join(", ")),
        _ => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::floor_char_boundary;

    #[test]
    fn an_offset_inside_a_character_is_that_of_the_character() {
        for (offset, expected) in [(0, 0), (1, 1), (2, 1), (3, 1), (4, 4), (5, 5), (9, 5)] {
            assert_eq!(floor_char_boundary("a超b", offset), expected, "{offset}");
        }
    }
}
