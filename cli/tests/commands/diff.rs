//! The rules of `diff`: each is found, and nothing else is.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{code, commit, directory, run, stderr, stdout, write};

/// What is found from one table to another: rule, number, lines of both places.
type Found = (String, Option<u64>, Option<u64>, Option<u64>);

fn findings(old: &str, new: &str) -> Vec<Value> {
    let directory = directory(&[("old.toml", old), ("new.toml", new)]);
    let output = run(
        directory.path(),
        &["diff", "old.toml", "new.toml", "--format", "json"],
    );
    let text = stdout(&output);
    let findings: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let is_breaking = findings.iter().any(|finding| finding["breaking"] == true);
    assert_eq!(
        code(&output),
        i32::from(is_breaking),
        "{}{text}",
        stderr(&output)
    );
    for finding in &findings {
        assert_eq!(finding["breaking"] == true, finding["step"] == "major");
        let why = finding["why"].as_str().expect("a reason");
        assert!(!why.is_empty());
    }
    findings
}

fn found(old: &str, new: &str) -> Vec<Found> {
    let findings = findings(old, new);
    let found = findings.iter().map(|finding| {
        let rule = finding["rule"].as_str().expect("a rule").to_owned();
        (
            rule,
            finding["number"].as_u64(),
            finding["old"]["line"].as_u64(),
            finding["new"]["line"].as_u64(),
        )
    });
    found.collect()
}

/// Rule, old rows, new rows; number, and the lines in both files.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    Option<u64>,
    Option<u64>,
    Option<u64>,
);

const N: Option<u64> = None;

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("number-reused", "4000 = 'A'", "4000 = 'B'", Some(4000), Some(3), Some(3)),
    ("number-reused", "4000 = { name = 'A', reconnect = 'never' }", "4000 = 'B'", Some(4000), Some(3), Some(3)),
    ("number-changed", "4000 = 'A'", "\n4001 = 'A'", Some(4000), Some(3), Some(4)),
    ("code-removed", "4000 = 'A'", "", Some(4000), Some(3), N),
    ("deprecated-code-removed", "4000 = { name = 'A', deprecated = 'x' }", "", Some(4000), Some(3), N),
    ("range-removed", "4000-4099 = { name = 'Area' }", "", Some(4000), Some(3), N),
    ("range-moved", "4000-4099 = { name = 'Area' }", "4000-4199 = { name = 'Area' }", Some(4000), Some(3), Some(3)),
    ("advice-never", "4000.name = 'A'\n4000.reconnect = 'backoff'", "4000.name = 'A'\n\n4000.reconnect = 'never'", Some(4000), Some(4), Some(5)),
    ("advice-never", "4000 = { name = 'A', reconnect = 'never' }", "4000 = 'A'", Some(4000), Some(3), Some(3)),
    ("advice-never", "1006 = { reconnect = 'never' }", "", Some(1006), Some(3), N),
    ("advice-changed", "4000 = 'A'", "4000 = { name = 'A', reconnect = 'resume' }", Some(4000), Some(3), Some(3)),
    ("advice-changed", "", "4000-4999 = { reconnect = 'backoff' }", Some(4000), N, Some(3)),
    ("sendable-lost", "4000 = 'A'", "4000 = { name = 'A', sender = 'nobody' }", Some(4000), Some(3), Some(3)),
    ("sender-changed", "4000 = { name = 'A', sender = 'client' }", "4000 = { name = 'A', sender = 'server' }", Some(4000), Some(3), Some(3)),
    ("sender-changed", "4000 = { name = 'A', sender = 'nobody' }", "4000 = 'A'", Some(4000), Some(3), Some(3)),
    ("reason-changed", "4000 = { name = 'A', reason = 'x' }", "4000 = { name = 'A', reason = 'y' }", Some(4000), Some(3), Some(3)),
    ("reason-changed", "4000 = { name = 'A', reason = 'x' }", "4000 = 'A'", Some(4000), Some(3), Some(3)),
    ("code-added", "", "4000 = { name = 'A', reconnect = 'never' }", Some(4000), N, Some(3)),
    ("range-added", "", "4000-4099 = { name = 'Area' }", Some(4000), N, Some(3)),
    ("name-removed", "4000 = { name = 'A', variant = 'V' }", "4000 = { name = 'B', variant = 'V' }", Some(4000), Some(3), Some(3)),
    ("variant-removed", "4000 = { name = 'A', variant = 'V' }", "4000 = { name = 'A', variant = 'W' }", Some(4000), Some(3), Some(3)),
    ("variant-removed", "4000-4099 = { name = 'Area', variant = 'Old' }", "4000-4099 = { name = 'Area', variant = 'New' }", Some(4000), Some(3), Some(3)),
    ("alias-removed", "4000.name = 'A'\n4000.aliases = ['b', 'c']", "4000.name = 'A'\n4000.aliases = ['c']", Some(4000), Some(4), Some(4)),
    ("name-changed", "4000 = { name = 'A', variant = 'V' }", "4000 = { name = 'B', variant = 'V', aliases = ['A'] }", Some(4000), Some(3), Some(3)),
    ("alias-added", "4000 = 'A'", "4000.name = 'A'\n4000.aliases = ['b']", Some(4000), Some(3), Some(4)),
    ("deprecation-changed", "4000 = { name = 'A', deprecated = 'x' }", "4000 = { name = 'A', deprecated = 'y' }", Some(4000), Some(3), Some(3)),
    ("deprecation-changed", "4000 = { name = 'A', deprecated = 'x' }", "4000 = 'A'", Some(4000), Some(3), Some(3)),
    ("code-deprecated", "4000 = 'A'", "4000 = { name = 'A', deprecated = 'x' }", Some(4000), Some(3), Some(3)),
    ("description-changed", "4000 = { name = 'A', description = 'x' }", "4000 = { name = 'A', description = 'y' }", Some(4000), Some(3), Some(3)),
    ("description-changed", "4000 = 'A'\n4001 = { name = 'B', description = 'x' }", "4000 = { name = 'A', description = 'y' }\n4001 = { name = 'B', description = 'x' }", Some(4000), Some(3), Some(3)),
    ("docs-changed", "4000 = { name = 'A', docs = 'x' }", "4000 = { name = 'A', docs = 'y' }", Some(4000), Some(3), Some(3)),
    ("docs-changed", "4000 = { name = 'A', reference = 'x' }", "4000 = { name = 'A', reference = 'y' }", Some(4000), Some(3), Some(3)),
    ("docs-changed", "[columns.c]\ntype = 'u8'\ndefault = 1\ndescription = 'x'", "[columns.c]\ntype = 'u8'\ndefault = 1", N, Some(3), Some(3)),
    ("docs-changed", "title = 'x'", "title = 'y'", N, Some(3), Some(3)),
    ("docs-changed", "title = 'x'\nreference = 'x'", "title = 'x'", N, Some(4), N),
    ("docs-changed", "title = 'x'\ndescription.en = 'x'", "title = 'x'\ndescription.en = 'y'", N, Some(4), Some(4)),
    ("docs-changed", "title = 'x'\nchecked = 2026-01-02", "title = 'x'\nchecked = 2026-01-03", N, Some(4), Some(4)),
    ("language-dropped", "4000.name = 'A'\n4000.description.en = 'x'\n4000.description.zh-CN = 'y'", "4000 = { name = 'A', description = 'x' }", N, Some(5), N),
    ("column-removed", "[columns.c]\ntype = 'u8'\ndefault = 1", "", N, Some(3), N),
    ("column-added", "", "[columns.c]\ntype = 'u8'\ndefault = 1", N, N, Some(3)),
    ("column-retyped", "[columns.c]\ntype = 'u8'\ndefault = 1", "[columns.c]\ntype = 'u16'\ndefault = 1", N, Some(3), Some(3)),
    ("column-retyped", "[columns.c]\ntype = 'u8'\noptional = true", "[columns.c]\ntype = 'u8'\ndefault = 1", N, Some(3), Some(3)),
    ("enum-value-removed", "[columns.c]\ntype = ['a', 'b']\ndefault = 'a'", "[columns.c]\ntype = ['a']\ndefault = 'a'", N, Some(3), Some(3)),
    ("enum-value-added", "[columns.c]\ntype = ['a']\ndefault = 'a'", "[columns.c]\ntype = ['b', 'a']\ndefault = 'a'", N, Some(3), Some(3)),
    ("value-changed", "[columns.c]\ntype = 'u8'\ndefault = 1", "[columns.c]\ntype = 'u8'\ndefault = 2", N, Some(3), Some(3)),
    ("default-language-changed", "default_language = 'en'", "default_language = 'zh-CN'", N, Some(3), Some(3)),
];

/// Rows become a table: two lines, then them.
fn table(rows: &str) -> String {
    let tops = ["[columns", "default_language", "title"];
    let is_top = tops.iter().any(|top| rows.starts_with(top));
    let head = if is_top {
        "# A table.\n\n"
    } else {
        "# A table.\n[codes]\n"
    };
    format!("{head}{rows}\n")
}

#[test]
fn each_change_is_found_by_its_rule_and_by_no_other() {
    for &(rule, old, new, number, old_line, new_line) in CASES {
        let expected = (rule.to_owned(), number, old_line, new_line);
        let mut found = found(&table(old), &table(new));
        if rule == "column-retyped" && old.contains("optional") {
            // Codes that had no value have one now.
            found.retain(|(rule, ..)| rule != "value-changed");
        }
        assert!(
            found.iter().all(|finding| *finding == expected),
            "{rule}: {found:?}"
        );
        assert!(!found.is_empty(), "{rule}");
    }
}

#[test]
fn every_rule_of_the_help_has_a_case() {
    let directory = directory(&[]);
    let help = stdout(&run(directory.path(), &["diff", "--help"]));
    let (_, rules) = help.split_once("\nRules").expect("rules");
    let listed: BTreeSet<&str> = rules
        .lines()
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let cases: BTreeSet<&str> = CASES.iter().map(|case| case.0).collect();
    assert_eq!(listed, cases);
}

#[test]
fn the_other_order_of_rows_is_no_change() {
    let old = "[codes]\n4000 = 'A'\n4001 = { name = 'B', reconnect = 'never' }\n4100-4199 = { name = 'Rest' }\n";
    let new = "[codes.4100-4199]\nname = 'Rest'\n[codes.4001]\nreconnect = 'never'\nname = 'B'\n[codes.4000]\nname = 'A'\n";
    assert_eq!(found(old, new), []);
}

#[test]
fn a_name_on_another_number_has_moved_whatever_the_texts_say() {
    let wire = |old: &str, new: &str| -> Vec<(String, Option<u64>)> {
        let found = findings(&format!("[codes]\n{old}\n"), &format!("[codes]\n{new}\n"));
        let wire = found.iter().filter(|finding| finding["side"] == "wire");
        let rule = |finding: &Value| finding["rule"].as_str().expect("a rule").to_owned();
        wire.map(|finding| (rule(finding), finding["number"].as_u64()))
            .collect()
    };
    let pairs = |expected: &[(&str, u64)]| -> Vec<(String, Option<u64>)> {
        let expected = expected.iter();
        expected
            .map(|&(rule, number)| (rule.to_owned(), Some(number)))
            .collect()
    };
    let swapped = pairs(&[
        ("number-reused", 4000),
        ("number-changed", 4000),
        ("number-reused", 4001),
        ("number-changed", 4001),
    ]);
    assert_eq!(
        wire("4000 = 'A'\n4001 = 'B'", "4000 = 'B'\n4001 = 'A'"),
        swapped
    );
    assert_eq!(
        wire(
            "4000 = { name = 'A', description = 'x' }\n4001 = { name = 'B', description = 'y' }",
            "4000 = { name = 'B', description = 'x' }\n4001 = { name = 'A', description = 'y' }",
        ),
        swapped
    );
    let moved = pairs(&[("number-reused", 4000), ("number-changed", 4000)]);
    let old = "4000 = { name = 'A', aliases = ['X'], description = 'x', reconnect = 'never' }";
    for name in ["A", "a", "X"] {
        let new = format!(
            "4000 = {{ name = 'B', description = 'x', reconnect = 'never' }}\n\
             4001 = {{ name = '{name}', description = 'x', reconnect = 'never' }}"
        );
        assert_eq!(wire(old, &new), moved, "{name}");
    }
    // An alias may become another code, and a name an alias.
    assert_eq!(
        wire(
            old,
            &format!("{}\n4001 = 'X'", old.replace(", aliases = ['X']", ""))
        ),
        pairs(&[("code-added", 4001)])
    );
    assert_eq!(
        wire("4000 = 'A'", "4000 = { name = 'B', aliases = ['A'] }"),
        []
    );
}

#[test]
fn a_renamed_code_means_the_same_if_its_texts_are_equal_in_all_common_languages() {
    let is_reused = |new: &str| {
        let old = "[codes]\n4000.name = 'A'\n4000.description = { en = 'x', zh-CN = 'y' }\n";
        let found = found(old, &format!("[codes]\n4000.name = 'B'\n{new}\n"));
        found.iter().any(|(rule, ..)| rule == "number-reused")
    };
    assert!(!is_reused("4000.description = { en = 'x', zh-CN = 'y' }"));
    assert!(!is_reused("4000.description = { en = 'x' }"));
    assert!(is_reused("4000.description = { en = 'z', zh-CN = 'y' }"));
    assert!(is_reused(""));
}

#[test]
fn what_a_range_said_of_a_number_is_compared_with_its_new_name() {
    let old = "[codes]\n4000-4099 = { name = 'Rest', reconnect = 'never' }\n";
    let rules =
        |new: &str| -> Vec<String> { found(old, new).into_iter().map(|(rule, ..)| rule).collect() };
    let same = format!("{old}4001 = 'A'\n");
    assert_eq!(rules(&same), ["code-added"]);
    let other = format!("{old}4001 = {{ name = 'A', reconnect = 'resume' }}\n");
    assert_eq!(rules(&other), ["advice-never", "code-added"]);
}

#[test]
fn a_range_is_shown_by_its_row_also_if_its_first_number_is_a_code() {
    let old = table("4000 = 'Area closed'\n4000-4099 = { name = 'Area' }");
    let new = table("4000 = 'Area closed'\n4000-4049 = { name = 'Area' }");
    let expected = ("range-moved".to_owned(), Some(4000), Some(4), Some(4));
    assert_eq!(found(&old, &new), [expected]);
    let without = table("4000 = 'Area closed'");
    let expected = ("range-removed".to_owned(), Some(4000), Some(4), None);
    assert!(found(&old, &without).contains(&expected));
    let expected = ("range-added".to_owned(), Some(4000), None, Some(4));
    assert!(found(&without, &old).contains(&expected));
}

#[test]
fn an_allowed_rule_does_not_count() {
    let directory = directory(&[
        ("old.toml", "[codes]\n4000 = 'A'\n4001 = 'B'\n"),
        ("new.toml", "[codes]\n4000 = 'C'\n"),
    ]);
    let diff = |allow: &[&str]| {
        let args = [&["diff", "old.toml", "new.toml"], allow].concat();
        let output = run(directory.path(), &args);
        let text = stdout(&output);
        let summary = text.rsplit("\n\n").next().expect("a summary");
        (code(&output), summary.trim().replace('\n', " "))
    };
    let version = "the next version is a major one";
    let allowed = "allowed by `--allow`";
    assert_eq!(diff(&[]), (1, format!("2 changes, 2 breaking: {version}")));
    let one = ["--allow", "number-reused"];
    let rest = format!("1 change, 1 breaking, and 1 more {allowed}: {version}");
    assert_eq!(diff(&one), (1, rest));
    let both = [one, ["--allow", "code-removed"]].concat();
    assert_eq!(diff(&both), (0, format!("no changes except 2 {allowed}")));
}

#[test]
fn a_table_is_compared_with_that_of_a_revision() {
    let base = "[codes]\n4000 = 'A'\n";
    let directory = directory(&[
        ("tables/base.toml", base),
        (
            "tables/gateway.toml",
            "extends = 'base.toml'\n[codes]\n4001 = 'B'\n",
        ),
    ]);
    commit(directory.path());
    let against = ["diff", "--against", "git:HEAD:tables/gateway.toml"];
    assert_eq!(stdout(&run(directory.path(), &against)), "no changes\n");

    // The change is in the file that the table extends.
    write(
        &directory.path().join("tables/base.toml"),
        "[codes]\n4000 = 'C'\n",
    );
    let output = run(directory.path(), &against);
    let text = stdout(&output);
    assert_eq!(code(&output), 1, "{text}");
    assert!(
        text.contains("old HEAD:tables/base.toml:2:1: 4000 = 'A'"),
        "{text}"
    );
    assert!(
        text.contains("new tables/base.toml:2:1: 4000 = 'C'"),
        "{text}"
    );

    // Paths are from the current directory, as those of files are.
    let inside = directory.path().join("tables");
    let output = run(&inside, &["diff", "--against", "git:HEAD:gateway.toml"]);
    assert_eq!(code(&output), 1, "{}", stderr(&output));
    let output = run(
        &inside,
        &[
            "diff",
            "--against",
            "git:HEAD:base.toml",
            "gateway.toml",
            "--format",
            "github",
        ],
    );
    assert!(
        stdout(&output).contains("::error file=base.toml,line=2,"),
        "{}",
        stdout(&output)
    );
    let output = run(directory.path(), &["list", "git:HEAD:tables/gateway.toml"]);
    assert_eq!(code(&output), 0);

    for (name, message) in [
        (
            "git:nowhere:tables/gateway.toml",
            "cannot read `git:nowhere:tables/gateway.toml`",
        ),
        (
            "git:HEAD:nowhere.toml",
            "cannot read `git:HEAD:nowhere.toml`",
        ),
        ("git:HEAD:/tables/gateway.toml", "has to be relative"),
        ("git:--batch:tables/gateway.toml", "is not `git:REV:PATH`"),
        ("HEAD:tables/gateway.toml", "is not `git:REV:PATH`"),
    ] {
        let output = run(
            directory.path(),
            &["diff", "--against", name, "tables/gateway.toml"],
        );
        assert_eq!(code(&output), 2, "{name}");
        assert!(
            stderr(&output).contains(message),
            "{name}: {}",
            stderr(&output)
        );
    }
}
