#!/usr/bin/env bash
# The archives that would be published, used by a crate without anything else of this repository. It
# builds and runs, is rebuilt when its table changes, and is the same in two directories. If its own
# archive lacks the table, the error says so. A crate that uses one table of the catalogue builds no
# other.
set -euo pipefail
cd "$(dirname "$0")/../.."

CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR CARGO_TERM_COLOR=never
root=$PWD
version=$(cargo pkgid -p close-codes)
version=${version##*[@#]}
packages=(close-codes-codegen close-codes-macros close-codes)
catalogue=close-codes-catalogue
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

passed() { printf 'ok: %s\n' "$*"; }
failed() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# A crate with the archives, in a directory of that name, that depends on close-codes or on $2.
new_crate() {
    local folder=$work/$1 dependency=${2:-"close-codes = \"=$version\""}
    mkdir -p "$folder/packed" "$folder/src"
    for package in "${packages[@]}" "$catalogue"; do
        tar -xzf "$CARGO_TARGET_DIR/package/$package-$version.crate" -C "$folder/packed"
    done
    cp Cargo.lock "$folder"
    cat >"$folder/Cargo.toml" <<TOML
[package]
name = "packed"
edition = "2024"

[dependencies]
$dependency

[workspace]
exclude = ["packed"]

[patch.crates-io]
$(for package in "${packages[@]}" ${2:+"$catalogue"}; do echo "$package.path = \"packed/$package-$version\""; done)
TOML
}

# A crate with a custom table.
new_crate_with_table() {
    local folder=$work/$1
    new_crate "$1"
    cat >"$folder/src/lib.rs" <<'RUST'
close_codes::close_codes! {
    /// Why the connection was closed.
    pub enum Mine = "mine.toml";
}
RUST
    cat >"$folder/src/main.rs" <<'RUST'
use packed::Mine;

fn main() {
    for number in [1000, 4000, 4321] {
        println!("{:#} {:?}", Mine::from(number), Mine::from(number).patience());
    }
}
RUST
    table "$folder" "Timed Out"
}

# The table, with this name for its code.
table() {
    cat >"$1/mine.toml" <<TOML
[columns.patience]
type = ["none", "some"]
default = "none"

[codes]
4300-4399 = { name = "Mild", patience = "some" }
4000 = { name = "$2", description = "Nothing was heard for a minute." }
TOML
}

# Runs cargo in a crate, with its own target directory and paths that do not name the directory.
in_crate() {
    local folder=$work/$1
    shift
    (cd "$folder" && CARGO_TARGET_DIR=target RUSTFLAGS="--remap-path-prefix=$folder=/source" cargo "$@" --offline)
}

# What the program prints, with this name for the code.
output() {
    cat <<TEXT
1000 Normal Closure: The connection did what it was opened for and was closed normally. None
4000 $1: Nothing was heard for a minute. None
4321 Mild: A private code whose meaning is agreed between an application's client and server. Some
TEXT
}

# `cargo run` in a crate prints what it should, and rebuilds the crate or does not.
runs() {
    local found
    found=$(in_crate "$1" run --release 2>"$work/log") || { cat "$work/log" >&2; failed "cargo run"; }
    [ "$found" = "$(output "$2")" ] || failed "the program prints: $found"
    if grep -q 'Compiling packed ' "$work/log"; then found=built; else found=fresh; fi
    [ "$found" = "$3" ] || failed "cargo says that the crate is $found, not $3"
}

same() { cmp -s "$work/one/target/release/$1" "$work/another/target/release/$1"; }

cargo fetch --quiet
cargo package --workspace --allow-dirty --no-verify --quiet
new_crate_with_table one
new_crate_with_table another
tree=$(in_crate one tree --prefix none --edges normal --target all)
for package in "${packages[@]}"; do
    grep -qF "$package v$version" <<<"$tree" || failed "$package is not in the tree: $tree"
done
! grep -qF "$root" <<<"$tree" || failed "something of $root is in the tree: $tree"
passed "${#packages[@]} archives of version $version are unpacked, and nothing else of the workspace is used"

runs one "Timed Out" built
passed "a crate with a custom table builds and runs"
runs one "Timed Out" fresh
table "$work/one" "Expired"
runs one "Expired" built
passed "it is rebuilt when its table changes, and only then"

runs another "Timed Out" built
for file in packed libpacked.rlib; do
    ! same "$file" || failed "$file does not depend on the table"
done
table "$work/one" "Timed Out"
runs one "Timed Out" built
for file in packed libpacked.rlib; do
    same "$file" || failed "$file is not the same in two directories"
    ! grep -qF "$work" "$work/one/target/release/$file" || failed "$file names its directory"
    passed "$file is the same in two directories with --remap-path-prefix, and differs with another table"
done

# The archive of a crate whose list of files to include lacks the table.
new_crate_with_table lost
sed -i 's/^name = "packed"$/&\ninclude = ["src"]/' "$work/lost/Cargo.toml"
in_crate lost package --quiet --no-verify --exclude-lockfile 2>"$work/log" || { cat "$work/log" >&2; failed "cargo package"; }
mkdir "$work/unpacked"
tar -xzf "$work"/lost/target/package/packed-*.crate -C "$work/unpacked" --strip-components 1
cp Cargo.lock "$work/unpacked"
patches=()
for package in "${packages[@]}"; do
    patches+=(--config "patch.crates-io.$package.path=\"$work/lost/packed/$package-$version\"")
done
help='this crate was packaged without it; add the table to `package.include`'
! in_crate unpacked check "${patches[@]}" 2>"$work/log" || failed "a crate without its table builds"
grep -qF "$help" "$work/log" || { cat "$work/log" >&2; failed "the error does not say: $help"; }
# Without packaging, a missing table is a different error.
rm "$work/lost/mine.toml"
! in_crate lost check 2>"$work/log" || failed "a crate without its table builds"
grep -qF 'cannot find the table `mine.toml`' "$work/log" || { cat "$work/log" >&2; failed "another error"; }
! grep -qF "$help" "$work/log" || failed "the error speaks of an archive: $(cat "$work/log")"
passed "a crate that was packaged without its table reports this, and only such a crate"

# One table of the catalogue, without the others.
new_crate published "$catalogue = { version = \"=$version\", features = [\"discord-gateway\"] }"
cat >"$work/published/src/main.rs" <<'RUST'
use close_codes_catalogue::discord_gateway::DiscordGatewayClose;

fn main() {
    println!("{:#}", DiscordGatewayClose::from(4009));
}
RUST
found=$(in_crate published run --quiet)
[ "$found" = "4009 Session timed out: The session is too old to be resumed." ] || failed "the program prints: $found"
library=$(echo "$work"/published/target/debug/deps/libclose_codes_catalogue-*.rlib)
grep -qF DiscordGatewayClose "$library" || failed "the enum is not in $library"
! grep -qF PusherClose "$library" || failed "a table that nobody asked for is in $library"
passed "a crate that uses one table of $catalogue builds, and builds no other table"
