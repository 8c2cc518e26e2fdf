//! Tables in a crate where nothing has the name that a macro would expect: close-codes is `codes`, in
//! tests another crate is `core`, there is no prelude, and its names mean something else.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types, non_snake_case, unused_macros)]

::codes::close_codes! {
    /// Through the name of the dependency here.
    pub enum Renamed = "table.toml";
}

#[cfg(test)]
mod passed_on {
    ::core::close_codes::close_codes! {
        /// Through a crate that another crate re-exports.
        pub enum Crate = "table.toml";
    }

    ::core::table! {
        /// Through the macro that another crate re-exports.
        pub enum Macro = "table.toml";
    }

    ::core::closes! {
        /// Through the macro of another crate.
        pub Wrapped "table.toml"
    }
}

pub mod taken {
    //! Every name that the generated code could mean.

    struct Option;
    struct Result;
    struct String;
    struct Vec;
    struct Box;
    struct u8;
    struct u16;
    struct u32;
    struct u64;
    struct i64;
    struct usize;
    struct bool;
    struct str;
    trait Clone {}
    trait Copy {}
    trait Debug {}
    trait Display {}
    trait Eq {}
    trait From<T> {
        fn from(_: T);
    }
    trait FromStr {}
    trait Hash {}
    trait Hasher {}
    trait Into<T> {
        fn into(self) -> T;
    }
    trait Ord {
        fn cmp(self);
    }
    trait PartialEq {}
    trait PartialOrd {}
    trait CloseCodeEnum {}
    struct CloseCode;
    struct CodeRange;
    struct ParseCloseCodeError;
    struct ParseValueError;
    struct Reason;
    struct Reconnect;
    struct Sender;
    struct Unnamed;
    mod core {}
    mod std {}
    mod alloc {}
    mod close_codes {}
    mod codes {}
    mod primitive {}
    mod fmt {}
    fn Some() {}
    fn None() {}
    fn Ok() {}
    fn Err() {}
    fn row() {}
    fn lookup() {}
    fn assert() {}
    macro_rules! assert {
        () => {};
    }
    macro_rules! matches {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! include_bytes {
        () => {};
    }

    impl<T> From<T> for T {
        fn from(_: T) {}
    }
    impl<T> Into<T> for T {
        fn into(self) -> T {
            self
        }
    }
    impl<T> Ord for T {
        fn cmp(self) {}
    }

    ::codes::close_codes! {
        pub enum Taken = "table.toml";
    }
}

pub mod own {
    //! Enums with the names of their own parts.

    macro_rules! each {
        ($($name:ident)*) => {
            $(::codes::close_codes! {
                pub enum $name = "table.toml";
            })*
        };
    }

    each! {
        CloseCode CloseCodeEnum CloseEvent CloseFrame CodeRange Reason Reconnect Sender Unnamed
        Key Option Result Some None Ok Err C D H S T Clone Copy PartialEq Eq Debug Hash From Into String
    }
}
