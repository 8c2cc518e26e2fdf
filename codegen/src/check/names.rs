//! Columns, ranges and codes → whether each name leads to one thing only; what clashes is reported.

use std::collections::HashMap;

use crate::case::{is_identifier, screaming_snake, snake};
use crate::diagnostic::quoted;
use crate::report::{Report, Span};
use crate::table::Entry;

/// Methods that every generated enum has, its own and those of the traits that it implements.
pub(super) const METHODS: [&str; 52] = [
    "arbitrary",
    "arbitrary_take_rest",
    "as_u16",
    "borrow",
    "borrow_mut",
    "cause",
    "clamp",
    "clone",
    "clone_from",
    "clone_into",
    "clone_to_uninit",
    "cmp",
    "custom",
    "description",
    "description_in",
    "deserialize",
    "deserialize_in_place",
    "eq",
    "fmt",
    "format",
    "from",
    "from_str",
    "from_u16",
    "ge",
    "gt",
    "hash",
    "hash_slice",
    "into",
    "is_browser_sendable",
    "is_custom",
    "is_named",
    "is_sendable",
    "le",
    "lt",
    "max",
    "min",
    "name",
    "ne",
    "partial_cmp",
    "provide",
    "range",
    "reason",
    "reference",
    "serialize",
    "size_hint",
    "source",
    "to_owned",
    "to_string",
    "try_from",
    "try_into",
    "try_size_hint",
    "type_id",
];

/// Constants that every generated enum has.
const CONSTANTS: [&str; 4] = ["CUSTOM", "LANGUAGES", "NAMED", "RANGES"];

/// The identifiers of a generated enum, and the texts that it is parsed from, so far.
pub(super) struct Names<'r, 's> {
    report: &'r mut Report<'s>,
    /// The files that the table is made of, as messages name them.
    files: &'r [String],
    /// Variants, methods and constants.
    members: HashMap<String, Claim>,
    /// Names, variants and aliases in lower case, with the number that each leads to.
    texts: HashMap<String, (u16, Claim)>,
}

/// What has a name, and where this document gives it.
#[derive(Clone)]
struct Claim {
    owner: String,
    place: Option<Span>,
}

/// Where a code or range of this document is named.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) key: Span,
    pub(super) name: Span,
    pub(super) variant: Option<Span>,
    /// Whether all of the row could be read.
    pub(super) is_whole: bool,
}

impl Places {
    /// Where the variant comes from.
    fn variant(&self) -> &Span {
        self.variant.as_ref().unwrap_or(&self.name)
    }
}

impl<'r, 's> Names<'r, 's> {
    pub(super) fn new(files: &'r [String], report: &'r mut Report<'s>) -> Self {
        let mut names = Self {
            report,
            files,
            members: HashMap::new(),
            texts: HashMap::new(),
        };
        for member in METHODS.into_iter().chain(CONSTANTS) {
            names.inherited(member, "every enum");
        }
        names
    }

    /// Claims the method of a column, whose name is known to be free.
    pub(super) fn column(&mut self, name: &str) {
        self.inherited(name, &format!("the column {}", quoted(name)));
    }

    fn inherited(&mut self, member: &str, owner: &str) {
        let claim = Claim {
            owner: owner.to_owned(),
            place: None,
        };
        self.members.insert(member.to_owned(), claim);
    }

    /// What has a name, for messages; that of a table below with its file.
    fn owner(&self, what: String, entry: &Entry, places: Option<&Places>) -> String {
        match places {
            Some(_) => what,
            None => format!("{what} in {}", self.files[entry.file]),
        }
    }

    /// Claims the variant, method and constant of a range.
    pub(super) fn range(&mut self, entry: &Entry, places: Option<&Places>) -> bool {
        let owner = self.owner(format!("range {}", quoted(&entry.name)), entry, places);
        let method = format!("is_{}", snake(&entry.variant));
        let constant = screaming_snake(&entry.variant);
        self.of_row(places, |names| {
            if let Some(places) = places.filter(|_| constant == entry.variant) {
                let message =
                    format!("{owner} has a constant with the name of its variant, `{constant}`");
                let label = "choose a name or a variant with lower case letters";
                names.report.error(places.variant(), message, label);
                return false;
            }
            names.member("variant", &entry.variant, &owner, places)
                && names.member("method", &method, &owner, places)
                && names.member("constant", &constant, &owner, places)
        })
    }

    /// Claims the name and the variant of a code.
    ///
    /// A name of a table below leads to the code there in every table; a code of another number may
    /// be shown by it, but is parsed from its variant.
    pub(super) fn code(&mut self, number: u16, entry: &Entry, places: Option<&Places>) -> bool {
        let owner = self.owner(format!("code {number}"), entry, places);
        let first = self.texts.get(&entry.name.to_ascii_lowercase());
        let is_below = first.is_some_and(|(_, claim)| claim.place.is_none());
        let is_shown_only = is_below && places.is_some_and(|places| places.variant.is_some());
        self.of_row(places, |names| {
            (is_shown_only || names.name(number, entry, &owner, places, is_below))
                && names.member("variant", &entry.variant, &owner, places)
                && names.text(
                    number,
                    &entry.variant,
                    &owner,
                    places.map(Places::variant),
                    None,
                )
        })
    }

    fn name(
        &mut self,
        number: u16,
        entry: &Entry,
        owner: &str,
        places: Option<&Places>,
        is_below: bool,
    ) -> bool {
        let variant = format!("{}{number}", entry.variant);
        let help = format!(
            "to show this name anyway, give the code its own `variant`, such as `variant = \"{variant}\"`"
        );
        let place = places.map(|places| &places.name);
        self.text(
            number,
            &entry.name,
            owner,
            place,
            is_below.then_some(help.as_str()),
        )
    }

    /// Claims names for a row; a clash whose cause may be what was not read is not reported.
    fn of_row(&mut self, places: Option<&Places>, claim: impl FnOnce(&mut Self) -> bool) -> bool {
        let mut apart = self.report.apart();
        std::mem::swap(self.report, &mut apart);
        let is_free = claim(self);
        std::mem::swap(self.report, &mut apart);
        if places.is_none_or(|places| places.is_whole) {
            self.report.append(apart);
        }
        is_free
    }

    /// Claims an alias of a code, and the constant that it makes.
    pub(super) fn alias(&mut self, number: u16, alias: &str, place: Option<&Span>) -> bool {
        let first = self.texts.get(&alias.to_ascii_lowercase());
        if let (Some((other, first)), Some(place)) = (first, place) {
            if *other == number {
                let first = first.clone();
                let message = format!("{} already leads to code {number}", quoted(alias));
                self.clash(
                    place,
                    &message,
                    "remove this alias (case is ignored)",
                    &first,
                    None,
                );
                return false;
            }
        }
        let owner = format!("code {number}");
        self.text(number, alias, &owner, place, None)
            && (!is_identifier(alias)
                || self.claim("alias", alias, &owner, place, "choose another alias"))
    }

    /// Claims an identifier that is made from a name.
    fn member(&mut self, what: &str, member: &str, owner: &str, places: Option<&Places>) -> bool {
        let label = match places {
            Some(Places {
                variant: Some(_), ..
            }) => "choose another variant",
            _ => "choose another name, or add a `variant`",
        };
        self.claim(what, member, owner, places.map(Places::variant), label)
    }

    /// Claims an identifier; one of a table below is free.
    fn claim(
        &mut self,
        what: &str,
        member: &str,
        owner: &str,
        place: Option<&Span>,
        label: &str,
    ) -> bool {
        if let (Some(first), Some(place)) = (self.members.get(member), place) {
            let first = first.clone();
            let message = match first.owner.as_str() {
                "every enum" => format!("every generated enum already has `{member}`"),
                first => format!("the {what} `{member}` is already taken by {first}"),
            };
            self.clash(place, &message, label, &first, None);
            return false;
        }
        let claim = Claim {
            owner: owner.to_owned(),
            place: place.cloned(),
        };
        self.members.insert(member.to_owned(), claim);
        true
    }

    /// Claims a text for a number; one of a table below is free.
    fn text(
        &mut self,
        number: u16,
        text: &str,
        owner: &str,
        place: Option<&Span>,
        help: Option<&str>,
    ) -> bool {
        let key = text.to_ascii_lowercase();
        match (self.texts.get(&key), place) {
            (Some((other, first)), Some(place)) if *other != number => {
                let first = first.clone();
                let message = format!("{} is already the name of {}", quoted(text), first.owner);
                self.clash(
                    place,
                    &message,
                    "choose another name (case is ignored)",
                    &first,
                    help,
                );
                false
            }
            _ => {
                let claim = Claim {
                    owner: owner.to_owned(),
                    place: place.cloned(),
                };
                self.texts.entry(key).or_insert((number, claim));
                true
            }
        }
    }

    /// Reports a name that is taken, and where it is taken if that is in this document.
    fn clash(
        &mut self,
        place: &Span,
        message: &str,
        label: &str,
        first: &Claim,
        help: Option<&str>,
    ) {
        let mut added = self.report.error(place, message, label);
        if let Some(first) = &first.place {
            added = added.related(first, "first named here");
        }
        if let Some(help) = help {
            added.help(help);
        }
    }
}
