//! Every command, run as a user runs it.
//!
//! What a command writes is in `tests/cmd`; `TRYCMD=overwrite` writes it there. The modules have
//! what needs a repository, a closed pipe, or many codes.

mod diff;
mod files;
mod help;
mod json;
mod terminal;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The command, with nothing of the environment that changes what it writes.
fn close_codes(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_close-codes"));
    command.current_dir(directory).env("COLUMNS", "80");
    for variable in [
        "LANGUAGE",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "CLICOLOR",
    ] {
        command.env_remove(variable);
    }
    command
}

/// A directory with some files.
fn directory(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (path, text) in files {
        write(&directory.path().join(path), text);
    }
    directory
}

fn write(path: &Path, text: &str) {
    let parent = path.parent().expect("a file is in a directory");
    std::fs::create_dir_all(parent).expect("a directory");
    std::fs::write(path, text).expect("a file");
}

/// Makes a repository of a directory, with all files in its only revision.
fn commit(directory: &Path) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
    for args in [
        &["init", "-q"][..],
        &["add", "-A"],
        &["commit", "-qm", "table"],
    ] {
        let mut git = Command::new("git");
        let status = git
            .current_dir(directory)
            .args(identity)
            .args(args)
            .status();
        assert!(status.expect("git").success(), "{args:?}");
    }
}

fn run(directory: &Path, args: &[&str]) -> Output {
    close_codes(directory)
        .args(args)
        .output()
        .expect("the command runs")
}

/// A line for a shell, which finds the command as if it were installed.
fn shell(directory: &Path, shell: &str, line: &str) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_close-codes"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let directories = binary.parent().into_iter().map(Into::into);
    let directories = directories.chain(std::env::split_paths(&path));
    let mut command = Command::new(shell);
    command.args(["-c", line]).current_dir(directory);
    command.env("PATH", std::env::join_paths(directories).expect("paths"));
    command
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

/// The tables that `tests/cmd` has for a command.
fn tables_of(command: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cmd/{command}.in"))
}

/// A table of many codes, as long as real ones are.
fn many(count: u16) -> String {
    let mut table = String::from("[codes]\n");
    let numbers = (4000..5000)
        .chain(3009..4000)
        .chain([3001, 3002, 3004, 3005, 3006, 3007]);
    let numbers = numbers.chain(5000..u16::MAX).take(count.into());
    for number in numbers {
        let reserved = if number >= 5000 {
            ", allow_reserved = true"
        } else {
            ""
        };
        writeln!(table, "{number} = {{ name = \"Code {number}\", reconnect = \"backoff\", description = \"What the code {number} means to a client.\"{reserved} }}").expect("a string takes all");
    }
    table
}

#[test]
fn commands_write_what_the_examples_show() {
    let cases = trycmd::TestCases::new();
    cases
        .env("COLUMNS", "80")
        .env("LC_ALL", "C")
        .env("LANGUAGE", "");
    cases.case("tests/cmd/*.trycmd");
    cases.case("../README.md");
}
