#!/usr/bin/env bash
# A test notices every change that cargo-mutants makes to codegen, macros and runtime, but for those
# that `.cargo/mutants.toml` lists with the reason. The quick tests come first; what they let pass
# meets all.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof
mkdir -p "$out"
export CARGO_PROFILE_DEV_DEBUG=0
# An expansion that never ends would take all memory.
ulimit -v 12000000

mutate() { cargo mutants --iterate --baseline skip --timeout 300 --build-timeout 300 --output "$out" "$@"; }

tests=(--test-package close-codes-codegen --test-package close-codes --test-package close-codes-tests)
quick() { mutate "${tests[@]}" --cargo-arg=--lib "$@" || [ $? = 2 ]; }

quick --package close-codes-codegen --cargo-arg=--test={snapshots,invalid} -- -- --skip the_compiler
quick --package close-codes --cargo-arg=--test={standard,text,own_table,autobahn,serde,chromium,valid}
mutate --package close-codes-codegen --package close-codes --package close-codes-macros "${tests[@]}"
