//! TOML → the rows of a table, each value with its place, every mistake of syntax, key and type collected.

use toml::de::{DeString, DeTable, DeValue};

use crate::column::Kind;
use crate::language::Language;
use crate::report::{Bytes, Mistake, Report, Spanned, list, quoted};
use crate::source::Source;
use crate::span::Span;
use crate::suggest::suggest;
use crate::syntax;
use crate::value::Value;

/// What a file says, row by row, before anything is known of other rows.
#[derive(Default)]
pub(crate) struct Document {
    pub(crate) default_language: Option<Spanned<Language>>,
    pub(crate) columns: Vec<ColumnRow>,
    pub(crate) ranges: Vec<RangeRow>,
    pub(crate) codes: Vec<CodeRow>,
}

/// `[columns.NAME]`
pub(crate) struct ColumnRow {
    pub(crate) name: Spanned<String>,
    pub(crate) kind: Option<Spanned<Kind>>,
    pub(crate) default: Option<Spanned<Value>>,
    pub(crate) optional: Option<Spanned<bool>>,
    pub(crate) description: Option<Spanned<String>>,
    pub(crate) has_type: bool,
    /// Whether no part of it that others go by is left out for a mistake.
    pub(crate) intact: bool,
}

/// What `[[range]]` and `[[code]]` share.
pub(crate) struct Row {
    pub(crate) header: Bytes,
    /// Whether no part of it that others go by is left out for a mistake.
    pub(crate) intact: bool,
    /// Whether there is a `name`, of whatever type.
    pub(crate) has_name: bool,
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) variant: Option<Spanned<String>>,
    pub(crate) description: Vec<Text>,
    pub(crate) docs: Option<Spanned<String>>,
    pub(crate) reference: Option<Spanned<String>>,
    pub(crate) allow_reserved: Option<Spanned<bool>>,
    /// Keys that are not the format's: columns, or mistakes.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// Whether an unknown key is probably this one, and is reported as such.
    pub(crate) fn has_misspelt(&self, key: &str) -> bool {
        let mut cells = self.cells.iter();
        cells.any(|cell| suggest(&cell.key.value, [key]).is_some())
    }

    pub(crate) fn allows_reserved(&self) -> bool {
        self.allow_reserved
            .as_ref()
            .is_some_and(|allowed| allowed.value)
    }
}

/// `[[range]]`
pub(crate) struct RangeRow {
    pub(crate) row: Row,
    /// Absent where the row overlays a range of the base; empty where all that it says is wrong.
    pub(crate) codes: Option<Spanned<Vec<Spanned<Span>>>>,
}

/// `[[code]]`
pub(crate) struct CodeRow {
    pub(crate) row: Row,
    pub(crate) code: Option<Spanned<u16>>,
    pub(crate) aliases: Vec<Spanned<String>>,
    pub(crate) reason: Option<Spanned<String>>,
    pub(crate) deprecated: Option<Spanned<String>>,
    pub(crate) replaces: Option<Spanned<String>>,
}

/// A description in one language; `None` is the table's default language.
pub(crate) struct Text {
    pub(crate) language: Option<Spanned<Language>>,
    pub(crate) text: Spanned<String>,
}

/// A value under a key that may be a column's.
pub(crate) struct Cell {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Spanned<Value>,
}

const TOP_KEYS: [&str; 4] = ["default_language", "columns", "range", "code"];
const COLUMN_KEYS: [&str; 4] = ["type", "default", "optional", "description"];
const ROW_KEYS: [&str; 6] = [
    "name",
    "variant",
    "description",
    "docs",
    "reference",
    "allow_reserved",
];
const RANGE_KEYS: [&str; 1] = ["codes"];
const CODE_KEYS: [&str; 5] = ["code", "aliases", "reason", "deprecated", "replaces"];

/// The keys of a kind of row, columns not among them.
pub(crate) fn row_keys(header: &str) -> Vec<&'static str> {
    let own: &[&str] = if header == "code" {
        &CODE_KEYS
    } else {
        &RANGE_KEYS
    };
    own.iter().chain(&ROW_KEYS).copied().collect()
}

/// Reads the rows of `source`.
pub(crate) fn document(source: &Source, report: &mut Report) -> Document {
    let text = source.text();
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Reader { text, report }.document(table.get_ref());
    }
    let mended = syntax::mend(text, &errors, report);
    let (table, _) = DeTable::parse_recoverable(&mended);
    Reader { text, report }.document(table.get_ref())
}

/// A key and its value, as the TOML parser has them.
type Entry<'a, 'i> = (Spanned<&'a str>, &'a toml::Spanned<DeValue<'i>>);

/// The parser keeps keys in the order of the alphabet; this is that of the file.
fn entries<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    let spanned = |key: &'a toml::Spanned<DeString<'i>>| Spanned {
        value: key.get_ref().as_ref(),
        span: key.span(),
    };
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| (spanned(key), value))
        .collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    entries
}

struct Reader<'r> {
    text: &'r str,
    report: &'r mut Report,
}

impl Reader<'_> {
    fn document(&mut self, table: &DeTable<'_>) -> Document {
        let mut document = Document::default();
        for (key, value) in entries(table) {
            match key.value {
                "default_language" => document.default_language = self.language(&key, value),
                "columns" => document.columns = self.columns(&key, value),
                "range" => {
                    for (header, row) in self.rows(&key, value) {
                        let range = self.range(header, row);
                        document.ranges.push(range);
                    }
                }
                "code" => {
                    for (header, row) in self.rows(&key, value) {
                        let code = self.code(header, row);
                        document.codes.push(code);
                    }
                }
                _ => {
                    if ["code", "range"]
                        .iter()
                        .any(|header| row_keys(header).contains(&key.value))
                    {
                        let message = format!("{} is a key of a row", quoted(key.value));
                        let label = "expected it below a `[[code]]` or a `[[range]]`";
                        self.report.error(&key.span, message, label);
                    } else {
                        self.unknown(&key, "the table", &TOP_KEYS);
                    }
                    self.report.leave_out(&value.span());
                }
            }
        }
        document
    }

    fn columns(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Vec<ColumnRow> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "tables such as `[columns.is_retryable]`");
            return Vec::new();
        };
        let columns = entries(table);
        columns
            .into_iter()
            .filter_map(|(name, value)| self.column(&name, value))
            .collect()
    }

    fn column(
        &mut self,
        name: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<ColumnRow> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(name, value, &format!("a table `[columns.{}]`", name.value));
            return None;
        };
        let mut column = ColumnRow {
            name: owned(name),
            kind: None,
            default: None,
            optional: None,
            description: None,
            has_type: false,
            intact: self.is_intact(&value.span()),
        };
        for (key, value) in entries(table) {
            match key.value {
                "type" => {
                    column.has_type = true;
                    column.kind = self.kind(&key, value);
                }
                "default" => column.default = Some(scalar(value)),
                "optional" => {
                    column.optional = self.boolean(&key, value);
                    column.intact &= column.optional.is_some();
                }
                "description" => column.description = self.string(&key, value),
                _ => self.unknown(&key, "a column", &COLUMN_KEYS),
            }
        }
        Some(column)
    }

    /// The tables of `[[key]]`, each with the place of its header.
    fn rows<'a, 'i>(
        &mut self,
        key: &Spanned<&str>,
        value: &'a toml::Spanned<DeValue<'i>>,
    ) -> Vec<(Bytes, &'a DeTable<'i>)> {
        let expected = format!("rows, each under a `[[{}]]`", key.value);
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &expected);
            return Vec::new();
        };
        let mut rows = Vec::new();
        for value in array {
            match value.get_ref().as_table() {
                Some(table) => rows.push((value.span(), table)),
                None => self.wrong_type(key, value, &expected),
            }
        }
        rows
    }

    fn range(&mut self, header: Bytes, table: &DeTable<'_>) -> RangeRow {
        let (row, rest) = self.row(header, table);
        let mut range = RangeRow { row, codes: None };
        for (key, value) in rest {
            match key.value {
                "codes" => range.codes = Some(self.spans(&key, value)),
                _ => range.row.cells.push(cell(&key, value)),
            }
        }
        if !range.row.has_name {
            self.missing(&range.row, "name", "[[range]]", "name = \"Shard\"");
        }
        range
    }

    fn code(&mut self, header: Bytes, table: &DeTable<'_>) -> CodeRow {
        let (row, rest) = self.row(header, table);
        let mut has_code = false;
        let mut code = CodeRow {
            row,
            code: None,
            aliases: Vec::new(),
            reason: None,
            deprecated: None,
            replaces: None,
        };
        for (key, value) in rest {
            match key.value {
                "code" => {
                    has_code = true;
                    code.code = self.number(&key, value);
                }
                "aliases" => code.aliases = self.strings(&key, value, "a list of strings"),
                "reason" => code.reason = self.string(&key, value),
                "deprecated" => code.deprecated = self.string(&key, value),
                "replaces" => {
                    code.replaces = self.string(&key, value);
                    code.row.intact &= code.replaces.is_some();
                }
                _ => code.row.cells.push(cell(&key, value)),
            }
        }
        if !has_code {
            self.missing(&code.row, "code", "[[code]]", "code = 4000");
        }
        code
    }

    /// Reads the keys that both kinds of row have, and leaves the others.
    fn row<'a, 'i>(&mut self, header: Bytes, table: &'a DeTable<'i>) -> (Row, Vec<Entry<'a, 'i>>) {
        let mut row = Row {
            intact: self.is_intact(&header),
            header,
            has_name: false,
            name: None,
            variant: None,
            description: Vec::new(),
            docs: None,
            reference: None,
            allow_reserved: None,
            cells: Vec::new(),
        };
        let mut rest = Vec::new();
        for (key, value) in entries(table) {
            match key.value {
                "name" => {
                    row.has_name = true;
                    row.name = self.string(&key, value);
                }
                "variant" => row.variant = self.string(&key, value),
                "description" => row.description = self.description(&key, value),
                "docs" => row.docs = self.string(&key, value),
                "reference" => row.reference = self.string(&key, value),
                "allow_reserved" => {
                    row.allow_reserved = self.boolean(&key, value);
                    row.intact &= row.allow_reserved.is_some();
                }
                _ => rest.push((key, value)),
            }
        }
        (row, rest)
    }

    fn description(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Vec<Text> {
        let Some(table) = value.get_ref().as_table() else {
            if value.get_ref().as_str().is_none() {
                self.wrong_type(key, value, "a string, or a table of strings by language");
            }
            let text = string(value);
            return text
                .map(|text| Text {
                    language: None,
                    text,
                })
                .into_iter()
                .collect();
        };
        let mut texts: Vec<Text> = Vec::new();
        let mut is_sound = true;
        for (tag, value) in entries(table) {
            let language = match self.tag(tag.value, &tag.span) {
                Ok(language) => Some(language),
                Err(mistake) if tag.value.len() > 6 || row_keys("code").contains(&tag.value) => {
                    mistake.help("all keys below a header of `description` are languages; those of the row stand above it");
                    None
                }
                Err(_) => None,
            };
            let text = language.as_ref().and_then(|_| self.string(&tag, value));
            let (Some(language), Some(text)) = (language, text) else {
                is_sound = false;
                continue;
            };
            let first = texts
                .iter()
                .filter_map(|text| text.language.as_ref())
                .find(|other| other.value == language.value);
            if let Some(first) = first {
                self.report
                    .error(
                        &tag.span,
                        format!("language {} is given twice", quoted(tag.value)),
                        "expected one text in it; capitals make no difference",
                    )
                    .related(&first.span, "first given here");
                continue;
            }
            texts.push(Text {
                language: Some(language),
                text,
            });
        }
        // What is missing may be what is wrong.
        if is_sound { texts } else { Vec::new() }
    }

    fn language(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<Spanned<Language>> {
        let text = self.string(key, value)?;
        self.tag(&text.value, &text.span).ok()
    }

    fn tag(&mut self, tag: &str, span: &Bytes) -> Result<Spanned<Language>, &mut Mistake> {
        if let Some(value) = Language::new(tag) {
            let span = span.clone();
            return Ok(Spanned { value, span });
        }
        let message = format!("{} is not a language tag (BCP 47)", quoted(tag));
        let label = match Language::new(&tag.replace('_', "-")) {
            Some(mended) if tag.len() <= 6 => format!("did you mean `{}`?", mended.as_str()),
            _ => "expected a tag such as `en`, `pt-BR` or `zh-Hans`".to_owned(),
        };
        Err(self.report.error(span, message, label))
    }

    fn kind(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<Spanned<Kind>> {
        if value.get_ref().is_array() {
            let values = self.strings(key, value, Kind::NAMES);
            return Some(Spanned {
                value: Kind::Enum(values),
                span: value.span(),
            });
        }
        let Some(name) = value.get_ref().as_str() else {
            self.wrong_type(key, value, Kind::NAMES);
            return None;
        };
        let kind = Kind::named(name);
        if kind.is_none() {
            let mut words = Kind::NAMES.split('`');
            let same_word = words.find(|word| word.eq_ignore_ascii_case(name));
            self.report.error(
                &value.span(),
                format!("unknown type {}", quoted(name)),
                same_word.map_or_else(
                    || format!("expected {}", Kind::NAMES),
                    |word| format!("did you mean `{word}`?"),
                ),
            );
        }
        kind.map(|kind| Spanned {
            value: kind,
            span: value.span(),
        })
    }

    fn spans(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Spanned<Vec<Spanned<Span>>> {
        let integers = integers(value);
        let texts = match string(value) {
            Some(text) => vec![text],
            None if !integers.is_empty() => {
                let message = format!("{} is a list of integers", quoted(key.value));
                let label = match integers[..] {
                    [first, last] => Span::instead_of(&format!("{first}-{last}")),
                    _ => "expected a string for each".to_owned(),
                };
                self.report.error(&value.span(), message, label);
                Vec::new()
            }
            None => self.strings(
                key,
                value,
                "a string such as \"4100-4199\", or a list of such",
            ),
        };
        if matches!(value.get_ref().as_array(), Some(array) if array.is_empty()) {
            self.report.error(
                &value.span(),
                "a range without codes",
                "expected a string such as \"4100-4199\"",
            );
        }
        let mut spans = Vec::new();
        for Spanned { value: text, span } in texts {
            if let Some(value) = Span::parse(&text) {
                spans.push(Spanned { value, span });
            } else {
                let message = format!("{} is not a span of codes", quoted(&text));
                self.report.error(&span, message, Span::instead_of(&text));
            }
        }
        Spanned {
            value: spans,
            span: value.span(),
        }
    }

    fn number(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<Spanned<u16>> {
        let Value::Integer(number) = Value::of(value.get_ref()) else {
            self.wrong_type(key, value, "an integer such as 4000, without quotes");
            return None;
        };
        let code = number.and_then(|number| u16::try_from(number).ok());
        if code.is_none() {
            self.report.error(
                &value.span(),
                format!("`{}` is out of range", key.value),
                "expected an integer from 0 to 65535",
            );
        }
        code.map(|code| Spanned {
            value: code,
            span: value.span(),
        })
    }

    fn strings(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
        expected: &str,
    ) -> Vec<Spanned<String>> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, value, expected);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for value in array {
            if let Some(text) = string(value) {
                strings.push(text);
            } else {
                let found = Value::of(value.get_ref()).kind();
                let message = format!("{} has {found} in it", quoted(key.value));
                self.report
                    .error(&value.span(), message, "expected a string");
            }
        }
        strings
    }

    fn string(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<Spanned<String>> {
        let text = string(value);
        if text.is_none() {
            self.wrong_type(key, value, "a string");
        }
        text
    }

    fn boolean(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
    ) -> Option<Spanned<bool>> {
        let Some(flag) = value.get_ref().as_bool() else {
            self.wrong_type(key, value, "`true` or `false`, without quotes");
            return None;
        };
        Some(Spanned {
            value: flag,
            span: value.span(),
        })
    }

    fn wrong_type(
        &mut self,
        key: &Spanned<&str>,
        value: &toml::Spanned<DeValue<'_>>,
        expected: &str,
    ) {
        let found = Value::of(value.get_ref()).kind();
        self.report.error(
            &value.span(),
            format!("{} is {found}", quoted(key.value)),
            format!("expected {expected}"),
        );
    }

    fn unknown(&mut self, key: &Spanned<&str>, place: &str, keys: &[&str]) {
        let label = suggest(key.value, keys.iter().copied())
            .unwrap_or_else(|| format!("expected {}", list(keys, "or")));
        let message = format!("unknown key {} in {place}", quoted(key.value));
        self.report.error(&key.span, message, label);
    }

    fn missing(&mut self, row: &Row, key: &str, header: &str, example: &str) {
        if row.intact && !row.has_misspelt(key) {
            self.report.error(
                &row.header,
                format!("`{header}` without `{key}`"),
                format!("expected a line such as `{example}` below"),
            );
        }
    }

    /// Whether nothing from `header` to the next one is left out.
    fn is_intact(&self, header: &Bytes) -> bool {
        !self.report.is_partial() || {
            let end = syntax::section_end(self.text, header);
            self.report.is_intact(&(header.start..end))
        }
    }
}

fn owned(key: &Spanned<&str>) -> Spanned<String> {
    Spanned {
        value: key.value.to_owned(),
        span: key.span.clone(),
    }
}

fn string(value: &toml::Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
    value.get_ref().as_str().map(|text| Spanned {
        value: text.to_owned(),
        span: value.span(),
    })
}

/// The texts of a list that has integers only.
fn integers<'v>(value: &'v toml::Spanned<DeValue<'_>>) -> Vec<&'v str> {
    let values = value.get_ref().as_array().into_iter().flatten();
    let integers = values.map(|value| match value.get_ref() {
        DeValue::Integer(integer) => Some(integer.as_str()),
        _ => None,
    });
    integers.collect::<Option<_>>().unwrap_or_default()
}

fn scalar(value: &toml::Spanned<DeValue<'_>>) -> Spanned<Value> {
    Spanned {
        value: Value::of(value.get_ref()),
        span: value.span(),
    }
}

/// A key that only the columns, known later, can tell right or wrong.
fn cell(key: &Spanned<&str>, value: &toml::Spanned<DeValue<'_>>) -> Cell {
    Cell {
        key: owned(key),
        value: scalar(value),
    }
}
