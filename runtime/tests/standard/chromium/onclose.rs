//! What a server sent, and the close event that the page saw.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::{bytes, vectors};
use close_codes::{CloseCode, CloseEvent, CloseFrame, check_browser_close};
use serde_json::Value;

use super::endpoint::{Outcome, Tcp, run};
use super::{object, of_case, spans};

/// How a strict endpoint and the lenient browser differ.
#[derive(Debug, Clone, Copy, PartialEq)]
enum In {
    Nothing,
    Event,
    Answer,
    Both,
}

const UNSENDABLE: &str = "the browser passes every code on but 1005, 1006 and 1015";
const NOT_UTF_8: &str = "the RFC has 1007 for a reason that is not UTF-8, the browser answers 1002";

/// The differences by case, with the reason.
const DIFFERENT: &[(&str, (In, &str))] = &[
    ("code-0", (In::Both, UNSENDABLE)),
    ("code-1", (In::Both, UNSENDABLE)),
    ("code-500", (In::Both, UNSENDABLE)),
    ("code-999", (In::Both, UNSENDABLE)),
    ("code-1004", (In::Both, UNSENDABLE)),
    ("code-1016", (In::Both, UNSENDABLE)),
    ("code-1100", (In::Both, UNSENDABLE)),
    ("code-1999", (In::Both, UNSENDABLE)),
    ("code-2000", (In::Both, UNSENDABLE)),
    ("code-2999", (In::Both, UNSENDABLE)),
    ("code-5000", (In::Both, UNSENDABLE)),
    ("code-65535", (In::Both, UNSENDABLE)),
    ("reason-badutf8-overlong", (In::Answer, NOT_UTF_8)),
    ("reason-badutf8-surrogate", (In::Answer, NOT_UTF_8)),
    ("reason-badutf8-truncated", (In::Answer, NOT_UTF_8)),
    ("reason-badutf8-range", (In::Answer, NOT_UTF_8)),
    (
        "two-close",
        (
            In::Event,
            "RFC 6455 §1.4 discards what follows a Close frame, the browser fails on it",
        ),
    ),
];

/// What the server does after the page has called `close()`.
enum Reply {
    Echo,
    Payload(&'static [u8]),
    Drop,
}

const REPLIES: &[(&str, Reply)] = &[
    ("client-noargs-echo", Reply::Echo),
    ("client-1000-echo", Reply::Echo),
    ("client-1000-reason-echo", Reply::Echo),
    ("client-3000-echo", Reply::Echo),
    ("client-4999-reason-echo", Reply::Echo),
    ("client-undefined-reason-echo", Reply::Echo),
    ("client-4000-answer-1000", Reply::Payload(b"\x03\xe8theirs")),
    ("client-4000-answer-empty", Reply::Payload(b"")),
    ("client-4000-answer-1005", Reply::Payload(b"\x03\xed")),
    ("client-4000-drop", Reply::Drop),
];

/// Cases in which TCP is reset. In all others it ends with FIN, or was never connected.
const RESET: &[&str] = &["drop-rst", "code-4000-then-rst-late"];

/// Runs the test's endpoint on a case.
fn ours(name: &str, case: &Value) -> Outcome {
    let tcp = if RESET.contains(&name) {
        Tcp::Reset
    } else {
        Tcp::Fin
    };
    let Some(arguments) = case.get("client_close_args") else {
        let received = case["server_sent_hex"].as_str().map(bytes);
        return run(None, &received.unwrap_or_default(), tcp);
    };
    let sent = close(arguments);
    let received = match (of_case(REPLIES, name), sent) {
        (Reply::Echo, Some(sent)) => close_frame(&sent.encode()),
        (Reply::Payload(payload), _) => close_frame(payload),
        (Reply::Echo, None) | (Reply::Drop, _) => Vec::new(),
    };
    run(sent, &received, tcp)
}

/// The frame that a call of `close()` sends, or none if the call throws.
fn close(arguments: &Value) -> Option<CloseFrame> {
    let code = arguments.get(0).and_then(Value::as_u64);
    let code = code.map(|code| u16::try_from(code).expect("a code"));
    let reason = arguments
        .get(1)
        .map_or("", |reason| reason.as_str().expect("a text"));
    check_browser_close(code, reason).ok()?;

    Some(match code {
        Some(code) => CloseFrame::from_parts(code, reason).expect("it has been checked"),
        None => CloseFrame::empty(),
    })
}

/// An unmasked Close frame, as a server sends it.
fn close_frame(payload: &[u8]) -> Vec<u8> {
    let len = payload.len().try_into().expect("a short payload");
    [&[0x88, len], payload].concat()
}

/// Whether the event is the one that the page saw.
fn is_seen(event: &CloseEvent, case: &Value) -> bool {
    let seen = &case["seen"];
    seen["code"] == event.code().as_u16()
        && seen["reason"] == event.reason()
        && seen["wasClean"] == event.was_clean()
}

/// How the test's endpoint and the browser differ.
fn difference(ours: &Outcome, case: &Value) -> In {
    let same_event = is_seen(&ours.event, case);
    let theirs = case["client_frames"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let same_answer = match (theirs, &ours.sent) {
        ([], None) => true,
        ([theirs], Some(ours)) => {
            let theirs = bytes(theirs["payload_hex"].as_str().expect("a payload"));
            match ours.code() {
                // The browser may describe the failure in the reason.
                Some(code) if code == 1002 => theirs.starts_with(&ours.encode()),
                _ => theirs == *ours.encode(),
            }
        }
        _ => false,
    };
    match (same_event, same_answer) {
        (true, true) => In::Nothing,
        (false, true) => In::Event,
        (true, false) => In::Answer,
        (false, false) => In::Both,
    }
}

#[test]
fn a_strict_endpoint_differs_only_where_the_browser_is_lenient() {
    let cases = object(&vectors("chromium-close.json"), "/onclose");
    assert_eq!(cases.len(), 63);

    let different: BTreeMap<_, _> = cases
        .iter()
        .map(|(name, case)| (name.as_str(), difference(&ours(name, case), case)))
        .filter(|(_, difference)| *difference != In::Nothing)
        .collect();
    let listed: BTreeMap<_, _> = DIFFERENT
        .iter()
        .map(|(name, (what, _))| (*name, *what))
        .collect();
    assert_eq!(different, listed, "found (left), listed (right)");
}

#[test]
fn every_case_that_the_endpoint_is_told_about_is_in_the_file() {
    let cases = object(&vectors("chromium-close.json"), "/onclose");
    let called = cases
        .iter()
        .filter(|(_, case)| case.get("client_close_args").is_some());
    assert_eq!(called.count(), REPLIES.len());
    assert!(REPLIES.iter().all(|(name, _)| cases.contains_key(*name)));
    assert!(RESET.iter().all(|name| cases.contains_key(*name)));
}

/// Codes of the sweep that the browser passes on and a strict endpoint rejects.
const LENIENT: &[RangeInclusive<u16>] = &[0..=999, 1004..=1004, 1016..=2999, 5000..=65535];

#[test]
fn every_code_on_the_wire_gives_the_browser_s_event_or_an_abnormal_one() {
    let file = vectors("chromium-close.json");
    let sweep = &file["wire_sweep"];
    let mut seen: BTreeMap<u16, (u16, bool)> = spans(&sweep["passed_through_clean"])
        .map(|code| (code, (code, true)))
        .collect();
    for (code, event) in object(&file, "/wire_sweep/other") {
        let other: (u16, bool) = (
            serde_json::from_value(event["code"].clone()).expect("a code"),
            event["wasClean"].as_bool().expect("clean or not"),
        );
        seen.insert(code.parse().expect("a code"), other);
    }
    assert_eq!(seen.len(), sweep["tried"]);

    for (code, theirs) in seen {
        let ours = run(None, &close_frame(&code.to_be_bytes()), Tcp::Fin);
        let shown = ours.as_a_browser;
        assert_eq!((shown.code().as_u16(), shown.was_clean()), theirs, "{code}");
        let (event, answer) = (ours.event, ours.sent.and_then(|frame| frame.code()));
        if LENIENT.iter().any(|codes| codes.contains(&code)) {
            assert_eq!(theirs, (code, true));
            assert_eq!(event, CloseEvent::abnormal(), "{code}");
            assert_eq!(answer, Some(CloseCode::ProtocolError), "{code}");
        } else {
            assert_eq!((event.code().as_u16(), event.was_clean()), theirs, "{code}");
            assert_eq!(event.reason(), "", "{code}");
        }
    }
}

/// How [`CloseEvent::browser_received`] and the browser differ, with the reason.
const DIFFERENT_AS_A_BROWSER: &[(&str, &str)] = &[(
    "two-close",
    "the payload is that of the first frame, the browser fails on what follows it",
)];

#[test]
fn a_payload_read_as_by_a_browser_gives_the_event_of_every_case_but_those_listed() {
    let cases = object(&vectors("chromium-close.json"), "/onclose");
    let different: Vec<_> = cases
        .iter()
        .filter(|(name, case)| !is_seen(&ours(name, case).as_a_browser, case))
        .map(|(name, _)| name.as_str())
        .collect();
    let listed: Vec<_> = DIFFERENT_AS_A_BROWSER
        .iter()
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(different, listed, "found (left), listed (right)");
}
