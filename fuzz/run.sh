#!/usr/bin/env bash
# Runs each target, or those that are named, for `SECONDS_EACH` seconds (600 by default). `corpus`
# keeps an input for each edge of the code that was reached. An input that breaks a claim is a failure,
# and is kept in `artifacts`.
set -euo pipefail
cd "$(dirname "$0")"

targets=("$@")
if [ $# = 0 ]; then targets=(payload text table rows); fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for target in "${targets[@]}"; do
    printf '\n== %s\n' "$target"
    fuzz() { cargo +nightly fuzz run --sanitizer none "$target" "$@"; }
    found=$scratch/$target
    kept=$scratch/$target.kept
    mkdir -p "$found" "$kept" "corpus/$target"
    seeds=("corpus/$target")
    if [ "$target" = rows ]; then seeds+=(../codegen/tests/fixtures/valid ../codegen/tests/fixtures/invalid); fi

    fuzz "$found" "${seeds[@]}" -- -max_total_time="${SECONDS_EACH:-600}" -max_len=4096 \
        -len_control=0 -dict=words.dict -print_final_stats=1
    # Without counters: an edge counts once, however often it is taken.
    fuzz "$kept" "$found" "${seeds[@]}" -- -set_cover_merge=1 -use_counters=0
    rm -r "corpus/$target"
    mv "$kept" "corpus/$target"
    echo "$target: $(find "corpus/$target" -type f | wc -l) inputs are kept"
done
