//! What `close_codes!` expands to, as a formatted file.

use std::path::Path;

use close_codes_codegen::Invocation;
use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::{File, Ident, Item, LitStr, parse_quote};

use super::Input;
use super::html::file_name;
use super::model::{Model, is_invisible};
use crate::load::STDIN;

pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    if input.custom_only {
        let message =
            "a Rust enum has a variant for every number: the standard codes cannot be left out";
        return Err(message.to_owned());
    }
    let name = enum_name(input.path);
    let invocation: Invocation = parse_quote! {
        [::close_codes]
        /// Why a WebSocket connection was closed.
        pub enum #name;
    };
    let tokens = spared(input.table.to_rust(&invocation));
    let mut file: File = syn::parse2(tokens).expect("generated code is Rust");
    for item in &mut file.items {
        if let Item::Const(members) = item {
            // rustc spares the code of a macro: a use by a derived trait, as `Debug`, does not count.
            members.attrs.push(parse_quote!(#[allow(dead_code)]));
        }
    }
    let header = Model::new(input).header;
    Ok(format!("// {header}\n\n{}", prettyplease::unparse(&file)))
}

/// Documentation with characters that Rust refuses in a comment stays an attribute: `prettyplease`
/// makes a comment of any literal, and of nothing else.
fn spared(tokens: TokenStream) -> TokenStream {
    let mut is_doc = false;
    let tokens = tokens.into_iter().map(|token| {
        let is_literal = is_doc;
        is_doc = match &token {
            TokenTree::Ident(ident) => ident == "doc",
            TokenTree::Punct(punct) => is_doc && punct.as_char() == '=',
            _ => false,
        };
        match token {
            TokenTree::Group(group) => {
                let mut spared = Group::new(group.delimiter(), spared(group.stream()));
                spared.set_span(group.span());
                TokenTree::Group(spared).into()
            }
            TokenTree::Literal(literal) if is_literal && is_refused(&literal) => {
                quote!(::core::concat!(#literal))
            }
            token => TokenStream::from(token),
        }
    });
    tokens.collect()
}

/// Whether a comment may not have the text of a literal.
fn is_refused(literal: &Literal) -> bool {
    let literal = syn::parse_str::<LitStr>(&literal.to_string());
    literal.is_ok_and(|literal| {
        literal
            .value()
            .chars()
            .any(|c| is_invisible(c) && !"\n\t".contains(c))
    })
}

/// `GatewayClose` for `tables/gateway.toml`, `CloseCode` where the path names nothing else.
pub(super) fn enum_name(path: &str) -> Ident {
    let file = Some(file_name(path)).filter(|&file| file != STDIN);
    let stem = Path::new(file.unwrap_or_default())
        .file_stem()
        .unwrap_or_default();
    let stem = stem.to_string_lossy();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| {
        let is_close = ["close", "code", "codes"];
        !word.is_empty() && !is_close.contains(&word.to_ascii_lowercase().as_str())
    });
    let name: String = words
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
        .collect();
    syn::parse_str(&format!("{name}Close"))
        .ok()
        .filter(|_| !name.is_empty())
        .unwrap_or_else(|| parse_quote!(CloseCode))
}

#[cfg(test)]
mod tests {
    use super::enum_name;

    #[test]
    fn the_enum_is_named_after_the_file() {
        for (path, expected) in [
            ("gateway.toml", "GatewayClose"),
            ("tables/discord-gateway.toml", "DiscordGatewayClose"),
            ("graphql_close_codes.toml", "GraphqlClose"),
            ("close-codes.toml", "CloseCode"),
            ("standard", "StandardClose"),
            ("4000.toml", "CloseCode"),
            ("git:v1:gateway.toml", "GatewayClose"),
            ("git:v1:tables/gateway.toml", "GatewayClose"),
            ("-", "CloseCode"),
            ("<stdin>", "CloseCode"),
            ("", "CloseCode"),
        ] {
            assert_eq!(enum_name(path), expected, "{path}");
        }
    }
}
