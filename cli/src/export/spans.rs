//! Numbers of a range → text for people.

use close_codes_codegen::CodeSpan;

/// `1004, 1016–1999`: in order, neighbors as one.
pub(super) fn shown(spans: &[CodeSpan]) -> String {
    let mut sorted = spans.to_vec();
    sorted.sort();
    let mut joined: Vec<CodeSpan> = Vec::new();
    for span in sorted {
        match joined.last_mut() {
            Some(before) if before.last() + 1 == span.first() => {
                *before = CodeSpan::new(before.first(), span.last()).expect("in order");
            }
            _ => joined.push(span),
        }
    }
    let joined: Vec<String> = joined.iter().map(CodeSpan::to_string).collect();
    joined.join(", ")
}

#[cfg(test)]
mod tests {
    use super::shown;
    use close_codes_codegen::CodeSpan;

    #[test]
    fn neighbors_are_one_span() {
        let span = |first, last| CodeSpan::new(first, last).expect("in order");
        let spans = [span(7, 7), span(1, 3), span(65535, 65535), span(4, 5)];
        assert_eq!(shown(&spans), "1–5, 7, 65535");
    }
}
