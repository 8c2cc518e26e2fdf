//! What rows of codes and of ranges have alike: name, variant, texts and values.

use super::{Checker, OPEN};
use crate::language::Language;
use crate::name::{is_keyword, is_upper_camel, upper_camel};
use crate::names::Places;
use crate::parse::{self, Cell, Row, Text};
use crate::report::{Bytes, Mistake, Spanned, is_invisible, list, quoted};
use crate::suggest::suggest;
use crate::table::Entry;

impl Checker<'_> {
    /// The entry that a row makes, and where it is named if its name is of use.
    pub(super) fn new_entry(&mut self, row: &Row, header: &str) -> (Entry, Option<Places>) {
        let mut entry = self.blank();
        self.fill(&mut entry, row, header);
        self.check_languages(row);
        let (Some(name), Some(variant)) = (&row.name, self.variant(row)) else {
            return (entry, None);
        };
        entry.name.clone_from(&name.value);
        entry.variant = variant;
        let places = Places {
            name: name.span.clone(),
            variant: row.variant.as_ref().map(|variant| variant.span.clone()),
            intact: row.intact,
        };
        (entry, Some(places))
    }

    /// Reports what else is wrong with a row that is of no use already.
    pub(super) fn examine(&mut self, row: &Row, header: &str) {
        let mut entry = self.blank();
        self.fill(&mut entry, row, header);
    }

    fn blank(&self) -> Entry {
        Entry {
            values: vec![None; self.columns.len()],
            ..Entry::default()
        }
    }

    /// What a row says of an entry that it makes or overlays.
    pub(super) fn fill(&mut self, entry: &mut Entry, row: &Row, header: &str) {
        for text in &row.description {
            let language = self.language(text).clone();
            let value = text.text.value.clone();
            match entry.texts.iter_mut().find(|(other, _)| *other == language) {
                Some((_, old)) => *old = value,
                None => entry.texts.push((language, value)),
            }
        }
        if let Some(docs) = &row.docs {
            entry.docs = Some(docs.value.clone());
        }
        if let Some(reference) = &row.reference {
            entry.reference = Some(reference.value.clone());
        }
        for cell in &row.cells {
            self.cell(entry, cell, header);
        }
    }

    fn language<'t>(&'t self, text: &'t Text) -> &'t Language {
        let own = text.language.as_ref().map(|language| &language.value);
        own.unwrap_or(&self.languages[0])
    }

    /// A new row that has any text has one for `description()`.
    fn check_languages(&mut self, row: &Row) {
        let default = &self.languages[0];
        let Some(first) = row.description.first() else {
            return;
        };
        if row
            .description
            .iter()
            .any(|text| self.language(text) == default)
            || row.has_misspelt("description")
        {
            return;
        }
        let default = default.as_str().to_owned();
        let mut tags = row
            .description
            .iter()
            .filter_map(|text| text.language.as_ref());
        let near =
            tags.find_map(|tag| Some((tag, suggest(tag.value.as_str(), [default.as_str()])?)));
        let (span, label) = match near {
            Some((tag, suggestion)) => (&tag.span, suggestion),
            None => (
                &first.text.span,
                format!("expected a text in `{default}` too"),
            ),
        };
        let message = format!("`description` without a text in the default language `{default}`");
        self.report.error(span, message, label);
    }

    /// The variant that a row asks for, or that its name makes.
    fn variant(&mut self, row: &Row) -> Option<String> {
        let name = row.name.as_ref()?;
        let is_sound = self.is_sound_name(name, "name");
        if let Some(variant) = &row.variant {
            return (self.is_sound_variant(variant) && is_sound).then(|| variant.value.clone());
        }
        let variant = upper_camel(&name.value);
        if is_sound && !is_upper_camel(&variant) {
            self.no_identifier(name)
                .help("a line such as `variant = \"SessionTimedOut\"` names the variant, and leaves the name as it is");
            return None;
        }
        is_sound.then_some(variant)
    }

    /// Reports a text that makes no variant.
    pub(super) fn no_identifier(&mut self, text: &Spanned<String>) -> &mut Mistake {
        let variant = upper_camel(&text.value);
        let label = if is_keyword(&variant) {
            format!("`{variant}` is a keyword of Rust")
        } else {
            "expected words of letters and digits, a letter first".to_owned()
        };
        let message = format!("{} makes no variant", quoted(&text.value));
        self.report.error(&text.span, message, label)
    }

    fn is_sound_variant(&mut self, variant: &Spanned<String>) -> bool {
        if is_upper_camel(&variant.value) {
            return true;
        }
        let better = upper_camel(&variant.value);
        let label = if is_upper_camel(&better) {
            format!("did you mean `{better}`?")
        } else {
            "expected one such as `SessionTimedOut`".to_owned()
        };
        let found = quoted(&variant.value);
        let message = format!("variant {found} is not an identifier in UpperCamelCase");
        self.report.error(&variant.span, message, label);
        false
    }

    /// Whether a text can be a name or alias at all.
    pub(super) fn is_sound_name(&mut self, name: &Spanned<String>, what: &str) -> bool {
        let text = name.value.as_str();
        let words = || "expected words such as \"Session Timed Out\"".to_owned();
        let (problem, label) = if text.trim().is_empty() {
            ("is empty".to_owned(), words())
        } else if let Some(c) = text.chars().find(|&c| is_invisible(c)) {
            let problem = format!("has U+{:04X} in it, which cannot be seen", u32::from(c));
            (problem, words())
        } else if text.trim() != text {
            let problem = "begins or ends with a space".to_owned();
            (problem, format!("expected \"{}\"", text.trim()))
        } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
            let problem = "is a number, and numbers are parsed as codes".to_owned();
            (problem, words())
        } else {
            return true;
        };
        let found = if text.is_empty() {
            String::new()
        } else {
            quoted(text) + " "
        };
        self.report
            .error(&name.span, format!("{what} {found}{problem}"), label);
        false
    }

    pub(super) fn no_renaming(&mut self, row: &Row, name: &str) {
        if let Some(variant) = &row.variant {
            let message = format!("{} of the standard table keeps its variant", quoted(name));
            self.report
                .error(&variant.span, message, "expected no `variant` here");
        }
    }

    pub(super) fn reserved(&mut self, span: &Bytes, codes: &str) {
        self.report
            .error(
                span,
                format!(
                    "{codes} is not inside {OPEN}, where a table may add its own (RFC 6455 §7.4.2)"
                ),
                "expected 4000–4999 for an application, 3000–3999 for a library or protocol",
            )
            .help("`allow_reserved = true` in this row allows it all the same");
    }

    fn cell(&mut self, entry: &mut Entry, cell: &Cell, header: &str) {
        let key = cell.key.value.as_str();
        if let Some(index) = self.columns.iter().position(|column| column.name == key) {
            let kind = self.columns[index].kind.clone();
            if self.holds(&kind, key, &cell.value) {
                entry.values[index] = Some(cell.value.value.clone());
            }
        } else if !self.column_names.contains_key(key) {
            self.unknown_key(&cell.key, header);
        }
    }

    fn unknown_key(&mut self, key: &Spanned<String>, header: &str) {
        let found = key.value.as_str();
        let keys = parse::row_keys(header);
        let columns = self.columns.iter().map(|column| column.name.as_str());
        let columns: Vec<&str> = columns.collect();
        let other = if header == "code" { "range" } else { "code" };
        let label = if parse::row_keys(other).contains(&found) {
            Some(format!("this is a key of `[[{other}]]`"))
        } else if found == "default_language" {
            Some("expected it above the first header".to_owned())
        } else {
            suggest(found, keys.iter().chain(&columns).copied())
        };
        if label.is_none() && self.report.is_partial() {
            // It may be a column that is left out.
            return;
        }
        let is_explained = label.is_some();
        let label = label.unwrap_or_else(|| "expected a key, or the name of a column".to_owned());
        let message = format!("unknown key {} in `[[{header}]]`", quoted(found));
        let mistake = self.report.error(&key.span, message, label);
        if !is_explained {
            mistake.help(format!(
                "the keys are {}; the columns are {}, and `[columns.{found}]` adds one",
                list(&keys, "and"),
                list(&columns, "and")
            ));
        }
    }
}
