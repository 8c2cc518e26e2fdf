#!/usr/bin/env bash
# no_std: a static library with its own panic handler contains no symbol of std. Needs readelf.
set -euo pipefail
cd "$(dirname "$0")/no_std"

CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-../../../target}")/proof/no_std
export CARGO_TARGET_DIR

# How many symbols name a crate, in either mangling. (An `nm` that cannot read the objects prints
# nothing, so a check with it would always pass.)
symbols() { readelf -sW "$1" 2>/dev/null | grep -av ' FILE ' | grep -acE "(_|_ZN)${#2}$2|[^a-z_]$2\\.\\." || true; }

for features in '' serde defmt; do
    cargo build --quiet --locked --release --features "$features"
    library=$CARGO_TARGET_DIR/release/libclose_codes_proof_no_std.a
    ours=$(symbols "$library" close_codes)
    serde=$(symbols "$library" serde_core)
    defmt=$(symbols "$library" defmt)
    std=$(symbols "$library" std)
    echo "features '$features': builds; symbols of close_codes: $ours, serde_core: $serde, defmt: $defmt, std: $std"
    if [ "$ours" = 0 ] || [ "$std" != 0 ]; then exit 1; fi
    if [ "$features" = serde ] && [ "$serde" = 0 ]; then exit 1; fi
    if [ "$features" = defmt ] && [ "$defmt" = 0 ]; then exit 1; fi
done

# The control: both checks notice std if it is there.
std=$(symbols "$(echo "$(rustc --print target-libdir)"/libstd-*.rlib)" std)
echo "control: symbols of std in std itself: $std"
if [ "$std" = 0 ]; then exit 1; fi
if log=$(cargo build --locked --release --features std 2>&1) || ! grep -m1 -F '[E0152]' <<<"$log"; then
    printf '%s\ncontrol: std was to be refused with E0152\n' "$log"
    exit 1
fi
echo "control: with std in a dependency it does not build"
