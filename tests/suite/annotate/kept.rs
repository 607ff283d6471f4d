//! Comments that a lawyer resolved or answered: read back as reasons to leave a finding out, and never touched.

use std::collections::BTreeMap;

use particulars::report::Report;
use particulars::write::{Look, outline, summary, terminal};

use super::kit::{OPENING, annotated, comments, part, report, stripped};
use crate::corpus::shared_rules;
use crate::html::page_words;
use crate::machine::{all_formats, sarif_schema};
use crate::word::kit::{Paper, p};

/// A paper with comments, as Word saves it after a reply to the first and a click on "resolve" at the second.
struct Reviewed {
    bytes: Vec<u8>,
}

impl Reviewed {
    fn new(reply: Option<&str>, is_second_resolved: bool) -> Self {
        let answer = "ANSWER: The trade secrets are its pricing; and its know-how; and its customer lists.";
        let plain = annotated(&Paper::new(&(OPENING.to_owned() + &p(answer))).bytes()).bytes;
        let (mut body, mut words, mut rows) = (
            part(&plain, "word/document.xml").unwrap(),
            part(&plain, "word/comments.xml").unwrap(),
            String::new(),
        );
        let remarks = comments(&plain);
        assert!(remarks.len() >= 2);
        let mut shift = 0;
        for (at, remark) in remarks.iter().enumerate() {
            // Word numbers the last paragraph of each comment.
            let end = remark.bytes.end + shift;
            let last = words[..end].rfind("<w:p>").unwrap();
            let number = format!(
                "<w:p w14:paraId=\"0000000{at}\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
            );
            words.replace_range(last..last + 5, &number);
            shift += number.len() - 5;
            let done = u8::from(is_second_resolved && at == 1);
            rows.push_str(&format!("<w15:commentEx w15:paraId=\"0000000{at}\" w15:done=\"{done}\"/>"));
        }
        if let Some(reply) = reply {
            let comment = format!(
                "<w:comment w:id=\"90\" w:author=\"Jane Doe\"><w:p w14:paraId=\"0000009A\" \
                 xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:r><w:t>{reply}</w:t></w:r></w:p></w:comment>"
            );
            words = words.replace("</w:comments>", &(comment + "</w:comments>"));
            rows.push_str(
                "<w15:commentEx w15:paraId=\"0000009A\" w15:paraIdParent=\"00000000\" w15:done=\"0\"/>",
            );
            let first = &remarks[0].id;
            for name in ["commentRangeStart", "commentRangeEnd"] {
                let mark = format!("<w:{name} w:id=\"{first}\"/>");
                body = body.replace(&mark, &format!("{mark}<w:{name} w:id=\"90\"/>"));
            }
        }
        let body = body[body.find("<w:body>").unwrap() + 8..body.find("</w:body>").unwrap()].to_owned();
        let words =
            words[words.find("<w:comment ").unwrap()..words.find("</w:comments>").unwrap()].to_owned();
        let rows = format!(
            "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">{rows}</w15:commentsEx>"
        );
        let paper = Paper::new(&body).with("comments", "comments", &words).raw("commentsExtended", &rows);
        Self { bytes: paper.bytes() }
    }

    fn report(&self) -> Report {
        report(&self.bytes)
    }
}

fn fingerprints(report: &Report) -> Vec<String> {
    let wording = report.wording(shared_rules());
    report.findings.iter().map(|finding| wording.fingerprint(finding)).collect()
}

#[test]
fn a_reply_that_keeps_leaves_the_finding_out_with_its_reason() {
    let before = Reviewed::new(None, false).report();
    let reviewed = Reviewed::new(Some("Keep: the client confirmed it on June 3"), false);
    let report = reviewed.report();
    assert!(before.suppressed.is_empty() && !report.suppressed.is_empty());
    assert!(
        report.suppressed.iter().all(|kept| kept.suppression.reason == "the client confirmed it on June 3")
    );
    assert!(report.suppressed[0].suppression.source.starts_with("a comment in paragraph "));
    let left = fingerprints(&report);
    assert!(report.suppressed.iter().all(|kept| !left.contains(&kept.fingerprint)));
    let look = Look { width: 300, color: false, quote: true };
    let shown = terminal(&report, shared_rules(), &look);
    assert!(shown.contains(" kept by ") && shown.contains("the client confirmed it on June 3"), "{shown}");
    let hidden = terminal(&report, shared_rules(), &Look { quote: false, ..look });
    assert!(hidden.contains(" kept by ") && !hidden.contains("client confirmed"), "{hidden}");
    let json: serde_json::Value =
        serde_json::from_str(&crate::json(&[report], &[], shared_rules(), true)).unwrap();
    let kept = &json["documents"][0]["suppressed"][0];
    assert_eq!(kept["reason"], "the client confirmed it on June 3");
    let schema: serde_json::Value = serde_json::from_str(particulars::write::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&json));
}

#[test]
fn a_resolved_comment_says_so_itself() {
    let report = Reviewed::new(None, true).report();
    assert!(!report.suppressed.is_empty());
    assert!(report.suppressed.iter().all(|kept| kept.suppression.reason == "resolved in Word"));
}

#[test]
fn verdicts_follow() {
    let all = Reviewed::new(None, false).report();
    let some = Reviewed::new(Some("keep: enough"), false).report();
    let count = |report: &Report| report.findings.len() + report.others.len() + report.suppressed.len();
    assert_eq!(count(&all), count(&some));
    assert!(some.stages.at(some.stage).deficient <= all.stages.at(all.stage).deficient);
}

#[test]
fn what_was_kept_or_answered_stays_in_the_paper() {
    for (reply, is_resolved) in [(Some("keep: enough"), false), (None, true), (Some("ask the client"), false)]
    {
        let bytes = Reviewed::new(reply, is_resolved).bytes;
        let with = annotated(&bytes);
        assert_eq!(with.kept, 1, "{reply:?}");
        let (before, after) = (comments(&bytes), comments(&with.bytes));
        let stays = &before[usize::from(is_resolved)];
        assert!(
            after.iter().any(|remark| (&remark.id, &remark.paragraphs) == (&stays.id, &stays.paragraphs))
        );
        assert_eq!(
            after.iter().filter(|remark| remark.author == "Jane Doe").count(),
            usize::from(reply.is_some())
        );
        assert_eq!(before.len(), after.len());
        let again = annotated(&with.bytes);
        assert!(again.bytes == with.bytes && again.kept == 1);
    }
}

#[test]
fn an_answer_stands_for_itself_when_ours_is_taken_out() {
    let bytes = Reviewed::new(Some("ask the client"), false).bytes;
    let without = stripped(&bytes).bytes;
    let left = comments(&without);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].author, "Jane Doe");
    let rows = part(&without, "word/commentsExtended1.xml").unwrap();
    assert!(rows.contains("<w15:commentEx w15:paraId=\"0000009A\" w15:done=\"0\"/>"), "{rows}");
    assert!(super::kit::ranges(&without).contains_key("90"));
}

#[test]
fn a_comment_on_the_same_words_keeps_too() {
    let bytes = Reviewed::new(Some("keep: no thread here"), false).bytes;
    let rows = part(&bytes, "word/commentsExtended1.xml").unwrap();
    let change =
        particulars::ooxml::Change::Write(rows.replace(" w15:paraIdParent=\"00000000\"", "").into_bytes());
    let bytes =
        particulars::ooxml::rewrite(&bytes, &[("word/commentsExtended1.xml".to_owned(), change)]).unwrap();
    let report = report(&bytes);
    assert_eq!(report.suppressed[0].suppression.reason, "no thread here");
}

#[test]
fn every_output_counts_what_is_kept() {
    let reviewed = Reviewed::new(Some("keep: the client confirmed it"), true);
    let reports = [reviewed.report()];
    let [report] = &reports;
    let count = report.suppressed.len();
    assert!(count > 1);
    let said = format!("{count} findings kept by comments, in no verdict");
    let look = Look { width: 300, color: false, quote: false };
    let formats: BTreeMap<&str, String> = all_formats(&reports).into_iter().collect();
    for (name, text) in [
        ("terminal", &terminal(report, shared_rules(), &look)),
        ("outline", &outline(report, &look)),
        ("html", &page_words(&reports, false)),
        ("github", &formats["github"]),
        ("rdjson", &formats["rdjson"]),
    ] {
        assert!(text.contains(&said), "{name}: {text}");
    }
    assert!(summary(&reports, 0, &look).contains(&format!(", {count} kept\n")));
    assert!(formats["junit.xml"].contains(&format!("<property name=\"kept-findings\" value=\"{count}\"/>")));
    let mut rows = formats["csv"].lines().map(|line| line.split(',').collect::<Vec<_>>());
    let column = rows.next().unwrap().iter().position(|name| *name == "kept").unwrap();
    assert_eq!(rows.next().unwrap()[column], count.to_string());
    let log: serde_json::Value = serde_json::from_str(&formats["sarif"]).unwrap();
    assert!(sarif_schema().is_valid(&log));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let kept = results.iter().filter(|result| result["suppressions"][0]["kind"] == "inSource");
    assert_eq!(kept.count(), count);
    assert_eq!(results.len(), count + report.findings.len());
    assert!(
        formats.values().all(|text| !text.contains("client confirmed")),
        "reasons are words of the paper"
    );
}
