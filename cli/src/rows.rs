//! The text of a table without errors → where its rows and keys are.
//!
//! A checked table does not keep places; whoever shows them looks for them here.

use close_codes_codegen::{CodeSpan, Source};
use toml::de::{DeTable, DeValue};

/// Where things are in one file.
#[derive(Clone, Debug)]
pub(crate) struct Rows<'s> {
    source: &'s Source,
    pub(crate) all: Vec<Row>,
    columns: Vec<(String, usize)>,
    /// The keys at the top of the file.
    top: Vec<(String, usize)>,
}

/// A row: its numbers, and where its keys are.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) spans: Vec<CodeSpan>,
    start: usize,
    keys: Vec<(String, usize)>,
    /// The languages of its descriptions.
    languages: Vec<(String, usize)>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// The line of the file, without the spaces around it.
    pub(crate) text: String,
}

impl Row {
    pub(crate) fn contains(&self, number: u16) -> bool {
        self.spans.iter().any(|span| span.contains(number))
    }

    /// Whether it is about all of these numbers.
    fn covers(&self, spans: &[CodeSpan]) -> bool {
        let ends = spans.iter().map(|span| (span.first(), span.last()));
        let mut own = ends.map(|(first, last)| {
            let mut own = self.spans.iter();
            own.any(|span| span.contains(first) && span.contains(last))
        });
        own.all(|is_own| is_own)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.key(key).is_some()
    }

    /// Where the key is, if the row has it.
    fn key(&self, key: &str) -> Option<usize> {
        let found = self.keys.iter().find(|(name, _)| name == key);
        found.map(|&(_, at)| at)
    }

    /// How many numbers it is about.
    fn count(&self) -> u32 {
        let count = |span: &CodeSpan| u32::from(span.last()) - u32::from(span.first()) + 1;
        self.spans.iter().map(count).sum()
    }
}

impl<'s> Rows<'s> {
    pub(crate) fn read(source: &'s Source) -> Self {
        let mut found = Self {
            source,
            all: Vec::new(),
            columns: Vec::new(),
            top: Vec::new(),
        };
        let (table, _) = DeTable::parse_recoverable(source.text());
        for (key, value) in table.get_ref() {
            let name: &str = key.get_ref();
            found.top.push((name.to_owned(), key.span().start));
            let DeValue::Table(entries) = value.get_ref() else {
                continue;
            };
            for (key, value) in entries {
                match name {
                    "codes" => found.all.extend(row(key, value)),
                    "columns" => {
                        let column = key.get_ref().to_string();
                        found.columns.push((column, key.span().start));
                    }
                    _ => {}
                }
            }
        }
        found
    }

    /// Where the narrowest row about the numbers is.
    pub(crate) fn about(&self, spans: &[CodeSpan]) -> Option<Position> {
        let rows = self.all.iter().filter(|row| row.covers(spans));
        let narrowest = rows.min_by_key(|row| row.count())?;
        Some(self.position(narrowest.start))
    }

    /// Where the narrowest row that sets the key for the numbers does so.
    pub(crate) fn setting(&self, spans: &[CodeSpan], key: &str) -> Option<Position> {
        let rows = self.all.iter().filter(|row| row.covers(spans));
        let set = rows.filter_map(|row| Some((row.count(), row.key(key)?)));
        let (_, at) = set.min()?;
        Some(self.position(at))
    }

    /// Where the first description in a language is.
    pub(crate) fn language(&self, tag: &str) -> Option<Position> {
        let rows = self.all.iter().flat_map(|row| &row.languages);
        let is_it = |(other, _): &&(String, usize)| other.eq_ignore_ascii_case(tag);
        let at = rows.filter(is_it).map(|&(_, at)| at).min()?;
        Some(self.position(at))
    }

    /// Where a column is declared.
    pub(crate) fn column(&self, name: &str) -> Option<Position> {
        position_of(&self.columns, name).map(|at| self.position(at))
    }

    /// Where a key is at the top of the file.
    pub(crate) fn top(&self, name: &str) -> Option<Position> {
        position_of(&self.top, name).map(|at| self.position(at))
    }

    fn position(&self, at: usize) -> Position {
        let text = self.source.text();
        let (line, column) = line_and_column(text, at);
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        Position {
            path: self.source.path().to_owned(),
            line,
            column,
            text: text[start..]
                .lines()
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned(),
        }
    }
}

/// Line and column, in characters from 1.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (
        before.matches('\n').count() + 1,
        before[start..].chars().count() + 1,
    )
}

fn position_of(keys: &[(String, usize)], name: &str) -> Option<usize> {
    let found = keys.iter().find(|(key, _)| key == name);
    found.map(|&(_, at)| at)
}

/// A row, unless its key is not one of codes.
fn row(key: &toml::Spanned<toml::de::DeString>, value: &toml::Spanned<DeValue>) -> Option<Row> {
    let spans = key.get_ref().split(", ").map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        CodeSpan::new(first.parse().ok()?, last.parse().ok()?)
    });
    let start = key.span().start;
    let keys = match value.get_ref() {
        DeValue::Table(table) => places(table),
        // The value is the name.
        _ => vec![("name".to_owned(), start)],
    };
    let description = match value.get_ref() {
        DeValue::Table(table) => table.get("description"),
        _ => None,
    };
    let languages = match description.map(toml::Spanned::get_ref) {
        Some(DeValue::Table(texts)) => places(texts),
        _ => Vec::new(),
    };
    Some(Row {
        spans: spans.collect::<Option<_>>()?,
        start,
        keys,
        languages,
    })
}

fn places(table: &DeTable<'_>) -> Vec<(String, usize)> {
    let keys = table.keys();
    keys.map(|key| (key.get_ref().to_string(), key.span().start))
        .collect()
}
