use std::collections::HashMap;

use toml::de::{DeTable, DeValue};

use super::{Kind, Statement, Token, TokenKind, lex, statements};
use crate::repair::repair;
use crate::report::{Report, Span};
use crate::source::Source;

#[path = "../../tests/samples/mod.rs"]
mod samples;

use self::samples::{Random, damaged, fixtures, lines};

/// Each statement of a text: its kind, and what stands between the spaces around it.
fn kinds(text: &str) -> Vec<(Kind, &str)> {
    let tokens = lex(text);
    let statements = statements(text, &tokens);
    let kinds = statements
        .iter()
        .map(|statement| (statement.kind, &text[statement.body()]));
    kinds.collect()
}

#[test]
fn a_bracket_takes_in_lines_until_one_cannot_go_on() {
    for (text, expected) in [
        ("a = [\n1,\n2\n]\nb = 1", ["a = [\n1,\n2\n]", "b = 1"]),
        ("a = [1,\nb = 1", ["a = [1,", "b = 1"]),
        ("a = [1\n2 = 3", ["a = [1", "2 = 3"]),
        ("a = {b = 1\nc = 2", ["a = {b = 1", "c = 2"]),
        ("a = {\nb = 1,\n}\nc = 2", ["a = {\nb = 1,\n}", "c = 2"]),
        ("a = {b\n=\n1}\nc = 2", ["a = {b\n=\n1}", "c = 2"]),
        ("a = {b =\nc = 2", ["a = {b =", "c = 2"]),
        ("a = {b =\n[c]", ["a = {b =", "[c]"]),
        ("a = [ b = 1\nc = 2", ["a = [ b = 1", "c = 2"]),
    ] {
        let found: Vec<&str> = kinds(text).into_iter().map(|(_, body)| body).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_string_without_an_end_ends_with_its_line() {
    for (text, expected) in [
        ("a = \"x\nb = 1", ["a = \"x", "b = 1"]),
        ("a = \"x\r\nb = 1", ["a = \"x", "b = 1"]),
        ("a = \"\"\"x\nb = 1", ["a = \"\"\"x", "b = 1"]),
        ("a = '''x\nb = \"\"\"", ["a = '''x", "b = \"\"\""]),
        (
            "a = \"\"\"x\ny\"\"\"\nb = 1",
            ["a = \"\"\"x\ny\"\"\"", "b = 1"],
        ),
        (
            "a = \"\"\"x\\\"\"\"\nb = 1",
            ["a = \"\"\"x\\\"\"\"", "b = 1"],
        ),
    ] {
        let found: Vec<&str> = kinds(text).into_iter().map(|(_, body)| body).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_comment_of_another_language_is_a_comment() {
    for (text, expected) in [
        ("a = [\n// b]\n]\nc = 1", vec!["a = [\n// b]\n]", "c = 1"]),
        ("/* a\nb = 1 */\nc = 1", vec!["", "c = 1"]),
        ("/* a */ b = 1\nc = 1", vec!["b = 1", "c = 1"]),
        ("/* a\n/*/\nb = 1", vec!["", "b = 1"]),
        ("/* a\nb = 1", vec!["", "b = 1"]),
        ("a = http://b", vec!["a = http://b"]),
    ] {
        let found: Vec<&str> = kinds(text).into_iter().map(|(_, body)| body).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_header_and_a_line_without_equals_end_with_their_line() {
    for (text, expected) in [
        ("[codes] x = [\n1,", ["[codes] x = [", "1,"]),
        ("x [\n1,", ["x [", "1,"]),
    ] {
        let found: Vec<&str> = kinds(text).into_iter().map(|(_, body)| body).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_statement_is_known_by_its_first_tokens() {
    let header = |end| Kind::Header { end };
    for (text, kind) in [
        ("\n", Kind::Blank),
        ("# a = 1", Kind::Blank),
        ("[codes]", header(Some(7))),
        ("[[code]]", header(Some(8))),
        ("[codes.\"4100, 4200\"] # x", header(Some(20))),
        ("[codes", header(None)),
        ("codes]", header(None)),
        ("[]", header(None)),
        ("[[codes]", header(None)),
        ("4000.name = 1", Kind::KeyValue),
        ("\"4000\" . name =", Kind::KeyValue),
        ("= 1", Kind::Other),
        ("4000 \"x\"", Kind::Other),
        ("4000, 4001 = \"x\"", Kind::Other),
        ("]", Kind::Other),
        ("\"", Kind::Other),
    ] {
        let found: Vec<Kind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(found, [kind], "{text}");
    }
    assert_eq!(kinds(""), []);
}

#[test]
fn a_statement_is_in_the_section_of_the_last_header() {
    let text = "a = 1\n[b]\nc = 2\n\n[d\ne = 3\n";
    let tokens = lex(text);
    let sections = statements(text, &tokens);
    let sections: Vec<Option<usize>> = sections.iter().map(|line| line.section).collect();
    assert_eq!(
        sections,
        [None, Some(1), Some(1), Some(1), Some(4), Some(4)]
    );
}

/// Texts to compare: every fixture, generated ones, and damage to both.
fn texts() -> Vec<String> {
    let mut random = Random::new(9);
    let whole = [fixtures("valid"), fixtures("invalid")].concat();
    let mut texts: Vec<String> = whole.into_iter().map(|(_, text)| text).collect();
    texts.extend((0..1000).map(|_| lines(&mut random)));
    let count = texts.len();
    for round in 0..3 {
        texts.extend_from_within(..count);
        for text in &mut texts[count * (round + 1)..] {
            *text = damaged(text, &mut random);
            // The parser skips a byte order mark.
            *text = text.trim_start_matches('\u{FEFF}').to_owned();
        }
    }
    texts
}

#[test]
fn tokens_and_statements_tile_the_text() {
    for text in texts() {
        let tokens = lex(&text);
        let mut end = 0;
        for statement in statements(&text, &tokens) {
            assert_eq!(statement.span.start, end, "{text:?}");
            for token in statement.tokens {
                assert_eq!(token.span.start, end, "{text:?}");
                end = token.span.end;
            }
            let line_end = &text[end..statement.span.end];
            let is_last = statement.span.end == text.len();
            assert!(
                ["\n", "\r\n", "\r"].contains(&line_end) || is_last && line_end.is_empty(),
                "{text:?}"
            );
            end = statement.span.end;
        }
        assert_eq!(end, text.len(), "{text:?}");
    }
}

/// The value of a statement, after its `=`.
fn value_span(statement: &Statement<'_>) -> Span {
    let mut tokens = statement.tokens.iter();
    tokens.find(|token| token.kind == TokenKind::Equals);
    let first = tokens.find(|token| !token.is_gap()).expect("a value");
    first.span.start..statement.body().end
}

/// Compares statements, each with its place in the document, with what the parser makes of them all.
fn assert_same_places(document: &DeTable<'_>, statements: &[Statement<'_>], text: &str) {
    // How many of the tables `[[path]]` there are so far.
    let mut lists: HashMap<Vec<String>, usize> = HashMap::new();
    let mut count = 0;
    for statement in statements {
        let section = statement.section.map(|section| &statements[section]);
        let header = section.map_or(&[][..], |section| &section.keys);
        let is_list = |token: &&Token| token.kind == TokenKind::LeftSquareBracket;
        let brackets = statement.tokens.iter().filter(|token| !token.is_gap());
        match statement.kind {
            Kind::Blank => {}
            Kind::Header { .. } if brackets.take_while(is_list).count() == 2 => {
                let path = statement.keys.iter().map(|key| key.value.clone());
                *lists.entry(path.collect()).or_default() += 1;
                count += 1;
            }
            Kind::Header { .. } => {
                find(document, header.iter().map(|key| &key.value), &lists, text);
            }
            Kind::KeyValue => {
                let keys = header.iter().chain(&statement.keys).map(|key| &key.value);
                let (key, value) = find(document, keys, &lists, text);
                let last = statement.keys.last().expect("a key");
                assert_eq!(key, last.span, "{text:?}");
                assert_eq!(value, value_span(statement), "{text:?}");
                count += 1;
            }
            Kind::Other => panic!("the parser takes {:?} in {text:?}", &text[statement.body()]),
        }
    }
    assert_eq!(leaves(document, statements), count, "{text:?}");
}

/// The places of the last of these keys and of its value, as the parser has them.
fn find<'k>(
    document: &DeTable<'_>,
    keys: impl Iterator<Item = &'k String>,
    lists: &HashMap<Vec<String>, usize>,
    text: &str,
) -> (Span, Span) {
    let mut table = document;
    let mut path = Vec::new();
    let mut places = None;
    for key in keys {
        path.push(key.clone());
        let pair = table.get_key_value(key.as_str());
        let (found, value) = pair.unwrap_or_else(|| panic!("no {path:?} in {text:?}"));
        places = Some((found.span(), value.span()));
        table = match (value.get_ref(), lists.get(&path)) {
            (DeValue::Table(table), _) => table,
            (DeValue::Array(list), Some(count)) => {
                list[count - 1].get_ref().as_table().expect("a table")
            }
            _ => continue,
        };
    }
    places.expect("a key")
}

/// How many values and tables `[[…]]` there are, those inside values not among them.
fn leaves(table: &DeTable<'_>, statements: &[Statement<'_>]) -> usize {
    let is_value = |span: Span| {
        let mut values = statements.iter().filter(|line| line.kind == Kind::KeyValue);
        values.any(|statement| value_span(statement) == span)
    };
    let counts = table.values().map(|value| match value.get_ref() {
        _ if is_value(value.span()) => 1,
        DeValue::Table(table) => leaves(table, statements),
        DeValue::Array(list) => {
            let tables = list.iter().map(|item| item.get_ref().as_table());
            tables
                .map(|table| 1 + leaves(table.expect("a table"), statements))
                .sum()
        }
        _ => 1,
    });
    counts.sum()
}

#[test]
fn keys_and_values_are_where_the_parser_has_them() {
    let mut whole = 0;
    let mut alone = 0;
    for text in texts() {
        let tokens = lex(&text);
        let found = statements(&text, &tokens);
        if let Ok(document) = DeTable::parse(&text) {
            assert_same_places(document.get_ref(), &found, &text);
            whole += 1;
        }
        // Whatever is wrong around it, a statement is what it is by itself.
        for statement in &found {
            let text = &text[statement.span.clone()];
            let tokens = lex(text);
            let again = statements(text, &tokens);
            assert_eq!(again.len(), 1, "{text:?}");
            if let Ok(document) = DeTable::parse(text) {
                assert_same_places(document.get_ref(), &again, text);
                alone += 1;
            }
        }
    }
    assert!(
        whole > 200 && alone > 10_000,
        "{whole} texts, {alone} statements"
    );
}

#[test]
fn what_is_left_after_repair_is_where_it_was() {
    let mut count = 0;
    for text in texts() {
        if DeTable::parse(&text).is_ok() {
            continue;
        }
        let tokens = lex(&text);
        let source = Source::new("table.toml", text.clone());
        let mut report = Report::new(&source);
        let repaired = repair(&text, &tokens, &mut report).text;
        assert_eq!(repaired.len(), text.len(), "{text:?}");
        let tokens = lex(&repaired);
        for statement in statements(&repaired, &tokens) {
            let line = &repaired[statement.span];
            assert!(DeTable::parse(line).is_ok(), "{line:?} of {text:?}");
        }
        // Statements that are TOML each may be in conflict.
        let Ok(document) = DeTable::parse(&repaired) else {
            continue;
        };
        assert!(!report.is_empty(), "{text:?}");
        assert_same_places(
            document.get_ref(),
            &statements(&repaired, &tokens),
            &repaired,
        );
        count += 1;
    }
    assert!(count > 500, "{count} texts");
}
