//! The constants and methods of the enum.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::joined;
use super::{Emission, ident, literal, pattern};
use crate::name::{is_identifier, screaming_snake, snake};
use crate::span::Span;
use crate::table::Entry;

/// Names that the constant assertions check at the most.
const CHECKED_NAMES: usize = 128;

impl Emission<'_> {
    /// Inherent items, what they are made of, and the constant assertions.
    pub(super) fn members(&self) -> TokenStream {
        let Self { name, .. } = self;
        let rows = self.rows();
        let constants = self.constants();
        let aliases = self.aliases();
        let range_consts = self.range_consts();
        let conversions = self.conversions();
        let texts = self.text_methods();
        let range = self.range_method();
        let matchers = self.matchers();
        let columns = self.column_methods();
        let assertions = self.assertions();
        quote! {
            #rows
            impl #name {
                #constants
                #range_consts
                #aliases
                #conversions
                #texts
                #range
                #matchers
                #columns
            }
            #assertions
        }
    }

    /// The texts of every code and range, and the function from a number to its place among them.
    fn rows(&self) -> TokenStream {
        let core = &self.core;
        let count = self.codes.len() + self.table.ranges.len();
        let code_arms = self.named_runs().into_iter().map(|(span, row)| {
            let first = literal(span.first);
            let pattern = pattern(&[span]);
            let place = if span.len() == 1 {
                quote!(#row)
            } else {
                quote!((code - #first) as usize + #row)
            };
            quote!(#pattern => #place,)
        });
        let range_arms = self.range_variants().map(|(index, _, _)| {
            let pattern = pattern(&self.arm(index));
            let row = self.codes.len() + index;
            quote!(#pattern => #row,)
        });
        let names = self.entries().map(|entry| &entry.name);
        let variants = self.entries().map(|entry| &entry.variant);
        let texts = self.entries().map(|entry| self.texts(entry));
        let references = self.entries().map(|entry| self.reference(entry));
        let codes = self.codes.iter();
        let reasons = codes.map(|(_, code)| code.reason.as_deref().unwrap_or_default());
        let reasons = reasons.chain(self.table.ranges.iter().map(|_| ""));
        let numbers = self.codes.iter().map(|(number, _)| literal(*number));
        let named_count = self.codes.len();
        let name = self.name;
        let (tags, tagged): (Vec<_>, Vec<_>) = self
            .codes
            .iter()
            .map(|(number, code)| (literal(*number), ident(&code.entry.variant)))
            .unzip();
        let (range_tags, range_tagged): (Vec<_>, Vec<_>) = self
            .discriminants()
            .map(|(_, range, _, tag)| (literal(tag), ident(&range.entry.variant)))
            .unzip();
        quote! {
            // Compiles to nothing: the discriminant, which safe code has no other way to read.
            #[inline]
            const fn tag(code: #name) -> u16 {
                match code {
                    #(#name::#tagged => #tags,)*
                    #(#name::#range_tagged(_) => #range_tags,)*
                }
            }
            const fn row(code: u16) -> usize {
                match code {
                    #(#code_arms)*
                    #(#range_arms)*
                }
            }
            static NUMBERS: [u16; #named_count] = [#(#numbers),*];
            static NAMES: [&str; #count] = [#(#names),*];
            static VARIANTS: [&str; #count] = [#(#variants),*];
            static TEXTS: [&[(&str, &str)]; #count] = [#(#texts),*];
            static REASONS: [&str; #count] = [#(#reasons),*];
            static REFERENCES: [#core::option::Option<&str>; #count] = [#(#references),*];
        }
    }

    fn reference(&self, entry: &Entry) -> TokenStream {
        let core = &self.core;
        let some = entry.reference.as_ref();
        let some = some.map(|reference| quote!(#core::option::Option::Some(#reference)));
        some.unwrap_or_else(|| quote!(#core::option::Option::None))
    }

    /// Named codes next to each other, with the row of the first.
    fn named_runs(&self) -> Vec<(Span, usize)> {
        let mut runs: Vec<(Span, usize)> = Vec::new();
        for (row, &(code, _)) in self.codes.iter().enumerate() {
            match runs.last_mut() {
                Some((span, _)) if span.last + 1 == code => span.last = code,
                _ => runs.push((
                    Span {
                        first: code,
                        last: code,
                    },
                    row,
                )),
            }
        }
        runs
    }

    /// The codes of a range in as few spans as can be: named codes may lie in them, for their arms
    /// come before, but no span has named codes only.
    fn arm(&self, range: usize) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for run in self
            .table
            .spans_where(|owner| self.table.range_of(owner) == Some(range))
        {
            let unnamed = self.unnamed[range].iter();
            let mut unnamed = unnamed.filter(|span| run.contains(span.first));
            if let Some(first) = unnamed.next() {
                let last = unnamed.next_back().unwrap_or(first);
                spans.push(Span {
                    first: first.first,
                    last: last.last,
                });
            }
        }
        spans
    }

    fn constants(&self) -> TokenStream {
        let Self { krate, core, .. } = self;
        let named = self
            .codes
            .iter()
            .map(|(_, code)| ident(&code.entry.variant));
        let ranges = self.table.ranges.iter().map(|range| {
            let name = &range.entry.name;
            let texts = self.texts(&range.entry);
            let reference = self.reference(&range.entry);
            let spans = range.spans.iter().map(|span| {
                let (first, last) = (literal(span.first), literal(span.last));
                quote!(#core::ops::RangeInclusive::new(#first, #last))
            });
            quote!(#krate::CodeRange::__new(#name, &[#(#spans),*], #texts, #reference))
        });
        let languages = self.languages();
        let name = self.name;
        let named_doc = self.doc(
            "Every named code, by number.",
            &format!("for code in {name}::NAMED {{\n    assert!(code.is_named());\n}}"),
        );
        let ranges_doc = self.doc(
            "Every range, by its first code; an enclosing range comes before those inside.",
            &format!(
                "for range in {name}::RANGES {{\n    assert!(range.contains(range.first()));\n}}"
            ),
        );
        let languages_doc = self.doc(
            "The languages of the descriptions (BCP 47), that of `description()` first.",
            &format!(
                "assert_eq!({name}::LANGUAGES[0], {:?});",
                languages.first().copied().unwrap_or_default()
            ),
        );
        quote! {
            #named_doc
            pub const NAMED: &'static [Self] = &[#(Self::#named),*];
            #ranges_doc
            pub const RANGES: &'static [#krate::CodeRange] = &[#(#ranges),*];
            #languages_doc
            pub const LANGUAGES: &'static [&'static str] = &[#(#languages),*];
        }
    }

    fn languages(&self) -> Vec<&str> {
        let mut languages = vec![&self.table.languages[0]];
        for (language, _) in self.entries().flat_map(|entry| &entry.texts) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        languages
            .into_iter()
            .map(crate::language::Language::as_str)
            .collect()
    }

    fn aliases(&self) -> TokenStream {
        let aliases = self.codes.iter().flat_map(|(number, code)| {
            let variant = ident(&code.entry.variant);
            let aliases = code.aliases.iter().filter(|alias| is_identifier(alias));
            aliases.map(move |alias| {
                let name = self.name;
                let doc = self.doc(
                    &format!("Another name of [`{variant}`](Self::{variant}), {number}."),
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

    fn range_consts(&self) -> TokenStream {
        let krate = self.krate;
        let constants = self.table.ranges.iter().enumerate().map(|(index, range)| {
            let name = self.name;
            let constant = ident(&screaming_snake(&range.entry.variant));
            let first = range.spans[0].first;
            let doc = self.doc(
                &format!("The range {}, {}.", super::escape(&range.entry.name), joined(&range.spans)),
                &format!("assert_eq!({name}::{constant}.first(), {first});\nassert!({name}::{constant}.contains({first}));"),
            );
            quote! {
                #doc
                pub const #constant: &'static #krate::CodeRange = &Self::RANGES[#index];
            }
        });
        quote!(#(#constants)*)
    }

    fn conversions(&self) -> TokenStream {
        let krate = self.krate;
        let name = self.name;
        let (numbers, variants): (Vec<_>, Vec<_>) = self
            .codes
            .iter()
            .map(|(number, code)| (literal(*number), ident(&code.entry.variant)))
            .unzip();
        let (patterns, ranges): (Vec<_>, Vec<_>) = self
            .range_variants()
            .map(|(index, range, _)| (pattern(&self.arm(index)), ident(&range.entry.variant)))
            .unzip();
        let from_doc = self.doc(
            "Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.",
            &format!("for number in 0..=u16::MAX {{\n    assert_eq!({name}::from_u16(number).as_u16(), number);\n}}"),
        );
        let as_u16_doc = self.doc(
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
                    #(#patterns => Self::#ranges(#krate::Unnamed::__new(code, KEY)),)*
                }
            }
            #as_u16_doc
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
                match self {
                    #(Self::#ranges(_) => false,)*
                    _ => true,
                }
            }
        }
    }

    fn text_methods(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        let (variant, number) = self.first_named().unwrap_or(("", 0));
        let entry = self.codes.first().map(|(_, code)| &code.entry);
        let texts = entry
            .map(|entry| self.table.texts(entry))
            .unwrap_or_default();
        let (language, text) = texts
            .last()
            .map_or(("", ""), |(language, text)| (language.as_str(), text));
        let first = texts.first().map_or("", |(_, text)| text);
        let name_doc = self.doc(
            "The name, or that of the range for a code without one.",
            &format!(
                "assert_eq!({name}::from_u16({number}).name(), {:?});",
                entry.map_or("", |entry| &entry.name)
            ),
        );
        let description_doc = self.doc(
            "What the code means, in a sentence for people, in the first of [`LANGUAGES`](Self::LANGUAGES) if the table has it.",
            &format!("assert_eq!({name}::{variant}.description(), {first:?});"),
        );
        let description_in_doc = self.doc(
            "What the code means in the language that fits best (RFC 4647 §3.4): that of the tag, or of \
             the tag without its last subtags, or of a longer tag of the same language, else \
             [`description`](Self::description).",
            &format!("assert_eq!({name}::{variant}.description_in({:?}), {text:?});", format!("{language}-x-private")),
        );
        let reason_doc = self.doc(
            "The table's default reason for a Close frame, or an empty one.",
            &format!(
                "assert_eq!({name}::{variant}.reason(), {:?});",
                self.codes
                    .first()
                    .and_then(|(_, code)| code.reason.as_deref())
                    .unwrap_or("")
            ),
        );
        let reference_doc = self.doc(
            "Where the code is defined, if the table says so.",
            &format!(
                "assert_eq!({name}::{variant}.reference(), {:?});",
                entry.and_then(|entry| entry.reference.as_deref())
            ),
        );
        let to_frame_doc = self.doc(
            "The Close frame with this code and its [`reason`](Self::reason), or `None` if the code may not be sent.\n\n\
             Unlike `CloseFrame::from_code` it can be used in constants.",
            &format!("assert_eq!({name}::{variant}.to_frame().is_some(), {name}::{variant}.is_sendable());"),
        );
        quote! {
            #name_doc
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                NAMES[row(self.as_u16())]
            }
            // Takes a reference, so that on one it is found before the deprecated method of `Error`.
            #description_doc
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static str {
                TEXTS[row(self.as_u16())][0].1
            }
            #description_in_doc
            #[must_use]
            pub const fn description_in(self, language: &str) -> &'static str {
                #krate::__private::lookup(TEXTS[row(self.as_u16())], language)
            }
            #reason_doc
            #[inline]
            #[must_use]
            pub const fn reason(self) -> &'static str {
                REASONS[row(self.as_u16())]
            }
            #to_frame_doc
            #[must_use]
            pub const fn to_frame(self) -> #core::option::Option<#krate::CloseFrame<Self>> {
                if self.is_sendable() {
                    #core::option::Option::Some(#krate::CloseFrame::__new(self, self.reason(), KEY))
                } else {
                    #core::option::Option::None
                }
            }
            #reference_doc
            #[inline]
            #[must_use]
            pub const fn reference(self) -> #core::option::Option<&'static str> {
                REFERENCES[row(self.as_u16())]
            }
        }
    }

    fn range_method(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
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
                (!spans.is_empty())
                    .then(|| quote!(#pattern => #core::option::Option::Some(Self::#constant),))
            });
        let is_partial = self
            .table
            .pieces
            .iter()
            .any(|piece| self.table.range_of(piece.owner).is_none());
        let none = is_partial.then(|| quote!(_ => #core::option::Option::None,));
        let example = self.table.pieces.iter().rev().find_map(|piece| {
            let range = &self.table.ranges[self.table.range_of(piece.owner)?].entry;
            let constant = screaming_snake(&range.variant);
            let first = piece.span.first;
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
            pub const fn range(self) -> #core::option::Option<&'static #krate::CodeRange> {
                match self.as_u16() {
                    #(#arms)*
                    #none
                }
            }
        }
    }

    fn matchers(&self) -> TokenStream {
        let matchers = self.table.ranges.iter().map(|range| {
            let Self { core, name, .. } = self;
            let matcher = format_ident!("is_{}", snake(&range.entry.variant));
            let pattern = pattern(&range.spans);
            let first = range.spans[0].first;
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
                    #core::matches!(self.as_u16(), #pattern)
                }
            }
        });
        quote!(#(#matchers)*)
    }

    /// The table's promises once more, for the compiler to check: a wrong table or a wrong
    /// generator does not compile.
    ///
    /// Evaluating a match costs the compiler a step per arm, so of a table with more names than
    /// [`CHECKED_NAMES`] an even sample is checked: all of them would cost the square of the table.
    fn assertions(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        let edges = self.range_variants().flat_map(|(index, range, _)| {
            let variant = ident(&range.entry.variant);
            let spans = &self.unnamed[index];
            let edges = [spans[0].first, spans[spans.len() - 1].last];
            edges.map(|edge| {
                let number = literal(edge);
                let promise = format!("{edge} is in the range {variant}");
                quote! {
                    #core::assert!(
                        match #name::from_u16(#number) {
                            #name::#variant(unnamed) => unnamed.as_u16() == #number,
                            _ => false,
                        },
                        #promise
                    );
                }
            })
        });
        let step = self.codes.len().div_ceil(CHECKED_NAMES).max(1);
        quote! {
            const _: () = {
                let mut row = 0;
                while row < NUMBERS.len() {
                    let number = NUMBERS[row];
                    #core::assert!(#name::NAMED[row].as_u16() == number, "a variant has another number than its name");
                    #core::assert!(#name::from_u16(number).as_u16() == number, "a number does not come back");
                    #core::assert!(#name::from_u16(number).is_named(), "a named number has only a range");
                    row += #step;
                }
                let mut row = 0;
                while row < REASONS.len() {
                    #core::assert!(REASONS[row].len() <= #krate::Reason::MAX_LEN, "a reason does not fit a Close frame");
                    row += 1;
                }
                #(#edges)*
            };
        }
    }

    /// A documentation of a sentence and an example.
    pub(super) fn doc(&self, sentence: &str, example: &str) -> TokenStream {
        let doc = format!("{sentence}\n{}", self.example(example));
        quote!(#[doc = #doc])
    }
}
