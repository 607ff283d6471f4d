//! Document → Response: which words are requests, objections and answers, and which are alleged secrets.
//! Finds no defects.

mod answers;
mod around;
mod asked;
mod claims;
mod furniture;
mod items;
mod labels;
mod marks;
mod parts;
mod quoted;
mod requests;
mod sentences;
mod series;

use std::collections::HashMap;

use crate::document::{Block, Document, Span};
use crate::lexicon::Lexicon;
use crate::response::{AnswerState, Asked, Interrogatory, Item, Kind, Parts, Response};
use crate::word::{Word, words_into};
use marks::{Mark, MarkKind};

/// Takes a paper apart. `read_answer` is given each answer as it is found: the response so far, of which it is the last,
/// the index of its first item, and its words.
pub fn split(
    document: &Document,
    lexicon: &Lexicon,
    mut read_answer: impl FnMut(&Response, usize, &[Word]),
) -> Response {
    let cleared = furniture::cleared(&document.text);
    let text = &*cleared;
    let marks = marks::marks(text);
    let mut drafts = requests::interrogatories(&document.text, text, &marks);
    let mut kind = Kind::Response;
    // A letter may set the numbers of interrogatories over what it says of them.
    let only_names = drafts.iter().all(|draft| draft.answer.is_none()) && !drafts.is_empty();
    if drafts.is_empty() || only_names && quoted::is_about_an_answer(text) {
        drafts = quoted_answers(document);
    }
    let is_foreign = marks.iter().any(|mark| mark.kind == MarkKind::Foreign);
    if drafts.is_empty() && !is_foreign && !quoted::is_about_an_answer(text) {
        kind = Kind::Statement;
        drafts.push(statement(text, &marks));
    }
    let legend = legend(text).or_else(|| {
        document.margins.iter().find_map(|line| legend(&line.to_uppercase()).map(|_| line.clone()))
    });
    let end = around::end(text, &marks, &mut drafts);
    let around = around::Around::new(text, &marks, &drafts);
    let mut response =
        Response { kind, legend, interrogatories: Vec::new(), items: Vec::new(), parts: Parts::default() };
    response.parts = around.defined(text, kind);
    let asked = asked::asked(text, &drafts);
    let mut words = Vec::new();
    let mut counts = Counts::default();
    for (mut draft, asked) in drafts.into_iter().zip(asked) {
        let first = response.items.len();
        draft.answer = draft.answer.map(|span| trimmed(text, span)).filter(|span| !span.is_empty());
        let objected = objected(&mut words, text, draft.objected, lexicon);
        words_into(&mut words, text, draft.answer.unwrap_or(Span::new(0, 0)), lexicon);
        let source = Source { text, blocks: &document.blocks, words: &words };
        answer(&source, draft, asked, &mut counts, &mut response);
        if let Some(last) = response.interrogatories.last_mut() {
            last.objections.splice(0..0, objected);
        }
        read_answer(&response, first, &words);
    }
    around.complete(text, end, &mut response);
    response
}

/// What each number has had so far.
#[derive(Default)]
struct Counts {
    /// How many items: further answers to one request count on.
    items: HashMap<Option<String>, usize>,
    /// Its last answer.
    answered: HashMap<Option<String>, usize>,
}

/// A request and its answer before the answer is read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    number: Option<String>,
    request: Option<Span>,
    answer: Option<Span>,
    /// The heading of the answer.
    heading: Option<Span>,
    /// Objections under a heading of their own.
    objected: Option<Span>,
    /// Another paper quotes it.
    is_quoted: bool,
}

impl Draft {
    fn new(number: Option<String>, request: Option<Span>, answer: Option<Span>) -> Self {
        Self { number, request, answer, heading: None, objected: None, is_quoted: false }
    }

    /// Objections that no answer follows are all the answer there is.
    fn settled(self) -> Self {
        let objected = self.objected.filter(|_| self.answer.is_some());
        Self { answer: self.answer.or(self.objected), objected, ..self }
    }
}

/// The objections that stand under a heading of their own, sentence by sentence.
fn objected(words: &mut Vec<Word>, text: &str, span: Option<Span>, lexicon: &Lexicon) -> Vec<Span> {
    let Some(span) = span else { return Vec::new() };
    words_into(words, text, span, lexicon);
    answers::part(text, words).objections
}

fn quoted_answers(document: &Document) -> Vec<Draft> {
    let drafts = quoted::quoted(document).into_iter();
    drafts
        .map(|quoted| Draft {
            is_quoted: true,
            ..Draft::new(quoted.number, quoted.request, Some(quoted.answer))
        })
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
    Draft::new(None, None, Some(Span::new(start, end)))
}

/// What an answer is read from.
struct Source<'a> {
    text: &'a str,
    blocks: &'a [Block],
    words: &'a [Word],
}

/// Takes one answer apart.
fn answer(source: &Source<'_>, draft: Draft, asked: Asked, counts: &mut Counts, response: &mut Response) {
    let Source { text, blocks, words } = *source;
    let index = response.interrogatories.len();
    let parted = answers::part(text, words);
    if asked == Asked::Secrets && matches!(parted.state, AnswerState::Answered | AnswerState::DocumentsOnly) {
        let found = items::items(text, words, &parted.body, blocks);
        let count = counts.items.entry(draft.number.clone()).or_default();
        let found = found.into_iter().filter(|found| !found.span.is_empty());
        response.items.extend(found.map(|found| {
            *count += 1;
            Item {
                id: match &draft.number {
                    Some(number) => format!("{number}.{count}"),
                    None => count.to_string(),
                },
                interrogatory: index,
                label: found.label,
                span: found.span,
                lead: found.lead,
            }
        }));
    }
    let further = draft.heading.and_then(|heading| {
        let answered = |earlier: &Interrogatory| earlier.number == draft.number && earlier.answer.is_some();
        let earlier = draft.number.as_ref().and(counts.answered.get(&draft.number).copied());
        parts::further(text, heading, earlier.filter(|earlier| answered(&response.interrogatories[*earlier])))
    });
    counts.answered.insert(draft.number.clone(), index);
    response.interrogatories.push(Interrogatory {
        number: draft.number,
        request: draft.request,
        objections: parted.objections,
        answer: draft.answer,
        state: parted.state,
        asked,
        further,
    });
}

fn trimmed(text: &str, span: Span) -> Span {
    let slice = &text[span.start..span.end];
    let start = span.start + (slice.len() - slice.trim_start().len());
    Span::new(start, start + slice.trim().len())
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
    let is_rule = |c: char| c.is_whitespace() || matches!(c, ':' | ')' | '|' | '§');
    lines.into_iter().find(is_legend).map(|line| line.trim_matches(is_rule).to_owned())
}
