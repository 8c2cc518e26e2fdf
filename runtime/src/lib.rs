//! WebSocket close codes as an enum, with names, descriptions and checks; a TOML table adds your own.
//!
//! [`CloseCode`] is an enum of all close codes: one variant per code that RFC 6455 §7.4.1 or IANA
//! names, and one per range for the numbers without a name.
//!
//! ```
//! use close_codes::{CloseCode, Reconnect};
//!
//! let code = CloseCode::from(1012);
//! assert_eq!(code.to_string(), "1012 Service Restart");
//! assert_eq!(code.reconnect(), Reconnect::Backoff);
//! assert_eq!(CloseCode::from(4321).to_string(), "4321 Application");
//! ```
//!
#![cfg_attr(feature = "macros", doc = include_str!("../guide/front.md"))]
#![cfg_attr(feature = "macros", doc = include_str!("../guide/first.toml"))]
#![cfg_attr(feature = "macros", doc = include_str!("../guide/front_enum.md"))]
//!
//! All 65536 numbers convert to a code and back, and a number cannot be put into the wrong variant.
//!
//! [`CloseFrame`] is the payload of a Close frame, checked as RFC 6455 requires. [`CloseEvent`]
//! describes how a connection ended, like the browser's event of that name. [`Reason`] is text that
//! is short enough for a frame.
//!
//! ```
//! use close_codes::{CloseCode, CloseEvent, CloseFrame};
//!
//! // From the code and reason that a WebSocket library received, and to those that it sends.
//! let event = CloseEvent::<CloseCode>::received(Some((1001, "deploying")), true);
//! assert_eq!(event.to_string(), r#"1001 Going Away: "deploying" (clean)"#);
//! let frame: CloseFrame = CloseFrame::from_parts(4000, "idle")?;
//! assert_eq!(frame.parts(), Some((4000, "idle")));
//!
//! // The bytes of a frame's payload.
//! let frame: CloseFrame = CloseFrame::parse(b"\x03\xe9deploying")?;
//! assert_eq!(frame.code(), Some(CloseCode::GoingAway));
//!
//! // A code that may not be sent is an error, and so is a reason that is not UTF-8.
//! let error = CloseFrame::<CloseCode>::parse(b"\x03\xee").unwrap_err();
//! assert_eq!(error.fail_code(), CloseCode::ProtocolError);
//! # Ok::<(), close_codes::CloseFrameError>(())
//! ```
//!
//! The crate is `#![no_std]`, has no unsafe code, and never allocates, except for the strings that a
//! browser passes with the feature `web-sys`.
//!
//! # Features
//!
//! Only `macros` is on by default. The others also add their impls to the enums of custom tables,
//! and the crates with those tables need no further dependency.
//!
//! - `macros`: `close_codes!`, for custom tables, and the guide to their format.
//! - `serde`: codes are serialized as numbers, names or variants; events, frames and reasons too.
//! - `defmt`: `Format`, with the same text as `Display`. The device sends only numbers and names, and
//!   the host formats them.
//! - `arbitrary`: `Arbitrary`, which generates every code, and only valid frames and reasons. It
//!   needs `std`.
//! - `web-sys`: conversions between [`CloseEvent`] and the browser's event, and a checked `close` of
//!   a browser's socket.
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

// The macro's output is checked in too, for users who want the standard codes without the macro.
#[cfg(feature = "macros")]
close_codes_macros::close_codes! {
    [crate]
    /// A standard close code: the codes of RFC 6455 §7.4.1 and of IANA's registry each have a variant;
    /// every other number is in the variant of its range (RFC 6455 §7.4.2).
    #[close_codes(doctest = "close_codes")]
    pub enum CloseCode;
}

#[cfg(not(feature = "macros"))]
mod standard;
#[cfg(not(feature = "macros"))]
pub use standard::{CloseCode, Reconnect, Sender};

/// Generates an enum of close codes from a TOML table. The enum has the codes, ranges and columns of
/// the standard table and those that the file adds.
///
/// The path is relative to the directory of `Cargo.toml` or, if the file is not there, to that of the
/// source file (with Rust 1.88 or later). [`guide`] describes the format of a table;
/// [`guide::porting`] shows how to replace an existing enum. Attributes and visibility pass through
/// to the enum. Without a path, the enum has only the standard codes. A table can
/// [extend](guide#extending-another-table) other files; changing any of them rebuilds the crate.
///
/// ```
/// close_codes::close_codes! {
///     /// Why the gateway closed the connection.
///     #[non_exhaustive]
///     pub enum GatewayClose = "examples/gateway.toml";
/// }
///
/// # fn main() {
/// match GatewayClose::from(4007) {
///     GatewayClose::RateLimited => {}
///     other => unreachable!("{other}"),
/// }
/// # }
/// ```
///
/// This generates:
///
/// * a variant per named code, with the number as its discriminant, and one per range, which holds
///   an [`Unnamed`] number;
/// * `from_u16`, `as_u16`, `name`, `description`, `description_in`, `reason`, `to_frame`,
///   `reference`, `range`, `is_named`, `is_custom`, `custom`, a method per column, `is_…` and a
///   constant per range, `NAMED`, `CUSTOM`, `RANGES`, `LANGUAGES`, a constant per alias;
/// * `Debug`, `Display` (`{:#}` adds the description), `FromStr`, `Ord` by number, `Hash`,
///   `PartialEq<u16>` and `PartialOrd<u16>` from both sides, `Error`, conversions from and to `u16`
///   and [`CloseCode`], from `&str`, and [`CloseCodeEnum`];
/// * an enum per column with a list of values: `GatewayClosePolicy` for a column `policy`.
///
/// The page of [`CloseCode`] shows all of it. `#[close_codes(doctest = "my_crate::gateway")]`, with
/// the path of the module that contains the enum, adds examples to the documentation of the enum.
///
/// `#[close_codes(custom = "GatewayCode")]` also generates a plain enum of the custom codes, so that
/// a `match` on it can be exhaustive: see
/// [`guide::porting`](guide::porting#a-match-that-names-every-code).
#[cfg(feature = "macros")]
#[cfg_attr(docsrs, doc(cfg(feature = "macros")))]
#[macro_export]
macro_rules! close_codes {
    ($($invocation:tt)*) => {
        $crate::__private::close_codes! { [$crate] $($invocation)* }
    };
}

/// Used by generated code. Not part of the API.
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
    pub use crate::lookup::{Texts, display, parse};
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
