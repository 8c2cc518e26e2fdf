//! Generated tables, which the test writes.
#![deny(warnings)]

use close_codes::{CloseCode, CloseCodeEnum, CodeRange, Sender};

macro_rules! tables {
    ($($name:ident = $path:literal,)*) => {
        $(close_codes::close_codes! {
            /// Whatever was generated.
            pub enum $name = $path;
        })*

        fn main() {
            $(is_total_canonical_and_lossless::<$name>();)*
        }
    };
}

tables! {
    Table0 = "0.toml",
    Table1 = "1.toml",
    Table2 = "2.toml",
    Table3 = "3.toml",
    Table4 = "4.toml",
    Table5 = "5.toml",
    Table6 = "6.toml",
    Table7 = "7.toml",
}

fn is_total_canonical_and_lossless<C: CloseCodeEnum>() {
    let mut named = C::NAMED.iter();
    let mut before = None;
    for number in 0..=u16::MAX {
        let code = C::from(number);
        assert_eq!(code, number);
        assert_eq!(code.as_u16(), number);
        assert_eq!(Into::<u16>::into(code), number);
        assert_eq!(C::from(CloseCode::from(number)), code);
        assert_eq!(Into::<CloseCode>::into(code), number);
        assert!(before < Some(code), "{before:?} is not less than {code:?}");
        before = Some(code);

        assert_eq!(code.is_sendable(), code.sender() != Sender::Nobody);
        let is_open = matches!(number, 1000 | 3000..=4999);
        assert_eq!(code.is_browser_sendable(), is_open);

        assert_eq!(code.to_string(), format!("{number} {}", code.name()));
        assert_eq!(number.to_string().parse(), Ok(code));
        if code.is_named() {
            assert_eq!(named.next(), Some(&code));
            assert_eq!(code.name().parse(), Ok(code));
            assert_eq!(format!("{code:?}").parse(), Ok(code));
        } else {
            let range = code.range().map(CodeRange::name);
            assert_eq!(range, Some(code.name()));
            assert!(format!("{code:?}").ends_with(&format!("({number})")));
        }
        assert!(code.range().is_none_or(|range| range.contains(number)));
    }
    assert_eq!(named.next(), None);
}
