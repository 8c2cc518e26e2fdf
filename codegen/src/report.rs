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
    is_syntax: bool,
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
    broken: Vec<Bytes>,
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
            is_syntax: false,
        });
        self.mistakes.last_mut().expect("one was pushed")
    }

    /// Adds a mistake of syntax, after which keys of the same row may be missing through no fault of theirs.
    pub(crate) fn syntax(&mut self, span: &Bytes, message: impl Into<String>) {
        let after = self
            .broken
            .partition_point(|broken| broken.start <= span.start);
        self.broken.insert(after, span.clone());
        self.error(span, message, "").is_syntax = true;
    }

    /// Whether no mistake of syntax lies in `span` or at its edge.
    pub(crate) fn is_sound(&self, span: &Bytes) -> bool {
        let before = self
            .broken
            .partition_point(|broken| broken.start <= span.end);
        let last = self.broken[..before].last();
        last.is_none_or(|broken| broken.end < span.start)
    }

    /// Every mistake, drawn, in the order of the file.
    ///
    /// What a mistake of syntax made the parser guess is not reported on top of it.
    pub(crate) fn draw(mut self, source: &Source) -> Vec<String> {
        let mut mistakes = std::mem::take(&mut self.mistakes);
        mistakes.retain(|mistake| mistake.is_syntax || self.is_sound(&mistake.marks[0].span));
        self.mistakes = mistakes;
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
    let mut out = String::from("`");
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
    out.push('`');
    out
}

/// Control characters, and those that reorder or hide the text around them.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
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
        let text = self.source.text();
        let floor = |offset: usize| {
            let offset = offset.min(text.len());
            (0..=offset)
                .rev()
                .find(|&i| text.is_char_boundary(i))
                .unwrap_or(0)
        };
        let start = floor(span.start);
        start..floor(span.end).max(start)
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
        c if is_invisible(c) => 1,
        '\u{0300}'..='\u{036F}' | '\u{FE00}'..='\u{FE0F}' => 0,
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
