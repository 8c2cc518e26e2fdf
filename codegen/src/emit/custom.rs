//! The plain enum of the codes that a table itself names, for those who ask for it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emission, ident};
use crate::table::Code;

impl<'a> Emission<'a> {
    /// The codes of the table itself, and of those between it and the standard one.
    pub(super) fn custom_codes(&self) -> impl Iterator<Item = &'a Code> + Clone {
        self.codes.iter().filter(|code| code.entry.is_custom())
    }

    /// The enum that `#[close_codes(custom = "…")]` asks for.
    pub(super) fn custom_enum(&self) -> TokenStream {
        let Some(custom) = &self.invocation.custom else {
            return TokenStream::new();
        };
        let name = self.name;
        let doc = format!(
            "The custom codes of [`{name}`], without the standard ones. `as u16` gives the number in a Close frame."
        );
        let variants = self.custom_codes().map(|code| ident(&code.entry.variant));
        let non_exhaustive = self.invocation.attributes("non_exhaustive");
        let repr = self.custom_codes().next().map(|_| quote!(#[repr(u16)]));
        self.plain_enum(
            custom,
            &quote!(#[doc = #doc] #non_exhaustive #repr),
            &self.code_variants(self.custom_codes()),
            &quote!(__p::impl_custom! { #custom of #name: #(#variants),* }),
        )
    }
}
