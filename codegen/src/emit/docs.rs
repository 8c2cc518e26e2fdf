//! The documentation of the generated items.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emission, RangeVariant, grouped};
use crate::case::screaming_snake;
use crate::diagnostic::is_invisible;
use crate::table::{Code, CodeSpan, Column, ColumnType, Entry, Value, listed};

impl Emission<'_> {
    /// The table of codes and ranges on the page of the enum.
    pub(super) fn enum_doc(&self) -> String {
        let mut doc = vec![self.about()];
        doc.push("\n\n| Code | Variant | Meaning |\n|---|---|---|\n".to_owned());
        doc.extend(self.codes.iter().map(|code| {
            let (number, variant) = (code.number, &code.entry.variant);
            let meaning = self.meaning(&code.entry);
            format!("| {number} | [`{variant}`](Self::{variant}) | {meaning} |\n")
        }));
        doc.push("\n| Codes | Range | Meaning |\n|---|---|---|\n".to_owned());
        doc.extend(self.table.ranges.iter().map(|range| {
            let (spans, name) = (listed(&range.spans), escape(&range.entry.name));
            let constant = screaming_snake(&range.entry.variant);
            let meaning = self.meaning(&range.entry);
            format!("| {spans} | [{name}](Self::{constant}) | {meaning} |\n")
        }));
        if let Some(code) = self.codes.first() {
            let (name, number, variant) = (self.name, code.number, &code.entry.variant);
            let shown = format!("{number} {}", code.entry.name);
            doc.push(self.example(&format!(
                "assert_eq!({name}::from_u16({number}), {name}::{variant});\nassert_eq!({name}::{variant}.to_string(), {shown:?});"
            )));
        }
        doc.concat()
    }

    /// What the table says of itself, as a paragraph.
    fn about(&self) -> String {
        let about = self.table.about();
        let date = about.checked.as_ref();
        let checked = date.map_or_else(String::new, |date| format!(", checked {date}"));
        let title = about
            .title
            .iter()
            .map(|title| format!("**{}**.", escape(title)));
        let description = self.table.description().into_iter().map(escape);
        let source = about.reference.iter();
        let source = source.map(|reference| format!("Source: {}{checked}.", link(reference)));
        let sentences: Vec<String> = title.chain(description).chain(source).collect();
        if sentences.is_empty() {
            return String::new();
        }
        format!("\n\n{}", sentences.join(" "))
    }

    /// The page of a named code.
    pub(super) fn code_doc(&self, code: &Code) -> String {
        let (number, entry) = (code.number, &code.entry);
        let (shown, meaning) = (escape(&entry.name), self.meaning(entry));
        let mut doc = vec![format!("{number} {shown}: {meaning}\n")];
        doc.extend(self.properties(entry, &[CodeSpan::of(number)]));
        if let Some(reason) = &code.reason {
            doc.push(format!("* reason: {}\n", escape(reason)));
        }
        if !code.aliases.is_empty() {
            let aliases: Vec<String> = code.aliases.iter().map(|alias| escape(alias)).collect();
            doc.push(format!("* aliases: {}\n", aliases.join(", ")));
        }
        let (name, variant, code_name) = (self.name, &entry.variant, &entry.name);
        doc.extend(own_docs(entry));
        doc.push(self.example(&format!(
            "let code = {name}::from_u16({number});\nassert_eq!(code, {name}::{variant});\nassert_eq!(code.name(), {code_name:?});\nassert_eq!({variant:?}.parse(), Ok(code));"
        )));
        doc.concat()
    }

    /// The page of the variant of a range.
    pub(super) fn range_doc(&self, range: &RangeVariant<'_>) -> String {
        let (entry, unnamed) = (&range.range.entry, &range.unnamed);
        let (spans, meaning) = (listed(&range.range.spans), self.meaning(entry));
        let mut doc = vec![format!("A code of {spans} without a name. {meaning}\n")];
        doc.extend(self.properties(entry, unnamed));
        doc.extend(own_docs(entry));
        let (name, variant, first) = (self.name, &range.variant, unnamed[0].first());
        doc.push(self.example(&format!(
            "let code = {name}::from_u16({first});\nassert!(matches!(code, {name}::{variant}(unnamed) if unnamed.as_u16() == {first}));\nassert!(!code.is_named());",
        )));
        doc.concat()
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

    /// The same as an attribute.
    pub(super) fn example_attribute(&self, name: &Ident, lines: &str) -> Option<TokenStream> {
        let example = self.example_of(name, lines);
        (!example.is_empty()).then(|| quote!(#[doc = #example]))
    }

    fn meaning(&self, entry: &Entry) -> String {
        escape(self.table.texts(entry).first().map_or("", |(_, text)| text))
    }

    /// The properties of an entry whose codes these are.
    fn properties(&self, entry: &Entry, codes: &[CodeSpan]) -> Vec<String> {
        let texts = self.table.texts(entry).into_iter().skip(1);
        let texts =
            texts.map(|(language, text)| format!("* {}: {}\n", language.as_str(), escape(text)));
        let columns = self.table.columns.iter().enumerate();
        let columns = columns.map(|(index, column)| {
            let values = self.values(index, column, codes);
            format!("* `{}`: {values}\n", column.name)
        });
        let reference = entry.reference.as_deref();
        let reference = reference.map(|reference| format!("* reference: {}\n", link(reference)));
        let blank = std::iter::once("\n".to_owned());
        blank.chain(texts).chain(columns).chain(reference).collect()
    }

    /// What some codes have in a column.
    fn values(&self, index: usize, column: &Column, codes: &[CodeSpan]) -> String {
        let segments = self.table.segments.iter();
        let asked = segments.filter(|segment| codes.iter().any(|span| span.encloses(segment.span)));
        let values = grouped(asked.map(|segment| (self.table.value(segment, index), segment.span)));
        let is_single = values.len() == 1;
        let values = values.into_iter().map(|(value, spans)| {
            let value = shown(column, value);
            if is_single {
                return value;
            }
            format!("{value} ({})", listed(&CodeSpan::joined(spans)))
        });
        values.collect::<Vec<_>>().join(", ")
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

/// The table's own Markdown, as it is.
fn own_docs(entry: &Entry) -> Option<String> {
    entry.docs.as_ref().map(|docs| format!("\n{docs}\n"))
}

/// What Markdown may take for more than a character, wherever it stands.
const SPECIAL: &str = "\\`*_[]<>|~&\"'#";

/// Text in Markdown that shows it as it is, in one paragraph.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split_whitespace();
    for (i, word) in words.enumerate() {
        if i > 0 {
            out.push(' ');
        }
        // `-`, `+`, `1.` or `1)` at the start would begin a list.
        let marker = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_marker = i == 0 && matches!(marker, "-" | "+" | "." | ")");
        let mut before = None;
        for c in word.chars() {
            let is_doubled = before == Some(c) && matches!(c, '-' | '.' | '/');
            if is_doubled || is_marker && !c.is_ascii_digit() || SPECIAL.contains(c) {
                out.push('\\');
            }
            out.push(if is_invisible(c) { '\u{FFFD}' } else { c });
            before = Some(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn a_reference_is_a_link_if_it_is_an_address() {
        for (reference, shown) in [
            ("https://a.example/b#c", "<https://a.example/b#c>"),
            ("http://a.example", "<http://a.example>"),
            ("RFC 6455 §7.4", "RFC 6455 §7.4"),
            ("ftp://a.example", r"ftp:/\/a.example"),
            ("https://a.example or so", r"https:/\/a.example or so"),
            ("https://a.example\u{7F}", "https:/\\/a.example\u{FFFD}"),
            ("https://a.example/<b", r"https:/\/a.example/\<b"),
            (r"https://a.example\b", r"https:/\/a.example\\b"),
        ] {
            assert_eq!(link(reference), shown);
        }
    }
}
