//! A column of every type, with the limits of its values.

use crate::{Columns, ColumnsAction, ColumnsKind, snapshot};

#[test]
fn a_column_returns_its_type() {
    let code = Columns::Largest;
    let _: bool = code.is_retryable();
    let _: u8 = code.severity();
    let _: Option<u16> = code.http_status();
    let _: u32 = code.delay_ms();
    let _: Option<u64> = code.quota_bytes();
    let _: i64 = code.score();
    let _: &'static str = code.team();
    let _: Option<&'static str> = code.ticket();
    let _: Option<bool> = code.is_billed();
    let _: ColumnsKind = code.kind();
    let _: Option<ColumnsAction> = code.action();
}

#[test]
fn a_row_without_a_value_has_the_default_or_none() {
    for number in (0..=u16::MAX).filter(|number| !(4000..=4002).contains(number)) {
        let code = Columns::from_u16(number);
        assert!(code.is_retryable());
        assert_eq!(code.severity(), 3);
        assert_eq!(code.http_status(), None);
        assert_eq!(code.delay_ms(), 0);
        assert_eq!(code.quota_bytes(), None);
        assert_eq!(code.score(), -1);
        assert_eq!(code.team(), "gateway");
        assert_eq!(code.ticket(), None);
        assert_eq!(code.is_billed(), None);
        assert_eq!(code.kind(), ColumnsKind::Protocol);
        assert_eq!(code.action(), None);
    }
    let code = Columns::UnknownChannel;
    assert_eq!(
        (code.kind(), code.http_status()),
        (ColumnsKind::NotFound, Some(404))
    );
    assert_eq!(
        (code.score(), code.team(), code.action()),
        (-1, "gateway", None)
    );
}

#[test]
fn a_column_holds_the_smallest_value_of_its_type() {
    let code = Columns::Smallest;
    assert!(!code.is_retryable());
    assert_eq!(code.severity(), u8::MIN);
    assert_eq!(code.http_status(), Some(u16::MIN));
    assert_eq!(code.delay_ms(), u32::MIN);
    assert_eq!(code.quota_bytes(), Some(u64::MIN));
    assert_eq!(code.score(), i64::MIN);
    assert_eq!((code.team(), code.ticket()), ("", Some("")));
    assert_eq!(code.is_billed(), Some(false));
    assert_eq!(code.kind(), ColumnsKind::Protocol);
    assert_eq!(code.action(), Some(ColumnsAction::Page));
}

#[test]
fn a_column_holds_the_largest_value_of_its_type() {
    let code = Columns::Largest;
    assert!(code.is_retryable());
    assert_eq!(code.severity(), u8::MAX);
    assert_eq!(code.http_status(), Some(u16::MAX));
    assert_eq!(code.delay_ms(), u32::MAX);
    assert_eq!(code.quota_bytes(), Some(u64::MAX));
    assert_eq!(code.score(), i64::MAX);
    assert_eq!(
        code.team(),
        "a \"quoted\" text with \\ and {braces}, längs und quer, 🌊"
    );
    assert_eq!(
        code.ticket(),
        Some("https://example.org/tickets?code=4002&sort=asc")
    );
    assert_eq!(code.is_billed(), Some(true));
    assert_eq!(code.kind(), ColumnsKind::RateLimit);
    assert_eq!(code.action(), Some(ColumnsAction::Log));
}

#[test]
fn the_values_of_an_enum_column_keep_their_text() {
    assert_eq!(
        ColumnsKind::ALL,
        [
            ColumnsKind::Protocol,
            ColumnsKind::RateLimit,
            ColumnsKind::NotFound
        ]
    );
    assert_eq!(ColumnsKind::RateLimit.to_string(), "rate limit");
    assert_eq!("not-found".parse(), Ok(ColumnsKind::NotFound));
    assert_eq!(
        ColumnsAction::ALL
            .iter()
            .map(ToString::to_string)
            .collect::<String>(),
        "pagelog"
    );
}

#[test]
fn the_columns_of_the_snapshot_are_those_of_the_macro() {
    macro_rules! assert_same {
        ($($column:ident)*) => {$(
            for number in 0..=u16::MAX {
                let made = Columns::from_u16(number).$column();
                let expected = snapshot::Columns::from_u16(number).$column();
                assert_eq!(format!("{made:?}"), format!("{expected:?}"), "{number}");
            }
        )*};
    }
    assert_same! {
        is_retryable severity http_status delay_ms quota_bytes score team ticket is_billed kind action
    }
}
