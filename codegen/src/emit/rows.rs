//! The tables that methods look things up in, and the assertions that they are right.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emission, ident, literal, pattern, usize_literal};
use crate::table::{CodeSpan, Entry};

/// The constant assertions check this many names at most.
const CHECKED_NAMES: usize = 128;

impl Emission<'_> {
    /// The discriminant of a code, the texts of every code and range, and what is parsed.
    pub(super) fn tables(&self) -> TokenStream {
        let tag = self.tag();
        let row = self.row();
        let texts = self.parsed_texts();
        let (rows, ranges) = (self.rows(), self.ranges());
        let (row_count, range_count) = (rows.len(), ranges.len());
        let text_count = texts.len();
        quote! {
            #tag
            #row
            static ROWS: [__p::Row; #row_count] = [#(#rows),*];
            static RANGES: [__p::CodeRange; #range_count] = [#(#ranges),*];
            static TEXTS: [(&str, u16); #text_count] = [#(#texts),*];
        }
    }

    /// Compiles to nothing: the discriminant, which safe code has no other way to read.
    fn tag(&self) -> TokenStream {
        let name = self.name;
        let variants = self.codes.iter().map(|code| ident(&code.entry.variant));
        let tags = self.codes.iter().map(|code| literal(code.number));
        let (range_tags, ranges): (Vec<_>, Vec<_>) = self
            .discriminants()
            .map(|(_, range, _, tag)| (literal(tag), ident(&range.entry.variant)))
            .unzip();
        quote! {
            #[inline]
            const fn tag(code: #name) -> u16 {
                match code {
                    #(#name::#variants => #tags,)*
                    #(#name::#ranges(_) => #range_tags,)*
                }
            }
        }
    }

    /// The place of a number in the table of texts: codes by number, then ranges.
    fn row(&self) -> TokenStream {
        let codes = self.named_runs().into_iter().map(|(span, row)| {
            let first = literal(span.first());
            let pattern = pattern(&[span]);
            let row_literal = usize_literal(row);
            let offset = usize_literal(row.abs_diff(span.first().into()));
            match (span.count(), row.cmp(&span.first().into())) {
                (1, _) => quote!(#pattern => #row_literal,),
                (_, std::cmp::Ordering::Less) => quote!(#pattern => code as usize - #offset,),
                _ => quote!(#pattern => (code - #first) as usize + #row_literal,),
            }
        });
        let ranges = self.range_variants().map(|(index, ..)| {
            let pattern = pattern(&self.arm(index));
            let row = usize_literal(self.codes.len() + index);
            quote!(#pattern => #row,)
        });
        quote! {
            const fn row(code: u16) -> usize {
                match code {
                    #(#codes)*
                    #(#ranges)*
                }
            }
        }
    }

    fn rows(&self) -> Vec<TokenStream> {
        let codes = self.codes.iter().map(|code| {
            let reason = code.reason.as_deref().unwrap_or_default();
            self.row_of(&code.entry, reason)
        });
        let ranges = self.table.ranges.iter();
        codes
            .chain(ranges.map(|range| self.row_of(&range.entry, "")))
            .collect()
    }

    /// The texts of an entry; those of the standard enum are not written again.
    fn row_of(&self, entry: &Entry, reason: &str) -> TokenStream {
        let is_default = self.table.languages[0].as_str() == "en";
        let standard = entry
            .standard_row
            .filter(|_| is_default && !self.invocation.is_standard);
        if let Some(row) = standard {
            let row = usize_literal(row);
            return quote!(__p::CloseCode::__ROWS[#row]);
        }
        let name = &entry.name;
        let reference = entry.reference.as_deref().unwrap_or_default();
        let texts = self.table.texts(entry).into_iter().map(|(language, text)| {
            let language = language.as_str();
            quote!((#language, #text))
        });
        quote!(__p::Row::new(#name, #reference, #reason, &[#(#texts),*]))
    }

    fn ranges(&self) -> Vec<TokenStream> {
        let ranges = self.table.ranges.iter().enumerate();
        let ranges = ranges.map(|(index, range)| {
            let row = usize_literal(self.codes.len() + index);
            let spans = range.spans.iter().map(|span| {
                let (first, last) = (literal(span.first()), literal(span.last()));
                quote!(#first..=#last)
            });
            quote!(__p::CodeRange::__new(&ROWS[#row], &[#(#spans),*]))
        });
        ranges.collect()
    }

    /// Names, variants and aliases in lower case, by length: that is what is compared first.
    fn parsed_texts(&self) -> Vec<TokenStream> {
        // A code's own texts come before a name that it shares with a standard code.
        let mut texts: BTreeMap<String, u16> = BTreeMap::new();
        for code in self.codes {
            let own = code.aliases.iter().chain([&code.entry.variant]);
            texts.extend(own.map(|text| (text.to_ascii_lowercase(), code.number)));
        }
        for code in self.codes {
            let name = code.entry.name.to_ascii_lowercase();
            texts.entry(name).or_insert(code.number);
        }
        let mut texts: Vec<_> = texts.into_iter().collect();
        texts.sort_by_key(|(text, _)| text.len());
        let texts = texts.into_iter().map(|(text, number)| {
            let number = literal(number);
            quote!((#text, #number))
        });
        texts.collect()
    }

    /// Named codes next to each other, with the row of the first.
    fn named_runs(&self) -> Vec<(CodeSpan, usize)> {
        let spans = CodeSpan::joined(self.codes.iter().map(|code| CodeSpan::of(code.number)));
        let row = |span: CodeSpan| {
            self.codes
                .partition_point(|code| code.number < span.first())
        };
        spans.into_iter().map(|span| (span, row(span))).collect()
    }

    /// The codes of a range in as few spans as can be: named codes may lie in them, for their arms
    /// come before, but no span has named codes only.
    pub(super) fn arm(&self, range: usize) -> Vec<CodeSpan> {
        let mut spans: Vec<CodeSpan> = Vec::new();
        let table = self.table;
        for run in table.spans_where(|owner| table.range_of(owner) == Some(range)) {
            let unnamed = self.unnamed[range].iter();
            let mut unnamed = unnamed.filter(|span| run.contains(span.first()));
            if let Some(first) = unnamed.next() {
                let last = unnamed.next_back().unwrap_or(first);
                spans.extend(CodeSpan::new(first.first(), last.last()));
            }
        }
        spans
    }

    /// The table's promises once more, for the compiler to check: a wrong table or a wrong
    /// generator does not compile.
    ///
    /// Evaluating a match costs the compiler a step per arm, so of a table with more names than
    /// [`CHECKED_NAMES`] an even sample is checked: all of them would cost the square of the table.
    pub(super) fn assertions(&self) -> TokenStream {
        let name = self.name;
        let edges = self.range_variants().flat_map(|(index, range, _)| {
            let variant = ident(&range.entry.variant);
            let spans = &self.unnamed[index];
            let edges = [spans[0].first(), spans[spans.len() - 1].last()];
            edges.map(|edge| {
                let number = literal(edge);
                let promise = format!("{edge} is in the range {variant}");
                quote!(__p::assert!(__p::matches!(#name::from_u16(#number), #name::#variant(_)), #promise);)
            })
        });
        let step = usize_literal(self.codes.len().div_ceil(CHECKED_NAMES).max(1));
        quote! {
            const _: () = {
                let mut at = 0;
                while at < #name::NAMED.len() {
                    let number = #name::NAMED[at].as_u16();
                    let code = #name::from_u16(number);
                    __p::assert!(code.as_u16() == number, "a number does not come back");
                    __p::assert!(code.is_named(), "a named number has only a range");
                    at += #step;
                }
                #(#edges)*
            };
        }
    }
}
