//! Ranges and codes → who owns each of 0–65535; what crosses, overlaps or leaves a gap is reported.

use std::fmt::Write as _;

use crate::names::Places;
use crate::report::{Bytes, Report, quoted};
use crate::span::Span;
use crate::table::{Owner, Piece, Range, Table};

/// A range whose place among the others is not known yet.
pub(crate) struct Draft {
    pub(crate) range: Range,
    /// Where this document gives each span; of the base's ranges nothing is known.
    pub(crate) spans: Vec<Bytes>,
    pub(crate) places: Option<Places>,
}

/// What a stretch lies in: another, or no range at all.
#[derive(Clone, Copy)]
struct Home(Option<Stretch>);

impl Draft {
    /// A range that is inherited.
    pub(crate) fn of_base(range: &Range) -> Self {
        Self {
            range: range.clone(),
            spans: Vec::new(),
            places: None,
        }
    }
}

/// A span of a draft.
#[derive(Clone, Copy)]
struct Stretch {
    span: Span,
    draft: usize,
    index: usize,
}

/// Orders the ranges and finds the one that each lies in.
///
/// A range of this document that crosses another, or lies in two, is reported and left out.
pub(crate) fn nest(mut drafts: Vec<Draft>, extends: bool, report: &mut Report) -> Vec<Range> {
    drafts.sort_by_key(|draft| {
        let first = draft.range.spans.iter().map(|span| span.first).min();
        let codes: u32 = draft.range.spans.iter().map(|span| span.len()).sum();
        (first, std::cmp::Reverse(codes), draft.places.is_some())
    });
    let mut stretches: Vec<Stretch> = Vec::new();
    for (draft, Draft { range, .. }) in drafts.iter().enumerate() {
        stretches.extend(
            range
                .spans
                .iter()
                .enumerate()
                .map(|(index, &span)| Stretch { span, draft, index }),
        );
    }
    stretches.sort_by_key(|stretch| {
        let is_new = drafts[stretch.draft].places.is_some();
        (
            stretch.span.first,
            std::cmp::Reverse(stretch.span.last),
            is_new,
            stretch.draft,
        )
    });
    let mut homes: Vec<Option<Home>> = vec![None; drafts.len()];
    let mut is_dropped = vec![false; drafts.len()];
    let mut open: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        while open
            .last()
            .is_some_and(|outer| outer.span.last < stretch.span.first)
        {
            open.pop();
        }
        let outer = open.last().copied();
        let before = homes[stretch.draft];
        if fits(stretch, outer, before, extends, &drafts, report) {
            homes[stretch.draft] = Some(Home(outer));
            open.push(stretch);
        } else {
            is_dropped[stretch.draft] = true;
        }
    }
    keep(drafts, &homes, &is_dropped)
}

/// Whether a stretch lies in `outer` as a whole, and so do those of its range before it.
fn fits(
    stretch: Stretch,
    outer: Option<Stretch>,
    before: Option<Home>,
    extends: bool,
    drafts: &[Draft],
    report: &mut Report,
) -> bool {
    let is_new = drafts[stretch.draft].places.is_some();
    match (outer, before) {
        (Some(outer), _)
            if outer.draft == stretch.draft
                || outer.span.last < stretch.span.last
                || same(outer, stretch, drafts) =>
        {
            clash(stretch, outer, drafts, report);
        }
        (None, _) if extends && is_new => outside(stretch, drafts, report),
        (_, Some(Home(home))) if home.map(|home| home.draft) != outer.map(|outer| outer.draft) => {
            straddles(stretch, home, outer, drafts, report);
        }
        _ => return true,
    }
    false
}

/// Two ranges of this document with the same codes.
fn same(a: Stretch, b: Stretch, drafts: &[Draft]) -> bool {
    let [a, b] = [a, b].map(|stretch| &drafts[stretch.draft]);
    a.places.is_some() && b.places.is_some() && joined(&a.range.spans) == joined(&b.range.spans)
}

/// Spans in order, those next to each other as one.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort();
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut() {
            Some(before) if before.last.checked_add(1) == Some(span.first) => {
                before.last = span.last;
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// The drafts without a mistake, their homes counted among them.
fn keep(drafts: Vec<Draft>, homes: &[Option<Home>], is_dropped: &[bool]) -> Vec<Range> {
    let mut kept: Vec<Option<usize>> = Vec::with_capacity(drafts.len());
    let mut ranges: Vec<Range> = Vec::new();
    for (index, draft) in drafts.into_iter().enumerate() {
        let home = homes[index].and_then(|Home(home)| home);
        // Of one that is dropped the home may come later.
        let parent = home.and_then(|home| kept.get(home.draft).copied().flatten());
        if is_dropped[index] {
            kept.push(parent);
            continue;
        }
        let mut range = draft.range;
        range.entry.parent = parent;
        range.spans = joined(&range.spans);
        kept.push(Some(ranges.len()));
        ranges.push(range);
    }
    ranges
}

/// A stretch as messages name it.
fn text(stretch: Stretch, drafts: &[Draft]) -> String {
    format!(
        "{} {}",
        quoted(&drafts[stretch.draft].range.entry.name),
        stretch.span
    )
}

/// Reports `stretch` at its place in this document, with the other spans that it is wrong beside.
fn misplaced(
    stretch: Stretch,
    others: &[Stretch],
    message: String,
    label: &str,
    drafts: &[Draft],
    report: &mut Report,
) {
    let place = |stretch: Stretch| drafts[stretch.draft].spans.get(stretch.index);
    // Of two stretches that clash one is of this document, for the base's own are sound.
    let here = std::iter::once(&stretch)
        .chain(others)
        .find_map(|&stretch| place(stretch));
    let mistake = report.error(here.unwrap_or(&(0..0)), message, label);
    for other in others.iter().filter_map(|&other| place(other)) {
        if Some(other) != here {
            mistake.related(other, "the other codes");
        }
    }
    let mut rows: Vec<(String, Span)> = others
        .iter()
        .chain([&stretch])
        .map(|&stretch| (text(stretch, drafts), stretch.span))
        .collect();
    rows.sort_by_key(|(_, span)| *span);
    mistake.help(picture(&rows));
}

/// Spans as bars, one under the other, to the same scale.
fn picture(rows: &[(String, Span)]) -> String {
    const CELLS: u32 = 40;
    let first = rows
        .iter()
        .map(|(_, span)| u32::from(span.first))
        .min()
        .unwrap_or(0);
    let last = rows
        .iter()
        .map(|(_, span)| u32::from(span.last))
        .max()
        .unwrap_or(0);
    let cell = |code: u16| (u32::from(code) - first) * (CELLS - 1) / (last - first).max(1);
    let margin = rows
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut out = String::from("this is how they lie");
    for (name, span) in rows {
        let from = usize::try_from(cell(span.first)).unwrap_or(0);
        let to = usize::try_from(cell(span.last)).unwrap_or(0);
        let bar = "█".repeat(to - from + 1);
        write!(out, "\n      {name:margin$}  {:from$}{bar}", "").expect("a string takes all");
    }
    out
}

fn clash(stretch: Stretch, outer: Stretch, drafts: &[Draft], report: &mut Report) {
    let (inner_text, outer_text) = (text(stretch, drafts), text(outer, drafts));
    let (message, label) = if stretch.draft == outer.draft {
        let message = format!("{inner_text} and {outer_text} have codes in common");
        (message, "expected every code once")
    } else if stretch.span == outer.span {
        let message = format!("{inner_text} and {outer_text} are the same codes");
        (message, "expected fewer codes, or one range")
    } else {
        let message = format!("{inner_text} crosses the border of {outer_text}");
        (message, "expected a span on one side of it")
    };
    misplaced(stretch, &[outer], message, label, drafts, report);
}

fn outside(stretch: Stretch, drafts: &[Draft], report: &mut Report) {
    let mut covered = Vec::new();
    for (draft, Draft { range, .. }) in drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.places.is_none())
    {
        let spans = range
            .spans
            .iter()
            .enumerate()
            .map(|(index, &span)| Stretch { span, draft, index });
        covered.extend(spans.filter(|other| {
            other.span.first <= stretch.span.last && stretch.span.first <= other.span.last
        }));
    }
    let message = format!(
        "{} lies in no single range of the standard table",
        text(stretch, drafts)
    );
    let label = "expected a span inside one range";
    misplaced(stretch, &covered, message, label, drafts, report);
}

fn straddles(
    stretch: Stretch,
    first: Option<Stretch>,
    outer: Option<Stretch>,
    drafts: &[Draft],
    report: &mut Report,
) {
    let homes: Vec<Stretch> = [first, outer].into_iter().flatten().collect();
    let names: Vec<String> = homes.iter().map(|&home| text(home, drafts)).collect();
    let draft = stretch.draft;
    let siblings = drafts[draft]
        .range
        .spans
        .iter()
        .enumerate()
        .map(|(index, &span)| Stretch { span, draft, index });
    let others: Vec<Stretch> = siblings
        .filter(|other| other.index != stretch.index)
        .chain(homes)
        .collect();
    let name = quoted(&drafts[stretch.draft].range.entry.name);
    let message = match names.as_slice() {
        [only] => format!("{name} lies partly in {only}"),
        _ => format!("{name} lies in two ranges, {}", names.join(" and ")),
    };
    let label = "expected spans inside one range";
    misplaced(stretch, &others, message, label, drafts, report);
}

/// Cuts 0–65535 into pieces of one owner each, and gives every code its range.
pub(crate) fn cut(table: &mut Table, report: &mut Report) {
    // What has been left out for a mistake leaves gaps, which are none of their own.
    let is_sound = report.len() == 0;
    let mut edges: Vec<(Span, usize)> = Vec::new();
    for (index, range) in table.ranges.iter().enumerate() {
        edges.extend(range.spans.iter().map(|&span| (span, index)));
    }
    // Enclosing spans come first, so that those inside overwrite them.
    edges.sort_by_key(|(span, index)| (span.first, std::cmp::Reverse(span.last), *index));
    let codes: Vec<u16> = table.codes.keys().copied().collect();
    let mut codes = codes.into_iter().peekable();
    let mut edges = edges.into_iter().peekable();
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next: u32 = 0;
    while let Ok(here) = u16::try_from(next) {
        while open.last().is_some_and(|(span, _)| span.last < here) {
            open.pop();
        }
        while let Some(edge) = edges.next_if(|(span, _)| span.first == here) {
            open.push(edge);
        }
        let range = open.last().map(|&(_, index)| index);
        let is_named = codes.next_if_eq(&here).is_some();
        let last = if is_named {
            table
                .codes
                .get_mut(&here)
                .expect("a key of the map")
                .entry
                .parent = range;
            here
        } else {
            let before = |code: u16| code - 1;
            let ends = open.last().map(|(span, _)| span.last);
            let begins = edges.peek().map(|(span, _)| before(span.first));
            let named = codes.peek().map(|&code| before(code));
            [ends, begins, named]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(u16::MAX)
        };
        let span = Span { first: here, last };
        match range {
            _ if is_named => table.pieces.push(Piece {
                span,
                owner: Owner::Code(here),
            }),
            Some(range) => table.pieces.push(Piece {
                span,
                owner: Owner::Range(range),
            }),
            None if !is_sound => {}
            None => {
                report
                    .error(
                        &(0..0),
                        format!("{span} is neither named nor in a range"),
                        "expected a table of all of 0–65535",
                    )
                    .help("add a `[[range]]` for it, or widen one");
            }
        }
        next = u32::from(last) + 1;
    }
}
