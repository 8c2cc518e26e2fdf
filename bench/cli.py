#!/usr/bin/env python3
"""How long the command line takes: medians of the wall clock, in milliseconds, and the limits.

    python3 bench/cli.py [runs]

It builds the release binary and makes a table of 2000 codes below the target directory. Nothing
else should run on the machine meanwhile. The exit status is 1 if a median is over its limit.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

from build_time import table

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
WORK = TARGET / "cli-time"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
FORMATS = ["rust", "typescript", "python", "go", "json", "markdown", "html", "asyncapi"]


def median(binary, args):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([binary, *args], cwd=WORK, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main():
    subprocess.run(["cargo", "build", "--release", "-q", "-p", "close-codes-cli"], cwd=ROOT, check=True)
    WORK.mkdir(parents=True, exist_ok=True)
    (WORK / "many.toml").write_text(table(2000))
    binary = TARGET / "release" / "close-codes"
    commands = [(20, ["explain", "4009"]), (100, ["check", "many.toml"])]
    commands += [(200, ["export", "--to", format, "many.toml"]) for format in FORMATS]
    too_slow = False
    for limit, args in commands:
        took = median(binary, args)
        too_slow |= took >= limit
        print(f"{took:7.1f} ms, under {limit} ms: {took < limit}   close-codes {' '.join(args)}")
    sys.exit(too_slow)


if __name__ == "__main__":
    main()
