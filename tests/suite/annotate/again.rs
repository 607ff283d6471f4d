//! A second run: earlier comments are replaced, and the same paper gives the same bytes.

use particulars::annotate::{Options, annotate};

use super::kit::{OPENING, annotated, comments, holds, options, report, stripped, told};
use crate::corpus::shared_rules;
use crate::word::kit::{Paper, p};
use crate::word::same::word;

#[test]
fn the_same_paper_gives_the_same_bytes() {
    for bytes in [word().bytes(), include_bytes!("../word/libreoffice.docx").to_vec()] {
        assert!(holds(&bytes) == annotated(&bytes).bytes);
    }
}

#[test]
fn a_paper_without_findings_comes_back_byte_for_byte() {
    let bytes = Paper::new(&(OPENING.to_owned() + &p("ANSWER: ") + &p("Nothing here."))).bytes();
    let mut report = report(&bytes);
    report.findings.clear();
    assert!(annotate(&bytes, &report, shared_rules(), &options()).unwrap().bytes == bytes);
    assert!(stripped(&bytes).bytes == bytes);
}

#[test]
fn what_was_mended_is_told_no_more() {
    let with = annotated(&word().bytes()).bytes;
    let mut report = report(&with);
    let before = comments(&with).len();
    report.findings.truncate(1);
    let after = annotate(&with, &report, shared_rules(), &options()).unwrap();
    assert_eq!((after.written, after.removed), (1, before));
    assert_eq!(told(&after.bytes).len(), 1);
    report.findings.clear();
    let none = annotate(&with, &report, shared_rules(), &options()).unwrap().bytes;
    assert!(none == stripped(&with).bytes);
}

#[test]
fn author_and_date_are_what_is_asked_for() {
    let bytes = word().bytes();
    let options =
        Options { author: "J. \"Q\" Doe & Co.".to_owned(), date: Some("2026-11-24".parse().unwrap()) };
    let with = annotate(&bytes, &report(&bytes), shared_rules(), &options).unwrap();
    assert!(
        comments(&with.bytes).iter().all(|remark| remark.author == options.author && remark.initials == "PT")
    );
    let xml = super::kit::part(&with.bytes, "word/comments.xml").unwrap();
    assert!(xml.contains("w:date=\"2026-11-24T00:00:00Z\""), "{xml}");
    assert_eq!(stripped(&with.bytes).removed, with.written);
    let again = annotated(&with.bytes);
    assert_eq!((again.removed, again.written), (with.written, with.written));
}
