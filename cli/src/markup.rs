//! Markdown of a table's `docs` → text for a terminal.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::output::BOLD;
use crate::text::{on_one_line, paragraph};

/// Paragraphs and lists of at most `width` columns, each line after `indent`.
pub(crate) fn rendered(markdown: &str, width: usize, indent: &str) -> String {
    let mut out = Blocks {
        width,
        indent,
        ..Blocks::default()
    };
    for event in Parser::new(markdown) {
        out.add(event);
    }
    out.end_block();
    out.text
}

/// What has been rendered, and the block that is being read.
#[derive(Default)]
struct Blocks<'i> {
    width: usize,
    indent: &'i str,
    text: String,
    block: String,
    /// Where the links lead that are open.
    links: Vec<String>,
    /// How many lists the block is in, and whether it begins an item.
    depth: usize,
    begins_item: bool,
    is_code: bool,
}

impl Blocks<'_> {
    fn add(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.is_code => {
                for line in text.lines() {
                    add!(self.text, "{}    {}\n", self.indent, on_one_line(line));
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.block.push_str(&on_one_line(&text));
            }
            Event::Code(code) => add!(self.block, "`{}`", on_one_line(&code)),
            Event::SoftBreak => self.block.push(' '),
            Event::Start(Tag::Strong | Tag::Heading { .. }) => {
                add!(self.block, "{BOLD}");
            }
            Event::End(TagEnd::Strong) => add!(self.block, "{BOLD:#}"),
            Event::End(TagEnd::Heading(_)) => {
                add!(self.block, "{BOLD:#}");
                self.end_block();
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.links.push(dest_url.to_string());
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.end_link(),
            Event::Start(Tag::List(_)) => {
                self.end_block();
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.end_block();
                self.depth -= 1;
            }
            Event::Start(Tag::Item) => self.begins_item = true,
            Event::Start(Tag::Paragraph) if self.depth == 0 && !self.text.is_empty() => {
                self.text.push('\n');
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.end_block();
                self.is_code = true;
            }
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => self.end_block(),
            _ => {}
        }
    }

    /// Writes where the link leads, unless its text is that.
    fn end_link(&mut self) {
        let Some(link) = self.links.pop() else {
            return;
        };
        if !self.block.ends_with(&link) {
            add!(self.block, " <{}>", on_one_line(&link));
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if block.is_empty() {
            return;
        }
        let indent = format!(
            "{}{}",
            self.indent,
            "  ".repeat(self.depth.saturating_sub(1))
        );
        let (first, rest) = match (self.depth, self.begins_item) {
            (0, _) => (indent.clone(), indent),
            (_, true) => (format!("{indent}- "), format!("{indent}  ")),
            (_, false) => (format!("{indent}  "), format!("{indent}  ")),
        };
        self.begins_item = false;
        self.text
            .push_str(&paragraph(&block, self.width, &first, &rest));
        self.text.push('\n');
    }
}
