//! The items of an answer: its labelled entries, or what its sentences claim.

use std::ops::Range;

use crate::document::Span;
use crate::lexicon::CLAIM_VERB;
use crate::split::answers::span_of;
use crate::split::claims::claim;
use crate::split::labels::{Label, labels, outermost};
use crate::split::prose::{claimed, split_claim, whole};
use crate::split::sentences::sentences;
use crate::split::series::trim;
use crate::word::Word;

/// An item before it is numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The label printed before it.
    pub label: Option<String>,
    /// Its words.
    pub span: Span,
    /// The words that introduce its list.
    pub lead: Option<Span>,
}

/// The items that the sentences `body` of an answer state.
pub fn items(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    let (Some(first), Some(last)) = (body.first(), body.last()) else { return Vec::new() };
    let span = span_of(&words[first.start..last.end]);
    let list = outermost(&labels(text, &words[first.start..last.end]));
    if list.is_empty() {
        return claimed(text, words, body);
    }
    if is_one_described(text, words, first.start, list[0]) {
        return vec![whole(text, words, first.start..last.end)];
    }
    let mut found = entries(text, words, span, &list);
    found.extend(afterthoughts(text, words, body, &found));
    found
}

/// The list spells out steps or members of one thing: "a process comprising the steps of: (1) ...".
fn is_one_described(text: &str, words: &[Word], start: usize, label: Label) -> bool {
    let end = words.partition_point(|word| (word.start as usize) < label.span.start);
    let from = start.max(end.saturating_sub(9));
    words.get(from..end).unwrap_or_default().iter().any(|word| {
        word.is_one_of(
            text,
            &["steps", "combination", "sequence", "stages", "ingredients", "recipe", "formula"],
        )
    }) && !words[from..end].iter().any(|word| word.is_one_of(text, &["secrets"]))
}

fn entries(text: &str, words: &[Word], span: Span, list: &[Label]) -> Vec<Found> {
    let inline = !list[0].opens_line;
    let lead = lead_before(words, span, list[0]);
    let mut found = Vec::new();
    let mut most_parts = 1;
    for (at, label) in list.iter().enumerate() {
        let next = list.get(at + 1);
        let end = next.map_or(span.end, |next| next.span.start);
        let range = word_range(words, label.span.end, end);
        let parts = sentences_or_paragraphs(text, words, range.clone(), inline);
        let keep = if next.is_some() { parts.len() } else { most_parts.min(parts.len()) };
        most_parts = most_parts.max(parts.len());
        let last = parts.get(keep.saturating_sub(1)).map_or(range.end, |part| part.end);
        let range = trim(text, words, range.start..last);
        if !range.is_empty() {
            let printed =
                text[label.span.start..label.span.end].split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Found { label: Some(printed), span: span_of(&words[range]), lead });
        }
    }
    found
}

fn lead_before(words: &[Word], span: Span, label: Label) -> Option<Span> {
    let range = word_range(words, span.start, label.span.start);
    (!range.is_empty()).then(|| span_of(&words[range]))
}

fn word_range(words: &[Word], start: usize, end: usize) -> Range<usize> {
    let first = words.partition_point(|word| (word.start as usize) < start);
    first..words.partition_point(|word| (word.start as usize) < end).max(first)
}

/// What an entry is made of: sentences where entries run on in a line, paragraphs where each has its own.
fn sentences_or_paragraphs(
    text: &str,
    words: &[Word],
    range: Range<usize>,
    inline: bool,
) -> Vec<Range<usize>> {
    let offset = range.start;
    let parts = sentences(text, &words[range]);
    let shifted = parts.into_iter().map(|part| part.start + offset..part.end + offset);
    if inline {
        return shifted.collect();
    }
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    for sentence in shifted {
        match paragraphs.last_mut() {
            Some(last) if !blank_line_between(text, words[last.end - 1], words[sentence.start]) => {
                last.end = sentence.end;
            }
            _ => paragraphs.push(sentence),
        }
    }
    paragraphs
}

fn blank_line_between(text: &str, before: Word, after: Word) -> bool {
    text[before.end as usize..after.start as usize].bytes().filter(|byte| *byte == b'\n').count() > 1
}

/// Claims made after the list: "Lyra also asserts its ...".
fn afterthoughts(text: &str, words: &[Word], body: &[Range<usize>], found: &[Found]) -> Vec<Found> {
    let Some(end) = found.last().map(|last| last.span.end) else { return Vec::new() };
    let after = body.iter().filter(|sentence| words[sentence.start].start as usize >= end);
    after
        .filter(|sentence| {
            let slice = &words[(*sentence).clone()];
            slice.windows(2).any(|pair| pair[0].is_one_of(text, &["also"]) && pair[1].has(CLAIM_VERB))
        })
        .filter_map(|sentence| claim(text, words, sentence.clone()))
        .flat_map(|claim| split_claim(text, words, &claim))
        .collect()
}
