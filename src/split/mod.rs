//! Document → Response: which words are requests, objections and answers, and which are alleged secrets.
//! Finds no defects.

mod answers;
mod claims;
mod furniture;
mod items;
mod labels;
mod marks;
mod quoted;
mod requests;
mod sentences;
mod series;

use std::collections::HashMap;

use crate::document::{Block, Document, Span};
use crate::lexicon::Lexicon;
use crate::response::{AnswerState, Asked, Interrogatory, Item, Kind, Response};
use crate::word::words;
use marks::{Mark, MarkKind};

/// Takes a paper apart.
pub fn split(document: &Document, lexicon: &Lexicon) -> Response {
    let cleared = furniture::cleared(&document.text);
    let text = &*cleared;
    let marks = marks::marks(text);
    let mut drafts = requests::interrogatories(&document.text, text, &marks);
    let mut kind = Kind::Response;
    if drafts.is_empty() {
        drafts = quoted_answers(document);
    }
    let is_foreign = marks.iter().any(|mark| mark.kind == MarkKind::Foreign);
    if drafts.is_empty() && !is_foreign && !quoted::is_about_an_answer(text) {
        kind = Kind::Statement;
        drafts.push(statement(text, &marks));
    }
    let mut response =
        Response { kind, legend: legend(text), interrogatories: Vec::new(), items: Vec::new() };
    let asked = requests::asked(text, &drafts);
    let source = Source { text, blocks: &document.blocks, lexicon };
    for (draft, asked) in drafts.into_iter().zip(asked) {
        answer(&source, draft, asked, &mut response);
    }
    number(&mut response);
    response
}

/// A request and its answer before the answer is read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    number: Option<String>,
    request: Option<Span>,
    answer: Option<Span>,
}

fn quoted_answers(document: &Document) -> Vec<Draft> {
    let drafts = quoted::quoted(document).into_iter();
    drafts
        .map(|quoted| Draft { number: quoted.number, request: quoted.request, answer: Some(quoted.answer) })
        .collect()
}

/// A free-standing statement: everything from its title or its definitions on, up to the signature.
fn statement(text: &str, marks: &[Mark]) -> Draft {
    let start = requests::after_title(text);
    let ends = |at: &usize| {
        let mark = &marks[*at];
        let dates_letter = text[mark.span.start..mark.span.end].to_ascii_lowercase().starts_with("dated");
        mark.kind == MarkKind::Signature
            && mark.span.start > start
            && (!dates_letter || mark.span.start > text.len() / 2 || at + 1 < marks.len())
    };
    let end = (0..marks.len()).find(ends).map_or(text.len(), |at| marks[at].span.start);
    Draft { number: None, request: None, answer: Some(Span::new(start, end)) }
}

/// What an answer is read from.
struct Source<'a> {
    text: &'a str,
    blocks: &'a [Block],
    lexicon: &'a Lexicon,
}

fn answer(source: &Source<'_>, draft: Draft, asked: Asked, response: &mut Response) {
    let Source { text, blocks, lexicon } = *source;
    let index = response.interrogatories.len();
    let span = draft.answer.map(|span| trimmed(text, span)).filter(|span| !span.is_empty());
    let (mut objections, mut state) = (Vec::new(), AnswerState::NoAnswer);
    if let Some(span) = span {
        let words = words(text, span, lexicon);
        let parted = answers::part(text, &words);
        if asked == Asked::Secrets
            && matches!(parted.state, AnswerState::Answered | AnswerState::DocumentsOnly)
        {
            let found = items::items(text, &words, &parted.body, blocks);
            response.items.extend(found.into_iter().map(|found| Item {
                id: String::new(),
                interrogatory: index,
                label: found.label,
                span: found.span,
                lead: found.lead,
            }));
        }
        (objections, state) = (parted.objections, parted.state);
    }
    response.interrogatories.push(Interrogatory {
        number: draft.number,
        request: draft.request,
        objections,
        answer: span,
        state,
        asked,
    });
}

fn trimmed(text: &str, span: Span) -> Span {
    let slice = &text[span.start..span.end];
    let start = span.start + (slice.len() - slice.trim_start().len());
    Span::new(start, start + slice.trim().len())
}

/// Numbers the items within their interrogatory; further answers to one request count on.
fn number(response: &mut Response) {
    let mut counts: HashMap<Option<&str>, usize> = HashMap::new();
    for item in &mut response.items {
        let number = response.interrogatories[item.interrogatory].number.as_deref();
        let count = counts.entry(number).or_default();
        *count += 1;
        item.id = match number {
            Some(number) => format!("{number}.{count}"),
            None => count.to_string(),
        };
    }
}

/// The confidentiality legend in the first lines of the paper.
fn legend(text: &str) -> Option<String> {
    let lines = text.lines().take(40).map(str::trim);
    let is_legend = |line: &&str| {
        let upper = line.len() < 120 && !line.is_empty() && !line.contains(|c: char| c.is_lowercase());
        upper
            && ["CONFIDENTIAL", "ATTORNEYS' EYES ONLY", "ATTORNEYS’ EYES ONLY", "UNDER SEAL", "PRIVILEGED"]
                .iter()
                .any(|mark| line.contains(mark))
    };
    lines.into_iter().find(is_legend).map(str::to_owned)
}
