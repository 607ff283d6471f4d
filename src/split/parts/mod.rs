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
pub use further::further;

use crate::document::Span;
use crate::response::{Entry, Parts, Section, SectionKind};

/// What stands in `text[front]`, before the first request, and the terms that the paper defines outside its requests.
pub fn front(text: &str, front: Span, is_request: impl Fn(usize) -> bool) -> Parts {
    let caption = caption::caption(text, front);
    let head = caption.as_ref().map(|caption| caption.span);
    let mut sections: Vec<Section> =
        head.map(|span| Section { kind: SectionKind::Caption, span, words: span }).into_iter().collect();
    let after = head.map_or(front.start, |head| head.end);
    sections.extend(sections::sections(text, Span::new(after, front.end)));
    let objecting = sections.iter().filter(|section| {
        matches!(section.kind, SectionKind::GeneralObjections | SectionKind::ObjectionsToDefinitions)
    });
    let general_objections: Vec<Entry> =
        objecting.flat_map(|section| sections::entries(text, section.words)).collect();
    let defines = |at: usize| at < front.end;
    let mut definitions = definitions::definitions(text, defines);
    definitions.retain(|definition| !is_request(definition.term.start));
    Parts { caption, sections, definitions, general_objections, ..Parts::default() }
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
