//! How to replace an enum written by hand with a table.
//!
//! Suppose that a crate uses this enum everywhere:
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
//! * **A standard code with another name**, such as `Normal` for 1000, becomes an alias. An alias is
//!   also an associated constant, so `GatewayClose::Normal` still works, even in patterns. The
//!   variant is the standard one, `NormalClosure`: a `match` without a wildcard has to name that.
//!   Standard codes that keep their names need no row.
//! * **A variant that cannot be derived from the name** is set with `variant`.
//! * **Everything else:** text from `#[error("…")]` or from a doc comment goes into `description` or
//!   `docs`, text for the wire into `reason`, and the results of functions that say what a client
//!   does next into `reconnect` or a [column](super#columns).
//!
//! # Replace the enum
//!
//! ```
//! # mod gateway {
//! close_codes::close_codes! {
//!     /// Why the gateway closed the connection.
//!     pub enum GatewayClose = "guide/porting.toml";
//! }
//!
//! # }
//! # use gateway::GatewayClose;
//! assert_eq!(GatewayClose::Normal, GatewayClose::NormalClosure);
//! assert_eq!(GatewayClose::TooFast, GatewayClose::RateLimited);
//! assert_eq!(GatewayClose::InvalidIntents.name(), "Invalid intent(s)");
//! ```
//!
//! * Put the table next to `Cargo.toml` or into a subdirectory, and write the path from there. A path
//!   from the source file needs Rust 1.88 or later: older compilers do not tell a macro where that
//!   file is.
//! * If `Cargo.toml` has a list `package.include`, **add the table to it**. Otherwise the published
//!   crate has no table and does not build; `cargo package` reports this before you publish.
//! * If your crate has its own module named `close_codes`, write `::close_codes::close_codes!`, with
//!   two colons at the start.
//!
//! | attribute of the old enum | what to do |
//! |---|---|
//! | `derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)`, `repr(u16)` | drop: generated |
//! | `derive(Default)` | drop: a close code has no default |
//! | `derive(Serialize, Deserialize)`, `serde_repr` | drop: enable the feature `serde` of this crate; see [serde](#serde) |
//! | `derive(thiserror::Error)`, `#[error("…")]` | drop: move the text to `description`. The enum implements `Error`, so errors that contain it still compile, even with `#[from]`; where they show the code, write `{}` with `.description()` |
//! | `strum::Display`, `EnumString`, `EnumIter`, `FromRepr`, `EnumIs` | drop: use `name()`, `FromStr`, `NAMED` or `CUSTOM`, `custom`, `matches!` |
//! | `strum::EnumCount`, `IntoStaticStr`, `VariantNames` | keep: they include the variants of standard codes and of ranges |
//! | `num_enum::IntoPrimitive`, `TryFromPrimitive` | drop: use `as_u16()`, `custom` |
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
//! The conversion that can fail is `custom`: it returns the code if a custom table names it.
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
//! assert_eq!(GatewayClose::custom(1000), None); // named by the standard table; an alias does not change that
//! assert!(GatewayClose::try_from(4321_u16).is_ok());
//!
//! assert_eq!(GatewayClose::RateLimited.to_string(), "4007 Rate Limited");
//! assert_eq!(GatewayClose::RateLimited.name(), "Rate Limited");
//! ```
//!
//! If the other side receives the text, as the reason of a Close frame or in a message, use `name()`
//! to keep the text unchanged, or `description()` if it was a sentence that is the description now.
//!
//! # Numbers
//!
//! An enum with range variants cannot be cast to a number. Replace `code as u16` with
//! `code.as_u16()`, which also works in constants, as does `from_u16`:
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
//! A number without a name is in the variant of its range. That variant cannot be constructed
//! directly: make such a code from its number. The payload of the variant compares with numbers:
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
//! `_`, and a new row of the table no longer causes a compile error in each place that should handle
//! it. To get that error back, ask for a plain enum of the custom codes:
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
//! With the feature `serde`, a code is serialized as its number. To keep another format, put
//! `#[serde(with = "…")]` on the field that contains the code:
//!
//! | format | module in `with` | for an `Option` |
//! |---|---|---|
//! | `4007` | not needed | not needed |
//! | `"Rate Limited"` | `close_codes::serde::name` | `close_codes::serde::name::option` |
//! | `"RateLimited"`, as a derive writes it | `close_codes::serde::variant` | `close_codes::serde::variant::option` |
//!
//! Each of these modules also reads names, variants, aliases and digits. Names in another style
//! (`rename_all`) can be added as aliases, which are read but never written.
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
//! checks that they may be sent. The README shows the lines for each library: there, `frame` is that
//! frame, `code` and `reason` are its parts, and `close` is what the library received.
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
//! // With the table's `reason`, or with another text:
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
