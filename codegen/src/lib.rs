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
mod expand;
mod explain;
mod invocation;
mod key;
mod parse;
mod repair;
mod report;
mod source;
mod statement;
mod suggest;
mod table;

pub use crate::diagnostic::{Diagnostic, Place};
pub use crate::driver::close_codes;
pub use crate::expand::{Checked, Expansion, expand};
pub use crate::invocation::Invocation;
pub use crate::source::Source;
pub use crate::table::{
    About, Code, CodeSpan, Column, ColumnType, Entry, Fallback, IntegerType, Language, Owner,
    Range, Segment, Table, Value,
};

/// The JSON Schema of a table, for editors.
pub const SCHEMA: &str = include_str!("../close-codes.schema.json");
