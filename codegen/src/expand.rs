//! A table's source, and those that it extends → a checked table, and what is generated from it.

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

use crate::diagnostic::{Diagnostic, list};
use crate::invocation::Invocation;
use crate::report::{Report, Spanned};
use crate::source::{HELP, Source};
use crate::table::Table;
use crate::{check, parse};

/// A table as far as it is right, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The table, made from the rows that are right.
    pub table: Table,
    /// What is wrong: a file that is extended comes first, and each file is in its own order.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that it was read from, that of the table itself first.
    pub files: Vec<PathBuf>,
}

/// What is generated, and what is wrong with the table.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The enum and its impls, made from what is right in the table.
    pub tokens: TokenStream,
    /// What is wrong with the table.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that the table was read from; a change of one changes the enum.
    pub files: Vec<PathBuf>,
}

/// Turns a table that extends the standard one, or the standard table itself, into Rust.
///
/// `source` is the table that the invocation names; its path is not read here.
#[must_use]
pub fn expand(invocation: &Invocation, source: Option<&Source>) -> Expansion {
    let checked = source.map_or_else(Checked::standard, Checked::read);
    Expansion {
        tokens: checked.table.to_rust(invocation),
        diagnostics: checked.diagnostics,
        files: checked.files,
    }
}

impl Checked {
    /// The standard table.
    #[must_use]
    pub fn standard() -> Self {
        Self::of(None, &Source::standard())
    }

    /// The table of `source`, on top of those that it extends.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self::chain(source, &[])
    }

    /// The table of `source`, with the files that lead to it by `extends`.
    fn chain(source: &Source, above: &[&Source]) -> Self {
        let mut report = Report::new(source);
        let document = parse::document(source, &mut report);
        let above = [above, &[source]].concat();
        let extended = document.extends.get();
        let extended = extended.and_then(|path| follow(&above, path, &mut report));
        let is_known = extended.is_some() || document.extends.is_absent();
        let below = extended.map_or_else(Self::standard, |below| Self::chain(&below, &above));
        let is_whole = is_known && below.diagnostics.is_empty();
        let base = Some((&below.table, is_whole));
        let table = check::table(base, source.path(), document, &mut report);
        let file = source.file().map(Path::to_path_buf);
        Self {
            table,
            diagnostics: [below.diagnostics, report.finish()].concat(),
            files: file.into_iter().chain(below.files).collect(),
        }
    }

    fn of(base: Option<&Table>, source: &Source) -> Self {
        let mut report = Report::new(source);
        let document = parse::document(source, &mut report);
        let base = base.map(|base| (base, true));
        let table = check::table(base, source.path(), document, &mut report);
        Self {
            table,
            diagnostics: report.finish(),
            files: Vec::new(),
        }
    }
}

/// The table that the last of some files extends, unless it is one of them.
fn follow(above: &[&Source], path: &Spanned<String>, report: &mut Report<'_>) -> Option<Source> {
    let below = above[above.len() - 1].follow(&path.value);
    let below = below.and_then(|below| {
        let Some(first) = above.iter().position(|source| source.is_same_file(&below)) else {
            return Ok(below);
        };
        let files: Vec<&str> = above[first..].iter().map(|source| source.path()).collect();
        Err(match files.as_slice() {
            [only] => format!("`{only}` extends itself"),
            files => format!("{} extend one another in a circle", list(files, "and")),
        })
    });
    let problem = match below {
        Ok(below) => return Some(below),
        Err(problem) => problem,
    };
    let (message, help) = problem.split_once(HELP).unwrap_or((&problem, ""));
    let message = message.replace("\n    ", " ");
    let added = report.error(&path.span, message, "expected the path of another table");
    if !help.is_empty() {
        added.help(help.to_owned());
    }
    None
}

impl Table {
    /// The standard table, and what is wrong with it.
    #[must_use]
    pub fn standard() -> (Self, Vec<Diagnostic>) {
        Self::whole(&Source::standard())
    }

    /// A table that names or ranges all of 0–65535 itself, as the standard one does.
    #[must_use]
    pub fn whole(source: &Source) -> (Self, Vec<Diagnostic>) {
        let checked = Checked::of(None, source);
        (checked.table, checked.diagnostics)
    }

    /// This table with the rows of `source`, and what is wrong with those; it takes the place of
    /// whatever `source` extends.
    #[must_use]
    pub fn extended(&self, source: &Source) -> (Self, Vec<Diagnostic>) {
        let checked = Checked::of(Some(self), source);
        (checked.table, checked.diagnostics)
    }
}
