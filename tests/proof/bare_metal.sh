#!/usr/bin/env bash
# no_std: the library of `no_std` for a microcontroller without std, so that no dependency can use it
# unnoticed. `core` is built from source: Debian's rustc-web rust-web-src.
set -euo pipefail
cd "$(dirname "$0")/no_std"

target=thumbv7em-none-eabi
export RUSTC=${RUSTC:-/usr/bin/rustc} RUSTC_BOOTSTRAP=1
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-../../../target}")/proof/bare_metal
export CARGO_TARGET_DIR

build() { cargo build --quiet --locked --release --target "$target" -Zbuild-std=core --features "$1"; }

for features in '' serde defmt; do
    build "$features"
    archive=$CARGO_TARGET_DIR/$target/release/libclose_codes_proof_no_std.a
    machine=$(readelf -h "$archive" | sed -n 's/^ *Machine: *//p' | sort -u)
    echo "features '$features': builds for $target; machine: $machine"
done

# The control: a dependency with std that the library itself does not name.
if log=$(build std 2>&1) || ! grep -m1 -F '[E0463]' <<<"$log"; then
    printf '%s\ncontrol: std was to be missed with E0463\n' "$log"
    exit 1
fi
echo "control: with std in a dependency it does not build"
