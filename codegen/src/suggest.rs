//! A misspelt word → the word that was probably meant.

/// `` did you mean `word`? `` for the word that was probably meant.
pub(crate) fn suggest<'a>(found: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(found, words).map(|word| format!("did you mean `{word}`?"))
}

/// The nearest of `words`, if one is near, or starts with what was found.
pub(crate) fn nearest<'a>(
    found: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let len = found.chars().count();
    let limit = (len / 4).max(1);
    let words: Vec<&str> = words.into_iter().collect();
    let is_near = |word: &&&str| word.chars().count().abs_diff(len) <= limit;
    let near = words
        .iter()
        .filter(is_near)
        .map(|word| (distance(found, word), word));
    let near = near.filter(|&(distance, _)| distance <= limit);
    let near = near
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, word)| word);
    let longer = || {
        let mut words = words.iter();
        words.find(|word| len >= 4 && word.starts_with(found))
    };
    near.or_else(longer).copied()
}

/// Edits that turn one word into the other (insert, delete, replace, swap neighbours), whatever the case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    // The rows of the matrix for the last two letters of `a`, and for the next.
    let mut before = vec![0; b.len() + 1];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut next = before.clone();
    for i in 1..=a.len() {
        next[0] = i;
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            let mut edits = (row[j - 1] + usize::from(!same))
                .min(row[j] + 1)
                .min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                edits = edits.min(before[j - 2] + 1);
            }
            next[j] = edits;
        }
        std::mem::swap(&mut before, &mut row);
        std::mem::swap(&mut row, &mut next);
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, suggest};

    #[test]
    fn neighbours_are_swapped_by_one_edit() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "ABC", 0),
            ("ab", "ba", 1),
            ("abcd", "acbd", 1),
            ("abcdef", "badcfe", 3),
            ("ca", "abc", 3),
            ("abab", "baba", 2),
            ("kitten", "sitting", 3),
            ("reconnect", "recnonect", 1),
        ] {
            assert_eq!(distance(a, b), expected, "{a}, {b}");
            assert_eq!(distance(b, a), expected, "{b}, {a}");
        }
    }

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        let words = ["name", "reason", "is_sendable"];
        assert_eq!(
            suggest("nmae", words).as_deref(),
            Some("did you mean `name`?")
        );
        assert_eq!(
            suggest("Reason", words).as_deref(),
            Some("did you mean `reason`?")
        );
        assert_eq!(suggest("sendable", words), None);
        assert_eq!(
            suggest("is_sendeable", words).as_deref(),
            Some("did you mean `is_sendable`?")
        );
        assert_eq!(suggest("delay", words), None);
        assert_eq!(
            suggest("is_s", words).as_deref(),
            Some("did you mean `is_sendable`?")
        );
        assert_eq!(suggest("rea", words), None);
    }
}
