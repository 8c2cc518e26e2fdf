#!/usr/bin/env bash
# The licenses, versions and sources of the three crates' dependencies are those that deny.toml
# allows. Needs cargo-deny.
set -euo pipefail
cd "$(dirname "$0")/../.."

# With the manifest of one package, the dependencies of the tests are left out.
deny=(cargo deny --manifest-path runtime/Cargo.toml --config deny.toml --all-features --locked --offline)
"${deny[@]}" list --layout crate
"${deny[@]}" check licenses bans sources
