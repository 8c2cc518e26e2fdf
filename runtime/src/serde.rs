//! Serialization of codes, events, frames and reasons, in any serde format.
//!
//! With the feature `serde`, every enum that `close_codes!` generates is
//! serialized as its number, the enum of a column as the text of its value, and a [`Reason`] as a
//! string. To write codes as text, use the modules [`name`](mod@name) and [`variant`].
//!
//! A [`CloseEvent`] has the fields `code`, `reason` and `wasClean`; missing fields get the Web's
//! defaults. A [`CloseFrame`] has the fields `code` and `reason`; one that may not be sent is an
//! error when it is read.
//!
//! ```
//! use close_codes::{CloseCode, CloseEvent};
//!
//! let event: CloseEvent = serde_json::from_str(r#"{"code":1001,"wasClean":true}"#)?;
//! assert_eq!(event.code(), CloseCode::GoingAway);
//! let json = serde_json::to_string(&event)?;
//! assert_eq!(json, r#"{"code":1001,"reason":"","wasClean":true}"#);
//!
//! let error = serde_json::from_str::<CloseCode>("70000").unwrap_err();
//! assert!(error.to_string().contains("expected a close code, a number from 0 to 65535"));
//! # Ok::<(), serde_json::Error>(())
//! ```

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{CloseCodeEnum, CloseEvent, CloseEventInit, CloseFrame, Reason};

/// Codes as their names, for `#[serde(with = "close_codes::serde::name")]`.
///
/// A named code is written as its name, or as its variant if a standard code has the same name, so
/// that [`FromStr`] always reads it back. A code without a name is written as its number, in digits.
///
/// ```
/// use close_codes::CloseCode;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// struct Line {
///     #[serde(with = "close_codes::serde::name")]
///     code: CloseCode,
/// }
///
/// let line = Line { code: CloseCode::GoingAway };
/// let json = serde_json::to_string(&line)?;
/// assert_eq!(json, r#"{"code":"Going Away"}"#);
/// assert_eq!(serde_json::from_str::<Line>(&json)?, line);
///
/// let line = Line { code: CloseCode::from(4321) };
/// assert_eq!(serde_json::to_string(&line)?, r#"{"code":"4321"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// [`FromStr`]: core::str::FromStr
pub mod name {
    use serde::{Deserializer, Serialize, Serializer};

    use super::{Name, Text};
    use crate::CloseCodeEnum;

    /// Serializes the name of a code, or the digits of a code without a name.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    ///
    /// ```
    /// let json = close_codes::serde::name::serialize(
    ///     &close_codes::CloseCode::GoingAway,
    ///     serde_json::value::Serializer,
    /// );
    /// assert_eq!(json.unwrap(), "Going Away");
    /// ```
    pub fn serialize<C: CloseCodeEnum, S: Serializer>(
        code: &C,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Name(*code).serialize(serializer)
    }

    /// Deserializes a code from a string: a number in digits, a name, a variant or an alias.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and an error for a text that is not a close code.
    ///
    /// ```
    /// let json = serde_json::json!("going away");
    /// let code: close_codes::CloseCode = close_codes::serde::name::deserialize(json).unwrap();
    /// assert_eq!(code, close_codes::CloseCode::GoingAway);
    /// ```
    pub fn deserialize<'de, C: CloseCodeEnum, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<C, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(|Text(code)| code)
    }

    /// An `Option` of a code as its name, for `#[serde(with = "close_codes::serde::name::option")]`.
    ///
    /// Add `default` if the field may be missing.
    ///
    /// ```
    /// use close_codes::CloseCode;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Debug, PartialEq, Serialize, Deserialize)]
    /// struct Line {
    ///     #[serde(default, with = "close_codes::serde::name::option")]
    ///     code: Option<CloseCode>,
    /// }
    ///
    /// let line = Line { code: Some(CloseCode::GoingAway) };
    /// let json = serde_json::to_string(&line)?;
    /// assert_eq!(json, r#"{"code":"Going Away"}"#);
    /// assert_eq!(serde_json::from_str::<Line>(&json)?, line);
    /// assert_eq!(serde_json::from_str::<Line>("{}")?, Line { code: None });
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub mod option {
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        use crate::CloseCodeEnum;
        use crate::serde::{Name, Text};

        /// Serializes as [`name::serialize`](super::serialize) does.
        ///
        /// # Errors
        ///
        /// Those of the serializer.
        ///
        /// ```
        /// let json = close_codes::serde::name::option::serialize(
        ///     &Some(close_codes::CloseCode::GoingAway),
        ///     serde_json::value::Serializer,
        /// );
        /// assert_eq!(json.unwrap(), "Going Away");
        /// ```
        #[allow(clippy::ref_option, reason = "serde passes this type")]
        pub fn serialize<C: CloseCodeEnum, S: Serializer>(
            code: &Option<C>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            code.map(Name).serialize(serializer)
        }

        /// Deserializes as [`name::deserialize`](super::deserialize) does.
        ///
        /// # Errors
        ///
        /// Those of the deserializer, and an error for a text that is not a close code.
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// let json = serde_json::json!(null);
        /// let code: Option<CloseCode> = close_codes::serde::name::option::deserialize(json).unwrap();
        /// assert_eq!(code, None);
        /// ```
        pub fn deserialize<'de, C: CloseCodeEnum, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<C>, D::Error> {
            let text = Option::deserialize(deserializer)?;
            Ok(text.map(|Text(code)| code))
        }
    }
}

/// Codes as their variants, for `#[serde(with = "close_codes::serde::variant")]`: the text that
/// `derive(Serialize)` on a plain enum writes in formats such as JSON.
///
/// A named code is written as its variant, and a code without a name as its number, in digits. Names
/// and aliases can be read too.
///
/// ```
/// use close_codes::CloseCode;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// struct Line {
///     #[serde(with = "close_codes::serde::variant")]
///     code: CloseCode,
/// }
///
/// let line = Line { code: CloseCode::GoingAway };
/// let json = serde_json::to_string(&line)?;
/// assert_eq!(json, r#"{"code":"GoingAway"}"#);
/// assert_eq!(serde_json::from_str::<Line>(&json)?, line);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod variant {
    use serde::{Serialize, Serializer};

    pub use super::name::deserialize;

    use super::Variant;
    use crate::CloseCodeEnum;

    /// Serializes the variant of a code, or the digits of a code without a name.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    ///
    /// ```
    /// let json = close_codes::serde::variant::serialize(
    ///     &close_codes::CloseCode::GoingAway,
    ///     serde_json::value::Serializer,
    /// );
    /// assert_eq!(json.unwrap(), "GoingAway");
    /// ```
    pub fn serialize<C: CloseCodeEnum, S: Serializer>(
        code: &C,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Variant(*code).serialize(serializer)
    }

    /// An `Option` of a code as its variant, for
    /// `#[serde(with = "close_codes::serde::variant::option")]`.
    ///
    /// Add `default` if the field may be missing.
    ///
    /// ```
    /// use close_codes::CloseCode;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Debug, PartialEq, Serialize, Deserialize)]
    /// struct Line {
    ///     #[serde(default, with = "close_codes::serde::variant::option")]
    ///     code: Option<CloseCode>,
    /// }
    ///
    /// let line = Line { code: Some(CloseCode::GoingAway) };
    /// let json = serde_json::to_string(&line)?;
    /// assert_eq!(json, r#"{"code":"GoingAway"}"#);
    /// assert_eq!(serde_json::from_str::<Line>(&json)?, line);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub mod option {
        use serde::{Serialize, Serializer};

        pub use crate::serde::name::option::deserialize;

        use crate::CloseCodeEnum;
        use crate::serde::Variant;

        /// Serializes as [`variant::serialize`](super::serialize) does.
        ///
        /// # Errors
        ///
        /// Those of the serializer.
        ///
        /// ```
        /// let json = close_codes::serde::variant::option::serialize(
        ///     &Some(close_codes::CloseCode::GoingAway),
        ///     serde_json::value::Serializer,
        /// );
        /// assert_eq!(json.unwrap(), "GoingAway");
        /// ```
        #[allow(clippy::ref_option, reason = "serde passes this type")]
        pub fn serialize<C: CloseCodeEnum, S: Serializer>(
            code: &Option<C>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            code.map(Variant).serialize(serializer)
        }
    }
}

/// A code that is written as its name.
struct Name<C>(C);

impl<C: CloseCodeEnum> Serialize for Name<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(code) = *self;
        if code.is_named() && code.name().parse() == Ok(code) {
            serializer.serialize_str(code.name())
        } else {
            Variant(code).serialize(serializer)
        }
    }
}

/// A code that is written as its variant.
struct Variant<C>(C);

impl<C: CloseCodeEnum> Serialize for Variant<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(code) = *self;
        if code.is_named() {
            serializer.collect_str(&format_args!("{code:?}"))
        } else {
            serializer.collect_str(&code.as_u16())
        }
    }
}

/// A code that is read from text.
struct Text<C>(C);

impl<'de, C: CloseCodeEnum> Deserialize<'de> for Text<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = TextVisitor::new("a text: the name of a close code, or its number in digits");
        deserializer.deserialize_str(visitor).map(Self)
    }
}

/// For generated enums.
///
/// # Errors
///
/// Those of the deserializer, and an error for a number that is not a `u16`.
#[doc(hidden)]
pub fn deserialize_code<'de, C: CloseCodeEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    deserializer.deserialize_u16(CodeVisitor(PhantomData))
}

/// For the generated enums of columns.
///
/// # Errors
///
/// Those of the deserializer, and an error for a text that is not a value of the column.
#[doc(hidden)]
pub fn deserialize_value<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor::new("a value of the column as a string"))
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: CloseCodeEnum> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a close code, a number from 0 to 65535")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<C, E> {
        let code = u16::try_from(number);
        code.map(C::from_u16)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<C, E> {
        let code = u16::try_from(number);
        code.map(C::from_u16)
            .map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }
}

/// Reads anything that can be parsed from text.
struct TextVisitor<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> TextVisitor<T> {
    fn new(expected: &'static str) -> Self {
        Self {
            expected,
            value: PhantomData,
        }
    }
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor::new(
            "a close reason, at most 123 bytes of UTF-8",
        ))
    }
}

/// A code of any table; generic code does not need bounds for its serde impls.
struct Code<C>(C);

impl<C: CloseCodeEnum> Serialize for Code<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0.as_u16())
    }
}

impl<'de, C: CloseCodeEnum> Deserialize<'de> for Code<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_code(deserializer).map(Self)
    }
}

/// The fields of the Web's `CloseEventInit`.
#[derive(Serialize, Deserialize)]
#[serde(
    rename = "CloseEvent",
    rename_all = "camelCase",
    default,
    bound = "C: CloseCodeEnum"
)]
struct Event<C> {
    code: Code<C>,
    reason: Reason,
    was_clean: bool,
}

impl<C: CloseCodeEnum> Default for Event<C> {
    fn default() -> Self {
        CloseEvent::new(CloseEventInit::default()).into()
    }
}

impl<C: CloseCodeEnum> From<CloseEvent<C>> for Event<C> {
    fn from(event: CloseEvent<C>) -> Self {
        Self {
            code: Code(event.code()),
            reason: *event.as_reason(),
            was_clean: event.was_clean(),
        }
    }
}

impl<C: CloseCodeEnum> Serialize for CloseEvent<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Event::from(*self).serialize(serializer)
    }
}

impl<'de, C: CloseCodeEnum> Deserialize<'de> for CloseEvent<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Event {
            code: Code(code),
            reason,
            was_clean,
        } = Event::deserialize(deserializer)?;
        Ok(Self::new(CloseEventInit {
            code,
            reason,
            was_clean,
        }))
    }
}

/// The fields of a frame: both, or none.
#[derive(Serialize, Deserialize)]
#[serde(rename = "CloseFrame", bound = "C: CloseCodeEnum")]
struct Frame<C> {
    #[serde(default)]
    code: Option<Code<C>>,
    #[serde(default)]
    reason: Reason,
}

impl<C: CloseCodeEnum> Serialize for CloseFrame<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let frame = Frame {
            code: self.code().map(Code),
            reason: *self.as_reason(),
        };
        frame.serialize(serializer)
    }
}

impl<'de, C: CloseCodeEnum> Deserialize<'de> for CloseFrame<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Frame { code, reason } = Frame::deserialize(deserializer)?;
        match code {
            Some(Code(code)) => Self::new(code, reason).map_err(de::Error::custom),
            None if reason.is_empty() => Ok(Self::empty()),
            None => Err(de::Error::custom(
                "close reason without a code, expected both or none",
            )),
        }
    }
}
