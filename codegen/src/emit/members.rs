//! The constants and methods of the enum that its table decides.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::joined;
use super::{Emission, ident, literal, pattern};
use crate::case::{is_identifier, screaming_snake, snake};
use crate::table::{CodeSpan, Language};

impl Emission<'_> {
    pub(super) fn members(&self) -> TokenStream {
        let constants = self.constants();
        let range_consts = self.range_consts();
        let aliases = self.aliases();
        let conversions = self.conversions();
        let custom = self.is_custom();
        let range = self.range_method();
        let matchers = self.matchers();
        let columns = self.column_methods();
        quote! {
            #constants
            #range_consts
            #aliases
            #conversions
            #custom
            #range
            #matchers
            #columns
        }
    }

    fn constants(&self) -> TokenStream {
        let named = self.codes.iter().map(|code| ident(&code.entry.variant));
        let custom = self.custom_codes();
        let custom = custom.iter().map(|code| ident(&code.entry.variant));
        let languages = self.table.languages();
        let languages: Vec<&str> = languages.into_iter().map(Language::as_str).collect();
        let name = self.name;
        let named_doc = self.doc(
            "Every named code, by number.",
            &format!("for code in {name}::NAMED {{\n    assert!(code.is_named());\n}}"),
        );
        let custom_doc = self.doc(
            "The codes that the table itself names, or one that it extends, by number; those of the standard table are not among them.",
            &format!("for code in {name}::CUSTOM {{\n    assert!(code.is_custom());\n}}"),
        );
        let ranges_doc = self.doc(
            "Every range, by its first code; an enclosing range comes before those inside.",
            &format!(
                "for range in {name}::RANGES {{\n    assert!(range.contains(range.first()));\n}}"
            ),
        );
        let languages_doc = self.doc(
            "The languages of the descriptions (BCP 47), that of `description()` first.",
            &format!("assert_eq!({name}::LANGUAGES[0], {:?});", languages[0]),
        );
        let shared_rows = self.invocation.is_standard.then(|| {
            quote! {
                #[doc(hidden)]
                pub const __ROWS: &'static [__p::Row] = &ROWS;
            }
        });
        quote! {
            #shared_rows
            #named_doc
            pub const NAMED: &'static [Self] = &[#(Self::#named),*];
            #custom_doc
            pub const CUSTOM: &'static [Self] = &[#(Self::#custom),*];
            #ranges_doc
            pub const RANGES: &'static [__p::CodeRange] = &RANGES;
            #languages_doc
            pub const LANGUAGES: &'static [&'static str] = &[#(#languages),*];
        }
    }

    fn range_consts(&self) -> TokenStream {
        let constants = self.table.ranges.iter().enumerate().map(|(index, range)| {
            let name = self.name;
            let constant = ident(&screaming_snake(&range.entry.variant));
            let index = proc_macro2::Literal::usize_unsuffixed(index);
            let first = range.spans[0].first();
            let doc = self.doc(
                &format!("The range {}, {}.", super::escape(&range.entry.name), joined(&range.spans)),
                &format!("assert_eq!({name}::{constant}.first(), {first});\nassert!({name}::{constant}.contains({first}));"),
            );
            quote! {
                #doc
                pub const #constant: &'static __p::CodeRange = &RANGES[#index];
            }
        });
        quote!(#(#constants)*)
    }

    fn aliases(&self) -> TokenStream {
        let aliases = self.codes.iter().flat_map(|code| {
            let number = code.number;
            let variant = ident(&code.entry.variant);
            let aliases = code.aliases.iter().filter(|alias| is_identifier(alias));
            aliases.map(move |alias| {
                let name = self.name;
                let doc = self.doc(
                    &format!("An alias of [`{variant}`](Self::{variant}), {number}."),
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
            })
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
        let from_doc = self.doc(
            "Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.",
            &format!("for number in 0..=u16::MAX {{\n    assert_eq!({name}::from_u16(number).as_u16(), number);\n}}"),
        );
        let number_doc = self.doc(
            "The number, as the first two bytes of a Close frame's payload hold it (RFC 6455 §5.5.1).\n\nUnlike `u16::from` it can be used in constants.",
            &format!("assert_eq!({name}::from_u16(4000).as_u16(), 4000);"),
        );
        let named_doc = self.doc(
            "Whether the code has its own name, not just that of its range.",
            &format!("assert!({name}::NAMED[0].is_named());"),
        );
        quote! {
            #from_doc
            #[inline]
            #[must_use]
            pub const fn from_u16(code: u16) -> Self {
                match code {
                    #(#numbers => Self::#variants,)*
                    #(#patterns => Self::#ranges(__p::Unnamed::__new(code, KEY)),)*
                }
            }
            #number_doc
            #[inline]
            #[must_use]
            pub const fn as_u16(self) -> u16 {
                match self {
                    #(Self::#ranges(unnamed) => unnamed.as_u16(),)*
                    named => tag(named),
                }
            }
            #named_doc
            #[inline]
            #[must_use]
            pub const fn is_named(self) -> bool {
                #is_named
            }
        }
    }

    fn is_custom(&self) -> TokenStream {
        let name = self.name;
        let custom = self.custom_codes();
        let spans = CodeSpan::joined(custom.iter().map(|code| CodeSpan::of(code.number)));
        let is_custom = if spans.is_empty() {
            quote!(false)
        } else {
            let pattern = pattern(&spans);
            quote!(__p::matches!(self.as_u16(), #pattern))
        };
        let doc = self.doc(
            "Whether the code is one of [`CUSTOM`](Self::CUSTOM): named by the table itself, not by the standard one.",
            &format!("assert!(!{name}::from_u16(1001).is_custom());"),
        );
        quote! {
            #doc
            #[inline]
            #[must_use]
            pub const fn is_custom(self) -> bool {
                #is_custom
            }
        }
    }

    fn range_method(&self) -> TokenStream {
        let name = self.name;
        let arms = self
            .table
            .ranges
            .iter()
            .enumerate()
            .filter_map(|(index, range)| {
                let spans = self
                    .table
                    .spans_where(|owner| self.table.range_of(owner) == Some(index));
                let constant = ident(&screaming_snake(&range.entry.variant));
                let pattern = pattern(&spans);
                (!spans.is_empty()).then(|| quote!(#pattern => __p::Some(Self::#constant),))
            });
        let is_partial = self
            .table
            .segments
            .iter()
            .any(|segment| self.table.range_of(segment.owner).is_none());
        let none = is_partial.then(|| quote!(_ => __p::None,));
        let example = self.table.segments.iter().rev().find_map(|segment| {
            let range = &self.table.ranges[self.table.range_of(segment.owner)?].entry;
            let constant = screaming_snake(&range.variant);
            let first = segment.span.first();
            Some(format!(
                "assert_eq!({name}::from_u16({first}).range(), Some({name}::{constant}));"
            ))
        });
        let doc = self.doc(
            "The range that the code lies in, the innermost of several; the codes of the protocol itself lie in none.",
            &example.unwrap_or_default(),
        );
        quote! {
            #doc
            #[inline]
            #[must_use]
            pub const fn range(self) -> __p::Option<&'static __p::CodeRange> {
                match self.as_u16() {
                    #(#arms)*
                    #none
                }
            }
        }
    }

    fn matchers(&self) -> TokenStream {
        let matchers = self.table.ranges.iter().map(|range| {
            let name = self.name;
            let matcher = format_ident!("is_{}", snake(&range.entry.variant));
            let pattern = pattern(&range.spans);
            let first = range.spans[0].first();
            let doc = self.doc(
                &format!(
                    "Whether the code is one of {}, with a name or without ({}).",
                    joined(&range.spans),
                    super::escape(&range.entry.name)
                ),
                &format!("assert!({name}::from_u16({first}).{matcher}());"),
            );
            quote! {
                #doc
                #[inline]
                #[must_use]
                pub const fn #matcher(self) -> bool {
                    __p::matches!(self.as_u16(), #pattern)
                }
            }
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
        let (language, text) = texts
            .last()
            .map_or(("", ""), |(language, text)| (language.as_str(), text));
        let first = texts.first().map_or("", |(_, text)| text);
        let (variant, number) = self.first_named().unwrap_or(("", 0));
        let examples = [
            (
                "name",
                format!(
                    "assert_eq!({name}::from_u16({number}).name(), {:?});",
                    entry.map_or("", |entry| &entry.name)
                ),
            ),
            (
                "description",
                format!("assert_eq!({name}::{variant}.description(), {first:?});"),
            ),
            (
                "description_in",
                format!(
                    "assert_eq!({name}::{variant}.description_in({:?}), {text:?});",
                    format!("{language}-x-private")
                ),
            ),
            (
                "reason",
                format!(
                    "assert_eq!({name}::{variant}.reason(), {:?});",
                    code.and_then(|code| code.reason.as_deref()).unwrap_or("")
                ),
            ),
            (
                "to_frame",
                format!(
                    "assert_eq!({name}::from_u16(4000).to_frame().unwrap().code(), Some({name}::from_u16(4000)));\nassert_eq!({name}::from_u16(1006).to_frame(), None);"
                ),
            ),
            (
                "reference",
                format!(
                    "assert_eq!({name}::{variant}.reference(), {:?});",
                    entry.and_then(|entry| entry.reference.as_deref())
                ),
            ),
            (
                "is_sendable",
                format!(
                    "assert!({name}::from_u16(1000).is_sendable());\nassert!(!{name}::from_u16(1006).is_sendable());"
                ),
            ),
            (
                "is_browser_sendable",
                format!(
                    "assert!({name}::from_u16(4000).is_browser_sendable());\nassert!(!{name}::from_u16(1001).is_browser_sendable());"
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

    /// A documentation of a sentence and an example.
    pub(super) fn doc(&self, sentence: &str, example: &str) -> TokenStream {
        let doc = format!("{sentence}\n{}", self.example(example));
        let doc = doc.trim_end();
        quote!(#[doc = #doc])
    }
}
