//! The enums of the catalogue, compared with its tables.

use std::fs;
use std::path::Path;

use close_codes::{CloseCodeEnum, CodeRange};
use close_codes_catalogue::{CATALOGUE, CatalogueTable};
use close_codes_codegen::{Checked, Owner, Segment, Source, Table, Value};

/// Calls a function for the enum of every table.
macro_rules! tables {
    ($($id:tt: $module:ident::$enum:ident = $path:literal, $title:literal, $description:literal;)*) => {
        fn for_every_enum(check: &Check) {
            $(check.check::<close_codes_catalogue::$module::$enum>($id);)*
        }

        const IDS: &[&str] = &[$($id),*];
    };
}

include!("../catalogue/src/tables.rs");

/// The tables that the enums are compared with, on top of the standard one.
struct Check {
    standard: Table,
}

impl Check {
    fn check<C: CloseCodeEnum>(&self, id: &str) {
        let table = CATALOGUE.iter().find(|table| table.id == id);
        let table = self.read(table.expect("a text"));
        let numbers: Vec<u16> = table.codes().iter().map(|code| code.number).collect();
        assert!(
            C::NAMED.iter().map(|code| code.as_u16()).eq(numbers),
            "{id}"
        );
        let ranges = table.ranges().iter().map(|range| range.entry.name.as_str());
        assert!(C::RANGES.iter().map(CodeRange::name).eq(ranges), "{id}");
        for segment in table.segments() {
            for number in [segment.span.first(), segment.span.last()] {
                compare(C::from_u16(number), &table, segment, id);
            }
        }
    }

    fn read(&self, table: &CatalogueTable) -> Table {
        let source = Source::new(table.id, table.toml);
        let (read, diagnostics) = self.standard.extended(&source);
        assert!(diagnostics.is_empty(), "{}: {diagnostics:?}", table.id);
        assert_eq!(read.about().title.as_deref(), Some(table.title));
        read
    }
}

fn compare<C: CloseCodeEnum>(code: C, table: &Table, segment: &Segment, id: &str) {
    let entry = table.entry(segment.owner);
    assert_eq!(code.name(), entry.name, "{id} {code}");
    assert_eq!(
        code.is_named(),
        matches!(segment.owner, Owner::Code(_)),
        "{id} {code}"
    );
    for (language, text) in table.texts(entry) {
        assert_eq!(code.description_in(language.as_str()), text, "{id} {code}");
    }
    for (column, value) in [
        ("sender", code.sender().as_str()),
        ("reconnect", code.reconnect().as_str()),
    ] {
        let at = table
            .columns()
            .iter()
            .position(|found| found.name == column);
        let expected = table.value(segment, at.expect("a standard column"));
        assert_eq!(
            expected,
            Some(&Value::String(value.to_owned())),
            "{id} {code}"
        );
    }
}

#[test]
fn every_enum_says_what_its_table_says() {
    let (standard, _) = Table::standard();
    for_every_enum(&Check { standard });
}

#[test]
fn the_texts_are_those_of_the_enums() {
    let ids: Vec<&str> = CATALOGUE.iter().map(|table| table.id).collect();
    assert_eq!(ids, IDS);
    assert!(ids.is_sorted());
}

/// The table in README.md that extends a published one, in a folder with a copy of that one.
#[test]
fn the_table_of_the_readme_extends_a_published_one() {
    let readme = include_str!("../README.md");
    let (_, block) = readme.split_once("```toml\nextends = ").expect("a table");
    let (block, _) = block.split_once("```").expect("its end");
    let id = block.split(['"', '.']).nth(1).expect("a file");
    let published = CATALOGUE.iter().find(|table| table.id == id);
    let published = published.expect("a published table");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("extends_published");
    fs::create_dir_all(&folder).expect("a writable folder");
    let write = |file: &str, text: &str| fs::write(folder.join(file), text);
    write(&format!("{id}.toml"), published.toml).expect("a writable folder");
    write("custom.toml", &format!("extends = {block}")).expect("a writable folder");
    let source = Source::load("custom.toml", &[folder]).expect("a table");
    let Checked {
        table, diagnostics, ..
    } = Checked::read(&source);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");

    let names = |table: &Table| -> Vec<u16> {
        let custom = table.codes().iter().filter(|code| code.entry.is_custom());
        custom.map(|code| code.number).collect()
    };
    let (standard, _) = Table::standard();
    let (below, _) = standard.extended(&Source::new(id, published.toml));
    assert_eq!(names(&table).len(), names(&below).len() + 1);
}
