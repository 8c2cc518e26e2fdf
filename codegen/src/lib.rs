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
//! let source = Source::new("gateway.toml", "[[code]]\ncode = 4000\nnmae = \"Session Timed Out\"\n");
//! let invocation: Invocation = parse_quote! {
//!     [close_codes]
//!     pub enum GatewayClose = "gateway.toml";
//! };
//! let expansion = expand(&invocation, Some(&source));
//! assert!(expansion.mistakes[0].starts_with("unknown key `nmae` in `[[code]]`"));
//! assert!(expansion.mistakes[0].contains("did you mean `name`?"));
//! assert!(!expansion.tokens.is_empty());
//! ```

mod check;
mod column;
mod driver;
mod emit;
mod invocation;
mod language;
mod layout;
mod name;
mod names;
mod parse;
mod report;
mod source;
mod span;
mod suggest;
mod syntax;
mod table;
mod value;

use proc_macro2::TokenStream;

pub use crate::driver::close_codes;
pub use crate::invocation::Invocation;
pub use crate::source::Source;
pub use crate::table::Table;

use crate::report::Report;

/// What is generated, and what is wrong with the table.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The enum and its impls, made from what is right in the table.
    pub tokens: TokenStream,
    /// A message per mistake, in the order of the file: what, then where, drawn over several lines.
    pub mistakes: Vec<String>,
}

/// Turns a table that extends the standard one, or the standard table itself, into Rust.
///
/// `source` is the table that the invocation names; its path is not read here.
#[must_use]
pub fn expand(invocation: &Invocation, source: Option<&Source>) -> Expansion {
    let (table, mistakes) = match source {
        Some(source) => Table::standard().0.extended(source),
        None => Table::standard(),
    };
    Expansion {
        tokens: emit::table(&table, invocation),
        mistakes,
    }
}

impl Table {
    /// The standard table, and what is wrong with it.
    #[must_use]
    pub fn standard() -> (Self, Vec<String>) {
        Self::whole(&Source::standard())
    }

    /// A table that names or ranges all of 0–65535 itself, as the standard one does.
    #[must_use]
    pub fn whole(source: &Source) -> (Self, Vec<String>) {
        Self::checked(None, source)
    }

    /// This table with the rows of `source`, and what is wrong with those.
    #[must_use]
    pub fn extended(&self, source: &Source) -> (Self, Vec<String>) {
        Self::checked(Some(self), source)
    }

    fn checked(base: Option<&Self>, source: &Source) -> (Self, Vec<String>) {
        let mut report = Report::default();
        let document = parse::document(source, &mut report);
        let table = check::table(base, document, &mut report);
        (table, report.draw(source))
    }
}
