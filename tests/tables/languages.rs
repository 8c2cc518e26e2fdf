//! Texts in several languages, and a default language that the standard table does not have.

use close_codes::CloseCode;

use crate::Languages;

#[test]
fn the_languages_are_the_default_and_then_every_other_that_has_a_text() {
    assert_eq!(Languages::LANGUAGES[0], "de");
    let mut others = Languages::LANGUAGES[1..].to_vec();
    others.sort_unstable();
    assert_eq!(
        others,
        [
            "de-CH",
            "en",
            "fr",
            "pt-BR",
            "th",
            "zh-CN",
            "zh-Hans",
            "zh-Hant-TW"
        ]
    );
}

#[test]
fn a_plain_string_is_in_the_default_language() {
    let code = Languages::RaumGeschlossen;
    assert_eq!(code.description(), "Der Raum wurde geschlossen.");
    assert_eq!(code.description_in("de"), code.description());
    assert_eq!(
        format!("{code:#}"),
        "4000 Raum geschlossen: Der Raum wurde geschlossen."
    );
}

#[test]
fn the_text_is_that_of_the_longest_part_of_the_tag_that_has_one() {
    let code = Languages::ZuVieleNachrichten;
    let (german, swiss) = (
        "Es kamen zu viele\nNachrichten.",
        "Es sind zu viele Nachrichten gekommen.",
    );
    for (tag, text) in [
        ("de", german),
        ("DE", german),
        ("de-AT", german),
        ("de-Latn-CH-1996", german),
        ("de-CH", swiss),
        ("de-ch-1996", swiss),
        ("en-GB-oed", "Too many messages came."),
        ("pt-BR", "Chegaram mensagens demais."),
        ("th", "ข้อความ\u{200B}มากเกินไป"),
        ("pt-br-x-test", "Chegaram mensagens demais."),
        ("zh-Hans-CN", "消息过多。"),
        ("zh-Hant-TW-x-a", "訊息過多。"),
    ] {
        assert_eq!(code.description_in(tag), text, "{tag}");
    }
    // If no part of the tag matches, a longer tag of the same language does (RFC 4647 §3.4.1).
    for (tag, text) in [
        ("pt", "Chegaram mensagens demais."),
        ("pt-PT", "Chegaram mensagens demais."),
        ("zh", "消息过多。"),
        ("zh-Hant", "訊息過多。"),
        ("zh-Hant-HK", "訊息過多。"),
        ("fr", german),
        ("d", german),
        ("", german),
        ("-", german),
    ] {
        assert_eq!(code.description_in(tag), text, "{tag}");
    }
}

#[test]
fn a_row_without_a_text_has_those_of_its_range() {
    let code = Languages::PlatzVergeben;
    assert_eq!(code.description(), "Ein eigener Code dieser Anwendung.");
    assert_eq!(
        code.description_in("en"),
        CloseCode::APPLICATION.description()
    );
    assert_eq!(
        code.description_in("zh-CN"),
        CloseCode::APPLICATION.description_in("zh-CN")
    );
    assert_eq!(Languages::from_u16(4999).description(), code.description());
    assert_eq!(
        Languages::APPLICATION.description_in("de-AT"),
        code.description()
    );
}

#[test]
fn an_overlay_adds_languages_and_keeps_those_that_are_there() {
    let (code, standard) = (Languages::GoingAway, CloseCode::GoingAway);
    assert_eq!(
        code.description(),
        "Die Gegenseite verlässt die Verbindung."
    );
    assert_eq!(
        code.description_in("fr-CA"),
        "L'autre côté quitte la connexion."
    );
    assert_eq!(code.description_in("en"), standard.description());
    assert_eq!(
        code.description_in("zh-CN"),
        standard.description_in("zh-CN")
    );
    assert_eq!(code.to_string(), standard.to_string());
}

#[test]
fn a_standard_code_without_a_text_in_the_default_language_has_its_english_one() {
    let (code, standard) = (Languages::MessageTooBig, CloseCode::MessageTooBig);
    assert_eq!(code.description(), standard.description());
    assert_eq!(code.description_in("de"), standard.description());
    assert_eq!(
        code.description_in("zh-CN"),
        standard.description_in("zh-CN")
    );
}
