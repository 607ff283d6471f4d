//! Words of the paper, word for word, and the places where they stand.

use super::case::Case;
use crate::composed::{Block, Run};
use crate::document::Span;

/// Lines as long as this were broken by the page and not by the writer.
const FULL_LINE: usize = 50;

/// The words at `span` as a quotation, a paragraph for each of the paper's.
pub(super) fn quotation(case: &Case<'_>, span: Span) -> Block {
    Block::Quotation(
        paragraphs(case.brief.report.document.slice(span))
            .into_iter()
            .map(|one| vec![Run::plain(one)])
            .collect(),
    )
}

/// The paragraphs of `text`; lines that the page broke are joined, and no word is left out.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut is_open = false;
    let mut length = 0;
    for line in text.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            is_open = false;
            continue;
        }
        match all.last_mut().filter(|_| is_open) {
            Some(paragraph) => {
                paragraph.push(if length >= FULL_LINE && !is_labelled(&words) { ' ' } else { '\n' });
                paragraph.push_str(&words);
            }
            None => all.push(words.clone()),
        }
        (is_open, length) = (true, words.chars().count());
    }
    all
}

/// It starts an entry: "(a) ...", "1. ...", "- ...", "| ...".
fn is_labelled(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_start_matches('(');
    let label = bare.trim_end_matches([')', '.', ':']);
    let is_short = label.len() <= 4 && label.chars().all(char::is_alphanumeric) && !label.is_empty();
    matches!(first, "-" | "*" | "\u{2022}" | "|")
        || (is_short && first.ends_with([')', '.', ':']) && first.len() > label.len())
}

/// Where `span` begins, as a person cites it: "page 4, line 12", "paragraph 14", "line 3".
pub(super) fn place(case: &Case<'_>, span: Span) -> String {
    case.brief.report.document.position(span.start).plain()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn lines_that_the_page_broke_are_joined_and_entries_are_not() {
        let text = "The answer runs over the whole of a line that the page\nbroke:\n(a) one;\n(b) two.\n\nEnd *here*\n<b>";
        assert_eq!(
            paragraphs(text),
            [
                "The answer runs over the whole of a line that the page broke:\n(a) one;\n(b) two.",
                "End *here*\n<b>"
            ]
        );
    }
}
