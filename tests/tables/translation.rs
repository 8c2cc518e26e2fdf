//! A translation: every text of the standard table in another language, and nothing else.

use close_codes::{CloseCode, CodeRange};

use crate::{Translation, all};

#[test]
fn every_number_has_a_text_in_the_new_language() {
    for code in all::<Translation>() {
        let german = code.description_in("de-AT");
        assert_ne!(german, code.description(), "{code}");
        assert_ne!(german, code.description_in("zh-CN"), "{code}");
        assert!(german.ends_with('.'), "{code}");
    }
    let code = Translation::AbnormalClosure;
    assert_eq!(
        code.description_in("de"),
        "Die Verbindung ist ohne Close-Frame abgebrochen."
    );
}

#[test]
fn each_code_and_each_range_has_its_text() {
    let codes = Translation::NAMED.iter();
    let codes = codes.map(|code| code.description_in("de"));
    let ranges = Translation::RANGES.iter();
    let mut texts: Vec<&str> = codes
        .chain(ranges.map(|range| range.description_in("de")))
        .collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(
        texts.len(),
        CloseCode::NAMED.len() + CloseCode::RANGES.len()
    );
}

#[test]
fn all_else_is_that_of_the_standard_table() {
    assert_eq!(Translation::LANGUAGES, ["en", "zh-CN", "de"]);
    for (code, standard) in all::<Translation>().zip(all::<CloseCode>()) {
        assert_eq!(format!("{code:?}"), format!("{standard:?}"));
        assert_eq!(format!("{code:#}"), format!("{standard:#}"));
        assert_eq!(
            code.description_in("zh-CN"),
            standard.description_in("zh-CN")
        );
        assert_eq!(code.reason(), standard.reason());
        assert_eq!(code.reference(), standard.reference());
        assert_eq!(code.sender(), standard.sender());
        assert_eq!(code.reconnect(), standard.reconnect());
        assert_eq!(
            code.range().map(CodeRange::name),
            standard.range().map(CodeRange::name)
        );
    }
}
