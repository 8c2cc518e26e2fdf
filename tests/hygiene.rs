//! Invocations in every possible place, and with everything that may be before an enum.
//!
//! Tests that need a whole crate are the crates of `hygiene/`, which only have to compile.

#![deny(warnings, clippy::pedantic)]

use close_codes::{CloseCode, CloseCodeEnum};

/// A code that both tables of this module name.
const SHARED: u16 = 4001;

close_codes::close_codes! {
    /// One table.
    enum One = "hygiene/table.toml";
}

close_codes::close_codes! {
    /// Another one, next to it.
    enum Other = "fixtures/mine.toml";
}

#[test]
fn two_tables_in_a_module_name_the_same_numbers_each_in_its_way() {
    let (one, other) = (One::from_u16(SHARED), Other::from_u16(SHARED));
    assert_eq!((one.name(), other.name()), ("Ok", "Session Timed Out"));
    assert_eq!(CloseCode::from(one), CloseCode::from(other));
    assert_eq!(One::from(CloseCode::from(other)), one);
}

#[test]
fn a_function_has_a_table_of_its_own() {
    close_codes::close_codes! {
        enum Local = "fixtures/mine.toml";
    }
    const CODE: Local = Local::from_u16(SHARED);
    assert_eq!(CODE, Local::SessionTimedOut);

    let in_closure = || {
        close_codes::close_codes! {
            enum Local = "hygiene/table.toml";
        }
        Local::from_u16(SHARED).to_string()
    };
    assert_eq!(in_closure(), "4001 Ok");
}

mod outer {
    pub(super) mod inner {
        close_codes::close_codes! {
            pub enum Public = "hygiene/table.toml";
        }
        close_codes::close_codes! {
            pub(crate) enum ForCrate = "hygiene/table.toml";
        }
        close_codes::close_codes! {
            pub(super) enum ForParent = "hygiene/table.toml";
        }
        close_codes::close_codes! {
            pub(in crate::outer) enum ForPath = "hygiene/table.toml";
        }
        close_codes::close_codes! {
            enum Private = "hygiene/table.toml";
        }

        pub(crate) fn private() -> impl super::CloseCodeEnum {
            Private::Err
        }
    }

    use super::CloseCodeEnum;

    pub(super) fn restricted() -> [String; 2] {
        let policy: inner::ForPathPolicy = inner::ForPath::Err.policy().unwrap();
        [inner::ForParent::Err.to_string(), policy.to_string()]
    }
}

#[test]
fn an_enum_and_those_of_its_columns_are_as_visible_as_the_invocation_says() {
    let result: outer::inner::PublicResult = outer::inner::Public::Err.result();
    assert_eq!(result.as_str(), "ok");
    let policy: Option<outer::inner::ForCratePolicy> = outer::inner::ForCrate::Err.policy();
    assert_eq!(
        policy.map(|policy| policy.to_string()).as_deref(),
        Some("give up")
    );
    assert_eq!(outer::restricted(), ["4000 Err", "give up"]);
    assert_eq!(outer::inner::private().as_u16(), 4000);
}

/// Passes everything on as fragments.
macro_rules! fragments {
    ($(#[$attribute:meta])* $visibility:vis $name:ident $path:literal) => {
        close_codes::close_codes! {
            $(#[$attribute])*
            $visibility enum $name = $path;
        }
    };
}

/// Passes everything on as tokens, under its own name.
macro_rules! tokens {
    ($($path:tt)*) => {
        close_codes::close_codes! {
            /// The table of the macro.
            enum FromTokens = $($path)*;
        }
    };
}

fragments! {
    /// A public one.
    #[derive(strum::EnumCount)]
    #[cfg(all())]
    pub Fragments "hygiene/table.toml"
}
fragments!(PrivateFragments "hygiene/table.toml");
fragments!(#[cfg(any())] pub(crate) NoFragments "hygiene/table.toml");
tokens!("hygiene/table.toml");

#[test]
fn a_macro_passes_an_invocation_on() {
    use strum::EnumCount as _;

    assert_eq!(Fragments::COUNT, Derived::COUNT);
    assert_eq!(PrivateFragments::Err, SHARED - 1);
    assert_eq!(FromTokens::Err, SHARED - 1);
}

// The derives name every variant, including deprecated ones.
#[expect(deprecated)]
mod derived {
    close_codes::close_codes! {
        /// A table with derives of another crate.
        #[derive(strum::EnumCount, strum::IntoStaticStr, strum::VariantNames,)]
        #[strum(serialize_all = "kebab-case")]
        #[non_exhaustive]
        #[must_use]
        #[doc(alias = "derived")]
        pub(super) enum Derived = "hygiene/table.toml";
    }
}

use derived::Derived;

#[test]
fn derives_of_other_crates_see_the_variants() {
    use strum::{EnumCount as _, VariantNames as _};

    assert_eq!(<&str>::from(Derived::GoingAway), "going-away");
    assert_eq!(<&str>::from(Derived::from_u16(4321)), "application");
    assert_eq!(Derived::COUNT, Derived::VARIANTS.len());
    // All codes of one range have names, so it has no variant.
    assert_eq!(
        Derived::COUNT,
        Derived::NAMED.len() + Derived::RANGES.len() - 1
    );
}

close_codes::close_codes! {
    #[cfg(not(all()))]
    #[derive(NoSuchDerive)]
    enum Conditional = "hygiene/table.toml";
}

close_codes::close_codes! {
    #[cfg(all())]
    #[cfg_attr(all(), derive(strum::EnumCount))]
    enum Conditional = "hygiene/table.toml";
}

#[cfg(not(all()))]
close_codes::close_codes! {
    enum Conditional = "hygiene/table.toml";
}

#[test]
fn a_condition_is_that_of_all_that_is_generated() {
    use strum::EnumCount as _;

    assert_eq!(Conditional::COUNT, Derived::COUNT);
}

close_codes::close_codes! {
    #[deprecated = "the protocol is no longer in use"]
    #[allow(clippy::pedantic)]
    pub enum Deprecated = "fixtures/mine.toml";
}

#[test]
#[expect(deprecated)]
fn an_enum_may_be_deprecated_and_is_to_those_who_use_it() {
    assert_eq!(Deprecated::SessionTimedOut, SHARED);
}

#[test]
#[expect(deprecated)]
fn a_code_may_be_deprecated_and_is_to_those_who_use_it() {
    assert_eq!(One::Ok, SHARED);
}
