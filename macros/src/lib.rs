//! The procedural macro of [`close-codes`](https://docs.rs/close-codes), which forwards to it with its own path.

mod invocation;

use proc_macro::TokenStream;

/// Generates an enum from a table; see `close_codes::close_codes`.
#[proc_macro]
pub fn close_codes(input: TokenStream) -> TokenStream {
    invocation::expand_invocation(input.into()).into()
}
