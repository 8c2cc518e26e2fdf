//! What the commands read and write.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use super::{close_codes, code, commit, directory, many, run, stderr, stdout};

const TABLE: &str = "[codes]\n4000 = \"Unknown Error\"\n";

#[test]
fn init_writes_a_table_that_has_no_errors_and_the_schema() {
    let directory = directory(&[]);
    let output = run(directory.path(), &["init", "gateway.toml"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("gateway.toml"));
    let schema =
        fs::read_to_string(directory.path().join("close-codes.schema.json")).expect("a schema");
    assert_eq!(schema, close_codes_codegen::SCHEMA);
    let table = fs::read_to_string(directory.path().join("gateway.toml")).expect("a table");
    assert_eq!(
        table.lines().next(),
        Some("#:schema ./close-codes.schema.json")
    );
    assert_eq!(code(&run(directory.path(), &["check", "gateway.toml"])), 0);
    // What it comments out is right as well.
    let is_key =
        |line: &&str| line.starts_with("# [") || line.starts_with("# ") && line.contains(" = ");
    let all: Vec<String> = table
        .lines()
        .map(|line| {
            if is_key(&line) {
                line[2..].to_owned()
            } else {
                line.to_owned()
            }
        })
        .collect();
    assert!(all.join("\n").contains("\n[columns."));
    fs::write(directory.path().join("all.toml"), all.join("\n")).expect("a file");
    let output = run(directory.path(), &["check", "all.toml"]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
}

#[test]
fn init_overwrites_nothing() {
    let directory = directory(&[("gateway.toml", TABLE), ("close-codes.schema.json", "{}")]);
    let output = run(directory.path(), &["init", "gateway.toml"]);
    assert_eq!(code(&output), 2);
    assert!(
        stderr(&output).contains("`gateway.toml` already exists"),
        "{}",
        stderr(&output)
    );
    // Another schema is not ours to replace, and a table without one is not left there.
    let output = run(directory.path(), &["init", "other.toml"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("`close-codes.schema.json` already exists"));
    assert!(!directory.path().join("other.toml").exists());
    let read = |name| fs::read_to_string(directory.path().join(name)).expect("a file");
    assert_eq!(read("gateway.toml"), TABLE);
    assert_eq!(read("close-codes.schema.json"), "{}");
}

#[test]
fn a_second_table_beside_the_schema_can_be_started() {
    let directory = directory(&[]);
    assert_eq!(code(&run(directory.path(), &["init", "one.toml"])), 0);
    assert_eq!(code(&run(directory.path(), &["init", "two.toml"])), 0);
    let output = run(directory.path(), &["init", "nowhere/three.toml"]);
    assert_eq!(code(&output), 2);
    assert_eq!(
        stderr(&output),
        "error: cannot write `nowhere/three.toml`: no such directory\n"
    );
}

#[test]
fn an_export_is_written_compared_and_repaired() {
    let directory = directory(&[("gateway.toml", TABLE)]);
    let export = ["export", "--to", "json", "gateway.toml", "-o", "codes.json"];
    let check = [&export[..], &["--check"]].concat();
    let file = directory.path().join("codes.json");

    let output = run(directory.path(), &check);
    assert_eq!(code(&output), 1);
    assert!(
        stdout(&output).contains("codes.json does not exist"),
        "{}",
        stdout(&output)
    );
    assert!(!file.exists(), "a check writes nothing");

    assert_eq!(code(&run(directory.path(), &export)), 0);
    let written = fs::read_to_string(&file).expect("the export");
    let printed = stdout(&run(directory.path(), &export[..4]));
    assert_eq!(written, printed);
    let output = run(directory.path(), &check);
    assert_eq!((code(&output), stdout(&output)), (0, String::new()));

    fs::write(&file, written.replace("Unknown Error", "Unknown")).expect("a file");
    let output = run(directory.path(), &check);
    let difference = stdout(&output);
    assert_eq!(code(&output), 1);
    assert!(
        difference.contains("-      \"name\": \"Unknown\""),
        "{difference}"
    );
    assert!(
        difference.contains("+      \"name\": \"Unknown Error\""),
        "{difference}"
    );
    let repair = difference.lines().last().expect("a command").trim();
    let words: Vec<&str> = repair.split(' ').collect();
    assert_eq!(words[0], "close-codes");
    assert_eq!(code(&run(directory.path(), &words[1..])), 0);
    assert_eq!(fs::read_to_string(&file).expect("the export"), written);

    // As Git checks it out on Windows.
    fs::write(&file, written.replace('\n', "\r\n")).expect("a file");
    assert_eq!(code(&run(directory.path(), &check)), 0);
    let names: Vec<_> = fs::read_dir(directory.path())
        .expect("a directory")
        .collect();
    assert_eq!(names.len(), 2, "no temporary file is left: {names:?}");
}

#[test]
fn an_export_overwrites_no_table_and_no_page_that_it_cannot_read() {
    let directory = directory(&[
        ("base.toml", TABLE),
        ("top.toml", "extends = \"base.toml\"\n"),
    ]);
    let page = b"caf\xE9\n<!-- close-codes:begin -->\n<!-- close-codes:end -->\n";
    fs::write(directory.path().join("page.md"), page).expect("a file");
    for (format, file, message) in [
        (
            "json",
            "top.toml",
            "cannot write `top.toml`: the table is read from it",
        ),
        (
            "json",
            "./base.toml",
            "cannot write `./base.toml`: the table is read from it",
        ),
        (
            "markdown",
            "page.md",
            "cannot update `page.md`: it is not UTF-8",
        ),
    ] {
        let path = directory.path().join(file);
        let before = fs::read(&path).expect("a file");
        for check in [&[][..], &["--check"]] {
            let export = ["export", "--to", format, "top.toml", "-o", file];
            let output = run(directory.path(), &[&export[..], check].concat());
            let shown = (code(&output), stderr(&output), stdout(&output));
            assert_eq!(shown, (2, format!("error: {message}\n"), String::new()));
            assert_eq!(fs::read(&path).expect("a file"), before);
        }
    }
}

#[cfg(unix)]
#[test]
fn an_export_keeps_links_and_permissions_and_leaves_what_it_cannot_write() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let directory = directory(&[("gateway.toml", TABLE), ("real/codes.json", "old")]);
    let real = directory.path().join("real/codes.json");
    let link = directory.path().join("link.json");
    let mode = |path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&real, &link).expect("a link");
    let export = |file: &str| {
        run(
            directory.path(),
            &["export", "--to", "json", "gateway.toml", "-o", file],
        )
    };

    assert_eq!(code(&export("link.json")), 0);
    assert!(link.is_symlink());
    assert_eq!(mode(&real), 0o640);
    let written = fs::read_to_string(&real).expect("the export");
    assert!(written.contains("Unknown Error"));

    // A new file has the permissions of any new file.
    fs::write(directory.path().join("plain"), "").expect("a file");
    assert_eq!(code(&export("new.json")), 0);
    assert_eq!(
        mode(&directory.path().join("new.json")),
        mode(&directory.path().join("plain"))
    );

    fs::write(&real, "old").expect("a file");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o440)).expect("permissions");
    let output = export("real/codes.json");
    assert_eq!(code(&output), 2);
    assert!(
        stderr(&output).contains("cannot write `real/codes.json`"),
        "{}",
        stderr(&output)
    );
    assert_eq!(fs::read_to_string(&real).expect("a file"), "old");

    assert_eq!(code(&export("/dev/null")), 0);
    assert!(!fs::metadata("/dev/null").expect("a device").is_file());

    // A link to a file that is not there yet, by way of another link.
    symlink("real/new.json", directory.path().join("first")).expect("a link");
    symlink("first", directory.path().join("second")).expect("a link");
    assert_eq!(code(&export("second")), 0);
    assert!(directory.path().join("first").is_symlink());
    assert!(directory.path().join("second").is_symlink());
    let new = directory.path().join("real/new.json");
    assert_eq!(fs::read_to_string(new).expect("the export"), written);
    symlink("circle", directory.path().join("circle")).expect("a link");
    assert_eq!(code(&export("circle")), 2);
}

#[cfg(unix)]
#[test]
fn the_command_of_a_check_repairs_the_file_whatever_its_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let directory = directory(&[("gateway.toml", TABLE), ("-t.toml", TABLE)]);
    let repaired = |table: &str, file: &OsStr| {
        let export = |check: &[&str]| {
            let mut command = close_codes(directory.path());
            let mut output = std::ffi::OsString::from("--output=");
            output.push(file);
            command.args(["export", "--to", "json"]).arg(output);
            command
                .args(check)
                .args(["--", table])
                .output()
                .expect("the command runs")
        };
        let output = export(&["--check"]);
        assert_eq!(code(&output), 1, "{file:?}: {}", stderr(&output));
        let text = stdout(&output);
        let command = text
            .lines()
            .next_back()
            .expect("a command")
            .trim()
            .to_owned();
        assert!(!command.contains(|c: char| c.is_control()), "{command:?}");
        let mut shell = super::shell(directory.path(), "bash", &command);
        let output = shell.output().expect("a shell");
        assert!(output.status.success(), "{command}: {output:?}");
        assert_eq!(code(&export(&["--check"])), 0, "{command}");
        command
    };
    let commands = [
        (
            "gateway.toml",
            &b"my codes.json"[..],
            "gateway.toml -o 'my codes.json'",
        ),
        ("-t.toml", b"-y.json", "./-t.toml -o ./-y.json"),
        (
            "./gateway.toml",
            b"- it's",
            r"./gateway.toml -o './- it'\''s'",
        ),
        (
            "gateway.toml",
            b"-\x1b[31m\n'1.json",
            r"gateway.toml -o $'./-\033[31m\012\'1.json'",
        ),
        (
            "gateway.toml",
            b"caf\xE9.json",
            r"gateway.toml -o $'caf\351.json'",
        ),
    ];
    for (table, file, expected) in commands {
        let command = repaired(table, OsStr::from_bytes(file));
        let words = format!("close-codes export --to json {expected}");
        assert_eq!(command, words);
    }
}

#[test]
fn what_cannot_be_written_is_said_before_it_is_compared() {
    let directory = directory(&[("gateway.toml", TABLE)]);
    let export = ["export", "--to", "json", "gateway.toml", "--output"];
    for (file, problem) in [
        ("nowhere/codes.json", "no such directory"),
        ("gateway.toml/codes.json", "not a directory"),
    ] {
        for check in [&[][..], &["--check"]] {
            let output = run(directory.path(), &[&export[..], &[file], check].concat());
            let message = format!("error: cannot write `{file}`: {problem}\n");
            assert_eq!((code(&output), stderr(&output)), (2, message));
        }
    }
    let check = ["export", "--to", "json", "-", "-o", "codes.json", "--check"];
    let output = with_stdin(directory.path(), &check, TABLE.as_bytes());
    let hint =
        "run with the table on standard input:\n  close-codes export --to json - -o codes.json\n";
    assert!(stdout(&output).contains(hint), "{}", stdout(&output));
}

/// Runs the command with text on standard input.
fn with_stdin(directory: &Path, args: &[&str], text: &[u8]) -> Output {
    let mut child = close_codes(directory)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text).expect("a table");
    drop(stdin);
    child.wait_with_output().expect("output")
}

#[test]
fn standard_input_is_a_table() {
    let directory = directory(&[]);
    let check = |table: &[u8]| with_stdin(directory.path(), &["check", "-"], table);
    assert_eq!(code(&check(TABLE.as_bytes())), 0);
    let output = check(b"[codes]\n4000 = 1\n");
    assert_eq!(code(&output), 1);
    assert!(
        stdout(&output).contains("--> <stdin>:2:8"),
        "{}",
        stdout(&output)
    );
    for (bytes, problem) in [
        (&b"\xFF\xFE[\0c\0"[..], "is UTF-16, expected UTF-8"),
        (b"# caf\xE9\n", "is not UTF-8, expected UTF-8"),
    ] {
        let output = check(bytes);
        assert_eq!(code(&output), 2);
        let message = format!("error: standard input {problem}\n");
        assert_eq!(stderr(&output), message);
    }
}

#[test]
fn a_table_is_named_the_same_however_it_is_addressed() {
    let directory = directory(&[("tables/gateway.toml", TABLE)]);
    commit(directory.path());
    let export = |table: &str| {
        let args = ["export", "--to", "typescript", table];
        let output = with_stdin(directory.path(), &args, TABLE.as_bytes());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let text = stdout(&output);
        let (header, rest) = text.split_once('\n').expect("lines");
        let (_, header) = header.split_once(" from ").expect("a header");
        (header.to_owned(), rest.to_owned())
    };
    let (header, rest) = export("tables/gateway.toml");
    assert!(rest.contains("export const GatewayClose "), "{rest}");
    for path in ["./tables/gateway.toml", "tables/.//./gateway.toml"] {
        assert_eq!(export(path), (header.clone(), rest.clone()));
    }
    let (header, other) = export("git:HEAD:./tables/gateway.toml");
    assert!(
        header.starts_with("git:HEAD:tables/gateway.toml,"),
        "{header}"
    );
    assert_eq!(other, rest);
    assert!(export("-").1.contains("export const CloseCode "));
}

#[test]
fn what_cannot_be_read_has_the_reason() {
    let directory = directory(&[
        ("gateway.toml", TABLE),
        ("phoenix/a.toml", TABLE),
        ("mine/a.toml", TABLE),
    ]);
    // A directory is no table, so that the one of the catalogue is meant.
    let output = run(directory.path(), &["list", "phoenix"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    for (name, message) in [
        ("mine", "`mine` is a directory, expected a TOML file"),
        (
            "gateway.toml/x",
            "cannot read `gateway.toml/x`: not a directory",
        ),
        ("nowhere.toml", "cannot read `nowhere.toml`: no such file"),
    ] {
        let output = run(directory.path(), &["check", name]);
        assert_eq!(
            (code(&output), stderr(&output)),
            (2, format!("error: {message}\n"))
        );
    }
}

#[test]
fn standard_input_is_one_table() {
    let directory = directory(&[("gateway.toml", TABLE)]);
    for args in [
        &["diff", "-", "-"][..],
        &["check", "-", "gateway.toml", "-"],
    ] {
        let output = run(directory.path(), args);
        assert_eq!((code(&output), stdout(&output)), (2, String::new()));
        assert!(stderr(&output).contains("`-` is given more than once"));
    }
}

#[test]
fn a_table_may_be_anywhere_and_what_it_extends_too() {
    let directory = directory(&[
        ("base.toml", TABLE),
        (
            "one/two/top.toml",
            "extends = \"../../base.toml\"\n[codes]\n4001 = \"More\"\n",
        ),
        ("package/Cargo.toml", "[package]\nname = \"p\"\n"),
        ("package/in.toml", "extends = \"../base.toml\"\n"),
    ]);
    let absolute = directory.path().join("one/two/top.toml");
    let absolute = absolute.to_str().expect("UTF-8");
    for path in ["one/two/top.toml", "./one/../one/two/top.toml", absolute] {
        let output = run(directory.path(), &["check", path]);
        assert_eq!(code(&output), 0, "{path}: {}", stdout(&output));
        assert!(stdout(&output).contains("2 codes"), "{path}");
    }
    let output = run(
        &directory.path().join("one"),
        &["check", "../one/two/top.toml"],
    );
    assert_eq!(code(&output), 0, "{}", stdout(&output));
    // Inside a package the macro's rule holds: cargo would leave the file out.
    let output = run(directory.path(), &["check", "package/in.toml"]);
    assert_eq!(code(&output), 1);
    assert!(
        stdout(&output).contains("is outside the package"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn two_thousand_codes_are_no_problem() {
    let directory = directory(&[("many.toml", &many(2000))]);
    let output = run(directory.path(), &["check", "many.toml"]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
    assert!(stdout(&output).contains("2000 codes"));
    let output = run(directory.path(), &["list", "many.toml"]);
    let list = stdout(&output);
    assert!(list.lines().count() > 2000);
    assert!(list.contains("Code 4999"));
    let output = run(directory.path(), &["diff", "many.toml", "many.toml"]);
    assert_eq!(stdout(&output), "no changes\n");
    let output = run(
        directory.path(),
        &["explain", "Code 3999", "--table", "many.toml"],
    );
    assert!(
        stdout(&output).starts_with("many.toml: 3999 Code 3999\n"),
        "{}",
        stdout(&output)
    );
}
