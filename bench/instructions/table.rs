//! The work: every operation, in every crate that has it.

use std::fmt::{self, Display, Write};
use std::hint::black_box;
use std::str::FromStr;

use ::tungstenite::protocol::frame::coding::CloseCode as Tungstenite;
use ::tungstenite::protocol::frame::{Frame, Utf8Bytes};
use actix_http::ws::{CloseCode as Actix, CloseReason, Parser};
use bytes::{Bytes, BytesMut};
use close_codes::{CloseCode, CloseFrame, Payload, Reason};
use fastwebsockets::CloseCode as Fast;
use tokio_websockets::{CloseCode as Tokio, Message};

use crate::{Work, each, hand, large, peers};

/// What a crate does not do.
const NONE: Option<Work> = None;

/// Each operation, and the same work in each of [`CRATES`](crate::CRATES).
#[rustfmt::skip]
pub(crate) const TABLE: &[(&str, [Option<Work>; 6])] = &[
    ("`u16` to enum", [
        Some(|| each(NUMBERS, CloseCode::from)),
        Some(|| each(NUMBERS, hand::Code::from)),
        Some(|| each(NUMBERS, Tungstenite::from)),
        Some(|| each(NUMBERS, Actix::from)),
        Some(|| each(NUMBERS, Fast::from)),
        Some(|| each(NUMBERS, Tokio::try_from)),
    ]),
    ("enum to `u16`", [
        Some(|| each(codes::<CloseCode>(), u16::from)),
        Some(|| each(codes::<hand::Code>(), u16::from)),
        Some(|| each(codes::<Tungstenite>(), u16::from)),
        Some(|| each(codes::<Actix>(), u16::from)),
        Some(|| each(codes::<Fast>(), u16::from)),
        Some(|| each(tokio_codes(), u16::from)),
    ]),
    ("and back, all 65536 numbers", [
        Some(round_trip::<CloseCode>),
        Some(round_trip::<hand::Code>),
        Some(round_trip::<Tungstenite>),
        Some(round_trip::<Actix>),
        Some(round_trip::<Fast>),
        Some(|| each(0..=u16::MAX, |number| black_box(Tokio::try_from(number)).map(u16::from).ok())),
    ]),
    ("is sendable", [
        Some(|| each(codes(), CloseCode::is_sendable)),
        Some(|| each(codes(), hand::Code::is_sendable)),
        Some(|| each(codes(), Tungstenite::is_allowed)),
        NONE,
        Some(|| each(codes(), Fast::is_allowed)),
        Some(|| each(tokio_codes(), |code| !code.is_reserved())),
    ]),
    ("`Display`", [
        Some(|| display(codes::<CloseCode>())),
        Some(|| display(codes::<hand::Code>())),
        Some(|| display(codes::<Tungstenite>())),
        NONE,
        NONE,
        NONE,
    ]),
    ("`FromStr` of a number", [
        Some(|| from_str::<CloseCode>(&texts_of(codes::<CloseCode>(), 0))),
        Some(|| from_str::<hand::Code>(&texts_of(codes::<CloseCode>(), 0))),
        NONE, NONE, NONE, NONE,
    ]),
    ("`FromStr` of a name", [
        Some(|| from_str::<CloseCode>(&texts_of(CloseCode::NAMED.iter(), 1))),
        Some(|| from_str::<hand::Code>(&texts_of(CloseCode::NAMED.iter(), 1))),
        NONE, NONE, NONE, NONE,
    ]),
    ("Close frame parsed: empty", [
        Some(|| each([&[][..]], CloseFrame::<CloseCode>::parse)),
        Some(|| each([&[][..]], hand::parse)),
        Some(|| each([&Bytes::new()], peers::tungstenite::parse)),
        Some(|| each([&[][..]], Parser::try_parse_close_payload)),
        Some(|| each([&[][..]], peers::fastwebsockets::parse)),
        Some(|| each([&[][..]], peers::tokio_websockets::parse)),
    ]),
    ("… code only", [
        Some(|| each([&GOING_AWAY[..]], CloseFrame::<CloseCode>::parse)),
        Some(|| each([&GOING_AWAY[..]], hand::parse)),
        Some(|| each([&Bytes::copy_from_slice(&GOING_AWAY)], peers::tungstenite::parse)),
        Some(|| each([&GOING_AWAY[..]], Parser::try_parse_close_payload)),
        Some(|| each([&GOING_AWAY[..]], peers::fastwebsockets::parse)),
        Some(|| each([&GOING_AWAY[..]], peers::tokio_websockets::parse)),
    ]),
    ("… 123 bytes of reason", [
        Some(|| each([&payload()[..]], CloseFrame::<CloseCode>::parse)),
        Some(|| each([&payload()[..]], hand::parse)),
        Some(|| each([&Bytes::from(payload())], peers::tungstenite::parse)),
        Some(|| each([&payload()[..]], Parser::try_parse_close_payload)),
        Some(|| each([&payload()[..]], peers::fastwebsockets::parse)),
        Some(|| each([&payload()[..]], peers::tokio_websockets::parse)),
    ]),
    ("Close frame encoded: empty", [
        Some(|| each([()], |()| CloseFrame::<CloseCode>::empty().encode())),
        Some(|| each([None], hand::encode)),
        Some(|| each([None], Frame::close)),
        Some(|| each([(BytesMut::with_capacity(128), None)], actix_encode)),
        Some(|| each([()], |()| fastwebsockets::Frame::close_raw(Vec::new().into()))),
        Some(|| each([(None, "")], |(code, reason)| Message::close(code, reason))),
    ]),
    ("… code only", [
        Some(|| each([(CloseCode::GoingAway, "")], |(code, reason)| encode(code, reason))),
        Some(|| each([Some((hand::Code::GoingAway, ""))], hand::encode)),
        Some(|| each([Some(tungstenite_frame(""))], Frame::close)),
        Some(|| each([(BytesMut::with_capacity(128), Some(Actix::Away.into()))], actix_encode)),
        Some(|| each([(1001, "")], |(code, reason)| fastwebsockets::Frame::close(code, reason.as_bytes()))),
        Some(|| each([(Some(Tokio::GOING_AWAY), "")], |(code, reason)| Message::close(code, reason))),
    ]),
    ("… 123 bytes of reason", [
        Some(|| each([(CloseCode::GoingAway, REASON)], |(code, reason)| encode(code, reason))),
        Some(|| each([Some((hand::Code::GoingAway, REASON))], hand::encode)),
        Some(|| each([Some(tungstenite_frame(REASON))], Frame::close)),
        Some(|| each([(BytesMut::with_capacity(128), Some((Actix::Away, REASON).into()))], actix_encode)),
        Some(|| each([(1001, REASON)], |(code, reason)| fastwebsockets::Frame::close(code, reason.as_bytes()))),
        Some(|| each([(Some(Tokio::GOING_AWAY), REASON)], |(code, reason)| Message::close(code, reason))),
    ]),
    ("2000 names: `u16` to enum", [
        Some(|| each(3000..=4999, large::Code::from)),
        Some(|| each(3000..=4999, large::hand::Code::from)),
        NONE, NONE, NONE, NONE,
    ]),
    ("… enum to `u16`", [
        Some(|| each(large::<large::Code>(), u16::from)),
        Some(|| each(large::<large::hand::Code>(), u16::from)),
        NONE, NONE, NONE, NONE,
    ]),
    ("… and back, all 65536 numbers", [
        Some(round_trip::<large::Code>),
        Some(round_trip::<large::hand::Code>),
        NONE, NONE, NONE, NONE,
    ]),
    ("… is sendable", [
        Some(|| each(large(), large::Code::is_sendable)),
        Some(|| each(large(), large::hand::Code::is_sendable)),
        NONE, NONE, NONE, NONE,
    ]),
    ("… `Display`", [
        Some(|| display(large::<large::Code>())),
        Some(|| display(large::<large::hand::Code>())),
        NONE, NONE, NONE, NONE,
    ]),
    ("… `FromStr` of a number", [
        Some(|| from_str::<large::Code>(&texts_of(large::<large::Code>(), 0))),
        Some(|| from_str::<large::hand::Code>(&texts_of(large::<large::Code>(), 0))),
        NONE, NONE, NONE, NONE,
    ]),
    ("… `FromStr` of a name", [
        Some(|| from_str::<large::Code>(&texts_of(large::<large::Code>(), 1))),
        Some(|| from_str::<large::hand::Code>(&texts_of(large::<large::Code>(), 1))),
        NONE, NONE, NONE, NONE,
    ]),
];

/// The named codes of the standard table, and one more of each range.
const NUMBERS: [u16; 24] = [
    1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 3000,
    3003, 3008, 0, 1016, 2000, 3999, 4321, 5000,
];

fn codes<C: From<u16>>() -> impl Iterator<Item = C> {
    NUMBERS.into_iter().map(C::from)
}

fn large<C: From<u16>>() -> impl Iterator<Item = C> {
    (3000..=4999).map(C::from)
}

fn texts_of<C: Display>(codes: impl Iterator<Item = C>, part: usize) -> Vec<String> {
    let texts = codes.map(|code| code.to_string());
    texts
        .map(|text| text.splitn(2, ' ').nth(part).unwrap().to_owned())
        .collect()
}

const GOING_AWAY: [u8; 2] = 1001_u16.to_be_bytes();
const REASON: &str = "The server is about to restart for updates. The session is kept for ten minutes: connect again with the same token, please.";
const _: () = assert!(REASON.len() == Reason::MAX_LEN);

fn payload() -> Vec<u8> {
    [&GOING_AWAY, REASON.as_bytes()].concat()
}

fn round_trip<C: From<u16> + Into<u16>>() -> u32 {
    each(0..=u16::MAX, |number| black_box(C::from(number)).into())
}

/// A line of a log.
struct Line {
    bytes: [u8; 32],
    len: usize,
}

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let bytes = self.bytes.get_mut(self.len..).unwrap_or_default();
        let bytes = bytes.get_mut(..text.len()).ok_or(fmt::Error)?;
        bytes.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}

fn display<C: Display>(codes: impl Iterator<Item = C>) -> u32 {
    each(codes, |code| {
        let mut line = Line {
            bytes: [0; 32],
            len: 0,
        };
        write!(line, "{code}").map(|()| line)
    })
}

fn from_str<C: FromStr>(texts: &[String]) -> u32 {
    each(texts, |text| text.parse::<C>())
}

fn encode(code: CloseCode, reason: &str) -> Option<Payload> {
    let frame = CloseFrame::new(code, Reason::new(reason).ok()?).ok()?;
    Some(frame.encode())
}

fn tokio_codes() -> impl Iterator<Item = Tokio> {
    NUMBERS
        .into_iter()
        .filter_map(|number| Tokio::try_from(number).ok())
}

fn tungstenite_frame(reason: &'static str) -> tungstenite::protocol::CloseFrame {
    tungstenite::protocol::CloseFrame {
        code: Tungstenite::Away,
        reason: Utf8Bytes::from_static(reason),
    }
}

fn actix_encode((mut buffer, reason): (BytesMut, Option<CloseReason>)) -> BytesMut {
    Parser::write_close(&mut buffer, reason, false);
    buffer
}
