//! `close-codes export`

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;
use similar::{ChangeTag, TextDiff};

use crate::args::Export;
use crate::export::{Format, Input, markdown};
use crate::load;
use crate::output::{BLUE, BOLD, DIM, Failure, GREEN, Output, RED, Status, unwritable};
use crate::text::{on_one_line, visible};

pub(crate) fn run(args: &Export) -> Result<Output, Failure> {
    let loaded = args
        .table
        .as_deref()
        .map_or_else(|| Ok(load::standard()), load::sound)?;
    let name = loaded.name.replace('\\', "/");
    let rendered = args.to.render(&Input {
        table: &loaded.table,
        about: loaded.table.about(),
        path: &name,
        custom_only: args.custom_only,
    });
    let rendered = rendered.map_err(Failure::Found)?;
    let Some(path) = &args.output else {
        return Ok(Output::exported(rendered));
    };
    let shown = path.display();
    let is_source = |real| {
        loaded
            .files
            .iter()
            .any(|file| file.canonicalize().is_ok_and(|file| file == real))
    };
    if path.canonicalize().is_ok_and(is_source) {
        let message = format!("cannot write `{shown}`: the table is read from it");
        return Err(Failure::CannotRun(message));
    }
    let before = read(path).map_err(Failure::CannotRun)?;
    let after = match (&before, args.to) {
        (Some(before), Format::Markdown) => {
            let before = std::str::from_utf8(before);
            let before = before.map_err(|_| {
                Failure::CannotRun(format!("cannot update `{shown}`: it is not UTF-8"))
            })?;
            markdown::inserted(before, &rendered)
                .map_err(|message| Failure::Found(format!("cannot update `{shown}`: {message}")))?
        }
        _ => rendered,
    };
    if args.check {
        if before.is_none() && path.exists() {
            let message = format!("cannot compare with `{shown}`: it is not a regular file");
            return Err(Failure::CannotRun(message));
        }
        return Ok(check(args, path, before.as_deref(), &after));
    }
    if before.as_deref() != Some(after.as_bytes()) {
        write(path, &after).map_err(|error| Failure::CannotRun(unwritable(path, &error)))?;
    }
    Ok(Output::default())
}

impl Output {
    /// An export is written as it is, except that a terminal gets no character that it might obey.
    fn exported(text: String) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let text = if is_terminal {
            visible(&text).into_owned()
        } else {
            text
        };
        Self {
            raw: text,
            ..Self::default()
        }
    }
}

/// The file as it is; `None` if there is none, or a device or a pipe, which has no content.
fn read(path: &Path) -> Result<Option<Vec<u8>>, String> {
    let shown = path.display();
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            Err(format!("cannot write `{shown}`: it is a directory"))
        }
        Ok(metadata) if !metadata.is_file() => Ok(None),
        Ok(_) => match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) => Err(format!("cannot read `{shown}`: {}", error.kind())),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound && parent(&target(path)).is_dir() => {
            Ok(None)
        }
        Err(error) => Err(unwritable(path, &error)),
    }
}

/// The directory that a file is in.
fn parent(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new("."))
}

/// Where links lead in the end, whether or not a file is there. Links in a circle are an error of
/// whoever reads first.
fn target(path: &Path) -> PathBuf {
    let mut path = path.to_path_buf();
    while let Ok(link) = fs::read_link(&path) {
        path = parent(&path).join(link);
    }
    path
}

/// Replaces a file as a whole, so that nobody ever reads a part of it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let metadata = fs::metadata(path).ok();
    let is_file = metadata.as_ref().is_none_or(fs::Metadata::is_file);
    if !is_file {
        return fs::write(path, text);
    }
    // A link stays a link.
    let path = target(path);
    let directory = parent(&path);
    let mut file = temporary(directory)?;
    file.write_all(text.as_bytes())?;
    if let Some(metadata) = metadata {
        if metadata.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

/// A new file with the permissions that any new file has.
fn temporary(directory: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".close-codes-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(directory)
}

/// Compares a file with what would be written.
fn check(args: &Export, path: &Path, before: Option<&[u8]>, after: &str) -> Output {
    let shown = on_one_line(&path.display().to_string());
    // Git may have checked the file out with other line ends.
    let plain = before.map(|before| String::from_utf8_lossy(before).replace("\r\n", "\n"));
    let difference = match plain.as_deref() {
        Some(plain) if plain == after.replace("\r\n", "\n") => return Output::default(),
        Some(plain) => {
            let mut out = format!("{BOLD}{shown} is not up to date{BOLD:#}\n");
            out.push_str(&difference(plain, &after.replace("\r\n", "\n"), &shown));
            out
        }
        None => format!("{BOLD}{shown} does not exist{BOLD:#}\n"),
    };
    let input = match args.table.as_deref() {
        Some("-") => " with the table on standard input",
        _ => "",
    };
    let command = command(args, path);
    Output {
        out: format!("{difference}To update it, run{input}:\n  {command}\n"),
        status: Status::Found,
        ..Output::default()
    }
}

/// Lines of a difference that are shown.
const SHOWN: usize = 100;

fn difference(before: &str, after: &str, path: &str) -> String {
    let difference = TextDiff::from_lines(before, after);
    let mut lines = vec![
        format!("{RED}--- {path}{RED:#}"),
        format!("{GREEN}+++ what would be written{GREEN:#}"),
    ];
    for hunk in difference.unified_diff().context_radius(2).iter_hunks() {
        lines.push(format!("{BLUE}{}{BLUE:#}", hunk.header()));
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
                ChangeTag::Equal => (' ', DIM),
            };
            let line = change.value();
            let end = if line.ends_with('\n') {
                ""
            } else {
                " (no line break at the end)"
            };
            let line = visible(line.trim_end_matches('\n'));
            lines.push(format!("{style}{sign}{line}{style:#}{end}"));
        }
    }
    let hidden = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    if hidden > 0 {
        lines.push(format!("{hidden} more lines"));
    }
    lines.join("\n") + "\n"
}

/// The command that writes the file.
fn command(args: &Export, path: &Path) -> String {
    let format = args.to.to_possible_value();
    let format = format.map_or(String::new(), |format| format.get_name().to_owned());
    let mut words = vec![
        "close-codes".to_owned(),
        "export".to_owned(),
        "--to".to_owned(),
        format,
    ];
    if args.custom_only {
        words.push("--own".to_owned());
    }
    words.extend(args.table.as_deref().map(|table| quoted(table.as_ref())));
    words.push("-o".to_owned());
    words.push(quoted(path));
    words.join(" ")
}

/// A path as a shell takes it, which is no option either.
fn quoted(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let prefix = match bytes {
        [b'-', _, ..] => "./",
        _ => "",
    };
    let text = format!("{prefix}{}", path.display());
    let is_plain = |b: &u8| b.is_ascii_alphanumeric() || b"-_./:@%+=,".contains(b);
    if !bytes.is_empty() && bytes.iter().all(is_plain) {
        text
    } else if path.to_str().is_some_and(|path| on_one_line(path) == path) {
        format!("'{}'", text.replace('\'', r"'\''"))
    } else {
        let mut out = format!("$'{prefix}");
        for &byte in bytes {
            match byte {
                b'\'' | b'\\' => out.extend(['\\', byte.into()]),
                b' '..=b'~' => out.push(byte.into()),
                _ => add!(out, "\\{byte:03o}"),
            }
        }
        out + "'"
    }
}
