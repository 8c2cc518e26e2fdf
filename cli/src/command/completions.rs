//! `close-codes completions`

use clap::CommandFactory as _;

use crate::args::{Args, Completions};
use crate::output::Output;

pub(crate) fn run(args: &Completions) -> Output {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "close-codes", &mut script);
    Output {
        raw: String::from_utf8_lossy(&script).into_owned(),
        ..Output::default()
    }
}
