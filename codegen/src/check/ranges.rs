//! `[[range]]`: ranges of the document's own, and overlays of those inherited.

use super::{Checker, OPEN};
use crate::layout::Draft;
use crate::parse::{RangeRow, Row};
use crate::report::{Spanned, list, quoted};
use crate::span::Span;
use crate::suggest::suggest;
use crate::table::Range;

impl Checker<'_> {
    pub(super) fn range(&mut self, row: RangeRow) {
        let RangeRow { row, codes } = row;
        let Some(name) = row.name.clone() else {
            self.examine(&row, "range");
            return;
        };
        let standard = self
            .ranges
            .iter()
            .position(|draft| draft.places.is_none() && draft.range.entry.name == name.value);
        match (codes, standard) {
            (None, Some(index)) => self.overlay_range(index, &name, &row),
            (Some(codes), None) => self.new_range(&row, codes.value),
            (None, None) => {
                if !row.has_misspelt("codes") {
                    self.without_codes(&name);
                }
                self.examine(&row, "range");
            }
            (Some(_), Some(_)) => {
                let message = format!("{} is a range of the standard table", quoted(&name.value));
                self.report
                    .error(&name.span, message, "expected another name, or no `codes`")
                    .help("without `codes` the row changes that range's description, reference and columns");
                self.examine(&row, "range");
            }
        }
    }

    fn new_range(&mut self, row: &Row, codes: Vec<Spanned<Span>>) {
        let is_free = |span: Span| OPEN.contains(span.first) && OPEN.contains(span.last);
        let is_open = self.base.is_none() || row.allows_reserved();
        let reserved: Vec<_> = codes
            .iter()
            .filter(|span| !is_open && !is_free(span.value))
            .collect();
        for span in &reserved {
            self.reserved(&span.span, &format!("{}", span.value));
        }
        let (entry, places) = self.new_entry(row, "range");
        if let (Some(places), false, true) = (places, codes.is_empty(), reserved.is_empty()) {
            self.ranges.push(Draft {
                range: Range {
                    entry,
                    spans: codes.iter().map(|span| span.value).collect(),
                },
                spans: codes.into_iter().map(|span| span.span).collect(),
                places: Some(places),
            });
        }
    }

    fn overlay_range(&mut self, index: usize, name: &Spanned<String>, row: &Row) {
        if let Some(first) = self.overlaid.insert(name.value.clone(), name.span.clone()) {
            let message = format!("range {} is given twice", quoted(&name.value));
            self.report
                .error(&name.span, message, "expected one row for each range")
                .related(&first, "first given here");
        }
        self.no_renaming(row, &name.value);
        let mut entry = std::mem::take(&mut self.ranges[index].range.entry);
        self.fill(&mut entry, row, "range");
        self.ranges[index].range.entry = entry;
    }

    fn without_codes(&mut self, name: &Spanned<String>) {
        let standard = self.ranges.iter().filter(|draft| draft.places.is_none());
        let names: Vec<String> = standard
            .map(|draft| draft.range.entry.name.clone())
            .collect();
        let label = suggest(&name.value, names.iter().map(String::as_str))
            .unwrap_or_else(|| "expected a line such as `codes = \"4100-4199\"` below".to_owned());
        let message = format!("range {} without `codes`", quoted(&name.value));
        let mistake = self.report.error(&name.span, message, label);
        if !names.is_empty() {
            let names = list(&names, "or");
            mistake.help(format!(
                "a row without `codes` changes one of the standard ranges, {names}"
            ));
        }
    }
}
