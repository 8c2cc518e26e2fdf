#!/usr/bin/env python3
"""Build time, cold and after an edit, of a crate with a custom table and of the alternatives.

    python3 bench/build_time.py [runs]

Every figure is the median of the runs (3 by default), which are interleaved: user + sys seconds, with
the wall-clock time in parentheses. The last table shows what is generated and where the compiler's
time goes, close-codes / by hand. Nothing else should run on the machine. The crates are made below
the target directory; cargo fetches their dependencies first and then works offline.
"""

import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve() / "build-time"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
SIZES = [19, 250, 500, 1000, 2000]

STANDARD_NAMES = {3000: "Unauthorized", 3003: "Forbidden", 3008: "Timeout"}


def codes(count):
    """Numbers of 4000-4999 first, then of 3000-3999."""
    return sorted([*range(4000, 5000), *range(3000, 4000)][:count])


def table(count, mark=""):
    rows = []
    for code in codes(count):
        replaces = f', replaces = "{STANDARD_NAMES[code]}"' if code in STANDARD_NAMES else ""
        rows.append(f'{code} = {{ name = "Code {code}"{replaces}, description = "What {code} means{mark}." }}\n')
    return "[codes]\n" + "".join(rows)


def ours(count):
    return {
        "Cargo.toml": f'close-codes = {{ path = "{ROOT}/runtime" }}',
        "src/lib.rs": '//! A table.\nclose_codes::close_codes! {\n    /// A table.\n    pub enum Code = "codes.toml";\n}\n',
        "codes.toml": table(count),
    }


def by_hand(count, mark=""):
    """The same as people write it today: names, descriptions, conversions, parsing."""
    variants = "\n".join(
        f'    #[strum(to_string = "Code {c}", serialize = "Code{c}")]\n    Code{c} = {c},' for c in codes(count)
    )
    texts = "\n".join(f'            Self::Code{c} => "What {c} means{mark}.",' for c in codes(count))
    return f"""//! A table.
use num_enum::{{IntoPrimitive, TryFromPrimitive}};
use strum::{{Display, EnumIter, EnumString, IntoStaticStr}};

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(IntoPrimitive, TryFromPrimitive, Display, EnumIter, EnumString, IntoStaticStr)]
#[strum(ascii_case_insensitive)]
#[repr(u16)]
pub enum Code {{
{variants}
}}

/// The error.
#[derive(Debug, thiserror::Error)]
#[error("{{0}} is not a code")]
pub struct Unknown(u16);

impl Code {{
    /// What it means.
    pub fn description(self) -> &'static str {{
        match self {{
{texts}
        }}
    }}
}}
"""


def strum(count):
    return {
        "Cargo.toml": 'num_enum = "0.7"\nstrum = { version = "0.27", features = ["derive"] }\nthiserror = "2"',
        "src/lib.rs": by_hand(count),
    }


# Only the standard codes, and what a project with serde and tokio builds anyway.
STANDARD = 'close-codes = { path = "ROOT/runtime", default-features = false }'.replace("ROOT", str(ROOT))
PROJECT = 'serde = { version = "1", features = ["derive"] }\ntokio = { version = "1", features = ["macros", "net", "rt"] }'
USE_CODE = "//! The standard codes.\npub use close_codes::CloseCode;\n"

CANDIDATES = {
    "close-codes": ours(19),
    "close-codes, standard codes only": {"Cargo.toml": STANDARD, "src/lib.rs": USE_CODE},
    "http": {"Cargo.toml": 'http = "1"', "src/lib.rs": "//! Status codes.\npub use http::StatusCode;\n"},
    "serde's derive and tokio's macros": {"Cargo.toml": PROJECT, "src/lib.rs": "//! A project.\n"},
    "the same and close-codes": {**ours(19), "Cargo.toml": f"{PROJECT}\n{ours(19)['Cargo.toml']}"},
    "the same and the standard codes only": {"Cargo.toml": f"{PROJECT}\n{STANDARD}", "src/lib.rs": USE_CODE},
    "strum + num_enum + thiserror": strum(19),
    "tungstenite": {"Cargo.toml": 'tungstenite = "0.30"', "src/lib.rs": "pub use tungstenite::protocol::frame::coding::CloseCode;\n"},
    "typify": {
        "Cargo.toml": 'typify = "0.5"\nserde = { version = "1", features = ["derive"] }\nregress = "0.10"\nserde_json = "1"',
        "src/lib.rs": 'typify::import_types!("schema.json");\n',
        "schema.json": '{"title": "Code", "type": "string", "enum": ["Code 4000", "Code 4001"]}',
    },
    "nothing": {"Cargo.toml": "", "src/lib.rs": ""},
}


def write(name, files):
    folder = WORK / name.replace(" ", "-").replace("+", "and")
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        if path == "Cargo.toml":
            text = f'[package]\nname = "candidate"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n{text}\n'
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    subprocess.run(["cargo", "fetch", "--quiet"], cwd=folder, check=True)
    return folder


def build(folder):
    env = {**os.environ, "CARGO_TARGET_DIR": str(folder / "target"), "CARGO_NET_OFFLINE": "true"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(["cargo", "build", "--quiet"], cwd=folder, env=env, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start


def cold(folder):
    shutil.rmtree(folder / "target", ignore_errors=True)
    return build(folder)


def edit(folder, path, run):
    """A build after one description has changed."""
    file = folder / path
    text = file.read_text()
    file.write_text(text.replace("What 4000 means", f"What 4000 means {run}", 1))
    try:
        return build(folder)
    finally:
        file.write_text(text)


def show(samples):
    cpu, wall = (statistics.median(column) for column in zip(*samples))
    return f"{cpu:.2f} s ({wall:.2f} s)"


def rustc(folder, *args):
    """What the compiler prints for the crate with one of its unstable options, without dependencies."""
    env = {**os.environ, "CARGO_TARGET_DIR": str(folder / "target"), "CARGO_NET_OFFLINE": "true", "RUSTC_BOOTSTRAP": "1"}
    command = ["cargo", "rustc", "--quiet", "--profile", "dev", "--", *args]
    subprocess.run(["cargo", "clean", "--quiet", "--package", "candidate"], cwd=folder, env=env, check=True)
    return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True)


def emitted(folder):
    """Lines of Rust that the macro generates for a table, formatted, without documentation."""
    command = ["cargo", "run", "--quiet", "--package", "close-codes-codegen", "--example", "expand", "--", "codes.toml"]
    command[2:2] = ["--manifest-path", str(ROOT / "Cargo.toml")]
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    text = re.sub(r"/\*\*.*?\*/\n?", "", text, flags=re.DOTALL)
    return sum(1 for line in text.splitlines() if line.strip() and not line.lstrip().startswith("///"))


def generated(folder):
    """Lines of Rust after all expansion, and bytes of the library."""
    lines = len(rustc(folder, "-Zunpretty=expanded").stdout.splitlines())
    rustc(folder)
    (library,) = folder.glob("target/debug/libcandidate.rlib")
    return lines, library.stat().st_size


def passes(folder):
    """Wall-clock milliseconds of the expansion, and of the whole compiler."""
    report = rustc(folder, "-Ztime-passes").stderr
    times = {line.split("\t")[-1].strip(): float(line.split(";")[0].removeprefix("time:")) * 1000 for line in report.splitlines() if line.startswith("time:")}
    return times["macro_expand_crate"], times["total"]


def crates(folder):
    tree = subprocess.run(["cargo", "tree", "--quiet", "--prefix", "none", "--edges", "normal,build"], cwd=folder, check=True, capture_output=True, text=True)
    return len({line.split()[0] for line in tree.stdout.splitlines()}) - 1


def main():
    folders = {name: write(name, files) for name, files in CANDIDATES.items()}
    samples = {name: [] for name in folders}
    for _ in range(RUNS):
        for name, folder in folders.items():
            samples[name].append(cold(folder))
    print("| a crate with | cold build | crates |\n|---|---|---|")
    for name, folder in folders.items():
        print(f"| {name} | {show(samples[name])} | {crates(folder)} |")

    print("\n| codes | close-codes, after an edit | by hand, after an edit | close-codes, the crate alone | by hand, the crate alone |\n|---|---|---|---|---|")
    for count in SIZES:
        pair = [(write(f"ours-{count}", ours(count)), "codes.toml"), (write(f"hand-{count}", strum(count)), "src/lib.rs")]
        for folder, _ in pair:
            cold(folder)
        edits, alone = ([], []), ([], [])
        for run in range(RUNS):
            for i, (folder, path) in enumerate(pair):
                edits[i].append(edit(folder, path, run))
                build(folder)
                subprocess.run(["cargo", "clean", "--quiet", "--package", "candidate"], cwd=folder, env={**os.environ, "CARGO_TARGET_DIR": str(folder / "target")}, check=True)
                alone[i].append(build(folder))
        print(f"| {count} | {show(edits[0])} | {show(edits[1])} | {show(alone[0])} | {show(alone[1])} |")


    print("\n| codes | lines of the macro | lines after all expansion | library | expansion | the whole compiler |\n|---|---|---|---|---|---|")
    for count in SIZES:
        pair = [WORK / f"ours-{count}", WORK / f"hand-{count}"]
        sizes = [generated(folder) for folder in pair]
        times = [[statistics.median(column) for column in zip(*(passes(folder) for _ in range(RUNS)))] for folder in pair]
        (lines, size), (expansion, total) = zip(*sizes), zip(*times)
        cells = [
            str(emitted(pair[0])),
            " / ".join(str(line) for line in lines),
            " / ".join(f"{bytes // 1024} KiB" for bytes in size),
            " / ".join(f"{ms:.0f} ms" for ms in expansion),
            " / ".join(f"{ms:.0f} ms" for ms in total),
        ]
        print(f"| {count} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
