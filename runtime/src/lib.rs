//! WebSocket close codes: named, checked, shown, and extended by a TOML table of your own.
//!
//! [`CloseCode`] is an enum of every close code there is: a variant per code that RFC 6455 §7.4.1
//! or IANA names, and a variant per range for the numbers without a name. It is total and lossless
//! (all 65536 numbers go in and come back), and no other variant can be made than the one that a
//! number has.
//!
//! ```
//! use close_codes::{CloseCode, Reconnect};
//!
//! let code = CloseCode::from(1012);
//! assert_eq!(code, CloseCode::ServiceRestart);
//! assert_eq!(code.to_string(), "1012 Service Restart");
//! assert_eq!(code.reconnect(), Reconnect::Backoff);
//! assert!(code.is_sendable() && !code.is_browser_sendable());
//!
//! assert_eq!(CloseCode::from(4321).to_string(), "4321 Application");
//! ```
//!
//! [`CloseFrame`] is the body of a Close frame, checked as RFC 6455 asks; [`CloseEvent`] is what is
//! known of a connection that has ended, as the browser's event of that name tells it; [`Reason`]
//! is a text that fits a frame.
//!
//! ```
//! use close_codes::{CloseCode, CloseEvent, CloseFrame};
//!
//! // What a WebSocket library has received, or what it takes to close.
//! let event = CloseEvent::<CloseCode>::received(Some((1001, "deploying")), true);
//! assert_eq!(event.to_string(), r#"1001 Going Away: "deploying" (clean)"#);
//! let frame: CloseFrame = CloseFrame::from_parts(4000, "idle")?;
//! assert_eq!(frame.parts(), Some((4000, "idle")));
//!
//! // The bytes of a frame.
//! let frame: CloseFrame = CloseFrame::parse(b"\x03\xe9deploying")?;
//! assert_eq!(frame.code(), Some(CloseCode::GoingAway));
//!
//! // A code that may not be sent is an error, and so is a reason that is not UTF-8.
//! let error = CloseFrame::<CloseCode>::parse(b"\x03\xee").unwrap_err();
//! assert_eq!(error.fail_code(), CloseCode::ProtocolError);
//! # Ok::<(), close_codes::CloseFrameError>(())
//! ```
//!
#![cfg_attr(feature = "macros", doc = include_str!("../guide/front.md"))]
//!
//! The crate is `#![no_std]`, never allocates, and has no unsafe code.
//!
//! # Features
//!
//! None is on by default. Each adds impls to the enums of custom tables too, which need no
//! dependency but this crate for it.
//!
//! - `serde`: codes as numbers or names, and the members of events and frames.
//! - `defmt`: `Format`, which shows what `Display` shows. The host puts the text together; a device
//!   sends numbers and names.
//! - `arbitrary`: `Arbitrary`, which makes every code, and only frames and reasons that may exist.
//!   This one needs `std`.
//! - `web-sys`: [`CloseEvent`] from and to the browser's, and closing a browser's socket.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod browser;
mod code_enum;
#[cfg(feature = "defmt")]
mod defmt;
mod event;
mod frame;
#[cfg(feature = "macros")]
#[cfg_attr(docsrs, doc(cfg(feature = "macros")))]
pub mod guide;
mod impl_code;
mod impl_features;
mod lookup;
mod range;
mod reason;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod serde;
mod unnamed;
#[cfg(feature = "web-sys")]
mod web;

pub use browser::{BrowserCloseError, check_browser_close};
pub use code_enum::{CloseCodeEnum, NotCustom, ParseCloseCodeError, ParseValueError};
pub use event::{CloseEvent, CloseEventInit};
pub use frame::{CloseFrame, CloseFrameError, Payload, UnsendableCode};
pub use range::CodeRange;
pub use reason::{Reason, ReasonTooLong};
pub use unnamed::Unnamed;
#[cfg(feature = "web-sys")]
#[cfg_attr(docsrs, doc(cfg(feature = "web-sys")))]
pub use web::browser_close_socket;

// What the macro makes is checked in too, for those who want the standard codes and no macro.
#[cfg(feature = "macros")]
close_codes_macros::close_codes! {
    [crate]
    /// A close code of the standards: those of RFC 6455 §7.4.1 and of IANA's registry are variants,
    /// every other number is in the variant of its range (RFC 6455 §7.4.2).
    #[close_codes(doctest = "close_codes")]
    pub enum CloseCode;
}

#[cfg(not(feature = "macros"))]
mod standard;
#[cfg(not(feature = "macros"))]
pub use standard::{CloseCode, Reconnect, Sender};

/// Generates an enum of close codes from a TOML table, with the codes, ranges and columns of the
/// standard table and those of the file on top of them.
///
/// The path is looked up in the directory of `Cargo.toml`, then in that of the source file, which
/// needs Rust 1.88 or later. [`guide`] describes the table; [`guide::porting`] is for an enum that
/// exists already. Attributes and visibility pass through to the enum. Without a path the enum has
/// the standard table only. A table can stand on other files, which
/// [`extends`](guide#tables-on-top-of-tables) names; a change of any of them rebuilds the crate.
///
/// ```
/// close_codes::close_codes! {
///     /// Why the gateway closed the connection.
///     #[non_exhaustive]
///     pub enum GatewayClose = "examples/gateway.toml";
/// }
/// # fn main() {
/// match GatewayClose::from(4007) {
///     GatewayClose::RateLimited => {}
///     other => unreachable!("{other}"),
/// }
/// # }
/// ```
///
/// What is generated for it:
///
/// * a variant per named code, its discriminant the number, and one per range, which holds an
///   [`Unnamed`] number;
/// * `from_u16`, `as_u16`, `name`, `description`, `description_in`, `reason`, `to_frame`,
///   `reference`, `range`, `is_named`, `is_custom`, `custom`, a method per column, `is_…` and a
///   constant per range, `NAMED`, `CUSTOM`, `RANGES`, `LANGUAGES`, a constant per alias;
/// * `Debug`, `Display` (`{:#}` adds the description), `FromStr`, `Ord` by number, `Hash`,
///   `PartialEq<u16>` and `PartialOrd<u16>` from both sides, `Error`, conversions from and to `u16`
///   and [`CloseCode`], from `&str`, and [`CloseCodeEnum`];
/// * an enum per column whose values are named: `GatewayClosePolicy` for a column `policy`.
///
/// [`CloseCode`] shows all of it. `#[close_codes(doctest = "my_crate::gateway")]`, with the path
/// of the module that the enum is in, adds examples to its documentation.
///
/// `#[close_codes(custom = "GatewayCode")]` also makes a plain enum of the codes that the table itself
/// names, which `match` can list one by one: see [`guide::porting`].
#[cfg(feature = "macros")]
#[cfg_attr(docsrs, doc(cfg(feature = "macros")))]
#[macro_export]
macro_rules! close_codes {
    ($($invocation:tt)*) => {
        $crate::__private::close_codes! { [$crate] $($invocation)* }
    };
}

/// What generated code is made of. Not part of the API.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "macros")]
    pub use close_codes_macros::close_codes;
    pub use core::clone::Clone;
    pub use core::cmp::{Eq, Ord, PartialEq, PartialOrd};
    pub use core::fmt::Debug;
    pub use core::hash::Hash;
    pub use core::marker::Copy;
    pub use core::option::Option::{self, None, Some};
    pub use core::primitive;
    pub use core::{assert, matches};

    pub use core;

    pub use crate::browser::is_browser_sendable;
    pub use crate::impl_code::Row;
    pub use crate::lookup::{display, parse};
    pub use crate::{
        __impl_code as impl_code, __impl_custom as impl_custom, __impl_standard as impl_standard,
        __impl_value as impl_value, CloseCode, CodeRange, Reconnect, Sender, Unnamed,
    };

    #[cfg(feature = "arbitrary")]
    pub use crate::arbitrary::{arbitrary_code, arbitrary_value};
    #[cfg(feature = "defmt")]
    pub use crate::defmt::format_code;

    #[cfg(feature = "arbitrary")]
    pub use ::arbitrary;
    #[cfg(feature = "defmt")]
    pub use ::defmt;
    #[cfg(feature = "serde")]
    pub use ::serde;
}
