//! TOML with mistakes → what is right of it, at the same places; each mistake of syntax is reported.

mod explain;

use toml::de::{DeTable, Error};

use crate::report::{Bytes, Report, char_boundary};

/// Makes each statement blank that `errors` are about, until the text is TOML.
///
/// The parser recovers too, but it guesses, and stops at a key without a value.
pub(crate) fn mend(text: &str, errors: &[Error], report: &mut Report) -> String {
    let mut text = text.to_owned();
    let mut blanks = single_tables(&text, report);
    if blanks.is_empty() {
        blanks = broken_statements(&text, errors, report);
    }
    while !blanks.is_empty() {
        if report.is_full() {
            return String::new();
        }
        for blank in blanks {
            let spaces = text[blank.clone()].split('\n');
            let spaces: Vec<String> = spaces.map(|line| " ".repeat(line.len())).collect();
            text.replace_range(blank, &spaces.join("\n"));
        }
        let (_, errors) = DeTable::parse_recoverable(&text);
        blanks = broken_statements(&text, &errors, report);
    }
    text
}

/// Reports every `[code]`, next to which the parser would report each `[[code]]`.
fn single_tables(text: &str, report: &mut Report) -> Vec<Bytes> {
    let mut blanks = Vec::new();
    for Statement { span, .. } in statements(text, 0) {
        if matches!(text[span.clone()].trim(), "[code]" | "[range]") {
            explain::single_table(text, &span, report);
            blanks.push(span.start..section_end(text, &span));
        }
    }
    for blank in &blanks {
        report.leave_out(blank);
    }
    blanks
}

/// Reports the first error of each statement; what is given back is to be left out.
fn broken_statements(text: &str, errors: &[Error], report: &mut Report) -> Vec<Bytes> {
    let place = |error: &Error| {
        let span = error.span().unwrap_or(0..0);
        let start = char_boundary(text, span.start);
        start..char_boundary(text, span.end).max(start)
    };
    let mut errors: Vec<_> = errors.iter().map(|error| (place(error), error)).collect();
    errors.sort_by_key(|(place, _)| place.start);
    let mut blanks: Vec<Bytes> = Vec::new();
    for (place, error) in errors {
        let next = blanks.last().map_or(0, |blank| blank.end);
        // What begins where a blank ends is found again once that is blank, unless it is about it.
        let is_blank = !blanks.is_empty() && place.start <= next;
        // What the parser took for the same key may be one of a row whose header is broken.
        let is_guess = explain::is_twice(error) && !blanks.is_empty();
        if is_blank || is_guess || report.is_full() {
            continue;
        }
        let Statement { span, open } = statement_at(text, next, place.start);
        let is_rest = is_rest(&text[span.clone()], &open) && report.is_left_out(span.start);
        let open = open.into_iter().rfind(|&open| open < place.start);
        let blank = if let Some(open) = open {
            if !is_rest {
                explain::unclosed(text, open, report);
            }
            let line = open..line_end(text, open);
            let rest = line_start(text, place.start).max(line.end);
            span.start..rest.min(section_end(text, &line))
        } else {
            if !is_rest {
                explain::error(text, &span, &place, error, report);
            }
            broken_part(text, span, &place, error)
        };
        report.leave_out(&blank);
        blanks.push(blank);
        if open.is_some() {
            // All that follows was read as a part of it.
            break;
        }
    }
    blanks
}

/// What is of no use for an error in a statement.
fn broken_part(text: &str, statement: Bytes, place: &Bytes, error: &Error) -> Bytes {
    if is_complete_header(text, &(statement.start..place.start)) {
        place.start..statement.end
    } else if is_header(&text[statement.clone()]) || explain::is_twice(error) {
        // The header of a row is broken, or missing: the keys below are those of no other row.
        statement.start..section_end(text, &statement)
    } else {
        statement
    }
}

/// A line, with those after it that an open bracket or quote takes in.
struct Statement {
    span: Bytes,
    /// The brackets and quotes that are not closed, in order.
    open: Vec<usize>,
}

/// The statements of `text`, one of which begins at `start`.
fn statements(text: &str, start: usize) -> impl Iterator<Item = Statement> {
    std::iter::successors(Some(statement(text, start)), |before| {
        (before.span.end < text.len()).then(|| statement(text, before.span.end + 1))
    })
}

/// The statement that `place` lies in.
fn statement_at(text: &str, start: usize, place: usize) -> Statement {
    statements(text, start)
        .find(|statement| place <= statement.span.end)
        .expect("the last statement ends where the text does")
}

fn statement(text: &str, start: usize) -> Statement {
    let mut brackets = Vec::new();
    let mut quotes = Vec::new();
    let mut at = start;
    if is_header(&text[start..line_end(text, start)]) {
        at = line_end(text, start);
    }
    while let Some(c) = text[at..].chars().next() {
        let mut next = at + c.len_utf8();
        match c {
            '\n' if brackets.is_empty() => break,
            '#' => next = line_end(text, at),
            '[' | '{' => brackets.push(at),
            ']' | '}' => drop(brackets.pop()),
            '"' | '\'' => {
                let (end, is_closed) = string_end(text, at);
                quotes.extend((!is_closed).then_some(at));
                next = end;
            }
            _ => {}
        }
        at = next;
    }
    let mut open = [brackets, quotes].concat();
    open.sort_unstable();
    Statement {
        span: start..at,
        open,
    }
}

/// Where the string that begins at `start` ends, and whether a quote ends it.
fn string_end(text: &str, start: usize) -> (usize, bool) {
    let delimiter = delimiter(&text[start..]);
    let body = start + delimiter.len();
    let mut chars = text[body..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = body + at;
        if text[at..].starts_with(delimiter) {
            return (at + delimiter.len(), true);
        }
        match c {
            '\n' if delimiter.len() == 1 => return (at, false),
            '\\' if delimiter.starts_with('"') => drop(chars.next_if(|(_, c)| *c != '\n')),
            _ => {}
        }
    }
    (text.len(), false)
}

/// The quote, or the three, that `text` begins with.
fn delimiter(text: &str) -> &str {
    let three = text.get(..3);
    three
        .filter(|three| matches!(*three, "\"\"\"" | "'''"))
        .unwrap_or(&text[..1])
}

/// Whether a statement is a header, or one that lacks its first bracket.
fn is_header(statement: &str) -> bool {
    let statement = statement.trim();
    let lacks_bracket = statement.ends_with(']') && !statement.contains(['=', '[']);
    statement.starts_with('[') || lacks_bracket && !is_rest(statement, &[])
}

/// Whether a statement looks like the end of a list or text that was to begin before.
fn is_rest(statement: &str, open: &[usize]) -> bool {
    let begins_inside = statement
        .trim_start()
        .starts_with(['"', '\'', ']', '}', ',']);
    begins_inside || !open.is_empty() && !statement.contains('=')
}

/// Whether a header is right as far as `span` goes, and what stands behind it is too much.
fn is_complete_header(text: &str, span: &Bytes) -> bool {
    let header = text[span.clone()].trim();
    let brackets = |bracket| header.matches(bracket).count();
    let is_closed = header.ends_with(']') && brackets('[') == brackets(']');
    is_closed && !text[span.end..].starts_with(']')
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Where the next row or column begins; `[code.description]` is a part of its row.
pub(crate) fn section_end(text: &str, line: &Bytes) -> usize {
    let mut rest = statements(text, line.end).map(|statement| statement.span);
    let next = rest.find(|span| {
        let header = text[span.clone()].trim_start();
        let is_part = header.starts_with("[code.") || header.starts_with("[range.");
        is_header(header) && !is_part
    });
    next.map_or(text.len(), |span| span.start)
}
