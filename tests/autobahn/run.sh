#!/usr/bin/env bash
# Section 7 of the Autobahn test suite (closing) against libraries/examples/echo.rs. The suite needs
# `python2.7` with pip, and is installed into the target directory.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/autobahn"
target=$(realpath "$target")
export PYTHONUSERBASE=$target/autobahn/suite

if [ ! -x "$PYTHONUSERBASE/bin/wstest" ]; then
    python2.7 -m pip install -qq --user --ignore-installed --no-warn-script-location \
        autobahntestsuite==25.10.1
fi
cargo build --quiet --package close-codes-tests-libraries --example echo

coproc server { exec "$target/debug/examples/echo"; }
trap 'kill "$server_PID"' EXIT
read -r address <&"${server[0]}"

cd "$target/autobahn"
rm -rf reports
cat >spec.json <<EOF
{
    "outdir": "reports",
    "servers": [{"agent": "close-codes", "url": "ws://$address"}],
    "cases": ["7.*"],
    "exclude-cases": [],
    "exclude-agent-cases": {}
}
EOF
timeout 120 python2.7 "$PYTHONUSERBASE/bin/wstest" --mode fuzzingclient --spec spec.json >wstest.log 2>&1

python2.7 - <<'EOF'
import collections, json, sys

CASES = 37
cases = json.load(open("reports/index.json"))["close-codes"]
passed = len(cases) == CASES
print("%d cases of %d" % (len(cases), CASES))
for key in "behavior", "behaviorClose":
    counts = collections.Counter(case[key] for case in cases.values())
    passed = passed and set(counts) <= {"OK", "INFORMATIONAL"}
    print("%s: %s" % (key, ", ".join("%d %s" % (n, name) for name, n in counts.most_common())))
for number, case in cases.items():
    if not {case["behavior"], case["behaviorClose"]} <= {"OK", "INFORMATIONAL"}:
        print("%s: %s, %s" % (number, case["behavior"], case["behaviorClose"]))
sys.exit(not passed)
EOF
