//! Rows → codes and ranges that a document names, changes of those below, and values for numbers.

use super::entry::replace;
use super::layout::{PendingRange, Setting};
use super::{Checker, PendingCode};
use crate::diagnostic::quoted;
use crate::key;
use crate::parse::Row;
use crate::report::{Span, Spanned};
use crate::table::{Code, CodeSpan, OPEN, Range, listed};

/// RFC 6455 §7.4.1: what an endpoint reports to itself, and must not send.
const LOCAL_ONLY: [u16; 3] = [1005, 1006, 1015];

impl Checker<'_, '_, '_> {
    /// Checks a row; of one that was not read whole nothing is reported.
    pub(super) fn row(&mut self, row: Row) {
        self.report.begin_row();
        let is_whole = row.is_whole;
        self.checked_row(row);
        self.report.end_row(is_whole);
    }

    fn checked_row(&mut self, mut row: Row) {
        self.check_texts(&mut row);
        let codes = CodeSpan::joined(row.codes.value.iter().copied());
        let place = row.codes.span.clone();
        if let Some(first) = self.seen.get(&codes) {
            let key = key::as_key(&CodeSpan::key(&row.codes.value));
            let message = format!("{key} has the same numbers as a row above");
            self.report
                .error(&place, message, "merge the two rows")
                .related(first, "the row above");
            return;
        }
        self.seen.insert(codes.clone(), place);
        self.settings(&row, &codes);
        match row.number() {
            Some(number) => self.code(number, &row),
            None => self.span(codes, &row),
        }
    }

    /// Takes the values of columns, which belong to numbers.
    fn settings(&mut self, row: &Row, codes: &[CodeSpan]) {
        let mut values = Vec::new();
        for cell in &row.cells {
            let Some(&index) = self.column_index.get(&cell.key.value) else {
                continue;
            };
            let column = self.columns[index].clone();
            let is_sender = column.is_standard() && column.name == "sender" && self.base.is_some();
            if is_sender && !self.check_sender(row, codes, &cell.key.span) {
                continue;
            }
            if let Some(value) = self.check_value(&column.column_type, &column.name, &cell.value) {
                values.push((index, value, cell.key.span.clone()));
            }
        }
        if !values.is_empty() {
            let codes = codes.to_vec();
            self.settings.push(Setting { codes, values });
        }
    }

    /// Whether a row may say who sends its codes.
    fn check_sender(&mut self, row: &Row, codes: &[CodeSpan], place: &Span) -> bool {
        let has = |&code: &u16| codes.iter().any(|span| span.contains(code));
        if let Some(code) = LOCAL_ONLY.into_iter().find(has) {
            let message = format!("code {code} is never in a Close frame (RFC 6455 §7.4.1)");
            let label = "remove `sender` from this row";
            self.report.error(place, message, label);
            return false;
        }
        let is_open = codes.iter().all(|&span| OPEN.encloses(span));
        if !is_open && !row.allows_reserved() {
            let message = format!("`sender` cannot be set for codes outside {OPEN}");
            let label = "to set it anyway, add `allow_reserved = true` to this row";
            self.report.error(place, message, label);
            return false;
        }
        true
    }

    /// A row about one number.
    fn code(&mut self, number: u16, row: &Row) {
        if let Some(below) = self.codes.get(&number) {
            let name = below.code.entry.name.clone();
            match row.name.get() {
                Some(new) if !new.value.eq_ignore_ascii_case(&name) => {
                    if self.check_replaces(number, row, new) {
                        self.replaced.push(number);
                        self.new_code(number, row);
                    }
                }
                _ => self.change_code(number, &name, row),
            }
        } else if row.name.get().is_some() {
            if let Some(replaces) = row.replaces.get().filter(|_| self.is_base_whole) {
                let message = format!("code {number} has no name to replace");
                self.report
                    .error(&replaces.span, message, "remove `replaces`");
            }
            if self.base.is_some() && !row.allows_reserved() && !OPEN.contains(number) {
                self.reserved(&row.codes.span, &format!("code {number}"), "is");
            }
            self.new_code(number, row);
        } else if row.name.is_absent() && self.is_base_whole {
            let message = format!("code {number} has no name");
            let label = "add a `name` to this row, such as `name = \"Session Replaced\"`";
            self.report.error(&row.codes.span, message, label);
        }
    }

    /// Whether a row may give a number that is named below another name.
    fn check_replaces(&mut self, number: u16, row: &Row, new: &Spanned<String>) -> bool {
        let below = &self.codes[&number].code.entry;
        let name = &below.name;
        let file = self.file_name(below.file);
        let message = format!("code {number} is {} in {file}", quoted(name));
        let alias = format!("`aliases = [\"{}\"]`", new.value);
        if !OPEN.contains(number) {
            let label = format!("the name cannot be changed; add {alias} instead");
            self.report.error(&new.span, message, label);
            return false;
        }
        if row.replaces.is_absent() {
            let label = format!("to give it another meaning, add `replaces = \"{name}\"`");
            let help = format!("for the same meaning, keep the name and add {alias}");
            self.report
                .error(&new.span, message.clone(), label)
                .help(help);
        }
        let Some(replaces) = row.replaces.get() else {
            return false;
        };
        let is_name = replaces.value.eq_ignore_ascii_case(name);
        if !is_name {
            let message = format!("{message}, not {}", quoted(&replaces.value));
            let label = format!("write `replaces = \"{name}\"`");
            self.report.error(&replaces.span, message, label);
        }
        is_name
    }

    fn new_code(&mut self, number: u16, row: &Row) {
        let (entry, places) = self.new_entry(row);
        let Some(places) = places else { return };
        let pending = PendingCode {
            code: Code {
                number,
                entry,
                aliases: Vec::new(),
                reason: None,
                deprecated: None,
                around: Vec::new(),
            },
            places: Some(places),
            aliases: Vec::new(),
        };
        self.codes.insert(number, pending);
        self.fill_code(number, row);
    }

    fn change_code(&mut self, number: u16, name: &str, row: &Row) {
        self.check_no_renaming(row, name);
        if let Some(replaces) = row.replaces.get() {
            let (message, label) = if OPEN.contains(number) {
                let message = format!("`replaces` needs a new `name` for code {number}");
                (message, "add the new name, or remove `replaces`")
            } else {
                let message = format!("code {number} cannot be replaced");
                (message, "the name cannot be changed; remove `replaces`")
            };
            self.report.error(&replaces.span, message, label);
        }
        let mut pending = self.codes.remove(&number).expect("a code below");
        self.fill(&mut pending.code.entry, row);
        self.codes.insert(number, pending);
        self.fill_code(number, row);
    }

    /// Takes the keys that only codes have.
    fn fill_code(&mut self, number: u16, row: &Row) {
        let pending = self.codes.get_mut(&number).expect("a code of this row");
        if let Some(aliases) = row.aliases.value() {
            pending.aliases.clone_from(aliases);
        }
        replace(&mut pending.code.reason, &row.reason);
        replace(&mut pending.code.deprecated, &row.deprecated);
    }

    /// A row about several numbers.
    fn span(&mut self, codes: Vec<CodeSpan>, row: &Row) {
        for (key, place) in row.texts() {
            if ["aliases", "reason", "deprecated", "replaces"].contains(&key) {
                let message = format!("`{key}` is only for single codes");
                let label = "move it to a row with one number";
                self.report.error(&place, message, label);
            }
        }
        let mut ranges = self.ranges.iter();
        let below =
            ranges.position(|pending| pending.places.is_none() && pending.range.spans == codes);
        let is_same = |index: usize, name: &str| {
            let entry = &self.ranges[index].range.entry;
            entry.name.eq_ignore_ascii_case(name)
        };
        match (row.name.value(), below) {
            (Some(name), Some(index)) if is_same(index, name) => self.change_range(index, row),
            (Some(_), _) => self.new_range(codes, row),
            (None, Some(index)) => self.change_range(index, row),
            (None, None) if row.name.is_absent() => self.check_no_texts(row),
            (None, None) => {}
        }
    }

    /// Numbers that are neither a code nor a range have no texts.
    fn check_no_texts(&mut self, row: &Row) {
        for (key, place) in row.texts() {
            if ["variant", "description", "docs", "reference"].contains(&key) {
                let numbers = listed(&row.codes.value);
                let message = format!("`{key}` is for a code or a range, and {numbers} is neither");
                self.report
                    .error(&place, message, "add a `name` to make it a range")
                    .help("without a `name`, a row of several numbers can only set columns");
            }
        }
    }

    fn new_range(&mut self, codes: Vec<CodeSpan>, row: &Row) {
        let is_open = self.base.is_none()
            || row.allows_reserved()
            || codes.iter().all(|&span| OPEN.encloses(span));
        if !is_open {
            let is = match (codes.len(), codes.iter().any(|&span| OPEN.overlaps(span))) {
                (1, false) => "is",
                (1, true) => "is partly",
                (_, false) => "are",
                (_, true) => "are partly",
            };
            self.reserved(&row.codes.span, &listed(&row.codes.value), is);
        }
        let (entry, places) = self.new_entry(row);
        if let (Some(places), true) = (places, is_open) {
            let range = Range {
                entry,
                spans: codes,
            };
            let places = Some(places);
            self.ranges.push(PendingRange { range, places });
        }
    }

    fn change_range(&mut self, index: usize, row: &Row) {
        let mut entry = std::mem::take(&mut self.ranges[index].range.entry);
        self.check_no_renaming(row, &entry.name);
        self.fill(&mut entry, row);
        self.ranges[index].range.entry = entry;
    }

    fn check_no_renaming(&mut self, row: &Row, name: &str) {
        if let Some(variant) = row.variant.get() {
            let message = format!("the variant of {} cannot be changed", quoted(name));
            let label = "remove `variant`";
            self.report.error(&variant.span, message, label);
        }
    }

    fn reserved(&mut self, place: &Span, codes: &str, is: &str) {
        let message = format!(
            "{codes} {is} outside {OPEN}, the numbers open to custom codes (RFC 6455 §7.4.2)"
        );
        let label = "use 4000–4999 in an application, 3000–3999 in a library or protocol";
        self.report
            .error(place, message, label)
            .help("to use it anyway, add `allow_reserved = true` to this row");
    }
}
