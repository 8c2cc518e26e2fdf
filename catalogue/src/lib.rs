#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

/// The text of a table of the catalogue, for tools that read tables.
#[cfg(feature = "catalogue")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalogue")))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CatalogueTable {
    /// The id of the table: the name of its feature, and of its file without `.toml`.
    pub id: &'static str,
    /// The title, such as "Discord Gateway".
    pub title: &'static str,
    /// The TOML text. It extends only the standard table.
    pub toml: &'static str,
}

/// Generates the public items for the list in `tables.rs`.
macro_rules! tables {
    ($($id:tt: $module:ident::$enum:ident = $path:literal, $title:literal, $description:literal;)*) => {
        $(
            #[cfg(feature = $id)]
            #[cfg_attr(docsrs, doc(cfg(feature = $id)))]
            #[doc = $description]
            #[allow(clippy::doc_markdown)] // names such as GraphQL
            pub mod $module {
                close_codes::close_codes! {
                    /// Why the connection was closed.
                    #[non_exhaustive]
                    pub enum $enum = $path;
                }
            }
        )*

        /// Every table of the catalogue, by id.
        ///
        /// ```
        /// use close_codes_catalogue::CATALOGUE;
        ///
        /// let gateway = CATALOGUE.iter().find(|table| table.id == "discord-gateway");
        /// assert_eq!(gateway.unwrap().title, "Discord Gateway");
        /// ```
        #[cfg(feature = "catalogue")]
        #[cfg_attr(docsrs, doc(cfg(feature = "catalogue")))]
        pub static CATALOGUE: &[CatalogueTable] = &[
            $(CatalogueTable {
                id: $id,
                title: $title,
                toml: include_str!(concat!("../", $path)),
            },)*
        ];
    };
}

include!("tables.rs");
