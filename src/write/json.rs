//! Reports as JSON, in the shape of `report-v1.schema.json`.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::document::{Position, Span, hexadecimal};
use crate::finding::Finding;
use crate::particular::{Name, Particular, ParticularKind, State};
use crate::report::{Report, StageVerdict, Verdict};
use crate::response::{AnswerState, Asked, Interrogatory, Item, Kind};
use crate::rule::{ByStage, Confidence, RuleSet, Severity, Stage};

/// The JSON Schema of the output.
pub fn schema() -> &'static str {
    include_str!("report-v1.schema.json")
}

/// All papers as one object; `unread` names the papers that could not be read, and why.
pub fn json(reports: &[Report], unread: &[(String, String)], rules: &RuleSet, quote: bool) -> String {
    let documents: Vec<DocumentJson<'_>> = reports
        .iter()
        .map(|report| document(report, quote))
        .chain(unread.iter().map(|(name, message)| unread_document(name, message)))
        .collect();
    let all = RunJson {
        schema: "report-v1",
        tool: tool(rules),
        stage: reports.first().map_or(Stage::Notice, |report| report.stage),
        summary: summary(reports, unread.len()),
        documents,
    };
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}

/// One paper as one line.
pub fn json_line(report: &Report, _rules: &RuleSet, quote: bool) -> String {
    let mut text = serde_json::to_string(&document(report, quote)).unwrap_or_default();
    text.push('\n');
    text
}

/// One line for a paper that could not be read.
pub fn unread_line(name: &str, message: &str) -> String {
    let mut text = serde_json::to_string(&unread_document(name, message)).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct RunJson<'a> {
    schema: &'static str,
    tool: ToolJson,
    stage: Stage,
    documents: Vec<DocumentJson<'a>>,
    summary: SummaryJson,
}

#[derive(Serialize)]
struct ToolJson {
    name: &'static str,
    version: &'static str,
    rules: RulesJson,
}

#[derive(Serialize)]
struct RulesJson {
    count: usize,
    digest: String,
}

#[derive(Serialize)]
struct SummaryJson {
    documents: usize,
    unread: usize,
    items: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

fn tool(rules: &RuleSet) -> ToolJson {
    let mut digest = Sha256::new();
    for rule in &rules.rules {
        digest.update(format!("{} {:?}\n", rule.id, rule.severity));
    }
    let digest = hexadecimal(&digest.finalize()[..8]);
    let rules = RulesJson { count: rules.rules.len(), digest };
    ToolJson { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), rules }
}

fn summary(reports: &[Report], unread: usize) -> SummaryJson {
    let count = |severity| reports.iter().map(|report| report.count(severity)).sum();
    SummaryJson {
        documents: reports.len() + unread,
        unread,
        items: reports.iter().map(|report| report.response.items.len()).sum(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
    }
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    kind: Option<Kind>,
    legend: Option<&'a str>,
    notes: &'a [String],
    unread: Vec<&'a str>,
    verdict: Verdict,
    stages: ByStage<StageVerdict>,
    interrogatories: Vec<InterrogatoryJson<'a>>,
    items: Vec<ItemJson<'a>>,
    persons: [(); 0],
    records: [(); 0],
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct InterrogatoryJson<'a> {
    number: Option<&'a str>,
    asked: Asked,
    state: AnswerState,
    request: Option<Span>,
    objections: &'a [Span],
    answer: Option<Span>,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    id: &'a str,
    interrogatory: Option<&'a str>,
    label: Option<&'a str>,
    text: Option<&'a str>,
    span: Span,
    position: Position,
    subjects: &'a [Name],
    particulars: Vec<ParticularJson>,
    elements: Vec<ElementJson<'a>>,
    verdicts: ByStage<Verdict>,
}

#[derive(Serialize)]
struct ParticularJson {
    kind: ParticularKind,
    span: Span,
}

#[derive(Serialize)]
struct ElementJson<'a> {
    id: &'a str,
    state: State,
    evidence: &'a [Span],
}

#[derive(Serialize)]
struct FindingJson<'a> {
    fingerprint: &'a str,
    rule: &'a str,
    severity: Severity,
    severities: ByStage<Severity>,
    confidence: Confidence,
    item: Option<&'a str>,
    message: &'a str,
    ask: &'a str,
    quote: Option<&'a str>,
    span: Span,
    position: Position,
    missing: &'a [Name],
    authorities: &'a [Name],
}

fn document(report: &Report, quote: bool) -> DocumentJson<'_> {
    let response = &report.response;
    DocumentJson {
        path: &report.document.name,
        sha256: Some(&report.document.sha256),
        kind: Some(response.kind),
        legend: response.legend.as_deref().filter(|_| quote),
        notes: &report.document.notes,
        unread: report.document.unread.iter().map(String::as_str).collect(),
        verdict: report.verdict(),
        stages: report.stages,
        interrogatories: response.interrogatories.iter().map(interrogatory).collect(),
        items: (0..response.items.len()).map(|index| item(report, index, quote)).collect(),
        persons: [],
        records: [],
        findings: report.findings.iter().map(|found| finding(report, found, quote)).collect(),
    }
}

fn unread_document<'a>(name: &'a str, message: &'a str) -> DocumentJson<'a> {
    let stages = ByStage::from_fn(|_| StageVerdict { verdict: Verdict::Incomplete, deficient: 0, items: 0 });
    DocumentJson {
        path: name,
        sha256: None,
        kind: None,
        legend: None,
        notes: &[],
        unread: vec![message],
        verdict: Verdict::Incomplete,
        stages,
        interrogatories: Vec::new(),
        items: Vec::new(),
        persons: [],
        records: [],
        findings: Vec::new(),
    }
}

fn interrogatory(part: &Interrogatory) -> InterrogatoryJson<'_> {
    InterrogatoryJson {
        number: part.number.as_deref(),
        asked: part.asked,
        state: part.state,
        request: part.request,
        objections: &part.objections,
        answer: part.answer,
    }
}

fn item(report: &Report, index: usize, quote: bool) -> ItemJson<'_> {
    let item: &Item = &report.response.items[index];
    let particulars = &report.particulars[index];
    let particular = |found: &Particular| ParticularJson { kind: found.kind, span: found.span };
    ItemJson {
        id: &item.id,
        interrogatory: report.response.interrogatories[item.interrogatory].number.as_deref(),
        label: item.label.as_deref().filter(|_| quote),
        text: quote.then(|| report.document.slice(item.span)),
        span: item.span,
        position: report.document.position(item.span.start),
        subjects: &particulars.subjects,
        particulars: particulars.found.iter().map(particular).collect(),
        elements: particulars
            .elements
            .iter()
            .map(|element| ElementJson { id: &element.id, state: element.state, evidence: &element.evidence })
            .collect(),
        verdicts: report.verdicts[index],
    }
}

fn finding<'a>(report: &'a Report, finding: &'a Finding, quote: bool) -> FindingJson<'a> {
    FindingJson {
        fingerprint: &finding.fingerprint,
        rule: &finding.rule,
        severity: report.severity(finding),
        severities: finding.severity,
        confidence: finding.confidence,
        item: finding.item.map(|item| report.response.items[item].id.as_str()),
        message: &finding.message,
        ask: &finding.ask,
        quote: quote.then(|| report.document.slice(finding.span)),
        span: finding.span,
        position: report.document.position(finding.span.start),
        missing: &finding.missing,
        authorities: &finding.authorities,
    }
}
