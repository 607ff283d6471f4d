//! Reports for other programs: each format as its readers take it, without the paper's words, and never clear for what
//! was not read.

mod leaks;
mod shapes;

use particulars::report::Report;
use particulars::rule::{Severity, Stage};
use particulars::write::machine::{Papers, github, junit, rdjson, sarif, scorecard};

use crate::corpus::shared_rules;
use crate::{FOUNDING, lint};
pub use shapes::sarif_schema;

/// Every format by the ending of its golden file.
const FORMATS: [&str; 5] = ["sarif", "github", "junit.xml", "csv", "rdjson"];

/// What is looked at beside the reports.
#[derive(Clone, Copy)]
struct Ask {
    quote: bool,
    fails_at: Severity,
    root: &'static str,
}

const USUAL: Ask = Ask { quote: false, fails_at: Severity::Error, root: "" };

fn written(format: &str, reports: &[Report], unread: &[(String, String)], ask: Ask) -> String {
    let Ask { quote, fails_at, root } = ask;
    let papers = Papers { reports, unread, rules: shared_rules(), quote, fails_at, root };
    let mut out = Vec::new();
    match format {
        "sarif" => sarif(&mut out, &papers),
        "github" => github(&mut out, &papers),
        "junit.xml" => junit(&mut out, &papers),
        "csv" => scorecard(&mut out, &papers),
        _ => rdjson(&mut out, &papers),
    }
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// All formats of one paper, one after the other; the outputs that quote nothing.
pub fn all_formats(reports: &[Report]) -> Vec<(&'static str, String)> {
    FORMATS.iter().map(|format| (*format, written(format, reports, &[], USUAL))).collect()
}

fn shown(name: &str, text: &str, stage: Stage) -> [Report; 1] {
    [lint(name, text, stage)]
}

#[test]
fn the_founding_answer_reads_as_before() {
    let reports = shown("examples/founding-answer.txt", FOUNDING, Stage::Notice);
    for format in FORMATS {
        let path = format!("{}/tests/suite/machine/founding.{format}", env!("CARGO_MANIFEST_DIR"));
        let text = written(format, &reports, &[], USUAL);
        if std::env::var_os("PARTICULARS_WRITE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let known = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, known, "{path} is out of date; PARTICULARS_WRITE=1 writes it anew");
        assert_eq!(text, written(format, &reports, &[], USUAL), "{format} differs from run to run");
    }
}

#[test]
fn what_was_not_read_is_shown_as_passing_nowhere() {
    let none: [Report; 0] = [];
    let unread = [("scan.pdf".to_owned(), "scan.pdf: its pages hold no text; run OCR over it".to_owned())];
    let mut half = shown("a.txt", FOUNDING, Stage::Notice);
    half[0].document.unread.push("page 3 holds a picture and no text".to_owned());
    half[0].stages.notice.verdict = particulars::report::Verdict::Incomplete;
    for (reports, unread, words) in
        [(&none[..], &unread[..], "run OCR over it"), (&half[..], &[][..], "page 3 holds a picture")]
    {
        let text = |format| written(format, reports, unread, USUAL);
        for format in FORMATS {
            assert!(text(format).contains(words), "{format}");
        }
        let log: serde_json::Value = serde_json::from_str(&text("sarif")).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
        assert!(run["results"].as_array().unwrap().iter().any(|result| result["level"] == "error"));
        assert_eq!(run["artifacts"][0]["properties"]["verdict"], "incomplete");
        assert!(text("github").starts_with("::error file="));
        assert!(text("junit.xml").contains("errors=\"1\"") && text("junit.xml").contains("<error type="));
        assert!(text("csv").lines().nth(1).unwrap().contains(",incomplete,"), "{}", text("csv"));
        assert!(text("rdjson").contains("\"ERROR\""));
    }
}

#[test]
fn paths_lead_from_the_root_with_forward_slashes() {
    for (name, root, path, uri) in [
        ("/cases/tide/a b.txt", "/cases/tide", "a b.txt", "a%20b.txt"),
        ("./drafts/a.txt", "", "drafts/a.txt", "drafts/a.txt"),
        ("/elsewhere/a.txt", "/cases", "/elsewhere/a.txt", "file:///elsewhere/a.txt"),
        ("/casesold/a.txt", "/cases", "/casesold/a.txt", "file:///casesold/a.txt"),
    ] {
        let reports = shown(name, FOUNDING, Stage::Notice);
        let ask = Ask { root, ..USUAL };
        assert!(written("github", &reports, &[], ask).contains(&format!(" file={path},")), "{path}");
        assert!(written("rdjson", &reports, &[], ask).contains(&format!("\"path\": \"{path}\"")), "{path}");
        assert!(written("sarif", &reports, &[], ask).contains(&format!("\"uri\": \"{uri}\"")), "{uri}");
        assert!(written("csv", &reports, &[], ask).contains(&format!("\r\n{path},")), "{path}");
        assert!(written("junit.xml", &reports, &[], ask).contains(&format!("testsuite name=\"{path}\"")));
    }
}

#[test]
fn tests_fail_at_the_severity_that_fails_the_run() {
    let reports = shown("a.txt", FOUNDING, Stage::Notice);
    let failures = |fails_at| {
        let text = written("junit.xml", &reports, &[], Ask { fails_at, ..USUAL });
        text.matches("<failure ").count()
    };
    assert_eq!(failures(Severity::Error), 0);
    assert_eq!(failures(Severity::Warning), 8);
    assert!(failures(Severity::Note) > 8);
}
