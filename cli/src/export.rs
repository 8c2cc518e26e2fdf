//! A table → a file in another language or format.

mod asyncapi;
mod go;
mod html;
mod json;
mod markdown;
pub(crate) mod model;
mod python;
mod rust;
mod typescript;

use close_codes_codegen::Table;

use crate::table::About;

/// What a file is made from. Each format's module has
/// `pub(crate) fn render(input: &Input) -> Result<String, String>`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'t> {
    pub(crate) table: &'t Table,
    pub(crate) about: &'t About,
    /// The path that the header names, or the id of a table of the catalogue.
    pub(crate) path: &'t str,
    /// Whether the codes and ranges of the standard table are left out.
    pub(crate) own: bool,
}
