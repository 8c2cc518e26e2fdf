//! A statement that is not TOML → what is wrong with it, in the words of this format.
//!
//! The explanation is found by reading the tokens once more, not in the parser's error.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use toml::de::DeValue;

use crate::diagnostic::{is_invisible, quoted};
use crate::key::{self, Advice};
use crate::report::{Span, Spanned};
use crate::statement::TokenKind::{
    Atom, Comma, Comment, Dot, Equals, LeftCurlyBracket, LeftSquareBracket, Newline,
    RightCurlyBracket, RightSquareBracket, Whitespace,
};
use crate::statement::{self, Kind, Statement, Token};

/// What is wrong, and what to write in its place.
#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) label: String,
}

/// Quotes of texts and of Markdown, which are not those of TOML.
const CURLY: [char; 15] = [
    '“', '”', '„', '‟', '‘', '’', '«', '»', '`', '＂', '＇', '「', '」', '『', '』',
];

/// What starts a comment in other languages, apart from `//` and `/*`, which have tokens.
const COMMENTS: [&str; 2] = ["--", ";"];

/// Brackets within brackets, of which a table needs three, and parts of a key.
const MAX_DEPTH: usize = 16;

/// Explains a statement that the parser refuses.
pub(crate) fn statement(text: &str, statement: &Statement<'_>) -> Explanation {
    let mut walk = Walk {
        text,
        tokens: statement.tokens,
        at: 0,
        depth: 0,
        body: statement.body(),
    };
    let walked = walk.check_chars().and_then(|()| match statement.kind {
        Kind::Header { end } => walk.header(end, statement),
        _ => walk.key_value(statement),
    });
    let unknown = || {
        let (message, label) = if statement.keys.len() > MAX_DEPTH {
            (
                "a key has too many parts",
                "a table needs no more than four",
            )
        } else {
            ("this line is not TOML", "expected a key, `=` and a value")
        };
        fail(walk.body.clone(), message, label)
    };
    *walked
        .and_then(|()| unknown())
        .expect_err("all that is refused has a reason")
}

/// JSON or YAML in place of a table.
pub(crate) fn other_format(text: &str, statements: &[Statement<'_>]) -> Option<Explanation> {
    let mut lines = statements.iter().filter(|line| line.kind != Kind::Blank);
    let first = lines.next()?;
    let body = &text[first.body()];
    let is_mapping = first.kind == Kind::Other && (body.contains(": ") || body.ends_with(':'));
    let is_json = body == "[" || body.trim_start_matches(['[', ' ']).starts_with('{');
    let format = if is_json {
        "JSON"
    } else if (body == "---" || is_mapping)
        && lines.all(|line| line.kind != Kind::KeyValue && !line.is_header())
    {
        "YAML"
    } else {
        return None;
    };
    let label = "expected TOML, such as `4000 = \"Session Replaced\"` below `[codes]`";
    let explanation = fail(first.body(), format!("this is {format}, not TOML"), label);
    explanation.err().map(|explanation| *explanation)
}

/// The last statement of a merge conflict that begins with this one.
pub(crate) fn end_of_merge_conflict(
    text: &str,
    statements: &[Statement<'_>],
    first: usize,
) -> Option<usize> {
    let mut lines = statements
        .iter()
        .map(|statement| &text[statement.body()])
        .skip(first);
    lines.next().filter(|line| line.starts_with("<<<<<<<"))?;
    let last = lines.position(|line| line.starts_with(">>>>>>>"));
    Some(last.map_or(first, |last| first + 1 + last))
}

/// Nothing, or the first thing that is wrong.
type Walked = Result<(), Box<Explanation>>;

fn fail(span: Span, message: impl Into<String>, label: impl Into<String>) -> Walked {
    Err(Box::new(Explanation {
        span,
        message: message.into(),
        label: label.into(),
    }))
}

struct Walk<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// How many brackets are open.
    depth: usize,
    body: Span,
}

impl<'a> Walk<'a> {
    /// Refuses a part of the text, which stands for `{}` in the message.
    fn refuse(&self, span: Span, message: &str, label: impl Into<String>) -> Walked {
        let found = quoted(&self.text[span.clone()]);
        fail(span, message.replace("{}", &found), label)
    }

    fn text_of(&self, token: &Token) -> &'a str {
        &self.text[token.span.clone()]
    }

    /// The next token that is not space, and inside brackets not a line end either.
    fn peek(&mut self, is_inside: bool) -> Option<&'a Token> {
        let is_space = |token: &&Token| {
            matches!(token.kind, Whitespace | Comment) || is_inside && token.kind == Newline
        };
        self.at += self.tokens[self.at..].iter().take_while(is_space).count();
        self.tokens.get(self.at)
    }

    fn next_is_equals(&mut self) -> bool {
        let is = self.peek(false).is_some_and(|token| token.kind == Equals);
        self.at += usize::from(is);
        is
    }

    /// The tokens after an offset.
    fn after(&self, from: usize) -> &'a [Token] {
        let before = self.tokens.partition_point(|token| token.span.end <= from);
        &self.tokens[before..]
    }

    /// From an offset to the end of its line, without a comment.
    fn rest(&self, from: usize) -> Span {
        let rest = self.after(from).iter();
        let line = rest.take_while(|token| !matches!(token.kind, Newline | Comment));
        let end = line.filter(|token| !token.is_gap()).last();
        from..end.map_or(from, |token| token.span.end)
    }

    /// Comments of other languages, and characters that TOML does not allow in comments or outside
    /// strings, such as the spaces of web pages.
    fn check_chars(&self) -> Walked {
        for token in self.tokens {
            let is_comment = token.kind == Comment;
            if is_comment {
                self.check_comment(token.span.start, &["//", "/*"])?;
            }
            let is_wrong = |c: char| match token.kind {
                Comment => c.is_ascii_control() && c != '\t',
                Atom => c.is_control() || c.is_whitespace() || c == '\u{FEFF}',
                _ => false,
            };
            let mut chars = self.text_of(token).char_indices();
            let Some((at, c)) = chars.find(|(_, c)| is_wrong(*c)) else {
                continue;
            };
            let at = token.span.start + at;
            let message = match c {
                '\u{FEFF}' => "a byte order mark in the middle of the file",
                _ if is_comment => "a control character in a comment",
                _ if c.is_whitespace() => {
                    let message = format!("U+{:04X} is not an ordinary space", u32::from(c));
                    return fail(at..at, message, "use a plain space");
                }
                _ => "a control character outside a string",
            };
            return fail(at..at, message, "remove it");
        }
        Ok(())
    }

    fn header(&mut self, end: Option<usize>, statement: &Statement<'_>) -> Walked {
        let is_malformed = self.malformed_bare_key(statement).is_some();
        let Some(end) = end.filter(|_| !is_malformed) else {
            let start = self.body.start;
            let whole = end.map_or_else(|| self.rest(start), |end| start..end);
            let label = header_label(&self.text[whole.clone()]);
            return self.refuse(whole, "{} is not a header", label);
        };
        self.check_strings(statement)?;
        self.at = self.tokens.partition_point(|token| token.span.start < end);
        self.end("the header")
    }

    fn key_value(&mut self, statement: &Statement<'_>) -> Walked {
        let start = self.body.start;
        let Some(equals) = self.tokens.iter().position(|token| self.ends_key(token)) else {
            let line = self.rest(start);
            self.check_start(&line)?;
            return self.without_equals(line, statement);
        };
        let last = self.tokens[..equals].iter().rfind(|token| !token.is_gap());
        let key = start..last.map_or(start, |token| token.span.end);
        self.check_start(&key)?;
        if key.is_empty() {
            return fail(
                start..start,
                "a value without a key",
                "write a key before `=`",
            );
        }
        if statement.kind != Kind::KeyValue {
            return self.malformed_key(key, equals);
        }
        self.check_keys(statement)?;
        self.at = equals + 1;
        if self.next_is_equals() {
            let span = self.tokens[equals].span.start..self.tokens[self.at - 1].span.end;
            return fail(span, "more than one `=`", "use one `=`");
        }
        self.value(&self.text[key], false)?;
        self.end("the value")
    }

    /// What may stand at the beginning of a line elsewhere.
    fn check_start(&self, key: &Span) -> Walked {
        self.check_comment(key.start, &COMMENTS)?;
        let line = &self.text[key.start..];
        let marker = if line.starts_with("=======") {
            self.rest(key.start)
        } else if line.starts_with(">>>>>>>") {
            key.clone()
        } else {
            return Ok(());
        };
        fail(marker, "a merge conflict marker", "resolve the conflict")
    }

    fn check_comment(&self, at: usize, comments: &[&str]) -> Walked {
        let mut comments = comments.iter();
        match comments.find(|comment| self.text[at..].starts_with(**comment)) {
            Some(comment) => {
                let span = at..at + comment.len();
                self.refuse(span, "{} does not start a comment", "use `#`")
            }
            None => Ok(()),
        }
    }

    fn check_colon(&self, key: &Span) -> Walked {
        let is_part = |token: &&Token| token.kind == Atom && token.span.start < key.end;
        let mut atoms = self.after(key.start).iter().filter(is_part);
        let find = |token: &Token| Some(token.span.start + self.text_of(token).find(':')?);
        match atoms.find_map(find) {
            Some(at) => fail(at..at, "`:` after a key", "use `=`"),
            None => Ok(()),
        }
    }

    /// Keys that are strings may lack a quote or have a wrong escape.
    fn check_strings(&self, statement: &Statement<'_>) -> Walked {
        let mut strings = statement.key_tokens().filter(|token| token.is_string());
        strings.try_for_each(|token| self.string(token))
    }

    fn check_keys(&self, statement: &Statement<'_>) -> Walked {
        self.check_strings(statement)?;
        match self.malformed_bare_key(statement) {
            Some(span) => self.malformed_key(span, self.tokens.len()),
            None => Ok(()),
        }
    }

    /// A key without quotes that needs some, with those before it.
    fn malformed_bare_key(&self, statement: &Statement<'_>) -> Option<Span> {
        let is_bare = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        let mut keys = statement.key_tokens();
        let is_wrong = |key: &&Token| !key.is_string() && !self.text_of(key).chars().all(is_bare);
        let wrong = keys.find(is_wrong)?;
        Some(statement.keys[0].span.start..wrong.span.end)
    }

    /// Something before `=` that is not a key.
    fn malformed_key(&self, place: Span, equals: usize) -> Walked {
        let found = &self.text[place.clone()];
        let starts_key = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '"');
        let mut dots = found.match_indices('.').map(|(at, _)| at);
        let dot = dots.find(|dot| starts_key(&found[dot + 1..]));
        let (row, rest) = found.split_at(dot.unwrap_or(found.len()));
        match (correct(row), key::parse(row)) {
            _ if row.starts_with(['"', '\'']) => {}
            (Ok(key), parsed) if key != row => {
                let comma = "a key with a comma needs quotes".to_owned();
                let message = parsed.map_or_else(|wrong| wrong.message, |_| comma);
                return fail(place, message, format!("write `{key}{rest}`"));
            }
            (Err(advice), Err(wrong)) if key::is_about_codes(row) && !found.contains(':') => {
                return fail(place, wrong.message, advice.label());
            }
            _ => {}
        }
        self.check_colon(&place)?;
        let mut value = self.tokens.iter().skip(equals + 1);
        let first = value.find(|token| !token.is_gap());
        let number = first.map(|token| self.text_of(token));
        let is_name = !found.contains(['.', '"']);
        let label = match number.filter(|number| is_name && key::parse(number).is_ok()) {
            Some(number) => format!("write `{number} = \"{found}\"`"),
            None => "use only ASCII letters, digits, `_` and `-`".to_owned(),
        };
        self.refuse(place, "{} is not a key", label)
    }

    /// A line without `=`.
    fn without_equals(&self, line: Span, statement: &Statement<'_>) -> Walked {
        self.check_colon(&line)?;
        self.check_strings(statement)?;
        let first = self.tokens.iter().find(|token| !token.is_gap());
        if let Some(key) =
            first.filter(|token| token.is_string() && self.text_of(token).contains('='))
        {
            let label = format!("missing closing `{}` before `=`", key.delimiter());
            return fail(key.span.clone(), "unterminated quoted key", label);
        }
        if !statement.keys.is_empty() {
            let name = key_span(&statement.keys);
            if name.end == line.end {
                return self.refuse(name, "{} has no value", "write `=` and a value after it");
            }
            let value = self.text[name.end..line.end].trim_start();
            if value.starts_with(['"', '\'', '{', '[']) {
                let name = &self.text[name];
                let message = format!("`=` is missing after {}", quoted(name));
                return fail(line, message, format!("write `{name} = …`"));
            }
        }
        let label = "expected a line such as `4000 = \"Session Replaced\"`";
        self.refuse(line, "expected a key and a value, found {}", label)
    }

    /// A value; `is_inside` brackets, where it ends with a comma or a bracket too.
    fn value(&mut self, key: &str, is_inside: bool) -> Walked {
        let missing = |place: Span| {
            let message = format!("{} has no value", quoted(key));
            fail(place, message, "expected a value after `=`")
        };
        let Some(token) = self.peek(is_inside) else {
            return missing(self.body.end..self.body.end);
        };
        let span = token.span.clone();
        let start = span.start;
        if self.text[..start].ends_with('=') && self.text[start..].starts_with('>') {
            return fail(start - 1..start + 1, "`=>` after a key", "use `=`");
        }
        match token.kind {
            LeftSquareBracket | LeftCurlyBracket if self.depth >= MAX_DEPTH => {
                fail(span, "brackets are nested too deeply", "close some of them")
            }
            LeftSquareBracket | LeftCurlyBracket => {
                self.depth += 1;
                self.brackets(token)?;
                self.depth -= 1;
                Ok(())
            }
            Comma | RightCurlyBracket | RightSquareBracket | Equals | Newline => missing(span),
            _ if token.is_string() => {
                self.string(token)?;
                self.at += 1;
                self.after_string(token, is_inside)
            }
            _ => {
                // In a list a comma is what it seems to be.
                if !key.is_empty() {
                    self.check_groups(token)?;
                }
                self.bare(token, is_inside)
            }
        }
    }

    /// A number with commas between groups of three digits.
    fn check_groups(&self, first: &Token) -> Walked {
        let is_digits = |token: &Token| self.text_of(token).bytes().all(|b| b.is_ascii_digit());
        let pairs = self.tokens[self.at + 1..].chunks_exact(2);
        let groups = pairs.take_while(|pair| {
            pair[0].kind == Comma && pair[1].span.len() == 3 && is_digits(&pair[1])
        });
        let Some(last) = groups.last().filter(|_| is_digits(first)) else {
            return Ok(());
        };
        let span = first.span.start..last[1].span.end;
        let label = format!("write `{}`", self.text[span.clone()].replace(',', "_"));
        self.refuse(span, "{} is not a number", label)
    }

    /// A string: its quotes, escapes and characters.
    fn string(&self, token: &Token) -> Walked {
        let found = self.text_of(token);
        let start = token.span.start;
        let delimiter = token.delimiter();
        if !token.is_closed(self.text) {
            let found = found.trim_end();
            let last = found.chars().next_back().filter(|c| CURLY.contains(c));
            let label = match last {
                Some(last) => {
                    let last = quoted(&last.to_string());
                    format!("use `{delimiter}` instead of {last}")
                }
                None if delimiter.len() == 1 && self.goes_on(token) => {
                    "text of several lines needs `\"\"\"` at both ends".to_owned()
                }
                None => format!("missing closing `{delimiter}`"),
            };
            return fail(start..start + found.len(), "unterminated string", label);
        }
        let is_control = |c: char| c.is_control() && !"\t\r\n".contains(c);
        if let Some(at) = found.find(is_control) {
            let message = "a control character in a string";
            return fail(start + at..start + at, message, "remove it");
        }
        if let Err(error) = DeValue::parse(found) {
            let at = error.span().map_or(0, |span| span.start);
            let backslash = found[..at.min(found.len())].rfind('\\').unwrap_or(0);
            let escape = found[backslash..].chars().take(2).map(char::len_utf8);
            let span = start + backslash..start + backslash + escape.sum::<usize>();
            let (message, label) = match &self.text[span.clone()] {
                "\\x" | "\\u" | "\\U" => (
                    "{} needs the hexadecimal digits of a character",
                    "write two after `\\x`, four after `\\u`, eight after `\\U`, or `\\\\` for a backslash",
                ),
                "\\'" | "\\`" | "\\/" => ("{} is not an escape", "remove the backslash"),
                _ => (
                    "{} is not an escape",
                    "write `\\\\` for a backslash, or put the string in single quotes",
                ),
            };
            return self.refuse(span, message, label);
        }
        Ok(())
    }

    /// Whether the line after an unterminated string has no statement of its own.
    fn goes_on(&self, token: &Token) -> bool {
        let next = self.text[token.span.end..].lines().nth(1);
        next.map(str::trim).is_some_and(|next| {
            let is_other = next.contains('=') || next.starts_with(['[', ']', '}', '#', '"', '\'']);
            !next.is_empty() && !is_other
        })
    }

    /// What follows a string that has its closing quote.
    fn after_string(&mut self, string: &Token, is_inside: bool) -> Walked {
        let Some(next) = self.peek(false) else {
            return Ok(());
        };
        let is_text = next.kind == Atom || next.is_string() && !is_inside;
        let found = self.text_of(next);
        let is_comment = COMMENTS.iter().any(|comment| found.starts_with(comment));
        if !is_text || is_comment || self.has_own_key(next.span.start) {
            return Ok(());
        }
        let delimiter = string.delimiter();
        if next.kind == Atom && self.text_of(string).contains('=') {
            let label = format!("missing closing `{delimiter}` before the next key");
            return fail(string.span.clone(), "unterminated string", label);
        }
        let label = if next.is_string() {
            "remove it"
        } else if delimiter.starts_with('"') {
            "write `\\\"` for each quote inside the string"
        } else {
            "put the string in double quotes"
        };
        let message = "unexpected text after the closing quote";
        fail(self.rest(next.span.start), message, label)
    }

    /// Whether it is the `=` after a key, not that of `4000..=4099`.
    fn ends_key(&self, token: &Token) -> bool {
        let is_after_dots = self.text[..token.span.start].ends_with("..");
        let next = self.text[token.span.end..].chars().next();
        let is_in_span = is_after_dots && next.is_some_and(|c| c.is_ascii_digit());
        token.kind == Equals && !is_in_span
    }

    /// Whether a key and `=` begin after an offset.
    fn has_own_key(&self, from: usize) -> bool {
        let rest = self.after(from).iter().filter(|token| !token.is_gap());
        let is_part = |token: &&Token| token.is_key() || token.kind == Dot;
        let parts = rest.clone().take_while(is_part).count();
        let after = rest.clone().nth(parts);
        parts > 0 && after.is_some_and(|token| token.kind == Equals)
    }

    /// A value without quotes or brackets, as far as it goes.
    fn bare(&mut self, first: &Token, is_inside: bool) -> Walked {
        let ends = |token: &&Token| match token.kind {
            Newline | Comment => true,
            Comma | RightSquareBracket | RightCurlyBracket => is_inside,
            _ => false,
        };
        let rest = self.tokens[self.at..].iter();
        let value = rest.take_while(|token| !ends(token));
        self.at += value.clone().count();
        let last = value
            .clone()
            .filter(|token| token.kind != Whitespace)
            .last();
        let start = first.span.start;
        let whole = start..last.map_or(first.span.end, |token| token.span.end);
        let is_sound = |span: &Span| DeValue::parse(&self.text[span.clone()]).is_ok();
        if is_sound(&whole) {
            return Ok(());
        }
        // A sound value before something else: `true // comment`, or `true;` in one token.
        let word = value.take_while(|token| !matches!(token.kind, Whitespace | Comma));
        let word = start..word.last().map_or(whole.end, |token| token.span.end);
        let semicolon = self.text[word.clone()].find(';').map(|at| start + at);
        let end = semicolon.unwrap_or(word.end);
        if !is_sound(&(start..end)) {
            return self.unquoted(whole);
        }
        if semicolon.is_some() && is_inside {
            return fail(end..end, "`;` between values", "use `,`");
        } else if semicolon.is_some() {
            return self.unexpected(end, "the value");
        }
        self.at = self.tokens.partition_point(|token| token.span.end <= end);
        Ok(())
    }

    /// Something that is not a number, boolean or string.
    fn unquoted(&self, span: Span) -> Walked {
        let found = &self.text[span.clone()];
        // The closing quote may be straight already.
        let is_opened = found.starts_with(CURLY);
        let end = found.strip_suffix(['"', '\'']).filter(|_| is_opened);
        let straight = end.unwrap_or(found).trim_matches(CURLY);
        if straight != found && (is_opened || !straight.contains(CURLY)) {
            return self.refuse(span, "{} is not in straight quotes", in_quotes(straight));
        }
        let lower = found.to_ascii_lowercase();
        let (message, label) = match lower.as_str() {
            "true" | "false" => ("{} is not a boolean", format!("write `{lower}`")),
            "yes" | "no" | "on" | "off" => {
                ("{} is not a boolean", "use `true` or `false`".to_owned())
            }
            "null" | "nil" | "none" | "undefined" => {
                let label = format!("remove this line; TOML has no {}", quoted(found));
                ("{} is not a value", label)
            }
            _ if found.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => {
                not_a_number(found)
            }
            _ => match found.split_once(['"', '\'']) {
                Some((before, "")) => ("a string without its opening quote", in_quotes(before)),
                Some((before, _)) if !before.contains(' ') && found.ends_with('"') => {
                    let span = span.start..span.start + before.len();
                    return fail(
                        span,
                        "unexpected text before the opening quote",
                        "remove it",
                    );
                }
                _ => ("a string without quotes", in_quotes(found)),
            },
        };
        self.refuse(span, message, label)
    }

    /// A list or an inline table.
    fn brackets(&mut self, open: &Token) -> Walked {
        let is_list = open.kind == LeftSquareBracket;
        let (what, closing) = if is_list {
            ("list", "]")
        } else {
            ("table", "}")
        };
        let unclosed = || {
            let label = format!("missing closing `{closing}`");
            fail(open.span.clone(), format!("unclosed {what}"), label)
        };
        let mut seen = BTreeSet::new();
        self.at += 1;
        loop {
            let Some(token) = self.peek(true) else {
                return unclosed();
            };
            let span = token.span.clone();
            self.check_comment(span.start, &COMMENTS)?;
            match token.kind {
                _ if self.text_of(token) == closing => {
                    self.at += 1;
                    return Ok(());
                }
                Comma => return fail(span, "unexpected comma", "remove it"),
                Equals | RightCurlyBracket if is_list => return unclosed(),
                _ if is_list && self.has_own_key(span.start) => return unclosed(),
                _ if is_list => self.value("", true)?,
                _ if !token.is_key() => {
                    return fail(
                        span,
                        "expected a key",
                        "such as `name = \"Session Replaced\"`",
                    );
                }
                _ => {
                    let keys = self.inline_keys(token)?;
                    self.check_conflict(&keys, &mut seen)?;
                    self.value(&self.text[key_span(&keys)], true)?;
                }
            }
            self.separator(open, closing)?;
        }
    }

    /// The keys of a pair inside braces, up to its `=`.
    fn inline_keys(&mut self, first: &Token) -> Result<Vec<Spanned<String>>, Box<Explanation>> {
        let is_part = |token: &&Token| match token.kind {
            Dot | Whitespace => true,
            _ => token.is_key() || token.kind == Equals && !self.ends_key(token),
        };
        let rest = &self.tokens[self.at..];
        let len = rest.iter().take_while(is_part).count();
        let has_equals = rest.get(len).is_some_and(|token| token.kind == Equals);
        let tokens = &rest[..len + usize::from(has_equals)];
        let pair = statement::statement(self.text, first.span.clone(), tokens);
        let last = rest[..len].iter().rfind(|token| !token.is_gap());
        let whole = first.span.start..last.map_or(first.span.end, |token| token.span.end);
        if pair.kind == Kind::KeyValue {
            self.check_keys(&pair)?;
        } else if has_equals && !first.is_string() {
            self.malformed_key(whole, self.at + len)?;
        } else {
            self.check_strings(&pair)?;
            self.check_colon(&whole)?;
            let message = "`=` is missing after {}";
            self.refuse(key_span(&pair.keys), message, "write `=` and a value")?;
        }
        self.at += len + 1;
        Ok(pair.keys)
    }

    /// Refuses a key that already has a value or keys in the same braces.
    fn check_conflict(&self, keys: &[Spanned<String>], seen: &mut BTreeSet<Vec<String>>) -> Walked {
        let path: Vec<String> = keys.iter().map(|key| key.value.clone()).collect();
        // No path in the set starts with another, so one in conflict is next to this in their order.
        let before = seen.range::<Vec<String>, _>(..=&path).next_back();
        let after = seen.range::<Vec<String>, _>(&path..).next();
        let is_part = |other: &&Vec<String>| path.starts_with(other) || other.starts_with(&path);
        let Some(other) = before.into_iter().chain(after).find(is_part) else {
            seen.insert(path);
            return Ok(());
        };
        let shared = &keys[..path.len().min(other.len())];
        let is_description = shared.last().is_some_and(|key| key.value == "description");
        let what = match path.len().cmp(&other.len()) {
            Ordering::Less => "already has keys",
            Ordering::Equal => "is given twice",
            Ordering::Greater => "already has a value",
        };
        let name = quoted(&self.text[key_span(shared)]);
        let label = if path == *other {
            "keep one of the two".to_owned()
        } else if is_description {
            "give each text a language, as in `description.en`".to_owned()
        } else {
            format!("write all of {name} in one place")
        };
        fail(key_span(keys), format!("{name} {what}"), label)
    }

    /// The comma after a value in brackets, or the bracket that closes them.
    fn separator(&mut self, open: &Token, closing: &str) -> Walked {
        let Some(token) = self.peek(true) else {
            return Ok(());
        };
        let found = self.text_of(token);
        let span = token.span.clone();
        let at = span.start;
        match found {
            "," => self.at += 1,
            _ if found == closing => {}
            "]" | "}" => {
                let message = format!("{{}} closes {}", quoted(self.text_of(open)));
                return self.refuse(span, &message, format!("use `{closing}`"));
            }
            _ if found.starts_with(';') => {
                return fail(at..at, "`;` between values", "use `,`");
            }
            _ => {
                self.check_comment(at, &COMMENTS[..1])?;
                return fail(span, "missing comma", "add `,` before this");
            }
        }
        Ok(())
    }

    /// The end of the line.
    fn end(&mut self, what: &str) -> Walked {
        match self.peek(false) {
            Some(token) => self.unexpected(token.span.start, what),
            None => Ok(()),
        }
    }

    /// Refuses what follows a value or a header on its line.
    fn unexpected(&self, start: usize, what: &str) -> Walked {
        self.check_comment(start, &COMMENTS[..1])?;
        let rest = self.rest(start);
        let found = &self.text[rest.clone()];
        let after = found.trim_start_matches([',', ';']);
        let separator = start..rest.end - after.len();
        if after.is_empty() {
            let message = format!("unexpected {{}} after {what}");
            return self.refuse(rest, &message, "remove it");
        }
        let message = format!("unexpected text after {what}");
        let has_own_key = self.has_own_key(separator.end);
        if what == "the header" && (has_own_key || found.starts_with('[')) {
            fail(rest, message, "move this to the next line")
        } else if !has_own_key {
            fail(rest, message, "remove it")
        } else if separator.is_empty() {
            fail(rest, "two keys on one line", "move this to its own line")
        } else {
            let found = quoted(&self.text[separator.clone()]);
            let label = format!("replace {found} with a line break");
            fail(separator, "two keys on one line", label)
        }
    }
}

fn not_a_number(found: &str) -> (&'static str, String) {
    let zeros = found.trim_start_matches(['0', '_']);
    let is_decimal = found
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'_');
    if is_decimal && zeros != found && !zeros.is_empty() {
        return ("{} has a leading zero", format!("write `{zeros}`"));
    }
    let label = "use only digits, or quotes for text".to_owned();
    ("{} is not a number", label)
}

/// A text in quotes, if it can be written in them as it is; nothing of it is lost.
fn in_quotes(text: &str) -> String {
    const MAX: usize = 60;
    let is_special = |c| is_invisible(c) || c == '"' || c == '\\';
    if text.trim().is_empty() || text.contains(is_special) || text.len() > MAX {
        "put it in quotes".to_owned()
    } else {
        format!("write `\"{text}\"`")
    }
}

/// From the first of some keys to the last.
pub(crate) fn key_span(keys: &[Spanned<String>]) -> Span {
    let start = keys.first().map_or(0, |key| key.span.start);
    start..keys.last().map_or(start, |key| key.span.end)
}

/// The key of a row as it should stand in the table.
pub(crate) fn correct(found: &str) -> Result<String, Advice> {
    let key = found.trim().trim_matches(CURLY).trim_matches(['"', '\'']);
    let thousands = key.split_once([' ', ',']).filter(|(_, end)| end.len() == 3);
    let code = thousands.map(|(start, end)| format!("{start}{end}"));
    let code = code.filter(|code| key::parse(code).is_ok());
    let key = code.unwrap_or_else(|| key.replace(':', "-"));
    let key = match key::parse(&key).map_err(|wrong| wrong.advice) {
        Ok(_) => key,
        Err(Advice::Write(key)) => key,
        Err(advice) => return Err(advice),
    };
    Ok(key::as_key(&key).trim_matches('`').to_owned())
}

fn header_label(header: &str) -> String {
    let name = header.trim_matches(['[', ']', ' ', '.']);
    let (table, key) = name.split_once('.').unwrap_or((name, ""));
    let key = key.trim().trim_matches(CURLY).trim_matches(['"', '\'']);
    let header = match (table.trim(), key) {
        ("codes", "") => "codes".to_owned(),
        ("codes", key) if key::is_about_codes(key) => match correct(key) {
            Ok(key) => format!("codes.{key}"),
            Err(advice) => return advice.label(),
        },
        ("columns", key) if !key.is_empty() && !key.contains('"') => {
            let words: Vec<&str> = key.split_whitespace().collect();
            format!("columns.{}", words.join("_"))
        }
        _ => return "expected `[codes]`, `[codes.4000]` or `[columns.NAME]`".to_owned(),
    };
    format!("write `[{header}]`")
}

#[cfg(test)]
mod tests;
