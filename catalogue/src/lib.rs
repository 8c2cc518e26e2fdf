#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

/// A table of the catalogue as text, for tools that read tables.
#[cfg(feature = "catalogue")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalogue")))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CatalogueTable {
    /// What the table is called here: its feature, and its file without `.toml`.
    pub id: &'static str,
    /// What the table is, such as "Discord Gateway".
    pub title: &'static str,
    /// The table, which extends the standard one and no other.
    pub toml: &'static str,
}

/// Makes the public items of the list in `tables.rs`.
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
