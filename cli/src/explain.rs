//! What the user asks → what a table says about it.

use close_codes_codegen::{Code, CodeSpan, Owner, Table};

use crate::facts::{self, range_of, specific};
use crate::language::Languages;
use crate::markup;
use crate::output::{BOLD, DIM};
use crate::rows::Rows;
use crate::table::{is_browser_sendable, says, shown, text_of};
use crate::text::{on_one_line, paragraph, visible};

/// What the user asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Query {
    Number(u16),
    Span(CodeSpan),
    /// A name, variant or alias; case is ignored.
    Name(String),
}

impl Query {
    /// Whether a table with these rows can have an answer.
    pub(crate) fn may_be_in(&self, rows: &Rows<'_>) -> bool {
        let asked = match self {
            Self::Number(number) => CodeSpan::of(*number),
            Self::Span(span) => *span,
            Self::Name(_) => return true,
        };
        let mut spans = rows.all.iter().flat_map(|row| &row.spans);
        spans.any(|span| overlap(*span, asked))
    }

    /// Reads a query, or says what is wrong with it.
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let number = |digits: &str| match digits.parse::<u16>() {
            Ok(number) => Ok(number),
            Err(_) => Err(format!(
                "`{}` is not a close code: codes are from 0 to 65535",
                visible(digits)
            )),
        };
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if text.is_empty() {
            return Err(
                "the query is empty, expected a number, a name, `4xxx` or `4000-4099`".to_owned(),
            );
        }
        if is_number(text) {
            return number(text).map(Self::Number);
        }
        let placeholders = text.len() - text.trim_end_matches(['x', 'X']).len();
        if placeholders > 0 && is_number(&text[..text.len() - placeholders]) {
            let digits = &text[..text.len() - placeholders];
            let first = number(&format!("{digits}{}", "0".repeat(placeholders)))?;
            let last = number(&format!("{digits}{}", "9".repeat(placeholders)));
            let last = last.unwrap_or(u16::MAX);
            return Ok(CodeSpan::new(first, last).map_or(Self::Number(first), Self::Span));
        }
        if let Some((first, last)) = text.split_once(['-', '–', '—']) {
            let (first, last) = (first.trim(), last.trim());
            if is_number(first) && is_number(last) {
                let (first, last) = (number(first)?, number(last)?);
                return match CodeSpan::new(first, last) {
                    Some(span) if first == last => Ok(Self::Number(span.first())),
                    Some(span) => Ok(Self::Span(span)),
                    None => Err(format!(
                        "the span {first}-{last} is reversed: write {last}-{first}"
                    )),
                };
            }
        }
        Ok(Self::Name(text.to_owned()))
    }
}

/// All that a code or range is called.
pub(crate) fn names(table: &Table) -> impl Iterator<Item = &str> {
    let codes = table.codes().iter().flat_map(|code| {
        let names = [code.entry.name.as_str(), code.entry.variant.as_str()];
        names
            .into_iter()
            .chain(code.aliases.iter().map(String::as_str))
    });
    let ranges = table.ranges().iter();
    let ranges = ranges.flat_map(|range| [range.entry.name.as_str(), range.entry.variant.as_str()]);
    codes.chain(ranges)
}

/// The code with this name, variant or alias.
pub(crate) fn code_named<'t>(table: &'t Table, name: &str) -> Option<&'t Code> {
    table.codes().iter().find(|code| {
        let names = [&code.entry.name, &code.entry.variant];
        let mut names = names.into_iter().chain(&code.aliases);
        names.any(|other| other.eq_ignore_ascii_case(name))
    })
}

/// The index of the range with this name or variant.
pub(crate) fn range_named(table: &Table, name: &str) -> Option<usize> {
    table.ranges().iter().position(|range| {
        let names = [&range.entry.name, &range.entry.variant];
        names
            .into_iter()
            .any(|other| other.eq_ignore_ascii_case(name))
    })
}

/// How to show what a table says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style<'l> {
    pub(crate) languages: &'l Languages,
    pub(crate) width: usize,
}

impl Style<'_> {
    /// What the standard table says about a number.
    pub(crate) fn standard(self, table: &Table, number: u16) -> String {
        let segment = table.segment(number);
        let heading = match table.code(number) {
            Some(code) => on_one_line(&code.entry.name),
            None => format!(
                "has no standard name: it is in {}",
                range_text(table, segment.owner)
            ),
        };
        let mut out = self.heading(&format!("{BOLD}{number} {heading}{BOLD:#}"));
        self.body(&mut out, table, number, &[]);
        if let Some(docs) = table
            .code(number)
            .and_then(|code| code.entry.docs.as_deref())
        {
            self.docs(&mut out, docs);
        }
        out
    }

    /// What the standard table says about the numbers of a range that have no name.
    pub(crate) fn standard_range(self, table: &Table, index: usize) -> String {
        let mut out = self.heading(&format!("{BOLD}{}{BOLD:#}", range_heading(table, index)));
        self.body(&mut out, table, facts::first_unnamed(table, index), &[]);
        if let Some(docs) = &table.ranges()[index].entry.docs {
            self.docs(&mut out, docs);
        }
        out
    }

    /// What another table says about a number. Of the standard table's facts, only those are shown
    /// that its rows state.
    pub(crate) fn other(
        self,
        table: &Table,
        rows: &[Rows<'_>],
        title: &str,
        number: u16,
    ) -> String {
        let owner = table.segment(number).owner;
        let heading = match table.code(number) {
            Some(code) => format!("{number} {}", on_one_line(&code.entry.name)),
            None => format!("{number} is in {}", range_text(table, owner)),
        };
        self.titled(table, rows, title, &heading, number)
    }

    /// What another table says about the numbers of a range that have no name.
    pub(crate) fn other_range(
        self,
        table: &Table,
        rows: &[Rows<'_>],
        title: &str,
        index: usize,
    ) -> String {
        let heading = range_heading(table, index);
        let first = facts::first_unnamed(table, index);
        self.titled(table, rows, title, &heading, first)
    }

    fn titled(
        self,
        table: &Table,
        rows: &[Rows<'_>],
        title: &str,
        heading: &str,
        number: u16,
    ) -> String {
        let title = on_one_line(title);
        let mut out = self.heading(&format!("{BOLD}{title}{BOLD:#}: {heading}"));
        self.body(&mut out, table, number, rows);
        let docs = table.entry(table.segment(number).owner).docs.as_deref();
        if let Some(docs) = docs.filter(|_| says(rows, number, |row| row.has("docs"))) {
            self.docs(&mut out, docs);
        }
        out
    }

    /// A line before what is indented.
    pub(crate) fn heading(self, text: &str) -> String {
        paragraph(text, self.width, "", "  ") + "\n"
    }

    fn docs(self, out: &mut String, docs: &str) {
        out.push('\n');
        out.push_str(&markup::rendered(docs, self.width, "  "));
    }

    /// The lines after the heading. `rows` is empty for the standard table.
    fn body(self, out: &mut String, table: &Table, number: u16, rows: &[Rows<'_>]) {
        let is_standard = rows.is_empty();
        let entry = table.entry(table.segment(number).owner);
        let code = table.code(number);
        let is_stated = |key: &str| is_standard || says(rows, number, |row| row.has(key));
        if is_standard || entry.is_custom() || is_stated("description") {
            if let Some(text) = specific(table, entry, self.languages) {
                out.push_str(&paragraph(&visible(text), self.width, "  ", "  "));
                out.push('\n');
            }
        }
        let mut facts: Vec<(String, String)> = Vec::new();
        if let Some(text) = code.and_then(|code| code.deprecated.as_deref()) {
            facts.push(("deprecated".to_owned(), on_one_line(text)));
        }
        for (index, column) in table.columns().iter().enumerate() {
            let value = table.value(table.segment(number), index).map(shown);
            let Some(value) = value.filter(|_| is_stated(&column.name)) else {
                continue;
            };
            let text = match column.name.as_str() {
                "sender" => sender_text(&value),
                "reconnect" => reconnect_text(&value),
                _ => on_one_line(&value),
            };
            facts.push((on_one_line(&column.name), text));
        }
        if is_standard {
            let is_sent = text_of(table, number, "sender").is_none_or(|sender| sender != "nobody");
            let frame = if is_sent {
                "may be in one"
            } else {
                "must not be in one"
            };
            facts.push(("Close frame".to_owned(), frame.to_owned()));
            let browser = if is_browser_sendable(number) {
                format!("`close({number})` is accepted")
            } else {
                format!("`close({number})` throws InvalidAccessError")
            };
            facts.push(("browser".to_owned(), browser));
        }
        if let Some(code) = code {
            if !code.aliases.is_empty() && is_stated("aliases") {
                facts.push(("aliases".to_owned(), on_one_line(&code.aliases.join(", "))));
            }
            if let Some(reason) = code.reason.as_deref().filter(|_| is_stated("reason")) {
                facts.push(("reason".to_owned(), format!("\"{}\"", on_one_line(reason))));
            }
        }
        if let Some(reference) = entry
            .reference
            .as_deref()
            .filter(|_| is_stated("reference"))
        {
            facts.push(("reference".to_owned(), on_one_line(reference)));
        }
        if let Some(source) = facts::source(table) {
            facts.push(("source".to_owned(), source));
        }
        let label = facts.iter().map(|(name, _)| name.chars().count()).max();
        let label = label.unwrap_or(0);
        for (name, text) in facts {
            let first = format!("  {name:label$}  ");
            let rest = " ".repeat(label + 4);
            out.push_str(&paragraph(&text, self.width, &first, &rest));
            out.push('\n');
        }
    }

    /// The codes and ranges of a table in a span, a line each.
    pub(crate) fn span(
        self,
        table: &Table,
        span: CodeSpan,
        is_wanted: impl Fn(bool) -> bool,
    ) -> String {
        let mut lines: Vec<(u16, String)> = Vec::new();
        for range in table
            .ranges()
            .iter()
            .filter(|range| is_wanted(range.entry.is_custom()))
        {
            if let Some(first) = range.spans.iter().find(|other| overlap(**other, span)) {
                let text = format!(
                    "{}  {}",
                    facts::spans(&range.spans),
                    on_one_line(&range.entry.name)
                );
                lines.push((first.first(), text));
            }
        }
        for code in table
            .codes()
            .iter()
            .filter(|code| is_wanted(code.entry.is_custom()))
        {
            if span.contains(code.number) {
                let advice = text_of(table, code.number, "reconnect");
                let advice = advice.filter(|advice| advice != "unspecified");
                let advice =
                    advice.map_or(String::new(), |advice| format!("  {DIM}{advice}{DIM:#}"));
                lines.push((
                    code.number,
                    format!("{}  {}{advice}", code.number, on_one_line(&code.entry.name)),
                ));
            }
        }
        lines.sort_by_key(|&(number, _)| number);
        let lines = lines.iter();
        lines
            .map(|(_, line)| paragraph(line, self.width, "  ", "        ") + "\n")
            .collect()
    }
}

/// `the range Application (4000–4999)`
fn range_text(table: &Table, owner: Owner) -> String {
    let range = range_of(table, owner);
    range.map_or("no range".to_owned(), |range| {
        format!("the range {}", range_heading(table, range))
    })
}

/// `Application (4000–4999)`
fn range_heading(table: &Table, index: usize) -> String {
    let range = &table.ranges()[index];
    format!(
        "{} ({})",
        on_one_line(&range.entry.name),
        facts::spans(&range.spans)
    )
}

fn sender_text(value: &str) -> String {
    match value {
        "nobody" => "nobody: the local endpoint reports it, or it is not in use".to_owned(),
        "either" => "either side".to_owned(),
        _ => on_one_line(value),
    }
}

fn reconnect_text(value: &str) -> String {
    let meaning = match value {
        "unspecified" => "the client decides",
        "immediately" => "connect again at once, in a new session",
        "backoff" => "connect again, after a random delay that grows with every failure",
        "resume" => "connect again and continue the session",
        "after_change" => {
            "connect again only after something has changed, such as credentials or the request"
        }
        "never" => "do not connect again",
        _ => return on_one_line(value),
    };
    format!("{value}: {meaning}")
}

/// Whether two spans have a number in common.
pub(crate) fn overlap(a: CodeSpan, b: CodeSpan) -> bool {
    a.first() <= b.last() && b.first() <= a.last()
}
