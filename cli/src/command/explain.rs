//! `close-codes explain`

use std::collections::BTreeSet;

use close_codes_codegen::Table;
use serde_json::{Value, json};

use crate::args::Explain;
use crate::explain::{Query, Style, code_named, names, overlap, range_named};
use crate::facts;
use crate::language::Languages;
use crate::load;
use crate::output::{BOLD, Failure, Output, Status};
use crate::rows::Rows;
use crate::suggest::nearest;
use crate::table::{Loaded, speaks_of};
use crate::text::{on_one_line, visible_json, width};

/// Longer lines are hard to read.
const PROSE: usize = 100;

pub(crate) fn run(args: &Explain) -> Result<Output, Failure> {
    let languages = Languages::new(args.lang.as_deref());
    let standard = load::standard();
    let table = args.table.as_deref().map(load::sound).transpose()?;
    let queries: Vec<(&str, Result<Query, String>)> = args
        .queries
        .iter()
        .map(|text| (text.as_str(), Query::new(text)))
        .collect();
    let catalogue = load::catalogue_where(|rows| {
        let mut queries = queries.iter().flat_map(|(_, query)| query);
        queries.any(|query| query.may_be_in(rows))
    });
    let asked = table.as_ref().and_then(Loaded::id);
    let tables = Tables {
        standard: &standard,
        others: table
            .iter()
            .chain(catalogue.iter().filter(|loaded| loaded.id() != asked))
            .map(Other::new)
            .collect(),
    };
    let style = Style {
        languages: &languages,
        width: width().min(PROSE),
    };
    let mut output = Output::default();
    let mut answers = Vec::new();
    for (text, query) in queries {
        let query = match query {
            Ok(query) => query,
            Err(message) => {
                output.fail(&Failure::CannotRun(message));
                continue;
            }
        };
        if args.json {
            let answer = tables.json(text, &query, &languages);
            if answer["numbers"] == json!([]) && answer["ranges"] == json!([]) {
                output.status = output.status.max(Status::Found);
            }
            answers.push(answer);
            continue;
        }
        match tables.human(&query, style) {
            Some(answer) => {
                if !output.out.is_empty() {
                    output.out.push('\n');
                }
                output.out.push_str(&answer);
            }
            None => output.fail(&Failure::Found(tables.unknown(text, &args.queries))),
        }
    }
    if args.json {
        output.out = visible_json(&answers.into()) + "\n";
    }
    Ok(output)
}

struct Tables<'t> {
    standard: &'t Loaded,
    /// That of `--table` first, then the catalogue.
    others: Vec<Other<'t>>,
}

struct Other<'t> {
    loaded: &'t Loaded,
    rows: Vec<Rows<'t>>,
}

impl<'t> Other<'t> {
    fn new(loaded: &'t Loaded) -> Self {
        Self {
            loaded,
            rows: loaded.rows(),
        }
    }

    fn speaks_of(&self, number: u16) -> bool {
        speaks_of(&self.loaded.table, &self.rows, number)
    }

    /// `Discord Gateway (discord-gateway)`
    fn title(&self) -> String {
        let name = on_one_line(&self.loaded.name);
        match &self.loaded.table.about().title {
            Some(title) if *title != name => format!("{} ({name})", on_one_line(title)),
            _ => name,
        }
    }
}

impl Tables<'_> {
    fn human(&self, query: &Query, style: Style<'_>) -> Option<String> {
        match query {
            Query::Number(number) => Some(self.number(*number, style, None)),
            Query::Span(span) => {
                let heading = format!("{BOLD}{span}{BOLD:#} in the standard table");
                let mut out = style.heading(&heading);
                out.push_str(&style.span(&self.standard.table, *span, |_| true));
                for other in &self.others {
                    let lines = style.span(&other.loaded.table, *span, |is_custom| is_custom);
                    if !lines.is_empty() {
                        let heading = format!("{BOLD}{}{BOLD:#}", other.title());
                        add!(out, "\n{}{lines}", style.heading(&heading));
                    }
                }
                Some(out)
            }
            Query::Name(name) => {
                let numbers = self.numbers_named(name);
                let mut answers: Vec<String> = numbers
                    .iter()
                    .map(|&number| self.number(number, style, Some(name)))
                    .collect();
                answers.extend(self.ranges_named(name, style));
                (!answers.is_empty()).then(|| answers.join("\n"))
            }
        }
    }

    /// What is known about a number; for a name, only the tables in which the number has it.
    fn number(&self, number: u16, style: Style<'_>, name: Option<&str>) -> String {
        let is_named = |loaded: &Loaded| {
            name.is_none_or(|name| {
                code_named(&loaded.table, name).is_some_and(|code| code.number == number)
            })
        };
        let mut parts = Vec::new();
        if is_named(self.standard) {
            parts.push(style.standard(&self.standard.table, number));
        }
        for other in &self.others {
            if other.speaks_of(number) && is_named(other.loaded) {
                let title = other.title();
                parts.push(style.other(&other.loaded.table, &other.rows, &title, number));
            }
        }
        parts.join("\n")
    }

    fn numbers_named(&self, name: &str) -> BTreeSet<u16> {
        let standard = code_named(&self.standard.table, name);
        let others = self.others.iter();
        let others = others.filter_map(|other| code_named(&other.loaded.table, name));
        standard
            .into_iter()
            .chain(others)
            .map(|code| code.number)
            .collect()
    }

    fn ranges_named(&self, name: &str, style: Style<'_>) -> Vec<String> {
        let mut out = Vec::new();
        if let Some(range) = range_named(&self.standard.table, name) {
            out.push(style.standard_range(&self.standard.table, range));
        }
        for other in &self.others {
            let table = &other.loaded.table;
            let range = range_named(table, name);
            if let Some(range) = range.filter(|&range| table.ranges()[range].entry.is_custom()) {
                out.push(style.other_range(table, &other.rows, &other.title(), range));
            }
        }
        out
    }

    fn unknown(&self, text: &str, all: &[String]) -> String {
        let mut message = format!("no code or range is called `{}`", on_one_line(text));
        let tables = || {
            let others = self.others.iter().map(|other| &other.loaded.table);
            std::iter::once(&self.standard.table).chain(others)
        };
        let whole = all.join(" ");
        let is_whole = all.len() > 1 && tables().any(|table| code_named(table, &whole).is_some());
        if is_whole {
            add!(
                message,
                "\n  = help: put quotes around a name of several words: '{}'",
                on_one_line(&whole)
            );
        } else if let Some(name) = nearest(text, tables().flat_map(names)) {
            add!(message, "\n  = help: did you mean `{}`?", on_one_line(name));
        }
        message
    }

    fn json(&self, text: &str, query: &Query, languages: &Languages) -> Value {
        let standard = &self.standard.table;
        let numbers: BTreeSet<u16> = match query {
            Query::Number(number) => BTreeSet::from([*number]),
            Query::Name(name) => self.numbers_named(name),
            Query::Span(span) => {
                let tables = self.others.iter().map(|other| &other.loaded.table);
                let codes = tables.chain([standard]).flat_map(Table::codes);
                codes
                    .map(|code| code.number)
                    .filter(|&number| span.contains(number))
                    .collect()
            }
        };
        let numbers = numbers.into_iter().map(|number| {
            let others = self.others.iter().filter(|other| other.speaks_of(number));
            json!({
                "number": number,
                "standard": facts::number(standard, number, languages),
                "tables": others.map(|other| {
                    let about = other.loaded.table.about();
                    json!({
                        "id": other.loaded.id(),
                        "path": other.loaded.id().is_none().then_some(&other.loaded.name),
                        "title": about.title,
                        "reference": about.reference,
                        "checked": about.checked,
                        "code": facts::number(&other.loaded.table, number, languages),
                    })
                }).collect::<Value>(),
            })
        });
        let numbers: Value = numbers.collect();
        json!({ "query": text, "numbers": numbers, "ranges": self.json_ranges(query, languages) })
    }

    fn json_ranges(&self, query: &Query, languages: &Languages) -> Value {
        let tables = std::iter::once((None, &self.standard.table)).chain(
            self.others
                .iter()
                .map(|other| (Some(other), &other.loaded.table)),
        );
        let mut found = Vec::new();
        for (other, table) in tables {
            for (index, range) in table.ranges().iter().enumerate() {
                let is_asked = match query {
                    Query::Number(_) => false,
                    Query::Span(span) => range.spans.iter().any(|other| overlap(*other, *span)),
                    Query::Name(name) => range_named(table, name) == Some(index),
                };
                if is_asked && (other.is_none() || range.entry.is_custom()) {
                    found.push(json!({
                        "id": other.and_then(|other| other.loaded.id()),
                        "title": other.and_then(|other| other.loaded.table.about().title.as_deref()),
                        "range": facts::range(table, index, languages),
                    }));
                }
            }
        }
        found.into()
    }
}
