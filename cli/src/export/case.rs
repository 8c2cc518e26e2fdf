//! Names of a table → identifiers of another language, each of which means one thing.

use std::collections::HashMap;

/// `TLSHandshake2` → `TLS`, `Handshake2`. An acronym is one word, and its last upper case letter
/// starts the next.
fn words(name: &str) -> Vec<String> {
    let name = name.replace(['\'', '’'], "");
    let chars: Vec<char> = name.chars().collect();
    let is = |i: usize, is: fn(char) -> bool| chars.get(i).is_some_and(|&c| is(c));
    let mut words = vec![String::new()];
    for (i, &c) in chars.iter().enumerate() {
        let is_gap = c == '_' || !unicode_ident::is_xid_continue(c);
        let after_lower = i > 0 && !is(i - 1, char::is_uppercase);
        let before_lower = is(i + 1, char::is_lowercase);
        if is_gap || c.is_uppercase() && (after_lower || before_lower) {
            words.push(String::new());
        }
        if !is_gap {
            words.last_mut().expect("there is a first").push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `http_status` → `httpStatus`.
pub(crate) fn camel(snake: &str) -> String {
    let mut words = words(snake).into_iter();
    let first = words.next().unwrap_or_default().to_lowercase();
    first + &words.map(|word| capitalized(&word)).collect::<String>()
}

/// `use_tls`, `rate limit` → `UseTls`, `RateLimit`.
pub(crate) fn pascal(name: &str) -> String {
    words(name).iter().map(|word| capitalized(word)).collect()
}

/// `TlsHandshake` → `TLS_HANDSHAKE`.
pub(crate) fn screaming_snake(name: &str) -> String {
    words(name).join("_").to_uppercase()
}

/// `TlsHandshake` → `TLSHandshake`, with the acronyms that the linters of Go ask for.
pub(crate) fn go(name: &str) -> String {
    let words = words(name).into_iter().map(|word| {
        let upper = word.to_uppercase();
        if GO_INITIALISMS.contains(&upper.as_str()) {
            upper
        } else {
            capitalized(&word)
        }
    });
    words.collect()
}

/// staticcheck, ST1003.
const GO_INITIALISMS: [&str; 40] = [
    "ACL", "AMQP", "API", "ASCII", "CPU", "CSS", "DB", "DNS", "EOF", "GID", "GUID", "HTML", "HTTP",
    "HTTPS", "ID", "IP", "JSON", "QPS", "RAM", "RPC", "RTP", "SIP", "SLA", "SMTP", "SQL", "SSH",
    "TCP", "TLS", "TS", "TTL", "UDP", "UI", "UID", "URI", "URL", "UTF8", "UUID", "VM", "XML",
    "XSS",
];

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// The identifiers of a file, or of one type in it.
#[derive(Debug)]
pub(crate) struct Scope {
    /// `TypeScript`
    language: &'static str,
    /// What has each identifier.
    owners: HashMap<String, String>,
}

impl Scope {
    /// A scope in which these identifiers are what every file has.
    pub(crate) fn new<'n>(
        language: &'static str,
        taken: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let owner = |name: &str| (name.to_owned(), format!("the built-in `{name}`"));
        let owners = taken.into_iter().map(owner).collect();
        Self { language, owners }
    }

    /// Gives an identifier to `owner`, such as "the column `delay_ms`".
    pub(crate) fn claim(&mut self, identifier: &str, owner: String) -> Result<(), String> {
        match self.owners.get(identifier) {
            Some(first) if *first == owner => Ok(()),
            Some(first) => Err(format!(
                "{first} and {owner} would both be `{identifier}` in {}",
                self.language
            )),
            None => {
                self.owners.insert(identifier.to_owned(), owner);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, camel, go, pascal, screaming_snake};

    #[test]
    fn words_become_the_identifier_of_a_language() {
        for (name, expected) in [
            (
                "TlsHandshake",
                [
                    "tlsHandshake",
                    "TlsHandshake",
                    "TLS_HANDSHAKE",
                    "TLSHandshake",
                ],
            ),
            (
                "TLSFailed",
                ["tlsFailed", "TLSFailed", "TLS_FAILED", "TLSFailed"],
            ),
            (
                "InvalidApiVersion",
                [
                    "invalidApiVersion",
                    "InvalidApiVersion",
                    "INVALID_API_VERSION",
                    "InvalidAPIVersion",
                ],
            ),
            ("delay_ms", ["delayMs", "DelayMs", "DELAY_MS", "DelayMs"]),
            (
                "http_status",
                ["httpStatus", "HttpStatus", "HTTP_STATUS", "HTTPStatus"],
            ),
            (
                "not-found",
                ["notFound", "NotFound", "NOT_FOUND", "NotFound"],
            ),
            (
                "rate limit",
                ["rateLimit", "RateLimit", "RATE_LIMIT", "RateLimit"],
            ),
            ("V2Only", ["v2Only", "V2Only", "V2_ONLY", "V2Only"]),
            (
                "CONNECTION_REPLACED",
                [
                    "connectionREPLACED",
                    "CONNECTIONREPLACED",
                    "CONNECTION_REPLACED",
                    "CONNECTIONREPLACED",
                ],
            ),
            ("Ümlaut", ["ümlaut", "Ümlaut", "ÜMLAUT", "Ümlaut"]),
            ("超时", ["超时", "超时", "超时", "超时"]),
        ] {
            let found = [camel(name), pascal(name), screaming_snake(name), go(name)];
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn two_names_for_one_identifier_are_an_error_that_has_both() {
        let mut scope = Scope::new("TypeScript", ["isCloseCode"]);
        assert_eq!(scope.claim("a1", "the column `a1`".to_owned()), Ok(()));
        assert_eq!(scope.claim("a1", "the column `a1`".to_owned()), Ok(()));
        assert_eq!(
            scope
                .claim("a1", "the column `a_1`".to_owned())
                .unwrap_err(),
            "the column `a1` and the column `a_1` would both be `a1` in TypeScript"
        );
        assert_eq!(
            scope
                .claim("isCloseCode", "the column `x`".to_owned())
                .unwrap_err(),
            "the built-in `isCloseCode` and the column `x` would both be `isCloseCode` in TypeScript"
        );
    }
}
