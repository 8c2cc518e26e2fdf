//! Each example prints the block of text in its first lines, and ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const LIMIT: Duration = Duration::from_secs(30);

macro_rules! prints_what_it_says {
    ($($example:ident)*) => {$(
        #[test]
        fn $example() {
            prints_what_it_says(stringify!($example));
        }
    )*};
}

prints_what_it_says! { actix_ws axum fastwebsockets tokio_tungstenite tokio_websockets tungstenite }

fn prints_what_it_says(example: &str) {
    let source = format!("examples/{example}.rs");
    let (printed, said) = printed_and_said(example, &source);
    assert_eq!(printed, said, "printed (left), said (right)");
}

#[test]
fn reconnect() {
    let (printed, said) = printed_and_said("reconnect", "../../runtime/examples/reconnect.rs");
    let lines = |lines: &[String]| lines.iter().map(|line| line_and_wait(line)).collect();
    let (printed, said): (Vec<_>, Vec<_>) = (lines(&printed), lines(&said));
    for ((line, wait), (said, documented)) in printed.iter().zip(&said) {
        assert_eq!(line, said, "printed (left), said (right)");
        // Each wait is random, between a fixed time and twice that.
        let both = wait.zip(*documented);
        assert!(
            both.is_none_or(|(a, b)| a < 2 * b && b < 2 * a),
            "{line}: {both:?}"
        );
    }
    assert_eq!(printed.len(), said.len());
    let waits = printed.iter().filter(|(_, wait)| wait.is_some()).count();
    assert!(waits > 3, "{waits} waits");
}

/// A line without the milliseconds in it, which are random, and the milliseconds.
fn line_and_wait(line: &str) -> (String, Option<u32>) {
    let Some(start) = line.strip_suffix(" ms") else {
        return (line.to_owned(), None);
    };
    let (start, wait) = start.rsplit_once(' ').expect("a number of milliseconds");
    (start.to_owned(), Some(wait.parse().expect("a number")))
}

/// The lines that an example prints, and those that its documentation says it prints.
fn printed_and_said(example: &str, source: &str) -> (Vec<String>, Vec<String>) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
    let text = fs::read_to_string(&source).expect("the source of an example");
    let said = text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.trim().to_owned())
        .skip_while(|line| line != "```text")
        .skip(1)
        .take_while(|line| line != "```");
    let printed = output(&binary(example, &source));
    (printed.lines().map(str::to_owned).collect(), said.collect())
}

/// Where cargo has put the example; `cargo test --test` does not build it.
fn binary(example: &str, source: &Path) -> PathBuf {
    let test = env::current_exe().expect("the path of this test");
    let target = test.ancestors().nth(2).expect("a target directory");
    let binary = target.join("examples").join(example);
    let binary = binary.with_extension(env::consts::EXE_EXTENSION);
    let written = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
    assert!(
        written(&binary) >= written(source),
        "`{example}` is older than its source: run `cargo build --examples`"
    );
    binary
}

fn output(binary: &Path) -> String {
    let mut child = Command::new(binary)
        .stdout(Stdio::piped())
        .spawn()
        .expect("an example that starts");
    let start = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if start.elapsed() > LIMIT {
            child.kill().expect("a child");
            panic!("`{}` has not ended after {LIMIT:?}", binary.display());
        }
        thread::sleep(Duration::from_millis(10));
    }
    let output = child.wait_with_output().expect("a child that has ended");
    assert!(
        output.status.success(),
        "`{}`: {}",
        binary.display(),
        output.status
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}
