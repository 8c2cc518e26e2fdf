//! What the exports to Python say.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::{Case, check_is_plain, expected, folder, run, string, word_after};

pub(crate) fn answers(cases: &[Case]) -> Vec<Value> {
    let folder = folder("python");
    let mut published = Vec::new();
    let mut driver = String::from(HEAD);
    let mut body = String::new();
    for (index, case) in cases.iter().enumerate() {
        let text = case.export("python");
        check_is_plain(case, "python", &text);
        let name = word_after(&text, "\n\nclass Unnamed");
        let file = format!("t{index}.py");
        fs::write(folder.join(&file), &text).expect("a file");
        if case.is_published {
            published.push(file);
        }
        line!(driver, "import t{index}");
        module(&mut body, case, index, name, &text);
    }
    fs::write(folder.join("driver.py"), driver + &body).expect("a file");
    run(Command::new("mypy")
        .args(["--strict", "."])
        .current_dir(&folder));
    run(Command::new("black")
        .args(["--check", "--quiet"])
        .args(&published)
        .current_dir(&folder));
    let answers = |python: &str, count: usize| -> Vec<Value> {
        let out = run(Command::new(python)
            .args(["-W", "error", "-B", "driver.py", &count.to_string()])
            .current_dir(&folder));
        let lines = out.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    };
    let all = answers("python3", cases.len());
    // The oldest that is supported, where it is installed: it is slow, and gets a few tables.
    if let Ok(oldest) = std::env::var("OLDEST_PYTHON") {
        let few = &all[..8];
        assert!(
            answers(&oldest, few.len()) == few,
            "{oldest} says something else"
        );
    }
    all
}

const HEAD: &str = "\
from __future__ import annotations

import json
import sys
from typing import Callable, NoReturn


def cell(value: object) -> object:
    return value if value is None or isinstance(value, (bool, str)) else str(value)


def never(value: NoReturn) -> NoReturn:
    raise AssertionError(value)


def runs(answer: Callable[[int], object], shown: Callable[[int], object]) -> list[object]:
    out: list[object] = []
    last: object = ()
    for code in range(65536):
        found = answer(code)
        if found != last:
            out.append((code, shown(code)))
        last = found
    return out


def raises(code: float, get: Callable[[int], object]) -> None:
    try:
        get(code)  # type: ignore[arg-type]
    except ValueError as error:
        assert str(error).startswith(f\"{code} is not a close code\"), error
        return
    raise AssertionError(code)


";

/// Adds what prints one table, and a chain of comparisons with all of its codes.
fn module(body: &mut String, case: &Case, index: usize, name: &str, text: &str) {
    let t = format!("t{index}");
    let prefix = name.strip_suffix("Code").unwrap_or(name);
    let columns: Vec<String> = case
        .table
        .columns()
        .iter()
        .map(|column| format!("cell(code.{})", column.name))
        .collect();
    let asked: Vec<String> = expected::asked(case, "Python")
        .iter()
        .map(|tag| string(tag))
        .collect();
    let (asked, columns) = (asked.join(", "), columns.join(", "));
    let absent = if case.custom_only {
        "    if code is None:\n        return None\n"
    } else {
        ""
    };
    let sendable = if case.custom_only {
        "None"
    } else {
        "code.is_sendable"
    };
    write!(
        body,
        "

asked{index} = ({asked},)


def answer{index}(number: int) -> object:
    code = {t}.{name}.from_code(number)
{absent}    assert code == number and isinstance(code, int)
    assert str(code) == f\"{{code}}\" == f\"{{code:d}}\" == str(number)
    return (
        isinstance(code, {t}.{name}), code.phrase, code.aliases, code.reason,
        code.reference or \"\", code.deprecated or \"\",
        code.range and code.range.phrase,
        tuple(map(code.description_in, {t}.LANGUAGES)), ({columns},),
        {sendable}, code.is_browser_sendable,
    )


def shown{index}(number: int) -> object:
    found = answer{index}(number)
    code = {t}.{name}.from_code(number)
    if code is None or not isinstance(found, tuple):
        return None
    assert code.description == code.description_in(\"\")
    return *found[:7], tuple(map(code.description_in, asked{index})), *found[8:]


if {index} < int(sys.argv[1]):
    print(json.dumps({{
        \"languages\": {t}.LANGUAGES,
        \"codes\": list({t}.{name}),
        \"ranges\": [
            (
                each.phrase, each.reference or \"\", each.range and each.range.phrase,
                [(span[0], span[-1]) for span in each.spans],
                [each.description_in(tag) for tag in asked{index}],
                [
                    code in each
                    for span in each.spans
                    for code in (span[0] - 1, span[0], span[-1], span[-1] + 1)
                ],
            )
            for each in {t}.{prefix}Range
        ],
        \"runs\": runs(answer{index}, shown{index}),
    }}))
"
    )
    .expect("a string takes all");
    if !case.custom_only {
        line!(
            body,
            "raises(-1, {t}.{name}.from_code)\nraises(65536, {t}.{name}.from_code)\nraises(1.5, {t}.{name}.from_code)"
        );
    }
    let members = members(text, name);
    let codes = case
        .table
        .codes()
        .iter()
        .filter(|code| !case.custom_only || code.entry.is_custom());
    assert_eq!(members.len(), codes.count());
    let Some((last, others)) = members.split_last() else {
        return;
    };
    for (function, missing) in [("all", false), ("most", true)] {
        line!(body, "\n\ndef {function}{index}(code: {t}.{name}) -> str:");
        for member in others.iter().chain((!missing).then_some(last)) {
            line!(
                body,
                "    if code is {t}.{name}.{member}:\n        return {}",
                string(member)
            );
        }
        let ignore = if missing {
            "  # type: ignore[arg-type]"
        } else {
            ""
        };
        line!(body, "    never(code){ignore}");
    }
}

/// The members of the enum that are not other names of one before.
fn members<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let (_, text) = text
        .split_once(&format!("\nclass {name}(_Entry, enum.IntEnum):\n"))
        .expect("the enum");
    let text = text.split("\n    @classmethod").next().unwrap_or_default();
    let members = text.lines().filter_map(|line| {
        let (member, number) = line.strip_prefix("    ")?.split_once(" = ")?;
        let is_member = !member.contains(' ') && number.bytes().all(|byte| byte.is_ascii_digit());
        is_member.then_some(member)
    });
    members.collect()
}
