//! The snapshots of `fixtures/valid` as modules. What a test does not use of them is no mistake.

#![allow(dead_code, clippy::all, clippy::pedantic)]

#[path = "../fixtures/valid/columns.rs"]
pub mod columns;
#[path = "../fixtures/valid/delay.rs"]
pub mod delay;
#[path = "../fixtures/valid/discord.rs"]
pub mod discord;
#[path = "../fixtures/valid/graphql.rs"]
pub mod graphql;
#[path = "../fixtures/valid/languages.rs"]
pub mod languages;
#[path = "../fixtures/valid/legacy.rs"]
pub mod legacy;
#[path = "../fixtures/valid/names.rs"]
pub mod names;
#[path = "../fixtures/valid/overlay.rs"]
pub mod overlay;
#[path = "../fixtures/valid/pusher.rs"]
pub mod pusher;
#[path = "../fixtures/valid/ranges.rs"]
pub mod ranges;
#[path = "../fixtures/valid/translation.rs"]
pub mod translation;
