//! What tables expand to, formatted: one whole expansion, of the table with everything, and of every
//! other table the lines that an empty table does not have.
//!
//! After a change of what is generated, this writes the files of `snapshots`, and the standard enum
//! for builds without the macro:
//!
//! ```text
//! UPDATE=1 cargo test -p close-codes-codegen --test snapshots
//! ```

mod samples;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use close_codes_codegen::{Expansion, Invocation, Source, expand};
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{format_ident, quote};
use samples::fixtures;
use syn::parse_quote;

/// The table whose expansion is checked in whole, made by an invocation that asks for everything.
const WHOLE: &str = "columns";

/// What a table expands to, as an enum that is called as the table.
fn expansion(name: &str, table: &str) -> String {
    let source = Source::new(format!("{name}.toml"), table.to_owned());
    let file_doc = format!(" What `{name}.toml` expands to.");
    let enum_doc = format!(" The codes of `{name}.toml`.");
    let attributes = (name == WHOLE).then(|| {
        quote! {
            #[cfg(test)]
            #[close_codes(custom = "ColumnsCode", doctest = "my_crate")]
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

/// The file with the snapshot of a table, and what is to be in it.
fn snapshot(name: &str, table: &str) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let expansion_of_table = expansion(name, table);
    if name == WHOLE {
        (folder.join(format!("{name}.rs")), expansion_of_table)
    } else {
        let changes = changes(&expansion(name, ""), &expansion_of_table);
        (folder.join(format!("{name}.diff")), changes)
    }
}

/// The lines that are in one text only, below the line that opens the brackets around them.
fn changes(before: &str, after: &str) -> String {
    let before: Vec<&str> = before.lines().collect();
    let after: Vec<&str> = after.lines().collect();
    // How many lines the rests of both texts have in common, from each line on.
    let width = after.len() + 1;
    let mut common = vec![0_u16; (before.len() + 1) * width];
    for a in (0..before.len()).rev() {
        for b in (0..after.len()).rev() {
            common[a * width + b] = if before[a] == after[b] {
                common[(a + 1) * width + b + 1] + 1
            } else {
                common[(a + 1) * width + b].max(common[a * width + b + 1])
            };
        }
    }
    // The lines of each place, below where they are.
    let mut places: Vec<(&str, String)> = Vec::new();
    let (mut a, mut b, mut is_apart) = (0, 0, true);
    while a < before.len() || b < after.len() {
        if a < before.len() && b < after.len() && before[a] == after[b] {
            (a, b, is_apart) = (a + 1, b + 1, true);
            continue;
        }
        let is_removed = b == after.len()
            || a < before.len() && common[(a + 1) * width + b] >= common[a * width + b + 1];
        let (sign, line) = if is_removed {
            a += 1;
            ('-', before[a - 1])
        } else {
            b += 1;
            ('+', after[b - 1])
        };
        if is_apart {
            places.push((opening(&before[..a], line), String::new()));
            is_apart = false;
        }
        let (_, lines) = places.last_mut().expect("a place");
        lines.push(sign);
        lines.extend([line, "\n"]);
    }
    let same = places.chunk_by(|place, next| place == next);
    let show = |same: &[(&str, String)]| match same {
        [(opening, lines)] => format!("@@ {opening}\n{lines}"),
        _ => format!("@@ {} ({} times)\n{}", same[0].0, same.len(), same[0].1),
    };
    same.map(show).collect()
}

/// The line that opens the brackets around another one, which comes after `lines`.
fn opening<'a>(lines: &[&'a str], line: &str) -> &'a str {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let mut before = lines.iter().rev();
    let opening = before.find(|before| {
        before.ends_with(['{', '(', '[']) && indentation(before) < indentation(line)
    });
    opening.map_or("", |opening| opening.trim())
}

#[test]
fn changes_are_the_lines_of_one_text() {
    let before = "fn a() {\n    1\n}\nfn b() {\n    2\n    3\n}\n";
    let after = "fn a() {\n    1\n}\nfn b() {\n    2\n    4\n    5\n}\nfn c() {}\n";
    let expected = "@@ fn b() {\n-    3\n+    4\n+    5\n@@ \n+fn c() {}\n";
    assert_eq!(changes(before, after), expected);
    assert_eq!(changes(before, before), "");
}

#[test]
fn a_table_expands_to_its_snapshot() {
    let is_update = env::var_os("UPDATE").is_some();
    let mut outdated = Vec::new();
    for (name, table) in fixtures("valid") {
        let (file, found) = snapshot(&name, &table);
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if is_update {
            fs::write(&file, found).expect("a writable snapshot");
        } else if found != expected.replace("\r\n", "\n") {
            outdated.push(format!(
                "{}: {}",
                file.display(),
                difference(&expected, &found)
            ));
        }
    }
    assert!(
        outdated.is_empty(),
        "`UPDATE=1 cargo test -p close-codes-codegen --test snapshots` writes what is generated now:\n{}",
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
    for (name, table) in fixtures("valid") {
        assert!(
            expansion(&name, &table) == expansion(&name, &table),
            "{name}"
        );
    }
}

#[test]
fn every_snapshot_is_of_a_table() {
    let tables = fixtures("valid");
    let expected: BTreeSet<PathBuf> = tables
        .iter()
        .map(|(name, table)| snapshot(name, table).0)
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let files = fs::read_dir(folder).expect("the snapshots");
    let files: BTreeSet<PathBuf> = files.map(|file| file.expect("a snapshot").path()).collect();
    assert_eq!(files, expected);
}

/// What `legacy.toml` expands to, which has deprecated codes, and Markdown for the documentation.
fn legacy() -> String {
    let tables = fixtures("valid");
    let (name, table) = tables
        .iter()
        .find(|(name, _)| name == "legacy")
        .expect("a table");
    expansion(name, table)
}

#[test]
fn deprecated_variants_and_no_others_have_the_text_of_the_row() {
    let legacy = legacy();
    let mut lines = legacy.lines().map(str::trim);
    for expected in [
        [
            "#[deprecated = \"this protocol has no extensions\"]",
            "MandatoryExt,",
        ],
        [
            "#[deprecated = \"sent by version 1 only; since version 2 it is `Evicted`\"]",
            "Banned,",
        ],
    ] {
        let attribute = lines.find(|line| line.starts_with("#[deprecated"));
        assert_eq!([attribute, lines.next()], expected.map(Some));
    }
    assert_eq!(lines.find(|line| line.starts_with("#[deprecated")), None);
}

#[test]
fn markdown_is_in_the_docs_of_its_variant_as_it_is() {
    let legacy = legacy();
    // The documentation of a variant begins with its number or range.
    let docs = |beginning: &str| {
        let (_, docs) = legacy
            .split_once(&format!("/**{beginning}"))
            .expect("the variant");
        docs.split("*/").next().unwrap_or_default()
    };
    for (variant, markdown) in [
        (
            "4001 Banned: ",
            "\n\nVersion 1 had two codes for this:\n\n* `Evicted`, for an hour\n* `Banned`, for good\n",
        ),
        (
            "A code of 2900–2999 ",
            "\n\nThe draft numbered its errors from `2900` on.\n",
        ),
    ] {
        assert!(docs(variant).contains(markdown), "{}", docs(variant));
        assert_eq!(legacy.matches(markdown).count(), 1);
    }
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
    assert!(
        checked_in == found,
        "`UPDATE=1 cargo test -p close-codes-codegen --test snapshots` writes what is generated now:\n{}",
        difference(&checked_in, &found)
    );
}
