//! `close-codes diff`

use serde_json::{Value, json};

use crate::args::{Diff, Report};
use crate::diff::{Finding, Side, Step, compare};
use crate::load;
use crate::message::annotation;
use crate::output::{BOLD, DIM, Failure, GREEN, Output, RED, Status, YELLOW};
use crate::rows::Position;
use crate::table::Loaded;
use crate::text::{paragraph, visible, visible_json, width};

pub(crate) fn run(args: &Diff) -> Result<Output, Failure> {
    let (old, new) = tables(args).map_err(Failure::CannotRun)?;
    let (old, new) = (load::sound(&old)?, load::sound(&new)?);
    let mut findings = compare(&old, &new);
    let all = findings.len();
    findings.retain(|finding| !args.allow.contains(&finding.rule));
    let allowed = all - findings.len();
    let is_breaking = findings.iter().any(|finding| finding.rule.is_breaking());
    let out = match args.format {
        Report::Human => human(&findings, allowed, &old, &new),
        Report::Json => findings
            .iter()
            .map(|finding| visible_json(&object(finding)) + "\n")
            .collect(),
        Report::Github => findings
            .iter()
            .map(|finding| github(finding, &new))
            .collect(),
    };
    Ok(Output {
        out,
        status: if is_breaking {
            Status::Found
        } else {
            Status::Good
        },
        ..Output::default()
    })
}

/// The names of the old table and the new one.
fn tables(args: &Diff) -> Result<(String, String), String> {
    load::check_stdin(&args.tables)?;
    match (args.against.as_deref(), args.tables.as_slice()) {
        (None, [old, new]) => Ok((old.clone(), new.clone())),
        (Some(old), [new]) if is_git(old) => Ok((old.to_owned(), new.clone())),
        (Some(old), []) if is_git(old) => {
            let path = old.splitn(3, ':').nth(2).unwrap_or_default();
            Ok((old.to_owned(), path.to_owned()))
        }
        (Some(old), [] | [_]) => Err(format!("`{old}` is not `git:REV:PATH`")),
        (Some(_), _) => Err("with `--against`, expected at most one TABLE, the new one".to_owned()),
        (None, _) => Err(
            "expected two tables, the old one and the new one, or `--against git:REV:PATH`"
                .to_owned(),
        ),
    }
}

fn is_git(name: &str) -> bool {
    name.starts_with("git:") && name.splitn(3, ':').count() == 3
}

fn human(findings: &[Finding], allowed: usize, old: &Loaded, new: &Loaded) -> String {
    let width = width();
    let mut out = String::new();
    for (side, title) in [
        (Side::Wire, "On the wire"),
        (Side::Source, "In programs that use the table"),
    ] {
        let of_side: Vec<_> = findings
            .iter()
            .filter(|finding| finding.rule.side() == side)
            .collect();
        if of_side.is_empty() {
            continue;
        }
        let title = format!("{BOLD}{title}{BOLD:#}");
        out.push_str(&paragraph(&title, width, "", ""));
        out.push_str("\n\n");
        for finding in of_side {
            let step = finding.rule.step();
            let style = match step {
                Step::Major => RED,
                Step::Minor => YELLOW,
                Step::Patch => GREEN,
            };
            let first = format!(
                "  {style}{}{style:#} {}: ",
                step.name(),
                finding.rule.name()
            );
            out.push_str(&paragraph(&finding.message, width, &first, "    "));
            out.push('\n');
            let why = format!("{DIM}why: {}{DIM:#}", finding.rule.why());
            for (name, place, table) in [("old", &finding.old, old), ("new", &finding.new, new)] {
                let line = match place {
                    Some(place) => format!("{}: {}", at(place), visible(&place.text)),
                    None => format!("{}: not there", visible(path(table))),
                };
                add!(out, "    {name} {line}\n");
            }
            out.push_str(&paragraph(&why, width, "    ", "      "));
            out.push_str("\n\n");
        }
    }
    out.push_str(&paragraph(&summary(findings, allowed), width, "", ""));
    out.push('\n');
    out
}

/// The path of a table's own file.
fn path(loaded: &Loaded) -> &str {
    loaded
        .sources
        .first()
        .map_or(&loaded.name, |source| source.path())
}

/// `path:line:column`
fn at(place: &Position) -> String {
    format!("{}:{}:{}", visible(&place.path), place.line, place.column)
}

/// `allowed` findings are not shown.
fn summary(findings: &[Finding], allowed: usize) -> String {
    let breaking = findings
        .iter()
        .filter(|finding| finding.rule.is_breaking())
        .count();
    let Some(step) = findings.iter().map(|finding| finding.rule.step()).max() else {
        return match allowed {
            0 => "no changes".to_owned(),
            allowed => format!("no changes except {allowed} allowed by `--allow`"),
        };
    };
    let count = findings.len();
    let plural = if count == 1 { "" } else { "s" };
    let allowed = match allowed {
        0 => String::new(),
        allowed => format!(", and {allowed} more allowed by `--allow`"),
    };
    let style = if breaking > 0 { RED } else { GREEN };
    format!(
        "{style}{count} change{plural}, {breaking} breaking{style:#}{allowed}: the next version is a {} one",
        step.name()
    )
}

fn object(finding: &Finding) -> Value {
    let place = |place: &Option<Position>| {
        place.as_ref().map(|place| {
            json!({
                "path": place.path,
                "line": place.line,
                "column": place.column,
            })
        })
    };
    json!({
        "rule": finding.rule.name(),
        "side": finding.rule.side().name(),
        "step": finding.rule.step().name(),
        "breaking": finding.rule.is_breaking(),
        "number": finding.number,
        "message": finding.message,
        "why": finding.rule.why(),
        "old": place(&finding.old),
        "new": place(&finding.new),
    })
}

/// At the new place: the old one is in no file that a pull request shows.
fn github(finding: &Finding, new: &Loaded) -> String {
    let level = match finding.rule.step() {
        Step::Major => "error",
        Step::Minor => "warning",
        Step::Patch => "notice",
    };
    let file = finding.new.as_ref().map_or(path(new), |place| &place.path);
    let mut properties = vec![("file", file.to_owned())];
    if let Some(place) = &finding.new {
        properties.push(("line", place.line.to_string()));
        properties.push(("col", place.column.to_string()));
    }
    properties.push(("title", finding.rule.name()));
    let old = finding
        .old
        .as_ref()
        .map_or(String::new(), |old| format!(" (was at {})", at(old)));
    annotation(
        level,
        &properties,
        &format!("{}{old}: {}", finding.message, finding.rule.why()),
    )
}
