//! The messages about damaged tables: they are few and in the right place, and a suggestion loses no
//! part of the text.

mod samples;

use close_codes_codegen::{Diagnostic, Source, Table};

use samples::{REPEATED, Random, damaged, fixtures, lines, repeated};
use toml::de::DeTable;

/// The messages about a table on top of the standard one.
fn diagnostics(base: &Table, text: &str) -> Vec<Diagnostic> {
    let source = Source::new("table.toml", text.to_owned());
    base.extended(&source).1
}

/// Every third character is tried, because all of them would take a minute.
const EACH: usize = 3;

/// The number of texts with no message, one, two, …
fn counts(base: &Table, texts: impl Iterator<Item = String>) -> Vec<usize> {
    let mut counts = vec![0; 8];
    for text in texts {
        let count = diagnostics(base, &text).len();
        assert!(count < counts.len(), "{count} messages about {text:?}");
        counts[count] += 1;
    }
    counts
}

/// A typo of one character gives at most two messages, except for one in a hundred, and never more than four.
fn assert_few(what: &str, counts: &[usize]) {
    let all: usize = counts.iter().sum();
    let few: usize = counts[..=2].iter().sum();
    println!("{what}: {counts:?} of {all}");
    assert!(few * 100 >= all * 99, "{what}: {counts:?} of {all}");
    assert!(
        counts[5..].iter().all(|&count| count == 0),
        "{what}: {counts:?}"
    );
}

#[test]
fn a_deleted_character_gives_few_messages() {
    let (standard, _) = Table::standard();
    let tables = fixtures("valid");
    let texts = tables.iter().flat_map(|(_, text)| {
        text.char_indices().step_by(EACH).map(|(at, deleted)| {
            let after = at + deleted.len_utf8();
            format!("{}{}", &text[..at], &text[after..])
        })
    });
    assert_few("deletions", &counts(&standard, texts));
}

#[test]
fn a_doubled_character_gives_few_messages() {
    let (standard, _) = Table::standard();
    let tables = fixtures("valid");
    let texts = tables.iter().flat_map(|(_, text)| {
        text.char_indices()
            .step_by(EACH)
            .map(|(at, doubled)| format!("{}{doubled}{}", &text[..at], &text[at..]))
    });
    assert_few("doublings", &counts(&standard, texts));
}

/// What a label says to write, without the backticks around it.
fn suggestion(diagnostic: &Diagnostic) -> Option<&str> {
    let label = diagnostic.place().label();
    let suggestion = label.strip_prefix("write `")?.strip_suffix('`');
    suggestion.filter(|suggestion| !suggestion.contains("` instead of `"))
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

#[test]
fn a_suggested_value_has_every_word_of_the_one_that_was_found() {
    const PIECES: [&str; 24] = [
        "The",
        "server",
        "isn't",
        "ready",
        "4000",
        "4OOO",
        "v1.5",
        "a=b",
        "é",
        "超时",
        "“soft”",
        "„low“",
        "`code`",
        "\"quoted\"",
        "'",
        "\"",
        "-",
        ".",
        ":",
        "!",
        "C:\\docs",
        "true",
        "[x]",
        "",
    ];
    let mut random = Random::new(4000);
    let (standard, _) = Table::standard();
    let mut count = 0;
    for _ in 0..4000 {
        let pieces = (0..=random.below(6)).map(|_| random.pick(&PIECES));
        let value = pieces
            .collect::<Vec<_>>()
            .join(random.pick(&[" ", " ", ""]));
        for text in [
            format!("[codes]\n4000 = {value}\n"),
            format!("[codes]\n4000.reason = {value}\n4000.name = \"Session Timed Out\"\n"),
            format!("[codes]\n4000 = {{ name = {value} }}\n"),
        ] {
            for diagnostic in diagnostics(&standard, &text) {
                let found = &text[diagnostic.place().span()];
                let Some(better) = suggestion(&diagnostic) else {
                    continue;
                };
                assert!(
                    !better.trim_matches(['"', '\'', ' ']).is_empty(),
                    "{diagnostic}"
                );
                assert!(better.len() < 100, "{diagnostic}");
                if better.starts_with('"') && better.len() > 1 {
                    assert_eq!(words(better), words(found), "{diagnostic}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 1000, "{count} suggestions");
}

/// The numbers of a key, after correcting letters that look like digits, `_` and leading zeros.
fn numbers(key: &str) -> Vec<String> {
    let key = key.replace(" to ", " ").replace('_', "");
    let key = key.replace('O', "0").replace('l', "1");
    let numbers = key.split(|c: char| !c.is_ascii_digit());
    let numbers = numbers.filter(|number| !number.is_empty());
    let mut numbers: Vec<String> = numbers
        .map(|number| number.parse::<u64>().expect("a number").to_string())
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

#[test]
fn a_suggested_key_has_every_number_of_the_one_that_was_found() {
    const NUMBERS: [&str; 14] = [
        "4000", "4099", "4100", "4199", "04200", "4_300", "+4400", "4OO5", "4l00", "65535", "0",
        "70000", "99", "4000s",
    ];
    const BETWEEN: [&str; 16] = [
        "-", "-", ", ", ", ", " - ", "..", "..=", "–", " to ", "~", ",", ";", " and ", "/", "--",
        " ",
    ];
    let mut random = Random::new(4999);
    let (standard, _) = Table::standard();
    let mut count = 0;
    for _ in 0..4000 {
        let mut key = random.pick(&NUMBERS).to_owned();
        for _ in 0..random.below(4) {
            key += random.pick(&BETWEEN);
            key += random.pick(&NUMBERS);
        }
        for text in [
            format!("[codes]\n\"{key}\" = \"Shard\"\n"),
            format!("[codes]\n{key} = \"Shard\"\n"),
            format!("[codes.{key}]\nname = \"Shard\"\n"),
        ] {
            for diagnostic in diagnostics(&standard, &text) {
                let Some(better) = suggestion(&diagnostic) else {
                    continue;
                };
                let better = better
                    .trim_start_matches("[codes.")
                    .trim_matches(['"', ']']);
                // `4195-99` is short for `4195-4199`.
                let found = numbers(&key);
                let better = numbers(better);
                let has = |number: &String| {
                    better.contains(number) || better.iter().any(|long| long.ends_with(number))
                };
                assert!(found.iter().all(has), "{diagnostic}");
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count} suggestions");
}

#[test]
fn whatever_a_file_has_in_it_ends_in_few_messages_in_their_places() {
    let mut random = Random::new(7);
    let (standard, _) = Table::standard();
    for round in 0..3000 {
        let mut text = lines(&mut random);
        for _ in 0..round % 4 {
            text = damaged(&text, &mut random);
        }
        assert_in_place(&standard, &text);
    }
    for (_, text) in [fixtures("valid"), fixtures("invalid")].concat() {
        for _ in 0..10 {
            assert_in_place(&standard, &damaged(&text, &mut random));
        }
    }
}

#[test]
fn a_line_again_and_again_ends_in_few_messages() {
    // `bench/messages.rs` measures the time for a megabyte.
    const LEN: usize = 1 << 15;
    let (standard, _) = Table::standard();
    for line in REPEATED {
        for line_end in ["\n", "\r", ""] {
            if !line.is_empty() || !line_end.is_empty() {
                let text = repeated(line, line_end, LEN);
                assert_in_place(&standard, &text);
                assert_in_place(&standard, &format!("[codes]\n{text}"));
            }
        }
    }
}

/// Messages have text, are in the order of the file and inside it, and there are at most 101, the last
/// of which counts those left out. A text that is not TOML has at least one.
fn assert_in_place(base: &Table, text: &str) {
    let diagnostics = diagnostics(base, text);
    assert!(diagnostics.len() <= 101, "{}", diagnostics.len());
    let sound = text.trim_start_matches('\u{feff}');
    assert!(
        !diagnostics.is_empty() || DeTable::parse(sound).is_ok(),
        "{text:?}"
    );
    let shown = &diagnostics[..diagnostics.len().min(100)];
    assert!(shown.is_sorted_by_key(|diagnostic| diagnostic.place().span().start));
    for diagnostic in &diagnostics {
        let place = diagnostic.place();
        assert!(
            !diagnostic.message().is_empty() && !place.label().is_empty(),
            "{diagnostic}"
        );
        assert!(place.span().end <= text.len(), "{diagnostic}");
        assert!(diagnostic.to_string().len() < 2500, "{diagnostic}");
    }
}
