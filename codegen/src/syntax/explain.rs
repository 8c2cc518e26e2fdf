//! Mistakes of syntax in the words of this format; in those of the parser, where they are rare.

use toml::de::Error;

use super::{delimiter, is_complete_header, is_header, line_end, statements};
use crate::report::{Bytes, Report, quoted};
use crate::span::Span;

/// What is wrong, and what is expected in its place.
type Words = (Bytes, String, String);

/// Quotes of texts, and of Markdown.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '«', '»', '`'];

/// What the parser says of a value that begins as one of its types does, and is not of it: it takes
/// `never` for `nan`, `idle` for `inf`, and `4000-4099` for a date.
const MISTAKEN: [&str; 15] = [
    "integers with a radix cannot be signed",
    "invalid binary number",
    "invalid date",
    "invalid date-time",
    "invalid exponent",
    "invalid float",
    "invalid fraction",
    "invalid hexadecimal number",
    "invalid integer number",
    "invalid mantissa",
    "invalid octal number",
    "invalid time",
    "missing opening quote",
    "redundant numeric sign",
    "unexpected sign",
];

/// Reports an error that the parser found at `place`, in a statement of which all before it is right.
pub(super) fn error(
    text: &str,
    statement: &Bytes,
    place: &Bytes,
    error: &Error,
    report: &mut Report,
) {
    let line = &text[statement.start..line_end(text, statement.start)];
    let key = line.split(['=', '#']).next().unwrap_or(line);
    let key = statement.start..statement.start + key.len();
    if is_twice(error) {
        return twice(text, statement, report);
    }
    let message = error.message();
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let before = text[statement.start..place.end.min(statement.end)].trim_end();
    let (span, message, label) = match what {
        _ if is_complete_header(text, &(statement.start..place.start)) => {
            surplus(text, statement, place)
        }
        _ if strange_space(line).is_some() => strange_spaces(text, statement),
        _ if is_header(line) => header(text, statement),
        _ if what.starts_with("cannot extend value") => extended(text, trimmed(text, key)),
        _ if place.start <= key.end => broken_key(text, trimmed(text, key)),
        "string values must be quoted" | "invalid boolean" => unquoted(text, place, &text[key]),
        "missing assignment between key-value pairs" if text[place.start..].starts_with(':') => {
            colon(place.start)
        }
        "missing assignment between key-value pairs" | "invalid unquoted key"
            if before.ends_with(':') =>
        {
            colon(statement.start + before.len() - 1)
        }
        _ if MISTAKEN.contains(&what) => {
            unquoted(text, &value_around(text, statement, place), &text[key])
        }
        "unexpected leading zero" => leading_zero(text, place),
        "unexpected key or value" => surplus(text, statement, place),
        "missing escaped value" => escape(text, place),
        "invalid basic string" | "invalid multi-line basic string" => (
            place.clone(),
            "a control character in a string".to_owned(),
            "expected an escape such as `\\t` or `\\u0007`".to_owned(),
        ),
        _ => {
            let expected = match expected {
                "" | "nothing" => "a value of TOML",
                expected => expected,
            };
            (
                place.clone(),
                what.to_owned(),
                format!("expected {expected}"),
            )
        }
    };
    report.error(&span, message, label);
}

/// Whether a key, or a header, was there before.
pub(super) fn is_twice(error: &Error) -> bool {
    error.message() == "duplicate key"
}

/// Reports a `[code]` in place of a `[[code]]`.
pub(super) fn single_table(text: &str, statement: &Bytes, report: &mut Report) {
    let span = trimmed(text, statement.clone());
    let header = &text[span.clone()];
    report.error(
        &span,
        format!("`{header}` is a single table"),
        format!("expected `[{header}]`, which begins one row of many"),
    );
}

/// Reports a bracket or quote at `open` that nothing closes.
pub(super) fn unclosed(text: &str, open: usize, report: &mut Report) {
    let (what, opening, close) = match &text[open..=open] {
        "[" => ("list", "[", "]"),
        "{" => ("table", "{", "}"),
        _ => match delimiter(&text[open..]) {
            quote if quote.len() == 1 => ("string", &text[open..line_end(text, open)], quote),
            quotes => ("string", quotes, quotes),
        },
    };
    let end = open + opening.len();
    let label = match opening.trim_end().chars().next_back() {
        _ if what == "string" && close.len() == 1 && goes_on(&text[end..]) => {
            "expected `\"\"\"` in front of and behind text of several lines".to_owned()
        }
        Some(last) if CURLY.contains(&last) => {
            format!(
                "expected `{close}` in place of {}",
                quoted(&last.to_string())
            )
        }
        _ => format!("expected `{close}` behind it"),
    };
    report.error(
        &trimmed(text, open..end),
        format!("a {what} without an end"),
        label,
    );
}

/// Whether the line that begins `text` is followed by one that is no statement.
fn goes_on(text: &str) -> bool {
    let next = text.lines().nth(1).unwrap_or_default().trim();
    !next.is_empty() && !next.contains('=') && !next.starts_with(['[', ']', '}', '#', '"', '\''])
}

fn twice(text: &str, statement: &Bytes, report: &mut Report) {
    let key = |span: &Bytes| {
        let statement = &text[span.clone()];
        let end = if is_header(statement) {
            None
        } else {
            statement.find('=')
        };
        trimmed(
            text,
            span.start..end.map_or(span.end, |end| span.start + end),
        )
    };
    let here = key(statement);
    let name = &text[here.clone()];
    let mut section = Vec::new();
    let mut title = None;
    for before in statements(text, 0).map(|statement| statement.span) {
        if before.start >= statement.start {
            break;
        }
        if is_header(&text[before.clone()]) && !is_header(name) {
            section.clear();
            title = Some(text[before.clone()].trim());
        }
        section.push(key(&before));
    }
    let mistake = report.error(
        &here,
        format!("{} is given twice", quoted(name)),
        "expected it once",
    );
    if let Some(first) = section.iter().find(|first| text[(*first).clone()] == *name) {
        mistake.related(first, "first given here");
    }
    if let Some(title) = title.filter(|title| title.starts_with("[[")) {
        mistake.help(format!("the next row begins with a `{title}` of its own"));
    }
}

fn header(text: &str, statement: &Bytes) -> Words {
    let end = text[statement.clone()].find('#');
    let span = trimmed(
        text,
        statement.start..end.map_or(statement.end, |end| statement.start + end),
    );
    let header = &text[span.clone()];
    let label = match header.trim_matches(['[', ']', ' ']) {
        name @ ("code" | "range") => format!("expected `[[{name}]]`"),
        name if name.split('.').count() == 2 => {
            let words: Vec<&str> = name.split_whitespace().collect();
            format!("expected `[{}]`", words.join("_"))
        }
        _ => "expected `[[code]]`, `[[range]]` or `[columns.NAME]`".to_owned(),
    };
    let message = format!("{} is not a header", quoted(header));
    (span, message, label)
}

/// What stands before `=`, or in a line without it.
fn broken_key(text: &str, place: Bytes) -> Words {
    let key = &text[place.clone()];
    let start = place.start;
    let comment = ["//", "--", "/*", ";"]
        .into_iter()
        .find(|comment| key.starts_with(comment));
    if let Some(comment) = comment {
        let message = format!("`{comment}` does not begin a comment");
        let span = start..start + comment.len();
        (span, message, "expected `#`".to_owned())
    } else if let Some(at) = key.find(':') {
        colon(start + at)
    } else if key.is_empty() {
        let message = "a value without a key".to_owned();
        let label = "expected a key before `=`".to_owned();
        (start..start, message, label)
    } else if text[place.end..]
        .trim_start_matches([' ', '\t'])
        .starts_with('=')
    {
        let message = format!("{} is not a key", quoted(key));
        let label = "expected letters, digits, `_` and `-`, without a space".to_owned();
        (place, message, label)
    } else {
        let message = format!("{} is not a key with a value", quoted(key));
        let label = "expected a line such as `name = \"Session Timed Out\"`".to_owned();
        (place, message, label)
    }
}

/// A single character: without a width, a place is one caret.
fn colon(at: usize) -> Words {
    let message = "`:` behind a key".to_owned();
    (at..at, message, "expected `=`".to_owned())
}

/// A key below one that has a value: `description.de` after `description`.
fn extended(text: &str, place: Bytes) -> Words {
    let key = &text[place.clone()];
    let (outer, _) = key.split_once('.').unwrap_or((key, ""));
    let message = format!("{} has a value already", quoted(outer));
    let label = if outer == "description" {
        "expected `description.en` in its place, a key for each language"
    } else {
        "expected no key below it"
    };
    (place, message, label.to_owned())
}

/// A space in front of any quotes that TOML takes for none, such as one of a web page.
fn strange_space(line: &str) -> Option<(usize, char)> {
    let mut chars = line
        .char_indices()
        .take_while(|(_, c)| !"\"'#".contains(*c));
    chars.find(|(_, c)| c.is_whitespace() && !" \t\r".contains(*c))
}

fn strange_spaces(text: &str, statement: &Bytes) -> Words {
    let (at, c) = strange_space(&text[statement.clone()]).unwrap_or((0, ' '));
    let start = statement.start + at;
    let message = format!("a space of another kind, U+{:04X}", u32::from(c));
    (start..start, message, "expected a plain space".to_owned())
}

/// The value, or the one of a list, that an error lies in.
fn value_around(text: &str, statement: &Bytes, place: &Bytes) -> Bytes {
    let before = text[statement.start..place.start].rfind(['=', '[', ',', '{']);
    let start = before.map_or(place.start, |before| statement.start + before + 1);
    let line = line_end(text, place.start);
    let after = text[place.start..line].find([',', ']', '}', '#']);
    let end = after.map_or(line, |after| place.start + after);
    trimmed(text, start..end)
}

/// A value that is no number, boolean or string.
fn unquoted(text: &str, place: &Bytes, key: &str) -> Words {
    let found = text[place.clone()].trim_end();
    let span = place.start..place.start + found.len();
    let bare = found.trim_matches(CURLY);
    if found.is_empty() {
        let message = format!("{} has no value", quoted(key.trim()));
        (span, message, "expected one behind `=`".to_owned())
    } else if bare != found {
        let message = format!("{} is not in straight quotes", quoted(found));
        (span, message, format!("expected \"{bare}\""))
    } else if let "true" | "false" | "yes" | "no" | "on" | "off" =
        found.to_ascii_lowercase().as_str()
    {
        let message = format!("{} is not a boolean", quoted(found));
        (span, message, "expected `true` or `false`".to_owned())
    } else if let "null" | "nil" | "none" | "undefined" = found.to_ascii_lowercase().as_str() {
        let message = format!("{} is not a value of TOML", quoted(found));
        let label = "expected no line for what is absent".to_owned();
        (span, message, label)
    } else if let (true, Some(at)) = (found.starts_with(is_digit), found.find(';')) {
        let start = place.start + at;
        let label = "expected the end of the line".to_owned();
        (start..start, "`;` behind a value".to_owned(), label)
    } else if found.starts_with(|c: char| is_digit(c) || "+-.".contains(c)) {
        let message = format!("{} is not a number", quoted(found));
        let joins = ["-", "–", "—", "..", " to "];
        let label = if found.starts_with(is_digit) && joins.iter().any(|&join| found.contains(join))
        {
            Span::instead_of(found)
        } else {
            "expected digits only, or quotes around a string".to_owned()
        };
        (span, message, label)
    } else if key.trim() == "code" {
        let message = format!("{} is not a number", quoted(found));
        (span, message, "expected an integer such as 4000".to_owned())
    } else {
        const QUOTES: [char; 2] = ['"', '\''];
        let (before, rest) = found.split_once(QUOTES).unwrap_or((found, ""));
        let rest = rest.trim_end_matches(QUOTES);
        let (message, words) = match (before == found, rest) {
            (true, _) => ("a string without quotes", found),
            (false, "") => ("a string without its first quote", before),
            (false, rest) => ("more text in front of the opening quote", rest),
        };
        (span, message.to_owned(), format!("expected \"{words}\""))
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn leading_zero(text: &str, place: &Bytes) -> Words {
    let rest = &text[place.start..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let number = &rest[..end.unwrap_or(rest.len())];
    let better = number.trim_start_matches(['0', '_']);
    (
        place.start..place.start + number.len(),
        format!("{} begins with a zero", quoted(number)),
        format!("expected `{better}`"),
    )
}

/// What stands between a value or a header and the end of its line.
fn surplus(text: &str, statement: &Bytes, place: &Bytes) -> Words {
    let what = if is_header(&text[statement.start..place.start]) {
        "a header"
    } else {
        "a value"
    };
    let rest = text[place.start..line_end(text, place.start)].trim_end();
    let span = |len: usize| place.start..place.start + len;
    let end_of_line = "expected the end of the line".to_owned();
    match rest.chars().next() {
        Some(c @ (',' | ';')) => (span(1), format!("`{c}` behind {what}"), end_of_line),
        _ if rest.starts_with("//") => (
            span(2),
            "`//` does not begin a comment".to_owned(),
            "expected `#`".to_owned(),
        ),
        _ if text[..place.start].trim_end().ends_with('"') => (
            span(rest.len()),
            "more text behind the closing quote".to_owned(),
            "expected the end of the line, or `\\\"` for each quote inside the string".to_owned(),
        ),
        _ if text[..place.start].trim_end().ends_with('\'') => (
            span(rest.len()),
            "more text behind the closing quote".to_owned(),
            "expected the end of the line, or double quotes around the string".to_owned(),
        ),
        _ => (
            span(rest.len()),
            format!("more text behind {what}"),
            end_of_line,
        ),
    }
}

/// A span without the space around its text.
fn trimmed(text: &str, span: Bytes) -> Bytes {
    let start = span.end - text[span.clone()].trim_start().len();
    start..start + text[span].trim().len()
}

fn escape(text: &str, place: &Bytes) -> Words {
    let escaped = text[place.start..].chars().next().map_or(0, char::len_utf8);
    let span = place.start.saturating_sub(1)..place.start + escaped;
    let message = format!("{} is not an escape", quoted(&text[span.clone()]));
    (span, message, "expected `\\\\` for a backslash".to_owned())
}
