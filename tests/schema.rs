//! The JSON Schema of the format against the parser: an editor completes and marks what the macro takes and refuses.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use close_codes::CloseCode;
use close_codes_codegen::{Source, Table};
use close_codes_tests::files;
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

/// Invalid tables that a schema takes for valid ones, each with the reason.
const UNMARKED: [(&str, &str); 6] = [
    ("language_twice", "the case of a key makes a difference"),
    ("name_twice", "rows are not compared"),
    ("number_twice", "rows are not compared"),
    ("range_larger_than_its_home", "rows are not compared"),
    ("range_same", "rows are not compared"),
    ("variant_twice", "rows are not compared"),
];

/// Places of values, each an `@`. What is wrong with a value there, a schema can say.
const PLACES: &[&str] = &[
    "default_language = @",
    "columns = @",
    "range = @",
    "code = @",
    "own = @",
    "[columns]\nown = @",
    "[columns.@]\ntype = 'u8'\ndefault = 1",
    "[columns.own]\ntype = @",
    "[columns.own]\ntype = @\noptional = true",
    "[columns.own]\ntype = 'bool'\ndefault = @",
    "[columns.own]\ntype = 'u8'\ndefault = @",
    "[columns.own]\ntype = 'u16'\ndefault = @",
    "[columns.own]\ntype = 'u32'\ndefault = @",
    "[columns.own]\ntype = 'u64'\ndefault = @",
    "[columns.own]\ntype = 'i64'\ndefault = @",
    "[columns.own]\ntype = 'string'\ndefault = @",
    "[columns.own]\ntype = 'u8'\noptional = @",
    "[columns.own]\ntype = 'u8'\ndefault = 1\noptional = @",
    "[columns.own]\ntype = 'u8'\ndefault = 1\ndescription = @",
    "[columns.own]\ntype = 'u8'\ndefault = 1\nunit = @",
    "[columns.is_sendable]\ndefault = @",
    "[columns.reconnect]\ndefault = @",
    "[columns.sender]\ntype = @",
    "[columns.sender]\noptional = @",
    "[columns.sender]\ndescription = @",
    "[[code]]\ncode = @",
    "[[code]]\ncode = @\nname = 'Own'",
    "[[code]]\ncode = @\nname = 'Own'\nallow_reserved = true",
    "[[code]]\ncode = 4001\nname = @",
    "[[code]]\ncode = 4001\nname = @\nvariant = 'Own'",
    "[[code]]\ncode = 4001\nname = 'Own'\nvariant = @",
    "[[code]]\ncode = 4001\nname = 'Own'\naliases = @",
    "[[code]]\ncode = 4001\nname = 'Own'\naliases = [@]",
    "[[code]]\ncode = 4001\nname = 'Own'\ndescription = @",
    "[[code]]\ncode = 4001\nname = 'Own'\ndescription.en = @",
    "default_language = 'fr'\n[[code]]\ncode = 4001\nname = 'Own'\ndescription.fr = ''\ndescription.@ = ''",
    "default_language = 'de'\n[[code]]\ncode = 4001\nname = 'Own'\ndescription.de = @",
    "[[code]]\ncode = 4001\nname = 'Own'\ndocs = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nreason = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nreference = @",
    "[[code]]\ncode = 4001\nname = 'Own'\ndeprecated = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nreplaces = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nallow_reserved = @",
    "[[code]]\ncode = 4001\nname = 'Own'\ncodes = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nown = @",
    "[[code]]\ncode = 4001\nname = 'Own'\n@ = 1",
    "[[code]]\ncode = 4001\nname = 'Own'\nis_sendable = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nis_browser_sendable = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nsender = @",
    "[[code]]\ncode = 4001\nname = 'Own'\nreconnect = @",
    "[[code]]\ncode = 999\nname = 'Own'\nallow_reserved = @",
    "[[code]]\ncode = 1001\nname = @",
    "[[code]]\ncode = 1001\nvariant = @",
    "[[code]]\ncode = 1001\naliases = @",
    "[[code]]\ncode = 1001\ndescription = @",
    "[[code]]\ncode = 1001\nreplaces = @",
    "[[code]]\ncode = 3000\nname = @\nreplaces = 'Unauthorized'",
    "[[code]]\ncode = 3000\nname = 'Own'\nreplaces = @",
    "[[code]]\ncode = 3000\nreplaces = @",
    "[[code]]\ncode = 3000\nvariant = @",
    "[[range]]\nname = @",
    "[[range]]\nname = @\ncodes = '4100-4199'",
    "[[range]]\nname = 'Own'\nvariant = @\ncodes = '4100-4199'",
    "[[range]]\nname = 'Own'\ncodes = @",
    "[[range]]\nname = 'Own'\ncodes = [@]",
    "[[range]]\nname = 'Own'\ncodes = @\nallow_reserved = true",
    "[[range]]\nname = 'Own'\ncodes = [@]\nallow_reserved = true",
    "[[range]]\nname = 'Own'\ncodes = '4100-4199'\ndescription = @",
    "[[range]]\nname = 'Own'\ncodes = '4100-4199'\nallow_reserved = @",
    "[[range]]\nname = 'Own'\ncodes = '4100-4199'\nsender = @",
    "[[range]]\nname = 'Own'\ncodes = '4100-4199'\nreason = @",
    "[[range]]\nname = 'Own'\ncodes = '4100-4199'\nown = @",
    "[[range]]\nname = 'Application'\ncodes = @",
    "[[range]]\nname = 'Application'\nvariant = @",
    "[[range]]\nname = 'Application'\ndescription = @",
    "[columns.own]\ntype = 'u8'\ndefault = 0\n[[code]]\ncode = 4001\nname = 'Own'\ncodes = @",
    "[columns.own]\ntype = 'u8'\ndefault = 0\n[[range]]\nname = 'Own'\ncodes = '4100'\naliases = @",
];

/// Places of values that are right or wrong by what another place says.
const FAR_PLACES: &[&str] = &[
    "[columns.own]\ntype = ['never', 'en']\ndefault = @",
    "[columns.own]\ntype = 'u16'\ndefault = 0\n[[code]]\ncode = 4001\nname = 'Own'\nown = @",
    "[columns.own]\ntype = 'string'\ndefault = ''\n[[range]]\nname = 'Own'\ncodes = '4100'\nown = @",
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
    "['4100', '4100']",
    "['3100', '4100']",
    "['1004', '1016']",
    "{ en = '' }",
    "{ EN = '' }",
    "{ de = '' }",
    "{ en = 1 }",
    "{ en = '', zh_CN = '' }",
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
    "'4100 to 4199'",
    "'3900-4100'",
    "'0-65535'",
    "'1000'",
    "'1004-1016'",
    "'2900-2999'",
    "'65535-65536'",
];

/// Values with which more can be wrong than a schema can say.
const SUBTLE_VALUES: &[&str] = &[
    "4000.0",
    "2026-01-01",
    "['stop', 'Stop']",
    "{ en = '', EN = '' }",
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
    "'4100-04100'",
];

/// Texts of 123 bytes: with one more a close reason is too long.
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

/// Whether an editor marks anything: what is not TOML, or not as the schema has it.
fn is_marked(text: &str) -> bool {
    let source = Source::new("own.toml", text.to_owned());
    DeTable::parse(source.text())
        .map_or(true, |table| !VALIDATOR.is_valid(&object(table.get_ref())))
}

/// What the macro says of a table that extends the standard one.
fn mistakes(text: &str) -> Vec<String> {
    Table::standard()
        .0
        .extended(&Source::new("own.toml", text.to_owned()))
        .1
}

fn is_refused(text: &str) -> bool {
    !mistakes(text).is_empty()
}

/// What the one mistake of a table lists in backticks, `found` and headers not among them.
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

/// The words of the patterns at a place that have `word` in them: `^(this|that)$`, `^(?!(this|that)$)`.
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

/// The codes of the standard table, as number and row: those whose names stay, or those that can be replaced.
fn standard_codes(stay: bool) -> Vec<(u16, Value)> {
    let standard = standard();
    let rows = standard["code"].as_array().expect("rows").iter();
    let codes = rows.map(|row| (row["code"].as_u64().expect("a number"), row.clone()));
    codes
        .map(|(number, row)| (u16::try_from(number).expect("a code"), row))
        .filter(|(number, _)| stay == (*number < 3000))
        .collect()
}

fn texts<'a>(rows: impl IntoIterator<Item = &'a Value>, key: &str) -> BTreeSet<String> {
    let rows = rows.into_iter();
    rows.map(|row| row[key].as_str().expect("a string").to_owned())
        .collect()
}

fn tables(folder: &str) -> Vec<PathBuf> {
    files(folder, "toml")
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

#[test]
fn the_schema_has_the_keys_of_the_parser() {
    let columns = keys(&standard()["columns"]);
    let row = |header: &str| &keys(at(&format!("/definitions/{header}/properties"))) - &columns;
    for (text, expected) in [
        ("zzz = 1", keys(&SCHEMA["properties"])),
        (
            "[columns.own]\ntype = 'u8'\ndefault = 1\nzzz = 1",
            keys(at("/definitions/column/properties")),
        ),
        ("[[code]]\ncode = 4001\nname = 'Own'\nzzz = 1", row("code")),
        (
            "[[range]]\nname = 'Own'\ncodes = '4100'\nzzz = 1",
            row("range"),
        ),
    ] {
        assert_eq!(&listed(text, "zzz") - &columns, expected, "{text}");
    }
    for header in ["code", "range"] {
        let known =
            format!("/definitions/known_keys/then/properties/{header}/items/patternProperties");
        assert_eq!(
            alternatives(&known, "name"),
            keys(at(&format!("/definitions/{header}/properties")))
        );
    }
}

#[test]
fn the_schema_has_the_types_of_the_parser() {
    assert_eq!(
        listed("[columns.own]\ntype = 'zzz'\noptional = true", "zzz"),
        strings(at("/definitions/column/properties/type/anyOf/0/enum"))
    );
}

#[test]
fn the_schema_has_the_columns_of_the_standard_table() {
    let standard = standard();
    let columns = standard["columns"].as_object().expect("columns");
    assert_eq!(
        keys(at("/properties/columns/properties")),
        keys(&standard["columns"])
    );
    assert_eq!(
        strings(at("/definitions/standard_column/enum")),
        keys(&standard["columns"])
    );
    for (name, column) in columns {
        let value = at(&format!("/definitions/{name}"));
        let default = at(&format!(
            "/properties/columns/properties/{name}/properties/default"
        ));
        assert_eq!(default["default"], column["default"], "{name}");
        for schema in [value, default] {
            if column["type"] == "bool" {
                assert_eq!(schema["type"], "boolean", "{name}");
            } else {
                assert_eq!(schema["enum"], column["type"], "{name}");
            }
        }
        let row = format!("#/definitions/{name}");
        for header in ["code", "range"] {
            assert_eq!(
                at(&format!("/definitions/{header}/properties/{name}"))["$ref"],
                row
            );
        }
    }
}

#[test]
fn the_schema_has_the_names_of_the_standard_table() {
    let standard = standard();
    let ranges = texts(standard["range"].as_array().expect("ranges"), "name");
    assert_eq!(strings(at("/definitions/standard_range/enum")), ranges);

    let fixed = standard_codes(true);
    let mut names = &texts(fixed.iter().map(|(_, row)| row), "name") | &ranges;
    names.extend(
        fixed
            .iter()
            .map(|&(code, _)| format!("{:?}", CloseCode::from_u16(code))),
    );
    assert_eq!(strings(at("/definitions/standard_name/enum")), names);
    let codes: Vec<u16> = fixed.iter().map(|&(code, _)| code).collect();
    assert_eq!(
        *at("/definitions/own_code/if/properties/code/enum"),
        Value::from(codes)
    );

    let free = standard_codes(false);
    let names = texts(free.iter().map(|(_, row)| row), "name");
    assert_eq!(
        strings(at("/definitions/code/properties/replaces/enum")),
        names
    );
    for (code, row) in &free {
        for name in &names {
            let text = format!("[[code]]\ncode = {code}\nname = 'Own'\nreplaces = '{name}'");
            assert_eq!(is_marked(&text), row["name"] != **name, "{text}");
        }
    }
}

#[test]
fn the_schema_has_the_names_that_are_taken() {
    let patterns = "/properties/columns/patternProperties";
    let taken = listed("[columns.docs]\ntype = 'u8'\ndefault = 1", "");
    assert_eq!(alternatives(patterns, "docs"), taken);
    for keyword in alternatives(patterns, "fn") {
        let text = format!("[columns.{keyword}]\ntype = 'u8'\ndefault = 1");
        assert!(is_refused(&text), "{text}");
    }

    let is_alias = |word: &str| {
        let text = format!("[[code]]\ncode = 4001\nname = 'Own'\naliases = ['{word}']");
        !is_refused(&text)
    };
    let mut members: BTreeSet<String> = taken.into_iter().filter(|word| !is_alias(word)).collect();
    members.extend(keys(&standard()["columns"]));
    for (_, row) in standard_codes(true) {
        if let Some(aliases) = row.get("aliases") {
            members.extend(strings(aliases));
        }
    }
    let mut found = strings(at("/definitions/standard_member/enum"));
    assert!(found.is_superset(&members), "{members:?}");
    found.extend(strings(at("/definitions/standard_name/enum")));
    for word in found {
        assert!(!is_alias(&word), "{word}");
    }
}

#[test]
fn a_valid_table_is_not_marked() {
    assert!(!is_marked(STANDARD));
    let valid = tables("fixtures/valid");
    assert!(!valid.is_empty());
    let others = ["fixtures", "hygiene", "../runtime/examples"];
    for file in others.into_iter().flat_map(tables).chain(valid) {
        assert!(!is_marked(&read(&file)), "{}", file.display());
    }
}

#[test]
fn an_invalid_table_is_marked_unless_no_schema_can() {
    let invalid = tables("fixtures/invalid");
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

#[test]
fn a_reason_is_marked_if_it_is_too_long_by_a_character() {
    for (character, count) in LONGEST {
        let text = |count| {
            let reason = character.repeat(count);
            format!("[[code]]\ncode = 4001\nname = 'Own'\nreason = '{reason}'")
        };
        assert!(!is_refused(&text(count)) && !is_marked(&text(count)));
        assert!(is_refused(&text(count + 1)));
        // Bytes cannot be counted, but characters of up to three of them.
        assert_eq!(is_marked(&text(count + 1)), character.len() < 4);
    }
}
