//! What each table of `fixtures/valid` expands to, formatted, beside it in a file that `valid` compiles.
//!
//! After a change of what is generated, this writes the files anew:
//!
//! ```text
//! UPDATE=1 cargo test -p close-codes-tests --test snapshots
//! ```

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use close_codes_codegen::{Expansion, Invocation, Source, expand};
use close_codes_tests::files;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::parse_quote;

/// The expansion of `discord.toml`, as an enum `Discord`.
fn expansion(table: &Path) -> String {
    let name = stem(table);
    let source = Source::new(
        format!("{name}.toml"),
        fs::read_to_string(table).expect("a readable table"),
    );
    let file_doc = format!(" What `{name}.toml` expands to.");
    let enum_doc = format!(" The codes of `{name}.toml`.");
    // One with all that an invocation can ask for.
    let is_full = name == "columns";
    let attributes = is_full.then(|| {
        quote! {
            #[cfg(test)]
            #[close_codes(doctest = "my_crate")]
        }
    });
    let name = format_ident!("{}{}", name[..1].to_uppercase(), name[1..]);
    let invocation: Invocation = parse_quote! {
        [::close_codes]
        #attributes
        #[doc = #enum_doc]
        pub enum #name = "table.toml";
    };
    let Expansion {
        tokens,
        diagnostics,
        ..
    } = expand(&invocation, Some(&source));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let file = quote! {
        #![deny(warnings)]
        #![doc = #file_doc]
        #tokens
    };
    prettyplease::unparse(&syn::parse2(file).expect("a file of Rust"))
}

fn stem(table: &Path) -> &str {
    table.file_stem().and_then(OsStr::to_str).expect("a name")
}

#[test]
fn a_table_expands_to_the_file_beside_it() {
    let is_update = env::var_os("UPDATE").is_some();
    let mut outdated = Vec::new();
    for table in files("fixtures/valid", "toml") {
        let snapshot = table.with_extension("rs");
        let expected = fs::read_to_string(&snapshot).unwrap_or_default();
        let found = expansion(&table);
        if is_update {
            fs::write(&snapshot, found).expect("a writable snapshot");
        } else if found != expected.replace("\r\n", "\n") {
            outdated.push(format!(
                "{}: {}",
                snapshot.display(),
                difference(&expected, &found)
            ));
        }
    }
    assert!(
        outdated.is_empty(),
        "`UPDATE=1 cargo test -p close-codes-tests --test snapshots` writes what is generated now:\n{}",
        outdated.join("\n")
    );
}

/// The first line that is not the same.
fn difference(expected: &str, found: &str) -> String {
    let mut lines = (1..).zip(expected.lines().zip(found.lines()));
    match lines.find(|(_, (expected, found))| expected != found) {
        Some((line, (expected, found))) => {
            format!(
                "line {line}\n  expected {}\n  found    {}",
                expected.trim(),
                found.trim()
            )
        }
        None => format!(
            "{} lines expected, {} found",
            expected.lines().count(),
            found.lines().count()
        ),
    }
}

#[test]
fn an_expansion_is_the_same_every_time() {
    for table in files("fixtures/valid", "toml") {
        assert!(expansion(&table) == expansion(&table), "{}", stem(&table));
    }
}

#[test]
fn every_snapshot_is_of_a_table_and_is_compiled() {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("valid/expanded.rs");
    let modules = fs::read_to_string(modules).expect("the modules");
    let paths = modules
        .lines()
        .filter_map(|line| line.strip_prefix("#[path = \"../")?.strip_suffix("\"]"));
    let compiled: Vec<&str> = paths.collect();
    let expected = |files: &[PathBuf]| -> Vec<String> {
        let stems = files.iter().map(|file| stem(file));
        stems
            .map(|stem| format!("fixtures/valid/{stem}.rs"))
            .collect()
    };
    assert_eq!(compiled, expected(&files("fixtures/valid", "toml")));
    assert_eq!(compiled, expected(&files("fixtures/valid", "rs")));
}

/// What `close_codes!` makes for the standard enum, from its invocation in the runtime.
fn standard() -> syn::File {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/lib.rs");
    let runtime = fs::read_to_string(runtime).expect("the runtime");
    let runtime = syn::parse_file(&runtime).expect("a file of Rust");
    let invocation = runtime.items.into_iter().find_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments[0].ident == "close_codes_macros" => {
            Some(item.mac.tokens)
        }
        _ => None,
    });
    let invocation = invocation.expect("the invocation for the standard enum");
    let invocation: Invocation = syn::parse2(invocation).expect("an invocation");
    let tokens = doc_lines(expand(&invocation, None).tokens);
    let file = quote! {
        //! The expansion of `close_codes!` for the standard table, for builds without the macro.
        #![allow(clippy::all, clippy::pedantic)]
        #tokens
    };
    syn::parse2(file).expect("a file of Rust")
}

/// The same with an attribute for each line of documentation, which is printed as `///`.
///
/// In a `/** */` rustfmt and rustdoc take a `*` at the start of a line for a part of the comment.
fn doc_lines(tokens: TokenStream) -> TokenStream {
    let mut lines = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let group = match (&token, tokens.peek()) {
            (TokenTree::Punct(punct), Some(TokenTree::Group(group))) if punct.as_char() == '#' => {
                syn::parse2::<syn::MetaNameValue>(group.stream()).ok()
            }
            _ => None,
        };
        let text = group
            .filter(|meta| meta.path.is_ident("doc"))
            .and_then(|meta| match meta.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) => Some(text.value()),
                _ => None,
            });
        if let Some(text) = text {
            tokens.next();
            for line in text.lines() {
                let space = if line.is_empty() || line.starts_with(' ') {
                    ""
                } else {
                    " "
                };
                let line = format!("{space}{line}");
                lines.extend(quote!(#[doc = #line]));
            }
        } else if let TokenTree::Group(group) = token {
            let inner = doc_lines(group.stream());
            lines.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
        } else {
            lines.extend([token]);
        }
    }
    lines
}

#[test]
fn the_standard_enum_is_the_same_without_the_macro() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/standard.rs");
    let found = prettyplease::unparse(&standard());
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).expect("a writable file");
        let status = Command::new("rustfmt")
            .args(["--edition", "2024"])
            .arg(&path)
            .status();
        assert!(status.expect("rustfmt").success());
    }
    let checked_in = fs::read_to_string(&path).expect("a checked-in file");
    let checked_in = syn::parse_file(&checked_in).expect("a file of Rust");
    // rustfmt adds and removes commas and spaces at the end of lines.
    let plain = |text: &str| {
        let lines = text.lines().map(|line| line.trim_end().replace(',', ""));
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let checked_in = plain(&prettyplease::unparse(&checked_in));
    let found = plain(&found);
    assert!(checked_in == found, "{}", difference(&checked_in, &found));
}
