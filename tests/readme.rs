//! README.md and the licenses, compared with the files that they show, name and repeat.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)
}

fn read(file: &str) -> String {
    let path = path(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

fn read_table(file: &str) -> Table {
    read(file).parse().expect("a table of close codes")
}

const TABLE: &str = "codegen/close-codes.toml";

#[test]
fn the_root_shows_the_table_that_the_crate_is_built_from() {
    let shown = read("close-codes.toml");
    // In a checkout without symbolic links, the file contains the path.
    assert!(shown == read(TABLE) || shown == TABLE);
}

const HEADER: &str =
    "| code | name | meaning | in a frame | browser `close()` | sender | reconnect |";

#[test]
fn the_table_of_standard_codes_is_that_of_close_codes_toml() {
    let readme = read("README.md");
    let mut lines = readme.lines().skip_while(|line| *line != HEADER);
    assert!(lines.next().is_some(), "README.md has no line `{HEADER}`");
    let shown: Vec<_> = lines
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .collect();

    let table = read_table(TABLE);
    let mut expected: Vec<_> = rows(&table)
        .map(|(key, row)| {
            let (first, last) = spans(key)[0];
            (first, first == last, line(&table, key, row))
        })
        .collect();
    expected.sort();

    let expected: Vec<_> = expected.iter().map(|(_, _, line)| line).collect();
    assert_eq!(
        shown, expected,
        "shown in README.md (left), in close-codes.toml (right)"
    );
}

/// The rows of a table by their keys.
fn rows(table: &Table) -> impl Iterator<Item = (&str, &Value)> {
    let rows = table["codes"].as_table().expect("rows");
    rows.iter().map(|(key, row)| (key.as_str(), row))
}

fn line(table: &Table, key: &str, row: &Value) -> String {
    let (first, _) = spans(key)[0];
    let sender = column(table, row, first, "sender");
    let is_browser_sendable = matches!(first, 1000 | 3000..=4999);
    let yes_or_no = |flag| if flag { "yes" } else { "no" };
    format!(
        "| {key} | {name} | {meaning} | {in_frame} | {in_browser} | {sender} | {reconnect} |",
        name = row["name"].as_str().expect("a name"),
        meaning = row["description"]["en"].as_str().expect("a description"),
        in_frame = yes_or_no(sender != "nobody"),
        in_browser = yes_or_no(is_browser_sendable),
        reconnect = column(table, row, first, "reconnect"),
    )
}

/// A column of a number is the row's own, or that of the range around it, or the default.
fn column<'t>(table: &'t Table, row: &'t Value, number: u16, name: &str) -> &'t str {
    let around = rows(table).find(|(key, _)| {
        let mut ranges = spans(key).into_iter().filter(|(first, last)| first < last);
        ranges.any(|(first, last)| (first..=last).contains(&number))
    });
    let around = around.and_then(|(_, range)| range.get(name));
    let value = row.get(name).or(around);
    let value = value.unwrap_or(&table["columns"][name]["default"]);
    value.as_str().expect("a value of an enum")
}

fn spans(key: &str) -> Vec<(u16, u16)> {
    let parse = |number: &str| number.parse().expect("a number");
    key.split(", ")
        .map(|span| span.split_once('-').unwrap_or((span, span)))
        .map(|(first, last)| (parse(first), parse(last)))
        .collect()
}

/// The keys and values of a row; a string is the name.
fn facts(row: &Value) -> Table {
    match row {
        Value::Table(row) => row.clone(),
        name => Table::from_iter([("name".to_owned(), name.clone())]),
    }
}

#[test]
fn the_custom_table_is_taken_from_the_example() {
    let readme = read("README.md");
    let blocks = readme.split("```toml\n").skip(1);
    let example = read_table("runtime/examples/gateway.toml");

    let mut shown = 0;
    for block in blocks.filter_map(|block| block.split("```").next()) {
        let block: Table = block.parse().expect("a table of close codes");
        // A table on top of a published one is the catalogue's, and the dependency is not a table.
        if block.contains_key("extends") || block.contains_key("dependencies") {
            continue;
        }
        for (key, row) in rows(&block) {
            let taken = rows(&example).find(|(taken, _)| *taken == key);
            let (_, taken) = taken.unwrap_or_else(|| panic!("gateway.toml has no {key}"));
            let taken = facts(taken);
            for (key, value) in facts(row) {
                assert_eq!(
                    taken.get(&key),
                    Some(&value),
                    "gateway.toml (left), README.md (right)"
                );
                shown += 1;
            }
        }
    }
    assert_ne!(shown, 0, "README.md shows no table");
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let readme = read("README.md");
    let links = readme
        .split("](")
        .skip(1)
        .filter_map(|link| link.split(')').next());
    for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
        assert!(path(link).exists(), "README.md links to `{link}`");
    }
}

#[test]
fn every_archive_has_the_licenses() {
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        for package in ["codegen", "macros", "runtime"] {
            assert!(
                read(&format!("{package}/{file}")) == read(file),
                "{package}/{file} is not {file}"
            );
        }
    }
}
