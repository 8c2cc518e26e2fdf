//! The lines that README.md shows for a library are in its example.

use std::fs;
use std::path::Path;

const HEADER: &str = "| library | a code received | closing with a code |";

/// The number of libraries that have a row.
const LIBRARIES: usize = 7;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

/// Code without its layout, which rustfmt decides.
fn dense(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    code.replace(",}", "}").replace(",)", ")")
}

#[test]
fn each_line_for_a_library_is_one_of_its_example() {
    let readme = read("README.md");
    let rows = readme.lines().skip_while(|line| *line != HEADER).skip(2);
    let rows: Vec<_> = rows.take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), LIBRARIES, "rows below `{HEADER}` in README.md");

    for row in rows {
        let (_, link) = row.split_once("](").expect("a link to an example");
        let (file, lines) = link.split_once(')').expect("a link to an example");
        let example = dense(&read(file));
        let lines = lines.split('`').skip(1).step_by(2);
        let missing: Vec<_> = lines
            .filter(|line| !example.contains(&dense(line)))
            .collect();
        assert!(missing.is_empty(), "not in `{file}`: {missing:#?}");
    }
}
