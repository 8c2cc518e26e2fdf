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
    /// The lists that the block is in.
    lists: Vec<List>,
    /// What comes before the block, if it begins an item.
    mark: Option<String>,
    is_code: bool,
}

struct List {
    /// The number of the next item, if they have numbers.
    next: Option<u64>,
    /// How far the text of an item is indented.
    width: usize,
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
                // Only HTML has line breaks, which are spaces.
                self.block.push_str(&on_one_line(&text.replace('\n', " ")));
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
            Event::Start(Tag::List(next)) => {
                self.end_block();
                self.lists.push(List { next, width: 0 });
            }
            Event::End(TagEnd::List(_)) => {
                self.end_block();
                self.lists.pop();
            }
            Event::Start(Tag::Item) => self.begin_item(),
            Event::End(TagEnd::Item) => {
                self.end_block();
                self.mark = None;
            }
            Event::Start(Tag::Paragraph | Tag::HtmlBlock)
                if self.lists.is_empty() && !self.text.is_empty() =>
            {
                self.text.push('\n');
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.end_block();
                self.is_code = true;
            }
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => {
                self.end_block();
            }
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        let mark = match list.next {
            Some(number) => format!("{number}. "),
            None => "- ".to_owned(),
        };
        list.next = list.next.map(|number| number + 1);
        list.width = mark.len();
        // An item may begin with a list.
        self.mark = Some(self.mark.take().unwrap_or_default() + &mark);
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
        let width: usize = self.lists.iter().map(|list| list.width).sum();
        let rest = format!("{}{:width$}", self.indent, "");
        let first = match self.mark.take() {
            Some(mark) => format!("{}{mark}", &rest[..rest.len() - mark.len()]),
            None => rest.clone(),
        };
        self.text
            .push_str(&paragraph(block.trim_end(), self.width, &first, &rest));
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::rendered;

    #[test]
    fn html_is_a_paragraph_and_items_keep_their_numbers() {
        let docs = "para\n\n<script>\nx</script>\n\n[l](http://e.x) <b\nc>\n\n\
                    9. nine\n10. ten\n    - inner text and more\n\n    rest\n11.\n12. - a\n\nend";
        let expected = [
            "para",
            "",
            "<script>",
            "x</script>",
            "",
            "l <http://e.x>",
            "<b c>",
            "9. nine",
            "10. ten",
            "    - inner text",
            "      and more",
            "    rest",
            "12. - a",
            "",
            "end",
        ];
        let expected = expected.map(|line| format!("  {line}").trim_end().to_owned() + "\n");
        let expected = expected.concat();
        assert_eq!(rendered(docs, 20, "  "), expected);
    }
}
