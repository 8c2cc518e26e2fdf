//! `close-codes check`

use crate::args::{Check, Report};
use crate::load;
use crate::message;
use crate::output::{Failure, Output, Status};

pub(crate) fn run(args: &Check) -> Result<Output, Failure> {
    load::check_stdin(&args.tables).map_err(Failure::CannotRun)?;
    let mut output = Output::default();
    let mut shown = Vec::new();
    for name in &args.tables {
        match load::any(name) {
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
                        output.out.push_str(&message::summary(&loaded, count));
                    }
                    Report::Json => output.out.push_str(&message::json(&loaded)),
                    Report::Github => output.out.push_str(&message::github(&loaded)),
                }
            }
            Err(failure) => output.fail(&failure),
        }
    }
    Ok(output)
}
