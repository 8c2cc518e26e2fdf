//! Text of a table → text for a terminal: escaped, and wrapped without cutting a word.

use std::borrow::Cow;

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthChar;

/// The widest that text is set where nothing says how wide the terminal is.
const WIDTH: usize = 100;

/// Escapes control characters, and those that hide or reorder the text around them. A line break
/// stays, and a tab becomes spaces.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push('\n'),
            '\t' => out.push_str("    "),
            c if is_invisible(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// As [`visible`], with line breaks escaped too: a name or a title is one line.
pub(crate) fn on_one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n")
}

/// JSON in which invisible characters are escaped: they are in strings only, so it says the same.
pub(crate) fn visible_json(json: &serde_json::Value) -> String {
    let mut out = String::new();
    for c in json.to_string().chars() {
        if is_invisible(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                add!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Control characters, and those that reorder or hide the text around them.
///
/// U+200C and U+200D are not among them: Persian words and emoji are written with these.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{061C}' | '\u{00AD}' | '\u{180E}' | '\u{FEFF}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// The columns of the terminal: what `COLUMNS` says, else what the terminal does.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok();
    let said = said.and_then(|columns| columns.parse().ok());
    let width = said.filter(|&columns| columns > 0).or_else(|| {
        let (width, _) = terminal_size::terminal_size()?;
        Some(usize::from(width.0))
    });
    width.unwrap_or(WIDTH)
}

/// Lines of at most `width` columns, as far as no word is longer.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let lines = textwrap::wrap(text, options(width));
    lines.into_iter().map(Cow::into_owned).collect()
}

/// A paragraph of at most `width` columns; `first` is before its first line, `rest` before others.
pub(crate) fn paragraph(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = options(width).initial_indent(first).subsequent_indent(rest);
    textwrap::fill(text, options)
}

fn options<'i>(width: usize) -> Options<'i> {
    Options::new(width.max(1))
        .break_words(false)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
}

/// What is between spaces, and what may stand on its own in a language without them: an address
/// stays whole, because people click it.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut ends = Vec::new();
    let mut at = 0;
    for part in WordSeparator::UnicodeBreakProperties.find_words(line) {
        at += part.word.len() + part.whitespace.len();
        let last = part.word.chars().next_back();
        let next = line[at..].chars().next();
        let is_wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
        if !part.whitespace.is_empty() || is_wide(last) || is_wide(next) || next.is_none() {
            ends.push(at);
        }
    }
    let starts = std::iter::once(0).chain(ends.clone());
    let words = starts
        .zip(ends)
        .map(|(start, end)| Word::from(&line[start..end]));
    Box::new(words.collect::<Vec<_>>().into_iter())
}
