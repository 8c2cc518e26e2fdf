//! Tables made from the fixtures: lines are removed, duplicated, moved, or get the value of another line.
#![no_main]

#[path = "../../codegen/tests/claims/mod.rs"]
mod claims;

use std::path::Path;
use std::sync::LazyLock;
use std::{fs, str};

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|table: &str| claims::table(table));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut random = Random(seed);
    let table = str::from_utf8(&data[..size]);
    let Some(table) = table.ok().filter(|_| random.below(4) > 0) else {
        return fuzzer_mutate(data, size, max_size);
    };
    let mut lines: Vec<String> = table.lines().map(str::to_owned).collect();
    for _ in 0..=random.below(3) {
        mutate(&mut lines, &mut random);
    }
    let table = lines.join("\n");
    let end = table.floor_char_boundary(max_size);
    data[..end].copy_from_slice(&table.as_bytes()[..end]);
    end
});

fn mutate(lines: &mut Vec<String>, random: &mut Random) {
    if lines.is_empty() {
        lines.push(random.of(&LINES).clone());
    }
    let (from, to) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(6) {
        0 => drop(lines.remove(from)),
        1 => lines.insert(to, lines[from].clone()),
        2 => lines.swap(from, to),
        3 => lines.insert(to, random.of(&LINES).clone()),
        4 => give(&mut lines[to], random.of(&LINES)),
        _ => {
            let line = lines[from].clone();
            give(&mut lines[to], &line);
        }
    }
}

/// The key of a line gets the value of another one.
fn give(line: &mut String, other: &str) {
    if let (Some((key, _)), Some((_, value))) = (line.split_once('='), other.split_once('=')) {
        *line = format!("{key}={value}");
    }
}

/// The lines of all fixtures.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/fixtures");
    let files = ["valid", "invalid"].map(|folder| fs::read_dir(fixtures.join(folder)));
    let files = files.into_iter().flat_map(|files| files.expect("fixtures"));
    let tables = files
        .map(|file| file.expect("a file").path())
        .filter(|file| {
            file.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .map(|file| fs::read_to_string(file).expect("a table"));
    let lines = tables.flat_map(|table| table.lines().map(str::to_owned).collect::<Vec<_>>());
    let mut lines: Vec<String> = lines.filter(|line| line.len() < 200).collect();
    lines.sort();
    lines.dedup();
    lines
});

/// A linear congruential generator (Numerical Recipes): the same numbers from the same seed.
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % end
    }

    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}
