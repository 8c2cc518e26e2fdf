//! Rows and the table that they extend → a checked table, every mistake reported and left out.

mod codes;
mod columns;
mod entry;
mod ranges;

use std::collections::{BTreeMap, HashMap};

use crate::column::Column;
use crate::language::Language;
use crate::layout::{self, Draft};
use crate::names::{Names, Places};
use crate::parse::Document;
use crate::report::{Bytes, Report, Spanned, quoted};
use crate::span::Span;
use crate::table::{Code, Table};

/// Numbers that a table may name without asking: of libraries and of applications (RFC 6455 §7.4.2).
const OPEN: Span = Span {
    first: 3000,
    last: 4999,
};

/// Members that every generated enum has, whatever its table.
const MEMBERS: [&str; 12] = [
    "from_u16",
    "code",
    "name",
    "description",
    "description_in",
    "reason",
    "reference",
    "range",
    "is_named",
    "NAMED",
    "RANGES",
    "LANGUAGES",
];

/// Checks `document` as an extension of `base`, or as a whole table where there is none.
pub(crate) fn table(base: Option<&Table>, document: Document, report: &mut Report) -> Table {
    let mut checker = Checker::new(base, report);
    if let Some(language) = document.default_language {
        checker.languages.retain(|other| *other != language.value);
        checker.languages.insert(0, language.value);
    }
    for row in document.columns {
        checker.column(row);
    }
    for row in document.ranges {
        checker.range(row);
    }
    for row in document.codes {
        checker.code(row);
    }
    checker.finish()
}

struct Checker<'a> {
    base: Option<&'a Table>,
    report: &'a mut Report,
    languages: Vec<Language>,
    columns: Vec<Column>,
    /// Where the columns of this document are named, those with a mistake too.
    column_names: HashMap<String, Bytes>,
    ranges: Vec<Draft>,
    overlaid: HashMap<String, Bytes>,
    codes: BTreeMap<u16, Code>,
    /// Where this document gives the number of a code.
    numbers: HashMap<u16, Bytes>,
    /// Where this document names a code.
    places: HashMap<u16, Places>,
    /// Aliases that this document gives, to be claimed after every name.
    aliases: Vec<(u16, Spanned<String>)>,
}

impl<'a> Checker<'a> {
    fn new(base: Option<&'a Table>, report: &'a mut Report) -> Self {
        let english = || Language::new("en").into_iter().collect();
        Self {
            base,
            report,
            languages: base.map_or_else(english, |base| base.languages.clone()),
            columns: base.map_or_else(Vec::new, |base| base.columns.clone()),
            column_names: HashMap::new(),
            ranges: base.map_or_else(Vec::new, |base| {
                base.ranges.iter().map(Draft::of_base).collect()
            }),
            overlaid: HashMap::new(),
            codes: base.map_or_else(BTreeMap::new, |base| base.codes.clone()),
            numbers: HashMap::new(),
            places: HashMap::new(),
            aliases: Vec::new(),
        }
    }

    /// Leaves out whatever of this document has a name that is taken.
    fn claim(&mut self) {
        let mut names = Names::new(&MEMBERS);
        for column in &self.columns {
            names.column(&column.name);
        }
        for draft in self.ranges.iter().filter(|draft| draft.places.is_none()) {
            names.range(&draft.range.entry, None, self.report);
        }
        for (&number, code) in &self.codes {
            if !self.places.contains_key(&number) {
                names.code(number, &code.entry, None, self.report);
                for alias in &code.aliases {
                    names.alias(number, code, alias, None, self.report);
                }
            }
        }
        let report = &mut *self.report;
        self.ranges.retain(|draft| {
            draft.places.is_none() || names.range(&draft.range.entry, draft.places.as_ref(), report)
        });
        let mut places: Vec<_> = self.places.iter().collect();
        places.sort_by_key(|(_, places)| places.name.start);
        for (number, places) in places {
            if !names.code(
                *number,
                &self.codes[number].entry,
                Some(places),
                self.report,
            ) {
                self.codes.remove(number);
            }
        }
        for (number, alias) in std::mem::take(&mut self.aliases) {
            let Some(code) = self.codes.get_mut(&number) else {
                continue;
            };
            if names.alias(number, code, &alias.value, Some(&alias.span), self.report) {
                code.aliases.push(alias.value);
            }
        }
    }

    fn finish(mut self) -> Table {
        self.claim();
        let ranges = layout::nest(self.ranges, self.base.is_some(), self.report);
        let mut table = Table {
            languages: self.languages,
            columns: self.columns,
            ranges,
            codes: self.codes,
            pieces: Vec::new(),
        };
        layout::cut(&mut table, self.report);
        for (index, column) in table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !column.optional)
        {
            let mut without = table.pieces.iter().map(|piece| piece.owner);
            let Some(owner) =
                without.find(|&owner| table.value(table.entry(owner), index).is_none())
            else {
                continue;
            };
            let name = quoted(&table.entry(owner).name);
            let message = format!("column {} has no value for {name}", quoted(&column.name));
            let place = self.column_names.get(&column.name).cloned().unwrap_or(0..0);
            self.report.error(
                &place,
                message,
                "expected `default = …` below, or `optional = true`",
            );
        }
        table
    }
}
