//! What a file says, row by row, before anything is known of other rows.

use toml::de::DeValue;

use crate::report::{Span, Spanned};
use crate::suggest::nearest;
use crate::table::{CodeSpan, ColumnType, Language, Value};

/// The statements of a table, each value with its place.
#[derive(Default)]
pub(crate) struct Document {
    pub(crate) title: Field<String>,
    /// What the table is about, not what a row is.
    pub(crate) description: Field<Vec<Text>>,
    pub(crate) reference: Field<String>,
    /// The date on which the table was last compared with its reference, as TOML writes it.
    pub(crate) checked: Field<String>,
    pub(crate) extends: Field<String>,
    pub(crate) default_language: Field<Language>,
    pub(crate) columns: Vec<ColumnRow>,
    pub(crate) rows: Vec<Row>,
    /// Whether the declaration of a column may be among what could not be read.
    pub(crate) may_lack_columns: bool,
}

/// A key that may be absent, or there and of no use.
#[derive(Clone, Debug, Default)]
pub(crate) enum Field<T> {
    #[default]
    Absent,
    /// What is wrong with it has been reported.
    Malformed,
    Is(Spanned<T>),
}

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::Malformed => None,
        }
    }

    pub(crate) fn value(&self) -> Option<&T> {
        self.get().map(|field| &field.value)
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.get().map(|field| field.span.clone())
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Counts a misspelt key as this one.
    pub(crate) fn take_misspelt(&mut self) {
        if self.is_absent() {
            *self = Self::Malformed;
        }
    }
}

impl<T> From<Option<Spanned<T>>> for Field<T> {
    /// What was read of a key that is there.
    fn from(read: Option<Spanned<T>>) -> Self {
        read.map_or(Self::Malformed, Self::Is)
    }
}

/// `[columns.NAME]`
#[derive(Default)]
pub(crate) struct ColumnRow {
    pub(crate) name: Spanned<String>,
    pub(crate) column_type: Field<TypeRow>,
    pub(crate) default: Field<Scalar>,
    pub(crate) optional: Field<bool>,
    pub(crate) description: Field<String>,
    /// Whether all of it could be read.
    pub(crate) is_whole: bool,
}

/// The type of a column, its values still with their places.
#[derive(Clone, Debug)]
pub(crate) enum TypeRow {
    Named(ColumnType),
    Enum(Vec<Spanned<String>>),
}

/// A row of `[codes]`.
#[derive(Default)]
pub(crate) struct Row {
    /// The codes that it is about, and the key that says so.
    pub(crate) codes: Spanned<Vec<CodeSpan>>,
    /// Whether all of it could be read.
    pub(crate) is_whole: bool,
    pub(crate) name: Field<String>,
    pub(crate) variant: Field<String>,
    pub(crate) aliases: Field<Vec<Spanned<String>>>,
    pub(crate) description: Field<Vec<Text>>,
    pub(crate) docs: Field<String>,
    pub(crate) reason: Field<String>,
    pub(crate) reference: Field<String>,
    pub(crate) deprecated: Field<String>,
    pub(crate) replaces: Field<String>,
    pub(crate) allow_reserved: Field<bool>,
    /// Keys that are not the format's: columns, or misspelt.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// The keys of the format, columns not among them.
    pub(crate) const KEYS: [&'static str; 10] = [
        "name",
        "variant",
        "aliases",
        "description",
        "docs",
        "reason",
        "reference",
        "deprecated",
        "replaces",
        "allow_reserved",
    ];

    /// The field of a key whose value is a string.
    pub(crate) fn string_mut(&mut self, key: &str) -> Option<&mut Field<String>> {
        match key {
            "name" => Some(&mut self.name),
            "variant" => Some(&mut self.variant),
            "docs" => Some(&mut self.docs),
            "reason" => Some(&mut self.reason),
            "reference" => Some(&mut self.reference),
            "deprecated" => Some(&mut self.deprecated),
            "replaces" => Some(&mut self.replaces),
            _ => None,
        }
    }

    /// The number, if the row is about a single one.
    pub(crate) fn number(&self) -> Option<u16> {
        CodeSpan::only_code(&self.codes.value)
    }

    pub(crate) fn allows_reserved(&self) -> bool {
        match &self.allow_reserved {
            Field::Absent => false,
            Field::Malformed => true,
            Field::Is(flag) => flag.value,
        }
    }

    /// The keys other than columns that the row has, with the place of each.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, Span)> {
        let places = [
            ("variant", self.variant.span()),
            ("aliases", self.aliases.span()),
            ("description", self.description.span()),
            ("docs", self.docs.span()),
            ("reason", self.reason.span()),
            ("reference", self.reference.span()),
            ("deprecated", self.deprecated.span()),
            ("replaces", self.replaces.span()),
        ];
        let places = places.into_iter();
        places.filter_map(|(key, place)| Some((key, place?)))
    }

    /// Counts a misspelt key as the one that was probably meant.
    pub(crate) fn take_misspelt(&mut self, found: &str) {
        match nearest(found, Self::KEYS) {
            // One of its texts may be the misspelt one.
            Some("description") => self.description = Field::Malformed,
            Some("aliases") => self.aliases.take_misspelt(),
            Some("allow_reserved") => self.allow_reserved.take_misspelt(),
            Some(key) => self
                .string_mut(key)
                .into_iter()
                .for_each(Field::take_misspelt),
            None => {}
        }
    }
}

/// A description in one language; without one it is in the table's default language.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) language: Option<Spanned<Language>>,
    pub(crate) text: Spanned<String>,
}

/// A value below a key that may be a column's.
pub(crate) struct Cell {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Spanned<Scalar>,
}

/// A value of TOML, as far as columns have such.
#[derive(Clone, Debug)]
pub(crate) enum Scalar {
    Value(Value),
    /// An integer that no type of Rust holds.
    HugeInteger,
    /// What it is instead.
    Other(&'static str),
}

impl Scalar {
    pub(crate) fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::Boolean(value) => Self::Value(Value::Bool(*value)),
            DeValue::String(value) => Self::Value(Value::String(value.as_ref().to_owned())),
            DeValue::Integer(value) => i128::from_str_radix(value.as_str(), value.radix())
                .map_or(Self::HugeInteger, |value| {
                    Self::Value(Value::Integer(value))
                }),
            DeValue::Float(_) => Self::Other("a float"),
            DeValue::Datetime(_) => Self::Other("a date or time"),
            DeValue::Array(_) => Self::Other("a list"),
            DeValue::Table(_) => Self::Other("a table"),
        }
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Value(Value::Bool(_)) => "a boolean",
            Self::Value(Value::Integer(_)) | Self::HugeInteger => "an integer",
            Self::Value(Value::String(_)) => "a string",
            Self::Other(kind) => kind,
        }
    }
}
