//! A table → a file in another language or format.

/// Writes a line to a string.
macro_rules! line {
    ($out:expr) => { $out.push('\n') };
    ($out:expr, $($text:tt)*) => { writeln!($out, $($text)*).expect("a string takes all") };
}

mod asyncapi;
mod case;
mod doc;
mod go;
mod html;
mod json;
pub(crate) mod markdown;
pub(crate) mod model;
mod python;
mod rust;
mod spans;
mod typescript;

use clap::ValueEnum;
use close_codes_codegen::Table;

use crate::table::About;

/// What a file is made from. Each format's module has
/// `pub(crate) fn render(input: &Input) -> Result<String, String>`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'t> {
    pub(crate) table: &'t Table,
    pub(crate) about: &'t About,
    /// The path that the header names, or the id of a table of the catalogue.
    pub(crate) path: &'t str,
    /// Whether the codes and ranges of the standard table are left out.
    pub(crate) custom_only: bool,
}

/// What to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// The Rust code that the macro generates
    Rust,
    /// A TypeScript module, also for JavaScript after compilation
    Typescript,
    /// A Python module, for 3.9 and later
    Python,
    /// A Go file
    Go,
    /// The whole table as JSON
    Json,
    /// A table for documentation; with `-o`, between two markers in FILE
    Markdown,
    /// A page to read in a browser
    Html,
    /// An `AsyncAPI` extension, as YAML
    Asyncapi,
}

impl Format {
    /// The file, or what about the table prevents it.
    pub(crate) fn render(self, input: &Input) -> Result<String, String> {
        match self {
            Self::Rust => rust::render(input),
            Self::Typescript => typescript::render(input),
            Self::Python => python::render(input),
            Self::Go => go::render(input),
            Self::Json => json::render(input),
            Self::Markdown => markdown::render(input),
            Self::Html => html::render(input),
            Self::Asyncapi => asyncapi::render(input),
        }
    }
}
