//! The challenged answer to one interrogatory: request and response word for word, then item by item.

use super::case::Case;
use super::challenge::Answer;
use super::draft::{Draft, capital};
use super::item::{self, Point, Said, numbered, point, sayings};
use super::lists;
use super::verbatim::{paragraphs, place, quotation};
use crate::clause::Form;
use crate::composed::{Block, Run};
use crate::finding::Finding;
use crate::particular::Name;
use crate::request::Identified;
use crate::response::{Asked, FurtherKind, Kind};

/// The section on an answer.
pub(super) fn answer(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    let name = name(draft.case, answer);
    draft.heading(2, name);
    quotes(draft, answer);
    grounds(draft, answer);
}

/// "Interrogatory No. 9".
pub(super) fn name(case: &Case<'_>, answer: &Answer<'_>) -> String {
    let number = case.brief.report.response.interrogatories[answer.indices[0]].number.as_ref();
    number.map_or_else(|| "The statement".to_owned(), |number| format!("Interrogatory No. {number}"))
}

/// Request, definitions and response, word for word.
pub(super) fn quotes(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    let case = draft.case;
    let report = case.brief.report;
    let first = &report.response.interrogatories[answer.indices[0]];
    if report.response.kind == Kind::Response {
        draft.heading(3, title(draft, "Request"));
        let asked = report.posture.asked.as_deref();
        let request = first.request.filter(|span| !report.document.slice(*span).trim().is_empty());
        draft.blocks.push(match (request, asked) {
            (Some(span), _) => quotation(case, span),
            (None, Some(asked)) => {
                Block::Quotation(paragraphs(asked).into_iter().map(|one| vec![Run::plain(one)]).collect())
            }
            (None, None) => Block::Quotation(vec![vec![Run::blank(format!(
                "text of {}, word for word",
                name(case, answer)
            ))]]),
        });
        definitions(draft, first.asked);
    }
    for index in &answer.indices {
        let one = &report.response.interrogatories[*index];
        let Some(span) = one.answer else { continue };
        let heading = match one.further.map(|further| further.kind) {
            None if report.response.kind == Kind::Statement => "Statement",
            None => "Response",
            Some(FurtherKind::Supplemental) => "Supplemental response",
            Some(FurtherKind::Amended) => "Amended response",
        };
        let where_it_stands = place(case, span);
        draft.heading(3, format!("{} ({where_it_stands})", title(draft, heading)));
        if report.document.slice(span).trim().is_empty() {
            draft.paragraph(vec![Run::plain("Nothing follows the heading.")]);
        } else {
            draft.blocks.push(quotation(case, span));
        }
    }
}

fn title(draft: &Draft<'_, '_>, words: &str) -> String {
    match draft.case.brief.form {
        Form::SeparateStatement => words.to_uppercase(),
        _ => words.to_owned(),
    }
}

/// What the paper says "identify" means of what was asked for.
fn definitions(draft: &mut Draft<'_, '_>, asked: Asked) {
    let case = draft.case;
    let report = case.brief.report;
    let of = match asked {
        Asked::Secrets => Identified::Secret,
        Asked::Persons => Identified::Person,
        Asked::Documents => Identified::Document,
        Asked::Other => return,
    };
    let all = report.response.parts.definitions.iter().filter(|definition| definition.identifies == Some(of));
    let blocks: Vec<Block> = all.map(|definition| quotation(case, definition.span)).collect();
    if !blocks.is_empty() {
        draft.heading(3, title(draft, "Definitions"));
        draft.blocks.extend(blocks);
    }
}

/// Whose the numbers are, where the response gives its items none.
fn numbers(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    let Answer { count, is_labelled, .. } = *answer;
    if count > 1 && !is_labelled && !answer.items.is_empty() {
        draft.paragraph(vec![Run::plain(format!(
            "{} does not number its {count} items. The numbers below are ours and follow its order.",
            capital(draft.case.response())
        ))]);
    }
}

/// What is not stated, item by item, and what else is challenged in the answer.
pub(super) fn grounds(draft: &mut Draft<'_, '_>, answer: &Answer<'_>) {
    if !answer.whole.is_empty() {
        let response = capital(draft.case.response());
        draft.heading(4, format!("{response} as a whole"));
        whole(draft, &answer.whole);
    }
    numbers(draft, answer);
    let mut said = Said::new();
    for (index, findings) in &answer.items {
        item::item(draft, *index, findings, &mut said);
    }
    lists::persons(draft, answer);
    lists::documents(draft, answer);
}

/// What is found of an answer, or of a paper, as a whole.
pub(super) fn whole(draft: &mut Draft<'_, '_>, findings: &[&Finding]) {
    if findings.is_empty() {
        return;
    }
    let mut points = Vec::new();
    for finding in findings {
        let elements: Vec<Option<&Name>> = finding.missing.iter().map(Some).collect();
        for element in if elements.is_empty() { vec![None] } else { elements } {
            let point = point(draft, None, finding, element);
            // A supplement lacks again what the first answer lacks.
            if !points.iter().any(|known: &Point| known.gap == point.gap) {
                points.push(point);
            }
        }
    }
    let cures = points.iter().map(|point| point.cure.clone()).collect();
    numbered(
        draft,
        &format!("What {} does not state", draft.case.response()),
        points.into_iter().map(|point| point.gap).collect(),
    );
    numbered(draft, "What would answer it", cures);
    sayings(draft, findings);
}
