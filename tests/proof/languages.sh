#!/usr/bin/env bash
# The exports to TypeScript, Python and Go pass the strict checks of their languages, and give the same
# answers as Rust for all 65536 numbers of every table. Needs Node and Python 3.10; installs the tools below
# the target directory, and Go from the package golang-go if there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."

typescript=7.0.2 prettier=3.10.1 esbuild=0.28.2
mypy=2.4.1 black=26.10.1

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/proof/languages
tools="typescript@$typescript prettier@$prettier esbuild@$esbuild mypy==$mypy black==$black"
if [ "$(cat "$target/installed" 2>/dev/null)" != "$tools" ]; then
    rm -rf "$target"
    mkdir -p "$target/node"
    npm install --silent --no-save --prefix "$target/node" \
        "typescript@$typescript" "prettier@$prettier" "esbuild@$esbuild"
    python3 -m venv "$target/python"
    "$target/python/bin/pip" install --quiet "mypy==$mypy" "black==$black"
    echo "$tools" >"$target/installed"
fi
if ! command -v go >/dev/null; then
    apt-get update -qq
    apt-get install -qq --no-install-recommends golang-go
fi

# The oldest Python that the exports support, where it is installed.
for python in "$(command -v python3.9 || true)" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.9.*/bin/python; do
    if "$python" -c '' 2>/dev/null; then export OLDEST_PYTHON=$python; fi
done
echo "$(python3 --version), ${OLDEST_PYTHON:-no Python 3.9}, $(go version), Node $(node --version)"

export PATH="$target/node/node_modules/.bin:$target/python/bin:$PATH"
export GOCACHE="$target/go-cache" GOTOOLCHAIN=local
cargo test --locked -p close-codes-cli --test languages -- --ignored --nocapture
