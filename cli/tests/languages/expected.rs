//! What a table says, read from the table itself.

use close_codes_codegen::{Column, Entry, Owner, Range, Segment, Table, Value as Cell};
use serde_json::{Value, json};

use crate::Case;

/// Languages to ask for: those that there are, and some that there may not be.
pub(crate) fn asked(case: &Case, language: &str) -> Vec<String> {
    let there = case.table.languages().into_iter();
    let mut asked: Vec<String> = there.map(|tag| tag.as_str().to_owned()).collect();
    // A page of TypeScript chooses among objects, not tags.
    if language != "TypeScript" {
        let others = [
            "",
            "zh",
            "ZH-hans-cn",
            "de-CH-1996",
            "pt",
            "en-x-y",
            "x-k-l",
            "fr-",
        ];
        asked.extend(others.map(str::to_owned));
    }
    asked
}

/// The same shape as the programs in the three languages print.
pub(crate) fn answer(case: &Case, language: &str) -> Value {
    let asked = asked(case, language);
    let table = &case.table;
    let is_wanted = |entry: &Entry| !case.custom_only || entry.is_custom();
    let ranges = table
        .ranges()
        .iter()
        .filter(|range| is_wanted(&range.entry));
    let codes = table.codes().iter().filter(|code| is_wanted(&code.entry));
    let mut runs: Vec<(u16, Value)> = Vec::new();
    for segment in table.segments() {
        // Where the rule for browsers changes.
        for first in [0, 1000, 1001, 3000, 5000] {
            let first = segment.span.first().max(first);
            if !segment.span.contains(first) {
                continue;
            }
            let value = if is_wanted(table.entry(segment.owner)) {
                number(case, segment, first, &asked)
            } else {
                Value::Null
            };
            if runs.last().is_none_or(|(_, last)| *last != value) {
                runs.push((first, value));
            }
        }
    }
    json!({
        "languages": table.languages().iter().map(|tag| tag.as_str()).collect::<Vec<_>>(),
        "codes": codes.map(|code| code.number).collect::<Vec<_>>(),
        "ranges": ranges.map(|each| range(case, each, &asked)).collect::<Vec<_>>(),
        "runs": runs,
    })
}

fn number(case: &Case, segment: &Segment, number: u16, asked: &[String]) -> Value {
    let table = &case.table;
    let entry = table.entry(segment.owner);
    let code = match segment.owner {
        Owner::Code(code) => Some(&table.codes()[code]),
        Owner::Range(_) => None,
    };
    let range = match segment.owner {
        Owner::Code(_) => entry.parent,
        Owner::Range(range) => Some(range),
    };
    let columns = table.columns().iter().enumerate();
    let columns: Vec<Value> = columns
        .map(|(index, _)| cell(table.value(segment, index)))
        .collect();
    let sender = table
        .columns()
        .iter()
        .position(|column: &Column| column.name == "sender");
    let sender = table.value(segment, sender.expect("every table has it"));
    json!([
        code.is_some(),
        entry.name,
        code.map_or(&[][..], |code| &code.aliases),
        code.and_then(|code| code.reason.as_deref())
            .unwrap_or_default(),
        entry.reference.as_deref().unwrap_or_default(),
        code.and_then(|code| code.deprecated.as_deref())
            .unwrap_or_default(),
        range_name(case, range),
        descriptions(table, entry, asked),
        columns,
        // Without the standard codes two of the languages do not answer this.
        (!case.custom_only).then(|| sender != Some(&Cell::String("nobody".to_owned()))),
        number == 1000 || (3000..=4999).contains(&number),
    ])
}

fn range(case: &Case, range: &Range, asked: &[String]) -> Value {
    let spans = range.spans.iter().map(|span| [span.first(), span.last()]);
    json!([
        range.entry.name,
        range.entry.reference.as_deref().unwrap_or_default(),
        range_name(case, range.entry.parent),
        spans.collect::<Vec<_>>(),
        descriptions(&case.table, &range.entry, asked),
        // In it, and just outside.
        range
            .spans
            .iter()
            .flat_map(|span| {
                let ends = [u32::from(span.first()), u32::from(span.last())];
                [
                    ends[0].checked_sub(1),
                    Some(ends[0]),
                    Some(ends[1]),
                    Some(ends[1] + 1),
                ]
                .map(|number| {
                    let number = number.and_then(|number| u16::try_from(number).ok());
                    number.is_some_and(|n| range.spans.iter().any(|span| span.contains(n)))
                })
            })
            .collect::<Vec<_>>(),
    ])
}

fn range_name(case: &Case, range: Option<usize>) -> Option<&str> {
    let range = &case.table.ranges()[range?];
    (!case.custom_only || range.entry.is_custom()).then_some(range.entry.name.as_str())
}

/// What the generated enum answers.
fn descriptions(table: &Table, entry: &Entry, asked: &[String]) -> Vec<&'static str> {
    let texts = table.texts(entry).into_iter();
    let texts: Vec<(&'static str, &'static str)> = texts
        .map(|(language, text)| (leaked(language.as_str()), leaked(text)))
        .collect();
    let texts: &'static [_] = texts.leak();
    let asked = asked.iter();
    asked
        .map(|tag| close_codes::__private::Row::new("", "", "", texts).description_in(tag))
        .collect()
}

fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// Integers as text: not every reader of JSON keeps 64 bits.
fn cell(value: Option<&Cell>) -> Value {
    match value {
        None => Value::Null,
        Some(Cell::Bool(value)) => json!(value),
        Some(Cell::Integer(value)) => json!(value.to_string()),
        Some(Cell::String(value)) => json!(value),
    }
}
