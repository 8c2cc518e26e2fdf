//! Prints the code that `close_codes!` generates from a table, formatted: `cargo run -p close-codes-codegen --example expand -- gateway.toml`

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use close_codes_codegen::{Invocation, Source, expand};
use syn::parse_quote;

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: expand TABLE");
        return ExitCode::FAILURE;
    };
    let here: Vec<PathBuf> = env::current_dir().into_iter().collect();
    let source = match Source::load(&path, &here) {
        Ok(source) => source,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    };
    let invocation: Invocation = parse_quote! {
        [close_codes]
        pub enum Code = #path;
    };
    let expansion = expand(&invocation, Some(&source));
    for diagnostic in &expansion.diagnostics {
        eprintln!("{diagnostic}\n");
    }
    let file = syn::parse2(expansion.tokens).expect("the expansion is a file of Rust");
    print!("{}", prettyplease::unparse(&file));
    ExitCode::from(u8::from(!expansion.diagnostics.is_empty()))
}
