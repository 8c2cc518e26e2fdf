//! Columns, ranges and codes → whether each name leads to one thing only; what clashes is reported.

use std::collections::HashMap;

use crate::name::{is_identifier, screaming_snake, snake};
use crate::report::{Bytes, Report, quoted};
use crate::table::{Code, Entry};

/// The identifiers of a generated enum, and the texts that it is parsed from, so far.
pub(crate) struct Names {
    /// Variants, methods and constants: what has each, and where it is named in this document.
    members: HashMap<String, Claim>,
    /// Names, variants and aliases in small letters.
    texts: HashMap<String, (u16, Option<Bytes>)>,
}

struct Claim {
    owner: String,
    place: Option<Bytes>,
}

/// Where a code or range of this document is named.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    pub(crate) name: Bytes,
    pub(crate) variant: Option<Bytes>,
}

impl Names {
    pub(crate) fn new(members: &[&str]) -> Self {
        let claim = |member: &&str| {
            let owner = "a generated member".to_owned();
            ((*member).to_owned(), Claim { owner, place: None })
        };
        Self {
            members: members.iter().map(claim).collect(),
            texts: HashMap::new(),
        }
    }

    /// Claims the method of a column, whose name is known to be free.
    pub(crate) fn column(&mut self, name: &str) {
        let owner = "the method of a column".to_owned();
        self.members
            .insert(name.to_owned(), Claim { owner, place: None });
    }

    /// Claims the variant, matcher and constant of a range.
    pub(crate) fn range(
        &mut self,
        entry: &Entry,
        places: Option<&Places>,
        report: &mut Report,
    ) -> bool {
        let place = places.map(|places| places.variant.as_ref().unwrap_or(&places.name));
        let owner = |what: &str| format!("the {what} of the range {}", quoted(&entry.name));
        self.member(&entry.variant, &owner("variant"), place, report)
            && self.member(
                &format!("is_{}", snake(&entry.variant)),
                &owner("matcher"),
                place,
                report,
            )
            && self.member(
                &screaming_snake(&entry.variant),
                &owner("constant"),
                place,
                report,
            )
    }

    /// Claims the variant and the name of a code.
    ///
    /// A name of the standard table leads to the standard code in every table; a code of another
    /// number may be shown by it, but is parsed from its variant.
    pub(crate) fn code(
        &mut self,
        number: u16,
        entry: &Entry,
        places: Option<&Places>,
        report: &mut Report,
    ) -> bool {
        let place = places.map(|places| places.variant.as_ref().unwrap_or(&places.name));
        let standard = if places.is_some() {
            ""
        } else {
            " of the standard table"
        };
        let owner = format!("the variant of code {number}{standard}");
        if !self.member(&entry.variant, &owner, place, report)
            || !self.text(number, &entry.variant, place, report)
        {
            return false;
        }
        let is_shown_only = places.is_some_and(|places| places.variant.is_some())
            && matches!(self.texts.get(&entry.name.to_ascii_lowercase()), Some((other, None)) if *other != number);
        is_shown_only
            || self.text(
                number,
                &entry.name,
                places.map(|places| &places.name),
                report,
            )
    }

    /// Claims an alias of a code, and the constant that it makes.
    pub(crate) fn alias(
        &mut self,
        number: u16,
        code: &Code,
        alias: &str,
        place: Option<&Bytes>,
        report: &mut Report,
    ) -> bool {
        if let (Some((other, _)), Some(place)) =
            (self.texts.get(&alias.to_ascii_lowercase()), place)
        {
            if *other == number {
                let message = format!("{} is a name of code {number} already", quoted(alias));
                report
                    .error(place, message, "expected another alias")
                    .help(format!(
                        "the code is parsed from `{}` and `{}`, in capitals or not",
                        code.entry.name, code.entry.variant
                    ));
                return false;
            }
        }
        self.text(number, alias, place, report)
            && (!is_identifier(alias)
                || self.member(
                    alias,
                    &format!("the constant of an alias of code {number}"),
                    place,
                    report,
                ))
    }

    fn member(
        &mut self,
        member: &str,
        owner: &str,
        place: Option<&Bytes>,
        report: &mut Report,
    ) -> bool {
        let claim = Claim {
            owner: owner.to_owned(),
            place: place.cloned(),
        };
        let (Some(first), Some(place)) = (self.members.get(member), place) else {
            self.members.insert(member.to_owned(), claim);
            return true;
        };
        let message = format!("`{member}` would be {owner} and is {}", first.owner);
        let mistake = report.error(place, message, "expected a name of its own");
        if let Some(first) = &first.place {
            mistake.related(first, "first named here");
        }
        mistake
            .help("`variant` beside `name` makes another identifier, and leaves the name as it is");
        false
    }

    fn text(
        &mut self,
        number: u16,
        text: &str,
        place: Option<&Bytes>,
        report: &mut Report,
    ) -> bool {
        let key = text.to_ascii_lowercase();
        match (self.texts.get(&key), place) {
            (Some((other, first)), Some(place)) if *other != number => {
                let message = format!("{} leads to two codes, {other} and {number}", quoted(text));
                let mistake = report.error(
                    place,
                    message,
                    "expected another name; the case of letters makes no difference",
                );
                match first {
                    Some(first) => mistake.related(first, "first named here"),
                    None => mistake.help(format!(
                        "{other} has it in the standard table; with a `variant` of its own the code may be shown by the same name"
                    )),
                };
                false
            }
            _ => {
                self.texts.entry(key).or_insert((number, place.cloned()));
                true
            }
        }
    }
}
