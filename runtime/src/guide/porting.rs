//! From an enum written by hand to a table.
//!
//! Suppose that a crate has this enum, and uses it everywhere:
//!
//! ```
//! #[derive(Clone, Copy, Debug, PartialEq, Eq)]
//! #[repr(u16)]
//! pub enum GatewayClose {
//!     Normal = 1000,
//!     UnknownError = 4000,
//!     RateLimited = 4007,
//!     SessionReplaced = 4009,
//!     InvalidIntents = 4013,
//! }
//! ```
//!
//! The steps below replace it. The compiler finds most of the places that have to change, and this
//! page says what to write there. It cannot find all of them: see
//! [what the compiler does not report](#what-the-compiler-does-not-report).
//!
//! # Write the table
//!
//! Write one row per code, with the words of the variant as its name:
//!
//! ```toml
#![doc = include_str!("../../guide/porting.toml")]
//! ```
//!
//! * **A standard code under another name**, such as `Normal` for 1000, becomes an alias. It is also
//!   an associated constant, so `GatewayClose::Normal` still works, in patterns too. The variant is
//!   the standard one, `NormalClosure`: a `match` without a wildcard has to name that. Rows for
//!   standard codes that keep their names are not needed.
//! * **A variant that does not follow from the name** is set with `variant`.
//! * Text from an error's `#[error("…")]` or from a doc comment goes to `description` or `docs`,
//!   text for the wire to `reason`, and functions that say what a client does next to `reconnect`
//!   or to a [column](super#columns).
//!
//! # Replace the enum
//!
//! ```
//! # mod gateway {
//! close_codes::close_codes! {
//!     /// Why the gateway closed the connection.
//!     pub enum GatewayClose = "guide/porting.toml";
//! }
//! # }
//! # use gateway::GatewayClose;
//! assert_eq!(GatewayClose::Normal, GatewayClose::NormalClosure);
//! assert_eq!(GatewayClose::TooFast, GatewayClose::RateLimited);
//! assert_eq!(GatewayClose::InvalidIntents.name(), "Invalid intent(s)");
//! ```
//!
//! * Put the table next to `Cargo.toml` or into a directory below, and write the path from there. A
//!   path from the source file needs Rust 1.88 or later: older compilers do not tell a macro where
//!   that file is.
//! * If `Cargo.toml` has a list `package.include`, **add the table to it**. Otherwise the published
//!   crate has no table and does not build; `cargo package` reports this before you publish.
//! * If your crate has a module named `close_codes` too, write `::close_codes::close_codes!`, with
//!   two colons at the start.
//!
//! | attribute of the old enum | now |
//! |---|---|
//! | `derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)`, `repr(u16)` | drop: generated |
//! | `derive(Default)` | drop: a close code has no default |
//! | `derive(Serialize, Deserialize)`, `serde_repr` | drop: the feature `serde` of this crate; see [serde](#serde) |
//! | `derive(thiserror::Error)`, `#[error("…")]` | drop: the enum implements `Error`, so errors that contain it stay as they are, with `#[from]` too |
//! | `strum::Display`, `EnumString`, `EnumIter`, `FromRepr` | drop: `name()`, `FromStr`, `NAMED` or `CUSTOM`, `custom` |
//! | `strum::EnumCount`, `IntoStaticStr`, `VariantNames` | keep: they see all variants, standard ones and ranges included |
//! | `num_enum::IntoPrimitive`, `TryFromPrimitive` | drop: `as_u16()`, `custom` |
//! | `non_exhaustive`, `must_use`, `deprecated`, `cfg`, doc comments | keep |
//!
//! # What the compiler does not report
//!
//! | what | by hand | now |
//! |---|---|---|
//! | `GatewayClose::try_from(number)` | fails for a number that is not in the enum | **never fails**, because every number is a code |
//! | `to_string()`, `{code}` | often the name alone | number and name: `4007 Rate Limited` |
//! | the [serde](#serde) format | a variant, or a number with `serde_repr` | a number |
//! | `_ =>` in a `match` | matches the other variants | matches all other numbers too |
//!
//! `custom` is the conversion that fails: it returns the code if the table itself names it.
//!
//! ```
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayClose;
//! assert_eq!(GatewayClose::custom(4007), Some(GatewayClose::RateLimited));
//! assert_eq!(GatewayClose::custom(4321), None);
//! assert_eq!(GatewayClose::custom(1000), None); // the standard table names it; an alias changes nothing
//! assert!(GatewayClose::try_from(4321_u16).is_ok());
//!
//! assert_eq!(GatewayClose::RateLimited.to_string(), "4007 Rate Limited");
//! assert_eq!(GatewayClose::RateLimited.name(), "Rate Limited");
//! ```
//!
//! If the other side receives the text, as the reason of a Close frame or in a message, use `name()`
//! to keep it unchanged.
//!
//! # Numbers
//!
//! An enum with range variants cannot be cast. Replace `code as u16` by `code.as_u16()`, which works
//! in constants, as does `from_u16`:
//!
//! ```
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayClose;
//! const RATE_LIMITED: u16 = GatewayClose::RateLimited.as_u16();
//! const CODE: GatewayClose = GatewayClose::from_u16(RATE_LIMITED);
//! assert_eq!(CODE, 4007); // compares with numbers
//! ```
//!
//! # Ranges
//!
//! A number without a name is in the variant of its range. Make such a code from its number, because
//! the variant cannot be used to construct it, and compare the variant's payload with numbers:
//!
//! ```
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayClose;
//! let code = GatewayClose::from(4321);
//! assert!(matches!(code, GatewayClose::Application(_)));
//! match code {
//!     GatewayClose::RateLimited => unreachable!(),
//!     GatewayClose::Application(n) if n == 4321 => {}
//!     GatewayClose::Application(n) => panic!("unlisted code {n}"),
//!     _ => unreachable!(),
//! }
//! // A named code is not in the variant of its range, but it is in the range.
//! assert!(GatewayClose::RateLimited.is_application());
//! ```
//!
//! If the old enum had a variant for all other numbers, such as `Other(u16)`, match those with `_`,
//! or with `code if !code.is_custom()`.
//!
//! # A match that names every code
//!
//! The new enum also has the standard codes and the ranges, so a `match` on it usually ends with
//! `_`, and a new row of the table no longer causes a compile error where it should be handled. To
//! get that error back, ask for a plain enum of the table's own codes:
//!
//! ```
//! # mod gateway {
//! close_codes::close_codes! {
//!     /// Why the gateway closed the connection.
//!     #[close_codes(custom = "GatewayCode")]
//!     pub enum GatewayClose = "guide/porting.toml";
//! }
//! # }
//! # use gateway::{GatewayClose, GatewayCode};
//!
//! fn advice(code: GatewayClose) -> &'static str {
//!     match GatewayCode::try_from(code) {
//!         Ok(GatewayCode::UnknownError | GatewayCode::RateLimited) => "try again",
//!         Ok(GatewayCode::SessionReplaced) => "ask the user",
//!         Ok(GatewayCode::InvalidIntents) => "correct the configuration",
//!         Err(_) => "follow the standard",
//!     }
//! }
//!
//! assert_eq!(advice(GatewayClose::RateLimited), "try again");
//! assert_eq!(advice(GatewayClose::GoingAway), "follow the standard");
//! assert!(GatewayCode::try_from(4321_u16).is_err());
//! assert_eq!(GatewayCode::RateLimited as u16, 4007);
//! assert_eq!(GatewayClose::from(GatewayCode::RateLimited), GatewayClose::RateLimited);
//! ```
//!
//! Without the arm for `InvalidIntents`:
//!
//! ```compile_fail,E0004
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         #[close_codes(custom = "GatewayCode")]
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayCode;
//! fn advice(code: GatewayCode) -> &'static str {
//!     match code {
//!         GatewayCode::UnknownError | GatewayCode::RateLimited => "try again",
//!         GatewayCode::SessionReplaced => "ask the user",
//!     }
//! }
//! ```
//!
//! # serde
//!
//! With the feature `serde`, a code is serialized as its number. To keep another format, name a
//! module on the field that holds the code:
//!
//! | format | module for `with` | for an `Option` |
//! |---|---|---|
//! | `4007` | not needed | not needed |
//! | `"Rate Limited"` | `close_codes::serde::name` | `close_codes::serde::name::option` |
//! | `"RateLimited"`, as a derive writes it | `close_codes::serde::variant` | `close_codes::serde::variant::option` |
//!
//! Each of these modules also reads names, variants, aliases and digits. Names in another case
//! style (`rename_all`) can be added as aliases, which are read but never written.
//!
//! ```
//! # #[cfg(feature = "serde")]
//! # mod example {
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayClose;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Closed {
//!     #[serde(with = "close_codes::serde::variant")]
//!     code: GatewayClose,
//!     #[serde(default, with = "close_codes::serde::variant::option")]
//!     previous: Option<GatewayClose>,
//! }
//!
//! # pub fn example() -> serde_json::Result<()> {
//! let closed: Closed = serde_json::from_str(r#"{"code":"RateLimited"}"#)?;
//! assert_eq!(closed.code, GatewayClose::RateLimited);
//! assert_eq!(serde_json::to_string(&closed)?, r#"{"code":"RateLimited","previous":null}"#);
//! # Ok(())
//! # }
//! # }
//! # #[cfg(feature = "serde")]
//! # example::example().unwrap();
//! ```
//!
//! # Frames for a WebSocket library
//!
//! If a library takes a number and a text, get both from a [`CloseFrame`](crate::CloseFrame), which
//! checks that they may be sent. In the README's table of libraries, `frame` is that frame, `code`
//! and `reason` are its parts, and `close` is what the library has received:
//!
//! ```
//! # mod gateway {
//! #     close_codes::close_codes! {
//! #         pub enum GatewayClose = "guide/porting.toml";
//! #     }
//! # }
//! # use gateway::GatewayClose;
//! use close_codes::{CloseEvent, CloseFrame};
//!
//! // With the table's `reason`, or with another text.
//! let frame = CloseFrame::from_code(GatewayClose::RateLimited)?;
//! assert_eq!(frame.parts(), Some((4007, "")));
//! let frame = CloseFrame::<GatewayClose>::from_parts(4007, "ten messages a second")?;
//! if let Some((code, reason)) = frame.parts() {
//!     // library::CloseFrame { code: code.into(), reason: reason.into() }
//! #   assert_eq!((code, reason), (4007, "ten messages a second"));
//! }
//!
//! # struct Close { code: u16, reason: String }
//! # let close = Close { code: 4007, reason: "ten messages a second".to_owned() };
//! let event = CloseEvent::<GatewayClose>::received(Some((close.code, &close.reason)), true);
//! assert_eq!(event.code(), GatewayClose::RateLimited);
//! # Ok::<(), close_codes::CloseFrameError<GatewayClose>>(())
//! ```
