//! A table that names all of 3000–4999, and the same enum, written by hand.

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::Path;
use std::{env, fs};

const NUMBERS: RangeInclusive<u16> = 3000..=4999;

/// The standard codes: number, variant, and whether they may be sent.
const STANDARD: [(u16, &str, bool); 15] = [
    (1000, "NormalClosure", true),
    (1001, "GoingAway", true),
    (1002, "ProtocolError", true),
    (1003, "UnsupportedData", true),
    (1005, "NoStatusRcvd", false),
    (1006, "AbnormalClosure", false),
    (1007, "InvalidFramePayloadData", true),
    (1008, "PolicyViolation", true),
    (1009, "MessageTooBig", true),
    (1010, "MandatoryExt", true),
    (1011, "InternalError", true),
    (1012, "ServiceRestart", true),
    (1013, "TryAgainLater", true),
    (1014, "BadGateway", true),
    (1015, "TlsHandshake", false),
];

fn main() {
    let directory = env::var_os("OUT_DIR").expect("cargo sets it");
    let write = |name, text| {
        fs::write(Path::new(&directory).join(name), text).expect("cargo has made the directory");
    };
    write("large.toml", table());
    // The macro also looks for a table next to the source file.
    write(
        "large.rs",
        "close_codes::close_codes! {\n    pub enum Code = \"large.toml\";\n}\n".to_owned(),
    );
    write("hand.rs", hand());
    println!("cargo::rerun-if-changed=build.rs");
}

fn table() -> String {
    let rows = NUMBERS.map(|number| {
        let replaces = match number {
            3000 => ", replaces = \"Unauthorized\"",
            3003 => ", replaces = \"Forbidden\"",
            3008 => ", replaces = \"Timeout\"",
            _ => "",
        };
        format!("{number} = {{ name = \"Code {number}\"{replaces} }}\n")
    });
    format!("[codes]\n{}", rows.collect::<String>())
}

fn hand() -> String {
    let mut variants = String::new();
    let mut from_u16 = String::new();
    let mut into_u16 = String::new();
    let mut names = String::new();
    let mut texts = String::new();
    let standard = STANDARD.map(|(number, variant, _)| (number, variant.to_owned()));
    let own = NUMBERS.map(|number| (number, format!("Code{number}")));
    for (number, variant) in standard.into_iter().chain(own) {
        let name = variant.replace("Code", "Code ");
        writeln!(variants, "    {variant},").unwrap();
        writeln!(from_u16, "            {number} => Self::{variant},").unwrap();
        writeln!(into_u16, "            Code::{variant} => {number},").unwrap();
        writeln!(names, "            Self::{variant} => \"{name}\",").unwrap();
        writeln!(
            texts,
            "    (\"{name}\", Code::{variant}),\n    (\"{variant}\", Code::{variant}),"
        )
        .unwrap();
    }
    let unsendable = STANDARD.iter().filter(|(.., is_sendable)| !is_sendable);
    let unsendable: String = unsendable
        .map(|(_, variant, _)| format!("Self::{variant} | "))
        .collect();
    format!(
        "use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy)]
pub enum Code {{
{variants}    Unused(u16),
    Reserved(u16),
    Extension(u16),
    Undefined(u16),
}}

impl From<u16> for Code {{
    fn from(code: u16) -> Self {{
        match code {{
{from_u16}            0..=999 => Self::Unused(code),
            1004 | 1016..=1999 => Self::Reserved(code),
            2000..=2999 => Self::Extension(code),
            5000..=65535 => Self::Undefined(code),
        }}
    }}
}}

impl From<Code> for u16 {{
    fn from(code: Code) -> Self {{
        match code {{
{into_u16}            Code::Unused(code)
            | Code::Reserved(code)
            | Code::Extension(code)
            | Code::Undefined(code) => code,
        }}
    }}
}}

impl Code {{
    fn name(self) -> &'static str {{
        match self {{
{names}            Self::Unused(_) => \"Unused\",
            Self::Reserved(_) => \"Reserved\",
            Self::Extension(_) => \"Extension\",
            Self::Undefined(_) => \"Undefined\",
        }}
    }}

    pub fn is_sendable(self) -> bool {{
        !matches!(
            self,
            {unsendable}Self::Unused(_) | Self::Reserved(_) | Self::Extension(_) | Self::Undefined(_)
        )
    }}
}}

impl fmt::Display for Code {{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{
        write!(f, \"{{}} {{}}\", u16::from(*self), self.name())
    }}
}}

const TEXTS: &[(&str, Code)] = &[
{texts}];

impl FromStr for Code {{
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {{
        if let Ok(number) = text.parse::<u16>() {{
            return Ok(number.into());
        }}
        let mut texts = TEXTS.iter();
        let found = texts.find(|(known, _)| known.eq_ignore_ascii_case(text));
        found.map(|&(_, code)| code).ok_or(())
    }}
}}
"
    )
}
