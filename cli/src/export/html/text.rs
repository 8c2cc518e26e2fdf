//! Texts of a table → HTML that shows them and nothing else.

use std::fmt::{self, Write as _};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Text as content of an element or of a quoted attribute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'t>(pub(super) &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // A parser of HTML reads it as a line feed.
                '\r' => f.write_str("&#13;")?,
                c if is_refused(c) => f.write_char(char::REPLACEMENT_CHARACTER)?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Whether HTML has no way to write a character.
fn is_refused(c: char) -> bool {
    c.is_control() && !"\t\n\r".contains(c)
}

/// Whether a text is an address that a link may lead to.
pub(in crate::export) fn is_link(text: &str) -> bool {
    let is_address = |c: char| c.is_ascii_graphic() || !c.is_ascii() && c.is_alphanumeric();
    (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(is_address)
}

/// The Markdown of `docs` as HTML; HTML inside it is shown as text, and images as their description.
pub(super) fn markdown(source: &str) -> String {
    let mut links = Vec::new();
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES);
    let events = parser.filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            links.push(is_link(dest_url));
            is_link(dest_url).then_some(event)
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(event),
        // Its place in the page is below all headings of the page.
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(heading())),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(heading().to_end())),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        event => Some(event),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out.replace(is_refused, "\u{FFFD}")
}

fn heading() -> Tag<'static> {
    Tag::Heading {
        level: HeadingLevel::H4,
        id: None,
        classes: Vec::new(),
        attrs: Vec::<(CowStr<'static>, Option<CowStr<'static>>)>::new(),
    }
}
