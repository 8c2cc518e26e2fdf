//! A table without a mistake: the only thing that emission accepts.

use std::collections::BTreeMap;

use crate::column::Column;
use crate::language::Language;
use crate::span::Span;
use crate::value::Value;

/// A checked table: every `u16` is one named code or lies in a range.
#[derive(Clone, Debug)]
pub struct Table {
    /// The language of `description()`, then those that it falls back to.
    pub(crate) languages: Vec<Language>,
    pub(crate) columns: Vec<Column>,
    /// In the order of their first code, an enclosing range before those inside.
    pub(crate) ranges: Vec<Range>,
    pub(crate) codes: BTreeMap<u16, Code>,
    /// All of 0–65535, in order.
    pub(crate) pieces: Vec<Piece>,
}

/// What codes and ranges have alike.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) variant: String,
    pub(crate) texts: Vec<(Language, String)>,
    pub(crate) docs: Option<String>,
    pub(crate) reference: Option<String>,
    /// A value per column; `None` is inherited.
    pub(crate) values: Vec<Option<Value>>,
    /// The range that it lies in.
    pub(crate) parent: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub(crate) entry: Entry,
    /// In order, none next to or inside another.
    pub(crate) spans: Vec<Span>,
}

#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) entry: Entry,
    pub(crate) aliases: Vec<String>,
    pub(crate) reason: Option<String>,
    pub(crate) deprecated: Option<String>,
}

/// Neighbouring codes of one owner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) owner: Owner,
}

/// Who says what a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Code(u16),
    /// The innermost range of a code without a name.
    Range(usize),
}

impl Table {
    /// The entry that says what the codes of a piece are.
    pub(crate) fn entry(&self, owner: Owner) -> &Entry {
        match owner {
            Owner::Code(code) => &self.codes[&code].entry,
            Owner::Range(range) => &self.ranges[range].entry,
        }
    }

    /// The innermost range of an owner's codes.
    pub(crate) fn range_of(&self, owner: Owner) -> Option<usize> {
        match owner {
            Owner::Code(code) => self.codes[&code].entry.parent,
            Owner::Range(range) => Some(range),
        }
    }

    /// An entry, the range that it lies in, the range of that, and so on.
    pub(crate) fn ancestry<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        std::iter::successors(Some(entry), |entry| {
            entry.parent.map(|range| &self.ranges[range].entry)
        })
    }

    /// The value of a column: the entry's own, inherited, or the column's default.
    pub(crate) fn value<'a>(&'a self, entry: &'a Entry, column: usize) -> Option<&'a Value> {
        self.ancestry(entry)
            .find_map(|entry| entry.values[column].as_ref())
            .or(self.columns[column].default.as_ref())
    }

    /// The descriptions of an entry, or of the nearest range around it that has any; that of
    /// `description()` comes first.
    pub(crate) fn texts<'a>(&'a self, entry: &'a Entry) -> Vec<(&'a Language, &'a str)> {
        let texts = self
            .ancestry(entry)
            .map(|entry| &entry.texts)
            .find(|texts| !texts.is_empty());
        let mut texts: Vec<_> = texts
            .into_iter()
            .flatten()
            .map(|(language, text)| (language, text.as_str()))
            .collect();
        let rank = |language: &Language| self.languages.iter().position(|other| other == language);
        texts.sort_by_key(|(language, _)| rank(language).unwrap_or(usize::MAX));
        texts
    }

    /// The codes whose owner is as asked, neighbours joined.
    pub(crate) fn spans_where(&self, is_wanted: impl Fn(Owner) -> bool) -> Vec<Span> {
        let mut runs = self.runs(is_wanted);
        runs.retain(|&(_, wanted)| wanted);
        runs.into_iter().map(|(span, _)| span).collect()
    }

    /// All of 0–65535 cut where what `of` says of the owner changes.
    pub(crate) fn runs<T: PartialEq>(&self, of: impl Fn(Owner) -> T) -> Vec<(Span, T)> {
        let mut runs: Vec<(Span, T)> = Vec::new();
        for piece in &self.pieces {
            let value = of(piece.owner);
            match runs.last_mut() {
                Some((span, same)) if *same == value => span.last = piece.span.last,
                _ => runs.push((piece.span, value)),
            }
        }
        runs
    }
}
