//! Valid invocations, and the errors of invalid ones.

use close_codes_codegen::{Invocation, close_codes, expand};
use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Error, Item, ItemEnum, Visibility, parse_quote};

const USAGE: &str = "usage: `#[attribute] pub enum Name = \"close-codes.toml\";`";

/// The messages about an invocation, and where each is: the text of the first line from there.
fn errors(invocation: &str) -> Vec<(String, &str)> {
    let tokens = format!("[::close_codes] {invocation}")
        .parse()
        .expect("tokens");
    let errors = syn::parse2::<Invocation>(tokens)
        .err()
        .into_iter()
        .flatten();
    let at = |error: &Error| error.span().start().column - "[::close_codes] ".len();
    errors
        .map(|error| (error.to_string(), &invocation[at(&error)..]))
        .collect()
}

/// The enum, and everything that is generated, as text.
fn generated(tokens: TokenStream) -> (ItemEnum, String) {
    let text = tokens.to_string();
    let file: syn::File = syn::parse2(tokens).expect("items");
    let item = file.items.into_iter().find_map(|item| match item {
        Item::Enum(item) => Some(item),
        _ => None,
    });
    (item.expect("an enum"), text)
}

fn expanded(invocation: &Invocation) -> (ItemEnum, String) {
    generated(expand(invocation, None).tokens)
}

/// The attributes before the generated ones.
fn own_attributes(item: &ItemEnum) -> Vec<String> {
    let generated = ["doc", "derive", "repr"];
    let (own, rest) = item.attrs.split_at(item.attrs.len() - generated.len());
    let names = rest
        .iter()
        .map(|attribute| attribute.path().get_ident().expect("a name"));
    assert!(names.eq(generated));
    own.iter().map(printed).collect()
}

/// A fragment, as `macro_rules!` passes it on.
fn fragment(tokens: TokenStream) -> Group {
    Group::new(Delimiter::None, tokens)
}

fn printed(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

/// The message if the file of the table is searched in no directory.
fn missing_file(invocation: TokenStream) -> String {
    close_codes(invocation, |_| None).to_string()
}

#[test]
fn everything_passes_through() {
    let tokens = quote! {
        [::close_codes]
        /// Why the gateway closed the connection.
        #[close_codes(doctest = "my_crate::gateway")]
        #[derive(strum::EnumCount, strum::VariantNames,)]
        #[doc = concat!("a", "b")]
        #[cfg_attr(all(), must_use = "it")]
        pub(in crate::gateway) enum Gateway = r#"tables/gateway.toml"#;
    };
    let (item, text) = expanded(&syn::parse2(tokens.clone()).expect("an invocation"));
    let expected: [Attribute; 4] = [
        parse_quote!(#[doc = r" Why the gateway closed the connection."]),
        parse_quote!(#[derive(strum::EnumCount, strum::VariantNames)]),
        parse_quote!(#[doc = concat!("a", "b")]),
        parse_quote!(#[cfg_attr(all(), must_use = "it")]),
    ];
    assert_eq!(own_attributes(&item), expected.map(printed));
    assert!(text.contains(&printed(quote!(
        use ::close_codes::__private as __p;
    ))));
    assert_eq!(printed(&item.vis), printed(quote!(pub(in crate::gateway))));
    assert_eq!(item.ident, "Gateway");
    assert!(missing_file(tokens).contains("cannot find the table `tables/gateway.toml`"));
    assert!(text.contains("use my_crate::gateway::Gateway;"));
}

#[test]
fn the_enum_of_custom_codes_is_as_exhaustive_as_the_other() {
    let custom = |attribute: TokenStream| {
        let (_, text) = expanded(&parse_quote! {
            [close_codes]
            #attribute
            #[close_codes(custom = "Own")]
            pub enum Code;
        });
        text
    };
    let attribute = quote!(#[non_exhaustive]);
    let count = |text: &str| text.matches(&printed(&attribute)).count();
    assert_eq!(count(&custom(attribute.clone())), 2);
    assert_eq!(count(&custom(TokenStream::new())), 0);
}

#[test]
fn fragments_are_what_they_hold() {
    let doc = fragment(quote!(doc = " A comment."));
    let cfg = fragment(fragment(quote!(cfg(test))).into_token_stream());
    let option = fragment(quote!(close_codes(doctest = "gateway")));
    let derive = fragment(quote!(derive(strum::EnumCount)));
    let visibility = fragment(TokenStream::new());
    let name = fragment(quote!(Gateway));
    let path = fragment(quote!("gateway.toml"));
    let tokens = quote! {
        [close_codes]
        #[#doc] #[#cfg] #[#option] #[#derive] #visibility enum #name = #path;
    };
    let (item, text) = expanded(&syn::parse2(tokens.clone()).expect("an invocation"));
    assert_eq!(own_attributes(&item).len(), 3);
    assert!(text.contains(&printed(quote!(#[cfg(test)] const _: () =))));
    assert!(text.contains("use gateway::Gateway;"));
    assert!(matches!(item.vis, Visibility::Inherited));
    assert_eq!(item.ident, "Gateway");
    assert!(missing_file(tokens).contains("cannot find the table `gateway.toml`"));
}

#[test]
fn the_standard_enum_is_that_of_the_crate_itself() {
    let is_standard = |krate: TokenStream| {
        let (_, text) = expanded(&parse_quote!([#krate] enum Code;));
        text.contains("__ROWS : &")
    };
    assert!(is_standard(quote!(crate)));
    assert!(!is_standard(quote!(::close_codes)));
    assert!(!is_standard(quote!(close_codes)));
}

#[test]
fn an_enum_is_deprecated_by_an_attribute_only() {
    let allow = printed(quote!(#[allow(deprecated)] const _: () =));
    let is_deprecated = |attributes: TokenStream| {
        let (_, text) = expanded(&parse_quote!([close_codes] #attributes enum Code;));
        text.contains(&allow)
    };
    assert!(is_deprecated(quote!(#[deprecated])));
    assert!(is_deprecated(quote!(#[deprecated = "no longer in use"])));
    assert!(is_deprecated(
        quote!(#[must_use] #[deprecated(since = "1.0")])
    ));
    assert!(is_deprecated(
        quote!(#[cfg_attr(all(), must_use, deprecated)])
    ));
    assert!(is_deprecated(
        quote!(#[cfg_attr(a, cfg_attr(b, deprecated))])
    ));
    assert!(!is_deprecated(quote!(#[doc = "deprecated"])));
    assert!(!is_deprecated(quote!(#[allow(deprecated)])));
    assert!(!is_deprecated(quote!(#[cfg_attr(deprecated, must_use)])));
}

#[test]
fn every_derive_that_conflicts_is_an_error_at_its_place() {
    let invocation = "#[derive(Debug, std::hash::Hash, strum::EnumIter, strum::EnumCount)] \
        #[derive(serde::Serialize, Deserialize, rkyv::Serialize)] #[repr(u8)] #[derive(Default)] enum Code;";
    let found = errors(invocation);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(message, at)| {
            (
                &message[..],
                at.split([',', ')', '(']).next().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "`close_codes!` already implements `Debug`; remove it here",
                "Debug"
            ),
            (
                "`close_codes!` already implements `Hash`; remove it here",
                "Hash"
            ),
            (
                "`EnumIter` cannot be derived, because variants of ranges hold a number; use `NAMED`, and remove it here",
                "EnumIter"
            ),
            (
                "`Serialize` comes with the feature `serde` of `close-codes`; remove it here",
                "Serialize"
            ),
            (
                "`Deserialize` comes with the feature `serde` of `close-codes`; remove it here",
                "Deserialize"
            ),
            (
                "`close_codes!` already adds `#[repr(u16)]`; remove this attribute",
                "repr"
            ),
            (
                "a close code has no default; remove `Default` here",
                "Default"
            ),
        ]
    );

    let tokens = format!("[close_codes] {invocation}")
        .parse()
        .expect("tokens");
    let (item, _) = generated(close_codes(tokens, |_| None));
    let expected: [Attribute; 2] = [
        parse_quote!(#[derive(strum::EnumCount)]),
        parse_quote!(#[derive(rkyv::Serialize)]),
    ];
    assert_eq!(own_attributes(&item), expected.map(printed));
}

#[test]
fn the_options_of_the_macro_are_checked() {
    for (invocation, message, at) in [
        (
            "#[close_codes(custom = \"Own\", custom = \"Other\")] enum Code;",
            "`custom` is given twice; remove one",
            "custom = \"Other\")] enum Code;",
        ),
        (
            "#[close_codes(doctest = \"a\")] #[close_codes(doctest = \"b\")] enum Code;",
            "`doctest` is given twice; remove one",
            "doctest = \"b\")] enum Code;",
        ),
        (
            "#[close_codes(custom = \"Code\")] enum Code;",
            "`Code` is the enum of all codes; choose another name",
            "\"Code\")] enum Code;",
        ),
    ] {
        let expected = (message.to_owned(), at);
        assert_eq!(errors(invocation), [expected], "{invocation}");
    }
}

#[test]
fn an_error_says_what_is_expected_where() {
    for (invocation, message, at) in [
        (
            "pub struct Code;",
            "expected `enum`, found `struct`",
            "struct Code;",
        ),
        ("pub", "expected `enum`, found nothing", "pub"),
        (
            "enum = \"c.toml\";",
            "expected a name for the enum, found `=`",
            "= \"c.toml\";",
        ),
        (
            "enum Code \"c.toml\";",
            "expected `=` after the name, found `\"c.toml\"`",
            "\"c.toml\";",
        ),
        (
            "enum Code = [0];",
            "expected the path of a table as a string literal, found `[`",
            "[0];",
        ),
        (
            "enum Code = 'c';",
            "expected the path of a table as a string literal, found `'c'`",
            "'c';",
        ),
        (
            "enum Code = \"c.toml\" \"d.toml\";",
            "expected `;` after the path, found `\"d.toml\"`",
            "\"d.toml\";",
        ),
    ] {
        let expected = (format!("{message}\n{USAGE}"), at);
        assert_eq!(errors(invocation), [expected], "{invocation}");
    }
    for (invocation, message, at) in [
        (
            "enum async;",
            "`async` is a keyword; choose another name for the enum",
            "async;",
        ),
        (
            "enum Code;;",
            "expected nothing after `;`: one enum per invocation",
            ";",
        ),
    ] {
        assert_eq!(
            errors(invocation),
            [(message.to_owned(), at)],
            "{invocation}"
        );
    }
    assert_eq!(errors("enum r#async = \"c.toml\""), []);
}
