//! The methods of columns, and the enums of those whose values are named.

use std::cmp::Reverse;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::docs::escape;
use super::{Emission, grouped, ident, literal, pattern};
use crate::case::upper_camel;
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
        methods.collect()
    }

    /// A match on the discriminant. A range whose codes have several values gets a separate arm,
    /// which goes by number.
    fn column_body(&self, index: usize, column: &Column) -> TokenStream {
        let mut tags: Vec<(u16, Option<&Value>)> = Vec::new();
        let mut by_range = vec![Vec::new(); self.table.ranges.len()];
        for segment in &self.table.segments {
            let value = self.table.value(segment, index);
            match segment.owner {
                Owner::Code(code) => tags.push((self.codes[code].number, value)),
                Owner::Range(range) => by_range[range].push((value, segment.span)),
            }
        }
        let mut by_number = Vec::new();
        for range in &self.ranges {
            let mut arms = grouped(by_range[range.index].iter().copied());
            if let [(value, _)] = arms[..] {
                tags.push((range.tag, value));
                continue;
            }
            for (_, spans) in &mut arms {
                *spans = CodeSpan::joined(spans.iter().copied());
            }
            let body = self.match_values(column, &quote!(self.as_u16()), arms);
            let tag = literal(range.tag);
            by_number.push(quote!(#tag => #body,));
        }
        tags.sort_by_key(|(tag, _)| *tag);

        let mut spans = Vec::new();
        for run in tags.chunk_by(|(_, value), (_, next)| value == next) {
            let ((first, value), (last, _)) = (run[0], run[run.len() - 1]);
            if run.len() > LISTED {
                spans.extend(CodeSpan::new(first, last).map(|span| (value, span)));
            } else {
                spans.extend(run.iter().map(|(tag, _)| (value, CodeSpan::of(*tag))));
            }
        }
        let arms = grouped(spans);
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
        let value = self.table.value(self.table.segment(number), index);
        let value = value.map(|value| match value {
            Value::Bool(value) => value.to_string(),
            Value::Integer(number) => number.to_string(),
            Value::String(text) => format!("{text:?}"),
        });
        let is_enum = matches!(column.column_type, ColumnType::Enum(_));
        let (as_text, value) = match (value, column.is_optional()) {
            (None, _) => ("", "None".to_owned()),
            (Some(value), true) => (".map(|value| value.as_str())", format!("Some({value})")),
            (Some(value), false) => (".as_str()", value),
        };
        let as_text = if is_enum { as_text } else { "" };
        let (name, method) = (self.name, &column.name);
        format!("assert_eq!({name}::from_u16({number}).{method}(){as_text}, {value});")
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
            (Some(Value::Integer(number)), _) => {
                Literal::i128_unsuffixed(*number).to_token_stream()
            }
            (Some(Value::String(text)), ColumnType::Enum(_)) => {
                let path = self.column_type(column);
                let variant = ident(&upper_camel(text));
                quote!(#path::#variant)
            }
            (Some(Value::String(text)), _) => quote!(#text),
            // Only an optional column has none: `check` refuses the others.
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
            ColumnType::Enum(texts) => Some(self.column_enum_item(column, texts)),
            _ => None,
        });
        enums.collect()
    }

    fn column_enum_item(&self, column: &Column, texts: &[String]) -> TokenStream {
        let name = self.column_enum(column);
        let variants: Vec<Ident> = texts.iter().map(|text| ident(&upper_camel(text))).collect();
        let docs = texts
            .iter()
            .map(|text| format!("`{}`", text.replace('`', "'")));
        let (first, first_variant) = (&texts[0], format!("{name}::{}", variants[0]));
        let example = self.example_of(
            &name,
            &format!("assert_eq!({first:?}.parse(), Ok({first_variant}));\nassert_eq!({first_variant}.to_string(), {first:?});"),
        );
        let doc = format!(
            "A value of the column `{}` of `{}`. {}\n{example}",
            column.name,
            self.name,
            escape(&column.description),
        );
        let doc = doc.trim_end();
        let count = format!("assert_eq!({name}::ALL.len(), {});", texts.len());
        let all = self.example_attribute(&name, &count);
        let text = format!("assert_eq!({first_variant}.as_str(), {first:?});");
        let as_str = self.example_attribute(&name, &text);
        self.plain_enum(
            &name,
            &quote!(#[doc = #doc]),
            &quote!(#(#[doc = #docs] #variants,)*),
            &quote!(__p::impl_value! { #name: #(#variants = #texts),*; #all ALL, #as_str as_str }),
        )
    }
}
