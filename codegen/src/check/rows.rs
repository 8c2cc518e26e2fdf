//! Rows → codes and ranges that a document names, changes of those below, and values for numbers.

use super::layout::{PendingRange, Setting};
use super::{Checker, OPEN, PendingCode};
use crate::diagnostic::quoted;
use crate::key;
use crate::parse::Row;
use crate::report::{Span, Spanned};
use crate::table::{Code, CodeSpan, Range};

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
            let message = format!(
                "{} has the numbers of a row above",
                key::as_key(&CodeSpan::key(&row.codes.value))
            );
            self.report
                .error(&place, message, "write all about them in one row")
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
            let column = self
                .columns
                .iter()
                .position(|column| column.name == cell.key.value);
            let Some(index) = column else { continue };
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
            self.settings.push(Setting {
                codes: codes.to_vec(),
                values,
            });
        }
    }

    /// Whether a row may say who sends its codes.
    fn check_sender(&mut self, row: &Row, codes: &[CodeSpan], place: &Span) -> bool {
        let local = LOCAL_ONLY
            .into_iter()
            .find(|&code| codes.iter().any(|span| span.contains(code)));
        if let Some(code) = local {
            let message = format!("code {code} is never in a Close frame (RFC 6455 §7.4.1)");
            self.report
                .error(place, message, "remove `sender` from this row");
            return false;
        }
        let is_open = codes.iter().all(|&span| OPEN.encloses(span));
        if !is_open && !row.allows_reserved() {
            let message = format!("`sender` changes who may send codes outside {OPEN}");
            let label = "to change it anyway, add `allow_reserved = true` to this row";
            self.report.error(place, message, label);
            return false;
        }
        true
    }

    /// A row about one number.
    fn code(&mut self, number: u16, row: &Row) {
        let below = self.codes.get(&number).map(|pending| &pending.code.entry);
        let below = below.map(|entry| (entry.name.clone(), self.file_name(entry.file)));
        match (below, row.name.get()) {
            (Some((name, _)), None) => self.change_code(number, &name, row),
            (Some((name, _)), Some(new)) if new.value.eq_ignore_ascii_case(&name) => {
                self.change_code(number, &name, row);
            }
            (Some((name, file)), Some(new)) => {
                if self.check_replaces(number, row, new, &name, &file) {
                    self.replaced.push(number);
                    self.new_code(number, row);
                }
            }
            (None, Some(_)) => {
                if let Some(replaces) = row.replaces.get().filter(|_| self.is_base_whole) {
                    let message = format!("code {number} is new, and replaces nothing");
                    self.report
                        .error(&replaces.span, message, "remove `replaces`");
                }
                if self.base.is_some() && !row.allows_reserved() && !OPEN.contains(number) {
                    self.reserved(&row.codes.span, &format!("code {number}"), "is");
                }
                self.new_code(number, row);
            }
            (None, None) => {
                if row.name.is_absent() && self.is_base_whole {
                    let message = format!("code {number} has no name");
                    let label = "add a `name` to this row, such as `name = \"Session Replaced\"`";
                    self.report.error(&row.codes.span, message, label);
                }
            }
        }
    }

    /// Whether a row may give a number that is named below another name.
    fn check_replaces(
        &mut self,
        number: u16,
        row: &Row,
        new: &Spanned<String>,
        name: &str,
        file: &str,
    ) -> bool {
        let message = format!("code {number} is {} in {file}", quoted(name));
        if !OPEN.contains(number) {
            let label = format!(
                "its name cannot change; `aliases = [\"{}\"]` adds one",
                new.value
            );
            self.report.error(&new.span, message, label);
            return false;
        }
        match &row.replaces {
            field if field.is_absent() => {
                let label = format!("to give it another meaning, add `replaces = \"{name}\"`");
                let help = format!(
                    "for the same meaning, keep the name and add `aliases = [\"{}\"]`",
                    new.value
                );
                self.report.error(&new.span, message, label).help(help);
                false
            }
            field => match field.get() {
                Some(replaces) if replaces.value.eq_ignore_ascii_case(name) => true,
                Some(replaces) => {
                    let message = format!("{message}, not {}", quoted(&replaces.value));
                    self.report.error(
                        &replaces.span,
                        message,
                        format!("write `replaces = \"{name}\"`"),
                    );
                    false
                }
                None => false,
            },
        }
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
                (message, "add the new name, or remove this")
            } else {
                let message = format!("code {number} cannot be replaced");
                (message, "its name cannot change; remove this")
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
        let code = &mut pending.code;
        if let Some(reason) = row.reason.value() {
            code.reason = Some(reason.clone());
        }
        if let Some(deprecated) = row.deprecated.value() {
            code.deprecated = Some(deprecated.clone());
        }
    }

    /// A row about several numbers.
    fn span(&mut self, codes: Vec<CodeSpan>, row: &Row) {
        for (name, place) in row.texts() {
            if ["aliases", "reason", "deprecated", "replaces"].contains(&name) {
                let message = format!("`{name}` belongs to a single code");
                self.report
                    .error(&place, message, "write it in a row of one number");
            }
        }
        let below = self
            .ranges
            .iter()
            .position(|pending| pending.places.is_none() && pending.range.spans == codes);
        let is_same = |index: usize, name: &str| {
            self.ranges[index]
                .range
                .entry
                .name
                .eq_ignore_ascii_case(name)
        };
        match (row.name.value(), below) {
            (Some(name), Some(index)) if is_same(index, name) => self.change_range(index, row),
            (Some(_), _) => self.new_range(codes, row),
            (None, Some(index)) => self.change_range(index, row),
            (None, None) => {
                if !row.name.is_absent() {
                    return;
                }
                let texts = row.texts().filter(|(key, _)| {
                    ["variant", "description", "docs", "reference"].contains(key)
                });
                for (key, place) in texts {
                    let numbers = spans(&row.codes.value);
                    let message =
                        format!("`{key}` for {numbers}, which is neither a code nor a range");
                    self.report
                        .error(&place, message, "add a `name`, which makes it a range")
                        .help("without a name, a row about several numbers sets the values of columns");
                }
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
            self.reserved(&row.codes.span, &spans(&row.codes.value), is);
        }
        let (entry, places) = self.new_entry(row);
        if let (Some(places), true) = (places, is_open) {
            self.ranges.push(PendingRange {
                range: Range {
                    entry,
                    spans: codes,
                },
                places: Some(places),
            });
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
            let message = format!("the variant of {} cannot change", quoted(name));
            self.report
                .error(&variant.span, message, "remove `variant`");
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

fn spans(spans: &[CodeSpan]) -> String {
    let spans: Vec<String> = spans.iter().map(CodeSpan::to_string).collect();
    spans.join(", ")
}
