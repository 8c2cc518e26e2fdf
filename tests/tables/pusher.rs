//! Four ranges inside Application, each with a policy, and a code with a different one.

use std::collections::HashSet;

use close_codes::{CloseCode, CodeRange, ParseValueError, Reconnect};

use crate::{Pusher, PusherPolicy};

#[test]
fn a_code_has_the_policy_of_its_range_unless_it_has_one_itself() {
    use PusherPolicy::{AtOnce, BackOff, Change, Unspecified, UseTls};

    for number in 0..=u16::MAX {
        let (policy, reconnect) = match number {
            4000 => (UseTls, Reconnect::Immediately),
            4001..=4099 => (Change, Reconnect::Never),
            4100..=4199 => (BackOff, Reconnect::Backoff),
            4200..=4299 => (AtOnce, Reconnect::Immediately),
            _ => (Unspecified, CloseCode::from_u16(number).reconnect()),
        };
        let code = Pusher::from_u16(number);
        assert_eq!(
            (code.policy(), code.reconnect()),
            (policy, reconnect),
            "{code}"
        );
    }
    assert_eq!(Pusher::ApplicationDisabled.policy(), Change);
    assert_eq!(Pusher::PongNotReceived.policy(), AtOnce);
    assert_eq!(Pusher::ClientEventRateLimit.policy(), Unspecified);
}

#[test]
fn an_enum_column_has_an_enum_with_a_variant_per_value() {
    const TEXTS: [&str; 5] = ["unspecified", "change", "use_tls", "back_off", "at_once"];
    const TEXT: &str = Pusher::TlsRequired.policy().as_str();
    assert_eq!(TEXT, "use_tls");

    assert!(
        PusherPolicy::ALL
            .iter()
            .map(|policy| policy.as_str())
            .eq(TEXTS)
    );
    for (policy, text) in PusherPolicy::ALL.iter().zip(TEXTS) {
        assert_eq!(policy.to_string(), text);
        assert_eq!(
            format!("{policy:>12}|{policy:-<12}"),
            format!("{text:>12}|{text:-<12}")
        );
        assert_eq!(text.parse(), Ok(*policy));
    }
    let distinct: HashSet<_> = PusherPolicy::ALL.iter().collect();
    assert_eq!(distinct.len(), TEXTS.len());
    assert_eq!(format!("{:?}", PusherPolicy::UseTls), "UseTls");
    for policy in PusherPolicy::ALL {
        match policy {
            PusherPolicy::Unspecified
            | PusherPolicy::Change
            | PusherPolicy::UseTls
            | PusherPolicy::BackOff
            | PusherPolicy::AtOnce => {}
        }
    }
}

#[test]
fn a_text_that_is_no_value_of_an_enum_column_is_an_error_that_lists_the_values() {
    for text in ["", "Change", "use tls", "UseTls", "change "] {
        let error: ParseValueError = text.parse::<PusherPolicy>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown value, expected `unspecified`, `change`, `use_tls`, `back_off` or `at_once`"
        );
    }
}

#[test]
fn a_number_without_a_name_has_the_variant_of_the_innermost_range() {
    for number in 3000..=5000 {
        let code = Pusher::from_u16(number);
        let variant = match code {
            Pusher::Refused(unnamed) => ("Refused", unnamed.as_u16()),
            Pusher::Busy(unnamed) => ("Busy", unnamed.as_u16()),
            Pusher::Reconnect(unnamed) => ("Reconnect", unnamed.as_u16()),
            Pusher::OtherError(unnamed) => ("Other Error", unnamed.as_u16()),
            Pusher::Application(unnamed) => ("Application", unnamed.as_u16()),
            Pusher::Library(unnamed) => ("Library", unnamed.as_u16()),
            Pusher::Undefined(unnamed) => ("Undefined", unnamed.as_u16()),
            named => (named.name(), number),
        };
        assert_eq!(variant, (code.name(), number));
        let around = match number {
            4000..=4099 => Pusher::REFUSED,
            4100..=4199 => Pusher::BUSY,
            4200..=4299 => Pusher::RECONNECT,
            4300..=4399 => Pusher::OTHER_ERROR,
            4400..=4999 => Pusher::APPLICATION,
            5000.. => Pusher::UNDEFINED,
            _ => Pusher::LIBRARY,
        };
        assert_eq!(code.range(), Some(around), "{number}");
    }
    assert_eq!(format!("{:?}", Pusher::from_u16(4002)), "Refused(4002)");
    assert_eq!(Pusher::from_u16(4350).to_string(), "4350 Other Error");
}

#[test]
fn a_matcher_holds_for_named_codes_and_for_those_of_ranges_inside() {
    for number in 0..=u16::MAX {
        let code = Pusher::from_u16(number);
        assert_eq!(code.is_application(), (4000..=4999).contains(&number));
        assert_eq!(code.is_refused(), (4000..=4099).contains(&number));
        assert_eq!(code.is_busy(), (4100..=4199).contains(&number));
        assert_eq!(code.is_reconnect(), (4200..=4299).contains(&number));
        assert_eq!(code.is_other_error(), (4300..=4399).contains(&number));
    }
}

#[test]
fn an_enclosing_range_comes_before_those_inside_and_keeps_its_numbers() {
    assert!(Pusher::RANGES.iter().map(CodeRange::name).eq([
        "Unused",
        "Reserved",
        "Extension",
        "Library",
        "Application",
        "Refused",
        "Busy",
        "Reconnect",
        "Other Error",
        "Undefined",
    ]));
    assert_eq!(Pusher::APPLICATION.spans(), [4000..=4999]);
    assert_eq!(Pusher::REFUSED.spans(), [4000..=4099]);
    assert_eq!((Pusher::BUSY.first(), Pusher::BUSY.last()), (4100, 4199));
    assert_eq!(
        Pusher::RECONNECT.description(),
        "The connection is gone: connect again at once."
    );
}

#[test]
fn the_columns_of_the_snapshot_are_those_of_the_macro() {}
