//! One paper as plain text, as Markdown, as Word, and as the PDF that an office program made of it: the same items and
//! findings.

use particulars::rule::Stage;

use crate::corpus::shared_rules;
use crate::word::same::{MARKDOWN, told, word};

/// Made by another office program of the same Word paper: `soffice --headless --convert-to pdf paper.docx`.
const PDF: &[u8] = include_bytes!("libreoffice.pdf");

#[test]
fn a_paper_in_all_four_formats_says_the_same() {
    let text = particulars::read::read("paper.docx", word().bytes()).unwrap().text;
    for stage in Stage::ALL {
        let lint =
            |name: &str, bytes: &[u8]| told(&particulars::lint(name, bytes, shared_rules(), stage).unwrap());
        let expected = lint("paper.md", MARKDOWN.as_bytes());
        assert!(expected.len() > 16, "{expected:?}");
        assert_eq!(lint("paper.docx", &word().bytes()), expected);
        assert_eq!(lint("paper.pdf", PDF), expected);
        assert_eq!(lint("paper.txt", text.as_bytes()), expected);
    }
}
