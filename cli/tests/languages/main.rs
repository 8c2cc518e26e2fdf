//! TypeScript, Python and Go say the same as Rust about every number of every table.
//!
//! Each export is checked by the strict tools of its language, runs, and prints what it says about
//! the 65536 numbers; that is compared with the table, not with what the exports are made from.
//!
//! `tests/proof/languages.sh` installs the tools and runs this.

#[allow(dead_code)]
#[path = "../exports/hostile.rs"]
mod hostile;

/// Writes a line to a string.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { writeln!($out, $($text)*).expect("a string takes all") };
}

mod expected;
mod go;
mod python;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use close_codes_codegen::{Checked, Source, Table};
use serde_json::Value;

/// Tables of hostile texts.
const SEEDS: u64 = 24;

/// A table, and what is exported of it.
struct Case {
    table: Table,
    /// What `close-codes export` is given: a path, the id of a table of the catalogue, or nothing.
    argument: Option<String>,
    custom_only: bool,
    /// Whether people wrote its texts, so that formatters agree on how wide they are.
    is_published: bool,
}

impl Case {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a readable table");
        let Checked {
            table, diagnostics, ..
        } = Checked::read(&Source::new(path.display().to_string(), text));
        let messages: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert!(messages.is_empty(), "{}", messages.join("\n"));
        Self {
            table,
            argument: Some(path.display().to_string()),
            custom_only: false,
            is_published: true,
        }
    }

    fn name(&self) -> String {
        let path = self.argument.as_deref().unwrap_or("the standard table");
        format!("{path}{}", if self.custom_only { " --own" } else { "" })
    }

    fn export(&self, format: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_close-codes"));
        command.current_dir(root());
        command
            .args(["export", "--to", format])
            .args(&self.argument);
        if self.custom_only {
            command.arg("--own");
        }
        run(&mut command)
    }
}

/// The standard table, the fixtures, the catalogue, and tables of hostile texts; the first ones
/// without the standard codes too.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for custom_only in [false, true] {
        cases.push(Case {
            table: Table::standard().0,
            argument: None,
            custom_only,
            is_published: true,
        });
        let fixtures = tables("codegen/tests/fixtures/valid");
        assert!(fixtures.len() >= 9);
        cases.extend(fixtures.iter().map(|path| Case {
            custom_only,
            ..Case::read(path)
        }));
    }
    // Without the standard codes, numbers in the middle of a range are left out.
    let around = folder("tables").join("around.toml");
    fs::write(&around, "[codes]\n3000-3099.name = \"Around\"\n").expect("a file");
    cases.push(Case {
        custom_only: true,
        ..Case::read(&around)
    });
    let catalogue = tables("catalogue/tables");
    assert!(catalogue.len() >= 40);
    cases.extend(catalogue.iter().map(|path| Case::read(path)));
    cases.extend((0..SEEDS).map(|seed| Case {
        is_published: false,
        custom_only: seed % 4 == 3,
        ..Case::read(&hostile::write(seed))
    }));
    cases
}

fn tables(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join(folder)).expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|found| found == "toml"))
        .collect();
    files.sort();
    files
}

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
}

/// An empty folder for the files of a language.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("languages")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// What a program prints, which must be glad.
fn run(command: &mut Command) -> String {
    let output = command.output();
    let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, errors) = (
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{command:?}:\n{out}{errors}");
    out
}

/// The word after `start`.
fn word_after<'t>(text: &'t str, start: &str) -> &'t str {
    let (_, rest) = text.split_once(start).expect("the start");
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    &rest[..end.unwrap_or(rest.len())]
}

/// A string as JSON, which is one of TypeScript and Python too, and of Go.
fn string(text: &str) -> String {
    Value::from(text).to_string()
}

/// The exports have no character that a reader does not see, nor what ends a script in HTML.
fn check_is_plain(case: &Case, format: &str, text: &str) {
    let hidden = text.chars().find(|&c| {
        c != '\n' && c != '\t' && c.is_control()
            || matches!(
                c,
                '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
            )
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(hidden, None, "{} in {format}", case.name());
    if format == "typescript" {
        let lower = text.to_lowercase();
        for markup in ["<script", "</script", "<!--"] {
            assert!(!lower.contains(markup), "{} has {markup}", case.name());
        }
    }
}

/// What each table says in a language.
type Answers = fn(&[Case]) -> Vec<Value>;

#[test]
#[ignore = "needs the compilers that tests/proof/languages.sh installs"]
fn every_language_says_what_rust_says() {
    let cases = cases();
    let started = Instant::now();
    let languages: [(&str, Answers); 3] = [
        ("TypeScript", typescript::answers),
        ("Python", python::answers),
        ("Go", go::answers),
    ];
    let all = thread::scope(|scope| {
        let cases = &cases;
        let threads = languages.map(|(language, answers)| {
            scope.spawn(move || {
                let answers = answers(cases);
                println!("{language}: checked and run in {:.1?}", started.elapsed());
                (language, answers)
            })
        });
        threads.map(|thread| thread.join().expect("a language without errors"))
    });
    for (language, answers) in all {
        assert_eq!(answers.len(), cases.len(), "{language}");
        for (case, found) in cases.iter().zip(&answers) {
            let expected = expected::answer(case, language);
            compare(&format!("{language}, {}", case.name()), &expected, found);
        }
        println!("{language}: {} tables, 65536 numbers each", answers.len());
    }
}

/// Panics at the first difference.
fn compare(place: &str, expected: &Value, found: &Value) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                compare(&format!("{place}, {key}"), value, &b[key]);
            }
            assert_eq!(a.len(), b.len(), "{place}");
        }
        (Value::Array(a), Value::Array(b)) => {
            for (a, b) in a.iter().zip(b) {
                compare(place, a, b);
            }
            assert_eq!(a.len(), b.len(), "{place}");
        }
        _ => assert_eq!(expected, found, "{place}"),
    }
}

#[test]
fn two_names_for_one_identifier_are_an_error_that_has_both() {
    let folder = folder("clashes");
    for (format, rows, message) in [
        (
            "typescript",
            "[columns]\na1 = { type = \"bool\", default = true }\na_1 = { type = \"u8\", default = 1 }\n",
            "the column `a1` and the column `a_1` would both be `a1` in TypeScript",
        ),
        (
            "typescript",
            "[columns.constructor]\ntype = [\"x\"]\noptional = true\n",
            "the built-in `constructor` and the column `constructor` would both be `constructor` in TypeScript",
        ),
        (
            "typescript",
            "[columns.range_info]\ntype = [\"x\"]\noptional = true\n",
            "the built-in `ClashCloseRangeInfo` and the column `range_info` would both be `ClashCloseRangeInfo` in TypeScript",
        ),
        (
            "python",
            "[columns.value]\ntype = \"string\"\noptional = true\n",
            "the built-in `value` and the column `value` would both be `value` in Python",
        ),
        (
            "python",
            "[codes]\n4000 = \"Ａ Name\"\n4001 = \"A Name\"\n",
            "code 4000 and code 4001 would both be `A_NAME` in Python",
        ),
        (
            "go",
            "[codes]\n4000 = \"Sender Either\"\n",
            "code 4000 and `either` of the column `sender` would both be `SenderEither` in Go",
        ),
        (
            "go",
            "[codes]\n4000 = \"Range Library\"\n",
            "code 4000 and the range `Library` would both be `RangeLibrary` in Go",
        ),
    ] {
        let path = folder.join("clash.toml");
        fs::write(&path, rows).expect("a file");
        let output = Command::new(env!("CARGO_BIN_EXE_close-codes"))
            .args(["export", "--to", format])
            .arg(&path)
            .output()
            .expect("a program that runs");
        let errors = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!output.status.success(), "{format}: {rows}");
        assert_eq!(errors, format!("error: {message}\n"));
        assert_eq!(output.stdout, b"");
    }
}
