//! Files that are no Word papers, are signed, or are broken: an error that says what to do, and no panic.

use particulars::annotate::{annotate, strip};

use super::kit::{OPENING, annotated, options, report};
use crate::corpus::shared_rules;
use crate::word::kit::{Paper, p, zipped};

fn paper() -> Paper {
    Paper::new(&(OPENING.to_owned() + &p("ANSWER: The trade secrets are its pricing; and its know-how.")))
}

#[test]
fn other_papers_and_signed_ones_are_refused() {
    let report = report(&paper().bytes());
    for bytes in [&b"%PDF-1.7"[..], b"words", b""] {
        let message = annotate(bytes, &report, shared_rules(), &options()).unwrap_err().to_string();
        assert!(message.contains("no Word document") && message.contains("; annotate"), "{message}");
    }
    let sheet = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"d.xml\"/>\
                 <Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" \
                 Target=\"_xmlsignatures/origin.sigs\"/></Relationships>";
    let main = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
    let files = [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", sheet), ("d.xml", main)];
    let files = files.map(|(name, xml)| (name.to_owned(), xml.as_bytes().to_vec()));
    let message = strip("signed.docx", &zipped(&files)).unwrap_err().to_string();
    assert!(message.starts_with("signed.docx: it bears a digital signature"), "{message}");
}

#[test]
fn broken_files_never_panic() {
    let bytes = annotated(&paper().bytes()).bytes;
    let report = report(&bytes);
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 0x55;
        let _ = strip("a.docx", &broken);
        if at % 7 == 0 {
            let _ = annotate(&broken, &report, shared_rules(), &options());
            let _ = annotate(&bytes[..at], &report, shared_rules(), &options());
        }
    }
}

#[test]
fn a_report_of_another_paper_does_no_harm() {
    let other = report(&paper().bytes());
    for body in ["", "<w:p/>", "<w:tbl/>", "<w:p><w:r/></w:p>", "<w:r><w:t>x</w:t></w:r>"] {
        let bytes = Paper::new(body).bytes();
        if let Ok(with) = annotate(&bytes, &other, shared_rules(), &options()) {
            assert!(particulars::ooxml::Package::open(with.bytes).is_ok());
        }
    }
}

#[test]
fn looks_without_end_are_not_copied() {
    let looks = format!("<w:rPr>{}</w:rPr>", "<w:b/>".repeat(20_000));
    let words = "ANSWER: The trade secrets are its pricing; and its know-how; and its customer lists.";
    let body = OPENING.to_owned() + &format!("<w:p><w:r>{looks}<w:t>{words}</w:t></w:r></w:p>");
    let with = super::kit::holds(&Paper::new(&body).bytes());
    let xml = super::kit::part(&with, "word/document.xml").unwrap();
    assert!(xml.len() < 2 * looks.len());
    assert!(super::kit::told(&with).iter().all(|(marked, _)| marked == words));
}
