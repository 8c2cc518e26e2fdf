//! Tables without a mistake, of any shape, as text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::string::string_regex;

/// The ranges of the standard table. A new one lies in one of them.
const STANDARD: [&[(u16, u16)]; 6] = [
    &[(0, 999)],
    &[(1004, 1004), (1016, 1999)],
    &[(2000, 2999)],
    &[(3000, 3999)],
    &[(4000, 4999)],
    &[(5000, u16::MAX)],
];

/// The standard codes, and the names of those that a row may replace.
const NAMED: [(u16, Option<&str>); 18] = [
    (1000, None),
    (1001, None),
    (1002, None),
    (1003, None),
    (1005, None),
    (1006, None),
    (1007, None),
    (1008, None),
    (1009, None),
    (1010, None),
    (1011, None),
    (1012, None),
    (1013, None),
    (1014, None),
    (1015, None),
    (3000, Some("Unauthorized")),
    (3003, Some("Forbidden")),
    (3008, Some("Timeout")),
];

/// What can be seen of a text in one line.
const VISIBLE: &str = r"[^\pC\p{Zl}\p{Zp}]";

/// Texts that a pattern describes, `VISIBLE` standing for that class.
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

/// What rows of codes and of ranges have alike.
#[derive(Clone, Debug)]
struct Row {
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
    aliases: (bool, bool),
    reason: Option<String>,
    deprecated: Option<String>,
}

/// Tables that extend the standard one.
pub(crate) fn tables() -> impl Strategy<Value = String> {
    let languages = prop::sample::select(vec![
        None,
        Some("en"),
        Some("de"),
        Some("zh-CN"),
        Some("pt-BR"),
    ]);
    let ranges = vec((vec((numbers(), lengths()), 1..4), rows()), 0..14);
    let parts = (languages, vec(columns(), 0..5), ranges, vec(codes(), 0..30));
    parts.prop_map(|(language, columns, ranges, codes)| text(language, columns, ranges, &codes))
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

fn columns() -> impl Strategy<Value = (Kind, Option<u64>)> {
    let kind = prop_oneof![
        Just(Kind::Bool),
        prop::sample::select(vec![
            Kind::Integer("u8", u8::MAX.into()),
            Kind::Integer("u16", u16::MAX.into()),
            Kind::Integer("u32", u32::MAX.into()),
            // The model's TOML has no larger ones.
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

/// What values are made from: few, so that neighbours are alike, and the largest.
fn seeds() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0..3_u64, 1 => any::<u64>(), 1 => Just(u64::MAX)]
}

fn rows() -> impl Strategy<Value = Row> {
    let name = prop_oneof![
        "[A-Z][a-z]{1,6}( [a-z]{1,5}){0,2}".prop_map(|name| (name, false)),
        like("[a-zé超]VISIBLE{0,12}").prop_map(|name| (name, true)),
    ];
    let line = || maybe(like("VISIBLE{0,20}[a-z.]"));
    let docs = maybe("[a-z ]{1,20}");
    (name, line(), line(), line(), docs, vec(maybe(seeds()), 8)).prop_map(
        |((name, has_variant), description, translation, reference, docs, cells)| Row {
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
    let reason = maybe("[ -~é超]{0,41}");
    let deprecated = maybe(like("VISIBLE{0,20}"));
    (
        numbers(),
        rows(),
        any::<bool>(),
        any::<(bool, bool)>(),
        reason,
        deprecated,
    )
        .prop_map(
            |(number, row, is_overlay, aliases, reason, deprecated)| Code {
                number,
                row,
                is_overlay,
                aliases,
                reason,
                deprecated,
            },
        )
}

fn text(
    language: Option<&str>,
    kinds: Vec<(Kind, Option<u64>)>,
    ranges: Vec<(Vec<(u16, u16)>, Row)>,
    codes: &[Code],
) -> String {
    let mut out = String::new();
    if let Some(language) = language {
        line(&mut out, "default_language", &quoted(language));
    }
    let own = kinds
        .into_iter()
        .enumerate()
        .map(|(index, (kind, default))| Column {
            name: format!("column_{index}"),
            kind,
            default,
        });
    let mut columns: Vec<Column> = own.collect();
    for column in &columns {
        writeln!(out, "\n[columns.{}]", column.name).expect("a string takes all");
        line(&mut out, "type", &column.kind.name());
        match column.default {
            Some(seed) => line(&mut out, "default", &column.kind.value(seed)),
            None => line(&mut out, "optional", "true"),
        }
    }
    columns.extend(standard_columns());
    for (index, (spans, row)) in nested(ranges).iter().enumerate() {
        let spans: Vec<String> = spans
            .iter()
            .map(|&(first, last)| span(first, last))
            .collect();
        out += "\n[[range]]\nallow_reserved = true\n";
        line(&mut out, "codes", &format!("[{}]", spans.join(", ")));
        row.name(&mut out, "Zone", index);
        row.rest(&mut out, language, &columns);
    }
    let mut seen = BTreeSet::new();
    for code in codes.iter().filter(|code| seen.insert(code.number)) {
        code.write(&mut out, language, &columns);
    }
    out
}

impl Kind {
    fn name(&self) -> String {
        match self {
            Self::Bool => quoted("bool"),
            Self::Integer(name, _) => quoted(name),
            Self::Signed => quoted("i64"),
            Self::String => quoted("string"),
            Self::Enum(values) => serde_json::to_string(values).expect("a list"),
        }
    }

    fn value(&self, seed: u64) -> String {
        match self {
            Self::Bool => (seed % 2 == 1).to_string(),
            Self::Integer(_, max) => seed.min(*max).to_string(),
            Self::Signed => seed.cast_signed().to_string(),
            Self::String => quoted(&format!("text \"{seed}\" {{}}")),
            Self::Enum(values) => {
                quoted(&values[usize::from(seed.to_le_bytes()[0]) % values.len()])
            }
        }
    }
}

impl Row {
    /// A name that no other row has, for it ends with a number of its own.
    fn name(&self, out: &mut String, variant: &str, number: usize) {
        line(
            out,
            "name",
            &quoted(&format!("{} {variant} {number}", self.name)),
        );
        if self.has_variant {
            line(out, "variant", &quoted(&format!("{variant}{number}")));
        }
    }

    fn rest(&self, out: &mut String, language: Option<&str>, columns: &[Column]) {
        match (&self.description, &self.translation) {
            (Some(text), None) => line(out, "description", &quoted(text)),
            (Some(text), Some(other)) => {
                line(
                    out,
                    &format!("description.{}", language.unwrap_or("en")),
                    &quoted(text),
                );
                line(out, "description.fr", &quoted(other));
            }
            (None, _) => {}
        }
        for (key, text) in [("reference", &self.reference), ("docs", &self.docs)] {
            if let Some(text) = text {
                line(out, key, &quoted(text));
            }
        }
        for (column, seed) in columns.iter().zip(&self.cells) {
            if let Some(seed) = seed {
                line(out, &column.name, &column.kind.value(*seed));
            }
        }
    }
}

impl Code {
    fn write(&self, out: &mut String, language: Option<&str>, columns: &[Column]) {
        let standard = NAMED.iter().find(|(number, _)| *number == self.number);
        let replaced = standard.and_then(|(_, name)| *name);
        let is_overlay = standard.is_some() && (self.is_overlay || replaced.is_none());
        out.push_str("\n[[code]]\n");
        line(out, "code", &self.number.to_string());
        if !is_overlay {
            self.row.name(out, "Code", self.number.into());
            match replaced {
                Some(name) => line(out, "replaces", &quoted(name)),
                None => line(out, "allow_reserved", "true"),
            }
        }
        let number = self.number;
        let aliases = [
            (self.aliases.0, format!("ALIAS_{number}")),
            (self.aliases.1, format!("or {number} \\ \"")),
        ];
        let aliases: Vec<String> = aliases
            .into_iter()
            .filter(|(is_there, _)| *is_there)
            .map(|(_, alias)| alias)
            .collect();
        line(
            out,
            "aliases",
            &serde_json::to_string(&aliases).expect("a list"),
        );
        for (key, text) in [("reason", &self.reason), ("deprecated", &self.deprecated)] {
            if let Some(text) = text {
                line(out, key, &quoted(text));
            }
        }
        self.row.rest(out, language, columns);
    }
}

/// Columns of the standard table that every code may say something else about.
fn standard_columns() -> impl Iterator<Item = Column> {
    let values = |name: &str, values: &[&str]| Column {
        name: name.to_owned(),
        kind: Kind::Enum(values.iter().map(|&value| value.to_owned()).collect()),
        default: None,
    };
    [
        values(
            "reconnect",
            &["unspecified", "immediately", "backoff", "resume", "never"],
        ),
        values("sender", &["either", "client", "server", "nobody"]),
    ]
    .into_iter()
}

/// Those of some ranges that lie in a range or beside it, one after the other.
fn nested(candidates: Vec<(Vec<(u16, u16)>, Row)>) -> Vec<(Vec<(u16, u16)>, Row)> {
    let standard = STANDARD.map(all);
    let mut sets: Vec<BTreeSet<u16>> = Vec::new();
    let mut kept = Vec::new();
    for (starts, row) in candidates {
        let spans = starts
            .iter()
            .map(|&(first, length)| (first, first.saturating_add(length)));
        let spans: Vec<(u16, u16)> = spans.collect();
        let set = all(&spans);
        let is_inside = standard.iter().any(|outer| set.is_subset(outer));
        let is_apart = spans.iter().enumerate().all(|(index, &(first, last))| {
            let (before, after) = (u32::from(first), u32::from(last) + 1);
            let others = spans[index + 1..].iter();
            others
                .map(|&(first, last)| (u32::from(first), u32::from(last) + 1))
                .all(|(first, last)| last < before || after < first)
        });
        let fits = |other: &BTreeSet<u16>| {
            let is_nested = set.is_subset(other) || other.is_subset(&set);
            set.is_disjoint(other) || is_nested && set != *other
        };
        if is_inside && is_apart && sets.iter().all(fits) {
            sets.push(set);
            kept.push((spans, row));
        }
    }
    kept
}

fn all(spans: &[(u16, u16)]) -> BTreeSet<u16> {
    spans
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .collect()
}

fn span(first: u16, last: u16) -> String {
    if first == last {
        quoted(&first.to_string())
    } else {
        quoted(&format!("{first}-{last}"))
    }
}

/// A string as JSON and TOML both have it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

fn line(out: &mut String, key: &str, value: &str) {
    writeln!(out, "{key} = {value}").expect("a string takes all");
}
