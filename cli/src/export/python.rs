//! A module of Python: an `IntEnum` whose members have attributes, as `http.HTTPStatus` has them.
//!
//! Aliases are no members: mypy would ask for each of them in an exhaustive `match`. Formatted as
//! Black does it, so that a project that checks its formatting can check it in.

use std::fmt::Write as _;

use close_codes_codegen::{CodeSpan, Column, ColumnType, Value};
use unicode_normalization::UnicodeNormalization as _;
use unicode_width::UnicodeWidthStr;

use super::Input;
use super::case::{Scope, pascal, screaming_snake};
use super::doc::Doc;
use super::model::{
    Model, ModelCode, ModelEntry, ModelRange, Values, is_default, is_invisible, shown,
};
use super::rust::enum_name;

const LANGUAGE: &str = "Python";
/// Black's.
const WIDTH: usize = 88;

pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let module = Module::new(&model, &enum_name(input.path).to_string())?;
    Ok(module.text())
}

/// `TlsHandshake` → `TLS_HANDSHAKE`, normalized as Python does it with every identifier.
fn member(name: &str) -> String {
    screaming_snake(name).nfkc().collect()
}

/// A model and the names that its parts have in Python.
struct Module<'m> {
    model: &'m Model<'m>,
    /// `GatewayClose`
    name: String,
    /// What the names of the other types start with.
    prefix: String,
    /// The attribute of each column.
    attributes: Vec<String>,
    /// The type of each column.
    types: Vec<String>,
    /// The member of each code.
    codes: Vec<String>,
    /// The member of each range.
    ranges: Vec<String>,
}

impl<'m> Module<'m> {
    fn new(model: &'m Model<'m>, name: &str) -> Result<Self, String> {
        let prefix = name.strip_suffix("Code").unwrap_or(name).to_owned();
        let classes = [
            name.to_owned(),
            format!("{prefix}Range"),
            format!("Unnamed{name}"),
        ];
        let mut classes = Scope::new(LANGUAGE, classes.iter().map(String::as_str));
        let mut fields = Scope::new(LANGUAGE, ATTRIBUTES);
        let (mut attributes, mut types) = (Vec::new(), Vec::new());
        for column in model.columns {
            let owner = format!("the column `{}`", column.name);
            let is_taken = KEYWORDS.contains(&column.name.as_str());
            let attribute = format!("{}{}", column.name, if is_taken { "_" } else { "" });
            fields.claim(&attribute, owner.clone())?;
            attributes.push(attribute);
            types.push(match &column.column_type {
                ColumnType::Bool => "bool".to_owned(),
                ColumnType::Integer(_) => "int".to_owned(),
                ColumnType::String => "str".to_owned(),
                ColumnType::Enum(values) => {
                    let name = format!("{prefix}{}", pascal(&column.name));
                    classes.claim(&name, owner)?;
                    let mut members = Scope::new(LANGUAGE, []);
                    for value in values {
                        let owner = format!("`{value}` of the column `{}`", column.name);
                        members.claim(&member(value), owner)?;
                    }
                    name
                }
            });
        }
        let mut members = Scope::new(LANGUAGE, []);
        let mut codes = Vec::new();
        for code in &model.codes {
            let member = member(code.entry.variant);
            members.claim(&member, format!("code {}", code.number))?;
            codes.push(member);
        }
        let mut members = Scope::new(LANGUAGE, []);
        let mut ranges = Vec::new();
        for range in &model.ranges {
            let member = member(range.entry.variant);
            members.claim(&member, format!("the range `{}`", range.entry.name))?;
            ranges.push(member);
        }
        Ok(Self {
            model,
            name: name.to_owned(),
            prefix,
            attributes,
            types,
            codes,
            ranges,
        })
    }

    fn text(&self) -> String {
        let mut out = String::new();
        self.head(&mut out);
        self.column_types(&mut out);
        self.range_class(&mut out);
        self.facts(&mut out);
        self.entry_class(&mut out);
        self.code_class(&mut out);
        self.unnamed_class(&mut out);
        out.push_str(FUNCTIONS);
        self.range_table(&mut out);
        self.code_table(&mut out);
        self.unnamed_table(&mut out);
        out
    }

    fn head(&self, out: &mut String) {
        let Self {
            model,
            name,
            prefix,
            ..
        } = self;
        line!(out, "# {}", model.header);
        let about = model.about;
        let mut doc = docstring();
        let title = about.title.as_deref();
        doc.paragraph(title.unwrap_or("WebSocket close codes"));
        doc.paragraph(model.summary.unwrap_or_default());
        if let Some(reference) = &about.reference {
            let checked = about.checked.as_ref();
            let checked = checked.map_or(String::new(), |date| format!(" (checked {date})"));
            doc.paragraph(&format!("Published at {reference}{checked}."));
        }
        write(&doc, out, 0);
        line!(out);
        line!(out, "from __future__ import annotations");
        line!(out);
        line!(out, "import builtins");
        line!(out, "import enum");
        line!(out, "from dataclasses import dataclass");
        line!(out);
        line!(out, "__all__ = [");
        let enums = self.model.columns.iter().zip(&self.types);
        let enums = enums.filter(|(column, _)| matches!(column.column_type, ColumnType::Enum(_)));
        let mut names: Vec<String> = enums.map(|(_, name)| name.clone()).collect();
        names.extend([
            "LANGUAGES".to_owned(),
            name.clone(),
            format!("{prefix}Range"),
            format!("Unnamed{name}"),
        ]);
        names.sort();
        for name in names {
            line!(out, "    \"{name}\",");
        }
        line!(out, "]");
        line!(out);
        let languages = model.languages.iter().map(|language| string(language));
        items(
            out,
            0,
            "LANGUAGES: tuple[str, ...] = (",
            &languages.collect::<Vec<_>>(),
            ")",
        );
        line!(
            out,
            "\"\"\"The languages of the descriptions, that of `description` first.\"\"\""
        );
    }

    fn column_types(&self, out: &mut String) {
        for (column, name) in self.model.columns.iter().zip(&self.types) {
            let ColumnType::Enum(values) = &column.column_type else {
                continue;
            };
            line!(out, "\n\nclass {name}(str, enum.Enum):");
            write(&column_doc(column), out, 4);
            line!(out);
            for value in values {
                line!(out, "    {} = {}", member(value), string(value));
            }
        }
    }

    fn range_class(&self, out: &mut String) {
        let Self { model, prefix, .. } = self;
        line!(out, "\n\nclass {prefix}Range(enum.Enum):");
        line!(
            out,
            "    \"\"\"A range of codes; `in` checks whether it contains a number.\"\"\""
        );
        for (range, member) in model.ranges.iter().zip(&self.ranges) {
            line!(out);
            line!(out, "    {member} = {}", string(range.entry.variant));
            write(&self.range_doc(range), out, 4);
        }
        let class = r#"
    def __contains__(self, code: int) -> bool:
        return any(code in span for span in self.spans)

    @property
    def phrase(self) -> str:
        """The display name."""
        return _RANGES[self].phrase

    @property
    def description(self) -> str:
        """The description in the first of the languages."""
        return next(iter(_RANGES[self].descriptions.values()))

    def description_in(self, language: str) -> str:
        """The description in the language that fits best."""
        return _lookup(_RANGES[self].descriptions, language)

    @property
    def reference(self) -> str | None:
        """Where the range is defined."""
        return _RANGES[self].reference

    @property
    def spans(self) -> tuple[builtins.range, ...]:
        """The numbers, including those that have a name."""
        return _RANGES[self].spans

    @property
    def range(self) -> {prefix}Range | None:
        """The innermost range around this one."""
        return _RANGES[self].range
"#;
        out.push_str(&class.replace("{prefix}", prefix));
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

    /// The values that are not the default of their column.
    fn values_doc(&self, values: &Values) -> Vec<String> {
        let columns = self.columns().zip(values);
        let columns = columns.filter_map(|(((column, attribute), _), value)| {
            let value = value.filter(|value| !is_default(column, value))?;
            Some(format!("{attribute}: {}", shown(value)))
        });
        columns.collect()
    }

    /// What is known about a number, and about a range.
    fn facts(&self, out: &mut String) {
        let Self { prefix, .. } = self;
        line!(out, "\n\n@dataclass(frozen=True)");
        line!(out, "class _RangeFacts:");
        line!(out, "    phrase: str");
        line!(out, "    spans: tuple[builtins.range, ...]");
        line!(out, "    descriptions: dict[str, str]");
        line!(out, "    reference: str | None = None");
        line!(out, "    range: {prefix}Range | None = None");
        line!(out, "\n\n@dataclass(frozen=True)");
        line!(out, "class _Facts:");
        line!(out, "    phrase: str");
        line!(out, "    descriptions: dict[str, str]");
        for ((_, attribute), class) in self.columns().filter(|((c, _), _)| !c.is_optional()) {
            line!(out, "    {attribute}: {class}");
        }
        line!(out, "    range: {prefix}Range | None = None");
        line!(out, "    aliases: tuple[str, ...] = ()");
        line!(out, "    reason: str = \"\"");
        line!(out, "    reference: str | None = None");
        line!(out, "    deprecated: str | None = None");
        for ((_, attribute), class) in self.columns().filter(|((c, _), _)| c.is_optional()) {
            line!(out, "    {attribute}: {class} | None = None");
        }
    }

    /// The attributes of every number. No `int` itself, because an enum has one data type.
    fn entry_class(&self, out: &mut String) {
        let Self { prefix, .. } = self;
        out.push_str(
            r#"

class _Entry:
    """What the table says about a number."""

    @property
    def _facts(self) -> _Facts:
        raise NotImplementedError

    @property
    def phrase(self) -> str:
        """The display name; for a number without a name, that of its range."""
        return self._facts.phrase

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names of the code."""
        return self._facts.aliases

    @property
    def description(self) -> str:
        """The description in the first of the languages."""
        return next(iter(self._facts.descriptions.values()))

    def description_in(self, language: str) -> str:
        """The description in the language that fits best."""
        return _lookup(self._facts.descriptions, language)

    @property
    def reason(self) -> str:
        """The default reason of a Close frame; may be empty."""
        return self._facts.reason

    @property
    def reference(self) -> str | None:
        """Where it is defined."""
        return self._facts.reference

    @property
    def deprecated(self) -> str | None:
        """Why the code is deprecated."""
        return self._facts.deprecated
"#,
        );
        line!(out);
        line!(out, "    @property");
        line!(out, "    def range(self) -> {prefix}Range | None:");
        line!(out, "        \"\"\"The innermost range around it.\"\"\"");
        line!(out, "        return self._facts.range");
        for ((column, attribute), class) in self.columns() {
            let optional = if column.is_optional() { " | None" } else { "" };
            line!(out);
            line!(out, "    @property");
            line!(out, "    def {attribute}(self) -> {class}{optional}:");
            write(&column_doc(column), out, 8);
            line!(out, "        return self._facts.{attribute}");
        }
        line!(out);
        line!(out, "    @property");
        line!(out, "    def is_sendable(self) -> bool:");
        line!(
            out,
            "        \"\"\"Whether a Close frame may contain the code.\"\"\""
        );
        line!(
            out,
            "        return self.sender is not {prefix}Sender.NOBODY"
        );
    }

    fn columns(&self) -> impl Iterator<Item = ((&'m Column, &str), &str)> {
        let names = self.attributes.iter().map(String::as_str);
        let types = self.types.iter().map(String::as_str);
        self.model.columns.iter().zip(names).zip(types)
    }

    fn code_class(&self, out: &mut String) {
        let Self { model, name, .. } = self;
        line!(out, "\n\nclass {name}(_Entry, enum.IntEnum):");
        line!(out, "    \"\"\"A code that has a name.\"\"\"");
        for (code, member) in model.codes.iter().zip(&self.codes) {
            line!(out);
            line!(out, "    {member} = {}", code.number);
            write(&self.code_doc(code), out, 4);
        }
        let (absent, end) = if model.is_total() {
            ("", ".")
        } else {
            (" | None", ", if there is one.")
        };
        line!(out);
        line!(out, "    @classmethod");
        let head = "    def from_code";
        let result = format!("{name} | Unnamed{name}{absent}");
        let line = format!("{head}(cls, code: int) -> {result}:");
        if line.len() <= WIDTH {
            line!(out, "{line}");
        } else {
            line!(out, "{head}(\n        cls, code: int\n    ) -> {result}:");
        }
        let mut doc = docstring();
        doc.paragraph(&format!(
            "The member with this number, else the entry of its range{end}"
        ));
        if model.is_total() {
            doc.paragraph("Raises `ValueError` for what is not a number from 0 to 65535.");
        }
        write(&doc, out, 8);
        line!(out, "        if code in _CODES:");
        line!(out, "            return cls(code)");
        if model.is_total() {
            line!(out, "        return Unnamed{name}(code)");
        } else {
            line!(out, "        try:");
            line!(out, "            return Unnamed{name}(code)");
            line!(out, "        except ValueError:");
            line!(out, "            return None");
        }
        line!(out);
        line!(out, "    @property");
        line!(out, "    def _facts(self) -> _Facts:");
        line!(out, "        return _CODES[self]");
        line!(out);
        // As in Python 3.11, which also formats it as a number.
        line!(out, "    __str__ = int.__repr__");
        line!(out);
        line!(out, "    def __format__(self, format_spec: str) -> str:");
        line!(out, "        return int.__format__(self, format_spec)");
        is_browser_sendable(out);
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

    fn unnamed_class(&self, out: &mut String) {
        let Self { name, .. } = self;
        line!(out, "\n\nclass Unnamed{name}(_Entry, int):");
        line!(
            out,
            "    \"\"\"A number without a name, with what the table says about its range.\"\"\""
        );
        line!(out);
        line!(out, "    _found: _Facts");
        line!(out);
        line!(out, "    def __new__(cls, code: int) -> Unnamed{name}:");
        line!(out, "        facts = _find(code)");
        line!(out, "        self = super().__new__(cls, code)");
        line!(out, "        self._found = facts");
        line!(out, "        return self");
        line!(out);
        line!(out, "    def __repr__(self) -> str:");
        line!(out, "        return f\"<Unnamed{name}: {{int(self)}}>\"");
        line!(out);
        line!(out, "    __str__ = int.__repr__");
        line!(out);
        line!(out, "    @property");
        line!(out, "    def _facts(self) -> _Facts:");
        line!(out, "        return self._found");
        is_browser_sendable(out);
    }

    fn range_table(&self, out: &mut String) {
        let Self { model, prefix, .. } = self;
        line!(out, "\n");
        let head = format!("_RANGES: dict[{prefix}Range, _RangeFacts] = {{");
        if model.ranges.is_empty() {
            line!(out, "{head}}}");
            return;
        }
        line!(out, "{head}");
        for (range, member) in model.ranges.iter().zip(&self.ranges) {
            line!(out, "    {prefix}Range.{member}: _RangeFacts(");
            line!(out, "        phrase={},", string(range.entry.name));
            items(out, 8, "spans=(", &spans(range.spans), "),");
            descriptions(out, &range.entry);
            if let Some(reference) = range.entry.reference {
                line!(out, "        reference={},", string(reference));
            }
            if let Some(around) = range.entry.range {
                line!(out, "        range={prefix}Range.{},", self.ranges[around]);
            }
            line!(out, "    ),");
        }
        line!(out, "}}");
    }

    fn code_table(&self, out: &mut String) {
        let Self { model, name, .. } = self;
        line!(out);
        if model.codes.is_empty() {
            line!(out, "_CODES: dict[int, _Facts] = {{}}");
            return;
        }
        line!(out, "_CODES: dict[int, _Facts] = {{");
        for (code, member) in model.codes.iter().zip(&self.codes) {
            line!(out, "    {name}.{member}: _Facts(");
            line!(out, "        phrase={},", string(code.entry.name));
            if !code.aliases.is_empty() {
                let aliases: Vec<String> = code.aliases.iter().map(|a| string(a)).collect();
                items(out, 8, "aliases=(", &aliases, "),");
            }
            descriptions(out, &code.entry);
            let texts = [
                ("reason", code.reason),
                ("reference", code.entry.reference),
                ("deprecated", code.deprecated),
            ];
            for (attribute, text) in texts {
                if let Some(text) = text {
                    line!(out, "        {attribute}={},", string(text));
                }
            }
            self.arguments(out, 8, code.entry.range, &code.values);
            line!(out, "    ),");
        }
        line!(out, "}}");
    }

    fn unnamed_table(&self, out: &mut String) {
        let Self { model, prefix, .. } = self;
        let head = "_UNNAMED: tuple[tuple[tuple[range, ...], _Facts], ...] = (";
        let ranges = model.ranges.iter().enumerate();
        let groups =
            ranges.flat_map(|(index, range)| range.unnamed.iter().map(move |u| (index, u)));
        let groups: Vec<_> = groups.collect();
        line!(out);
        if groups.is_empty() {
            line!(out, "{head})");
            return;
        }
        line!(out, "{head}");
        for (index, group) in groups {
            let entry = &model.ranges[index].entry;
            let member = &self.ranges[index];
            line!(out, "    (");
            items(out, 8, "(", &spans(&group.spans), "),");
            line!(out, "        _Facts(");
            line!(out, "            phrase={},", string(entry.name));
            let range = format!("{prefix}Range.{member}");
            let line = format!("            descriptions=_RANGES[{range}].descriptions,");
            if line.width() <= WIDTH {
                line!(out, "{line}");
            } else {
                line!(out, "            descriptions=_RANGES[");
                line!(out, "                {range}");
                line!(out, "            ].descriptions,");
            }
            if let Some(reference) = entry.reference {
                line!(out, "            reference={},", string(reference));
            }
            self.arguments(out, 12, Some(index), &group.values);
            line!(out, "        ),");
            line!(out, "    ),");
        }
        line!(out, ")");
    }

    /// The arguments for the range and the columns.
    fn arguments(&self, out: &mut String, indent: usize, range: Option<usize>, values: &Values) {
        if let Some(range) = range {
            let range = format!("{}Range.{}", self.prefix, self.ranges[range]);
            line!(out, "{:indent$}range={range},", "");
        }
        for (((column, attribute), class), value) in self.columns().zip(values) {
            let Some(value) = value else { continue };
            let value = match (value, &column.column_type) {
                (Value::Bool(true), _) => "True".to_owned(),
                (Value::Bool(false), _) => "False".to_owned(),
                (Value::Integer(value), _) => value.to_string(),
                (Value::String(value), ColumnType::Enum(_)) => {
                    format!("{class}.{}", member(value))
                }
                (Value::String(value), _) => string(value),
            };
            line!(out, "{:indent$}{attribute}={value},", "");
        }
    }
}

const FUNCTIONS: &str = r#"

def _find(code: int) -> _Facts:
    for spans, facts in _UNNAMED:
        for span in spans:
            if code in span:
                return facts
    raise ValueError(f"{code!r} is not a close code without a name")


def _lookup(texts: dict[str, str], language: str) -> str:
    """The text for a language, for it without its last subtags, for one that continues
    such a range (lookup, RFC 4647, section 3.4), otherwise the first."""
    if language in texts:
        return texts[language]
    subtags = language.lower().split("-")
    ranges = []
    while subtags:
        ranges.append("-".join(subtags))
        subtags.pop()
        while subtags and len(subtags[-1]) == 1:
            subtags.pop()
    by_tag = {tag.lower(): text for tag, text in texts.items()}
    for wanted in ranges:
        if wanted in by_tag:
            return by_tag[wanted]
    for wanted in ranges:
        for tag, text in by_tag.items():
            if tag.startswith(wanted + "-"):
                return text
    return next(iter(texts.values()))
"#;

/// Names that an attribute cannot have: those of every member, and of every `int`.
const ATTRIBUTES: [&str; 16] = [
    "as_integer_ratio",
    "bit_count",
    "bit_length",
    "conjugate",
    "denominator",
    "descriptions",
    "from_bytes",
    "from_code",
    "imag",
    "is_integer",
    "mro",
    "numerator",
    "phrase",
    "real",
    "to_bytes",
    "value",
];

/// Keywords, and the names that the classes use themselves: an attribute gets a `_`.
const KEYWORDS: [&str; 38] = [
    "and",
    "as",
    "assert",
    "async",
    "await",
    "bool",
    "break",
    "builtins",
    "class",
    "classmethod",
    "continue",
    "def",
    "del",
    "dict",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "int",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "property",
    "raise",
    "return",
    "str",
    "tuple",
    "try",
    "with",
];

fn spans(spans: &[CodeSpan]) -> Vec<String> {
    let end = |span: &CodeSpan| u32::from(span.last()) + 1;
    let spans = spans
        .iter()
        .map(|span| format!("range({}, {})", span.first(), end(span)));
    spans.collect()
}

fn is_browser_sendable(out: &mut String) {
    out.push_str(
        r#"
    @property
    def is_browser_sendable(self) -> bool:
        """Whether `close()` of a browser's `WebSocket` accepts the code."""
        return self == 1000 or 3000 <= self <= 4999
"#,
    );
}

/// A tuple, on one line if there is room.
fn items(out: &mut String, indent: usize, head: &str, items: &[String], tail: &str) {
    let comma = if items.len() == 1 { "," } else { "" };
    let line = format!("{head}{}{comma}{tail}", items.join(", "));
    if indent + line.width() <= WIDTH {
        line!(out, "{:indent$}{line}", "");
        return;
    }
    line!(out, "{:indent$}{head}", "");
    for item in items {
        line!(out, "{:indent$}    {item},", "");
    }
    line!(out, "{:indent$}{tail}", "");
}

fn descriptions(out: &mut String, entry: &ModelEntry) {
    line!(out, "        descriptions={{");
    for (language, text) in &entry.texts {
        line!(out, "            {}: {},", string(language), string(text));
    }
    line!(out, "        }},");
}

fn docstring() -> Doc {
    Doc::new(WIDTH - 8 - 6, escaped)
}

fn entry_doc(numbers: &str, entry: &ModelEntry) -> Doc {
    let mut doc = docstring();
    doc.paragraph(&format!("{numbers} {}", entry.name));
    doc.paragraph(entry.texts.first().map_or("", |(_, text)| text));
    doc
}

/// Adds what comes last: documentation, where it is defined, and why not to use it.
fn ending(doc: &mut Doc, entry: &ModelEntry, deprecated: Option<&str>) {
    if let Some(docs) = entry.docs {
        doc.markdown(docs);
    }
    for (start, text) in [("See ", entry.reference), ("Deprecated: ", deprecated)] {
        if let Some(text) = text {
            doc.paragraph(&format!("{start}{text}"));
        }
    }
}

fn column_doc(column: &Column) -> Doc {
    let mut doc = docstring();
    match column.description.trim() {
        "" => doc.paragraph(&format!("The column `{}`.", column.name)),
        line if line.lines().count() == 1 => doc.paragraph(line),
        lines => doc.markdown(lines),
    }
    doc
}

/// Writes a docstring.
fn write(doc: &Doc, out: &mut String, indent: usize) {
    let quotes = "\"\"\"";
    if let [line] = &doc.lines[..] {
        let space = if line.ends_with('"') { " " } else { "" };
        line!(out, "{:indent$}{quotes}{line}{space}{quotes}", "");
        return;
    }
    for (index, line) in doc.lines.iter().enumerate() {
        let start = if index == 0 { quotes } else { "" };
        let line = format!("{:indent$}{start}{line}", "");
        line!(out, "{}", line.trim_end());
    }
    line!(out, "{:indent$}{quotes}", "");
}

/// A line of a docstring, in which nothing is an escape and no quotes end it.
fn escaped(line: &str) -> String {
    let mut out = String::new();
    for c in line
        .replace('\\', r"\\")
        .replace("\"\"\"", r#"\"\"\""#)
        .chars()
    {
        if is_invisible(c) {
            out.push_str(&code_point(c).replace('\\', r"\\"));
        } else {
            out.push(c);
        }
    }
    out
}

/// A string of Python.
fn string(text: &str) -> String {
    let quote = if text.matches('"').count() > text.matches('\'').count() {
        '\''
    } else {
        '"'
    };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            c if is_invisible(c) => out.push_str(&code_point(c)),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn code_point(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xFF => format!("\\x{code:02x}"),
        code @ 0x100..=0xFFFF => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}
