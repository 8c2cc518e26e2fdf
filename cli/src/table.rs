//! Tables as the commands need them: loaded, checked, and with the places of their rows.

pub(crate) use close_codes_codegen::About;

use std::path::PathBuf;

use close_codes_catalogue::CATALOGUE;
use close_codes_codegen::{Diagnostic, Owner, Source, Table, Value};

use crate::rows::{Row, Rows};

/// A table, its files, and what is wrong with them.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// What the user called it: a path, or the id of a table of the catalogue.
    pub(crate) name: String,
    pub(crate) table: Table,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// That of the table itself first, then those that it extends, without the standard table.
    pub(crate) sources: Vec<Source>,
    /// Where those were read from, if from files.
    pub(crate) files: Vec<PathBuf>,
}

/// The index of a column of the standard table, by its name.
pub(crate) fn column(table: &Table, name: &str) -> Option<usize> {
    table
        .columns()
        .iter()
        .position(|column| column.name == name)
}

/// The value of a column for a number, as text.
pub(crate) fn text_of(table: &Table, number: u16, name: &str) -> Option<String> {
    let value = table.value(table.segment(number), column(table, name)?)?;
    Some(shown(value))
}

/// A value as the table has it, without quotes.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::String(value) => value.clone(),
    }
}

/// Whether the code may be in a Close frame.
pub(crate) fn is_sendable(table: &Table, number: u16) -> bool {
    text_of(table, number, "sender").is_none_or(|sender| sender != "nobody")
}

/// Whether a browser's `close()` takes the code.
pub(crate) fn is_browser_sendable(number: u16) -> bool {
    number == 1000 || (3000..=4999).contains(&number)
}

impl Loaded {
    /// The id of a table of the catalogue.
    pub(crate) fn id(&self) -> Option<&str> {
        let mut ids = CATALOGUE.iter().map(|entry| entry.id);
        let is_file = !self.files.is_empty();
        ids.find(|&id| id == self.name && !is_file)
    }

    /// The rows of the files, those of the table itself first.
    pub(crate) fn rows(&self) -> Vec<Rows<'_>> {
        self.sources.iter().map(Rows::read).collect()
    }
}

/// Whether the rows say something about the number: they name it or a range around it, or change
/// a code of the standard table.
pub(crate) fn speaks_of(table: &Table, rows: &[Rows<'_>], number: u16) -> bool {
    let owner = table.segment(number).owner;
    let is_code = matches!(owner, Owner::Code(_));
    table.entry(owner).is_custom() || is_code && says(rows, number, |_| true)
}

/// Whether a row about the number is as asked.
pub(crate) fn says(rows: &[Rows<'_>], number: u16, is_wanted: impl Fn(&Row) -> bool) -> bool {
    let mut rows = rows.iter().flat_map(|rows| &rows.all);
    rows.any(|row| row.contains(number) && is_wanted(row))
}
