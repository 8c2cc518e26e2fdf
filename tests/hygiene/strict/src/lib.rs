//! Tables in a crate that denies every lint.
#![no_std]
#![forbid(unsafe_code)]
#![deny(
    warnings,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    explicit_outlives_requirements,
    future_incompatible,
    impl_trait_redundant_captures,
    keyword_idents,
    let_underscore,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    nonstandard_style,
    redundant_imports,
    redundant_lifetimes,
    refining_impl_trait,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unstable_features,
    unused,
    unused_crate_dependencies,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(rustdoc::all)]

close_codes::close_codes! {
    /// A table with examples in its documentation.
    #[close_codes(doctest = "close_codes_tests_strict")]
    pub enum WithExamples = "table.toml";
}

close_codes::close_codes! {
    /// A table without examples.
    pub enum WithoutExamples = "table.toml";
}

close_codes::close_codes! {
    enum Private = "table.toml";
}

/// Tables that others see.
pub mod public {
    close_codes::close_codes! {
        #[non_exhaustive]
        pub enum Public = "table.toml";
    }

    close_codes::close_codes! {
        pub(super) enum ForParent = "table.toml";
    }

    close_codes::close_codes! {
        pub(crate) enum ForCrate = "table.toml";
    }

    close_codes::close_codes! {
        pub(in crate::public) enum ForPath = "table.toml";
    }
}

mod private {
    close_codes::close_codes! {
        pub(crate) enum InPrivate = "table.toml";
    }
}

/// A module that names everything by its path.
#[no_implicit_prelude]
pub mod without_prelude {
    ::close_codes::close_codes! {
        /// A table where no trait is in scope.
        pub enum WithoutPrelude = "table.toml";
    }
}

/// A module whose `Ok` and `None` are codes.
pub mod flat {
    pub use self::Flat::*;

    close_codes::close_codes! {
        /// A table whose variants are imported.
        pub enum Flat = "table.toml";
    }
}
