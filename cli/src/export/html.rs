//! One self-contained page that shows a table to people.

mod picture;
mod text;
mod words;

use std::fmt::{self, Write as _};

use close_codes_codegen::{CodeSpan, Column, ColumnType, Fallback, Value};

pub(super) use self::text::is_link;
use self::text::{Text, markdown};
use self::words::Word;
use super::model::{Model, ModelCode, ModelEntry, ModelRange, Values};
use super::{Input, spans};
use crate::table::{is_browser_sendable, is_sendable};

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// The only script that the page may run, even if a text were to get out of its element.
const SCRIPT_HASH: &str = "sha256-YFMd3OQzIixmmC65F44E8PzwA75MDvhO1rmBXAlMLqM=";

/// Hundreds of the number line that are open at first.
const FEW: usize = 8;

#[allow(clippy::unnecessary_wraps)] // as the other formats
pub(crate) fn render(input: &Input<'_>) -> Result<String, String> {
    let model = Model::new(input);
    let mut page = Page {
        input,
        is_chinese: is_chinese(model.languages[0]),
        title: input
            .about
            .title
            .as_deref()
            .unwrap_or_else(|| file_name(input.path)),
        model: &model,
        out: String::new(),
    };
    page.document();
    Ok(page.out)
}

struct Page<'m> {
    input: &'m Input<'m>,
    model: &'m Model<'m>,
    title: &'m str,
    /// The language of the page's own words before anybody chooses one.
    is_chinese: bool,
    out: String,
}

/// What a number has in a column; several for the numbers of a range.
type Shown<'m> = Vec<(Option<&'m Value>, Vec<CodeSpan>)>;

impl Page<'_> {
    fn put(&mut self, text: fmt::Arguments<'_>) {
        self.out.write_fmt(text).expect("a string takes all");
    }

    fn document(&mut self) {
        // Only `>` can end a comment.
        let header = self.model.header.replace('>', "&gt;");
        let language = if self.is_chinese { "zh-CN" } else { "en" };
        let (title, kind) = (Text(self.title), self.plain(words::KIND));
        self.put(format_args!(
            "<!doctype html>\n\
             <!-- {header} -->\n\
             <html lang=\"{language}\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} · {kind}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <style>\n{STYLE}</style>\n\
             <script>{SCRIPT}</script>\n\
             </head>\n\
             <body>\n",
        ));
        self.element("a class=\"skip\" href=\"#codes\"", words::SKIP);
        self.top();
        self.out.push_str("<main>\n");
        self.line();
        self.codes();
        self.ranges();
        self.columns();
        let header = Text(&self.model.header).to_string();
        self.put(format_args!(
            "</main>\n<footer><p lang=\"en\" dir=\"auto\">{header}</p></footer>\n</body>\n</html>\n"
        ));
    }

    /// A word of the page in the language that it starts with.
    fn plain(&self, word: Word) -> &'static str {
        if self.is_chinese { word.zh } else { word.en }
    }

    /// The same as an element that the script can put into the other language.
    fn element(&mut self, tag: &str, word: Word) {
        let name = tag.split(' ').next().unwrap_or(tag);
        let (text, Word { en, zh }) = (Text(self.plain(word)), word);
        self.put(format_args!(
            "<{tag} data-en=\"{}\" data-zh=\"{}\">{text}</{name}>",
            Text(en),
            Text(zh)
        ));
    }

    fn word(&mut self, word: Word) {
        self.element("span", word);
    }

    /// A text in all its languages, of which the script leaves one.
    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = (&'t str, &'t str)>) {
        self.out.push_str("<div class=\"texts\">");
        for (language, text) in texts {
            let (language, text) = (Text(language), Text(text));
            self.put(format_args!(
                "<p lang=\"{language}\" dir=\"auto\">{text}</p>"
            ));
        }
        self.out.push_str("</div>");
    }

    /// A text of the table in no known language.
    fn bdi(&mut self, text: &str) {
        self.put(format_args!("<bdi>{}</bdi>", Text(text)));
    }

    fn link_or_text(&mut self, text: &str) {
        if is_link(text) {
            let text = Text(text);
            self.put(format_args!(
                "<a href=\"{text}\" rel=\"noreferrer\">{text}</a>"
            ));
        } else {
            self.bdi(text);
        }
    }

    /// What the table is, and the settings of the page.
    fn top(&mut self) {
        let about = self.input.about;
        self.out
            .push_str("\n<header>\n<div class=\"settings\" hidden>\n");
        if self.model.languages.len() > 1 {
            self.out.push_str("<label>");
            self.word(words::LANGUAGE);
            self.out.push_str("<select id=\"language\">");
            for language in &self.model.languages {
                let language = Text(language);
                self.put(format_args!(
                    "<option value=\"{language}\">{language}</option>"
                ));
            }
            self.out.push_str("</select></label>\n");
        }
        self.out.push_str("<label>");
        self.word(words::THEME);
        self.out.push_str("<select id=\"theme\">");
        for (value, word) in [
            ("", words::AUTO),
            ("light", words::LIGHT),
            ("dark", words::DARK),
        ] {
            self.element(&format!("option value=\"{value}\""), word);
        }
        self.out.push_str("</select></label>\n</div>\n");
        self.element("p class=\"kind\"", words::KIND);
        let title = Text(self.title);
        self.put(format_args!("\n<h1 dir=\"auto\">{title}</h1>\n"));
        if let Some(first) = self.input.table.description() {
            // That of the default language comes first.
            let mut texts: Vec<_> = about
                .texts
                .iter()
                .map(|(l, t)| (l.as_str(), t.as_str()))
                .collect();
            texts.sort_by_key(|&(_, text)| text != first);
            self.out.push_str("<div class=\"lead\">");
            self.texts(texts);
            self.out.push_str("</div>\n");
        }
        if let Some(reference) = &about.reference {
            self.out.push_str("<p class=\"source\">");
            self.word(words::SOURCE);
            self.out.push_str(": ");
            self.link_or_text(reference);
            if let Some(date) = &about.checked {
                let date = Text(date);
                self.out.push_str(", ");
                self.word(words::CHECKED);
                self.put(format_args!(" <time>{date}</time>"));
            }
            self.out.push_str("</p>\n");
        }
        self.out.push_str("</header>\n");
    }

    /// The number line, and a closer look at its hundreds.
    fn line(&mut self) {
        let model = self.model;
        self.out.push_str("<section aria-labelledby=\"line\">\n");
        self.element("h2 id=\"line\"", words::LINE);
        self.out.push_str("\n<figure>\n");
        let ranges = model.ranges.iter();
        let ranges =
            ranges.map(|range| format!("{} {}", spans::shown(range.spans), range.entry.name));
        let label = format!("0–65535: {}", ranges.collect::<Vec<_>>().join("; "));
        picture::overview(&mut self.out, model, &label);
        self.element("figcaption", words::LINE_NOTE);
        self.out.push_str("</figure>\n");
        let hundreds = picture::hundreds(model);
        if !hundreds.is_empty() {
            let open = if hundreds.len() > FEW { "" } else { " open" };
            self.put(format_args!("<details class=\"closer\"{open}>"));
            self.element("summary", words::CLOSER);
            self.legend();
            for span in hundreds {
                let codes = model.codes.iter().filter(|code| span.contains(code.number));
                let codes = codes.map(|code| format!("{} {}", code.number, code.entry.name));
                let label = codes.collect::<Vec<_>>().join("; ");
                self.put(format_args!("\n<div class=\"hundred\"><span>{span}</span>"));
                picture::hundred(&mut self.out, model, span, &label);
                self.out.push_str("</div>");
            }
            self.out.push_str("</details>\n");
        }
        self.out.push_str("</section>\n");
    }

    /// Which color stands for which advice.
    fn legend(&mut self) {
        let mut found: Vec<&str> = Vec::new();
        for code in &self.model.codes {
            let advice = advice(self.model, &code.values);
            if !found.contains(&advice) {
                found.push(advice);
            }
        }
        self.out.push_str("<ul class=\"legend\">");
        for advice in values(self.model, "reconnect") {
            if found.contains(&advice.as_str()) {
                self.put(format_args!("<li><i class=\"{}\"></i>", Text(advice)));
                self.value("reconnect", advice);
                self.out.push_str("</li>");
            }
        }
        self.out.push_str("</ul>\n");
    }

    /// The value of an enum column in words, if there are any for it.
    fn value(&mut self, column: &str, value: &str) {
        match words::value(column, value) {
            Some(word) => self.word(word),
            None => self.bdi(value),
        }
    }

    fn codes(&mut self) {
        self.out.push_str("<section aria-labelledby=\"codes\">\n");
        self.element("h2 id=\"codes\"", words::CODES);
        self.filter();
        self.out
            .push_str("<table role=\"table\" id=\"code-table\">\n");
        self.head(words::CODES, words::CODE);
        for code in &self.model.codes {
            self.code(code);
        }
        self.out.push_str("</tbody>\n</table>\n</section>\n");
    }

    /// The form that hides rows; the script shows it.
    fn filter(&mut self) {
        self.out
            .push_str("\n<form class=\"filter\" role=\"search\" hidden>\n<label class=\"grow\">");
        self.word(words::SEARCH);
        let Word { en, zh } = words::SEARCH_HINT;
        let hint = self.plain(words::SEARCH_HINT);
        self.put(format_args!(
            "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"{hint}\" data-en-placeholder=\"{en}\" data-zh-placeholder=\"{zh}\"></label>\n"
        ));
        for (column, id, word) in [
            ("sender", "sender", words::SENDER),
            ("reconnect", "advice", words::ADVICE),
        ] {
            let values = values(self.model, column);
            if values.is_empty() {
                continue;
            }
            self.out.push_str("<label>");
            self.word(word);
            self.put(format_args!("<select id=\"{id}\">"));
            self.element("option value=\"\"", words::ALL);
            for value in values {
                let tag = format!("option value=\"{}\"", Text(value));
                match words::value(column, value) {
                    Some(word) => self.element(&tag, word),
                    None => self.put(format_args!("<{tag}>{}</option>", Text(value))),
                }
            }
            self.out.push_str("</select></label>\n");
        }
        let is_custom = |code: &ModelCode| code.entry.is_custom;
        let mut codes = self.model.codes.iter();
        if codes.clone().any(is_custom) && !codes.all(is_custom) {
            self.out.push_str(
                "<label class=\"check\"><input id=\"standard\" type=\"checkbox\" checked>",
            );
            self.word(words::STANDARD);
            self.out.push_str("</label>\n");
        }
        self.element("button type=\"reset\"", words::CLEAR);
        let (count, within, nothing) = (words::COUNT, words::IN_RANGE, words::NOTHING);
        self.put(format_args!(
            "\n<p id=\"status\" role=\"status\" data-count-en=\"{}\" data-count-zh=\"{}\" data-within-en=\"{}\" data-within-zh=\"{}\" data-nothing-en=\"{}\" data-nothing-zh=\"{}\"></p>\n</form>\n",
            count.en, count.zh, within.en, within.zh, nothing.en, nothing.zh,
        ));
    }

    fn head(&mut self, caption: Word, numbers: Word) {
        self.element("caption class=\"unseen\"", caption);
        self.out
            .push_str("\n<thead role=\"rowgroup\"><tr role=\"row\">");
        for word in [
            numbers,
            words::NAME,
            words::MEANING,
            words::SENDER,
            words::ADVICE,
        ] {
            self.element("th role=\"columnheader\" scope=\"col\"", word);
        }
        self.out
            .push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    }

    fn code(&mut self, code: &ModelCode<'_>) {
        let number = code.number;
        let (sender, advice) = (
            value_of(self.model, &code.values, "sender"),
            advice(self.model, &code.values),
        );
        self.put(format_args!(
            "<tr role=\"row\" id=\"code-{number}\"{} data-numbers=\"{number}\" data-sender=\"{}\" data-advice=\"{}\">",
            if code.entry.is_custom { " data-custom" } else { "" },
            Text(sender),
            Text(advice)
        ));
        self.put(format_args!(
            "<th role=\"rowheader\" scope=\"row\"><a href=\"#code-{number}\">{number}</a></th>"
        ));
        self.name(&code.entry, code.deprecated.is_some());
        self.out.push_str("<td role=\"cell\" class=\"meaning\">");
        self.texts(code.entry.texts.iter().copied());
        if let Some(deprecated) = code.deprecated {
            self.out.push_str("<p class=\"deprecated\">");
            self.element("strong", words::DEPRECATED);
            self.out.push_str(": ");
            self.bdi(deprecated);
            self.out.push_str("</p>");
        }
        self.out.push_str("<details>");
        self.summary(&number.to_string());
        self.out.push_str("<dl>");
        if !code.aliases.is_empty() {
            self.term(words::ALIASES);
            for (i, alias) in code.aliases.iter().enumerate() {
                let comma = if i > 0 { ", " } else { "" };
                self.put(format_args!("{comma}<bdi data-find>{}</bdi>", Text(alias)));
            }
            self.out.push_str("</dd>");
        }
        if let Some(reason) = code.reason {
            self.term(words::REASON);
            self.put(format_args!("<bdi data-find>{}</bdi></dd>", Text(reason)));
        }
        self.common(&code.entry, &each(&code.values, &[]));
        for (word, holds) in [
            (words::ON_WIRE, is_sendable(self.input.table, number)),
            (words::IN_BROWSER, is_browser_sendable(number)),
        ] {
            self.term(word);
            self.word(if holds { words::YES } else { words::NO });
            self.out.push_str("</dd>");
        }
        self.out.push_str("</dl>");
        self.docs(&code.entry);
        self.out.push_str("</details></td>");
        for (column, value) in [("sender", sender), ("reconnect", advice)] {
            self.out.push_str("<td role=\"cell\" class=\"tag\">");
            self.tag(column, value);
            self.out.push_str("</td>");
        }
        self.out.push_str("</tr>\n");
    }

    fn name(&mut self, entry: &ModelEntry<'_>, is_deprecated: bool) {
        let (name, variant) = (Text(entry.name), Text(entry.variant));
        let class = if is_deprecated {
            " class=\"struck\""
        } else {
            ""
        };
        self.put(format_args!(
            "<td role=\"cell\" class=\"name\"><bdi{class} data-find>{name}</bdi><code data-find>{variant}</code></td>"
        ));
    }

    /// The summary of a row's details, named after the row.
    fn summary(&mut self, of: &str) {
        self.out.push_str("<summary>");
        self.word(words::MORE);
        self.put(format_args!(
            "<span class=\"unseen\"> {}</span></summary>",
            Text(of)
        ));
    }

    fn term(&mut self, word: Word) {
        self.element("dt", word);
        self.out.push_str("<dd>");
    }

    /// Range, columns other than those of the table's head, and reference.
    fn common(&mut self, entry: &ModelEntry<'_>, values: &[Shown<'_>]) {
        let model = self.model;
        if let Some(range) = entry.range {
            self.term(words::RANGE);
            let around =
                std::iter::successors(Some(range), |&range| model.ranges[range].entry.range);
            let mut around: Vec<usize> = around.collect();
            around.reverse();
            for (i, range) in around.into_iter().enumerate() {
                let entry = &model.ranges[range].entry;
                let arrow = if i > 0 { " › " } else { "" };
                self.put(format_args!(
                    "{arrow}<a href=\"#range-{}\"><bdi>{}</bdi></a>",
                    Text(entry.variant),
                    Text(entry.name)
                ));
            }
            self.out.push_str("</dd>");
        }
        for (column, shown) in model.columns.iter().zip(values) {
            if !is_in_head(column) && !shown.is_empty() {
                let name = Text(&column.name);
                self.put(format_args!("<dt><code>{name}</code></dt><dd>"));
                self.shown(column, shown);
                self.out.push_str("</dd>");
            }
        }
        if let Some(reference) = entry.reference {
            self.term(words::REFERENCE);
            self.link_or_text(reference);
            self.out.push_str("</dd>");
        }
    }

    /// The values of a column, with the numbers of each if there are several.
    fn shown(&mut self, column: &Column, shown: &Shown<'_>) {
        for (i, (value, spans)) in shown.iter().enumerate() {
            if i > 0 {
                self.out.push_str("<br>");
            }
            match value {
                None => self.element("span class=\"none\"", words::NONE),
                Some(Value::Bool(true)) => self.word(words::YES),
                Some(Value::Bool(false)) => self.word(words::NO),
                Some(Value::Integer(number)) => self.put(format_args!("{number}")),
                Some(Value::String(text)) if is_in_head(column) => self.tag(&column.name, text),
                Some(Value::String(text)) => self.bdi(text),
            }
            if shown.len() > 1 {
                let numbers = spans::shown(spans);
                self.put(format_args!(" <small>({numbers})</small>"));
            }
        }
    }

    fn tag(&mut self, column: &str, value: &str) {
        self.put(format_args!("<span class=\"tag {}\">", Text(value)));
        self.value(column, value);
        self.out.push_str("</span>");
    }

    fn docs(&mut self, entry: &ModelEntry<'_>) {
        if let Some(docs) = entry.docs {
            let docs = markdown(docs);
            self.put(format_args!(
                "<div class=\"docs\" dir=\"auto\">{docs}</div>"
            ));
        }
    }

    fn ranges(&mut self) {
        if self.model.ranges.is_empty() {
            return;
        }
        self.out.push_str("<section aria-labelledby=\"ranges\">\n");
        self.element("h2 id=\"ranges\"", words::RANGES);
        self.out
            .push_str("<table role=\"table\" id=\"range-table\">\n");
        self.head(words::RANGES, words::NUMBERS);
        for range in &self.model.ranges {
            self.range(range);
        }
        self.out.push_str("</tbody>\n</table>\n</section>\n");
    }

    fn range(&mut self, range: &ModelRange<'_>) {
        let model = self.model;
        let mut values: Vec<Shown> = vec![Vec::new(); model.columns.len()];
        for unnamed in &range.unnamed {
            for (shown, value) in values.iter_mut().zip(each(&unnamed.values, &unnamed.spans)) {
                for (value, spans) in value {
                    match shown.iter_mut().find(|(other, _)| *other == value) {
                        Some((_, all)) => all.extend(spans),
                        None => shown.push((value, spans)),
                    }
                }
            }
        }
        let depth =
            std::iter::successors(range.entry.range, |&range| model.ranges[range].entry.range);
        let depth = depth.count().min(3);
        let variant = Text(range.entry.variant);
        let numbers = range
            .spans
            .iter()
            .map(|span| format!("{}-{}", span.first(), span.last()));
        let numbers = numbers.collect::<Vec<_>>().join(" ");
        let list = |wanted: &str| {
            let position = model
                .columns
                .iter()
                .position(|column| column.name == wanted);
            let shown = position.into_iter().flat_map(|position| &values[position]);
            let found = shown.filter_map(|(value, _)| match value {
                Some(Value::String(text)) => Some(text.as_str()),
                _ => None,
            });
            found.collect::<Vec<_>>().join(" ")
        };
        let (sender, advice) = (list("sender"), list("reconnect"));
        let is_tall = model
            .columns
            .iter()
            .zip(&values)
            .any(|(column, shown)| is_in_head(column) && shown.len() > 1);
        let tall = if is_tall { " tall" } else { "" };
        self.put(format_args!(
            "<tr role=\"row\" id=\"range-{variant}\" class=\"depth-{depth}{tall}\" data-numbers=\"{numbers}\" data-sender=\"{}\" data-advice=\"{}\">",
            Text(&sender),
            Text(&advice)
        ));
        let numbers = spans::shown(range.spans);
        self.put(format_args!(
            "<th role=\"rowheader\" scope=\"row\"><a href=\"#range-{variant}\">{numbers}</a></th>"
        ));
        self.name(&range.entry, false);
        self.out.push_str("<td role=\"cell\" class=\"meaning\">");
        self.texts(range.entry.texts.iter().copied());
        self.out.push_str("<details>");
        self.summary(range.entry.name);
        self.out.push_str("<dl>");
        self.common(&range.entry, &values);
        self.out.push_str("</dl>");
        self.docs(&range.entry);
        self.out.push_str("</details></td>");
        for column in ["sender", "reconnect"] {
            self.out.push_str("<td role=\"cell\" class=\"tag\">");
            let mut columns = model.columns.iter().zip(&values);
            if let Some((column, shown)) = columns.find(|(found, _)| found.name == column) {
                self.shown(column, shown);
            }
            self.out.push_str("</td>");
        }
        self.out.push_str("</tr>\n");
    }

    fn columns(&mut self) {
        let model = self.model;
        self.out.push_str("<section aria-labelledby=\"columns\">\n");
        self.element("h2 id=\"columns\"", words::COLUMNS);
        self.out.push_str("\n<dl class=\"columns\">\n");
        for column in model.columns {
            let name = Text(&column.name);
            self.put(format_args!("<dt><code>{name}</code></dt><dd>"));
            if !column.description.is_empty() {
                self.put(format_args!(
                    "<p dir=\"auto\">{}</p>",
                    Text(&column.description)
                ));
            }
            self.out.push_str("<p>");
            self.word(words::TYPE);
            self.out.push_str(": ");
            match &column.column_type {
                ColumnType::Bool => self.out.push_str("<code>bool</code>"),
                ColumnType::Integer(integer) => {
                    self.put(format_args!("<code>{}</code>", integer.name()));
                }
                ColumnType::String => self.out.push_str("<code>string</code>"),
                ColumnType::Enum(values) => {
                    for (i, value) in values.iter().enumerate() {
                        let comma = if i > 0 { ", " } else { "" };
                        self.put(format_args!(
                            "{comma}<code><bdi>{}</bdi></code>",
                            Text(value)
                        ));
                    }
                }
            }
            match &column.fallback {
                Fallback::Default(value) => {
                    self.out.push_str(" · ");
                    self.word(words::DEFAULT);
                    let value = match value {
                        Value::Bool(value) => value.to_string(),
                        Value::Integer(number) => number.to_string(),
                        Value::String(text) => text.clone(),
                    };
                    self.put(format_args!(": <code><bdi>{}</bdi></code>", Text(&value)));
                }
                Fallback::Optional => {
                    self.out.push_str(" · ");
                    self.word(words::OPTIONAL);
                }
                Fallback::Required => {}
            }
            self.out.push_str("</p></dd>\n");
        }
        self.out.push_str("</dl>\n</section>\n");
    }
}

/// Whether the tables of codes and ranges have a column for it.
fn is_in_head(column: &Column) -> bool {
    column.name == "sender" || column.name == "reconnect"
}

/// The values of an enum column.
fn values<'m>(model: &Model<'m>, column: &str) -> &'m [String] {
    match model.columns.iter().find(|found| found.name == column) {
        Some(Column {
            column_type: ColumnType::Enum(values),
            ..
        }) => values,
        _ => &[],
    }
}

/// The value that an enum column has, or nothing.
fn value_of<'v>(model: &Model<'_>, values: &[Option<&'v Value>], column: &str) -> &'v str {
    let mut columns = model.columns.iter().zip(values);
    match columns.find(|(found, _)| found.name == column) {
        Some((_, Some(Value::String(value)))) => value,
        _ => "",
    }
}

/// What a client should do after a code with these values.
fn advice<'v>(model: &Model<'_>, values: &[Option<&'v Value>]) -> &'v str {
    value_of(model, values, "reconnect")
}

fn each<'m>(values: &Values<'m>, spans: &[CodeSpan]) -> Vec<Shown<'m>> {
    let values = values.iter();
    values.map(|&value| vec![(value, spans.to_vec())]).collect()
}

pub(super) fn file_name(path: &str) -> &str {
    let object = path.strip_prefix("git:");
    let object = object.and_then(|object| object.split_once(':'));
    let path = object.map_or(path, |(_, path)| path);
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn is_chinese(language: &str) -> bool {
    let first = language.split('-').next().unwrap_or_default();
    first.eq_ignore_ascii_case("zh")
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use sha2::{Digest as _, Sha256};

    #[test]
    fn the_page_runs_this_script_and_no_other() {
        let hash = BASE64_STANDARD.encode(Sha256::digest(super::SCRIPT));
        assert_eq!(super::SCRIPT_HASH, format!("sha256-{hash}"));
        assert!(!super::SCRIPT.contains("</script") && !super::SCRIPT.contains("<!--"));
        assert!(!super::STYLE.contains("</style"));
    }
}
