//! One table for a Rust server and a TypeScript client.
//!
//! A protocol has its close codes on both sides, and usually in two files that drift apart. With
//! the command `close-codes` there is one table; the file of the other side is written from it.
//!
//! ```text
//! gateway.toml          the table
//! src/lib.rs            close_codes! { pub enum GatewayClose = "gateway.toml"; }
//! web/gateway.ts        close-codes export --to typescript gateway.toml -o web/gateway.ts
//! ```
//!
//! # The server
//!
//! ```
//! close_codes::close_codes! {
//!     /// Why the gateway closes a connection.
//!     pub enum GatewayClose = "examples/gateway.toml";
//! }
//! # fn main() {
//! use close_codes::CloseFrame;
//!
//! let frame = CloseFrame::from_code(GatewayClose::SessionReplaced).unwrap();
//! assert_eq!(frame.parts(), Some((4004, "connected from another device")));
//! # }
//! ```
//!
//! # The page
//!
//! ```ts
//! import { GatewayClose, infoOf } from "./gateway.js";
//!
//! socket.addEventListener("close", (event) => {
//!   if (event.code === GatewayClose.SessionReplaced) return;
//!   console.log(event.code, infoOf(event.code)?.name); // 4007 "Rate Limited"
//! });
//! ```
//!
//! Python, Go, JSON, Markdown, HTML and `AsyncAPI` are written the same way: `close-codes export
//! --help` lists them.
//!
//! # In CI
//!
//! The exported file is checked in, so that a client builds without the command. CI compares it with
//! the table; the check fails, shows the difference, and prints the command that repairs it:
//!
//! ```sh
//! close-codes check gateway.toml
//! close-codes export --to typescript gateway.toml -o web/gateway.ts --check
//! ```
//!
//! On a pull request, `diff` says what changes for clients that are already out there, and which
//! step of the version that asks for:
//!
//! ```sh
//! close-codes diff --against git:origin/main:gateway.toml --format github
//! ```
//!
//! It fails if a number gets another meaning, if a client that stopped would now reconnect, and so
//! on. `--allow RULE` accepts a change that is meant.
