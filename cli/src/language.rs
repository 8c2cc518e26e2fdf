//! What the user reads → which of some texts to show.

use close_codes_codegen::Language;

/// Languages in the order of preference, as tags.
#[derive(Clone, Debug)]
pub(crate) struct Languages(Vec<String>);

impl Languages {
    /// The one asked for, else that of the locale; English after it.
    pub(crate) fn new(asked: Option<&str>) -> Self {
        let tag = asked.map(str::to_owned).or_else(locale);
        let tag = tag.map(|tag| tag.replace('_', "-"));
        Self(tag.into_iter().chain(["en".to_owned()]).collect())
    }

    /// The text that fits best, else the first.
    pub(crate) fn choose<'t>(&self, texts: &[(&'t Language, &'t str)]) -> Option<&'t str> {
        let best = self.0.iter().find_map(|wanted| lookup(wanted, texts));
        texts.get(best.unwrap_or(0)).map(|&(_, text)| text)
    }
}

/// The language of messages: as in POSIX, the first variable that is set and not empty decides.
fn locale() -> Option<String> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let mut set = variables.filter_map(|name| std::env::var(name).ok().filter(|it| !it.is_empty()));
    match set.next() {
        // `zh_CN.UTF-8@pinyin`; `C` and `POSIX` are no language of any text.
        Some(locale) => locale.split(['.', '@']).next().map(str::to_owned),
        // Elsewhere the system has no other place for it.
        None if cfg!(any(windows, target_vendor = "apple")) => sys_locale::get_locale(),
        None => None,
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
