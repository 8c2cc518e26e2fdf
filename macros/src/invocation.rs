//! `[$crate] #[…] pub enum Name = "path";` → a call of codegen → tokens.

use std::env;
use std::iter::Peekable;
use std::path::PathBuf;

use close_codes_codegen::{Expansion, Invocation, Source, expand};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree, token_stream};
use quote::{ToTokens, quote, quote_spanned};

/// An invocation, and the table that it names.
pub(crate) struct Call {
    invocation: Invocation,
    path: Option<(String, Span)>,
}

/// What is wrong with an invocation, and where.
pub(crate) struct Mistake {
    span: Span,
    message: String,
}

impl Mistake {
    fn into_compile_error(self, krate: &TokenStream) -> TokenStream {
        let Self { span, message } = self;
        let krate = located_at(krate, span);
        quote_spanned!(span=> #krate::__private::core::compile_error! { #message })
    }
}

/// What the enum has by itself, so that a derive of the same would be a conflict.
const DERIVED: [&str; 8] = [
    "Clone",
    "Copy",
    "Debug",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
];

/// Expands an invocation that the runtime crate has put its own path in front of.
pub(crate) fn expand_invocation(input: TokenStream) -> TokenStream {
    let mut rest = input.into_iter();
    let krate = if let Some(TokenTree::Group(group)) = rest.next() {
        group.stream()
    } else {
        quote!(::close_codes)
    };
    let mut tokens = Tokens {
        rest: rest.peekable(),
        last: Span::call_site(),
        mistakes: Vec::new(),
    };
    let expansion = Call::parse(&krate, &mut tokens).map(Call::expand);
    let (tokens, mistakes) = match expansion {
        Ok(expansion) => (expansion, tokens.mistakes),
        Err(mistake) => (TokenStream::new(), vec![mistake]),
    };
    let errors = mistakes
        .into_iter()
        .map(|mistake| mistake.into_compile_error(&krate));
    quote!(#tokens #(#errors)*)
}

impl Call {
    fn parse(krate: &TokenStream, tokens: &mut Tokens) -> Result<Self, Mistake> {
        let (attributes, doctest) = tokens.attributes()?;
        let visibility = tokens.visibility();
        tokens.keyword("enum")?;
        let name = tokens.ident("a name for the enum")?;
        let path = if tokens.next_is('=') {
            Some(tokens.path()?)
        } else {
            None
        };
        tokens.end()?;
        let is_standard = krate.to_string() == "crate";
        Ok(Self {
            invocation: Invocation {
                krate: krate.clone(),
                attributes,
                visibility,
                name,
                doctest,
                is_standard,
            },
            path,
        })
    }

    /// The enum, the messages, and the reference to the table that makes cargo rebuild when it changes.
    fn expand(self) -> TokenStream {
        let span = self
            .path
            .as_ref()
            .map_or_else(Span::call_site, |(_, span)| *span);
        let (source, mistake) = match self
            .path
            .map(|(path, span)| Source::load(&path, &directories(span)))
        {
            None => (None, None),
            Some(Ok(source)) => (Some(source), None),
            Some(Err(mistake)) => (None, Some(mistake)),
        };
        let Expansion { tokens, mistakes } = expand(&self.invocation, source.as_ref());
        let krate = &self.invocation.krate;
        let messages = mistakes.into_iter().chain(mistake);
        let errors = messages.map(|message| Mistake { span, message }.into_compile_error(krate));
        let tracked = source.as_ref().and_then(|source| source.file()?.to_str()).map(|file| {
            quote!(const _: &[#krate::__private::core::primitive::u8] = #krate::__private::core::include_bytes!(#file);)
        });
        quote!(#tokens #tracked #(#errors)*)
    }
}

/// The same path, so that rustc shows `span` for what begins with it.
fn located_at(path: &TokenStream, span: Span) -> TokenStream {
    let tokens = path.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    tokens.collect()
}

/// Where a table is looked for: the package, then the place of the source file that names it.
fn directories(span: Span) -> Vec<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let file = span.local_file().and_then(|file| file.canonicalize().ok());
    let beside = file.and_then(|file| Some(file.parent()?.to_path_buf()));
    package.into_iter().chain(beside).collect()
}

struct Tokens {
    rest: Peekable<token_stream::IntoIter>,
    last: Span,
    /// What is wrong, but does not keep the enum from being made.
    mistakes: Vec<Mistake>,
}

impl Tokens {
    fn next(&mut self) -> Option<TokenTree> {
        let token = self.rest.next()?;
        self.last = token.span();
        // A fragment of a `macro_rules!` macro comes in a group without delimiters.
        if let TokenTree::Group(group) = &token {
            let mut inner = group.stream().into_iter();
            if let (Delimiter::None, Some(token), None) =
                (group.delimiter(), inner.next(), inner.next())
            {
                return Some(token);
            }
        }
        Some(token)
    }

    fn expected<T>(&self, what: &str, found: Option<&TokenTree>) -> Result<T, Mistake> {
        let found = found.map_or_else(|| "nothing".to_owned(), |token| format!("`{token}`"));
        Err(Mistake {
            span: self.last,
            message: format!(
                "expected {what}, found {found}; an invocation is `pub enum Name = \"close-codes.toml\";`, with attributes in front"
            ),
        })
    }

    fn group(&mut self, delimiter: Delimiter, what: &str) -> Result<Group, Mistake> {
        match self.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Ok(group),
            token => self.expected(what, token.as_ref()),
        }
    }

    fn ident(&mut self, what: &str) -> Result<Ident, Mistake> {
        match self.next() {
            Some(TokenTree::Ident(ident)) => Ok(ident),
            token => self.expected(what, token.as_ref()),
        }
    }

    fn keyword(&mut self, keyword: &str) -> Result<(), Mistake> {
        match self.next() {
            Some(TokenTree::Ident(ident)) if ident == keyword => Ok(()),
            token => self.expected(&format!("`{keyword}`"), token.as_ref()),
        }
    }

    fn next_is(&mut self, punct: char) -> bool {
        let is = |token: &TokenTree| matches!(token, TokenTree::Punct(found) if found.as_char() == punct);
        self.rest.next_if(is).is_some()
    }

    /// Attributes as they are, but for `#[close_codes(doctest = "path")]` and what is generated.
    fn attributes(&mut self) -> Result<(TokenStream, Option<String>), Mistake> {
        let mut attributes = TokenStream::new();
        let mut doctest = None;
        while self.next_is('#') {
            let group = self.group(Delimiter::Bracket, "an attribute")?;
            let mut inner = group.stream().into_iter().peekable();
            // A `meta` fragment of a `macro_rules!` macro comes in a group without delimiters.
            if let Some(TokenTree::Group(fragment)) = inner.peek() {
                inner = fragment.stream().into_iter().peekable();
            }
            match inner.next() {
                Some(TokenTree::Ident(ident)) if ident == "close_codes" => {
                    doctest = Some(own_attribute(inner.next(), group.span())?);
                }
                Some(TokenTree::Ident(ident)) if ident == "derive" => {
                    let traits = self.derives(inner);
                    attributes.extend(quote!(#[derive(#traits)]));
                }
                Some(TokenTree::Ident(ident)) if ident == "repr" => self.mistakes.push(Mistake {
                    span: ident.span(),
                    message: "`repr(u16)` is generated, expected no `repr`".to_owned(),
                }),
                _ => attributes.extend(quote!(# #group)),
            }
        }
        Ok((attributes, doctest))
    }

    /// The traits of a derive that are not generated.
    fn derives(&mut self, arguments: impl Iterator<Item = TokenTree>) -> TokenStream {
        let mut derives = TokenStream::new();
        let mut path = Vec::new();
        let tokens = arguments.filter_map(|token| match token {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        });
        let comma = TokenTree::from(proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone));
        for token in tokens.flatten().chain([comma]) {
            let is_comma = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
            path.push(token);
            if !is_comma {
                continue;
            }
            match &path[..] {
                [.., TokenTree::Ident(name), _]
                    if DERIVED.iter().any(|derived| name == derived) =>
                {
                    self.mistakes.push(Mistake {
                        span: name.span(),
                        message: format!(
                            "`{name}` is generated, expected derives of other traits only"
                        ),
                    });
                }
                [_] => {}
                _ => derives.extend(path.iter().cloned()),
            }
            path.clear();
        }
        derives
    }

    fn visibility(&mut self) -> TokenStream {
        if matches!(self.rest.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None)
        {
            return self.rest.next().into_token_stream();
        }
        let is_pub = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "pub");
        let is_scope = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
        let mut visibility = self.rest.next_if(is_pub).into_token_stream();
        if !visibility.is_empty() {
            visibility.extend(self.rest.next_if(is_scope));
        }
        visibility
    }

    fn path(&mut self) -> Result<(String, Span), Mistake> {
        let token = self.next();
        let path = match &token {
            Some(TokenTree::Literal(literal)) => string(&literal.to_string()),
            _ => None,
        };
        match path {
            Some(path) => Ok((path, self.last)),
            None => self.expected(
                "the path of a table as a string without escapes",
                token.as_ref(),
            ),
        }
    }

    fn end(&mut self) -> Result<(), Mistake> {
        let has_semicolon = self.next_is(';');
        match self.next() {
            None => Ok(()),
            token if has_semicolon => {
                self.expected("the end, for an invocation makes one enum", token.as_ref())
            }
            token => self.expected("`;`", token.as_ref()),
        }
    }
}

/// The value of `(doctest = "path")`.
fn own_attribute(arguments: Option<TokenTree>, span: Span) -> Result<String, Mistake> {
    let mistake = || {
        Mistake {
        span,
        message: "expected `#[close_codes(doctest = \"my_crate::module\")]`, the path of the module that the enum is in".to_owned(),
    }
    };
    let Some(TokenTree::Group(group)) = arguments else {
        return Err(mistake());
    };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    match tokens.as_slice() {
        [
            TokenTree::Ident(key),
            TokenTree::Punct(equals),
            TokenTree::Literal(value),
        ] if key == "doctest" && equals.as_char() == '=' => {
            string(&value.to_string()).ok_or_else(mistake)
        }
        _ => Err(mistake()),
    }
}

/// The value of a string literal, plain without escapes or raw.
fn string(literal: &str) -> Option<String> {
    let raw = literal
        .strip_prefix('r')
        .map(|raw| raw.trim_start_matches('#').trim_end_matches('#'));
    let quoted = raw.unwrap_or(literal);
    let text = quoted.strip_prefix('"')?.strip_suffix('"')?;
    (raw.is_some() || !text.contains('\\')).then(|| text.to_owned())
}
