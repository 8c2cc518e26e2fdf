//! The plain enum of the codes that a table itself names, for those who ask for it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emission, ident, values};
use crate::invocation::Invocation;
use crate::table::Code;

impl<'a> Emission<'a> {
    /// The codes of the table itself, and of those between it and the standard one.
    pub(super) fn custom_codes(&self) -> Vec<&'a Code> {
        let codes = self.codes.iter();
        codes.filter(|code| code.entry.is_custom()).collect()
    }

    /// The enum that `#[close_codes(custom = "…")]` asks for.
    pub(super) fn custom_enum(&self) -> TokenStream {
        let Invocation {
            visibility, custom, ..
        } = self.invocation;
        let Some(custom) = custom else {
            return TokenStream::new();
        };
        let Self { name, cfg, .. } = self;
        let codes = self.custom_codes();
        let variants: Vec<_> = codes
            .iter()
            .map(|code| ident(&code.entry.variant))
            .collect();
        let values = values(codes.iter().map(|code| code.number));
        let docs = codes.iter().map(|code| self.code_doc(code));
        let deprecated = codes.iter().map(|code| {
            let text = code.deprecated.as_ref()?;
            Some(quote!(#[deprecated = #text]))
        });
        let repr = (!codes.is_empty()).then(|| quote!(#[repr(u16)]));
        let doc = format!(
            "The codes of [`{name}`] that its own table names, without the standard ones: `as u16` is the number in a Close frame."
        );
        let derives = self.plain_derives();
        let impls = self.scope(
            self.allow().as_ref(),
            &quote! {
                impl #custom {
                    /// Every code, by number.
                    pub const ALL: &'static [Self] = &[#(Self::#variants),*];
                    /// The same code in the enum of all codes.
                    #[inline]
                    #[must_use]
                    pub const fn to_code(self) -> #name {
                        match self {
                            #(Self::#variants => #name::#variants,)*
                        }
                    }
                    const fn of_code(code: #name) -> __p::Option<Self> {
                        match code {
                            #(#name::#variants => __p::Some(Self::#variants),)*
                            _ => __p::None,
                        }
                    }
                }
                __p::impl_custom! { #custom of #name }
            },
        );
        quote! {
            #cfg
            #[doc = #doc]
            #derives
            #repr
            #visibility enum #custom {
                #(#[doc = #docs] #deprecated #variants #values,)*
            }
            #impls
        }
    }
}
