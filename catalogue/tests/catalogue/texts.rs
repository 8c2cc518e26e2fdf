//! What the tables say about themselves and their codes.

use std::collections::BTreeSet;

use toml::Value;

use crate::{Published, TABLES};

/// The tables with most users have every text in Chinese too.
const IN_CHINESE: [&str; 10] = [
    "centrifugo",
    "discord-gateway",
    "discord-voice",
    "firefox-push",
    "graphql-transport-ws",
    "hocuspocus",
    "obs-websocket",
    "pusher",
    "signal-chat",
    "twitch-eventsub",
];

/// A description in a file.
struct Description<'t> {
    at: String,
    language: &'t str,
    text: &'t str,
}

/// Every description of a file: that of the table, then those of its rows.
fn texts(published: &Published) -> Vec<Description<'_>> {
    let about = &published.about().texts;
    let about = about.iter().map(|(language, text)| Description {
        at: published.id.clone(),
        language: language.as_str(),
        text,
    });
    let rows = published.rows.iter().flat_map(|(key, row)| {
        let at = format!("{} {key}", published.id);
        let found: Vec<(&str, &Value)> = match row.get("description") {
            None => Vec::new(),
            Some(Value::Table(texts)) => texts
                .iter()
                .map(|(tag, text)| (tag.as_str(), text))
                .collect(),
            Some(text) => vec![("en", text)],
        };
        found.into_iter().map(move |(language, text)| Description {
            at: at.clone(),
            language,
            text: text.as_str().expect("a text"),
        })
    });
    about.chain(rows).collect()
}

#[test]
fn no_two_tables_have_one_title_or_one_id() {
    let distinct = |texts: Vec<String>| {
        let number = texts.len();
        assert_eq!(texts.into_iter().collect::<BTreeSet<_>>().len(), number);
    };
    distinct(
        TABLES
            .iter()
            .map(|table| table.title().to_lowercase())
            .collect(),
    );
    distinct(
        TABLES
            .iter()
            .map(|table| table.name().to_lowercase())
            .collect(),
    );
    for table in TABLES.iter() {
        for word in table.id.split('-') {
            let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
            assert!(
                !word.is_empty() && word.chars().all(is_word),
                "{}",
                table.id
            );
        }
        assert!(
            table.id.starts_with(|c: char| c.is_ascii_lowercase()),
            "{}",
            table.id
        );
    }
}

#[test]
fn every_table_says_where_and_when_it_was_read() {
    for table in TABLES.iter() {
        let about = table.about();
        // The parser accepts only a date without a time.
        assert!(about.checked.is_some(), "{} has no date", table.id);
        let reference = about.reference.as_deref().unwrap_or_default();
        assert!(
            reference.starts_with("https://"),
            "{}: {reference}",
            table.id
        );
        if let Some(path) = reference.strip_prefix("https://github.com/") {
            let parts: Vec<&str> = path.split('/').collect();
            let commit = parts.get(3).copied().unwrap_or_default();
            let is_commit = commit.len() >= 7 && commit.chars().all(|c| c.is_ascii_hexdigit());
            assert!(is_commit && parts.len() > 4, "{}: {reference}", table.id);
        }
    }
}

#[test]
fn every_table_and_every_row_with_a_name_is_described() {
    for table in TABLES.iter() {
        assert!(table.table.description().is_some(), "{}", table.id);
        let codes = table.table.codes().iter().map(|code| &code.entry);
        let ranges = table.table.ranges().iter().map(|range| &range.entry);
        let entries = codes.chain(ranges).filter(|entry| entry.is_custom());
        for entry in entries {
            let has = |tag: &str| {
                entry
                    .texts
                    .iter()
                    .any(|(language, _)| language.as_str() == tag)
            };
            assert!(has("en"), "{}: {}", table.id, entry.name);
        }
        let texts = texts(table);
        let in_language = |tag: &str| texts.iter().filter(|text| text.language == tag).count();
        let (english, chinese) = (in_language("en"), in_language("zh-CN"));
        assert_eq!(
            english + chinese,
            texts.len(),
            "{}: another language",
            table.id
        );
        if IN_CHINESE.contains(&table.id.as_str()) {
            assert_eq!(english, chinese, "{}", table.id);
        }
    }
    let ids: Vec<&str> = TABLES.iter().map(|table| table.id.as_str()).collect();
    assert!(IN_CHINESE.iter().all(|id| ids.contains(id)));
}

#[test]
fn every_description_is_a_short_sentence() {
    for Description { at, language, text } in TABLES.iter().flat_map(texts) {
        let length = text.chars().count();
        assert!((4..200).contains(&length), "{at}: {length} characters");
        assert!(!text.contains(char::is_control), "{at}: {text}");
        if language == "en" {
            let first = text.chars().next().expect("a character");
            assert!(first.is_ascii_uppercase(), "{at}: {text}");
            assert!(text.ends_with('.') && !text.contains(". "), "{at}: {text}");
            assert!(text.is_ascii() && !text.contains("  "), "{at}: {text}");
        } else {
            assert!(
                text.ends_with('。') && text.matches('。').count() == 1,
                "{at}: {text}"
            );
            assert!(
                !text.contains([',', ';', '(', ')', '!', '?']),
                "{at}: {text}"
            );
            let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            let neighbours = text.chars().zip(text.chars().skip(1));
            for (one, other) in neighbours {
                // A space stands between Chinese and Latin text.
                let touch = is_han(one) && other.is_ascii_alphanumeric()
                    || one.is_ascii_alphanumeric() && is_han(other);
                assert!(!touch, "{at}: `{one}{other}` in {text}");
            }
        }
    }
}

/// Words with a capital letter that sentences may have, apart from those of the table's own title.
///
/// A test cannot distinguish people from products. Adding a word here means that somebody has checked it.
const NAMES: &[&str] = &[
    "Centrifuge",
    "Gateway",
    "GraphQL",
    "JavaScript",
    "JupyterLab",
    "Lite",
    "OAuth2",
    "Studio",
    "Sync",
    "WebSocket",
    "WebSockets",
];

#[test]
fn no_description_names_a_person() {
    let mut unknown = BTreeSet::new();
    for table in TABLES.iter() {
        let title: BTreeSet<&str> = words(table.title()).collect();
        for Description { language, text, .. } in texts(table) {
            assert!(!text.contains('@'), "{text}");
            let skipped = usize::from(language == "en");
            let capitalized = words(text).skip(skipped).filter(|word| {
                word.starts_with(|c: char| c.is_ascii_uppercase())
                    && word.contains(|c: char| c.is_ascii_lowercase())
            });
            unknown
                .extend(capitalized.filter(|word| !title.contains(word) && !NAMES.contains(word)));
        }
    }
    assert!(
        unknown.is_empty(),
        "add these to `NAMES` unless they are names of people: {unknown:?}"
    );
}

/// The words of Latin letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty())
}
