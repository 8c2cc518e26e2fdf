//! A checked table → the tokens of the enum and its impls. Nothing can fail here.

mod column;
mod custom;
mod docs;
mod members;
mod rows;

use std::collections::HashMap;
use std::hash::Hash;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::invocation::Invocation;
use crate::table::{Code, CodeSpan, Owner, Range, Table};

impl Table {
    /// The enum that an invocation asks for, and its impls. The path of the invocation is not read.
    #[must_use]
    pub fn to_rust(&self, invocation: &Invocation) -> TokenStream {
        let emission = Emission::new(self, invocation);
        let items = [
            emission.enum_item(),
            emission.column_enums(),
            emission.custom_enum(),
            emission.impls(),
        ];
        items.into_iter().collect()
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
    /// The variants of the codes.
    variants: Vec<Ident>,
    ranges: Vec<RangeVariant<'a>>,
}

/// The variant of a range some of whose codes have no name.
struct RangeVariant<'a> {
    /// The place of the range in the table.
    index: usize,
    range: &'a Range,
    variant: Ident,
    /// Its discriminant: a number without a name. They are small and next to each other, so that one
    /// comparison tells a range variant from a named one.
    tag: u16,
    /// The codes without a name.
    unnamed: Vec<CodeSpan>,
    /// A pattern of their numbers for an arm after those of named codes.
    pattern: TokenStream,
}

impl<'a> Emission<'a> {
    fn new(table: &'a Table, invocation: &'a Invocation) -> Self {
        let codes = &table.codes;
        let free = (0..=u16::MAX).filter(|number| table.code(*number).is_none());
        let ranges = table.ranges.iter().enumerate().map(|(index, range)| {
            let unnamed = table.spans_where(|owner| owner == Owner::Range(index));
            (index, range, unnamed)
        });
        let ranges = ranges.filter(|(.., unnamed)| !unnamed.is_empty()).zip(free);
        let ranges = ranges.map(|((index, range, unnamed), tag)| RangeVariant {
            index,
            range,
            variant: ident(&range.entry.variant),
            tag,
            pattern: pattern(&rows::arm(table, index, &unnamed)),
            unnamed,
        });
        Self {
            table,
            invocation,
            name: &invocation.name,
            krate: &invocation.krate,
            cfg: invocation.attributes("cfg"),
            codes,
            variants: codes
                .iter()
                .map(|code| ident(&code.entry.variant))
                .collect(),
            ranges: ranges.collect(),
        }
    }

    fn enum_item(&self) -> TokenStream {
        let Self { name, krate, .. } = self;
        let Invocation {
            attributes,
            visibility,
            ..
        } = self.invocation;
        let doc = self.enum_doc();
        let codes = self.code_variants(self.codes.iter());
        let values = values(self.ranges.iter().map(|range| range.tag));
        let ranges = self.ranges.iter().zip(values).map(|(range, value)| {
            let variant = &range.variant;
            let doc = self.range_doc(range);
            let first = literal(range.unnamed[0].first());
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
                #codes
                #(#ranges)*
            }
        }
    }

    fn code_variants<'c>(&self, codes: impl Iterator<Item = &'c Code> + Clone) -> TokenStream {
        let values = values(codes.clone().map(|code| code.number));
        let variants = codes.zip(values).map(|(code, value)| {
            let variant = ident(&code.entry.variant);
            let doc = self.code_doc(code);
            let deprecated = code.deprecated.as_ref();
            let deprecated = deprecated.map(|text| quote!(#[deprecated = #text]));
            quote! {
                #[doc = #doc]
                #deprecated
                #variant #value,
            }
        });
        variants.collect()
    }

    fn impls(&self) -> TokenStream {
        let name = self.name;
        let (tables, members) = (self.tables(), self.members());
        let (examples, promises) = (self.examples(), self.promises());
        let is_standard = self.invocation.is_standard;
        let standard = (!is_standard).then(|| quote!(__p::impl_standard! { #name }));
        self.scope(&quote! {
            #tables
            impl #name { #members }
            __p::impl_code! { #name: #examples }
            #standard
            #promises
        })
    }

    /// An enum without data, and its impls.
    fn plain_enum(
        &self,
        name: &Ident,
        attributes: &TokenStream,
        variants: &TokenStream,
        impls: &TokenStream,
    ) -> TokenStream {
        let Self { krate, cfg, .. } = self;
        let visibility = &self.invocation.visibility;
        let impls = self.scope(impls);
        quote! {
            #cfg
            #attributes
            #[derive(
                #krate::__private::Clone,
                #krate::__private::Copy,
                #krate::__private::Debug,
                #krate::__private::PartialEq,
                #krate::__private::Eq,
                #krate::__private::PartialOrd,
                #krate::__private::Ord,
                #krate::__private::Hash,
            )]
            #visibility enum #name {
                #variants
            }
            #impls
        }
    }

    /// Items that see the hidden part of the runtime.
    ///
    /// Generated code uses deprecated items. `allow` is an error under `forbid`, so it is emitted only
    /// where something is deprecated.
    fn scope(&self, items: &TokenStream) -> TokenStream {
        let Self { krate, cfg, .. } = self;
        let is_deprecated = self.invocation.is_deprecated()
            || self.codes.iter().any(|code| code.deprecated.is_some());
        let allow = is_deprecated.then(|| quote!(#[allow(deprecated)]));
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

/// The discriminants of variants with these numbers. One that is next to that of the variant before
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

/// Spans by what they have in common, in the order of the first of each.
fn grouped<K: Copy + Eq + Hash>(
    spans: impl IntoIterator<Item = (K, CodeSpan)>,
) -> Vec<(K, Vec<CodeSpan>)> {
    let mut groups: Vec<(K, Vec<CodeSpan>)> = Vec::new();
    let mut places = HashMap::new();
    for (key, span) in spans {
        let place = *places.entry(key).or_insert(groups.len());
        if place == groups.len() {
            groups.push((key, Vec::new()));
        }
        groups[place].1.push(span);
    }
    groups
}
