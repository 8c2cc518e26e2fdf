//! What Chromium does with close codes, recorded in `vectors/chromium-close.json`, compared with
//! close-codes.
//!
//! Every case of the file is either equal, or in a list of differences with the reason. The lists are
//! exact: a different case that is not listed fails the test, and so does a listed case that is equal.

mod close;
mod construct;
mod endpoint;
mod onclose;

use serde_json::{Map, Value};

/// The object at a JSON pointer into the file.
fn object(file: &Value, pointer: &str) -> Map<String, Value> {
    let value = file.pointer(pointer).and_then(Value::as_object);
    value
        .unwrap_or_else(|| panic!("no object at `{pointer}`"))
        .clone()
}

/// The numbers in a list of `[first, last]`.
fn spans(value: &Value) -> impl Iterator<Item = u16> {
    let spans: Vec<(u16, u16)> = serde_json::from_value(value.clone()).expect("a list of spans");
    spans.into_iter().flat_map(|(first, last)| first..=last)
}

/// The name of the exception that a call threw, recorded as an object, as its name, or as `null`.
fn thrown(outcome: &Value) -> Option<&str> {
    match outcome {
        Value::Null => None,
        Value::String(name) => Some(name),
        _ => Some(outcome["name"].as_str().expect("name of an exception")),
    }
}

/// Looks a case up in a table, where it must be.
fn of_case<'a, T>(table: &'a [(&str, T)], case: &str) -> &'a T {
    let row = table.iter().find(|(name, _)| *name == case);
    &row.unwrap_or_else(|| panic!("`{case}` is in no table")).1
}
