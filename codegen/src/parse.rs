//! TOML → the rows of a table, each value with its place; errors of syntax, key and type are reported.

pub(crate) mod key;
mod row;

use toml::de::{DeString, DeTable, DeValue};

pub(crate) use self::row::{Cell, ColumnRow, Document, Field, Row, Scalar, Text, TypeRow};
use crate::case::sentence;
use crate::diagnostic::{list, more, quoted};
use crate::repair::{Gaps, repair};
use crate::report::{Report, Spanned};
use crate::source::Source;
use crate::statement::lex;
use crate::suggest::suggest;
use crate::table::{CodeSpan, ColumnType, Language};

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

/// A key, and its value.
type Pair<'a, 'i> = (Spanned<&'a str>, &'a TomlValue<'i>);

/// The parser keeps keys in the order of the alphabet; this is that of the file.
fn pairs<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Pair<'a, 'i>> {
    let spanned = |key: &'a toml::Spanned<DeString<'i>>| Spanned {
        value: key.get_ref().as_ref(),
        span: key.span(),
    };
    let mut pairs: Vec<_> = table
        .iter()
        .map(|(key, value)| (spanned(key), value))
        .collect();
    pairs.sort_by_key(|(key, _)| key.span.start);
    pairs
}

/// Whether a key is that of a header, `[key]`.
fn is_header(key: &Spanned<&str>, value: &TomlValue<'_>) -> bool {
    value.span().start < key.span.start
}

struct Reader<'r, 's> {
    gaps: Gaps,
    report: &'r mut Report<'s>,
}

impl Reader<'_, '_> {
    fn document(&mut self, table: &DeTable<'_>) -> Document {
        let mut document = Document::default();
        let mut misplaced = Vec::new();
        for (key, value) in pairs(table) {
            match key.value {
                "title" => document.title = self.string(&key, value).into(),
                "description" => document.description = self.description(&key, value).into(),
                "reference" => document.reference = self.string(&key, value).into(),
                "checked" => document.checked = self.date(&key, value).into(),
                "extends" => document.extends = self.string(&key, value).into(),
                "default_language" => document.default_language = self.language(&key, value).into(),
                "columns" => document.columns = self.columns(&key, value),
                "codes" => document.rows = self.rows(&key, value),
                _ => misplaced.push((key, value)),
            }
        }
        let is_lacking = self.gaps.touch(&["columns"])
            || misplaced
                .iter()
                .any(|(key, _)| suggest(key.value, ["columns"]).is_some());
        document.may_lack_columns = is_lacking;
        self.misplaced(&misplaced);
        document
    }

    /// Keys at the top that belong elsewhere; those of one kind are one error.
    fn misplaced(&mut self, pairs: &[Pair<'_, '_>]) {
        let mut codes = Vec::new();
        for (key, value) in pairs {
            let is_list = value.get_ref().is_array();
            match key.value {
                "code" | "range" if is_list => self.array_of_tables(key, value),
                "code" | "close_code" | "close_codes" if value.get_ref().is_table() => {
                    let label = match first_code(value) {
                        Some(code) => format!("write `[codes.{code}]`"),
                        None => "write `[codes]`".to_owned(),
                    };
                    let found = quoted(key.value);
                    self.report.error(
                        &key.span,
                        format!("the table is {found}, not `codes`"),
                        label,
                    );
                }
                name if key::is_about_codes(name) => codes.push((key, value)),
                name if Row::KEYS.contains(&name) => {
                    let message = format!("{} is a key of a row", quoted(name));
                    self.report
                        .error(&key.span, message, "write it in a row of `[codes]`");
                }
                _ => self.unknown(key, "the table", &TOP_KEYS),
            }
        }
        let Some((key, value)) = codes.first() else {
            return;
        };
        let label = if is_header(key, value) {
            format!("write `[codes.{}]`", key.value)
        } else {
            "write `[codes]` on a line above".to_owned()
        };
        let message = format!("{} is not below `[codes]`", quoted(key.value));
        let added = self.report.error(&key.span, message, label);
        if codes.len() > 1 {
            added.help(format!("the same for {}", more(codes.len() - 1, "row")));
        }
    }

    /// `[[code]]`: another style of row, shown the right way round.
    fn array_of_tables(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) {
        let rows = value.get_ref().as_array().into_iter().flatten();
        let rows: Vec<&DeTable<'_>> = rows.filter_map(|row| row.get_ref().as_table()).collect();
        let get = |wanted: &str| {
            let row = rows.first()?;
            let (_, value) = row
                .iter()
                .find(|(key, _)| key.get_ref().as_ref() == wanted)?;
            match value.get_ref() {
                DeValue::Integer(integer) => Some(integer.as_str().to_owned()),
                DeValue::String(text) => Some(text.as_ref().to_owned()),
                _ => None,
            }
        };
        let codes = get("code")
            .or_else(|| get("codes"))
            .filter(|code| key::parse(code).is_ok());
        let codes = codes.unwrap_or_else(|| "4000".to_owned());
        let name = get("name").unwrap_or_else(|| "Session Replaced".to_owned());
        let message = format!("`[[{}]]` is not how a row is written", key.value);
        let label = format!("write {} below `[codes]`", line_of(&codes, &name));
        let added = self.report.error(&key.span, message, label);
        if rows.len() > 1 {
            added.help(format!("the same for {}", more(rows.len() - 1, "row")));
        }
    }

    fn columns(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) -> Vec<ColumnRow> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "tables such as `[columns.is_retryable]`");
            return Vec::new();
        };
        let columns = pairs(table).into_iter();
        columns
            .filter_map(|(name, value)| self.column(&name, value))
            .collect()
    }

    fn column(&mut self, name: &Spanned<&str>, value: &TomlValue<'_>) -> Option<ColumnRow> {
        let Some(table) = value.get_ref().as_table() else {
            let expected = format!("a table `[columns.{}]`", name.value);
            self.wrong_type(name, value, &expected);
            return None;
        };
        let mut column = ColumnRow {
            name: owned(name),
            column_type: Field::Absent,
            default: Field::Absent,
            optional: Field::Absent,
            description: Field::Absent,
            is_whole: !self.gaps.touch(&["columns", name.value]),
        };
        for (key, value) in pairs(table) {
            match key.value {
                "type" => column.column_type = self.column_type(&key, value).into(),
                "default" => column.default = Field::Is(scalar(value)),
                "optional" => column.optional = self.boolean(&key, value).into(),
                "description" => column.description = self.string(&key, value).into(),
                _ => {
                    // What is misspelt counts as what was meant.
                    if column.column_type.is_absent() && suggest(key.value, ["type"]).is_some() {
                        column.column_type = Field::Malformed;
                    }
                    self.unknown(&key, "a column", &COLUMN_KEYS);
                }
            }
        }
        Some(column)
    }

    fn column_type(
        &mut self,
        key: &Spanned<&str>,
        value: &TomlValue<'_>,
    ) -> Option<Spanned<TypeRow>> {
        let span = value.span();
        if value.get_ref().is_array() {
            let values = self.strings(key, value, TYPES)?;
            let value = TypeRow::Enum(values);
            return Some(Spanned { value, span });
        }
        let Some(name) = value.get_ref().as_str() else {
            self.wrong_type(key, value, TYPES);
            return None;
        };
        let Some(column_type) = ColumnType::named(name) else {
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
            return None;
        };
        let value = TypeRow::Named(column_type);
        Some(Spanned { value, span })
    }

    fn rows(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) -> Vec<Row> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(
                key,
                value,
                "a table of rows, such as `4000 = \"Session Replaced\"`",
            );
            return Vec::new();
        };
        let mut rows = Vec::new();
        let mut others = Vec::new();
        for (key, value) in pairs(table) {
            match key::parse(key.value) {
                Ok(codes) => others.push((key, value, codes)),
                Err(wrong) => {
                    if let Some(number) = key::leading_number(key.value) {
                        self.gaps.add_row(number);
                    }
                    if let Some(number) = reversed_number(&key, value) {
                        self.reversed(&key, &number);
                    } else if Row::KEYS.contains(&key.value) {
                        let message = format!("{} is a key of a row", quoted(key.value));
                        let label = format!("write it after a code: `4000.{} = …`", key.value);
                        self.report.error(&key.span, message, label);
                    } else {
                        self.report.error(&key.span, wrong.message, wrong.label);
                    }
                }
            }
        }
        for (key, value, codes) in others {
            rows.extend(self.row(&key, value, codes));
        }
        rows
    }

    /// `SessionReplaced = 4004`
    fn reversed(&mut self, key: &Spanned<&str>, number: &str) {
        let message = format!("{} is a name, where the number belongs", quoted(key.value));
        let line = line_of(number, &sentence(key.value));
        self.report
            .error(&key.span, message, format!("write {line}"));
    }

    fn row(
        &mut self,
        key: &Spanned<&str>,
        value: &TomlValue<'_>,
        codes: Vec<CodeSpan>,
    ) -> Option<Row> {
        let codes = Spanned {
            value: codes,
            span: key.span.clone(),
        };
        let is_whole = !self.gaps.touch(&["codes", key.value]);
        let mut row = Row::new(codes, is_whole);
        match value.get_ref() {
            DeValue::String(name) => {
                let name = name.as_ref().to_owned();
                let span = value.span();
                row.name = Field::Is(Spanned { value: name, span });
                return Some(row);
            }
            DeValue::Table(table) if is_whole && table.keys().all(is_permission) => {
                let message = format!("the row {} says nothing", key::as_key(key.value));
                self.report.error(
                    &key.span,
                    message,
                    "give it a `name`, or a value of a column",
                );
                return None;
            }
            DeValue::Table(table) => self.keys(&mut row, key, value, table),
            _ => {
                let found = Scalar::of(value.get_ref()).kind();
                let message = format!("the row {} is {found}", key::as_key(key.value));
                let label = format!(
                    "expected a name, such as {}",
                    line_of(key.value, "Session Replaced")
                );
                self.report.error(&value.span(), message, label);
                return None;
            }
        }
        Some(row)
    }

    fn keys(
        &mut self,
        row: &mut Row,
        row_key: &Spanned<&str>,
        row_value: &TomlValue<'_>,
        table: &DeTable<'_>,
    ) {
        let mut codes = Vec::new();
        for (key, value) in pairs(table) {
            match key.value {
                "name" => row.name = self.string(&key, value).into(),
                "variant" => row.variant = self.string(&key, value).into(),
                "aliases" => {
                    let aliases = self.strings(&key, value, "a list of strings");
                    let span = value.span();
                    row.aliases = aliases.map(|value| Spanned { value, span }).into();
                }
                "description" => row.description = self.description(&key, value).into(),
                "docs" => row.docs = self.string(&key, value).into(),
                "reason" => row.reason = self.string(&key, value).into(),
                "reference" => row.reference = self.string(&key, value).into(),
                "deprecated" => row.deprecated = self.string(&key, value).into(),
                "replaces" => row.replaces = self.string(&key, value).into(),
                "allow_reserved" => row.allow_reserved = self.boolean(&key, value).into(),
                _ if key::is_about_codes(key.value) => codes.push(key),
                _ => row.cells.push(Cell {
                    key: owned(&key),
                    value: scalar(value),
                }),
            }
        }
        let Some(first) = codes.first() else {
            return;
        };
        row.is_whole = false;
        let found = quoted(first.value);
        let header = format!("[codes.{}]", row_key.value);
        if is_header(row_key, row_value) {
            let line = self.report.line(row_key.span.start);
            let message = format!("{found} is in the row `{header}`");
            let label = format!(
                "move it above line {line}, or write `[codes.{}]`",
                first.value
            );
            let added = self.report.error(&first.span, message, label);
            if codes.len() > 1 {
                let others = more(codes.len() - 1, "row");
                added.help(format!("the same for {others} below `{header}`"));
            }
        } else {
            let message = format!("{found} is a key in the row {}", quoted(row_key.value));
            self.report.error(
                &first.span,
                message,
                "a code has no decimals; write each row on its own line",
            );
        }
    }

    fn description(
        &mut self,
        key: &Spanned<&str>,
        value: &TomlValue<'_>,
    ) -> Option<Spanned<Vec<Text>>> {
        let span = value.span();
        let Some(table) = value.get_ref().as_table() else {
            let Some(text) = string(value) else {
                self.wrong_type(key, value, "a string, or a table of strings by language");
                return None;
            };
            let language = None;
            let value = vec![Text { language, text }];
            return Some(Spanned { value, span });
        };
        let mut texts: Vec<Text> = Vec::new();
        let mut is_sound = true;
        for (tag, value) in pairs(table) {
            let language = if Row::KEYS.contains(&tag.value) {
                let message = format!("{} is below `description`", quoted(tag.value));
                let label = "write this key above the texts of the row";
                self.report.error(&tag.span, message, label);
                None
            } else {
                self.tag(tag.value, &tag.span)
            };
            let text = language.as_ref().and_then(|_| self.string(&tag, value));
            let (Some(language), Some(text)) = (language, text) else {
                is_sound = false;
                continue;
            };
            let languages = texts.iter().filter_map(|text| text.language.as_ref());
            let first = languages
                .clone()
                .find(|other| other.value == language.value);
            if let Some(first) = first {
                let message = format!("language {} is given twice", quoted(tag.value));
                self.report
                    .error(&tag.span, message, "keep one text (case is ignored)")
                    .related(&first.span, "first given here");
                continue;
            }
            texts.push(Text {
                language: Some(language),
                text,
            });
        }
        // The missing text may be the malformed one.
        is_sound.then_some(Spanned { value: texts, span })
    }

    fn language(
        &mut self,
        key: &Spanned<&str>,
        value: &TomlValue<'_>,
    ) -> Option<Spanned<Language>> {
        let text = self.string(key, value)?;
        self.tag(&text.value, &text.span)
    }

    fn tag(&mut self, tag: &str, span: &std::ops::Range<usize>) -> Option<Spanned<Language>> {
        let mut countries = COUNTRIES.into_iter();
        if let Some((_, language)) =
            countries.find(|(country, _)| tag.eq_ignore_ascii_case(country))
        {
            let message = format!("{} is a country, not a language", quoted(tag));
            self.report
                .error(span, message, format!("did you mean `{language}`?"));
            return None;
        }
        if let Some(value) = Language::new(tag) {
            let span = span.clone();
            return Some(Spanned { value, span });
        }
        let message = match tag {
            "" => "the language tag is empty".to_owned(),
            tag => format!("{} is not a language tag (BCP 47)", quoted(tag)),
        };
        let better = tag.replace('_', "-");
        let label = match Language::new(&better) {
            Some(_) if tag.len() <= 6 => format!("did you mean `{better}`?"),
            _ => "expected a tag such as `en`, `pt-BR` or `zh-Hans`".to_owned(),
        };
        self.report.error(span, message, label);
        None
    }

    fn date(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) -> Option<Spanned<String>> {
        let span = value.span();
        match value.get_ref() {
            DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() => {
                let value = date.to_string();
                Some(Spanned { value, span })
            }
            DeValue::String(text)
                if DeValue::parse(text).is_ok_and(|date| date.get_ref().is_datetime()) =>
            {
                let message = format!("{} is a string", quoted(key.value));
                let label = format!("write the date without quotes: `{text}`");
                self.report.error(&span, message, label);
                None
            }
            _ => {
                self.wrong_type(key, value, "a date such as `2026-11-24`, without a time");
                None
            }
        }
    }

    fn strings(
        &mut self,
        key: &Spanned<&str>,
        value: &TomlValue<'_>,
        expected: &str,
    ) -> Option<Vec<Spanned<String>>> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, expected);
            return None;
        };
        let mut strings = Vec::new();
        let mut is_sound = true;
        for value in array {
            if let Some(text) = string(value) {
                strings.push(text);
            } else if is_sound {
                is_sound = false;
                let found = Scalar::of(value.get_ref()).kind();
                let message = format!("{} contains {found}", quoted(key.value));
                self.report
                    .error(&value.span(), message, "expected a string");
            }
        }
        is_sound.then_some(strings)
    }

    fn string(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) -> Option<Spanned<String>> {
        let text = string(value);
        if text.is_none() {
            self.wrong_type(key, value, "a string");
        }
        text
    }

    fn boolean(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>) -> Option<Spanned<bool>> {
        let Some(flag) = value.get_ref().as_bool() else {
            self.wrong_type(key, value, "`true` or `false`, without quotes");
            return None;
        };
        Some(Spanned {
            value: flag,
            span: value.span(),
        })
    }

    fn wrong_type(&mut self, key: &Spanned<&str>, value: &TomlValue<'_>, expected: &str) {
        let found = Scalar::of(value.get_ref()).kind();
        let message = format!("{} is {found}", quoted(key.value));
        self.report
            .error(&value.span(), message, format!("expected {expected}"));
    }

    fn unknown(&mut self, key: &Spanned<&str>, place: &str, keys: &[&str]) {
        let label = suggest(key.value, keys.iter().copied())
            .unwrap_or_else(|| format!("expected {}", list(keys, "or")));
        let message = format!("unknown key {} in {place}", quoted(key.value));
        self.report.error(&key.span, message, label);
    }
}

/// Whether a key says nothing about its row but that it is meant.
fn is_permission(key: &toml::Spanned<DeString<'_>>) -> bool {
    key.get_ref() == "allow_reserved"
}

/// A row on a line, in backticks.
fn line_of(codes: &str, name: &str) -> String {
    let key = key::as_key(codes);
    format!("`{} = \"{name}\"`", key.trim_matches('`'))
}

/// The code of the first row in a table that is not `codes`.
fn first_code(value: &TomlValue<'_>) -> Option<String> {
    let table = value.get_ref().as_table()?;
    let (key, _) = pairs(table).into_iter().next()?;
    key::parse(key.value).is_ok().then(|| key.value.to_owned())
}

/// The code of a row whose key is a name: `SessionReplaced = 4004`, or `{ code = 4004 }`.
fn reversed_number(key: &Spanned<&str>, value: &TomlValue<'_>) -> Option<String> {
    let value = match value.get_ref() {
        DeValue::Table(table) => {
            let mut pairs = table.iter();
            let (_, value) = pairs.find(|(key, _)| key.get_ref().as_ref() == "code")?;
            value
        }
        _ => value,
    };
    let number = match value.get_ref() {
        DeValue::Integer(number) => number.as_str(),
        DeValue::String(number) => number.as_ref(),
        _ => return None,
    };
    let is_code = key::parse(number).is_ok() && !key::is_about_codes(key.value);
    is_code.then(|| number.to_owned())
}

fn owned(key: &Spanned<&str>) -> Spanned<String> {
    Spanned {
        value: key.value.to_owned(),
        span: key.span.clone(),
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
