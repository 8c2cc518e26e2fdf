//! The tables that methods look things up in, and the assertions that they are right.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Emission, literal, usize_literal};
use crate::table::{CodeSpan, Entry, Table};

/// The constant assertions check this many names at most.
const CHECKED_NAMES: usize = 128;

/// Where the texts of an entry are: in the `ROWS` of the standard enum, or in those of this one.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    is_standard: bool,
    row: usize,
}

impl Place {
    fn rows(self) -> TokenStream {
        if self.is_standard {
            quote!(__p::CloseCode::__ROWS)
        } else {
            quote!(ROWS)
        }
    }

    fn is_before(self, next: Self) -> bool {
        self.is_standard == next.is_standard && self.row + 1 == next.row
    }
}

impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (rows, row) = (self.rows(), usize_literal(self.row));
        tokens.extend(quote!(&#rows[#row]));
    }
}

impl Emission<'_> {
    /// The discriminant of a code, the texts of codes and ranges, and what is parsed.
    pub(super) fn tables(&self) -> TokenStream {
        let places = self.places();
        let (tag, row) = (self.tag(), self.row(&places));
        let rows = self.rows(&places);
        let ranges = self.ranges(&places[self.codes.len()..]);
        let texts = self.parsed_texts();
        let (range_count, text_count) = (ranges.len(), texts.len());
        quote! {
            #tag
            #row
            #rows
            static RANGES: [__p::CodeRange; #range_count] = [#(#ranges),*];
            static TEXTS: [__p::Texts<'static>; #text_count] = [#(#texts),*];
        }
    }

    /// Compiles to nothing: the discriminant, which safe code has no other way to read.
    fn tag(&self) -> TokenStream {
        let Self { name, variants, .. } = self;
        let tags = self.codes.iter().map(|code| literal(code.number));
        let ranges = self.ranges.iter().map(|range| &range.variant);
        let range_tags = self.ranges.iter().map(|range| literal(range.tag));
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

    /// The codes by number, then the ranges, each with its reason.
    fn entries(&self) -> impl Iterator<Item = (&Entry, &str)> {
        let codes = self.codes.iter();
        let codes = codes.map(|code| (&code.entry, code.reason.as_deref().unwrap_or_default()));
        let ranges = self.table.ranges.iter().map(|range| (&range.entry, ""));
        codes.chain(ranges)
    }

    /// Where the texts of each entry are; those of the standard enum are not written again.
    fn places(&self) -> Vec<Place> {
        let is_shared = !self.invocation.is_standard && self.table.languages[0].as_str() == "en";
        let mut own = 0;
        let places = self.entries().map(|(entry, _)| {
            let standard = entry.standard_row.filter(|_| is_shared);
            let row = standard.unwrap_or_else(|| {
                own += 1;
                own - 1
            });
            Place {
                is_standard: standard.is_some(),
                row,
            }
        });
        places.collect()
    }

    /// The function that gives the texts of the code with a number.
    fn row(&self, places: &[Place]) -> TokenStream {
        let (codes, ranges) = places.split_at(self.codes.len());
        let numbers = self.codes.iter().map(|code| code.number);
        let codes: Vec<(u16, Place)> = numbers.zip(codes.iter().copied()).collect();
        let runs = codes.chunk_by(|(number, place), (next, next_place)| {
            next - number == 1 && place.is_before(*next_place)
        });
        let codes = runs.map(|run| {
            let ((first, place), (last, _)) = (run[0], run[run.len() - 1]);
            let number = literal(first);
            if first == last {
                return quote!(#number => #place,);
            }
            let (last, rows) = (literal(last), place.rows());
            // A row comes after one per lower number at most.
            let offset = usize_literal(usize::from(first) - place.row);
            quote!(#number..=#last => &#rows[code as usize - #offset],)
        });
        let patterns = self.ranges.iter().map(|range| &range.pattern);
        let places = self.ranges.iter().map(|range| ranges[range.index]);
        quote! {
            const fn row(code: u16) -> &'static __p::Row {
                match code {
                    #(#codes)*
                    #(#patterns => #places,)*
                }
            }
        }
    }

    /// The table of the texts that are not the standard enum's, if there are any.
    fn rows(&self, places: &[Place]) -> Option<TokenStream> {
        let entries = self.entries().zip(places);
        let own = entries.filter(|(_, place)| !place.is_standard);
        let rows: Vec<TokenStream> = own
            .map(|((entry, reason), _)| {
                let name = &entry.name;
                let reference = entry.reference.as_deref().unwrap_or_default();
                let texts = self.table.texts(entry).into_iter().map(|(language, text)| {
                    let language = language.as_str();
                    quote!((#language, #text))
                });
                quote!(__p::Row::new(#name, #reference, #reason, &[#(#texts),*]))
            })
            .collect();
        let count = rows.len();
        (count > 0).then(|| quote!(static ROWS: [__p::Row; #count] = [#(#rows),*];))
    }

    fn ranges(&self, places: &[Place]) -> Vec<TokenStream> {
        let ranges = self.table.ranges.iter().zip(places);
        let ranges = ranges.map(|(range, place)| {
            let spans = range.spans.iter().map(|span| {
                let (first, last) = (literal(span.first()), literal(span.last()));
                quote!(#first..=#last)
            });
            quote!(__p::CodeRange::__new(#place, &[#(#spans),*]))
        });
        ranges.collect()
    }

    /// Names, variants and aliases in lower case, those of one length in one text: for each of them
    /// alone the library would have a section.
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
        let by_length = texts.chunk_by(|(text, _), (next, _)| text.len() == next.len());
        let texts = by_length.map(|texts| {
            let length = usize_literal(texts[0].0.len());
            let joined: String = texts.iter().map(|(text, _)| text.as_str()).collect();
            let numbers = texts.iter().map(|(_, number)| literal(*number));
            quote!((#length, #joined, &[#(#numbers),*]))
        });
        texts.collect()
    }

    /// The table's promises once more, for the compiler to check: a wrong table or a wrong
    /// generator does not compile.
    ///
    /// They are in a static because the library would keep the code of a constant.
    /// Evaluating a match costs the compiler a step per arm, so of a table with more names than
    /// [`CHECKED_NAMES`] an even sample is checked: all of them would cost the square of the table.
    pub(super) fn promises(&self) -> TokenStream {
        let name = self.name;
        let edges = self.ranges.iter().flat_map(|range| {
            let (variant, spans) = (&range.variant, &range.unnamed);
            let edges = [spans[0].first(), spans[spans.len() - 1].last()];
            edges.map(|edge| {
                let number = literal(edge);
                let promise = format!("{edge} is in the range {variant}");
                quote!(__p::assert!(__p::matches!(#name::from_u16(#number), #name::#variant(_)), #promise);)
            })
        });
        let step = usize_literal(self.codes.len().div_ceil(CHECKED_NAMES).max(1));
        quote! {
            static _PROMISES: () = {
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

/// The codes of a range in as few spans as can be: named codes may lie in them, for their arms come
/// before, but no span has named codes only.
pub(super) fn arm(table: &Table, range: usize, unnamed: &[CodeSpan]) -> Vec<CodeSpan> {
    let runs = table.spans_where(|owner| table.range_of(owner) == Some(range));
    let spans = runs.into_iter().filter_map(|run| {
        let mut unnamed = unnamed.iter().filter(|span| run.encloses(**span));
        let first = unnamed.next()?;
        let last = unnamed.next_back().unwrap_or(first);
        CodeSpan::new(first.first(), last.last())
    });
    spans.collect()
}
