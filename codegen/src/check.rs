//! Rows and the table that they extend → a checked table; whatever is wrong is reported and left out.

mod columns;
mod entry;
mod layout;
mod names;
mod rows;

use std::collections::{BTreeMap, HashMap, HashSet};

use self::layout::{PendingRange, Setting};
use self::names::{Names, Places};
use crate::parse::{Document, Field};
use crate::report::{Report, Span, Spanned};
use crate::table::{About, Code, CodeSpan, Column, Language, Table};

/// Checks `document` as an extension of `base`, or as a whole table where there is none.
///
/// `base` is whole if nothing of it was left out for an error; else what it lacks is not reported.
pub(crate) fn table(
    base: Option<(&Table, bool)>,
    path: &str,
    document: Document,
    report: &mut Report<'_>,
) -> Table {
    let is_base_whole = base.is_none_or(|(_, is_whole)| is_whole);
    let mut checker = Checker::new(base.map(|(base, _)| base), is_base_whole, path, report);
    checker.is_language_known = !matches!(document.default_language, Field::Malformed);
    if let Some(language) = document.default_language.value() {
        checker.languages.retain(|other| other != language);
        checker.languages.insert(0, language.clone());
    }
    checker.about(&document);
    for column in document.columns {
        checker.column(column);
    }
    let mut rows = document.rows;
    checker.cells(&mut rows, document.may_lack_columns || !is_base_whole);
    for row in rows {
        checker.row(row);
    }
    checker.finish()
}

/// A code whose names may still turn out to be taken.
struct PendingCode {
    code: Code,
    /// Where this document names it.
    places: Option<Places>,
    /// Aliases of this document, to be claimed after every name.
    aliases: Vec<Spanned<String>>,
}

/// What of this document claims a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Claimant {
    Range(usize),
    Code(u16),
}

struct Checker<'a, 'r, 's> {
    base: Option<&'a Table>,
    is_base_whole: bool,
    about: About,
    report: &'r mut Report<'s>,
    files: Vec<String>,
    languages: Vec<Language>,
    /// Whether the first of them is the one that the document asks for.
    is_language_known: bool,
    columns: Vec<Column>,
    /// The index of each column by its name.
    column_index: HashMap<String, usize>,
    /// Where this document declares columns, the malformed ones too.
    declared: BTreeMap<String, Span>,
    ranges: Vec<PendingRange>,
    codes: BTreeMap<u16, PendingCode>,
    /// The values of columns that rows set for their numbers.
    settings: Vec<Setting>,
    /// The numbers of codes below that this document gives another meaning.
    replaced: Vec<u16>,
    /// The numbers of each row before, to find those given twice.
    seen: BTreeMap<Vec<CodeSpan>, Span>,
}

impl<'a, 'r, 's> Checker<'a, 'r, 's> {
    fn new(
        base: Option<&'a Table>,
        is_base_whole: bool,
        path: &str,
        report: &'r mut Report<'s>,
    ) -> Self {
        let english = || Language::new("en").into_iter().collect();
        let mut files = base.map_or_else(Vec::new, |base| base.files.clone());
        files.push(path.to_owned());
        let mut ranges = base.map_or_else(Vec::new, |base| base.ranges.clone());
        let mut codes = base.map_or_else(Vec::new, |base| base.codes.clone());
        if base.is_some_and(|base| base.files.len() == 1) {
            // The page of the standard enum has them: in every other enum they would be most of what
            // is generated.
            let entries = codes.iter_mut().map(|code| &mut code.entry);
            for entry in entries.chain(ranges.iter_mut().map(|range| &mut range.entry)) {
                entry.docs = None;
            }
        }
        let codes = codes.into_iter().map(|code| {
            let number = code.number;
            let pending = PendingCode {
                code,
                places: None,
                aliases: Vec::new(),
            };
            (number, pending)
        });
        let columns = base.map_or_else(Vec::new, |base| base.columns.clone());
        let names = columns.iter().map(|column| column.name.clone());
        Self {
            base,
            is_base_whole,
            about: About::default(),
            report,
            files,
            languages: base.map_or_else(english, |base| base.languages.clone()),
            is_language_known: true,
            column_index: names.zip(0..).collect(),
            columns,
            declared: BTreeMap::new(),
            ranges: ranges.into_iter().map(PendingRange::of_base).collect(),
            codes: codes.collect(),
            settings: Vec::new(),
            replaced: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// The index of the file that is being checked.
    fn file(&self) -> usize {
        self.files.len() - 1
    }

    /// A file below this one, as messages name it.
    fn file_name(&self, file: usize) -> String {
        match file {
            0 => "the standard table".to_owned(),
            // A path is not cut: what tells files apart is at its end.
            file => format!("`{}`", self.files[file]),
        }
    }

    fn finish(mut self) -> Table {
        self.claim_names();
        let ranges = layout::nest(self.ranges, self.base, self.report);
        let codes = self.codes.into_values().map(|pending| pending.code);
        let is_standard = self.base.is_none();
        let mut table = Table {
            about: self.about,
            files: self.files,
            languages: self.languages,
            columns: self.columns,
            ranges,
            codes: codes.collect(),
            segments: Vec::new(),
        };
        let (settings, report) = (&self.settings, self.report);
        layout::cut(&mut table, self.base, &self.replaced, settings, report);
        if is_standard {
            let codes = table.codes.iter_mut().map(|code| &mut code.entry);
            let entries = codes.chain(table.ranges.iter_mut().map(|range| &mut range.entry));
            for (row, entry) in entries.enumerate() {
                entry.standard_row = Some(row);
            }
        }
        columns::check_required(&mut table, &self.declared, report);
        table
    }

    /// Leaves out whatever of this document has a name that is taken.
    fn claim_names(&mut self) {
        let files: Vec<String> = (0..self.files.len())
            .map(|file| self.file_name(file))
            .collect();
        let mut names = Names::new(&files, self.report);
        for column in &self.columns {
            names.column(&column.name);
        }
        let mut custom = Vec::new();
        for (index, pending) in self.ranges.iter().enumerate() {
            match &pending.places {
                Some(places) => custom.push((places, Claimant::Range(index))),
                None => drop(names.range(&pending.range.entry, None)),
            }
        }
        for (&number, pending) in &self.codes {
            if let Some(places) = &pending.places {
                custom.push((places, Claimant::Code(number)));
                continue;
            }
            names.code(number, &pending.code.entry, None);
            for alias in &pending.code.aliases {
                names.alias(number, alias, None);
            }
        }
        custom.sort_by_key(|(places, _)| places.name.start);
        let mut taken = HashSet::new();
        for (places, claimant) in custom {
            let is_free = match claimant {
                Claimant::Range(index) => {
                    names.range(&self.ranges[index].range.entry, Some(places))
                }
                Claimant::Code(number) => {
                    names.code(number, &self.codes[&number].code.entry, Some(places))
                }
            };
            if !is_free {
                taken.insert(claimant);
            }
        }
        let mut ranges = (0..).map(Claimant::Range);
        self.ranges
            .retain(|_| ranges.next().is_some_and(|range| !taken.contains(&range)));
        self.codes
            .retain(|&number, _| !taken.contains(&Claimant::Code(number)));
        for (&number, pending) in &mut self.codes {
            for alias in std::mem::take(&mut pending.aliases) {
                if names.alias(number, &alias.value, Some(&alias.span)) {
                    pending.code.aliases.push(alias.value);
                }
            }
        }
    }
}
