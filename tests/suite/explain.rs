//! One item explained, on the founding answer and on items whose kind was decided in each way.

use particulars::particular::Ground;
use particulars::rule::Stage;
use particulars::write::{Look, explain};

use crate::{FOUNDING, lint, rules};

const LOOK: Look = Look { width: 90, color: false, quote: true };

#[test]
fn the_data_item_shows_why_it_is_data_and_what_was_looked_for() {
    let text = explain(&lint("answer.txt", FOUNDING, Stage::Notice), 2, &rules(), &LOOK);
    for part in [
        "data: it starts with the phrase “data transmitted”",
        "content: not stated\n    What is the information itself, as opposed to its topic?\n    Looked for particulars",
        "sender-and-recipient: stated in part by “transmitted to and”",
        "notice: warning, gives way to unspecified-data",
        "notice: clear, the stage of this report\n  particularity: deficient",
    ] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    for sign in ["~", "<", "_", "(?"] {
        assert!(!text.contains(sign), "{sign} is in:\n{text}");
    }
}

#[test]
fn every_way_of_deciding_on_a_kind_is_told() {
    let grounds = |item: &str| {
        let answer = format!("INTERROGATORY NO. 1: Identify all trade secrets.\n\nANSWER: {item}.");
        let report = lint("answer.txt", &answer, Stage::Notice);
        let particulars = &report.particulars[0];
        assert_eq!(particulars.subjects.len(), particulars.reasons.len());
        let reason = particulars.reasons[0];
        let words = report.document.slice(reason.span).to_owned();
        (particulars.subjects[0].to_string(), reason.ground, words)
    };
    let expected = |subject: &str, ground, words: &str| (subject.to_owned(), ground, words.to_owned());
    assert_eq!(grounds("the recipe for the filling"), expected("formula", Ground::Head, "recipe"));
    assert_eq!(grounds("customer lists"), expected("customer-information", Ground::Modifier, "customer"));
    assert_eq!(grounds("TempraSeal"), expected("product", Ground::Name, "TempraSeal"));
    assert_eq!(grounds("lawn irrigation"), expected("thing", Ground::Nothing, "lawn irrigation"));
}

#[test]
fn a_rule_that_gives_way_at_a_stage_is_not_among_the_findings_there() {
    for stage in Stage::ALL {
        let report = lint("answer.txt", FOUNDING, stage);
        for item in 0..report.response.items.len() {
            for finding in report.found_on(item) {
                let gives_way = report.stands_before(finding, stage).is_some();
                let is_shown = report.findings.contains(finding);
                assert_ne!(gives_way, is_shown, "{} on item {item} at {stage}", finding.rule);
            }
        }
    }
}
