#!/usr/bin/env bash
# Every change that cargo-mutants makes to codegen, runtime and macros makes a test fail, except those
# that `.cargo/mutants.toml` lists with a reason. The quick tests come first; mutants that pass them
# meet all tests. Arguments are passed to cargo-mutants.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/mutants
unset CARGO_TARGET_DIR
export CARGO_PROFILE_DEV_DEBUG=0
# An endless expansion would use all memory.
ulimit -v 12000000

chosen=("$@")
tests=(--test-package close-codes-codegen --test-package close-codes --test-package close-codes-tests
    --test-package close-codes-tests-compiler)

# Tests the mutants of a package that no test has noticed yet.
mutate() {
    local status=0
    mkdir -p "$out/$1"
    cargo mutants --package "$1" "${tests[@]}" --output "$out/$1" --iterate --baseline skip \
        --build-timeout 300 "${@:2}" "${chosen[@]}" || status=$?
    # 2: some were missed. 3: some timed out, which counts as noticed.
    [ "$status" = 0 ] || [ "$status" = 2 ] || [ "$status" = 3 ]
}

quick=(--timeout 200 --cargo-arg=--lib)
mutate close-codes-codegen "${quick[@]}" --cargo-arg=--test={snapshots,invalid}
mutate close-codes "${quick[@]}" --cargo-arg=--test={standard,tables}
mutate close-codes-macros "${quick[@]}" --cargo-arg=--test={hygiene,tables}

for package in close-codes-codegen close-codes close-codes-macros; do
    mutate "$package" --timeout 300
done
if grep . "$out"/*/mutants.out/missed.txt; then exit 1; fi
echo "every mutant is noticed or listed"
