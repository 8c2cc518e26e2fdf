//! What reaches a terminal: its width, colours, and the characters that it would obey.

use std::io::Read as _;
use std::process::Stdio;

use unicode_width::UnicodeWidthStr as _;

use super::{close_codes, code, directory, many, run, stderr, stdout, tables_of};

#[test]
fn no_line_is_wider_than_the_terminal_and_no_word_is_cut() {
    let tables = tables_of("list");
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split_whitespace()
            .map(|word| word.trim_end_matches(':').to_owned());
        words.collect()
    };
    for (args, is_chinese) in [
        (vec!["list", "columns.toml"], false),
        (vec!["list", "gateway.toml"], false),
        (vec!["list", "gateway.toml", "--lang", "zh-CN"], true),
        (vec!["list", "--catalogue"], false),
        (vec!["explain", "1006", "4009"], false),
        (vec!["explain", "1000-4999"], false),
        (vec!["diff", "gateway.toml", "columns.toml"], false),
    ] {
        let at = |columns: usize| {
            let columns = columns.to_string();
            let output = close_codes(&tables)
                .args(&args)
                .env("COLUMNS", columns)
                .output();
            stdout(&output.expect("the command runs"))
        };
        let wide = words(&at(100_000));
        for columns in [1, 10, 20, 30, 40, 60, 79, 80, 120, 200] {
            let text = at(columns);
            for word in words(&text) {
                assert!(
                    is_chinese || wide.contains(&word),
                    "{args:?} at {columns}: {word}"
                );
            }
            let quoted = |line: &str| args[0] == "diff" && line.starts_with("    ");
            for line in text
                .lines()
                .filter(|line| !quoted(line) && line.width() > columns)
            {
                // A single word may be longer; so may the one that ends the label before it.
                let words = line.split_whitespace().count();
                assert!(
                    words <= 3 && columns <= 30 || words <= 2,
                    "{args:?} at {columns}: {line}"
                );
            }
        }
    }
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let directory = directory(&[("wrong.toml", "[codes]\n4000 = 1\n")]);
    let is_coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = close_codes(directory.path());
        let output = command.args(args).envs(variables.iter().copied()).output();
        stdout(&output.expect("the command runs")).contains('\u{1b}')
    };
    for command in [
        &["check", "wrong.toml"][..],
        &["explain", "1000"],
        &["list"],
    ] {
        let with = |color: &'static str| [command, &["--color", color]].concat();
        assert!(!is_coloured(command, &[]));
        assert!(is_coloured(command, &[("CLICOLOR_FORCE", "1")]));
        assert!(!is_coloured(command, &[("NO_COLOR", "1")]));
        assert!(is_coloured(&with("always"), &[]));
        assert!(is_coloured(&with("always"), &[("NO_COLOR", "1")]));
        assert!(!is_coloured(&with("never"), &[("CLICOLOR_FORCE", "1")]));
    }
}

/// Text of a table that a terminal would obey, or that would hide what is beside it.
const HOSTILE: &str = r#"
title = "T \u001b[31m\u202e"
description = "D \u001b]0;x\u0007 \u2066"
reference = "R \u009b1m"
[columns.note]
type = "string"
optional = true
description = "\u001b[2J"
[codes]
4000.name = "N \u202eabc"
4000.variant = "N"
4000.aliases = ["A \u001b[1m"]
4000.reason = "W \u0008\u2067"
4000.note = "V \u001b[5m"
4000.reference = "F \u200f"
4000.deprecated = "X \u001b"
4000.description = "P \u001b[7m\u202d"
4000.docs = "M \u001b[8m **b \u202e** [l](\u001b) `c \u001b`"
"#;

#[test]
fn characters_that_a_terminal_obeys_are_escaped() {
    let plain: String = HOSTILE
        .lines()
        .map(|line| {
            // Only what the format lets a table have in it; the others are errors, which show it too.
            line.to_owned() + "\n"
        })
        .collect();
    let directory = directory(&[
        ("hostile.toml", &plain),
        (
            "wrong.toml",
            "[codes]\n4000 = { nmae = \"\u{1b}[31m\u{202e}\" }\n\"\u{202e}\" = 1\n",
        ),
        ("old.toml", "[codes]\n4000 = \"Old\"\n4000.x = 1\n"),
        ("plain.toml", "[codes]\n4001 = \"Old\"\n"),
    ]);
    let is_safe = |c: char| {
        !c.is_control()
            && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut escaped = 0;
    for args in [
        &["check", "hostile.toml", "wrong.toml", "no\u{1b}[31m.toml"][..],
        &["check", "--format", "json", "hostile.toml", "wrong.toml"],
        &["check", "--format", "github", "hostile.toml", "wrong.toml"],
        &["list", "hostile.toml"],
        &["list", "hostile.toml", "--json"],
        &["explain", "4000", "--table", "hostile.toml"],
        &["explain", "4000", "--table", "hostile.toml", "--json"],
        &["explain", "no \u{1b}[31m"],
        &["diff", "plain.toml", "hostile.toml"],
        &["diff", "hostile.toml", "plain.toml", "--format", "json"],
        &["diff", "hostile.toml", "plain.toml", "--format", "github"],
        &[
            "export",
            "--to",
            "json",
            "hostile.toml",
            "-o",
            "\u{1b}[31m.json",
            "--check",
        ],
    ] {
        let output = run(directory.path(), args);
        for text in [stdout(&output), stderr(&output)] {
            for line in text.lines() {
                assert!(line.chars().all(is_safe), "{args:?}: {line:?}");
            }
            escaped += text.matches("\\u{").count() + text.matches("\\u").count();
        }
    }
    assert!(escaped > 50, "the characters are shown: {escaped}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let directory = directory(&[("many.toml", &many(2000))]);
    for args in [
        &["list", "many.toml"][..],
        &["list", "many.toml", "--json"],
        &["export", "--to", "json", "many.toml"],
        &["explain", "0-65535"],
        &["completions", "bash"],
    ] {
        let mut child = close_codes(directory.path())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut pipe = child.stdout.take().expect("a pipe");
        let mut first = [0; 10];
        pipe.read_exact(&mut first).expect("some output");
        drop(pipe);
        let output = child.wait_with_output().expect("output");
        assert_eq!(
            (code(&output), stderr(&output)),
            (0, String::new()),
            "{args:?}"
        );
    }
}

#[test]
fn the_language_is_that_of_the_option_else_of_the_locale_else_english() {
    let tables = tables_of("list");
    let shown = |args: &[&str], variables: &[(&str, &str)]| {
        let args = [&["explain", "1001"], args].concat();
        let output = close_codes(&tables)
            .args(args)
            .envs(variables.iter().copied())
            .output();
        let text = stdout(&output.expect("the command runs"));
        let line = text.lines().nth(1).expect("a description").to_owned();
        if line.is_ascii() { "en" } else { "zh" }
    };
    assert_eq!(shown(&[], &[]), "en");
    assert_eq!(shown(&[], &[("LANG", "zh_CN.UTF-8")]), "zh");
    assert_eq!(shown(&[], &[("LANG", "zh_TW.UTF-8")]), "zh");
    assert_eq!(shown(&[], &[("LANG", "de_DE.UTF-8")]), "en");
    assert_eq!(
        shown(&[], &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]),
        "en"
    );
    assert_eq!(shown(&[], &[("LC_ALL", "C")]), "en");
    assert_eq!(
        shown(&["--lang", "zh-CN"], &[("LANG", "en_GB.UTF-8")]),
        "zh"
    );
    assert_eq!(shown(&["--lang", "zh_Hans_CN"], &[]), "zh");
    assert_eq!(shown(&["--lang", "en"], &[("LANG", "zh_CN.UTF-8")]), "en");
    assert_eq!(shown(&["--lang", "fr"], &[]), "en");
}
