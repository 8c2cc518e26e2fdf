//! The examples that `--help` shows.

use super::{close_codes, code, commit, directory, run, shell, stdout};

const COMMANDS: [&str; 7] = [
    "check",
    "explain",
    "list",
    "export",
    "diff",
    "init",
    "completions",
];

const TABLE: &str = "[codes]\n4000 = \"Unknown Error\"\n4004 = \"Replaced\"\n";

#[test]
fn every_example_of_the_help_runs() {
    let help = stdout(
        &close_codes(std::path::Path::new("."))
            .arg("--help")
            .output()
            .expect("help"),
    );
    for command in COMMANDS {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} in {help}"
        );
        let directory = directory(&[("gateway.toml", TABLE), ("old.toml", TABLE)]);
        commit(directory.path());
        let help = stdout(&run(directory.path(), &[command, "--help"]));
        let examples: Vec<&str> = help
            .lines()
            .filter_map(|line| line.trim().strip_prefix("$ "))
            .collect();
        assert!(!examples.is_empty(), "{command} has an example");
        for example in examples {
            assert!(example.starts_with("close-codes "), "{example}");
            let mut shell = shell(directory.path(), "sh", example);
            let output = shell.output().expect("a shell");
            assert_eq!(code(&output), 0, "{example}: {output:?}");
            let is_silent = example.contains(" -o ") || example.contains(" > ");
            assert_eq!(output.stdout.is_empty(), is_silent, "{example}: {output:?}");
            assert!(output.stderr.is_empty(), "{example}: {output:?}");
        }
    }
}

#[test]
fn completions_name_every_command() {
    let directory = directory(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(directory.path(), &["completions", shell]);
        assert_eq!(code(&output), 0);
        let script = stdout(&output);
        for command in COMMANDS {
            assert!(script.contains(command), "{command} in {shell}");
        }
    }
    assert_eq!(code(&run(directory.path(), &["completions", "csh"])), 2);
}
