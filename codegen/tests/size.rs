//! The size of the code that is generated for large tables.

mod large;

use std::ops::RangeInclusive;

use close_codes_codegen::{Expansion, Invocation, Source, expand};
use large::table;
use proc_macro2::{TokenStream, TokenTree};
use syn::parse_quote;

/// What the table of `numbers` expands to.
fn expansion(numbers: RangeInclusive<u16>) -> TokenStream {
    let invocation: Invocation = parse_quote! {
        [close_codes]
        pub enum Large = "large.toml";
    };
    let source = Source::new("large.toml", table(numbers));
    let Expansion {
        tokens,
        diagnostics,
        ..
    } = expand(&invocation, Some(&source));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    tokens
}

fn count(tokens: TokenStream) -> usize {
    let of_tree = |tree| match tree {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    };
    tokens.into_iter().map(of_tree).sum()
}

/// How much more `second` is than `first`.
fn growth(first: &TokenStream, second: &TokenStream) -> [usize; 2] {
    let count = |tokens: &TokenStream| [count(tokens.clone()), tokens.to_string().len()];
    let (first, second) = (count(first), count(second));
    [second[0] - first[0], second[1] - first[1]]
}

#[test]
fn what_is_generated_grows_as_the_table_does() {
    let [a, b, c, d] = [250, 500, 1000, 2000].map(|codes| expansion(5000 - codes..=4999));
    let (by_250, by_500, by_1000) = (growth(&a, &b), growth(&b, &c), growth(&c, &d));
    for (measure, what) in ["tokens", "characters"].into_iter().enumerate() {
        for (less, more) in [(by_250, by_500), (by_500, by_1000)] {
            let (twice, more) = (2 * less[measure], more[measure]);
            // A range has no variant if all of its codes have names.
            assert!(
                more.abs_diff(twice) < twice / 100,
                "{what}: {more} are not {twice}"
            );
        }
    }
}
