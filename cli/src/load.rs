//! What the user calls a table → the table.

use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use close_codes_catalogue::{CATALOGUE, CatalogueTable};
use close_codes_codegen::{Checked, Source, Table};
use toml::de::{DeTable, DeValue};

use crate::output::Failure;
use crate::rows::Rows;
use crate::suggest::nearest;
use crate::table::Loaded;

/// How messages call what comes from standard input.
pub(crate) const STDIN: &str = "<stdin>";

/// A path, `-` for standard input, `git:REV:PATH`, or the id of a table of the catalogue. It may
/// have errors.
pub(crate) fn any(name: &str) -> Result<Loaded, Failure> {
    let loaded = if name == "-" {
        stdin()
    } else if let Some(object) = name.strip_prefix("git:") {
        git(name, object)
    } else {
        match fs::metadata(name) {
            Ok(metadata) if !metadata.is_dir() => file(name),
            found => match CATALOGUE.iter().find(|entry| entry.id == name) {
                Some(entry) => Ok(of_catalogue(entry, source_of(entry), &Table::standard().0)),
                None => Err(not_found(name, found.err().as_ref())),
            },
        }
    };
    loaded.map_err(Failure::CannotRun)
}

/// There is one standard input: it cannot be two tables.
pub(crate) fn check_stdin(names: &[String]) -> Result<(), String> {
    let count = names.iter().filter(|name| *name == "-").count();
    let message = || "`-` is given more than once, but there is only one standard input".to_owned();
    (count < 2).then_some(()).ok_or_else(message)
}

/// As [`any`], but an error of the table is a failure.
pub(crate) fn sound(name: &str) -> Result<Loaded, Failure> {
    let loaded = any(name)?;
    if loaded.diagnostics.is_empty() {
        Ok(loaded)
    } else {
        Err(Failure::Table(Box::new(loaded)))
    }
}

/// The standard table.
pub(crate) fn standard() -> Loaded {
    Loaded {
        name: Source::standard().path().to_owned(),
        table: Table::standard().0,
        diagnostics: Vec::new(),
        sources: Vec::new(),
        files: Vec::new(),
    }
}

/// All tables of the catalogue.
pub(crate) fn catalogue() -> Vec<Loaded> {
    catalogue_where(|_| true)
}

/// The tables of the catalogue whose rows are as asked; others are not checked, which takes longer
/// than to read them.
pub(crate) fn catalogue_where(is_wanted: impl Fn(&Rows<'_>) -> bool) -> Vec<Loaded> {
    let (standard, _) = Table::standard();
    let entries = CATALOGUE.iter();
    let sources = entries.map(|entry| (entry, source_of(entry)));
    let sources = sources.filter(|(_, source)| is_wanted(&Rows::read(source)));
    sources
        .map(|(entry, source)| of_catalogue(entry, source, &standard))
        .collect()
}

fn source_of(entry: &CatalogueTable) -> Source {
    Source::new(format!("{}.toml", entry.id), entry.toml)
}

/// A table of the catalogue, which extends the standard table directly.
fn of_catalogue(entry: &CatalogueTable, source: Source, standard: &Table) -> Loaded {
    let (table, diagnostics) = standard.extended(&source);
    Loaded {
        name: entry.id.to_owned(),
        table,
        diagnostics,
        sources: vec![source],
        files: Vec::new(),
    }
}

/// Says that a name is no file and no table of the catalogue. Without an error, it is a directory.
fn not_found(name: &str, error: Option<&io::Error>) -> String {
    let mut message = match error {
        Some(error) => unreadable(name, error),
        None => return format!("`{name}` is a directory, expected a TOML file"),
    };
    if error.is_some_and(|error| error.kind() != io::ErrorKind::NotFound) {
        return message;
    }
    // An id has neither.
    if !name.contains(['.', '/', '\\']) {
        message.push_str(", and no such table in the catalogue");
    }
    let ids = CATALOGUE.iter().map(|entry| entry.id);
    if let Some(id) = nearest(name, ids) {
        add!(message, "\n  = help: did you mean `{id}`?");
    }
    message
}

fn stdin() -> Result<Loaded, String> {
    let mut bytes = Vec::new();
    let read_all = io::stdin().read_to_end(&mut bytes);
    read_all.map_err(|error| format!("cannot read standard input: {error}"))?;
    let text = decoded("standard input", bytes)?;
    Ok(read(STDIN, Source::new(STDIN, text)))
}

fn decoded(shown: &str, bytes: Vec<u8>) -> Result<String, String> {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    String::from_utf8(bytes).map_err(|_| {
        let problem = if is_utf16 { "UTF-16" } else { "not UTF-8" };
        format!("{shown} is {problem}, expected UTF-8")
    })
}

/// A file. What it extends has to be in the same package, as for the macro; where there is no
/// package, it may be anywhere.
fn file(name: &str) -> Result<Loaded, String> {
    let path = absolute(Path::new(name)).map_err(|error| unreadable(name, &error))?;
    let is_package = |directory: &&Path| directory.join("Cargo.toml").exists();
    let package = path.ancestors().skip(1).find(is_package);
    let directory = package.or_else(|| path.ancestors().last());
    let directory = directory.unwrap_or(&path);
    let relative = path.strip_prefix(directory).unwrap_or(&path);
    let Some(relative) = relative.to_str() else {
        return Err(format!("the path `{name}` is not UTF-8"));
    };
    let source = Source::load(relative, &[directory.to_path_buf()])?;
    Ok(read(&plain(name), source))
}

/// A path as the user typed it, without `.`: two ways to write it are the same.
fn plain(path: &str) -> String {
    let components = Path::new(path).components();
    let components = components.filter(|component| *component != Component::CurDir);
    components.collect::<PathBuf>().display().to_string()
}

fn unreadable(name: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => format!("cannot read `{name}`: no such file"),
        kind => format!("cannot read `{name}`: {kind}"),
    }
}

/// An absolute path without `.` and `..`.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut plain = PathBuf::new();
    for component in std::path::absolute(path)?.components() {
        match component {
            Component::ParentDir => drop(plain.pop()),
            component => plain.push(component),
        }
    }
    Ok(plain)
}

fn read(name: &str, source: Source) -> Loaded {
    let Checked {
        table,
        diagnostics,
        files,
    } = Checked::read(&source);
    // The first of the files is the source itself.
    let below = files.iter().skip(1).zip(table.files().iter().rev().skip(1));
    let below = below
        .filter_map(|(file, path)| Some(Source::new(path.clone(), fs::read_to_string(file).ok()?)));
    let sources = std::iter::once(source).chain(below).collect();
    Loaded {
        name: name.to_owned(),
        table,
        diagnostics,
        sources,
        files,
    }
}

/// `REV:PATH`, the path from the current directory.
fn git(name: &str, object: &str) -> Result<Loaded, String> {
    let Some((revision, path)) = object.split_once(':') else {
        return Err(format!("`{name}` is not `git:REV:PATH`"));
    };
    let sources = git_chain(revision, Path::new(path))?;
    let mut loaded = Loaded {
        name: format!("git:{revision}:{}", plain(path)),
        table: Table::standard().0,
        diagnostics: Vec::new(),
        sources: Vec::new(),
        files: Vec::new(),
    };
    for source in sources {
        let (table, diagnostics) = loaded.table.extended(&source);
        loaded.table = table;
        loaded.diagnostics.extend(diagnostics);
        loaded.sources.insert(0, source);
    }
    Ok(loaded)
}

/// The files that a table of a revision is made of, itself last.
fn git_chain(revision: &str, path: &Path) -> Result<Vec<Source>, String> {
    let mut sources: Vec<Source> = Vec::new();
    let mut next = Some(path.to_path_buf());
    while let Some(path) = next {
        let shown = format!("{revision}:{}", path.display());
        if sources.iter().any(|source| source.path() == shown) {
            return Err(format!("`{shown}` extends itself"));
        }
        let text = git_show(revision, &path)?;
        next = extends(&text).map(|below| joined(&path, &below));
        sources.push(Source::new(shown, text));
    }
    sources.reverse();
    Ok(sources)
}

fn joined(path: &Path, below: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    let directory = path.parent().unwrap_or(Path::new(""));
    for component in directory.join(below).components() {
        match component {
            Component::ParentDir if joined.file_name().is_some() => drop(joined.pop()),
            Component::CurDir => {}
            component => joined.push(component),
        }
    }
    joined
}

fn extends(text: &str) -> Option<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    match table.get_ref().get("extends")?.get_ref() {
        DeValue::String(path) => Some(path.to_string()),
        _ => None,
    }
}

fn git_show(revision: &str, path: &Path) -> Result<String, String> {
    let path = path.display().to_string().replace('\\', "/");
    let shown = format!("git:{revision}:{path}");
    if revision.is_empty() || revision.starts_with('-') || path.is_empty() {
        return Err(format!("`{shown}` is not `git:REV:PATH`"));
    }
    let object = if path.starts_with('/') {
        return Err(format!(
            "`{shown}`: the path has to be relative to the current directory"
        ));
    } else {
        format!("{revision}:./{path}")
    };
    let output = Command::new("git")
        .args(["cat-file", "blob", &object])
        .output();
    let output = output.map_err(|error| format!("cannot run git: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim().trim_start_matches("fatal: ");
        return Err(format!("cannot read `{shown}`: {said}"));
    }
    decoded(&format!("`{shown}`"), output.stdout)
}
