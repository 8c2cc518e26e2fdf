//! Columns: typed properties of every code.

use super::Value;

/// A column of a checked table.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Column {
    /// The name, which is that of the generated method.
    pub name: String,
    /// The type of the values.
    pub column_type: ColumnType,
    /// What a code has for which no row sets a value.
    pub fallback: Fallback,
    /// What the column says about a code; may be empty.
    pub description: String,
    /// The index of the file that declares it; that of the standard table is 0.
    pub(crate) file: usize,
}

/// The type of a column's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// `bool`
    Bool,
    /// One of the integer types.
    Integer(IntegerType),
    /// `string`
    String,
    /// A list of values, which becomes an enum. Each makes a variant of its own.
    Enum(Vec<String>),
}

/// An integer type of Rust that a column may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum IntegerType {
    U8,
    U16,
    U32,
    U64,
    I64,
}

/// What a column has for a code for which no row sets a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// This value.
    Default(Value),
    /// No value: the generated method returns an `Option`.
    Optional,
    /// Rows set a value for every code.
    Required,
}

impl Column {
    /// Whether it is a column of the standard table, whose enums are in the runtime.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        self.file == 0
    }

    /// Whether the generated method returns an `Option`.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.fallback == Fallback::Optional
    }
}

impl ColumnType {
    /// The type of this name; lists have none.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "bool" => Some(Self::Bool),
            "string" => Some(Self::String),
            _ => IntegerType::ALL
                .into_iter()
                .find(|integer| integer.name() == name)
                .map(Self::Integer),
        }
    }

    /// Whether a column of this type may have the value.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Bool, Value::Bool(_)) | (Self::String, Value::String(_)) => true,
            (Self::Integer(integer), Value::Integer(number)) => integer.bounds().contains(number),
            (Self::Enum(values), Value::String(text)) => values.contains(text),
            _ => false,
        }
    }

    /// A value that stands in for one that was refused, so that the enum can still be made.
    pub(crate) fn placeholder(&self) -> Value {
        match self {
            Self::Bool => Value::Bool(false),
            Self::Integer(_) => Value::Integer(0),
            Self::String => Value::String(String::new()),
            Self::Enum(values) => Value::String(values.first().cloned().unwrap_or_default()),
        }
    }
}

impl IntegerType {
    const ALL: [Self; 5] = [Self::U8, Self::U16, Self::U32, Self::U64, Self::I64];

    /// The name in Rust.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I64 => "i64",
        }
    }

    /// The smallest and the largest value.
    #[must_use]
    pub fn bounds(self) -> std::ops::RangeInclusive<i128> {
        match self {
            Self::U8 => 0..=u8::MAX.into(),
            Self::U16 => 0..=u16::MAX.into(),
            Self::U32 => 0..=u32::MAX.into(),
            Self::U64 => 0..=u64::MAX.into(),
            Self::I64 => i64::MIN.into()..=i64::MAX.into(),
        }
    }
}
