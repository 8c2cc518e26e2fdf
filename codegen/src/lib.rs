//! Checks a TOML table of WebSocket close codes and turns it into Rust.
//!
//! This is the library behind the macro of [`close-codes`](https://docs.rs/close-codes); the format
//! of a table and what is generated from it are described there. Here everything is data: a
//! [`Source`] goes in, tokens and messages come out, so that tests, fuzzing and benchmarks need no
//! compiler.
//!
//! ```
//! use close_codes_codegen::{Invocation, Source, expand};
//! use quote::{format_ident, quote};
//!
//! let source = Source::new("gateway.toml", "[codes]\n4000.nmae = \"Session Timed Out\"\n");
//! let invocation = Invocation {
//!     krate: quote!(close_codes),
//!     attributes: quote!(),
//!     visibility: quote!(pub),
//!     name: format_ident!("GatewayClose"),
//!     doctest: None,
//!     is_standard: false,
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
mod emit;
mod explain;
mod parse;
mod repair;
mod report;
mod source;
mod statement;
mod suggest;
mod table;

use proc_macro2::{Ident, TokenStream};

pub use crate::diagnostic::{Diagnostic, Place};
pub use crate::source::Source;
pub use crate::table::{
    Code, CodeSpan, Column, ColumnType, Entry, Fallback, IntegerType, Language, Owner, Range,
    Segment, Table, Value,
};

use crate::report::Report;

/// What an invocation of the macro says of the enum to be made.
#[derive(Clone, Debug)]
pub struct Invocation {
    /// Path of the runtime crate, as it is reached from the place of the enum.
    pub krate: TokenStream,
    /// Attributes of the enum, in front of those that are generated.
    pub attributes: TokenStream,
    /// Visibility of the enum, and of those made for its columns.
    pub visibility: TokenStream,
    /// Name of the enum.
    pub name: Ident,
    /// Path of the module that the enum is in, for the examples in its documentation; none are
    /// generated without.
    pub doctest: Option<String>,
    /// Whether this is the enum of the standard table, to which the enums of its columns belong.
    pub is_standard: bool,
}

/// What is generated, and what is wrong with the table.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The enum and its impls, made from what is right in the table.
    pub tokens: TokenStream,
    /// What is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Turns a table that extends the standard one, or the standard table itself, into Rust.
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
