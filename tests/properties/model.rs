//! The texts of a table and of what it extends → what a code is, by looking through all of their rows.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// Rows as they are written, those of the standard table first.
pub(crate) struct Model {
    language: String,
    /// Name, then what the table says of the column.
    columns: Vec<(String, Table)>,
    ranges: Vec<Row>,
    codes: BTreeMap<u16, Row>,
}

/// A row, its descriptions by language.
struct Row {
    spans: Vec<(u16, u16)>,
    len: usize,
    values: Table,
}

/// Who says what a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    Code(u16),
    Range(usize),
}

impl Model {
    pub(crate) fn new(texts: &[&str]) -> Self {
        let mut model = Self {
            language: "en".to_owned(),
            columns: Vec::new(),
            ranges: Vec::new(),
            codes: BTreeMap::new(),
        };
        for text in texts {
            model.extend(toml::from_str(text).expect("a table"));
        }
        model
    }

    fn extend(&mut self, mut table: Table) {
        if let Some(language) = table.get("default_language").and_then(Value::as_str) {
            language.clone_into(&mut self.language);
        }
        for (name, said) in table
            .get("columns")
            .and_then(Value::as_table)
            .into_iter()
            .flatten()
        {
            let said = said.as_table().expect("a column").clone();
            match self.columns.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => known.extend(said),
                None => self.columns.push((name.clone(), said)),
            }
        }
        for values in rows(&mut table, "range") {
            let spans = match values.get("codes") {
                Some(Value::Array(spans)) => spans.iter().map(span).collect(),
                Some(codes) => vec![span(codes)],
                None => {
                    let is_named = |row: &&mut Row| row.values["name"] == values["name"];
                    let known = self.ranges.iter_mut().find(is_named);
                    known
                        .expect("a range to overlay")
                        .overlay(values, &self.language);
                    continue;
                }
            };
            self.ranges.push(Row::new(spans, values, &self.language));
        }
        for values in rows(&mut table, "code") {
            let number = number(&values["code"]);
            if values.contains_key("name") {
                let row = Row::new(vec![(number, number)], values, &self.language);
                self.codes.insert(number, row);
            } else {
                let known = self.codes.get_mut(&number).expect("a code to overlay");
                known.overlay(values, &self.language);
            }
        }
    }

    /// The code, or the smallest range around a number without a name.
    pub(crate) fn owner(&self, number: u16) -> Option<Owner> {
        if self.codes.contains_key(&number) {
            return Some(Owner::Code(number));
        }
        let around = self.ranges.iter().enumerate().rev();
        let around = around.filter(|(_, range)| range.has(number));
        let innermost = around.min_by_key(|(_, range)| range.len);
        innermost.map(|(range, _)| Owner::Range(range))
    }

    /// The ranges around a number, the smallest first; of two alike the later.
    pub(crate) fn around(&self, number: u16) -> Vec<usize> {
        let mut around: Vec<usize> = (0..self.ranges.len())
            .rev()
            .filter(|&range| self.ranges[range].has(number))
            .collect();
        around.sort_by_key(|&range| self.ranges[range].len);
        around
    }

    pub(crate) fn numbers(&self) -> Vec<u16> {
        self.codes.keys().copied().collect()
    }

    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// What the row of the owner itself says under a key.
    pub(crate) fn text(&self, owner: Owner, key: &str) -> Option<&str> {
        self.row(owner).values.get(key).and_then(Value::as_str)
    }

    /// The other texts that a code is parsed from.
    pub(crate) fn aliases(&self, code: u16) -> impl Iterator<Item = &str> {
        let aliases = self.codes[&code]
            .values
            .get("aliases")
            .and_then(Value::as_array);
        aliases.into_iter().flatten().filter_map(Value::as_str)
    }

    /// The description in the default language, of the owner or of the smallest range that has any.
    pub(crate) fn description(&self, number: u16) -> Option<&str> {
        let texts = self.inherited(number, "description")?.as_table()?;
        texts
            .get(&self.language)
            .or_else(|| texts.get("en"))?
            .as_str()
    }

    /// The value of a column as text, `None` where there is none.
    pub(crate) fn value(&self, number: u16, column: &str) -> Option<String> {
        let (_, said) = self.columns.iter().find(|(name, _)| name == column)?;
        let value = self
            .inherited(number, column)
            .or_else(|| said.get("default"))?;
        Some(match value {
            Value::String(text) if said["type"].is_array() => squashed(text),
            Value::String(text) => text.clone(),
            value => plain(value),
        })
    }

    pub(crate) fn is_optional(&self, column: &str) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|(name, said)| name == column && said.contains_key("optional"))
    }

    fn inherited(&self, number: u16, key: &str) -> Option<&Value> {
        let around = self.around(number);
        let ranges = around.iter().map(|&range| &self.ranges[range]);
        self.codes
            .get(&number)
            .into_iter()
            .chain(ranges)
            .find_map(|row| row.values.get(key))
    }

    fn row(&self, owner: Owner) -> &Row {
        match owner {
            Owner::Code(code) => &self.codes[&code],
            Owner::Range(range) => &self.ranges[range],
        }
    }
}

impl Row {
    fn new(spans: Vec<(u16, u16)>, values: Table, language: &str) -> Self {
        let len = spans
            .iter()
            .map(|&(first, last)| (first..=last).len())
            .sum();
        let mut row = Self {
            spans,
            len,
            values: Table::new(),
        };
        row.overlay(values, language);
        row
    }

    fn overlay(&mut self, mut values: Table, language: &str) {
        let texts = match values.remove("description") {
            Some(Value::Table(texts)) => texts,
            Some(text) => Table::from_iter([(language.to_owned(), text)]),
            None => Table::new(),
        };
        if let (Some(Value::Array(known)), Some(Value::Array(more))) =
            (self.values.get("aliases"), values.get("aliases"))
        {
            let all = known.iter().chain(more).cloned().collect();
            values.insert("aliases".to_owned(), Value::Array(all));
        }
        self.values.extend(values);
        if !texts.is_empty() {
            let known = self
                .values
                .entry("description")
                .or_insert_with(|| Table::new().into());
            known
                .as_table_mut()
                .expect("texts by language")
                .extend(texts);
        }
    }

    fn has(&self, number: u16) -> bool {
        self.spans
            .iter()
            .any(|&(first, last)| (first..=last).contains(&number))
    }
}

fn rows(table: &mut Table, key: &str) -> Vec<Table> {
    match table.remove(key) {
        Some(Value::Array(rows)) => rows
            .into_iter()
            .map(|row| row.try_into().expect("a row"))
            .collect(),
        _ => Vec::new(),
    }
}

fn number(value: &Value) -> u16 {
    value
        .as_integer()
        .and_then(|number| number.try_into().ok())
        .expect("a code")
}

fn span(value: &Value) -> (u16, u16) {
    let text = value.as_str().expect("a span");
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    (
        first.parse().expect("a code"),
        last.parse().expect("a code"),
    )
}

fn plain(value: &Value) -> String {
    match value {
        Value::Boolean(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        value => panic!("{value:?} in a column"),
    }
}

/// `rate limit` and `RateLimit` → `ratelimit`.
pub(crate) fn squashed(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
