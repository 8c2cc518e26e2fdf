//! The JSON Schema of the format, compared with the parser: editors accept what the macro accepts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use close_codes::CloseCode;
use close_codes_codegen::{Diagnostic, Source, Table};
use jsonschema::Validator;
use serde_json::{Number, Value};
use toml::de::{DeTable, DeValue};

const STANDARD: &str = include_str!("../codegen/close-codes.toml");

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../codegen/close-codes.schema.json");
    serde_json::from_str(text).expect("a file of JSON")
});

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&SCHEMA).expect("a JSON Schema"));

/// Invalid tables that the schema accepts, each with the reason.
const UNMARKED: [(&str, &str); 5] = [
    ("columns_cross", "rows are not compared"),
    ("language_twice", "the case of a key makes a difference"),
    ("name_twice", "rows are not compared"),
    ("range_larger_than_its_parent", "rows are not compared"),
    ("variant_twice", "rows are not compared"),
];

/// Places of values, marked with `@`, where a schema can check the value.
const PLACES: &[&str] = &[
    "title = @",
    "description = @",
    "description.en = @",
    "default_language = 'de'\ndescription.fr = @",
    "reference = @",
    "checked = @",
    "default_language = @",
    "columns = @",
    "codes = @",
    "mine = @",
    "[columns]\nmine = @",
    "[columns.@]\ntype = 'u8'\ndefault = 1",
    "[columns.mine]\ntype = @",
    "[columns.mine]\ntype = @\noptional = true",
    "[columns.mine]\ntype = 'bool'\ndefault = @",
    "[columns.mine]\ntype = 'u8'\ndefault = @",
    "[columns.mine]\ntype = 'u16'\ndefault = @",
    "[columns.mine]\ntype = 'u32'\ndefault = @",
    "[columns.mine]\ntype = 'u64'\ndefault = @",
    "[columns.mine]\ntype = 'i64'\ndefault = @",
    "[columns.mine]\ntype = 'string'\ndefault = @",
    "[columns.mine]\ntype = 'u8'\noptional = @",
    "[columns.mine]\ntype = 'u8'\ndefault = 1\noptional = @",
    "[columns.mine]\ntype = 'u8'\ndefault = 1\ndescription = @",
    "[columns.mine]\ntype = 'u8'\ndefault = 1\nunit = @",
    "[columns.sender]\ndefault = @",
    "[codes]\n@ = 'Overload'",
    "[codes]\n@ = { name = 'Overload', allow_reserved = true }",
    "[codes]\n@ = { reconnect = 'never' }",
    "[codes]\n4001 = @",
    "[codes]\n4001.name = @",
    "[codes]\n4001 = { name = @, variant = 'Custom' }",
    "[codes]\n4001 = { name = 'Custom', variant = @ }",
    "[codes]\n4001 = { name = 'Custom', aliases = @ }",
    "[codes]\n4001 = { name = 'Custom', aliases = [@] }",
    "[codes]\n4001 = { name = 'Custom', description = @ }",
    "[codes]\n4001 = { name = 'Custom', description.en = @ }",
    "default_language = 'fr'\n[codes.4001]\nname = 'Custom'\ndescription.fr = 'x'\ndescription.@ = 'x'",
    "default_language = 'de'\n[codes]\n4001 = { name = 'Custom', description.de = @ }",
    "[codes]\n4001 = { name = 'Custom', docs = @ }",
    "[codes]\n4001 = { name = 'Custom', reason = @ }",
    "[codes]\n4001 = { name = 'Custom', reference = @ }",
    "[codes]\n4001 = { name = 'Custom', deprecated = @ }",
    "[codes]\n4001 = { name = 'Custom', replaces = @ }",
    "[codes]\n4001 = { name = 'Custom', allow_reserved = @ }",
    "[codes]\n4001 = { name = 'Custom', mine = @ }",
    "[codes]\n4001 = { name = 'Custom', @ = 1 }",
    "[codes]\n4001 = { name = 'Custom', is_sendable = @ }",
    "[codes]\n4001 = { name = 'Custom', sender = @ }",
    "[codes]\n4001 = { name = 'Custom', reconnect = @ }",
    "[codes]\n999 = { name = 'Custom', allow_reserved = @ }",
    "[codes]\n1001 = @",
    "[codes]\n1001 = { name = @, reconnect = 'never' }",
    "[codes]\n1001.variant = @",
    "[codes]\n1001.aliases = @",
    "[codes]\n1001.description = @",
    "[codes]\n1001.replaces = @",
    "[codes]\n1001.sender = @",
    "[codes]\n1001 = { sender = 'server', allow_reserved = @ }",
    "[codes]\n1006 = { sender = @, allow_reserved = true }",
    "[codes]\n3000 = { name = @, replaces = 'Unauthorized' }",
    "[codes]\n3000 = { name = 'Custom', replaces = @ }",
    "[codes]\n3000.replaces = @",
    "[codes]\n3000.variant = @",
    "[codes]\n4100-4199 = @",
    "[codes]\n4100-4199.name = @",
    "[codes]\n4100-4199 = { name = 'Overload', variant = @ }",
    "[codes]\n4100-4199 = { name = 'Overload', description = @ }",
    "[codes]\n4100-4199 = { name = 'Overload', allow_reserved = @ }",
    "[codes]\n4100-4199 = { name = 'Overload', sender = @ }",
    "[codes]\n4100-4199 = { name = 'Overload', reason = @ }",
    "[codes]\n4100-4199 = { name = 'Overload', mine = @ }",
    "[codes]\n4100-4199 = { reconnect = 'never', description = @ }",
    "[codes]\n3900-4099 = { reconnect = 'never', name = @ }",
    "[codes]\n2900-3099 = { sender = 'server', allow_reserved = @ }",
    "[codes]\n4000-4999.variant = @",
    "[codes]\n4000-4999.description = @",
    "[columns.mine]\ntype = 'u8'\ndefault = 0\n[codes]\n4100-4199 = { name = 'Overload', aliases = @ }",
];

/// Places of values that depend on another place.
const FAR_PLACES: &[&str] = &[
    "[columns.mine]\ntype = ['never', 'en']\ndefault = @",
    "[columns.mine]\ntype = 'u16'\ndefault = 0\n[codes]\n4001 = { name = 'Custom', mine = @ }",
    "[columns.mine]\ntype = 'string'\ndefault = ''\n[codes]\n4100-4199 = { mine = @ }",
];

const VALUES: &[&str] = &[
    "true",
    "0",
    "1",
    "-1",
    "255",
    "256",
    "999",
    "1001",
    "1004",
    "2999",
    "3000",
    "3001",
    "4000",
    "0x1387",
    "5000",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "1.5",
    "[]",
    "{}",
    "[1]",
    "['stop']",
    "['stop', 'retry']",
    "['stop', 'stop']",
    "['4xx']",
    "['4100', '4200-4299']",
    "{ en = 'x' }",
    "{ EN = 'x' }",
    "{ de = 'x' }",
    "{ en = '' }",
    "{ en = 1 }",
    "{ en = 'x', zh_CN = 'x' }",
    "{ en = 'x', cn = 'x' }",
    "''",
    "' stop'",
    "'stop '",
    "'stop it'",
    "\"stop\\nit\"",
    "\"stop\\u200Bit\"",
    "\"stop\\u200Dit\"",
    "'en'",
    "'EN'",
    "'pt-BR'",
    "'zh-Hant-TW'",
    "'x-test'",
    "'zh_CN'",
    "'english'",
    "'Stop'",
    "'stop_it'",
    "'stop__it'",
    "'StopIt'",
    "'self'",
    "'Self'",
    "'type'",
    "'name'",
    "'from_u16'",
    "'is_application'",
    "'sender'",
    "'4xx'",
    "'4001'",
    "'Going Away'",
    "'GoingAway'",
    "'Application'",
    "'never'",
    "'u8'",
    "'u 8X'",
    "\"a'b\"",
    "'u128'",
    "'04100'",
    "'4100-4199'",
    "'4100 - 4199'",
    "'4100 to 4199'",
    "'4100-4199, 4300'",
    "'4100-4199,4300'",
    "'4300, '",
    "'3100-3199, 4100-4199'",
    "'3900-4100'",
    "'0-65535'",
    "'1000'",
    "'1004-1016'",
    "'1004, 1016-1099'",
    "'2900-2999'",
    "'65535-65536'",
    "\"stop\\n\\nit\"",
    "\"stop\\u0000it\"",
];

/// Values that a schema cannot check completely.
const SUBTLE_VALUES: &[&str] = &[
    "4000.0",
    "2026-01-01",
    "['stop', 'Stop']",
    "{ en = 'x', EN = 'x' }",
    "'A'",
    "'é'",
    "'超时'",
    "'—'",
    "'４'",
    "'going away'",
    "'Unauthorized'",
    "'CLOSE_NORMAL'",
    "'Missing Extension'",
    "'APPLICATION'",
    "'NAMED'",
    "'4199-4100'",
    "'4100-4100'",
    "'4100, 4100'",
    "'1016-1999, 1004'",
    "'4000-4999'",
    "1001",
    "3003",
];

/// Texts of 123 bytes, the maximum of a close reason.
const LONGEST: [(&str, usize); 4] = [("a", 123), ("é", 61), ("超", 41), ("🌊", 30)];

/// A value of TOML as an editor shows it to the schema.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Integer(number) => i128::from_str_radix(number.as_str(), number.radix())
            .ok()
            .and_then(Number::from_i128)
            .map_or_else(|| f64::MAX.into(), Value::Number),
        DeValue::Float(number) => number.as_str().parse().map_or(Value::Null, f64::into),
        DeValue::Datetime(time) => time.to_string().into(),
        DeValue::Array(values) => values.iter().map(|value| json(value.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

fn object(table: &DeTable<'_>) -> Value {
    let entries = table.iter();
    entries
        .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())))
        .collect()
}

/// Whether an editor reports an error: invalid TOML, or TOML that does not match the schema.
fn is_marked(text: &str) -> bool {
    let source = Source::new("custom.toml", text.to_owned());
    DeTable::parse(source.text())
        .map_or(true, |table| !VALIDATOR.is_valid(&object(table.get_ref())))
}

/// What the macro reports for a table that extends the standard one.
fn mistakes(text: &str) -> Vec<String> {
    let source = Source::new("custom.toml", text.to_owned());
    let (_, diagnostics) = Table::standard().0.extended(&source);
    diagnostics.iter().map(Diagnostic::to_string).collect()
}

fn is_refused(text: &str) -> bool {
    !mistakes(text).is_empty()
}

/// The texts in backticks in the only error of a table, without `found` and headers.
fn listed(text: &str, found: &str) -> BTreeSet<String> {
    let [mistake] = &mistakes(text)[..] else {
        panic!("not one mistake in {text}");
    };
    let words = mistake.split('`').skip(1).step_by(2);
    words
        .filter(|word| *word != found && !word.starts_with('['))
        .map(str::to_owned)
        .collect()
}

fn at(pointer: &str) -> &'static Value {
    let value = SCHEMA.pointer(pointer);
    value.unwrap_or_else(|| panic!("nothing at {pointer} of the schema"))
}

fn strings(values: &Value) -> BTreeSet<String> {
    let values = values.as_array().expect("a list").iter();
    values
        .map(|value| value.as_str().expect("a string").to_owned())
        .collect()
}

fn keys(object: &Value) -> BTreeSet<String> {
    object
        .as_object()
        .expect("an object")
        .keys()
        .cloned()
        .collect()
}

/// The words of the pattern that contains `word`: `^(this|that)$`.
fn alternatives(pointer: &str, word: &str) -> BTreeSet<String> {
    let patterns = keys(at(pointer));
    let words = |pattern: &String| -> BTreeSet<String> {
        let words = pattern.trim_matches(|c: char| !c.is_alphabetic());
        words.split('|').map(str::to_owned).collect()
    };
    let mut found = patterns
        .iter()
        .map(words)
        .filter(|words| words.contains(word));
    found.next().expect("a pattern with the word")
}

fn standard() -> Value {
    object(DeTable::parse(STANDARD).expect("a table").get_ref())
}

/// The rows of the standard table by their keys: codes, or ranges.
fn standard_rows(are_codes: bool) -> Vec<(String, Value)> {
    let standard = standard();
    let rows = standard["codes"].as_object().expect("rows").iter();
    let rows = rows.filter(|(key, _)| key.parse::<u16>().is_ok() == are_codes);
    rows.map(|(key, row)| (key.clone(), row.clone())).collect()
}

/// The codes of the standard table, as number and row: those that keep their names, or those that can be replaced.
fn standard_codes(stay: bool) -> Vec<(u16, Value)> {
    let codes = standard_rows(true).into_iter();
    codes
        .map(|(number, row)| (number.parse().expect("a code"), row))
        .filter(|(number, _)| stay == (*number < 3000))
        .collect()
}

fn texts<'a>(rows: impl IntoIterator<Item = &'a Value>, key: &str) -> BTreeSet<String> {
    let rows = rows.into_iter();
    rows.map(|row| row[key].as_str().expect("a string").to_owned())
        .collect()
}

fn tables(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(&folder).expect("a folder of this repository");
    let files = files.map(|file| file.expect("a file of the folder").path());
    let mut tables: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|end| end == "toml"))
        .collect();
    tables.sort();
    tables
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a file of UTF-8")
}

#[test]
fn the_schema_is_valid() {
    assert_eq!(SCHEMA["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(jsonschema::meta::validate(&SCHEMA).is_ok());
}

#[test]
fn editors_find_the_schema_beside_the_standard_table() {
    assert_eq!(
        STANDARD.lines().next(),
        Some("#:schema ./close-codes.schema.json")
    );
}

/// The schema of the rows with keys like this one.
fn rows_like<'s>(patterns: &'s Value, key: &str) -> &'s Value {
    let patterns = patterns.as_object().expect("patterns").iter();
    let mut fitting = patterns.filter(|(pattern, _)| {
        let schema = serde_json::json!({ "propertyNames": { "pattern": pattern } });
        jsonschema::is_valid(&schema, &serde_json::json!({ key: 1 }))
    });
    let (_, rows) = fitting.next().expect("a pattern for the key");
    assert_eq!(fitting.next(), None, "more than one pattern for {key}");
    rows
}

#[test]
fn the_schema_has_the_keys_of_the_parser() {
    let columns = keys(&standard()["columns"]);
    let row = |kind: &str| &keys(at(&format!("/definitions/{kind}/properties"))) - &columns;
    for (text, expected) in [
        ("zzz = 1", keys(&SCHEMA["properties"])),
        (
            "[columns.mine]\ntype = 'u8'\ndefault = 1\nzzz = 1",
            keys(at("/definitions/column/properties")),
        ),
        ("[codes]\n4001 = { name = 'Custom', zzz = 1 }", row("code")),
    ] {
        assert_eq!(&listed(text, "zzz") - &columns, expected, "{text}");
    }
    for key in row("code") {
        let value = if key == "aliases" { "['x']" } else { "'x'" };
        let text = format!("[codes.4100-4199]\n{key} = {value}\nreconnect = 'never'");
        let mistakes = mistakes(&text).concat();
        let is_of_codes = mistakes.contains("is only for single codes");
        assert_eq!(is_of_codes, !row("range").contains(&key), "{text}");
    }
}

#[test]
fn a_row_is_a_string_or_has_keys_that_are_listed() {
    let without_columns = at("/allOf/1/else/properties/codes/patternProperties");
    for (key, kind) in [
        ("4001", "code"),
        ("4100-4199", "range"),
        ("4100-4199, 4300", "range"),
    ] {
        let patterns = at("/properties/codes/patternProperties");
        let row = rows_like(patterns, key);
        assert_eq!(row["$ref"], format!("#/definitions/{kind}"), "{key}");

        let row = at(&format!("/definitions/{kind}"));
        assert_eq!(row["type"], serde_json::json!(["string", "object"]));
        assert_eq!(row["additionalProperties"], false);
        for alternative in ["anyOf", "oneOf"] {
            assert_eq!(row.get(alternative), None, "{kind}");
        }
        let names = &rows_like(without_columns, key)["propertyNames"]["enum"];
        assert_eq!(strings(names), keys(&row["properties"]), "{kind}");
    }
}

#[test]
fn an_unknown_key_is_marked_by_its_name() {
    for (text, key) in [
        ("defualt_language = 'en'", "defualt_language"),
        ("[codes]\n4000 = { nmae = 'Custom' }", "nmae"),
        ("[codes]\n4100-4199 = { Reconnect = 'never' }", "Reconnect"),
        ("[codes]\n04000 = 'Custom'", "04000"),
        ("[codes.4000]\nname = 'Custom'\n4001 = 'Other'", "4001"),
    ] {
        let table = object(DeTable::parse(text).expect("a table").get_ref());
        let mut errors = VALIDATOR.iter_errors(&table);
        assert!(
            errors.any(|error| error.to_string().contains(key)),
            "{text}"
        );
    }
}

#[test]
fn the_schema_has_the_types_of_the_parser() {
    assert_eq!(
        listed("[columns.mine]\ntype = 'zzz'\noptional = true", "zzz"),
        strings(at("/definitions/column/properties/type/then/enum"))
    );
}

#[test]
fn the_schema_has_the_columns_of_the_standard_table() {
    let standard = standard();
    let columns = standard["columns"].as_object().expect("columns");
    assert_eq!(
        keys(at(
            "/definitions/custom_table/properties/columns/properties"
        )),
        keys(&standard["columns"])
    );
    for (name, column) in columns {
        let value = at(&format!("/definitions/{name}"));
        assert_eq!(value["enum"], column["type"], "{name}");
        for kind in ["code", "range"] {
            assert_eq!(
                at(&format!("/definitions/{kind}/properties/{name}"))["$ref"],
                format!("#/definitions/{name}")
            );
        }
    }
}

#[test]
fn the_schema_has_the_names_of_the_standard_table() {
    let ranges = standard_rows(false);
    let ranges = texts(ranges.iter().map(|(_, row)| row), "name");
    let fixed = standard_codes(true);
    let mut names = &texts(fixed.iter().map(|(_, row)| row), "name") | &ranges;
    names.extend(
        fixed
            .iter()
            .map(|&(code, _)| format!("{:?}", CloseCode::from_u16(code))),
    );
    assert_eq!(strings(at("/definitions/standard_name/enum")), names);

    for (key, row) in standard_rows(true).into_iter().chain(standard_rows(false)) {
        let name = row["name"].as_str().expect("a name");
        let text = |name: &str| format!("[codes]\n\"{key}\" = '{name}'");
        let section = |name: &str| format!("[codes.\"{key}\"]\nname = '{name}'");
        for repeated in [name, &name.to_lowercase(), &name.to_uppercase()] {
            for table in [text(repeated), section(repeated)] {
                assert!(!is_marked(&table) && !is_refused(&table), "{table}");
            }
        }
        // A whole open range can be a separate range.
        let is_open = key.contains('-') && key.starts_with(['3', '4']);
        for other in [format!("{name} 2"), format!("New {name}")] {
            for table in [text(&other), section(&other)] {
                assert_eq!(is_marked(&table), !is_open, "{table}");
                assert_eq!(is_refused(&table), !is_open, "{table}");
            }
        }
    }

    let free = standard_codes(false);
    let names = texts(free.iter().map(|(_, row)| row), "name");
    assert_eq!(
        strings(at("/definitions/code/properties/replaces/anyOf/0/enum")),
        names
    );
    for (code, row) in &free {
        for name in &names {
            let text = format!("[codes]\n{code} = {{ name = 'Custom', replaces = '{name}' }}");
            assert_eq!(is_marked(&text), row["name"] != **name, "{text}");
        }
    }
}

/// The functions of the standard enum, including those of traits, from the list of the public API.
fn functions() -> BTreeSet<String> {
    let api = read(Path::new("proof/api.txt"));
    let signatures = api.lines();
    let signatures = signatures.filter_map(|line| line.split_once("fn close_codes::CloseCode::"));
    let name = |(_, signature): (&str, &str)| {
        let end = signature.find(['(', '<']).expect("a list of parameters");
        signature[..end].to_owned()
    };
    signatures.map(name).collect()
}

#[test]
fn the_schema_has_the_names_that_are_taken() {
    let patterns = at("/properties/columns/patternProperties");
    let is_refused_as_column =
        |name: &str| is_refused(&format!("[columns.{name}]\ntype = 'u8'\ndefault = 1"));
    let is_false = |name: &str| {
        let patterns = patterns.as_object().expect("patterns").keys();
        let schema = serde_json::json!({ "patternProperties": patterns.map(|pattern| (pattern.clone(), Value::Bool(false))).collect::<serde_json::Map<_, _>>() });
        !jsonschema::is_valid(&schema, &serde_json::json!({ name: 1 }))
    };
    let standard = keys(&standard()["columns"]);
    let functions = &functions() - &standard;
    assert!(functions.contains("to_frame"));
    for function in &functions {
        assert!(is_false(function), "{function}");
        assert!(is_refused_as_column(function), "{function}");
    }
    for word in ["docs", "fn", "from"] {
        for name in alternatives("/properties/columns/patternProperties", word) {
            assert!(is_refused_as_column(&name), "{name}");
        }
    }

    let is_alias = |word: &str| {
        !is_refused(&format!(
            "[codes]\n4001 = {{ name = 'Custom', aliases = ['{word}'] }}"
        ))
    };
    let mut members: BTreeSet<String> = standard;
    members.extend(functions.into_iter().filter(|word| !is_alias(word)));
    for (_, row) in standard_codes(true) {
        if let Some(aliases) = row.get("aliases") {
            members.extend(strings(aliases));
        }
    }
    let mut found = strings(at("/definitions/standard_member/enum"));
    let missing: Vec<&String> = members.difference(&found).collect();
    assert_eq!(missing, [""; 0]);
    found.extend(strings(at("/definitions/standard_name/enum")));
    for word in found {
        assert!(!is_alias(&word), "{word}");
    }
}

#[test]
fn a_valid_table_is_not_marked() {
    assert!(!is_marked(STANDARD));
    let valid = tables("../codegen/tests/fixtures/valid");
    assert!(!valid.is_empty());
    let others = [
        "fixtures",
        "hygiene",
        "../runtime/examples",
        "../runtime/guide",
        "../catalogue/tables",
    ];
    for file in others.into_iter().flat_map(tables).chain(valid) {
        assert!(!is_marked(&read(&file)), "{}", file.display());
    }
}

#[test]
fn an_invalid_table_is_marked_unless_no_schema_can() {
    let invalid = tables("../codegen/tests/fixtures/invalid");
    let stem = |file: &PathBuf| {
        let stem = file.file_stem().expect("a name");
        stem.to_string_lossy().into_owned()
    };
    let unmarked: BTreeSet<String> = invalid
        .iter()
        .filter(|file| !is_marked(&read(file)))
        .map(stem)
        .collect();
    let expected: BTreeSet<String> = UNMARKED
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(unmarked, expected);
}

#[test]
fn a_value_is_marked_where_the_parser_refuses_it() {
    let mut apart = Vec::new();
    for place in PLACES {
        for value in VALUES {
            let text = place.replace('@', value);
            if is_marked(&text) != is_refused(&text) {
                apart.push(text);
            }
        }
    }
    assert_eq!(apart, [""; 0]);
}

#[test]
fn no_value_is_marked_that_the_parser_takes() {
    let far = FAR_PLACES
        .iter()
        .flat_map(|place| VALUES.iter().map(move |value| (place, value)));
    let subtle = PLACES.iter().chain(FAR_PLACES);
    let subtle = subtle.flat_map(|place| SUBTLE_VALUES.iter().map(move |value| (place, value)));
    let texts = far
        .chain(subtle)
        .map(|(place, value)| place.replace('@', value));
    let marked: Vec<String> = texts
        .filter(|text| is_marked(text) && !is_refused(text))
        .collect();
    assert_eq!(marked, [""; 0]);
}

/// The parser resolves relative paths, but an editor does not know the files.
#[test]
fn a_path_of_a_table_is_marked_if_it_is_no_path_or_absolute() {
    for (value, expected) in [
        ("'company.toml'", false),
        ("'../company.toml'", false),
        ("'./tables/公司.toml'", false),
        ("''", true),
        ("'/etc/company.toml'", true),
        ("1", true),
        ("['company.toml']", true),
    ] {
        assert_eq!(
            is_marked(&format!("extends = {value}")),
            expected,
            "{value}"
        );
    }
}

/// Rows about codes, ranges and columns that only the extended table has.
#[test]
fn what_a_table_below_may_have_is_not_marked() {
    let rows = "\
        [codes]\n\
        3000 = { name = 'Custom', replaces = 'Other' }\n\
        4001 = { reconnect = 'never', mine = 1 }\n\
        4002 = { name = 'Custom', replaces = 'Other', description.de = 'x' }\n\
        4100-4199 = { description = 'x', docs = 'x', variant = 'Custom' }\n";
    assert!(!is_marked(&format!("extends = 'company.toml'\n{rows}")));
    let lines: Vec<&str> = rows.lines().skip(1).collect();
    for line in lines {
        assert!(is_marked(&format!("[codes]\n{line}")), "{line}");
    }
    for rows in [
        "[codes]\n1006.sender = 'client'",
        "[codes]\n4001.reconnect = 'sometimes'",
        "[columns.sender]\ntype = 'u8'\ndefault = 0",
    ] {
        assert!(
            is_marked(&format!("extends = 'company.toml'\n{rows}")),
            "{rows}"
        );
    }
}

#[test]
fn a_reason_is_marked_if_it_is_too_long_by_a_character() {
    for (character, count) in LONGEST {
        let text = |count| {
            let reason = character.repeat(count);
            format!("[codes]\n4001 = {{ name = 'Custom', reason = '{reason}' }}")
        };
        assert!(!is_refused(&text(count)) && !is_marked(&text(count)));
        assert!(is_refused(&text(count + 1)));
        // A schema cannot count bytes, only characters, which have up to three of them.
        assert_eq!(is_marked(&text(count + 1)), character.len() < 4);
    }
}
