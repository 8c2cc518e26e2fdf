//! Tables on top of other tables: files with `extends`.

use std::fs;
use std::path::Path;

use close_codes_codegen::{Checked, Invocation, Source, Table, Value, expand};

/// Writes files into a package with this name, and reads the first.
fn read(package: &str, files: &[(&str, &str)]) -> Checked {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("extends")
        .join(package);
    for (path, text) in files {
        let file = package.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, text).expect("a writable folder");
    }
    let source = Source::load(files[0].0, &[package]).expect("the first file");
    Checked::read(&source)
}

/// Each diagnostic as `file:line:column message`.
fn said(checked: &Checked) -> Vec<String> {
    let said = checked.diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.place();
        let file = Path::new(place.path()).file_name().expect("a file");
        let (line, column) = (place.line(), place.column());
        let path = file.to_string_lossy();
        format!("{path}:{line}:{column} {}", short(diagnostic.message()))
    });
    said.collect()
}

/// A message with file names instead of paths.
fn short(message: &str) -> String {
    let words = message.split_inclusive(['`', ' ']);
    let names = words.map(|word| match word.rsplit_once('/') {
        Some((directory, name)) if !directory.is_empty() => name,
        _ => word,
    });
    names.collect()
}

fn reconnect(table: &Table, number: u16) -> &str {
    let columns = table.columns();
    let column = columns.iter().position(|column| column.name == "reconnect");
    match table.value(table.segment(number), column.expect("a standard column")) {
        Some(Value::String(text)) => text,
        other => panic!("{other:?}"),
    }
}

const COMPANY: &str = "\
title = 'Company'
[columns.delay]
type = 'u8'
default = 0
[codes]
4000-4999 = { reconnect = 'backoff' }
4100-4199 = { name = 'Busy', delay = 5 }
4001 = { name = 'Kicked', reconnect = 'never', description = 'A moderator has removed the user.' }
4150 = 'Queue Full'
";

#[test]
fn a_table_has_all_of_the_tables_below_it() {
    let checked = read(
        "steps",
        &[
            (
                "gateway.toml",
                "extends = 'shared/team.toml'\n[codes]\n4002 = 'Moved'\n4001.description.de = 'Entfernt.'\n4110-4119 = 'Very Busy'\n4150.delay = 9\n",
            ),
            (
                "shared/team.toml",
                "extends = '../company.toml'\n[codes]\n4100-4199 = { reconnect = 'immediately' }\n4151 = 'Queue Lost'\n",
            ),
            ("company.toml", COMPANY),
        ],
    );
    assert_eq!(said(&checked), [""; 0]);
    let table = &checked.table;
    let custom = table.codes().iter().filter(|code| code.entry.is_custom());
    let numbers: Vec<u16> = custom.map(|code| code.number).collect();
    assert_eq!(numbers, [4001, 4002, 4150, 4151]);
    // The nearest file that sets the column for the number, and there the narrowest row.
    assert_eq!(reconnect(table, 4001), "never");
    assert_eq!(reconnect(table, 4002), "backoff");
    assert_eq!(reconnect(table, 4150), "immediately");
    assert_eq!(
        reconnect(table, 1000),
        reconnect(&Table::standard().0, 1000)
    );
    let delay = table.columns().len() - 1;
    let value = |number| table.value(table.segment(number), delay);
    assert_eq!(value(4150), Some(&Value::Integer(9)));
    assert_eq!(value(4115), Some(&Value::Integer(5)));
    assert_eq!(value(4002), Some(&Value::Integer(0)));
    assert_eq!(table.code(4001).map(|code| code.entry.texts.len()), Some(2));
    let busy = table
        .ranges()
        .iter()
        .position(|range| range.entry.name == "Busy");
    let inner = table
        .ranges()
        .iter()
        .find(|range| range.entry.name == "Very Busy");
    assert_eq!(inner.expect("a range").entry.parent, busy);
    // The description of a table is not inherited, and every file is watched.
    assert_eq!(table.about().title, None);
    let files: Vec<_> = checked
        .files
        .iter()
        .filter_map(|file| file.file_name())
        .collect();
    assert_eq!(files, ["gateway.toml", "team.toml", "company.toml"]);
    let files: Vec<String> = table.files().iter().map(|file| short(file)).collect();
    assert_eq!(
        files,
        [
            "close-codes.toml",
            "company.toml",
            "team.toml",
            "gateway.toml"
        ]
    );
}

#[test]
fn a_clash_names_the_file_of_the_other_row() {
    // A path is shown whole, however long it is.
    let checked = read(
        "a_folder_with_a_name_that_alone_is_longer_than_what_messages_quote",
        &[
            (
                "gateway.toml",
                "extends = 'company.toml'\n[columns.delay]\ntype = 'u8'\n[codes]\n4001 = 'Banned'\n4002 = 'Kicked'\n4003 = 'Going Away'\n4150-4250 = 'Across'\n",
            ),
            ("company.toml", COMPANY),
        ],
    );
    assert_eq!(
        said(&checked),
        [
            "gateway.toml:2:10 `delay` is already a column of `company.toml`",
            "gateway.toml:5:8 code 4001 is `Kicked` in `company.toml`",
            "gateway.toml:6:8 `Kicked` is already the name of code 4001 in `company.toml`",
            "gateway.toml:7:8 `Going Away` is already the name of code 1001 in the standard table",
            "gateway.toml:8:1 `Across` 4150–4250 crosses the border of `Busy` 4100–4199",
        ]
    );
}

#[test]
fn a_number_below_may_get_another_meaning() {
    let checked = read(
        "replaces",
        &[
            (
                "gateway.toml",
                "extends = 'company.toml'\n[codes]\n4001 = { name = 'Banned', replaces = 'Kicked' }\n3008 = { name = 'Lost', replaces = 'Timeout' }\n",
            ),
            ("company.toml", COMPANY),
        ],
    );
    assert_eq!(said(&checked), [""; 0]);
    let banned = checked.table.code(4001).expect("a code");
    assert_eq!(
        (banned.entry.name.as_str(), banned.entry.texts.len()),
        ("Banned", 0)
    );
    // Rows for this number alone no longer count; rows for the span around it do.
    assert_eq!(reconnect(&checked.table, 4001), "backoff");
}

#[test]
fn an_error_is_drawn_in_the_file_that_has_it_and_once() {
    let checked = read(
        "below",
        &[
            (
                "gateway.toml",
                "extends = 'company.toml'\n[codes]\n4001.reconnect = 'never'\n4002 = { nmae = 'Moved' }\n4003 = { name = 'Gone', severity = 3 }\n",
            ),
            (
                "company.toml",
                "[columns.severity]\ntype = 'int'\n[codes]\n4001.nmae = 'Kicked'\n",
            ),
        ],
    );
    assert_eq!(
        said(&checked),
        [
            "company.toml:2:8 unknown type `int`",
            "company.toml:4:6 unknown key `nmae` in a row",
            "gateway.toml:4:10 unknown key `nmae` in a row",
        ]
    );
}

#[test]
fn a_circle_a_missing_file_and_one_outside_are_errors_at_the_path() {
    let circle = read(
        "circle",
        &[
            ("a.toml", "extends = 'b.toml'\n[codes]\n4000 = 'Kicked'\n"),
            ("b.toml", "extends = 'tables/c.toml'\n"),
            (
                "tables/c.toml",
                "extends = '../b.toml'\n[codes]\n4001 = 'Moved'\n",
            ),
        ],
    );
    let message = "c.toml:1:11 `b.toml` and `c.toml` extend one another in a circle";
    assert_eq!(said(&circle), [message]);
    let numbers = circle.table.codes().iter().map(|code| code.number);
    assert_eq!(
        numbers.filter(|number| *number >= 4000).collect::<Vec<_>>(),
        [4000, 4001]
    );

    let itself = read("itself", &[("a.toml", "extends = './a.toml'\n")]);
    assert_eq!(said(&itself), ["a.toml:1:11 `a.toml` extends itself"]);

    for (path, message) in [
        ("b.toml", "cannot find the table `b.toml`; tried b.toml"),
        (
            "tables\\\\b.toml",
            "the path of the table contains `\\`; use `/`, which works on every system",
        ),
        (
            "",
            "the path of the table is empty, expected one such as `close-codes.toml`",
        ),
        (
            "/etc/b.toml",
            "the table `b.toml` has an absolute path, expected one relative to lost",
        ),
        (
            "../circle/a.toml",
            "the table `a.toml` is outside the package, so `cargo package` would leave it out; move it into lost",
        ),
    ] {
        let text = format!("extends = '{path}'\n[codes]\n4000.reconnect = 'never'\n");
        let checked = read("lost", &[("a.toml", &text)]);
        assert_eq!(said(&checked), [format!("a.toml:1:11 {message}")]);
    }
}

#[test]
fn a_text_that_is_no_file_extends_nothing() {
    let source = Source::new("a.toml", "extends = 'b.toml'\n");
    let checked = Checked::read(&source);
    let message = "a.toml:1:11 a table that is not a file cannot extend another file";
    assert_eq!(said(&checked), [message]);
    assert!(checked.files.is_empty());
}

#[test]
fn a_table_says_what_it_is() {
    let source = Source::new(
        "a.toml",
        "title = 'Gateway'\ndescription = { en = 'Ours.', zh-CN = '我们的。' }\nreference = 'https://example.org/codes'\nchecked = 2026-11-24\n",
    );
    let checked = Checked::read(&source);
    assert_eq!(said(&checked), [""; 0]);
    let about = checked.table.about();
    assert_eq!(about.title.as_deref(), Some("Gateway"));
    assert_eq!(
        about.reference.as_deref(),
        Some("https://example.org/codes")
    );
    assert_eq!(about.checked.as_deref(), Some("2026-11-24"));
    assert_eq!(about.texts.len(), 2);
    assert_eq!(checked.table.description(), Some("Ours."));
    let invocation: Invocation = syn::parse_quote! {
        [close_codes]
        enum Mine = "a.toml";
    };
    let documentation = expand(&invocation, Some(&source)).tokens.to_string();
    let about = "**Gateway**. Ours. Source: <https://example.org/codes>, checked 2026-11-24.";
    assert!(documentation.contains(about), "{documentation}");

    let wrong = Checked::read(&Source::new(
        "a.toml",
        "title = ''\ndescription = \"a\\n\\nb\"\nreference = \"a\\nb\"\nchecked = '2026-11-24'\nextends = 1\n",
    ));
    assert_eq!(
        said(&wrong),
        [
            "a.toml:1:9 `title` is empty",
            "a.toml:2:15 `description` contains a blank line",
            "a.toml:3:13 `reference` contains a line break",
            "a.toml:4:11 `checked` is a string",
            "a.toml:5:11 `extends` is an integer",
        ]
    );
    let empty = Checked::read(&Source::new("a.toml", "description = {}\n"));
    assert_eq!(said(&empty), ["a.toml:1:15 `description` is empty"]);
    for checked in ["2026-11-24T07:32:00Z", "07:32:00", "2026", "'soon'"] {
        let source = Source::new("a.toml", format!("checked = {checked}\n"));
        assert_eq!(Checked::read(&source).diagnostics.len(), 1, "{checked}");
    }
}

#[test]
fn the_default_languages_of_the_tables_below_come_next() {
    let checked = read(
        "languages",
        &[
            (
                "gateway.toml",
                "extends = 'company.toml'\ndefault_language = 'de'\n",
            ),
            (
                "company.toml",
                "default_language = 'fr'\n[codes.4001]\nname = 'Kicked'\ndescription.zh = '被踢出。'\ndescription.fr = 'Exclu.'\n",
            ),
        ],
    );
    assert_eq!(said(&checked), [""; 0]);
    let code = checked.table.code(4001).expect("a named code");
    assert_eq!(checked.table.texts(&code.entry)[0].1, "Exclu.");
}
