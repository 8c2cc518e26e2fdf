//! Tables whose texts look like code, markup or the end of a string.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What the parser allows in names, descriptions and reasons.
const VISIBLE: &[&str] = &[
    "\"",
    "'",
    "\\",
    "\\\\",
    "\\u0041",
    "*/",
    "/*",
    "//",
    "\"\"\"",
    "'''",
    "`",
    "``",
    "```",
    "${x}",
    "#{x}",
    "{{x}}",
    "{%x%}",
    "</script>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "--!>",
    "]]>",
    "</p>",
    "<b>",
    "<br>",
    "&amp;",
    "&#124;",
    "&lt",
    "|",
    "\\|",
    "||",
    "~~x~~",
    "**x**",
    "__x__",
    "*x*",
    "_x_",
    "[a](b)",
    "![x](y)",
    "[[x]]",
    "<https://example.org>",
    "www.example.org",
    "a@example.org",
    "$x$",
    "$$",
    "^x^",
    "#",
    "- x",
    "1. x",
    "> x",
    ": x",
    "? x",
    "%x",
    "@x",
    "!!x",
    "&x",
    "*x",
    "---",
    "...",
    "null",
    "no",
    "0x10",
    "~",
    "超时",
    "é",
    "e\u{301}",
    "👩‍💻",
    "🌊",
    "\u{a0}",
    "\u{3000}x",
    "𝒳",
    "\u{e000}",
    "  ",
    "=",
    ";",
    "%s",
    "{}",
    "\u{200d}x",
];

/// What only other texts may hold.
const INVISIBLE: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{1}",
    "\u{7}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{9f}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{2066}x\u{2069}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{1ffff}",
    "\u{e0041}",
    "\u{ad}",
    "\n\n",
    "\n- x\n",
    "\n```\n",
    "\n    x\n",
    "\n<div>\n",
    "\n| a |\n|---|\n",
];

/// A hostile table with this seed, in a file of the target directory.
pub(crate) fn write(seed: u64) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&folder).expect("a folder");
    // Tests that run at the same time write the same.
    let path = folder.join(format!("hostile-{seed}.toml"));
    let text = Writer {
        state: seed,
        count: 0,
    }
    .table();
    if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
        let new = folder.join(format!(
            "hostile-{seed}.{:?}.new",
            std::thread::current().id()
        ));
        fs::write(&new, text).expect("a file");
        fs::rename(new, &path).expect("a file");
    }
    path
}

struct Writer {
    state: u64,
    count: u32,
}

impl Writer {
    /// `SplitMix64`.
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("a length");
        usize::try_from(self.random() % end).expect("below a length")
    }

    fn is_rare(&mut self) -> bool {
        self.below(3) == 0
    }

    /// Some pieces, with and without a gap.
    fn pieces(&mut self, pieces: &[&[&str]]) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(6) {
            let from = pieces[self.below(pieces.len())];
            text.push_str(from[self.below(from.len())]);
            if self.is_rare() {
                text.push_str([" ", "x", " y "][self.below(3)]);
            }
        }
        text
    }

    /// Text that can be seen, different from all others.
    fn name(&mut self) -> String {
        self.count += 1;
        let (text, count) = (self.pieces(&[VISIBLE]), self.count);
        // Neither end may be a space; each kind of character is to come first and last in some text.
        let text = text.trim();
        if self.is_rare() {
            format!("n{count} {text}")
        } else {
            format!("{text} n{count}").trim_start().to_owned()
        }
    }

    fn reason(&mut self) -> String {
        let mut text = self.pieces(&[VISIBLE]);
        while text.len() > 123 {
            text.pop();
        }
        text
    }

    /// One paragraph.
    fn description(&mut self) -> String {
        let (a, b) = (self.pieces(&[VISIBLE]), self.pieces(&[VISIBLE]));
        let gap = ["\n", "\r\n", "\t", " "][self.below(4)];
        format!("{a}.{gap}{b}.")
    }

    /// Any text at all that is not blank.
    fn text(&mut self) -> String {
        let text = self.pieces(&[VISIBLE, INVISIBLE, INVISIBLE]);
        if text.trim().is_empty() {
            format!("{text}t")
        } else {
            text
        }
    }

    fn table(mut self) -> String {
        let mut out = String::new();
        let mut line = |key: &str, text: &str| {
            writeln!(out, "{key} = {}", quoted(text)).expect("a string takes all");
        };
        line("title", &self.name());
        line("description.en", &self.description());
        line("description.zh-CN", &self.description());
        let address = "https://example.org/a_b(c)*~!'/[d]?x=1&y=%20|&amp;#\\$";
        let reference = if self.is_rare() {
            self.name()
        } else {
            address.to_owned()
        };
        line("reference", &reference);
        let kinds: Vec<String> = (0..3)
            .map(|i| format!("k{i} {}", ["it's", "</option>", "a|b"][i]))
            .collect();
        line("columns.note.type", "string");
        line("columns.note.default", &self.text());
        line("columns.note.description", &self.description());
        line("columns.hint.type", "string");
        out.push_str("columns.hint.optional = true\n");
        let values: Vec<String> = kinds.iter().map(|kind| quoted(kind)).collect();
        writeln!(out, "columns.kind.type = [{}]", values.join(", ")).expect("a string takes all");
        writeln!(out, "columns.kind.default = {}", values[0]).expect("a string takes all");
        // A name that YAML 1.1 reads as a boolean, and the limits of two types.
        out.push_str("columns.no = { type = \"u64\", default = 18446744073709551615 }\n");
        out.push_str(
            "columns.low = { type = \"i64\", default = -9223372036854775808 }\n\n[codes]\n",
        );
        let first = 4000 + self.below(50);
        for (i, numbers) in [
            "4100-4499".to_owned(),
            "4200-4299".to_owned(),
            "\"4210-4219, 4230\"".to_owned(),
            format!("3100-{}", 3200 + self.below(100)),
        ]
        .iter()
        .enumerate()
        {
            self.row(&mut out, numbers, &format!("Range{i}"), false);
        }
        for i in 0..12 {
            let number = [first + i, 4190 + 3 * i, 3150 + 7 * i][i % 3];
            self.row(&mut out, &number.to_string(), &format!("Code{i}"), true);
        }
        // Values of some numbers only.
        writeln!(out, "4241-4260 = {{ note = {} }}", quoted(&self.text()))
            .expect("a string takes all");
        writeln!(out, "4400-4410.kind = {}", quoted(&kinds[1])).expect("a string takes all");
        out.push_str("4450-4480 = { sender = \"client\", reconnect = \"never\" }\n");
        out
    }

    fn row(&mut self, out: &mut String, numbers: &str, variant: &str, is_code: bool) {
        let mut keys = vec![("name", self.name()), ("variant", variant.to_owned())];
        if self.is_rare() {
            keys.push(("description.en", self.description()));
            // `no` is another trap of YAML 1.1.
            for language in ["no", "ar", "zh-CN", "x-klingon"] {
                if self.is_rare() {
                    let key = [
                        "description.no",
                        "description.ar",
                        "description.zh-CN",
                        "description.x-klingon",
                    ];
                    let key = key
                        .into_iter()
                        .find(|key| key.ends_with(language))
                        .expect("a key");
                    keys.push((key, self.description()));
                }
            }
        }
        for key in ["docs", "note", "hint"] {
            if self.is_rare() {
                keys.push((key, self.text()));
            }
        }
        if self.is_rare() {
            keys.push(("reference", self.name()));
        }
        if is_code && self.is_rare() {
            keys.push(("deprecated", self.name()));
        }
        if is_code && self.is_rare() {
            keys.push(("reason", self.reason()));
        }
        for (key, text) in keys {
            writeln!(out, "{numbers}.{key} = {}", quoted(&text)).expect("a string takes all");
        }
        if is_code && self.is_rare() {
            let aliases: Vec<String> = (0..2).map(|_| quoted(&self.name())).collect();
            writeln!(out, "{numbers}.aliases = [{}]", aliases.join(", "))
                .expect("a string takes all");
        }
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_ascii_graphic() || c == ' ' => out.push(c),
            c => write!(out, "\\U{:08X}", u32::from(c)).expect("a string takes all"),
        }
    }
    out.push('"');
    out
}
