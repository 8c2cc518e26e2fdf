//! The files that are generated from the tables, compared with the tables.
//!
//! After a table has been added or changed, this writes the files:
//!
//! ```text
//! UPDATE=1 cargo test -p close-codes-catalogue
//! ```

use std::fmt::Write as _;
use std::{env, fs};

use close_codes_codegen::CodeSpan;

use crate::{Published, TABLES, path};

/// Compares the part of a file between two lines with what it should be, or writes it.
fn check(file: &str, before: &str, after: &str, expected: &str) {
    let found = fs::read_to_string(path(file)).expect("a file of UTF-8");
    let found = found.replace("\r\n", "\n");
    let start = found.find(before).expect("the line before") + before.len();
    let end = start + found[start..].find(after).expect("the line after");
    if env::var_os("UPDATE").is_some() {
        let text = [&found[..start], expected, &found[end..]].concat();
        fs::write(path(file), text).expect("a writable file");
    } else {
        assert!(
            &found[start..end] == expected,
            "{file} is not as the tables have it; write it with\n    UPDATE=1 cargo test -p close-codes-catalogue\nexpected:\n{expected}"
        );
    }
}

fn lines(line: impl Fn(&Published) -> String) -> String {
    TABLES.iter().map(line).collect()
}

#[test]
fn every_table_is_a_feature() {
    let all = lines(|table| format!("    {:?},\n", table.id));
    let each = lines(|table| format!("{} = [\"dep:close-codes\"]\n", table.id));
    let expected = format!("all = [\n{all}]\n{each}");
    check(
        "Cargo.toml",
        "catalogue = []\n",
        "\n[dependencies]",
        &expected,
    );
}

#[test]
fn every_table_is_a_module() {
    let expected = lines(|table| {
        let (id, module, name) = (&table.id, table.module(), table.name());
        let description = table.table.description().expect("a description");
        format!(
            "    {id:?}: {module}::{name} = \"tables/{id}.toml\", {:?}, {description:?};\n",
            table.title()
        )
    });
    check("src/tables.rs", "tables! {\n", "}\n", &expected);
}

#[test]
fn every_table_is_on_the_front_page() {
    let rows = lines(|table| {
        let about = table.about();
        let mut numbers = String::new();
        for span in hulls(&table.numbers()) {
            let separator = if numbers.is_empty() { "" } else { ", " };
            write!(numbers, "{separator}{span}").expect("a string takes all");
        }
        format!(
            "| [{}]({}) | `{}` | {} | {numbers} | {} |\n",
            table.title(),
            about.reference.as_deref().expect("a reference"),
            table.id,
            table.codes().count(),
            about.checked.as_deref().expect("a date"),
        )
    });
    let header =
        "| table and source | feature | codes | between | checked |\n|---|---|---|---|---|\n";
    let before = "`. -->\n";
    check(
        "README.md",
        before,
        "\n## What is in the catalogue",
        &format!("\n{header}{rows}"),
    );
}

/// Numbers without the gaps inside each thousand.
fn hulls(numbers: &[CodeSpan]) -> Vec<CodeSpan> {
    let mut hulls: Vec<CodeSpan> = Vec::new();
    for span in numbers {
        match hulls.last_mut() {
            Some(hull) if span.first() / 1000 == hull.last() / 1000 => {
                let last = hull.last().max(span.last());
                *hull = CodeSpan::new(hull.first(), last).expect("numbers in order");
            }
            _ => hulls.push(*span),
        }
    }
    hulls
}
