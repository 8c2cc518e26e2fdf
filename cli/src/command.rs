//! The commands.

mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod init;
mod list;

use crate::args::Command;
use crate::output::{Failure, Output};

/// Runs a command; only `export` and `init` write files.
pub(crate) fn run(command: &Command) -> Output {
    let output: Result<Output, Failure> = match command {
        Command::Check(args) => check::run(args),
        Command::Explain(args) => explain::run(args),
        Command::List(args) => list::run(args),
        Command::Export(args) => export::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Init(args) => init::run(args),
        Command::Completions(args) => Ok(completions::run(args)),
    };
    output.unwrap_or_else(Output::from)
}
