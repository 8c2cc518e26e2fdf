//! A path → the text of the table: found, read, and known to be UTF-8.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};
use std::{env, fs, io};

use crate::diagnostic::is_invisible;

/// The text of a table and the path that its messages name.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: Cow<'static, str>,
    file: Option<PathBuf>,
    /// The package: the table may extend files inside.
    directories: Vec<PathBuf>,
}

/// The standard table, the only one with rights that a user's has not.
const STANDARD: &str = include_str!("../close-codes.toml");

/// What stands before the help of a message, as rustc draws it.
pub(crate) const HELP: &str = "\n  = help: ";

/// Room for 2000 codes with four kilobytes each.
const MAX_LEN: u64 = 8 << 20;

impl Source {
    /// Text that is at hand, under the path that messages are to name.
    ///
    /// A byte order mark is dropped.
    pub fn new(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        let mut text = text.into();
        if let Some(rest) = text.strip_prefix('\u{FEFF}') {
            text = Cow::Owned(rest.to_owned());
        }
        Self {
            path: path.into(),
            text,
            file: None,
            directories: Vec::new(),
        }
    }

    /// The standard table.
    #[must_use]
    pub fn standard() -> Self {
        Self::new("close-codes.toml", STANDARD)
    }

    /// Reads `path` from the first of `directories` that has it.
    ///
    /// # Errors
    ///
    /// One message, for a path that is absolute, found nowhere, leads out of all `directories` or is
    /// not a file, and for a file that cannot be read, is too large, or is not UTF-8.
    pub fn load(path: &str, directories: &[PathBuf]) -> Result<Self, String> {
        Self::find(path, directories, directories)
    }

    /// Reads the table that this one extends, by its path from the directory of this one.
    ///
    /// # Errors
    ///
    /// As for [`load`](Self::load), and if this is not a file.
    pub(crate) fn follow(&self, path: &str) -> Result<Self, String> {
        let directory = self.file.as_deref().and_then(Path::parent);
        let Some(directory) = directory else {
            return Err("a table that is not a file cannot extend another file".to_owned());
        };
        Self::find(path, &[directory.to_path_buf()], &self.directories)
    }

    /// Reads `path` from the first of `starts` that has it inside one of `directories`.
    fn find(path: &str, starts: &[PathBuf], directories: &[PathBuf]) -> Result<Self, String> {
        if path.is_empty() {
            let message = "the path of the table is empty, expected one such as `close-codes.toml`";
            return Err(message.to_owned());
        }
        let odd = path.chars().find(|&c| c == '\\' || is_invisible(c));
        if let Some(c) = odd {
            let what = if c == '\\' {
                "`\\`"
            } else {
                "an invisible character (in double quotes, `\\t` is a tab)"
            };
            return Err(format!(
                "the path of the table contains {what}; use `/`, which works on every system"
            ));
        }
        if Path::new(path).is_absolute() {
            let message = "has an absolute path, expected one relative to";
            return Err(with_list(format!("the table `{path}` {message}"), starts));
        }
        let tried = starts.iter().map(|directory| joined(directory, path));
        let tried: Vec<PathBuf> = tried.collect();
        let mut found = tried.iter().filter(|file| file.exists()).peekable();
        if found.peek().is_none() {
            let mut message = with_list(format!("cannot find the table `{path}`; tried"), &tried);
            if directories.iter().any(|directory| is_packaged(directory)) {
                message.push_str(HELP);
                message.push_str(
                    "this crate was packaged without it; add the table to `package.include`",
                );
            }
            return Err(message);
        }
        let Some(file) = found.find(|file| is_inside(file, directories)) else {
            let message =
                "is outside the package, so `cargo package` would leave it out; move it into";
            return Err(with_list(
                format!("the table `{path}` {message}"),
                directories,
            ));
        };
        let shown = shown(file);
        let bytes = read(file).map_err(|problem| format!("the table `{shown}` {problem}"))?;
        let text = decode(bytes).map_err(|problem| format!("the table `{shown}` {problem}"))?;
        Ok(Self {
            file: Some(file.clone()),
            directories: directories.to_vec(),
            ..Self::new(shown, text)
        })
    }

    /// The path that messages name.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether both are the same file.
    pub(crate) fn is_same_file(&self, other: &Self) -> bool {
        let real = |source: &Self| source.file.as_ref()?.canonicalize().ok();
        real(self).is_some_and(|file| Some(file) == real(other))
    }

    /// Where it was read from, if it was.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

/// A path from a directory, with each `..` resolved as text: links have no say in whether it leads out.
fn joined(directory: &Path, path: &str) -> PathBuf {
    let mut joined = directory.to_path_buf();
    for component in Path::new(path).components() {
        match component {
            Component::ParentDir => drop(joined.pop()),
            Component::CurDir => {}
            component => joined.push(component),
        }
    }
    joined
}

/// Whether a file is in or below one of the directories, by its path or in fact.
fn is_inside(file: &Path, directories: &[PathBuf]) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_default();
    let parent = file.parent().map(real).unwrap_or_default();
    directories
        .iter()
        .any(|directory| file.starts_with(directory) || parent.starts_with(real(directory)))
}

/// Whether cargo has unpacked a package here: only then it leaves the manifest's original.
fn is_packaged(directory: &Path) -> bool {
    directory.join("Cargo.toml.orig").exists()
}

/// A file as rustc shows those of a workspace: by the path from where it runs.
fn shown(file: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    match file.strip_prefix(here) {
        Ok(path) if path != Path::new("") => path.display().to_string(),
        _ => file.display().to_string(),
    }
}

fn with_list(mut message: String, paths: &[PathBuf]) -> String {
    for path in paths {
        write!(message, "\n    {}", path.display()).expect("a string takes all");
    }
    if paths.is_empty() {
        message.push_str(" nothing: `CARGO_MANIFEST_DIR` is not set");
    }
    message
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    if file.is_dir() {
        return Err("is a directory, expected a TOML file".to_owned());
    }
    let unreadable = |error: io::Error| format!("cannot be read: {error}");
    let len = fs::metadata(file).map_err(unreadable)?.len();
    if len > MAX_LEN {
        return Err(format!("has {len} bytes, expected at most {MAX_LEN}"));
    }
    fs::read(file).map_err(unreadable)
}

fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err("is UTF-16, expected UTF-8".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..at]);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        let byte = error.as_bytes()[at];
        format!("has the byte 0x{byte:02X} at line {line}, column {column}, expected UTF-8")
    })
}
