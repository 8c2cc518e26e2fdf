//! Values of columns.

use toml::de::DeValue;

/// A value that a column may have, or the kind of one that none may.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    Bool(bool),
    /// `None` is a number that no type holds.
    Integer(Option<i128>),
    String(String),
    Other(&'static str),
}

impl Value {
    pub(crate) fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::Boolean(value) => Self::Bool(*value),
            DeValue::String(value) => Self::String(value.as_ref().to_owned()),
            DeValue::Integer(value) => {
                Self::Integer(i128::from_str_radix(value.as_str(), value.radix()).ok())
            }
            DeValue::Float(_) => Self::Other("a float"),
            DeValue::Datetime(_) => Self::Other("a date or time"),
            DeValue::Array(_) => Self::Other("a list"),
            DeValue::Table(_) => Self::Other("a table"),
        }
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::String(_) => "a string",
            Self::Other(kind) => kind,
        }
    }
}
