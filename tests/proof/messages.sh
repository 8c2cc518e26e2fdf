#!/usr/bin/env bash
# All invalid fixtures give the messages that are checked in, with the lowest versions of `toml` and
# `toml_parser` that the manifest allows and with the newest. Needs the nightly.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/messages
fixtures=$PWD/tests/fixtures/invalid
copy=$target/copy
rm -rf "$copy"
mkdir -p "$copy/messages/src"
tar -c --exclude target Cargo.toml codegen | tar -x -C "$copy"
cd "$copy"

# Nothing but codegen, and a program that prints the messages of a file.
sed -i 's/^members = .*/members = ["codegen", "messages"]/' Cargo.toml
cat >messages/Cargo.toml <<'TOML'
[package]
name = "messages"
version = "0.0.0"
edition = "2024"

[dependencies]
close-codes-codegen.workspace = true
TOML
cat >messages/src/main.rs <<'RUST'
use close_codes_codegen::{Diagnostic, Source, Table};

fn main() {
    let path = std::env::args().nth(1).expect("a path");
    let text = std::fs::read_to_string(&path).expect("a table");
    let name = path.rsplit('/').next().expect("a name").to_owned();
    let (_, diagnostics) = if name.starts_with("whole") {
        Table::whole(&Source::new(name, text))
    } else {
        Table::standard().0.extended(&Source::new(name, text))
    };
    let messages: Vec<String> = diagnostics.iter().map(Diagnostic::to_string).collect();
    println!("{}", messages.join("\n\n"));
}
RUST

export CARGO_TARGET_DIR=$target
# Builds the program, and compares what it prints.
compare() {
    local count=0 table
    cargo +nightly build --quiet --locked -p messages
    for table in "$fixtures"/*.toml; do
        if ! diff "${table%.toml}.txt" <("$target/debug/messages" "$table"); then
            echo "FAILED: other messages about $table" >&2
            exit 1
        fi
        count=$((count + 1))
    done
    [ "$count" -gt 0 ]
    versions=$(cargo +nightly tree --quiet --locked -p close-codes-codegen --edges normal --prefix none |
        awk '$1 ~ /^toml(_parser)?$/ { print $1, $2 }' | sort -u | paste -sd ' ')
    echo "$1: $versions: the messages of $count tables are the same"
}

cargo +nightly generate-lockfile --quiet -Zdirect-minimal-versions
compare lowest
lowest=$versions
cargo +nightly update --quiet
compare newest
[ "$versions" != "$lowest" ] || { echo "FAILED: the lowest and the newest are the same" >&2; exit 1; }
