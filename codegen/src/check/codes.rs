//! `[[code]]`: codes of the document's own, and overlays and replacements of those inherited.

use super::{Checker, OPEN};
use crate::parse::CodeRow;
use crate::report::{Spanned, quoted};
use crate::table::Code;

/// RFC 6455 §5.5: 125 bytes of a control frame, less two for the code.
const MAX_REASON: usize = 123;

impl Checker<'_> {
    pub(super) fn code(&mut self, row: CodeRow) {
        self.check_reason(&row);
        let Some(Spanned { value: code, span }) = row.code.clone() else {
            self.examine(&row.row, "code");
            return;
        };
        if let Some(first) = self.numbers.get(&code) {
            let message = format!("code {code} is given twice");
            self.report
                .error(&span, message, "expected a number of its own")
                .related(first, "first given here");
            self.examine(&row.row, "code");
            return;
        }
        self.numbers.insert(code, span.clone());
        let standard = self.codes.get(&code).map(|code| code.entry.name.clone());
        match (standard, &row.row.name) {
            (Some(standard), None) => self.overlay_code(code, &standard, row),
            (Some(standard), Some(name)) => {
                if self.may_replace(code, &row, name, &standard) {
                    self.new_code(code, row);
                } else {
                    self.examine(&row.row, "code");
                }
            }
            (None, Some(_)) => {
                if let Some(replaces) = &row.replaces {
                    let message =
                        format!("there is no code {code} in the standard table to replace");
                    self.report
                        .error(&replaces.span, message, "expected no `replaces` here");
                }
                if self.base.is_some() && !row.row.allows_reserved() && !OPEN.contains(code) {
                    self.reserved(&span, &code.to_string());
                }
                self.new_code(code, row);
            }
            (None, None) => {
                self.without_name(&row);
                self.examine(&row.row, "code");
            }
        }
    }

    fn check_reason(&mut self, row: &CodeRow) {
        let Some(reason) = &row.reason else { return };
        let len = reason.value.len();
        if len > MAX_REASON {
            let message = format!("`reason` has {len} bytes of UTF-8");
            let label =
                format!("expected at most {MAX_REASON}, what a Close frame holds (RFC 6455 §5.5)");
            self.report.error(&reason.span, message, label);
        }
    }

    fn without_name(&mut self, row: &CodeRow) {
        if row.row.intact && !row.row.has_misspelt("name") {
            self.report.error(
                &row.row.header,
                "`[[code]]` without `name`",
                "expected a line such as `name = \"Session Timed Out\"` below",
            );
        }
    }

    fn may_replace(
        &mut self,
        code: u16,
        row: &CodeRow,
        name: &Spanned<String>,
        standard: &str,
    ) -> bool {
        let standard_name = quoted(standard);
        match &row.replaces {
            Some(replaces) if replaces.value == standard && OPEN.contains(code) => return true,
            Some(replaces) if OPEN.contains(code) => {
                let found = quoted(&replaces.value);
                let message =
                    format!("code {code} is {standard_name} in the standard table, not {found}");
                self.report
                    .error(&replaces.span, message, format!("expected \"{standard}\""));
            }
            _ => {
                let message = format!("code {code} is {standard_name} in the standard table");
                let label = if OPEN.contains(code) {
                    format!("expected `replaces = \"{standard}\"` beside another name")
                } else {
                    "codes of 1000–2999 keep their names".to_owned()
                };
                self.report.error(&name.span, message, label).help(
                    "without `name` the row overlays that code: description, reason, reference, columns",
                );
            }
        }
        false
    }

    fn new_code(&mut self, number: u16, row: CodeRow) {
        let (entry, places) = self.new_entry(&row.row, "code");
        let Some(places) = places else { return };
        self.places.insert(number, places);
        let code = Code {
            entry,
            aliases: Vec::new(),
            reason: None,
            deprecated: None,
        };
        self.put_code(number, code, row);
    }

    fn overlay_code(&mut self, number: u16, standard: &str, row: CodeRow) {
        self.no_renaming(&row.row, standard);
        if let Some(replaces) = &row.replaces {
            let message = format!("code {number} is replaced by nothing");
            self.report.error(
                &replaces.span,
                message,
                "expected a `name` beside `replaces`",
            );
        }
        let mut code = self.codes[&number].clone();
        self.fill(&mut code.entry, &row.row, "code");
        self.put_code(number, code, row);
    }

    /// Puts a code into the table, with what the keys say that only codes have.
    fn put_code(&mut self, number: u16, mut code: Code, row: CodeRow) {
        for alias in row.aliases {
            if self.is_sound_name(&alias, "alias") {
                self.aliases.push((number, alias));
            }
        }
        code.reason = row.reason.map(|reason| reason.value).or(code.reason);
        code.deprecated = row.deprecated.map(|text| text.value).or(code.deprecated);
        self.codes.insert(number, code);
    }
}
