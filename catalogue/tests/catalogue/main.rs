//! The tables of the catalogue: their texts, their sources, and what is generated from them.

mod facts;
mod generated;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use close_codes_codegen::{About, CodeSpan, Source, Table};
use toml::Value;

/// A file of `tables/`.
struct Published {
    /// Its name without `.toml`.
    id: String,
    table: Table,
    /// Its rows by their keys, as they are written.
    rows: toml::Table,
}

/// Every file of `tables/`, by id; the only list of them.
static TABLES: LazyLock<Vec<Published>> = LazyLock::new(|| {
    let (standard, _) = Table::standard();
    let files = fs::read_dir(path("tables")).expect("the folder of the tables");
    let mut tables: Vec<Published> = files
        .map(|file| Published::read(&file.expect("a file").path(), &standard))
        .collect();
    tables.sort_by(|one, other| one.id.cmp(&other.id));
    tables
});

impl Published {
    fn read(file: &Path, standard: &Table) -> Self {
        let name = file.file_name().and_then(|name| name.to_str());
        let name = name.expect("a name of UTF-8");
        let id = name
            .strip_suffix(".toml")
            .expect("a name that ends in .toml");
        let text = fs::read_to_string(file).expect("a text of UTF-8");
        let (table, diagnostics) = standard.extended(&Source::new(name.to_owned(), text.clone()));
        assert!(diagnostics.is_empty(), "{name}: {}", diagnostics[0]);
        let document: toml::Table = text.parse().expect("TOML");
        assert!(
            !document.contains_key("extends"),
            "{name}: a text of `CATALOGUE` stands alone"
        );
        Self {
            id: id.to_owned(),
            rows: document["codes"].as_table().expect("rows").clone(),
            table,
        }
    }

    fn about(&self) -> &About {
        self.table.about()
    }

    fn title(&self) -> &str {
        let title = self.about().title.as_deref();
        title.unwrap_or_else(|| panic!("{} has no title", self.id))
    }

    /// The module of the enum.
    fn module(&self) -> String {
        self.id.replace('-', "_")
    }

    /// The enum.
    fn name(&self) -> String {
        let words = self.id.split('-');
        let capitalized = words.map(|word| word[..1].to_uppercase() + &word[1..]);
        capitalized.collect::<String>() + "Close"
    }

    /// The rows about a single code.
    fn codes(&self) -> impl Iterator<Item = (u16, &Value)> {
        let rows = self.rows.iter();
        rows.filter_map(|(key, row)| Some((key.parse().ok()?, row)))
    }

    /// The numbers that the table describes: codes, and ranges with a name or a text.
    fn numbers(&self) -> Vec<CodeSpan> {
        let codes = self.codes().map(|(number, _)| CodeSpan::of(number));
        let ranges = self.table.ranges().iter();
        let ranges = ranges.filter(|range| range.entry.is_custom());
        let mut spans: Vec<CodeSpan> = codes
            .chain(ranges.flat_map(|range| range.spans.clone()))
            .collect();
        spans.sort();
        spans
    }
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}
