//! The number line as SVG, in percent of the width that the page has.

use std::fmt::Write as _;

use close_codes_codegen::CodeSpan;

use super::text::Text;
use crate::export::model::{Model, ModelCode};

/// Height of the strokes that stand for codes.
const STROKE: u32 = 26;
/// Height of a bar that stands for a range, and of the gap above it.
const BAR: u32 = 18;
const GAP: u32 = 3;
/// Height of the line of numbers above or below.
const TEXT: u32 = 18;
/// Width in pixels of the line on a desk and on a phone, and of a letter there.
const DESK: (f64, f64) = (880.0, 7.2);
const PHONE: (f64, f64) = (320.0, 6.0);
/// How far apart in percent two numbers of codes are at least.
const APART: f64 = 7.0;

/// Where a number is on a line, from 0 to 100.
type Scale = fn(f64) -> f64;

/// All numbers: 0–4999 to scale, all others in the rest.
fn whole(number: f64) -> f64 {
    if number <= 5000.0 {
        number / 5000.0 * 90.0
    } else {
        90.0 + (number - 5000.0) / 60536.0 * 10.0
    }
}

/// The line from 0 to 65535, with its axis.
pub(super) fn overview(out: &mut String, model: &Model<'_>, label: &str) {
    let line = Line {
        model,
        span: CodeSpan::new(0, u16::MAX).expect("in order"),
        scale: whole,
        top: TEXT,
    };
    let height = line.height();
    open(out, label, height + TEXT);
    line.ranges(out);
    line.ticks(out);
    for number in [0, 1000, 2000, 3000, 4000, 5000, u16::MAX] {
        let (anchor, class) = match number {
            0 => ("start", "axis"),
            5000 => ("middle", "axis wide"),
            u16::MAX => ("end", "axis"),
            _ => ("middle", "axis"),
        };
        let x = whole(f64::from(number));
        let y = height + 14;
        put(
            out,
            format_args!(
                "<text class=\"{class}\" x=\"{x:.2}%\" y=\"{y}\" text-anchor=\"{anchor}\">{number}</text>"
            ),
        );
    }
    out.push_str("</svg>\n");
}

/// The hundreds that have named codes.
pub(super) fn hundreds(model: &Model<'_>) -> Vec<CodeSpan> {
    let mut hundreds: Vec<u16> = model.codes.iter().map(|code| code.number / 100).collect();
    hundreds.dedup();
    let hundreds = hundreds.into_iter().map(|hundred| {
        let first = hundred * 100;
        CodeSpan::new(first, first.saturating_add(99)).expect("in order")
    });
    hundreds.collect()
}

/// One hundred numbers, each a cell.
pub(super) fn hundred(out: &mut String, model: &Model<'_>, span: CodeSpan, label: &str) {
    let line = Line {
        model,
        span,
        scale: |number| number % 100.0,
        top: 0,
    };
    open(out, label, line.height());
    out.push_str("<rect class=\"cells\" width=\"100%\" height=\"26\"/>");
    line.ranges(out);
    line.codes(out);
    out.push_str("</svg>\n");
}

struct Line<'m> {
    model: &'m Model<'m>,
    span: CodeSpan,
    scale: Scale,
    /// Where the strokes start.
    top: u32,
}

/// A range on a line.
struct Bar {
    name: String,
    /// How many ranges are around it.
    depth: u32,
    /// Its place below the codes.
    lane: u32,
    parts: Vec<CodeSpan>,
}

impl<'m> Line<'m> {
    /// The codes on the line.
    fn named(&self) -> impl Iterator<Item = &'m ModelCode<'m>> {
        let span = self.span;
        let codes = self.model.codes.iter();
        codes.filter(move |code| span.contains(code.number))
    }

    /// The ranges on the line by depth, each with the parts that can be seen.
    ///
    /// Those that have all of the line are one bar, in the shade of the innermost.
    fn bars(&self) -> Vec<Bar> {
        let (model, line) = (self.model, self.span);
        let mut whole: Option<Bar> = None;
        let mut bars = Vec::new();
        for range in &model.ranges {
            let parts = range.spans.iter().filter_map(|part| {
                CodeSpan::new(part.first().max(line.first()), part.last().min(line.last()))
            });
            let parts: Vec<CodeSpan> = parts.collect();
            let around =
                std::iter::successors(range.entry.range, |&range| model.ranges[range].entry.range);
            let bar = Bar {
                name: range.entry.name.to_owned(),
                depth: u32::try_from(around.count()).expect("few ranges are around another"),
                lane: 0,
                parts,
            };
            if bar.parts == [line] {
                let around = whole.take().map(|bar| bar.name + " › ").unwrap_or_default();
                whole = Some(Bar {
                    name: around + &bar.name,
                    ..bar
                });
            } else if !bar.parts.is_empty() {
                bars.push(bar);
            }
        }
        // The lanes above those of the bar around all others are free.
        let first = whole.as_ref().map_or(0, |bar| bar.depth);
        for bar in &mut bars {
            bar.lane = bar.depth - first;
        }
        bars.extend(whole);
        bars
    }

    fn height(&self) -> u32 {
        let lanes = self.bars().iter().map(|bar| bar.lane + 1).max();
        self.top + STROKE + lanes.unwrap_or(0) * (BAR + GAP)
    }

    /// Where a span starts, and how wide it is.
    fn place(&self, span: CodeSpan) -> (f64, f64) {
        let (first, last) = (f64::from(span.first()), f64::from(span.last()));
        let x = (self.scale)(first);
        (x, (self.scale)(last) + (self.scale)(1.0) - x)
    }

    fn ranges(&self, out: &mut String) {
        for bar in self.bars() {
            let name = Text(&bar.name);
            let y = self.top + STROKE + GAP + bar.lane * (BAR + GAP);
            let shade = bar.depth.min(3);
            for &part in &bar.parts {
                let (x, width) = self.place(part);
                put(
                    out,
                    format_args!(
                        "<svg x=\"{x:.2}%\" y=\"{y}\" width=\"{width:.2}%\" height=\"{BAR}\"><title>{part} {name}</title><rect class=\"bar depth-{shade}\" width=\"100%\" height=\"100%\" rx=\"3\"/>",
                    ),
                );
                let letters = bar
                    .name
                    .chars()
                    .map(|c| if c.is_ascii() { 1.0 } else { 2.0 });
                let letters: f64 = letters.sum();
                let fits =
                    |(line, letter): (f64, f64)| width / 100.0 * line > letters * letter + 8.0;
                if fits(DESK) {
                    let class = if fits(PHONE) { "" } else { " class=\"wide\"" };
                    put(
                        out,
                        format_args!("<text{class} x=\"6\" y=\"13\">{name}</text>"),
                    );
                }
                out.push_str("</svg>");
            }
        }
    }

    /// A cell for each code, in the color of its advice.
    fn codes(&self, out: &mut String) {
        for code in self.named() {
            let (x, width) = self.place(CodeSpan::of(code.number));
            let (number, name) = (code.number, Text(code.entry.name));
            let advice = Text(super::advice(self.model, &code.values));
            put(
                out,
                format_args!(
                    "<rect class=\"code {advice}\" data-code=\"{number}\" x=\"{:.2}%\" width=\"{:.2}%\" height=\"{STROKE}\"><title>{number} {name}</title></rect>",
                    x + 0.12,
                    width - 0.24,
                ),
            );
        }
    }

    /// A stroke for each code, and above those that are close together how many they are.
    fn ticks(&self, out: &mut String) {
        let mut groups: Vec<(f64, u32)> = Vec::new();
        for code in self.named() {
            let (x, _) = self.place(CodeSpan::of(code.number));
            put(
                out,
                format_args!(
                    "<rect class=\"tick\" x=\"{x:.2}%\" y=\"{}\" width=\"2\" height=\"{STROKE}\"/>",
                    self.top
                ),
            );
            match groups.last_mut() {
                Some((first, count)) if x - *first < APART => *count += 1,
                _ => groups.push((x, 1)),
            }
        }
        for (x, count) in groups {
            put(
                out,
                format_args!("<text class=\"axis\" x=\"{x:.2}%\" y=\"12\">{count}</text>"),
            );
        }
    }
}

fn open(out: &mut String, label: &str, height: u32) {
    let label = Text(label);
    put(
        out,
        format_args!(
            "<svg role=\"img\" aria-label=\"{label}\" width=\"100%\" height=\"{height}\">"
        ),
    );
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes all");
}
