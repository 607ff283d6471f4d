//! The page for a browser: whole, well formed, the same twice, and holding what the reports at all three stages hold.

mod hostile;
mod kit;
mod text;

use particulars::rule::{Severity, Stage};

use self::kit::{Element, html, parsed};
use crate::corpus::cases;
use crate::{FOUNDING, lint, rules};

/// All words of the page of `reports`; where an element ends, a line does.
pub fn page_words(reports: &[particulars::report::Report], quote: bool) -> String {
    parsed(&html(reports, &[], quote).replace("</", "\n</")).text()
}

const PERSONS: &str = include_str!("../../examples/persons-answer.txt");
const STATEMENT: &str = include_str!("../../examples/statement-2019-210.md");

const LETTERS: [(Stage, &str); 3] =
    [(Stage::Notice, "data-n"), (Stage::Particularity, "data-p"), (Stage::SummaryJudgment, "data-s")];

/// What the page says of its findings at a stage: severity, message and ask, sorted.
fn on_page(page: &Element, stage: Stage) -> Vec<[String; 3]> {
    let (_, attribute) = LETTERS[stage as usize];
    let letter = &attribute[5..];
    let findings = page.all("article").into_iter().filter(|article| article.class() == "finding");
    let shown = findings.filter_map(|finding| Some((finding.attribute(attribute)?.to_owned(), finding)));
    let mut all: Vec<[String; 3]> = shown
        .map(|(severity, finding)| {
            let is_of_stage =
                |p: &&&Element| p.attribute("data-at").is_none_or(|at| at.split(' ').any(|at| at == letter));
            let paragraphs = finding.all("p");
            let said = |class: &str| {
                let found: Vec<String> = paragraphs
                    .iter()
                    .filter(|p| p.class() == class)
                    .filter(is_of_stage)
                    .map(|p| p.text())
                    .collect();
                assert_eq!(found.len(), 1, "{class} at {stage}: {found:?}");
                found.concat()
            };
            [severity, said("message"), said("ask").trim_start_matches("Ask. ").to_owned()]
        })
        .collect();
    all.sort();
    all
}

/// The same of a report that was made for the stage.
fn in_report(name: &str, text: &str, stage: Stage) -> Vec<[String; 3]> {
    let (report, rules) = (lint(name, text, stage), rules());
    let wording = report.wording(&rules);
    let said = report.findings.iter().map(|finding| {
        [report.severity(finding).name().to_owned(), wording.message(finding, stage), wording.ask(finding)]
    });
    let mut all: Vec<[String; 3]> = said.collect();
    all.sort();
    all
}

#[test]
fn each_stage_shows_what_a_report_at_it_holds() {
    let corpus = cases().iter().step_by(9).map(|case| ("answer.txt", case.text.as_str()));
    let examples = [("answer.txt", FOUNDING), ("persons.txt", PERSONS), ("statement.md", STATEMENT)];
    let mut count = 0;
    for (name, text) in examples.into_iter().chain(corpus) {
        let page = parsed(&html(&[lint(name, text, Stage::Particularity)], &[], true));
        for stage in Stage::ALL {
            let shown = on_page(&page, stage);
            count += shown.len();
            assert_eq!(shown, in_report(name, text, stage), "{stage}: {text}");
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn counts_verdicts_and_states_are_those_of_the_report() {
    let report = lint("answer.txt", FOUNDING, Stage::SummaryJudgment);
    let page = parsed(&html(std::slice::from_ref(&report), &[], true));
    let chosen: Vec<&str> = page
        .all("input")
        .into_iter()
        .filter(|input| input.attribute("type") == Some("radio") && input.attribute("checked").is_some())
        .filter_map(|input| input.attribute("id"))
        .collect();
    assert_eq!(chosen, ["at-s"]);
    let map: Vec<String> =
        page.find("section", "stages").all("tbody")[0].all("tr").iter().map(|row| row.spaced()).collect();
    let errors = report.count(Severity::Error);
    assert_eq!(map[0], "notice clear 0 of 8 items 0 errors, 8 warnings, 2 notes");
    assert!(
        map[2].starts_with(&format!("summary judgment checked deficient 8 of 8 items {errors} errors")),
        "{map:?}"
    );
    let rows = page.find("section", "matrix").all("tbody")[0].all("tr");
    assert_eq!(rows.len(), 8);
    assert!(
        rows[2].spaced().ends_with(
            "not stated not stated stated in part not stated not asked not asked clear deficient deficient"
        ),
        "{}",
        rows[2].spaced()
    );
}

#[test]
fn every_authority_named_stands_in_full_below_with_its_caution() {
    let rules = rules();
    let page = parsed(&html(&[lint("answer.txt", FOUNDING, Stage::Notice)], &[], true));
    let entries = page.find("section", "authorities").all("li");
    let mut named = 0;
    for link in page.all("a").into_iter().filter_map(|link| link.attribute("href")) {
        let id = link.strip_prefix('#').expect("links lead to places of the page alone");
        assert!(page.with_id(id).is_some(), "{link} leads nowhere");
        if let Some(key) = id.strip_prefix("p1-a-") {
            named += 1;
            let authority = rules.authorities.get(key).expect("it is a known authority");
            let entry = entries.iter().find(|entry| entry.attribute("id") == Some(id)).unwrap().text();
            let parts =
                [Some(&authority.citation), authority.caution.as_ref(), authority.later_history.as_ref()];
            assert!(parts.into_iter().flatten().all(|part| entry.contains(part)), "{key}: {entry}");
            assert_eq!(entry.contains("to the contrary"), authority.cuts_against(), "{key}");
        }
    }
    assert!(named > 20, "{named}");
}

#[test]
fn headings_tables_and_places_are_in_order() {
    let reports = [lint("answer.txt", FOUNDING, Stage::Notice), lint("persons.txt", PERSONS, Stage::Notice)];
    let page = parsed(&html(&reports, &[("scan.pdf".to_owned(), "scan.pdf: no text".to_owned())], true));
    let levels: Vec<usize> = page.headings();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert!(page.all("th").iter().all(|head| head.attribute("scope").is_some()));
    assert_eq!(page.all("main").len(), 1);
    assert_eq!(page.find("section", "unread").all("li")[0].text(), "scan.pdf (incomplete): no text");
    assert_eq!(page.all("nav")[0].all("a").len(), 2);
    let mut ids = page.ids();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
}

#[test]
fn what_was_not_read_is_said_before_the_verdict() {
    let mut report = lint("answer.txt", FOUNDING, Stage::Notice);
    report.document.unread.push("page 3 holds a picture".to_owned());
    let text = html(&[report], &[], true);
    let unread = text.find("page 3 holds a picture").unwrap();
    assert!(unread < text.find("class=\"sentence").unwrap());
}
