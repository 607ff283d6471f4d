//! What must not go out with a served paper.

use particulars::document::{Leftover, LeftoverKind};
use particulars::leftovers::leftovers;

use super::kit::{OPENING, annotated, stripped};
use crate::word::kit::{Paper, p, r};

const ANSWER: &str = "ANSWER: The trade secrets are its pricing; and its know-how.";

fn left(bytes: &[u8]) -> Vec<(LeftoverKind, Option<usize>)> {
    let document = particulars::read::read("paper.docx", bytes).unwrap();
    leftovers(&document).into_iter().map(|Leftover { kind, paragraph, .. }| (kind, paragraph)).collect()
}

#[test]
fn everything_that_drafting_leaves_is_named_with_its_place() {
    let clean = OPENING.to_owned() + &p(ANSWER);
    assert!(left(&Paper::new(&clean).bytes()).is_empty());
    let changed = |run: &str| format!("{clean}<w:p><w:r>{run}<w:t>x</w:t></w:r></w:p>");
    let cases = [
        (changed("<w:rPr><w:vanish/></w:rPr>"), LeftoverKind::Hidden),
        (
            changed("<w:rPr><w:b/><w:rPrChange w:id=\"1\" w:author=\"A\"><w:rPr/></w:rPrChange></w:rPr>"),
            LeftoverKind::Change,
        ),
        (
            format!("{clean}<w:p><w:ins w:id=\"1\" w:author=\"A\">{}</w:ins></w:p>", r("x")),
            LeftoverKind::Change,
        ),
        (
            format!(
                "{clean}<w:p><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
            ),
            LeftoverKind::Change,
        ),
        (
            format!(
                "{clean}<w:p><w:pPr><w:rPr><w:ins w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>{}</w:p>",
                r("x")
            ),
            LeftoverKind::Change,
        ),
        (
            format!(
                "{clean}<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
                r("Click here")
            ),
            LeftoverKind::Blank,
        ),
        (clean.clone() + &p("Dated: [●], 2026"), LeftoverKind::Blank),
    ];
    for (body, kind) in cases {
        assert_eq!(left(&Paper::new(&body).bytes()), [(kind, Some(3))], "{body}");
    }
}

#[test]
fn headers_count_and_so_do_our_marks_until_they_are_stripped() {
    let body = OPENING.to_owned() + &p(ANSWER);
    let paper = Paper::new(&body).with(
        "header",
        "hdr",
        &format!("<w:p><w:ins w:id=\"1\" w:author=\"A\">{}</w:ins></w:p>", r("TBD")),
    );
    assert_eq!(left(&paper.bytes()), [(LeftoverKind::Change, None), (LeftoverKind::Blank, None)]);
    let with = annotated(&Paper::new(&body).bytes()).bytes;
    assert!(left(&with).iter().all(|(kind, paragraph)| (*kind, *paragraph) == (LeftoverKind::Mark, Some(2))));
    assert!(!left(&with).is_empty() && left(&stripped(&with).bytes).is_empty());
}
