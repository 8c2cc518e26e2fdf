//! Text that is not TOML → text of the same length that is, the gaps in it, and what is reported.

use std::collections::{HashMap, HashSet};

use toml::de::{DeTable, Error};

use crate::diagnostic::quoted;
use crate::explain::{self, Explanation};
use crate::report::{Report, Span};
use crate::statement::{Kind, Statement, Token, TokenKind, statements};

/// What could be read of a text.
pub(crate) struct Repaired<'t> {
    /// The text with spaces for all that cannot be read.
    pub(crate) text: String,
    pub(crate) gaps: Gaps,
    statements: Vec<Statement<'t>>,
}

/// After so many statements that cannot be read the rest is left out.
const MAX_BROKEN: usize = 1000;

/// Keys from the top of the table down.
type Path = Vec<String>;

/// The paths below which something could not be read, as a tree of the first two keys of each.
#[derive(Default)]
pub(crate) struct Gaps {
    /// Whether all of it may be missing.
    is_whole: bool,
    below: HashMap<String, Gaps>,
}

impl Gaps {
    /// Whether something at or below the path could not be read.
    pub(crate) fn touch(&self, path: &[&str]) -> bool {
        let below = |key: &&str| self.below.get(*key);
        match path {
            [] => self.is_whole || !self.below.is_empty(),
            [key, path @ ..] => self.is_whole || below(key).is_some_and(|gaps| gaps.touch(path)),
        }
    }

    /// Notes that a part of this row could not be read.
    pub(crate) fn add_row(&mut self, key: &str) {
        self.add(["codes", key]);
    }

    fn add(&mut self, path: impl IntoIterator<Item: Into<String>>) {
        let mut gaps = self;
        for key in path.into_iter().take(2) {
            gaps = gaps.below.entry(key.into()).or_default();
        }
        gaps.is_whole = true;
    }
}

/// Replaces what is not TOML by spaces, and reports it.
pub(crate) fn repair<'t>(text: &str, tokens: &'t [Token], report: &mut Report<'_>) -> Repaired<'t> {
    let statements = statements(text, tokens);
    let mut repair = Repair {
        text,
        statements: &statements,
        out: text.to_owned(),
        gaps: Gaps::default(),
        report,
    };
    repair.replace_carriage_returns();
    if let Some(explanation) = explain::other_format(text, &statements) {
        repair.explain(explanation);
        repair.leave_out(0..text.len(), &[]);
    } else {
        repair.statements();
    }
    let Repair { out, gaps, .. } = repair;
    Repaired {
        text: out,
        gaps,
        statements,
    }
}

struct Repair<'a, 'r, 's> {
    text: &'a str,
    statements: &'a [Statement<'a>],
    out: String,
    gaps: Gaps,
    report: &'r mut Report<'s>,
}

impl Repair<'_, '_, '_> {
    fn statements(&mut self) {
        let mut index = 0;
        // Whether the statement before was left out, with a string that may go on here.
        let mut open = None;
        let mut broken = 0;
        while index < self.statements.len() {
            let span = self.statements[index].span.clone();
            if self.report.is_full() || broken == MAX_BROKEN {
                if self.report.is_full() {
                    self.report.cut();
                }
                self.leave_out(span.start..self.text.len(), &[]);
                break;
            }
            if self.is_toml(span) {
                open = None;
                index += 1;
            } else {
                index = self.broken(index, &mut open);
                broken += 1;
            }
        }
    }

    fn is_toml(&self, span: Span) -> bool {
        let line = self.out[span].trim_end_matches(['\r', '\n']);
        // The parser skips a byte order mark, but only at the start of a file.
        !line.starts_with('\u{FEFF}') && DeTable::parse(line).is_ok()
    }

    /// Reports a statement that cannot be read, leaves it out, and says which to look at next.
    fn broken(&mut self, index: usize, open: &mut Option<bool>) -> usize {
        let statements = self.statements;
        let path = &path(statements, index);
        let statement = &statements[index];
        let span = statement.span.clone();
        if let Some(last) = explain::end_of_merge_conflict(self.text, statements, index) {
            let message = "a merge conflict marker";
            self.report
                .error(&statement.body(), message, "resolve the conflict");
            self.leave_out(span.start..statements[last].span.end, &[]);
            return last + 1;
        }
        let goes_on = open.is_some_and(|is_text| continues(self.text, statement, is_text));
        if !goes_on {
            self.explain(explain::statement(self.text, statement));
        }
        let mut tokens = statement.tokens.iter();
        let is_text = tokens.any(|token| token.is_string() && !token.is_closed(self.text));
        *open = Some(is_text || goes_on && *open == Some(true));
        match statement.kind {
            Kind::Header { end: Some(end) } if self.is_toml(span.start..end) => {
                self.leave_out(end..span.end, path);
            }
            Kind::Header { .. } => {
                let section = statements[index + 1..].iter();
                let lines = section.take_while(|statement| !statement.is_header());
                let next = index + 1 + lines.count();
                self.leave_out(span.start..statements[next - 1].span.end, path);
                return next;
            }
            Kind::Blank => self.blank(span),
            // What has no key, and is in no row, leaves the rows whole.
            _ if statement.keys.is_empty() && path.len() < 2 => self.blank(span),
            _ => self.leave_out(span, path),
        }
        index + 1
    }

    fn explain(&mut self, found: Explanation) {
        self.report.error(&found.span, found.message, found.label);
    }

    fn leave_out(&mut self, span: Span, path: &[String]) {
        self.blank(span);
        self.gaps.add(path);
    }

    fn blank(&mut self, span: Span) {
        let bytes = self.out[span.clone()].bytes();
        let blank: String = bytes
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        self.out.replace_range(span, &blank);
    }

    /// TOML ends a line with LF or CR LF.
    fn replace_carriage_returns(&mut self) {
        let ends = self.out.match_indices('\r').map(|(at, _)| at);
        let lone: Vec<usize> = ends
            .filter(|at| !self.out[at + 1..].starts_with('\n'))
            .collect();
        if let Some(&first) = lone.first() {
            let message = "a carriage return without a line feed";
            let label = "save the file with LF or CRLF line endings";
            self.report.error(&(first..first), message, label);
        }
        let mut bytes = std::mem::take(&mut self.out).into_bytes();
        for at in lone {
            bytes[at] = b'\n';
        }
        self.out = String::from_utf8(bytes).expect("ASCII in place of ASCII");
    }
}

impl Repaired<'_> {
    /// Reports statements that are TOML each, and not together: keys and headers given twice.
    pub(crate) fn report_conflicts(
        &mut self,
        text: &str,
        errors: &[Error],
        report: &mut Report<'_>,
    ) {
        // The statements that others conflict with: one message for each.
        let mut seen = HashSet::new();
        for (looked_at, error) in errors.iter().enumerate() {
            // Each looks through the statements before it, whether or not it is reported.
            if report.is_full() || looked_at == Report::MAX {
                report.cut();
                self.gaps.add(Path::new());
                break;
            }
            let at = error.span().map_or(0, |span| span.start);
            let after = self
                .statements
                .partition_point(|statement| statement.span.start <= at);
            let index = after.saturating_sub(1);
            self.conflict(index, text, &mut seen, report);
            self.gaps.add(path(&self.statements, index));
        }
    }

    fn conflict(
        &self,
        index: usize,
        text: &str,
        seen: &mut HashSet<usize>,
        report: &mut Report<'_>,
    ) {
        // A section that is given twice has keys that are.
        let section = self.statements[index].section;
        if section.is_some_and(|section| section != index && seen.contains(&section)) {
            return;
        }
        let path = |index| path(&self.statements, index);
        let own_path = path(index);
        let earlier = (0..index).find(|&other| {
            let other_path = path(other);
            let is_row = self.statements[other].kind == Kind::KeyValue;
            own_path.starts_with(&other_path) && is_row || other_path.starts_with(&own_path)
        });
        let here = self.key(index);
        let name = quoted(&text[here.clone()]);
        let Some(earlier) = earlier else {
            let message = format!("{name} conflicts with a line above");
            report.error(&here, message, "remove it");
            return;
        };
        let has_braces = |index: usize| {
            let mut tokens = self.statements[index].tokens.iter();
            tokens.any(|token| token.kind == TokenKind::LeftCurlyBracket)
        };
        let there = self.key(earlier);
        let line = report.line(there.start);
        let first = path(earlier);
        let last = first.last().map_or("", String::as_str);
        let is_header = self.statements[index].is_header();
        let (message, label, related) = if first == own_path
            && !(is_header && self.statements[earlier].kind == Kind::KeyValue)
        {
            let label = if is_header {
                seen.insert(index);
                format!("move these lines into the section at line {line}")
            } else if first.len() == 2 && first[0] == "codes" {
                "merge the two rows".to_owned()
            } else {
                "keep one of the two".to_owned()
            };
            (format!("{name} is given twice"), label, "first given here")
        } else if own_path.starts_with(&first) && !seen.insert(earlier) {
            return;
        } else if own_path.starts_with(&first) && last == "description" {
            let message = "`description` is a string here, but has languages below";
            report
                .error(
                    &there,
                    message,
                    "name the language here too, as in `description.en`",
                )
                .related(&here, "this one has a language");
            return;
        } else if own_path.starts_with(&first) {
            let is_row = first.len() == 2 && first[0] == "codes";
            let label = if has_braces(earlier) {
                format!("move this key into the braces on line {line}")
            } else if is_row && is_header {
                format!("replace line {line} with `name = …` in this section")
            } else if is_row {
                format!("on line {line}, write the name as `{last}.name = …`")
            } else {
                "a plain value cannot have keys".to_owned()
            };
            let message = format!("{} already has a value", quoted(last));
            (message, label, "set here")
        } else {
            let own = own_path.last().map_or("", String::as_str);
            let label = if is_header {
                "write all its keys in one place".to_owned()
            } else if own == "description" {
                "name the language here too, as in `description.en`".to_owned()
            } else if own_path.len() == 2 && has_braces(index) {
                format!("write its keys one by one, as in `{own}.name = …`")
            } else if own_path.len() == 2 {
                format!("write the name as `{own}.name = …`")
            } else {
                "a key that has keys cannot also have a value".to_owned()
            };
            let message = format!("{} already has keys", quoted(own));
            (message, label, "first one here")
        };
        report.error(&here, message, label).related(&there, related);
    }

    /// The keys of a statement, or all of a header.
    fn key(&self, index: usize) -> Span {
        let statement = &self.statements[index];
        if statement.kind == Kind::KeyValue {
            explain::key_span(&statement.keys)
        } else {
            statement.body()
        }
    }
}

/// The full path of a statement: that of its header, and its own keys.
fn path(statements: &[Statement<'_>], index: usize) -> Path {
    let section = statements[index]
        .section
        .filter(|&section| section != index);
    let parts = section.into_iter().chain([index]);
    let keys = parts.flat_map(|part| &statements[part].keys);
    keys.map(|key| key.value.clone()).collect()
}

/// Whether a line is probably the rest of a broken one before it, whose last string may be open.
fn continues(text: &str, statement: &Statement<'_>, is_text: bool) -> bool {
    use TokenKind::{Comma, Equals, RightCurlyBracket, RightSquareBracket};
    let Some(first) = statement.tokens.iter().find(|token| !token.is_gap()) else {
        return false;
    };
    let has_equals = statement.tokens.iter().any(|token| token.kind == Equals);
    matches!(first.kind, Comma | RightCurlyBracket | RightSquareBracket)
        || first.is_string() && !has_equals && !text[first.span.clone()].contains('=')
        || is_text && statement.kind == Kind::Other && !has_equals
}
