//! Markdown, read with a parser of `CommonMark` and its usual extensions.

use std::fs;
use std::path::Path;

use close_codes_codegen::{CodeSpan, Entry, Table, Value};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{Case, cases, close_codes, run, without_nul};

/// The cells of all rows, each the text that a reader sees.
fn rows(markdown: &str) -> Vec<Vec<String>> {
    // Smart punctuation changes characters on purpose.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let mut cell: Option<String> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => cells.push(cell.take().expect("a cell")),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                rows.push(std::mem::take(&mut cells));
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            Event::InlineHtml(html) => {
                assert_eq!(&*html, "<br>");
                cell.as_mut().expect("a cell").push('\n');
            }
            Event::Html(html) => assert!(html.starts_with("<!-- close-codes:"), "{html}"),
            Event::Start(
                Tag::Paragraph
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::Strong
                | Tag::HtmlBlock,
            )
            | Event::End(_) => {}
            Event::Start(Tag::Link { .. }) if cell.is_none() => {}
            event => panic!("{event:?} comes of no text"),
        }
    }
    rows
}

fn advice(table: &Table, number: u16) -> String {
    let column = table
        .columns()
        .iter()
        .position(|column| column.name == "reconnect");
    match table.value(table.segment(number), column.expect("a column")) {
        Some(Value::String(advice)) => advice.clone(),
        value => panic!("{value:?}"),
    }
}

/// What the table says, but of a custom code not what a standard range says of all of them.
fn meaning(table: &Table, entry: &Entry) -> String {
    let texts = table.texts(entry);
    let ranges = table.ranges().iter();
    let ranges = ranges.filter(|range| !range.entry.is_custom());
    let mut generic = ranges.flat_map(|range| &range.entry.texts);
    let mut is_generic = |text| generic.any(|(_, generic)| generic == text);
    if entry.is_custom() && texts.first().is_some_and(|&(_, text)| is_generic(text)) {
        return String::new();
    }
    without_nul(texts.first().map_or("", |(_, text)| text))
}

#[test]
fn a_parser_of_markdown_finds_the_same_texts() {
    for case in cases() {
        let table = &case.table;
        let found = rows(&case.export("markdown"));
        assert_eq!(found[0], ["Code", "Name", "Meaning", "Reconnect"]);
        assert_eq!(
            found.len() - 1,
            table.codes().len() + table.ranges().len(),
            "{}",
            case.name()
        );
        for code in table.codes() {
            let row = row(&found, &code.number.to_string());
            let mut meaning = meaning(table, &code.entry);
            if let Some(deprecated) = &code.deprecated {
                let gap = if meaning.is_empty() { "" } else { "\n" };
                meaning = format!("{meaning}{gap}Deprecated: {}", without_nul(deprecated));
            }
            assert_eq!(
                row[1..],
                [code.entry.name.clone(), meaning, advice(table, code.number)]
            );
        }
        for range in table.ranges() {
            let numbers: Vec<String> = range.spans.iter().map(CodeSpan::to_string).collect();
            let row = row(&found, &numbers.join(", "));
            assert_eq!(
                row[1..3],
                [range.entry.name.clone(), meaning(table, &range.entry)]
            );
        }
    }
}

fn row<'r>(rows: &'r [Vec<String>], numbers: &str) -> &'r [String] {
    rows.iter()
        .find(|row| row[0] == numbers)
        .unwrap_or_else(|| panic!("{numbers} has no row"))
}

#[test]
fn a_range_has_the_advice_of_its_numbers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("advice.toml");
    let text = "[codes]\n4100-4199 = { name = \"Mixed\", reconnect = \"backoff\", description = \"D.\" }\n4150-4159.reconnect = \"never\"\n4155 = \"Named\"\n4000 = \"Plain\"\n";
    fs::write(&path, text).expect("a file");
    let found = rows(&Case::new(path).export("markdown"));
    assert_eq!(
        row(&found, "4100–4199")[3],
        "backoff (4100–4149, 4160–4199), never (4150–4154, 4156–4159)"
    );
    assert_eq!(row(&found, "4000")[1..], ["Plain", "", "unspecified"]);
    assert_eq!(row(&found, "4155")[2..], ["D.", "never"]);
}

#[test]
fn title_description_and_source_come_first_as_they_are() {
    for case in cases() {
        let markdown = case.export("markdown");
        let parser = Parser::new(&markdown);
        let paragraphs = parser.take_while(|event| !matches!(event, Event::Start(Tag::Table(_))));
        let mut texts = vec![String::new()];
        for event in paragraphs {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert_eq!(case.table.about().reference.as_deref(), Some(&*dest_url));
                }
                Event::Text(text) => texts.last_mut().expect("one").push_str(&text),
                Event::End(TagEnd::Paragraph) => texts.push(String::new()),
                _ => {}
            }
        }
        let about = case.table.about();
        let source = about
            .reference
            .as_ref()
            .map(|reference| match &about.checked {
                Some(date) => format!("Source: {}, checked on {date}.", without_nul(reference)),
                None => format!("Source: {}", without_nul(reference)),
            });
        let expected = [
            about.title.clone(),
            case.table.description().map(str::to_owned),
            source,
        ];
        let expected: Vec<String> = expected.into_iter().flatten().collect();
        assert_eq!(texts[..expected.len()], expected, "{}", case.name());
    }
}

#[test]
fn a_file_keeps_all_but_the_place_between_the_markers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("markdown");
    fs::create_dir_all(&folder).expect("a folder");
    let export = |path: &Path| {
        let mut command = close_codes();
        command
            .args([
                "export",
                "--to",
                "markdown",
                "codegen/tests/fixtures/valid/discord.toml",
                "-o",
            ])
            .arg(path);
        command
    };
    for end in ["\n", "\r\n"] {
        let path = folder.join("README.md");
        let before = [
            "# Codes",
            "",
            "<!-- close-codes:begin -->",
            "stale text",
            "<!-- close-codes:end -->",
            "",
            "After.",
        ];
        fs::write(&path, before.join(end)).expect("a file");
        run(&mut export(&path));
        let after = fs::read_to_string(&path).expect("a file");
        let start = format!("# Codes{end}{end}<!-- close-codes:begin generated by close-codes ");
        assert!(after.starts_with(&start), "{after}");
        assert!(after.ends_with(&format!("{end}<!-- close-codes:end -->{end}{end}After.")));
        assert!(
            after.contains("| 4004 | Authentication failed |") && !after.contains("stale text")
        );
        assert_eq!(after.matches('\n').count(), after.matches(end).count());
        // It is up to date now, and finds its place again.
        run(export(&path).arg("--check"));
        run(&mut export(&path));
        assert_eq!(fs::read_to_string(&path).expect("a file"), after);
    }
    // A byte order mark stays.
    let path = folder.join("mark.md");
    let marked = "\u{FEFF}<!-- close-codes:begin -->\n<!-- close-codes:end -->\n";
    fs::write(&path, marked).expect("a file");
    run(&mut export(&path));
    let after = fs::read_to_string(&path).expect("a file");
    assert!(after.starts_with("\u{FEFF}<!-- close-codes:begin generated "));
    run(export(&path).arg("--check"));
    // A new file gets the markers too.
    let path = folder.join("new.md");
    let _ = fs::remove_file(&path);
    run(&mut export(&path));
    run(export(&path).arg("--check"));

    for (text, expected) in [
        ("# Codes\n", "nothing marks the place of the table"),
        (
            "<!-- close-codes:begin -->\n",
            "has no `<!-- close-codes:end -->` after it",
        ),
        (
            "<!-- close-codes:end -->\n",
            "has no `<!-- close-codes:begin -->` before it",
        ),
        (
            "<!-- close-codes:end -->\n<!-- close-codes:begin -->\n",
            "is before",
        ),
        (
            "<!-- close-codes:begin -->\n<!-- close-codes:end -->\n<!-- close-codes:end -->\n",
            "more than one place",
        ),
        (
            "a\n> <!-- close-codes:begin -->\n<!-- close-codes:end -->\n",
            "before it; the marker in line 2 has to be at the start of the line",
        ),
        (
            "  <!-- close-codes:begin -->\n  <!-- close-codes:end -->\n",
            "; the marker in line 1 has to be at the start of the line",
        ),
        (
            "<!-- close-codes:beginning -->\n<!-- close-codes:end -->\n",
            "has no `<!-- close-codes:begin -->` before it",
        ),
    ] {
        let path = folder.join("unmarked.md");
        fs::write(&path, text).expect("a file");
        let output = export(&path).output().expect("a program that runs");
        assert!(!output.status.success(), "{text}");
        let message = [output.stdout, output.stderr].concat();
        let message = String::from_utf8(message).expect("UTF-8");
        assert!(message.contains(expected), "{message}");
        assert!(message.contains("unmarked.md`: "), "{message}");
        assert_eq!(fs::read_to_string(&path).expect("a file"), text);
    }
}
