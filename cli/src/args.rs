//! The command line as the user types it.

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::diff::{DIFF_EXAMPLES, Rule, rules_help};
use crate::export::Format;

/// Checks, explains, compares and exports tables of WebSocket close codes.
///
/// Exit status: 0 on success, 1 if there are findings, 2 if the command could not run.
#[derive(Debug, Parser)]
#[command(name = "close-codes", version, max_term_width = 100)]
#[command(after_long_help = TABLE)]
pub(crate) struct Args {
    /// When to use colors: auto, always or never. With auto, `NO_COLOR` and `CLICOLOR_FORCE` decide;
    /// otherwise, colors are used on a terminal
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) color: ColorChoice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What a command takes as TABLE, after its examples.
const TABLE: &str = "\
A TABLE is the path of a TOML file, `-` for standard input, `git:REV:PATH` for a file of a git \
revision (PATH is relative to the current directory), or the id of a table in the catalogue \
(`close-codes list --catalogue`).";

fn with_table(examples: &str) -> String {
    format!("{examples}\n\n{TABLE}")
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Explain(Explain),
    List(List),
    Export(Export),
    Diff(Diff),
    Init(Init),
    Completions(Completions),
}

/// Check one or more tables, and show every error as the macro does
#[derive(Debug, clap::Args)]
#[command(after_help = with_table("Example:\n  $ close-codes check gateway.toml"))]
pub(crate) struct Check {
    /// The tables
    #[arg(required = true, value_name = "TABLE")]
    pub(crate) tables: Vec<String>,
    /// How to show errors: as text, as one JSON object per line, or as GitHub annotations
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Report,
}

/// Explain what a close code means and what to do about it
#[derive(Debug, clap::Args)]
#[command(after_help = with_table("Examples:
  $ close-codes explain 1006
  $ close-codes explain 'going away' 41xx --lang zh-CN
  $ close-codes explain 4004 --table gateway.toml"))]
pub(crate) struct Explain {
    /// A number, a name or alias, `4xxx` or `4000-4099`
    #[arg(required = true, value_name = "QUERY")]
    pub(crate) queries: Vec<String>,
    /// A table to search, in addition to the standard one and the catalogue
    #[arg(long, short, value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// The language of the descriptions; by default, that of the locale
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// Write JSON: an array with an object for each valid query
    #[arg(long)]
    pub(crate) json: bool,
}

/// List the codes and ranges of a table
#[derive(Debug, clap::Args)]
#[command(after_help = with_table("Examples:
  $ close-codes list gateway.toml
  $ close-codes list --catalogue"))]
pub(crate) struct List {
    /// The table; by default, the standard one
    #[arg(value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// Also list the codes of the standard table
    #[arg(long)]
    pub(crate) all: bool,
    /// List the tables of the catalogue
    #[arg(long, conflicts_with_all = ["table", "all"])]
    pub(crate) catalogue: bool,
    /// The language of the descriptions; by default, that of the locale
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Write a table in another language or format
///
/// With `--check`, nothing is written; the exit status is 1 if FILE is out of date.
#[derive(Debug, clap::Args)]
#[command(after_help = with_table("Examples:
  $ close-codes export --to markdown gateway.toml
  $ close-codes export --to typescript gateway.toml -o close-codes.ts
  $ close-codes export --to typescript gateway.toml -o close-codes.ts --check"))]
pub(crate) struct Export {
    /// The format
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: Format,
    /// The table; by default, the standard one
    #[arg(value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// The file to write, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<std::path::PathBuf>,
    /// Compare the output with FILE, show the difference, and write nothing
    #[arg(long, requires = "output")]
    pub(crate) check: bool,
    /// Leave out the codes and ranges of the standard table
    #[arg(long = "own")]
    pub(crate) custom_only: bool,
}

/// Show what changes from one version of a table to another
///
/// Each finding belongs to a rule, and says what changes on the wire or in programs and whether the
/// next version is a major, minor or patch one. The exit status is 1 if a finding is breaking.
#[derive(Debug, clap::Args)]
#[command(after_help = with_table(DIFF_EXAMPLES))]
#[command(after_long_help = with_table(&rules_help()))]
pub(crate) struct Diff {
    /// The old table and the new one; with `--against`, only the new one
    #[arg(value_name = "TABLE", num_args = 0..=2)]
    pub(crate) tables: Vec<String>,
    /// The old table, in a git revision; without TABLE, the new one is the file PATH
    #[arg(long, value_name = "git:REV:PATH")]
    pub(crate) against: Option<String>,
    /// Ignore findings of this rule; may be repeated
    #[arg(long, value_enum, value_name = "RULE", hide_possible_values = true)]
    pub(crate) allow: Vec<Rule>,
    /// How to show findings: as text, as one JSON object per line, or as GitHub annotations
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Report,
}

/// Write a table to start from, and next to it the schema for editors
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  $ close-codes init new.toml")]
pub(crate) struct Init {
    /// The file to write; it must not exist
    pub(crate) file: std::path::PathBuf,
}

/// Write shell completions to standard output
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  $ close-codes completions bash > close-codes.bash")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// How to show errors and findings.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Report {
    #[default]
    Human,
    Json,
    Github,
}
