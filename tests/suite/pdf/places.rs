//! Places of words by page and line, and spans that read back.

use particulars::rule::Stage;

use super::kit::{Paper, Sheet};
use crate::corpus::shared_rules;

#[test]
fn lines_are_counted_on_the_page_without_what_stands_beside_the_text() {
    let sheet = Sheet::new()
        .set("F1 10", 120.0, 775.0, "Case 1:15-cv-00211-LGS Document 124 Filed 05/12/15 Page 1 of 3")
        .lines(
            72.0,
            700.0,
            14.0,
            &[
                "ANSWER: Plaintiff's trade secrets are its customer lists, its know-how and the soft-",
                "ware of the plant.",
            ],
        );
    let document = Paper::new(&[sheet]).read();
    let place = |word: &str| {
        let position = document.position(document.text.find(word).unwrap());
        (position.page, position.line, position.column, position.paragraph)
    };
    assert_eq!(place("ANSWER"), (Some(1), 1, 1, None));
    assert_eq!(place("customer"), (Some(1), 1, 43, None));
    // The word starts on the first line, and what follows it stands on the second.
    assert_eq!(place("software").1, 1);
    assert_eq!(place("of the plant"), (Some(1), 2, 6, None));
}

#[test]
fn findings_cite_pages_and_lines_and_read_back() {
    let first = Sheet::new().lines(72.0, 700.0, 24.0, &["INTERROGATORY NO. 4: Identify each trade secret."]);
    let second = Sheet::new().lines(
        72.0,
        700.0,
        24.0,
        &["ANSWER: Plaintiff's trade secrets are its customer lists; its", "know-how; and its pricing."],
    );
    let paper = Paper::new(&[first, second]);
    let report =
        particulars::lint("paper.pdf", paper.bytes(), shared_rules(), Stage::SummaryJudgment).unwrap();
    assert_eq!(report.response.items.len(), 3);
    assert!(!report.findings.is_empty());
    let rules = crate::rules();
    let printed: serde_json::Value =
        serde_json::from_str(&crate::json(&[report], &[], &rules, true)).unwrap();
    let items = printed["documents"][0]["items"].as_array().unwrap();
    let positions: Vec<_> =
        items.iter().map(|item| (item["text"].as_str().unwrap(), &item["position"])).collect();
    assert_eq!(positions[1].0, "its know-how", "{positions:?}");
    assert_eq!((positions[1].1["page"].as_u64(), positions[1].1["line"].as_u64()), (Some(2), Some(1)));
    assert_eq!((positions[2].1["page"].as_u64(), positions[2].1["line"].as_u64()), (Some(2), Some(2)));
}
