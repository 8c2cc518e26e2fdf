//! An optional column of numbers: no value, that of the range, or that of the code.

use std::time::Duration;

use crate::Delay;

#[test]
fn a_code_waits_as_long_as_its_range_says_unless_it_says_otherwise() {
    for number in 0..=u16::MAX {
        let delay = match number {
            4102 => Some(250),
            4100..=4199 => Some(10_000),
            4200..=4299 => Some(60_000),
            _ => None,
        };
        assert_eq!(Delay::from_u16(number).delay_ms(), delay, "{number}");
    }
    assert_eq!(Delay::TooManyConnections.delay_ms(), Some(10_000));
    assert_eq!(Delay::QueueFull.delay_ms(), Some(250));
    assert_eq!(Delay::AccountClosed.delay_ms(), None);
}

#[test]
fn an_optional_column_is_an_option_of_its_type_in_constants_too() {
    const DELAY: Option<u32> = Delay::QueueFull.delay_ms();
    const WAIT: Option<Duration> = match DELAY {
        Some(ms) => Some(Duration::from_millis(ms as u64)),
        None => None,
    };
    assert_eq!(WAIT, Some(Duration::from_millis(250)));
}
