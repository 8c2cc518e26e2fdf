//! A checked table → the tokens of the enum and its impls. Nothing can fail here.

mod column;
mod docs;
mod members;
mod traits;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::diagnostic::is_invisible;
use crate::invocation::Invocation;
use crate::table::{Code, CodeSpan, Entry, Owner, Range, Table};

/// All that is generated for one invocation.
pub(crate) fn table(table: &Table, invocation: &Invocation) -> TokenStream {
    let emission = Emission::new(table, invocation);
    let item = emission.enum_item();
    let column_enums = emission.column_enums();
    let members = emission.members();
    let traits = emission.traits();
    let Emission { core, cfg, .. } = &emission;
    let allow = emission.allow();
    quote! {
        #item
        #column_enums
        #cfg
        #allow
        const _: () = {
            use #core::primitive::*;
            #members
            #traits
        };
    }
}

impl Table {
    /// The enum that an invocation asks for, and its impls. The path of the invocation is not read.
    #[must_use]
    pub fn to_rust(&self, invocation: &Invocation) -> TokenStream {
        table(self, invocation)
    }
}

/// The table and the pieces of tokens that many items share.
struct Emission<'a> {
    table: &'a Table,
    invocation: &'a Invocation,
    /// The enum.
    name: &'a Ident,
    /// The runtime crate.
    krate: &'a TokenStream,
    /// `core`, by a path that no crate of that name can take.
    core: TokenStream,
    /// The `#[cfg(…)]` of the enum, which all that is generated depends on.
    cfg: TokenStream,
    codes: &'a [Code],
    /// The codes of each range that have no name.
    unnamed: Vec<Vec<CodeSpan>>,
}

impl<'a> Emission<'a> {
    fn new(table: &'a Table, invocation: &'a Invocation) -> Self {
        let krate = &invocation.krate;
        let ranges = 0..table.ranges.len();
        let unnamed = ranges.map(|range| table.spans_where(|owner| owner == Owner::Range(range)));
        Self {
            table,
            invocation,
            name: &invocation.name,
            krate,
            core: quote!(#krate::__private::core),
            cfg: invocation.cfg(),
            codes: &table.codes,
            unnamed: unnamed.collect(),
        }
    }

    /// Ranges that have a variant, for some of their codes have no name, with the first of these.
    fn range_variants(&self) -> impl Iterator<Item = (usize, &'a Range, u16)> {
        let ranges = self.table.ranges.iter().enumerate();
        ranges
            .filter_map(|(index, range)| Some((index, range, self.unnamed[index].first()?.first())))
    }

    /// The range variants with their discriminants: numbers without a name, small and next to each
    /// other, so that a range variant is told from a named one by one comparison.
    fn discriminants(&self) -> impl Iterator<Item = (usize, &'a Range, u16, u16)> {
        let free = (0..=u16::MAX).filter(|number| self.table.code(*number).is_none());
        self.range_variants()
            .zip(free)
            .map(|((index, range, first), free)| (index, range, first, free))
    }

    fn enum_item(&self) -> TokenStream {
        let Self {
            name, krate, core, ..
        } = self;
        let Invocation {
            attributes,
            visibility,
            ..
        } = self.invocation;
        let doc = self.enum_doc();
        let named = self.codes.iter().map(|code| {
            let variant = ident(&code.entry.variant);
            let doc = self.code_doc(code);
            let deprecated = code
                .deprecated
                .as_ref()
                .map(|text| quote!(#[deprecated = #text]));
            let number = literal(code.number);
            quote! {
                #[doc = #doc]
                #deprecated
                #variant = #number,
            }
        });
        let ranges = self
            .discriminants()
            .map(|(index, range, first, discriminant)| {
                let variant = ident(&range.entry.variant);
                let doc = self.range_doc(index, range);
                let (first, discriminant) = (literal(first), literal(discriminant));
                quote! {
                    #[doc = #doc]
                    #variant(#krate::Unnamed<Self, #first>) = #discriminant,
                }
            });
        quote! {
            #(#attributes)*
            #[doc = #doc]
            #[derive(#core::clone::Clone, #core::marker::Copy, #core::cmp::PartialEq, #core::cmp::Eq)]
            #[repr(u16)]
            #visibility enum #name {
                #(#named)*
                #(#ranges)*
            }
        }
    }

    /// What users deprecate is used all the same. Where nothing is, no attribute meets a `forbid`.
    fn allow(&self) -> Option<TokenStream> {
        let mut codes = self.codes.iter();
        let is_deprecated =
            self.invocation.is_deprecated() || codes.any(|code| code.deprecated.is_some());
        is_deprecated.then(|| quote!(#[allow(deprecated)]))
    }

    /// Every entry in the order of the generated arrays: codes by number, then ranges.
    fn entries(&self) -> impl Iterator<Item = &'a Entry> {
        let codes = self.codes.iter().map(|code| &code.entry);
        codes.chain(self.table.ranges.iter().map(|range| &range.entry))
    }

    /// The descriptions of an entry as a slice of pairs, that of `description()` first.
    fn texts(&self, entry: &Entry) -> TokenStream {
        let texts = self.table.texts(entry).into_iter().map(|(language, text)| {
            let language = language.as_str();
            quote!((#language, #text))
        });
        quote!(&[#(#texts),*])
    }
}

fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// A number without a suffix, which takes the type of its place.
fn literal(number: u16) -> proc_macro2::Literal {
    proc_macro2::Literal::u16_unsuffixed(number)
}

/// Spans as a pattern: `1004 | 1016..=1999`.
fn pattern(spans: &[CodeSpan]) -> TokenStream {
    let spans = spans.iter().map(|span| {
        let (first, last) = (literal(span.first()), literal(span.last()));
        if span.first() == span.last() {
            first.into_token_stream()
        } else {
            quote!(#first..=#last)
        }
    });
    quote!(#(#spans)|*)
}

/// What Markdown may take for more than a character, wherever it stands.
const SPECIAL: &str = "\\`*_[]<>|~&\"'#";

/// Text in Markdown that shows it as it is, in one paragraph.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split_whitespace();
    for (i, word) in words.enumerate() {
        if i > 0 {
            out.push(' ');
        }
        // `-`, `+`, `1.` or `1)` in front would begin a list.
        let marker = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_marker = i == 0 && matches!(marker, "-" | "+" | "." | ")");
        let mut before = None;
        for c in word.chars() {
            let is_doubled = before == Some(c) && matches!(c, '-' | '.' | '/');
            if is_doubled || is_marker && !c.is_ascii_digit() || SPECIAL.contains(c) {
                out.push('\\');
            }
            out.push(if is_invisible(c) { '\u{FFFD}' } else { c });
            before = Some(c);
        }
    }
    out
}
