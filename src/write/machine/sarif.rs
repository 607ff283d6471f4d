//! Reports → SARIF 2.1.0, for code scanning. Regions count lines and columns of the file; of a Word paper or a PDF, those
//! of its text as `outline --text` prints it, with page and paragraph beside them.

mod descriptor;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write};

use serde_json::{Map, Value, json};

use self::descriptor::{descriptor, unread_descriptor};
use super::{Papers, UNREAD_RULE, Unread};
use crate::cited::Shelf;
use crate::document::Suppression;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::{Severity, Stage};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes all papers as one log with one run.
///
/// # Errors
/// Those of `out`.
pub fn sarif(out: impl Write, papers: &Papers<'_>) -> io::Result<()> {
    let unread = papers.unread();
    let fired: BTreeSet<&str> = papers.reports.iter().flat_map(told).map(|found| &*found.rule).collect();
    let mut rules: Vec<Value> = fired.iter().map(|id| descriptor(id, papers)).collect();
    let indices: BTreeMap<&str, usize> = fired.iter().copied().zip(0..).collect();
    let mut results = Vec::new();
    if !unread.is_empty() {
        results.extend(unread.iter().map(|unread| unread_result(unread, rules.len())));
        rules.push(unread_descriptor());
    }
    let mut seen = BTreeMap::new();
    for (artifact, report) in papers.reports.iter().enumerate() {
        let shelf = Shelf::new(told(report), &report.posture, papers.rules);
        let kept = report.suppressed.iter().map(|kept| (&kept.finding, Some(&kept.suppression)));
        for (finding, suppression) in report.findings.iter().map(|finding| (finding, None)).chain(kept) {
            let place = Place { papers, report, artifact };
            let mut result = result(place, finding, &shelf, &mut seen);
            result["ruleIndex"] = json!(indices.get(&*finding.rule));
            if let Some(suppression) = suppression {
                result["suppressions"] = json!([suppressed(suppression, papers.quote)]);
            }
            results.push(result);
        }
    }
    let driver =
        json!({ "name": "particulars", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({
        "tool": { "driver": driver },
        "invocations": [invocation(papers, &unread)],
        "artifacts": artifacts(papers),
        "results": results,
        "columnKind": "unicodeCodePoints",
    });
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The findings, then those that the paper's owner keeps as they are.
fn told(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().chain(report.suppressed.iter().map(|kept| &kept.finding))
}

/// Where it is said that a finding is kept, and why if words of the paper may be quoted.
fn suppressed(suppression: &Suppression, quote: bool) -> Value {
    let kind = if suppression.is_comment() { "inSource" } else { "external" };
    let mut suppressed = json!({ "kind": kind, "properties": { "source": suppression.source } });
    if quote {
        suppressed["justification"] = json!(suppression.reason);
    }
    suppressed
}

/// Whether all was read, and what a reader of the papers should know.
fn invocation(papers: &Papers<'_>, unread: &[Unread<'_>]) -> Value {
    let notification = |path: &str, level: &str, sentence: &str| {
        json!({
            "level": level,
            "message": { "text": text(sentence) },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } }],
        })
    };
    let unread_notes = unread.iter().map(|unread| notification(&unread.path, "error", unread.sentence));
    let notes = papers.reports.iter().flat_map(|report| {
        let path = papers.path(&report.document.name);
        report.document.notes.iter().map(move |note| notification(&path, "note", note))
    });
    let notifications: Vec<Value> = unread_notes.chain(notes).collect();
    json!({ "executionSuccessful": unread.is_empty(), "toolExecutionNotifications": notifications })
}

/// Every paper with its digest and its verdict, in order; those that could not be read at all have no digest.
fn artifacts(papers: &Papers<'_>) -> Vec<Value> {
    let read = papers.reports.iter().map(|report| {
        let stages: Map<String, Value> = Stage::ALL
            .iter()
            .map(|stage| (stage.name().to_owned(), json!(report.stages.at(*stage).verdict.name())))
            .collect();
        json!({
            "location": { "uri": uri(&papers.path(&report.document.name)) },
            "hashes": { "sha-256": report.document.sha256 },
            "properties": { "stage": report.stage.name(), "verdict": report.verdict().name(), "verdicts": stages },
        })
    });
    let unread = papers.unread.iter().map(|(name, _)| {
        json!({ "location": { "uri": uri(&papers.path(name)) }, "properties": { "verdict": "incomplete" } })
    });
    read.chain(unread).collect()
}

/// A paper in its run.
#[derive(Clone, Copy)]
struct Place<'a> {
    papers: &'a Papers<'a>,
    report: &'a Report,
    /// Its index among the artifacts.
    artifact: usize,
}

/// One finding; `seen` counts how often each fingerprint stood before.
fn result(
    place: Place<'_>,
    finding: &Finding,
    shelf: &Shelf<'_>,
    seen: &mut BTreeMap<String, usize>,
) -> Value {
    let Place { papers, report, .. } = place;
    let fingerprint = report.wording(papers.rules).fingerprint(finding);
    let count = seen.entry(fingerprint.clone()).or_insert(0);
    *count += 1;
    let severity = report.severity(finding);
    json!({
        "ruleId": *finding.rule,
        // What is kept may be off at this stage.
        "kind": if severity == Severity::Off { "informational" } else { "fail" },
        "level": level(severity),
        "message": { "text": text(&papers.message(report, finding)) },
        "locations": [location(place, finding)],
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{fingerprint}:{count}"),
            "particularsFinding/v1": fingerprint,
        },
        "properties": properties(report, finding, shelf),
    })
}

fn location(place: Place<'_>, finding: &Finding) -> Value {
    let Place { papers, report, artifact } = place;
    let (start, end) = report.document.points(finding.span);
    let mut region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    });
    if papers.quote {
        region["snippet"] = json!({ "text": report.document.slice(finding.span) });
    }
    let uri = uri(&papers.path(&report.document.name));
    json!({
        "physicalLocation": { "artifactLocation": { "uri": uri, "index": artifact }, "region": region },
        "logicalLocations": [logical(&report.wording(papers.rules).place(finding))],
    })
}

/// "item 3 of Interrogatory No. 9" from the outside in.
fn logical(place: &str) -> Value {
    let (inner, outer) = match place.strip_prefix("the answer to ") {
        Some(outer) => ("answer", Some(outer)),
        None => place.split_once(" of ").map_or((place, None), |(inner, outer)| (inner, Some(outer))),
    };
    let whole = outer.map_or(inner.to_owned(), |outer| format!("{outer} / {inner}"));
    json!({ "name": inner, "fullyQualifiedName": whole, "kind": "member" })
}

fn properties(report: &Report, finding: &Finding, shelf: &Shelf<'_>) -> Value {
    let position = report.document.position(finding.span.start);
    let stages: Map<String, Value> = Stage::ALL
        .iter()
        .map(|stage| (stage.name().to_owned(), json!(finding.severity.at(*stage).name())))
        .collect();
    let missing: Vec<&str> = finding.missing.iter().map(|id| &**id).collect();
    let cited = shelf.on(finding);
    let keys = |list: Option<&Vec<&crate::authority::Authority>>| -> Vec<String> {
        list.into_iter().flatten().map(|authority| authority.key.to_string()).collect()
    };
    let mut properties = json!({
        "place": super::cited(position),
        "missing": missing,
        "severities": stages,
        "authorities": keys(cited.map(|cited| &cited.supporting)),
        "contrary": keys(cited.map(|cited| &cited.contrary)),
    });
    for (name, number) in [("page", position.page), ("paragraph", position.paragraph)] {
        if let Some(number) = number {
            properties[name] = json!(number);
        }
    }
    if let Some(item) = finding.item.and_then(|index| report.response.items.get(index)) {
        properties["item"] = json!(item.id);
    }
    properties
}

/// What was not read is an alert, too: a log without one would look clean. Alerts without a line are not shown.
fn unread_result(unread: &Unread<'_>, rule: usize) -> Value {
    let artifact = json!({ "uri": uri(&unread.path) });
    json!({
        "ruleId": UNREAD_RULE,
        "ruleIndex": rule,
        "kind": "fail",
        "level": "error",
        "message": { "text": text(&format!("Not read in full: {}", unread.sentence)) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": { "startLine": 1 } } }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Off => "none",
    }
}

/// A message, in which a bracket would begin a link.
fn text(message: &str) -> String {
    message.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// The path as a reference: percent-encoded, and with its scheme if it is absolute.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.split('/').next().is_some_and(|first| first.contains(':')) {
        // "C:/answer.txt" is a place on a disk; another first part with a colon would be read as a scheme.
        uri.push_str(if path.as_bytes().get(1..3) == Some(b":/") { "file:///" } else { "./" });
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{logical, text, uri};

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("drafts/answer 9.txt"), "drafts/answer%209.txt");
        assert_eq!(uri("/home/a/ä%.docx"), "file:///home/a/%C3%A4%25.docx");
        assert_eq!(uri("C:/a.txt"), "file:///C:/a.txt");
        assert_eq!(uri("a:b.txt"), "./a:b.txt");
        assert_eq!(uri("a?b#c"), "a%3Fb%23c");
    }

    #[test]
    fn a_place_is_named_from_the_outside_in() {
        assert_eq!(
            logical("item 3 of Interrogatory No. 9")["fullyQualifiedName"],
            "Interrogatory No. 9 / item 3"
        );
        assert_eq!(
            logical("the answer to Interrogatory No. 9")["fullyQualifiedName"],
            "Interrogatory No. 9 / answer"
        );
        assert_eq!(logical("item 3")["fullyQualifiedName"], "item 3");
    }

    #[test]
    fn a_bracket_in_a_message_is_no_link() {
        assert_eq!(text("a [b](1) \\"), "a \\[b\\](1) \\\\");
    }
}
