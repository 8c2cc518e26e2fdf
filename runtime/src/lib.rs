//! WebSocket close codes: named, checked, shown, and extended by a TOML table of your own.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod browser;
mod event;
mod frame;
mod lookup;
mod range;
mod reason;
mod table;
mod unnamed;

pub use browser::{BrowserCloseError, browser_close};
pub use event::{CloseEvent, CloseEventInit};
pub use frame::{CloseFrame, CloseFrameError, Payload, UnsendableCode};
pub use range::CodeRange;
pub use reason::{Reason, ReasonTooLong};
pub use table::{CloseCodeTable, ParseCloseCodeError, ParseValueError};
pub use unnamed::Unnamed;

close_codes_macros::close_codes! {
    [crate]
    /// A close code of the standards: those of RFC 6455 §7.4.1 and of IANA's registry are variants,
    /// every other number is in the variant of its range (RFC 6455 §7.4.2).
    #[close_codes(doctest = "close_codes")]
    pub enum CloseCode;
}

/// Generates an enum of close codes from a TOML table.
///
/// The enum has the codes, ranges and columns of [`CloseCode`], and those of the table on top of
/// them.
#[macro_export]
macro_rules! close_codes {
    ($($invocation:tt)*) => {
        $crate::__private::close_codes! { [$crate] $($invocation)* }
    };
}

/// What generated code is made of. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use close_codes_macros::close_codes;
    pub use core;

    pub use crate::lookup::{debug, display, lookup, parse};
}
