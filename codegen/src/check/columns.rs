//! `[columns.NAME]`, and the values that rows give columns.

use std::collections::HashMap;

use super::Checker;
use super::names::METHODS;
use crate::case::{is_keyword, is_snake, is_upper_camel, snake, upper_camel};
use crate::diagnostic::{list, more, quoted};
use crate::parse::{ColumnRow, Row, Scalar, TYPES, TypeRow};
use crate::report::{Span, Spanned};
use crate::suggest::{nearest, suggest};
use crate::table::{Column, ColumnType, Fallback, Value};

impl Checker<'_, '_, '_> {
    /// Checks the declaration of a column; of one that was not read whole nothing is reported.
    pub(super) fn column(&mut self, row: ColumnRow) {
        self.report.begin_row();
        let is_whole = row.is_whole;
        self.declared.push(row.name.clone());
        self.declaration(row);
        self.report.end_row(is_whole);
    }

    fn declaration(&mut self, row: ColumnRow) {
        if let Some(column) = self
            .columns
            .iter()
            .find(|column| column.name == row.name.value)
        {
            let found = quoted(&row.name.value);
            let message = format!(
                "{found} is already a column of {}",
                self.file_name(column.file)
            );
            let label = "remove this; rows of `[codes]` change its values";
            self.report.error(&row.name.span, message, label);
            return;
        }
        if !self.check_column_name(&row.name) {
            return;
        }
        let Some(column_type) = row.column_type.get() else {
            if row.column_type.is_absent() {
                let declared = self.columns.iter().map(|column| column.name.as_str());
                let label = suggest(&row.name.value, declared)
                    .unwrap_or_else(|| format!("add `type = …`: {TYPES}"));
                let message = format!("column {} has no `type`", quoted(&row.name.value));
                self.report.error(&row.name.span, message, label);
            }
            return;
        };
        let Some(column_type) = self.check_type(column_type) else {
            return;
        };
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
            let value = self.check_value(&column_type, &row.name.value, default);
            value.unwrap_or_else(|| column_type.placeholder())
        });
        let is_known = row.is_whole && !matches!(row.optional, crate::parse::Field::Malformed);
        let fallback = match default {
            Some(default) => Fallback::Default(default),
            None if is_optional => Fallback::Optional,
            None if is_known => Fallback::Required,
            None => Fallback::Default(column_type.placeholder()),
        };
        self.columns.push(Column {
            name: row.name.value,
            column_type,
            fallback,
            description: row.description.value().cloned().unwrap_or_default(),
            file: self.file(),
        });
    }

    /// Whether a column may have the name, which is that of a method.
    fn check_column_name(&mut self, name: &Spanned<String>) -> bool {
        let found = quoted(&name.value);
        if !is_snake(&name.value) {
            let better = snake(&upper_camel(&name.value));
            let label = if is_keyword(&name.value) {
                "this is a keyword of Rust; choose another name".to_owned()
            } else if is_snake(&better) {
                format!("did you mean `{better}`?")
            } else {
                "expected lower case, digits and `_`, such as `is_retryable`".to_owned()
            };
            self.report.error(
                &name.span,
                format!("{found} is not a name for a column"),
                label,
            );
            return false;
        }
        let is_matcher = |column: &str| {
            let mut ranges = self.ranges.iter();
            ranges.any(|pending| column == format!("is_{}", snake(&pending.range.entry.variant)))
        };
        let taken = if Row::KEYS.contains(&name.value.as_str()) {
            format!("{found} is already a key of every row")
        } else if METHODS.split(' ').any(|method| method == name.value) {
            format!("{found} is already a method of every enum")
        } else if is_matcher(&name.value) {
            format!("{found} is already the method of a range")
        } else {
            return true;
        };
        self.report.error(&name.span, taken, "choose another name");
        false
    }

    /// The type of a column; each value of a list makes a variant of its own.
    fn check_type(&mut self, row: &Spanned<TypeRow>) -> Option<ColumnType> {
        let values = match &row.value {
            TypeRow::Named(column_type) => return Some(column_type.clone()),
            TypeRow::Enum(values) => values,
        };
        if values.is_empty() {
            self.report.error(
                &row.span,
                "a list without values",
                "expected at least one string",
            );
        }
        let mut seen: HashMap<String, &Spanned<String>> = HashMap::new();
        let mut is_sound = !values.is_empty();
        for value in values {
            let variant = upper_camel(&value.value);
            if !is_upper_camel(&variant) {
                self.no_variant(value);
                is_sound = false;
            } else if let Some(first) = seen.insert(variant.clone(), value) {
                self.report
                    .error(
                        &value.span,
                        format!("two values have the variant `{variant}`"),
                        "choose another value",
                    )
                    .related(&first.span, "the first is here");
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
        match &found.value {
            Scalar::Value(value) if column_type.accepts(value) => return Some(value.clone()),
            _ => {}
        }
        let expected = expected(column_type);
        let (message, label) = match (&found.value, column_type) {
            (Scalar::Value(Value::String(text)), ColumnType::Enum(values)) => (
                format!("{} is not a value of `{column}`", quoted(text)),
                suggest(text, values.iter().map(String::as_str))
                    .unwrap_or_else(|| format!("expected {expected}")),
            ),
            (Scalar::Value(Value::Integer(_)) | Scalar::HugeInteger, ColumnType::Integer(_)) => (
                format!("`{column}` is out of range"),
                format!("expected {expected}"),
            ),
            (Scalar::Value(Value::String(_)), _) => (
                format!("`{column}` is a string"),
                format!("expected {expected}, without quotes"),
            ),
            (other, _) => (
                format!("`{column}` is {}", other.kind()),
                format!("expected {expected}"),
            ),
        };
        self.report.error(&found.span, message, label);
        None
    }

    /// Reports keys that are neither the format's nor columns: one error for each spelling.
    pub(super) fn cells(&mut self, rows: &mut [Row], may_lack_columns: bool) {
        let mut unknown: Vec<(String, Vec<Span>)> = Vec::new();
        let mut used: Vec<String> = Vec::new();
        for row in rows {
            let cells = std::mem::take(&mut row.cells);
            for cell in cells {
                let found = cell.key.value.as_str();
                if self.columns.iter().any(|column| column.name == found) {
                    used.push(found.to_owned());
                    row.cells.push(cell);
                } else if self.declared.iter().all(|declared| declared.value != found) {
                    row.take_misspelt(found);
                    match unknown.iter_mut().find(|(key, _)| key == found) {
                        Some((_, spans)) => spans.push(cell.key.span),
                        None => unknown.push((found.to_owned(), vec![cell.key.span])),
                    }
                }
            }
        }
        for (found, spans) in unknown {
            self.unknown_key(&found, &spans, &used, may_lack_columns);
        }
    }

    fn unknown_key(
        &mut self,
        found: &str,
        spans: &[Span],
        used: &[String],
        may_lack_columns: bool,
    ) {
        let unused = self
            .declared
            .iter()
            .filter(|declared| !used.contains(&declared.value));
        let unused: Vec<&Spanned<String>> = unused.collect();
        let odd = nearest(found, unused.iter().map(|declared| declared.value.as_str()));
        let odd = unused
            .into_iter()
            .find(|declared| Some(declared.value.as_str()) == odd);
        if let (Some(odd), [first, _, ..]) = (odd, spans) {
            // Many rows against one declaration.
            let message = format!(
                "column {} is {} in {} rows",
                quoted(&odd.value),
                quoted(found),
                spans.len()
            );
            self.report
                .error(&odd.span, message, format!("did you mean `{found}`?"))
                .related(first, "the first of these rows");
            return;
        }
        let columns: Vec<&str> = self
            .columns
            .iter()
            .map(|column| column.name.as_str())
            .collect();
        let words = Row::KEYS.into_iter().chain(columns.iter().copied());
        let label = match found {
            "default_language" | "columns" => Some("write it above the first header".to_owned()),
            "is_sendable" | "is_browser_sendable" => {
                Some("this follows from the number and its `sender`; remove it".to_owned())
            }
            "code" | "codes" => Some("the key of the row says this; remove it".to_owned()),
            "type" | "default" | "optional" => Some("this is a key of `[columns.NAME]`".to_owned()),
            _ => suggest(found, words),
        };
        if label.is_none() && may_lack_columns {
            return;
        }
        let mut help = Vec::new();
        if label.is_none() {
            help.push(format!(
                "the keys of a row are {}; the columns are {}, and `[columns.{found}]` adds one",
                list(&Row::KEYS, "and"),
                list(&columns, "and")
            ));
        }
        if let [_, _, ..] = spans {
            help.push(format!("and in {}", more(spans.len() - 1, "row")));
        }
        let label = label.unwrap_or_else(|| "expected a key of a row, or a column".to_owned());
        let message = format!("unknown key {} in a row", quoted(found));
        let added = self.report.error(&spans[0], message, label);
        if !help.is_empty() {
            added.help(help.join("; "));
        }
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
