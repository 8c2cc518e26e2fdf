//! The tokens of an invocation → what it asks for, and every error in it.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseBuffer, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, Ident, LitStr, Meta, Path, Result, Token, Visibility, bracketed, token,
};

/// What an invocation of the macro asks for.
///
/// It is parsed from `[$crate] #[attribute] pub enum Name = "close-codes.toml";`. The brackets hold
/// the path of the runtime crate, as seen from the place of the enum.
pub struct Invocation {
    /// Path of the runtime crate.
    pub(crate) krate: TokenStream,
    /// Whether this is the enum of the standard table, to which the enums of its columns belong: the
    /// runtime crate itself asks for it, so that the path is `crate`.
    pub(crate) is_standard: bool,
    /// Attributes of the enum, which come before those that are generated.
    pub(crate) attributes: Vec<Attribute>,
    /// Visibility of the enum, and of those made for its columns.
    pub(crate) visibility: Visibility,
    /// Name of the enum.
    pub(crate) name: Ident,
    /// Path of the table that extends the standard one.
    pub(crate) path: Option<LitStr>,
    /// Path of the module that the enum is in, which examples in its documentation need.
    pub(crate) doctest: Option<String>,
    /// Name of the plain enum of the custom codes, if one is asked for.
    pub(crate) custom: Option<Ident>,
}

impl Invocation {
    /// The attributes of the enum that are called this.
    pub(crate) fn attributes(&self, name: &str) -> TokenStream {
        let attributes = self.attributes.iter();
        let found = attributes.filter(|attribute| attribute.path().is_ident(name));
        quote!(#(#found)*)
    }

    /// Whether the enum is deprecated, be it under a condition.
    pub(crate) fn is_deprecated(&self) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.any(|attribute| is_deprecated(&attribute.meta))
    }
}

fn is_deprecated(meta: &Meta) -> bool {
    match meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .is_ok_and(|metas| metas.iter().skip(1).any(is_deprecated)),
        meta => meta.path().is_ident("deprecated"),
    }
}

impl Parse for Invocation {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let Parsed {
            invocation, errors, ..
        } = input.parse()?;
        let errors = errors.into_iter().chain(invocation.as_ref().err().cloned());
        let all = errors.reduce(|mut all, error| {
            all.combine(error);
            all
        });
        all.map_or(invocation, Err)
    }
}

/// An invocation and its errors, some of which do not keep the enum from being made.
pub(crate) struct Parsed {
    /// Path of the runtime crate, which is known even if the rest makes no sense.
    pub(crate) krate: TokenStream,
    pub(crate) invocation: Result<Invocation>,
    /// What else is wrong.
    pub(crate) errors: Vec<Error>,
}

impl Parse for Parsed {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let prefix;
        bracketed!(prefix in input);
        let is_standard = prefix.peek(Token![crate]);
        let krate: TokenStream = prefix.parse()?;
        let rest: TokenStream = input.parse()?;
        let last = krate.clone().into_iter().chain(rest.clone()).last();
        let mut reader = Reader {
            last: last.map_or_else(Span::call_site, |token| token.span()),
            doctest: None,
            custom: None,
            errors: Vec::new(),
        };
        let item = |input: ParseStream<'_>| {
            let attributes = reader.attributes(input)?;
            let visibility = input.parse()?;
            let keyword = input.parse::<Token![enum]>();
            keyword.map_err(|_| reader.expected(input, "`enum`"))?;
            let name = reader.name(input)?;
            reader.check_custom(&name);
            let path = reader.path(input)?;
            reader.end(input)?;
            Ok(Invocation {
                krate: krate.clone(),
                is_standard,
                attributes,
                visibility,
                name,
                path,
                doctest: reader.doctest.take(),
                custom: reader.custom.take(),
            })
        };
        let invocation = item.parse2(rest);
        Ok(Self {
            krate,
            invocation,
            errors: reader.errors,
        })
    }
}

const USAGE: &str = "usage: `#[attribute] pub enum Name = \"close-codes.toml\";`";

struct Reader {
    /// The last token, where an error is shown that is found after it.
    last: Span,
    doctest: Option<String>,
    custom: Option<Ident>,
    errors: Vec<Error>,
}

impl Reader {
    fn error(&self, input: ParseStream<'_>, message: &str) -> Error {
        let next = input.cursor().token_tree();
        let span = next.map_or(self.last, |(token, _)| token.span());
        Error::new(span, format!("{message}\n{USAGE}"))
    }

    fn expected(&self, input: ParseStream<'_>, what: &str) -> Error {
        let found = match input.cursor().token_tree() {
            None => "nothing".to_owned(),
            Some((TokenTree::Group(group), _)) => match group.delimiter() {
                Delimiter::Parenthesis => "`(`".to_owned(),
                Delimiter::Bracket => "`[`".to_owned(),
                Delimiter::Brace => "`{`".to_owned(),
                Delimiter::None => format!("`{group}`"),
            },
            Some((token, _)) => format!("`{token}`"),
        };
        self.error(input, &format!("expected {what}, found {found}"))
    }

    /// The attributes that the enum gets: without those for the macro, and without what conflicts
    /// with generated ones.
    fn attributes(&mut self, input: ParseStream<'_>) -> Result<Vec<Attribute>> {
        let mut kept = Vec::new();
        let attributes = Attribute::parse_outer(input).map_err(|error| {
            if input.peek(Token![!]) {
                input
                    .error("an inner attribute or comment is not allowed here; use `#[…]` or `///`")
            } else {
                error
            }
        });
        for mut attribute in attributes? {
            match self.check_attribute(&mut attribute) {
                Ok(true) => kept.push(attribute),
                Ok(false) => {}
                Err(error) => self.errors.push(error),
            }
        }
        Ok(kept)
    }

    /// Whether the enum gets it.
    fn check_attribute(&mut self, attribute: &mut Attribute) -> Result<bool> {
        let path = attribute.path();
        if path.is_ident("close_codes") {
            self.options(attribute).map(|()| false)
        } else if path.is_ident("derive") {
            self.check_derive(attribute)
        } else if path.is_ident("repr") {
            let message = "`close_codes!` already adds `#[repr(u16)]`; remove this attribute";
            Err(Error::new(span(path), message))
        } else {
            Ok(true)
        }
    }

    /// Removes the traits that cannot be derived; whether any are left.
    fn check_derive(&mut self, attribute: &mut Attribute) -> Result<bool> {
        let traits = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        let mut kept = Vec::new();
        for path in traits {
            match derive_error(&path) {
                Some(message) => self.errors.push(Error::new(span(&path), message)),
                None => kept.push(path),
            }
        }
        if let Meta::List(list) = &mut attribute.meta {
            list.tokens = quote!(#(#kept),*);
        }
        Ok(!kept.is_empty())
    }

    /// Reads `#[close_codes(key = "value")]`.
    fn options(&mut self, attribute: &Attribute) -> Result<()> {
        attribute.parse_nested_meta(|meta| {
            let string = |expected: &str| {
                let value: Result<LitStr> = meta.value().and_then(ParseBuffer::parse);
                value.map_err(|error| Error::new(error.span(), expected))
            };
            let key = meta.path.require_ident()?.to_string();
            let twice = || meta.error(format!("`{key}` is given twice; remove one"));
            match key.as_str() {
                "doctest" if self.doctest.is_some() => return Err(twice()),
                "custom" if self.custom.is_some() => return Err(twice()),
                "doctest" => {
                    let expected = "expected the path of the module that the enum is in: `doctest = \"my_crate::module\"`";
                    self.doctest = Some(string(expected)?.value());
                }
                "custom" => {
                    let expected = "expected a name for the enum of custom codes: `custom = \"GatewayCode\"`";
                    let value = string(expected)?;
                    let name = value.parse().map_err(|_| Error::new(value.span(), expected))?;
                    self.custom = Some(name);
                }
                key => {
                    let message = format!("unknown key `{key}`, expected `doctest` or `custom`");
                    return Err(meta.error(message));
                }
            }
            Ok(())
        })
    }

    fn name(&self, input: ParseStream<'_>) -> Result<Ident> {
        if input.peek(Ident) {
            return input.parse();
        }
        if input.peek(Ident::peek_any) && !input.peek(Token![_]) {
            let keyword = input.call(Ident::parse_any)?;
            let message = format!("`{keyword}` is a keyword; choose another name for the enum");
            return Err(Error::new(keyword.span(), message));
        }
        Err(self.expected(input, "a name for the enum"))
    }

    fn check_custom(&mut self, name: &Ident) {
        if let Some(custom) = self.custom.take_if(|custom| custom == name) {
            let message = format!("`{name}` is the enum of all codes; choose another name");
            self.errors.push(Error::new(custom.span(), message));
        }
    }

    fn path(&self, input: ParseStream<'_>) -> Result<Option<LitStr>> {
        if input.is_empty() || input.peek(Token![;]) {
            return Ok(None);
        }
        if input.peek(token::Brace) {
            return Err(self.error(input, "the codes of the enum come from a table"));
        }
        if input.peek(Token![<]) {
            return Err(self.error(input, "the enum cannot be generic"));
        }
        if input.parse::<Option<Token![=]>>()?.is_none() {
            return Err(self.expected(input, "`=` after the name"));
        }
        let path = input.fork().parse::<LitStr>();
        if !path.is_ok_and(|path| path.suffix().is_empty()) {
            return Err(self.expected(input, "the path of a table as a string literal"));
        }
        input.parse().map(Some)
    }

    /// The end, perhaps after a `;`. More text does not keep the enum from being made.
    fn end(&mut self, input: ParseStream<'_>) -> Result<()> {
        let semicolon: Option<Token![;]> = input.parse()?;
        if !input.is_empty() {
            self.errors.push(match semicolon {
                Some(_) => input.error("expected nothing after `;`: one enum per invocation"),
                None => self.expected(input, "`;` after the path"),
            });
        }
        input.parse::<TokenStream>().map(drop)
    }
}

/// Why a trait cannot be derived.
fn derive_error(path: &Path) -> Option<String> {
    let mut names = path.segments.iter().rev().map(|segment| &segment.ident);
    let name = names.next()?.to_string();
    let instead = |what| {
        format!(
            "`{name}` cannot be derived, because variants of ranges hold a number; use `{what}`, and remove it here"
        )
    };
    let is_serde = names.next().is_none_or(|name| name == "serde");
    match name.as_str() {
        "Clone" | "Copy" | "Debug" | "Display" | "Eq" | "Error" | "FromStr" | "Hash" | "Ord"
        | "PartialEq" | "PartialOrd" => Some(format!(
            "`close_codes!` already implements `{name}`; remove it here"
        )),
        "Serialize" | "Deserialize" if is_serde => Some(format!(
            "`{name}` comes with the feature `serde` of `close-codes`; remove it here"
        )),
        "EnumString" => Some(instead("FromStr")),
        "EnumIter" => Some(instead("NAMED")),
        "EnumIs" => Some(instead("matches!")),
        "FromRepr" => Some(instead("from_u16")),
        "IntoPrimitive" => Some(instead("as_u16")),
        "TryFromPrimitive" => Some(instead("custom")),
        "Default" => Some("a close code has no default; remove `Default` here".to_owned()),
        _ => None,
    }
}

/// The last name of a path.
fn span(path: &Path) -> Span {
    let last = path.segments.last();
    last.map_or_else(Span::call_site, |segment| segment.ident.span())
}
