//! What stands around the answers, as the JSON report shows it: places, and no words.

use serde::Serialize;

use crate::document::Span;
use crate::finding::Suppressed;
use crate::request::Identified;
use crate::response::{self, Filled, FurtherKind, Oath, Role, SectionKind, Signed};

/// The head of the paper.
#[derive(Serialize)]
pub struct Caption<'a> {
    span: Span,
    court: &'a [Span],
    docket: Option<Span>,
    parties: Vec<Party<'a>>,
    title: &'a [Span],
    propounding: &'a [Span],
    responding: &'a [Span],
    set: Option<Span>,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a [Span],
    role: Option<Role>,
}

impl<'a> From<&'a response::Caption> for Caption<'a> {
    fn from(caption: &'a response::Caption) -> Self {
        let parties = caption.parties.iter().map(|party| Party { name: &party.name, role: party.role });
        Self {
            span: caption.span,
            court: &caption.court,
            docket: caption.docket,
            parties: parties.collect(),
            title: &caption.title,
            propounding: &caption.propounding,
            responding: &caption.responding,
            set: caption.set,
        }
    }
}

/// A stretch that is given to one thing.
#[derive(Serialize)]
pub struct Section {
    kind: SectionKind,
    span: Span,
}

impl From<&response::Section> for Section {
    fn from(section: &response::Section) -> Self {
        Self { kind: section.kind, span: section.span }
    }
}

/// A defined term.
#[derive(Serialize)]
pub struct Definition {
    term: Span,
    span: Span,
    passing: bool,
    identifies: Option<Identified>,
}

impl From<&response::Definition> for Definition {
    fn from(definition: &response::Definition) -> Self {
        let response::Definition { term, span, is_passing, identifies } = *definition;
        Self { term, span, passing: is_passing, identifies }
    }
}

/// A numbered entry.
#[derive(Serialize)]
pub struct Numbered<'a> {
    number: Option<&'a str>,
    span: Span,
}

impl<'a> Numbered<'a> {
    /// The entry; its number is a word of the paper.
    pub fn new(entry: &'a response::Entry, quote: bool) -> Self {
        Self { number: entry.number.as_deref().filter(|_| quote), span: entry.span }
    }
}

#[derive(Serialize)]
struct Date {
    span: Span,
    blank: bool,
}

impl From<Filled> for Date {
    fn from(date: Filled) -> Self {
        Self { span: date.span, blank: date.is_blank }
    }
}

/// A signature line.
#[derive(Serialize)]
pub struct Signature {
    span: Span,
    state: Signed,
    signer: Option<Span>,
    firm: Option<Span>,
    represents: Option<Span>,
    date: Option<Date>,
}

impl From<&response::Signature> for Signature {
    fn from(signature: &response::Signature) -> Self {
        let response::Signature { span, state, signer, firm, represents, date } = *signature;
        Self { span, state, signer, firm, represents, date: date.map(Date::from) }
    }
}

/// An oath on the answers.
#[derive(Serialize)]
pub struct Verification {
    span: Span,
    oath: Oath,
    declarant: Option<Span>,
    counsel: Option<Span>,
    signature: Option<Signature>,
    date: Option<Date>,
}

impl From<&response::Verification> for Verification {
    fn from(verification: &response::Verification) -> Self {
        Self {
            span: verification.span,
            oath: verification.oath,
            declarant: verification.declarant,
            counsel: verification.by_counsel,
            signature: verification.signature.as_ref().map(Signature::from),
            date: verification.date.map(Date::from),
        }
    }
}

/// That the paper was served.
#[derive(Serialize)]
pub struct Certificate<'a> {
    span: Span,
    date: Option<Date>,
    methods: &'a [Span],
    signature: Option<Signature>,
}

impl<'a> From<&'a response::Certificate> for Certificate<'a> {
    fn from(certificate: &'a response::Certificate) -> Self {
        Self {
            span: certificate.span,
            date: certificate.date.map(Date::from),
            methods: &certificate.methods,
            signature: certificate.signature.as_ref().map(Signature::from),
        }
    }
}

/// That an answer adds to an earlier one.
#[derive(Serialize)]
pub struct Further {
    kind: FurtherKind,
    heading: Span,
    date: Option<Span>,
    earlier: Option<usize>,
}

impl From<response::Further> for Further {
    fn from(further: response::Further) -> Self {
        let response::Further { kind, heading, date, earlier } = further;
        Self { kind, heading, date, earlier }
    }
}

/// A finding that the paper's owner keeps as it is.
#[derive(Serialize)]
pub struct Kept<'a> {
    fingerprint: &'a str,
    rule: &'a str,
    span: Span,
    reason: Option<&'a str>,
    source: &'a str,
}

impl<'a> Kept<'a> {
    /// The finding; the reason is in words that stand in the paper's file.
    pub fn new(kept: &'a Suppressed, quote: bool) -> Self {
        Self {
            fingerprint: &kept.fingerprint,
            rule: &kept.finding.rule,
            span: kept.finding.span,
            reason: Some(kept.suppression.reason.as_str()).filter(|_| quote),
            source: &kept.suppression.source,
        }
    }
}
