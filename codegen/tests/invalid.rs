//! The messages about invalid tables: `NAME.txt` next to each `NAME.toml` in `fixtures/invalid`.
//!
//! After a change of a message, this writes the texts. Read them like someone who has never seen the
//! format:
//!
//! ```text
//! UPDATE=1 cargo test -p close-codes-codegen --test invalid
//! ```

mod samples;

use std::path::{Path, PathBuf};
use std::{env, fs};

use close_codes_codegen::{Diagnostic, Invocation, Source, Table, expand};
use syn::parse_quote;

/// Each invalid table, by its name.
fn fixtures() -> Vec<(String, String)> {
    samples::fixtures("invalid")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid")
}

/// The messages about a table; one that is `whole` does not extend the standard one.
fn mistakes(name: &str, text: &str) -> Vec<String> {
    let source = Source::new(format!("{name}.toml"), text.to_owned());
    let (_, diagnostics) = if name.starts_with("whole") {
        Table::whole(&source)
    } else {
        Table::standard().0.extended(&source)
    };
    diagnostics.iter().map(Diagnostic::to_string).collect()
}

/// A place that a message draws.
struct Drawing<'m> {
    line: usize,
    column: usize,
    /// The line of the table as it is shown.
    shown: &'m str,
    /// The distance of the carets from its start.
    offset: usize,
    label: &'m str,
}

fn drawings<'m>(name: &str, message: &'m str) -> Vec<Drawing<'m>> {
    let lines: Vec<&str> = message.lines().collect();
    let place = format!(" {name}.toml:");
    let drawing = |lines: &[&'m str]| {
        let (arrow, place) = lines[0].split_once(&place)?;
        assert!(
            arrow.ends_with("-->") || arrow.ends_with(":::"),
            "{message}"
        );
        let (line, column) = place.split_once(':')?;
        let (number, shown) = lines[2].split_once(" | ").unwrap_or((line, ""));
        assert_eq!(number.trim(), line, "{message}");
        let (_, carets) = lines[3].split_once(" | ")?;
        let offset = carets.find(['^', '-'])?;
        Some(Drawing {
            line: line.parse().ok()?,
            column: column.parse().ok()?,
            shown,
            offset,
            label: carets[offset..].trim_start_matches(['^', '-']).trim(),
        })
    };
    lines.windows(4).filter_map(drawing).collect()
}

#[test]
fn every_mistake_is_told_in_the_words_that_are_checked_in() {
    for (name, text) in fixtures() {
        let said = mistakes(&name, &text).join("\n\n") + "\n";
        let file = folder().join(format!("{name}.txt"));
        if env::var_os("UPDATE").is_some() {
            fs::write(file, said).expect("a writable folder");
        } else {
            let before = fs::read_to_string(file).unwrap_or_default();
            assert!(said == before, "{name} is now told so:\n\n{said}");
        }
    }
}

#[test]
fn the_enum_is_made_from_what_is_right() {
    let invocation: Invocation = parse_quote! {
        [close_codes]
        pub enum Mine = "mine.toml";
    };
    for (name, text) in fixtures() {
        let expansion = expand(&invocation, Some(&Source::new("mine.toml", text)));
        let file: syn::File = syn::parse2(expansion.tokens).expect(&name);
        let Some(syn::Item::Enum(item)) = file.items.first() else {
            panic!("no enum from {name}");
        };
        let mut variants = item.variants.iter().map(|variant| &variant.ident);
        assert!(variants.any(|variant| variant == "GoingAway"), "{name}");
    }
}

#[test]
fn a_message_says_what_and_what_is_expected_without_capital_or_full_stop() {
    for (name, text) in fixtures() {
        for message in mistakes(&name, &text) {
            let what = message.lines().next().unwrap_or_default();
            let label = drawings(&name, &message)[0].label;
            for part in [what, label] {
                let is_capital = part.starts_with(char::is_uppercase) && !part.starts_with("U+");
                assert!(!is_capital, "{message}");
                assert!(!part.ends_with('.'), "{message}");
                assert_eq!(part.matches('`').count() % 2, 0, "{message}");
            }
            assert!(!what.is_empty() && !label.is_empty(), "{message}");
            for ours in ["Spanned", "Kind", "Value", "Row", "Option", "Some(", "None"] {
                let is_ours =
                    |text: &str| text.contains(ours) && !text.contains(&format!("\"{ours}"));
                assert!(!is_ours(what) && !is_ours(label), "{message}");
            }
        }
    }
}

#[test]
fn what_cannot_be_read_hides_what_it_belongs_to_and_no_more() {
    for (text, count) in [
        ("[codes.4000]\n= 'A'\n", 1),
        ("[codes]\n= 'A'\n4000.reason = 'x'\n", 2),
        ("[codes] x\n4000 = 1\n", 2),
        ("[codes\n4000 = 1\n", 1),
        ("[codes]\n4000 = \"a\nb c\nd e\n", 1),
        ("[codes]\n4000 = \"a\nb c = 1\nd e\n", 3),
        ("[codes]\n4000 = \"a\n4001 = 1\n", 2),
        ("<<<<<<< a\n=======\n>>>>>>> b\n[codes]\n4000 = 1\n", 2),
    ] {
        let messages = mistakes("table", text);
        assert_eq!(messages.len(), count, "{text}\n{}", messages.join("\n"));
    }
    // After a thousand lines that cannot be read the rest is left out.
    for (lines, count) in [(998, 2), (1000, 1)] {
        let text = format!("[codes]\n4000 = \"a\n{}4001 = 1\n", "b c\n".repeat(lines));
        assert_eq!(mistakes("table", &text).len(), count, "{lines}");
    }
}

#[test]
fn a_message_is_data() {
    let text = "[codes]\n4000 = 'Kicked'\n4001 = 'kicked'\n4002 = { name = 'Left', zzz = 1 }\n";
    let source = Source::new("table.toml", text);
    let (_, diagnostics) = Table::standard().0.extended(&source);
    let [taken, unknown] = diagnostics.as_slice() else {
        panic!("{diagnostics:?}");
    };
    assert_eq!(&text[taken.place().span()], "'kicked'");
    let [first] = taken.related() else {
        panic!("{taken:?}");
    };
    assert_eq!((first.line(), first.column()), (2, 8));
    assert_eq!(first.label(), "first used here");
    assert_eq!(&text[first.span()], "'Kicked'");
    assert_eq!(taken.help(), None);
    assert!(unknown.related().is_empty());
    let help = unknown.help().expect("the keys that there are");
    assert!(help.starts_with("the keys of a row are `name`,"), "{help}");
}

#[test]
fn mistakes_are_told_in_the_order_of_the_file() {
    for (name, text) in fixtures() {
        let messages = mistakes(&name, &text);
        let places = messages.iter().map(|message| {
            let first = &drawings(&name, message)[0];
            (first.line, first.column)
        });
        assert!(places.is_sorted(), "{name}");
    }
    assert_eq!(mistakes("ten_mistakes", &text_of("ten_mistakes")).len(), 10);
}

fn text_of(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.toml"))).expect("a fixture")
}

#[test]
fn carets_stand_below_what_the_line_and_column_say() {
    for (name, text) in fixtures() {
        for message in mistakes(&name, &text) {
            for Drawing {
                line,
                column,
                shown,
                offset,
                ..
            } in drawings(&name, &message)
            {
                let source = text.lines().nth(line - 1).unwrap_or_default();
                assert!(column <= source.chars().count() + 1, "{message}");
                // Wide characters, cut lines and tabs are checked by the expected texts.
                if shown.is_ascii() && !source.contains('\t') {
                    assert_eq!((shown, offset), (source, column - 1), "{message}");
                }
            }
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    for (name, text) in fixtures() {
        let said = mistakes(&name, &text);
        assert_eq!(mistakes(&name, &text.replace('\n', "\r\n")), said, "{name}");
        assert_eq!(mistakes(&name, &format!("\u{FEFF}{text}")), said, "{name}");
        assert_eq!(mistakes(&name, text.trim_end()), said, "{name}");
    }
}

#[test]
fn a_slip_of_a_key_is_one_mistake() {
    let text = include_str!("../../tests/fixtures/mine.toml");
    let mut slips = 0;
    for (at, c) in text
        .char_indices()
        .filter(|(_, c)| "\"'[]=,.\n".contains(*c))
    {
        for slip in [String::new(), c.to_string().repeat(2)] {
            let mut text = text.to_owned();
            text.replace_range(at..at + c.len_utf8(), &slip);
            let mistakes = mistakes("mine", &text);
            assert!(mistakes.len() <= 1, "{}\n{text}", mistakes.join("\n\n"));
            slips += mistakes.len();
        }
    }
    assert!(slips > 100, "{slips}");
}

#[test]
fn a_hundred_mistakes_are_shown_and_the_others_counted() {
    let row = |code: u16| format!("{code} = {{ name = \"Code {code}\", reconnect = \"soon\" }}\n");
    let many = "[codes]\n".to_owned() + &(4000..4250).map(row).collect::<String>();
    let broken = "name = Session Timed Out\n".repeat(10_000);
    let twice = "[codes]\n".to_owned() + &"4000 = 1\n".repeat(300);
    for (table, last) in [
        (many, "150 more errors in this table"),
        (broken, "there may be more errors"),
        (twice, "at least 1 more error"),
    ] {
        let said = mistakes("many", &table);
        assert_eq!(said.len(), 101);
        assert!(said[100].starts_with(last), "{}", said[100]);
    }
}

#[test]
fn a_key_of_too_many_parts_is_one_mistake() {
    for parts in [100, 100_000] {
        let key = format!("4000.{}", "a.".repeat(parts));
        for line in [format!("[codes]\n{key}a = 1\n"), format!("[{key}a]\n")] {
            let said = mistakes("deep", &line);
            assert_eq!(said.len(), 1);
            assert!(
                said[0].starts_with("a key has too many parts"),
                "{}",
                said[0]
            );
        }
        assert_eq!(mistakes("deep", &format!("[codes]\n{key}a\n")).len(), 1);
    }
}

#[test]
fn a_table_may_be_empty() {
    for text in [
        "",
        "\u{FEFF}",
        "\r\n",
        "# later\n",
        "[columns]\n",
        "[codes]\n",
    ] {
        assert_eq!(mistakes("empty", text), [""; 0]);
    }
}

#[test]
fn a_file_that_cannot_be_a_table_is_told_as_such() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("invalid");
    let package = folder.join("package");
    let beside = package.join("src");
    fs::create_dir_all(&beside).expect("a writable folder");
    let utf16: Vec<u8> = "\u{FEFF}[codes]\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (file, bytes) in [
        (package.join("utf_16.toml"), utf16.as_slice()),
        (
            package.join("latin_1.toml"),
            b"[codes]\n4000 = \"\xC4nderung\"\n",
        ),
        (package.join("binary.toml"), b"\x7FELF\x02\x01\x01\0\0"),
        (package.join("large.toml"), &vec![b'\n'; 10 << 20]),
        (package.join("largest.toml"), &vec![b'\n'; 8 << 20]),
        (beside.join("gateway.toml"), b""),
        (folder.join("outside.toml"), b""),
    ] {
        fs::write(file, bytes).expect("a writable folder");
    }
    // Files below the current directory are shown with their relative path.
    let here = env::current_dir().expect("a directory");
    let shown = folder.strip_prefix(here).unwrap_or(&folder).to_owned();
    let said = |path: &str| {
        let source = Source::load(path, &[package.clone(), beside.clone()]);
        source
            .map_or_else(|message| message, |source| source.path().to_owned())
            .replace(folder.to_str().expect("UTF-8"), "FOLDER")
            .replace(shown.to_str().expect("UTF-8"), "FOLDER")
    };
    for (path, expected) in [
        ("gateway.toml", "FOLDER/package/src/gateway.toml"),
        (
            "./src/../src/gateway.toml",
            "FOLDER/package/src/gateway.toml",
        ),
        (
            "",
            "the path of the table is empty, expected one such as `close-codes.toml`",
        ),
        (
            "src",
            "the table `FOLDER/package/src` is a directory, expected a TOML file",
        ),
        (
            ".",
            "the table `FOLDER/package` is a directory, expected a TOML file",
        ),
        ("largest.toml", "FOLDER/package/largest.toml"),
        (
            "utf_16.toml",
            "the table `FOLDER/package/utf_16.toml` is UTF-16, expected UTF-8",
        ),
        (
            "latin_1.toml",
            "the table `FOLDER/package/latin_1.toml` has the byte 0xC4 at line 2, column 9, expected UTF-8",
        ),
        (
            "large.toml",
            "the table `FOLDER/package/large.toml` has 10485760 bytes, expected at most 8388608",
        ),
        (
            "missing.toml",
            "cannot find the table `missing.toml`; tried\n    FOLDER/package/missing.toml\n    FOLDER/package/src/missing.toml",
        ),
        (
            "../missing.toml",
            "cannot find the table `../missing.toml`; tried\n    FOLDER/missing.toml\n    FOLDER/package/missing.toml",
        ),
        (
            "../outside.toml",
            "the table `../outside.toml` is outside the package, so `cargo package` would leave it out; move it into\n    FOLDER/package\n    FOLDER/package/src",
        ),
        (
            "/etc/hostname",
            "the table `/etc/hostname` has an absolute path, expected one relative to\n    FOLDER/package\n    FOLDER/package/src",
        ),
    ] {
        assert_eq!(said(path), expected, "{path}");
    }
    // The file that cargo leaves in a package.
    let original = package.join("Cargo.toml.orig");
    fs::write(&original, "").expect("a writable folder");
    let packaged = said("missing.toml");
    fs::remove_file(original).expect("a file");
    assert_eq!(
        packaged,
        said("missing.toml")
            + "\n  = help: this crate was packaged without it; add the table to `package.include`"
    );
    let binary = Source::load("binary.toml", &[package]).expect("UTF-8");
    assert!(!Table::standard().0.extended(&binary).1.is_empty());
}

#[test]
fn a_file_is_shown_by_its_path_from_here() {
    let here = env::current_dir().expect("a directory");
    let load = |path| Source::load(path, std::slice::from_ref(&here));
    let path = "tests/fixtures/invalid/tabs.toml";
    let table = load(path).expect("a table");
    assert_eq!(table.path(), path);
    assert_eq!(table.file(), Some(&*here.join(path)));
    assert_eq!(
        load(".").expect_err("a directory"),
        format!(
            "the table `{}` is a directory, expected a TOML file",
            here.display()
        )
    );
}

#[cfg(unix)]
#[test]
fn a_table_is_inside_by_its_path_or_in_fact() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    let (package, elsewhere) = (folder.join("package"), folder.join("elsewhere"));
    let (inward, outward) = (folder.join("package_too"), package.join("tables"));
    for folder in [&package, &elsewhere] {
        fs::create_dir_all(folder).expect("a writable folder");
        fs::write(folder.join("gateway.toml"), "").expect("a writable folder");
    }
    for (link, target) in [(&inward, &package), (&outward, &elsewhere)] {
        drop(fs::remove_file(link));
        std::os::unix::fs::symlink(target, link).expect("a writable folder");
    }
    let is_found = |path, directory: &Path| Source::load(path, &[directory.to_owned()]).is_ok();
    assert!(is_found("tables/gateway.toml", &package));
    assert!(is_found("../package/gateway.toml", &inward));
    assert!(!is_found("../elsewhere/gateway.toml", &package));
}
