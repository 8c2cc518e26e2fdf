//! JSON of the shape that `close-codes-export.schema.json` describes.

use std::fmt::Write as _;

use close_codes_codegen::{CodeSpan, Column, ColumnType, Fallback, Owner, Table, Value};
use serde_json::{Map, Value as Json, json};

use super::Input;
use super::model::{Model, ModelCode, ModelEntry, ModelRange, ModelSegment, is_invisible};
use crate::table::{is_browser_sendable, is_sendable};

/// Grows when a key is removed, renamed or gets another meaning; not when one is added.
const VERSION: u32 = 1;

#[allow(clippy::unnecessary_wraps)] // as the other formats
pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let mut document = Map::new();
    document.insert("generated".to_owned(), json!(model.header));
    document.extend(self::document(input, &model));
    Ok(visible(&format!("{:#}\n", Json::Object(document))))
}

/// JSON with its invisible characters escaped: outside strings it has line breaks only.
fn visible(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_invisible(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("a string takes all");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// All of a table, without the line that says where it comes from.
pub(super) fn document(input: &Input<'_>, model: &Model<'_>) -> Map<String, Json> {
    let Input { table, about, .. } = *input;
    let texts = about.texts.iter();
    let texts = texts.map(|(language, text)| (language.as_str(), text.as_str()));
    let mut document = object([
        ("version", json!(VERSION)),
        ("title", json!(about.title)),
        ("description", json!(table.description())),
        ("descriptions", descriptions(texts)),
        ("reference", json!(about.reference)),
        ("checked", json!(about.checked)),
        ("languages", json!(model.languages)),
    ]);
    let columns: Vec<Json> = model.columns.iter().map(column).collect();
    let codes = model.codes.iter();
    let codes: Vec<Json> = codes.map(|code| self::code(table, model, code)).collect();
    let ranges = model.ranges.iter();
    let ranges: Vec<Json> = ranges.map(|range| self::range(model, range)).collect();
    let segments = model.segments.iter();
    let unnamed: Vec<Json> = segments
        .filter_map(|part| self::unnamed(table, model, part))
        .collect();
    document.insert("columns".to_owned(), json!(columns));
    document.insert("codes".to_owned(), json!(codes));
    document.insert("ranges".to_owned(), json!(ranges));
    document.insert("unnamed".to_owned(), json!(unnamed));
    document
}

fn column(column: &Column) -> Json {
    let (name, values) = match &column.column_type {
        ColumnType::Bool => ("bool", None),
        ColumnType::Integer(integer) => (integer.name(), None),
        ColumnType::String => ("string", None),
        ColumnType::Enum(values) => ("enum", Some(values)),
    };
    let default = match &column.fallback {
        Fallback::Default(value) => Some(value),
        Fallback::Optional | Fallback::Required => None,
    };
    Json::Object(object([
        ("name", json!(column.name)),
        ("type", json!(name)),
        ("values", json!(values)),
        ("default", value(default)),
        ("is_optional", json!(column.is_optional())),
        ("description", json!(column.description)),
    ]))
}

fn code(table: &Table, model: &Model<'_>, code: &ModelCode<'_>) -> Json {
    let mut item = object([("code", json!(code.number))]);
    item.extend(entry(model, &code.entry));
    item.extend(object([
        ("aliases", json!(code.aliases)),
        ("reason", json!(code.reason)),
        ("deprecated", json!(code.deprecated)),
    ]));
    item.extend(facts(table, model, code.number, &code.values));
    Json::Object(item)
}

fn range(model: &Model<'_>, range: &ModelRange<'_>) -> Json {
    let spans = range
        .spans
        .iter()
        .map(|&span| Json::Object(self::span(span)));
    let mut item = object([("spans", Json::Array(spans.collect()))]);
    item.extend(entry(model, &range.entry));
    Json::Object(item)
}

/// Numbers without a name.
fn unnamed(table: &Table, model: &Model<'_>, segment: &ModelSegment<'_>) -> Option<Json> {
    let Owner::Range(range) = segment.owner else {
        return None;
    };
    let mut item = span(segment.span);
    item.insert("range".to_owned(), json!(model.ranges[range].entry.variant));
    // No segment crosses a border of a standard range, where the facts change.
    item.extend(facts(table, model, segment.span.first(), &segment.values));
    Some(Json::Object(item))
}

/// What codes and ranges have in common.
fn entry(model: &Model<'_>, entry: &ModelEntry<'_>) -> Map<String, Json> {
    let texts = entry.texts.iter().copied();
    let range = entry.range.map(|range| model.ranges[range].entry.variant);
    object([
        ("name", json!(entry.name)),
        ("variant", json!(entry.variant)),
        ("is_custom", json!(entry.is_custom)),
        ("range", json!(range)),
        (
            "description",
            json!(entry.texts.first().map(|(_, text)| text)),
        ),
        ("descriptions", descriptions(texts)),
        ("docs", json!(entry.docs)),
        ("reference", json!(entry.reference)),
    ])
}

/// What holds for a number, whether it has a name or not.
fn facts(
    table: &Table,
    model: &Model<'_>,
    number: u16,
    values: &[Option<&Value>],
) -> Map<String, Json> {
    let columns = model.columns.iter().map(|column| column.name.as_str());
    let values = columns.zip(values.iter().map(|&found| value(found)));
    object([
        ("is_sendable", json!(is_sendable(table, number))),
        ("is_browser_sendable", json!(is_browser_sendable(number))),
        ("values", Json::Object(object(values))),
    ])
}

fn span(span: CodeSpan) -> Map<String, Json> {
    object([("first", json!(span.first())), ("last", json!(span.last()))])
}

fn descriptions<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> Json {
    Json::Object(object(
        texts.map(|(language, text)| (language, json!(text))),
    ))
}

fn value(value: Option<&Value>) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Bool(value)) => json!(value),
        Some(Value::Integer(number)) => json!(number),
        Some(Value::String(text)) => json!(text),
    }
}

fn object<'k>(pairs: impl IntoIterator<Item = (&'k str, Json)>) -> Map<String, Json> {
    let pairs = pairs.into_iter();
    pairs.map(|(key, value)| (key.to_owned(), value)).collect()
}
