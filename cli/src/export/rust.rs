//! What `close_codes!` expands to, as a formatted file.

use std::path::Path;

use close_codes_codegen::Invocation;
use syn::{Ident, parse_quote};

use super::Input;
use super::model::Model;

pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    if input.own {
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
    let file = syn::parse2(input.table.to_rust(&invocation)).expect("generated code is Rust");
    let header = Model::new(input).header;
    Ok(format!("// {header}\n\n{}", prettyplease::unparse(&file)))
}

/// `GatewayClose` for `tables/gateway.toml`, `CloseCode` where the path names nothing else.
pub(super) fn enum_name(path: &str) -> Ident {
    let stem = Path::new(path).file_stem().unwrap_or_default();
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
            ("-", "CloseCode"),
            ("", "CloseCode"),
        ] {
            assert_eq!(enum_name(path), expected, "{path}");
        }
    }
}
