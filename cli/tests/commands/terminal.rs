//! What reaches a terminal: its width, colors, and the characters that it would obey.

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
fn colors_are_for_terminals_and_for_who_asks() {
    let directory = directory(&[("wrong.toml", "[codes]\n4000 = 1\n")]);
    let is_colored = |args: &[&str], variables: &[(&str, &str)]| {
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
        assert!(!is_colored(command, &[]));
        assert!(is_colored(command, &[("CLICOLOR_FORCE", "1")]));
        assert!(!is_colored(command, &[("CLICOLOR_FORCE", "0")]));
        assert!(!is_colored(command, &[("NO_COLOR", "1")]));
        assert!(is_colored(&with("always"), &[]));
        assert!(is_colored(&with("always"), &[("NO_COLOR", "1")]));
        assert!(!is_colored(&with("never"), &[("CLICOLOR_FORCE", "1")]));
    }
    for force in ["0", "1"] {
        let variables = [("CLICOLOR_FORCE", force)];
        assert_eq!(is_colored(&["--help"], &variables), force == "1");
    }
}

/// A table of text that a terminal would obey, or that would hide what is beside it. Here are the
/// keys that may have it; everywhere else it is an error, which is drawn.
const ACCEPTED: &str = r#"
[columns.note]
type = "string"
optional = true
description = "\u001b[2J"
[codes]
4000.name = "Name"
4000.note = "V \u001b[5m \u202e"
4000.reference = "F \u200f \u009b1m"
4000.deprecated = "X \u001b]0;x\u0007"
4000.docs = "M \u001b[8m **b \u202e** [l](http://\u2066) `c \u001b`\n\n    code \u001b\n\n<b \u001b>"
"#;

const REFUSED: &str = r#"
title = "T \u001b[31m\u202e"
[codes]
4000.name = "N \u202eabc"
4000.aliases = ["A \u001b[1m"]
4000.description = "P \u001b[7m\u202d"
"#;

#[test]
fn characters_that_a_terminal_obeys_are_escaped() {
    let directory = directory(&[
        ("accepted.toml", ACCEPTED),
        ("refused.toml", REFUSED),
        (
            "raw.toml",
            "[codes]\n4000 = { nmae = \"\u{1b}[31m\u{202e}\" }\n\"\u{202e}\" = 1\n",
        ),
        (
            "plain.toml",
            "[codes]\n4000 = 'Name'\n[columns.note]\ntype = 'string'\noptional = true\n",
        ),
    ]);
    let is_obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let all = ["refused.toml", "raw.toml", "no\u{1b}[31m.toml"];
    for args in [
        &[&["check"], &all[..]].concat()[..],
        &[&["check", "--format", "json"], &all[..]].concat(),
        &[&["check", "--format", "github"], &all[..]].concat(),
        &["list", "accepted.toml"],
        &["list", "accepted.toml", "--json"],
        &["list", "refused.toml"],
        &["explain", "4000", "--table", "accepted.toml"],
        &["explain", "4000", "--table", "accepted.toml", "--json"],
        &["explain", "no \u{1b}[31m"],
        &["diff", "plain.toml", "accepted.toml"],
        &["diff", "plain.toml", "accepted.toml", "--format", "json"],
        &["diff", "plain.toml", "accepted.toml", "--format", "github"],
        &[
            "export",
            "--to",
            "json",
            "plain.toml",
            "-o",
            "\u{1b}[31m.json",
            "--check",
        ],
        &["init", "no\u{1b}[31m/new.toml"],
    ] {
        let output = run(directory.path(), args);
        let text = stdout(&output) + &stderr(&output);
        for line in text.lines() {
            assert!(!line.contains(is_obeyed), "{args:?}: {line:?}");
        }
        let shown = ["\\u{1b}", "\\u001b", "U+001B", "\u{fffd}"];
        assert!(
            shown.iter().any(|escape| text.contains(escape)),
            "{args:?}: {text}"
        );
    }
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
    // The first variable that is set and not empty decides, whatever those after it say.
    for locale in ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8"] {
        for name in ["LC_ALL", "LC_MESSAGES"] {
            let others = [("LANG", "zh_CN.UTF-8"), ("LANGUAGE", "zh_CN")];
            assert_eq!(shown(&[], &[&others[..], &[(name, locale)]].concat()), "en");
        }
    }
    let messages = [("LC_MESSAGES", "zh_CN.UTF-8@pinyin"), ("LANG", "C")];
    assert_eq!(shown(&[], &messages), "zh");
    assert_eq!(
        shown(&[], &[&messages[..], &[("LC_ALL", "")]].concat()),
        "zh"
    );
    assert_eq!(
        shown(&["--lang", "zh-CN"], &[("LANG", "en_GB.UTF-8")]),
        "zh"
    );
    assert_eq!(shown(&["--lang", "zh_Hans_CN"], &[]), "zh");
    assert_eq!(shown(&["--lang", "en"], &[("LANG", "zh_CN.UTF-8")]), "en");
    assert_eq!(shown(&["--lang", "fr"], &[]), "en");
}
