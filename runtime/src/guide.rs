//! Custom tables: the format, key by key.
//!
//! A table is a TOML file with a row per code:
//!
//! ```toml
#![doc = include_str!("../guide/first.toml")]
//! ```
//!
//! [`close_codes!`](crate::close_codes) turns it into an enum when your crate is compiled:
//!
//! ```
//! close_codes::close_codes! {
//!     /// Why the gateway closed the connection.
//!     pub enum GatewayClose = "guide/first.toml";
//! }
//!
//! # fn main() {
//! assert_eq!(GatewayClose::from(4007), GatewayClose::RateLimited);
//! assert_eq!(GatewayClose::RateLimited.to_string(), "4007 Rate Limited");
//! assert!(GatewayClose::from(4150).is_overload());
//! # }
//! ```
//!
//! The table *extends* the standard one: the enum has every standard code, range and column, plus
//! what the file adds or changes. Every error in the file is a compile error that shows its line and
//! column, and one build reports all of them.
//!
//! If you already have an enum of close codes, [`porting`] shows how to replace it, step by step.
//!
//! A longer row is easier to read as several lines that each start with its number:
//!
//! ```toml
#![doc = include_str!("../guide/room.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum GatewayClose = "guide/room.toml";
//! }
//!
//! # fn main() {
//! let code = GatewayClose::RateLimited;
//! assert_eq!(code.reason(), "too many messages");
//! assert_eq!(code.reference(), Some("gateway manual, chapter 4"));
//! assert_eq!(code.reconnect(), close_codes::Reconnect::Backoff);
//!
//! assert_eq!(GatewayClose::TOO_FAST, code);
//! assert_eq!("Too Fast".parse(), Ok(code));
//! let german = "Der Client hat schneller Nachrichten gesendet als erlaubt.";
//! assert_eq!(code.description_in("de-AT"), german);
//! assert_eq!(GatewayClose::LANGUAGES, ["en", "zh-CN", "de"]);
//! # }
//! ```
//!
//! A section, `[codes.4007]` followed by its keys, means the same. Use sections for all rows or for
//! none: TOML would read a short row after a section as a key of that section. The order of rows
//! does not matter.
//!
//! # A whole table
//!
//! ```toml
#![doc = include_str!("../guide/gateway.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum GatewayClose = "guide/gateway.toml";
//! }
//!
//! # fn main() {
//! use close_codes::{Reconnect, Sender};
//!
//! assert_eq!(GatewayClose::GoingAway.reason(), "deploying");
//! assert_eq!(GatewayClose::SessionReplaced.sender(), Sender::Server);
//! assert_eq!(GatewayClose::RateLimited.delay_ms(), Some(5000));
//! assert_eq!(GatewayClose::CONNECTION_REPLACED, GatewayClose::SessionReplaced);
//! assert!(matches!(GatewayClose::from(4500), GatewayClose::Upgrade(_)));
//! assert_eq!(GatewayClose::from(4500).reconnect(), Reconnect::Immediately);
//! # }
//! ```
//!
//! # Every key
//!
//! | key | of | meaning |
//! |---|---|---|
//! | `title`, `description` | table | [what the table describes](#describing-a-table), as a title and as a sentence |
//! | `reference`, `checked` | table | where its codes are published, and the date of the last comparison |
//! | `extends` | table | path of the [table that this one extends](#extending-another-table) |
//! | `default_language` | table | language of a `description` that is a plain string, and of `description()`; by default that of the extended table, which is `en` for the standard one |
//! | `columns.NAME` | table | a [column](#columns) |
//! | `codes.KEY` | table | a row: `4000` is a code, `4100-4199` a span, `"4200-4299, 4500"` several; a string is the name |
//! | `name` | row | display name, also accepted by `FromStr`; the variant is the name in `UpperCamelCase` |
//! | `variant` | row | variant to use instead of the one derived from `name` |
//! | `aliases` | code | other names that `FromStr` accepts; each is also an associated constant if it is an identifier |
//! | `description` | row | one paragraph of plain text for users: a string, or a table by language tag (BCP 47) |
//! | `docs` | row | Markdown that is copied into the generated documentation |
//! | `reason` | code | default reason of a Close frame, at most 123 bytes of UTF-8 (RFC 6455 §5.5) |
//! | `reference` | row | where the code or range is defined |
//! | `deprecated` | code | makes the variant `#[deprecated]`, with this text |
//! | `replaces` | code | to [redefine](#numbers) a number that an extended table names: its name there |
//! | `allow_reserved` | row | permits a [number](#numbers) outside 3000–4999 |
//! | a column's name | row | the column's value for these numbers |
//!
//! Numbers are written in decimal digits without a leading zero, spans without spaces around `-`.
//! Several spans need quotes around the whole key, and `, ` between them.
//!
//! A code without a description uses that of its range. `docs` and `reason` are not inherited.
//!
//! # Changing standard codes and ranges
//!
//! A row without `name` adds nothing to the enum. It changes what is already there:
//!
//! * columns, for any numbers;
//! * everything else (a description, a translation, a default reason, more aliases), for exactly
//!   one code or one range.
//!
//! Codes 1000–2999 cannot be renamed, but `aliases` gives them more names. Aliases and languages are
//! added to the existing ones; other values replace the old ones. A standard code without a
//! description in the default language keeps its English one.
//!
//! ```toml
#![doc = include_str!("../guide/changes.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum ServerClose = "guide/changes.toml";
//! }
//!
//! # fn main() {
//! use close_codes::{CloseCode, Reconnect};
//!
//! assert_eq!(ServerClose::GoingAway.description(), "Der Server wird neu gestartet.");
//! assert_eq!(ServerClose::GoingAway.description_in("en"), CloseCode::GoingAway.description());
//! assert_eq!(ServerClose::Timeout.description(), CloseCode::Timeout.description());
//! assert_eq!(ServerClose::NormalClosure.reconnect(), Reconnect::Never);
//! assert_eq!(ServerClose::Busy.reconnect(), Reconnect::Backoff);
//! assert_eq!(ServerClose::from(1004).reconnect(), Reconnect::Backoff);
//! # }
//! ```
//!
//! # Columns
//!
//! A column is a typed property of every code and range, and a method of the enum. Its type is
//! `bool`, `u8`, `u16`, `u32`, `u64`, `i64`, `string`, or a list of values, which becomes an enum.
//! It has either a `default` or `optional = true`; an optional column's method returns an `Option`.
//! The standard columns `sender` and `reconnect` cannot be declared again, but rows can change their
//! values.
//!
//! **A column belongs to numbers.** Its value for a number comes from the narrowest row that sets it
//! for that number, whether the row has a name or not. Values from the standard table apply only
//! where none of your rows sets the column, and the `default` only where no row at all does. Two
//! rows that set the same column must not overlap, unless one is inside the other.
//!
//! ```toml
#![doc = include_str!("../guide/columns.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum AppClose = "guide/columns.toml";
//! }
//!
//! # fn main() {
//! assert_eq!(AppClose::WrongPassword.policy(), AppClosePolicy::LogInAgain);
//! assert_eq!(AppClosePolicy::LogInAgain.to_string(), "log in again");
//! assert_eq!("give up".parse(), Ok(AppClosePolicy::GiveUp));
//! assert!(!AppClose::GoingAway.is_user_error());
//!
//! assert_eq!(AppClose::Busy.delay_ms(), Some(5000));
//! assert_eq!(AppClose::WrongPassword.delay_ms(), Some(2000));
//! assert_eq!(AppClose::from(4050).delay_ms(), Some(2000));
//! assert_eq!(AppClose::from(4321).delay_ms(), Some(1000));
//! assert_eq!(AppClose::GoingAway.delay_ms(), None);
//! # }
//! ```
//!
//! Whether a code can be sent is not a column: it can, unless its `sender` is `nobody`. `sender` may
//! be set for 3000–4999, for other numbers only together with `allow_reserved = true`, and never for
//! 1005, 1006 and 1015.
//!
//! # Ranges inside ranges
//!
//! A span with a name splits the range around it, at any depth. It gets a variant (`Fatal`), a
//! matcher (`is_fatal`) and a constant (`FATAL`), and the variant of the range around it keeps the
//! other numbers. Ranges must not overlap partly. A name whose variant and constant would be the
//! same, such as one in Chinese, needs a `variant` with both uppercase and lowercase letters.
//!
//! ```toml
#![doc = include_str!("../guide/ranges.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum PushClose = "guide/ranges.toml";
//! }
//!
//! # fn main() {
//! use close_codes::Reconnect;
//!
//! assert!(matches!(PushClose::from(4050), PushClose::Fatal(_)));
//! assert!(matches!(PushClose::from(4450), PushClose::Client(_)));
//! assert!(matches!(PushClose::from(4500), PushClose::Application(_)));
//! assert_eq!(PushClose::UnknownApp.reconnect(), Reconnect::Never);
//! assert_eq!(PushClose::Maintenance.reconnect(), Reconnect::Backoff);
//!
//! // Matchers go by number: a code is in its own range and in every range around it.
//! assert!(PushClose::UnknownApp.is_fatal() && PushClose::UnknownApp.is_application());
//! assert_eq!(PushClose::UnknownApp.range(), Some(PushClose::FATAL));
//! # }
//! ```
//!
//! # Numbers
//!
//! * **4000–4999** are for an application whose client and server are developed together. They are
//!   private, and browsers may send them.
//! * **3000–3999** are for a library, framework or public protocol. Register yours with IANA (first
//!   come, first served; RFC 6455 §11.7). Browsers may send them.
//! * A browser's `close()` accepts 1000 and 3000–4999, nothing else: a page cannot send 1001 or
//!   1008. [`is_browser_sendable`](crate::CloseCodeEnum::is_browser_sendable) and
//!   [`check_browser_close`](crate::check_browser_close) check this before you call it.
//!
//! To redefine a code in 3000–4999 that an extended table already names, such as a standard code, set
//! `replaces` to its name there. Numbers outside 3000–4999 need `allow_reserved = true`.
//!
//! ```toml
#![doc = include_str!("../guide/numbers.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum ProtocolClose = "guide/numbers.toml";
//! }
//!
//! # fn main() {
//! assert_eq!(ProtocolClose::from(3000), ProtocolClose::HandshakeRefused);
//! assert!(ProtocolClose::WindowExhausted.is_extension());
//! assert!(ProtocolClose::WindowExhausted.is_sendable());
//! # }
//! ```
//!
//! # Names
//!
//! Names, variants and aliases are unique in a table, ignoring case. A code may have the same name
//! as a standard code with another number if it has its own `variant`. The name then still parses as
//! the standard code, and the variant as yours.
//!
//! ```toml
#![doc = include_str!("../guide/names.toml")]
//! ```
//!
//! ```
//! # #[deny(deprecated)]
//! # mod gateway {
//! close_codes::close_codes! {
//!     pub enum LoginClose = "guide/names.toml";
//! }
//! # }
//! # use gateway::LoginClose;
//!
//! assert_eq!(LoginClose::LoginRequired.to_string(), "4401 Unauthorized");
//! assert_eq!("unauthorized".parse(), Ok(LoginClose::Unauthorized));
//! assert_eq!("LoginRequired".parse(), Ok(LoginClose::LoginRequired));
//! assert_eq!(LoginClose::InvalidIntents.name(), "Invalid intent(s)");
//! ```
//!
//! # Describing a table
//!
//! `title` and `description` say whose codes a file contains, `reference` where they are published,
//! and `checked` when the file was last compared with that source. `checked` is a TOML date, so it
//! has no quotes. All four are optional. They appear at the top of the enum's documentation, and
//! tools show them. They describe only their own file: a table that extends it does not inherit
//! them.
//!
//! ```toml
#![doc = include_str!("../guide/company.toml")]
//! ```
//!
//! # Extending another table
//!
//! A table with `extends` builds on another file instead of directly on the standard table. It has
//! every code, range and column of that file, and can change them in the same way as those of the
//! standard table. The path is relative to the file that contains it, and must not lead outside the
//! package. The other file can extend a third one, and so on.
//!
//! ```toml
#![doc = include_str!("../guide/chat.toml")]
//! ```
//!
//! ```
//! close_codes::close_codes! {
//!     enum ChatClose = "guide/chat.toml";
//! }
//!
//! # fn main() {
//! use close_codes::Reconnect;
//!
//! assert_eq!(ChatClose::Kicked.reconnect(), Reconnect::Never);
//! assert_eq!(ChatClose::Kicked.description(), "A moderator has removed the user.");
//! let german = "Die Moderation hat den Benutzer entfernt.";
//! assert_eq!(ChatClose::Kicked.description_in("de"), german);
//! assert_eq!(ChatClose::from(4110).delay_ms(), Some(5000));
//! assert_eq!(ChatClose::TooManyRooms.delay_ms(), Some(60000));
//!
//! // The codes of both files, but not those of the standard table.
//! let custom = [ChatClose::Kicked, ChatClose::RoomClosed, ChatClose::TooManyRooms];
//! assert_eq!(ChatClose::CUSTOM, custom);
//! # }
//! ```
//!
//! The value of a column comes from the nearest file that sets it for the number, and from the
//! narrowest row in that file. An error in an extended file is shown in that file, and a conflict
//! with a row of another file names that file. Changing any of the files rebuilds the crate.
//!
//! The crate `close-codes-catalogue` has tables of public protocols. To extend one, copy its file
//! into your package.
//!
//! # Versions of a table
//!
//! A number that gets a name leaves the variant of its range, so a `match` on that variant no longer
//! sees it: the names of a published enum are part of its crate's API. Adding a name is a breaking
//! change, unless the enum is `#[non_exhaustive]` and its users call `is_application()` rather than
//! match on `Application(_)`. The bytes on the wire stay the same. Retire a name with `deprecated`,
//! and never reuse its number.
//!
//! # Files and editors
//!
//! The path of a table is relative to the directory of `Cargo.toml` or, if the file is not there, to
//! that of the source file that invokes the macro (with Rust 1.88 or later). Absolute paths are
//! refused, and so are paths that lead outside the package with `../`, because `cargo package` would
//! leave the file out. Changing the file rebuilds the crate. rust-analyzer notices the change after
//! the next edit of the source file that invokes the macro.
//!
//! An editor that knows TOML schemas (such as taplo, or VS Code with Even Better TOML) completes and
//! checks a table whose first line is `#:schema ./close-codes.schema.json`, if a copy of that file is
//! next to the table. `close-codes init` writes both; the package `close-codes-codegen` contains the
//! schema. Editors that follow TOML 1.0 report two things as errors that builds accept: an inline
//! table over several lines, and a byte order mark.

pub mod both_sides;
pub mod porting;
