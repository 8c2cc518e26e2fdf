//! `close-codes list`

use close_codes_codegen::{CodeSpan, Entry, Owner, Table};
use serde_json::{Value, json};

use crate::args::List;
use crate::facts::{self, specific, unnamed};
use crate::grid;
use crate::language::Languages;
use crate::load;
use crate::output::{BOLD, DIM, Failure, Output};
use crate::table::{Loaded, shown, speaks_of};
use crate::text::{on_one_line, paragraph, visible, visible_json, width};

pub(crate) fn run(args: &List) -> Result<Output, Failure> {
    let languages = Languages::new(args.lang.as_deref());
    let out = if args.catalogue {
        catalogue(args, &languages)
    } else {
        let loaded = args
            .table
            .as_deref()
            .map_or_else(|| Ok(load::standard()), load::sound)?;
        let list = Listing::new(&loaded, args.all || args.table.is_none());
        if args.json {
            visible_json(&list.json(&loaded, &languages)) + "\n"
        } else {
            list.human(&loaded, &languages)
        }
    };
    Ok(Output::good(out))
}

/// What is listed: ranges and codes, by their first number.
struct Listing {
    owners: Vec<Owner>,
}

impl Listing {
    fn new(loaded: &Loaded, all: bool) -> Self {
        let table = &loaded.table;
        let rows = loaded.rows();
        let codes = (0..table.codes().len())
            .filter(|&index| all || speaks_of(table, &rows, table.codes()[index].number));
        let ranges = (0..table.ranges().len())
            .filter(|&index| all || table.ranges()[index].entry.is_custom());
        let mut owners: Vec<Owner> = ranges
            .map(Owner::Range)
            .chain(codes.map(Owner::Code))
            .collect();
        owners.sort_by_key(|&owner| match owner {
            Owner::Code(index) => table.codes()[index].number,
            Owner::Range(index) => table.ranges()[index].spans[0].first(),
        });
        Self { owners }
    }

    fn human(&self, loaded: &Loaded, languages: &Languages) -> String {
        let table = &loaded.table;
        let width = width();
        let mut out = String::new();
        let about = table.about();
        if let Some(title) = &about.title {
            add!(out, "{BOLD}{}{BOLD:#}\n", on_one_line(title));
        }
        let texts: Vec<_> = about
            .texts
            .iter()
            .map(|(language, text)| (language, text.as_str()))
            .collect();
        if let Some(text) = languages.choose(&texts) {
            out.push_str(&paragraph(&visible(text), width, "", ""));
            out.push('\n');
        }
        if let Some(source) = facts::source(table) {
            let source = paragraph(&source, width, "", "");
            add!(out, "{DIM}{source}{DIM:#}\n");
        }
        if self.owners.is_empty() {
            out.push_str("no codes and no ranges; `--all` lists those of the standard table\n");
            return out;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let mut header = vec!["code".to_owned(), "name".to_owned()];
        header.extend(
            table
                .columns()
                .iter()
                .map(|column| on_one_line(&column.name)),
        );
        header.push("description".to_owned());
        let rows: Vec<Vec<String>> = self
            .owners
            .iter()
            .map(|&owner| row(table, owner, languages))
            .collect();
        out.push_str(&grid::draw(&header, &rows, width));
        out
    }

    fn json(&self, loaded: &Loaded, languages: &Languages) -> Value {
        let table = &loaded.table;
        let about = table.about();
        let codes = self.owners.iter().filter_map(|&owner| match owner {
            Owner::Code(index) => {
                Some(facts::number(table, table.codes()[index].number, languages))
            }
            Owner::Range(_) => None,
        });
        let ranges = self.owners.iter().filter_map(|&owner| match owner {
            Owner::Range(index) => Some(facts::range(table, index, languages)),
            Owner::Code(_) => None,
        });
        json!({
            "title": about.title,
            "reference": about.reference,
            "checked": about.checked,
            "codes": codes.collect::<Value>(),
            "ranges": ranges.collect::<Value>(),
        })
    }
}

fn row(table: &Table, owner: Owner, languages: &Languages) -> Vec<String> {
    let entry: &Entry = table.entry(owner);
    let (numbers, spans, deprecated) = match owner {
        Owner::Code(index) => {
            let code = &table.codes()[index];
            let spans = vec![CodeSpan::of(code.number)];
            (code.number.to_string(), spans, code.deprecated.is_some())
        }
        Owner::Range(index) => (
            facts::spans(&table.ranges()[index].spans),
            unnamed(table, index),
            false,
        ),
    };
    let mark = if deprecated { " (deprecated)" } else { "" };
    let mut cells = vec![numbers, format!("{}{mark}", on_one_line(&entry.name))];
    for column in 0..table.columns().len() {
        let mut values: Vec<String> = Vec::new();
        for span in &spans {
            let value = table.value(table.segment(span.first()), column);
            let value = value.map_or("–".to_owned(), |value| on_one_line(&shown(value)));
            if !values.contains(&value) {
                values.push(value);
            }
        }
        cells.push(values.join(" or "));
    }
    let text = specific(table, entry, languages).unwrap_or_default();
    cells.push(visible(text).replace('\n', " "));
    cells
}

fn catalogue(args: &List, languages: &Languages) -> String {
    let tables: Vec<Loaded> = load::catalogue();
    let text = |loaded: &Loaded| {
        let texts = loaded.table.about().texts.iter();
        let texts: Vec<_> = texts
            .map(|(language, text)| (language, text.as_str()))
            .collect();
        languages.choose(&texts).unwrap_or_default().to_owned()
    };
    let count = |loaded: &Loaded| {
        let owners = Listing::new(loaded, false).owners.into_iter();
        owners
            .filter(|owner| matches!(owner, Owner::Code(_)))
            .count()
    };
    if args.json {
        let tables = tables.iter().map(|loaded| {
            let about = loaded.table.about();
            json!({
                "id": loaded.name,
                "title": about.title,
                "description": text(loaded),
                "reference": about.reference,
                "checked": about.checked,
                "codes": count(loaded),
            })
        });
        return visible_json(&tables.collect()) + "\n";
    }
    let header = ["id", "codes", "description"].map(str::to_owned);
    let rows: Vec<Vec<String>> = tables
        .iter()
        .map(|loaded| vec![loaded.name.clone(), count(loaded).to_string(), text(loaded)])
        .collect();
    grid::draw(&header, &rows, width())
}
