use serde_json::Value;

use crate::document::Span;
use crate::report::Report;
use crate::rule::{RuleSet, Stage};
use crate::write::example::{FOUNDING, founding, report, rules};
use crate::write::{self, schema};

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn json(reports: &[Report], unread: &[(String, String)], rules: &RuleSet, quote: bool) -> String {
    written(|out| write::json(out, reports, unread, rules, quote))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The faults of `instance` against the schema, or against one of its definitions.
fn faults(definition: Option<&str>, instance: &Value) -> Vec<String> {
    let mut schema = parsed(schema());
    if let Some(name) = definition {
        let definitions = schema["$defs"].clone();
        schema = definitions[name].clone();
        schema["$defs"] = definitions;
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn odd() -> Report {
    let text = "“顧客データ” – é";
    let mut report = report("é.txt", text, &[Span::new(0, 0), Span::new(0, text.len())], Stage::Notice);
    report.response.interrogatories[0].number = None;
    report.response.interrogatories[0].answer = None;
    report.response.legend = Some("CONFIDENTIAL".to_owned());
    report.document.notes.push("read as Windows-1252".to_owned());
    report.document.unread.push("footnote 3".to_owned());
    report
}

#[test]
fn every_report_keeps_to_the_schema() {
    let unread = [("bad.pdf".to_owned(), "bad.pdf: no text; run text recognition".to_owned())];
    for quote in [true, false] {
        let reports = [founding(Stage::Notice), odd()];
        let instance = parsed(&json(&reports, &unread, &rules(), quote));
        assert_eq!(faults(None, &instance), Vec::<String>::new());
        let line = written(|out| write::json_line(out, &reports[1], &rules(), quote));
        assert_eq!(line.matches('\n').count(), 1);
        assert_eq!(faults(Some("document"), &parsed(&line)), Vec::<String>::new());
        assert_eq!(parsed(&line), instance["documents"][1]);
    }
    assert_eq!(faults(None, &parsed(&json(&[], &unread, &rules(), true))), Vec::<String>::new());
    let unreadable = written(|out| write::unread_line(out, "a.pdf", "no text"));
    assert_eq!(faults(Some("unreadable"), &parsed(&unreadable)), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_it_does_not_name() {
    let mut instance = parsed(&json(&[founding(Stage::Notice)], &[], &rules(), true));
    instance["documents"][0]["findings"][0]["colour"] = "red".into();
    assert_eq!(faults(None, &instance).len(), 1);
    let text = schema();
    assert_eq!(
        text.matches("\"type\": \"object\"").count(),
        text.matches("\"additionalProperties\": false").count()
    );
}

#[test]
fn without_quotation_no_word_of_the_paper_is_in_it() {
    let text = json(&[founding(Stage::SummaryJudgment), odd()], &[], &rules(), false);
    for word in ["LivePerson", "transmitted", "engagement", "顧客", "(label)", "CONFIDENTIAL"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("line"), "places stay");
}

#[test]
fn a_finding_says_all_that_the_design_lists() {
    let instance = parsed(&json(&[founding(Stage::SummaryJudgment)], &[], &rules(), true));
    let finding = &instance["documents"][0]["findings"][2];
    assert_eq!(finding["quote"], "the data transmitted to and from LivePerson's tag");
    let span = &finding["span"];
    let bytes = span["start"].as_u64().unwrap() as usize..span["end"].as_u64().unwrap() as usize;
    assert_eq!(finding["quote"], FOUNDING[bytes]);
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["severities"]["notice"], "warning");
    assert_eq!(finding["item"], "9.3");
    assert_eq!(finding["position"]["line"], 3);
    assert_eq!(finding["authorities"], serde_json::json!(["later-2014"]));
    assert_eq!(finding["contrary"], serde_json::json!([]));
    let notice = parsed(&json(&[founding(Stage::Notice)], &[], &rules(), true));
    assert_eq!(notice["documents"][0]["findings"][2]["contrary"], serde_json::json!(["founding-2016"]));
    assert_eq!(instance["documents"][0]["items"][2]["interrogatory"], "9");
    assert_eq!(instance["documents"][0]["stages"]["summary-judgment"]["deficient"], 8);
    assert_eq!(instance["summary"]["errors"], 8);
    assert_eq!(instance["tool"]["rules"]["count"], 1);
}

#[test]
fn the_digest_follows_the_severities() {
    let mut rules = rules();
    let before = parsed(&json(&[], &[], &rules, true));
    rules.rules[0].severity.notice = crate::rule::Severity::Off;
    assert_ne!(parsed(&json(&[], &[], &rules, true))["tool"], before["tool"]);
}
