//! Documents that answers list because they are asked for, alone or beside trade secrets.

use particulars::report::Report;
use particulars::response::Asked;
use particulars::rule::Stage;

use crate::{json, lint, rules};

const SECRETS: &str = "INTERROGATORY NO. 1: Identify each trade secret that You contend Defendant misappropriated.\n\n\
    RESPONSE: Plaintiff identifies the kiln schedule that holds 1,240 degrees C for 40 minutes and then drops by 3 \
    degrees a minute.\n\n";

const LIST: &str = "- KILN-000010 to KILN-000014\n- the memorandum on glazes\n\
    - Letter of March 3, 2015 from Ida Krol, KILN-000115.\n";

/// What is listed, and the rule that speaks of each document.
fn listed(report: &Report) -> Vec<(&str, Vec<&str>)> {
    let numbered = report.documents.iter().enumerate();
    numbered
        .map(|(index, document)| {
            let on = report.findings.iter().filter(|finding| finding.documents.contains(&index));
            (report.document.slice(document.span), on.map(|finding| &*finding.rule).collect())
        })
        .collect()
}

const EXPECTED: [(&str, &[&str]); 3] = [
    ("KILN-000010 to KILN-000014", &["undescribed-document"]),
    ("the memorandum on glazes", &["unidentified-document"]),
    ("Letter of March 3, 2015 from Ida Krol, KILN-000115", &[]),
];

fn assert_listed(report: &Report) {
    let found = listed(report);
    assert_eq!(found.len(), EXPECTED.len(), "{found:?}");
    for ((words, fired), (expected, rules)) in found.iter().zip(EXPECTED) {
        assert_eq!((words.trim_end_matches('.'), fired.as_slice()), (expected, rules));
    }
}

#[test]
fn documents_beside_secrets_are_listed_outside_the_items() {
    let paper = format!(
        "INTERROGATORY NO. 4: Identify each trade secret that You contend Defendant misappropriated, and all documents \
         that contain it, by date and author.\n\nRESPONSE: Plaintiff states that its trade secrets are:\n\
         (a) the kiln schedule that holds 1,240 degrees C for 40 minutes and then drops by 3 degrees a minute;\n\
         (b) the glaze recipe of 40 % feldspar, 30 % silica and 30 % whiting, set out in KILN-000044.\n\n\
         The following documents contain them:\n{LIST}"
    );
    let report = lint("answer.txt", &paper, Stage::Notice);
    assert_eq!(report.response.items.len(), 2);
    assert_listed(&report);
}

#[test]
fn a_request_for_the_documents_that_hold_secrets_asks_for_documents_beside_one_for_the_secrets() {
    let request = "Identify all documents that contain or refer to any trade secret in Your answer to Interrogatory \
        No. 1, by date and author.";
    let paper = format!("{SECRETS}INTERROGATORY NO. 2: {request}\n\nRESPONSE: Plaintiff identifies:\n{LIST}");
    let report = lint("answer.txt", &paper, Stage::Notice);
    let asked: Vec<Asked> = report.response.interrogatories.iter().map(|answer| answer.asked).collect();
    assert_eq!(asked, [Asked::Secrets, Asked::Documents]);
    assert_eq!(report.response.items.len(), 1);
    assert_listed(&report);
}

#[test]
fn a_mass_without_numbers_is_one_document_that_is_not_identified() {
    let paper = |answer: &str| {
        format!(
            "INTERROGATORY NO. 2: Identify all documents that contain any trade secret identified in Your answer to \
             Interrogatory No. 1.\n\nRESPONSE: {answer}\n"
        )
    };
    let found = |answer: &str| {
        let paper = format!("{SECRETS}{}", paper(answer));
        let report = lint("answer.txt", &paper, Stage::Notice);
        listed(&report)
            .into_iter()
            .map(|(words, rules)| (words.to_owned(), rules.concat()))
            .collect::<Vec<_>>()
    };
    let mass = "See the 17,904 documents listed in Appendix 1.";
    assert_eq!(found(mass), [(mass.to_owned(), "unidentified-document".to_owned())]);
    assert_eq!(found("See the documents produced at KILN-000112 to KILN-000940."), []);
    assert_eq!(found("Plaintiff has identified no such documents."), []);
    assert_eq!(found("None."), []);
}

#[test]
fn documents_alone_are_not_asked_where_nothing_asks_for_them() {
    let paper = format!("{SECRETS}The following documents contain it:\n{LIST}");
    assert!(lint("answer.txt", &paper, Stage::Notice).documents.is_empty());
}

#[test]
fn the_json_report_lists_documents_and_ties_findings_to_them() {
    let paper = format!(
        "INTERROGATORY NO. 2: Identify all documents on which You rely, by date.\n\nRESPONSE: Plaintiff identifies:\n{LIST}"
    );
    let report = lint("answer.txt", &paper, Stage::Notice);
    for quote in [true, false] {
        let whole: serde_json::Value =
            serde_json::from_str(&json(std::slice::from_ref(&report), &[], &rules(), quote)).unwrap();
        let paper = &whole["documents"][0];
        let documents = paper["documents"].as_array().unwrap();
        assert_eq!(documents.len(), 3);
        assert_eq!(documents[1]["text"].as_str(), quote.then_some("the memorandum on glazes"));
        assert_eq!(documents[1]["number"], 2);
        let findings = paper["findings"].as_array().unwrap();
        let on = |rule: &str| findings.iter().find(|finding| finding["rule"] == rule).unwrap();
        assert_eq!(on("undescribed-document")["documents"], serde_json::json!([0]));
        assert_eq!(on("unidentified-document")["documents"], serde_json::json!([1]));
    }
}

#[test]
fn a_paper_that_nobody_asked_for_secrets_says_so() {
    let notes = |paper: &str| lint("paper.txt", paper, Stage::Notice).document.notes;
    let other = "INTERROGATORY NO. 5: State the model number of every gripper.\n\nRESPONSE: the G-3; the G-4; and the G-5.\n";
    assert!(notes(other).iter().any(|note| note.contains("no request in this paper asks for trade secrets")));
    assert!(notes(SECRETS).is_empty(), "{:?}", notes(SECRETS));
    let bare = "the kiln; the way in which the kiln and the server communicate";
    assert!(notes(bare).iter().any(|note| note.contains("it was read as a list of them")));
    assert!(notes("Plaintiff's trade secrets are the kiln and the glaze.").is_empty());
}
