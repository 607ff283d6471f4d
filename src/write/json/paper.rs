//! One paper as the JSON report shows it.

use serde::Serialize;

use super::standing::{Move, Standing};
use crate::authority::Authority;
use crate::cited::Shelf;
use crate::document::{Position, Span};
use crate::finding::Finding;
use crate::particular::{Element, Name, Particular, ParticularKind, Particulars, State};
use crate::report::{Report, StageVerdict, Verdict};
use crate::response::{AnswerState, Asked, Interrogatory, Kind};
use crate::rule::{ByStage, Confidence, RuleSet, Severity};

/// One paper; the words of the paper are `null` when they may not be quoted.
#[derive(Serialize)]
pub struct Paper<'a> {
    path: &'a str,
    sha256: &'a str,
    kind: Kind,
    legend: Option<&'a str>,
    notes: &'a [String],
    unread: &'a [String],
    verdict: Verdict,
    stages: ByStage<StageVerdict>,
    posture: Standing<'a>,
    interrogatories: Vec<Question<'a>>,
    items: Vec<Entry<'a>>,
    persons: [(); 0],
    records: [(); 0],
    findings: Vec<Defect<'a>>,
}

impl<'a> Paper<'a> {
    /// The paper of `report`.
    pub fn new(report: &'a Report, rules: &'a RuleSet, quote: bool) -> Self {
        let Report { document, response, .. } = report;
        let shelf = Shelf::new(&report.findings, &report.posture, rules);
        Self {
            path: &document.name,
            sha256: &document.sha256,
            kind: response.kind,
            legend: response.legend.as_deref().filter(|_| quote),
            notes: &document.notes,
            unread: &document.unread,
            verdict: report.verdict(),
            stages: report.stages,
            posture: Standing::new(report, rules, quote),
            interrogatories: response.interrogatories.iter().map(Question::new).collect(),
            items: (0..response.items.len()).map(|index| Entry::new(report, index, quote)).collect(),
            persons: [],
            records: [],
            findings: report.findings.iter().map(|found| Defect::new(report, found, &shelf, quote)).collect(),
        }
    }
}

/// A paper that could not be read; never clear.
#[derive(Serialize)]
pub struct Unreadable<'a> {
    path: &'a str,
    unread: [&'a str; 1],
    verdict: Verdict,
}

impl<'a> Unreadable<'a> {
    /// The paper `name`, and why it could not be read.
    pub fn new(name: &'a str, message: &'a str) -> Self {
        Self { path: name, unread: [message], verdict: Verdict::Incomplete }
    }
}

#[derive(Serialize)]
struct Question<'a> {
    number: Option<&'a str>,
    request: Option<Span>,
    objections: &'a [Span],
    answer: Option<Span>,
    state: AnswerState,
    asked: Asked,
}

impl<'a> Question<'a> {
    fn new(interrogatory: &'a Interrogatory) -> Self {
        Self {
            number: interrogatory.number.as_deref(),
            request: interrogatory.request,
            objections: &interrogatory.objections,
            answer: interrogatory.answer,
            state: interrogatory.state,
            asked: interrogatory.asked,
        }
    }
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    interrogatory: Option<&'a str>,
    label: Option<&'a str>,
    text: Option<&'a str>,
    span: Span,
    position: Position,
    subjects: &'a [Name],
    particulars: Vec<Detail>,
    elements: Vec<Statement<'a>>,
    verdicts: ByStage<Verdict>,
}

impl<'a> Entry<'a> {
    fn new(report: &'a Report, index: usize, quote: bool) -> Self {
        let Report { document, response, .. } = report;
        let item = &response.items[index];
        let particulars = report.particulars.get(index);
        let details = |particulars: &Particulars| particulars.found.iter().map(Detail::new).collect();
        let interrogatory = response.interrogatories.get(item.interrogatory);
        Self {
            id: &item.id,
            interrogatory: interrogatory.and_then(|interrogatory| interrogatory.number.as_deref()),
            label: item.label.as_deref().filter(|_| quote),
            text: quote.then(|| document.slice(item.span)),
            span: item.span,
            position: document.position(item.span.start),
            subjects: particulars.map_or(&[], |particulars| &particulars.subjects),
            particulars: particulars.map(details).unwrap_or_default(),
            elements: particulars
                .map(|particulars| particulars.elements.iter().map(Statement::new).collect())
                .unwrap_or_default(),
            verdicts: report.verdicts[index],
        }
    }
}

#[derive(Serialize)]
struct Detail {
    kind: ParticularKind,
    span: Span,
}

impl Detail {
    fn new(particular: &Particular) -> Self {
        Self { kind: particular.kind, span: particular.span }
    }
}

#[derive(Serialize)]
struct Statement<'a> {
    id: &'a str,
    state: State,
    evidence: &'a [Span],
}

impl<'a> Statement<'a> {
    fn new(element: &'a Element) -> Self {
        Self { id: &element.id, state: element.state, evidence: &element.evidence }
    }
}

#[derive(Serialize)]
struct Defect<'a> {
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
    authorities: Vec<&'a str>,
    contrary: Vec<&'a str>,
    shifts: Vec<Move<'a>>,
}

impl<'a> Defect<'a> {
    fn new(report: &'a Report, finding: &'a Finding, shelf: &Shelf<'a>, quote: bool) -> Self {
        let cited = shelf.on(finding);
        let keys = |authorities: Vec<&'a Authority>| authorities.iter().map(|one| &*one.key).collect();
        let item = finding.item.and_then(|item| report.response.items.get(item));
        Self {
            fingerprint: &finding.fingerprint,
            rule: &finding.rule,
            severity: report.severity(finding),
            severities: finding.severity,
            confidence: finding.confidence,
            item: item.map(|item| item.id.as_str()),
            message: &finding.message,
            ask: &finding.ask,
            quote: quote.then(|| report.document.slice(finding.span)),
            span: finding.span,
            position: report.document.position(finding.span.start),
            missing: &finding.missing,
            authorities: keys(cited.supporting),
            contrary: keys(cited.contrary),
            shifts: finding.shifts.iter().map(Move::new).collect(),
        }
    }
}
