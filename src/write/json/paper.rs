//! One paper as the JSON report shows it.

use serde::{Serialize, Serializer};

use super::listed::documents;
use super::parts::{
    Caption, Certificate, Definition, Further, Kept, Numbered, Section, Signature, Verification,
};
use super::person::people;
use super::record::sources;
use super::standing::{Move, Standing};
use crate::authority::Authority;
use crate::cited::Shelf;
use crate::document::{Position, Span};
use crate::finding::Finding;
use crate::particular::{Element, Name, Particular, ParticularKind, State};
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
    caption: Option<Caption<'a>>,
    sections: Vec<Section>,
    definitions: Vec<Definition>,
    general_objections: Vec<Numbered<'a>>,
    verifications: Vec<Verification>,
    signatures: Vec<Signature>,
    certificate: Option<Certificate<'a>>,
    #[serde(serialize_with = "questions")]
    interrogatories: &'a [Interrogatory],
    #[serde(serialize_with = "entries")]
    items: Source<'a>,
    #[serde(serialize_with = "people")]
    persons: Source<'a>,
    #[serde(serialize_with = "documents")]
    documents: Source<'a>,
    #[serde(serialize_with = "sources")]
    records: Source<'a>,
    #[serde(serialize_with = "defects")]
    findings: Source<'a>,
    suppressed: Vec<Kept<'a>>,
}

/// What long lists are written from, an entry at a time: a paper can have many thousands.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) report: &'a Report,
    rules: &'a RuleSet,
    pub(super) quote: bool,
}

impl<'a> Paper<'a> {
    /// The paper of `report`.
    pub fn new(report: &'a Report, rules: &'a RuleSet, quote: bool) -> Self {
        let Report { document, response, .. } = report;
        let source = Source { report, rules, quote };
        let parts = &response.parts;
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
            caption: parts.caption.as_ref().map(Caption::from),
            sections: parts.sections.iter().map(Section::from).collect(),
            definitions: parts.definitions.iter().map(Definition::from).collect(),
            general_objections: parts
                .general_objections
                .iter()
                .map(|entry| Numbered::new(entry, quote))
                .collect(),
            verifications: parts.verifications.iter().map(Verification::from).collect(),
            signatures: parts.signatures.iter().map(Signature::from).collect(),
            certificate: parts.certificate.as_ref().map(Certificate::from),
            interrogatories: &response.interrogatories,
            items: source,
            persons: source,
            documents: source,
            records: source,
            findings: source,
            suppressed: report.suppressed.iter().map(|kept| Kept::new(kept, quote)).collect(),
        }
    }
}

fn questions<S: Serializer>(interrogatories: &[Interrogatory], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(interrogatories.iter().map(Question::new))
}

fn entries<S: Serializer>(source: &Source<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let items = 0..source.report.response.items.len();
    serializer.collect_seq(items.map(|index| Entry::new(source.report, index, source.quote)))
}

pub(super) fn details<S: Serializer>(found: &[Particular], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(found.iter().map(Detail::new))
}

pub(super) fn statements<S: Serializer>(elements: &[Element], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(elements.iter().map(Statement::new))
}

fn defects<S: Serializer>(source: &Source<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let Report { findings, posture, .. } = source.report;
    let shelf = Shelf::new(findings, posture, source.rules);
    serializer.collect_seq(findings.iter().map(|finding| Defect::new(source, finding, &shelf)))
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
    further: Option<Further>,
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
            further: interrogatory.further.map(Further::from),
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
    #[serde(serialize_with = "details")]
    particulars: &'a [Particular],
    #[serde(serialize_with = "statements")]
    elements: &'a [Element],
    verdicts: ByStage<Verdict>,
}

impl<'a> Entry<'a> {
    fn new(report: &'a Report, index: usize, quote: bool) -> Self {
        let Report { document, response, .. } = report;
        let item = &response.items[index];
        let particulars = report.particulars.get(index);
        let interrogatory = response.interrogatories.get(item.interrogatory);
        Self {
            id: &item.id,
            interrogatory: interrogatory.and_then(|interrogatory| interrogatory.number.as_deref()),
            label: item.label.as_deref().filter(|_| quote),
            text: quote.then(|| document.slice(item.span)),
            span: item.span,
            position: document.position(item.span.start),
            subjects: particulars.map_or(&[], |particulars| &particulars.subjects),
            particulars: particulars.map_or(&[], |particulars| &particulars.found),
            elements: particulars.map_or(&[], |particulars| &particulars.elements),
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
    fingerprint: String,
    rule: &'a str,
    severity: Severity,
    severities: ByStage<Severity>,
    confidence: Option<Confidence>,
    item: Option<&'a str>,
    earlier: Option<&'a str>,
    persons: &'a [usize],
    documents: &'a [usize],
    message: String,
    ask: String,
    quote: Option<&'a str>,
    span: Span,
    position: Position,
    missing: &'a [Name],
    #[serde(serialize_with = "keys")]
    authorities: &'a [&'a Authority],
    #[serde(serialize_with = "keys")]
    contrary: &'a [&'a Authority],
    shifts: Vec<Move<'a>>,
}

fn keys<S: Serializer>(authorities: &[&Authority], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(authorities.iter().map(|authority| &authority.key))
}

impl<'a> Defect<'a> {
    fn new(source: &Source<'a>, finding: &'a Finding, shelf: &'a Shelf<'a>) -> Self {
        let Source { report, rules, quote } = *source;
        let wording = report.wording(rules);
        let cited = shelf.on(finding);
        let id = |index: Option<usize>| Some(report.response.items.get(index?)?.id.as_str());
        Self {
            fingerprint: wording.fingerprint(finding),
            rule: &finding.rule,
            severity: report.severity(finding),
            severities: finding.severity,
            confidence: rules.rule(&finding.rule).map(|rule| rule.confidence),
            item: id(finding.item),
            earlier: id(finding.earlier),
            persons: &finding.persons,
            documents: &finding.documents,
            message: wording.message(finding, report.stage),
            ask: wording.ask(finding),
            quote: quote.then(|| report.document.slice(finding.span)),
            span: finding.span,
            position: report.document.position(finding.span.start),
            missing: &finding.missing,
            authorities: cited.map_or(&[], |cited| &cited.supporting),
            contrary: cited.map_or(&[], |cited| &cited.contrary),
            shifts: finding.shifts.iter().map(Move::new).collect(),
        }
    }
}
