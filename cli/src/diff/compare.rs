//! The rules, one function for each thing that they compare.

use std::collections::HashMap;

use close_codes_codegen::{
    Code, CodeSpan, Column, ColumnType, Entry, Fallback, Language, Owner, Table, Value,
};

use super::{Finding, Rule};
use crate::facts::spans;
use crate::rows::{Position, Rows};
use crate::table::{Loaded, column, is_sendable, shown};
use crate::text::on_one_line;

/// What changes from one table to the other, on the wire first, by number.
pub(crate) fn compare(old: &Loaded, new: &Loaded) -> Vec<Finding> {
    let mut comparison = Comparison {
        old: Version::new(old),
        new: Version::new(new),
        findings: Vec::new(),
    };
    comparison.codes();
    comparison.ranges();
    comparison.columns();
    comparison.values();
    comparison.languages();
    comparison.about();
    let mut findings = comparison.findings;
    findings.sort_by_key(|finding| {
        let rule = finding.rule;
        (rule.side(), !rule.is_breaking(), finding.number, rule)
    });
    findings
}

/// A table, and where its rows are.
struct Version<'l> {
    table: &'l Table,
    rows: Vec<Rows<'l>>,
    /// All that a code is called, in lower case.
    names: HashMap<String, &'l Code>,
}

/// A code or a range of both tables.
struct Pair<'l> {
    spans: Vec<CodeSpan>,
    /// ``code 4000 (`Unknown Error`)``, at the beginning of a message.
    subject: String,
    old: &'l Entry,
    new: &'l Entry,
}

struct Comparison<'l> {
    old: Version<'l>,
    new: Version<'l>,
    findings: Vec<Finding>,
}

impl<'l> Version<'l> {
    fn new(loaded: &'l Loaded) -> Self {
        let codes = loaded.table.codes().iter();
        let all =
            codes.flat_map(|code| names(code).map(move |name| (name.to_ascii_lowercase(), code)));
        Self {
            table: &loaded.table,
            rows: loaded.rows(),
            names: all.collect(),
        }
    }

    /// Where the nearest file sets the key for the numbers, or else speaks about them.
    fn place(&self, spans: &[CodeSpan], key: Option<&str>) -> Option<Position> {
        let set = key.and_then(|key| self.rows.iter().find_map(|rows| rows.setting(spans, key)));
        set.or_else(|| self.rows.iter().find_map(|rows| rows.about(spans)))
    }

    fn column(&self, name: &str) -> Option<Position> {
        self.rows.iter().find_map(|rows| rows.column(name))
    }

    fn top(&self, key: &str) -> Option<Position> {
        self.rows.iter().find_map(|rows| rows.top(key))
    }

    /// The languages of what the table itself names.
    fn languages(&self) -> Vec<&'l Language> {
        let codes = self.table.codes().iter().map(|code| &code.entry);
        let entries = codes.chain(self.table.ranges().iter().map(|range| &range.entry));
        let mut languages = Vec::new();
        for (language, _) in entries
            .filter(|entry| entry.is_custom())
            .flat_map(|entry| &entry.texts)
        {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        languages
    }

    /// The code that is called by a name.
    fn code_named(&self, name: &str) -> Option<&'l Code> {
        self.names.get(&name.to_ascii_lowercase()).copied()
    }
}

impl<'l> Comparison<'l> {
    fn add(&mut self, rule: Rule, spans: &[CodeSpan], key: Option<&str>, message: String) {
        self.findings.push(Finding {
            rule,
            message,
            old: self.old.place(spans, key),
            new: self.new.place(spans, key),
            number: Some(spans[0].first()),
        });
    }

    fn codes(&mut self) {
        for old in self.old.table.codes() {
            match self.new.table.code(old.number) {
                Some(new) if self.is_same(old, new) => self.same_code(old, new),
                Some(new) => self.reused(old, new),
                None => self.removed(old),
            }
        }
        for new in self.new.table.codes() {
            let is_moved = || self.moved(new, &self.old).is_some();
            if self.old.table.code(new.number).is_none() && !is_moved() {
                let message = format!("code {} is new: {}", new.number, quoted(&new.entry.name));
                self.add(Rule::CodeAdded, &[CodeSpan::of(new.number)], None, message);
            }
        }
    }

    /// The code of `version` that has a name of a code of the other version, but another number,
    /// unless the number means the same in both versions.
    fn moved(&self, code: &Code, version: &Version<'l>) -> Option<&'l Code> {
        names(code).find_map(|name| {
            let there = version.code_named(name)?;
            let number = there.number;
            let both = (self.old.table.code(number), self.new.table.code(number));
            let stays = matches!(both, (Some(old), Some(new)) if self.is_same(old, new));
            (number != code.number && !stays).then_some(there)
        })
    }

    /// Whether two codes of one number mean the same: the name stays; or no name has moved from or
    /// to another number, and they have a name or their texts in common.
    fn is_same(&self, old: &Code, new: &Code) -> bool {
        let has = |code, name: &str| names(code).any(|other| other.eq_ignore_ascii_case(name));
        if has(new, &old.entry.name) {
            return true;
        }
        let is_elsewhere = |code, version: &Version| {
            let found = names(code).filter_map(|name| version.code_named(name));
            found
                .map(|found| found.number)
                .any(|number| number != old.number)
        };
        if is_elsewhere(old, &self.new) || is_elsewhere(new, &self.old) {
            return false;
        }
        let texts = old.entry.texts.iter().filter_map(|(language, text)| {
            let mut others = new.entry.texts.iter();
            let (_, other) = others.find(|(other, _)| other == language)?;
            Some(text == other)
        });
        let mut texts = texts.peekable();
        let has_texts = texts.peek().is_some();
        names(old).any(|name| has(new, name)) || has_texts && texts.all(|is_equal| is_equal)
    }

    fn number_changed(&mut self, old: &Code, new: &Code) {
        let name = quoted(&old.entry.name);
        self.findings.push(Finding {
            rule: Rule::NumberChanged,
            message: format!("{name} was code {} and is now {}", old.number, new.number),
            old: self.old.place(&[CodeSpan::of(old.number)], Some("name")),
            new: self.new.place(&[CodeSpan::of(new.number)], Some("name")),
            number: Some(old.number),
        });
    }

    fn reused(&mut self, old: &Code, new: &Code) {
        let (was, is) = (quoted(&old.entry.name), quoted(&new.entry.name));
        let message = format!("code {} was {was} and is now {is}", old.number);
        self.add(
            Rule::NumberReused,
            &[CodeSpan::of(old.number)],
            Some("name"),
            message,
        );
        if let Some(moved) = self.moved(old, &self.new) {
            self.number_changed(old, moved);
        }
    }

    fn removed(&mut self, old: &Code) {
        if let Some(moved) = self.moved(old, &self.new) {
            self.number_changed(old, moved);
            return;
        }
        let name = quoted(&old.entry.name);
        let (rule, message) = if old.deprecated.is_some() {
            let message = format!("the deprecated code {} ({name}) is gone", old.number);
            (Rule::DeprecatedCodeRemoved, message)
        } else {
            let message = format!(
                "code {} ({name}) is gone, and it was not deprecated",
                old.number
            );
            (Rule::CodeRemoved, message)
        };
        self.add(rule, &[CodeSpan::of(old.number)], Some("name"), message);
    }

    fn same_code(&mut self, old: &'l Code, new: &'l Code) {
        let number = old.number;
        let pair = Pair {
            spans: vec![CodeSpan::of(number)],
            subject: format!("code {number} ({})", quoted(&new.entry.name)),
            old: &old.entry,
            new: &new.entry,
        };
        self.names(&pair, Some(new));
        for alias in &old.aliases {
            let is_kept = self
                .new
                .code_named(alias)
                .is_some_and(|code| code.number == number);
            // A name that is parsed as a variant was compared with those.
            if !is_kept {
                let message = format!("{} no longer has the alias {}", pair.subject, quoted(alias));
                self.add(Rule::AliasRemoved, &pair.spans, Some("aliases"), message);
            }
        }
        for alias in &new.aliases {
            let is_new = !names(old).any(|name| name.eq_ignore_ascii_case(alias));
            if is_new {
                let message = format!("{} has the new alias {}", pair.subject, quoted(alias));
                self.add(Rule::AliasAdded, &pair.spans, Some("aliases"), message);
            }
        }
        let reasons = (old.reason.as_deref(), new.reason.as_deref());
        self.changed(
            Rule::ReasonChanged,
            &pair,
            "reason",
            "default reason",
            reasons,
        );
        if let (None, Some(text)) = (&old.deprecated, &new.deprecated) {
            let message = format!("{} is deprecated: {}", pair.subject, on_one_line(text));
            self.add(
                Rule::CodeDeprecated,
                &pair.spans,
                Some("deprecated"),
                message,
            );
        } else {
            let texts = (old.deprecated.as_deref(), new.deprecated.as_deref());
            let rule = Rule::DeprecationChanged;
            self.changed(rule, &pair, "deprecated", "deprecation", texts);
        }
        self.texts(&pair);
    }

    fn names(&mut self, pair: &Pair<'l>, code: Option<&Code>) {
        let Pair { old, new, .. } = *pair;
        let is_parsed = |name: &str| {
            let names = [&new.name, &new.variant].into_iter();
            let mut names = names.chain(code.into_iter().flat_map(|code| &code.aliases));
            names.any(|other| other.eq_ignore_ascii_case(name))
        };
        // An alias that is an identifier is a constant of the enum.
        let is_kept = code.is_some_and(|code| code.aliases.contains(&old.variant));
        if old.variant != new.variant && !is_kept {
            let (was, is) = (quoted(&old.variant), quoted(&new.variant));
            let message = format!("{} had the variant {was} and now has {is}", pair.subject);
            self.add(Rule::VariantRemoved, &pair.spans, Some("variant"), message);
        }
        if code.is_some() && !is_parsed(&old.name) {
            let message = format!("{} is no longer called {}", pair.subject, quoted(&old.name));
            self.add(Rule::NameRemoved, &pair.spans, Some("name"), message);
        } else if old.name != new.name {
            let message = format!("{} was shown as {}", pair.subject, quoted(&old.name));
            self.add(Rule::NameChanged, &pair.spans, Some("name"), message);
        }
    }

    fn texts(&mut self, pair: &Pair<'l>) {
        let new_languages = self.new.languages();
        for (language, was) in &pair.old.texts {
            let is = pair.new.texts.iter().find(|(other, _)| other == language);
            // A language that the table has lost is another finding.
            let is_lost = !new_languages.contains(&language);
            if is.is_some_and(|(_, is)| is == was) || is.is_none() && is_lost {
                continue;
            }
            let tag = language.as_str();
            let message = match is {
                Some(_) => format!("{} has another description in `{tag}`", pair.subject),
                None => format!("{} no longer has a description in `{tag}`", pair.subject),
            };
            self.add(
                Rule::DescriptionChanged,
                &pair.spans,
                Some("description"),
                message,
            );
        }
        for (language, _) in &pair.new.texts {
            if !pair.old.texts.iter().any(|(other, _)| other == language) {
                let tag = language.as_str();
                let message = format!("{} now has a description in `{tag}`", pair.subject);
                self.add(
                    Rule::DescriptionChanged,
                    &pair.spans,
                    Some("description"),
                    message,
                );
            }
        }
        let docs = (pair.old.docs.as_deref(), pair.new.docs.as_deref());
        if docs.0 != docs.1 {
            let message = format!("{} has different docs", pair.subject);
            self.add(Rule::DocsChanged, &pair.spans, Some("docs"), message);
        }
        let references = (pair.old.reference.as_deref(), pair.new.reference.as_deref());
        self.changed(
            Rule::DocsChanged,
            pair,
            "reference",
            "reference",
            references,
        );
    }

    fn changed(
        &mut self,
        rule: Rule,
        pair: &Pair<'l>,
        key: &str,
        what: &str,
        values: (Option<&str>, Option<&str>),
    ) {
        let text = |value: Option<&str>| value.map_or("none".to_owned(), quoted);
        if values.0 != values.1 {
            let (was, is) = (text(values.0), text(values.1));
            let message = format!("{} had the {what} {was} and now has {is}", pair.subject);
            self.add(rule, &pair.spans, Some(key), message);
        }
    }

    fn ranges(&mut self) {
        let named = |table: &'l Table, name: &str| {
            table
                .ranges()
                .iter()
                .find(|range| range.entry.name.eq_ignore_ascii_case(name))
        };
        for old in self.old.table.ranges() {
            let first = old.spans[0].first();
            let (name, was) = (quoted(&old.entry.name), spans(&old.spans));
            let same = named(self.new.table, &old.entry.name);
            let renamed = || {
                self.new.table.ranges().iter().find(|range| {
                    range.spans == old.spans && named(self.old.table, &range.entry.name).is_none()
                })
            };
            let Some(new) = same.or_else(renamed) else {
                let message = format!("the range {name} ({was}) is gone");
                self.add(Rule::RangeRemoved, &old.spans, Some("name"), message);
                continue;
            };
            if old.spans != new.spans {
                let is = spans(&new.spans);
                self.findings.push(Finding {
                    rule: Rule::RangeMoved,
                    message: format!("the range {name} was {was} and is now {is}"),
                    old: self.old.place(&old.spans, Some("name")),
                    new: self.new.place(&new.spans, Some("name")),
                    number: Some(first),
                });
            }
            let pair = Pair {
                spans: old.spans.clone(),
                subject: format!("the range {}", quoted(&new.entry.name)),
                old: &old.entry,
                new: &new.entry,
            };
            self.names(&pair, None);
            self.texts(&pair);
        }
        for new in self.new.table.ranges() {
            let is_renamed = || {
                self.old.table.ranges().iter().any(|range| {
                    range.spans == new.spans && named(self.new.table, &range.entry.name).is_none()
                })
            };
            if named(self.old.table, &new.entry.name).is_none() && !is_renamed() {
                let name = quoted(&new.entry.name);
                let message = format!("the range {name} ({}) is new", spans(&new.spans));
                self.add(Rule::RangeAdded, &new.spans, None, message);
            }
        }
    }

    fn columns(&mut self) {
        for old in self.old.table.columns() {
            let Some(new) = column(self.new.table, &old.name) else {
                let message = format!("the column {} is gone", quoted(&old.name));
                self.about_column(Rule::ColumnRemoved, old, message);
                continue;
            };
            let new = &self.new.table.columns()[new];
            if let (ColumnType::Enum(was), ColumnType::Enum(is)) =
                (&old.column_type, &new.column_type)
            {
                for value in was.iter().filter(|value| !is.contains(value)) {
                    let message = format!(
                        "the column {} no longer has the value {}",
                        quoted(&old.name),
                        quoted(value)
                    );
                    self.about_column(Rule::EnumValueRemoved, old, message);
                }
                for value in is.iter().filter(|value| !was.contains(value)) {
                    let message = format!(
                        "the column {} has the new value {}",
                        quoted(&old.name),
                        quoted(value)
                    );
                    self.about_column(Rule::EnumValueAdded, old, message);
                }
            }
            let (was, is) = (type_name(old), type_name(new));
            if was == is && old.fallback != new.fallback {
                let (was, is) = (default_text(old), default_text(new));
                let name = quoted(&old.name);
                let message = format!("the default of the column {name} was {was} and is now {is}");
                self.about_column(Rule::ValueChanged, old, message);
            }
            if was != is {
                let message = format!("the column {} was {was} and is now {is}", quoted(&old.name));
                self.about_column(Rule::ColumnRetyped, old, message);
            }
            if old.description != new.description {
                let message = format!("the column {} has another description", quoted(&old.name));
                self.about_column(Rule::DocsChanged, old, message);
            }
        }
        for new in self.new.table.columns() {
            if column(self.old.table, &new.name).is_none() {
                let message = format!("the column {} is new", quoted(&new.name));
                self.about_column(Rule::ColumnAdded, new, message);
            }
        }
    }

    fn about_column(&mut self, rule: Rule, column: &Column, message: String) {
        self.findings.push(Finding {
            rule,
            message,
            old: self.old.column(&column.name),
            new: self.new.column(&column.name),
            number: None,
        });
    }

    /// Compares the values of the columns that both tables have, for each number that has kept its
    /// meaning; neighbors that change in the same way are one finding.
    fn values(&mut self) {
        let (old, new) = (self.old.table, self.new.table);
        let mut changes: Vec<Change> = Vec::new();
        let mut first = Some(0);
        while let Some(number) = first {
            let ends = [
                old.segment(number).span.last(),
                new.segment(number).span.last(),
            ];
            let last = ends[0].min(ends[1]);
            self.values_of(number, last, &mut changes);
            first = last.checked_add(1);
        }
        for change in changes {
            let number = change.first;
            let subject = match new.segment(number).owner {
                Owner::Code(code) => {
                    format!("code {number} ({})", quoted(&new.codes()[code].entry.name))
                }
                Owner::Range(_) if change.first == change.last => format!("code {number}"),
                Owner::Range(_) => format!("codes {number}–{}", change.last),
            };
            let is_never = |value: &Option<Value>| matches!(value, Some(Value::String(text)) if text == "never");
            let (rule, what) = match change.column.as_str() {
                "reconnect" if is_never(&change.old) || is_never(&change.new) => {
                    (Rule::AdviceNever, "advice".to_owned())
                }
                "reconnect" => (Rule::AdviceChanged, "advice".to_owned()),
                "sender" if is_sendable(old, number) && !is_sendable(new, number) => {
                    (Rule::SendableLost, "sender".to_owned())
                }
                "sender" => (Rule::SenderChanged, "sender".to_owned()),
                name => (Rule::ValueChanged, quoted(name)),
            };
            let (was, is) = (
                value_text(change.old.as_ref()),
                value_text(change.new.as_ref()),
            );
            let message = format!("the {what} of {subject} was {was} and is now {is}");
            self.add(rule, &[CodeSpan::of(number)], Some(&change.column), message);
        }
    }

    fn values_of(&self, first: u16, last: u16, changes: &mut Vec<Change>) {
        let (old, new) = (self.old.table, self.new.table);
        let is_comparable = match (old.code(first), new.code(first)) {
            (Some(was), Some(is)) => self.is_same(was, is),
            (None, None) => true,
            // What a range of the old table said about the number holds until now.
            (None, Some(_)) => old.entry(old.segment(first).owner).is_custom(),
            (Some(_), None) => false,
        };
        if !is_comparable {
            return;
        }
        for (index, column_before) in old.columns().iter().enumerate() {
            let Some(after) = column(new, &column_before.name) else {
                continue;
            };
            let (before_segment, after_segment) = (old.segment(first), new.segment(first));
            let was = old.value(before_segment, index);
            let is = new.value(after_segment, after);
            let is_default =
                before_segment.values[index].is_none() && after_segment.values[after].is_none();
            if was == is || is_default {
                continue;
            }
            let change = Change {
                column: column_before.name.clone(),
                first,
                last,
                is_code: new.code(first).is_some(),
                old: was.cloned(),
                new: is.cloned(),
            };
            match changes
                .iter_mut()
                .rev()
                .find(|other| other.column == change.column)
            {
                Some(before) if before.continues(&change) => before.last = last,
                _ => changes.push(change),
            }
        }
    }

    fn languages(&mut self) {
        let (old, new) = (self.old.languages(), self.new.languages());
        for language in old.iter().filter(|language| !new.contains(language)) {
            let tag = language.as_str();
            self.findings.push(Finding {
                rule: Rule::LanguageDropped,
                message: format!("the table no longer has descriptions in `{tag}`"),
                old: self.old.rows.iter().find_map(|rows| rows.language(tag)),
                new: None,
                number: None,
            });
        }
        let (old, new) = (self.old.table.languages(), self.new.table.languages());
        let (was, is) = (old[0], new[0]);
        if was != is {
            let message = format!(
                "`description()` was in `{}` and is now in `{}`",
                was.as_str(),
                is.as_str()
            );
            self.about_table(Rule::DefaultLanguageChanged, "default_language", message);
        }
    }

    /// What the table says about itself.
    fn about(&mut self) {
        let (old, new) = (self.old.table.about(), self.new.table.about());
        for (key, is_same) in [
            ("title", old.title == new.title),
            ("description", old.texts == new.texts),
            ("reference", old.reference == new.reference),
            ("checked", old.checked == new.checked),
        ] {
            if !is_same {
                let message = format!("the table has another `{key}`");
                self.about_table(Rule::DocsChanged, key, message);
            }
        }
    }

    fn about_table(&mut self, rule: Rule, key: &str, message: String) {
        self.findings.push(Finding {
            rule,
            message,
            old: self.old.top(key),
            new: self.new.top(key),
            number: None,
        });
    }
}

/// A column that has another value for some neighboring numbers.
struct Change {
    column: String,
    first: u16,
    last: u16,
    is_code: bool,
    old: Option<Value>,
    new: Option<Value>,
}

impl Change {
    fn continues(&self, next: &Self) -> bool {
        let is_next = self.last.checked_add(1) == Some(next.first);
        let is_range = !self.is_code && !next.is_code;
        is_next && is_range && self.old == next.old && self.new == next.new
    }
}

/// All that a code is called: its name first.
fn names(code: &Code) -> impl Iterator<Item = &String> {
    let names = [&code.entry.name, &code.entry.variant];
    names.into_iter().chain(&code.aliases)
}

fn type_name(column: &Column) -> String {
    let name = match &column.column_type {
        ColumnType::Bool => "`bool`".to_owned(),
        ColumnType::Integer(integer) => format!("`{}`", integer.name()),
        ColumnType::String => "`string`".to_owned(),
        ColumnType::Enum(_) => "an enum".to_owned(),
    };
    match column.fallback {
        Fallback::Optional => format!("{name}, optional"),
        Fallback::Default(_) | Fallback::Required => name,
    }
}

fn default_text(column: &Column) -> String {
    match &column.fallback {
        Fallback::Default(value) => value_text(Some(value)),
        Fallback::Optional | Fallback::Required => value_text(None),
    }
}

fn value_text(value: Option<&Value>) -> String {
    value.map_or("no value".to_owned(), |value| quoted(&shown(value)))
}

/// Text of a table as messages quote it.
fn quoted(text: &str) -> String {
    let quote = if text.contains('`') { '"' } else { '`' };
    format!("{quote}{}{quote}", on_one_line(text))
}
