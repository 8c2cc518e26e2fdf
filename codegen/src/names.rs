//! Columns, ranges and codes → whether each name leads to one thing only; what clashes is reported.

use std::collections::HashMap;

use crate::name::{is_identifier, screaming_snake, snake};
use crate::report::{Bytes, Mistake, Report, quoted};
use crate::table::Entry;

/// The identifiers of a generated enum, and the texts that it is parsed from, so far.
pub(crate) struct Names<'r> {
    report: &'r mut Report,
    /// Variants, methods and constants.
    members: HashMap<String, Claim>,
    /// Names, variants and aliases in small letters, with the number that each leads to.
    texts: HashMap<String, (u16, Claim)>,
}

/// What has a name, and where this document gives it.
struct Claim {
    owner: String,
    place: Option<Bytes>,
}

impl Claim {
    fn new(owner: &str, place: Option<&Bytes>) -> Self {
        Self {
            owner: owner.to_owned(),
            place: place.cloned(),
        }
    }
}

/// Where a code or range of this document is named.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    pub(crate) name: Bytes,
    pub(crate) variant: Option<Bytes>,
    /// Whether the row is read in full.
    pub(crate) intact: bool,
}

impl Places {
    /// Where the variant comes from.
    fn variant(&self) -> &Bytes {
        self.variant.as_ref().unwrap_or(&self.name)
    }
}

impl<'r> Names<'r> {
    pub(crate) fn new(members: &[&str], report: &'r mut Report) -> Self {
        let mut names = Self {
            report,
            members: HashMap::new(),
            texts: HashMap::new(),
        };
        for member in members {
            names.inherited(member, "the enum itself");
        }
        names
    }

    /// Claims the method of a column, whose name is known to be free.
    pub(crate) fn column(&mut self, name: &str) {
        self.inherited(name, &format!("the column {}", quoted(name)));
    }

    fn inherited(&mut self, member: &str, owner: &str) {
        self.members
            .insert(member.to_owned(), Claim::new(owner, None));
    }

    /// Claims the variant, method and constant of a range.
    pub(crate) fn range(&mut self, entry: &Entry, places: Option<&Places>) -> bool {
        let owner = format!("the range {}{}", quoted(&entry.name), origin(places));
        let method = format!("is_{}", snake(&entry.variant));
        let constant = screaming_snake(&entry.variant);
        self.unless_partial(places, |names| {
            names.member("variant", &entry.variant, &owner, places)
                && names.member("method", &method, &owner, places)
                && names.member("constant", &constant, &owner, places)
        })
    }

    /// Claims the name and the variant of a code.
    ///
    /// A name of the standard table leads to the standard code in every table; a code of another
    /// number may be shown by it, but is parsed from its variant.
    pub(crate) fn code(&mut self, number: u16, entry: &Entry, places: Option<&Places>) -> bool {
        let owner = format!("code {number}{}", origin(places));
        let first = self.texts.get(&entry.name.to_ascii_lowercase());
        let is_standard = first.is_some_and(|(_, claim)| claim.place.is_none());
        let is_shown_only = is_standard && places.is_some_and(|places| places.variant.is_some());
        self.unless_partial(places, |names| {
            (is_shown_only || names.name(number, entry, &owner, places, is_standard))
                && names.member("variant", &entry.variant, &owner, places)
                && names
                    .text(number, &entry.variant, &owner, places.map(Places::variant))
                    .is_ok()
        })
    }

    fn name(
        &mut self,
        number: u16,
        entry: &Entry,
        owner: &str,
        places: Option<&Places>,
        is_standard: bool,
    ) -> bool {
        let mut claimed = self.text(
            number,
            &entry.name,
            owner,
            places.map(|places| &places.name),
        );
        if let (Err(mistake), true) = (&mut claimed, is_standard) {
            mistake.help("with a `variant` of its own the code may be shown by this name");
        }
        claimed.is_ok()
    }

    /// Claims names; a clash that may come from what is left out of a row is not reported.
    fn unless_partial(
        &mut self,
        places: Option<&Places>,
        claim: impl FnOnce(&mut Self) -> bool,
    ) -> bool {
        let before = self.report.len();
        let is_free = claim(self);
        if places.is_some_and(|places| !places.intact) {
            self.report.truncate(before);
        }
        is_free
    }

    /// Claims an alias of a code, and the constant that it makes.
    pub(crate) fn alias(&mut self, number: u16, alias: &str, place: Option<&Bytes>) -> bool {
        if let (Some((other, first)), Some(place)) =
            (self.texts.get(&alias.to_ascii_lowercase()), place)
        {
            if *other == number {
                let message = format!("{} names code {number} already", quoted(alias));
                let label = "expected another alias; capitals make no difference";
                self.report.error(place, message, label).first(first);
                return false;
            }
        }
        let owner = format!("an alias of code {number}");
        self.text(number, alias, &format!("code {number}"), place)
            .is_ok()
            && (!is_identifier(alias)
                || self.claim("constant", alias, &owner, place, "expected another alias"))
    }

    /// Claims an identifier that is made from a name.
    fn member(&mut self, what: &str, member: &str, owner: &str, places: Option<&Places>) -> bool {
        let label = match places {
            Some(Places {
                variant: Some(_), ..
            }) => "expected another variant",
            _ => "expected another name, or a `variant` beside it",
        };
        self.claim(what, member, owner, places.map(Places::variant), label)
    }

    /// Claims an identifier; one that is inherited is free.
    fn claim(
        &mut self,
        what: &str,
        member: &str,
        owner: &str,
        place: Option<&Bytes>,
        label: &str,
    ) -> bool {
        if let (Some(first), Some(place)) = (self.members.get(member), place) {
            let message = format!("the {what} `{member}` is taken by {}", first.owner);
            self.report.error(place, message, label).first(first);
            return false;
        }
        self.members
            .insert(member.to_owned(), Claim::new(owner, place));
        true
    }

    /// Claims a text for a number; one that is inherited is free.
    fn text(
        &mut self,
        number: u16,
        text: &str,
        owner: &str,
        place: Option<&Bytes>,
    ) -> Result<(), &mut Mistake> {
        let key = text.to_ascii_lowercase();
        match (self.texts.get(&key), place) {
            (Some((other, first)), Some(place)) if *other != number => {
                let message = format!("{} names both {} and {owner}", quoted(text), first.owner);
                let label = "expected another name; capitals make no difference";
                Err(self.report.error(place, message, label).first(first))
            }
            _ => {
                let claim = || (number, Claim::new(owner, place));
                self.texts.entry(key).or_insert_with(claim);
                Ok(())
            }
        }
    }
}

impl Mistake {
    /// Shows where the first claim was made, if it was in this document.
    fn first(&mut self, claim: &Claim) -> &mut Self {
        match &claim.place {
            Some(place) => self.related(place, "first named here"),
            None => self,
        }
    }
}

/// Where an owner comes from, if not from this document.
fn origin(places: Option<&Places>) -> &'static str {
    match places {
        Some(_) => "",
        None => " of the standard table",
    }
}
