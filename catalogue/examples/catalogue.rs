//! Shows every published table that gives a close code a name or a meaning:
//!
//! ```sh
//! cargo run --example catalogue -- 4009
//! ```

use std::env;
use std::process::ExitCode;

use close_codes_catalogue::CATALOGUE;
use close_codes_codegen::{Source, Table, Value};

fn main() -> ExitCode {
    let argument = env::args().nth(1);
    let Some(number) = argument.and_then(|argument| argument.parse().ok()) else {
        eprintln!("usage: cargo run --example catalogue -- NUMBER (0 to 65535)");
        return ExitCode::FAILURE;
    };
    let (standard, _) = Table::standard();
    let standard_meaning = meaning(&standard, number);
    println!(
        "Standard\n{standard_meaning}\n{}",
        advice(&standard, number)
    );
    for published in CATALOGUE {
        let source = Source::new(published.id, published.toml);
        let (table, _) = standard.extended(&source);
        let other = meaning(&table, number);
        if other != standard_meaning {
            let advice = advice(&table, number);
            println!("\n{}\n{other}\n{advice}", published.title);
        }
    }
    ExitCode::SUCCESS
}

/// The name and the description of a code, or of its range.
fn meaning(table: &Table, number: u16) -> String {
    let entry = table.entry(table.segment(number).owner);
    let texts = table.texts(entry);
    let description = texts.first().map_or("", |(_, text)| text);
    format!("  {number} {}\n  {description}", entry.name)
}

/// What a client should do next.
fn advice(table: &Table, number: u16) -> String {
    let columns = table.columns().iter().enumerate();
    let advice = columns
        .filter(|(_, column)| column.name == "reconnect")
        .find_map(
            |(index, _)| match table.value(table.segment(number), index) {
                Some(Value::String(advice)) => Some(advice.as_str()),
                _ => None,
            },
        );
    format!("  reconnect: {}", advice.unwrap_or("unspecified"))
}
