//! What a command has to say, and how the process ends.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

use crate::message;
use crate::table::Loaded;

/// A heading, or the name of what is described.
pub(crate) const BOLD: Style = Style::new().bold();
/// What is said beside the matter itself.
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const BLUE: Style = AnsiColor::Blue.on_default().bold();

/// The exit status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// All is well.
    #[default]
    Good = 0,
    /// There are findings.
    Found = 1,
    /// It could not run.
    CannotRun = 2,
}

/// What a command writes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Output {
    /// For standard output; text of a table in it is escaped.
    pub(crate) out: String,
    /// For standard output as it is, after that.
    pub(crate) raw: String,
    /// For standard error.
    pub(crate) err: String,
    pub(crate) status: Status,
}

/// Why a command wrote nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It could not run, and this is why.
    CannotRun(String),
    /// It ran, and this is wrong.
    Found(String),
    /// It needs a table without errors.
    Table(Box<Loaded>),
}

impl Output {
    /// Output of a command that found nothing wrong.
    pub(crate) fn good(out: String) -> Self {
        Self {
            out,
            ..Self::default()
        }
    }

    /// Adds a failure, and goes on.
    pub(crate) fn fail(&mut self, failure: &Failure) {
        let (text, status) = match failure {
            Failure::CannotRun(message) => (error(message), Status::CannotRun),
            Failure::Found(message) => (error(message), Status::Found),
            Failure::Table(loaded) => {
                let summary = message::summary(loaded, loaded.diagnostics.len());
                (message::human(loaded) + &summary, Status::Found)
            }
        };
        self.err.push_str(&text);
        self.status = self.status.max(status);
    }

    /// Writes all of it. A reader that has gone is no reason to say anything.
    pub(crate) fn write(&self) -> ExitCode {
        let written = send(&mut anstream::stdout().lock(), &self.out)
            .and_then(|()| send(&mut io::stdout().lock(), &self.raw));
        let reported = send(&mut anstream::stderr().lock(), &self.err);
        match written.and(reported) {
            Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => {
                let message = error(&format!("cannot write: {problem}"));
                let _ = send(&mut anstream::stderr().lock(), &message);
                ExitCode::from(Status::CannotRun as u8)
            }
            _ => ExitCode::from(self.status as u8),
        }
    }
}

impl From<Failure> for Output {
    fn from(failure: Failure) -> Self {
        let mut output = Self::default();
        output.fail(&failure);
        output
    }
}

/// A message for standard error.
pub(crate) fn error(message: &str) -> String {
    format!("{RED}error{RED:#}: {}\n", crate::text::visible(message))
}

/// Says that a file cannot be written, without the temporary file or the number of the system's error.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> String {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "no such directory".to_owned(),
        kind => kind.to_string(),
    };
    format!("cannot write `{}`: {reason}", path.display())
}

fn send(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
