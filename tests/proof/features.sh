#!/usr/bin/env bash
# Every combination of the runtime's features builds, without a warning.
set -euo pipefail
cd "$(dirname "$0")/../.."

mapfile -t features < <(
    cargo metadata --quiet --locked --no-deps --format-version 1 | python3 -c '
import json, sys
packages = json.load(sys.stdin)["packages"]
runtime = next(package for package in packages if package["name"] == "close-codes")
print(*runtime["features"], sep="\n")
'
)
[ "${#features[@]}" -gt 0 ]

combinations=$((1 << ${#features[@]}))
for ((bits = 0; bits < combinations; bits++)); do
    chosen=()
    for i in "${!features[@]}"; do
        if ((bits >> i & 1)); then chosen+=("${features[i]}"); fi
    done
    list=$(IFS=, && echo "${chosen[*]}")
    cargo clippy --quiet --locked -p close-codes --no-default-features --features "$list" -- -D warnings
    echo "features '$list': clippy"
done
echo "$combinations combinations of ${#features[@]} features"
