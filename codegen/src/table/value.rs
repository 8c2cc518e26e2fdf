//! Values of columns.

/// A value that a column has for a code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Of a column of type `bool`.
    Bool(bool),
    /// Of a column of an integer type, within its bounds.
    Integer(i128),
    /// Of a column of type `string`, or one of the values of a list.
    String(String),
}
