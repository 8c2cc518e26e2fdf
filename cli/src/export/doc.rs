//! What a comment of documentation says → lines, which each language puts between its own marks.

use textwrap::{Options, WordSeparator, WordSplitter};

/// Paragraphs and lists, an empty line between them.
#[derive(Debug)]
pub(crate) struct Doc {
    width: usize,
    /// Makes a line harmless: it ends no comment.
    escape: fn(&str) -> String,
    pub(crate) lines: Vec<String>,
}

impl Doc {
    pub(crate) fn new(width: usize, escape: fn(&str) -> String) -> Self {
        Self {
            width,
            escape,
            lines: Vec::new(),
        }
    }

    /// Adds text that is one paragraph, whatever breaks are in it.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let lines = self.wrapped(text, "", "");
        if !lines.is_empty() {
            self.gap();
            self.lines.extend(lines);
        }
    }

    /// Adds a line right below the others.
    pub(crate) fn line(&mut self, start: &str, text: &str) {
        let lines = self.wrapped(text, start, "  ");
        self.lines.extend(lines);
    }

    /// Adds a list, if it has items.
    pub(crate) fn list(&mut self, items: &[String]) {
        if !items.is_empty() {
            self.gap();
        }
        for item in items {
            self.line("- ", item);
        }
    }

    /// Adds Markdown, line by line as it is.
    pub(crate) fn markdown(&mut self, text: &str) {
        self.gap();
        let lines = text.trim().lines();
        let lines = lines.map(|line| (self.escape)(line.trim_end()));
        self.lines.extend(lines);
    }

    pub(crate) fn gap(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }

    fn wrapped(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Vec::new();
        }
        let options = Options::new(self.width - first.len())
            .subsequent_indent(rest)
            .break_words(false)
            // A URL stays whole.
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(&text, options);
        let lines = lines.iter().enumerate().map(|(index, line)| {
            let start = if index == 0 { first } else { "" };
            format!("{start}{}", (self.escape)(line))
        });
        lines.collect()
    }
}
