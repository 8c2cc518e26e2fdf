//! README.md and the licences against the files that they show, name and repeat.

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
    // A checkout without symbolic links has a file with the path in it.
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
    let ranges =
        rows(&table, "range").map(|row| (spans(&row["codes"])[0].0, 0, range_line(&table, row)));
    let codes = rows(&table, "code").map(|row| (number(&row["code"]), 1, code_line(&table, row)));
    let mut expected: Vec<_> = ranges.chain(codes).collect();
    expected.sort();

    let expected: Vec<_> = expected.iter().map(|(_, _, line)| line).collect();
    assert_eq!(
        shown, expected,
        "shown in README.md (left), in close-codes.toml (right)"
    );
}

fn rows<'a>(table: &'a Table, kind: &str) -> impl Iterator<Item = &'a Table> {
    let rows = table[kind].as_array().expect("an array of tables");
    rows.iter().map(|row| row.as_table().expect("a table"))
}

fn range_line(table: &Table, range: &Table) -> String {
    let codes: Vec<_> = strings(&range["codes"]).collect();
    line(table, &codes.join(", "), range, range)
}

fn code_line(table: &Table, code: &Table) -> String {
    let number = number(&code["code"]);
    let around = rows(table, "range").find(|range| {
        spans(&range["codes"])
            .iter()
            .any(|&(first, last)| (first..=last).contains(&number))
    });
    line(table, &number.to_string(), code, around.unwrap_or(code))
}

/// A column is the row's own, or that of the range around it, or the default.
fn line(table: &Table, codes: &str, row: &Table, around: &Table) -> String {
    let column = |name: &str| {
        let default = &table["columns"][name]["default"];
        match row
            .get(name)
            .or_else(|| around.get(name))
            .unwrap_or(default)
        {
            Value::Boolean(true) => "yes",
            Value::Boolean(false) => "no",
            value => value.as_str().expect("a value of an enum"),
        }
    };
    format!(
        "| {codes} | {name} | {meaning} | {in_frame} | {in_browser} | {sender} | {reconnect} |",
        name = row["name"].as_str().expect("a name"),
        meaning = row["description"]["en"].as_str().expect("a description"),
        in_frame = column("is_sendable"),
        in_browser = column("is_browser_sendable"),
        sender = column("sender"),
        reconnect = column("reconnect"),
    )
}

/// The strings of a value that is one string or several.
fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let several = value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice);
    several
        .iter()
        .map(|value| value.as_str().expect("a string"))
}

fn spans(codes: &Value) -> Vec<(i64, i64)> {
    let parse = |number: &str| number.parse().expect("a number");
    strings(codes)
        .map(|span| span.split_once('-').unwrap_or((span, span)))
        .map(|(first, last)| (parse(first), parse(last)))
        .collect()
}

fn number(value: &Value) -> i64 {
    value.as_integer().expect("a number")
}

#[test]
fn the_table_of_one_s_own_is_taken_from_the_example() {
    let readme = read("README.md");
    let blocks = readme.split("```toml\n").skip(1);
    let example = read_table("runtime/examples/gateway.toml");

    let mut shown = 0;
    for block in blocks.filter_map(|block| block.split("```").next()) {
        let block: Table = block.parse().expect("a table of close codes");
        for row in rows(&block, "code") {
            let taken = rows(&example, "code").find(|taken| taken["code"] == row["code"]);
            let taken = taken.unwrap_or_else(|| panic!("gateway.toml has no {}", row["code"]));
            for (key, value) in row {
                assert_eq!(
                    taken.get(key),
                    Some(value),
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
fn every_archive_has_the_licences() {
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        for package in ["codegen", "macros", "runtime"] {
            assert!(
                read(&format!("{package}/{file}")) == read(file),
                "{package}/{file} is not {file}"
            );
        }
    }
}
