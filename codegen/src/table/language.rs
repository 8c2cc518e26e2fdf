//! Language tags.

/// A well-formed language tag (BCP 47, RFC 5646 §2.1), compared without regard to case.
#[derive(Clone, Debug)]
pub struct Language(String);

impl Language {
    /// A tag of subtags of one to eight letters and digits, the first of two or three letters.
    ///
    /// The standard leaves room for longer first subtags, of which none is registered: in a table
    /// they are keys in the wrong place.
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

    /// The tag as the table has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which of `tags` fits best: this one, this one without its last subtags, or a longer one
    /// (lookup, RFC 4647 §3.4, as the generated `description_in` does it).
    pub(crate) fn best_of<'t>(
        &self,
        tags: &(impl Iterator<Item = &'t Self> + Clone),
    ) -> Option<usize> {
        let subtags: Vec<&str> = self.0.split('-').collect();
        let find = |is_wanted: &dyn Fn(&[&str], &[&str]) -> bool| {
            (1..=subtags.len()).rev().find_map(|len| {
                tags.clone().position(|tag| {
                    let tag: Vec<&str> = tag.0.split('-').collect();
                    is_wanted(&tag, &subtags[..len])
                })
            })
        };
        let starts = |tag: &[&str], range: &[&str]| {
            tag.len() >= range.len()
                && tag
                    .iter()
                    .zip(range)
                    .all(|(a, b)| a.eq_ignore_ascii_case(b))
        };
        find(&|tag, range| tag.len() == range.len() && starts(tag, range)).or_else(|| find(&starts))
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Language {}
