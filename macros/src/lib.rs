//! The procedural macro of [`close-codes`](https://docs.rs/close-codes). Use `close_codes!` of that crate,
//! which passes its own path to this macro.

use proc_macro::TokenStream;
use proc_macro2::Span;

/// Generates an enum from a table; see `close_codes::close_codes`.
#[proc_macro]
pub fn close_codes(input: TokenStream) -> TokenStream {
    close_codes_codegen::close_codes(input.into(), Span::local_file).into()
}
