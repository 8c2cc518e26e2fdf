//! Codes to text for users and logs, and back.

use std::hash::{BuildHasher, RandomState};

use crate::table::{CODES, RANGES};
use close_codes::{CloseCode, CloseEvent, CloseFrame, CodeRange, Reason, Reconnect, Sender};

fn code(number: u16) -> CloseCode {
    CloseCode::from_u16(number)
}

#[test]
fn width_fill_and_alignment_apply_to_the_whole_text() {
    let (named, unnamed) = (code(1001), code(4321));
    assert_eq!(format!("{named}|"), "1001 Going Away|");
    assert_eq!(format!("{named:4}|"), "1001 Going Away|");
    assert_eq!(format!("{named:15}|"), "1001 Going Away|");
    assert_eq!(format!("{named:18}|"), "1001 Going Away   |");
    assert_eq!(format!("{named:<18}|"), "1001 Going Away   |");
    assert_eq!(format!("{named:>18}|"), "   1001 Going Away|");
    assert_eq!(format!("{named:^18}|"), " 1001 Going Away  |");
    assert_eq!(format!("{named:*^19}|"), "**1001 Going Away**|");
    assert_eq!(format!("{named:码>17}|"), "码码1001 Going Away|");
    assert_eq!(format!("{unnamed:>18}|"), "  4321 Application|");
    assert_eq!(
        format!("{unnamed:-<width$}|", width = 18),
        "4321 Application--|"
    );
}

#[test]
fn the_alternate_form_adds_the_description() {
    for number in 0..=u16::MAX {
        let code = code(number);
        let expected = format!("{number} {}: {}", code.name(), code.description());
        assert_eq!(format!("{code:#}"), expected);
    }
    let code = code(1008);
    let text = format!("{code:#}");
    let width = text.len() + 2;
    assert_eq!(format!("{code:#width$}"), format!("{text}  "));
    assert_eq!(format!("{code:.>#width$}"), format!("..{text}"));
}

#[test]
fn numbers_are_parsed() {
    for number in 0..=u16::MAX {
        assert_eq!(number.to_string().parse(), Ok(code(number)));
    }
}

#[test]
fn names_variants_and_aliases_are_parsed_in_any_ascii_case() {
    for row in &CODES {
        for text in row.aliases.iter().chain([&row.name, &row.variant]) {
            let lower = text.to_ascii_lowercase();
            let mixed = lower[..1].to_ascii_uppercase() + &lower[1..];
            for text in [*text, &lower, &mixed, &text.to_ascii_uppercase()] {
                assert_eq!(text.parse(), Ok(row.code), "{text}");
            }
        }
    }
}

#[test]
fn aliases_are_constants_where_they_are_identifiers() {
    assert_eq!(CloseCode::CLOSE_NORMAL, CloseCode::NormalClosure);
    assert_eq!(CloseCode::CLOSE_GOING_AWAY, CloseCode::GoingAway);
    assert_eq!(CloseCode::CLOSE_PROTOCOL_ERROR, CloseCode::ProtocolError);
    assert_eq!(CloseCode::CLOSE_UNSUPPORTED, CloseCode::UnsupportedData);
    assert_eq!(CloseCode::CLOSE_NO_STATUS, CloseCode::NoStatusRcvd);
    assert_eq!(CloseCode::CLOSE_ABNORMAL, CloseCode::AbnormalClosure);
    assert_eq!(CloseCode::CLOSE_TOO_LARGE, CloseCode::MessageTooBig);
}

#[test]
fn a_number_may_have_any_zeros_in_front() {
    for zeros in [1, 4, 5, 6, 1000] {
        let zeros = "0".repeat(zeros);
        for number in [0, 1000, 65535] {
            assert_eq!(format!("{zeros}{number}").parse(), Ok(code(number)));
        }
        let error = format!("{zeros}65536").parse::<CloseCode>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "65536".parse::<CloseCode>().unwrap_err().to_string()
        );
    }
}

#[rustfmt::skip]
const NONSENSE: &[&str] = &[
    // Not a number of 16 bits in decimal digits.
    "", " ", "\0", "-", "-1", "+1000", "65536", "99999", "4294968296", "1000.0", "0x3e8", "1e3",
    "1_000", "1,000", " 1000", "1000 ", "1000\n", "١٠٠٠", "１０００",
    // Not quite a name.
    "Going", "Going  Away", " Going Away", "Going Away ", "Going-Away", "Going_Away",
    "Mandatory Ext", "CloseCode::GoingAway", "GoingAway()", "1001 Going Away",
    // Unicode folds U+017F to `s` and U+212A to `k`, ASCII does not.
    "\u{17f}ervice Restart", "TLS hand\u{17f}ha\u{212a}e",
    // The name of a range is not that of a code.
    "Unused", "Reserved", "Extension", "Library", "Application", "Undefined",
    "Application(4321)", "4321 Application",
];

#[test]
fn nothing_else_is_parsed() {
    for text in NONSENSE {
        let parsed = text.parse::<CloseCode>();
        assert!(parsed.is_err(), "`{text}` was parsed as {parsed:?}");
    }
    assert!("9".repeat(1_000_000).parse::<CloseCode>().is_err());
    assert!("a".repeat(1_000_000).parse::<CloseCode>().is_err());
}

#[test]
fn frames_events_and_ranges_are_padded_as_a_whole() {
    let frame = CloseFrame::<CloseCode>::from_parts(1001, "bye").expect("a frame");
    assert_eq!(format!("{frame:>24}|"), r#"  1001 Going Away: "bye"|"#);
    let event = CloseEvent::from_frame(&frame, true);
    assert_eq!(
        format!("{event:-<32}|"),
        r#"1001 Going Away: "bye" (clean)--|"#
    );
    let range = CloseCode::RESERVED;
    assert_eq!(format!("{range:^29}|"), " Reserved (1004, 1016-1999)  |");
}

/// Language tags that find the Chinese text: RFC 4647 §3.4 removes subtags from the end, together with
/// a single letter or digit before them. If that finds nothing, the application may choose (§3.4.1):
/// close-codes chooses a tag that continues one of the remaining parts.
#[rustfmt::skip]
const CHINESE: &[&str] = &[
    "zh-CN", "zh-cn", "ZH-CN", "zH-Cn", "zh-CN-Hans", "zh-CN-1994-rozaj", "zh-CN-a", "zh-CN-x-foo",
    "zh-CN-u-co-pinyin-x-a-b-c",
    "zh", "zh-TW", "zh-Hans", "zh-Hans-CN", "zh-*", "zh-CNX", "zh-中国",
];

/// Language tags that find only the default: no part of them is a tag of the table, or starts one.
#[rustfmt::skip]
const DEFAULT: &[&str] = &[
    "en", "EN", "en-GB", "en-x-zh-CN", "fr", "z", "x-zh-CN",
    "", "-", "--", "*", "*-CN", "zhCN", "zh_CN", "en_US", " zh-CN", "-zh-CN",
    "i-klingon", "中文", "ｚｈ-ＣＮ",
];

#[test]
fn a_description_is_looked_up_as_rfc_4647_asks() {
    for code in (0..=u16::MAX)
        .step_by(7)
        .map(code)
        .chain(CODES.iter().map(|row| row.code))
    {
        let (english, chinese) = (code.description(), code.description_in("zh-CN"));
        assert!(english.is_ascii(), "{code}");
        assert!(
            chinese.chars().any(|char| ('一'..='龥').contains(&char)),
            "{code}"
        );
        for tag in CHINESE {
            assert_eq!(code.description_in(tag), chinese, "{code}, `{tag}`");
        }
        for tag in DEFAULT {
            assert_eq!(code.description_in(tag), english, "{code}, `{tag}`");
        }
    }
}

#[test]
fn a_long_language_tag_is_looked_up_too() {
    let long = "-abcdefgh".repeat(100_000);
    let code = CloseCode::GoingAway;
    assert_eq!(
        code.description_in(&format!("zh-CN{long}")),
        code.description_in("zh-CN")
    );
    assert_eq!(
        code.description_in(&format!("zh{long}")),
        code.description_in("zh-CN")
    );
    assert_eq!(
        code.description_in(&format!("fr{long}")),
        code.description()
    );
    assert_eq!(
        code.description_in(&"z".repeat(1_000_000)),
        code.description()
    );
    assert_eq!(
        code.description_in(&"-".repeat(1_000_000)),
        code.description()
    );
}

#[test]
fn a_range_is_debugged_by_its_name_and_spans() {
    assert_eq!(
        format!("{:?}", CloseCode::RESERVED),
        r#"CodeRange { name: "Reserved", spans: [1004..=1004, 1016..=1999], .. }"#,
    );
}

#[test]
fn ranges_have_descriptions_in_every_language() {
    for range in CloseCode::RANGES {
        assert!(range.description().is_ascii(), "{}", range.name());
        assert_eq!(range.description_in("en-US"), range.description());
        assert_eq!(range.description_in("fr"), range.description());
        assert_ne!(range.description_in("zh-cn"), range.description());
        assert_eq!(
            code(range.last()).description_in("zh-CN"),
            range.description_in("zh-CN")
        );
    }
}

#[test]
fn the_constants_list_what_the_table_has() {
    assert_eq!(CloseCode::LANGUAGES, ["en", "zh-CN"]);
    assert!(
        CloseCode::NAMED
            .iter()
            .eq(CODES.iter().map(|row| &row.code))
    );
    let names = CloseCode::RANGES.iter().map(CodeRange::name);
    assert!(names.eq(RANGES.iter().map(|row| row.name)));
}

#[test]
fn the_standard_table_has_no_reasons_and_says_where_codes_are_defined() {
    for row in &CODES {
        assert!(row.code.reason().is_empty(), "{}", row.name);
        let expected = match row.number {
            ..=1011 | 1015 => "RFC 6455 §7.4.1",
            _ => "IANA WebSocket Close Code Number Registry",
        };
        assert_eq!(row.code.reference(), Some(expected), "{}", row.name);
    }
    for range in CloseCode::RANGES {
        let expected = (range.name() != "Undefined").then_some("RFC 6455 §7.4.2");
        assert_eq!(range.reference(), expected, "{}", range.name());
    }
}

#[test]
fn values_of_columns_are_shown_and_parsed_as_in_the_table() {
    let senders = ["either", "client", "server", "nobody"];
    assert!(Sender::ALL.iter().map(|sender| sender.as_str()).eq(senders));
    for sender in Sender::ALL {
        assert_eq!(sender.to_string().parse(), Ok(*sender));
    }
    let reconnects = [
        "unspecified",
        "immediately",
        "backoff",
        "resume",
        "after_change",
        "never",
    ];
    assert!(
        Reconnect::ALL
            .iter()
            .map(|reconnect| reconnect.as_str())
            .eq(reconnects)
    );
    for reconnect in Reconnect::ALL {
        assert_eq!(reconnect.to_string().parse(), Ok(*reconnect));
    }
    assert!("Somebody".parse::<Sender>().is_err());
    assert!("".parse::<Reconnect>().is_err());
}

#[test]
fn a_reason_is_its_text() {
    let reason = Reason::new("idle").unwrap();
    assert_eq!(reason.as_str(), "idle");
    assert_eq!(AsRef::<str>::as_ref(&reason), "idle");
    assert!(reason == "idle" && reason == *"idle");
    assert!(reason != "busy" && reason != *"busy" && reason != Reason::EMPTY);
    assert_eq!(
        format!("{reason}|{reason:>6}|{reason:?}"),
        "idle|  idle|\"idle\""
    );
    assert_eq!(Reason::try_from("idle"), Ok(reason));

    let hash = RandomState::new();
    assert_eq!(
        hash.hash_one(reason),
        hash.hash_one(Reason::truncate("idle"))
    );
    assert_ne!(hash.hash_one(reason), hash.hash_one(Reason::EMPTY));
}

#[test]
fn a_reason_may_have_123_bytes() {
    let longest = "a".repeat(123);
    assert_eq!(Reason::truncate(&longest), *longest);
    assert_eq!(Reason::try_from(&*longest), Ok(Reason::truncate(&longest)));
    let longer = longest + "a";
    let error = Reason::try_from(&*longer).unwrap_err();
    assert_eq!(error.len(), 124);
    assert!(error.to_string().contains("124"), "{error}");
}

#[test]
fn what_is_shown_to_developers_has_all_that_there_is() {
    let event = CloseEvent::<CloseCode>::abnormal();
    assert_eq!(
        format!("{event:?}"),
        "CloseEvent { code: AbnormalClosure, reason: \"\", was_clean: false }"
    );
    let frame = CloseFrame::new(CloseCode::GoingAway, Reason::EMPTY).unwrap();
    assert_eq!(format!("{:?}", frame.encode()), "[3, 233]");
    let CloseCode::Application(unnamed) = code(4321) else {
        panic!("not in its range");
    };
    assert_eq!(format!("{unnamed}, {unnamed:?}"), "4321, 4321");
    let ranges = CloseCode::RANGES.iter().map(ToString::to_string);
    assert_eq!(
        ranges.collect::<Vec<_>>().join("; "),
        "Unused (0-999); Reserved (1004, 1016-1999); Extension (2000-2999); Library (3000-3999); \
         Application (4000-4999); Undefined (5000-65535)"
    );
    assert_eq!(u16::from(unnamed), 4321);
}
