//! Ranges, codes and settings → who owns each of 0–65535, and with which values; what crosses,
//! overlaps or leaves a gap is reported.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::names::Places;
use crate::diagnostic::quoted;
use crate::report::{Report, Span};
use crate::table::{CodeSpan, Owner, Range, Segment, Table, Value};

/// A range whose place among the others is not known yet.
pub(super) struct PendingRange {
    pub(super) range: Range,
    /// Where this document names it; nothing for a range below.
    pub(super) places: Option<Places>,
}

/// The values that a row gives columns for its numbers.
pub(super) struct Setting {
    pub(super) codes: Vec<CodeSpan>,
    /// The column, its value, and the place of the key.
    pub(super) values: Vec<(usize, Value, Span)>,
}

impl PendingRange {
    pub(super) fn of_base(range: Range) -> Self {
        Self {
            range,
            places: None,
        }
    }

    fn codes(&self) -> u32 {
        self.range.spans.iter().map(|span| span.count()).sum()
    }

    /// The range and one of its spans, as messages name them.
    fn text(&self, span: CodeSpan) -> String {
        format!("{} {span}", quoted(&self.range.entry.name))
    }
}

const ONE_RANGE: &str = "keep all its codes inside one range";

/// One span of a pending range.
#[derive(Clone, Copy)]
struct Part {
    span: CodeSpan,
    range: usize,
}

/// What a range is inside of, as far as its parts so far say: another part, or no range at all.
type Parent = Option<Part>;

/// Orders the ranges and finds the one that each is inside of.
///
/// A range of this document that crosses another, or is in two, is reported and left out.
pub(super) fn nest(
    mut pending: Vec<PendingRange>,
    base: Option<&Table>,
    report: &mut Report<'_>,
) -> Vec<Range> {
    pending.sort_by_key(|pending| {
        let first = pending.range.spans.first().copied();
        let first = first.map(CodeSpan::first);
        (first, Reverse(pending.codes()), pending.places.is_some())
    });
    let mut parts: Vec<Part> = Vec::new();
    for (range, pending) in pending.iter().enumerate() {
        let spans = pending.range.spans.iter();
        parts.extend(spans.map(|&span| Part { span, range }));
    }
    parts.sort_by_key(|part| {
        let is_new = pending[part.range].places.is_some();
        (
            part.span.first(),
            Reverse(part.span.last()),
            is_new,
            part.range,
        )
    });
    let mut parents: Vec<Option<Parent>> = vec![None; pending.len()];
    let mut is_dropped = vec![false; pending.len()];
    let mut open: Vec<Part> = Vec::new();
    for part in parts {
        while open
            .last()
            .is_some_and(|outer| outer.span.last() < part.span.first())
        {
            open.pop();
        }
        let outer = open.last().copied();
        let before = parents[part.range];
        let mut placement = Placement {
            pending: &pending,
            report,
        };
        if placement.fits(part, outer, before, base.is_some()) {
            parents[part.range] = Some(outer);
            open.push(part);
        } else {
            is_dropped[part.range] = true;
        }
    }
    keep(pending, &parents, &is_dropped)
}

/// The ranges without an error, each with its parent among them.
fn keep(pending: Vec<PendingRange>, parents: &[Option<Parent>], is_dropped: &[bool]) -> Vec<Range> {
    let mut kept: Vec<Option<usize>> = Vec::with_capacity(pending.len());
    let mut ranges: Vec<Range> = Vec::new();
    for (index, pending) in pending.into_iter().enumerate() {
        let parent = parents[index].flatten();
        // A range that is dropped may come before its parent.
        let parent = parent.and_then(|parent| kept.get(parent.range).copied().flatten());
        if is_dropped[index] {
            kept.push(parent);
            continue;
        }
        let mut range = pending.range;
        range.entry.parent = parent;
        kept.push(Some(ranges.len()));
        ranges.push(range);
    }
    ranges
}

struct Placement<'a, 'r, 's> {
    pending: &'a [PendingRange],
    report: &'r mut Report<'s>,
}

impl Placement<'_, '_, '_> {
    /// Whether a part is inside `outer` as a whole, and so are those of its range before it.
    fn fits(
        &mut self,
        part: Part,
        outer: Option<Part>,
        before: Option<Parent>,
        extends: bool,
    ) -> bool {
        let is_new = self.pending[part.range].places.is_some();
        match (outer, before) {
            (Some(outer), _) if !outer.span.encloses(part.span) => {
                let message = format!(
                    "{} crosses the border of {}",
                    self.text(part),
                    self.text(outer)
                );
                self.misplaced(part, &[outer], message, "keep it on one side of the border");
            }
            (None, _) if extends && is_new => self.outside(part),
            (_, Some(first))
                if first.map(|first| first.range) != outer.map(|outer| outer.range) =>
            {
                self.straddles(part, first, outer);
            }
            _ => return true,
        }
        false
    }

    fn text(&self, part: Part) -> String {
        self.pending[part.range].text(part.span)
    }

    /// Reports a part at its place in this document, with the other spans that it clashes with.
    fn misplaced(&mut self, part: Part, others: &[Part], message: String, label: &str) {
        let place = |part: &Part| {
            let places = self.pending[part.range].places.as_ref();
            places.map(|places| places.key.clone())
        };
        // Of two parts that clash one is of this document: those below fit together.
        let here = std::iter::once(&part).chain(others).find_map(place);
        let here = here.unwrap_or_default();
        let related: Vec<Span> = others
            .iter()
            .filter_map(place)
            .filter(|other| *other != here)
            .collect();
        let mut rows: Vec<(String, CodeSpan)> = others
            .iter()
            .chain([&part])
            .map(|&part| (self.text(part), part.span))
            .collect();
        rows.sort_by_key(|(_, span)| *span);
        let mut added = self.report.error(&here, message, label);
        for related in related {
            added = added.related(&related, "the other codes");
        }
        added.help(picture(&rows));
    }

    /// A part that is in no range below as a whole.
    fn outside(&mut self, part: Part) {
        let mut touched = Vec::new();
        for (range, pending) in self.pending.iter().enumerate() {
            if pending.places.is_none() {
                let spans = pending.range.spans.iter().copied();
                let spans = spans.filter(|other| other.overlaps(part.span));
                touched.extend(spans.map(|span| Part { span, range }));
            }
        }
        let message = if touched.is_empty() {
            format!("{} is in no range", self.text(part))
        } else {
            format!("{} crosses a border between ranges", self.text(part))
        };
        self.misplaced(part, &touched, message, ONE_RANGE);
    }

    /// A part that is not in the range that the parts before it are in.
    fn straddles(&mut self, part: Part, first: Parent, outer: Parent) {
        let parents: Vec<Part> = [first, outer].into_iter().flatten().collect();
        let names: Vec<String> = parents.iter().map(|&parent| self.text(parent)).collect();
        let range = &self.pending[part.range].range;
        let siblings = range.spans.iter().filter(|&&span| span != part.span);
        let others: Vec<Part> = siblings
            .map(|&span| Part { span, ..part })
            .chain(parents)
            .collect();
        let name = quoted(&range.entry.name);
        let message = match names.as_slice() {
            [only] => format!("{name} is only partly in {only}"),
            _ => format!("{name} is in two ranges, {}", names.join(" and ")),
        };
        self.misplaced(part, &others, message, ONE_RANGE);
    }
}

/// Spans as bars, one below the other, to the same scale.
fn picture(rows: &[(String, CodeSpan)]) -> String {
    const CELLS: u32 = 40;
    let first = rows.iter().map(|(_, span)| u32::from(span.first())).min();
    let last = rows.iter().map(|(_, span)| u32::from(span.last())).max();
    let (first, last) = (first.unwrap_or(0), last.unwrap_or(0));
    let cell = |code: u16| (u32::from(code) - first) * (CELLS - 1) / (last - first).max(1);
    let margin = rows.iter().map(|(name, _)| name.chars().count()).max();
    let margin = margin.unwrap_or(0);
    let mut out = String::from("the spans overlap like this:");
    for (name, span) in rows {
        let from = usize::try_from(cell(span.first())).unwrap_or(0);
        let to = usize::try_from(cell(span.last())).unwrap_or(0);
        let bar = "█".repeat(to - from + 1);
        write!(out, "\n      {name:margin$}  {:from$}{bar}", "").expect("a string takes all");
    }
    out
}

/// Cuts 0–65535 into segments of one owner and the same values, and gives every code its range.
pub(super) fn cut(
    table: &mut Table,
    base: Option<&Table>,
    replaced: &[u16],
    settings: &[Setting],
    report: &mut Report<'_>,
) {
    let columns = table.columns.len();
    let wide: Vec<Vec<(CodeSpan, &Value)>> = (0..columns)
        .map(|column| sweep(column, settings, report))
        .collect();
    let mut single: BTreeMap<u16, Vec<(usize, &Value)>> = BTreeMap::new();
    for setting in settings.iter().filter(|setting| is_single(setting)) {
        let values = setting
            .values
            .iter()
            .map(|(column, value, _)| (*column, value));
        single
            .entry(setting.codes[0].first())
            .or_default()
            .extend(values);
    }
    let owners = owners(table, report);
    let mut starts: Vec<u16> = owners.iter().map(|(span, _)| span.first()).collect();
    let base_segments = base.map_or(&[][..], |base| &base.segments);
    starts.extend(base_segments.iter().map(|segment| segment.span.first()));
    for (span, _) in wide.iter().flatten() {
        starts.push(span.first());
        starts.extend(span.last().checked_add(1));
    }
    starts.sort_unstable();
    starts.dedup();
    let mut owner_cursor = Cursor::default();
    let mut base_cursor = Cursor::default();
    let mut wide_cursors: Vec<Cursor> = vec![Cursor::default(); columns];
    for (index, &first) in starts.iter().enumerate() {
        let last = starts.get(index + 1).map_or(u16::MAX, |next| next - 1);
        let Some(owner) = owner_cursor.at(first, &owners, |(span, _)| *span) else {
            continue;
        };
        let below = base_cursor.at(first, base_segments, |segment| segment.span);
        let below_code = base.and_then(|base| base.code(first));
        let mut around = Vec::with_capacity(columns);
        let mut values = Vec::with_capacity(columns);
        for column in 0..columns {
            let set = wide_cursors[column].at(first, &wide[column], |(span, _)| *span);
            let set = set.map(|&(_, value)| value);
            let below_around = match (below_code, below) {
                (Some(code), _) => code.around.get(column),
                (None, Some(segment)) => segment.values.get(column),
                (None, None) => None,
            };
            let below_around = below_around.and_then(Option::as_ref);
            let below_value = below.and_then(|segment| segment.values.get(column)?.as_ref());
            let inherited = if replaced.contains(&first) {
                below_around
            } else {
                below_value
            };
            around.push(set.or(below_around).cloned());
            values.push(set.or(inherited).cloned());
        }
        if let Owner::Code(code) = owner.1 {
            for (column, value) in single.get(&first).into_iter().flatten() {
                values[*column] = Some((*value).clone());
            }
            table.codes[code].around = around;
        }
        let span = CodeSpan::new(first, last).unwrap_or(CodeSpan::of(first));
        match table.segments.last_mut() {
            Some(before) if before.owner == owner.1 && before.values == values => {
                before.span = CodeSpan::new(before.span.first(), last).unwrap_or(span);
            }
            _ => table.segments.push(Segment {
                span,
                owner: owner.1,
                values,
            }),
        }
    }
}

fn is_single(setting: &Setting) -> bool {
    matches!(setting.codes[..], [span] if span.count() == 1)
}

/// A place in a list of spans in order, for numbers that only grow.
#[derive(Clone, Default)]
struct Cursor(usize);

impl Cursor {
    /// The item whose span has the number.
    fn at<'i, T>(
        &mut self,
        number: u16,
        items: &'i [T],
        span: impl Fn(&T) -> CodeSpan,
    ) -> Option<&'i T> {
        while items
            .get(self.0)
            .is_some_and(|item| span(item).last() < number)
        {
            self.0 += 1;
        }
        items.get(self.0).filter(|item| span(item).contains(number))
    }
}

/// What the rows about several numbers set in a column: spans in order, each with the value of the
/// narrowest row. Rows that cross are reported.
fn sweep<'v>(
    column: usize,
    settings: &'v [Setting],
    report: &mut Report<'_>,
) -> Vec<(CodeSpan, &'v Value)> {
    let mut parts = Vec::new();
    for (index, setting) in settings.iter().enumerate() {
        let value = setting.values.iter().find(|(other, ..)| *other == column);
        if let (Some((_, value, place)), false) = (value, is_single(setting)) {
            parts.extend(
                setting
                    .codes
                    .iter()
                    .map(|&span| (span, index, value, place)),
            );
        }
    }
    parts.sort_by_key(|(span, index, ..)| {
        let codes: u32 = settings[*index].codes.iter().map(|span| span.count()).sum();
        (span.first(), Reverse(span.last()), Reverse(codes))
    });
    let mut reported = Vec::new();
    let mut open: Vec<(CodeSpan, &Value)> = Vec::new();
    let mut owners: Vec<usize> = Vec::new();
    let mut found: Vec<(CodeSpan, &Value)> = Vec::new();
    let mut next: u32 = 0;
    // Closes what ends before a number, and takes the values up to there.
    let mut close =
        |open: &mut Vec<(CodeSpan, &'v Value)>, owners: &mut Vec<usize>, before: u32| {
            while let Some(&(span, value)) = open.last() {
                let end = (u32::from(span.last()) + 1).min(before);
                if let (Ok(first), Ok(last)) =
                    (u16::try_from(next), u16::try_from(end.saturating_sub(1)))
                {
                    if next < end {
                        found.extend(CodeSpan::new(first, last).map(|span| (span, value)));
                    }
                }
                next = next.max(end);
                if u32::from(span.last()) >= before {
                    break;
                }
                open.pop();
                owners.pop();
            }
            next = next.max(before);
        };
    for (span, index, value, place) in parts {
        close(&mut open, &mut owners, span.first().into());
        let crossed = owners.last().copied().filter(|&outer| {
            let outer = &settings[outer].codes;
            let inner = &settings[index].codes;
            !inner
                .iter()
                .all(|span| outer.iter().any(|outer| outer.encloses(*span)))
        });
        if let Some(outer) = crossed {
            if !reported.contains(&(outer, index)) {
                reported.push((outer, index));
                cross(&settings[outer], &settings[index], column, place, report);
            }
            continue;
        }
        open.push((span, value));
        owners.push(index);
    }
    close(&mut open, &mut owners, 1 << 16);
    found
}

fn cross(outer: &Setting, inner: &Setting, column: usize, place: &Span, report: &mut Report<'_>) {
    let other = outer.values.iter().find(|(other, ..)| *other == column);
    let Some((_, _, other)) = other else { return };
    let name = |setting: &Setting| CodeSpan::key(&setting.codes);
    let mut rows: Vec<(String, CodeSpan)> = Vec::new();
    for setting in [outer, inner] {
        rows.extend(setting.codes.iter().map(|&span| (name(setting), span)));
    }
    rows.sort_by_key(|(_, span)| *span);
    let message = format!(
        "the rows {} and {} set the same column and overlap",
        name(outer),
        name(inner)
    );
    report
        .error(place, message, "expected one row inside the other")
        .related(other, "the other row")
        .help(picture(&rows));
}

/// 0–65535 in spans of one owner, in order; gives every code its range.
fn owners(table: &mut Table, report: &mut Report<'_>) -> Vec<(CodeSpan, Owner)> {
    // Rows that were left out for an error leave gaps, which are not reported.
    let is_sound = report.is_empty();
    let mut parts: Vec<(CodeSpan, usize)> = Vec::new();
    for (index, range) in table.ranges.iter().enumerate() {
        parts.extend(range.spans.iter().map(|&span| (span, index)));
    }
    // Enclosing spans come first, so that those inside end up on top of them.
    parts.sort_by_key(|(span, index)| (span.first(), Reverse(span.last()), *index));
    let mut parts = parts.into_iter().peekable();
    let mut codes = table.codes.iter_mut().enumerate().peekable();
    let mut open: Vec<(CodeSpan, usize)> = Vec::new();
    let mut owners = Vec::new();
    let mut next: u32 = 0;
    while let Ok(here) = u16::try_from(next) {
        while open.last().is_some_and(|(span, _)| span.last() < here) {
            open.pop();
        }
        while let Some(part) = parts.next_if(|(span, _)| span.first() == here) {
            open.push(part);
        }
        let range = open.last().map(|&(_, index)| index);
        let mut last = here;
        if let Some((index, code)) = codes.next_if(|(_, code)| code.number == here) {
            code.entry.parent = range;
            owners.push((CodeSpan::of(here), Owner::Code(index)));
        } else {
            let ends = open.last().map(|(span, _)| span.last());
            let starts = parts.peek().map(|(span, _)| span.first() - 1);
            let named = codes.peek().map(|(_, code)| code.number - 1);
            last = [ends, starts, named]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(u16::MAX);
            let span = CodeSpan::new(here, last).unwrap_or(CodeSpan::of(here));
            match range {
                Some(range) => owners.push((span, Owner::Range(range))),
                None if is_sound => {
                    let message = format!("{span} is neither named nor in a range");
                    report
                        .error(&(0..0), message, "expected a table of all of 0–65535")
                        .help("add a range for it, or widen one");
                }
                None => {}
            }
        }
        next = u32::from(last) + 1;
    }
    owners
}
