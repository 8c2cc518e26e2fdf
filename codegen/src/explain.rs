//! A statement that is not TOML → what is wrong with it, in the words of this format.
//!
//! The explanation is found by reading the tokens once more, not in the parser's error.

use toml::de::DeValue;

use crate::diagnostic::quoted;
use crate::parse::key;
use crate::report::Span;
use crate::statement::{Kind, Statement, Token, TokenKind};

/// What is wrong, and what to write in its place.
#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) label: String,
}

/// Quotes of texts and of Markdown.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '«', '»', '`'];

/// What starts a comment in other languages.
const COMMENTS: [&str; 4] = ["//", "/*", "--", ";"];

/// Explains a statement that the parser refuses.
pub(crate) fn statement(text: &str, statement: &Statement<'_>) -> Explanation {
    let mut walk = Walk {
        text,
        tokens: statement.tokens,
        at: 0,
        depth: 0,
        body: statement.body(),
    };
    let strange = walk.strange_space();
    let explanation = strange.or_else(|| walk.strange_comment()).or_else(|| {
        let found = if statement.is_header() {
            walk.header(statement)
        } else {
            walk.key_value(statement)
        };
        found.err()
    });
    explanation.map_or_else(
        || {
            error(
                &walk.body,
                "this line is not TOML",
                "expected a key, `=` and a value",
            )
        },
        |explanation| *explanation,
    )
}

/// JSON or YAML in place of a table: where it shows, what it is, and what is expected.
pub(crate) fn other_format(
    text: &str,
    statements: &[Statement<'_>],
) -> Option<(Span, &'static str, &'static str)> {
    let mut lines = statements.iter().filter(|line| line.kind != Kind::Blank);
    let first = lines.next()?;
    let body = &text[first.body()];
    let label = "expected TOML, such as `4000 = \"Session Replaced\"` below `[codes]`";
    let is_json = body.starts_with('{') || body == "[";
    let is_mapping = |line: &Statement<'_>| {
        let body = &text[line.body()];
        line.kind == Kind::Other && (body.contains(": ") || body.ends_with(':'))
    };
    let is_yaml = (body == "---" || is_mapping(first))
        && lines.all(|line| line.kind != Kind::KeyValue && !line.is_header());
    if is_json {
        Some((first.body(), "this is JSON, not TOML", label))
    } else if is_yaml {
        Some((first.body(), "this is YAML, not TOML", label))
    } else {
        None
    }
}

/// The last statement of a merge conflict that begins with this one.
pub(crate) fn end_of_merge_conflict(
    text: &str,
    statements: &[Statement<'_>],
    first: usize,
) -> Option<usize> {
    if !text[statements[first].body()].starts_with("<<<<<<<") {
        return None;
    }
    let mut rest = statements.iter().enumerate().skip(first);
    let last = rest.find(|(_, statement)| text[statement.body()].starts_with(">>>>>>>"));
    Some(last.map_or(first, |(last, _)| last))
}

fn error(span: &Span, message: impl Into<String>, label: impl Into<String>) -> Explanation {
    Explanation {
        span: span.clone(),
        message: message.into(),
        label: label.into(),
    }
}

fn fail(span: &Span, message: impl Into<String>, label: impl Into<String>) -> Walked {
    Err(Box::new(error(span, message, label)))
}

/// Nothing, or the first thing that is wrong.
type Walked = Result<(), Box<Explanation>>;

struct Walk<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// How many brackets are open.
    depth: usize,
    body: Span,
}

/// Brackets within brackets: a table needs three.
const MAX_DEPTH: usize = 16;

impl<'a> Walk<'a> {
    fn text_of(&self, token: &Token) -> &'a str {
        &self.text[token.span.clone()]
    }

    /// The next token that is not space, and inside brackets not a line end either.
    fn peek(&mut self, is_inside: bool) -> Option<&'a Token> {
        let tokens = self.tokens;
        while let Some(token) = tokens.get(self.at) {
            let is_skipped = token.kind == TokenKind::Whitespace
                || token.kind == TokenKind::Comment
                || is_inside && token.kind == TokenKind::Newline;
            if !is_skipped {
                return Some(token);
            }
            self.at += 1;
        }
        None
    }

    fn next_is(&mut self, kind: TokenKind) -> bool {
        let is = self.peek(false).is_some_and(|token| token.kind == kind);
        self.at += usize::from(is);
        is
    }

    /// From the start of a token to the end of its line, without a comment.
    fn rest(&self, from: usize) -> Span {
        let tokens = self
            .tokens
            .iter()
            .skip_while(|token| token.span.start < from);
        let line = tokens
            .take_while(|token| !matches!(token.kind, TokenKind::Newline | TokenKind::Comment));
        let end = line.filter(|token| !token.is_gap()).last();
        from..end.map_or(from, |token| token.span.end)
    }

    /// A space that TOML does not take for one, such as one of a web page.
    fn strange_space(&self) -> Option<Box<Explanation>> {
        let atoms = self
            .tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Atom);
        let mut chars = atoms.flat_map(|token| {
            let chars = self.text_of(token).char_indices();
            chars.map(|(at, c)| (token.span.start + at, c))
        });
        let (at, c) = chars.find(|(_, c)| c.is_whitespace() || *c == '\u{FEFF}')?;
        if c == '\u{FEFF}' {
            let message = "a byte order mark in the middle of the file";
            return Some(Box::new(error(&(at..at), message, "remove it")));
        }
        let message = format!("U+{:04X} is not an ordinary space", u32::from(c));
        Some(Box::new(error(&(at..at), message, "use a plain space")))
    }

    /// A comment with a character that TOML allows nowhere.
    fn strange_comment(&self) -> Option<Box<Explanation>> {
        let mut tokens = self.tokens.iter();
        let comment = tokens.find(|token| token.kind == TokenKind::Comment)?;
        let mut chars = self.text_of(comment).char_indices();
        let (at, _) = chars.find(|(_, c)| c.is_ascii_control() && *c != '\t')?;
        let at = comment.span.start + at;
        let message = "a control character in a comment";
        Some(Box::new(error(&(at..at), message, "remove it")))
    }

    fn header(&mut self, statement: &Statement<'_>) -> Walked {
        let Kind::Header { end } = statement.kind else {
            return Ok(());
        };
        let is_malformed = self.malformed_bare_key(statement).is_some();
        let Some(end) = end.filter(|_| !is_malformed) else {
            let start = self.body.start;
            let whole = end.map_or_else(|| self.rest(start), |end| start..end);
            let header = &self.text[whole.clone()];
            let message = format!("{} is not a header", quoted(header));
            return fail(&whole, message, header_label(header));
        };
        self.check_strings(statement)?;
        let is_header = |token: &&Token| token.span.start < end;
        self.at = self.tokens.iter().take_while(is_header).count();
        self.end("the header")
    }

    fn key_value(&mut self, statement: &Statement<'_>) -> Walked {
        let equals = self
            .tokens
            .iter()
            .position(|token| token.kind == TokenKind::Equals);
        let before = &self.tokens[..equals.unwrap_or(self.tokens.len())];
        let last = before.iter().rfind(|token| !token.is_gap());
        let start = self.body.start;
        let key = match (equals, last) {
            (Some(_), None) => start..start,
            (Some(_), Some(last)) => start..last.span.end,
            (None, _) => self.rest(start),
        };
        self.check_start(&key, equals.is_some())?;
        let Some(equals) = equals else {
            return self.without_equals(&key, statement);
        };
        if statement.kind != Kind::KeyValue {
            return self.malformed_key(&key, equals);
        }
        self.check_keys(statement)?;
        self.at = equals + 1;
        if self.next_is(TokenKind::Equals) {
            let span = self.tokens[equals].span.start..self.tokens[self.at - 1].span.end;
            return fail(&span, "more than one `=`", "use one `=`");
        }
        let name = self.text[key.clone()].to_owned();
        self.value(&name, false)?;
        self.end("the value")
    }

    /// What may stand at the beginning of a line elsewhere.
    fn check_start(&self, key: &Span, has_equals: bool) -> Walked {
        let text = &self.text[key.clone()];
        let start = key.start;
        if let Some(comment) = COMMENTS
            .into_iter()
            .find(|comment| text.starts_with(comment))
        {
            let span = start..start + comment.len();
            return fail(
                &span,
                format!("`{comment}` does not start a comment"),
                "use `#`",
            );
        }
        if text.is_empty() && has_equals {
            let is_marker = self.text[start..].starts_with("=======");
            if is_marker {
                let span = self.rest(start);
                return fail(&span, "a merge conflict marker", "resolve the conflict");
            }
            return fail(
                &(start..start),
                "a value without a key",
                "write a key before `=`",
            );
        }
        if text.starts_with(">>>>>>>") {
            return fail(key, "a merge conflict marker", "resolve the conflict");
        }
        Ok(())
    }

    /// Keys that are strings may lack a quote or have a wrong escape.
    fn check_strings(&self, statement: &Statement<'_>) -> Walked {
        let is_key = |token: &&Token| statement.keys.iter().any(|key| key.span == token.span);
        let mut strings = self.tokens.iter().filter(|token| token.is_string());
        strings
            .by_ref()
            .filter(is_key)
            .try_for_each(|token| self.string(token))
    }

    fn check_keys(&self, statement: &Statement<'_>) -> Walked {
        self.check_strings(statement)?;
        match self.malformed_bare_key(statement) {
            Some(span) => self.malformed_key(&span, self.tokens.len()),
            None => Ok(()),
        }
    }

    /// A key without quotes that needs some, with those before it.
    fn malformed_bare_key(&self, statement: &Statement<'_>) -> Option<Span> {
        let is_bare = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        let wrong = statement.keys.iter().find(|key| {
            let mut atoms = self.tokens.iter().filter(|token| !token.is_string());
            atoms.any(|token| token.span == key.span && !self.text_of(token).chars().all(is_bare))
        })?;
        Some(statement.keys[0].span.start..wrong.span.end)
    }

    /// Something before `=` that is not a key.
    fn malformed_key(&self, place: &Span, equals: usize) -> Walked {
        let found = &self.text[place.clone()];
        if let Some(colon) = found.find(':') {
            let at = place.start + colon;
            return fail(&(at..at), "`:` after a key", "use `=`");
        }
        let starts_key = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '"');
        let dotted = found.split_once('.').filter(|(_, rest)| starts_key(rest));
        if let Some((row, rest)) =
            dotted.filter(|(row, _)| row.contains(',') && key::parse(row).is_ok())
        {
            let label = format!("write `\"{row}\".{rest}`");
            return fail(place, "a key with a comma needs quotes", label);
        }
        if dotted.is_none() && key::is_about_codes(found) {
            return match key::parse(found) {
                Ok(_) => {
                    let label = format!("write {}", key::as_key(found));
                    fail(place, "a key with a comma needs quotes", label)
                }
                Err(wrong) => fail(place, wrong.message, wrong.label),
            };
        }
        let message = format!("{} is not a key", quoted(found));
        let mut rest = self
            .tokens
            .iter()
            .skip(equals + 1)
            .filter(|token| !token.is_gap());
        let number = rest.next().map(|token| self.text_of(token));
        let label = match number.filter(|number| key::parse(number).is_ok()) {
            Some(number) => format!("write `{number} = \"{found}\"`"),
            None => "a key has letters, digits, `_` and `-`, without a space".to_owned(),
        };
        fail(place, message, label)
    }

    /// A line without `=`.
    fn without_equals(&mut self, line: &Span, statement: &Statement<'_>) -> Walked {
        let found = &self.text[line.clone()];
        let starts = found.find(['"', '\'']).unwrap_or(found.len());
        if let Some(colon) = found[..starts].find(':') {
            let at = line.start + colon;
            return fail(&(at..at), "`:` after a key", "use `=`");
        }
        self.check_strings(statement)?;
        let first = self.tokens.iter().find(|token| !token.is_gap());
        if let Some(key) = first.filter(|token| token.is_string()) {
            if self.text_of(key).contains('=') {
                let label = format!("missing closing `{}` before `=`", key.delimiter());
                return fail(&key.span, "a key that takes in its `=`", label);
            }
        }
        if let [first, ..] = &statement.keys[..] {
            let last = &statement.keys[statement.keys.len() - 1];
            let name = first.span.start..last.span.end;
            if name.end == line.end {
                let message = format!("{} has no value", quoted(&self.text[name.clone()]));
                return fail(&name, message, "write `=` and a value after it");
            }
            let value = self.text[name.end..line.end].trim_start();
            if value.starts_with(['"', '\'', '{', '[']) {
                let name = &self.text[name];
                let label = format!("write `{name} = …`");
                return fail(
                    line,
                    format!("`=` is missing after {}", quoted(name)),
                    label,
                );
            }
        }
        let message = format!("{} is not a key with a value", quoted(found));
        fail(
            line,
            message,
            "expected a line such as `4000 = \"Session Replaced\"`",
        )
    }

    /// A value; `is_inside` brackets, where it ends with a comma or a bracket too.
    fn value(&mut self, key: &str, is_inside: bool) -> Walked {
        let Some(token) = self.peek(is_inside) else {
            let at = self.body.end;
            let message = format!("{} has no value", quoted(key));
            return fail(&(at..at), message, "expected a value after `=`");
        };
        match token.kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                if self.depth == MAX_DEPTH {
                    return fail(
                        &token.span,
                        "too many brackets inside one another",
                        "close some",
                    );
                }
                self.depth += 1;
                if token.kind == TokenKind::LeftSquareBracket {
                    self.list(token)?;
                } else {
                    self.table(token)?;
                }
                self.depth -= 1;
                Ok(())
            }
            _ if token.is_string() => {
                self.string(token)?;
                self.at += 1;
                self.after_string(token, is_inside)
            }
            TokenKind::Comma
            | TokenKind::RightCurlyBracket
            | TokenKind::RightSquareBracket
            | TokenKind::Equals
            | TokenKind::Newline => {
                let message = format!("{} has no value", quoted(key));
                fail(&token.span, message, "expected a value after `=`")
            }
            _ => {
                // In a list a comma is what it seems to be.
                if !key.is_empty() {
                    self.grouped(token)?;
                }
                self.bare(token, is_inside)
            }
        }
    }

    /// A number with commas between groups of three digits.
    fn grouped(&self, first: &Token) -> Walked {
        let is_digits = |token: &Token| self.text_of(token).bytes().all(|b| b.is_ascii_digit());
        let mut end = first.span.end;
        let mut rest = &self.tokens[self.at + 1..];
        while let [comma, group, after @ ..] = rest {
            let is_group = comma.kind == TokenKind::Comma
                && comma.span.start == end
                && group.span.len() == 3
                && is_digits(group);
            if !is_group {
                break;
            }
            end = group.span.end;
            rest = after;
        }
        if end == first.span.end || !is_digits(first) {
            return Ok(());
        }
        let span = first.span.start..end;
        let found = &self.text[span.clone()];
        let label = format!("write `{}`", found.replace(',', "_"));
        fail(&span, format!("{} is not a number", quoted(found)), label)
    }

    /// A string: its quotes, escapes and characters.
    fn string(&self, token: &Token) -> Walked {
        let found = self.text_of(token);
        let delimiter = token.delimiter();
        if !token.is_closed(self.text) {
            let found = found.trim_end();
            let span = token.span.start..token.span.start + found.len();
            let last = found.chars().next_back().filter(|c| CURLY.contains(c));
            let label = match last {
                Some(last) => format!(
                    "write `{delimiter}` in place of {}",
                    quoted(&last.to_string())
                ),
                None if delimiter.len() == 1 && self.goes_on(token) => {
                    "text of several lines needs `\"\"\"` at both ends".to_owned()
                }
                None => format!("missing closing `{delimiter}`"),
            };
            return fail(&span, "unterminated string", label);
        }
        let control = found
            .char_indices()
            .find(|(_, c)| c.is_control() && !"\t\r\n".contains(*c));
        if let Some((at, c)) = control {
            let at = token.span.start + at;
            let label = format!("write the escape `\\u{:04X}`", u32::from(c));
            return fail(&(at..at), "a control character in a string", label);
        }
        if let Err(error) = DeValue::parse(found) {
            let at = error.span().map_or(0, |span| span.start);
            let backslash = found[..at.min(found.len())].rfind('\\').unwrap_or(0);
            let escape: String = found[backslash..].chars().take(2).collect();
            let start = token.span.start + backslash;
            let message = format!("{} is not an escape", quoted(&escape));
            let label = "write `\\\\` for a backslash, or put the string in single quotes";
            return fail(&(start..start + escape.len()), message, label);
        }
        Ok(())
    }

    /// Whether the line after an unterminated string has no statement of its own.
    fn goes_on(&self, token: &Token) -> bool {
        let next = self.text[token.span.end..]
            .lines()
            .nth(1)
            .unwrap_or_default()
            .trim();
        !next.is_empty()
            && !next.contains('=')
            && !next.starts_with(['[', ']', '}', '#', '"', '\''])
    }

    /// What follows a string that has its closing quote.
    fn after_string(&mut self, string: &Token, is_inside: bool) -> Walked {
        let Some(next) = self.peek(false) else {
            return Ok(());
        };
        let is_text = next.kind == TokenKind::Atom || next.is_string();
        if !is_text || is_inside && next.is_string() {
            return Ok(());
        }
        if self.text_of(next).starts_with("//") || self.has_own_key(next) {
            return Ok(());
        }
        if self.text_of(next).starts_with(';') {
            return Ok(());
        }
        let content = self.text_of(string);
        if next.kind == TokenKind::Atom && content.contains('=') {
            let label = format!("a `{}` is missing before the next key", string.delimiter());
            return fail(&string.span, "a string that takes in a key", label);
        }
        let span = self.rest(next.span.start);
        let label = if next.is_string() {
            "remove it"
        } else if string.delimiter().starts_with('"') {
            "write `\\\"` for each quote inside the string"
        } else {
            "put the string in double quotes"
        };
        fail(&span, "unexpected text after the closing quote", label)
    }

    /// Whether a key and `=` begin at this token.
    fn has_own_key(&self, token: &Token) -> bool {
        let rest = self
            .tokens
            .iter()
            .skip_while(|other| other.span.start < token.span.start);
        let mut rest = rest
            .skip_while(|token| token.is_key() || token.is_gap() || token.kind == TokenKind::Dot);
        rest.next()
            .is_some_and(|token| token.kind == TokenKind::Equals)
    }

    /// A value without quotes or brackets, as far as it goes.
    fn bare(&mut self, first: &Token, is_inside: bool) -> Walked {
        let ends = |token: &Token| match token.kind {
            TokenKind::Newline | TokenKind::Comment => true,
            TokenKind::Comma | TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                is_inside
            }
            _ => false,
        };
        let tokens = self.tokens;
        let mut end = first.span.end;
        let mut word = None;
        while let Some(token) = tokens.get(self.at).filter(|token| !ends(token)) {
            if token.kind == TokenKind::Whitespace {
                word = word.or(Some(end));
            } else {
                end = token.span.end;
            }
            self.at += 1;
        }
        let whole = first.span.start..end;
        // A sound value before something else: `true // comment`.
        let first_word = first.span.start..word.unwrap_or(end);
        let is_sound = |span: &Span| DeValue::parse(&self.text[span.clone()]).is_ok();
        if is_sound(&whole) {
            return Ok(());
        }
        let separator = self.text[first_word.clone()].find([',', ';']);
        let scalar = first_word.start..separator.map_or(first_word.end, |at| first_word.start + at);
        if is_sound(&scalar) {
            self.at = tokens
                .iter()
                .take_while(|token| token.span.end <= scalar.end)
                .count();
            if separator.is_some()
                && self
                    .tokens
                    .get(self.at)
                    .is_some_and(|token| token.span.start < scalar.end)
            {
                let at = scalar.end;
                return fail(&(at..at + 1), "`;` after the value", "remove it");
            }
            return Ok(());
        }
        self.unquoted(&whole)
    }

    /// Something that is not a number, boolean or string.
    fn unquoted(&self, span: &Span) -> Walked {
        let found = &self.text[span.clone()];
        let lower = found.to_ascii_lowercase();
        let bare = found.trim_matches(CURLY);
        let starts_with_digit =
            found.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
        if bare != found {
            let label = in_quotes(bare);
            return fail(
                span,
                format!("{} is not in straight quotes", quoted(found)),
                label,
            );
        }
        match lower.as_str() {
            "true" | "false" => {
                let label = format!("write `{lower}`");
                return fail(span, format!("{} is not a boolean", quoted(found)), label);
            }
            "yes" | "no" | "on" | "off" => {
                let label = "use `true` or `false`";
                return fail(span, format!("{} is not a boolean", quoted(found)), label);
            }
            "null" | "nil" | "none" | "undefined" => {
                let found = quoted(found);
                let label = format!("remove this line; TOML has no {found}");
                return fail(span, format!("{found} is not a value"), label);
            }
            _ => {}
        }
        if starts_with_digit {
            let zeros = found.trim_start_matches(['0', '_']);
            let is_decimal = found
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'_');
            if is_decimal && zeros != found && !zeros.is_empty() {
                let label = format!("write `{zeros}`");
                return fail(span, format!("{} has a leading zero", quoted(found)), label);
            }
            let label = "a number has digits only; a text needs quotes";
            return fail(span, format!("{} is not a number", quoted(found)), label);
        }
        match found.split_once(['"', '\'']) {
            Some((before, "")) => fail(
                span,
                "a string without its opening quote",
                in_quotes(before),
            ),
            Some((before, _)) if !before.contains(' ') && found.ends_with('"') => {
                let end = span.start + before.len();
                fail(
                    &(span.start..end),
                    "unexpected text before the opening quote",
                    "remove it",
                )
            }
            _ => fail(span, "a string without quotes", in_quotes(found)),
        }
    }

    fn list(&mut self, open: &Token) -> Walked {
        self.at += 1;
        loop {
            let Some(token) = self.peek(true) else {
                return fail(&open.span, "a list without an end", "missing closing `]`");
            };
            match token.kind {
                TokenKind::RightSquareBracket => {
                    self.at += 1;
                    return Ok(());
                }
                TokenKind::Comma => {
                    return fail(&token.span, "a comma without a value", "remove it");
                }
                TokenKind::Equals | TokenKind::RightCurlyBracket => {
                    return fail(&open.span, "a list without an end", "missing closing `]`");
                }
                _ if self.has_own_key(token) => {
                    return fail(&open.span, "a list without an end", "missing closing `]`");
                }
                _ => self.value("", true)?,
            }
            self.separator(open, TokenKind::RightSquareBracket)?;
        }
    }

    fn table(&mut self, open: &Token) -> Walked {
        self.at += 1;
        let mut seen: Vec<&str> = Vec::new();
        loop {
            let Some(token) = self.peek(true) else {
                return fail(&open.span, "a table without an end", "missing closing `}`");
            };
            match token.kind {
                TokenKind::RightCurlyBracket => {
                    self.at += 1;
                    return Ok(());
                }
                TokenKind::Comma => {
                    return fail(&token.span, "a comma without a key", "remove it");
                }
                _ if !token.is_key() => {
                    return fail(
                        &token.span,
                        "expected a key",
                        "such as `name = \"Session Replaced\"`",
                    );
                }
                _ => {}
            }
            let key = self.inline_key(token)?;
            let path = &self.text[key.clone()];
            if seen.contains(&path) {
                return fail(
                    &key,
                    format!("{} is given twice", quoted(path)),
                    "keep one of the two",
                );
            }
            seen.push(path);
            self.value(path, true)?;
            self.separator(open, TokenKind::RightCurlyBracket)?;
        }
    }

    /// A key inside braces, and its `=`.
    fn inline_key(&mut self, first: &Token) -> Result<Span, Box<Explanation>> {
        let tokens = self.tokens;
        let mut end = first.span.end;
        let mut after_dot = false;
        while let Some(token) = tokens.get(self.at) {
            let found = self.text_of(token);
            if let Some(colon) = found.find(':').filter(|_| token.kind == TokenKind::Atom) {
                let at = token.span.start + colon;
                return Err(Box::new(error(&(at..at), "`:` after a key", "use `=`")));
            }
            let is_next = token.span.start > first.span.start && !after_dot && token.is_key();
            if is_next
                || !token.is_key()
                    && token.kind != TokenKind::Dot
                    && token.kind != TokenKind::Whitespace
            {
                break;
            }
            if token.is_string() {
                self.string(token)?;
            }
            if token.kind != TokenKind::Whitespace {
                end = token.span.end;
                after_dot = token.kind == TokenKind::Dot;
            }
            self.at += 1;
        }
        let key = first.span.start..end;
        if self.next_is(TokenKind::Equals) {
            return Ok(key);
        }
        let name = quoted(&self.text[key.clone()]);
        Err(Box::new(error(
            &key,
            format!("`=` is missing after {name}"),
            "write `=` and a value",
        )))
    }

    /// The comma after a value in brackets, or the bracket that closes them.
    fn separator(&mut self, open: &Token, closing: TokenKind) -> Walked {
        let Some(token) = self.peek(true) else {
            return Ok(());
        };
        if token.kind == closing {
            return Ok(());
        }
        if token.kind == TokenKind::Comma {
            self.at += 1;
            return Ok(());
        }
        if matches!(
            token.kind,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket
        ) {
            let expected = if closing == TokenKind::RightSquareBracket {
                "]"
            } else {
                "}"
            };
            let message = format!(
                "{} closes {}",
                quoted(self.text_of(token)),
                quoted(self.text_of(open))
            );
            return fail(&token.span, message, format!("use `{expected}`"));
        }
        let at = token.span.start;
        if self.text_of(token).starts_with(';') {
            return fail(&(at..at), "`;` between values", "use `,`");
        }
        if COMMENTS
            .iter()
            .any(|comment| self.text_of(token).starts_with(comment))
        {
            let span = self.rest(at);
            return fail(&span, "a comment of another language", "use `#`");
        }
        fail(&token.span, "a missing comma", "write `,` before this")
    }

    /// The end of the line.
    fn end(&mut self, what: &str) -> Walked {
        let Some(token) = self.peek(false) else {
            return Ok(());
        };
        let found = self.text_of(token);
        let start = token.span.start;
        if let Some(comment) = COMMENTS[..3]
            .iter()
            .find(|comment| found.starts_with(**comment))
        {
            let span = start..start + comment.len();
            return fail(
                &span,
                format!("`{comment}` does not start a comment"),
                "use `#`",
            );
        }
        if found.starts_with([',', ';']) && self.rest(start).len() == 1 {
            return fail(&token.span, format!("`{found}` after {what}"), "remove it");
        }
        let span = self.rest(start);
        if token.is_key() && self.has_own_key(token) {
            return fail(&span, "two keys on a line", "write this on a line below");
        }
        fail(&span, format!("unexpected text after {what}"), "remove it")
    }
}

/// A text in quotes, if it can be written in them as it is; nothing of it is lost.
fn in_quotes(text: &str) -> String {
    const MAX: usize = 60;
    if text.trim().is_empty() || text.contains(['"', '\\']) || text.len() > MAX {
        "put it in quotes".to_owned()
    } else {
        format!("write `\"{text}\"`")
    }
}

fn header_label(header: &str) -> String {
    let name = header.trim_matches(['[', ']', ' ', '.']);
    let (table, key) = name.split_once('.').unwrap_or((name, ""));
    match (table.trim(), key.trim().trim_matches(['"', '\''])) {
        ("codes", "") => "write `[codes]`".to_owned(),
        ("codes", key) if key::is_about_codes(key) => match key::parse(key) {
            Ok(_) if key.contains(',') => format!("write `[codes.\"{key}\"]`"),
            Ok(_) => format!("write `[codes.{key}]`"),
            Err(wrong) => wrong.label,
        },
        ("columns", key) if !key.is_empty() && !key.contains('"') => {
            let words: Vec<&str> = key.split_whitespace().collect();
            format!("write `[columns.{}]`", words.join("_"))
        }
        _ => "expected `[codes]`, `[codes.4000]` or `[columns.NAME]`".to_owned(),
    }
}

#[cfg(test)]
mod tests;
