//! One report in every form: valid, the same twice, and without the paper's words where none are wanted.

use particulars::rule::Stage;
use particulars::write::{Look, schema, terminal};

use crate::{FOUNDING, json, lint, rules};

#[test]
fn the_json_report_meets_its_schema() {
    let schema: serde_json::Value = serde_json::from_str(schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = lint("answer.txt", &FOUNDING.replace("LivePerson's", "Société “Ω”’s"), Stage::Particularity);
    let unread = [("scan.pdf".to_owned(), "no text".to_owned())];
    for quote in [true, false] {
        let text = json(std::slice::from_ref(&report), &unread, &rules(), quote);
        let value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_every_span_its_quote() {
    let text = || json(&[lint("answer.txt", FOUNDING, Stage::Notice)], &[], &rules(), true);
    assert_eq!(text(), text());
    let value: serde_json::Value = serde_json::from_str(&text()).unwrap();
    for finding in value["documents"][0]["findings"].as_array().unwrap() {
        let at = |key: &str| usize::try_from(finding["span"][key].as_u64().unwrap()).unwrap();
        assert_eq!(finding["quote"].as_str(), Some(&FOUNDING[at("start")..at("end")]));
    }
}

#[test]
fn without_quotes_no_word_of_the_paper_is_left() {
    let report = lint("answer.txt", FOUNDING, Stage::Notice);
    let look = Look { width: 80, color: false, quote: false };
    let printed = terminal(&report, &rules(), &look) + &json(&[report], &[], &rules(), false);
    for word in ["customized", "extracts", "initiate", "communicate"] {
        assert!(!printed.contains(word), "{word}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let report = lint("answer.txt", FOUNDING, Stage::SummaryJudgment);
    for width in [60, 80, 120] {
        let printed = terminal(&report, &rules(), &Look { width, color: false, quote: true });
        let widest = printed.lines().max_by_key(|line| line.chars().count()).unwrap();
        assert!(widest.chars().count() <= width, "{width}: {widest}");
    }
}
