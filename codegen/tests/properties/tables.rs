//! Valid tables of any shape, as text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::string::string_regex;

/// The ranges of the standard table. A new range is inside one of them.
const STANDARD: [&[(u16, u16)]; 6] = [
    &[(0, 999)],
    &[(1004, 1004), (1016, 1999)],
    &[(2000, 2999)],
    &[(3000, 3999)],
    &[(4000, 4999)],
    &[(5000, u16::MAX)],
];

/// The standard codes with their names; those from 3000 on can be replaced.
const NAMED: [(u16, &str); 18] = [
    (1000, "Normal Closure"),
    (1001, "Going Away"),
    (1002, "Protocol error"),
    (1003, "Unsupported Data"),
    (1005, "No Status Rcvd"),
    (1006, "Abnormal Closure"),
    (1007, "Invalid frame payload data"),
    (1008, "Policy Violation"),
    (1009, "Message Too Big"),
    (1010, "Mandatory Ext."),
    (1011, "Internal Error"),
    (1012, "Service Restart"),
    (1013, "Try Again Later"),
    (1014, "Bad Gateway"),
    (1015, "TLS handshake"),
    (3000, "Unauthorized"),
    (3003, "Forbidden"),
    (3008, "Timeout"),
];

/// Codes that are never on the wire: nobody can send them.
const LOCAL_ONLY: [u16; 3] = [1005, 1006, 1015];

/// Characters that are visible, in one line.
const VISIBLE: &str = r"[^\pC\p{Zl}\p{Zp}]";

/// Texts that match a pattern, in which `VISIBLE` stands for that class.
fn like(pattern: &str) -> impl Strategy<Value = String> + use<> {
    string_regex(&pattern.replace("VISIBLE", VISIBLE)).expect("a pattern")
}

#[derive(Clone, Debug)]
enum Kind {
    Bool,
    Integer(&'static str, u64),
    Signed,
    String,
    Enum(Vec<String>),
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    kind: Kind,
    default: Option<u64>,
}

/// How a row is written.
#[derive(Clone, Copy, Debug)]
enum Style {
    Line,
    Dotted,
    Section,
}

/// What rows of codes and of ranges have in common.
#[derive(Clone, Debug)]
struct Row {
    style: Style,
    name: String,
    has_variant: bool,
    description: Option<String>,
    translation: Option<String>,
    reference: Option<String>,
    docs: Option<String>,
    cells: Vec<Option<u64>>,
}

#[derive(Clone, Debug)]
struct Code {
    number: u16,
    row: Row,
    is_overlay: bool,
    repeats_name: bool,
    aliases: (bool, bool),
    reason: Option<String>,
    deprecated: Option<String>,
}

/// First numbers and counts of spans, and a row for all of them.
type Candidate = (Vec<(u16, u16)>, Row);

/// A row as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// How many numbers it has.
    pub(crate) width: usize,
    is_section: bool,
    text: String,
}

/// The text of a table: what is above the rows, then the rows. Sections have to be last.
pub(crate) fn joined(head: &str, rows: &[Written]) -> String {
    let mut text = format!("{head}\n[codes]\n");
    for is_section in [false, true] {
        for row in rows.iter().filter(|row| row.is_section == is_section) {
            text += &row.text;
        }
    }
    text
}

/// Tables that extend the standard one.
pub(crate) fn tables() -> impl Strategy<Value = String> {
    parts().prop_map(|(head, rows)| joined(&head, &rows))
}

/// The text above the rows of a table, and the rows.
pub(crate) fn parts() -> impl Strategy<Value = (String, Vec<Written>)> {
    let languages = prop::sample::select(vec![
        None,
        Some("en"),
        Some("de"),
        Some("zh-CN"),
        Some("pt-BR"),
    ]);
    let ranges = vec((vec((numbers(), lengths()), 1..4), rows()), 0..14);
    let overlays = vec((0..STANDARD.len(), rows()), 0..3);
    let spans = vec((vec((numbers(), long_lengths()), 1..4), rows()), 0..6);
    let codes = vec(codes(), 0..30);
    let columns = vec(columns(), 0..5);
    let parts = (languages, columns, ranges, overlays, spans, codes);
    parts.prop_map(|(language, columns, ranges, overlays, spans, codes)| {
        write_parts(language, columns, ranges, overlays, spans, &codes)
    })
}

/// Numbers, most of them near each other.
fn numbers() -> impl Strategy<Value = u16> {
    let edges = [
        0,
        999,
        1004,
        1016,
        1999,
        2000,
        2999,
        3000,
        3999,
        4000,
        4999,
        5000,
        u16::MAX,
    ];
    prop_oneof![
        6 => 4000..4040_u16,
        3 => 3000..5000_u16,
        2 => any::<u16>(),
        1 => prop::sample::select(edges.to_vec()),
        1 => prop::sample::select(NAMED.map(|(number, _)| number).to_vec()),
    ]
}

fn lengths() -> impl Strategy<Value = u16> {
    prop_oneof![0..4_u16, 0..40_u16, 0..1000_u16, Just(999)]
}

/// Those of rows that are in no range.
fn long_lengths() -> impl Strategy<Value = u16> {
    prop_oneof![3 => lengths(), 1 => any::<u16>(), 1 => Just(u16::MAX)]
}

fn columns() -> impl Strategy<Value = (Kind, Option<u64>)> {
    let kind = prop_oneof![
        Just(Kind::Bool),
        prop::sample::select(vec![
            Kind::Integer("u8", u8::MAX.into()),
            Kind::Integer("u16", u16::MAX.into()),
            Kind::Integer("u32", u32::MAX.into()),
            // The model's TOML parser has no larger ones.
            Kind::Integer("u64", i64::MAX as u64),
        ]),
        Just(Kind::Signed),
        Just(Kind::String),
        vec("[a-z]{1,6}", 1..5).prop_map(|values| {
            let values = values.iter().enumerate();
            Kind::Enum(
                values
                    .map(|(index, value)| format!("{value} {index}"))
                    .collect(),
            )
        }),
    ];
    (kind, maybe(seeds()))
}

/// What values are made from: few, so that neighbors have equal ones, and the largest.
fn seeds() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..3_u64, 1 => any::<u64>(), 1 => Just(u64::MAX)]
}

fn rows() -> impl Strategy<Value = Row> {
    let style = prop::sample::select(vec![Style::Line, Style::Dotted, Style::Section]);
    let name = prop_oneof![
        "[A-Z][a-z]{1,6}( [a-z]{1,5}){0,2}".prop_map(|name| (name, false)),
        like("[a-zé超]VISIBLE{0,12}").prop_map(|name| (name, true)),
    ];
    let line = || maybe(like("VISIBLE{0,20}[a-z.]"));
    let docs = maybe("[a-z ]{1,20}");
    let cells = prop_oneof![4 => vec(maybe(seeds()), 8), 1 => Just(vec![None; 8])];
    (style, name, line(), line(), line(), docs, cells).prop_map(
        |(style, (name, has_variant), description, translation, reference, docs, cells)| Row {
            style,
            name,
            has_variant,
            description,
            translation,
            reference,
            docs,
            cells,
        },
    )
}

fn codes() -> impl Strategy<Value = Code> {
    let reason = maybe("[ -~é超]{1,41}");
    let deprecated = maybe(like("VISIBLE{0,20}[a-z.]"));
    (
        numbers(),
        rows(),
        any::<(bool, bool)>(),
        any::<(bool, bool)>(),
        reason,
        deprecated,
    )
        .prop_map(
            |(number, row, (is_overlay, repeats_name), aliases, reason, deprecated)| Code {
                number,
                row,
                is_overlay,
                repeats_name,
                aliases,
                reason,
                deprecated,
            },
        )
}

fn write_parts(
    language: Option<&str>,
    kinds: Vec<(Kind, Option<u64>)>,
    ranges: Vec<Candidate>,
    overlays: Vec<(usize, Row)>,
    spans: Vec<Candidate>,
    codes: &[Code],
) -> (String, Vec<Written>) {
    let mut head = String::new();
    if let Some(language) = language {
        writeln!(head, "default_language = {}", quoted(language)).expect("a string takes all");
    }
    let mut columns: Vec<Column> = kinds
        .into_iter()
        .enumerate()
        .map(|(index, (kind, default))| Column {
            name: format!("column_{index}"),
            kind,
            default,
        })
        .collect();
    for column in &columns {
        let default = match column.default {
            Some(seed) => format!("default = {}", column.kind.value(seed)),
            None => "optional = true".to_owned(),
        };
        let (name, kind) = (&column.name, column.kind.name());
        writeln!(head, "\n[columns.{name}]\ntype = {kind}\n{default}").expect("a string takes all");
    }
    columns.extend(standard_columns());

    let mut wide: Vec<(BTreeSet<u16>, Row)> = Vec::new();
    let mut rows = Vec::new();
    for (index, (spans, row)) in nested(ranges).into_iter().enumerate() {
        let set = all(&spans);
        let mut pairs = row.name("Zone", index);
        if !is_open(&set) {
            pairs.push(pair("allow_reserved", "true"));
        }
        pairs.extend(row.texts(language));
        pairs.extend(row.values(&columns, &set));
        rows.push(row.written(&key(&spans), set.len(), &pairs));
        wide.push((set, row));
    }
    let mut seen = BTreeSet::new();
    for (index, row) in overlays {
        if seen.insert(index) {
            let set = all(STANDARD[index]);
            let pairs = [row.texts(language), row.nameless_values(&columns, &set)].concat();
            if !pairs.is_empty() {
                rows.push(row.written(&key(STANDARD[index]), set.len(), &pairs));
                wide.push((set, row));
            }
        }
    }
    for (starts, mut row) in spans {
        let spans = spans_of(&starts);
        let set = all(&spans);
        if set.len() < 2 || !are_apart(&spans) || wide.iter().any(|(other, _)| *other == set) {
            continue;
        }
        // Rows that overlap partly do not set the same column.
        for (other, crossed) in &wide {
            if !are_nested(&set, other) {
                for (cell, taken) in row.cells.iter_mut().zip(&crossed.cells) {
                    *cell = cell.filter(|_| taken.is_none());
                }
            }
        }
        let pairs = row.nameless_values(&columns, &set);
        if !pairs.is_empty() {
            rows.push(row.written(&key(&spans), set.len(), &pairs));
            wide.push((set, row));
        }
    }
    let mut seen = BTreeSet::new();
    let codes = codes.iter().filter(|code| seen.insert(code.number));
    rows.extend(codes.filter_map(|code| code.written(language, &columns)));
    (head, rows)
}

impl Kind {
    fn name(&self) -> String {
        match self {
            Self::Bool => quoted("bool"),
            Self::Integer(name, _) => quoted(name),
            Self::Signed => quoted("i64"),
            Self::String => quoted("string"),
            Self::Enum(values) => list(values),
        }
    }

    fn value(&self, seed: u64) -> String {
        match self {
            Self::Bool => (seed % 2 == 1).to_string(),
            Self::Integer(_, max) => seed.min(*max).to_string(),
            Self::Signed => i64::from_ne_bytes(seed.to_ne_bytes()).to_string(),
            Self::String => quoted(&format!("text \"{seed}\" {{}}")),
            Self::Enum(values) => {
                quoted(&values[usize::from(seed.to_le_bytes()[0]) % values.len()])
            }
        }
    }
}

impl Row {
    /// A name that no other row has, because it ends with a number that no other has.
    fn name(&self, variant: &str, number: usize) -> Vec<(String, String)> {
        let name = format!("{} {variant} {number}", self.name);
        let mut pairs = vec![pair("name", quoted(&name))];
        if self.has_variant {
            pairs.push(pair("variant", quoted(&format!("{variant}{number}"))));
        }
        pairs
    }

    fn texts(&self, language: Option<&str>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        match (&self.description, &self.translation) {
            (Some(text), None) => pairs.push(pair("description", quoted(text))),
            (Some(text), Some(other)) => {
                let key = format!("description.{}", language.unwrap_or("en"));
                pairs.push((key, quoted(text)));
                pairs.push(pair("description.fr", quoted(other)));
            }
            (None, _) => {}
        }
        for (key, text) in [("reference", &self.reference), ("docs", &self.docs)] {
            if let Some(text) = text {
                pairs.push(pair(key, quoted(text)));
            }
        }
        pairs
    }

    /// The columns that a row with these numbers may set; no `sender` for codes that are never on the wire.
    fn values(&self, columns: &[Column], numbers: &BTreeSet<u16>) -> Vec<(String, String)> {
        let is_local = LOCAL_ONLY.iter().any(|number| numbers.contains(number));
        let cells = columns.iter().zip(&self.cells);
        cells
            .filter(|(column, _)| column.name != "sender" || !is_local)
            .filter_map(|(column, seed)| Some(pair(&column.name, column.kind.value((*seed)?))))
            .collect()
    }

    /// The same for a row without a name; `sender` of a reserved number is allowed explicitly.
    fn nameless_values(
        &self,
        columns: &[Column],
        numbers: &BTreeSet<u16>,
    ) -> Vec<(String, String)> {
        let mut pairs = self.values(columns, numbers);
        if pairs.iter().any(|(key, _)| key == "sender") && !is_open(numbers) {
            pairs.push(pair("allow_reserved", "true"));
        }
        pairs
    }

    fn written(&self, key: &str, width: usize, pairs: &[(String, String)]) -> Written {
        let line = |(name, value): &(String, String)| format!("{name} = {value}");
        let text = match (self.style, pairs) {
            (Style::Line, [(name, value)]) if name == "name" => format!("{key} = {value}\n"),
            (Style::Line, pairs) => {
                let pairs: Vec<String> = pairs.iter().map(line).collect();
                format!("{key} = {{ {} }}\n", pairs.join(", "))
            }
            (Style::Dotted, pairs) => {
                let pairs = pairs.iter().map(|pair| format!("{key}.{}", line(pair)));
                pairs.collect::<Vec<_>>().join("\n") + "\n"
            }
            (Style::Section, pairs) => {
                let pairs: Vec<String> = pairs.iter().map(line).collect();
                format!("\n[codes.{key}]\n{}\n", pairs.join("\n"))
            }
        };
        Written {
            width,
            is_section: matches!(self.style, Style::Section),
            text,
        }
    }
}

impl Code {
    /// The row, if it says anything.
    fn written(&self, language: Option<&str>, columns: &[Column]) -> Option<Written> {
        let number = self.number;
        let numbers = BTreeSet::from([number]);
        let standard = NAMED.iter().find(|(named, _)| *named == number);
        let replaced = standard.filter(|_| number >= 3000);
        let is_overlay = standard.is_some() && (self.is_overlay || replaced.is_none());

        let aliases = [
            (self.aliases.0, format!("ALIAS_{number}")),
            (self.aliases.1, format!("or {number} \\ \"")),
        ];
        let aliases: Vec<String> = aliases
            .into_iter()
            .filter(|(is_there, _)| *is_there)
            .map(|(_, alias)| alias)
            .collect();
        let mut pairs = Vec::new();
        if !aliases.is_empty() {
            pairs.push(pair("aliases", list(&aliases)));
        }
        for (key, text) in [("reason", &self.reason), ("deprecated", &self.deprecated)] {
            if let Some(text) = text {
                pairs.push(pair(key, quoted(text)));
            }
        }
        pairs.extend(self.row.texts(language));
        if is_overlay {
            pairs.extend(self.row.nameless_values(columns, &numbers));
            if pairs.is_empty() {
                return None;
            }
            let repeated = standard.filter(|_| self.repeats_name);
            pairs.extend(repeated.map(|(_, name)| pair("name", quoted(name))));
        } else {
            pairs.extend(self.row.name("Code", number.into()));
            pairs.extend(self.row.values(columns, &numbers));
            pairs.extend(replaced.map(|(_, name)| pair("replaces", quoted(name))));
            if !is_open(&numbers) {
                pairs.push(pair("allow_reserved", "true"));
            }
        }
        Some(self.row.written(&number.to_string(), 1, &pairs))
    }
}

/// The columns of the standard table.
fn standard_columns() -> impl Iterator<Item = Column> {
    let values = |name: &str, values: &[&str]| Column {
        name: name.to_owned(),
        kind: Kind::Enum(values.iter().map(|&value| value.to_owned()).collect()),
        default: None,
    };
    [
        values(
            "reconnect",
            &[
                "unspecified",
                "immediately",
                "backoff",
                "resume",
                "after_change",
                "never",
            ],
        ),
        values("sender", &["either", "client", "server", "nobody"]),
    ]
    .into_iter()
}

/// The candidates for ranges that are nested in the standard ranges and in each other.
fn nested(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let standard = STANDARD.map(all);
    let mut sets: Vec<BTreeSet<u16>> = Vec::new();
    let mut kept = Vec::new();
    for (starts, row) in candidates {
        let spans = spans_of(&starts);
        let set = all(&spans);
        let is_inside = |outer: &BTreeSet<u16>| set.is_subset(outer) && set != *outer;
        let fits = |other: &BTreeSet<u16>| are_nested(&set, other) && set != *other;
        // A single number with a name is a code.
        let is_range = set.len() > 1 && are_apart(&spans);
        if is_range && standard.iter().any(is_inside) && sets.iter().all(fits) {
            sets.push(set);
            kept.push((spans, row));
        }
    }
    kept
}

fn spans_of(starts: &[(u16, u16)]) -> Vec<(u16, u16)> {
    let spans = starts.iter();
    spans
        .map(|&(first, length)| (first, first.saturating_add(length)))
        .collect()
}

/// Whether there is a gap between every two spans.
fn are_apart(spans: &[(u16, u16)]) -> bool {
    let ends = |&(first, last): &(u16, u16)| (u32::from(first), u32::from(last) + 1);
    spans.iter().enumerate().all(|(index, span)| {
        let (first, end) = ends(span);
        let mut others = spans[index + 1..].iter().map(ends);
        others.all(|(other, other_end)| other_end < first || end < other)
    })
}

/// Whether one set is inside the other, or both are disjoint.
fn are_nested(a: &BTreeSet<u16>, b: &BTreeSet<u16>) -> bool {
    a.is_disjoint(b) || a.is_subset(b) || b.is_subset(a)
}

/// Whether all of the numbers are open to custom codes.
fn is_open(numbers: &BTreeSet<u16>) -> bool {
    numbers.iter().all(|number| (3000..=4999).contains(number))
}

fn all(spans: &[(u16, u16)]) -> BTreeSet<u16> {
    spans
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .collect()
}

/// The key of a row, in quotes if it has more than one span.
fn key(spans: &[(u16, u16)]) -> String {
    let span = |&(first, last): &(u16, u16)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    };
    match spans {
        [one] => span(one),
        several => {
            let several: Vec<String> = several.iter().map(span).collect();
            quoted(&several.join(", "))
        }
    }
}

/// A visible text as a TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

fn pair(key: &str, value: impl Into<String>) -> (String, String) {
    (key.to_owned(), value.into())
}
