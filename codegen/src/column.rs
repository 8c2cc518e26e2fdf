//! Columns: typed properties of every code and range.

use crate::report::{Spanned, list};
use crate::value::Value;

/// The type of a column's values.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Bool,
    /// The Rust type, and the bounds of what it holds.
    Integer(&'static str, i128, i128),
    String,
    Enum(Vec<Spanned<String>>),
}

impl Kind {
    /// The types that there are, for messages.
    pub(crate) const NAMES: &str =
        "`bool`, `u8`, `u16`, `u32`, `u64`, `i64`, `string`, or a list of strings";

    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "bool" => Self::Bool,
            "u8" => Self::Integer("u8", 0, u8::MAX.into()),
            "u16" => Self::Integer("u16", 0, u16::MAX.into()),
            "u32" => Self::Integer("u32", 0, u32::MAX.into()),
            "u64" => Self::Integer("u64", 0, u64::MAX.into()),
            "i64" => Self::Integer("i64", i64::MIN.into(), i64::MAX.into()),
            "string" => Self::String,
            _ => return None,
        })
    }

    pub(crate) fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Bool, Value::Bool(_)) | (Self::String, Value::String(_)) => true,
            (Self::Integer(_, min, max), Value::Integer(Some(number))) => {
                (min..=max).contains(&number)
            }
            (Self::Enum(values), Value::String(text)) => {
                values.iter().any(|value| value.value == *text)
            }
            _ => false,
        }
    }

    /// A value that takes the place of one that is wrong.
    pub(crate) fn any(&self) -> Value {
        match self {
            Self::Bool => Value::Bool(false),
            Self::Integer(..) => Value::Integer(Some(0)),
            Self::String => Value::String(String::new()),
            Self::Enum(values) => {
                let first = values.first().map(|value| value.value.clone());
                Value::String(first.unwrap_or_default())
            }
        }
    }

    /// What a value of the column is, for messages.
    pub(crate) fn expected(&self) -> String {
        match self {
            Self::Bool => "`true` or `false`".to_owned(),
            Self::Integer(_, min, max) => format!("an integer from {min} to {max}"),
            Self::String => "a string".to_owned(),
            Self::Enum(values) => {
                let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
                list(&values, "or")
            }
        }
    }
}

/// A column of a checked table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// What a row without a value, its own or inherited, has; `None` only if the column is optional.
    pub(crate) default: Option<Value>,
    pub(crate) optional: bool,
    pub(crate) description: String,
    /// Whether it comes from the standard table, whose types of values are the runtime's.
    pub(crate) is_standard: bool,
}
