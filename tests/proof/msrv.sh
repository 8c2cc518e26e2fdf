#!/usr/bin/env bash
# The published libraries build with Rust 1.85, the older version of Debian 12's package rustc-web.
set -euo pipefail
cd "$(dirname "$0")/../.."

msrv=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/msrv
root=$target/root

if [ ! -x "$target/rustc" ]; then
    rm -rf "$root" "$target/packages"
    mkdir -p "$root" "$target/packages"
    (
        cd "$target/packages"
        apt-get download -qq "rustc-web=$msrv.*" "libstd-rust-web-$msrv" \
            "libstd-rust-web-dev=$msrv.*" libllvm19
        for package in ./*.deb; do dpkg -x "$package" "$root"; done
    )
    cat >"$target/rustc" <<END
#!/bin/sh
lib=$root/usr/lib
LD_LIBRARY_PATH=\$lib/x86_64-linux-gnu:\$lib exec $root/usr/bin/rustc "\$@"
END
    chmod +x "$target/rustc"
fi

export RUSTC=$target/rustc CARGO_TARGET_DIR=$target
version=$("$RUSTC" --version)
echo "$version"
[[ $version == "rustc $msrv."* ]]
cargo check --quiet --locked --all-features \
    -p close-codes-codegen -p close-codes-macros -p close-codes -p close-codes-catalogue
echo "codegen, macros, runtime and catalogue with all features: check"
