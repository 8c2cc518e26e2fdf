#!/usr/bin/env bash
# The three crates build with the lowest versions that their manifests allow. Needs the nightly.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/minimal_versions
copy=$target/copy
rm -rf "$copy"
mkdir -p "$copy"
tar -c --exclude target Cargo.toml README.md codegen macros runtime | tar -x -C "$copy"
cd "$copy"

# Dev-dependencies do not matter to those who depend on the crates.
sed -i 's/^members = .*/members = ["codegen", "macros", "runtime"]/' Cargo.toml
sed -i '/^\[dev-dependencies\]/,/^$/d' runtime/Cargo.toml

export CARGO_TARGET_DIR=$target
cargo +nightly generate-lockfile --quiet -Zdirect-minimal-versions
cargo +nightly check --quiet --locked --workspace --all-features
cargo tree --quiet --locked --workspace --all-features --target all --depth 1 \
    --edges normal --prefix none | grep -v -e "($copy" -e '^$' | sort -u
echo "these versions build"
