use super::{Explanation, end_of_merge_conflict, other_format, statement};
use crate::statement::{lex, statements};

/// What is underlined in a text whose first statement is wrong, what is wrong, and what to write.
fn explained(text: &str) -> (&str, String, String) {
    let tokens = lex(text);
    let found = statements(text, &tokens);
    let Explanation {
        span,
        message,
        label,
    } = statement(text, &found[0]);
    (&text[span], message, label)
}

fn assert_explained(cases: &[(&str, &str, &str, &str)]) {
    for (text, underlined, message, label) in cases {
        let expected = (*underlined, (*message).to_owned(), (*label).to_owned());
        assert_eq!(explained(text), expected, "{text}");
    }
}

#[test]
fn a_header_is_shown_as_it_should_be() {
    let expected = "expected `[codes]`, `[codes.4000]` or `[columns.NAME]`";
    for (header, label) in [
        ("[codes", "write `[codes]`"),
        ("codes]", "write `[codes]`"),
        ("[ codes. ]", "write `[codes]`"),
        ("[codes.4000", "write `[codes.4000]`"),
        ("[codes.\"4000]", "write `[codes.4000]`"),
        ("[[codes.4000]", "write `[codes.4000]`"),
        ("[codes.4000, 4001]", "write `[codes.\"4000, 4001\"]`"),
        ("[codes.\"4000, 4001]", "write `[codes.\"4000, 4001\"]`"),
        ("[codes.4000–4099]", "write `[codes.4000-4099]`"),
        ("[codes.4000 - 4099]", "write `[codes.4000-4099]`"),
        ("[codes.4 000]", "write `[codes.4000]`"),
        ("[codes.“4000”]", "write `[codes.4000]`"),
        ("[columns.retry after]", "write `[columns.retry_after]`"),
        ("[columns.]", expected),
        ("[columns.a\"b\"]", expected),
        ("[codes.x y]", expected),
        ("[]", expected),
        ("[", expected),
    ] {
        let message = format!("`{header}` is not a header");
        assert_eq!(explained(header), (header, message, label.to_owned()));
    }
    assert_explained(&[
        (
            "[codes] x",
            "x",
            "unexpected text after the header",
            "remove it",
        ),
        (
            "[codes] 4000 = \"A\"",
            "4000 = \"A\"",
            "unexpected text after the header",
            "move this to the next line",
        ),
        (
            "[codes] [codes.4000]",
            "[codes.4000]",
            "unexpected text after the header",
            "move this to the next line",
        ),
        (
            "[codes], # x",
            ",",
            "unexpected `,` after the header",
            "remove it",
        ),
        (
            "[codes] // x",
            "//",
            "`//` does not start a comment",
            "use `#`",
        ),
    ]);
}

#[test]
fn a_line_without_a_key_and_a_value_is_told_what_it_lacks() {
    let colon = ("`:` after a key", "use `=`");
    let comment = |found| (found, "use `#`");
    for (text, (message, label)) in [
        ("4000: \"A\"", colon),
        ("4000.name : \"A\"", colon),
        ("4000: = \"A\"", colon),
        ("\"4000\": \"A\"", colon),
        ("// A", comment("`//` does not start a comment")),
        ("/* A = 1", comment("`/*` does not start a comment")),
        ("-- A", comment("`--` does not start a comment")),
        ("; A = 1", comment("`;` does not start a comment")),
        (
            "4000 \"A\"",
            ("`=` is missing after `4000`", "write `4000 = …`"),
        ),
        (
            "4000.name {",
            ("`=` is missing after `4000.name`", "write `4000.name = …`"),
        ),
        (
            "4000.name",
            ("`4000.name` has no value", "write `=` and a value after it"),
        ),
        ("= 1", ("a value without a key", "write a key before `=`")),
        (
            "=======",
            ("a merge conflict marker", "resolve the conflict"),
        ),
        (
            ">>>>>>> other",
            ("a merge conflict marker", "resolve the conflict"),
        ),
        ("4000 == \"A\"", ("more than one `=`", "use one `=`")),
        ("4000 => \"A\"", ("`=>` after a key", "use `=`")),
        ("4000 =>\"A\"", ("`=>` after a key", "use `=`")),
        ("4000 = {name => \"A\"}", ("`=>` after a key", "use `=`")),
        (
            "4000\u{a0}= \"A\"",
            ("U+00A0 is not an ordinary space", "use a plain space"),
        ),
        (
            "Kicked out",
            (
                "expected a key and a value, found `Kicked out`",
                "expected a line such as `4000 = \"Session Replaced\"`",
            ),
        ),
    ] {
        let (_, found, advice) = explained(text);
        assert_eq!((&*found, &*advice), (message, label), "{text}");
    }
}

#[test]
fn a_malformed_key_is_shown_as_it_should_be() {
    let comma = "a key with a comma needs quotes";
    let words = "use only ASCII letters, digits, `_` and `-`";
    assert_explained(&[
        (
            "4000, 4001 = \"A\"",
            "4000, 4001",
            comma,
            "write `\"4000, 4001\"`",
        ),
        (
            "4000, 4001.name = \"A\"",
            "4000, 4001.name",
            comma,
            "write `\"4000, 4001\".name`",
        ),
        (
            "a = {n\u{430}me = 1}",
            "n\u{430}me",
            "`n\u{430}me` is not a key",
            words,
        ),
        (
            "\"4000, 4001\".the name = 1",
            "\"4000, 4001\".the name",
            "`\"4000, 4001\".the name` is not a key",
            words,
        ),
        (
            "the name = \"A\"",
            "the name",
            "`the name` is not a key",
            words,
        ),
        (
            "4000.the name = \"A\"",
            "4000.the name",
            "`4000.the name` is not a key",
            words,
        ),
        (
            "Kicked out = 4000",
            "Kicked out",
            "`Kicked out` is not a key",
            "write `4000 = \"Kicked out\"`",
        ),
        (
            "\"4000 = \"A\"",
            "\"4000 = \"",
            "unterminated quoted key",
            "missing closing `\"` before `=`",
        ),
        (
            "\"a\" b",
            "\"a\" b",
            "expected a key and a value, found `\"a\" b`",
            "expected a line such as `4000 = \"Session Replaced\"`",
        ),
    ]);
}

#[test]
fn the_key_of_a_row_is_shown_as_it_should_be() {
    for (key, better) in [
        ("4000 - 4099", "4000-4099"),
        ("4000..4099", "4000-4099"),
        ("4000..=4099", "4000-4099"),
        ("4000:4099", "4000-4099"),
        ("+4000", "4000"),
        ("0 - 5", "0-5"),
        ("4 000", "4000"),
        ("4000\"", "4000"),
        ("“4000”", "4000"),
        ("4000;4001", "\"4000, 4001\""),
    ] {
        let message = format!("`{key}` is not a code or a span of codes");
        let expected = (key, message, format!("write `{better}`"));
        assert_eq!(explained(&format!("{key} = 'A'")), expected);
        if !key.contains(',') {
            assert_eq!(explained(&format!("codes = {{{key} = 'A'}}")), expected);
        }
    }
    for (key, better) in [
        ("4,000", "4000"),
        ("4000..4099.name", "4000-4099.name"),
        ("4000..=4099.name", "4000-4099.name"),
        ("4000 to 4099.name", "4000-4099.name"),
        ("4 000.description.en", "4000.description.en"),
    ] {
        let text = format!("{key} = 'A'");
        let (found, _, label) = explained(&text);
        assert_eq!((found, label), (key, format!("write `{better}`")));
    }
}

#[test]
fn a_value_without_quotes_is_shown_with_them() {
    let bare = "a string without quotes";
    let straight = |found: &str| format!("{found} is not in straight quotes");
    assert_explained(&[
        (
            "a = Timed Out # x",
            "Timed Out",
            bare,
            "write `\"Timed Out\"`",
        ),
        (
            "a = The server isn't ready.",
            "The server isn't ready.",
            bare,
            "write `\"The server isn't ready.\"`",
        ),
        (
            "a = {b = Timed Out, c = 1}",
            "Timed Out",
            bare,
            "write `\"Timed Out\"`",
        ),
        (
            "a = [Timed Out]",
            "Timed Out",
            bare,
            "write `\"Timed Out\"`",
        ),
        (
            "a = “Out”",
            "“Out”",
            &straight("`“Out”`"),
            "write `\"Out\"`",
        ),
        (
            "a = `Out`",
            "`Out`",
            &straight("\"`Out`\""),
            "write `\"Out\"`",
        ),
        ("a = “”", "“”", &straight("`“”`"), "put it in quotes"),
        ("a = C:\\docs", "C:\\docs", bare, "put it in quotes"),
        (
            "a = Out\"",
            "Out\"",
            "a string without its opening quote",
            "write `\"Out\"`",
        ),
        (
            "a = f\"Out\"",
            "f",
            "unexpected text before the opening quote",
            "remove it",
        ),
        (
            "a = x y \"c\"",
            "x y \"c\"",
            "a string without quotes",
            "put it in quotes",
        ),
        (
            "a = x\"abc",
            "x\"abc",
            "a string without quotes",
            "put it in quotes",
        ),
        (
            "a = [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], x y]",
            "x y",
            "a string without quotes",
            "write `\"x y\"`",
        ),
    ]);
    let (whole, cut) = (
        format!("a = {}", "x".repeat(60)),
        format!("a = {}", "x".repeat(61)),
    );
    assert_eq!(
        explained(&whole).2,
        format!("write `\"{}\"`", "x".repeat(60))
    );
    assert_eq!(explained(&cut).2, "put it in quotes");
}

#[test]
fn quotes_that_are_not_straight_are_shown_straight() {
    for found in [
        "“Out”",
        "“Out\"",
        "‘Out'",
        "“Out",
        "＂Out＂",
        "「Out」",
        "«Out»",
    ] {
        let message = format!("`{found}` is not in straight quotes");
        let expected = (found, message, "write `\"Out\"`".to_owned());
        assert_eq!(explained(&format!("a = {found}")), expected);
    }
    assert_explained(&[(
        "a = The “soft”",
        "The “soft”",
        "a string without quotes",
        "write `\"The “soft”\"`",
    )]);
}

#[test]
fn a_value_of_another_language_is_shown_as_toml_has_it() {
    let boolean = "use `true` or `false`";
    let number = "use only digits, or quotes for text";
    assert_explained(&[
        (
            "a = True",
            "True",
            "`True` is not a boolean",
            "write `true`",
        ),
        (
            "a = FALSE",
            "FALSE",
            "`FALSE` is not a boolean",
            "write `false`",
        ),
        ("a = yes", "yes", "`yes` is not a boolean", boolean),
        ("a = Off", "Off", "`Off` is not a boolean", boolean),
        (
            "a = null",
            "null",
            "`null` is not a value",
            "remove this line; TOML has no `null`",
        ),
        (
            "a = None",
            "None",
            "`None` is not a value",
            "remove this line; TOML has no `None`",
        ),
        (
            "a = 0500",
            "0500",
            "`0500` has a leading zero",
            "write `500`",
        ),
        (
            "a = 1,000",
            "1,000",
            "`1,000` is not a number",
            "write `1_000`",
        ),
        ("a = 500ms", "500ms", "`500ms` is not a number", number),
        ("a = -0x10", "-0x10", "`-0x10` is not a number", number),
        ("a = ", "", "`a` has no value", "expected a value after `=`"),
        (
            "a = # x",
            "",
            "`a` has no value",
            "expected a value after `=`",
        ),
        (
            "a = {b = }",
            "}",
            "`b` has no value",
            "expected a value after `=`",
        ),
        (
            "a = {b = , c = 1}",
            ",",
            "`b` has no value",
            "expected a value after `=`",
        ),
        (
            "a = 0x1g",
            "0x1g",
            "`0x1g` is not a number",
            "use only digits, or quotes for text",
        ),
        (
            "a = 12a",
            "12a",
            "`12a` is not a number",
            "use only digits, or quotes for text",
        ),
        ("a = 0_7", "0_7", "`0_7` has a leading zero", "write `7`"),
    ]);
}

#[test]
fn a_string_is_told_where_its_quotes_are_missing() {
    let open = "unterminated string";
    let after = "unexpected text after the closing quote";
    let hex =
        "write two after `\\x`, four after `\\u`, eight after `\\U`, or `\\\\` for a backslash";
    assert_explained(&[
        ("a = \"Out", "\"Out", open, "missing closing `\"`"),
        ("a = 'Out  \nb = 1", "'Out", open, "missing closing `'`"),
        (
            "a = \"\"\"Out\nb = 1",
            "\"\"\"Out",
            open,
            "missing closing `\"\"\"`",
        ),
        ("a = \"Out”", "\"Out”", open, "use `\"` instead of `”`"),
        (
            "a = \"Out,\nand away.\"",
            "\"Out,",
            open,
            "text of several lines needs `\"\"\"` at both ends",
        ),
        ("a = \"Out,\n[b]", "\"Out,", open, "missing closing `\"`"),
        (
            "a = {b = \"x, c = \"y\"}",
            "\"x, c = \"",
            "unterminated string",
            "missing closing `\"` before the next key",
        ),
        (
            "a = \"the \"b\" c\"",
            "b\" c\"",
            after,
            "write `\\\"` for each quote inside the string",
        ),
        ("a = 'it's'", "s'", after, "put the string in double quotes"),
        ("a = \"b\" \"c\"", "\"c\"", after, "remove it"),
        (
            "a = \"C:\\docs\"",
            "\\d",
            "`\\d` is not an escape",
            "write `\\\\` for a backslash, or put the string in single quotes",
        ),
        (
            "a = \"\u{7}\"",
            "",
            "a control character in a string",
            "remove it",
        ),
        (
            "a = \"it\\'s\"",
            "\\'",
            "`\\'` is not an escape",
            "remove the backslash",
        ),
        (
            "a = \"\\u{1F600}\"",
            "\\u",
            "`\\u` needs the hexadecimal digits of a character",
            hex,
        ),
        (
            "a = \"b\\uD800\"",
            "\\u",
            "`\\u` needs the hexadecimal digits of a character",
            hex,
        ),
        (
            "a = \u{1b}[31mb",
            "",
            "a control character outside a string",
            "remove it",
        ),
        (
            "a = b\tc",
            "b\tc",
            "a string without quotes",
            "put it in quotes",
        ),
        (
            "\"4\\d\" = 1",
            "\\d",
            "`\\d` is not an escape",
            "write `\\\\` for a backslash, or put the string in single quotes",
        ),
        (
            "a = \"b\\\"",
            "\"b\\\"",
            "unterminated string",
            "missing closing `\"`",
        ),
    ]);
}

#[test]
fn brackets_and_what_is_between_them_are_told_apart() {
    let deep = format!("a = {}1", "[".repeat(17));
    let list = ("unclosed list", "missing closing `]`");
    let table = ("unclosed table", "missing closing `}`");
    for (text, (message, label)) in [
        ("a = [", list),
        ("a = [1,", list),
        ("a = [1, b = 2", list),
        ("a = {", table),
        ("a = {b = 1,", table),
        ("a = {b = {c = 1}", table),
        ("a = [1 2]", ("missing comma", "add `,` before this")),
        (
            "a = {b = 1 c = 2}",
            ("missing comma", "add `,` before this"),
        ),
        ("a = [, 1]", ("unexpected comma", "remove it")),
        ("a = {, b = 1}", ("unexpected comma", "remove it")),
        (
            "a = {= 1}",
            ("expected a key", "such as `name = \"Session Replaced\"`"),
        ),
        (
            "a = {b = 1, b = 2}",
            ("`b` is given twice", "keep one of the two"),
        ),
        ("a = {b : 1}", ("`:` after a key", "use `=`")),
        (
            "a = {b 1}",
            ("`=` is missing after `b`", "write `=` and a value"),
        ),
        ("a = [\"b\"; \"c\"]", ("`;` between values", "use `,`")),
        (
            "a = [\"b\" // c\n]",
            ("`//` does not start a comment", "use `#`"),
        ),
        (
            "a = {\n// it's b = 1\nb = 1,\n}",
            ("`//` does not start a comment", "use `#`"),
        ),
        (
            "a = {b = 1, /* c */ d = 2}",
            ("`/*` does not start a comment", "use `#`"),
        ),
        (
            "a = [\n\"b\", -- c\n]",
            ("`--` does not start a comment", "use `#`"),
        ),
        (
            "a = {\nb = \"c\" -- d\n}",
            ("`--` does not start a comment", "use `#`"),
        ),
        ("a = [1}", ("`}` closes `[`", "use `]`")),
        ("a = {b = 1]", ("`]` closes `{`", "use `}`")),
        (
            &deep,
            ("brackets are nested too deeply", "close some of them"),
        ),
    ] {
        let (_, found, advice) = explained(text);
        assert_eq!((&*found, &*advice), (message, label), "{text}");
    }
}

#[test]
fn keys_in_the_same_braces_are_told_to_be_in_conflict() {
    let one = "keep one of the two";
    let language = "give each text a language, as in `description.en`";
    for (text, message, label) in [
        (
            "a = {description = \"b\", description.de = \"c\"}",
            "`description` already has a value",
            language,
        ),
        (
            "a = {description.de = \"b\", description = \"c\"}",
            "`description` already has keys",
            language,
        ),
        (
            "a = {b.c = 1, b.b = 2, b.c.e = 3}",
            "`b.c` already has a value",
            "write all of `b.c` in one place",
        ),
        (
            "a = {b.c.e = 1, b.d = 2, \"b\".c = 2}",
            "`\"b\".c` already has keys",
            "write all of `\"b\".c` in one place",
        ),
        (
            "a = {b = {c = 1}, b.d = 2}",
            "`b` already has a value",
            "write all of `b` in one place",
        ),
        ("a = {b = 1, \"b\" = 2}", "`\"b\"` is given twice", one),
        (
            "a = {description.de = 1, description.de = 2}",
            "`description.de` is given twice",
            one,
        ),
    ] {
        let (_, found, advice) = explained(text);
        assert_eq!((&*found, &*advice), (message, label), "{text}");
    }
}

#[test]
fn a_line_ends_after_its_value() {
    let after = "unexpected text after the value";
    assert_explained(&[
        (
            "a = \"b\",",
            ",",
            "unexpected `,` after the value",
            "remove it",
        ),
        (
            "a = \"b\"; # c",
            ";",
            "unexpected `;` after the value",
            "remove it",
        ),
        ("a = 1;", ";", "unexpected `;` after the value", "remove it"),
        (
            "a = \"b\" // c",
            "//",
            "`//` does not start a comment",
            "use `#`",
        ),
        (
            "a = true // c",
            "//",
            "`//` does not start a comment",
            "use `#`",
        ),
        (
            "a = \"b\" c = \"d\"",
            "c = \"d\"",
            "two keys on one line",
            "move this to its own line",
        ),
        ("a = [1] c", "c", after, "remove it"),
        ("a = {b = 1} {c = 2}", "{c = 2}", after, "remove it"),
        (
            "a = true, # x",
            ",",
            "unexpected `,` after the value",
            "remove it",
        ),
        ("a = 4000;5", ";5", after, "remove it"),
        (
            "a = \"b\", 4001 = \"c\"",
            ",",
            "two keys on one line",
            "replace `,` with a line break",
        ),
        (
            "a = true;b = 1",
            ";",
            "two keys on one line",
            "replace `;` with a line break",
        ),
        ("a = \"b\", = 1", ", = 1", after, "remove it"),
        ("a = [1; 2]", "", "`;` between values", "use `,`"),
        (
            "a = true // x",
            "//",
            "`//` does not start a comment",
            "use `#`",
        ),
        ("a = [1, b = 2", "[", "unclosed list", "missing closing `]`"),
        (
            "a = [{ a = 1 }, x y]",
            "x y",
            "a string without quotes",
            "write `\"x y\"`",
        ),
        (
            "a = [\n1,\n] x",
            "x",
            "unexpected text after the value",
            "remove it",
        ),
        (
            "a = 1,abc",
            ",abc",
            "unexpected text after the value",
            "remove it",
        ),
        (
            "a = 1,2345",
            ",2345",
            "unexpected text after the value",
            "remove it",
        ),
        ("a = [}", "[", "unclosed list", "missing closing `]`"),
    ]);
}

#[test]
fn another_format_is_known_by_its_first_line() {
    for (text, expected) in [
        ("{\n\"codes\": 1\n}", Some("this is JSON, not TOML")),
        ("# x\n[\n{}\n]", Some("this is JSON, not TOML")),
        ("[{\"code\": 4000}]\n", Some("this is JSON, not TOML")),
        ("// x\n[ {\n}]\n", Some("this is JSON, not TOML")),
        ("---\ncodes:\n", Some("this is YAML, not TOML")),
        ("codes:\n  4000: A\n", Some("this is YAML, not TOML")),
        ("a: b\nc: d\n", Some("this is YAML, not TOML")),
        ("4000: \"A\"\n[codes]\n", None),
        ("4000: \"A\"\n4001 = \"B\"\n", None),
        ("[codes]\n4000: \"A\"\n", None),
        ("[codes", None),
        ("Kicked\n", None),
        ("", None),
    ] {
        let tokens = lex(text);
        let found = other_format(text, &statements(text, &tokens));
        let message = found.map(|explanation| explanation.message);
        assert_eq!(message.as_deref(), expected, "{text}");
    }
}

#[test]
fn a_merge_conflict_ends_with_its_last_marker() {
    for (text, last) in [
        (
            "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\nc = 3\n",
            Some(4),
        ),
        ("<<<<<<< HEAD\na = 1\n", Some(0)),
        ("<<<<<< HEAD\n>>>>>>> b\n", None),
        ("a = 1\n", None),
    ] {
        let tokens = lex(text);
        let found = statements(text, &tokens);
        assert_eq!(end_of_merge_conflict(text, &found, 0), last, "{text}");
    }
}
