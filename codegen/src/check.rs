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
use crate::table::{Code, Owner, Table};

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
        checker.check(row.intact, |checker| checker.column(row));
    }
    for row in document.ranges {
        checker.check(row.row.intact, |checker| checker.range(row));
    }
    for row in document.codes {
        checker.check(row.row.intact, |checker| checker.code(row));
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

    /// Checks a row; what seems wrong in one that is not intact may be wrong for what is left out.
    fn check(&mut self, intact: bool, check: impl FnOnce(&mut Self)) {
        let before = self.report.len();
        check(self);
        if !intact {
            self.report.truncate(before);
        }
    }

    /// Leaves out whatever of this document has a name that is taken.
    fn claim(&mut self) {
        let mut names = Names::new(&MEMBERS, self.report);
        for column in &self.columns {
            names.column(&column.name);
        }
        let mut own = Vec::new();
        for (index, draft) in self.ranges.iter().enumerate() {
            match &draft.places {
                Some(places) => own.push((places, Owner::Range(index))),
                None => drop(names.range(&draft.range.entry, None)),
            }
        }
        for (&number, code) in &self.codes {
            if let Some(places) = self.places.get(&number) {
                own.push((places, Owner::Code(number)));
                continue;
            }
            names.code(number, &code.entry, None);
            for alias in &code.aliases {
                names.alias(number, alias, None);
            }
        }
        own.sort_by_key(|(places, _)| places.name.start);
        let mut is_nameless = vec![false; self.ranges.len()];
        for (places, owner) in own {
            match owner {
                Owner::Range(index) => {
                    let entry = &self.ranges[index].range.entry;
                    is_nameless[index] = !names.range(entry, Some(places));
                }
                Owner::Code(number) => {
                    if !names.code(number, &self.codes[&number].entry, Some(places)) {
                        self.codes.remove(&number);
                    }
                }
            }
        }
        let mut is_nameless = is_nameless.into_iter();
        self.ranges.retain(|_| is_nameless.next() == Some(false));
        for (number, alias) in std::mem::take(&mut self.aliases) {
            if let Some(code) = self.codes.get_mut(&number) {
                if names.alias(number, &alias.value, Some(&alias.span)) {
                    code.aliases.push(alias.value);
                }
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
        for index in 0..table.columns.len() {
            let column = &table.columns[index];
            let mut pieces = table.pieces.iter();
            let valueless = pieces.find(|piece| {
                !column.optional && table.value(table.entry(piece.owner), index).is_none()
            });
            if let Some(piece) = valueless {
                let (column, entry) =
                    (quoted(&column.name), quoted(&table.entry(piece.owner).name));
                let message = format!("column {column} has no value for {entry} {}", piece.span);
                let place = &self.column_names[&table.columns[index].name];
                self.report.error(
                    place,
                    message,
                    "expected `default = …` below, or `optional = true`",
                );
                table.columns[index].default = Some(table.columns[index].kind.any());
            }
        }
        table
    }
}
