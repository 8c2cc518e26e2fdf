//! The texts of a table and its extended tables → the properties of a code, by searching all their rows.
//!
//! This is a naive reading of three rules: a row with a name adds a code or a range; a row without a
//! name adds nothing; and the value of a column for a number comes from the nearest file that sets it
//! and the narrowest row there, otherwise from the default.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// Rows as they are written, those of the standard table first.
pub(crate) struct Model {
    language: String,
    /// Name, then what the table says of the column.
    columns: Vec<(String, Table)>,
    ranges: Vec<Row>,
    codes: BTreeMap<u16, Row>,
    /// Every row of each file, for the columns.
    files: Vec<Vec<Row>>,
}

/// A row, its descriptions by language.
struct Row {
    /// The file that names it, the standard table first.
    file: usize,
    /// In order, and with a gap between each two.
    spans: Vec<(u16, u16)>,
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
            files: Vec::new(),
        };
        for text in texts {
            model.extend(&toml::from_str(text).expect("a table"));
        }
        model
    }

    fn extend(&mut self, table: &Table) {
        if let Some(language) = table.get("default_language").and_then(Value::as_str) {
            language.clone_into(&mut self.language);
        }
        for (name, said) in entries(table, "columns") {
            let said = said.as_table().expect("a column").clone();
            self.columns.push((name.clone(), said));
        }
        // They are on the page of the standard enum.
        if self.files.len() == 1 {
            for row in self.ranges.iter_mut().chain(self.codes.values_mut()) {
                row.values.remove("docs");
            }
        }
        let mut file = Vec::new();
        for (key, values) in entries(table, "codes") {
            let values = match values {
                Value::Table(values) => values.clone(),
                name => Table::from_iter([("name".to_owned(), name.clone())]),
            };
            let spans = spans(key);
            file.push(Row {
                file: self.files.len(),
                spans: spans.clone(),
                values: values.clone(),
            });
            self.add(spans, values);
        }
        self.files.push(file);
    }

    /// Adds what a row says to the code or range that it names, or that has exactly its numbers.
    fn add(&mut self, spans: Vec<(u16, u16)>, values: Table) {
        if values.contains_key("replaces") {
            for file in &mut self.files {
                file.retain(|row| row.spans != spans);
            }
            self.codes.remove(&spans[0].0);
        }
        let known = match spans[..] {
            [(number, last)] if number == last => self.codes.get_mut(&number),
            _ => self.ranges.iter_mut().find(|range| range.spans == spans),
        };
        if let Some(known) = known {
            known.overlay(values, &self.language);
        } else if values.contains_key("name") {
            let mut row = Row {
                file: self.files.len(),
                spans,
                values: Table::new(),
            };
            row.overlay(values, &self.language);
            match row.spans[..] {
                [(number, last)] if number == last => drop(self.codes.insert(number, row)),
                _ => self.ranges.push(row),
            }
        }
    }

    /// The code, or the smallest range around a number without a name.
    pub(crate) fn owner(&self, number: u16) -> Option<Owner> {
        if self.codes.contains_key(&number) {
            return Some(Owner::Code(number));
        }
        self.around(number).first().copied().map(Owner::Range)
    }

    /// The ranges around a number, the smallest first.
    pub(crate) fn around(&self, number: u16) -> Vec<usize> {
        let mut around: Vec<usize> = (0..self.ranges.len())
            .filter(|&range| self.ranges[range].has(number))
            .collect();
        around.sort_by_key(|&range| self.ranges[range].len());
        around
    }

    /// The range of exactly these numbers.
    pub(crate) fn range(&self, spans: &[(u16, u16)]) -> Option<usize> {
        self.ranges.iter().position(|range| range.spans == spans)
    }

    pub(crate) fn range_count(&self) -> usize {
        self.ranges.len()
    }

    pub(crate) fn numbers(&self) -> impl Iterator<Item = u16> {
        self.codes.keys().copied()
    }

    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// The first number of every span of every row, and the one after its last.
    pub(crate) fn edges(&self) -> impl Iterator<Item = u16> {
        let spans = self.files.iter().flatten().flat_map(|row| &row.spans);
        spans.flat_map(|&(first, last)| [Some(first), last.checked_add(1)].into_iter().flatten())
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

    /// Whether a custom table names it.
    pub(crate) fn is_custom(&self, owner: Owner) -> bool {
        self.row(owner).file > 0
    }

    /// The descriptions of the owner or of the smallest range around it that has any.
    pub(crate) fn descriptions(&self, owner: Owner) -> BTreeMap<&str, &str> {
        let number = match owner {
            Owner::Code(number) => number,
            Owner::Range(range) => self.ranges[range].spans[0].0,
        };
        let around = self.around(number).into_iter().map(Owner::Range);
        let around = around.skip_while(|range| matches!(owner, Owner::Range(_)) && *range != owner);
        let mut owners = std::iter::once(owner).chain(around);
        let texts = owners.find_map(|owner| self.row(owner).values.get("description"));
        let texts = texts.and_then(Value::as_table).into_iter().flatten();
        texts
            .map(|(language, text)| (language.as_str(), text.as_str().expect("a text")))
            .collect()
    }

    /// That in the default language.
    pub(crate) fn description(&self, owner: Owner) -> Option<&str> {
        let texts = self.descriptions(owner);
        let text = texts.get(&*self.language).or_else(|| texts.get("en"));
        text.copied()
    }

    /// The value of a column as text, or `None`.
    pub(crate) fn value(&self, number: u16, column: &str) -> Option<String> {
        let of_file = |file: &'_ Vec<Row>| {
            let rows = file.iter().filter(|row| row.has(number));
            let rows = rows.filter_map(|row| Some((row.len(), row.values.get(column)?.clone())));
            rows.min_by_key(|(len, _)| *len).map(|(_, value)| value)
        };
        let value = self.files.iter().rev().find_map(of_file);
        let value = value.or_else(|| self.column(column).get("default").cloned())?;
        Some(plain(&value))
    }

    pub(crate) fn default(&self, column: &str) -> Option<String> {
        self.column(column).get("default").map(plain)
    }

    /// The name of the column's type, or its values.
    pub(crate) fn types(&self, column: &str) -> Vec<&str> {
        match &self.column(column)["type"] {
            Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
            name => name.as_str().into_iter().collect(),
        }
    }

    pub(crate) fn is_optional(&self, column: &str) -> bool {
        self.column(column).contains_key("optional")
    }

    fn column(&self, name: &str) -> &Table {
        let mut columns = self.columns.iter();
        let column = columns.find(|(known, _)| known == name);
        &column.expect("a column").1
    }

    fn row(&self, owner: Owner) -> &Row {
        match owner {
            Owner::Code(code) => &self.codes[&code],
            Owner::Range(range) => &self.ranges[range],
        }
    }
}

impl Row {
    /// Adds what another row says about the same numbers.
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

    /// The number of numbers in the row.
    fn len(&self) -> usize {
        let lengths = self.spans.iter().map(|&(first, last)| (first..=last).len());
        lengths.sum()
    }

    fn has(&self, number: u16) -> bool {
        self.spans
            .iter()
            .any(|&(first, last)| (first..=last).contains(&number))
    }
}

/// The entries of a table below a key, if it is there.
fn entries<'t>(table: &'t Table, key: &str) -> impl Iterator<Item = (&'t String, &'t Value)> {
    let entries = table.get(key).and_then(Value::as_table);
    entries.into_iter().flatten()
}

/// `"1016-1999, 1004"` → the spans in order, with adjacent ones joined.
fn spans(key: &str) -> Vec<(u16, u16)> {
    let number = |text: &str| -> u16 { text.parse().expect("a code") };
    let spans = key.split(", ").map(|span| {
        let (first, last) = span.split_once('-').unwrap_or((span, span));
        (number(first), number(last))
    });
    let mut spans: Vec<(u16, u16)> = spans.collect();
    spans.sort_unstable();
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for (first, last) in spans {
        match merged.last_mut() {
            Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
            _ => merged.push((first, last)),
        }
    }
    merged
}

fn plain(value: &Value) -> String {
    match value {
        Value::Boolean(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::String(text) => text.clone(),
        value => panic!("{value:?} in a column"),
    }
}
