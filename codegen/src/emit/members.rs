//! The constants and methods of the enum that its table decides.

use std::fmt::Debug;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::escape;
use super::{Emission, ident, literal, pattern, usize_literal};
use crate::case::{is_identifier, screaming_snake, snake};
use crate::table::{CodeSpan, Language, listed};

impl Emission<'_> {
    pub(super) fn members(&self) -> TokenStream {
        let members = [
            self.constants(),
            self.aliases(),
            self.conversions(),
            self.is_custom(),
            self.range_method(),
            self.range_members(),
            self.column_methods(),
        ];
        members.into_iter().collect()
    }

    fn constants(&self) -> TokenStream {
        let Self { name, variants, .. } = self;
        let named = self.constant(
            "Every named code, by number.",
            &format!("for code in {name}::NAMED {{\n    assert!(code.is_named());\n}}"),
            &quote!(NAMED: &'static [Self] = &[#(Self::#variants),*]),
        );
        let custom = self.custom_codes().map(|code| ident(&code.entry.variant));
        let custom = self.constant(
            "Every custom code, by number: those that this table, or a custom table that it extends, names. Standard codes are not included.",
            &format!("for code in {name}::CUSTOM {{\n    assert!(code.is_custom());\n}}"),
            &quote!(CUSTOM: &'static [Self] = &[#(Self::#custom),*]),
        );
        let ranges = self.constant(
            "Every range, by its first code; an enclosing range comes before the ranges inside it.",
            &format!(
                "for range in {name}::RANGES {{\n    assert!(range.contains(range.first()));\n}}"
            ),
            &quote!(RANGES: &'static [__p::CodeRange] = &RANGES),
        );
        let languages = self.table.languages();
        let languages: Vec<&str> = languages.into_iter().map(Language::as_str).collect();
        let languages = self.constant(
            "The languages of the descriptions (BCP 47), that of `description()` first.",
            &format!("assert_eq!({name}::LANGUAGES[0], {:?});", languages[0]),
            &quote!(LANGUAGES: &'static [&'static str] = &[#(#languages),*]),
        );
        let row_count = self.codes.len() + self.table.ranges.len();
        let shared_rows = self.invocation.is_standard.then(|| {
            quote! {
                #[doc(hidden)]
                pub const __ROWS: &'static [__p::Row; #row_count] = &ROWS;
            }
        });
        quote!(#shared_rows #named #custom #ranges #languages)
    }

    fn aliases(&self) -> TokenStream {
        let name = self.name;
        let codes = self.codes.iter().zip(&self.variants);
        let aliases = codes.flat_map(|(code, variant)| {
            let aliases = code.aliases.iter().filter(|alias| is_identifier(alias));
            aliases.map(move |alias| {
                let allow = alias.chars().any(char::is_lowercase);
                let allow = allow.then(|| quote!(#[allow(non_upper_case_globals)]));
                let (number, constant) = (code.number, ident(alias));
                let constant = self.constant(
                    &format!("An alias of [`{variant}`](Self::{variant}), {number}."),
                    &format!("assert_eq!({name}::{alias}, {name}::{variant});"),
                    &quote!(#constant: Self = Self::#variant),
                );
                quote!(#allow #constant)
            })
        });
        aliases.collect()
    }

    fn conversions(&self) -> TokenStream {
        let Self { name, variants, .. } = self;
        let numbers = self.codes.iter().map(|code| literal(code.number));
        let ranges: Vec<_> = self.ranges.iter().map(|range| &range.variant).collect();
        let patterns = self.ranges.iter().map(|range| &range.pattern);
        let tags = self.ranges.iter().map(|range| CodeSpan::of(range.tag));
        let tags = pattern(&CodeSpan::joined(tags));
        let is_named = if ranges.is_empty() {
            quote!(true)
        } else {
            quote!(!__p::matches!(tag(self), #tags))
        };
        let methods = [
            self.method(
                "Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.",
                &format!("for number in 0..=u16::MAX {{\n    assert_eq!({name}::from_u16(number).as_u16(), number);\n}}"),
                &quote!(from_u16(code: u16) -> Self),
                &quote! {
                    match code {
                        #(#numbers => Self::#variants,)*
                        #(#patterns => Self::#ranges(__p::Unnamed::__new(code, KEY)),)*
                    }
                },
            ),
            self.method(
                "The number, as in the first two bytes of a Close frame's payload (RFC 6455 §5.5.1).\n\nUnlike `u16::from`, it can be used in constants.",
                &format!("assert_eq!({name}::from_u16(4000).as_u16(), 4000);"),
                &quote!(as_u16(self) -> u16),
                &quote! {
                    match self {
                        #(Self::#ranges(unnamed) => unnamed.as_u16(),)*
                        named => tag(named),
                    }
                },
            ),
            self.method(
                "Whether the code has its own name, not just that of its range.",
                &format!("assert!({name}::NAMED[0].is_named());"),
                &quote!(is_named(self) -> bool),
                &is_named,
            ),
        ];
        methods.into_iter().collect()
    }

    fn is_custom(&self) -> TokenStream {
        let codes = self.custom_codes().map(|code| CodeSpan::of(code.number));
        let spans = CodeSpan::joined(codes);
        let body = if spans.is_empty() {
            quote!(false)
        } else {
            let pattern = pattern(&spans);
            quote!(__p::matches!(self.as_u16(), #pattern))
        };
        self.method(
            "Whether the code is one of [`CUSTOM`](Self::CUSTOM): named by a custom table, not by the standard one.",
            &format!("assert!(!{}::from_u16(1001).is_custom());", self.name),
            &quote!(is_custom(self) -> bool),
            &body,
        )
    }

    fn range_method(&self) -> TokenStream {
        let (name, table) = (self.name, self.table);
        let constant = |range: usize| ident(&screaming_snake(&table.ranges[range].entry.variant));
        let arms = (0..table.ranges.len()).filter_map(|range| {
            let spans = table.spans_where(|owner| table.range_of(owner) == Some(range));
            let (constant, pattern) = (constant(range), pattern(&spans));
            (!spans.is_empty()).then(|| quote!(#pattern => __p::Some(Self::#constant),))
        });
        let mut segments = table.segments.iter();
        let is_partial = segments.any(|segment| table.range_of(segment.owner).is_none());
        let none = is_partial.then(|| quote!(_ => __p::None,));
        let example = table.segments.iter().rev().find_map(|segment| {
            let constant = constant(table.range_of(segment.owner)?);
            let first = segment.span.first();
            Some(format!(
                "assert_eq!({name}::from_u16({first}).range(), Some({name}::{constant}));"
            ))
        });
        self.method(
            "The innermost range that contains the code; `None` for the codes of the protocol itself.",
            &example.unwrap_or_default(),
            &quote!(range(self) -> __p::Option<&'static __p::CodeRange>),
            &quote! {
                match self.as_u16() {
                    #(#arms)*
                    #none
                }
            },
        )
    }

    /// A constant and a method per range.
    fn range_members(&self) -> TokenStream {
        let name = self.name;
        let members = self.table.ranges.iter().enumerate().map(|(index, range)| {
            let (spans, range_name) = (listed(&range.spans), escape(&range.entry.name));
            let (first, pattern) = (range.spans[0].first(), pattern(&range.spans));
            let index = usize_literal(index);
            let constant = ident(&screaming_snake(&range.entry.variant));
            let matcher = format_ident!("is_{}", snake(&range.entry.variant));
            let constant = self.constant(
                &format!("The range {range_name}, {spans}."),
                &format!("assert_eq!({name}::{constant}.first(), {first});\nassert!({name}::{constant}.contains({first}));"),
                &quote!(#constant: &'static __p::CodeRange = &RANGES[#index]),
            );
            let matcher = self.method(
                &format!("Whether the code is one of {spans} ({range_name}), with or without a name."),
                &format!("assert!({name}::from_u16({first}).{matcher}());"),
                &quote!(#matcher(self) -> bool),
                &quote!(__p::matches!(self.as_u16(), #pattern)),
            );
            quote!(#constant #matcher)
        });
        members.collect()
    }

    /// The methods that the runtime writes, each with an example.
    pub(super) fn examples(&self) -> TokenStream {
        let name = self.name;
        let Some(code) = self.codes.first() else {
            return quote!(
                name,
                description,
                description_in,
                reason,
                to_frame,
                reference,
                is_sendable,
                is_browser_sendable,
                custom
            );
        };
        let entry = &code.entry;
        let gives = |call: &str, value: &dyn Debug| {
            format!("assert_eq!({name}::{}.{call}, {value:?});", entry.variant)
        };
        let texts = self.table.texts(entry);
        let ((_, first), (language, last)) = (texts[0], texts[texts.len() - 1]);
        let in_last = format!("description_in(\"{}-x-private\")", language.as_str());
        let reason = code.reason.as_deref().unwrap_or_default();
        let of = |number: u16| format!("{name}::from_u16({number})");
        let (normal, standard, local, custom) = (of(1000), of(1001), of(1006), of(4000));
        let examples = [
            ("name", gives("name()", &entry.name)),
            ("description", gives("description()", &first)),
            ("description_in", gives(&in_last, &last)),
            ("reason", gives("reason()", &reason)),
            (
                "to_frame",
                format!(
                    "assert_eq!({custom}.to_frame().unwrap().code(), Some({custom}));\nassert_eq!({local}.to_frame(), None);"
                ),
            ),
            ("reference", gives("reference()", &entry.reference)),
            (
                "is_sendable",
                format!("assert!({normal}.is_sendable());\nassert!(!{local}.is_sendable());"),
            ),
            (
                "is_browser_sendable",
                format!(
                    "assert!({custom}.is_browser_sendable());\nassert!(!{standard}.is_browser_sendable());"
                ),
            ),
            ("custom", format!("assert_eq!({name}::custom(1001), None);")),
        ];
        let examples = examples.map(|(method, lines)| {
            let (example, method) = (self.example_attribute(name, &lines), ident(method));
            quote!(#example #method)
        });
        quote!(#(#examples),*)
    }

    /// A constant with its documentation.
    fn constant(&self, sentence: &str, example: &str, item: &TokenStream) -> TokenStream {
        let doc = self.doc(sentence, example);
        quote!(#doc pub const #item;)
    }

    /// A method with its documentation.
    pub(super) fn method(
        &self,
        sentence: &str,
        example: &str,
        signature: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let doc = self.doc(sentence, example);
        quote! {
            #doc
            #[inline]
            #[must_use]
            pub const fn #signature {
                #body
            }
        }
    }

    /// A documentation of a sentence and an example.
    fn doc(&self, sentence: &str, example: &str) -> TokenStream {
        let doc = format!("{sentence}\n{}", self.example(example));
        let doc = doc.trim_end();
        quote!(#[doc = #doc])
    }
}
