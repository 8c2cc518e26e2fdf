//! A package of Go: typed constants, and methods that look up what is known about a number.
//!
//! Formatted as `gofmt` does it; each method is one or two switches, which the compiler drops with
//! a method that nobody calls.

use std::fmt::Write as _;

use close_codes_codegen::{CodeSpan, Column, ColumnType, IntegerType, Owner, Value};
use unicode_general_category::{GeneralCategory, get_general_category};

use super::Input;
use super::case::{self, Scope};
use super::doc::Doc;
use super::model::{
    Model, ModelCode, ModelEntry, ModelSegment, Values, is_default, is_invisible, shown,
};
use super::rust::enum_name;

const LANGUAGE: &str = "Go";
/// Of documentation, with its indent.
const WIDTH: usize = 90;

pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let package = enum_name(input.path).to_string().to_lowercase();
    Ok(Package::new(&model, package)?.text())
}

/// A model and the names that its parts have in Go.
struct Package<'m> {
    model: &'m Model<'m>,
    /// `gatewayclose`
    name: String,
    /// The constant of each code.
    codes: Vec<String>,
    /// The constant of each range.
    ranges: Vec<String>,
    /// The method of each column.
    methods: Vec<String>,
    /// The type of each column.
    types: Vec<String>,
    /// The constants of the values of each column.
    values: Vec<Vec<String>>,
}

impl<'m> Package<'m> {
    fn new(model: &'m Model<'m>, name: String) -> Result<Self, String> {
        let mut package = Self {
            model,
            name,
            codes: Vec::new(),
            ranges: Vec::new(),
            methods: Vec::new(),
            types: Vec::new(),
            values: Vec::new(),
        };
        let mut scope = Scope::new(LANGUAGE, ["Code", "Codes", "Languages", "Range", "Ranges"]);
        for code in &model.codes {
            let constant = constant("Code", code.entry.variant, code.number.into(), true);
            scope.claim(&constant, format!("code {}", code.number))?;
            package.codes.push(constant);
        }
        for range in &model.ranges {
            let number = range.spans[0].first();
            let constant = constant("Range", range.entry.variant, number.into(), false);
            scope.claim(&constant, format!("the range `{}`", range.entry.name))?;
            package.ranges.push(constant);
        }
        let mut methods = Scope::new(LANGUAGE, METHODS);
        for method in STANDARD_METHODS {
            methods.claim(method, "an interface of the standard library".to_owned())?;
        }
        for column in model.columns {
            let owner = format!("the column `{}`", column.name);
            let method = case::go(&column.name);
            methods.claim(&method, owner.clone())?;
            let mut constants = Vec::new();
            package.types.push(match &column.column_type {
                ColumnType::Bool => "bool".to_owned(),
                ColumnType::Integer(integer) => match integer {
                    IntegerType::U8 => "uint8".to_owned(),
                    IntegerType::U16 => "uint16".to_owned(),
                    IntegerType::U32 => "uint32".to_owned(),
                    IntegerType::U64 => "uint64".to_owned(),
                    IntegerType::I64 => "int64".to_owned(),
                },
                ColumnType::String => "string".to_owned(),
                ColumnType::Enum(values) => {
                    scope.claim(&method, owner)?;
                    for (index, value) in values.iter().enumerate() {
                        let constant = constant(&method, value, index + 1, false);
                        let owner = format!("`{value}` of the column `{}`", column.name);
                        scope.claim(&constant, owner)?;
                        constants.push(constant);
                    }
                    method.clone()
                }
            });
            package.values.push(constants);
            package.methods.push(method);
        }
        Ok(package)
    }

    fn text(&self) -> String {
        let mut out = String::new();
        self.head(&mut out);
        self.code_constants(&mut out);
        self.range_constants(&mut out);
        self.column_types(&mut out);
        self.code_methods(&mut out);
        self.fact_methods(&mut out);
        self.text_methods(&mut out);
        for (index, column) in self.model.columns.iter().enumerate() {
            self.column_method(&mut out, index, column);
        }
        self.protocol_methods(&mut out);
        self.range_methods(&mut out);
        out.push_str(LOOKUP);
        out
    }

    fn head(&self, out: &mut String) {
        let Self { model, name, .. } = self;
        let about = model.about;
        // What golang.org/s/generatedcode asks for.
        let header = model.header.strip_prefix("generated").unwrap_or_default();
        let header = header.strip_suffix(", do not edit").unwrap_or_default();
        line!(out, "// Code generated{header}. DO NOT EDIT.");
        line!(out);
        let mut doc = godoc();
        let title = about.title.as_deref().map(|title| format!(": {title}"));
        let title = title.unwrap_or_default();
        doc.paragraph(&sentence(&format!(
            "Package {name} has WebSocket close codes{title}"
        )));
        paragraph(&mut doc, model.summary.unwrap_or_default());
        if let Some(reference) = &about.reference {
            let checked = about.checked.as_ref();
            let checked = checked.map_or(String::new(), |date| format!(" (checked {date})"));
            doc.paragraph(&sentence(&format!("See {reference}{checked}")));
        }
        write(&doc, out, "");
        line!(out, "package {name}");
        line!(out);
        line!(out, "import (");
        line!(out, "\t\"strconv\"");
        line!(out, "\t\"strings\"");
        line!(out, ")");
        line!(out);
        line!(out, "// Code is a close code, with a name or without.");
        line!(out, "type Code uint16");
    }

    fn code_constants(&self, out: &mut String) {
        let Self { model, codes, .. } = self;
        if !codes.is_empty() {
            line!(out);
            line!(out, "// The codes that have a name.");
            line!(out, "const (");
            for (index, (code, constant)) in model.codes.iter().zip(codes).enumerate() {
                if index > 0 {
                    line!(out);
                }
                write(&self.code_doc(code, constant), out, "\t");
                line!(out, "\t{constant} Code = {}", code.number);
            }
            line!(out, ")");
        }
        line!(out);
        line!(
            out,
            "// Codes returns the codes that have a name, by number."
        );
        line!(out, "func Codes() []Code {{");
        list(out, "[]Code", codes);
        line!(out, "}}");
        line!(out);
        line!(
            out,
            "// Languages returns the languages of the descriptions, that of Description first."
        );
        line!(out, "func Languages() []string {{");
        let languages: Vec<String> = model.languages.iter().map(|tag| string(tag)).collect();
        list(out, "[]string", &languages);
        line!(out, "}}");
    }

    fn code_doc(&self, code: &ModelCode, constant: &str) -> Doc {
        let mut doc = entry_doc(&code.entry, constant, &code.number.to_string());
        let mut facts = Vec::new();
        if !code.aliases.is_empty() {
            facts.push(format!("aliases: {}", code.aliases.join(", ")));
        }
        if let Some(reason) = code.reason {
            facts.push(format!("reason: {reason}"));
        }
        self.ending(&mut doc, facts, &code.values, &code.entry);
        if let Some(deprecated) = code.deprecated {
            doc.paragraph(&sentence(&format!("Deprecated: {deprecated}")));
        }
        doc
    }

    /// Adds facts, documentation, and where it is defined.
    fn ending(&self, doc: &mut Doc, mut facts: Vec<String>, values: &Values, entry: &ModelEntry) {
        let columns = self.model.columns.iter().zip(values);
        facts.extend(columns.filter_map(|(column, value)| {
            let value = value.filter(|value| !is_default(column, value))?;
            Some(format!("{}: {}", column.name, shown(value)))
        }));
        if !facts.is_empty() {
            let mut facts = facts.join("; ");
            facts[..1].make_ascii_uppercase();
            doc.paragraph(&sentence(&facts));
        }
        if let Some(docs) = entry.docs {
            markdown(doc, docs);
        }
        if let Some(reference) = entry.reference {
            doc.paragraph(&sentence(&format!("See {reference}")));
        }
    }

    fn range_constants(&self, out: &mut String) {
        let Self { model, ranges, .. } = self;
        line!(out);
        line!(out, "// Range is a range of codes.");
        line!(out, "type Range int");
        if !ranges.is_empty() {
            line!(out);
            line!(
                out,
                "// The ranges; an enclosing range comes before those inside it."
            );
            line!(out, "const (");
            for (index, (range, constant)) in model.ranges.iter().zip(ranges).enumerate() {
                if index > 0 {
                    line!(out);
                }
                let numbers: Vec<String> = range.spans.iter().map(ToString::to_string).collect();
                let mut doc = entry_doc(&range.entry, constant, &numbers.join(", "));
                let values = match &range.unnamed[..] {
                    [group] => &group.values[..],
                    _ => &[],
                };
                self.ending(&mut doc, Vec::new(), &values.to_vec(), &range.entry);
                write(&doc, out, "\t");
                let value = if index == 0 { " Range = iota + 1" } else { "" };
                line!(out, "\t{constant}{value}");
            }
            line!(out, ")");
        }
        line!(out);
        line!(
            out,
            "// Ranges returns the ranges; an enclosing range comes before those inside it."
        );
        line!(out, "func Ranges() []Range {{");
        list(out, "[]Range", ranges);
        line!(out, "}}");
    }

    fn column_types(&self, out: &mut String) {
        let columns = self.model.columns.iter().zip(&self.types).zip(&self.values);
        for ((column, name), constants) in columns {
            let ColumnType::Enum(values) = &column.column_type else {
                continue;
            };
            line!(out);
            line!(out, "// {name} is a value of the column {}.", column.name);
            line!(out, "type {name} string");
            line!(out);
            line!(out, "// The values of {name}.");
            line!(out, "const (");
            let width = constants
                .iter()
                .map(|constant| constant.chars().count())
                .max();
            let width = width.unwrap_or(0);
            for (constant, value) in constants.iter().zip(values) {
                line!(out, "\t{constant:width$} {name} = {}", string(value));
            }
            line!(out, ")");
        }
    }

    fn code_methods(&self, out: &mut String) {
        let Self { model, .. } = self;
        line!(out);
        line!(
            out,
            "// String returns the number and the name, such as \"1001 Going Away\"."
        );
        line!(out, "func (c Code) String() string {{");
        if model.is_total() {
            line!(out, "\treturn strconv.Itoa(int(c)) + \" \" + c.Name()");
        } else {
            line!(
                out,
                "\treturn strings.TrimSpace(strconv.Itoa(int(c)) + \" \" + c.Name())"
            );
        }
        line!(out, "}}");
        self.method(
            out,
            "IsNamed reports whether the code has its own name.",
            "IsNamed() bool",
            "false",
            |segment| self.code(segment.owner).is_some().to_string(),
        );
        self.method(
            out,
            "Name returns the display name; for a code without a name, that of its range.",
            "Name() string",
            "\"\"",
            |segment| string(self.entry(segment.owner).name),
        );
        self.method(
            out,
            "Aliases returns other names of the code.",
            "Aliases() []string",
            "nil",
            |segment| {
                let aliases = self
                    .code(segment.owner)
                    .map_or(&[][..], |code| code.aliases);
                let aliases: Vec<String> = aliases.iter().map(|alias| string(alias)).collect();
                if aliases.is_empty() {
                    "nil".to_owned()
                } else {
                    format!("[]string{{{}}}", aliases.join(", "))
                }
            },
        );
    }

    fn fact_methods(&self, out: &mut String) {
        self.method(
            out,
            "Reason returns the default reason of a Close frame, or \"\".",
            "Reason() string",
            "\"\"",
            |segment| {
                string(
                    self.code(segment.owner)
                        .and_then(|code| code.reason)
                        .unwrap_or_default(),
                )
            },
        );
        self.method(
            out,
            "Reference returns where the code is defined, or \"\".",
            "Reference() string",
            "\"\"",
            |segment| string(self.entry(segment.owner).reference.unwrap_or_default()),
        );
        self.method(
            out,
            "Deprecated returns why the code is deprecated, or \"\".",
            "Deprecated() string",
            "\"\"",
            |segment| {
                string(
                    self.code(segment.owner)
                        .and_then(|code| code.deprecated)
                        .unwrap_or_default(),
                )
            },
        );
    }

    fn text_methods(&self, out: &mut String) {
        let Self { model, .. } = self;
        self.method(
            out,
            "Range returns the innermost range around the code, if there is one.",
            "Range() (Range, bool)",
            "0, false",
            |segment| {
                let range = match segment.owner {
                    Owner::Code(code) => model.codes[code].entry.range,
                    Owner::Range(range) => Some(range),
                };
                range.map_or("0, false".to_owned(), |range| {
                    format!("{}, true", self.ranges[range])
                })
            },
        );
        line!(out);
        line!(
            out,
            "// Description returns the description in the first of the languages."
        );
        line!(out, "func (c Code) Description() string {{");
        line!(out, "\treturn c.DescriptionIn(\"\")");
        line!(out, "}}");
        line!(out);
        line!(
            out,
            "// DescriptionIn returns the description in the language that fits best, such as \"en\"."
        );
        line!(
            out,
            "func (c Code) DescriptionIn(language string) string {{"
        );
        line!(out, "\treturn lookup(c.texts(), language)");
        line!(out, "}}");
        self.method(out, "", "texts() []text", "nil", |segment| {
            match segment.owner {
                Owner::Range(range) => format!("{}.texts()", self.ranges[range]),
                Owner::Code(code) => {
                    let entry = &model.codes[code].entry;
                    let around = entry
                        .range
                        .filter(|&range| model.ranges[range].entry.texts == entry.texts);
                    around.map_or_else(
                        || texts(entry),
                        |range| format!("{}.texts()", self.ranges[range]),
                    )
                }
            }
        });
    }

    fn code(&self, owner: Owner) -> Option<&ModelCode<'m>> {
        match owner {
            Owner::Code(code) => Some(&self.model.codes[code]),
            Owner::Range(_) => None,
        }
    }

    fn entry(&self, owner: Owner) -> &ModelEntry<'m> {
        match owner {
            Owner::Code(code) => &self.model.codes[code].entry,
            Owner::Range(range) => &self.model.ranges[range].entry,
        }
    }

    fn column_method(&self, out: &mut String, index: usize, column: &Column) {
        let name = &self.methods[index];
        let of = &self.types[index];
        let zero = match of.as_str() {
            "bool" => "false",
            of if of.starts_with("uint") || of.starts_with("int") => "0",
            _ => "\"\"",
        };
        let values = |segment: &ModelSegment| {
            let value = segment.values[index].map(|value| match (value, &column.column_type) {
                (Value::String(value), ColumnType::Enum(values)) => {
                    let at = values.iter().position(|other| other == value);
                    self.values[index][at.expect("a value of the list")].clone()
                }
                (Value::String(value), _) => string(value),
                (value, _) => shown(value),
            });
            match (value, column.is_optional()) {
                (Some(value), false) => value,
                (Some(value), true) => format!("{value}, true"),
                (None, _) => format!("{zero}, false"),
            }
        };
        let description = column.description.trim();
        let start = format!("{name} returns the column {}", column.name);
        let mut doc = godoc();
        if let [line] = &description.lines().collect::<Vec<_>>()[..] {
            doc.paragraph(&sentence(&format!("{start}: {}", uncapitalized(line))));
        } else {
            doc.paragraph(&sentence(&start));
            markdown(&mut doc, description);
        }
        let (signature, absent) = if column.is_optional() {
            (
                format!("{name}() (value {of}, ok bool)"),
                format!("{zero}, false"),
            )
        } else {
            (format!("{name}() {of}"), zero.to_owned())
        };
        line!(out);
        write(&doc, out, "");
        self.body(out, &signature, &absent, values);
    }

    fn protocol_methods(&self, out: &mut String) {
        if self.model.is_total() {
            line!(out);
            line!(
                out,
                "// IsSendable reports whether a Close frame may contain the code."
            );
            line!(out, "func (c Code) IsSendable() bool {{");
            line!(out, "\treturn c.Sender() != SenderNobody");
            line!(out, "}}");
        }
        line!(out);
        line!(
            out,
            "// IsBrowserSendable reports whether close() of a browser's WebSocket accepts the code."
        );
        line!(out, "func (c Code) IsBrowserSendable() bool {{");
        line!(out, "\treturn c == 1000 || 3000 <= c && c <= 4999");
        line!(out, "}}");
    }

    /// A method of `Code` that returns one expression for each segment.
    fn method(
        &self,
        out: &mut String,
        doc: &str,
        signature: &str,
        absent: &str,
        value: impl Fn(&ModelSegment) -> String,
    ) {
        line!(out);
        if !doc.is_empty() {
            line!(out, "// {doc}");
        }
        self.body(out, signature, absent, value);
    }

    fn body(
        &self,
        out: &mut String,
        signature: &str,
        absent: &str,
        value: impl Fn(&ModelSegment) -> String,
    ) {
        line!(out, "func (c Code) {signature} {{");
        let layers = Layers::new(self.model, absent, value);
        let named = layers.named.iter().map(|(value, codes)| {
            let codes = codes.iter().map(|&code| self.codes[code].clone());
            (value, codes.collect())
        });
        cases(out, &Case::Constant("c"), &named.collect::<Vec<_>>());
        let spans = layers.spans.iter().map(|(value, spans)| {
            let spans = spans.iter().map(|&span| condition(span));
            (value, spans.collect())
        });
        cases(out, &Case::Condition, &spans.collect::<Vec<_>>());
        line!(out, "\treturn {}", layers.rest);
        line!(out, "}}");
    }

    fn range_methods(&self, out: &mut String) {
        let Self { model, ranges, .. } = self;
        let entry = |range: usize| &model.ranges[range].entry;
        line!(out);
        line!(out, "// String returns the display name.");
        line!(out, "func (r Range) String() string {{");
        line!(out, "\treturn r.Name()");
        line!(out, "}}");
        self.range_method(
            out,
            "Name returns the display name.",
            "Name() string",
            "\"\"",
            |range| string(entry(range).name),
        );
        self.range_method(
            out,
            "Reference returns where the range is defined, or \"\".",
            "Reference() string",
            "\"\"",
            |range| string(entry(range).reference.unwrap_or_default()),
        );
        self.range_method(
            out,
            "Range returns the innermost range around this one, if there is one.",
            "Range() (Range, bool)",
            "0, false",
            |range| {
                let around = entry(range).range;
                around.map_or("0, false".to_owned(), |range| {
                    format!("{}, true", ranges[range])
                })
            },
        );
        self.range_method(
            out,
            "Spans returns the first and the last number of each span, including named codes.",
            "Spans() [][2]Code",
            "nil",
            |range| {
                let spans = model.ranges[range].spans.iter();
                let spans = spans.map(|span| format!("{{{}, {}}}", span.first(), span.last()));
                format!("[][2]Code{{{}}}", spans.collect::<Vec<_>>().join(", "))
            },
        );
        line!(out);
        line!(
            out,
            "// Contains reports whether the range contains the code, named or not."
        );
        line!(out, "func (r Range) Contains(c Code) bool {{");
        line!(out, "\tfor _, span := range r.Spans() {{");
        line!(out, "\t\tif span[0] <= c && c <= span[1] {{");
        line!(out, "\t\t\treturn true");
        line!(out, "\t\t}}");
        line!(out, "\t}}");
        line!(out, "\treturn false");
        line!(out, "}}");
        line!(out);
        line!(
            out,
            "// Description returns the description in the first of the languages."
        );
        line!(out, "func (r Range) Description() string {{");
        line!(out, "\treturn r.DescriptionIn(\"\")");
        line!(out, "}}");
        line!(out);
        line!(
            out,
            "// DescriptionIn returns the description in the language that fits best, such as \"en\"."
        );
        line!(
            out,
            "func (r Range) DescriptionIn(language string) string {{"
        );
        line!(out, "\treturn lookup(r.texts(), language)");
        line!(out, "}}");
        self.range_method(out, "", "texts() []text", "nil", |range| {
            texts(entry(range))
        });
    }

    /// A method of `Range` that returns one expression for each range.
    fn range_method(
        &self,
        out: &mut String,
        doc: &str,
        signature: &str,
        absent: &str,
        value: impl Fn(usize) -> String,
    ) {
        line!(out);
        if !doc.is_empty() {
            line!(out, "// {doc}");
        }
        line!(out, "func (r Range) {signature} {{");
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for (index, constant) in self.ranges.iter().enumerate() {
            let value = value(index);
            match groups.iter_mut().find(|(other, _)| *other == value) {
                Some((_, constants)) => constants.push(constant.clone()),
                None if value == absent => {}
                None => groups.push((value, vec![constant.clone()])),
            }
        }
        let groups = groups
            .iter()
            .map(|(value, constants)| (value, constants.clone()));
        cases(out, &Case::Constant("r"), &groups.collect::<Vec<_>>());
        line!(out, "\treturn {absent}");
        line!(out, "}}");
    }
}

const LOOKUP: &str = r#"
type text struct{ language, text string }

// lookup returns the text for a language, for it without its last subtags, or for one that continues
// such a range (lookup, RFC 4647, section 3.4); otherwise the first.
func lookup(texts []text, language string) string {
	if len(texts) == 0 {
		return ""
	}
	ranges := []string{}
	for subtags := strings.Split(strings.ToLower(language), "-"); len(subtags) > 0; {
		ranges = append(ranges, strings.Join(subtags, "-"))
		subtags = subtags[:len(subtags)-1]
		for len(subtags) > 0 && len(subtags[len(subtags)-1]) == 1 {
			subtags = subtags[:len(subtags)-1]
		}
	}
	for _, end := range []string{"", "-"} {
		for _, wanted := range ranges {
			for _, text := range texts {
				tag := strings.ToLower(text.language)
				if tag == wanted || end == "-" && strings.HasPrefix(tag, wanted+end) {
					return text.text
				}
			}
		}
	}
	return texts[0].text
}
"#;

/// The methods of every file.
const METHODS: [&str; 12] = [
    "Aliases",
    "Deprecated",
    "Description",
    "DescriptionIn",
    "IsBrowserSendable",
    "IsNamed",
    "IsSendable",
    "Name",
    "Range",
    "Reason",
    "Reference",
    "String",
];

/// Methods whose signature `go vet` knows.
const STANDARD_METHODS: [&str; 10] = [
    "GobDecode",
    "GobEncode",
    "MarshalJSON",
    "MarshalXML",
    "ReadByte",
    "ReadRune",
    "UnmarshalJSON",
    "UnreadByte",
    "UnreadRune",
    "WriteByte",
];

/// What a method returns for each number, in the order in which it asks.
struct Layers {
    /// Named codes that have another value than the numbers around them.
    named: Vec<(String, Vec<usize>)>,
    /// Spans, which may go over named codes.
    spans: Vec<(String, Vec<CodeSpan>)>,
    /// What all other numbers have.
    rest: String,
}

impl Layers {
    fn new(model: &Model, absent: &str, value: impl Fn(&ModelSegment) -> String) -> Self {
        let values: Vec<String> = model.segments.iter().map(value).collect();
        let rest = if model.is_total() {
            most(model, &values)
        } else {
            absent.to_owned()
        };
        let mut spans: Vec<(&String, CodeSpan)> = Vec::new();
        // Whether the last span may go on: only named codes have come since.
        let (mut end, mut is_open) = (None, false);
        for (segment, value) in model.segments.iter().zip(&values) {
            is_open &= end == segment.span.first().checked_sub(1);
            end = Some(segment.span.last());
            if matches!(segment.owner, Owner::Code(_)) {
                continue;
            }
            match spans.last_mut() {
                Some((last, span)) if is_open && *last == value => {
                    *span = CodeSpan::new(span.first(), segment.span.last()).expect("in order");
                }
                _ => spans.push((value, segment.span)),
            }
            is_open = true;
        }
        spans.retain(|(value, _)| **value != rest);
        let mut layers = Self {
            named: Vec::new(),
            spans: Vec::new(),
            rest,
        };
        for (segment, value) in model.segments.iter().zip(&values) {
            let Owner::Code(code) = segment.owner else {
                continue;
            };
            let number = segment.span.first();
            let around = spans.iter().find(|(_, span)| span.contains(number));
            if value != around.map_or(&layers.rest, |(value, _)| *value) {
                push(&mut layers.named, value, code);
            }
        }
        for (value, span) in spans {
            push(&mut layers.spans, value, span);
        }
        layers
    }
}

/// The value of most numbers.
fn most(model: &Model, values: &[String]) -> String {
    let mut counts: Vec<(&String, u32)> = Vec::new();
    for (segment, value) in model.segments.iter().zip(values) {
        let count = u32::from(segment.span.last()) - u32::from(segment.span.first()) + 1;
        match counts.iter_mut().find(|(other, _)| *other == value) {
            Some((_, sum)) => *sum += count,
            None => counts.push((value, count)),
        }
    }
    let most = counts.iter().max_by_key(|(_, count)| *count);
    most.map(|(value, _)| (*value).clone()).unwrap_or_default()
}

fn push<T>(groups: &mut Vec<(String, Vec<T>)>, value: &str, item: T) {
    match groups.iter_mut().find(|(other, _)| other == value) {
        Some((_, items)) => items.push(item),
        None => groups.push((value.to_owned(), vec![item])),
    }
}

/// What the cases of a switch are.
enum Case<'s> {
    /// Constants, compared with a variable.
    Constant(&'s str),
    Condition,
}

/// A switch whose cases return, or an `if` for one case.
fn cases(out: &mut String, of: &Case, groups: &[(&String, Vec<String>)]) {
    let (head, condition) = match of {
        Case::Constant(variable) => (format!("switch {variable} {{"), format!("{variable} == ")),
        Case::Condition => ("switch {".to_owned(), String::new()),
    };
    match groups {
        [] => {}
        [(value, items)] if items.len() == 1 => {
            line!(out, "\tif {condition}{} {{", items[0]);
            line!(out, "\t\treturn {value}");
            line!(out, "\t}}");
        }
        groups => {
            line!(out, "\t{head}");
            for (value, items) in groups {
                let line = items.join(", ");
                let is_short = line.len() <= WIDTH;
                let line = if is_short {
                    line
                } else {
                    items.join(",\n\t\t")
                };
                line!(out, "\tcase {line}:");
                line!(out, "\t\treturn {value}");
            }
            line!(out, "\t}}");
        }
    }
}

fn condition(span: CodeSpan) -> String {
    match (span.first(), span.last()) {
        (0, last) => format!("c <= {last}"),
        (first, u16::MAX) => format!("{first} <= c"),
        (first, last) if first == last => format!("c == {first}"),
        (first, last) => format!("{first} <= c && c <= {last}"),
    }
}

/// Returns a list, each item on a line.
fn list(out: &mut String, of: &str, items: &[String]) {
    if items.is_empty() {
        line!(out, "\treturn nil");
        return;
    }
    line!(out, "\treturn {of}{{");
    for item in items {
        line!(out, "\t\t{item},");
    }
    line!(out, "\t}}");
}

/// The texts of an entry, as they stand after `return`.
fn texts(entry: &ModelEntry) -> String {
    let mut out = "[]text{\n".to_owned();
    for (language, text) in &entry.texts {
        line!(out, "\t\t\t{{{}, {}}},", string(language), string(text));
    }
    out.push_str("\t\t}");
    out
}

/// A constant that is exported: `prefix` is before it where it has to be, or always; a name that
/// cannot be an identifier of Go gives way to a number.
fn constant(prefix: &str, name: &str, number: usize, is_plain: bool) -> String {
    let name = case::go(name);
    let is_upper = |c: char| get_general_category(c) == GeneralCategory::UppercaseLetter;
    if !name.chars().all(is_letter_or_digit) {
        format!("{prefix}{number}")
    } else if is_plain && name.starts_with(is_upper) {
        name
    } else {
        format!("{prefix}{name}")
    }
}

/// Go knows no marks in identifiers.
fn is_letter_or_digit(c: char) -> bool {
    use GeneralCategory as C;
    matches!(
        get_general_category(c),
        C::UppercaseLetter
            | C::LowercaseLetter
            | C::TitlecaseLetter
            | C::ModifierLetter
            | C::OtherLetter
            | C::DecimalNumber
    )
}

fn string(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' | '"' => out.extend(['\\', c]),
            c if is_invisible(c) => match u32::from(c) {
                code @ 0..=0xFFFF => write!(out, "\\u{code:04x}"),
                code => write!(out, "\\U{code:08x}"),
            }
            .expect("a string takes all"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn godoc() -> Doc {
    Doc::new(WIDTH - 8, escaped)
}

/// `GoingAway is 1001 Going Away: one side is leaving.`
fn entry_doc(entry: &ModelEntry, constant: &str, numbers: &str) -> Doc {
    let mut doc = godoc();
    let description = entry
        .texts
        .first()
        .map_or(String::new(), |(_, text)| format!(": {text}"));
    let text = format!("{constant} is {numbers} {}{description}", entry.name);
    doc.paragraph(&sentence(&text));
    doc
}

/// Text with a full stop: without one, a line between two others would be a heading.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let is_open = text.ends_with(char::is_alphanumeric) && !text.contains("://");
    format!("{text}{}", if is_open { "." } else { "" })
}

/// A sentence that goes on after a colon; an acronym stays one.
fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain([second]).chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// Adds a paragraph that may begin with anything.
fn paragraph(doc: &mut Doc, text: &str) {
    let text = sentence(text);
    let is_special = text.starts_with('#') || text.starts_with('[') && text.contains("]:");
    if is_special {
        doc.paragraph(&format!("\\{text}"));
    } else {
        doc.paragraph(&text);
    }
}

/// Adds Markdown: lists and paragraphs as such, all else as it is.
fn markdown(doc: &mut Doc, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    let is_fenced = lines
        .iter()
        .any(|line| line.starts_with("```") || line.starts_with("~~~"));
    let blocks: Vec<&[&str]> = if is_fenced {
        vec![&lines]
    } else {
        lines.split(|line| line.trim().is_empty()).collect()
    };
    let mut is_indented = false;
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        // Two indented blocks next to each other would be one.
        let may_indent = !is_indented;
        is_indented = may_indent && indented(doc, block);
        if !is_indented {
            paragraph(doc, &block.join(" "));
        }
    }
}

/// Adds a list, or text that is shown as it is, if the block is one.
fn indented(doc: &mut Doc, block: &[&str]) -> bool {
    const BULLETS: [&str; 3] = ["* ", "- ", "+ "];
    let bullet = |line: &str| {
        BULLETS
            .iter()
            .find_map(|bullet| line.strip_prefix(bullet).map(str::to_owned))
    };
    let is_special = |line: &&str| line.starts_with([' ', '\t', '`', '~', '|', '>', '#', '<']);
    if bullet(block[0]).is_some() {
        let mut items: Vec<String> = Vec::new();
        for line in block {
            match (bullet(line.trim_start()), items.last_mut()) {
                (None, Some(item)) => *item = format!("{item} {}", line.trim()),
                (item, _) => items.push(item.unwrap_or_default()),
            }
        }
        doc.gap();
        let items = items
            .iter()
            .map(|item| item.split_whitespace().collect::<Vec<_>>().join(" "));
        let items = items.filter(|item| !item.is_empty());
        doc.lines
            .extend(items.map(|item| format!("  - {}", escaped(&item))));
        return true;
    }
    let start = block[0].trim_start();
    let is_numbered = start.starts_with(|c: char| c.is_ascii_digit());
    let is_list = is_numbered || bullet(start).is_some() || start.starts_with('•');
    if !block.iter().any(is_special) || is_list {
        return false;
    }
    let indent = block.iter().filter(|line| !line.trim().is_empty());
    let indent = indent
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    doc.gap();
    for line in block {
        let line = line.get(indent..).unwrap_or_default().trim_end();
        let start = if line.is_empty() { "" } else { "\t" };
        doc.lines.push(format!("{start}{}", escaped(line)));
    }
    true
}

/// A line of a comment, which `gofmt` and the go command take for text.
fn escaped(line: &str) -> String {
    let mut out = String::new();
    if line.starts_with('+') {
        out.push('\\');
    }
    let mut before = None;
    for c in line.chars() {
        // Two of them would become a quotation mark.
        if matches!(c, '`' | '\'') && before == Some(c) {
            out.push(' ');
        }
        if c != '\t' && is_invisible(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

fn write(doc: &Doc, out: &mut String, indent: &str) {
    for line in &doc.lines {
        let space = if line.is_empty() || line.starts_with('\t') {
            ""
        } else {
            " "
        };
        line!(out, "{indent}//{space}{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::{constant, escaped, sentence};

    #[test]
    fn a_name_without_an_upper_case_letter_is_exported_too() {
        for (name, expected) in [
            ("TlsHandshake", "TLSHandshake"),
            ("超时", "Code超时"),
            // With a mark, which Go has in no identifier.
            ("हिन्दी", "Code4005"),
        ] {
            assert_eq!(constant("Code", name, 4005, true), expected);
        }
    }

    #[test]
    fn documentation_is_text_for_gofmt() {
        assert_eq!(sentence("One Word"), "One Word.");
        assert_eq!(sentence("https://example.org/a"), "https://example.org/a");
        assert_eq!(escaped("+build ignore"), "\\+build ignore");
        assert_eq!(escaped("``quoted''"), "` `quoted' '");
    }
}
