//! A table of your own: the format, key by key.
//!
//! A table is a TOML file, and [`close_codes!`](crate::close_codes) makes an enum of it while your
//! crate is compiled. It *extends* the standard table: the enum has every standard code, range and
//! column, and what the file adds or changes. Whatever is wrong in the file is a compile error at
//! its own line and column, and all of them are shown in one build.
//!
//! The path is looked up in the directory of `Cargo.toml`, then in that of the source file that
//! names it (the latter with Rust 1.88 or later). A change of the file rebuilds the crate.
//! rust-analyzer sees it after the next edit of the invoking file.
//!
//! An editor that knows TOML schemas (taplo, Even Better TOML) completes and checks a table whose
//! first line is `#:schema ./close-codes.schema.json`, with a copy of that file beside it; it is in
//! the package `close-codes-codegen`.
//!
//! # Codes
//!
//! A row needs `code` and `name`; the variant is the name in `UpperCamelCase`.
//!
//! ```toml
#![doc = include_str!("../guide/codes.toml")]
//! ```
//!
//! ```
//! # #[deny(deprecated)]
//! # mod gateway {
//! close_codes::close_codes! {
//!     /// Why the gateway closed the connection.
//!     pub enum GatewayClose = "guide/codes.toml";
//! }
//! # }
//! # use gateway::GatewayClose;
//!
//! let code = GatewayClose::SessionTimedOut;
//! assert_eq!(code.to_string(), "4001 Session Timed Out");
//! assert_eq!(code.description(), "The session is too old to be resumed.");
//! assert_eq!(code.reason(), "session timed out");
//! assert_eq!(code.reference(), Some("gateway manual, chapter 4"));
//! assert_eq!(code.reconnect(), close_codes::Reconnect::Immediately);
//!
//! assert_eq!(GatewayClose::BAD_INTENTS, GatewayClose::InvalidIntents);
//! assert_eq!("Bad Intents".parse(), Ok(GatewayClose::InvalidIntents));
//! let german = "Der Client hat Ereignisse verlangt, die es nicht gibt.";
//! assert_eq!(GatewayClose::InvalidIntents.description_in("de-AT"), german);
//! assert_eq!(GatewayClose::LANGUAGES, ["en", "zh-CN", "de"]);
//! ```
//!
//! | key | meaning |
//! |---|---|
//! | `code` | the number |
//! | `name` | what the code is shown by and parsed from |
//! | `variant` | the variant, where the name makes a poor one or none |
//! | `aliases` | more names to parse; each is an associated constant too, if it is an identifier |
//! | `description` | one paragraph of plain text for people: a string, or a table by language tag (BCP 47) |
//! | `docs` | Markdown for the variant's page, taken as it is |
//! | `reason` | a text for the Close frame, at most 123 bytes of UTF-8 (RFC 6455 §5.5) |
//! | `reference` | where the code is defined |
//! | `deprecated` | makes the variant `#[deprecated]`, with this text |
//! | a column | its value for this code |
//!
//! # Standard codes and ranges, described anew
//!
//! A row with the number of a standard code and without a name *overlays* that code: its
//! description, a translation, reason, reference, columns. The names of 1000–2999 stay. A
//! `[[range]]` with a standard name and without `codes` does the same for the range.
//!
//! `default_language` is the language of a description that is a plain string, and of
//! `description()`. It is `en` if it is not given; a standard code that has no text in it keeps
//! its English one.
//!
//! ```toml
#![doc = include_str!("../guide/overlay.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum ServerClose = "guide/overlay.toml";
//! }
//! # fn main() {
//! use close_codes::{CloseCode, Reconnect};
//!
//! assert_eq!(ServerClose::GoingAway.description(), "Der Server wird neu gestartet.");
//! assert_eq!(ServerClose::GoingAway.description_in("en"), CloseCode::GoingAway.description());
//! assert_eq!(ServerClose::Timeout.description(), CloseCode::Timeout.description());
//! assert_eq!(ServerClose::Busy.reconnect(), Reconnect::Backoff);
//! assert_eq!(ServerClose::from_u16(4999).reconnect(), Reconnect::Backoff);
//! # }
//! ```
//!
//! # Columns
//!
//! A column is a typed property of every code and range, and a method of the enum. Its type is
//! `bool`, `u8`, `u16`, `u32`, `u64`, `i64`, `string`, or a list of values, which becomes an enum.
//! A code has its own value, else that of its range, of the range around that, and so on, else the
//! column's `default`. With `optional = true` in place of a default the method returns an `Option`.
//!
//! ```toml
#![doc = include_str!("../guide/columns.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum AppClose = "guide/columns.toml";
//! }
//! # fn main() {
//! assert_eq!(AppClose::WrongPassword.policy(), AppClosePolicy::LogInAgain);
//! assert_eq!(AppClosePolicy::LogInAgain.to_string(), "log in again");
//! assert_eq!("give up".parse(), Ok(AppClosePolicy::GiveUp));
//! assert_eq!(AppClose::Busy.delay_ms(), Some(5000));
//! assert_eq!(AppClose::GoingAway.delay_ms(), None);
//! assert!(!AppClose::GoingAway.is_user_error());
//! assert_eq!(AppClose::GoingAway.reconnect(), close_codes::Reconnect::Backoff);
//! # }
//! ```
//!
//! # Ranges
//!
//! A range inside another splits it: it has a variant, a matcher and a constant of its own, its
//! codes get its values, and the variant of the range around it keeps the numbers that are left.
//! `codes` is one span or several; all of them lie in one range. A name whose variant and constant
//! would be the same, such as one in Chinese, needs a `variant` with capital and small letters.
//!
//! ```toml
#![doc = include_str!("../guide/ranges.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum PushClose = "guide/ranges.toml";
//! }
//! # fn main() {
//! use close_codes::Reconnect;
//!
//! assert!(matches!(PushClose::from_u16(4050), PushClose::Fatal(_)));
//! assert!(matches!(PushClose::from_u16(4500), PushClose::Application(_)));
//! assert_eq!(PushClose::UnknownApp.reconnect(), Reconnect::Never);
//! assert_eq!(PushClose::Maintenance.reconnect(), Reconnect::Backoff);
//!
//! // Matchers go by number: a code is in its range and in every range around that.
//! assert!(PushClose::UnknownApp.is_fatal() && PushClose::UnknownApp.is_application());
//! assert_eq!(PushClose::UnknownApp.range(), Some(PushClose::FATAL));
//! # }
//! ```
//!
//! # Numbers
//!
//! * **4000–4999** are for an application whose client and server are written together. Nobody
//!   else reads them, and browsers may send them.
//! * **3000–3999** are for a library, framework or public protocol; register yours with IANA (first
//!   come, first served; RFC 6455 §11.7). Browsers may send them.
//! * `close()` of a browser accepts 1000 and 3000–4999, nothing else: a page cannot send 1001 or
//!   1008. [`is_browser_sendable`](crate::CloseCodeEnum::is_browser_sendable) and
//!   [`check_browser_close`](crate::check_browser_close) tell beforehand.
//! * Where a protocol gives a number of 3000–3999 that the standard table names another meaning,
//!   `replaces` says that this is meant. A number elsewhere needs `allow_reserved`.
//!
//! ```toml
#![doc = include_str!("../guide/numbers.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum ProtocolClose = "guide/numbers.toml";
//! }
//! # fn main() {
//! assert_eq!(ProtocolClose::from_u16(3000), ProtocolClose::HandshakeRefused);
//! assert!(ProtocolClose::WindowExhausted.is_extension());
//! # }
//! ```
//!
//! A name of the standard table leads to the standard code in every table: where a code of your
//! own is shown by the same name, such as 4401 `Unauthorized`, give it a `variant`; it is parsed
//! from that.
//!
//! # Versions of a table
//!
//! A number that gets a name leaves the variant of its range, so a `match` on the range no longer
//! sees it: the names of a published enum are part of its crate's API. Adding one is a breaking
//! change unless the enum is `#[non_exhaustive]` and its users are told to match on
//! `is_application()` rather than on `Application(_)`. What is on the wire never changes by it.
//! Give a name up with `deprecated`, and keep the number out of use.
