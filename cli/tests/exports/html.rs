//! The page, read as browsers do.

use std::collections::BTreeSet;

use close_codes_codegen::{Entry, Table, Value};
use pulldown_cmark::{Event, Options, Parser};
use scraper::{ElementRef, Html, Selector};

use crate::cases;

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&parsed(selector)).collect()
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&parsed(selector)).collect()
}

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn texts(elements: Vec<ElementRef<'_>>) -> Vec<String> {
    elements.into_iter().map(text).collect()
}

fn row<'h>(html: &'h Html, id: &str) -> ElementRef<'h> {
    let rows = all(html, "tr[id]").into_iter();
    let mut rows = rows.filter(|row| row.attr("id") == Some(id));
    let row = rows.next().unwrap_or_else(|| panic!("{id} has no row"));
    assert!(rows.next().is_none());
    row
}

/// The definition after a term of a row's details.
fn definition(row: ElementRef<'_>, term: &str) -> Option<String> {
    let terms = within(row, "dt");
    let at = terms.iter().position(|found| text(*found) == term)?;
    Some(text(within(row, "dd")[at]))
}

/// HTML cannot have control characters, but for these.
fn is_refused(c: char) -> bool {
    c.is_control() && !"\t\n\r".contains(c)
}

fn plain(text: &str) -> String {
    text.replace(is_refused, "\u{FFFD}")
}

#[test]
fn a_parser_of_html_finds_the_same_texts() {
    for case in cases() {
        let table = &case.table;
        let page = case.export("html");
        assert!(!page.contains(is_refused), "{}", case.name());
        let html = Html::parse_document(&page);
        let about = table.about();
        if let Some(title) = &about.title {
            assert_eq!(texts(all(&html, "h1")), [title.as_str()]);
        }
        assert_eq!(
            all(&html, "#code-table > tbody > tr").len(),
            table.codes().len()
        );
        assert_eq!(
            all(&html, "#range-table > tbody > tr").len(),
            table.ranges().len()
        );
        for code in table.codes() {
            let row = row(&html, &format!("code-{}", code.number));
            compare_entry(table, &code.entry, row);
            assert_eq!(definition(row, "Default reason"), code.reason);
            let aliases = (!code.aliases.is_empty()).then(|| code.aliases.join(", "));
            assert_eq!(definition(row, "Aliases"), aliases);
            let deprecated = texts(within(row, ".deprecated > bdi"));
            let expected = code.deprecated.iter().map(|text| plain(text));
            assert_eq!(deprecated, expected.collect::<Vec<_>>(), "{}", code.number);
            let segment = table.segment(code.number);
            for (index, column) in table.columns().iter().enumerate() {
                let value = table.value(segment, index);
                let found = match column.name.as_str() {
                    "sender" => row.attr("data-sender").map(str::to_owned),
                    "reconnect" => row.attr("data-advice").map(str::to_owned),
                    name => definition(row, name),
                };
                let expected = match value {
                    None => "none".to_owned(),
                    Some(Value::Bool(true)) => "yes".to_owned(),
                    Some(Value::Bool(false)) => "no".to_owned(),
                    Some(Value::Integer(number)) => number.to_string(),
                    Some(Value::String(text)) => plain(text),
                };
                assert_eq!(found, Some(expected), "{} of {}", column.name, code.number);
            }
        }
        for range in table.ranges() {
            compare_entry(
                table,
                &range.entry,
                row(&html, &format!("range-{}", range.entry.variant)),
            );
        }
        for (column, found) in table.columns().iter().zip(all(&html, ".columns > dd")) {
            let description = texts(within(found, "p[dir]"));
            let expected = Some(plain(&column.description)).filter(|text| !text.is_empty());
            assert_eq!(description, expected.into_iter().collect::<Vec<_>>());
        }
    }
}

fn compare_entry(table: &Table, entry: &Entry, row: ElementRef<'_>) {
    assert_eq!(texts(within(row, ".name > bdi")), [entry.name.as_str()]);
    assert_eq!(texts(within(row, ".name > code")), [entry.variant.as_str()]);
    let found = within(row, ".texts > p").into_iter();
    let found: Vec<(String, String)> = found
        .map(|found| {
            (
                found.attr("lang").expect("a language").to_owned(),
                text(found),
            )
        })
        .collect();
    let expected = table.texts(entry).into_iter();
    let expected = expected.map(|(language, text)| (language.as_str().to_owned(), text.to_owned()));
    assert_eq!(found, expected.collect::<Vec<_>>(), "{}", entry.name);
    let reference = entry.reference.as_ref().map(|text| plain(text));
    assert_eq!(definition(row, "Reference"), reference, "{}", entry.name);
    // Markdown leaves more than one way to write a space.
    let words = |text: &str| {
        plain(text)
            .split_whitespace()
            .map(str::to_owned)
            .collect::<String>()
    };
    let docs = texts(within(row, ".docs"));
    let expected = entry.docs.iter().map(|docs| words(&shown(docs)));
    let found = docs.iter().map(|docs| words(docs));
    assert_eq!(
        found.collect::<Vec<_>>(),
        expected.collect::<Vec<_>>(),
        "{}",
        entry.name
    );
}

/// The text of Markdown, with what it would be HTML.
fn shown(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let texts = events.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            Some(text.into_string())
        }
        Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn no_text_becomes_an_element_a_link_or_a_script() {
    let mut expected = None;
    for case in cases() {
        let page = case.export("html");
        let html = Html::parse_document(&page);
        assert_eq!(all(&html, "script").len(), 1, "{}", case.name());
        assert_eq!(all(&html, "style").len(), 1);
        for element in all(&html, "*") {
            let element = element.value();
            for (name, value) in element.attrs() {
                assert!(!name.starts_with("on") && name != "style", "{element:?}");
                if matches!(name, "href" | "src" | "xlink:href") {
                    let is_safe = ["#", "https://", "http://", "data:,"]
                        .iter()
                        .any(|start| value.starts_with(start));
                    assert!(is_safe, "{element:?}");
                }
            }
        }
        // Outside the Markdown of `docs`, hostile texts bring no element that others do not have.
        let docs: BTreeSet<_> = all(&html, ".docs *")
            .into_iter()
            .map(|element| element.id())
            .collect();
        let names: BTreeSet<String> = all(&html, "*")
            .into_iter()
            .filter(|element| !docs.contains(&element.id()))
            .map(|element| element.value().name().to_owned())
            .collect();
        let known = expected.get_or_insert_with(|| {
            // What some tables need in addition.
            let more = ["br", "small", "label", "select", "option", "time", "strong"];
            names
                .iter()
                .cloned()
                .chain(more.map(str::to_owned))
                .collect::<BTreeSet<_>>()
        });
        assert!(
            names.is_subset(known),
            "{}: {:?}",
            case.name(),
            names.difference(known)
        );
    }
}
