//! Every table against `facts.txt`, which was written from the sources a second time.

use std::collections::{BTreeMap, BTreeSet};

use close_codes_codegen::Code;

use crate::TABLES;

const FACTS: &str = include_str!("../facts.txt");

/// Published names that a row cannot have, because a standard code has them.
const TAKEN: [(&str, u16, &str); 1] = [("marimo", 1008, "FORBIDDEN")];

/// The published names of a table's numbers; `-` is none.
type Facts<'f> = BTreeMap<u16, Vec<&'f str>>;

fn facts() -> BTreeMap<&'static str, Facts<'static>> {
    let mut tables: BTreeMap<_, Facts<'_>> = BTreeMap::new();
    let mut facts = None;
    for line in FACTS
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        if let Some(id) = line.strip_prefix('[') {
            let id = id.strip_suffix(']').expect("a closing bracket");
            assert!(!tables.contains_key(id), "{id} is listed twice");
            facts = Some(tables.entry(id).or_default());
        } else {
            let (number, name) = line.split_once(' ').expect("a number and a name");
            let names = facts
                .as_mut()
                .expect("a table")
                .entry(number.parse().expect("a number"));
            names.or_default().push(name);
        }
    }
    tables
}

/// A name for comparison, ignoring case.
fn folded(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// Every name by which a code can be found.
fn names(code: &Code) -> BTreeSet<String> {
    let entry = &code.entry;
    let aliases = code.aliases.iter().map(String::as_str);
    let names = [entry.name.as_str(), &entry.variant]
        .into_iter()
        .chain(aliases);
    names.map(folded).collect()
}

#[test]
fn the_facts_are_about_the_tables() {
    let facts: Vec<&str> = facts().into_keys().collect();
    let tables: Vec<&str> = TABLES.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(facts, tables);
}

#[test]
fn every_published_number_has_a_row_and_every_row_is_published() {
    for (published, facts) in TABLES.iter().zip(facts().values()) {
        let rows: BTreeSet<u16> = published.codes().map(|(number, _)| number).collect();
        let facts: BTreeSet<u16> = facts.keys().copied().collect();
        assert_eq!(
            rows, facts,
            "{}: in the table (left), published (right)",
            published.id
        );
    }
}

#[test]
fn every_published_name_finds_its_code() {
    for (published, facts) in TABLES.iter().zip(facts().values()) {
        for (number, found) in facts {
            let code = published.table.code(*number).expect("a named code");
            for name in found.iter().filter(|name| **name != "-") {
                let at = (published.id.as_str(), *number, *name);
                if TAKEN.contains(&at) {
                    let docs = code.entry.docs.as_deref().unwrap_or_default();
                    assert!(docs.contains(&format!("`{name}`")), "{at:?}: {docs}");
                } else {
                    assert!(
                        names(code).contains(&folded(name)),
                        "{at:?}: {:?}",
                        names(code)
                    );
                }
            }
        }
    }
}

#[test]
fn every_alias_is_published() {
    for (published, facts) in TABLES.iter().zip(facts().values()) {
        for (number, row) in published.codes() {
            for alias in aliases(row) {
                let found = facts[&number].iter();
                let is_published = found.clone().any(|name| folded(name) == folded(alias));
                assert!(
                    is_published,
                    "{}: {number} {alias}, published {found:?}",
                    published.id
                );
            }
        }
    }
}

fn aliases(row: &toml::Value) -> impl Iterator<Item = &str> {
    let aliases = row.get("aliases").and_then(toml::Value::as_array);
    aliases
        .into_iter()
        .flatten()
        .map(|alias| alias.as_str().expect("a name"))
}
