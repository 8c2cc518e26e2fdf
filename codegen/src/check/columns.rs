//! `[columns.NAME]`: columns of the document's own, and other defaults for those inherited.

use std::collections::HashMap;

use super::{Checker, MEMBERS};
use crate::column::{Column, Kind};
use crate::name::{is_keyword, is_snake, is_upper_camel, snake, upper_camel};
use crate::parse::{self, ColumnRow};
use crate::report::{Spanned, list, quoted};
use crate::suggest::suggest;
use crate::value::Value;

impl Checker<'_> {
    pub(super) fn column(&mut self, row: ColumnRow) {
        self.column_names
            .insert(row.name.value.clone(), row.name.span.clone());
        let inherited = self
            .columns
            .iter()
            .position(|column| column.name == row.name.value);
        if let Some(index) = inherited {
            self.inherited_column(index, row);
            return;
        }
        if !self.is_free_column_name(&row.name) {
            return;
        }
        let Some(kind) = row.kind else {
            if !row.has_type {
                let inherited = self.columns.iter().map(|column| column.name.as_str());
                let label = suggest(&row.name.value, inherited)
                    .unwrap_or_else(|| format!("expected `type = …` below: {}", Kind::NAMES));
                let message = format!("column {} without `type`", quoted(&row.name.value));
                self.report.error(&row.name.span, message, label);
            }
            return;
        };
        if !self.is_sound_kind(&kind) {
            return;
        }
        let optional = row.optional.as_ref().is_some_and(|optional| optional.value);
        if let (Some(default), Some(flag), true) = (&row.default, &row.optional, optional) {
            self.report
                .error(
                    &default.span,
                    "a column with a default is never absent",
                    "expected `default` or `optional`, not both",
                )
                .related(&flag.span, "optional by this");
        }
        let default = row.default.map(|default| {
            if self.holds(&kind.value, &row.name.value, &default) {
                default.value
            } else {
                kind.value.any()
            }
        });
        let unread = (!row.intact && !optional).then(|| kind.value.any());
        self.columns.push(Column {
            name: row.name.value,
            kind: kind.value,
            default: default.or(unread),
            optional,
            description: row.description.map_or_else(String::new, |text| text.value),
            is_standard: self.base.is_none(),
        });
        self.widen();
    }

    /// Gives every entry that there is a place for the newest column.
    fn widen(&mut self) {
        let width = self.columns.len();
        let ranges = self.ranges.iter_mut().map(|draft| &mut draft.range.entry);
        for entry in ranges.chain(self.codes.values_mut().map(|code| &mut code.entry)) {
            entry.values.resize(width, None);
        }
    }

    fn inherited_column(&mut self, index: usize, row: ColumnRow) {
        let name = row.name.value;
        for fixed in [
            row.kind.map(|kind| kind.span),
            row.optional.map(|flag| flag.span),
        ]
        .into_iter()
        .flatten()
        {
            let message = format!(
                "column {} of the standard table keeps its type",
                quoted(&name)
            );
            let label = "expected `default` or `description` only";
            self.report.error(&fixed, message, label);
        }
        let kind = self.columns[index].kind.clone();
        if let Some(default) = row.default {
            if self.holds(&kind, &name, &default) {
                self.columns[index].default = Some(default.value);
            }
        }
        if let Some(description) = row.description {
            self.columns[index].description = description.value;
        }
    }

    fn is_free_column_name(&mut self, name: &Spanned<String>) -> bool {
        if !is_snake(&name.value) {
            let better = snake(&upper_camel(&name.value));
            let label = if is_keyword(&name.value) {
                "this is a keyword of Rust; expected one such as `is_retryable`".to_owned()
            } else if is_snake(&better) {
                format!("did you mean `{better}`?")
            } else {
                "expected small letters, digits and `_`, such as `is_retryable`".to_owned()
            };
            let message = format!("column {} is not the name of a method", quoted(&name.value));
            self.report.error(&name.span, message, label);
            return false;
        }
        let mut taken: Vec<String> = MEMBERS.map(str::to_owned).to_vec();
        for header in ["code", "range"] {
            taken.extend(parse::row_keys(header).into_iter().map(str::to_owned));
        }
        let ranges = self.base.into_iter().flat_map(|base| &base.ranges);
        taken.extend(ranges.map(|range| format!("is_{}", snake(&range.entry.variant))));
        if !taken.contains(&name.value) {
            return true;
        }
        taken.retain(|name| is_snake(name));
        taken.sort();
        taken.dedup();
        self.report
            .error(
                &name.span,
                format!("column {} has a name that is taken", quoted(&name.value)),
                "expected another name",
            )
            .help(format!("taken are {}", list(&taken, "and")));
        false
    }

    /// Whether an enum has values, each of which makes a variant of its own.
    fn is_sound_kind(&mut self, kind: &Spanned<Kind>) -> bool {
        let Kind::Enum(values) = &kind.value else {
            return true;
        };
        if values.is_empty() {
            self.report.error(
                &kind.span,
                "a list without values",
                "expected at least one string",
            );
        }
        let mut seen: HashMap<String, &Spanned<String>> = HashMap::new();
        let mut sound = !values.is_empty();
        for value in values {
            let variant = upper_camel(&value.value);
            if !is_upper_camel(&variant) {
                self.no_identifier(value);
                sound = false;
            } else if let Some(first) = seen.insert(variant.clone(), value) {
                self.report
                    .error(
                        &value.span,
                        format!("two values make the variant `{variant}`"),
                        "expected another value",
                    )
                    .related(&first.span, "first made here");
                sound = false;
            }
        }
        sound
    }

    /// Whether a column can have the value.
    pub(super) fn holds(&mut self, kind: &Kind, column: &str, value: &Spanned<Value>) -> bool {
        if kind.holds(&value.value) {
            return true;
        }
        let expected = kind.expected();
        let (message, label) = match (&value.value, kind) {
            (Value::String(text), Kind::Enum(values)) => {
                let values = values.iter().map(|value| value.value.as_str());
                (
                    format!("{} is not a value of `{column}`", quoted(text)),
                    suggest(text, values).unwrap_or_else(|| format!("expected {expected}")),
                )
            }
            (Value::Integer(_), Kind::Integer(..)) => (
                format!("`{column}` is out of range"),
                format!("expected {expected}"),
            ),
            (Value::String(_), _) => (
                format!("`{column}` is a string"),
                format!("expected {expected}, without quotes"),
            ),
            (value, _) => (
                format!("`{column}` is {}", value.kind()),
                format!("expected {expected}"),
            ),
        };
        self.report.error(&value.span, message, label);
        false
    }
}
