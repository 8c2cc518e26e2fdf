//! The inputs that fuzzing found, in `fuzz/corpus`, tried again.

mod claims;

use std::path::Path;
use std::{fs, str};

fn each(target: &str, claim: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    let files = fs::read_dir(folder.join(target)).expect("a corpus");
    let mut count = 0;
    for file in files {
        let file = file.expect("a file of the corpus").path();
        // Shown if a claim fails.
        println!("{}", file.display());
        claim(&fs::read(file).expect("a readable file"));
        count += 1;
    }
    assert!(count > 0, "an empty corpus");
}

fn each_text(target: &str, claim: impl Fn(&str)) {
    each(target, |bytes| str::from_utf8(bytes).map_or((), &claim));
}

#[test]
fn tables() {
    each_text("table", claims::table);
}

#[test]
fn rows() {
    each_text("rows", claims::table);
}
