//! The methods of columns, and the enums of those whose values are named.

use std::cmp::Reverse;
use std::collections::HashMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Emission, escape, ident, literal, pattern};
use crate::case::upper_camel;
use crate::invocation::Invocation;
use crate::table::{CodeSpan, Column, ColumnType, Owner, Value};

/// So many discriminants next to each other are listed, which compiles to a test of bits; more are a
/// span, which compiles to comparisons.
const LISTED: usize = 16;

/// Values, each with the spans that have it.
type Arms<'v> = Vec<(Option<&'v Value>, Vec<CodeSpan>)>;

impl Emission<'_> {
    pub(super) fn column_methods(&self) -> TokenStream {
        let columns = self.table.columns.iter().enumerate();
        let methods = columns.map(|(index, column)| {
            let method = ident(&column.name);
            let mut kind = self.column_type(column);
            if column.is_optional() {
                kind = quote!(__p::Option<#kind>);
            }
            let sentence = if column.description.is_empty() {
                format!("The column `{}`.", column.name)
            } else {
                escape(&column.description)
            };
            self.method(
                &sentence,
                &self.column_example(index, column),
                &quote!(#method(self) -> #kind),
                &self.column_body(index, column),
            )
        });
        quote!(#(#methods)*)
    }

    /// A match on the discriminant, with an arm per value; the one with most patterns is the rest.
    ///
    /// A range whose codes have several values has an arm of its own, which goes by number.
    fn column_body(&self, index: usize, column: &Column) -> TokenStream {
        let mut rows: Vec<(u16, Option<&Value>)> = Vec::new();
        let mut by_number = Vec::new();
        let mut tags = vec![0; self.table.ranges.len()];
        for (range, _, _, tag) in self.discriminants() {
            tags[range] = tag;
        }
        let mut ranges: Vec<Vec<(CodeSpan, Option<&Value>)>> = vec![Vec::new(); tags.len()];
        for segment in &self.table.segments {
            let value = self.table.value(segment, index);
            match segment.owner {
                Owner::Code(code) => rows.push((self.codes[code].number, value)),
                Owner::Range(range) => ranges[range].push((segment.span, value)),
            }
        }
        for (range, values) in ranges.iter().enumerate() {
            match values.as_slice() {
                [] => {}
                [(_, first), rest @ ..] if rest.iter().all(|(_, value)| value == first) => {
                    rows.push((tags[range], *first));
                }
                values => {
                    let body =
                        self.match_values(column, &quote!(self.as_u16()), arms_by_number(values));
                    let tag = literal(tags[range]);
                    by_number.push(quote!(#tag => #body,));
                }
            }
        }
        rows.sort_by_key(|(tag, _)| *tag);

        let mut arms: Arms<'_> = Vec::new();
        let mut places = HashMap::new();
        for run in rows.chunk_by(|(_, a), (_, b)| a == b) {
            let (first, value) = run[0];
            let place = *places.entry(value).or_insert_with(|| {
                arms.push((value, Vec::new()));
                arms.len() - 1
            });
            let spans = &mut arms[place].1;
            if run.len() > LISTED {
                let (last, _) = run[run.len() - 1];
                spans.extend(CodeSpan::new(first, last));
            } else {
                spans.extend(run.iter().map(|&(tag, _)| CodeSpan::of(tag)));
            }
        }
        if by_number.is_empty() {
            return self.match_values(column, &quote!(tag(self)), arms);
        }
        let rest = self.match_values(column, &quote!(tag), arms);
        quote! {
            match tag(self) {
                #(#by_number)*
                tag => #rest,
            }
        }
    }

    /// A match with an arm per value; the one with most patterns is the rest.
    fn match_values(
        &self,
        column: &Column,
        scrutinee: &TokenStream,
        mut arms: Arms<'_>,
    ) -> TokenStream {
        let most = (0..arms.len()).max_by_key(|&arm| (arms[arm].1.len(), Reverse(arm)));
        let rest = most.map(|most| arms.remove(most).0).unwrap_or_default();
        let rest = self.value(column, rest);
        if arms.is_empty() {
            return rest;
        }
        let arms = arms.iter().map(|(value, spans)| {
            let pattern = pattern(spans);
            let value = self.value(column, *value);
            quote!(#pattern => #value,)
        });
        quote! {
            match #scrutinee {
                #(#arms)*
                _ => #rest,
            }
        }
    }

    /// What the first named code has in the column.
    fn column_example(&self, index: usize, column: &Column) -> String {
        let Some(number) = self.codes.first().map(|code| code.number) else {
            return String::new();
        };
        let call = format!("{}::from_u16({number}).{}()", self.name, column.name);
        let value = self.table.value(self.table.segment(number), index);
        let value = match (value, &column.column_type) {
            (Some(Value::Bool(value)), _) => value.to_string(),
            (Some(Value::Integer(number)), _) => number.to_string(),
            (Some(Value::String(text)), ColumnType::Enum(_)) if self.is_own(column) => {
                let path = self.invocation.doctest.as_deref().unwrap_or_default();
                let variant = upper_camel(text);
                format!("{path}::{}::{variant}", self.column_enum(column))
            }
            // Of the runtime, whose path is not known to the example.
            (Some(Value::String(text)), ColumnType::Enum(_)) => {
                return format!("assert_eq!({call}.as_str(), {text:?});");
            }
            (Some(Value::String(text)), _) => format!("{text:?}"),
            _ => return format!("assert_eq!({call}, None);"),
        };
        if column.is_optional() {
            format!("assert_eq!({call}, Some({value}));")
        } else {
            format!("assert_eq!({call}, {value});")
        }
    }

    /// The type of a column's values.
    fn column_type(&self, column: &Column) -> TokenStream {
        match &column.column_type {
            ColumnType::Bool => quote!(bool),
            ColumnType::Integer(integer) => {
                let name = ident(integer.name());
                quote!(#name)
            }
            ColumnType::String => quote!(&'static str),
            ColumnType::Enum(_) => {
                let name = self.column_enum(column);
                if self.is_own(column) {
                    quote!(#name)
                } else {
                    quote!(__p::#name)
                }
            }
        }
    }

    /// `Reconnect` for a column of the standard table, `GatewayClosePolicy` for one of a user's.
    fn column_enum(&self, column: &Column) -> Ident {
        let column_name = upper_camel(&column.name);
        if column.is_standard() {
            ident(&column_name)
        } else {
            format_ident!("{}{}", self.name, column_name)
        }
    }

    fn value(&self, column: &Column, value: Option<&Value>) -> TokenStream {
        let tokens = match (value, &column.column_type) {
            (Some(Value::Bool(value)), _) => quote!(#value),
            (Some(Value::Integer(number)), _) => integer(*number),
            (Some(Value::String(text)), ColumnType::Enum(_)) => {
                let path = self.column_type(column);
                let variant = ident(&upper_camel(text));
                quote!(#path::#variant)
            }
            (Some(Value::String(text)), _) => quote!(#text),
            // Only an optional column has none: `check` sees to that.
            _ => return quote!(__p::None),
        };
        if column.is_optional() {
            quote!(__p::Some(#tokens))
        } else {
            tokens
        }
    }

    /// Whether the column is this table's, and its enum generated with it.
    fn is_own(&self, column: &Column) -> bool {
        !column.is_standard() || self.invocation.is_standard
    }

    /// The enums of the columns that are this table's own.
    pub(super) fn column_enums(&self) -> TokenStream {
        let columns = self.table.columns.iter();
        let own = columns.filter(|column| self.is_own(column));
        let enums = own.filter_map(|column| match &column.column_type {
            ColumnType::Enum(values) => Some(self.column_enum_item(column, values)),
            _ => None,
        });
        quote!(#(#enums)*)
    }

    fn column_enum_item(&self, column: &Column, values: &[String]) -> TokenStream {
        let Invocation { visibility, .. } = self.invocation;
        let cfg = &self.cfg;
        let name = self.column_enum(column);
        let texts: Vec<&str> = values.iter().map(String::as_str).collect();
        let variants: Vec<Ident> = texts.iter().map(|text| ident(&upper_camel(text))).collect();
        let docs = texts
            .iter()
            .map(|text| format!("`{}`", text.replace('`', "'")));
        let (first, count) = (texts[0], texts.len());
        let first_variant = format!("{name}::{}", variants[0]);
        let doc = |sentence: &str, lines: String| {
            let doc = format!("{sentence}\n{}", self.example_of(&name, &lines));
            doc.trim_end().to_owned()
        };
        let about = format!(
            "A value of the column `{}` of `{}`. {}",
            column.name,
            self.name,
            escape(&column.description)
        );
        let enum_doc = doc(
            &about,
            format!(
                "assert_eq!({first:?}.parse(), Ok({first_variant}));\nassert_eq!({first_variant}.to_string(), {first:?});"
            ),
        );
        let all_doc = doc(
            "Every value, in the order of the table.",
            format!("assert_eq!({name}::ALL.len(), {count});"),
        );
        let str_doc = doc(
            "The text of the value in the table.",
            format!("assert_eq!({first_variant}.as_str(), {first:?});"),
        );
        let derives = self.plain_derives();
        let impls = self.scope(
            None,
            &quote! {
                impl #name {
                    #[doc = #all_doc]
                    pub const ALL: &'static [Self] = &[#(Self::#variants),*];
                    #[doc = #str_doc]
                    #[inline]
                    #[must_use]
                    pub const fn as_str(self) -> &'static str {
                        match self {
                            #(Self::#variants => #texts,)*
                        }
                    }
                }
                __p::impl_value! { #name: #(#texts),* }
            },
        );
        quote! {
            #cfg
            #[doc = #enum_doc]
            #derives
            #visibility enum #name {
                #(#[doc = #docs] #variants,)*
            }
            #impls
        }
    }
}

/// The values of a range that goes by number.
fn arms_by_number<'v>(values: &[(CodeSpan, Option<&'v Value>)]) -> Arms<'v> {
    let mut arms: Arms<'v> = Vec::new();
    for &(span, value) in values {
        match arms.iter_mut().find(|(other, _)| *other == value) {
            Some((_, spans)) => spans.push(span),
            None => arms.push((value, vec![span])),
        }
    }
    for (_, spans) in &mut arms {
        *spans = CodeSpan::joined(spans.iter().copied());
    }
    arms
}

/// An integer without a suffix; a negative one is an expression of two tokens.
fn integer(number: i128) -> TokenStream {
    let size = Literal::u128_unsuffixed(number.unsigned_abs());
    if number < 0 {
        quote!(-#size)
    } else {
        quote!(#size)
    }
}
