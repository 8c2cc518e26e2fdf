//! The input of `close_codes!` → its output: the enum, the errors, and a reference to the table.

use std::env;
use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Error, LitStr};

use crate::expand::{Expansion, expand};
use crate::invocation::{Invocation, Parsed};
use crate::source::Source;

/// Expands what `close_codes!` is invoked with, after the path of the runtime crate in brackets.
///
/// The table is read from the package that is compiled, or else from the directory of the source
/// file, which is the `local_file` of its path. Every error becomes a `compile_error!` at its tokens.
pub fn close_codes(
    input: TokenStream,
    local_file: impl Fn(&Span) -> Option<PathBuf>,
) -> TokenStream {
    let Parsed {
        krate,
        invocation,
        mut errors,
    } = match syn::parse2(input) {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error(),
    };
    let item = match invocation {
        Ok(invocation) => Some(item(&invocation, local_file, &mut errors)),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let errors: Vec<Error> = errors.into_iter().flatten().collect();
    // The last one is shown first: see `compile_error`.
    let errors = errors.iter().rev();
    let errors = errors.map(|error| compile_error(&krate, error));
    quote!(#item #(#errors)*)
}

/// The enum, and the reference to the table that makes cargo rebuild when it changes.
fn item(
    invocation: &Invocation,
    local_file: impl Fn(&Span) -> Option<PathBuf>,
    errors: &mut Vec<Error>,
) -> TokenStream {
    let path = invocation.path.as_ref();
    let span = path.map_or_else(Span::call_site, LitStr::span);
    let source = path.and_then(|path| {
        let source = Source::load(&path.value(), &directories(local_file(&span)));
        source
            .map_err(|message| errors.push(Error::new(span, message)))
            .ok()
    });
    let Expansion {
        tokens,
        diagnostics,
        files,
    } = expand(invocation, source.as_ref());
    errors.extend(diagnostics.iter().map(|error| Error::new(span, error)));
    let krate = &invocation.krate;
    let tracked = files.iter().filter_map(|file| file.to_str()).map(|file| {
        quote!(const _: &[#krate::__private::core::primitive::u8] = #krate::__private::core::include_bytes!(#file);)
    });
    quote!(#tokens #(#tracked)*)
}

/// Where a table is looked for: the package, then the directory of the source file that names it.
fn directories(file: Option<PathBuf>) -> Vec<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let file = file.and_then(|file| file.canonicalize().ok());
    let beside = file.and_then(|file| Some(file.parent()?.to_path_buf()));
    package.into_iter().chain(beside).collect()
}

/// An error at its own tokens, without rustc's note that it originates in a macro.
///
/// rustc adds the note if `compile_error!` or its path has a token from an expansion. `$crate` is
/// one, and `::core` could be another crate, so `core` is imported under a name at the error's span.
/// rustc postpones a macro whose path needs an import, and expands the last postponed one first.
fn compile_error(krate: &TokenStream, error: &Error) -> TokenStream {
    let span = error.span();
    let message = error.to_string();
    let core = Ident::new("close_codes_core", span);
    quote_spanned! {span=>
        const _: () = {
            use #krate::__private::core as #core;
            #core::compile_error! { #message }
        };
    }
}
