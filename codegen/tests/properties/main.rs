//! Claims about every table and every text, tried with generated inputs.
//!
//! The cases are the same in every run. For more and different ones:
//!
//! ```text
//! PROPTEST_CASES=10000 PROPTEST_RNG_SEED=1 cargo test -p close-codes-codegen --test properties
//! ```

#[path = "../claims/mod.rs"]
mod claims;
mod inputs;
mod model;
#[path = "../samples/mod.rs"]
mod samples;
mod tables;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use close_codes_codegen::{
    Checked, Column, ColumnType, Diagnostic, Entry, Fallback, Owner, Source, Table, Value,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::inputs::{cases, edited, edits};
use crate::model::Model;
use crate::tables::{Written, joined};

/// A table without errors on top of another.
fn extended(table: &Table, text: &str) -> Table {
    let (table, diagnostics) = table.extended(&Source::new("generated.toml", text.to_owned()));
    is_empty(&diagnostics);
    table
}

fn is_empty(diagnostics: &[Diagnostic]) {
    let messages = diagnostics.iter().map(Diagnostic::to_string);
    assert!(
        diagnostics.is_empty(),
        "{}",
        messages.collect::<Vec<_>>().join("\n\n")
    );
}

/// Compares a table of these texts, each on top of the one before, with a naive reading of all their rows.
fn is_as_the_rows_say(table: &Table, texts: &[&str]) {
    let model = Model::new(&[&[Source::standard().text()], texts].concat());
    has_the_columns(table, &model);
    has_the_codes_and_ranges(table, &model);
    has_the_owner_and_values_of_each_number(table, &model);
    has_each_name_once(table);
}

fn has_the_columns(table: &Table, model: &Model) {
    let names = table.columns().iter().map(|column| column.name.as_str());
    let names: BTreeSet<&str> = names.collect();
    assert_eq!(names, model.columns().collect());
    assert_eq!(names.len(), table.columns().len());
    for column in table.columns() {
        let Column { name, .. } = column;
        let fallback = match &column.fallback {
            Fallback::Default(value) => Some(plain(value)),
            Fallback::Optional | Fallback::Required => None,
        };
        assert_eq!(fallback, model.default(name), "{name}");
        assert_eq!(column.is_optional(), model.is_optional(name), "{name}");
        let found = match &column.column_type {
            ColumnType::Bool => vec!["bool"],
            ColumnType::Integer(integer) => vec![integer.name()],
            ColumnType::String => vec!["string"],
            ColumnType::Enum(values) => values.iter().map(String::as_str).collect(),
        };
        assert_eq!(found, model.types(name), "{name}");
    }
}

fn has_the_codes_and_ranges(table: &Table, model: &Model) {
    let numbers = table.codes().iter().map(|code| code.number);
    assert!(numbers.eq(model.numbers()));
    for code in table.codes() {
        let owner = model::Owner::Code(code.number);
        let around = model.around(code.number).first().copied();
        has_the_texts(table, &code.entry, model, owner, around);
        let aliases = code.aliases.iter().map(String::as_str);
        assert!(aliases.eq(model.aliases(code.number)), "{code:?}");
        assert_eq!(code.reason.as_deref(), model.text(owner, "reason"));
        assert_eq!(code.deprecated.as_deref(), model.text(owner, "deprecated"));
    }
    let ranges: BTreeSet<usize> = (0..table.ranges().len())
        .map(|range| range_of(table, model, range))
        .collect();
    assert_eq!(ranges.len(), table.ranges().len());
    assert_eq!(ranges.len(), model.range_count());
    for (index, range) in table.ranges().iter().enumerate() {
        let known = range_of(table, model, index);
        let around = model.around(range.spans[0].first());
        let outer = around.iter().skip_while(|&&range| range != known).nth(1);
        let owner = model::Owner::Range(known);
        has_the_texts(table, &range.entry, model, owner, outer.copied());
    }
}

/// The range of the model with the numbers of one of the table.
fn range_of(table: &Table, model: &Model, range: usize) -> usize {
    let spans = table.ranges()[range].spans.iter();
    let spans: Vec<(u16, u16)> = spans.map(|span| (span.first(), span.last())).collect();
    model.range(&spans).expect("a range of the same numbers")
}

fn has_the_texts(
    table: &Table,
    entry: &Entry,
    model: &Model,
    owner: model::Owner,
    around: Option<usize>,
) {
    assert_eq!(Some(entry.name.as_str()), model.text(owner, "name"));
    if let Some(variant) = model.text(owner, "variant") {
        assert_eq!(entry.variant, variant);
    }
    assert_eq!(entry.docs.as_deref(), model.text(owner, "docs"));
    assert_eq!(entry.reference.as_deref(), model.text(owner, "reference"));
    assert_eq!(entry.is_custom(), model.is_custom(owner), "{entry:?}");
    let parent = entry.parent.map(|range| range_of(table, model, range));
    assert_eq!(parent, around, "{entry:?}");

    let texts = table.texts(entry);
    let first = texts.first().map(|&(_, text)| text);
    assert_eq!(first, model.description(owner), "{entry:?}");
    let by_language: BTreeMap<&str, &str> = texts
        .iter()
        .map(|&(language, text)| (language.as_str(), text))
        .collect();
    assert_eq!(by_language.len(), texts.len());
    assert_eq!(by_language, model.descriptions(owner), "{entry:?}");
}

/// Total: each number is in one segment, whose owner and values are those of its rows.
fn has_the_owner_and_values_of_each_number(table: &Table, model: &Model) {
    let mut next = Some(0);
    for segment in table.segments() {
        assert_eq!(Some(segment.span.first()), next);
        next = segment.span.last().checked_add(1);
    }
    assert_eq!(next, None);
    for pair in table.segments().windows(2) {
        let [a, b] = [&pair[0], &pair[1]];
        assert!(a.owner != b.owner || a.values != b.values, "{pair:?}");
    }

    let edges: BTreeSet<u16> = model.edges().collect();
    for number in 0..=u16::MAX {
        let segment = table.segment(number);
        assert!(segment.span.contains(number), "{number}");
        // Neither side can change between these numbers.
        if segment.span.first() != number && !edges.contains(&number) {
            continue;
        }
        let owner = match segment.owner {
            Owner::Code(code) => model::Owner::Code(table.codes()[code].number),
            Owner::Range(range) => model::Owner::Range(range_of(table, model, range)),
        };
        assert_eq!(Some(owner), model.owner(number), "{number}");
        for (index, column) in table.columns().iter().enumerate() {
            let value = table.value(segment, index).map(plain);
            let expected = model.value(number, &column.name);
            assert_eq!(value, expected, "{} of {number}", column.name);
        }
    }
}

/// A value as the model has it.
fn plain(value: &Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::String(text) => text.clone(),
    }
}

/// Lossless: a variant is of one code or range, and a text is parsed as one code.
///
/// A custom code may show the name of a standard one, which is still parsed as the standard code.
fn has_each_name_once(table: &Table) {
    let codes = table.codes().iter().map(|code| &code.entry);
    let entries = codes.chain(table.ranges().iter().map(|range| &range.entry));
    let mut variants = BTreeSet::new();
    for entry in entries {
        assert!(variants.insert(&entry.variant), "{entry:?}");
    }
    let mut texts = BTreeMap::new();
    let by_file = |is_custom| {
        let codes = table.codes().iter();
        codes.filter(move |code| code.entry.is_custom() == is_custom)
    };
    for code in by_file(false).chain(by_file(true)) {
        let own = [&code.entry.variant].into_iter().chain(&code.aliases);
        for text in own {
            let other = texts.insert(text.to_ascii_lowercase(), code.number);
            assert!(other.is_none_or(|other| other == code.number), "{text}");
        }
        let name = code.entry.name.to_ascii_lowercase();
        let parsed = *texts.entry(name).or_insert(code.number);
        let other = table.code(parsed).expect("a code");
        assert!(
            parsed == code.number || !other.entry.is_custom(),
            "{code:?}"
        );
    }
}

/// The tables of `fixtures/valid`.
fn fixtures() -> Vec<String> {
    let tables = samples::fixtures("valid").into_iter();
    tables.map(|(_, text)| text).collect()
}

#[test]
fn a_valid_fixture_is_what_its_rows_say() {
    let (standard, _) = Table::standard();
    for text in fixtures() {
        // The model's TOML parser has no integers larger than `i64`.
        let text = text.replace(&u64::MAX.to_string(), &i64::MAX.to_string());
        is_as_the_rows_say(&extended(&standard, &text), &[&text]);
    }
}

#[test]
fn the_standard_table_is_what_its_rows_say() {
    is_as_the_rows_say(&Table::standard().0, &[]);
}

/// The text above the rows of a generated table, its rows in any order, and a number of rows.
fn parts() -> impl Strategy<Value = (String, Vec<Written>, usize)> {
    tables::parts().prop_flat_map(|(head, rows)| {
        let first = 0..=rows.len();
        (Just(head), Just(rows).prop_shuffle(), first)
    })
}

/// Everything that a table says.
fn said(table: &Table) -> String {
    let rows = (table.codes(), table.ranges(), table.segments());
    format!("{:?}", (rows, table.columns(), table.languages()))
}

/// A table of files, each of which extends the one before.
fn read(texts: &[&str]) -> Table {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("merged");
    fs::create_dir_all(&folder).expect("a writable folder");
    for (file, text) in texts.iter().enumerate() {
        let extends = match file.checked_sub(1) {
            Some(below) => format!("extends = \"{below}.toml\"\n"),
            None => String::new(),
        };
        let file = folder.join(format!("{file}.toml"));
        fs::write(file, extends + text).expect("a writable folder");
    }
    let last = format!("{}.toml", texts.len() - 1);
    let source = Source::load(&last, &[folder]).expect("the last file");
    let Checked {
        table, diagnostics, ..
    } = Checked::read(&source);
    is_empty(&diagnostics);
    table
}

/// Texts made from the parts of tables, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scraps = [
        "[codes]\n",
        "[codes.4000]\n",
        "[codes.\"4000, 4100-4199\"]\n",
        "[columns.a]\n",
        "[columns]\n",
        "[[code]]\n",
        "\n",
        " ",
        " = ",
        "=",
        ".",
        ",",
        "#",
        "code",
        "codes",
        "name",
        "variant",
        "description",
        "description.en",
        "default_language",
        "aliases",
        "type",
        "default",
        "optional",
        "reason",
        "docs",
        "replaces",
        "allow_reserved",
        "4000",
        "65536",
        "1000",
        "-1",
        "1.5",
        "0x",
        "true",
        "1979-05-27",
        "4000-4999",
        "4000 = \"Name\"\n",
        "4000.name = ",
        "\"4000-4999\"",
        "\"Name\"",
        "\"\"",
        "\"",
        "'",
        "\"\"\"",
        "[",
        "]",
        "{",
        "}",
        "[\"a\", \"b\"]",
        "\"bool\"",
        "\"en\"",
        "\"```\"",
        "\"\\u0000\"",
        "超",
        "\u{feff}",
        "\u{202e}",
        "\t",
        "\r\n",
        "\0",
    ];
    vec(prop::sample::select(scraps.to_vec()), 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_valid_table_is_what_its_rows_say(text in tables::tables()) {
        is_as_the_rows_say(&extended(&Table::standard().0, &text), &[&text]);
    }

    #[test]
    fn rows_have_no_order((head, mut rows, _) in parts()) {
        let (standard, _) = Table::standard();
        let table = extended(&standard, &joined(&head, &rows));
        rows.reverse();
        let reversed = extended(&standard, &joined(&head, &rows));
        prop_assert_eq!(said(&reversed), said(&table));
    }

    #[test]
    fn files_are_one_table_whatever_way_they_are_put_together((head, rows, first) in parts()) {
        let texts = [joined(&head, &rows[..first]), joined("", &rows[first..])];
        let texts = texts.each_ref().map(String::as_str);
        let (standard, _) = Table::standard();
        let extended = extended(&extended(&standard, texts[0]), texts[1]);
        is_as_the_rows_say(&extended, &texts);
        prop_assert_eq!(said(&read(&texts)), said(&extended));
    }

    // The nearest file takes precedence over the narrowest row, so the wide rows are in the first file.
    #[test]
    fn rows_are_one_table_in_one_file_or_two((head, mut rows, first) in parts()) {
        let (standard, _) = Table::standard();
        let in_one = extended(&standard, &joined(&head, &rows));
        rows.sort_by_key(|row| Reverse(row.width));
        let below = extended(&standard, &joined(&head, &rows[..first]));
        let in_two = extended(&below, &joined("", &rows[first..]));
        prop_assert_eq!(said(&in_two).replace("file: 2", "file: 1"), said(&in_one));
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_damaged_fixture_is_rust_beside_messages(
        table in prop::sample::select(fixtures()),
        edits in vec((any::<prop::sample::Index>(), edits()), 1..6),
    ) {
        claims::table(&edited(&table, &edits));
    }

    #[test]
    fn a_damaged_table_is_rust_beside_messages(
        table in tables::tables(),
        edits in vec((any::<prop::sample::Index>(), edits()), 1..6),
    ) {
        claims::table(&edited(&table, &edits));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_text_is_rust_beside_messages(text in prop_oneof![any::<String>(), scraps()]) {
        claims::table(&text);
    }
}
