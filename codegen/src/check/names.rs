//! Columns, ranges and codes → whether each name leads to one thing only; what clashes is reported.

use std::collections::HashMap;
use std::rc::Rc;

use crate::case::{is_identifier, screaming_snake, snake};
use crate::diagnostic::quoted;
use crate::report::{Pending, Report, Span};
use crate::table::Entry;

/// Methods that every generated enum has, its own and those of the traits that it implements.
pub(super) const METHODS: &str = "arbitrary arbitrary_take_rest as_u16 borrow borrow_mut cause clamp clone clone_from \
    clone_into clone_to_uninit cmp custom description description_in deserialize \
    deserialize_in_place eq fmt format from from_str from_u16 ge gt hash hash_slice into \
    is_browser_sendable is_custom is_named is_sendable le lt max min name ne partial_cmp \
    provide range reason reference serialize size_hint source to_frame to_owned to_string try_from \
    try_into try_size_hint type_id";

/// What has these, and the constants.
const EVERY_ENUM: &str = "every enum";

/// Constants that every generated enum has; `ALL` is that of the enum of custom codes.
const CONSTANTS: [&str; 5] = ["ALL", "CUSTOM", "LANGUAGES", "NAMED", "RANGES"];

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
    owner: Rc<str>,
    /// Nothing for a name of a table below, or of every enum.
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
        for member in METHODS.split(' ').chain(CONSTANTS) {
            names.inherited(member, EVERY_ENUM);
        }
        names
    }

    /// Claims the method of a column, whose name is known to be free.
    pub(super) fn column(&mut self, name: &str) {
        self.inherited(name, &format!("the column {}", quoted(name)));
    }

    fn inherited(&mut self, member: &str, owner: &str) {
        let owner = owner.into();
        self.members
            .insert(member.to_owned(), Claim { owner, place: None });
    }

    /// Claims the variant, method and constant of a range.
    pub(super) fn range(&mut self, entry: &Entry, places: Option<&Places>) -> bool {
        let claim = self.claim(format!("range {}", quoted(&entry.name)), entry, places);
        let method = format!("is_{}", snake(&entry.variant));
        let constant = screaming_snake(&entry.variant);
        self.of_row(places, |names| {
            if let Some(place) = claim.place.as_ref().filter(|_| constant == entry.variant) {
                let message = format!(
                    "{} has a constant with the name of its variant, `{constant}`",
                    claim.owner
                );
                let label = "choose a name or a variant with lower case letters";
                names.report.error(place, message, label);
                return false;
            }
            let label = member_label(places);
            names.member("variant", &entry.variant, &claim, label)
                && names.member("method", &method, &claim, label)
                && names.member("constant", &constant, &claim, label)
        })
    }

    /// Claims the name and the variant of a code.
    ///
    /// A name of a table below leads to the code there in every table; a code of another number may
    /// be shown by it, but is parsed from its variant.
    pub(super) fn code(&mut self, number: u16, entry: &Entry, places: Option<&Places>) -> bool {
        let claim = self.claim(format!("code {number}"), entry, places);
        let by_name = Claim {
            place: places.map(|places| places.name.clone()),
            ..claim.clone()
        };
        let first = self.texts.get(&entry.name.to_ascii_lowercase());
        let is_below = first.is_some_and(|(_, claim)| claim.place.is_none());
        let is_shown_only = is_below && places.is_some_and(|places| places.variant.is_some());
        let help = is_below.then(|| {
            let variant = format!("{}{number}", entry.variant);
            format!("to show this name anyway, give the code its own `variant`, such as `variant = \"{variant}\"`")
        });
        self.of_row(places, |names| {
            (is_shown_only || names.text(number, &entry.name, &by_name, help))
                && names.member("variant", &entry.variant, &claim, member_label(places))
                && names.text(number, &entry.variant, &claim, None)
        })
    }

    /// What claims a variant; what is named in a table below is shown with its file.
    fn claim(&self, what: String, entry: &Entry, places: Option<&Places>) -> Claim {
        match places {
            Some(places) => Claim {
                owner: what.into(),
                place: Some(places.variant().clone()),
            },
            None => Claim {
                owner: format!("{what} in {}", self.files[entry.file]).into(),
                place: None,
            },
        }
    }

    /// Claims names for a row; a clash whose cause may be what was not read is not reported.
    fn of_row(&mut self, places: Option<&Places>, claim: impl FnOnce(&mut Self) -> bool) -> bool {
        self.report.begin_row();
        let is_free = claim(self);
        self.report
            .end_row(places.is_none_or(|places| places.is_whole));
        is_free
    }

    /// Claims an alias of a code, and the constant that it makes.
    pub(super) fn alias(&mut self, number: u16, alias: &str, place: Option<&Span>) -> bool {
        let first = self.texts.get(&alias.to_ascii_lowercase());
        if let (Some((other, first)), Some(place)) = (first, place) {
            if *other == number {
                let message = format!("{} is already a name of code {number}", quoted(alias));
                let label = "remove this alias (case is ignored)";
                clash(self.report, place, message, label, first);
                return false;
            }
        }
        let claim = Claim {
            owner: format!("code {number}").into(),
            place: place.cloned(),
        };
        self.text(number, alias, &claim, None)
            && (!is_identifier(alias)
                || self.member("alias", alias, &claim, "choose another alias"))
    }

    /// Claims an identifier; one of a table below is free.
    fn member(&mut self, what: &str, member: &str, claim: &Claim, label: &'static str) -> bool {
        if let (Some(first), Some(place)) = (self.members.get(member), &claim.place) {
            let message = match &*first.owner {
                EVERY_ENUM => format!("every generated enum already has `{member}`"),
                owner => format!("the {what} `{member}` is already taken by {owner}"),
            };
            clash(self.report, place, message, label, first);
            return false;
        }
        self.members.insert(member.to_owned(), claim.clone());
        true
    }

    /// Claims a text for a number; one of a table below is free.
    fn text(&mut self, number: u16, text: &str, claim: &Claim, help: Option<String>) -> bool {
        let first = self.texts.entry(text.to_ascii_lowercase());
        let (other, first) = first.or_insert_with(|| (number, claim.clone()));
        match &claim.place {
            Some(place) if *other != number => {
                let message = format!("{} is already the name of {}", quoted(text), first.owner);
                let label = "choose another name (case is ignored)";
                let added = clash(self.report, place, message, label, first);
                if let Some(help) = help {
                    added.help(help);
                }
                false
            }
            _ => true,
        }
    }
}

/// What to do about an identifier that is taken.
fn member_label(places: Option<&Places>) -> &'static str {
    match places {
        Some(places) if places.variant.is_some() => "choose another variant",
        _ => "choose another name, or add a `variant`",
    }
}

/// Reports a name that is taken, and where it is taken if that is in this document.
fn clash<'r>(
    report: &'r mut Report<'_>,
    place: &Span,
    message: String,
    label: &'static str,
    first: &Claim,
) -> &'r mut Pending {
    let added = report.error(place, message, label);
    match &first.place {
        Some(first) => added.related(first, "first used here"),
        None => added,
    }
}
