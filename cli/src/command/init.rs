//! `close-codes init`

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use close_codes_codegen::SCHEMA;

use crate::args::Init;
use crate::output::{Failure, Output, unwritable};

const TABLE: &str = include_str!("../../init.toml");
const SCHEMA_NAME: &str = "close-codes.schema.json";

pub(crate) fn run(args: &Init) -> Result<Output, Failure> {
    let schema = args.file.with_file_name(SCHEMA_NAME);
    create(&args.file, TABLE).map_err(Failure::CannotRun)?;
    let mut out = format!("wrote {}\n", args.file.display());
    if fs::read_to_string(&schema).is_ok_and(|text| text == SCHEMA) {
        // A second table beside the first one.
    } else if let Err(problem) = create(&schema, SCHEMA) {
        let _ = fs::remove_file(&args.file);
        return Err(Failure::CannotRun(problem));
    } else {
        add!(
            out,
            "wrote {}, so that editors can check and complete the table\n",
            schema.display()
        );
    }
    add!(out, "next: close-codes check {}\n", args.file.display());
    Ok(Output::good(crate::text::visible(&out).into_owned()))
}

/// Writes a new file, never over an old one.
fn create(path: &Path, text: &str) -> Result<(), String> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            let shown = path.display();
            format!("`{shown}` already exists, and `init` does not overwrite it")
        }
        _ => unwritable(path, &error),
    })
}
