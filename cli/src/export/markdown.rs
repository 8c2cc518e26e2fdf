//! The table that documentation has, between two comments by which it is found again.

use std::fmt::Write as _;

use close_codes_codegen::{CodeSpan, Value};

use super::html::is_link;
use super::model::{Model, ModelCode, ModelEntry, ModelRange, is_invisible};
use super::{Input, spans};

const BEGIN: &str = "<!-- close-codes:begin";
const END: &str = "<!-- close-codes:end -->";

#[allow(clippy::unnecessary_wraps)] // as the other formats
pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    // Only `>` can end a comment.
    let header = model.header.replace('>', "&gt;");
    let mut out = format!("{BEGIN} {header} -->\n");
    about(&mut out, input);
    out.push_str("\n| Code | Name | Meaning | Reconnect |\n|---|---|---|---|\n");
    let mut rows: Vec<(CodeSpan, String)> = Vec::new();
    for range in &model.ranges {
        rows.push((range.spans[0], range_row(&model, range)));
    }
    for code in &model.codes {
        rows.push((CodeSpan::of(code.number), code_row(&model, code)));
    }
    // A range comes before what is in it.
    rows.sort_by_key(|(span, _)| (span.first(), std::cmp::Reverse(span.last())));
    for (_, row) in rows {
        out.push_str(&row);
    }
    writeln!(out, "\n{END}").expect("a string takes all");
    Ok(out)
}

/// The text of a file with the table between its two comments replaced.
pub(crate) fn inserted(existing: &str, rendered: &str) -> Result<String, String> {
    let is_begin = |line: &str| {
        let rest = line.strip_prefix(BEGIN);
        let is_word = |rest: &str| rest.starts_with([' ', '\t']) || rest == "-->";
        rest.is_some_and(|rest| is_word(rest) && rest.ends_with("-->"))
    };
    let (mut begins, mut ends) = (Vec::new(), Vec::new());
    let mut indented = None;
    let mut at = 0;
    for (index, line) in existing.split_inclusive('\n').enumerate() {
        // A byte order mark stays before the marker.
        let text = line.trim_start_matches('\u{FEFF}').trim_end();
        let start = at + line.len() - line.trim_start_matches('\u{FEFF}').len();
        let inner = text.trim_start_matches([' ', '\t', '>']);
        if is_begin(text) {
            begins.push(start);
        } else if text == END {
            ends.push(start + text.len());
        } else if is_begin(inner) || inner == END {
            indented.get_or_insert(index + 1);
        }
        at += line.len();
    }
    let hint = indented.map_or(String::new(), |line| {
        format!("; the marker in line {line} has to be at the start of the line")
    });
    let (begin, end) = match (begins.as_slice(), ends.as_slice()) {
        (&[begin], &[end]) if begin < end => (begin, end),
        (begins, ends) => {
            let problem = match (begins, ends) {
                ([], []) => format!(
                    "nothing marks the place of the table; add the lines `{BEGIN} -->` and `{END}`"
                ),
                (_, []) => format!("`{BEGIN} -->` has no `{END}` after it"),
                ([], _) => format!("`{END}` has no `{BEGIN} -->` before it"),
                ([_], [_]) => format!("`{END}` is before `{BEGIN} -->`"),
                _ => {
                    format!("`{BEGIN} -->` and `{END}` mark more than one place; keep one of each")
                }
            };
            return Err(problem + &hint);
        }
    };
    let table = rendered.trim_end();
    let table = if existing.contains("\r\n") {
        table.replace('\n', "\r\n")
    } else {
        table.to_owned()
    };
    Ok([&existing[..begin], &table, &existing[end..]].concat())
}

/// Title, description and source of the table, as paragraphs.
fn about(out: &mut String, input: &Input<'_>) {
    let about = input.about;
    let title = about
        .title
        .as_ref()
        .map(|title| format!("**{}**", escaped(title)));
    let lines = [
        title,
        input.table.description().map(escaped),
        about.reference.as_ref().map(|reference| {
            let source = source(reference);
            match &about.checked {
                Some(date) => format!("Source: {source}, checked on {date}."),
                None => format!("Source: {source}"),
            }
        }),
    ];
    for line in lines.into_iter().flatten() {
        write!(out, "\n{line}\n").expect("a string takes all");
    }
}

/// Where the table is published, as a link if it is one.
fn source(reference: &str) -> String {
    let text = escaped(reference);
    if !is_link(reference) {
        return text;
    }
    let mut address = String::new();
    for c in reference.chars() {
        match c {
            '&' => address.push_str("&amp;"),
            c if c.is_ascii_punctuation() && !"/:.-?=#%".contains(c) => address.extend(['\\', c]),
            c => address.push(c),
        }
    }
    format!("[{text}]({address})")
}

fn code_row(model: &Model<'_>, code: &ModelCode<'_>) -> String {
    let reconnect = reconnect(model, &code.values);
    row(
        &code.number.to_string(),
        &code.entry,
        code.deprecated,
        &reconnect,
    )
}

fn range_row(model: &Model<'_>, range: &ModelRange<'_>) -> String {
    let mut advice: Vec<(String, Vec<CodeSpan>)> = Vec::new();
    for unnamed in &range.unnamed {
        let reconnect = reconnect(model, &unnamed.values);
        match advice.iter_mut().find(|(other, _)| *other == reconnect) {
            Some((_, spans)) => spans.extend(&unnamed.spans),
            None => advice.push((reconnect, unnamed.spans.clone())),
        }
    }
    let reconnect = match advice.as_slice() {
        [(only, _)] => only.clone(),
        advice => {
            let parts = advice.iter();
            let parts = parts.map(|(advice, spans)| format!("{advice} ({})", spans::shown(spans)));
            parts.collect::<Vec<_>>().join(", ")
        }
    };
    row(&spans::shown(range.spans), &range.entry, None, &reconnect)
}

fn row(numbers: &str, entry: &ModelEntry<'_>, deprecated: Option<&str>, reconnect: &str) -> String {
    let name = escaped(entry.name);
    let mut meaning = entry
        .texts
        .first()
        .filter(|_| entry.is_specific)
        .map(|(_, text)| escaped(text))
        .unwrap_or_default();
    if let Some(deprecated) = deprecated {
        let gap = if meaning.is_empty() { "" } else { "<br>" };
        write!(meaning, "{gap}**Deprecated:** {}", escaped(deprecated))
            .expect("a string takes all");
    }
    format!("| {numbers} | {name} | {meaning} | {reconnect} |\n")
}

fn reconnect(model: &Model<'_>, values: &[Option<&Value>]) -> String {
    let mut columns = model.columns.iter().zip(values);
    match columns.find(|(column, _)| column.name == "reconnect") {
        Some((_, Some(Value::String(advice)))) => format!("`{advice}`"),
        _ => String::new(),
    }
}

/// What Markdown, or a common extension of it, may take for more than a character.
const SPECIAL: &str = "\\`*_{}[]<>~&$^";

/// Text in Markdown that shows it as it is, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let first = text.len() - text.trim_start().len();
    let last = text.trim_end().len();
    for (at, c) in text.char_indices() {
        let is_margin = at < first || at >= last;
        // Links that some parsers find by themselves would show the escapes inside them.
        let is_address = text[at..].starts_with("://") || c == '.' && text[..at].ends_with("www");
        // A list or a heading starts with a digit or a sign; all parsers of tables know `&#124;`.
        let is_marker = at == 0 && !c.is_alphabetic() && !SPECIAL.contains(c);
        if c == '\0' {
            // There is no way to write it.
            out.push(char::REPLACEMENT_CHARACTER);
        } else if c == '|' || is_invisible(c) || is_margin || is_marker {
            write!(out, "&#{};", u32::from(c)).expect("a string takes all");
        } else {
            if SPECIAL.contains(c) || is_address {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}
