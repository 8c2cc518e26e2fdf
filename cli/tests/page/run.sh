#!/usr/bin/env bash
# Opens exported pages in headless Chromium: search, filters, languages, themes, keyboard and a phone's
# width are tried, axe-core looks for violations, and screenshots are written for people to look at.
#
# It needs Chromium (CHROMIUM names it if it is not `chromium`), Node.js and npm.
set -euo pipefail
cd "$(dirname "$0")/../../.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
out=$target/page
mkdir -p "$out"

npm install --silent --no-audit --no-fund --prefix "$out" puppeteer-core@24 axe-core@4

# 2000 codes, 18 of them standard, some in ranges of 100.
awk 'BEGIN {
    print "title = \"Two thousand codes\"\n\n[codes]"
    for (n = 3018; n < 5000; n++) printf "%d = { name = \"Code %d\", reconnect = \"%s\" }\n", n, n, n % 3 ? "backoff" : "never"
    for (n = 40; n < 50; n++) printf "%d-%d = \"Hundred %d\"\n", n * 100, n * 100 + 99, n
}' > "$out/large.toml"

cargo build --quiet -p close-codes-cli
export() { "$target/debug/close-codes" export --to html -o "$out/$1.html" "${@:2}"; }
export standard
export discord discord-gateway
export ranges codegen/tests/fixtures/valid/ranges.toml
export columns codegen/tests/fixtures/valid/columns.toml
export languages codegen/tests/fixtures/valid/languages.toml
export hostile cli/tests/page/hostile.toml
export custom --own discord-gateway
export large "$out/large.toml"

cp cli/tests/page/page.mjs "$out"
node "$out/page.mjs" "$out" "${CHROMIUM:-$(command -v chromium)}"
