//! `close-codes check`

use crate::args::{Check, Report};
use crate::load;
use crate::message;
use crate::output::{GREEN, Output, RED, Status};
use crate::table::Loaded;
use crate::text::visible;

pub(crate) fn run(args: &Check) -> Output {
    let mut output = Output::default();
    let mut shown = Vec::new();
    for name in &args.tables {
        match load::file_or_stdin(name) {
            Ok(mut loaded) => {
                if !loaded.diagnostics.is_empty() {
                    output.status = output.status.max(Status::Found);
                }
                let count = loaded.diagnostics.len();
                // Two tables may extend the same file; its errors are shown once.
                loaded
                    .diagnostics
                    .retain(|diagnostic| !shown.contains(diagnostic));
                shown.extend_from_slice(&loaded.diagnostics);
                match args.format {
                    Report::Human => {
                        output.out.push_str(&message::human(&loaded));
                        output.out.push_str(&summary(&loaded, count));
                    }
                    Report::Json => output.out.push_str(&message::json(&loaded)),
                    Report::Github => output.out.push_str(&message::github(&loaded)),
                }
            }
            Err(failure) => output.fail(&failure),
        }
    }
    output
}

/// `gateway.toml: 10 codes, no errors`
fn summary(loaded: &Loaded, errors: usize) -> String {
    let name = visible(&loaded.name);
    let codes = loaded
        .table
        .codes()
        .iter()
        .filter(|code| code.entry.is_custom());
    let ranges = loaded
        .table
        .ranges()
        .iter()
        .filter(|range| range.entry.is_custom());
    let (codes, ranges) = (count(codes.count(), "code"), count(ranges.count(), "range"));
    if errors == 0 {
        format!("{GREEN}{name}{GREEN:#}: {codes} and {ranges}, no errors\n")
    } else {
        format!("{RED}{name}{RED:#}: {}\n", count(errors, "error"))
    }
}

fn count(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
