//! A library that re-exports the crate, the macro under another name, and its own macro around it.

pub use close_codes;
pub use close_codes::close_codes as table;

/// An enum with the attributes of the library.
#[macro_export]
macro_rules! closes {
    ($(#[$attribute:meta])* $visibility:vis $name:ident $path:literal) => {
        $crate::table! {
            $(#[$attribute])*
            $visibility enum $name = $path;
        }
    };
}

table! {
    /// The library's own.
    pub enum Close = "table.toml";
}
