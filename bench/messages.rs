//! How long it takes to report the errors in a megabyte of invalid input, in milliseconds of CPU time
//! (on Linux), best of three, the slowest first. The goal is 200 ms, whatever the input.
//!
//! ```text
//! cargo bench --bench messages
//! ```

#[path = "../codegen/tests/samples/mod.rs"]
mod samples;

use std::fs;
use std::hint::black_box;
use std::time::Duration;

use close_codes_codegen::{Source, Table};

use samples::{REPEATED, Random, damaged, fixtures, lines, repeated};

const LEN: usize = 1 << 20;

/// Rows of which no two are the same: what they are, what comes before them, and one; `#` is its number.
const NUMBERED: [(&str, &str, &str); 14] = [
    ("codes", "[codes]\n", "# = \"Name #\"\n"),
    ("codes and a key", "[codes]\n", "# = { name = \"Name #\", allow_reserved = true }\n"),
    ("sections", "", "[codes.#]\nname = \"Name #\"\n"),
    ("dotted lines", "[codes]\n", "#.name = \"Name #\"\n"),
    ("malformed spans", "[codes]\n", "4#-4# = \"Name #\"\n"),
    ("spans without a name", "[codes]\n", "\"4000, #\".reconnect = \"never\"\n"),
    ("names of one code", "[codes]\n", "4000.aliases = [\"Name #\"]\n"),
    ("unknown keys", "[codes]\n", "4000.key_# = 1\n"),
    ("unknown keys of rows", "[codes]\n", "#.key = 1\n"),
    ("languages", "[codes]\n", "4000.description.en-x# = \"Text #\"\n"),
    ("columns", "", "[columns.column_#]\ntype = \"bool\"\n"),
    ("columns with a default", "", "[columns.column_#]\ntype = \"bool\"\ndefault = true\n"),
    ("columns without a type", "", "[columns.column_#]\n"),
    ("tables", "", "[table_#]\n"),
];

/// A megabyte of pieces.
fn fill(mut piece: impl FnMut() -> String) -> String {
    let mut text = String::new();
    while text.len() < LEN {
        text.push_str(&piece());
    }
    text
}

/// The CPU time of this thread.
fn processor_time() -> Duration {
    let times = fs::read_to_string("/proc/thread-self/schedstat").expect("a file of Linux");
    let (running, _) = times.split_once(' ').expect("three numbers");
    Duration::from_nanos(running.parse().expect("nanoseconds"))
}

fn main() {
    let mut random = Random::new(1);
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in REPEATED {
        for line_end in ["\n", "\r", ""] {
            if !line.is_empty() || !line_end.is_empty() {
                let text = repeated(line, line_end, LEN);
                texts.push((format!("{line:?} and {line_end:?}"), text.clone()));
                texts.push((
                    format!("`[codes]`, {line:?} and {line_end:?}"),
                    format!("[codes]\n{text}"),
                ));
            }
        }
    }
    texts.push(("generated lines".to_owned(), fill(|| lines(&mut random))));
    texts.push((
        "damaged lines".to_owned(),
        fill(|| {
            let lines = lines(&mut random);
            damaged(&lines, &mut random)
        }),
    ));
    let tables = fixtures("invalid");
    texts.push((
        "invalid fixtures".to_owned(),
        fill(|| tables[random.below(tables.len())].1.clone()),
    ));
    let ascii = |random: &mut Random| char::from(u8::try_from(random.below(128)).expect("ASCII"));
    texts.push(("ASCII".to_owned(), fill(|| ascii(&mut random).to_string())));
    let any = |random: &mut Random| {
        char::from_u32(u32::try_from(random.below(0xD800)).expect("a number"))
    };
    texts.push((
        "characters".to_owned(),
        fill(|| any(&mut random).into_iter().collect()),
    ));
    for (what, head, row) in NUMBERED {
        let mut numbers = 0..;
        let rows = fill(|| row.replace('#', &numbers.next().expect("endless").to_string()));
        texts.push((what.to_owned(), format!("{head}{rows}")));
    }

    let (standard, _) = Table::standard();
    let mut figures: Vec<(Duration, usize, String)> = Vec::new();
    for (what, text) in texts {
        let source = Source::new("table.toml", text);
        let run = || {
            let start = processor_time();
            let (_, diagnostics) = black_box(standard.extended(&source));
            (processor_time() - start, diagnostics.len())
        };
        let (time, messages) = (0..3).map(|_| run()).min().expect("three runs");
        figures.push((time, messages, what));
    }
    figures.sort();
    for (time, messages, what) in figures.iter().rev() {
        println!(
            "{:8.1} ms {messages:4} messages: {what}",
            time.as_secs_f64() * 1e3
        );
    }
}
