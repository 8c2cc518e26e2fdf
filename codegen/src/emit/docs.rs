//! The documentation of the generated items.

use std::fmt::Write as _;

use proc_macro2::Ident;

use super::{Emission, escape};
use crate::case::screaming_snake;
use crate::table::{Code, CodeSpan, Column, ColumnType, Entry, Range, Segment, Value};

impl Emission<'_> {
    /// The table of codes and ranges on the page of the enum.
    pub(super) fn enum_doc(&self) -> String {
        let mut doc = self.about();
        doc.push_str("\n\n| Code | Variant | Meaning |\n|---|---|---|\n");
        for code in self.codes {
            let (number, variant) = (code.number, &code.entry.variant);
            let meaning = self.meaning(&code.entry);
            put(
                &mut doc,
                format_args!("| {number} | [`{variant}`](Self::{variant}) | {meaning} |\n"),
            );
        }
        doc.push_str("\n| Codes | Range | Meaning |\n|---|---|---|\n");
        for range in &self.table.ranges {
            let constant = screaming_snake(&range.entry.variant);
            let name = escape(&range.entry.name);
            let meaning = self.meaning(&range.entry);
            let spans = joined(&range.spans);
            put(
                &mut doc,
                format_args!("| {spans} | [{name}](Self::{constant}) | {meaning} |\n"),
            );
        }
        if let Some((variant, number)) = self.first_named() {
            let name = self.name;
            let entry = &self.codes[0].entry.name;
            doc.push_str(&self.example(&format!(
                "assert_eq!({name}::from_u16({number}), {name}::{variant});\nassert_eq!({name}::{variant}.to_string(), {:?});",
                format!("{number} {entry}")
            )));
        }
        doc
    }

    /// What the table says of itself, as a paragraph.
    fn about(&self) -> String {
        let about = self.table.about();
        let title = about
            .title
            .as_ref()
            .map(|title| format!("**{}**.", escape(title)));
        let description = self.table.description().map(escape);
        let checked = about
            .checked
            .as_ref()
            .map(|date| format!(", checked {date}"));
        let source = about.reference.as_ref().map(|reference| {
            format!(
                "Source: {}{}.",
                link(reference),
                checked.unwrap_or_default()
            )
        });
        let sentences: Vec<String> = [title, description, source].into_iter().flatten().collect();
        if sentences.is_empty() {
            String::new()
        } else {
            format!("\n\n{}", sentences.join(" "))
        }
    }

    /// The page of a named code.
    pub(super) fn code_doc(&self, code: &Code) -> String {
        let (number, entry) = (code.number, &code.entry);
        let mut doc = format!(
            "{number} {}: {}\n",
            escape(&entry.name),
            self.meaning(entry)
        );
        self.properties(&mut doc, entry, &[CodeSpan::of(number)]);
        if let Some(reason) = &code.reason {
            put(&mut doc, format_args!("* reason: {}\n", escape(reason)));
        }
        if !code.aliases.is_empty() {
            let aliases: Vec<String> = code.aliases.iter().map(|alias| escape(alias)).collect();
            put(
                &mut doc,
                format_args!("* aliases: {}\n", aliases.join(", ")),
            );
        }
        append(&mut doc, entry);
        let (name, variant) = (self.name, &entry.variant);
        doc.push_str(&self.example(&format!(
            "let code = {name}::from_u16({number});\nassert_eq!(code, {name}::{variant});\nassert_eq!(code.name(), {:?});\nassert_eq!({:?}.parse(), Ok(code));",
            entry.name, entry.variant
        )));
        doc
    }

    /// The page of the variant of a range.
    pub(super) fn range_doc(&self, index: usize, range: &Range) -> String {
        let entry = &range.entry;
        let spans = &self.unnamed[index];
        let meaning = self.meaning(entry);
        let mut doc = format!(
            "A code of {} that has no name. {meaning}\n",
            joined(&range.spans)
        );
        self.properties(&mut doc, entry, spans);
        append(&mut doc, entry);
        let (name, variant, first) = (self.name, &entry.variant, spans[0].first());
        doc.push_str(&self.example(&format!(
            "let code = {name}::from_u16({first});\nassert!(matches!(code, {name}::{variant}(unnamed) if unnamed.as_u16() == {first}));\nassert!(!code.is_named());",
        )));
        doc
    }

    /// A code block that runs, if the invocation says where the enum is.
    pub(super) fn example(&self, lines: &str) -> String {
        self.example_of(self.name, lines)
    }

    /// The same for an enum beside it.
    pub(super) fn example_of(&self, name: &Ident, lines: &str) -> String {
        let Some(path) = &self.invocation.doctest else {
            return String::new();
        };
        format!("\n# Examples\n\n```\nuse {path}::{name};\n\n{lines}\n```\n")
    }

    /// The first named code, which the examples of methods are about.
    pub(super) fn first_named(&self) -> Option<(&str, u16)> {
        let code = self.codes.first()?;
        Some((&code.entry.variant, code.number))
    }

    /// The segments of some codes.
    fn segments_of(&self, codes: &[CodeSpan]) -> impl Iterator<Item = &Segment> {
        let segments = self.table.segments.iter();
        segments.filter(|segment| codes.iter().any(|codes| codes.encloses(segment.span)))
    }

    fn meaning(&self, entry: &Entry) -> String {
        escape(self.table.texts(entry).first().map_or("", |(_, text)| text))
    }

    /// The properties of an entry whose codes these are.
    fn properties(&self, doc: &mut String, entry: &Entry, codes: &[CodeSpan]) {
        doc.push('\n');
        for (language, text) in self.table.texts(entry).iter().skip(1) {
            put(
                doc,
                format_args!("* {}: {}\n", language.as_str(), escape(text)),
            );
        }
        for (index, column) in self.table.columns.iter().enumerate() {
            let mut values: Vec<(String, Vec<CodeSpan>)> = Vec::new();
            for segment in self.segments_of(codes) {
                let value = shown(column, self.table.value(segment, index));
                match values.iter_mut().find(|(other, _)| *other == value) {
                    Some((_, spans)) => spans.push(segment.span),
                    None => values.push((value, vec![segment.span])),
                }
            }
            let values: Vec<String> = match values.as_slice() {
                [(only, _)] => vec![only.clone()],
                values => values
                    .iter()
                    .map(|(value, spans)| {
                        format!(
                            "{value} ({})",
                            joined(&CodeSpan::joined(spans.iter().copied()))
                        )
                    })
                    .collect(),
            };
            put(
                doc,
                format_args!("* `{}`: {}\n", column.name, values.join(", ")),
            );
        }
        if let Some(reference) = &entry.reference {
            put(doc, format_args!("* reference: {}\n", link(reference)));
        }
    }
}

/// A reference, as a link if it is the address of a page.
fn link(reference: &str) -> String {
    let is_page = reference.starts_with("https://") || reference.starts_with("http://");
    if is_page
        && !reference.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\".contains(c))
    {
        format!("<{reference}>")
    } else {
        escape(reference)
    }
}

/// A value of a column, in Markdown.
fn shown(column: &Column, value: Option<&Value>) -> String {
    match value {
        None => "none".to_owned(),
        Some(Value::Bool(value)) => value.to_string(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::String(text)) if column.column_type == ColumnType::String => {
            escape(&format!("\"{text}\""))
        }
        Some(Value::String(text)) => escape(text),
    }
}

/// Adds the table's own Markdown, as it is.
fn append(doc: &mut String, entry: &Entry) {
    if let Some(docs) = &entry.docs {
        put(doc, format_args!("\n{docs}\n"));
    }
}

/// `1004, 1016–1999`
pub(super) fn joined(spans: &[CodeSpan]) -> String {
    let spans: Vec<String> = spans.iter().map(CodeSpan::to_string).collect();
    spans.join(", ")
}

fn put(doc: &mut String, text: std::fmt::Arguments<'_>) {
    doc.write_fmt(text).expect("a string takes all");
}
