#!/usr/bin/env bash
# defmt: every code, and frames, events and errors, are decoded as `Display` shows them. Needs Linux.
set -euo pipefail
cd "$(dirname "$0")/defmt"

CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-../../../target}")/proof/defmt
export CARGO_TARGET_DIR

# With a target, these flags do not apply to the build scripts and macros of the dependencies.
host=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS='-C relocation-model=static' cargo run --quiet --locked --target "$host"
