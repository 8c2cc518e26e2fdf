//! JSON, compared with the table for all 65536 numbers, and with its schema.

use std::fs;

use close_codes_codegen::{ColumnType, Entry, Fallback, Language, Owner, Segment, Table, Value};
use serde_json::{Map, Value as Json, json};

use crate::{Case, cases, close_codes, root, run};

/// The schema, which allows more keys than there are, as one that does not.
fn schema() -> jsonschema::Validator {
    let path = root().join("cli/close-codes-export.schema.json");
    let mut schema: Json =
        serde_json::from_str(&fs::read_to_string(path).expect("a schema")).expect("JSON");
    let definitions = schema["definitions"]
        .as_object()
        .expect("definitions")
        .clone();
    let mut strict = 0;
    for (name, mut definition) in definitions {
        if definition["properties"].is_object() {
            definition["additionalProperties"] = json!(false);
            strict += 1;
        }
        schema["definitions"][name] = definition;
    }
    assert!(strict >= 4);
    schema["additionalProperties"] = json!(false);
    jsonschema::draft7::new(&schema).expect("a schema")
}

pub(crate) fn parsed(case: &Case) -> Json {
    serde_json::from_str(&case.export("json")).expect("JSON")
}

#[test]
fn what_is_written_follows_the_schema() {
    let schema = schema();
    let mut documents: Vec<(String, Json)> = cases()
        .iter()
        .map(|case| (case.name(), parsed(case)))
        .collect();
    let own = run(close_codes().args(["export", "--to", "json", "--own", "discord-gateway"]));
    documents.push((
        "--own".to_owned(),
        serde_json::from_str(&own).expect("JSON"),
    ));
    for (name, document) in documents {
        let errors: Vec<String> = schema
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn the_schema_refuses_what_is_not_written() {
    let schema = schema();
    let case = &cases()[0];
    let whole = parsed(case);
    assert!(schema.is_valid(&whole));
    for key in whole.as_object().expect("an object").keys() {
        let mut document = whole.clone();
        document
            .as_object_mut()
            .expect("an object")
            .shift_remove(key);
        assert!(!schema.is_valid(&document), "{key}");
    }
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/codes/0/code", json!(65536)),
        ("/codes/0/name", json!(null)),
        ("/codes/0/values/sender", json!(["either"])),
        ("/columns/0/values", json!(null)),
        ("/ranges/0/spans", json!([])),
        ("/unnamed/0/range", json!(null)),
        ("/checked", json!("today")),
    ] {
        let mut document = whole.clone();
        *document.pointer_mut(pointer).expect(pointer) = value;
        assert!(!schema.is_valid(&document), "{pointer}");
    }
}

#[test]
fn every_number_has_what_the_table_says() {
    for case in cases() {
        let document = parsed(&case);
        let (table, name) = (&case.table, case.name());
        let items = |key: &str| document[key].as_array().expect("a list");
        let (codes, unnamed) = (items("codes"), items("unnamed"));
        assert_eq!(codes.len(), table.codes().len(), "{name}");
        assert_eq!(items("ranges").len(), table.ranges().len(), "{name}");
        let mut found = 0;
        // Neighbours of a segment have one item of `unnamed`.
        let mut last: Option<(*const Segment, *const Json)> = None;
        for number in 0..=u16::MAX {
            let code =
                codes.binary_search_by_key(&u64::from(number), |code| integer(&code["code"]));
            let after =
                unnamed.partition_point(|item| integer(&item["first"]) <= u64::from(number));
            let within = after.checked_sub(1).map(|index| &unnamed[index]);
            let within = within.filter(|item| u64::from(number) <= integer(&item["last"]));
            let segment = table.segment(number);
            let item = match (code, within) {
                (Ok(index), None) => &codes[index],
                (Err(_), Some(item)) => item,
                _ => panic!("{name}: {number} has not one item"),
            };
            let in_browser = number == 1000 || (3000..=4999).contains(&number);
            assert_eq!(item["is_browser_sendable"], in_browser, "{number}");
            found += 1;
            let pair = (std::ptr::from_ref(segment), std::ptr::from_ref(item));
            if last != Some(pair) {
                compare(table, number, segment, item);
                last = Some(pair);
            }
        }
        assert_eq!(found, 1 << 16);
    }
}

/// What the item of a number says of it.
fn compare(table: &Table, number: u16, segment: &Segment, item: &Json) {
    match segment.owner {
        Owner::Code(code) => {
            let code = &table.codes()[code];
            assert_eq!(item["code"], number);
            compare_entry(table, &code.entry, item);
            assert_eq!(item["aliases"], json!(code.aliases), "{number}");
            assert_eq!(item["reason"], json!(code.reason), "{number}");
            assert_eq!(item["deprecated"], json!(code.deprecated), "{number}");
        }
        Owner::Range(range) => {
            assert_eq!(
                item["range"],
                table.ranges()[range].entry.variant,
                "{number}"
            );
        }
    }
    let values = table.columns().iter().enumerate().map(|(index, column)| {
        let value = table.value(segment, index).map_or(Json::Null, value);
        (column.name.clone(), value)
    });
    let values: Map<String, Json> = values.collect();
    assert_eq!(
        item["is_sendable"],
        values["sender"] != "nobody",
        "{number}"
    );
    assert_eq!(item["values"], Json::Object(values), "{number}");
}

fn compare_entry(table: &Table, entry: &Entry, item: &Json) {
    let name = &entry.name;
    let texts = table.texts(entry);
    let parent = entry
        .parent
        .map(|range| &table.ranges()[range].entry.variant);
    assert_eq!(item["name"], *name);
    assert_eq!(item["variant"], entry.variant, "{name}");
    assert_eq!(item["is_custom"], entry.is_custom(), "{name}");
    assert_eq!(item["range"], json!(parent), "{name}");
    assert_eq!(
        item["description"],
        json!(texts.first().map(|(_, text)| text)),
        "{name}"
    );
    let texts: Map<String, Json> = texts
        .into_iter()
        .map(|(language, text)| (language.as_str().to_owned(), json!(text)))
        .collect();
    assert_eq!(item["descriptions"], Json::Object(texts), "{name}");
    assert_eq!(item["docs"], json!(entry.docs), "{name}");
    assert_eq!(item["reference"], json!(entry.reference), "{name}");
}

#[test]
fn ranges_columns_and_the_table_itself_are_there() {
    for case in cases() {
        let document = parsed(&case);
        let table = &case.table;
        for (range, item) in table
            .ranges()
            .iter()
            .zip(document["ranges"].as_array().expect("a list"))
        {
            compare_entry(table, &range.entry, item);
            let spans = range.spans.iter();
            let spans = spans.map(|span| json!({ "first": span.first(), "last": span.last() }));
            assert_eq!(
                item["spans"],
                Json::Array(spans.collect()),
                "{}",
                range.entry.name
            );
        }
        let columns = document["columns"].as_array().expect("a list");
        assert_eq!(columns.len(), table.columns().len());
        for (column, item) in table.columns().iter().zip(columns) {
            let (kind, values) = match &column.column_type {
                ColumnType::Bool => ("bool", None),
                ColumnType::Integer(integer) => (integer.name(), None),
                ColumnType::String => ("string", None),
                ColumnType::Enum(values) => ("enum", Some(values)),
            };
            let default = match &column.fallback {
                Fallback::Default(default) => value(default),
                _ => Json::Null,
            };
            let expected = json!({
                "name": column.name, "type": kind, "values": values, "default": default,
                "is_optional": column.is_optional(), "description": column.description,
            });
            assert_eq!(*item, expected);
        }
        let about = table.about();
        assert_eq!(document["title"], json!(about.title));
        assert_eq!(document["description"], json!(table.description()));
        assert_eq!(document["reference"], json!(about.reference));
        assert_eq!(document["checked"], json!(about.checked));
        let languages: Vec<&str> = table
            .languages()
            .into_iter()
            .map(Language::as_str)
            .collect();
        assert_eq!(document["languages"], json!(languages));
    }
}

#[test]
fn no_invisible_character_is_in_the_file() {
    for case in cases() {
        let text = case.export("json");
        let invisible = |c: &char| {
            *c != '\n'
                && (c.is_control() || "\u{2028}\u{202e}\u{2066}\u{200b}\u{feff}".contains(*c))
        };
        assert_eq!(text.chars().find(invisible), None, "{}", case.name());
    }
}

#[test]
fn without_the_standard_codes_only_custom_ones_are_left() {
    let own = run(close_codes().args([
        "export",
        "--to",
        "json",
        "--own",
        "codegen/tests/fixtures/valid/ranges.toml",
    ]));
    let document: Json = serde_json::from_str(&own).expect("JSON");
    for key in ["codes", "ranges"] {
        let items = document[key].as_array().expect("a list");
        assert!(!items.is_empty());
        assert!(items.iter().all(|item| item["is_custom"] == true), "{key}");
    }
    // `Shim` and `Session` are in ranges of the standard table, which are left out.
    let outer = document["ranges"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|range| range["range"].is_null());
    let outer: Vec<&Json> = outer.map(|range| &range["variant"]).collect();
    assert_eq!(outer, ["Shim", "Session"]);
}

fn value(value: &Value) -> Json {
    match value {
        Value::Bool(value) => json!(value),
        Value::Integer(number) => serde_json::from_str(&number.to_string()).expect("a number"),
        Value::String(text) => json!(text),
    }
}

fn integer(value: &Json) -> u64 {
    value.as_u64().expect("an integer")
}
