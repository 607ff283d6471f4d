//! Reports → the diagnostic format of reviewdog, `rdjson`: columns in bytes of UTF-8 from 1, the end exclusive.

use std::io::{self, BufWriter, Write};

use serde_json::{Value, json};

use super::{KEPT, Papers, UNREAD_RULE};
use crate::document::Point;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::Severity;

/// Writes one object with a diagnostic for each finding and for each part that was not read.
///
/// # Errors
/// Those of `out`.
pub fn rdjson(out: impl Write, papers: &Papers<'_>) -> io::Result<()> {
    let unread = papers.unread().into_iter().map(|unread| {
        json!({
            "message": format!("Not read in full: {}", unread.sentence),
            "location": { "path": unread.path },
            "severity": severity(Severity::Error),
            "code": { "value": UNREAD_RULE },
        })
    });
    let findings = papers
        .reports
        .iter()
        .flat_map(|report| report.findings.iter().map(|finding| diagnostic(papers, report, finding)));
    let kept = papers.kept().into_iter().map(|(path, sentence)| {
        json!({
            "message": sentence,
            "location": { "path": path },
            "severity": severity(Severity::Note),
            "code": { "value": KEPT },
        })
    });
    let diagnostics: Vec<Value> = unread.chain(kept).chain(findings).collect();
    let whole = json!({ "source": { "name": "particulars" }, "diagnostics": diagnostics });
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &whole)?;
    out.write_all(b"\n")?;
    out.flush()
}

fn diagnostic(papers: &Papers<'_>, report: &Report, finding: &Finding) -> Value {
    let mut location = json!({ "path": papers.path(&report.document.name) });
    // A Word paper or a PDF has no lines that a reviewer could show: the message says the place.
    if report.document.is_text() {
        let (start, end) = report.document.points(finding.span);
        let point = |point: Point| json!({ "line": point.line, "column": point.byte });
        location["range"] = json!({ "start": point(start), "end": point(end) });
    }
    json!({
        "message": papers.placed(report, finding),
        "location": location,
        "severity": severity(report.severity(finding)),
        "code": { "value": *finding.rule },
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note | Severity::Off => "INFO",
    }
}
