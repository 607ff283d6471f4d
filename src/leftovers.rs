//! What must not go out with a paper that is served: what drafting left beside its text, and blanks within it.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Leftover, LeftoverKind, Span};
use crate::mark::Mark;

/// Words between brackets that stand for what is to be filled in, and what writers put where they know no more yet.
static BLANKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let to_fill = "(?i:insert|enter|fill in|add|confirm|to come|name of|date of|tbd|tbc|client to)";
    Regex::new(&format!(
        r"\[\s*[●•][^\]\n]{{0,120}}\]?|\[_+\]|\[[A-Z][A-Z0-9 .,/'’&#-]{{1,60}}\]|\[\s*{to_fill}\b[^\]\n]{{0,120}}\]|\bTB[DC]\b|\bX{{3,}}\b-?"
    ))
    .ok()
});

/// Capitals between brackets that courts and parties print on purpose.
const PRINTED: [&str; 8] =
    ["REDACT", "PROPOSED", "SEAL", "SIGNATURE", "OMITTED", "CONFIDENTIAL", "SIC", "END OF"];

/// Everything that was left in `document`, by kind and then by place; in papers that are no Word papers, what their text
/// shows.
pub fn leftovers(document: &Document) -> Vec<Leftover> {
    let mut found = document.leftovers.clone();
    let in_text = |kind: LeftoverKind, span: Span| Leftover {
        paragraph: document.position(span.start).paragraph,
        offset: Some(span.start),
        ..Leftover::new(kind, document.slice(span).trim())
    };
    found.extend(blanks(&document.text).map(|span| in_text(LeftoverKind::Blank, span)));
    for line in &document.margins {
        let words = blanks(line).filter_map(|span| line.get(span.start..span.end));
        found.extend(words.map(|words| Leftover::new(LeftoverKind::Blank, words)));
    }
    let mut start = 0;
    for line in document.text.split_inclusive('\n') {
        if Mark::read(line).is_some() {
            found.push(in_text(LeftoverKind::Mark, Span::new(start, start + line.len())));
        }
        start += line.len();
    }
    found.sort_by_key(|left| (left.kind, left.page, left.paragraph, left.offset));
    found
}

fn blanks(text: &str) -> impl Iterator<Item = Span> {
    let found = BLANKS.as_ref().map(|blanks| blanks.find_iter(text));
    let is_blank = |words: &str| {
        // Digits that privacy rules take out are printed so: XXX-XX-1234.
        let is_private = words.starts_with('X') && words.ends_with('-');
        !is_private && !PRINTED.iter().any(|printed| words.contains(printed))
    };
    found
        .into_iter()
        .flatten()
        .filter(move |blank| is_blank(blank.as_str()))
        .map(|blank| Span::new(blank.start(), blank.end()))
}

#[cfg(test)]
mod tests {
    use super::leftovers;
    use crate::document::Document;

    fn left(text: &str) -> Vec<String> {
        let document = Document::plain("a.txt", text.to_owned(), String::new());
        leftovers(&document).into_iter().map(|left| left.words).collect()
    }

    #[test]
    fn blanks_are_found() {
        for blank in [
            "[●]",
            "[● date of service]",
            "[NAME]",
            "[CLIENT NAME]",
            "[insert date]",
            "[___]",
            "TBD",
            "XXX",
            "[to come]",
        ] {
            assert_eq!(left(&format!("Dated: {blank} 2026")), [blank]);
        }
    }

    #[test]
    fn what_is_printed_on_purpose_is_no_blank() {
        for words in [
            "[REDACTED]",
            "[PROPOSED] ORDER",
            "XXX-XX-1234",
            "[sic]",
            "[24]7",
            "[A]ll of it",
            "[1]",
            "the [cut] tape",
            "Ex. [A]",
        ] {
            assert!(left(words).is_empty(), "{words}: {:?}", left(words));
        }
    }

    #[test]
    fn marks_of_comments_in_the_text_are_found() {
        assert_eq!(left("a\nparticulars 1a2b3c4d5e6f7788\n"), ["particulars 1a2b3c4d5e6f7788"]);
    }
}
