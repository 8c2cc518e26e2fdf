//! Language tags.

/// A well-formed language tag (BCP 47, RFC 5646 §2.1), compared without regard to case.
#[derive(Clone, Debug)]
pub(crate) struct Language(String);

impl Language {
    /// A tag of subtags of one to eight letters and digits, the first of two or three letters.
    ///
    /// The standard has room for longer ones, of which none is in use; they are keys in a wrong place.
    pub(crate) fn new(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let first = subtags.next()?;
        let is_language =
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
        let is_private = first.eq_ignore_ascii_case("x") && tag.len() > 2;
        let is_subtag =
            |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        ((is_language || is_private) && subtags.all(is_subtag)).then(|| Self(tag.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}
