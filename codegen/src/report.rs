//! Collects the mistakes found in a table and draws each over the lines that it is about.

use std::fmt::Write as _;
use std::ops::Range;

use crate::source::Source;

/// Bytes of the source that a value or a mistake was read from.
pub(crate) type Bytes = Range<usize>;

/// A value and where it stands in the source.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Bytes,
}

/// A mistake: what was found, where, what is expected there, and what else has to do with it.
#[derive(Debug)]
pub(crate) struct Mistake {
    message: String,
    marks: Vec<Mark>,
    help: Option<String>,
}

#[derive(Debug)]
struct Mark {
    span: Bytes,
    label: String,
}

impl Mistake {
    /// Shows another place, under the first.
    pub(crate) fn related(&mut self, span: &Bytes, label: impl Into<String>) -> &mut Self {
        self.marks.push(Mark {
            span: span.clone(),
            label: label.into(),
        });
        self
    }

    /// Says what to do, after the drawing.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }
}

/// The mistakes of one source. More than [`Report::MOST`] are counted, not shown.
#[derive(Default)]
pub(crate) struct Report {
    mistakes: Vec<Mistake>,
    /// What is not TOML and is read as blank, in order.
    left_out: Vec<Bytes>,
}

impl Report {
    const MOST: usize = 100;

    /// Adds a mistake at `span`; the label stands beside the carets.
    pub(crate) fn error(
        &mut self,
        span: &Bytes,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Mistake {
        self.mistakes.push(Mistake {
            message: message.into(),
            marks: vec![Mark {
                span: span.clone(),
                label: label.into(),
            }],
            help: None,
        });
        self.mistakes.last_mut().expect("one was pushed")
    }

    /// How many mistakes there are, so far.
    pub(crate) fn len(&self) -> usize {
        self.mistakes.len()
    }

    /// Takes back all mistakes but the first `len`.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.mistakes.truncate(len);
    }

    /// Whether a further mistake would not be shown.
    pub(crate) fn is_full(&self) -> bool {
        self.mistakes.len() >= Self::MOST
    }

    /// Notes that a part of the source is read as if it were blank.
    pub(crate) fn leave_out(&mut self, span: &Bytes) {
        let next = self.next_left_out(span.start);
        self.left_out.insert(next, span.clone());
    }

    /// Whether the line before `start` is left out.
    pub(crate) fn is_left_out(&self, start: usize) -> bool {
        let before = self.left_out[..self.next_left_out(start)].last();
        before.is_some_and(|before| before.end + 1 >= start)
    }

    /// How many of the parts that are left out begin before `start`.
    fn next_left_out(&self, start: usize) -> usize {
        self.left_out.partition_point(|other| other.start < start)
    }

    /// Whether anything is left out.
    pub(crate) fn is_partial(&self) -> bool {
        !self.left_out.is_empty()
    }

    /// Whether nothing that begins in `span` is left out.
    pub(crate) fn is_intact(&self, span: &Bytes) -> bool {
        let next = self.left_out.get(self.next_left_out(span.start));
        next.is_none_or(|next| next.start >= span.end)
    }

    /// Every mistake, drawn, in the order of the file.
    pub(crate) fn draw(mut self, source: &Source) -> Vec<String> {
        self.mistakes
            .sort_by_key(|mistake| mistake.marks[0].span.start);
        let hidden = self.mistakes.len().saturating_sub(Self::MOST);
        self.mistakes.truncate(Self::MOST);
        let canvas = Canvas::new(source);
        let mut drawn: Vec<String> = self
            .mistakes
            .iter()
            .map(|mistake| canvas.draw(mistake))
            .collect();
        if hidden > 0 {
            drawn.push(format!("and {hidden} more mistakes in `{}`", source.path()));
        }
        drawn
    }
}

/// `` `a`, `b` and `c` ``, for messages that list what there is.
pub(crate) fn list<T: AsRef<str>>(items: &[T], and: &str) -> String {
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        match i {
            0 => {}
            _ if i + 1 == items.len() => write!(text, " {and} ").expect("a string takes all"),
            _ => text.push_str(", "),
        }
        write!(text, "`{}`", item.as_ref()).expect("a string takes all");
    }
    text
}

/// Text as a message may show it: control and bidirectional characters escaped, long text cut.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let quote = if text.contains('`') { '"' } else { '`' };
    let mut out = String::from(quote);
    for (i, c) in text.chars().enumerate() {
        if i == MOST {
            out.push('…');
            break;
        }
        if is_invisible(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out.push(quote);
    out
}

/// The nearest offset at or before `offset` that lies between characters.
pub(crate) fn char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
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

/// The source as lines that mistakes are drawn on.
struct Canvas<'a> {
    source: &'a Source,
    starts: Vec<usize>,
}

/// A place as people count: from 1, columns in characters.
struct Place {
    line: usize,
    column: usize,
}

impl<'a> Canvas<'a> {
    /// Columns of a line that are shown; a longer line is cut on both sides.
    const WIDTH: usize = 120;

    fn new(source: &'a Source) -> Self {
        let ends = source.text().match_indices('\n').map(|(end, _)| end + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { source, starts }
    }

    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    fn line(&self, line: usize) -> &'a str {
        let end = self.starts.get(line + 1).copied();
        let text = self.source.text();
        text[self.starts[line]..end.unwrap_or(text.len())].trim_end_matches(['\n', '\r'])
    }

    /// The span cut to whole characters inside the text.
    fn clamp(&self, span: &Bytes) -> Bytes {
        let start = char_boundary(self.source.text(), span.start);
        start..char_boundary(self.source.text(), span.end).max(start)
    }

    fn place(&self, offset: usize) -> Place {
        let line = self.line_of(offset);
        let before = &self.source.text()[self.starts[line]..offset];
        Place {
            line: line + 1,
            column: before.trim_end_matches('\r').chars().count() + 1,
        }
    }

    fn draw(&self, mistake: &Mistake) -> String {
        let spans: Vec<Bytes> = mistake
            .marks
            .iter()
            .map(|mark| self.clamp(&mark.span))
            .collect();
        let last = spans.iter().map(|span| self.line_of(span.start) + 1).max();
        let gutter = last.unwrap_or(1).to_string().len();
        let mut out = mistake.message.clone();
        for (i, (span, mark)) in spans.iter().zip(&mistake.marks).enumerate() {
            let place = self.place(span.start);
            let (arrow, caret) = if i == 0 { ("-->", '^') } else { (":::", '-') };
            let path = self.source.path();
            let Place { line, column } = place;
            let (text, offset, width) = self.picture(span);
            let label = &mark.label;
            let underline: String = std::iter::repeat_n(caret, width).collect();
            let drawn = format!(
                "\n{:gutter$}{arrow} {path}:{line}:{column}\n{:gutter$} |\n{line:gutter$} | {text}\n{:gutter$} | {:offset$}{underline} {label}",
                "", "", "", ""
            );
            out.push_str(drawn.trim_end());
        }
        if let Some(help) = &mistake.help {
            write!(out, "\n{:gutter$} = help: {help}", "").expect("a string takes all");
        }
        out
    }

    /// The line of `span` as it is shown, and where and how wide its underline is, in terminal cells.
    fn picture(&self, span: &Bytes) -> (String, usize, usize) {
        let number = self.line_of(span.start);
        let line = self.line(number);
        let start = (span.start - self.starts[number]).min(line.len());
        let end = (span.end - self.starts[number]).clamp(start, line.len());
        let (shown, cut) = window(line, start, Self::WIDTH);
        let lead = if cut > 0 { "…" } else { "" };
        let tail = if cut + shown.len() < line.len() {
            "…"
        } else {
            ""
        };
        let offset = lead.chars().count() + cells(&line[cut..start]);
        let width = cells(&line[start..end.min(cut + shown.len()).max(start)]).max(1);
        (format!("{lead}{}{tail}", show(shown)), offset, width)
    }
}

/// The part of a long line around `at`, and where it begins.
fn window(line: &str, at: usize, width: usize) -> (&str, usize) {
    let before = line[..at].char_indices().rev().nth(width / 2);
    let first = before.map_or(0, |(i, _)| i);
    let rest = &line[first..];
    let last = rest
        .char_indices()
        .nth(width)
        .map_or(rest.len(), |(i, _)| i);
    (&rest[..last], first)
}

fn cells(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Terminal cells of a character as [`show`] draws it.
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

/// A line with its tabs widened and a sign in place of what cannot be seen.
fn show(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\t' => out.push_str(TAB),
            c if is_invisible(c) => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::char_boundary;

    #[test]
    fn an_offset_inside_a_character_is_that_of_the_character() {
        for (offset, expected) in [(0, 0), (1, 1), (2, 1), (3, 1), (4, 4), (5, 5), (9, 5)] {
            assert_eq!(char_boundary("a超b", offset), expected, "{offset}");
        }
    }
}
