//! Rows of cells → a table that fits the terminal, without a word cut in two.

use comfy_table::{ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr;

use crate::output::BOLD;
use crate::text::{lines, paragraph};

/// Columns between two cells.
const GAP: usize = 2;
/// The last column, which has the longest text, is not made narrower than this.
const LAST: usize = 18;
/// What it gets before other columns get more than their longest word needs.
const COMFORTABLE: usize = 30;

/// Draws rows below a header. Where the terminal is too narrow, each row becomes a paragraph.
pub(crate) fn draw(header: &[String], rows: &[Vec<String>], width: usize) -> String {
    match widths(header, rows, width) {
        Some(widths) => grid(header, rows, &widths),
        None => stack(header, rows, width),
    }
}

/// The width of each column, if there is room.
fn widths(header: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let last = header.len() - 1;
    let columns = 0..header.len();
    let cells = |column: usize| {
        let rows = rows.iter().map(move |row| row[column].as_str());
        rows.chain([header[column].as_str()])
    };
    let natural: Vec<usize> = columns
        .clone()
        .map(|column| cells(column).map(UnicodeWidthStr::width).max().unwrap_or(0))
        .collect();
    let mut widths: Vec<usize> = columns
        .map(|column| {
            let longest = cells(column).flat_map(words).max().unwrap_or(0);
            if column == last {
                longest.max(LAST).min(natural[column])
            } else {
                longest
            }
        })
        .collect();
    let taken: usize = widths.iter().sum::<usize>() + GAP * last;
    let mut room = width.checked_sub(taken)?;
    let first = COMFORTABLE
        .min(natural[last])
        .saturating_sub(widths[last])
        .min(room);
    widths[last] += first;
    room -= first;
    for (column, cell) in widths.iter_mut().enumerate() {
        let wanted = natural[column] - *cell;
        let share = if column == last { room } else { room / 2 };
        // A column that fits gets all it wants; the last one has the rest.
        let given = wanted.min(share);
        *cell += given;
        room -= given;
    }
    Some(widths)
}

/// The widths of the parts of a text that are not cut.
fn words(text: &str) -> impl Iterator<Item = usize> {
    lines(text, 1).into_iter().map(|word| word.width())
}

fn grid(header: &[String], rows: &[Vec<String>], widths: &[usize]) -> String {
    let wrapped = |row: &[String]| -> Vec<String> {
        let cells = row.iter().zip(widths);
        cells
            .map(|(cell, &width)| lines(cell, width).join("\n"))
            .collect()
    };
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(wrapped(header))
        .add_rows(rows.iter().map(|row| wrapped(row)));
    for (index, column) in table.column_iter_mut().enumerate() {
        let after = if index + 1 == widths.len() { 0 } else { GAP };
        column.set_padding((0, u16::try_from(after).unwrap_or(0)));
    }
    let height = wrapped(header)
        .iter()
        .map(|cell| cell.lines().count())
        .max();
    let mut out = String::new();
    for (i, line) in table.lines().enumerate() {
        let line = line.trim_end();
        if i < height.unwrap_or(1) {
            add!(out, "{BOLD}{line}{BOLD:#}\n");
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn stack(header: &[String], rows: &[Vec<String>], width: usize) -> String {
    let mut out = String::new();
    for (i, row) in rows.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let title = paragraph(&row[..2].join("  "), width, "", "  ");
        add!(out, "{BOLD}{title}{BOLD:#}\n");
        for (name, cell) in header.iter().zip(row).skip(2) {
            if !cell.is_empty() {
                let text = format!("{name}: {cell}");
                out.push_str(&paragraph(&text, width, "  ", "    "));
                out.push('\n');
            }
        }
    }
    out
}
