//! `[columns.NAME]`, and the values that rows give columns.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Checker;
use super::names::METHODS;
use crate::case::{is_keyword, is_snake, is_upper_camel, snake, upper_camel};
use crate::diagnostic::{list, more, quoted};
use crate::parse::{ColumnRow, Field, Row, Scalar, TYPES, TypeRow};
use crate::report::{Report, Span, Spanned};
use crate::suggest::{nearest, suggest};
use crate::table::{Column, ColumnType, Fallback, Table, Value};

impl Checker<'_, '_, '_> {
    /// Checks the declaration of a column; of one that was not read whole nothing is reported.
    pub(super) fn column(&mut self, row: ColumnRow) {
        self.report.begin_row();
        let is_whole = row.is_whole;
        let place = row.name.span.clone();
        self.declared.insert(row.name.value.clone(), place);
        self.declaration(row);
        self.report.end_row(is_whole);
    }

    fn declaration(&mut self, row: ColumnRow) {
        let name = row.name.value.as_str();
        if let Some(&column) = self.column_index.get(name) {
            let file = self.file_name(self.columns[column].file);
            let message = format!("{} is already a column of {file}", quoted(name));
            let label = "remove this; set its values in rows of `[codes]`";
            self.report.error(&row.name.span, message, label);
            return;
        }
        if !self.check_column_name(&row.name) {
            return;
        }
        if row.column_type.is_absent() {
            let declared = self.columns.iter().map(|column| column.name.as_str());
            let label = suggest(name, declared).unwrap_or_else(|| format!("add a `type`: {TYPES}"));
            let message = format!("column {} has no `type`", quoted(name));
            self.report.error(&row.name.span, message, label);
        }
        let column_type = row.column_type.get();
        let Some(column_type) = column_type.and_then(|row| self.check_type(row)) else {
            return;
        };
        let description = row.description.get();
        let description = description.filter(|text| self.check_description(text));
        let description = description.map_or_else(String::new, |text| text.value.clone());
        let is_optional = row.optional.value() == Some(&true);
        if let (Some(default), Some(optional), true) =
            (row.default.get(), row.optional.get(), is_optional)
        {
            let message = "`default` and `optional` exclude each other";
            self.report
                .error(&default.span, message, "keep one of the two")
                .related(&optional.span, "optional here");
        }
        let default = row.default.get().map(|default| {
            let key = match column_type {
                ColumnType::Enum(_) => name,
                _ => "default",
            };
            let value = self.check_value(&column_type, key, default);
            value.unwrap_or_else(|| column_type.placeholder())
        });
        let is_known = row.is_whole
            && !matches!(row.optional, Field::Malformed)
            && !matches!(row.default, Field::Malformed);
        let fallback = match default {
            Some(default) => Fallback::Default(default),
            None if is_optional => Fallback::Optional,
            None if is_known => Fallback::Required,
            None => Fallback::Default(column_type.placeholder()),
        };
        self.column_index
            .insert(name.to_owned(), self.columns.len());
        self.columns.push(Column {
            name: row.name.value,
            column_type,
            fallback,
            description,
            file: self.file(),
        });
    }

    /// Whether a column may have the name, which is that of a method.
    fn check_column_name(&mut self, name: &Spanned<String>) -> bool {
        let is_range = || {
            let mut ranges = self.ranges.iter().map(|pending| &pending.range.entry);
            ranges.any(|entry| name.value == format!("is_{}", snake(&entry.variant)))
        };
        let problem = if !is_snake(&name.value) {
            "is not a valid column name"
        } else if Row::KEYS.contains(&name.value.as_str()) {
            "is already a key of every row"
        } else if METHODS.split(' ').any(|method| method == name.value) {
            "is already a method of every enum"
        } else if is_range() {
            "is already the matcher of a range"
        } else {
            return true;
        };
        let better = snake(&upper_camel(&name.value));
        let label = if is_snake(&name.value) {
            "choose another name".to_owned()
        } else if is_keyword(&name.value) {
            "this is a Rust keyword; choose another name".to_owned()
        } else if is_snake(&better) {
            format!("did you mean `{better}`?")
        } else {
            "expected lowercase letters, digits and `_`, such as `is_retryable`".to_owned()
        };
        let message = format!("{} {problem}", quoted(&name.value));
        self.report.error(&name.span, message, label);
        false
    }

    /// The type of a column; each value of a list makes a variant of its own.
    fn check_type(&mut self, row: &Spanned<TypeRow>) -> Option<ColumnType> {
        let values = match &row.value {
            TypeRow::Named(column_type) => return Some(column_type.clone()),
            TypeRow::Enum(values) => values,
        };
        if values.is_empty() {
            let label = "expected at least one string";
            self.report.error(&row.span, "empty list", label);
        }
        let mut seen: HashMap<String, &Spanned<String>> = HashMap::new();
        let mut is_sound = !values.is_empty();
        for value in values {
            let variant = upper_camel(&value.value);
            if !is_upper_camel(&variant) {
                self.no_variant(value);
                is_sound = false;
            } else if let Some(first) = seen.insert(variant.clone(), value) {
                let message = format!("two values have the variant `{variant}`");
                self.report
                    .error(&value.span, message, "choose another value")
                    .related(&first.span, "first one here");
                is_sound = false;
            }
        }
        let values = values.iter().map(|value| value.value.clone());
        is_sound.then(|| ColumnType::Enum(values.collect()))
    }

    /// The value, if a column of the type may have it.
    pub(super) fn check_value(
        &mut self,
        column_type: &ColumnType,
        column: &str,
        found: &Spanned<Scalar>,
    ) -> Option<Value> {
        if let Scalar::Value(value) = &found.value {
            if column_type.accepts(value) {
                return Some(value.clone());
            }
        }
        let mut label = format!("expected {}", expected(column_type));
        let message = match (&found.value, column_type) {
            (Scalar::Value(Value::String(text)), ColumnType::Enum(values)) => {
                if let Some(suggestion) = suggest(text, values.iter().map(String::as_str)) {
                    label = suggestion;
                }
                format!("{} is not a value of `{column}`", quoted(text))
            }
            (Scalar::Value(Value::Integer(_)) | Scalar::HugeInteger, ColumnType::Integer(_)) => {
                format!("`{column}` is out of range")
            }
            (other, _) => {
                if matches!(other, Scalar::Value(Value::String(_))) {
                    label.push_str(", without quotes");
                }
                format!("`{column}` is {}", other.kind())
            }
        };
        self.report.error(&found.span, message, label);
        None
    }

    /// Reports keys that are neither the format's nor columns: one error for each spelling.
    pub(super) fn cells(&mut self, rows: &mut [Row], may_lack_columns: bool) {
        let mut unknown: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        let mut used: HashSet<String> = HashSet::new();
        for row in rows {
            for cell in std::mem::take(&mut row.cells) {
                let found = cell.key.value.as_str();
                if self.column_index.contains_key(found) {
                    used.insert(found.to_owned());
                    row.cells.push(cell);
                } else if !self.declared.contains_key(found) {
                    row.take_misspelt(found);
                    unknown
                        .entry(found.to_owned())
                        .or_default()
                        .push(cell.key.span);
                }
            }
        }
        let mut unknown: Vec<(String, Vec<Span>)> = unknown.into_iter().collect();
        unknown.sort_by_key(|(_, spans)| spans[0].start);
        let mut reported = 0;
        for (found, spans) in unknown {
            if self.check_odd_column(&found, &spans, &used) {
                continue;
            }
            if reported < Report::MAX || may_lack_columns {
                reported += usize::from(self.unknown_key(&found, &spans, may_lack_columns));
            } else {
                // It is counted only: a suggestion for each would take the square of the table.
                self.report.error(&spans[0], "unknown key", "");
            }
        }
    }

    /// Reports a declaration that many rows spell in another way.
    fn check_odd_column(&mut self, found: &str, spans: &[Span], used: &HashSet<String>) -> bool {
        let [first, _, ..] = spans else {
            return false;
        };
        let declared = self.declared.iter();
        let unused = declared.filter(|(name, _)| !used.contains(*name));
        let odd = nearest(found, unused.map(|(name, _)| name.as_str()));
        if let Some(odd) = odd {
            let (column, key) = (quoted(odd), quoted(found));
            let message = format!("column {column} is called {key} in {} rows", spans.len());
            self.report
                .error(
                    &self.declared[odd],
                    message,
                    format!("did you mean `{found}`?"),
                )
                .related(first, "the first of these rows");
        }
        odd.is_some()
    }

    /// Reports a key, unless it may be that of a column that could not be read.
    fn unknown_key(&mut self, found: &str, spans: &[Span], may_lack_columns: bool) -> bool {
        let columns = self.columns.iter().map(|column| column.name.as_str());
        let columns: Vec<&str> = columns.collect();
        let words = Row::KEYS.into_iter().chain(columns.iter().copied());
        let label = match found {
            "default_language" | "columns" => Some("move it above the first header".to_owned()),
            "is_sendable" | "is_browser_sendable" => {
                Some("this follows from the number and its `sender`; remove it".to_owned())
            }
            "code" | "codes" => Some("remove it; the row's key is the number".to_owned()),
            "type" | "default" | "optional" => Some("this is a key of `[columns.NAME]`".to_owned()),
            _ => suggest(found, words),
        };
        if label.is_none() && may_lack_columns {
            return false;
        }
        let mut help = Vec::new();
        if label.is_none() {
            help.push(format!(
                "the keys of a row are {}; the columns are {}; to add a column, declare {}",
                list(&Row::KEYS, "and"),
                list(&columns, "and"),
                quoted(&format!("[columns.{found}]"))
            ));
        }
        if let [_, _, ..] = spans {
            help.push(format!("also in {}", more(spans.len() - 1, "row")));
        }
        let label = label.unwrap_or_else(|| "expected a key of a row, or a column".to_owned());
        let message = format!("unknown key {} in a row", quoted(found));
        let added = self.report.error(&spans[0], message, label);
        if !help.is_empty() {
            added.help(help.join("; "));
        }
        true
    }
}

/// Reports columns that have no value for some codes, and gives them one.
pub(super) fn check_required(
    table: &mut Table,
    declared: &BTreeMap<String, Span>,
    report: &mut Report<'_>,
) {
    for index in 0..table.columns.len() {
        let column = &table.columns[index];
        let is_required = column.fallback == Fallback::Required;
        let mut segments = table.segments.iter().filter(|_| is_required);
        let Some(segment) = segments.find(|segment| segment.values[index].is_none()) else {
            continue;
        };
        if let Some(place) = declared.get(&column.name) {
            let (column, name) = (
                quoted(&column.name),
                quoted(&table.entry(segment.owner).name),
            );
            let message = format!("column {column} has no value for {name} {}", segment.span);
            let label = "add `default = …`, or `optional = true`";
            report.error(place, message, label);
        }
        let placeholder = column.column_type.placeholder();
        table.columns[index].fallback = Fallback::Default(placeholder);
    }
}

/// What a value of the type is, for messages.
fn expected(column_type: &ColumnType) -> String {
    match column_type {
        ColumnType::Bool => "`true` or `false`".to_owned(),
        ColumnType::Integer(integer) => {
            let bounds = integer.bounds();
            format!("an integer from {} to {}", bounds.start(), bounds.end())
        }
        ColumnType::String => "a string".to_owned(),
        ColumnType::Enum(values) => list(values, "or"),
    }
}
