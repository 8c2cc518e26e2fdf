//! Ranges, codes and settings → who owns each of 0–65535, and with which values; what crosses,
//! overlaps or leaves a gap is reported.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
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
}

impl Setting {
    /// The number, if it is for a single one.
    fn number(&self) -> Option<u16> {
        CodeSpan::only_code(&self.codes)
    }
}

fn count(spans: &[CodeSpan]) -> u32 {
    spans.iter().map(|span| span.count()).sum()
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
        let spans = &pending.range.spans;
        let first = spans.first().map(|span| span.first());
        (first, Reverse(count(spans)), pending.places.is_some())
    });
    let parts = pending.iter().enumerate().flat_map(|(range, pending)| {
        let spans = pending.range.spans.iter();
        spans.map(move |&span| Part { span, range })
    });
    let mut parts: Vec<Part> = parts.collect();
    parts.sort_by_key(|&Part { span, range }| {
        let is_new = pending[range].places.is_some();
        (span.first(), Reverse(span.last()), is_new, range)
    });
    let parts = parts.into_iter().map(|part| (part.span, part));
    let mut parents: Vec<Option<Parent>> = vec![None; pending.len()];
    let mut is_dropped = vec![false; pending.len()];
    let mut placement = Placement {
        pending: &pending,
        report,
    };
    innermost(parts, |part, outer| {
        let fits = placement.fits(part, outer, parents[part.range], base.is_some());
        if fits {
            parents[part.range] = Some(outer);
        } else {
            is_dropped[part.range] = true;
        }
        fits
    });
    keep(pending, &parents, &is_dropped)
}

/// The spans of the number line that something is at, in order, each with the innermost.
///
/// Of two that overlap the outer one comes first. `enter` gets each with the one around it, and says
/// whether it counts; those that count are inside one another as a whole.
fn innermost<T: Copy>(
    parts: impl IntoIterator<Item = (CodeSpan, T)>,
    mut enter: impl FnMut(T, Option<T>) -> bool,
) -> Vec<(CodeSpan, T)> {
    let mut found: Vec<(CodeSpan, T)> = Vec::new();
    let mut open: Vec<(CodeSpan, T)> = Vec::new();
    let mut next: u32 = 0;
    let mut close = |open: &mut Vec<(CodeSpan, T)>, before: u32| {
        while let Some(&(span, item)) = open.last() {
            let end = before.min(u32::from(span.last()) + 1);
            found.extend(CodeSpan::between(next, end).map(|span| (span, item)));
            next = next.max(end);
            if u32::from(span.last()) >= before {
                break;
            }
            open.pop();
        }
        next = next.max(before);
    };
    for (span, item) in parts {
        close(&mut open, span.first().into());
        if enter(item, open.last().map(|&(_, outer)| outer)) {
            open.push((span, item));
        }
    }
    close(&mut open, 1 << 16);
    found
}

/// Which of spans in order has the number.
fn at<T>(items: &[T], span: impl Fn(&T) -> CodeSpan, number: u16) -> Option<&T> {
    let index = items.partition_point(|item| span(item).last() < number);
    items.get(index).filter(|item| span(item).contains(number))
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
        let range = |parent: Parent| parent.map(|parent| parent.range);
        match (outer, before) {
            (Some(outer), _) if !outer.span.encloses(part.span) => {
                let (inner, border) = (self.text(part), self.text(outer));
                let message = format!("{inner} crosses the border of {border}");
                self.misplaced(part, &[outer], message, "keep it on one side of the border");
            }
            (None, _) if extends && is_new => self.outside(part),
            (_, Some(first)) if range(first) != range(outer) => self.straddles(part, first, outer),
            _ => return true,
        }
        false
    }

    fn text(&self, part: Part) -> String {
        let name = &self.pending[part.range].range.entry.name;
        format!("{} {}", quoted(name), part.span)
    }

    /// Reports a part at its place in this document, with the other spans that it clashes with.
    fn misplaced(&mut self, part: Part, others: &[Part], message: String, label: &'static str) {
        let place = |part: &Part| {
            let places = self.pending[part.range].places.as_ref();
            places.map(|places| places.key.clone())
        };
        // Of two parts that clash one is of this document: those below fit together.
        let here = std::iter::once(&part).chain(others).find_map(place);
        let here = here.unwrap_or_default();
        let bars = others.iter().chain([&part]);
        let bars = bars.map(|&part| (self.text(part), part.span)).collect();
        let mut added = self.report.error(&here, message, label);
        for other in others
            .iter()
            .filter_map(place)
            .filter(|other| *other != here)
        {
            added = added.related(&other, "the other range");
        }
        if !others.is_empty() {
            added.help(picture(bars));
        }
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
        let (problem, label) = match touched.as_slice() {
            [] => (
                "is in no range",
                "a range has to be inside a standard range, as a whole",
            ),
            _ => ("crosses a border between ranges", ONE_RANGE),
        };
        let message = format!("{} {problem}", self.text(part));
        self.misplaced(part, &touched, message, label);
    }

    /// A part that is not in the range that the parts before it are in.
    fn straddles(&mut self, part: Part, first: Parent, outer: Parent) {
        let parents: Vec<Part> = [first, outer].into_iter().flatten().collect();
        let names: Vec<String> = parents.iter().map(|&parent| self.text(parent)).collect();
        let range = &self.pending[part.range].range;
        let spans = range.spans.iter().filter(|&&span| span != part.span);
        let siblings = spans.map(|&span| Part { span, ..part });
        let others: Vec<Part> = siblings.chain(parents).collect();
        let name = quoted(&range.entry.name);
        let message = match names.as_slice() {
            [only] => format!("{name} is only partly in {only}"),
            _ => format!("{name} is in two ranges, {}", names.join(" and ")),
        };
        self.misplaced(part, &others, message, ONE_RANGE);
    }
}

/// Spans as bars, one below the other, to the same scale.
fn picture(mut rows: Vec<(String, CodeSpan)>) -> String {
    const CELLS: u32 = 40;
    rows.sort_by_key(|(_, span)| *span);
    let ends = rows
        .iter()
        .flat_map(|(_, span)| [span.first(), span.last()]);
    let first = ends.clone().min().unwrap_or(0);
    let last = ends.max().unwrap_or(0);
    let scale = u32::from(last - first).max(1);
    let cell = |code: u16| (u32::from(code - first) * (CELLS - 1) / scale) as usize;
    let names = rows.iter().map(|(name, _)| name.chars().count());
    let margin = names.max().unwrap_or(0);
    let mut out = String::from("the spans overlap like this:");
    for (name, span) in rows {
        let (from, to) = (cell(span.first()), cell(span.last()));
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
    let columns = 0..table.columns.len();
    let wide = wide(table.columns.len(), settings).into_iter();
    let wide: Vec<_> = wide.map(|parts| sweep(parts, report)).collect();
    let single = settings
        .iter()
        .filter_map(|row| Some((row.number()?, &row.values)));
    let single: BTreeMap<u16, _> = single.collect();
    let owners = owners(table, report);
    let base_segments = base.map_or(&[][..], |base| &base.segments);
    let owner_spans = owners.iter().map(|(span, _)| *span);
    let base_spans = base_segments.iter().map(|segment| segment.span);
    let wide_spans = wide.iter().flatten().map(|(span, _)| *span);
    let after = wide_spans
        .clone()
        .filter_map(|span| span.last().checked_add(1));
    let spans = owner_spans.chain(base_spans).chain(wide_spans);
    let starts: BTreeSet<u16> = spans.map(CodeSpan::first).chain(after).collect();
    let mut starts = starts.into_iter().peekable();
    while let Some(first) = starts.next() {
        let next = starts.peek().map_or(1 << 16, |&next| u32::from(next));
        let owner = at(&owners, |(span, _)| *span, first);
        let span = CodeSpan::between(first.into(), next);
        let (Some(&(_, owner)), Some(span)) = (owner, span) else {
            continue;
        };
        let below = at(base_segments, |segment| segment.span, first);
        let below = below.map_or(&[][..], |segment| &segment.values);
        let below_code = base.and_then(|base| base.code(first));
        let below_around = below_code.map_or(below, |code| &code.around);
        let inherited = if replaced.contains(&first) {
            below_around
        } else {
            below
        };
        let set = |column: usize, below: &[Option<Value>]| {
            let set = at(&wide[column], |(span, _)| *span, first);
            let set = set.map(|&(_, value)| value);
            set.or_else(|| below.get(column)?.as_ref()).cloned()
        };
        let mut values: Vec<_> = columns
            .clone()
            .map(|column| set(column, inherited))
            .collect();
        if let Owner::Code(code) = owner {
            for (column, value, _) in single.get(&first).into_iter().copied().flatten() {
                values[*column] = Some(value.clone());
            }
            let around = columns.clone().map(|column| set(column, below_around));
            table.codes[code].around = around.collect();
        }
        match table.segments.last_mut() {
            Some(before) if before.owner == owner && before.values == values => {
                before.span = CodeSpan::new(before.span.first(), span.last()).unwrap_or(span);
            }
            _ => table.segments.push(Segment {
                span,
                owner,
                values,
            }),
        }
    }
}

/// A value that a row about several numbers sets: all of its spans, and the place of the key.
type Wide<'v> = (&'v [CodeSpan], &'v Value, &'v Span);

/// What the rows about several numbers set in each column, span by span.
fn wide(columns: usize, settings: &[Setting]) -> Vec<Vec<(CodeSpan, Wide<'_>)>> {
    let mut parts = vec![Vec::new(); columns];
    for row in settings.iter().filter(|row| row.number().is_none()) {
        for (column, value, place) in &row.values {
            let spans = row.codes.iter();
            let part = (row.codes.as_slice(), value, place);
            parts[*column].extend(spans.map(|&span| (span, part)));
        }
    }
    parts
}

/// What a column has where rows about several numbers set it: spans in order, each with the value of
/// the narrowest row. Rows that cross are reported.
fn sweep<'v>(
    mut parts: Vec<(CodeSpan, Wide<'v>)>,
    report: &mut Report<'_>,
) -> Vec<(CodeSpan, &'v Value)> {
    parts.sort_by_key(|(span, (codes, ..))| {
        (span.first(), Reverse(span.last()), Reverse(count(codes)))
    });
    let mut reported = HashSet::new();
    let found = innermost(parts, |(inner, _, place), outer| {
        let Some((outer, _, other)) = outer else {
            return true;
        };
        let encloses = |span: &CodeSpan| outer.iter().any(|outer| outer.encloses(*span));
        let crosses = !inner.iter().all(encloses);
        if crosses && reported.insert((outer, inner)) {
            cross(outer, inner, other, place, report);
        }
        !crosses
    });
    let found = found.into_iter();
    found.map(|(span, (_, value, _))| (span, value)).collect()
}

fn cross(
    outer: &[CodeSpan],
    inner: &[CodeSpan],
    other: &Span,
    place: &Span,
    report: &mut Report<'_>,
) {
    let rows = [outer, inner].map(|codes| (CodeSpan::key(codes), codes));
    let bars = rows
        .iter()
        .flat_map(|(name, codes)| codes.iter().map(|&span| (name.clone(), span)));
    let message = format!(
        "the rows {} and {} set the same column and overlap",
        rows[0].0, rows[1].0
    );
    report
        .error(place, message, "one row must be inside the other")
        .related(other, "the other row")
        .help(picture(bars.collect()));
}

/// 0–65535 in spans of one owner, in order; gives every code its range.
fn owners(table: &mut Table, report: &mut Report<'_>) -> Vec<(CodeSpan, Owner)> {
    let ranges = table.ranges.iter().enumerate().flat_map(|(index, range)| {
        let spans = range.spans.iter();
        spans.map(move |&span| (span, Owner::Range(index)))
    });
    let codes = table.codes.iter().enumerate();
    let codes = codes.map(|(index, code)| (CodeSpan::of(code.number), Owner::Code(index)));
    let mut parts: Vec<(CodeSpan, Owner)> = ranges.chain(codes).collect();
    parts.sort_by_key(|(span, _)| (span.first(), Reverse(span.last())));
    let owners = innermost(parts, |owner, around| {
        if let Owner::Code(code) = owner {
            table.codes[code].entry.parent = match around {
                Some(Owner::Range(range)) => Some(range),
                _ => None,
            };
        }
        true
    });
    // Rows that were left out for an error leave gaps, which are not reported.
    if report.is_empty() {
        let mut next: u32 = 0;
        let ends = owners
            .iter()
            .map(|(span, _)| (span.first().into(), u32::from(span.last()) + 1));
        for (first, end) in ends.chain([(1 << 16, 1 << 16)]) {
            if let Some(gap) = CodeSpan::between(next, first) {
                let message = format!("{gap} is neither named nor in a range");
                report
                    .error(&(0..0), message, "a table has to cover 0–65535")
                    .help("add a range for it, or widen one");
            }
            next = end;
        }
    }
    owners
}
