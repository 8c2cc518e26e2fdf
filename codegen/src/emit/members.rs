//! The constants and methods of the enum that its table decides.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Emission, ident, literal, pattern, usize_literal};
use crate::case::{is_identifier, screaming_snake, snake};
use crate::table::{Code, CodeSpan, Language, listed};

impl Emission<'_> {
    pub(super) fn members(&self) -> TokenStream {
        let members = [
            self.constants(),
            self.range_consts(),
            self.aliases(),
            self.conversions(),
            self.is_custom(),
            self.range_method(),
            self.matchers(),
            self.column_methods(),
        ];
        quote!(#(#members)*)
    }

    fn constants(&self) -> TokenStream {
        let name = self.name;
        let variants = |codes: &[&Code]| {
            let variants = codes.iter().map(|code| ident(&code.entry.variant));
            quote!(&[#(Self::#variants),*])
        };
        let named = variants(&self.codes.iter().collect::<Vec<_>>());
        let named = self.constant(
            "Every named code, by number.",
            &format!("for code in {name}::NAMED {{\n    assert!(code.is_named());\n}}"),
            &quote!(NAMED: &'static [Self] = #named),
        );
        let custom = variants(&self.custom_codes());
        let custom = self.constant(
            "The codes that the table itself names, or one that it extends, by number; those of the standard table are not among them.",
            &format!("for code in {name}::CUSTOM {{\n    assert!(code.is_custom());\n}}"),
            &quote!(CUSTOM: &'static [Self] = #custom),
        );
        let ranges = self.constant(
            "Every range, by its first code; an enclosing range comes before those inside.",
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
        let row_count = usize_literal(self.codes.len() + self.table.ranges.len());
        let shared_rows = self.invocation.is_standard.then(|| {
            quote! {
                #[doc(hidden)]
                pub const __ROWS: &'static [__p::Row; #row_count] = &ROWS;
            }
        });
        quote!(#shared_rows #named #custom #ranges #languages)
    }

    fn range_consts(&self) -> TokenStream {
        let constants = self.table.ranges.iter().enumerate().map(|(index, range)| {
            let name = self.name;
            let constant = ident(&screaming_snake(&range.entry.variant));
            let index = usize_literal(index);
            let first = range.spans[0].first();
            let range_name = super::escape(&range.entry.name);
            self.constant(
                &format!("The range {range_name}, {}.", listed(&range.spans)),
                &format!("assert_eq!({name}::{constant}.first(), {first});\nassert!({name}::{constant}.contains({first}));"),
                &quote!(#constant: &'static __p::CodeRange = &RANGES[#index]),
            )
        });
        quote!(#(#constants)*)
    }

    fn aliases(&self) -> TokenStream {
        let name = self.name;
        let aliases = self.codes.iter().flat_map(|code| {
            let aliases = code.aliases.iter().filter(|alias| is_identifier(alias));
            aliases.map(move |alias| (code, alias))
        });
        let aliases = aliases.map(|(code, alias)| {
            let variant = ident(&code.entry.variant);
            let doc = self.doc(
                &format!(
                    "An alias of [`{variant}`](Self::{variant}), {}.",
                    code.number
                ),
                &format!("assert_eq!({name}::{alias}, {name}::{variant});"),
            );
            let allow = alias.chars().any(char::is_lowercase);
            let allow = allow.then(|| quote!(#[allow(non_upper_case_globals)]));
            let alias = ident(alias);
            quote! {
                #doc
                #allow
                pub const #alias: Self = Self::#variant;
            }
        });
        quote!(#(#aliases)*)
    }

    fn conversions(&self) -> TokenStream {
        let name = self.name;
        let numbers = self.codes.iter().map(|code| literal(code.number));
        let variants = self.codes.iter().map(|code| ident(&code.entry.variant));
        let (patterns, ranges): (Vec<_>, Vec<_>) = self
            .range_variants()
            .map(|(index, range, _)| (pattern(&self.arm(index)), ident(&range.entry.variant)))
            .unzip();
        let tags = self.discriminants().map(|(.., tag)| CodeSpan::of(tag));
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
                "The number, as the first two bytes of a Close frame's payload hold it (RFC 6455 §5.5.1).\n\nUnlike `u16::from` it can be used in constants.",
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
        quote!(#(#methods)*)
    }

    fn is_custom(&self) -> TokenStream {
        let custom = self.custom_codes();
        let spans = CodeSpan::joined(custom.iter().map(|code| CodeSpan::of(code.number)));
        let body = if spans.is_empty() {
            quote!(false)
        } else {
            let pattern = pattern(&spans);
            quote!(__p::matches!(self.as_u16(), #pattern))
        };
        self.method(
            "Whether the code is one of [`CUSTOM`](Self::CUSTOM): named by the table itself, not by the standard one.",
            &format!("assert!(!{}::from_u16(1001).is_custom());", self.name),
            &quote!(is_custom(self) -> bool),
            &body,
        )
    }

    fn range_method(&self) -> TokenStream {
        let (name, table) = (self.name, self.table);
        let arms = table
            .ranges
            .iter()
            .enumerate()
            .filter_map(|(index, range)| {
                let spans = table.spans_where(|owner| table.range_of(owner) == Some(index));
                let constant = ident(&screaming_snake(&range.entry.variant));
                let pattern = pattern(&spans);
                (!spans.is_empty()).then(|| quote!(#pattern => __p::Some(Self::#constant),))
            });
        let mut segments = table.segments.iter();
        let is_partial = segments.any(|segment| table.range_of(segment.owner).is_none());
        let none = is_partial.then(|| quote!(_ => __p::None,));
        let example = table.segments.iter().rev().find_map(|segment| {
            let range = &table.ranges[table.range_of(segment.owner)?].entry;
            let constant = screaming_snake(&range.variant);
            let first = segment.span.first();
            Some(format!(
                "assert_eq!({name}::from_u16({first}).range(), Some({name}::{constant}));"
            ))
        });
        self.method(
            "The range that the code lies in, the innermost of several; the codes of the protocol itself lie in none.",
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

    fn matchers(&self) -> TokenStream {
        let matchers = self.table.ranges.iter().map(|range| {
            let matcher = format_ident!("is_{}", snake(&range.entry.variant));
            let pattern = pattern(&range.spans);
            let range_name = super::escape(&range.entry.name);
            let first = range.spans[0].first();
            self.method(
                &format!(
                    "Whether the code is one of {}, with a name or without ({range_name}).",
                    listed(&range.spans)
                ),
                &format!("assert!({}::from_u16({first}).{matcher}());", self.name),
                &quote!(#matcher(self) -> bool),
                &quote!(__p::matches!(self.as_u16(), #pattern)),
            )
        });
        quote!(#(#matchers)*)
    }

    /// The examples of the methods that the runtime writes.
    pub(super) fn examples(&self) -> TokenStream {
        let name = self.name;
        let code = self.codes.first();
        let entry = code.map(|code| &code.entry);
        let texts = entry
            .map(|entry| self.table.texts(entry))
            .unwrap_or_default();
        let first = texts.first().map_or("", |(_, text)| text);
        let last = texts
            .last()
            .map(|(language, text)| (language.as_str(), *text));
        let (language, text) = last.unwrap_or_default();
        let (variant, number) = self.first_named().unwrap_or(("", 0));
        let code_name = entry.map_or("", |entry| &entry.name);
        let reason = code.and_then(|code| code.reason.as_deref()).unwrap_or("");
        let reference = entry.and_then(|entry| entry.reference.as_deref());
        let first_code = format!("{name}::{variant}");
        let of = |number: u16| format!("{name}::from_u16({number})");
        let (local, standard, custom) = (of(1006), of(1001), of(4000));
        let examples = [
            (
                "name",
                format!("assert_eq!({}.name(), {code_name:?});", of(number)),
            ),
            (
                "description",
                format!("assert_eq!({first_code}.description(), {first:?});"),
            ),
            (
                "description_in",
                format!(
                    "assert_eq!({first_code}.description_in(\"{language}-x-private\"), {text:?});"
                ),
            ),
            (
                "reason",
                format!("assert_eq!({first_code}.reason(), {reason:?});"),
            ),
            (
                "to_frame",
                format!(
                    "assert_eq!({custom}.to_frame().unwrap().code(), Some({custom}));\nassert_eq!({local}.to_frame(), None);"
                ),
            ),
            (
                "reference",
                format!("assert_eq!({first_code}.reference(), {reference:?});"),
            ),
            (
                "is_sendable",
                format!(
                    "assert!({}.is_sendable());\nassert!(!{local}.is_sendable());",
                    of(1000)
                ),
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
            let method = ident(method);
            let example = self.example(&lines);
            let doc = (!example.is_empty()).then(|| quote!(#[doc = #example]));
            quote!(#doc #method)
        });
        quote!(#(#examples),*)
    }

    /// The conversions from and to the standard enum, which it has not itself.
    pub(super) fn standard_conversions(&self) -> TokenStream {
        let name = self.name;
        if self.invocation.is_standard {
            TokenStream::new()
        } else {
            quote!(__p::impl_standard! { #name })
        }
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
