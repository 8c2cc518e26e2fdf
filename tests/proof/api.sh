#!/usr/bin/env bash
# The public API of close-codes with all features is the one in api.txt; `UPDATE=1` writes the file.
# Needs cargo-public-api and the nightly.
set -euo pipefail
cd "$(dirname "$0")/../.."

expected=tests/proof/api.txt
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/api
mkdir -p "$target"

# Without blanket impls, which every type has, and internal traits of the compiler.
CARGO_TARGET_DIR=$target cargo +nightly public-api --package close-codes --all-features \
    --omit blanket-impls --color never 2>"$target/log" >"$target/all.txt" ||
    { cat "$target/log" && exit 1; }
grep -vE ' core::marker::(Freeze|StructuralPartialEq|UnsafeUnpin) for ' "$target/all.txt" >"$target/api.txt"

if [ -n "${UPDATE:-}" ]; then cp "$target/api.txt" "$expected"; fi
diff -u "$expected" "$target/api.txt"
echo "$(wc -l <"$expected") lines of API as in $expected"
