//! The tables that methods look things up in, and the assertions that they are right.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Emission, literal, usize_literal};
use crate::table::{CodeSpan, Table};

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
        let (rows, places) = self.rows();
        let (tag, row) = (self.tag(), self.row(&places));
        let ranges = self.ranges(&places[self.codes.len()..]);
        let texts = self.parsed_texts();
        let (row_count, range_count, text_count) = (rows.len(), ranges.len(), texts.len());
        let rows =
            (row_count > 0).then(|| quote!(static ROWS: [__p::Row; #row_count] = [#(#rows),*];));
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

    /// The texts that are not the standard enum's, and where those of each entry are: of the codes by
    /// number, then of the ranges.
    fn rows(&self) -> (Vec<TokenStream>, Vec<Place>) {
        let is_shared = !self.invocation.is_standard && self.table.languages[0].as_str() == "en";
        let codes = self.codes.iter();
        let codes = codes.map(|code| (&code.entry, code.reason.as_deref().unwrap_or_default()));
        let ranges = self.table.ranges.iter().map(|range| (&range.entry, ""));
        let (mut rows, mut places) = (Vec::new(), Vec::new());
        for (entry, reason) in codes.chain(ranges) {
            let standard = entry.standard_row.filter(|_| is_shared);
            places.push(Place {
                is_standard: standard.is_some(),
                row: standard.unwrap_or(rows.len()),
            });
            if standard.is_none() {
                let name = &entry.name;
                let reference = entry.reference.as_deref().unwrap_or_default();
                let texts = self.table.texts(entry).into_iter();
                let texts = texts.map(|(language, text)| (language.as_str(), text));
                let texts = texts.map(|(language, text)| quote!((#language, #text)));
                rows.push(quote!(__p::Row::new(#name, #reference, #reason, &[#(#texts),*])));
            }
        }
        (rows, places)
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
            // At most one row per lower number comes before.
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
        let key = |text: &str| (text.len(), text.to_ascii_lowercase());
        let mut texts: BTreeMap<(usize, String), u16> = BTreeMap::new();
        for code in self.codes {
            let own = code.aliases.iter().chain([&code.entry.variant]);
            texts.extend(own.map(|text| (key(text), code.number)));
        }
        for code in self.codes {
            texts.entry(key(&code.entry.name)).or_insert(code.number);
        }
        let texts: Vec<_> = texts.into_iter().collect();
        let by_length = texts.chunk_by(|((length, _), _), ((next, _), _)| length == next);
        let texts = by_length.map(|texts| {
            let length = usize_literal(texts[0].0.0);
            let joined: String = texts.iter().map(|((_, text), _)| text.as_str()).collect();
            let numbers = texts.iter().map(|(_, number)| literal(*number));
            quote!((#length, #joined, &[#(#numbers),*]))
        });
        texts.collect()
    }

    /// The table's promises once more, for the compiler to check: a wrong table or a wrong
    /// generator does not compile.
    ///
    /// They are in a static: of a constant the library would keep the code. Evaluating a match costs
    /// the compiler a step per arm, so of a table with more names than [`CHECKED_NAMES`] an even
    /// sample is checked: all of them would cost the square of the table.
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
