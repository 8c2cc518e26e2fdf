//! The impls of serde for generated enums, which only the features of this crate can ask for: the
//! macro does not see them.

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
