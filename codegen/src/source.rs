//! A path → the text of the table: found, read, and known to be UTF-8.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The text of a table and the path that its messages name.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: Cow<'static, str>,
    file: Option<PathBuf>,
}

/// The standard table, the only one with rights that a user's has not.
const STANDARD: &str = include_str!("../close-codes.toml");

/// Room for 2000 codes with four kilobytes each.
const MAX_LEN: usize = 8 << 20;

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
    /// One message, for a path that is absolute, found nowhere or not a file, and for a file that
    /// cannot be read, is too large, or is not UTF-8.
    pub fn load(path: &str, directories: &[PathBuf]) -> Result<Self, String> {
        if path.is_empty() {
            return Err(
                "the path of the table is empty, expected one such as `close-codes.toml`"
                    .to_owned(),
            );
        }
        if Path::new(path).is_absolute() {
            return Err(format!(
                "`{path}` is an absolute path, expected one relative to the directory of Cargo.toml or of this source file"
            ));
        }
        let tried: Vec<PathBuf> = directories
            .iter()
            .map(|directory| directory.join(path))
            .collect();
        let Some(file) = tried.iter().find(|file| file.exists()) else {
            return Err(not_found(path, &tried));
        };
        let bytes = read(file)
            .map_err(|error| format!("cannot read the table `{}`: {error}", file.display()))?;
        let text =
            decode(bytes).map_err(|problem| format!("the table `{}` {problem}", file.display()))?;
        Ok(Self {
            file: Some(file.clone()),
            ..Self::new(path, text)
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

    /// Where it was read from, if it was.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

fn not_found(path: &str, tried: &[PathBuf]) -> String {
    let mut message = format!("cannot find the table `{path}`; tried");
    for file in tried {
        write!(message, "\n    {}", file.display()).expect("a string takes all");
    }
    if tried.is_empty() {
        message.push_str(" no directory, for the compiler names none");
    }
    message
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file.is_dir() {
        return Err(io::Error::other("it is a directory, expected a TOML file"));
    }
    let len = fs::metadata(file)?.len();
    if len > MAX_LEN as u64 {
        return Err(io::Error::other(format!(
            "it has {len} bytes, expected at most {MAX_LEN}"
        )));
    }
    fs::read(file)
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
        format!("is not UTF-8: byte 0x{byte:02X} at line {line}, column {column}; save it as UTF-8")
    })
}
