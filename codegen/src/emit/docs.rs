//! The documentation of the generated items.

use std::fmt::Write as _;

use proc_macro2::Ident;

use super::{Emission, escape};
use crate::column::Kind;
use crate::name::screaming_snake;
use crate::span::Span;
use crate::table::{Code, Entry, Range};
use crate::value::Value;

impl Emission<'_> {
    /// The table of codes and ranges on the page of the enum.
    pub(super) fn enum_doc(&self) -> String {
        let mut doc = String::from("\n\n| Code | Variant | Meaning |\n|---|---|---|\n");
        for (number, code) in &self.codes {
            let variant = &code.entry.variant;
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
            let entry = &self.codes[0].1.entry.name;
            doc.push_str(&self.example(&format!(
                "assert_eq!({name}::from_u16({number}), {name}::{variant});\nassert_eq!({name}::{variant}.to_string(), {:?});",
                format!("{number} {entry}")
            )));
        }
        doc
    }

    /// The page of a named code.
    pub(super) fn code_doc(&self, number: u16, code: &Code) -> String {
        let entry = &code.entry;
        let mut doc = format!(
            "{number} {}: {}\n",
            escape(&entry.name),
            self.meaning(entry)
        );
        self.properties(&mut doc, entry);
        if let Some(reason) = &code.reason {
            put(&mut doc, format_args!("* reason: {}\n", escape(reason)));
        }
        if !code.aliases.is_empty() {
            let aliases: Vec<String> = code.aliases.iter().map(|alias| escape(alias)).collect();
            put(
                &mut doc,
                format_args!("* also called {}\n", aliases.join(", ")),
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
        self.properties(&mut doc, entry);
        append(&mut doc, entry);
        let (name, variant, first) = (self.name, &entry.variant, spans[0].first);
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
        let (number, code) = self.codes.first()?;
        Some((&code.entry.variant, *number))
    }

    fn meaning(&self, entry: &Entry) -> String {
        escape(self.table.texts(entry).first().map_or("", |(_, text)| text))
    }

    fn properties(&self, doc: &mut String, entry: &Entry) {
        doc.push('\n');
        for (language, text) in self.table.texts(entry).iter().skip(1) {
            put(
                doc,
                format_args!("* {}: {}\n", language.as_str(), escape(text)),
            );
        }
        for (index, column) in self.table.columns.iter().enumerate() {
            let value = match self.table.value(entry, index) {
                None => "none".to_owned(),
                Some(Value::Bool(value)) => value.to_string(),
                Some(Value::Integer(number)) => number.unwrap_or_default().to_string(),
                Some(Value::String(text)) if matches!(column.kind, Kind::String) => {
                    escape(&format!("\"{text}\""))
                }
                Some(Value::String(text)) => escape(text),
                Some(Value::Other(kind)) => (*kind).to_owned(),
            };
            put(doc, format_args!("* `{}`: {value}\n", column.name));
        }
        if let Some(reference) = &entry.reference {
            put(doc, format_args!("* reference: {}\n", escape(reference)));
        }
    }
}

/// Adds the table's own Markdown, as it is.
fn append(doc: &mut String, entry: &Entry) {
    if let Some(docs) = &entry.docs {
        put(doc, format_args!("\n{docs}\n"));
    }
}

/// `1004, 1016–1999`
pub(super) fn joined(spans: &[Span]) -> String {
    let spans: Vec<String> = spans.iter().map(Span::to_string).collect();
    spans.join(", ")
}

fn put(doc: &mut String, text: std::fmt::Arguments<'_>) {
    doc.write_fmt(text).expect("a string takes all");
}
