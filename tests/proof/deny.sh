#!/usr/bin/env bash
# Licences, duplicate versions and sources of what the three crates depend on, by deny.toml. Needs
# cargo-deny.
set -euo pipefail
cd "$(dirname "$0")/../.."

# The manifest of one package makes it the root: the tests have dependencies of their own.
deny=(cargo deny --manifest-path runtime/Cargo.toml --config deny.toml --all-features --locked --offline)
"${deny[@]}" list --layout crate
"${deny[@]}" check licenses bans sources
