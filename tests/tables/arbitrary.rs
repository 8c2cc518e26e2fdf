//! The feature `arbitrary`: it generates only valid values, whatever the data, and every valid value.

use std::collections::{BTreeSet, HashSet};

use ::arbitrary::{Arbitrary, Unstructured};
use close_codes::{
    CloseCode, CloseCodeEnum, CloseEvent, CloseEventInit, CloseFrame, Payload, Reason, Reconnect,
    Sender,
};

use crate::custom_table::Mine;
use crate::{Columns, ColumnsKind};

/// From every pair of bytes, then from more of them.
fn from_every_number<T: for<'a> Arbitrary<'a>>(more: &[u8]) -> impl Iterator<Item = T> {
    (0..=u16::MAX).map(move |number| {
        let data = [&number.to_le_bytes(), more].concat();
        T::arbitrary(&mut Unstructured::new(&data)).expect("data for a value")
    })
}

#[test]
fn every_number_makes_its_code() {
    fn check<C: CloseCodeEnum + for<'a> Arbitrary<'a>>() {
        assert!(from_every_number::<C>(&[]).eq((0..=u16::MAX).map(C::from)));
        assert_eq!(C::size_hint(0), (2, Some(2)));
    }
    check::<CloseCode>();
    check::<Mine>();
    check::<Columns>();
}

#[test]
fn every_value_of_a_column_is_made() {
    fn check<T: for<'a> Arbitrary<'a> + Ord + Copy>(all: &[T]) {
        let made: BTreeSet<T> = from_every_number(&[]).collect();
        let all: BTreeSet<T> = all.iter().copied().collect();
        assert!(made == all);
    }
    check(Sender::ALL);
    check(Reconnect::ALL);
    check(ColumnsKind::ALL);
}

#[test]
fn a_reason_is_the_start_of_the_text_that_the_data_are() {
    let longest = "é".repeat(100);
    for len in 0..=longest.len() {
        let data = &longest.as_bytes()[..len];
        let text = <&str>::arbitrary_take_rest(Unstructured::new(data)).expect("a text");
        let reason = Reason::arbitrary_take_rest(Unstructured::new(data)).expect("a reason");
        assert_eq!(reason, Reason::truncate(text));
    }
    let reason = Reason::arbitrary_take_rest(Unstructured::new(longest.as_bytes()));
    assert_eq!(reason.map(|reason| reason.len()), Ok(122));
}

#[test]
fn every_code_that_may_be_sent_is_in_a_frame_and_no_other() {
    fn check<C: CloseCodeEnum>() {
        let mut made = HashSet::new();
        for head in [0, u8::MAX] {
            for number in 0..=u16::MAX {
                let [low, high] = number.to_le_bytes();
                let data = [head, low, high, b'a', b'b', b'c'];
                let mut data = Unstructured::new(&data);
                let frame = CloseFrame::<C>::arbitrary(&mut data).expect("data for a frame");
                assert_eq!(CloseFrame::parse(&frame.encode()), Ok(frame));
                made.insert(frame.code());
            }
        }
        let codes = (0..=u16::MAX).map(C::from);
        let sendable = codes.filter(|code| code.is_sendable()).map(Some);
        let expected: HashSet<_> = sendable.chain([None]).collect();
        assert!(made == expected);
    }
    check::<CloseCode>();
    check::<Mine>();
}

#[test]
fn whatever_the_data_a_value_may_exist() {
    let mut seen = HashSet::new();
    let mut data = vec![0_u8; 300];
    let mut state = 1_u32;
    for round in 0..20_000_usize {
        // A Lehmer generator: the same numbers in each run.
        for byte in &mut data {
            state = u32::try_from(u64::from(state) * 48_271 % 0x7FFF_FFFF).expect("below 2^31");
            // Mostly ASCII, so that the data contains texts.
            *byte = state.to_le_bytes()[1] & 0x7F | u8::from(state.is_multiple_of(97)) << 7;
        }
        let data = || Unstructured::new(&data[..round % 301]);
        let frame = CloseFrame::<Mine>::arbitrary_take_rest(data()).expect("a frame of any data");
        assert_eq!(CloseFrame::parse(&frame.encode()), Ok(frame));
        let payload = Payload::arbitrary_take_rest(data()).expect("a payload of any data");
        assert!(CloseFrame::<Mine>::parse(&payload).is_ok());
        let event = CloseEvent::<Mine>::arbitrary_take_rest(data()).expect("an event of any data");
        let init = CloseEventInit::<Mine>::arbitrary_take_rest(data());
        assert!(init.is_ok_and(|init| init.reason.len() <= Reason::MAX_LEN));
        seen.insert((event.was_clean(), event.reason().is_empty()));
        seen.insert((frame.code().is_none(), frame.reason().is_empty()));
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}
