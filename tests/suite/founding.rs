//! The founding dispute: eight items, notice given, and the four things that the challenge named.

use particulars::report::Verdict;
use particulars::rule::{Severity, Stage};

use crate::{FOUNDING, lint};

#[test]
fn at_notice_every_item_is_open_to_a_remark_and_none_is_deficient() {
    let report = lint("answer.txt", FOUNDING, Stage::Notice);
    assert_eq!(report.response.items.len(), 8);
    assert_eq!(report.verdict(), Verdict::Clear);
    assert_eq!(report.count(Severity::Error), 0);
    for item in 0..8 {
        assert!(report.findings_on(item).count() > 0, "item {item} has no remark");
    }
}

#[test]
fn at_summary_judgment_all_eight_are_deficient() {
    let report = lint("answer.txt", FOUNDING, Stage::SummaryJudgment);
    assert_eq!(report.stages.summary_judgment.deficient, 8);
    assert_eq!(report.stages.notice.deficient, 0);
    let on_data: Vec<_> = report.findings_on(2).collect();
    assert_eq!(on_data.len(), 1);
    let missing: Vec<&str> = on_data[0].missing.iter().map(|id| &**id).collect();
    assert_eq!(missing, ["content", "purpose", "sender-and-recipient", "secret-portion"]);
    let partial: Vec<&str> = on_data[0].partial.iter().map(|id| &**id).collect();
    assert_eq!(partial, ["sender-and-recipient"]);
    assert!(report.findings_on(7).any(|finding| &*finding.rule == "open-ended-list"));
}

const MOVES: &str = " sent by the tag in the visitor's browser to the engagement server";
const HOLDS: &str = ", whose fields are vid, score and chatState";
const SERVES: &str = ", used to choose an operator queue";
const HIDES: &str = "; of these fields only score is secret";

fn missing_at(severity: Severity, parts: &[&str]) -> Vec<String> {
    let answer = format!(
        "INTERROGATORY NO. 9: Identify all trade secrets.\n\nRESPONSE: the visitor message{}.",
        parts.concat()
    );
    let report = lint("answer.txt", &answer, Stage::Particularity);
    assert_eq!(report.response.items.len(), 1);
    let such = report.findings_on(0).filter(|finding| report.severity(finding) == severity);
    such.flat_map(|finding| finding.missing.iter().map(ToString::to_string)).collect()
}

#[test]
fn an_item_that_states_the_four_things_is_clear_and_each_is_missed_alone() {
    let missing = |parts: &[&str]| missing_at(Severity::Error, parts);
    let whole = [MOVES, HOLDS, SERVES, HIDES];
    assert_eq!(missing(&whole), Vec::<String>::new());
    // What follows once the four are stated is a warning, and there is nothing else.
    assert_eq!(missing_at(Severity::Warning, &whole), ["transmission"]);
    assert_eq!(missing_at(Severity::Note, &whole), Vec::<String>::new());
    assert_eq!(missing(&[MOVES, SERVES, HIDES]), ["content"]);
    assert_eq!(missing(&[MOVES, HOLDS, HIDES]), ["purpose"]);
    assert_eq!(missing(&[HOLDS, SERVES, HIDES]), ["sender-and-recipient"]);
    assert_eq!(missing(&[MOVES, HOLDS, SERVES]), ["secret-portion"]);
}

#[test]
fn the_opinion_that_quotes_the_answer_yields_its_eight_items() {
    let opinion = include_str!("../papers/founding-opinion.txt");
    for name in ["opinion.txt", "opinion.md"] {
        let report = lint(name, opinion, Stage::Notice);
        assert_eq!(report.response.interrogatories.len(), 1, "{name}");
        assert_eq!(report.response.interrogatories[0].number.as_deref(), Some("9"));
        assert_eq!(report.response.items.len(), 8, "{name}");
        assert_eq!(report.document.slice(report.response.items[0].span), "LivePerson's tag");
    }
}
