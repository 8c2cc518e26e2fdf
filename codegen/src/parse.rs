//! TOML → the rows of a table, each value with its place; errors of syntax, key and type are reported.

mod row;

use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};

use toml::de::{DeString, DeTable, DeValue};

pub(crate) use self::row::{Cell, ColumnRow, Document, Field, Row, Scalar, Text, TypeRow};
use crate::case::sentence;
use crate::diagnostic::{list, quoted};
use crate::explain;
use crate::key;
use crate::repair::{Gaps, repair};
use crate::report::{Report, Span, Spanned};
use crate::source::Source;
use crate::statement::lex;
use crate::suggest::{nearest, suggest};
use crate::table::{CodeSpan, ColumnType, Language, OPEN};

const TOP_KEYS: [&str; 8] = [
    "title",
    "description",
    "reference",
    "checked",
    "extends",
    "default_language",
    "columns",
    "codes",
];
const COLUMN_KEYS: [&str; 4] = ["type", "default", "optional", "description"];

/// The types that a column may have, for messages.
pub(crate) const TYPES: &str =
    "`bool`, `u8`, `u16`, `u32`, `u64`, `i64`, `string`, or a list of strings";

/// Codes of countries that are written for languages, and the languages.
const COUNTRIES: [(&str, &str); 7] = [
    ("cn", "zh"),
    ("jp", "ja"),
    ("kr", "ko"),
    ("ua", "uk"),
    ("cz", "cs"),
    ("gr", "el"),
    ("dk", "da"),
];

/// Reads the rows of `source`.
pub(crate) fn document(source: &Source, report: &mut Report<'_>) -> Document {
    let text = source.text();
    if let Ok(table) = DeTable::parse(text) {
        let gaps = Gaps::default();
        return Reader { gaps, report }.document(table.get_ref());
    }
    let tokens = lex(text);
    let mut repaired = repair(text, &tokens, report);
    let repaired_text = std::mem::take(&mut repaired.text);
    let (table, errors) = DeTable::parse_recoverable(&repaired_text);
    repaired.report_conflicts(&repaired_text, &errors, report);
    let gaps = repaired.gaps;
    Reader { gaps, report }.document(table.get_ref())
}

/// A value as the TOML parser has it.
type TomlValue<'i> = toml::Spanned<DeValue<'i>>;

/// A key and its value.
struct Pair<'a, 'i> {
    key: &'a str,
    /// Where the key is.
    span: Span,
    value: &'a TomlValue<'i>,
}

impl Pair<'_, '_> {
    fn owned_key(&self) -> Spanned<String> {
        Spanned {
            value: self.key.to_owned(),
            span: self.span.clone(),
        }
    }

    /// Whether the key is that of a header, `[key]`.
    fn is_header(&self) -> bool {
        self.value.span().start < self.span.start
    }
}

/// The parser keeps keys in the order of the alphabet; this is that of the file.
fn pairs<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Pair<'a, 'i>> {
    let pair = |(key, value): (&'a toml::Spanned<DeString<'i>>, _)| Pair {
        key: key.get_ref(),
        span: key.span(),
        value,
    };
    let mut pairs: Vec<_> = table.iter().map(pair).collect();
    pairs.sort_by_key(|pair| pair.span.start);
    pairs
}

struct Reader<'r, 's> {
    gaps: Gaps,
    report: &'r mut Report<'s>,
}

impl Reader<'_, '_> {
    fn document(&mut self, table: &DeTable<'_>) -> Document {
        let mut document = Document::default();
        let mut misplaced = Vec::new();
        for pair in pairs(table) {
            match pair.key {
                "title" => document.title = self.string(&pair).into(),
                "description" => document.description = self.description(&pair).into(),
                "reference" => document.reference = self.string(&pair).into(),
                "checked" => document.checked = self.date(&pair).into(),
                "extends" => document.extends = self.string(&pair).into(),
                "default_language" => document.default_language = self.language(&pair).into(),
                "columns" => document.columns = self.columns(&pair),
                "codes" => document.rows = self.rows(&pair),
                _ => misplaced.push(pair),
            }
        }
        let is_misspelt = |key| {
            let mut misplaced = misplaced.iter();
            misplaced.any(|pair| nearest(pair.key, [key]).is_some())
        };
        document.may_lack_columns = self.gaps.touch(&["columns"]) || is_misspelt("columns");
        if self.gaps.touch(&["default_language"]) || is_misspelt("default_language") {
            document.default_language.take_misspelt();
        }
        self.misplaced(&misplaced);
        document
    }

    /// Keys at the top that belong elsewhere; those of one kind are one error.
    fn misplaced(&mut self, pairs: &[Pair<'_, '_>]) {
        let mut codes = Vec::new();
        for pair in pairs {
            let value = pair.value.get_ref();
            let found = quoted(pair.key);
            let (message, label) = match pair.key {
                "code" | "range" if value.is_array() => {
                    self.array_of_tables(pair);
                    continue;
                }
                "code" | "close_code" | "close_codes" if value.is_table() => {
                    let label = match first_code(value) {
                        Some(code) if code.is_header() => format!("write `[codes.{}]`", code.key),
                        Some(code) if !pair.is_header() => format!("write `codes.{}`", code.key),
                        _ => "write `[codes]`".to_owned(),
                    };
                    (format!("unknown table {found}"), label)
                }
                key if key::is_about_codes(key) => {
                    codes.push(pair);
                    continue;
                }
                key if Row::KEYS.contains(&key) => {
                    let label = "write it in a row of `[codes]`".to_owned();
                    (format!("{found} is a key of a row"), label)
                }
                _ => {
                    self.unknown(pair, "the table", &TOP_KEYS);
                    continue;
                }
            };
            self.report.error(&pair.span, message, label);
        }
        let [first, others @ ..] = codes.as_slice() else {
            return;
        };
        let label = if first.is_header() {
            format!("write `[codes.{}]`", first.key)
        } else {
            "write `[codes]` on a line above".to_owned()
        };
        let message = format!("{} is outside `[codes]`", quoted(first.key));
        let added = self.report.error(&first.span, message, label);
        added.same_for_rows(others.len(), "");
    }

    /// `[[code]]`: another style of row, shown the right way round.
    fn array_of_tables(&mut self, pair: &Pair<'_, '_>) {
        let rows = pair.value.get_ref().as_array().into_iter().flatten();
        let mut rows = rows.filter_map(|row| row.get_ref().as_table());
        let first = rows.next();
        let get = |key| word(first?.get(key)?);
        let codes = get("code").or_else(|| get("codes"));
        let codes = codes.filter(|code| key::parse(code).is_ok());
        let name = get("name").unwrap_or("Session Replaced");
        let line = line_of(codes.unwrap_or("4000"), name);
        let message = format!("a row is not written as `[[{}]]`", pair.key);
        let label = format!("write {line} below `[codes]`");
        let added = self.report.error(&pair.span, message, label);
        added.same_for_rows(rows.count(), "");
    }

    fn columns(&mut self, pair: &Pair<'_, '_>) -> Vec<ColumnRow> {
        let expected = "tables such as `[columns.is_retryable]`";
        let table = self.expect(pair, pair.value.get_ref().as_table(), expected);
        let columns = table.map(pairs).unwrap_or_default();
        columns
            .iter()
            .filter_map(|pair| self.column(pair))
            .collect()
    }

    fn column(&mut self, pair: &Pair<'_, '_>) -> Option<ColumnRow> {
        let expected = format!("a table `[columns.{}]`", pair.key);
        let table = self.expect(pair, pair.value.get_ref().as_table(), &expected)?;
        let mut column = ColumnRow {
            name: pair.owned_key(),
            is_whole: !self.gaps.touch(&["columns", pair.key]),
            ..ColumnRow::default()
        };
        let mut codes = Vec::new();
        for pair in pairs(table) {
            match pair.key {
                "type" => column.column_type = self.column_type(&pair).into(),
                "default" => column.default = Field::Is(scalar(pair.value)),
                "optional" => column.optional = self.boolean(&pair).into(),
                "description" => column.description = self.string(&pair).into(),
                key if key::is_about_codes(key) => codes.push(pair),
                key => {
                    match nearest(key, COLUMN_KEYS) {
                        Some("type") => column.column_type.take_misspelt(),
                        Some("default") => column.default.take_misspelt(),
                        Some("optional") => column.optional.take_misspelt(),
                        _ => {}
                    }
                    self.unknown(&pair, "a column", &COLUMN_KEYS);
                }
            }
        }
        if let [first, others @ ..] = codes.as_slice() {
            column.is_whole = false;
            let found = quoted(first.key);
            let message = format!("{found} is in the column {}", quoted(pair.key));
            let label = "write `[codes]` on a line above";
            let added = self.report.error(&first.span, message, label);
            added.same_for_rows(others.len(), "");
        }
        Some(column)
    }

    fn column_type(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<TypeRow>> {
        let span = pair.value.span();
        if pair.value.get_ref().is_array() {
            let value = TypeRow::Enum(self.strings(pair, TYPES)?);
            return Some(Spanned { value, span });
        }
        let name = self.expect(pair, pair.value.get_ref().as_str(), TYPES)?;
        if let Some(column_type) = ColumnType::named(name) {
            let value = TypeRow::Named(column_type);
            return Some(Spanned { value, span });
        }
        let lower = name.to_ascii_lowercase();
        let known = match lower.as_str() {
            "int" | "integer" | "i8" | "i16" | "i32" | "number" => Some("i64"),
            "uint" | "usize" | "unsigned" => Some("u32"),
            "boolean" | "flag" => Some("bool"),
            "str" | "text" => Some("string"),
            lower => ColumnType::named(lower).map(|_| lower),
        };
        let label = match known {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("expected {TYPES}"),
        };
        let message = format!("unknown type {}", quoted(name));
        self.report.error(&span, message, label);
        None
    }

    fn rows(&mut self, pair: &Pair<'_, '_>) -> Vec<Row> {
        let expected = "a table of rows, such as `4000 = \"Session Replaced\"`";
        let table = self.expect(pair, pair.value.get_ref().as_table(), expected);
        let mut rows = Vec::new();
        for pair in table.map(pairs).unwrap_or_default() {
            match key::parse(pair.key) {
                Ok(codes) => rows.push((pair, codes)),
                Err(wrong) => self.wrong_key(&pair, wrong),
            }
        }
        let rows = rows.into_iter();
        rows.filter_map(|(pair, codes)| self.row(&pair, codes))
            .collect()
    }

    fn wrong_key(&mut self, pair: &Pair<'_, '_>, wrong: key::WrongKey) {
        let key = pair.key;
        if let Some(number) = key::leading_number(key) {
            self.gaps.add_row(number);
        }
        let (message, label) = if let Some(number) = reversed_number(pair) {
            let message = format!("{} is a name; the key of a row is its number", quoted(key));
            (
                message,
                format!("write {}", line_of(number, &sentence(key))),
            )
        } else if Row::KEYS.contains(&key) {
            let label = format!("write it after a code: `4000.{key} = …`");
            (format!("{} is a key of a row", quoted(key)), label)
        } else if TOP_KEYS.contains(&key) {
            let label = "move it above the first header".to_owned();
            (
                format!("{} is a key of the whole table", quoted(key)),
                label,
            )
        } else {
            (wrong.message, wrong.advice.label())
        };
        self.report.error(&pair.span, message, label);
    }

    fn row(&mut self, pair: &Pair<'_, '_>, codes: Vec<CodeSpan>) -> Option<Row> {
        let span = pair.span.clone();
        let mut row = Row {
            codes: Spanned { value: codes, span },
            is_whole: !self.gaps.touch(&["codes", pair.key]),
            ..Row::default()
        };
        let key = key::as_key(pair.key);
        match pair.value.get_ref() {
            DeValue::String(_) => row.name = self.string(pair).into(),
            DeValue::Table(table)
                if row.is_whole && table.keys().all(|key| key.get_ref() == "allow_reserved") =>
            {
                let label = match row.number() {
                    Some(number) if OPEN.contains(number) => "add a `name`",
                    Some(_) => "add a column, such as `reconnect`",
                    None => "add a `name` or a column",
                };
                let message = format!("the row {key} sets nothing");
                self.report.error(&pair.span, message, label);
                return None;
            }
            DeValue::Table(table) => self.keys(&mut row, pair, table),
            value => {
                let message = format!("the value of row {key} is {}", Scalar::of(value).kind());
                let line = line_of(pair.key, "Session Replaced");
                let label = format!("expected a name, such as {line}");
                self.report.error(&pair.value.span(), message, label);
                return None;
            }
        }
        Some(row)
    }

    fn keys(&mut self, row: &mut Row, row_pair: &Pair<'_, '_>, table: &DeTable<'_>) {
        let mut codes = Vec::new();
        for pair in pairs(table) {
            match pair.key {
                "aliases" => {
                    let aliases = self.strings(&pair, "a list of strings");
                    let span = pair.value.span();
                    row.aliases = aliases.map(|value| Spanned { value, span }).into();
                }
                "description" => row.description = self.description(&pair).into(),
                "allow_reserved" => row.allow_reserved = self.boolean(&pair).into(),
                key if key::is_about_codes(key) => codes.push(pair),
                key => match row.string_mut(key) {
                    Some(field) => *field = self.string(&pair).into(),
                    None => row.cells.push(Cell {
                        key: pair.owned_key(),
                        value: scalar(pair.value),
                    }),
                },
            }
        }
        let [first, others @ ..] = codes.as_slice() else {
            return;
        };
        row.is_whole = false;
        let found = quoted(first.key);
        if row_pair.is_header() {
            let header = format!("`[codes.{}]`", row_pair.key);
            let line = self.report.line(row_pair.span.start);
            let message = format!("{found} is in the row {header}");
            let section = explain::correct(first.key);
            let section = section.map_or_else(
                |_| String::new(),
                |key| format!(", or write `[codes.{key}]`"),
            );
            let label = format!("move it above line {line}{section}");
            let added = self.report.error(&first.span, message, label);
            added.same_for_rows(others.len(), &format!(" below {header}"));
        } else {
            let message = format!("{found} is a key in the row {}", quoted(row_pair.key));
            let label = "codes are whole numbers; write each row on its own line";
            self.report.error(&first.span, message, label);
        }
    }

    fn description(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<Vec<Text>>> {
        let span = pair.value.span();
        let Some(table) = pair.value.get_ref().as_table() else {
            let expected = "a string, or a table of strings by language";
            let text = self.expect(pair, string(pair.value), expected)?;
            let value = vec![Text {
                language: None,
                text,
            }];
            return Some(Spanned { value, span });
        };
        let mut texts = Vec::new();
        let mut seen = HashMap::new();
        let mut is_sound = true;
        for pair in pairs(table) {
            let is_code = key::is_about_codes(pair.key);
            if is_code || Row::KEYS.contains(&pair.key) {
                let message = format!("{} is inside `description`", quoted(pair.key));
                let label = if is_code {
                    "move this row above the section"
                } else {
                    "move it to the row itself"
                };
                self.report.error(&pair.span, message, label);
                // What follows in the section is misplaced too.
                return None;
            }
            let Some((language, text)) = self.text(&pair) else {
                is_sound = false;
                continue;
            };
            match seen.entry(language.value.as_str().to_ascii_lowercase()) {
                Occupied(first) => {
                    let message = format!("language {} is given twice", quoted(pair.key));
                    self.report
                        .error(&pair.span, message, "keep one text (case is ignored)")
                        .related(first.get(), "first given here");
                }
                Vacant(free) => {
                    free.insert(language.span.clone());
                    let language = Some(language);
                    texts.push(Text { language, text });
                }
            }
        }
        // The missing text may be the malformed one.
        is_sound.then_some(Spanned { value: texts, span })
    }

    /// A description in one language.
    fn text(&mut self, pair: &Pair<'_, '_>) -> Option<(Spanned<Language>, Spanned<String>)> {
        let language = self.tag(pair.key, &pair.span)?;
        Some((language, self.string(pair)?))
    }

    fn language(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<Language>> {
        let text = self.string(pair)?;
        self.tag(&text.value, &text.span)
    }

    fn tag(&mut self, tag: &str, span: &Span) -> Option<Spanned<Language>> {
        let mut countries = COUNTRIES.into_iter();
        let country = countries.find(|(country, _)| tag.eq_ignore_ascii_case(country));
        let language = Language::new(tag);
        let found = quoted(tag);
        let better = tag.replace('_', "-");
        let message = match (country, language) {
            (Some(_), _) => format!("{found} is a country, not a language"),
            (None, Some(value)) => {
                return Some(Spanned {
                    value,
                    span: span.clone(),
                });
            }
            _ if tag.is_empty() => "the language tag is empty".to_owned(),
            _ => format!("{found} is not a language tag (BCP 47)"),
        };
        let label = match country {
            Some((_, language)) => format!("did you mean `{language}`?"),
            None if tag.len() <= 6 && Language::new(&better).is_some() => {
                format!("did you mean `{better}`?")
            }
            None => "expected a tag such as `en`, `pt-BR` or `zh-Hans`".to_owned(),
        };
        self.report.error(span, message, label);
        None
    }

    fn date(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<String>> {
        let span = pair.value.span();
        let value = pair.value.get_ref();
        let is_date =
            |text: &&str| DeValue::parse(text).is_ok_and(|date| date.get_ref().is_datetime());
        if let Some(text) = value.as_str().filter(is_date) {
            let message = format!("{} is a string", quoted(pair.key));
            let label = format!("write the date without quotes: `{text}`");
            self.report.error(&span, message, label);
            return None;
        }
        let date = value.as_datetime();
        let date = date.filter(|date| date.date.is_some() && date.time.is_none());
        let date = self.expect(pair, date, "a date such as `2026-11-24`, without a time")?;
        let value = date.to_string();
        Some(Spanned { value, span })
    }

    fn strings(&mut self, pair: &Pair<'_, '_>, expected: &str) -> Option<Vec<Spanned<String>>> {
        let values = self.expect(pair, pair.value.get_ref().as_array(), expected)?;
        if let Some(other) = values.iter().find(|value| !value.get_ref().is_str()) {
            let found = Scalar::of(other.get_ref()).kind();
            let message = format!("{} contains {found}", quoted(pair.key));
            self.report
                .error(&other.span(), message, "expected a string");
            return None;
        }
        values.iter().map(string).collect()
    }

    fn string(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<String>> {
        self.expect(pair, string(pair.value), "a string")
    }

    fn boolean(&mut self, pair: &Pair<'_, '_>) -> Option<Spanned<bool>> {
        let flag = pair.value.get_ref().as_bool();
        let value = self.expect(pair, flag, "`true` or `false`, without quotes")?;
        let span = pair.value.span();
        Some(Spanned { value, span })
    }

    /// What was found, if the value is of the right type; else says what is expected.
    fn expect<T>(&mut self, pair: &Pair<'_, '_>, found: Option<T>, expected: &str) -> Option<T> {
        if found.is_none() {
            let kind = Scalar::of(pair.value.get_ref()).kind();
            let message = format!("{} is {kind}", quoted(pair.key));
            let label = format!("expected {expected}");
            self.report.error(&pair.value.span(), message, label);
        }
        found
    }

    fn unknown(&mut self, pair: &Pair<'_, '_>, place: &str, keys: &[&str]) {
        let label = suggest(pair.key, keys.iter().copied())
            .unwrap_or_else(|| format!("expected {}", list(keys, "or")));
        let message = format!("unknown key {} in {place}", quoted(pair.key));
        self.report.error(&pair.span, message, label);
    }
}

/// A row on a line, in backticks.
fn line_of(codes: &str, name: &str) -> String {
    let key = key::as_key(codes);
    format!("`{} = \"{name}\"`", key.trim_matches('`'))
}

/// The code of the first row in a table that is not `codes`.
fn first_code<'a, 'i>(value: &'a DeValue<'i>) -> Option<Pair<'a, 'i>> {
    let first = pairs(value.as_table()?).into_iter().next();
    first.filter(|row| key::parse(row.key).is_ok())
}

/// The code of a row whose key is a name: `SessionReplaced = 4004`, or `{ code = 4004 }`.
fn reversed_number<'a>(pair: &Pair<'a, '_>) -> Option<&'a str> {
    let number = match pair.value.get_ref() {
        DeValue::Table(table) => word(table.get("code")?)?,
        _ => word(pair.value)?,
    };
    let is_code = key::parse(number).is_ok() && !key::is_about_codes(pair.key);
    is_code.then_some(number)
}

/// An integer as it is written, or a string.
fn word<'a>(value: &'a TomlValue<'_>) -> Option<&'a str> {
    match value.get_ref() {
        DeValue::Integer(integer) => Some(integer.as_str()),
        DeValue::String(text) => Some(text),
        _ => None,
    }
}

fn string(value: &TomlValue<'_>) -> Option<Spanned<String>> {
    value.get_ref().as_str().map(|text| Spanned {
        value: text.to_owned(),
        span: value.span(),
    })
}

fn scalar(value: &TomlValue<'_>) -> Spanned<Scalar> {
    Spanned {
        value: Scalar::of(value.get_ref()),
        span: value.span(),
    }
}
