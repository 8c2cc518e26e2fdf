//! A module of TypeScript: an object of numbers, their union, and what is known about each.
//!
//! Formatted as Prettier does it, so that a project that checks its formatting can check it in.

use std::fmt::Write as _;

use close_codes_codegen::{CodeSpan, Column, ColumnType, IntegerType, Value};
use unicode_width::UnicodeWidthStr;

use super::Input;
use super::case::{Scope, camel, pascal};
use super::doc::Doc;
use super::model::{
    Model, ModelCode, ModelEntry, ModelRange, Values, is_default, is_invisible, shown,
};
use super::rust::enum_name;

const LANGUAGE: &str = "TypeScript";

/// Properties that every object inherits, which an optional one of another type cannot replace.
const OF_OBJECTS: [&str; 7] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];
const WIDTH: usize = 80;

pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let module = Module::new(&model, &enum_name(input.path).to_string())?;
    Ok(module.text())
}

/// A model and the names that its parts have in TypeScript.
struct Module<'m> {
    model: &'m Model<'m>,
    /// `GatewayClose`
    name: String,
    /// What the names of the other types start with.
    prefix: String,
    /// The property of each column.
    properties: Vec<String>,
    /// The type of each column.
    types: Vec<String>,
    /// The constant of each language.
    texts: Vec<String>,
    /// What a look-up gives for a number that is left out.
    absent: &'static str,
}

impl<'m> Module<'m> {
    fn new(model: &'m Model<'m>, name: &str) -> Result<Self, String> {
        let prefix = name.strip_suffix("Code").unwrap_or(name).to_owned();
        let types = [
            "Info",
            "Key",
            "Language",
            "Name",
            "Range",
            "RangeInfo",
            "Span",
            "Texts",
        ];
        let types = types.map(|suffix| format!("{prefix}{suffix}"));
        let taken = types.iter().map(String::as_str).chain([name]);
        let mut exports = Scope::new(LANGUAGE, taken);
        let mut fields = Scope::new(LANGUAGE, OF_OBJECTS);
        let (mut properties, mut types, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for column in model.columns {
            let owner = format!("the column `{}`", column.name);
            let property = camel(&column.name);
            fields.claim(&property, owner.clone())?;
            properties.push(property);
            types.push(match &column.column_type {
                ColumnType::Bool => "boolean".to_owned(),
                // A `number` is exact up to 2^53.
                ColumnType::Integer(IntegerType::U64 | IntegerType::I64) => "bigint".to_owned(),
                ColumnType::Integer(_) => "number".to_owned(),
                ColumnType::String => "string".to_owned(),
                ColumnType::Enum(_) => {
                    let name = format!("{prefix}{}", pascal(&column.name));
                    exports.claim(&name, owner)?;
                    name
                }
            });
        }
        for language in &model.languages {
            let name = format!("descriptions{}", pascal(&language.to_ascii_lowercase()));
            exports.claim(&name, format!("the language `{language}`"))?;
            texts.push(name);
        }
        let mut keys = Scope::new(LANGUAGE, []);
        for code in &model.codes {
            keys.claim(code.entry.variant, format!("code {}", code.number))?;
        }
        for range in &model.ranges {
            keys.claim(range.entry.variant, format!("range `{}`", range.entry.name))?;
        }
        Ok(Self {
            model,
            name: name.to_owned(),
            prefix,
            properties,
            types,
            texts,
            absent: if model.is_total() { "" } else { " | undefined" },
        })
    }

    fn text(&self) -> String {
        let mut out = String::new();
        self.codes(&mut out);
        self.ranges(&mut out);
        self.info(&mut out);
        self.functions(&mut out);
        self.descriptions(&mut out);
        self.tables(&mut out);
        out
    }

    /// The object of numbers, and their union.
    fn codes(&self, out: &mut String) {
        let Self {
            model,
            name,
            prefix,
            ..
        } = self;
        line!(out, "// {}", model.header);
        line!(out);
        let mut doc = jsdoc();
        if let Some(title) = &model.about.title {
            doc.paragraph(title);
        }
        doc.paragraph(
            model
                .summary
                .unwrap_or("The WebSocket close codes that have a name."),
        );
        if let Some(reference) = &model.about.reference {
            let checked = model.about.checked.as_ref();
            let checked = checked.map_or(String::new(), |date| format!(" (checked {date})"));
            doc.gap();
            doc.line("@see ", &format!("{reference}{checked}"));
        }
        write(&doc, out, 0);
        if model.codes.is_empty() {
            line!(out, "export const {name} = {{}} as const;");
        } else {
            line!(out, "export const {name} = {{");
            for code in &model.codes {
                write(&self.code_doc(code), out, 2);
                line!(out, "  {}: {},", code.entry.variant, code.number);
            }
            line!(out, "}} as const;");
        }
        line!(out);
        line!(out, "/** The number of a code that has a name. */");
        alias(out, name, &format!("(typeof {name})[keyof typeof {name}]"));
        line!(out);
        line!(out, "/** The key of a code in `{name}`. */");
        alias(
            out,
            &format!("{prefix}Name"),
            &format!("keyof typeof {name}"),
        );
    }

    fn code_doc(&self, code: &ModelCode) -> Doc {
        let mut doc = entry_doc(&code.number.to_string(), &code.entry);
        let mut facts = Vec::new();
        if !code.aliases.is_empty() {
            facts.push(format!("aliases: {}", code.aliases.join(", ")));
        }
        if let Some(reason) = code.reason {
            facts.push(format!("reason: {reason}"));
        }
        facts.extend(self.values_doc(&code.values));
        doc.list(&facts);
        ending(&mut doc, &code.entry, code.deprecated);
        doc
    }

    /// The values that are not the default of their column.
    fn values_doc(&self, values: &Values) -> Vec<String> {
        let columns = self.model.columns.iter().zip(&self.properties).zip(values);
        let columns = columns.filter_map(|((column, property), value)| {
            let value = value.filter(|value| !is_default(column, value))?;
            Some(format!("{property}: {}", shown(value)))
        });
        columns.collect()
    }

    /// The names of ranges, and what is known about them.
    fn ranges(&self, out: &mut String) {
        let Self { model, prefix, .. } = self;
        line!(out);
        line!(out, "/** The key of a range of codes in `ranges`. */");
        let names = model.ranges.iter().map(|range| range.entry.variant);
        union(out, &format!("{prefix}Range"), names);
        line!(out);
        line!(out, "/** The key of a code or range. */");
        alias(
            out,
            &format!("{prefix}Key"),
            &format!("{prefix}Name | {prefix}Range"),
        );
        line!(out);
        line!(out, "/** The first and the last number of a span. */");
        line!(out, "export type {prefix}Span = readonly [number, number];");
        line!(out);
        line!(out, "/** What the table says about a range. */");
        line!(out, "export interface {prefix}RangeInfo {{");
        line!(out, "  /** The display name. */");
        line!(out, "  readonly name: string;");
        line!(
            out,
            "  /** The numbers, including those that have a name. */"
        );
        line!(out, "  readonly spans: readonly {prefix}Span[];");
        line!(out, "  /** The innermost range around this one. */");
        line!(out, "  readonly range?: {prefix}Range;");
        line!(out, "  /** Where the range is defined. */");
        line!(out, "  readonly reference?: string;");
        line!(out, "}}");
    }

    /// The types of the columns, and what is known about a number.
    fn info(&self, out: &mut String) {
        let Self {
            model,
            name,
            prefix,
            ..
        } = self;
        for (column, column_type) in model.columns.iter().zip(&self.types) {
            if let ColumnType::Enum(values) = &column.column_type {
                line!(out);
                write(&column_doc(column), out, 0);
                union(out, column_type, values.iter().map(String::as_str));
            }
        }
        line!(out);
        line!(out, "/** What the table says about a number. */");
        line!(out, "export interface {prefix}Info {{");
        line!(
            out,
            "  /** The display name; for a number without a name, that of its range. */"
        );
        line!(out, "  readonly name: string;");
        line!(out, "  /** The key in `{name}`, or that of its range. */");
        line!(out, "  readonly variant: {prefix}Key;");
        line!(out, "  /** The innermost range around it. */");
        line!(out, "  readonly range?: {prefix}Range;");
        line!(out, "  /** Other names of the code. */");
        line!(out, "  readonly aliases?: readonly string[];");
        line!(out, "  /** The default reason of a Close frame. */");
        line!(out, "  readonly reason?: string;");
        line!(out, "  /** Where it is defined. */");
        line!(out, "  readonly reference?: string;");
        line!(out, "  /** Why the code is deprecated. */");
        line!(out, "  readonly deprecated?: string;");
        let columns = model.columns.iter().zip(&self.properties).zip(&self.types);
        for ((column, property), column_type) in columns {
            write(&column_doc(column), out, 2);
            let optional = if column.is_optional() { "?" } else { "" };
            line!(out, "  readonly {property}{optional}: {column_type};");
        }
        line!(out, "}}");
    }

    fn functions(&self, out: &mut String) {
        let Self {
            model,
            name,
            prefix,
            absent,
            ..
        } = self;
        line!(out);
        line!(out, "/** Whether a number is a code that has a name. */");
        let head = format!("export function is{name}");
        function(
            out,
            &head,
            &["code: number".to_owned()],
            &format!("code is {name}"),
        );
        line!(out, "  return numbers.has(code);");
        line!(out, "}}");
        line!(out);
        let mut doc = jsdoc();
        if model.is_total() {
            doc.paragraph("What the table says about a number: for one without a name, what it says about its range.");
            doc.paragraph("Throws a `RangeError` for what is not an integer from 0 to 65535.");
        } else {
            doc.paragraph("What the table says about a number: for one without a name, what it says about its range; `undefined` for a number that is in neither.");
        }
        write(&doc, out, 0);
        let result = format!("{prefix}Info{absent}");
        function(
            out,
            "export function infoOf",
            &["code: number".to_owned()],
            &result,
        );
        line!(out, "  if (is{name}(code)) {{");
        line!(out, "    return named[code];");
        line!(out, "  }}");
        line!(
            out,
            "  const found = unnamed.find(({{ spans }}) => contains(spans, code));"
        );
        if model.is_total() {
            line!(out, "  if (found === undefined) {{");
            line!(
                out,
                "    throw new RangeError(`${{code}} is not a close code`);"
            );
            line!(out, "  }}");
            line!(out, "  return found.info;");
        } else {
            line!(out, "  return found?.info;");
        }
        line!(out, "}}");
        if !model.ranges.is_empty() {
            line!(out);
            line!(
                out,
                "/** Whether a range contains the number, named or not. */"
            );
            let parameters = ["code: number".to_owned(), format!("range: {prefix}Range")];
            function(out, "export function isInRange", &parameters, "boolean");
            line!(out, "  return contains(ranges[range].spans, code);");
            line!(out, "}}");
        }
        if model.is_total() {
            line!(out);
            line!(out, "/** Whether a Close frame may contain the code. */");
            line!(out, "export function isSendable(code: number): boolean {{");
            line!(out, "  return infoOf(code).sender !== \"nobody\";");
            line!(out, "}}");
        }
        line!(out);
        line!(
            out,
            "/** Whether `close()` of a browser's WebSocket accepts the code. */"
        );
        line!(
            out,
            "export function isBrowserSendable(code: number): boolean {{"
        );
        line!(
            out,
            "  return code === 1000 || contains([[3000, 4999]], code);"
        );
        line!(out, "}}");
    }

    /// The texts: an object for each language, so that a bundler can drop the others.
    fn descriptions(&self, out: &mut String) {
        let Self {
            model,
            prefix,
            absent,
            ..
        } = self;
        let codes = model.codes.iter().map(|code| &code.entry);
        let entries: Vec<&ModelEntry> = codes
            .chain(model.ranges.iter().map(|range| &range.entry))
            .collect();
        line!(out);
        line!(
            out,
            "/** The descriptions of codes and ranges in a language, by their keys. */"
        );
        line!(out, "export type {prefix}Texts = {{");
        mapped(out, &format!("{prefix}Key"), "string");
        line!(out, "}};");
        line!(out);
        let mut doc = jsdoc();
        doc.paragraph(&format!(
            "The description of a number in a language, such as `{}`; for a number without a description, that of its range.",
            self.texts[0]
        ));
        write(&doc, out, 0);
        let parameters = ["code: number".to_owned(), format!("texts: {prefix}Texts")];
        function(
            out,
            "export function descriptionOf",
            &parameters,
            &format!("string{absent}"),
        );
        if model.is_total() {
            line!(out, "  return texts[infoOf(code).variant];");
        } else {
            line!(out, "  const info = infoOf(code);");
            line!(out, "  return info && texts[info.variant];");
        }
        line!(out, "}}");
        for (language, name) in model.languages.iter().zip(&self.texts) {
            line!(out);
            line!(out, "/** Descriptions in `{language}`. */");
            if entries.is_empty() {
                line!(out, "export const {name}: {prefix}Texts = {{}};");
                continue;
            }
            line!(out, "export const {name}: {prefix}Texts = {{");
            for entry in &entries {
                property(out, 2, entry.variant, &string(entry.text_in(language)));
            }
            line!(out, "}};");
        }
        line!(out);
        line!(
            out,
            "/** The languages of the descriptions, the default language first. */"
        );
        union(
            out,
            &format!("{prefix}Language"),
            model.languages.iter().copied(),
        );
        line!(out);
        line!(
            out,
            "/** Descriptions by language. Importing this includes all languages. */"
        );
        line!(out, "export const descriptions: {{");
        mapped(out, &format!("{prefix}Language"), &format!("{prefix}Texts"));
        line!(out, "}} = {{");
        for (language, name) in model.languages.iter().zip(&self.texts) {
            let is_plain = language.bytes().all(|byte| byte.is_ascii_alphabetic());
            let key = if is_plain {
                (*language).to_owned()
            } else {
                string(language)
            };
            line!(out, "  {key}: {name},");
        }
        line!(out, "}};");
    }

    /// What the functions look up.
    fn tables(&self, out: &mut String) {
        let Self {
            model,
            name,
            prefix,
            ..
        } = self;
        line!(out);
        line!(
            out,
            "/** The ranges; an enclosing range comes before those inside it. */"
        );
        line!(out, "export const ranges: {{");
        mapped(
            out,
            &format!("{prefix}Range"),
            &format!("{prefix}RangeInfo"),
        );
        if model.ranges.is_empty() {
            line!(out, "}} = {{}};");
        } else {
            line!(out, "}} = {{");
            for range in &model.ranges {
                write(&self.range_doc(range), out, 2);
                self.range(out, range);
            }
            line!(out, "}};");
        }
        line!(out);
        let numbers: Vec<String> = model
            .codes
            .iter()
            .map(|code| code.number.to_string())
            .collect();
        let head = "const numbers: ReadonlySet<number> = /* @__PURE__ */ new Set<number>(";
        array(out, 0, head, &numbers, ");", true);
        line!(out);
        line!(out, "const named: {{");
        mapped(out, name, &format!("{prefix}Info"));
        if model.codes.is_empty() {
            line!(out, "}} = {{}};");
        } else {
            line!(out, "}} = {{");
            for code in &model.codes {
                line!(out, "  {}: {{", code.number);
                self.members(
                    out,
                    4,
                    &code.entry,
                    code.entry.range,
                    Some(code),
                    &code.values,
                );
                line!(out, "  }},");
            }
            line!(out, "}};");
        }
        line!(out);
        let unnamed = model.ranges.iter().enumerate();
        let unnamed: Vec<_> = unnamed
            .flat_map(|(index, range)| range.unnamed.iter().map(move |group| (index, range, group)))
            .collect();
        line!(out, "const unnamed: readonly {{");
        line!(out, "  readonly spans: readonly {prefix}Span[];");
        line!(out, "  readonly info: {prefix}Info;");
        if unnamed.is_empty() {
            line!(out, "}}[] = [];");
        } else {
            line!(out, "}}[] = [");
            for (index, range, group) in unnamed {
                line!(out, "  {{");
                spans(out, 4, &group.spans);
                line!(out, "    info: {{");
                self.members(out, 6, &range.entry, Some(index), None, &group.values);
                line!(out, "    }},");
                line!(out, "  }},");
            }
            line!(out, "];");
        }
        line!(out);
        let parameters = [
            format!("spans: readonly {prefix}Span[]"),
            "code: number".to_owned(),
        ];
        function(out, "function contains", &parameters, "boolean");
        line!(out, "  return (");
        line!(out, "    Number.isInteger(code) &&");
        line!(
            out,
            "    spans.some(([first, last]) => first <= code && code <= last)"
        );
        line!(out, "  );");
        line!(out, "}}");
    }

    fn range_doc(&self, range: &ModelRange) -> Doc {
        let numbers: Vec<String> = range.spans.iter().map(ToString::to_string).collect();
        let mut doc = entry_doc(&numbers.join(", "), &range.entry);
        if let [group] = &range.unnamed[..] {
            doc.list(&self.values_doc(&group.values));
        }
        ending(&mut doc, &range.entry, None);
        doc
    }

    fn range(&self, out: &mut String, range: &ModelRange) {
        let entry = &range.entry;
        line!(out, "  {}: {{", entry.variant);
        property(out, 4, "name", &string(entry.name));
        spans(out, 4, range.spans);
        if let Some(around) = entry.range {
            property(
                out,
                4,
                "range",
                &string(self.model.ranges[around].entry.variant),
            );
        }
        if let Some(reference) = entry.reference {
            property(out, 4, "reference", &string(reference));
        }
        line!(out, "  }},");
    }

    /// The properties of an `Info`.
    fn members(
        &self,
        out: &mut String,
        indent: usize,
        entry: &ModelEntry,
        range: Option<usize>,
        code: Option<&ModelCode>,
        values: &Values,
    ) {
        property(out, indent, "name", &string(entry.name));
        property(out, indent, "variant", &string(entry.variant));
        if let Some(range) = range {
            property(
                out,
                indent,
                "range",
                &string(self.model.ranges[range].entry.variant),
            );
        }
        if let Some(code) = code.filter(|code| !code.aliases.is_empty()) {
            let aliases: Vec<String> = code.aliases.iter().map(|alias| string(alias)).collect();
            array(out, indent, "aliases: ", &aliases, ",", false);
        }
        let texts = [
            ("reason", code.and_then(|code| code.reason)),
            ("reference", entry.reference),
            ("deprecated", code.and_then(|code| code.deprecated)),
        ];
        for (key, text) in texts {
            if let Some(text) = text {
                property(out, indent, key, &string(text));
            }
        }
        let columns = self.properties.iter().zip(&self.types).zip(values);
        for ((key, column_type), value) in columns {
            if let Some(value) = value {
                property(out, indent, key, &literal(value, column_type));
            }
        }
    }
}

fn literal(value: &Value, column_type: &str) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Integer(value) if column_type == "bigint" => format!("{value}n"),
        Value::Integer(value) => value.to_string(),
        Value::String(value) => string(value),
    }
}

/// `key: value,`, a long string on a line of its own.
fn property(out: &mut String, indent: usize, key: &str, value: &str) {
    let width = indent + key.width() + value.width() + ": ,".len();
    let is_string = value.starts_with(['"', '\'']);
    if width > WIDTH && is_string && key.width() > 4 {
        line!(out, "{:indent$}{key}:\n{:indent$}  {value},", "", "");
    } else {
        line!(out, "{:indent$}{key}: {value},", "");
    }
}

/// `head[…]tail`, on one line if there is room; numbers fill lines, other items have one each.
fn array(out: &mut String, indent: usize, head: &str, items: &[String], tail: &str, fills: bool) {
    let line = format!("{head}[{}]{tail}", items.join(", "));
    if indent + line.width() <= WIDTH {
        line!(out, "{:indent$}{line}", "");
        return;
    }
    line!(out, "{:indent$}{head}[", "");
    let mut column = 0;
    for item in items {
        if fills && column > 0 && column + item.width() + 2 <= WIDTH {
            write!(out, " {item},").expect("a string takes all");
            column += item.width() + 2;
        } else {
            let end = if column > 0 { "\n" } else { "" };
            write!(out, "{end}{:indent$}  {item},", "").expect("a string takes all");
            column = indent + item.width() + 3;
        }
    }
    line!(out, "\n{:indent$}]{tail}", "");
}

fn spans(out: &mut String, indent: usize, spans: &[CodeSpan]) {
    let span = |span: &CodeSpan| format!("[{}, {}]", span.first(), span.last());
    if let [only] = spans {
        line!(out, "{:indent$}spans: [{}],", "", span(only));
    } else {
        line!(out, "{:indent$}spans: [", "");
        for each in spans {
            line!(out, "{:indent$}  {},", "", span(each));
        }
        line!(out, "{:indent$}],", "");
    }
}

/// A type, on one line if there is room.
fn alias(out: &mut String, name: &str, meaning: &str) {
    let line = format!("export type {name} = {meaning};");
    if line.width() <= WIDTH {
        line!(out, "{line}");
    } else {
        line!(out, "export type {name} =\n  {meaning};");
    }
}

/// A union of strings, on one line if there is room.
fn union<'s>(out: &mut String, name: &str, values: impl Iterator<Item = &'s str>) {
    let values: Vec<String> = values.map(string).collect();
    let line = values.join(" | ");
    if values.is_empty() {
        alias(out, name, "never");
    } else if line.width() + "  ;".len() <= WIDTH {
        alias(out, name, &line);
    } else {
        line!(out, "export type {name} =\n  | {};", values.join("\n  | "));
    }
}

/// The member of a type that has a property for each of some keys.
fn mapped(out: &mut String, keys: &str, values: &str) {
    let line = format!("  readonly [Key in {keys}]: {values};");
    if line.len() <= WIDTH {
        line!(out, "{line}");
    } else {
        line!(out, "  readonly [\n    Key in {keys}\n  ]: {values};");
    }
}

/// The first line of a function, its parameters on lines of their own if there is no room.
fn function(out: &mut String, head: &str, parameters: &[String], result: &str) {
    let line = format!("{head}({}): {result} {{", parameters.join(", "));
    if line.len() <= WIDTH {
        line!(out, "{line}");
    } else {
        line!(
            out,
            "{head}(\n  {},\n): {result} {{",
            parameters.join(",\n  ")
        );
    }
}

/// A string of JavaScript, in which nothing can end a script element either.
fn string(text: &str) -> String {
    let quote = if text.matches('"').count() > text.matches('\'').count() {
        '\''
    } else {
        '"'
    };
    let mut out = String::from(quote);
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            '<' if is_markup(&text[at..]) => out.push_str("\\x3C"),
            c if c == quote => out.extend(['\\', c]),
            c if is_invisible(c) => out.push_str(&escaped(c)),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xFFFF => format!("\\u{code:04x}"),
        code => format!("\\u{{{code:x}}}"),
    }
}

/// Whether HTML that a script is written into would not take the `<` here as text.
fn is_markup(text: &str) -> bool {
    let starts = |start: &str| {
        let head = text.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    ["<!--", "<script", "</script"].into_iter().any(starts)
}

/// Writes a comment of `JSDoc`.
fn write(doc: &Doc, out: &mut String, indent: usize) {
    if let [line] = &doc.lines[..] {
        if indent + line.width() + "/**  */".len() <= WIDTH {
            line!(out, "{:indent$}/** {line} */", "");
            return;
        }
    }
    line!(out, "{:indent$}/**", "");
    for line in &doc.lines {
        let line = format!("{:indent$} * {line}", "");
        line!(out, "{}", line.trim_end());
    }
    line!(out, "{:indent$} */", "");
}

fn jsdoc() -> Doc {
    Doc::new(WIDTH - 5, comment)
}

fn entry_doc(numbers: &str, entry: &ModelEntry) -> Doc {
    let mut doc = jsdoc();
    doc.paragraph(&format!("{numbers} {}", entry.name));
    doc.paragraph(entry.texts.first().map_or("", |(_, text)| text));
    doc
}

fn column_doc(column: &Column) -> Doc {
    let mut doc = jsdoc();
    match column.description.trim() {
        "" => doc.paragraph(&format!("The column `{}`.", column.name)),
        line if line.lines().count() == 1 => doc.paragraph(line),
        lines => doc.markdown(lines),
    }
    doc
}

/// Adds what comes last: documentation, where it is defined, and why not to use it.
fn ending(doc: &mut Doc, entry: &ModelEntry, deprecated: Option<&str>) {
    if let Some(docs) = entry.docs {
        doc.markdown(docs);
    }
    let tags = [("@see ", entry.reference), ("@deprecated ", deprecated)];
    if tags.iter().any(|(_, text)| text.is_some()) {
        doc.gap();
    }
    for (tag, text) in tags {
        doc.line(tag, text.unwrap_or_default());
    }
}

/// A line of a comment: it cannot end it, begin a tag, or end a script element.
fn comment(line: &str) -> String {
    let mut out = String::new();
    for (at, c) in line.char_indices() {
        let before = line[..at].chars().next_back();
        match c {
            '/' if before == Some('*') => out.push_str("\\/"),
            '@' if before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | '*')) => {
                out.push_str("\\@");
            }
            '<' if is_markup(&line[at..]) => out.push_str("<\\"),
            c if is_invisible(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{comment, string};

    #[test]
    fn a_comment_ends_and_tags_nothing() {
        for (line, expected) in [
            ("*/ alert(1) /*", "*\\/ alert(1) /*"),
            ("@deprecated use {@link x}", "\\@deprecated use {\\@link x}"),
            ("mail a@example.org", "mail a@example.org"),
            ("</script><!-- x", "<\\/script><\\!-- x"),
            ("a\u{202e}b", "a\\u{202e}b"),
        ] {
            assert_eq!(comment(line), expected);
        }
    }

    #[test]
    fn a_string_has_the_quotes_that_need_fewer_escapes() {
        for (text, expected) in [
            ("it's", "\"it's\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("${x} `y` \\", "\"${x} `y` \\\\\""),
            (
                "</SCRIPT>\u{2028}\u{e0041}",
                "\"\\x3C/SCRIPT>\\u2028\\u{e0041}\"",
            ),
        ] {
            assert_eq!(string(text), expected);
        }
    }
}
