//! A checked table → the tokens of the enum and its impls. Nothing can fail here.

mod column;
mod custom;
mod docs;
mod members;
mod rows;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::diagnostic::is_invisible;
use crate::invocation::Invocation;
use crate::table::{Code, CodeSpan, Owner, Range, Table};

/// All that is generated for one invocation.
pub(crate) fn table(table: &Table, invocation: &Invocation) -> TokenStream {
    let emission = Emission::new(table, invocation);
    let name = emission.name;
    let outside = [
        emission.enum_item(),
        emission.column_enums(),
        emission.custom_enum(),
    ];
    let tables = emission.tables();
    let members = emission.members();
    let examples = emission.examples();
    let standard = emission.standard_conversions();
    let assertions = emission.assertions();
    let impls = emission.scope(
        emission.allow().as_ref(),
        &quote! {
            #tables
            impl #name { #members }
            __p::impl_code! { #name: #examples }
            #standard
            #assertions
        },
    );
    quote!(#(#outside)* #impls)
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
        let Self { name, krate, .. } = self;
        let Invocation {
            attributes,
            visibility,
            ..
        } = self.invocation;
        let doc = self.enum_doc();
        let numbers = self.codes.iter().map(|code| code.number);
        let tags = self.discriminants().map(|(.., tag)| tag);
        let mut values = values(numbers.chain(tags));
        let named = self.codes.iter().zip(values.by_ref()).map(|(code, value)| {
            let variant = ident(&code.entry.variant);
            let doc = self.code_doc(code);
            let deprecated = code
                .deprecated
                .as_ref()
                .map(|text| quote!(#[deprecated = #text]));
            quote! {
                #[doc = #doc]
                #deprecated
                #variant #value,
            }
        });
        let named: TokenStream = named.collect();
        let ranges = self.range_variants().zip(values);
        let ranges = ranges.map(|((index, range, first), value)| {
            let variant = ident(&range.entry.variant);
            let doc = self.range_doc(index, range);
            let first = literal(first);
            quote! {
                #[doc = #doc]
                #variant(#krate::Unnamed<Self, #first>) #value,
            }
        });
        quote! {
            #(#attributes)*
            #[doc = #doc]
            #[derive(#krate::__private::Debug, #krate::__private::PartialEq)]
            #[repr(u16)]
            #visibility enum #name {
                #named
                #(#ranges)*
            }
        }
    }

    /// Items that see the hidden part of the runtime.
    fn scope(&self, allow: Option<&TokenStream>, items: &TokenStream) -> TokenStream {
        let Self { krate, cfg, .. } = self;
        quote! {
            #cfg
            #allow
            const _: () = {
                use #krate::__private as __p;
                use __p::primitive::*;
                #items
            };
        }
    }

    /// The traits of an enum without data.
    fn plain_derives(&self) -> TokenStream {
        let traits = [
            "Clone",
            "Copy",
            "Debug",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Hash",
        ];
        let (krate, traits) = (self.krate, traits.map(ident));
        quote!(#[derive(#(#krate::__private::#traits),*)])
    }

    /// Generated code uses deprecated items. `allow` is an error under `forbid`, so it is emitted only
    /// where something is deprecated.
    fn allow(&self) -> Option<TokenStream> {
        let mut codes = self.codes.iter();
        let is_deprecated =
            self.invocation.is_deprecated() || codes.any(|code| code.deprecated.is_some());
        is_deprecated.then(|| quote!(#[allow(deprecated)]))
    }
}

fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// A number without a suffix, which takes the type of its place.
fn literal(number: u16) -> Literal {
    Literal::u16_unsuffixed(number)
}

fn usize_literal(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

/// The discriminants of variants with these numbers: one that is next to that of the variant before
/// is not written, because each is a constant that the library would keep.
fn values(numbers: impl Iterator<Item = u16>) -> impl Iterator<Item = Option<TokenStream>> {
    let mut next = None;
    numbers.map(move |number| {
        let is_next = next == Some(number);
        next = number.checked_add(1);
        let number = literal(number);
        (!is_next).then(|| quote!(= #number))
    })
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
