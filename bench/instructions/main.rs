//! Instructions per operation, counted by Valgrind, compared with other crates and code written by hand.
//!
//! `cargo bench` runs this program under `valgrind --tool=callgrind` for each cell of the table, and
//! prints the table in Markdown. Valgrind is a package of every Linux distribution
//! (`apt-get install valgrind`). A count does not depend on the load of the machine: it changes with
//! the compiler, the crates, and the `memcpy` that the C library chooses for the processor.

mod hand;
mod peers;
mod table;

/// All of 3000–4999 has a name.
mod large {
    include!(concat!(env!("OUT_DIR"), "/large.rs"));

    pub mod hand {
        include!(concat!(env!("OUT_DIR"), "/hand.rs"));
    }
}

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use table::TABLE;

/// The columns.
const CRATES: [&str; 6] = [
    "close-codes",
    "by hand",
    "tungstenite",
    "actix-http",
    "fastwebsockets",
    "tokio-websockets",
];

/// Runs an operation on all of its inputs, and returns how many there were.
type Work = fn() -> u32;

/// The part that is counted: only the work, from the first instruction of this function to its return.
/// It is found by its name, which copies share if the compiler merges them.
#[inline(never)]
fn counted<I, O, W: Fn(I) -> O>(work: W, input: I) -> O {
    work(input)
}

fn each<I, O, W: Fn(I) -> O + Copy>(inputs: impl IntoIterator<Item = I>, work: W) -> u32 {
    // A call that the compiler cannot see through; otherwise it would drop a call whose result it knows.
    let counted = black_box(counted::<I, O, W> as fn(W, I) -> O);
    let mut count = 0;
    for input in inputs {
        black_box(&counted(work, black_box(input)));
        count += 1;
    }
    count
}

fn main() -> Result<(), Box<dyn Error>> {
    // The numbers of a row and a column: the program that Valgrind runs.
    let cell: Vec<usize> = env::args().filter_map(|text| text.parse().ok()).collect();
    if let [row, column] = cell[..] {
        let work = TABLE[row].1[column].ok_or("the crate does not do this")?;
        println!("{}", work());
        return Ok(());
    }
    println!("| instructions | {} |", CRATES.join(" | "));
    println!("|---|{}", "---:|".repeat(CRATES.len()));
    for (row, (operation, works)) in TABLE.iter().enumerate() {
        print!("| {operation} |");
        for (column, work) in works.iter().enumerate() {
            match work {
                Some(_) => print!(" {} |", instructions(row, column)?),
                None => print!(" |"),
            }
        }
        println!();
    }
    Ok(())
}

/// Instructions per input, to a tenth.
fn instructions(row: usize, column: usize) -> Result<f64, Box<dyn Error>> {
    let program = env::current_exe()?;
    let (Some(directory), Some(name)) = (program.parent(), program.file_name()) else {
        return Err("a program without a name".into());
    };
    let output = Command::new("valgrind")
        // Paths and environment variables change the heap, and with it the cost of an allocation.
        .current_dir(directory)
        .env_clear()
        .envs(env::vars().filter(|(name, _)| name == "PATH"))
        .args([
            "--tool=callgrind",
            "--toggle-collect=instructions::counted*",
        ])
        .arg("--callgrind-out-file=/dev/null")
        .arg(Path::new(".").join(name))
        .args([row.to_string(), column.to_string()])
        .output()
        .map_err(|error| format!("`valgrind`: {error}"))?;
    let report = String::from_utf8(output.stderr)?;
    let mut lines = report.lines();
    let collected = lines.find_map(|line| line.split_once("Collected : "));
    let (_, collected) = collected.ok_or(&*report)?;
    let inputs: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
    let each = collected.trim().parse::<f64>()? / inputs;
    Ok((each * 10.0).round() / 10.0)
}
