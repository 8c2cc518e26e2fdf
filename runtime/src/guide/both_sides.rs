//! One table for a Rust server and a TypeScript client.
//!
//! Both sides of a protocol need its close codes, and usually they are in two files that drift
//! apart. With the command `close-codes` there is only one table, and the file for the other side is
//! generated from it. `cargo install close-codes-cli` installs the command.
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
//!
//! # fn main() {
//! use close_codes::CloseFrame;
//!
//! let frame = CloseFrame::from_code(GatewayClose::SessionReplaced).unwrap();
//! assert_eq!(frame.parts(), Some((4004, "connected from another device")));
//! # }
//! ```
//!
//! # The client
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
//! Python, Go, JSON, Markdown, HTML and `AsyncAPI` are exported in the same way: `close-codes export
//! --help` lists the formats.
//!
//! # In CI
//!
//! Commit the exported file, so that the client builds without the command. CI compares it with the
//! table; if they differ, the check fails, shows the difference, and prints the command that fixes
//! it:
//!
//! ```sh
//! close-codes check gateway.toml
//! close-codes export --to typescript gateway.toml -o web/gateway.ts --check
//! ```
//!
//! On a pull request, `diff` reports what changes for clients that are already deployed, and whether
//! the change needs a new major, minor or patch version:
//!
//! ```sh
//! close-codes diff --against git:origin/main:gateway.toml --format github
//! ```
//!
//! It fails if a change is breaking: for example, if a number changes its meaning, or if clients
//! start or stop reconnecting after a code. `--allow RULE` accepts such a change if it is intended;
//! `close-codes diff --help` lists the rules.
