//! Where a paper holds what rules ask of it as a whole.

use crate::document::{Document, Span};
use crate::response::{AnswerState, Asked, Filled, Oath, Parts, Response, SectionKind, Signature, Signed};
use crate::rule::Fact;

use super::condition::Subject;
use super::numbers;

/// Every place where the paper holds the fact; none if it does not.
pub fn places(fact: Fact, subject: &Subject<'_>) -> Vec<Span> {
    let Subject { document, response, .. } = *subject;
    let parts = &response.parts;
    match fact {
        Fact::Whole => head(document, parts).into_iter().collect(),
        Fact::Answer => answered(response),
        Fact::Objection => objections(response),
        Fact::UnansweredInterrogatory => unanswered(response),
        Fact::GeneralObjections => {
            let sections =
                parts.sections.iter().filter(|section| section.kind == SectionKind::GeneralObjections);
            sections.map(|section| first_line(document, section.span)).collect()
        }
        Fact::Verification
        | Fact::UnsignedVerification
        | Fact::UndatedVerification
        | Fact::UnswornVerification
        | Fact::CounselVerification => verifications(fact, document, parts),
        Fact::Signature | Fact::UnsignedSignature | Fact::UndatedSignature => signatures(fact, parts),
        Fact::Certificate => parts.certificate.iter().map(|one| first_line(document, one.span)).collect(),
        Fact::UndatedCertificate => {
            let undated = parts.certificate.iter().filter(|one| is_undated(one.date));
            undated.map(|one| first_line(document, one.span)).collect()
        }
        Fact::SkippedInterrogatory => numbers::skipped_interrogatories(document, response),
        Fact::RepeatedInterrogatory => numbers::repeated_interrogatories(response),
        Fact::SkippedItem => numbers::skipped_items(response),
        Fact::RepeatedItemNumber => numbers::repeated_numbers(response),
        Fact::RepeatedItem | Fact::NearlyRepeatedItem | Fact::OverlappingItem | Fact::RenamedItem => {
            let alike = subject.alike.iter().filter(|alike| alike.fact == fact);
            alike.map(|alike| response.items[alike.item].span).collect()
        }
    }
}

/// The title of a whole paper, or its first line.
fn head(document: &Document, parts: &Parts) -> Option<Span> {
    let caption = parts.caption.as_ref().filter(|_| parts.is_whole())?;
    Some(caption.title.last().copied().unwrap_or_else(|| first_line(document, caption.span)))
}

fn first_line(document: &Document, span: Span) -> Span {
    let line = document.slice(span).find('\n').map_or(span.len(), |at| at);
    let words = document.slice(Span::new(span.start, span.start + line)).trim_end();
    Span::new(span.start, span.start + words.len())
}

fn answered(response: &Response) -> Vec<Span> {
    let states = [AnswerState::Answered, AnswerState::DocumentsOnly];
    // A free-standing statement answers no interrogatory.
    let asked = response.interrogatories.iter().filter(|one| one.request.is_some() || one.number.is_some());
    asked.filter(|one| states.contains(&one.state)).filter_map(|one| one.answer).collect()
}

fn objections(response: &Response) -> Vec<Span> {
    let general = response.parts.general_objections.iter().map(|entry| entry.span);
    general.chain(response.interrogatories.iter().flat_map(|one| one.objections.iter().copied())).collect()
}

fn unanswered(response: &Response) -> Vec<Span> {
    let others = response.interrogatories.iter().filter(|one| one.asked == Asked::Other);
    others
        .filter(|one| one.state == AnswerState::NoAnswer)
        .filter_map(|one| one.request.or(one.answer))
        .collect()
}

fn verifications(fact: Fact, document: &Document, parts: &Parts) -> Vec<Span> {
    let line = |signature: &Signature| (signature.state == Signed::Blank).then_some(signature.span);
    let found = parts.verifications.iter().filter_map(|one| match fact {
        Fact::UnsignedVerification => one.signature.as_ref().and_then(line),
        Fact::UndatedVerification => {
            let is_undated = one.oath == Oath::Declaration && is_undated(one.date);
            is_undated.then(|| first_line(document, one.span))
        }
        Fact::UnswornVerification => (one.oath == Oath::Unsworn).then(|| first_line(document, one.span)),
        Fact::CounselVerification => one.by_counsel,
        _ => Some(first_line(document, one.span)),
    });
    found.collect()
}

fn signatures(fact: Fact, parts: &Parts) -> Vec<Span> {
    let all = &parts.signatures;
    let holds = match fact {
        Fact::UnsignedSignature => all.iter().all(|one| one.state == Signed::Blank),
        Fact::UndatedSignature => all.iter().all(|one| is_undated(one.date)),
        _ => true,
    };
    let found =
        all.iter().filter(|one| holds && (fact != Fact::UndatedSignature || one.state != Signed::Blank));
    found.map(|one| one.span).collect()
}

fn is_undated(date: Option<Filled>) -> bool {
    date.is_none_or(|date| date.is_blank)
}
