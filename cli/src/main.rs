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

use std::process::ExitCode;

use clap::{ColorChoice, Parser as _};

fn main() -> ExitCode {
    let args = args::Args::parse();
    match args.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    command::run(&args.command).write()
}
