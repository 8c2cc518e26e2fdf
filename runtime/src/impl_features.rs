//! The impls of generated enums that depend on the features of this crate: the macro does not see
//! them, and the user's crate has other features, or none.

/// What the features add to an enum of codes (`code`) or of a column's values (`value`).
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_features {
    ($kind:ident $name:ident) => {
        $crate::__impl_serde! { $kind $name }
        $crate::__impl_defmt! { $kind $name }
        $crate::__impl_arbitrary! { $kind $name }
    };
}

#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    (code $name:ident) => {
        $crate::__impl_serde! { $name, serialize_u16, as_u16, deserialize_code }
    };
    (value $name:ident) => {
        $crate::__impl_serde! { $name, serialize_str, as_str, deserialize_value }
    };
    ($name:ident, $serialize:ident, $get:ident, $deserialize:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::core::result::Result<S::Ok, S::Error> {
                serializer.$serialize(self.$get())
            }
        }
        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::core::result::Result<Self, D::Error> {
                $crate::serde::$deserialize(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($kind:ident $name:ident) => {};
}

#[cfg(feature = "defmt")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_defmt {
    (code $name:ident) => {
        #[automatically_derived]
        impl $crate::__private::defmt::Format for $name {
            fn format(&self, f: $crate::__private::defmt::Formatter<'_>) {
                $crate::__private::format_code(f, self.as_u16(), self.name())
            }
        }
    };
    (value $name:ident) => {
        #[automatically_derived]
        impl $crate::__private::defmt::Format for $name {
            fn format(&self, f: $crate::__private::defmt::Formatter<'_>) {
                $crate::__private::defmt::Format::format(self.as_str(), f)
            }
        }
    };
}

#[cfg(not(feature = "defmt"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_defmt {
    ($kind:ident $name:ident) => {};
}

#[cfg(feature = "arbitrary")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_arbitrary {
    (code $name:ident) => {
        #[automatically_derived]
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $name {
            fn arbitrary(
                u: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::__private::arbitrary_code(u)
            }
            fn size_hint(depth: usize) -> (usize, $crate::__private::core::option::Option<usize>) {
                <u16 as $crate::__private::arbitrary::Arbitrary<'a>>::size_hint(depth)
            }
        }
    };
    (value $name:ident) => {
        #[automatically_derived]
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $name {
            fn arbitrary(
                u: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::__private::arbitrary_value(u, Self::ALL)
            }
        }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_arbitrary {
    ($kind:ident $name:ident) => {};
}
