//! The extension `x-close-codes` of a WebSocket channel binding, as YAML.
//!
//! Its value has the shape of the JSON. Every string is double-quoted, and so is every key that
//! another version of YAML could read as something else.

use std::fmt::Write as _;

use serde_json::Value as Json;

use super::Input;
use super::json::document;
use super::model::{Model, is_invisible};

#[allow(clippy::unnecessary_wraps)] // as the other formats
pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let mut out = format!(
        "# {}\n\
         #\n\
         # For the WebSocket binding of a channel, which can refer to this file:\n\
         #\n\
         #     bindings:\n\
         #       ws:\n\
         #         x-close-codes:\n\
         #           $ref: \"./FILE#/x-close-codes\"\n\
         \n\
         x-close-codes:",
        model.header
    );
    node(&mut out, &Json::Object(document(input, &model)), 1);
    Ok(out)
}

/// A value after `key:` or `-`, with the end of its last line.
fn node(out: &mut String, value: &Json, depth: usize) {
    match value {
        Json::Object(map) if !map.is_empty() => {
            out.push('\n');
            for (key, value) in map {
                indent(out, depth);
                entry(out, key, value, depth);
            }
        }
        Json::Array(items) if !items.is_empty() => {
            out.push('\n');
            for item in items {
                indent(out, depth);
                out.push('-');
                match item {
                    // The first key is on the line of the dash.
                    Json::Object(map) if !map.is_empty() => {
                        for (i, (key, value)) in map.iter().enumerate() {
                            if i == 0 {
                                out.push(' ');
                            } else {
                                indent(out, depth + 1);
                            }
                            entry(out, key, value, depth + 1);
                        }
                    }
                    item => node(out, item, depth + 1),
                }
            }
        }
        Json::String(text) => {
            out.push(' ');
            quoted(out, text);
            out.push('\n');
        }
        // Null, booleans, numbers, `{}` and `[]` are written as in JSON.
        value => writeln!(out, " {value}").expect("a string takes all"),
    }
}

fn entry(out: &mut String, key: &str, value: &Json, depth: usize) {
    if is_plain(key) {
        out.push_str(key);
    } else {
        quoted(out, key);
    }
    out.push(':');
    node(out, value, depth + 1);
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("  ", depth));
}

/// Whether every version of YAML reads the text as a string without quotes.
fn is_plain(key: &str) -> bool {
    let is_word = key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_taken = matches!(
        key,
        "" | "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
    );
    is_word && !is_taken
}

/// A double-quoted scalar on one line.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // YAML 1.2.2 §5.1: these and noncharacters are not printable.
            c if is_invisible(c) || u32::from(c) & 0xFFFE == 0xFFFE => {
                let width = if u32::from(c) > 0xFFFF { 8 } else { 4 };
                let letter = if width == 8 { 'U' } else { 'u' };
                write!(out, "\\{letter}{:0width$x}", u32::from(c)).expect("a string takes all");
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
