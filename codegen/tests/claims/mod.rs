//! Claims about every text as a table.
//!
//! `properties` tries generated texts, the targets of `fuzz` search for more, and `corpus` tries the
//! texts that they found again.

use close_codes_codegen::{Expansion, Invocation, Source, expand};
use syn::parse_quote;
use toml::de::DeTable;

/// A table becomes a valid Rust file and, if it has errors, messages, each with its place.
pub(crate) fn table(table: &str) {
    let invocation: Invocation = parse_quote! {
        [::close_codes]
        #[close_codes(doctest = "generated")]
        pub enum Generated = "generated.toml";
    };
    let source = Source::new("generated.toml", table.to_owned());
    let Expansion {
        tokens,
        diagnostics,
        ..
    } = expand(&invocation, Some(&source));
    syn::parse2::<syn::File>(tokens).expect("a file of Rust");
    for diagnostic in &diagnostics {
        assert!(
            !diagnostic.message().trim().is_empty(),
            "an error without words"
        );
        let place = diagnostic.place();
        assert_eq!(place.path(), "generated.toml");
        assert!(place.span().end <= table.len(), "{diagnostic}");
    }
    if DeTable::parse(table.trim_start_matches('\u{FEFF}')).is_err() {
        assert!(!diagnostics.is_empty(), "a text that is not TOML is taken");
    }
}
