//! What `--json` writes.

use serde_json::{Value, json};

use super::{code, run, stdout, tables_of};

fn answer(args: &[&str], status: i32) -> Value {
    let output = run(&tables_of("list"), args);
    assert_eq!(code(&output), status);
    serde_json::from_str(&stdout(&output)).expect("JSON")
}

#[test]
fn explain_says_what_each_table_says() {
    let answers = answer(
        &[
            "explain",
            "1006",
            "4000",
            "no such name",
            "--json",
            "--table",
            "columns.toml",
        ],
        1,
    );
    assert_eq!(
        answers.as_array().expect("an answer for each query").len(),
        3
    );

    let number = &answers[0]["numbers"][0];
    assert_eq!(answers[0]["query"], "1006");
    let standard = &number["standard"];
    assert_eq!(standard["name"], "Abnormal Closure");
    assert_eq!(
        standard["columns"],
        json!({ "sender": "nobody", "reconnect": "backoff" })
    );
    assert_eq!(standard["is_sendable"], false);
    assert_eq!(standard["is_browser_sendable"], false);
    assert_eq!(standard["aliases"], json!(["CLOSE_ABNORMAL"]));
    assert_eq!(standard["reference"], "RFC 6455 §7.4.1");
    assert_eq!(standard["is_custom"], false);

    let number = &answers[1]["numbers"][0];
    assert_eq!(number["standard"]["name"], Value::Null);
    assert_eq!(number["standard"]["range"]["name"], "Application");
    let tables = number["tables"].as_array().expect("tables");
    let own = &tables[0];
    assert_eq!(
        (&own["id"], &own["path"]),
        (&Value::Null, &json!("columns.toml"))
    );
    assert_eq!(
        (&own["title"], &own["checked"]),
        (&json!("Chat"), &json!("2026-11-24"))
    );
    assert_eq!(own["code"]["columns"]["retry_after_s"], Value::Null);
    let discord = tables
        .iter()
        .find(|table| table["id"] == "discord-gateway")
        .expect("a table");
    assert_eq!(discord["code"]["name"], "Unknown error");
    assert_eq!(discord["code"]["columns"]["reconnect"], "resume");
    assert!(
        discord["reference"]
            .as_str()
            .expect("a reference")
            .starts_with("https://")
    );

    assert_eq!(
        answers[2],
        json!({ "query": "no such name", "numbers": [], "ranges": [] })
    );
}

#[test]
fn a_table_of_the_catalogue_that_is_asked_for_is_shown_once() {
    let table = ["explain", "4004", "--table", "discord-gateway"];
    let shown = stdout(&run(&tables_of("list"), &table));
    assert_eq!(
        shown.matches("(discord-gateway): 4004").count(),
        1,
        "{shown}"
    );
    let answers = answer(&[&table[..], &["--json"]].concat(), 0);
    let tables = answers[0]["numbers"][0]["tables"].as_array();
    let tables = tables.expect("tables").iter();
    let found: Vec<&Value> = tables
        .filter(|table| table["title"] == "Discord Gateway")
        .collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["id"], "discord-gateway");
    assert_eq!(found[0]["path"], Value::Null);
}

#[test]
fn explain_finds_ranges_by_name_and_by_number() {
    let answers = answer(
        &[
            "explain",
            "overload",
            "415x",
            "--json",
            "--table",
            "columns.toml",
        ],
        0,
    );
    for answer in answers.as_array().expect("answers") {
        let ranges = answer["ranges"].as_array().expect("ranges");
        let range = ranges
            .iter()
            .find(|range| range["title"] == "Chat")
            .expect("a range");
        assert_eq!(
            range["range"]["spans"],
            json!([{ "first": 4100, "last": 4199 }])
        );
    }
}

#[test]
fn list_has_codes_and_ranges() {
    let list = answer(&["list", "columns.toml", "--json"], 0);
    let numbers: Vec<u64> = list["codes"]
        .as_array()
        .expect("codes")
        .iter()
        .filter_map(|code| code["number"].as_u64())
        .collect();
    assert_eq!(numbers, [1001, 4000, 4001, 4002]);
    assert_eq!(list["codes"][3]["deprecated"], "use 4001");
    assert_eq!(list["ranges"].as_array().expect("ranges").len(), 1);
    let unnamed = list["ranges"][0]["unnamed"].as_array().expect("spans");
    let delays: Vec<&Value> = unnamed
        .iter()
        .map(|span| &span["columns"]["retry_after_s"])
        .collect();
    assert_eq!(delays, [&Value::Null, &json!(600), &Value::Null]);

    let all = answer(&["list", "columns.toml", "--json", "--all"], 0);
    let numbers = all["codes"].as_array().expect("codes").len();
    assert_eq!(
        numbers,
        answer(&["list", "--json"], 0)["codes"]
            .as_array()
            .expect("codes")
            .len()
            + 3
    );
}

#[test]
fn the_catalogue_has_an_entry_for_each_table() {
    let list = answer(&["list", "--catalogue", "--json"], 0);
    let tables = list.as_array().expect("tables");
    let ids: Vec<&str> = tables
        .iter()
        .filter_map(|table| table["id"].as_str())
        .collect();
    assert!(ids.is_sorted() && ids.contains(&"pusher"), "{ids:?}");
    for table in tables {
        for key in ["id", "title", "description", "reference", "checked"] {
            assert!(
                table[key].as_str().is_some_and(|text| !text.is_empty()),
                "{key} of {table}"
            );
        }
        assert!(table["codes"].as_u64() > Some(0), "{table}");
        let id = table["id"].as_str().expect("an id");
        assert_eq!(answer(&["list", id, "--json"], 0)["title"], table["title"]);
    }
}
