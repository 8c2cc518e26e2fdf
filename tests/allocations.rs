//! The runtime never allocates.

use std::collections::hash_map::DefaultHasher;
use std::fmt::{self, Debug, Display, Write};
use std::hash::{Hash, Hasher};
use std::hint::black_box;

use close_codes::{
    BrowserCloseError, CloseCode, CloseCodeEnum, CloseEvent, CloseEventInit, CloseFrame,
    CloseFrameError, Reason, ReasonTooLong, Reconnect, Sender, UnsendableCode, check_browser_close,
};

close_codes::close_codes! {
    /// A custom table.
    pub enum Mine = "fixtures/mine.toml";
}

/// As much text as a log line holds, on the stack.
struct Line {
    bytes: [u8; 1024],
    len: usize,
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let rest = self.bytes.get_mut(self.len..).unwrap_or_default();
        let place = rest.get_mut(..text.len()).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}

/// More than the 123 bytes of a reason.
const LONGER: &str = "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 \
                      0123456789 0123456789 0123456789 0123456789 0123456789 0123456789";

fn write(arguments: fmt::Arguments<'_>) -> usize {
    let mut line = Line {
        bytes: [0; 1024],
        len: 0,
    };
    line.write_fmt(arguments).expect("no text is longer");
    line.len
}

fn show(value: impl Debug + Display) {
    black_box(write(format_args!("{value}")));
    black_box(write(format_args!("{value:?}")));
    black_box(write(format_args!("{value:>100}")));
}

fn hash(value: impl Hash) {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    black_box(hasher.finish());
}

#[track_caller]
fn assert_allocates_nothing(work: impl FnOnce()) {
    let allocations = allocation_counter::measure(work);
    assert_eq!(allocations.count_total, 0, "{allocations:?}");
}

fn codes<C: CloseCodeEnum>() -> impl Iterator<Item = C> {
    (0..=u16::MAX).map(|number| black_box(C::from(number)))
}

#[test]
fn the_counter_counts() {
    let allocations = allocation_counter::measure(|| drop(black_box(vec![0_u8; 10])));
    assert_eq!(allocations.count_total, 1);
    let allocations = allocation_counter::measure(|| {
        black_box(CloseCode::GoingAway.to_string());
    });
    assert_ne!(allocations.count_total, 0);
}

fn table<C: CloseCodeEnum>() {
    assert_allocates_nothing(|| {
        for code in codes::<C>() {
            let standard: CloseCode = code.into();
            black_box((code.as_u16(), C::from(standard)));
            black_box((code.name(), code.description(), code.reference()));
            black_box((code.reason(), code.range(), code.is_named()));
            black_box((code.is_sendable(), code.is_browser_sendable()));
            black_box((code.sender(), code.reconnect()));
            black_box((
                code == C::from(1000),
                code.cmp(&C::from(1000)),
                code == 1000,
                code < 1000,
            ));
            hash(code);
        }
    });
}

#[test]
fn codes_allocate_nothing() {
    table::<CloseCode>();
    table::<Mine>();
}

fn texts_of<C: CloseCodeEnum>() {
    assert_allocates_nothing(|| {
        for code in C::NAMED.iter().copied().chain(codes().step_by(100)) {
            show(code);
            black_box(write(format_args!("{code:#}")));
            for language in ["en", "zh-Hans-CN-x-private", "", "de"] {
                black_box(code.description_in(language));
            }
            if let Some(range) = code.range() {
                black_box((range.name(), range.description_in("zh"), range.contains(1)));
                black_box(range.contains_code(code));
                black_box(write(format_args!("{range:?} {range}")));
            }
        }
    });
}

#[test]
fn texts_allocate_nothing() {
    texts_of::<CloseCode>();
    texts_of::<Mine>();
    assert_allocates_nothing(|| {
        Sender::ALL.iter().for_each(show);
        Reconnect::ALL.iter().for_each(show);
    });
}

fn parse<C: CloseCodeEnum>() {
    assert_allocates_nothing(|| {
        for code in C::NAMED {
            assert_eq!(black_box(code.name()).parse(), Ok(*code));
        }
        assert_eq!("4321".parse(), Ok(C::from(4321)));
        for text in ["", "70000", "Gone Away"] {
            show(text.parse::<C>().unwrap_err());
        }
    });
}

#[test]
fn parsing_allocates_nothing() {
    parse::<CloseCode>();
    parse::<Mine>();
    assert_allocates_nothing(|| {
        assert_eq!("either".parse(), Ok(Sender::Either));
        assert_eq!("never".parse(), Ok(Reconnect::Never));
        show("anyone".parse::<Sender>().unwrap_err());
    });
}

#[test]
fn reasons_allocate_nothing() {
    let (fits, too_long) = ("é".repeat(61), "é".repeat(62));
    assert_allocates_nothing(|| {
        let reason = Reason::new(black_box(&fits)).unwrap();
        assert_eq!(Reason::truncate(black_box(&too_long)), reason);
        assert!(reason > Reason::EMPTY);
        assert_eq!(Reason::from_fmt(format_args!("{too_long}{reason}")), reason);
        black_box((reason.as_str(), reason.len(), reason.is_empty()));
        show(reason);
        hash(reason);
        let error: ReasonTooLong = black_box(&too_long).parse::<Reason>().unwrap_err();
        show(error);
    });
}

fn frames_of<C: CloseCodeEnum>() {
    assert_allocates_nothing(|| {
        let mut longest = [b'a'; 125];
        longest[..2].copy_from_slice(&4000_u16.to_be_bytes());
        for payload in [&[][..], &[3, 0xe8], &longest] {
            let frame = CloseFrame::<C>::parse(black_box(payload)).unwrap();
            assert_eq!(&*black_box(frame).encode(), payload);
            black_box((frame.code(), frame.as_reason(), frame.parts()));
            show(frame.in_table::<CloseCode>().unwrap());
            hash(frame);
        }
        for payload in [&[3][..], b"\x03\xe8\xff", &[3, 0xed], &[0; 126]] {
            let error: CloseFrameError<C> = CloseFrame::parse(black_box(payload)).unwrap_err();
            black_box(error.fail_code());
            show(error);
        }
        let too_long = CloseFrame::<C>::from_parts(1000, black_box(LONGER)).unwrap_err();
        show(too_long);
        let refused: UnsendableCode<C> = CloseFrame::from_code(C::from(1006)).unwrap_err();
        show(refused);
    });
}

#[test]
fn frames_allocate_nothing() {
    frames_of::<CloseCode>();
    frames_of::<Mine>();
}

fn events_of<C: CloseCodeEnum>() {
    assert_allocates_nothing(|| {
        let frame = CloseFrame::<C>::parse(b"\x03\xe8bye").unwrap();
        let events = [
            CloseEvent::from_frame(&black_box(frame), true),
            CloseEvent::abnormal(),
            CloseEvent::new(CloseEventInit::default()),
            CloseEvent::received(black_box(Some((4000, LONGER))), true),
            CloseEvent::browser_received(black_box(b"\x07\xd0bye"), true),
        ];
        for event in events {
            black_box((event.code(), event.reason(), event.was_clean()));
            show(event.in_table::<CloseCode>());
            hash(event);
        }
    });
}

#[test]
fn events_allocate_nothing() {
    events_of::<CloseCode>();
    events_of::<Mine>();
}

#[test]
fn the_check_of_a_browser_allocates_nothing() {
    let too_long = "é".repeat(62);
    assert_allocates_nothing(|| {
        assert_eq!(check_browser_close(black_box(Some(4000)), "idle"), Ok(()));
        for (code, reason) in [(Some(1001), ""), (None, "idle"), (None, &too_long)] {
            let error: BrowserCloseError =
                check_browser_close(black_box(code), reason).unwrap_err();
            black_box(error.name());
            show(error);
        }
    });
}
