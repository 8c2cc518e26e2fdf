//! What all generated enums have in common: the macro only generates the differences.

use crate::lookup::lookup;

/// The texts of a code or a range; a generated enum has an array of them.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub name: &'static str,
    /// Empty if the table has none.
    pub reference: &'static str,
    /// Empty if the table has none.
    pub reason: &'static str,
    pub texts: &'static [(&'static str, &'static str)],
}

impl Row {
    /// # Panics
    ///
    /// If the reason is too long for a Close frame.
    #[inline]
    #[must_use]
    pub const fn new(
        name: &'static str,
        reference: &'static str,
        reason: &'static str,
        texts: &'static [(&'static str, &'static str)],
    ) -> Self {
        assert!(
            reason.len() <= crate::Reason::MAX_LEN,
            "a reason is too long for a Close frame"
        );
        Self {
            name,
            reference,
            reason,
            texts,
        }
    }

    #[inline]
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.texts[0].1
    }

    #[must_use]
    pub const fn description_in(&self, language: &str) -> &'static str {
        lookup(self.texts, language)
    }

    #[inline]
    #[must_use]
    pub const fn reference(&self) -> Option<&'static str> {
        if self.reference.is_empty() {
            None
        } else {
            Some(self.reference)
        }
    }
}

/// The methods and impls of an enum of codes that do not depend on its table.
///
/// Around it are `row`, the texts of the code with a number; `TEXTS`, what is parsed; and `KEY`,
/// which only the enum has. Each method may come with an example.
///
/// Every function is `#[inline]`: it is compiled where it is called, so that a crate with a table has
/// no code for those that are not.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_code {
    (
        $enum:ident:
        $(#[$name:meta])* name,
        $(#[$description:meta])* description,
        $(#[$description_in:meta])* description_in,
        $(#[$reason:meta])* reason,
        $(#[$to_frame:meta])* to_frame,
        $(#[$reference:meta])* reference,
        $(#[$is_sendable:meta])* is_sendable,
        $(#[$is_browser_sendable:meta])* is_browser_sendable,
        $(#[$custom:meta])* custom
    ) => {
        impl $enum {
            /// The name, or that of the range for a code without a name.
            $(#[$name])*
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                row(self.as_u16()).name
            }
            /// What the code means, as a sentence for users, in the default language (the first of
            /// [`LANGUAGES`](Self::LANGUAGES)) if possible.
            $(#[$description])*
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static str {
                row(self.as_u16()).description()
            }
            /// What the code means in the language that fits best (RFC 4647 §3.4): that of the tag,
            /// or of the tag without its last subtags, or of a longer tag of the same language, otherwise
            /// [`description`](Self::description).
            $(#[$description_in])*
            #[inline]
            #[must_use]
            pub const fn description_in(self, language: &str) -> &'static str {
                row(self.as_u16()).description_in(language)
            }
            /// The table's default reason for a Close frame, or an empty one.
            $(#[$reason])*
            #[inline]
            #[must_use]
            pub const fn reason(self) -> &'static str {
                row(self.as_u16()).reason
            }
            /// The Close frame with this code and its [`reason`](Self::reason), or `None` if the
            /// code may not be sent.
            ///
            /// Unlike `CloseFrame::from_code`, it can be used in constants.
            $(#[$to_frame])*
            #[inline]
            #[must_use]
            pub const fn to_frame(
                self,
            ) -> $crate::__private::core::option::Option<$crate::CloseFrame<Self>> {
                if self.is_sendable() {
                    $crate::__private::core::option::Option::Some($crate::CloseFrame::__new(
                        self,
                        self.reason(),
                        KEY,
                    ))
                } else {
                    $crate::__private::core::option::Option::None
                }
            }
            /// Where the code is defined, if the table says so.
            $(#[$reference])*
            #[inline]
            #[must_use]
            pub const fn reference(self) -> $crate::__private::core::option::Option<&'static str> {
                row(self.as_u16()).reference()
            }
            /// Whether an endpoint may put the code in a Close frame (RFC 6455 §7.4): it may, unless
            /// the code's `sender` is `nobody`.
            $(#[$is_sendable])*
            #[inline]
            #[must_use]
            pub const fn is_sendable(self) -> bool {
                !$crate::__private::core::matches!(self.sender(), $crate::Sender::Nobody)
            }
            /// Whether `close()` of a browser's WebSocket accepts the code: 1000 and 3000–4999
            /// (WHATWG `WebSockets`).
            $(#[$is_browser_sendable])*
            #[inline]
            #[must_use]
            pub const fn is_browser_sendable(self) -> bool {
                $crate::__private::is_browser_sendable(self.as_u16())
            }
            /// The code with this number, if it [is a custom one](Self::is_custom).
            $(#[$custom])*
            #[inline]
            #[must_use]
            pub const fn custom(code: u16) -> $crate::__private::core::option::Option<Self> {
                let code = Self::from_u16(code);
                if code.is_custom() {
                    $crate::__private::core::option::Option::Some(code)
                } else {
                    $crate::__private::core::option::Option::None
                }
            }
        }
        /// Only the conversions of this table can make it, so only they can make its range variants.
        #[derive($crate::__private::core::clone::Clone, $crate::__private::core::marker::Copy)]
        pub struct __Key(());
        const KEY: __Key = __Key(());
        #[automatically_derived]
        impl $crate::__private::core::clone::Clone for $enum {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::marker::Copy for $enum {}
        #[automatically_derived]
        impl $crate::__private::core::cmp::Eq for $enum {}
        #[automatically_derived]
        impl $crate::CloseCodeEnum for $enum {
            type Key = __Key;
            const NAMED: &'static [Self] = Self::NAMED;
            const CUSTOM: &'static [Self] = Self::CUSTOM;
            const RANGES: &'static [$crate::CodeRange] = Self::RANGES;
            const LANGUAGES: &'static [&'static str] = Self::LANGUAGES;
            #[inline]
            fn from_u16(code: u16) -> Self {
                Self::from_u16(code)
            }
            #[inline]
            fn as_u16(self) -> u16 {
                self.as_u16()
            }
            #[inline]
            fn __row(self) -> &'static $crate::__private::Row {
                row(self.as_u16())
            }
            #[inline]
            fn range(
                self,
            ) -> $crate::__private::core::option::Option<&'static $crate::CodeRange> {
                self.range()
            }
            #[inline]
            fn is_named(self) -> bool {
                self.is_named()
            }
            #[inline]
            fn is_custom(self) -> bool {
                self.is_custom()
            }
            #[inline]
            fn sender(self) -> $crate::Sender {
                self.sender()
            }
            #[inline]
            fn reconnect(self) -> $crate::Reconnect {
                self.reconnect()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::fmt::Display for $enum {
            #[inline]
            fn fmt(
                &self,
                f: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                $crate::__private::display(f, self.as_u16(), row(self.as_u16()))
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::error::Error for $enum {}
        #[automatically_derived]
        impl $crate::__private::core::hash::Hash for $enum {
            #[inline]
            fn hash<H: $crate::__private::core::hash::Hasher>(&self, state: &mut H) {
                $crate::__private::core::hash::Hash::hash(&self.as_u16(), state);
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::Ord for $enum {
            #[inline]
            fn cmp(&self, other: &Self) -> $crate::__private::core::cmp::Ordering {
                $crate::__private::core::cmp::Ord::cmp(&self.as_u16(), &other.as_u16())
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::PartialOrd for $enum {
            #[inline]
            fn partial_cmp(
                &self,
                other: &Self,
            ) -> $crate::__private::core::option::Option<$crate::__private::core::cmp::Ordering> {
                $crate::__private::core::option::Option::Some(
                    $crate::__private::core::cmp::Ord::cmp(self, other),
                )
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::PartialEq<u16> for $enum {
            #[inline]
            fn eq(&self, other: &u16) -> bool {
                self.as_u16() == *other
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::PartialEq<$enum> for u16 {
            #[inline]
            fn eq(&self, other: &$enum) -> bool {
                *self == other.as_u16()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::PartialOrd<u16> for $enum {
            #[inline]
            fn partial_cmp(
                &self,
                other: &u16,
            ) -> $crate::__private::core::option::Option<$crate::__private::core::cmp::Ordering> {
                $crate::__private::core::option::Option::Some(
                    $crate::__private::core::cmp::Ord::cmp(&self.as_u16(), other),
                )
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::cmp::PartialOrd<$enum> for u16 {
            #[inline]
            fn partial_cmp(
                &self,
                other: &$enum,
            ) -> $crate::__private::core::option::Option<$crate::__private::core::cmp::Ordering> {
                $crate::__private::core::option::Option::Some(
                    $crate::__private::core::cmp::Ord::cmp(self, &other.as_u16()),
                )
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::From<u16> for $enum {
            #[inline]
            fn from(code: u16) -> Self {
                Self::from_u16(code)
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::From<$enum> for u16 {
            #[inline]
            fn from(code: $enum) -> Self {
                code.as_u16()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::str::FromStr for $enum {
            type Err = $crate::ParseCloseCodeError;
            #[inline]
            fn from_str(
                text: &str,
            ) -> $crate::__private::core::result::Result<Self, $crate::ParseCloseCodeError> {
                $crate::__private::parse(text, &TEXTS).map(Self::from_u16)
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::TryFrom<&str> for $enum {
            type Error = $crate::ParseCloseCodeError;
            #[inline]
            fn try_from(
                text: &str,
            ) -> $crate::__private::core::result::Result<Self, $crate::ParseCloseCodeError> {
                $crate::__private::core::str::FromStr::from_str(text)
            }
        }
        $crate::__impl_features! { code $enum }
    };
}

/// The conversions between an enum of codes and the standard one.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_standard {
    ($enum:ident) => {
        #[automatically_derived]
        impl $crate::__private::core::convert::From<$crate::CloseCode> for $enum {
            #[inline]
            fn from(code: $crate::CloseCode) -> Self {
                Self::from_u16(code.as_u16())
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::From<$enum> for $crate::CloseCode {
            #[inline]
            fn from(code: $enum) -> Self {
                Self::from_u16(code.as_u16())
            }
        }
    };
}

/// The conversions of the plain enum of custom codes, from and to numbers and the enum of all codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_custom {
    ($custom:ident of $enum:ident: $($variant:ident),*) => {
        impl $custom {
            /// Every code, by number.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The same code in the enum of all codes.
            #[inline]
            #[must_use]
            pub const fn to_code(self) -> $enum {
                match self {
                    $(Self::$variant => $enum::$variant,)*
                }
            }
            /// The number in a Close frame.
            #[inline]
            #[must_use]
            pub const fn as_u16(self) -> u16 {
                self.to_code().as_u16()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::fmt::Display for $custom {
            #[inline]
            fn fmt(
                &self,
                f: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                $crate::__private::core::fmt::Display::fmt(&self.to_code(), f)
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::From<$custom> for $enum {
            #[inline]
            fn from(code: $custom) -> Self {
                code.to_code()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::From<$custom> for u16 {
            #[inline]
            fn from(code: $custom) -> Self {
                code.as_u16()
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::TryFrom<$enum> for $custom {
            type Error = $crate::NotCustom<$enum>;
            #[inline]
            fn try_from(code: $enum) -> $crate::__private::core::result::Result<Self, $crate::NotCustom<$enum>> {
                match code {
                    $($enum::$variant => $crate::__private::core::result::Result::Ok(Self::$variant),)*
                    _ => $crate::__private::core::result::Result::Err($crate::NotCustom::__new(code)),
                }
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::convert::TryFrom<u16> for $custom {
            type Error = $crate::NotCustom<$enum>;
            #[inline]
            fn try_from(code: u16) -> $crate::__private::core::result::Result<Self, $crate::NotCustom<$enum>> {
                $crate::__private::core::convert::TryFrom::try_from($enum::from_u16(code))
            }
        }
    };
}

/// The impls of an enum of a column's values that do not depend on the values. Each item may come
/// with an example.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_value {
    (
        $enum:ident: $($variant:ident = $text:literal),*;
        $(#[$all:meta])* ALL,
        $(#[$as_str:meta])* as_str
    ) => {
        impl $enum {
            /// Every value, in the order of the table.
            $(#[$all])*
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The text of the value in the table.
            $(#[$as_str])*
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::fmt::Display for $enum {
            #[inline]
            fn fmt(
                &self,
                f: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        #[automatically_derived]
        impl $crate::__private::core::str::FromStr for $enum {
            type Err = $crate::ParseValueError;
            #[inline]
            fn from_str(
                text: &str,
            ) -> $crate::__private::core::result::Result<Self, $crate::ParseValueError> {
                for value in Self::ALL {
                    if value.as_str() == text {
                        return $crate::__private::core::result::Result::Ok(*value);
                    }
                }
                $crate::__private::core::result::Result::Err($crate::ParseValueError::__new(&[
                    $($text),*
                ]))
            }
        }
        $crate::__impl_features! { value $enum }
    };
}
