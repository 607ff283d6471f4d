//! What stands around the answers: the head of the paper, what precedes the requests, and its end.

mod caption;
mod closing;
mod court;
mod definitions;
mod further;
mod head;
mod joined;
mod lines;
mod oath;
mod openings;
mod parties;
mod sections;
mod signature;
mod title;

pub use closing::closing;
pub use definitions::definitions;
pub use further::further;

use crate::document::Span;
use crate::response::{Parts, Section, SectionKind};

/// Adds what stands in `text[front]`, before the first request.
pub fn front(text: &str, front: Span, parts: &mut Parts) {
    parts.caption = caption::caption(text, front);
    let head = parts.caption.as_ref().map(|caption| caption.span);
    let after = head.map_or(front.start, |head| head.end);
    parts.sections.extend(head.map(|span| Section { kind: SectionKind::Caption, span, words: span }));
    // Some courts' papers are signed and served on their first page, over the requests and answers.
    let signed = closing::signed_before(text, Span::new(after, front.end)).unwrap_or(front.end);
    parts.sections.extend(sections::sections(text, Span::new(after, signed)));
    let objecting = parts.sections.iter().filter(|section| {
        matches!(section.kind, SectionKind::GeneralObjections | SectionKind::ObjectionsToDefinitions)
    });
    parts.general_objections = objecting.flat_map(|section| sections::entries(text, section.words)).collect();
    back(text, before_heading(text, Span::new(signed, front.end)), parts);
}

/// `text[signed]` without the heading of the answers at its end.
fn before_heading(text: &str, signed: Span) -> Span {
    let last = lines::lines(text, signed).filter(|line| !line.is_empty()).last();
    let heads = |line: &Span| text[line.start..line.end].to_uppercase().contains("INTERROGATORIES");
    last.filter(heads).map_or(signed, |line| Span::new(signed.start, line.start))
}

/// Adds the sections between the last answer and the end of the paper.
pub fn after(text: &str, between: Span, parts: &mut Parts) {
    let sections = sections::sections(text, between);
    parts.sections.extend(sections.into_iter().filter(|section| section.kind != SectionKind::Introduction));
}

/// Adds what stands in `text[end]`, after the last answer: signatures, oaths and the proof of service.
pub fn back(text: &str, end: Span, parts: &mut Parts) {
    for (kind, span) in closing::blocks(text, end) {
        if span.is_empty() {
            continue;
        }
        let kind = match kind {
            SectionKind::Certificate => {
                parts.certificate.get_or_insert_with(|| oath::certificate(text, span));
                kind
            }
            SectionKind::Verification => match oath::verification(text, span) {
                Some(verification) => {
                    parts.verifications.push(verification);
                    kind
                }
                None => SectionKind::Signatures,
            },
            other => other,
        };
        if kind == SectionKind::Signatures {
            parts.signatures.extend(signature::signatures(text, span));
        }
        parts.sections.push(Section { kind, span, words: span });
    }
}
