//! A misspelt word → the word that was probably meant.

/// The nearest of `words`, if one is near or contains what was found, whatever the case.
pub(crate) fn nearest<'w>(found: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let found = found.to_lowercase();
    let len = found.chars().count();
    let limit = (len / 3).max(1);
    words
        .filter_map(|word| {
            let lower = word.to_lowercase();
            let distance = strsim::damerau_levenshtein(&found, &lower);
            let is_part = len >= 4 && lower.contains(&found);
            let is_near = distance <= limit && distance < len;
            (is_near || is_part).then_some(((!is_near, distance), word))
        })
        .min_by_key(|&(rank, _)| rank)
        .map(|(_, word)| word)
}
