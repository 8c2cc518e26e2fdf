//! `[[code]]`: codes of the document's own, and overlays and replacements of those inherited.

use super::{Checker, OPEN};
use crate::parse::CodeRow;
use crate::report::{Spanned, quoted};
use crate::table::Code;
use crate::value::Value;

/// RFC 6455 §5.5: 125 bytes of a control frame, less two for the code.
const MAX_REASON: usize = 123;

/// RFC 6455 §7.4.1: what an endpoint reports to itself, and must not send.
const LOCAL_ONLY: [u16; 3] = [1005, 1006, 1015];

impl Checker<'_> {
    pub(super) fn code(&mut self, mut row: CodeRow) {
        self.check_reason(&row);
        row.aliases
            .retain(|alias| self.is_sound_name(alias, "alias"));
        let Some(Spanned { value: code, span }) = row.code.clone() else {
            self.examine(&row.row, "code");
            return;
        };
        if let Some(first) = self.numbers.get(&code) {
            let message = format!("code {code} is given twice");
            self.report
                .error(&span, message, "expected one row for each number")
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
                    self.reserved(&span, &format!("code {code}"));
                }
                self.new_code(code, row);
            }
            (None, None) => {
                self.without_name(&row, code);
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

    fn without_name(&mut self, row: &CodeRow, code: u16) {
        if !row.row.has_name && !row.row.has_misspelt("name") {
            let label = "expected a line such as `name = \"Session Timed Out\"` below";
            self.report.error(
                &row.row.header,
                format!("code {code} without `name`"),
                label,
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
        let message = format!("code {code} is {} in the standard table", quoted(standard));
        match &row.replaces {
            Some(replaces) if replaces.value == standard && OPEN.contains(code) => return true,
            Some(replaces) if OPEN.contains(code) => {
                let message = format!("{message}, not {}", quoted(&replaces.value));
                let label = format!("expected \"{standard}\"");
                self.report.error(&replaces.span, message, label);
            }
            _ => {
                let label = if OPEN.contains(code) && name.value != standard {
                    format!("expected `replaces = \"{standard}\"` too")
                } else {
                    "expected no `name` here".to_owned()
                };
                self.report.error(&name.span, message, label).help(
                    "without `name` the row changes that code's description, reason, reference and columns",
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
        self.check_sendable(number, &row);
        let mut code = self.codes[&number].clone();
        self.fill(&mut code.entry, &row.row, "code");
        self.put_code(number, code, row);
    }

    fn check_sendable(&mut self, number: u16, row: &CodeRow) {
        let mut cells = row.row.cells.iter();
        let sendable = cells
            .find(|cell| cell.key.value == "is_sendable" && cell.value.value == Value::Bool(true));
        if let Some(cell) = sendable.filter(|_| LOCAL_ONLY.contains(&number)) {
            let message = format!("code {number} is never in a Close frame");
            self.report.error(
                &cell.value.span,
                message,
                "expected `false` (RFC 6455 §7.4.1)",
            );
        }
    }

    /// Puts a code into the table, with what the keys say that only codes have.
    fn put_code(&mut self, number: u16, mut code: Code, row: CodeRow) {
        let aliases = row.aliases.into_iter().map(|alias| (number, alias));
        self.aliases.extend(aliases);
        code.reason = row.reason.map(|reason| reason.value).or(code.reason);
        code.deprecated = row.deprecated.map(|text| text.value).or(code.deprecated);
        self.codes.insert(number, code);
    }
}
