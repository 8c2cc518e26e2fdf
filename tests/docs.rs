//! The generated documentation, as rustdoc renders it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The pages of `hygiene/strict` that its users see, built after those with all private items.
static PAGES: LazyLock<PathBuf> = LazyLock::new(|| {
    build(&["--document-private-items"]);
    build(&[])
});

/// The folder of a build of `hygiene/strict`, which denies every lint of rustdoc.
fn build(arguments: &[&str]) -> PathBuf {
    // The folder for temporary files is inside the target directory of this build.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let target = target.expect("the target directory");
    let status = Command::new(env!("CARGO"))
        .args("doc --quiet --no-deps --package close-codes-tests-strict".split(' '))
        .args(arguments)
        .arg("--target-dir")
        .arg(target)
        .env("RUSTDOCFLAGS", "--deny warnings")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(status.expect("cargo runs").success(), "cargo doc");
    target.join("doc/close_codes_tests_strict")
}

/// The page of an enum.
fn page(name: &str) -> String {
    let path = PAGES.join(format!("enum.{name}.html"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

/// The text between `before` (which comes after `anchor`) and `after`.
fn between<'a>(page: &'a str, anchor: &str, before: &str, after: &str) -> &'a str {
    let found = page
        .split_once(anchor)
        .and_then(|(_, rest)| rest.split_once(before))
        .and_then(|(_, rest)| rest.split_once(after));
    found
        .unwrap_or_else(|| panic!("no `{before}` after `{anchor}`"))
        .0
}

fn unescape(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[test]
fn a_table_is_documented_without_a_warning_and_its_texts_as_they_are() {
    let page = page("WithoutExamples");

    let err = "_One_. panic!(\"code\") ``` panic!(\"fenced\") ``` * [a](b) <b> & `c` \
               http://example.com <http://example.com> [Vec] [`Option`] [^1] -- ... 'q' ~~x~~ \
               a|b \\ #h $m$";
    let cell = between(
        &page,
        "title=\"variant close_codes_tests_strict::WithoutExamples::Err\"",
        "<td>",
        "</td>",
    );
    assert_eq!(unescape(cell), err);
    let variant = between(&page, "id=\"variant.Err\"", "<p>", "</p>");
    assert_eq!(unescape(variant), format!("4000 Err: {err}"));
    let list = between(&page, "id=\"method.as_status\"", "<p>", "</p>");
    assert_eq!(list, "1. The `status`");
    let list = between(&page, "id=\"method.is_fatal\"", "<p>", "</p>");
    assert_eq!(
        unescape(list),
        "- Whether the session is *lost*, see https://example.com/?a=b&c=[d]."
    );
}

#[test]
fn a_table_has_examples_if_the_invocation_asks_for_them() {
    let example = "class=\"rust rust-example-rendered\"";
    assert!(page("WithExamples").contains(example));
    assert!(!page("WithoutExamples").contains(example));
}
