//! What is left in a paper that is about to be served, each with its place.

use crate::document::{Document, Leftover, LeftoverKind};
use crate::write::lines::{fit, hang};
use crate::write::{Look, cited, counted};

/// The most things of one kind that are named one by one.
const MOST_NAMED: usize = 20;

/// Whether the paper is ready for service, and what is left in it.
pub fn left(document: &Document, leftovers: &[Leftover], look: &Look) -> String {
    let most = look.room();
    if leftovers.is_empty() {
        return hang(
            "",
            &format!("{}: ready for service: nothing of its drafting is left", document.name),
            most,
        );
    }
    let count = counted(leftovers.len(), "thing");
    let mut text = hang("", &format!("{}: not ready for service: {count} left", document.name), most);
    for of_kind in leftovers.chunk_by(|a, b| a.kind == b.kind) {
        for leftover in of_kind.iter().take(MOST_NAMED) {
            text.push_str(&hang("  ", &line(document, leftover, look), most));
        }
        if let Some(more @ 1..) = of_kind.len().checked_sub(MOST_NAMED) {
            let kind = of_kind[0].kind.name();
            text.push_str(&hang("  ", &format!("and {more} more of this kind ({kind})"), most));
        }
    }
    let has_marks = leftovers.iter().any(|left| left.kind == LeftoverKind::Mark);
    if has_marks {
        let next = "`particulars annotate --strip` takes the comments of Particulars out";
        text.push_str(&hang("  ", next, most));
    }
    text
}

/// `paragraph 4: comment ("ask the client")`.
fn line(document: &Document, leftover: &Leftover, look: &Look) -> String {
    let place = match (leftover.offset, leftover.paragraph.or(leftover.page)) {
        (None, Some(page)) if leftover.paragraph.is_none() => format!("page {page}"),
        (Some(offset), _) => cited(document.position(offset)),
        (None, Some(paragraph)) => format!("paragraph {paragraph}"),
        (None, None) => "in a header or footer, or at no place".to_owned(),
    };
    let kind = leftover.kind.name();
    let words = leftover.words.split_whitespace().collect::<Vec<_>>().join(" ");
    if look.quote && !words.is_empty() {
        format!("{place}: {kind} (\"{}\")", fit(&words, look.room()))
    } else {
        format!("{place}: {kind}")
    }
}

#[cfg(test)]
mod tests {
    use super::left;
    use crate::document::{Document, Leftover, LeftoverKind};
    use crate::write::Look;

    #[test]
    fn each_thing_is_named_with_its_place() {
        let document = Document::plain("a.docx", "Dated: TBD\n".to_owned(), String::new());
        let leftover = |kind, paragraph, offset, words: &str| Leftover {
            paragraph,
            offset,
            ..Leftover::new(kind, words)
        };
        let leftovers = [
            leftover(LeftoverKind::Mark, Some(3), None, ""),
            leftover(LeftoverKind::Change, None, None, ""),
            Leftover { page: Some(7), ..Leftover::new(LeftoverKind::Hidden, "") },
            leftover(LeftoverKind::Blank, None, Some(7), "TBD"),
        ];
        let look = Look { width: 80, color: false, quote: true };
        let expected = "\
a.docx: not ready for service: 4 things left
  paragraph 3: comment of Particulars
  in a header or footer, or at no place: tracked change
  page 7: hidden text
  line 1, column 8: blank that is not filled in (\"TBD\")
  `particulars annotate --strip` takes the comments of Particulars out
";
        assert_eq!(left(&document, &leftovers, &look), expected);
        assert!(!left(&document, &leftovers, &Look { quote: false, ..look }).contains("TBD"));
        assert!(left(&document, &[], &look).contains("ready for service: nothing"));
    }
}
