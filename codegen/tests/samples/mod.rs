//! Texts to try: the tables of the fixtures, generated tables, and damaged copies of both. They are
//! the same in every run.

// A module of several tests, inside and outside the crate, which use different parts.
#![allow(dead_code, unreachable_pub)]

use std::path::Path;
use std::{env, fs};

/// The tables of a folder of fixtures, each with its name.
pub fn fixtures(folder: &str) -> Vec<(String, String)> {
    // From `codegen` and from `bench`.
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/fixtures");
    let folder = fixtures.join(folder);
    let files =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = files.map(|file| file.expect("a file of the folder").path());
    let tables = files.filter(|file| file.extension().is_some_and(|found| found == "toml"));
    let mut tables: Vec<(String, String)> = tables
        .map(|file| {
            let name = file.file_stem().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&file).expect("a readable table");
            (name.into_owned(), text)
        })
        .collect();
    tables.sort();
    assert!(!tables.is_empty(), "no table in {}", folder.display());
    tables
}

/// Pseudo-random numbers (xorshift64*).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        usize::try_from(number).expect("32 bits") % end
    }

    pub fn pick<'i>(&mut self, items: &[&'i str]) -> &'i str {
        items[self.below(items.len())]
    }
}

/// Lines of tables, valid and invalid ones, in any order.
pub fn lines(random: &mut Random) -> String {
    const LINES: [&str; 36] = [
        "",
        "  # A comment with `=`, \"quotes\" and [brackets].",
        "[codes]",
        "[codes.4000]",
        " [ codes . \"4100, 4200-4299\" ]  # Here.",
        "[columns.delay]",
        "[[code]]",
        "[codes.4000.description]",
        "type = \"u8\"",
        "optional = true # or not",
        "default = -5",
        "4001 = \"Rate Limited\"",
        "\t\"4002\"\t=\t'Server Full'",
        "4003 = { name = \"Moved\", reason = \"x = [y]\" }",
        "4004 = {",
        "  name = \"Kicked\",",
        "}",
        "4005.name = \"Banned\"",
        "4005 . \"description\" . zh-CN = \"超时\"",
        "4005.aliases = [\"a\", 'b']",
        "4006.aliases = [",
        "  \"a\", # first",
        "  'b',",
        "]",
        "4007.docs = \"\"\"",
        "It says \"\"x = 1\"\" and [y].\\\"",
        "\"\"\"",
        "4008.docs = '''C:\\docs''' # a path",
        "4009.docs = '''",
        "'''",
        "4010 = \"Left",
        "4011 = Evicted",
        "4012, 4013 = \"Both\"",
        "4014: \"Colon\"",
        "name = \"Section\"",
        "description.en = \"An \\u00e9 and a \\\"quote\\\".\"",
    ];
    let count = random.below(16);
    let lines = (0..count).map(|_| {
        let line_end = random.pick(&["\n", "\n", "\n", "\n", "\r\n"]);
        random.pick(&LINES).to_owned() + line_end
    });
    lines.collect()
}

/// A text that is damaged in a few places.
pub fn damaged(text: &str, random: &mut Random) -> String {
    const PIECES: [&str; 24] = [
        "\"", "'", "\"\"\"", "'''", "[", "]", "{", "}", "=", "#", ".", ",", "-", "\\", "\n", "\r",
        "\t", " ", "0", "a", "é", "\u{0}", "\u{feff}", "\u{a0}",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let at = random.below(chars.len() + 1);
        match random.below(8) {
            0..=2 if at < chars.len() => drop(chars.remove(at)),
            3 if at < chars.len() => chars.insert(at, chars[at]),
            4 if at < chars.len() => {
                let piece = random.pick(&PIECES).chars();
                drop(chars.splice(at..=at, piece));
            }
            5 if random.below(8) == 0 => chars.truncate(at),
            _ => {
                let piece = random.pick(&PIECES).chars();
                drop(chars.splice(at..at, piece));
            }
        }
    }
    chars.into_iter().collect()
}

/// Lines that a file may consist of.
pub const REPEATED: [&str; 44] = [
    "",
    " ",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\\"\"\"",
    "\"\"\"x",
    "x = \"\"\"",
    "x = '''",
    "x=[",
    "x={",
    "x=[[",
    "x={a=",
    "x=[1,",
    "x={a=1,",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "]]",
    ",",
    "=",
    "a=1",
    "a.b.c=1",
    "4000=\"A\"",
    "4000.name=\"A\"",
    "4000 = A",
    "4000: \"A\"",
    "[codes.\"4200]",
    "[codes.4200]",
    "[codes",
    "[codes]",
    "[[code]]",
    "[columns.x]",
    "<<<<<<<",
    ">>>>>>>",
    "=======",
    "- a: b",
    "\\",
    "\u{feff}",
    "//",
    "#",
];

/// A file of at least `len` bytes that repeats one line.
pub fn repeated(line: &str, line_end: &str, len: usize) -> String {
    let line = format!("{line}{line_end}");
    line.repeat(len / line.len() + 1)
}
