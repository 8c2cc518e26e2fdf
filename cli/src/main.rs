//! The command line of close-codes: tables are checked, explained, compared and exported.

/// Adds formatted text to a string.
macro_rules! add {
    ($out:expr, $($text:tt)*) => {
        ::std::fmt::Write::write_fmt(&mut $out, ::std::format_args!($($text)*)).expect("a string takes all")
    };
}

mod args;
mod command;
mod diff;
mod explain;
mod export;
mod facts;
mod grid;
mod language;
mod load;
mod markup;
mod message;
mod output;
mod rows;
mod suggest;
mod table;
mod text;

use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use clap::{ColorChoice, Parser as _};

fn main() -> ExitCode {
    // Help and errors of usage follow it too.
    automatic().write_global();
    let args = args::Args::parse();
    match args.color {
        ColorChoice::Auto => automatic(),
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    command::run(&args.command).write()
}

/// What to do without `--color`: anstream decides, but `CLICOLOR_FORCE=0` forces nothing.
fn automatic() -> anstream::ColorChoice {
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|found| found == value);
    let are_terminals = io::stdout().is_terminal() && io::stderr().is_terminal();
    let is_plain = !are_terminals || is("CLICOLOR", "0") || is("TERM", "dumb");
    if is("CLICOLOR_FORCE", "0") && is_plain {
        anstream::ColorChoice::Never
    } else {
        anstream::ColorChoice::Auto
    }
}
