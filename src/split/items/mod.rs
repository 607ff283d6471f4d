//! The items of an answer: the rows of its table, its labelled entries, or what its sentences claim.

mod claimed;
mod repeated;
mod rows;
mod sections;
mod spoken;

use std::ops::Range;

use crate::document::{Block, Span};
use crate::lexicon::CLAIM_VERB;
use crate::split::answers::{defers, span_of};
use crate::split::claims::{claim, is_bare, names_secrets};
use crate::split::labels::{Label, labels, opens_section, outermost};
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

/// The items that the sentences `body` of an answer state; `blocks` is empty for a paper without mark-up.
pub fn items(text: &str, words: &[Word], body: &[Range<usize>], blocks: &[Block]) -> Vec<Found> {
    let (Some(first), Some(last)) = (body.first(), body.last()) else { return Vec::new() };
    if words[first.start].is_one_of(text, &["see"]) && body.len() == 1 {
        return vec![whole(text, words, first.clone())];
    }
    let span = span_of(&words[first.start..last.end]);
    let rows = rows::rows(text, span, blocks);
    if !rows.is_empty() {
        return tabled(text, words, span, &rows);
    }
    let list = outermost(&labels(text, &words[first.start..last.end]));
    if list.is_empty() {
        return sectioned(text, words, body, blocks)
            .or_else(|| titled(text, words, body))
            .or_else(|| set_apart(text, words, body))
            .unwrap_or_else(|| claimed::claimed(text, words, body));
    }
    if is_one_described(text, words, first.start, list[0]) {
        return vec![whole(text, words, described_from(text, words, body, list[0])..last.end)];
    }
    let mut found = entries(text, words, span, &list);
    found.extend(afterthoughts(text, words, body, &found));
    found
}

fn tabled(text: &str, words: &[Word], span: Span, rows: &[rows::Row]) -> Vec<Found> {
    let start = rows.first().map_or(span.start, |row| row.label.unwrap_or(row.cells).start);
    let before = word_range(words, span.start, start);
    let lead = (!before.is_empty()).then(|| span_of(&words[before]));
    let printed = |label: Span| text[label.start..label.end].to_owned();
    rows.iter().map(|row| Found { label: row.label.map(printed), span: row.cells, lead }).collect()
}

/// Items under headings of their own, where no sentence claims any other way.
fn sectioned(text: &str, words: &[Word], body: &[Range<usize>], blocks: &[Block]) -> Option<Vec<Found>> {
    let span = span_of(&words[body.first()?.start..body.last()?.end]);
    let sections = sections::sections(text, span, blocks);
    let start = sections.first()?.start;
    let claims = |sentence: &&Range<usize>| {
        words[sentence.start].start as usize >= start
            && names_secrets(text, words, (*sentence).clone())
            && claim(text, words, (*sentence).clone()).is_some()
    };
    if sections.len() < 2 || body.iter().any(|sentence| claims(&sentence)) {
        return None;
    }
    let found = sections.iter().filter_map(|section| {
        let range = trim(text, words, word_range(words, section.start, section.end));
        (!range.is_empty()).then(|| Found { label: None, span: span_of(&words[range]), lead: None })
    });
    Some(found.collect())
}

/// Paragraphs under titles of their own on the same line: "Formula. The dessert consists of ...".
fn titled(text: &str, words: &[Word], body: &[Range<usize>]) -> Option<Vec<Found>> {
    let opens_paragraph =
        |at: usize| at > 0 && blank_line_between(text, words[body[at - 1].end - 1], words[body[at].start]);
    let is_title = |at: &usize| {
        let sentence = body[*at].clone();
        sentence.len() <= LONGEST_TITLE
            && words[sentence.end - 1].is(b'.')
            && (*at == 0 || opens_paragraph(*at))
            && *at + 1 < body.len()
            && !opens_paragraph(*at + 1)
            && is_bare(text, words, sentence)
    };
    let titles: Vec<usize> = (0..body.len()).filter(is_title).collect();
    let first = *titles.first()?;
    let claims =
        |sentence: &Range<usize>| claim(text, words, sentence.clone()).is_some_and(|claim| claim.is_strong);
    let paragraphs = (first..body.len()).filter(|at| *at == first || opens_paragraph(*at)).count();
    if titles.len() < 2 || titles.len() + 1 < paragraphs || body[..first].iter().any(claims) {
        return None;
    }
    let ends = titles.iter().skip(1).copied().chain([body.len()]);
    let found =
        titles.iter().zip(ends).map(|(title, end)| whole(text, words, body[*title].start..body[end - 1].end));
    Some(found.collect())
}

/// Paragraphs after a colon, each with a thing of its own: "Its trade secrets are: / The formula; / The schedule; and".
fn set_apart(text: &str, words: &[Word], body: &[Range<usize>]) -> Option<Vec<Found>> {
    let opens_paragraph =
        |at: usize| blank_line_between(text, words[body[at - 1].end - 1], words[body[at].start]);
    let introduces = |at: &usize| {
        let sentence = body[*at].clone();
        words[sentence.end - 1].is(b':')
            && (names_secrets(text, words, sentence.clone())
                || words[sentence].iter().any(|word| word.has(CLAIM_VERB)))
    };
    let lead = (0..body.len()).find(introduces)?;
    let is_entry = |at: &usize| opens_paragraph(*at) && is_bare(text, words, body[*at].clone());
    let entries = (lead + 1..body.len()).take_while(is_entry).count();
    let ends_open = |at: usize| !words[body[at].end - 1].is(b'.');
    if entries < 2 || !(lead + 1..lead + entries).all(ends_open) {
        return None;
    }
    let introduction = span_of(&words[body[lead].clone()]);
    let found = body[lead + 1..=lead + entries].iter().map(|entry| {
        let found = whole(text, words, entry.clone());
        Found { lead: Some(introduction), ..found }
    });
    Some(found.collect())
}

/// Words and marks of a title before its paragraph.
const LONGEST_TITLE: usize = 6;

/// The list spells out steps or members of one thing: "a process comprising the steps of: (1) ...".
fn is_one_described(text: &str, words: &[Word], start: usize, label: Label) -> bool {
    let end = words.partition_point(|word| (word.start as usize) < label.span.start);
    let stop = words[start..end].iter().rposition(|word| word.is(b'.')).map_or(start, |stop| start + stop);
    let from = stop.max(end.saturating_sub(9));
    words.get(from..end).unwrap_or_default().iter().any(|word| {
        word.is_one_of(
            text,
            &["steps", "combination", "sequence", "stages", "ingredients", "recipe", "formula"],
        )
    }) && !words[from..end].iter().any(|word| word.is_one_of(text, &["secrets"]))
        && !words[stop..end].iter().any(|word| word.is_one_of(text, &["each"]))
        || is_one_combination(text, &words[stop.max(end.saturating_sub(LONGEST_LEAD))..end])
}

/// Words before a list in which it can be called one combination.
const LONGEST_LEAD: usize = 40;

/// "the following combination, and not any part of it alone, is the trade secret: a robot having".
fn is_one_combination(text: &str, lead: &[Word]) -> bool {
    let names = lead.windows(2).any(|pair| {
        pair[0].is_one_of(text, &["following", "this", "the", "a"])
            && pair[1].is_one_of(text, &["combination"])
    });
    names && !lead.iter().any(|word| word.is_one_of(text, &["secrets", "each"]))
}

/// Where the one thing starts whose steps or members the list spells out: at what its sentence claims.
fn described_from(text: &str, words: &[Word], body: &[Range<usize>], label: Label) -> usize {
    let start = body.first().map_or(0, |first| first.start);
    let holds = |sentence: &&Range<usize>| {
        (words[sentence.end - 1].end as usize) > label.span.start
            && words[sentence.start].start as usize <= label.span.start
    };
    let Some(sentence) = body.iter().find(holds).filter(|sentence| sentence.start == start) else {
        return start;
    };
    let before = word_range(words, words[sentence.start].start as usize, label.span.start);
    claim(text, words, before).map_or(start, |claim| claim.object.start)
}

fn whole(text: &str, words: &[Word], range: Range<usize>) -> Found {
    let range = trim(text, words, range);
    Found { label: None, span: span_of(&words[range]), lead: None }
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
        let is_section = |part: &Range<usize>| {
            part.len() <= LONGEST_TITLE && opens_section(&text[words[part.start].start as usize..])
        };
        let sections = parts.iter().skip(1).rev().take_while(|part| is_section(part)).count();
        // After the last entry a heading ends the list, whatever follows it.
        let heading = (1..parts.len()).find(|at| {
            let is_open = words[parts[*at].end - 1].mark() == 0;
            next.is_none() && is_open && is_section(&parts[*at])
        });
        let all = heading.unwrap_or(parts.len() - sections);
        let keep = if next.is_some() { all } else { most_parts.min(all) };
        most_parts = most_parts.max(all);
        let last = parts.get(keep.saturating_sub(1)).map_or(range.end, |part| part.end);
        let last = if next.is_some() { last } else { before_deferral(text, words, range.start..last) };
        let range = trim(text, words, range.start..last);
        if !range.is_empty() {
            let printed =
                text[label.span.start..label.span.end].split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Found { label: Some(printed), span: span_of(&words[range]), lead });
        }
    }
    found
}

/// Where the last entry ends: before a sentence that only reserves or puts off.
fn before_deferral(text: &str, words: &[Word], range: Range<usize>) -> usize {
    let parts = sentences(text, &words[range.clone()]);
    let mut rest = parts.iter().skip(1).map(|part| part.start + range.start..part.end + range.start);
    rest.find(|part| defers(text, &words[part.clone()])).map_or(range.end, |part| part.start)
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
            slice
                .windows(2)
                .any(|pair| pair[0].is_one_of(text, &["also", "further"]) && pair[1].has(CLAIM_VERB))
        })
        .filter_map(|sentence| claim(text, words, sentence.clone()))
        .flat_map(|claim| claimed::split_claim(text, words, &claim))
        .collect()
}
