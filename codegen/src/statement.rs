//! The text of a table → statements: headers, keys with their values, and lines that are neither.
//!
//! This is the only place that lexes TOML. Statements tile the text, whatever is wrong in it.

use toml_parser::Source;
pub(crate) use toml_parser::lexer::TokenKind;

use crate::report::{Span, Spanned};

/// A line, with those after it that brackets or a string of several lines take in.
#[derive(Debug)]
pub(crate) struct Statement<'t> {
    /// From its first byte to that of the next statement.
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// The keys that it starts with, decoded: `codes` and `4000` of `[codes.4000]`.
    pub(crate) keys: Vec<Spanned<String>>,
    /// All but the line end.
    pub(crate) tokens: &'t [Token],
    /// The index of the header that it is below; that of a header is its own.
    pub(crate) section: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing, or a comment.
    Blank,
    /// `[…]`, or what seems to be one; `end` is the byte after it, if it is closed.
    Header { end: Option<usize> },
    /// One or more keys and `=`.
    KeyValue,
    /// Neither.
    Other,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Span,
}

impl Token {
    /// Whether it is nothing but space, a line end or a comment.
    pub(crate) fn is_gap(&self) -> bool {
        use TokenKind::{Comment, Newline, Whitespace};
        matches!(self.kind, Whitespace | Newline | Comment)
    }

    /// Whether it may be a key.
    pub(crate) fn is_key(&self) -> bool {
        use TokenKind::{Atom, BasicString, LiteralString};
        matches!(self.kind, Atom | BasicString | LiteralString)
    }

    pub(crate) fn is_string(&self) -> bool {
        use TokenKind::{BasicString, LiteralString, MlBasicString, MlLiteralString};
        matches!(
            self.kind,
            BasicString | LiteralString | MlBasicString | MlLiteralString
        )
    }

    /// The quotes at both ends of a string.
    pub(crate) fn delimiter(&self) -> &'static str {
        match self.kind {
            TokenKind::LiteralString => "'",
            TokenKind::MlBasicString => "\"\"\"",
            TokenKind::MlLiteralString => "'''",
            _ => "\"",
        }
    }

    /// Whether a string has its closing quotes.
    pub(crate) fn is_closed(&self, text: &str) -> bool {
        let delimiter = self.delimiter();
        let body = &text[self.span.start + delimiter.len()..self.span.end];
        let Some(content) = body.strip_suffix(delimiter) else {
            return false;
        };
        let backslashes = content.bytes().rev().take_while(|&byte| byte == b'\\');
        delimiter.starts_with('\'') || backslashes.count() % 2 == 0
    }

    fn decoded(&self, text: &str) -> String {
        let token = Source::new(&text[self.span.clone()]).lex().next();
        let source = Source::new(&text[self.span.clone()]);
        let mut decoded = String::new();
        if let Some(raw) = token.and_then(|token| source.get(token)) {
            raw.decode_key(&mut decoded, &mut ());
        }
        decoded
    }
}

impl<'t> Statement<'t> {
    /// The tokens of its keys.
    pub(crate) fn key_tokens(&self) -> impl Iterator<Item = &'t Token> + use<'t> {
        let last = self.keys.last().map_or(0, |key| key.span.end);
        let tokens = self.tokens.iter();
        let before = tokens.take_while(move |token| token.span.end <= last);
        before.filter(|token| token.is_key())
    }

    /// The part between the spaces and the line end around it.
    pub(crate) fn body(&self) -> Span {
        let is_body = |token: &&Token| !token.is_gap();
        let first = self.tokens.iter().find(is_body);
        let last = self.tokens.iter().rfind(is_body);
        match (first, last) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            _ => self.span.start..self.span.start,
        }
    }

    pub(crate) fn is_header(&self) -> bool {
        matches!(self.kind, Kind::Header { .. })
    }
}

/// The statements of a text, in order, from its tokens.
pub(crate) fn statements<'t>(text: &str, tokens: &'t [Token]) -> Vec<Statement<'t>> {
    let mut statements = Vec::new();
    let mut section = None;
    let mut rest = tokens;
    let mut start = 0;
    while start < text.len() {
        let (tokens, after) = rest.split_at(end(rest));
        rest = after.get(1..).unwrap_or_default();
        let end = rest.first().map_or(text.len(), |token| token.span.start);
        let mut statement = statement(text, start..end, tokens);
        if statement.is_header() {
            section = Some(statements.len());
        }
        statement.section = section;
        statements.push(statement);
        assert!(start < end, "a statement has at least a line end");
        start = end;
    }
    statements
}

/// The tokens of a text. An unclosed string of several lines ends with its first line, and `//` and
/// `/*` start a comment, as in other languages.
pub(crate) fn lex(text: &str) -> Vec<Token> {
    use TokenKind::{Atom, Comment, Eof, MlBasicString, MlLiteralString, Newline};
    let mut tokens: Vec<Token> = Vec::new();
    let last_comment_end = text.rfind("*/").unwrap_or(0);
    let mut rest = Some(0);
    // A round for each comment, and at most three more: what opens a second such string would have
    // closed the first, so there is one of each kind.
    while let Some(from) = rest.take() {
        for token in Source::new(&text[from..]).lex() {
            let span = from + token.span().start()..from + token.span().end();
            let mut token = Token {
                kind: token.kind(),
                span,
            };
            if matches!(token.kind, MlBasicString | MlLiteralString) && !token.is_closed(text) {
                let line = text[token.span.clone()].find('\n');
                token.span.end = line.map_or(text.len(), |line| token.span.start + line);
                rest = Some(token.span.end);
            }
            let start = token.span.start;
            let after = &text[start..];
            if token.kind == Atom && (after.starts_with("//") || after.starts_with("/*")) {
                let is_block = after.starts_with("/*") && start + 2 <= last_comment_end;
                let block = is_block
                    .then(|| after[2..].find("*/"))
                    .flatten()
                    .map(|at| at + 4);
                // The lexer skips a byte order mark where it starts.
                let block = block.filter(|&end| !after[end..].starts_with('\u{FEFF}'));
                let len = block.or_else(|| after.find(['\r', '\n']));
                token.kind = Comment;
                token.span.end = len.map_or(text.len(), |len| start + len);
                rest = Some(token.span.end);
            }
            // An unterminated string takes in the first half of CR LF.
            if token.is_string() && text[..token.span.end].ends_with('\r') {
                token.span.end -= usize::from(text[token.span.end..].starts_with('\n'));
            }
            if token.kind == Newline {
                token.span.start = tokens.last().map_or(0, |before| before.span.end);
            }
            if token.kind != Eof {
                tokens.push(token);
            }
            if rest.is_some() {
                break;
            }
        }
    }
    tokens
}

/// How many tokens the first statement has, without its line end.
fn end(tokens: &[Token]) -> usize {
    let line = line_end(tokens, 0);
    let first = tokens
        .iter()
        .find(|token| token.kind != TokenKind::Whitespace);
    let is_header = first.is_some_and(|token| token.kind == TokenKind::LeftSquareBracket);
    let equals = tokens[..line]
        .iter()
        .position(|token| token.kind == TokenKind::Equals);
    match equals {
        Some(equals) if !is_header => value_end(tokens, equals),
        _ => line,
    }
}

fn line_end(tokens: &[Token], from: usize) -> usize {
    let rest = tokens[from..].iter();
    let line = rest.take_while(|token| token.kind != TokenKind::Newline);
    from + line.count()
}

/// Where a value whose `=` is at `from` ends: with its line, or with that of its last bracket.
///
/// A bracket that is never closed ends where a line cannot go on with what it holds. After a bracket
/// at the end of a line, an indented line can: a comma is missing.
fn value_end(tokens: &[Token], from: usize) -> usize {
    use TokenKind::{
        Comma, Comment, Dot, Equals, LeftCurlyBracket, LeftSquareBracket, Newline,
        RightCurlyBracket, RightSquareBracket, Whitespace,
    };
    let opens = |kind| matches!(kind, LeftCurlyBracket | LeftSquareBracket);
    let closes = |kind| matches!(kind, RightCurlyBracket | RightSquareBracket);
    let ends_line = |at: usize| {
        let mut after = tokens[at + 1..].iter();
        let next = after.find(|token| !matches!(token.kind, Whitespace | Comment));
        next.is_none_or(|token| token.kind == Newline)
    };
    // Each with whether its line ends after it.
    let mut open: Vec<(TokenKind, bool)> = Vec::new();
    let mut before = Equals;
    // The first line end after that token, and the one that brackets took in last.
    let (mut line, mut last_line) = (None, None);
    for (at, token) in tokens.iter().enumerate().skip(from) {
        if token.kind == Newline && open.is_empty() {
            return at;
        }
        if token.is_gap() {
            line = line.or((token.kind == Newline).then_some(at));
            continue;
        }
        let next = token.kind;
        if let Some(line) = line.take() {
            let mut after = tokens[at + 1..].iter().filter(|token| !token.is_gap());
            let is_key = |token: &Token| matches!(token.kind, Equals | Dot);
            // The parser takes line ends around the `=` of a pair in braces.
            let is_value = before == Equals && !opens(next) && !after.next().is_some_and(is_key);
            let is_indented = tokens[at - 1].kind == Whitespace;
            let lacks_comma = is_indented && open.last().is_some_and(|&(_, is_last)| is_last);
            let goes_on = before == Comma || opens(before) || is_value || lacks_comma;
            if !goes_on && !closes(next) && !matches!(next, Comma | Equals) {
                return line;
            }
            last_line = Some(line);
        }
        match next {
            Equals
                if open
                    .last()
                    .is_some_and(|&(kind, _)| kind == LeftSquareBracket) =>
            {
                return last_line.unwrap_or_else(|| line_end(tokens, at));
            }
            _ if opens(next) => open.push((next, ends_line(at))),
            _ if closes(next) => drop(open.pop()),
            _ => {}
        }
        before = next;
    }
    line.unwrap_or(tokens.len())
}

/// The statement that these tokens are, or start with.
pub(crate) fn statement<'t>(text: &str, span: Span, tokens: &'t [Token]) -> Statement<'t> {
    use TokenKind::{Equals, LeftSquareBracket, RightSquareBracket};
    let is_space = |token: &&Token| token.kind == TokenKind::Whitespace;
    let is_body = |token: &&Token| !token.is_gap();
    let mut rest = tokens.iter().skip_while(is_space).peekable();
    let brackets = std::iter::from_fn(|| rest.next_if(|token| token.kind == LeftSquareBracket));
    let brackets = brackets.take(2).count();
    let mut keys = Vec::new();
    let ends_with_key = loop {
        while rest.next_if(is_space).is_some() {}
        let Some(key) = rest.next_if(|token| token.is_key()) else {
            break false;
        };
        keys.push(Spanned {
            value: key.decoded(text),
            span: key.span.clone(),
        });
        while rest.next_if(is_space).is_some() {}
        if rest.next_if(|token| token.kind == TokenKind::Dot).is_none() {
            break true;
        }
    };
    let last = tokens.iter().rfind(is_body).map(|token| token.kind);
    let kind = if last.is_none() {
        Kind::Blank
    } else if brackets > 0 {
        let mut closing = rest.take_while(|token| token.kind == RightSquareBracket);
        let end = closing.nth(brackets - 1).map(|token| token.span.end);
        Kind::Header {
            end: end.filter(|_| ends_with_key),
        }
    } else if ends_with_key && rest.peek().is_some_and(|token| token.kind == Equals) {
        Kind::KeyValue
    } else if last == Some(RightSquareBracket)
        && tokens
            .iter()
            .find(is_body)
            .is_some_and(|token| token.kind == TokenKind::Atom)
        && tokens.iter().all(|token| token.kind != Equals)
    {
        Kind::Header { end: None }
    } else {
        Kind::Other
    };
    Statement {
        span,
        kind,
        keys,
        tokens,
        section: None,
    }
}

#[cfg(test)]
mod tests;
