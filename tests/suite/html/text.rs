//! The paper's text on the page: all of it, once, in order, and every mark what its finding quotes.

use std::collections::BTreeMap;

use particulars::report::Report;
use particulars::rule::Stage;

use super::kit::{Element, html, parsed};
use super::{PERSONS, STATEMENT};
use crate::corpus::{cases, report};
use crate::{FOUNDING, lint};

/// The text that the page shows, without the numbers of findings.
fn shown(element: &Element) -> String {
    if element.class() == "ref" {
        return String::new();
    }
    let is_leaf = element.name().is_empty() || element.class() == "unseen";
    if is_leaf { element.text() } else { element.inside().iter().map(shown).collect() }
}

/// The words of each finding's marks, by its number.
fn marked(page: &Element) -> BTreeMap<String, String> {
    let mut open: Vec<String> = Vec::new();
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let parts =
        page.each().into_iter().filter(|element| element.class().split(' ').any(|class| class == "words"));
    for part in parts.flat_map(Element::inside).filter(|part| part.class() != "ref") {
        let numbers = |name: &str| {
            let value = part.attribute(name).unwrap_or_default();
            value.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        open.extend(numbers("data-opens"));
        assert!(
            open.is_empty() || matches!(part.name(), "mark"),
            "{part:?} lies in a finding and is not marked"
        );
        for number in &open {
            words.entry(number.clone()).or_default().push_str(&shown(part));
        }
        let closed = numbers("data-closes");
        open.retain(|number| !closed.contains(number));
    }
    assert!(open.is_empty(), "{open:?} never end");
    words
}

fn check(report: &Report) {
    let text = report.document.text.clone();
    let page = parsed(&html(std::slice::from_ref(report), &[], true));
    let rows =
        page.each().into_iter().filter(|element| element.class().split(' ').any(|class| class == "words"));
    assert_eq!(rows.map(shown).collect::<String>(), text);
    let standing = report.standing();
    let findings = page.all("article").into_iter().filter(|article| article.class() == "finding");
    assert_eq!(findings.count(), standing.len(), "each finding stands once");
    let marked = marked(&page);
    for ((finding, _), number) in standing.iter().zip(1..) {
        let quote = report.document.slice(finding.span);
        let words = marked.get(&number.to_string()).map_or("", String::as_str);
        assert_eq!(words, quote, "finding {number}");
    }
}

#[test]
fn every_mark_reads_back_to_its_quote() {
    check(&lint("answer.txt", FOUNDING, Stage::Notice));
    check(&lint("persons.txt", PERSONS, Stage::Notice));
    check(&lint("statement.md", STATEMENT, Stage::Notice));
    for case in cases().iter().step_by(3) {
        check(&report("answer.txt", &case.text));
        check(&report("answer.md", &case.text));
    }
}

#[test]
fn a_long_paper_is_folded_and_loses_nothing() {
    let prose = "The parties met and conferred about the scope of this answer at length. ".repeat(30);
    let text =
        format!("{}\n{FOUNDING}\n{}", format!("{prose}\n\n").repeat(20), format!("\n\n{prose}").repeat(20));
    let report = lint("answer.txt", &text, Stage::Notice);
    let page = html(std::slice::from_ref(&report), &[], true);
    assert!(page.contains("<summary>Lines 1 to "), "the start is folded");
    let folded = page.split("<details").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(folded.contains("met and conferred") && !folded.contains("<article"));
    assert!(!folded.contains("Identify all trade secrets"), "the request that is answered stays open");
    check(&report);
}

#[test]
fn the_page_grows_with_the_paper_and_not_with_its_square() {
    let paper = |n: usize| {
        let items: Vec<String> = (0..n).map(|i| format!("* The way in which table {i} is used.")).collect();
        let items = items.join("\n");
        format!("INTERROGATORY NO. 1: Identify each trade secret.\nANSWER: these.\n{items}")
    };
    let size = |n: usize| html(&[lint("answer.txt", &paper(n), Stage::Notice)], &[], true).len();
    let (small, large) = (size(300), size(1200));
    assert!(large < small * 4, "{small} {large}");
    // Beyond what can be read, findings are counted.
    let page = html(&[lint("answer.txt", &paper(4000), Stage::Notice)], &[], true);
    assert_eq!(page.matches("<article class=\"finding\"").count(), 3000);
    assert!(page.contains("more, of those that matter least, are not shown"));
}
