//! A checked table: the only thing that emission and exports accept.

mod code_span;
mod column;
mod language;
mod value;

pub use self::code_span::CodeSpan;
pub(crate) use self::code_span::{OPEN, listed};
pub use self::column::{Column, ColumnType, Fallback, IntegerType};
pub use self::language::Language;
pub use self::value::Value;

/// A checked table: every `u16` is one named code or is in a range.
///
/// It is made by checking a file, and can only be read.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the file says of itself; that of a table below is not inherited.
    pub(crate) about: About,
    /// The paths of the files that it is made of, the standard table first.
    pub(crate) files: Vec<String>,
    /// The language of `description()`, then those that it falls back to.
    pub(crate) languages: Vec<Language>,
    pub(crate) columns: Vec<Column>,
    /// By first code, an enclosing range before those inside.
    pub(crate) ranges: Vec<Range>,
    /// By number.
    pub(crate) codes: Vec<Code>,
    /// All of 0–65535, in order.
    pub(crate) segments: Vec<Segment>,
}

/// What a table says of itself.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct About {
    /// What the table is, such as "Discord Gateway".
    pub title: Option<String>,
    /// A sentence about it in one or more languages.
    pub texts: Vec<(Language, String)>,
    /// Where it is published.
    pub reference: Option<String>,
    /// The date on which it was last compared with that, `YYYY-MM-DD`.
    pub checked: Option<String>,
}

/// What codes and ranges have in common.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Entry {
    /// The display name.
    pub name: String,
    /// The variant of the generated enum.
    pub variant: String,
    /// The descriptions that rows give it, without those of the range around it.
    pub texts: Vec<(Language, String)>,
    /// Markdown for the generated documentation.
    pub docs: Option<String>,
    /// Where it is defined.
    pub reference: Option<String>,
    /// The index of the range that it is in.
    pub parent: Option<usize>,
    /// The index of the file that names it; that of the standard table is 0.
    pub(crate) file: usize,
    /// Its place among the texts of the standard enum, codes by number before ranges, as long as no
    /// other table has changed them.
    pub(crate) standard_row: Option<usize>,
}

impl Entry {
    /// Whether a table on top of the standard one names it.
    #[must_use]
    pub fn is_custom(&self) -> bool {
        self.file > 0
    }
}

/// A range of codes.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Range {
    /// Name and texts.
    pub entry: Entry,
    /// In order, none next to or inside another.
    pub spans: Vec<CodeSpan>,
}

/// A named code.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Code {
    /// The number in the Close frame.
    pub number: u16,
    /// Name and texts.
    pub entry: Entry,
    /// Other names that are parsed as this code.
    pub aliases: Vec<String>,
    /// The default reason of a Close frame.
    pub reason: Option<String>,
    /// Why not to use the code any more.
    pub deprecated: Option<String>,
    /// The values that the number has by rows about more numbers than this one.
    pub(crate) around: Vec<Option<Value>>,
}

/// Neighbouring codes that have everything in common.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Segment {
    /// The numbers.
    pub span: CodeSpan,
    /// Who says what they are.
    pub owner: Owner,
    /// The value that rows set for them in each column, if any does.
    pub values: Vec<Option<Value>>,
}

/// Who says what a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The named code with this index.
    Code(usize),
    /// The innermost range, with this index, of codes without a name.
    Range(usize),
}

impl Table {
    /// What the table says of itself.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The sentence about the table in the language that fits best, if it has any.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        let texts = &self.about.texts;
        let tags = texts.iter().map(|(language, _)| language);
        let mut languages = self.languages.iter();
        let best = languages.find_map(|wanted| wanted.best_of(&tags));
        texts.get(best.unwrap_or(0)).map(|(_, text)| text.as_str())
    }

    /// The paths of the files that the table is made of, the standard table first.
    #[must_use]
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The named codes, by number.
    #[must_use]
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// The ranges, by first code; an enclosing range comes before those inside.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The columns, those of the standard table first.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// All of 0–65535, cut where the owner or a value changes.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The named code with this number.
    #[must_use]
    pub fn code(&self, number: u16) -> Option<&Code> {
        let index = self.codes.binary_search_by_key(&number, |code| code.number);
        index.ok().map(|index| &self.codes[index])
    }

    /// The segment that a number is in.
    ///
    /// # Panics
    ///
    /// Never for a table that was checked without an error: its segments cover every number.
    #[must_use]
    pub fn segment(&self, number: u16) -> &Segment {
        let segments = &self.segments;
        let after = segments.partition_point(|segment| segment.span.first() <= number);
        &segments[after - 1]
    }

    /// The entry that says what the codes of a segment are.
    #[must_use]
    pub fn entry(&self, owner: Owner) -> &Entry {
        match owner {
            Owner::Code(code) => &self.codes[code].entry,
            Owner::Range(range) => &self.ranges[range].entry,
        }
    }

    /// The index of the innermost range of an owner's codes.
    pub(crate) fn range_of(&self, owner: Owner) -> Option<usize> {
        match owner {
            Owner::Code(code) => self.codes[code].entry.parent,
            Owner::Range(range) => Some(range),
        }
    }

    /// The value of a column for the codes of a segment; `None` only if the column is optional.
    #[must_use]
    pub fn value<'a>(&'a self, segment: &'a Segment, column: usize) -> Option<&'a Value> {
        let set = segment.values[column].as_ref();
        set.or(match &self.columns[column].fallback {
            Fallback::Default(value) => Some(value),
            Fallback::Optional | Fallback::Required => None,
        })
    }

    /// The descriptions of an entry, or of the nearest range around it that has any; that of
    /// `description()` comes first.
    #[must_use]
    pub fn texts<'a>(&'a self, entry: &'a Entry) -> Vec<(&'a Language, &'a str)> {
        let around = std::iter::successors(Some(entry), |entry| {
            entry.parent.map(|range| &self.ranges[range].entry)
        });
        let mut texts = around.map(|entry| &entry.texts);
        let texts = texts.find(|texts| !texts.is_empty()).into_iter().flatten();
        let mut texts: Vec<_> = texts
            .map(|(language, text)| (language, text.as_str()))
            .collect();
        let tags = texts.iter().map(|(language, _)| *language);
        let mut languages = self.languages.iter();
        let best = languages.find_map(|wanted| wanted.best_of(&tags));
        if let Some(best) = best {
            texts[..=best].rotate_right(1);
        }
        texts
    }

    /// The languages of the descriptions, that of `description()` first.
    #[must_use]
    pub fn languages(&self) -> Vec<&Language> {
        let codes = self.codes.iter().map(|code| &code.entry);
        let entries = codes.chain(self.ranges.iter().map(|range| &range.entry));
        let mut languages: Vec<&Language> = Vec::new();
        for (language, _) in entries.flat_map(|entry| &entry.texts) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let best = self.languages[0].best_of(&languages.iter().copied());
        match best {
            Some(best) => languages[..=best].rotate_right(1),
            None => languages.insert(0, &self.languages[0]),
        }
        languages
    }

    /// The codes whose owner is as asked, neighbours joined.
    pub(crate) fn spans_where(&self, is_wanted: impl Fn(Owner) -> bool) -> Vec<CodeSpan> {
        let segments = self.segments.iter();
        let wanted = segments.filter(|segment| is_wanted(segment.owner));
        CodeSpan::joined(wanted.map(|segment| segment.span))
    }
}
