//! The traits of the enum.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emission, literal};

impl Emission<'_> {
    pub(super) fn traits(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        let code_enum = self.code_enum_impl();
        let fmt = self.fmt_impls();
        let order = self.order_impls();
        let conversions = self.conversion_impls();
        let parse = self.parse_impl();
        quote! {
            /// Only the conversions of this table have it, so only they make its range variants.
            #[derive(#core::clone::Clone, #core::marker::Copy)]
            pub struct __Key(());
            const KEY: __Key = __Key(());
            #code_enum
            #fmt
            #order
            #conversions
            #parse
            #[automatically_derived]
            impl #core::hash::Hash for #name {
                #[inline]
                fn hash<H: #core::hash::Hasher>(&self, state: &mut H) {
                    #core::hash::Hash::hash(&self.as_u16(), state);
                }
            }
            #[automatically_derived]
            impl #core::error::Error for #name {}
            #krate::__private::impl_features! { code #name }
        }
    }

    fn code_enum_impl(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        quote! {
            #[automatically_derived]
            impl #krate::CloseCodeEnum for #name {
                type Key = __Key;
                const NAMED: &'static [Self] = Self::NAMED;
                const RANGES: &'static [#krate::CodeRange] = Self::RANGES;
                const LANGUAGES: &'static [&'static str] = Self::LANGUAGES;
                #[inline]
                fn from_u16(code: u16) -> Self { Self::from_u16(code) }
                #[inline]
                fn as_u16(self) -> u16 { self.as_u16() }
                fn name(self) -> &'static str { self.name() }
                fn description(&self) -> &'static str { self.description() }
                fn description_in(self, language: &str) -> &'static str { self.description_in(language) }
                fn reason(self) -> &'static str { self.reason() }
                fn reference(self) -> #core::option::Option<&'static str> { self.reference() }
                fn range(self) -> #core::option::Option<&'static #krate::CodeRange> { self.range() }
                #[inline]
                fn is_named(self) -> bool { self.is_named() }
                #[inline]
                fn is_sendable(self) -> bool { self.is_sendable() }
                #[inline]
                fn is_browser_sendable(self) -> bool { self.is_browser_sendable() }
                #[inline]
                fn sender(self) -> #krate::Sender { self.sender() }
                #[inline]
                fn reconnect(self) -> #krate::Reconnect { self.reconnect() }
            }
        }
    }

    fn fmt_impls(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        quote! {
            #[automatically_derived]
            impl #core::fmt::Debug for #name {
                fn fmt(&self, f: &mut #core::fmt::Formatter<'_>) -> #core::fmt::Result {
                    #krate::__private::debug(f, VARIANTS[row(self.as_u16())], self.as_u16(), self.is_named())
                }
            }
            #[automatically_derived]
            impl #core::fmt::Display for #name {
                fn fmt(&self, f: &mut #core::fmt::Formatter<'_>) -> #core::fmt::Result {
                    #krate::__private::display(f, self.as_u16(), self.name(), self.description())
                }
            }
        }
    }

    fn order_impls(&self) -> TokenStream {
        let Self { core, name, .. } = self;
        quote! {
            #[automatically_derived]
            impl #core::cmp::Ord for #name {
                #[inline]
                fn cmp(&self, other: &Self) -> #core::cmp::Ordering {
                    #core::cmp::Ord::cmp(&self.as_u16(), &other.as_u16())
                }
            }
            #[automatically_derived]
            impl #core::cmp::PartialOrd for #name {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> #core::option::Option<#core::cmp::Ordering> {
                    #core::option::Option::Some(#core::cmp::Ord::cmp(self, other))
                }
            }
            #[automatically_derived]
            impl #core::cmp::PartialEq<u16> for #name {
                #[inline]
                fn eq(&self, other: &u16) -> bool {
                    self.as_u16() == *other
                }
            }
            #[automatically_derived]
            impl #core::cmp::PartialEq<#name> for u16 {
                #[inline]
                fn eq(&self, other: &#name) -> bool {
                    *self == other.as_u16()
                }
            }
            #[automatically_derived]
            impl #core::cmp::PartialOrd<u16> for #name {
                #[inline]
                fn partial_cmp(&self, other: &u16) -> #core::option::Option<#core::cmp::Ordering> {
                    #core::option::Option::Some(#core::cmp::Ord::cmp(&self.as_u16(), other))
                }
            }
            #[automatically_derived]
            impl #core::cmp::PartialOrd<#name> for u16 {
                #[inline]
                fn partial_cmp(&self, other: &#name) -> #core::option::Option<#core::cmp::Ordering> {
                    #core::option::Option::Some(#core::cmp::Ord::cmp(self, &other.as_u16()))
                }
            }
        }
    }

    fn conversion_impls(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        let standard = (!self.invocation.is_standard).then(|| {
            quote! {
                #[automatically_derived]
                impl #core::convert::From<#krate::CloseCode> for #name {
                    #[inline]
                    fn from(code: #krate::CloseCode) -> Self {
                        Self::from_u16(code.as_u16())
                    }
                }
                #[automatically_derived]
                impl #core::convert::From<#name> for #krate::CloseCode {
                    #[inline]
                    fn from(code: #name) -> Self {
                        Self::from_u16(code.as_u16())
                    }
                }
            }
        });
        quote! {
            #[automatically_derived]
            impl #core::convert::From<u16> for #name {
                #[inline]
                fn from(code: u16) -> Self {
                    Self::from_u16(code)
                }
            }
            #[automatically_derived]
            impl #core::convert::From<#name> for u16 {
                #[inline]
                fn from(code: #name) -> Self {
                    code.as_u16()
                }
            }
            #standard
        }
    }

    fn parse_impl(&self) -> TokenStream {
        let Self {
            krate, core, name, ..
        } = self;
        // A code's own texts come before a name that it shares with a standard code.
        let mut texts: BTreeMap<String, u16> = BTreeMap::new();
        for code in self.codes {
            let own = code.aliases.iter().chain([&code.entry.variant]);
            texts.extend(own.map(|text| (text.to_ascii_lowercase(), code.number)));
        }
        for code in self.codes {
            texts
                .entry(code.entry.name.to_ascii_lowercase())
                .or_insert(code.number);
        }
        // The lookup compares lengths first.
        let mut texts: Vec<_> = texts.into_iter().collect();
        texts.sort_by_key(|(text, _)| text.len());
        let texts = texts.iter().map(|(text, number)| {
            let number = literal(*number);
            quote!((#text, #number))
        });
        quote! {
            #[automatically_derived]
            impl #core::str::FromStr for #name {
                type Err = #krate::ParseCloseCodeError;
                fn from_str(text: &str) -> #core::result::Result<Self, #krate::ParseCloseCodeError> {
                    static TEXTS: &[(&str, u16)] = &[#(#texts),*];
                    match #krate::__private::parse(text, TEXTS) {
                        #core::result::Result::Ok(code) => #core::result::Result::Ok(Self::from_u16(code)),
                        #core::result::Result::Err(error) => #core::result::Result::Err(error),
                    }
                }
            }
            #[automatically_derived]
            impl #core::convert::TryFrom<&str> for #name {
                type Error = #krate::ParseCloseCodeError;
                #[inline]
                fn try_from(text: &str) -> #core::result::Result<Self, #krate::ParseCloseCodeError> {
                    #core::str::FromStr::from_str(text)
                }
            }
        }
    }
}
