//! What the user reads → which of some texts to show.

use close_codes_codegen::Language;

/// Languages in the order of preference, as tags.
#[derive(Clone, Debug)]
pub(crate) struct Languages(Vec<String>);

impl Languages {
    /// The one asked for, else those of the locale; English after them.
    pub(crate) fn new(asked: Option<&str>) -> Self {
        let mut tags: Vec<String> = match asked {
            Some(tag) => vec![tag.replace('_', "-")],
            None => sys_locale::get_locales().collect(),
        };
        tags.push("en".to_owned());
        Self(tags)
    }

    /// The text that fits best, else the first.
    pub(crate) fn choose<'t>(&self, texts: &[(&'t Language, &'t str)]) -> Option<&'t str> {
        let best = self.0.iter().find_map(|wanted| lookup(wanted, texts));
        texts.get(best.unwrap_or(0)).map(|&(_, text)| text)
    }
}

/// The index of the text for a tag, for the tag without its last subtags, or for a longer one
/// (lookup, RFC 4647 §3.4, as the generated `description_in` does it).
fn lookup(wanted: &str, texts: &[(&Language, &str)]) -> Option<usize> {
    let wanted: Vec<&str> = wanted.split('-').collect();
    let find = |may_be_longer: bool| {
        (1..=wanted.len()).rev().find_map(|len| {
            texts.iter().position(|(tag, _)| {
                let tag: Vec<&str> = tag.as_str().split('-').collect();
                let is_prefix = tag.len() >= len
                    && tag
                        .iter()
                        .zip(&wanted[..len])
                        .all(|(a, b)| a.eq_ignore_ascii_case(b));
                is_prefix && (may_be_longer || tag.len() == len)
            })
        })
    };
    find(false).or_else(|| find(true))
}
