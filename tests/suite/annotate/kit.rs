//! Word papers with comments, taken apart: what each comment stands on and says.

use std::collections::BTreeMap;

use particulars::annotate::{Annotated, Options, annotate, strip};
use particulars::lint_document;
use particulars::ooxml::{Package, Remark, Scanner, Token, remarks};
use particulars::posture::Posture;
use particulars::read::read;
use particulars::report::Report;
use particulars::rule::Stage;

use crate::corpus::shared_rules;

/// The request and the start of an answer, as paragraphs.
pub const OPENING: &str = "<w:p><w:r><w:t>INTERROGATORY NO. 1: Identify each trade secret.</w:t></w:r></w:p>";

/// The report on a paper.
pub fn report(bytes: &[u8]) -> Report {
    let document = read("paper.docx", bytes).unwrap();
    lint_document(document, shared_rules(), &Posture::at(Stage::Particularity))
}

/// Signed by the program, without a date.
pub fn options() -> Options {
    Options { author: "Particulars".to_owned(), date: None }
}

/// The paper with its findings as comments.
pub fn annotated(bytes: &[u8]) -> Annotated {
    annotate(bytes, &report(bytes), shared_rules(), &options()).unwrap()
}

/// The paper without them.
pub fn stripped(bytes: &[u8]) -> Annotated {
    strip("paper.docx", bytes).unwrap()
}

/// The characters of a part.
pub fn part(bytes: &[u8], name: &str) -> Option<String> {
    Package::open(bytes.to_vec()).unwrap().text(name).unwrap()
}

/// The comments of a paper.
pub fn comments(bytes: &[u8]) -> Vec<Remark> {
    let mut package = Package::open(bytes.to_vec()).unwrap();
    let Some(part) = package.related("comments").unwrap().into_iter().next() else { return Vec::new() };
    remarks(&package.text(&part).unwrap().unwrap()).unwrap()
}

/// The words that the marks of each comment in the main part stand around, by its number.
pub fn ranges(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut package = Package::open(bytes.to_vec()).unwrap();
    let main = package.main().to_owned();
    let xml = package.text(&main).unwrap().unwrap();
    let mut scanner = Scanner::new(&xml);
    let (mut open, mut done) = (BTreeMap::<String, String>::new(), BTreeMap::new());
    let mut names = Vec::new();
    let add = |open: &mut BTreeMap<String, String>, words: &str| {
        for range in open.values_mut() {
            range.push_str(words);
        }
    };
    while let Some(token) = scanner.next_token().unwrap() {
        match token {
            Token::Open(element) => {
                names.push(element.name);
                let id = || element.attribute("id").unwrap().into_owned();
                match element.name {
                    "commentRangeStart" => assert_eq!(open.insert(id(), String::new()), None),
                    "commentRangeEnd" => {
                        let words = open.remove(&id()).expect("it starts before it ends");
                        assert_eq!(done.insert(id(), words), None);
                    }
                    "tab" if names.contains(&"r") => add(&mut open, "\t"),
                    "br" => add(&mut open, "\n"),
                    _ => {}
                }
            }
            Token::Close => {
                names.pop();
            }
            Token::Text(words) if names.last() == Some(&"t") => add(&mut open, &words),
            Token::Text(_) => {}
        }
    }
    assert!(open.is_empty(), "every comment ends");
    done
}

/// The words that each comment of this program stands on, with its first line, in order.
pub fn told(bytes: &[u8]) -> Vec<(String, String)> {
    let ranges = ranges(bytes);
    let ours = comments(bytes).into_iter().filter(|remark| particulars::mark::Mark::of(remark).is_some());
    ours.map(|remark| (ranges[&remark.id].clone(), remark.paragraphs[0].clone())).collect()
}

/// What a report says of a paper, apart from its bytes and comments.
fn said(report: &Report) -> (String, Vec<String>) {
    let wording = report.wording(shared_rules());
    let findings = report.findings.iter().map(|finding| {
        let quote = report.document.slice(finding.span);
        format!("{} {} {quote}", wording.fingerprint(finding), wording.message(finding, report.stage))
    });
    (report.document.text.clone(), findings.collect())
}

/// Checks what holds of every paper, and gives the annotated one: it reads as before, a second run changes nothing, taking the
/// comments out leaves the words and the other parts.
pub fn holds(bytes: &[u8]) -> Vec<u8> {
    let Annotated { bytes: with, written, removed, .. } = annotated(bytes);
    assert_eq!(removed, 0);
    assert_eq!(told(&with).len(), written);
    let (before, after) = (report(bytes), report(&with));
    assert_eq!(said(&before), said(&after));
    assert!(written > 0 || with == bytes);
    let again = annotated(&with);
    assert_eq!((again.written, again.removed), (written, written));
    assert!(again.bytes == with, "a second run gives the same bytes");
    let without = stripped(&with);
    assert_eq!(without.removed, written);
    assert_eq!(said(&report(&without.bytes)), said(&before));
    assert!(told(&without.bytes).is_empty());
    assert_eq!(comments(&without.bytes), comments(bytes));
    for name in
        ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/styles.xml"]
    {
        assert_eq!(part(&without.bytes, name), part(bytes, name), "{name}");
    }
    assert_eq!(annotated(&without.bytes).written, written);
    with
}
