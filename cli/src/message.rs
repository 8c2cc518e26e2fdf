//! Diagnostics → text for people, editors and continuous integration.

use std::fmt::Write as _;

use close_codes_codegen::{Diagnostic, Place};
use serde_json::{Value, json};

use crate::output::{BLUE, BOLD, GREEN, RED};
use crate::rows::line_and_column;
use crate::table::Loaded;
use crate::text::visible;

/// As rustc draws them, in its colors.
pub(crate) fn human(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(painted).collect()
}

fn painted(diagnostic: &Diagnostic) -> String {
    let drawn = diagnostic.to_string();
    let message = diagnostic.message();
    let rest = drawn.strip_prefix(message).unwrap_or_default();
    let mut out = format!("{RED}error{RED:#}{BOLD}: {message}{BOLD:#}");
    for line in rest.lines() {
        out.push_str(&painted_line(line));
        out.push('\n');
    }
    out.push('\n');
    out
}

/// A line of the drawing: its gutter in blue, carets in red.
fn painted_line(line: &str) -> String {
    let is_gutter = |c: char| c == ' ' || c.is_ascii_digit();
    let rest = line.trim_start_matches(is_gutter);
    let gutter = &line[..line.len() - rest.len()];
    for arrow in ["-->", ":::", "="] {
        if let Some(after) = rest.strip_prefix(arrow) {
            return format!("{BLUE}{gutter}{arrow}{BLUE:#}{after}");
        }
    }
    let Some(after) = rest.strip_prefix('|') else {
        return line.to_owned();
    };
    let is_source = gutter.contains(|c: char| c.is_ascii_digit());
    let marked = after.trim_start();
    let style = match marked.chars().next() {
        Some('^') if !is_source => RED,
        Some('-') if !is_source => BLUE,
        _ => return format!("{BLUE}{gutter}|{BLUE:#}{after}"),
    };
    format!("{BLUE}{gutter}|{BLUE:#}{style}{after}{style:#}")
}

/// `gateway.toml: 10 codes, no errors`
pub(crate) fn summary(loaded: &Loaded, errors: usize) -> String {
    let name = visible(&loaded.name);
    let codes = loaded
        .table
        .codes()
        .iter()
        .filter(|code| code.entry.is_custom());
    let ranges = loaded
        .table
        .ranges()
        .iter()
        .filter(|range| range.entry.is_custom());
    let (codes, ranges) = (count(codes.count(), "code"), count(ranges.count(), "range"));
    if errors == 0 {
        format!("{GREEN}{name}{GREEN:#}: {codes} and {ranges}, no errors\n")
    } else {
        format!("{RED}{name}{RED:#}: {}\n", count(errors, "error"))
    }
}

fn count(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// An object a line.
pub(crate) fn json(loaded: &Loaded) -> String {
    let object = |diagnostic: &Diagnostic| {
        let mut object = place(loaded, diagnostic.place());
        let related = diagnostic.related().iter();
        object["message"] = diagnostic.message().into();
        object["help"] = diagnostic.help().into();
        object["related"] = related.map(|other| place(loaded, other)).collect();
        crate::text::visible_json(&object) + "\n"
    };
    loaded.diagnostics.iter().map(object).collect()
}

fn place(loaded: &Loaded, place: &Place) -> Value {
    let (line, column) = end(loaded, place);
    json!({
        "path": place.path(),
        "line": place.line(),
        "column": place.column(),
        "end": { "line": line, "column": column },
        "label": place.label(),
    })
}

/// Where a place ends: the line and column after its last character.
fn end(loaded: &Loaded, place: &Place) -> (usize, usize) {
    let source = loaded
        .sources
        .iter()
        .find(|source| source.path() == place.path());
    match source {
        Some(source) if place.span().end <= source.text().len() => {
            line_and_column(source.text(), place.span().end)
        }
        _ => (place.line(), place.column()),
    }
}

/// Annotations of GitHub Actions.
pub(crate) fn github(loaded: &Loaded) -> String {
    let annotation = |diagnostic: &Diagnostic| {
        let place = diagnostic.place();
        let (line, column) = end(loaded, place);
        let text: Vec<&str> = [place.label()]
            .into_iter()
            .filter(|label| !label.is_empty())
            .chain(diagnostic.help())
            .collect();
        let mut at = vec![
            ("file", place.path().to_owned()),
            ("line", place.line().to_string()),
            ("endLine", line.to_string()),
        ];
        // GitHub takes columns only where the annotation is on one line.
        if line == place.line() {
            at.push(("col", place.column().to_string()));
            at.push(("endColumn", column.to_string()));
        }
        at.push(("title", diagnostic.message().to_owned()));
        annotation("error", &at, &text.join("\n"))
    };
    loaded.diagnostics.iter().map(annotation).collect()
}

/// A workflow command of GitHub Actions. An empty text would not be shown, so that the title is it.
pub(crate) fn annotation(level: &str, properties: &[(&str, String)], text: &str) -> String {
    let mut out = format!("::{level} ");
    for (i, (name, value)) in properties.iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let value = escaped(value).replace(':', "%3A").replace(',', "%2C");
        let _ = write!(out, "{comma}{name}={value}");
    }
    let title = properties.iter().find(|(name, _)| *name == "title");
    let text = match title {
        Some((_, title)) if text.is_empty() => title,
        _ => text,
    };
    let _ = writeln!(out, "::{}", escaped(text));
    out
}

fn escaped(text: &str) -> String {
    visible(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
