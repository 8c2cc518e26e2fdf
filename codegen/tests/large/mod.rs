//! Tables of many codes.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// Standard codes from 3000 on, which a table may replace.
const STANDARD: [(u16, &str); 3] = [
    (3000, "Unauthorized"),
    (3003, "Forbidden"),
    (3008, "Timeout"),
];

/// A table with every key and rows of equal length.
pub(crate) fn table(numbers: RangeInclusive<u16>) -> String {
    let mut table =
        String::from("columns.weight.type = \"u16\"\ncolumns.weight.default = 0\n[codes]\n");
    for number in numbers {
        let reconnect = ["never", "resume", "backoff"][usize::from(number % 3)];
        let standard = STANDARD.iter().find(|(standard, _)| *standard == number);
        let replaces = standard.map_or_else(String::new, |(_, name)| {
            format!("{number}.replaces = \"{name}\"\n")
        });
        write!(
            table,
            "
{replaces}{number}.name = \"Code {number}\"
{number}.aliases = [\"CODE_{number}\", \"{number} code\"]
{number}.reason = \"reason {number}\"
{number}.reference = \"§{number}\"
{number}.reconnect = \"{reconnect}\"
{number}.weight = {number}
{number}.description.en = \"What {number} means.\"
{number}.description.zh-CN = \"{number} 的含义。\"
"
        )
        .expect("a string takes all");
    }
    table
}
