//! The tables of `fixtures/valid`, compiled: here, the promises of every table for all 65536 numbers;
//! in a module for each table, what its rows say.

#![deny(unfulfilled_lint_expectations)]

mod arbitrary;
mod columns;
mod custom;
mod custom_table;
mod delay;
mod discord;
mod graphql;
mod languages;
mod legacy;
mod matching;
mod names;
mod overlay;
mod pusher;
mod ranges;
mod serde;
#[allow(dead_code, clippy::all, clippy::pedantic)]
#[path = "../../codegen/tests/snapshots/columns.rs"]
#[rustfmt::skip]
mod snapshot;
mod translation;

use std::cmp::Reverse;

use close_codes::{CloseCode, CloseCodeEnum, CodeRange, Sender};

close_codes::close_codes! {
    /// A table with a column of every type.
    pub enum Columns = "fixtures/valid/columns.toml";
}
close_codes::close_codes! {
    /// A table whose ranges have a delay in milliseconds.
    pub enum Delay = "fixtures/valid/delay.toml";
}
close_codes::close_codes! {
    /// The gateway of Discord.
    pub enum Discord = "fixtures/valid/discord.toml";
}
close_codes::close_codes! {
    /// GraphQL over WebSocket.
    pub enum Graphql = "fixtures/valid/graphql.toml";
}
close_codes::close_codes! {
    /// A table in several languages, German first.
    pub enum Languages = "fixtures/valid/languages.toml";
}
close_codes::close_codes! {
    /// A table of numbers and names with a history.
    pub enum Legacy = "fixtures/valid/legacy.toml";
}
close_codes::close_codes! {
    /// A table of names that cannot be turned into variants.
    #[close_codes(custom = "NamesCode")]
    pub enum Names = "fixtures/valid/names.toml";
}
close_codes::close_codes! {
    /// The standard table with changes.
    pub enum Overlay = "fixtures/valid/overlay.toml";
}
close_codes::close_codes! {
    /// Pusher Channels.
    pub enum Pusher = "fixtures/valid/pusher.toml";
}
close_codes::close_codes! {
    /// A table with ranges inside ranges.
    pub enum Ranges = "fixtures/valid/ranges.toml";
}
close_codes::close_codes! {
    /// The standard table in German too.
    pub enum Translation = "fixtures/valid/translation.toml";
}

/// Calls a function for each table.
macro_rules! for_every_table {
    ($check:ident) => {
        $check::<Columns>();
        $check::<Delay>();
        $check::<Discord>();
        $check::<Graphql>();
        $check::<Languages>();
        $check::<Legacy>();
        $check::<Names>();
        $check::<Overlay>();
        $check::<Pusher>();
        $check::<Ranges>();
        $check::<Translation>();
    };
}

fn all<C: CloseCodeEnum>() -> impl Iterator<Item = C> {
    (0..=u16::MAX).map(C::from_u16)
}

#[test]
fn every_number_is_kept() {
    fn check<C: CloseCodeEnum>() {
        for number in 0..=u16::MAX {
            let code = C::from_u16(number);
            assert_eq!(code.as_u16(), number);
            assert_eq!(C::from(number), code);
            let into: u16 = code.into();
            assert_eq!(into, number);
            assert_eq!(code, number);

            let standard: CloseCode = code.into();
            assert_eq!(standard, number);
            assert_eq!(C::from(standard), code);
            assert_eq!(number.to_string().parse(), Ok(code));
        }
        assert!(all::<C>().is_sorted());
    }
    for_every_table!(check);
}

#[test]
fn every_number_is_a_named_code_or_shown_by_its_range() {
    fn check<C: CloseCodeEnum>() {
        let mut named = C::NAMED.iter();
        for code in all::<C>() {
            let number = code.as_u16();
            assert_eq!(code.to_string(), format!("{number} {}", code.name()));
            assert_eq!(
                format!("{code:#}"),
                format!("{code}: {}", code.description())
            );
            if code.is_named() {
                assert_eq!(Some(&code), named.next());
            } else {
                let range = code
                    .range()
                    .expect("a range around a number without a name");
                assert_eq!(
                    (code.name(), code.description()),
                    (range.name(), range.description())
                );
                assert_eq!(code.reference(), range.reference());
                assert!(code.reason().is_empty());
                assert!(format!("{code:?}").ends_with(&format!("({number})")));
            }
        }
        assert_eq!(named.next(), None);
    }
    for_every_table!(check);
}

#[test]
fn a_code_can_be_sent_unless_its_sender_is_nobody() {
    fn check<C: CloseCodeEnum>() {
        for code in all::<C>() {
            let is_open = matches!(code.as_u16(), 1000 | 3000..=4999);
            assert_eq!(code.is_browser_sendable(), is_open, "{code}");
            let has_sender = code.sender() != Sender::Nobody;
            assert_eq!(code.is_sendable(), has_sender, "{code}");
        }
    }
    for_every_table!(check);
}

#[test]
fn the_range_of_a_number_is_the_innermost() {
    fn check<C: CloseCodeEnum>() {
        for code in all::<C>() {
            let around = C::RANGES.iter().filter(|range| range.contains_code(code));
            let smallest = around.min_by_key(|range| numbers(range).count());
            assert_eq!(code.range(), smallest, "{code}");
        }
    }
    for_every_table!(check);
}

#[test]
fn ranges_are_in_order_and_each_is_inside_or_outside_of_another() {
    fn check<C: CloseCodeEnum>() {
        assert!(C::RANGES.is_sorted_by_key(|range| (range.first(), Reverse(range.last()))));
        for (index, inner) in C::RANGES.iter().enumerate() {
            for outer in &C::RANGES[..index] {
                let shared = numbers(inner).filter(|&number| outer.contains(number));
                let shared = shared.count();
                assert!(
                    shared == 0 || shared == numbers(inner).count(),
                    "{inner:?} in {outer:?}"
                );
            }
        }
    }
    for_every_table!(check);
}

fn numbers(range: &CodeRange) -> impl Iterator<Item = u16> {
    range.spans().iter().cloned().flatten()
}

#[test]
fn a_named_code_is_parsed_from_its_variant_and_its_name_in_any_ascii_case() {
    fn check<C: CloseCodeEnum>() {
        for &code in C::NAMED {
            let variant = format!("{code:?}");
            let name = code.name();
            for text in [
                &variant,
                &variant.to_ascii_lowercase(),
                &variant.to_ascii_uppercase(),
            ] {
                assert_eq!(text.parse(), Ok(code), "{text}");
            }
            let of_standard: Option<CloseCode> = name.parse().ok();
            let expected = match of_standard {
                Some(other) if other.is_named() && other != code.as_u16() => C::from(other),
                _ => code,
            };
            for text in [name, &name.to_ascii_lowercase(), &name.to_ascii_uppercase()] {
                assert_eq!(text.parse(), Ok(expected), "{text}");
            }
        }
        for text in [
            "",
            " ",
            "65536",
            "-1",
            "+1000",
            "1e3",
            "Going",
            "Going  Away",
            "Application",
        ] {
            assert!(text.parse::<C>().is_err(), "{text}");
        }
    }
    for_every_table!(check);
}

#[test]
fn the_default_language_is_the_first_and_no_language_is_unknown() {
    fn check<C: CloseCodeEnum>() {
        for code in all::<C>() {
            for language in [C::LANGUAGES[0], "", "und", "x-none", "*"] {
                assert_eq!(
                    code.description_in(language),
                    code.description(),
                    "{code} {language}"
                );
            }
            assert!(!code.description().is_empty());
        }
    }
    for_every_table!(check);
}

/// The snapshot denies warnings, so it shows that the generated code has none.
#[test]
fn the_snapshot_is_what_the_macro_makes() {
    fn check<C: CloseCodeEnum, S: CloseCodeEnum>() {
        assert_eq!(C::RANGES, S::RANGES);
        assert_eq!(C::LANGUAGES, S::LANGUAGES);
        for (code, snapshot) in all::<C>().zip(all::<S>()) {
            assert_eq!(format!("{code:?}"), format!("{snapshot:?}"));
            assert_eq!(format!("{code:#}"), format!("{snapshot:#}"));
            for language in C::LANGUAGES {
                assert_eq!(
                    code.description_in(language),
                    snapshot.description_in(language)
                );
            }
            assert_eq!(code.reason(), snapshot.reason());
            assert_eq!(code.reference(), snapshot.reference());
            assert_eq!(code.range(), snapshot.range());
            assert_eq!(code.is_named(), snapshot.is_named());
            assert_eq!(code.is_sendable(), snapshot.is_sendable());
            assert_eq!(code.is_browser_sendable(), snapshot.is_browser_sendable());
            assert_eq!(code.sender(), snapshot.sender());
            assert_eq!(code.reconnect(), snapshot.reconnect());
        }
    }
    check::<Columns, snapshot::Columns>();
}

#[test]
fn two_tables_in_one_module_give_a_number_different_names() {
    for (discord, pusher) in all::<Discord>().zip(all::<Pusher>()) {
        assert_eq!(Pusher::from(CloseCode::from(discord)), pusher);
        assert_eq!(Discord::from(CloseCode::from(pusher)), discord);
    }
    let code = Discord::UnknownOpcode;
    assert_eq!(Pusher::from(code.as_u16()), Pusher::ApplicationDoesNotExist);
    assert_eq!(
        Pusher::from(CloseCode::from(code)),
        Pusher::ApplicationDoesNotExist
    );
    assert!(
        matches!(CloseCode::from(code), CloseCode::Application(unnamed) if unnamed.as_u16() == 4001)
    );
}
