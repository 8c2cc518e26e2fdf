//! What holds for every table, every text and every payload, tried with generated ones.
//!
//! The cases are the same in every run. More of them, and others:
//!
//! ```text
//! PROPTEST_CASES=10000 PROPTEST_RNG_SEED=1 cargo test -p close-codes-tests --test properties
//! ```

mod facts;
mod model;
mod tables;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::rc::Rc;
use std::{env, fs};

use close_codes_codegen::{Expansion, Source, Table};
use close_codes_tests::{CODES, claims, files};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::facts::Facts;
use crate::model::{Model, Owner};
use crate::tables::{Written, joined};

/// So many cases, or as many as the environment asks for.
fn cases(cases: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    let seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(6455),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    let asked = env::var_os("PROPTEST_CASES").map(|_| config.cases);
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        rng_seed: seed,
        failure_persistence: None,
        ..config
    }
}

/// The tables of `fixtures/valid`.
fn fixtures() -> Vec<String> {
    let files = files("fixtures/valid", "toml");
    let read = |file| fs::read_to_string(file).expect("a readable table");
    files.into_iter().map(read).collect()
}

/// All that a table without a mistake expands to, beside what looking through its rows finds.
fn is_as_the_model_says(table: &str) {
    let Expansion {
        tokens,
        diagnostics,
        ..
    } = claims::expansion(table);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let file: syn::File = syn::parse2(tokens).expect("a file of Rust");
    let facts = Facts::new(&file);
    let model = Model::new(&[Source::standard().text(), table]);
    let edges = edges(&facts, &model);
    has_a_variant_for_each_owner(&facts, &model, &edges);
    has_the_texts_of_each_number(&facts, &model, &edges);
    has_the_values_of_each_number(&facts, &model);
    parses_every_text(&facts, &model);
}

/// Every number that is not the same as the one before, in the model and in what is generated.
fn edges(facts: &Facts<'_>, model: &Model) -> Vec<(u16, Owner)> {
    let mut before = None;
    let edges = (0..=u16::MAX).filter_map(|number| {
        let owner = model.owner(number).expect("a code or a range");
        let is_same = before == Some(owner) && facts.are_alike(number - 1, number);
        before = Some(owner);
        (!is_same).then_some((number, owner))
    });
    edges.collect()
}

/// Total and canonical: numbers have one variant if and only if they have one owner.
fn has_a_variant_for_each_owner(facts: &Facts<'_>, model: &Model, edges: &[(u16, Owner)]) {
    let mut variants = HashMap::new();
    for &(number, owner) in edges {
        let variant = &**facts.from_u16[usize::from(number)];
        assert_eq!(*variants.entry(owner).or_insert(variant), variant);
        if let Owner::Code(code) = owner {
            assert_eq!(facts.variants[variant], code);
        }
        if let Some(asked) = model.text(owner, "variant") {
            assert_eq!(variant, asked);
        }
    }
    let count = variants.len();
    let different: HashSet<&str> = variants.into_values().collect();
    assert_eq!(different.len(), count);
    assert_eq!(facts.variants.len(), count);
    let discriminants: HashSet<u16> = facts.variants.values().copied().collect();
    assert_eq!(discriminants.len(), count);
    assert_eq!(facts.tags, facts.variants);

    assert_eq!(facts.numbers, model.numbers());
    let named = facts.numbers.iter();
    let named = named.map(|&number| &*facts.from_u16[usize::from(number)]);
    assert!(named.eq(&facts.named));
}

fn has_the_texts_of_each_number(facts: &Facts<'_>, model: &Model, edges: &[(u16, Owner)]) {
    for &(number, owner) in edges {
        let place = usize::from(number);
        let row = facts.row(number);
        let name = model.text(owner, "name");
        assert_eq!(Some(&*facts.names[row]), name, "{number}");
        let description = model.description(number);
        assert_eq!(Some(&*facts.descriptions[row]), description, "{number}");
        let reference = model.text(owner, "reference");
        assert_eq!(facts.references[row].as_deref(), reference, "{number}");
        let reason = model.text(owner, "reason").unwrap_or_default();
        assert_eq!(*facts.reason[place], reason, "{number}");

        let constant = facts.range[place].as_ref().as_ref();
        let range = constant.map(|constant| &*facts.ranges[facts.constants[constant]]);
        let innermost = model.around(number).first().copied().map(Owner::Range);
        let innermost = innermost.and_then(|range| model.text(range, "name"));
        assert_eq!(range, innermost, "{number}");
    }
}

/// Columns belong to numbers: those of a range without a name need not have one value.
fn has_the_values_of_each_number(facts: &Facts<'_>, model: &Model) {
    let edges: HashSet<u16> = model.edges().collect();
    for column in model.columns() {
        let found = facts.column(column, model.is_optional(column));
        for number in 0..=u16::MAX {
            let place = usize::from(number);
            let is_same = number > 0 && Rc::ptr_eq(&found[place - 1], &found[place]);
            if !is_same || edges.contains(&number) {
                let expected = model.value(number, column);
                assert_eq!(*found[place], expected, "{column} of {number}");
            }
        }
    }
}

/// Lossless: names, variants and aliases lead back to the number, by way of a sorted list.
fn parses_every_text(facts: &Facts<'_>, model: &Model) {
    let order = |(text, _): &(String, u16)| (text.len(), text.clone());
    assert!(facts.parsed.is_sorted_by(|a, b| order(a) < order(b)));
    let parsed: HashMap<&str, u16> = facts
        .parsed
        .iter()
        .map(|(text, number)| (&**text, *number))
        .collect();
    let mut count = HashSet::new();
    for number in model.numbers() {
        let name = model.text(Owner::Code(number), "name").expect("a name");
        let variant = &*facts.from_u16[usize::from(number)];
        for text in model.aliases(number).chain([variant.as_str()]) {
            let text = text.to_ascii_lowercase();
            assert_eq!(parsed.get(&*text), Some(&number), "{text}");
            count.insert(text);
        }
        // A name of the standard table leads to the standard code.
        let name = name.to_ascii_lowercase();
        assert!(parsed.contains_key(&*name), "{name}");
        count.insert(name);
    }
    assert_eq!(parsed.len(), count.len());
}

#[test]
fn a_valid_fixture_is_what_its_rows_say() {
    for table in fixtures() {
        // The model's TOML has no integers above those of 64 bits with a sign.
        let table = table.replace(&u64::MAX.to_string(), &i64::MAX.to_string());
        is_as_the_model_says(&table);
    }
}

/// What stands above the rows of a generated table, its rows in any order, and a number of rows.
fn parts() -> impl Strategy<Value = (String, Vec<Written>, usize)> {
    tables::parts().prop_flat_map(|(head, rows)| {
        let first = 0..=rows.len();
        (Just(head), Just(rows).prop_shuffle(), first)
    })
}

/// A table with the rows of a text, all that it says.
fn extended(table: &Table, text: String) -> Table {
    let (table, diagnostics) = table.extended(&Source::new("generated.toml", text));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    table
}

#[test]
fn generated_tables_compile_and_are_total_canonical_and_lossless() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    fs::create_dir_all(&folder).expect("a folder for the case");
    let mut runner = TestRunner::new(cases(8));
    for table in 0..8 {
        let text = tables::tables().new_tree(&mut runner).expect("a table");
        let file = folder.join(format!("{table}.toml"));
        fs::write(file, text.current()).expect("a writable table");
    }
    let case = folder.join("generated.rs");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/generated.rs");
    fs::copy(source, &case).expect("a writable source");
    trybuild::TestCases::new().pass(case);
}

/// What may happen to a byte of a file.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Delete,
    Double,
    Replace(u8),
    /// Everything after it is lost.
    Cut,
}

fn edits() -> impl Strategy<Value = Edit> {
    let special = prop::sample::select(b"\"'[]{}=#.,-_\\\n\r\t 09aZ\0\x7f\xff".to_vec());
    prop_oneof![
        6 => Just(Edit::Delete),
        6 => Just(Edit::Double),
        6 => special.prop_map(Edit::Replace),
        3 => any::<u8>().prop_map(Edit::Replace),
        1 => Just(Edit::Cut),
    ]
}

fn edited(text: &str, edits: &[(prop::sample::Index, Edit)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (index, edit) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = index.index(bytes.len());
        match *edit {
            Edit::Delete => drop(bytes.remove(at)),
            Edit::Double => bytes.insert(at, bytes[at]),
            Edit::Replace(byte) => bytes[at] = byte,
            Edit::Cut => bytes.truncate(at),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Texts of what tables are made of, in any order.
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
    fn a_valid_table_is_total_canonical_and_lossless(table in tables::tables()) {
        is_as_the_model_says(&table);
    }

    #[test]
    fn rows_are_merged_in_any_order_and_in_steps((head, rows, first) in parts()) {
        let (standard, _) = Table::standard();
        let at_once = extended(&standard, joined(&head, &rows));
        let reversed: Vec<Written> = rows.iter().rev().cloned().collect();
        let reversed = extended(&standard, joined(&head, &reversed));
        prop_assert_eq!(format!("{:?}", reversed), format!("{:?}", at_once));

        // The nearest file counts before the narrowest row, so the wide rows are first.
        let mut sorted = rows;
        sorted.sort_by_key(|row| Reverse(row.width));
        let first_rows = extended(&standard, joined(&head, &sorted[..first]));
        let in_steps = extended(&first_rows, joined("", &sorted[first..]));
        prop_assert_eq!(format!("{:?}", in_steps), format!("{:?}", at_once));
    }

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

/// Payloads, many of them accepted.
fn payloads() -> impl Strategy<Value = Vec<u8>> {
    let code = prop_oneof![any::<u16>(), 990..1020_u16, 2990..5010_u16];
    let text = r"\PC{0,60}".prop_map(String::into_bytes);
    let reason = prop_oneof![4 => text, 1 => vec(any::<u8>(), 0..130)];
    let framed =
        (code, reason).prop_map(|(code, reason)| [code.to_be_bytes().to_vec(), reason].concat());
    prop_oneof![4 => framed, 1 => vec(any::<u8>(), 0..130)]
}

/// Texts that are nearly a code.
fn codes() -> impl Strategy<Value = String> {
    let names = CODES.iter().flat_map(|row| {
        let texts = row.aliases.iter().chain([&row.name, &row.variant]);
        texts
            .map(|text| (*text).to_owned())
            .chain([row.code.to_string()])
    });
    prop_oneof![
        any::<String>(),
        any::<u32>().prop_map(|number| number.to_string()),
        "[+-]?0{0,3}[0-9]{1,6}",
        (
            prop::sample::select(names.collect::<Vec<_>>()),
            vec((any::<prop::sample::Index>(), edits()), 0..2)
        )
            .prop_map(|(name, edits)| edited(&name, &edits)),
    ]
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn an_accepted_payload_is_encoded_as_it_was(payload in payloads()) {
        claims::payload(&payload);
    }

    #[test]
    fn a_code_is_parsed_from_its_number_and_its_texts_only(text in codes()) {
        claims::code(&text);
    }

    #[test]
    fn a_reason_is_the_longest_start_that_fits(text in prop_oneof![r"\PC{0,140}", "[a-zé超🌊]{0,140}", "[🌊]{25,40}"]) {
        claims::reason(&text);
    }

    #[test]
    fn a_description_is_one_of_the_code(number: u16, language in prop_oneof![any::<String>(), "[a-zA-Z]{0,3}(-[a-zA-Z0-9*]{0,9}){0,4}", "[zZ][hH](-[a-zA-Z]{1,4}){0,3}"]) {
        claims::description(number, &language);
    }
}
