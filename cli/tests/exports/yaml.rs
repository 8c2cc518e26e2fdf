//! YAML, read with a parser of YAML 1.2 and compared with the JSON.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value as Json};

use crate::cases;
use crate::json::parsed;

#[test]
fn the_extension_is_what_the_json_is() {
    for case in cases() {
        let yaml = case.export("asyncapi");
        let mut expected = parsed(&case);
        let header = expected
            .as_object_mut()
            .expect("an object")
            .shift_remove("generated");
        let found = read(&yaml);
        let found = found.as_object().expect("a mapping");
        assert_eq!(found.keys().collect::<Vec<_>>(), ["x-close-codes"]);
        assert_eq!(found["x-close-codes"], expected, "{}", case.name());
        let header = format!(
            "# {}\n",
            header.expect("a header").as_str().expect("a string")
        );
        assert!(yaml.starts_with(&header));
    }
}

/// YAML 1.1 has more words for booleans and null, and a comment may follow any space.
#[test]
fn nothing_but_numbers_and_three_words_is_without_quotes() {
    for case in cases() {
        let yaml = case.export("asyncapi");
        let mut parser = Parser::new_from_str(&yaml);
        let mut keys = 0;
        while let Some(event) = parser.next_event() {
            let Event::Scalar(text, style, ..) = event.expect("YAML").0 else {
                continue;
            };
            if style == ScalarStyle::Plain {
                let is_value =
                    matches!(&*text, "true" | "false" | "null") || text.parse::<i128>().is_ok();
                let is_key = text == "x-close-codes"
                    || text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                let is_taken = ["y", "n", "yes", "no", "on", "off"].contains(&&*text);
                assert!(is_value || is_key && !is_taken, "{text}");
                keys += usize::from(is_key);
            } else {
                assert_eq!(style, ScalarStyle::DoubleQuoted, "{text}");
            }
        }
        assert!(keys > 100);
    }
}

fn read(yaml: &str) -> Json {
    let events = Parser::new_from_str(yaml).map(|event| event.expect("YAML").0);
    let mut events = events.filter(|event| {
        !matches!(
            event,
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd
        )
    });
    let first = events.next().expect("a node");
    let value = node(first, &mut events);
    assert!(events.next().is_none());
    value
}

fn node<'y>(event: Event<'y>, events: &mut impl Iterator<Item = Event<'y>>) -> Json {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => {
            serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text} is no plain value"))
        }
        Event::Scalar(text, ..) => Json::String(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().expect("an end") {
                    Event::SequenceEnd => return Json::Array(items),
                    event => items.push(node(event, events)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut map = Map::new();
            loop {
                match events.next().expect("an end") {
                    Event::MappingEnd => return Json::Object(map),
                    Event::Scalar(key, ..) => {
                        let value = events.next().expect("a value");
                        let value = node(value, events);
                        assert!(map.insert(key.into_owned(), value).is_none());
                    }
                    event => panic!("{event:?} is no key"),
                }
            }
        }
        event => panic!("{event:?}"),
    }
}
