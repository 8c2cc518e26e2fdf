//! Checks a TOML table of WebSocket close codes and turns it into Rust.
//!
//! This is the library behind the macro of [`close-codes`](https://docs.rs/close-codes); the format
//! of a table and what is generated from it are described there. Here everything is data: a
//! [`Source`] goes in, tokens and messages come out, so that tests, fuzzing and benchmarks need no
//! compiler.
//!
//! ```
//! use close_codes_codegen::{Invocation, Source, expand};
//! use syn::parse_quote;
//!
//! let source = Source::new("gateway.toml", "[codes]\n4000.nmae = \"Session Timed Out\"\n");
//! let invocation: Invocation = parse_quote! {
//!     [close_codes]
//!     pub enum GatewayClose = "gateway.toml";
//! };
//! let expansion = expand(&invocation, Some(&source));
//! let diagnostic = &expansion.diagnostics[0];
//! assert_eq!(diagnostic.message(), "unknown key `nmae` in a row");
//! assert_eq!(diagnostic.place().label(), "did you mean `name`?");
//! assert!(!expansion.tokens.is_empty());
//! ```

mod case;
mod check;
mod diagnostic;
mod driver;
mod emit;
mod explain;
mod invocation;
mod parse;
mod repair;
mod report;
mod source;
mod statement;
mod suggest;
mod table;

use proc_macro2::TokenStream;

pub use crate::diagnostic::{Diagnostic, Place};
pub use crate::driver::close_codes;
pub use crate::invocation::Invocation;
pub use crate::source::Source;
pub use crate::table::{
    Code, CodeSpan, Column, ColumnType, Entry, Fallback, IntegerType, Language, Owner, Range,
    Segment, Table, Value,
};

use crate::report::Report;

/// What is generated, and what is wrong with the table.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The enum and its impls, made from what is right in the table.
    pub tokens: TokenStream,
    /// What is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Turns a table that extends the standard one, or the standard table itself, into Rust.
///
/// `source` is the table that the invocation names; its path is not read here.
#[must_use]
pub fn expand(invocation: &Invocation, source: Option<&Source>) -> Expansion {
    let (table, diagnostics) = match source {
        Some(source) => Table::standard().0.extended(source),
        None => Table::standard(),
    };
    Expansion {
        tokens: emit::table(&table, invocation),
        diagnostics,
    }
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
        Self::checked(None, source)
    }

    /// This table with the rows of `source`, and what is wrong with those.
    #[must_use]
    pub fn extended(&self, source: &Source) -> (Self, Vec<Diagnostic>) {
        Self::checked(Some(self), source)
    }

    fn checked(base: Option<&Self>, source: &Source) -> (Self, Vec<Diagnostic>) {
        let mut report = Report::new(source);
        let document = parse::document(source, &mut report);
        let table = check::table(base, source.path(), document, &mut report);
        (table, report.finish())
    }
}
