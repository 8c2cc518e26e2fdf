//! What rows of codes and of ranges have in common: name, variant and texts.

use super::Checker;
use super::names::Places;
use crate::case::{is_keyword, is_upper_camel, upper_camel};
use crate::diagnostic::{is_invisible, quoted};
use crate::parse::{Document, Field, Row, Text};
use crate::report::{Pending, Span, Spanned};
use crate::suggest::suggest;
use crate::table::{Entry, Language};

/// RFC 6455 §5.5: 125 bytes of a control frame, less two for the code.
const MAX_REASON: usize = 123;

impl Checker<'_, '_, '_> {
    /// The entry that a row makes, and where it is named if its name is of use.
    pub(super) fn new_entry(&mut self, row: &Row) -> (Entry, Option<Places>) {
        let mut entry = Entry {
            file: self.file(),
            ..Entry::default()
        };
        self.fill(&mut entry, row);
        self.check_default_language(row);
        let (Some(name), Some(variant)) = (row.name.get(), self.variant(row)) else {
            return (entry, None);
        };
        entry.name.clone_from(&name.value);
        entry.variant = variant;
        let places = Places {
            key: row.codes.span.clone(),
            name: name.span.clone(),
            variant: row.variant.get().map(|variant| variant.span.clone()),
            is_whole: row.is_whole,
        };
        (entry, Some(places))
    }

    /// Takes what the document says of itself.
    pub(super) fn about(&mut self, document: &Document) {
        self.about.title = self.line(&document.title, "title");
        self.about.reference = self.line(&document.reference, "reference");
        self.about.checked = document.checked.value().cloned();
        if let Some(empty) = document
            .description
            .get()
            .filter(|texts| texts.value.is_empty())
        {
            self.empty_description(&empty.span);
        }
        for text in document.description.value().into_iter().flatten() {
            if self.check_description(&text.text) {
                let language = self.language(text).clone();
                self.about.texts.push((language, text.text.value.clone()));
            }
        }
    }

    /// A text of one line that can be seen.
    fn line(&mut self, field: &Field<String>, key: &str) -> Option<String> {
        let text = field.get()?;
        self.check_line(text, key).then(|| text.value.clone())
    }

    fn check_line(&mut self, text: &Spanned<String>, key: &str) -> bool {
        if text.value.trim().is_empty() {
            let message = format!("`{key}` is empty");
            self.report
                .error(&text.span, message, "write a text, or remove it");
            return false;
        }
        self.check_visible(text, key, |_| false)
    }

    /// Takes what a row says of an entry that it makes or changes.
    pub(super) fn fill(&mut self, entry: &mut Entry, row: &Row) {
        let before = entry.texts.len();
        for text in row.description.value().into_iter().flatten() {
            let language = self.language(text).clone();
            let value = text.text.value.clone();
            let mut texts = entry.texts[..before].iter_mut();
            match texts.find(|(other, _)| *other == language) {
                Some((_, old)) => *old = value,
                None => entry.texts.push((language, value)),
            }
        }
        if row.texts().next().is_some() {
            entry.standard_row = None;
        }
        replace(&mut entry.docs, &row.docs);
        replace(&mut entry.reference, &row.reference);
    }

    /// Checks the texts of a row by themselves; those that are refused count as malformed.
    pub(super) fn check_texts(&mut self, row: &mut Row) {
        retain(&mut row.reason, |reason| self.check_reason(reason));
        for (key, field) in [
            ("reference", &mut row.reference),
            ("deprecated", &mut row.deprecated),
        ] {
            retain(field, |text| self.check_line(text, key));
        }
        retain(&mut row.name, |name| self.check_name(name, "name"));
        retain(&mut row.description, |texts| {
            if texts.value.is_empty() {
                self.empty_description(&texts.span);
            }
            let all = texts.value.len();
            let sound = texts.value.iter();
            let sound = sound.filter(|text| self.check_description(&text.text));
            sound.count() == all
        });
        retain(&mut row.aliases, |aliases| {
            aliases
                .value
                .retain(|alias| self.check_name(alias, "alias"));
            true
        });
    }

    fn check_reason(&mut self, reason: &Spanned<String>) -> bool {
        let len = reason.value.len();
        if len > MAX_REASON {
            let message = format!("`reason` is {len} bytes long in UTF-8");
            let label = format!("a Close frame has room for {MAX_REASON} (RFC 6455 §5.5)");
            self.report.error(&reason.span, message, label);
            return false;
        }
        self.check_visible(reason, "reason", is_word_break)
    }

    fn empty_description(&mut self, place: &Span) {
        let label = "write a sentence, or remove it";
        self.report.error(place, "`description` is empty", label);
    }

    pub(super) fn check_description(&mut self, text: &Spanned<String>) -> bool {
        if text.value.trim().is_empty() {
            self.empty_description(&text.span);
            return false;
        }
        let lines: Vec<&str> = text.value.trim().lines().collect();
        if lines.iter().any(|line| line.trim().is_empty()) {
            let message = "`description` contains a blank line";
            let label = "a description is one paragraph; remove the blank line";
            self.report.error(&text.span, message, label);
            return false;
        }
        self.check_visible(text, "description", is_space)
    }

    /// Whether all of a text can be seen, but for characters that are allowed.
    fn check_visible(
        &mut self,
        text: &Spanned<String>,
        key: &str,
        is_allowed: fn(char) -> bool,
    ) -> bool {
        let mut chars = text.value.chars();
        let Some(c) = chars.find(|&c| is_invisible(c) && !is_allowed(c)) else {
            return true;
        };
        let message = format!("`{key}` contains {}", named(c));
        self.report.error(&text.span, message, "remove it");
        false
    }

    fn language<'t>(&'t self, text: &'t Text) -> &'t Language {
        let custom = text.language.as_ref().map(|language| &language.value);
        custom.unwrap_or(&self.languages[0])
    }

    /// A row that names something and has texts has one for `description()`.
    fn check_default_language(&mut self, row: &Row) {
        let texts = row.description.value().map_or(&[][..], Vec::as_slice);
        let Some(first) = texts.first() else { return };
        let default = &self.languages[0];
        let languages = texts.iter().map(|text| self.language(text));
        if default.best_of(&languages).is_some() || !self.is_language_known {
            return;
        }
        let default = default.as_str().to_owned();
        let mut tags = texts.iter().filter_map(|text| text.language.as_ref());
        let near = tags.find_map(|tag| {
            let suggestion = suggest(tag.value.as_str(), [default.as_str()])?;
            Some((&tag.span, suggestion))
        });
        let add = || (&first.text.span, format!("add `description.{default} = …`"));
        let (span, label) = near.unwrap_or_else(add);
        let message = format!("`description` has no text in the default language `{default}`");
        self.report.error(span, message, label);
    }

    /// The variant that a row asks for, or that its name makes.
    fn variant(&mut self, row: &Row) -> Option<String> {
        let name = row.name.get()?;
        if let Some(variant) = row.variant.get() {
            return self.check_variant(variant).then(|| variant.value.clone());
        }
        if !row.variant.is_absent() {
            return None;
        }
        let variant = upper_camel(&name.value);
        if is_upper_camel(&variant) {
            return Some(variant);
        }
        self.no_variant(name)
            .help("to keep the name, add a `variant`, such as `variant = \"SessionReplaced\"`");
        None
    }

    /// Reports a text that no variant can be made from.
    pub(super) fn no_variant(&mut self, text: &Spanned<String>) -> &mut Pending {
        let variant = upper_camel(&text.value);
        let label = if is_keyword(&variant) {
            format!("`{variant}` is a Rust keyword")
        } else {
            "expected words of letters and digits, starting with a letter".to_owned()
        };
        let found = quoted(&text.value);
        let message = format!("{found} cannot be turned into a variant name");
        self.report.error(&text.span, message, label)
    }

    fn check_variant(&mut self, variant: &Spanned<String>) -> bool {
        if is_upper_camel(&variant.value) {
            return true;
        }
        let found = quoted(&variant.value);
        let last = variant.value.rsplit("::").next().unwrap_or_default();
        let better = upper_camel(last);
        let label = if is_upper_camel(&better) {
            format!("did you mean `{better}`?")
        } else {
            "expected a variant such as `SessionReplaced`".to_owned()
        };
        let message = if variant.value.is_empty() {
            "the variant is empty".to_owned()
        } else if last == variant.value {
            format!("variant {found} is not an identifier in UpperCamelCase")
        } else {
            format!("variant {found} is a path")
        };
        self.report.error(&variant.span, message, label);
        false
    }

    /// Whether a text can be a name or an alias at all.
    fn check_name(&mut self, name: &Spanned<String>, what: &str) -> bool {
        let text = name.value.as_str();
        let words = "expected words, such as \"Session Replaced\"";
        let (problem, label) = if text.trim().is_empty() {
            ("is empty".to_owned(), words.to_owned())
        } else if let Some(c) = text.chars().find(|&c| is_invisible(c)) {
            (format!("contains {}", named(c)), "remove it".to_owned())
        } else if text.trim() != text {
            let label = format!("write \"{}\"", text.trim());
            ("starts or ends with a space".to_owned(), label)
        } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
            let problem = "is a number, and numbers are parsed as codes";
            (problem.to_owned(), words.to_owned())
        } else {
            return true;
        };
        let message = match text {
            "" => format!("{what} {problem}"),
            text => format!("{what} {} {problem}", quoted(text)),
        };
        self.report.error(&name.span, message, label);
        false
    }
}

/// Takes a text if the row has one.
pub(super) fn replace(text: &mut Option<String>, field: &Field<String>) {
    if let Some(new) = field.value() {
        *text = Some(new.clone());
    }
}

/// Counts a field that is refused as malformed.
fn retain<T>(field: &mut Field<T>, is_sound: impl FnOnce(&mut Spanned<T>) -> bool) {
    if let Field::Is(value) = field {
        if !is_sound(value) {
            *field = Field::Malformed;
        }
    }
}

/// A character that cannot be seen, for messages.
fn named(c: char) -> String {
    match c {
        '\n' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        c => format!("the invisible character U+{:04X}", u32::from(c)),
    }
}

/// What may stand between words and inside them, in a text of several lines.
fn is_space(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t') || is_word_break(c)
}

/// A place where a word may or may not be broken: texts of Khmer and Thai are written with such.
fn is_word_break(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}')
}
