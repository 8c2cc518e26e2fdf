#!/usr/bin/env bash
# A Rust server and a TypeScript page, generated from one table, show the same name for the same code.
#
#     tests/both_sides/run.sh
#
# It needs Node 20 or later with npm, and installs TypeScript below the target directory.
set -euo pipefail
cd "$(dirname "$0")"

target=$(cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
work=$target/both-sides
mkdir -p "$work/node"

# What the CI of such a repository runs: the export is up to date.
cargo run --quiet --package close-codes-cli -- export --to typescript gateway.toml -o page/gateway.ts --check

[ -x "$work/node/node_modules/.bin/tsc" ] || npm install --silent --no-fund --no-audit --prefix "$work/node" typescript@7
"$work/node/node_modules/.bin/tsc" --strict --target es2022 --module esnext --moduleResolution bundler \
    --lib es2022,dom --verbatimModuleSyntax --erasableSyntaxOnly --outDir "$work/page" page/page.ts
echo '{"type": "module"}' > "$work/page/package.json"

cargo build --quiet --package close-codes-both-sides
# The address of an earlier run is not that of this server.
rm -f "$work/server.txt"
"$target/debug/close-codes-both-sides" > "$work/server.txt" &
server=$!
trap 'kill $server 2> /dev/null || true' EXIT
until [ -s "$work/server.txt" ]; do sleep 0.1; done
url=$(head -n 1 "$work/server.txt")

codes=$(grep -o 'const CODES: \[u16; [0-9]*' src/main.rs | grep -o '[0-9]*$')
node --no-warnings --experimental-websocket page/run.mjs "$codes" "$url" "$work/page/page.js" > "$work/page.txt"
wait $server
tail -n +2 "$work/server.txt" > "$work/sent.txt"
[ "$(wc -l < "$work/sent.txt")" = "$codes" ]
diff "$work/sent.txt" "$work/page.txt"
cat "$work/page.txt"
echo "ok: the server and the page show the same for $codes codes"
