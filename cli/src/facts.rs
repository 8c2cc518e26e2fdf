//! What a table says about a code or range, for people and as JSON.

use close_codes_codegen::{CodeSpan, Entry, Owner, Table};
use serde_json::{Map, Value, json};

use crate::language::Languages;
use crate::table::{is_browser_sendable, is_sendable};
use crate::text::on_one_line;

/// The numbers of a range, or of one code: `4000–4099, 4200`.
pub(crate) fn spans(spans: &[CodeSpan]) -> String {
    let spans: Vec<String> = spans.iter().map(CodeSpan::to_string).collect();
    spans.join(", ")
}

/// The range that the codes of an owner are in.
pub(crate) fn range_of(table: &Table, owner: Owner) -> Option<usize> {
    match owner {
        Owner::Code(code) => table.codes()[code].entry.parent,
        Owner::Range(range) => Some(range),
    }
}

/// Where a table is published, and when it was last compared with that.
pub(crate) fn source(table: &Table) -> Option<String> {
    let about = table.about();
    let reference = on_one_line(about.reference.as_deref()?);
    Some(match &about.checked {
        Some(date) => format!("{reference}, checked {date}"),
        None => reference,
    })
}

/// The description in the language that fits best.
pub(crate) fn description<'t>(
    table: &'t Table,
    entry: &'t Entry,
    languages: &Languages,
) -> Option<&'t str> {
    languages.choose(&table.texts(entry))
}

/// As [`description`], if it [`is_specific`].
pub(crate) fn specific<'t>(
    table: &'t Table,
    entry: &'t Entry,
    languages: &Languages,
) -> Option<&'t str> {
    description(table, entry, languages).filter(|_| is_specific(table, entry))
}

/// Whether the description is not that of the standard range around a custom code, which says the
/// same of every code.
pub(crate) fn is_specific(table: &Table, entry: &Entry) -> bool {
    let around = std::iter::successors(Some(entry), |entry| {
        entry.parent.map(|range| &table.ranges()[range].entry)
    });
    let mut described = around.filter(|entry| !entry.texts.is_empty());
    described
        .next()
        .is_some_and(|other| other.is_custom() || !entry.is_custom())
}

/// What a table says about one number.
pub(crate) fn number(table: &Table, number: u16, languages: &Languages) -> Value {
    let segment = table.segment(number);
    let entry = table.entry(segment.owner);
    let code = table.code(number);
    let range = range_of(table, segment.owner).map(|range| &table.ranges()[range]);
    json!({
        "number": number,
        "name": code.map(|_| &entry.name),
        "variant": code.map(|_| &entry.variant),
        "aliases": code.map_or(&[][..], |code| &code.aliases),
        "description": description(table, entry, languages),
        "docs": entry.docs,
        "reason": code.and_then(|code| code.reason.as_deref()),
        "reference": entry.reference,
        "deprecated": code.and_then(|code| code.deprecated.as_deref()),
        "range": range.map(|range| json!({
            "name": range.entry.name,
            "spans": json_spans(&range.spans),
        })),
        "columns": columns(table, number),
        "is_custom": entry.is_custom(),
        "is_sendable": is_sendable(table, number),
        "is_browser_sendable": is_browser_sendable(number),
    })
}

/// What a table says about a range; columns are those of its numbers without a name.
pub(crate) fn range(table: &Table, index: usize, languages: &Languages) -> Value {
    let range = &table.ranges()[index];
    let unnamed = unnamed(table, index);
    json!({
        "name": range.entry.name,
        "variant": range.entry.variant,
        "spans": json_spans(&range.spans),
        "description": description(table, &range.entry, languages),
        "docs": range.entry.docs,
        "reference": range.entry.reference,
        "is_custom": range.entry.is_custom(),
        "unnamed": unnamed.iter().map(|span| json!({
            "first": span.first(),
            "last": span.last(),
            "columns": columns(table, span.first()),
        })).collect::<Value>(),
    })
}

/// The spans of a range's numbers without a name, cut where a column has another value.
pub(crate) fn unnamed(table: &Table, range: usize) -> Vec<CodeSpan> {
    let segments = table.segments().iter();
    segments
        .filter(|segment| segment.owner == Owner::Range(range))
        .map(|segment| segment.span)
        .collect()
}

pub(crate) fn json_spans(spans: &[CodeSpan]) -> Value {
    let spans = spans.iter();
    spans
        .map(|span| json!({ "first": span.first(), "last": span.last() }))
        .collect()
}

fn columns(table: &Table, number: u16) -> Value {
    let segment = table.segment(number);
    let mut values = Map::new();
    for (index, column) in table.columns().iter().enumerate() {
        let value = table.value(segment, index);
        values.insert(column.name.clone(), value.map_or(Value::Null, json_value));
    }
    values.into()
}

/// A value as JSON. All integer types fit: the widest are `i64` and `u64`.
pub(crate) fn json_value(value: &close_codes_codegen::Value) -> Value {
    use close_codes_codegen::Value as Cell;
    match value {
        Cell::Bool(value) => (*value).into(),
        Cell::Integer(value) => match i64::try_from(*value) {
            Ok(value) => value.into(),
            Err(_) => u64::try_from(*value).unwrap_or(u64::MAX).into(),
        },
        Cell::String(value) => value.as_str().into(),
    }
}

/// A number of the range that has no name, or its first one.
pub(crate) fn first_unnamed(table: &Table, range: usize) -> u16 {
    let first = unnamed(table, range).first().copied();
    first.unwrap_or(table.ranges()[range].spans[0]).first()
}
