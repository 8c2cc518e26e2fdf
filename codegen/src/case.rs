//! Names of a table → identifiers of Rust, and back.

/// The keywords of every edition that an identifier of the generated code may meet.
const KEYWORDS: [&str; 53] = [
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

pub(crate) fn is_keyword(text: &str) -> bool {
    KEYWORDS.contains(&text)
}

/// Whether `text` can stand in the generated code as it is.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let starts = chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    starts && chars.all(unicode_ident::is_xid_continue) && !is_keyword(text)
}

/// Whether `text` is an identifier as variants have it: `GoingAway`, not `goingAway` or `GOING_AWAY`.
pub(crate) fn is_upper_camel(text: &str) -> bool {
    is_identifier(text) && !text.contains('_') && !text.starts_with(char::is_lowercase)
}

/// Whether `text` is an identifier as methods have it: `is_sendable`.
pub(crate) fn is_snake(text: &str) -> bool {
    is_identifier(text)
        && text.split('_').all(|word| !word.is_empty())
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// `TLS handshake` → `TlsHandshake`. It need not be an identifier.
pub(crate) fn upper_camel(name: &str) -> String {
    let name = name.replace(['\'', '’'], "");
    let is_gap = |c: char| c == '_' || !unicode_ident::is_xid_continue(c);
    let mut out = String::with_capacity(name.len());
    for word in name.split(is_gap).filter(|word| !word.is_empty()) {
        let is_acronym = word.chars().all(|c| !c.is_lowercase());
        let mut chars = word.chars();
        out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        if is_acronym {
            out.extend(chars.flat_map(char::to_lowercase));
        } else {
            out.extend(chars);
        }
    }
    out
}

/// `TlsHandshake` and `TLSHandshake` → `tls_handshake`.
pub(crate) fn snake(variant: &str) -> String {
    words(variant).join("_").to_lowercase()
}

/// `SessionReplaced` → `Session Replaced`, the name that a variant was probably made from.
pub(crate) fn sentence(variant: &str) -> String {
    words(variant).join(" ")
}

/// The words of an identifier. An acronym is one, and its last capital starts the next.
fn words(variant: &str) -> Vec<&str> {
    let chars: Vec<(usize, char)> = variant.char_indices().collect();
    let is_start = |i: usize| {
        let is_upper = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_uppercase());
        let is_lower = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_lowercase());
        is_upper(i) && (!is_upper(i - 1) || is_lower(i + 1))
    };
    let mut words = Vec::new();
    let mut rest = 0;
    for (i, &(at, _)) in chars.iter().enumerate().skip(1) {
        if is_start(i) {
            words.push(&variant[rest..at]);
            rest = at;
        }
    }
    words.push(&variant[rest..]);
    let words = words
        .into_iter()
        .flat_map(|word| word.split(['_', '-', ' ']));
    words.filter(|word| !word.is_empty()).collect()
}

/// `TlsHandshake` → `TLS_HANDSHAKE`.
pub(crate) fn screaming_snake(variant: &str) -> String {
    snake(variant).to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, is_upper_camel, snake, upper_camel};

    #[test]
    fn words_of_a_name_become_one_identifier() {
        for (name, variant) in [
            ("Going Away", "GoingAway"),
            ("Protocol error", "ProtocolError"),
            ("TLS handshake", "TlsHandshake"),
            ("Mandatory Ext.", "MandatoryExt"),
            ("Invalid intent(s)", "InvalidIntentS"),
            ("Invalid `seq`", "InvalidSeq"),
            ("Can't do", "CantDo"),
            ("already_authenticated", "AlreadyAuthenticated"),
            ("WebSocket gone", "WebSocketGone"),
            ("超时", "超时"),
            ("???", ""),
            ("4xx error", "4xxError"),
        ] {
            assert_eq!(upper_camel(name), variant);
        }
        assert!(!is_identifier("4xxError"));
        assert!(!is_identifier(""));
        assert!(!is_upper_camel("Self"));
        assert!(!is_upper_camel("goingAway"));
    }

    #[test]
    fn a_matcher_is_named_after_the_variant() {
        assert_eq!(snake("TlsHandshake"), "tls_handshake");
        assert_eq!(snake("Application"), "application");
        assert_eq!(snake("Http2Only"), "http2_only");
        assert_eq!(snake("TLSFailed"), "tls_failed");
        assert_eq!(snake("BadTLS"), "bad_tls");
        assert_eq!(snake("超时"), "超时");
    }
}
