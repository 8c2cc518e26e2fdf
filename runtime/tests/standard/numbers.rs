//! All 65536 numbers against the two tables of the standards.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::table::{CODES, RANGES, named, ranged};
use close_codes::{CloseCode, CodeRange, Reconnect, Sender};

fn all() -> impl Iterator<Item = u16> {
    0..=u16::MAX
}

type Matcher = fn(CloseCode) -> bool;

/// What the enum generates for each range, in the order of `RANGES`.
const OF_RANGE: [(&CodeRange, Matcher); 6] = [
    (CloseCode::UNUSED, CloseCode::is_unused),
    (CloseCode::RESERVED, CloseCode::is_reserved),
    (CloseCode::EXTENSION, CloseCode::is_extension),
    (CloseCode::LIBRARY, CloseCode::is_library),
    (CloseCode::APPLICATION, CloseCode::is_application),
    (CloseCode::UNDEFINED, CloseCode::is_undefined),
];

#[test]
fn every_number_survives_the_round_trip() {
    for number in all() {
        let code = CloseCode::from_u16(number);
        assert_eq!(code.as_u16(), number);
        assert_eq!(u16::from(code), number);
        assert_eq!(CloseCode::from(number), code);
        let into: CloseCode = number.into();
        assert_eq!(into, code);
        assert_eq!(code, number);
        assert_eq!(number, code);
        assert_ne!(code, number ^ 1);
        assert_ne!(number ^ 1, code);
    }
}

#[test]
fn codes_compare_as_their_numbers() {
    // An odd factor permutes the numbers modulo 65536.
    let shuffled = all().map(|number| number.wrapping_mul(40503));
    let mut codes: Vec<_> = shuffled.map(CloseCode::from_u16).collect();
    codes.sort_unstable();
    assert!(codes.iter().copied().eq(all()));

    for pair in codes.windows(2) {
        assert_eq!(pair[0].cmp(&pair[1]), Ordering::Less);
        assert_eq!(pair[1].cmp(&pair[0]), Ordering::Greater);
        assert_eq!(pair[0].partial_cmp(&pair[1]), Some(Ordering::Less));
        assert_ne!(pair[0], pair[1]);
    }
}

#[test]
fn codes_hash_as_they_compare() {
    let codes: HashSet<_> = all().map(CloseCode::from_u16).collect();
    assert_eq!(codes.len(), 65536);
    assert!(all().all(|number| codes.contains(&CloseCode::from(number))));
    assert!(CODES.iter().all(|row| codes.contains(&row.code)));
}

#[test]
fn a_number_with_a_name_has_its_variant() {
    for row in &CODES {
        assert_eq!(row.code.as_u16(), row.number);
        assert_eq!(CloseCode::from_u16(row.number), row.code);
    }
    for number in all() {
        assert_eq!(
            CloseCode::from_u16(number).is_named(),
            named(number).is_some()
        );
    }
}

#[test]
fn a_number_without_a_name_has_the_variant_of_its_range() {
    for number in all().filter(|&number| named(number).is_none()) {
        let (variant, payload) = match CloseCode::from_u16(number) {
            CloseCode::Unused(payload) => ("Unused", payload.as_u16()),
            CloseCode::Reserved(payload) => ("Reserved", payload.as_u16()),
            CloseCode::Extension(payload) => ("Extension", payload.as_u16()),
            CloseCode::Library(payload) => ("Library", payload.as_u16()),
            CloseCode::Application(payload) => ("Application", payload.as_u16()),
            CloseCode::Undefined(payload) => ("Undefined", payload.as_u16()),
            code => panic!("{number} has the name of {code}"),
        };
        assert_eq!(Some(variant), ranged(number).map(|range| range.name));
        assert_eq!(payload, number);
    }
}

#[test]
fn every_number_is_in_the_range_of_the_standard_or_in_none() {
    for number in all() {
        let code = CloseCode::from_u16(number);
        let expected = ranged(number).map(|range| range.name);
        assert_eq!(code.range().map(CodeRange::name), expected, "{number}");

        for (range, is_in_range) in OF_RANGE {
            assert_eq!(
                is_in_range(code),
                expected == Some(range.name()),
                "{number}"
            );
            assert_eq!(range.contains(number), is_in_range(code), "{number}");
        }
    }
}

#[test]
fn ranges_have_the_edges_of_the_standard() {
    for ((range, _), row) in OF_RANGE.iter().zip(&RANGES) {
        assert_eq!(range.name(), row.name);
        assert_eq!(range.spans(), row.spans);
        assert_eq!(range.first(), *row.spans[0].start());
        assert_eq!(range.last(), *row.spans[row.spans.len() - 1].end());
    }
}

#[test]
fn every_column_has_the_value_of_the_standard() {
    for number in all() {
        let code = CloseCode::from_u16(number);
        let (in_frame, in_browser, sender, reconnect) = match (named(number), ranged(number)) {
            (Some(row), _) => (row.in_frame, row.in_browser, row.sender, row.reconnect),
            (None, Some(range)) => (
                range.in_frame,
                range.in_browser,
                range.sender,
                Reconnect::Unspecified,
            ),
            (None, None) => panic!("{number} is in neither table"),
        };
        assert_eq!(code.is_sendable(), in_frame, "{number}");
        assert_eq!(code.is_browser_sendable(), in_browser, "{number}");
        assert_eq!(code.sender(), sender, "{number}");
        assert_eq!(code.reconnect(), reconnect, "{number}");
    }
}

#[test]
fn a_code_is_sent_by_somebody_exactly_if_it_is_sendable() {
    for code in all().map(CloseCode::from_u16) {
        assert_eq!(
            code.sender() != Sender::Nobody,
            code.is_sendable(),
            "{code}"
        );
        assert!(code.is_sendable() || !code.is_browser_sendable(), "{code}");
    }
}

#[test]
fn every_number_is_shown_with_its_name_or_that_of_its_range() {
    for number in all() {
        let code = CloseCode::from_u16(number);
        let (debug, name) = match (named(number), ranged(number)) {
            (Some(row), _) => (row.variant.to_owned(), row.name),
            (None, Some(range)) => (format!("{}({number})", range.name), range.name),
            (None, None) => panic!("{number} is in neither table"),
        };
        assert_eq!(format!("{code:?}"), debug);
        assert_eq!(code.name(), name);
        assert_eq!(code.to_string(), format!("{number} {name}"));
    }
}

#[test]
fn a_code_takes_four_bytes() {
    assert_eq!(size_of::<CloseCode>(), 4);
    assert_eq!(size_of::<Option<CloseCode>>(), 4);
}
