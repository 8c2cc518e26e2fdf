#!/usr/bin/env bash
# The feature `web-sys` in headless Chromium, compared with recorded results of the browser, and the
# gloo-net example.
#
# Needs Chromium (or `CHROMIUM`), Python 3.10, and a compiler for wasm32-unknown-unknown: rustup's,
# or Debian's (rustc-web, rust-web-src, libstd-rust-web-dev), to which rustup's lends the linker.
set -euo pipefail
cd "$(dirname "$0")"

CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-../../target}")/wasm
export CARGO_TARGET_DIR

# The tool and the crate must have the same version.
package=$(cargo pkgid --quiet wasm-bindgen)
version=${package##*@}
bindgen=$CARGO_TARGET_DIR/wasm-bindgen-$version
if [ ! -x "$bindgen/bin/wasm-bindgen" ]; then
    cargo install --quiet --debug --root "$bindgen" --version "$version" \
        --no-default-features --bin wasm-bindgen wasm-bindgen-cli
fi

build=(cargo build --quiet --release --target wasm32-unknown-unknown)
sysroot=$(rustc --print sysroot)
if [ ! -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ]; then
    # Debian has only the source of the standard library, and an ordinary cargo may not build it.
    linker=$(find "$sysroot" -name rust-lld -print -quit)
    export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker
    build+=(-Zbuild-std=std,panic_abort)
fi
"${build[@]}"

page=$CARGO_TARGET_DIR/page
rm -rf "$page"
"$bindgen/bin/wasm-bindgen" --target web --no-typescript --out-dir "$page" \
    "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/close_codes_tests_wasm.wasm"
cp index.html page.js ../vectors/chromium-close.json "$page"

exec python3 browser.py "$page" "${CHROMIUM:-chromium}"
