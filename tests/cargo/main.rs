//! How cargo builds a crate with a table: it is rebuilt when the table changes, it is documented, and
//! this works for all sorts of tables.

#[path = "../../codegen/tests/properties/inputs.rs"]
#[allow(dead_code)]
mod inputs;
#[path = "../../codegen/tests/large/mod.rs"]
mod large;
#[allow(dead_code)]
#[path = "../../codegen/tests/properties/tables.rs"]
mod tables;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

/// Where all these crates are built, so that their dependencies are built only once.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("target")
}

/// A crate outside the workspace.
struct Package {
    folder: PathBuf,
}

impl Package {
    fn new(name: &str, file: &str, source: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let package = Self { folder };
        fs::create_dir_all(package.folder.join("src")).expect("a writable folder");
        package.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = {name:?}\nedition = \"2024\"\n[dependencies]\nclose-codes.path = {:?}\n[workspace]\n",
                workspace.join("runtime").to_str().expect("UTF-8"),
            ),
        );
        let lock = fs::read_to_string(workspace.join("Cargo.lock")).expect("the lock file");
        package.write("Cargo.lock", &lock);
        package.write(file, source);
        package
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("a writable folder");
    }

    /// What cargo and the program print, and whether they succeeded.
    fn cargo(&self, arguments: &[&str]) -> (String, bool) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TARGET_DIR", target())
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .expect("cargo");
        let text =
            [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("UTF-8"));
        (text.concat(), output.status.success())
    }
}

#[test]
fn a_crate_is_built_anew_when_its_table_changes_and_when_it_is_mended() {
    let package = Package::new(
        "rebuilt",
        "src/main.rs",
        "close_codes::close_codes! { enum Mine = \"mine.toml\"; }\nfn main() { println!(\"{}\", Mine::from(4000)); }\n",
    );
    let named = |name: &str| format!("[codes]\n4000.name = {name}\n");
    let run = || package.cargo(&["run"]);

    package.write("mine.toml", &named("\"Timed Out\""));
    let (said, is_well) = run();
    assert!(is_well && said.contains("4000 Timed Out\n"), "{said}");

    let (said, is_well) = run();
    assert!(is_well && !said.contains("Compiling rebuilt"), "{said}");

    package.write("mine.toml", &named("\"Expired\""));
    let (said, is_well) = run();
    assert!(is_well && said.contains("4000 Expired\n"), "{said}");

    package.write("mine.toml", &named("Expired"));
    let (said, is_well) = run();
    let message = "error: a string without quotes\n        --> mine.toml:2:13\n";
    assert!(!is_well && said.contains(message), "{said}");
    assert!(said.contains("due to 1 previous error"), "{said}");

    package.write("mine.toml", &named("\"Timed Out\""));
    let (said, is_well) = run();
    assert!(is_well && said.contains("4000 Timed Out\n"), "{said}");

    fs::remove_file(package.folder.join("mine.toml")).expect("the table");
    let (said, is_well) = run();
    assert!(
        !is_well && said.contains("error: cannot find the table `mine.toml`; tried\n"),
        "{said}"
    );

    package.write("mine.toml", &named("\"Expired\""));
    let (said, is_well) = run();
    assert!(is_well && said.contains("4000 Expired\n"), "{said}");
}

#[test]
fn an_error_is_shown_where_core_is_another_crate_and_no_name_has_its_usual_meaning() {
    let package = Package::new(
        "shadowed",
        "src/lib.rs",
        r#"
            #![no_implicit_prelude]
            #![deny(warnings)]
            #![allow(unused_macros)]

            macro_rules! compile_error { ($($tokens:tt)*) => {}; }
            mod std {}

            ::core::close_codes! { enum Mine = "mine.toml"; }

            fn local() {
                mod core {}
                ::core::close_codes! { #[derive(Default)] enum Local = "mine.toml"; }
            }
        "#,
    );
    let manifest = fs::read_to_string(package.folder.join("Cargo.toml")).expect("the manifest");
    let renamed = manifest.replace(
        "close-codes.path",
        "core.package = \"close-codes\"\ncore.path",
    );
    package.write("mine.toml", "nmae = 1\nlanguage = 2\n");
    for edition in ["2018", "2021", "2024"] {
        package.write("Cargo.toml", &renamed.replace("2024", edition));
        let (said, is_well) = package.cargo(&["check"]);
        assert!(!is_well, "{said}");
        let errors: Vec<&str> = said
            .lines()
            .filter_map(|line| line.strip_prefix("error: "))
            .collect();
        assert_eq!(
            errors,
            [
                "a close code has no default; remove `Default` here",
                "unknown key `nmae` in the table",
                "unknown key `language` in the table",
                "unknown key `nmae` in the table",
                "unknown key `language` in the table",
                "could not compile `shadowed` (lib) due to 5 previous errors",
            ],
            "{said}"
        );
        assert!(!said.contains("originates in the macro"), "{said}");
    }
}

#[test]
fn a_name_and_a_description_are_shown_as_they_are() {
    let package = Package::new(
        "documented",
        "src/lib.rs",
        r##"
            //! A crate with a table.
            #![deny(warnings, missing_docs, rustdoc::all)]

            close_codes::close_codes! {
                /// Why the connection was closed.
                pub enum Mine = "mine.toml";
            }

            #[test]
            fn a_name_is_not_a_format() {
                assert_eq!(Mine::SayXNow.to_string(), r#"4000 Say `"x"` {now}"#);
                assert_eq!("say `\"X\"` {NOW}".parse(), Ok(Mine::SayXNow));
            }
        "##,
    );
    package.write(
        "mine.toml",
        r#"
            [codes]
            4000.name = 'Say `"x"` {now}'
            4000.description = """
# No heading
    compile_error!("no code");
```
compile_error!("no doctest");
```
- [`no`] [link](nowhere) <script>alert("no")</script> &lt; *no* _no_ https://no.example
"""
        "#,
    );
    let (said, is_well) = package.cargo(&["test"]);
    assert!(is_well && said.contains("running 0 tests"), "{said}");
    assert_eq!(said.matches("running ").count(), 2, "{said}");

    let (said, is_well) = package.cargo(&["doc", "--no-deps"]);
    assert!(is_well, "{said}");
    let page = fs::read_to_string(target().join("doc/documented/enum.Mine.html"));
    let page = page.expect("the page of the enum");
    let (_, shown) = page.split_once("# No heading ").expect("the description");
    let shown: String = shown.chars().take(300).collect();
    for text in [
        r#"compile_error!("no code"); ``` compile_error!("no doctest"); ```"#,
        r#"- [`no`] [link](nowhere) &lt;script&gt;alert("no")&lt;/script&gt; &amp;lt; *no* _no_"#,
    ] {
        assert!(shown.contains(text), "{shown}");
    }
}

#[test]
fn generated_tables_compile_and_are_total_canonical_and_lossless() {
    let package = Package::new(
        "generated",
        "src/main.rs",
        include_str!("generated_main.rs"),
    );
    let mut runner = TestRunner::new(inputs::cases(8));
    for table in 0..8 {
        let text = tables::tables().new_tree(&mut runner).expect("a table");
        package.write(&format!("{table}.toml"), &text.current());
    }
    let (said, is_well) = package.cargo(&["run"]);
    assert!(is_well, "{said}");
}

#[test]
fn two_thousand_codes_compile_and_work() {
    let package = Package::new("large", "src/main.rs", include_str!("large_main.rs"));
    package.write("large.toml", &large::table(3000..=4999));
    let (said, is_well) = package.cargo(&["run"]);
    assert!(is_well, "{said}");
}

#[test]
fn a_crate_is_built_again_when_any_file_of_its_chain_of_tables_changes_and_only_then() {
    let package = Package::new(
        "chain",
        "src/main.rs",
        "close_codes::close_codes! { enum Mine = \"mine.toml\"; }\nfn main() { println!(\"{} {} {}\", Mine::from(4000), Mine::from(4001), Mine::from(4002)); }\n",
    );
    fs::create_dir_all(package.folder.join("shared")).expect("a writable folder");
    let mine = |name: &str| format!("extends = 'shared/team.toml'\n[codes]\n4000 = '{name}'\n");
    let team = |name: &str| format!("extends = '../company.toml'\n[codes]\n4001 = '{name}'\n");
    let company = |name: &str| format!("[codes]\n4002 = '{name}'\n");
    package.write("mine.toml", &mine("A"));
    package.write("shared/team.toml", &team("B"));
    package.write("company.toml", &company("C"));
    let runs = |names: &str, is_built: bool| {
        let (said, is_well) = package.cargo(&["run"]);
        assert!(is_well && said.contains(&format!("{names}\n")), "{said}");
        assert_eq!(said.contains("Compiling chain"), is_built, "{said}");
    };
    runs("4000 A 4001 B 4002 C", true);
    runs("4000 A 4001 B 4002 C", false);
    package.write("company.toml", &company("D"));
    runs("4000 A 4001 B 4002 D", true);
    package.write("shared/team.toml", &team("E"));
    runs("4000 A 4001 E 4002 D", true);
    package.write("mine.toml", &mine("F"));
    runs("4000 F 4001 E 4002 D", true);
    package.write("shared/other.toml", &team("G"));
    runs("4000 F 4001 E 4002 D", false);

    // An error in an extended file is shown in that file, and fixing it triggers a rebuild.
    package.write("company.toml", "[codes]\n4002.nmae = 'D'\n");
    let (said, is_well) = package.cargo(&["run"]);
    let message = "error: unknown key `nmae` in a row\n        --> company.toml:2:6\n";
    assert!(!is_well && said.contains(message), "{said}");
    package.write("company.toml", &company("D"));
    runs("4000 F 4001 E 4002 D", true);
}
