//! The challenged objections: each word for word, and what it does not state.

use std::collections::BTreeMap;

use super::answer::name;
use super::case::Case;
use super::draft::{Draft, capital};
use super::item::{numbered, point, sayings};
use super::verbatim::{place, quotation};
use crate::clause::Place;
use crate::composed::Run;
use crate::document::Span;
use crate::finding::Finding;
use crate::response::SectionKind;

/// The section on objections, if any is challenged.
pub(super) fn objections(draft: &mut Draft<'_, '_>) {
    let case = draft.case;
    let mut all = Objections::new();
    for answer in &case.challenge.answers {
        for finding in &answer.objections {
            add(
                &mut all,
                objection(case, finding),
                &format!("the response to {}", name(case, answer)),
                finding,
            );
        }
    }
    for finding in &case.challenge.general {
        let entries = entries(case, finding);
        for span in entries {
            add(&mut all, span, "the general objections", finding);
        }
    }
    if all.is_empty() {
        return;
    }
    draft.heading(2, "Objections");
    draft.say(Place::Objections);
    let mut found: Vec<&Finding> = Vec::new();
    for (span, (whose, findings)) in all {
        let where_it_stands = place(case, span);
        draft.paragraph(vec![Run::plain(format!("{} ({where_it_stands}):", capital(&whose)))]);
        draft.blocks.push(quotation(case, span));
        let points: Vec<_> = findings.iter().map(|finding| point(draft, None, finding, None)).collect();
        numbered(
            draft,
            "What the objection does not state",
            points.iter().map(|one| one.gap.clone()).collect(),
        );
        numbered(draft, "What would answer it", points.into_iter().map(|one| one.cure).collect());
        found.extend(findings);
    }
    sayings(draft, &found);
}

/// Objections in their order, each with whose it is and what is found of it.
type Objections<'f> = BTreeMap<Span, (String, Vec<&'f Finding>)>;

fn add<'f>(all: &mut Objections<'f>, span: Span, whose: &str, finding: &'f Finding) {
    all.entry(span).or_insert_with(|| (whose.to_owned(), Vec::new())).1.push(finding);
}

/// The whole objection in which the words of `finding` stand.
fn objection(case: &Case<'_>, finding: &Finding) -> Span {
    let response = &case.brief.report.response;
    let of_answer = finding.interrogatory.and_then(|index| response.interrogatories.get(index));
    let objections = of_answer.map(|answer| answer.objections.as_slice()).unwrap_or_default();
    objections
        .iter()
        .copied()
        .find(|objection| objection.contains(finding.span))
        .unwrap_or_else(|| sentence(case, finding.span))
}

/// The sentence, or the line, in which `span` stands.
fn sentence(case: &Case<'_>, span: Span) -> Span {
    let text = &case.brief.report.document.text;
    let before = text.get(..span.start).unwrap_or_default();
    let start =
        before.rfind(['\n', ';']).map_or(0, |at| at + 1).max(before.rfind(". ").map_or(0, |at| at + 2));
    let after = text.get(span.end..).unwrap_or_default();
    let end = span.end + after.find(['\n', '.', ';', ':']).map_or(after.len(), |at| at + 1);
    let blanks = text[start..span.start].len() - text[start..span.start].trim_start().len();
    Span::new(start + blanks, end)
}

/// The general objections that `finding` concerns: the one that it names, or all.
fn entries(case: &Case<'_>, finding: &Finding) -> Vec<Span> {
    let parts = &case.brief.report.response.parts;
    let of_all = parts.sections.iter().filter(|section| section.kind == SectionKind::GeneralObjections);
    let of_all: Vec<Span> = of_all.map(|section| section.span).collect();
    let general = &parts.general_objections;
    let named: Vec<Span> =
        general.iter().map(|entry| entry.span).filter(|span| span.contains(finding.span)).collect();
    match (named.is_empty(), general.is_empty()) {
        (false, _) => named,
        (true, false) => {
            let is_of_all =
                |span: &Span| of_all.is_empty() || of_all.iter().any(|section| section.contains(*span));
            general.iter().map(|entry| entry.span).filter(is_of_all).collect()
        }
        (true, true) => vec![finding.span],
    }
}
