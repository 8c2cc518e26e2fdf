//! Exports for people and for other programs, read back with parsers of their formats.
//!
//! Every fixture, the standard table, and tables of hostile texts: what comes out is what the table has.

mod hostile;
mod html;
mod json;
mod markdown;
mod rust;
mod yaml;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use close_codes_codegen::{Checked, Source, Table};

/// A table, and what the command line is given for it.
struct Case {
    table: Table,
    /// The path or, for the standard table, nothing.
    path: Option<PathBuf>,
}

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
}

impl Case {
    fn new(path: PathBuf) -> Self {
        let source = Source::new(
            path.display().to_string(),
            fs::read_to_string(&path).expect("a readable table"),
        );
        let Checked {
            table, diagnostics, ..
        } = Checked::read(&source);
        let messages: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert!(messages.is_empty(), "{}", messages.join("\n"));
        Self {
            table,
            path: Some(path),
        }
    }

    fn name(&self) -> String {
        let path = self
            .path
            .as_deref()
            .unwrap_or(Path::new("the standard table"));
        path.display().to_string()
    }

    /// What `close-codes export` writes.
    fn export(&self, format: &str) -> String {
        let mut command = close_codes();
        command.args(["export", "--to", format]).args(&self.path);
        run(&mut command)
    }
}

fn close_codes() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_close-codes"));
    command.current_dir(root());
    command
}

fn run(command: &mut Command) -> String {
    let output = command.output().expect("a program that runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The standard table, the fixtures, and tables of hostile texts.
fn cases() -> Vec<Case> {
    let fixtures = fs::read_dir(root().join("codegen/tests/fixtures/valid")).expect("the fixtures");
    let fixtures = fixtures.map(|file| file.expect("a file").path());
    let mut fixtures: Vec<PathBuf> = fixtures
        .filter(|path| path.extension().is_some_and(|found| found == "toml"))
        .collect();
    fixtures.sort();
    assert!(fixtures.len() >= 9);
    let page = root().join("cli/tests/page/hostile.toml");
    let hostile = (0..8).map(hostile::write);
    let paths = fixtures.into_iter().chain([page]).chain(hostile);
    let standard = Case {
        table: Table::standard().0,
        path: None,
    };
    std::iter::once(standard)
        .chain(paths.map(Case::new))
        .collect()
}

/// What a format without NUL has in its place.
fn without_nul(text: &str) -> String {
    text.replace('\0', "\u{FFFD}")
}
