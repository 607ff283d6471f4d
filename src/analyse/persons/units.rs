//! The pieces in which an answer names persons: its lines, rows, entries, and sentences.

use std::ops::Range;

use crate::document::Span;
use crate::lexicon::{ABBREVIATION, COMPANY_WORD, DETERMINER, PRONOUN, STREET_NOUN};
use crate::word::{Forms, Shape, Word};

/// How a piece starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// After a blank line, or at the start of the answer.
    Paragraph,
    /// On a new line.
    Line,
    /// After a semicolon, or at a label within a line.
    Entry,
    /// After the end of a sentence.
    Sentence,
    /// On the line of a table.
    Row,
}

/// One piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its words, without the label before them; never empty.
    pub words: Range<usize>,
    /// How it starts.
    pub start: Start,
    /// A number, a letter or a bullet stands before it.
    pub has_label: bool,
}

/// The pieces of the answer that `words` make up, without its objections.
pub fn units(text: &str, words: &[Word], objections: &[Span]) -> Vec<Unit> {
    let mut found = Vec::new();
    let mut objections = objections.iter().peekable();
    let mut start = 0;
    let mut how = Start::Paragraph;
    let mut is_row = false;
    let mut depth = 0usize;
    for at in 0..words.len() {
        let place = words[at].span();
        while objections.next_if(|span| span.end <= place.start).is_some() {}
        if objections.peek().is_some_and(|span| span.contains(place)) {
            push(text, words, start..at, how, &mut found);
            (start, how, is_row) = (at + 1, Start::Paragraph, false);
            continue;
        }
        let gap = if at > start { new_line(text, words, at, is_row) } else { None };
        let cut = match gap {
            Some(line) => Some(line),
            _ if is_row || at <= start => None,
            // The stop of "1." ends no sentence.
            _ if at < start + 4 && after_label(text, words, start..words.len()) == at => None,
            _ => within_line(text, words, at, depth),
        };
        if at == start || gap.is_some() {
            is_row = is_row_at(text, words, at);
            depth = 0;
        }
        if let Some(cut) = cut {
            push(text, words, start..at, how, &mut found);
            (start, how) = (at, cut);
        }
        if is_row && at == start {
            how = Start::Row;
        }
        depth = match words[at].mark() {
            b'(' => depth + 1,
            b')' => depth.saturating_sub(1),
            _ => depth,
        };
    }
    push(text, words, start..words.len(), how, &mut found);
    found
}

fn push(text: &str, words: &[Word], range: Range<usize>, start: Start, found: &mut Vec<Unit>) {
    let first = if start == Start::Row { range.start } else { after_label(text, words, range.clone()) };
    let mut first_word = first + belief(text, &words[first..range.end]);
    while first_word < range.end
        && (words[first_word].is_one_of(text, &["and"]) || matches!(words[first_word].mark(), b';' | b','))
    {
        first_word += 1;
    }
    if first_word < range.end {
        found.push(Unit { words: first_word..range.end, start, has_label: first > range.start });
    }
}

/// How many words "Upon information and belief," takes before what is said.
fn belief(text: &str, words: &[Word]) -> usize {
    const FORMS: [&[&str]; 4] = [&["on", "upon"], &["information"], &["and"], &["belief"]];
    let says =
        words.len() > FORMS.len() && FORMS.iter().zip(words).all(|(forms, word)| word.is_one_of(text, forms));
    if says && words[FORMS.len()].is(b',') { FORMS.len() + 1 } else { 0 }
}

/// The first word after a number, a letter or a bullet that labels an entry.
pub fn after_label(text: &str, words: &[Word], range: Range<usize>) -> usize {
    let Some(first) = words.get(range.start) else { return range.start };
    let mark = |at: usize| words.get(at).map_or(0, |word| word.mark());
    let numbers = |at: usize| {
        words.get(at).is_some_and(|word| {
            let form = word.form(text);
            word.shape == Shape::Number && form.len() < 4
                || form.len() == 1
                || form.len() < 5 && form.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
        })
    };
    // "(401) 555-0177" is no entry.
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.shape == Shape::Number);
    let end = match first.mark() {
        b'(' if numbers(range.start + 1) && mark(range.start + 2) == b')' && !is_number(range.start + 3) => {
            range.start + 3
        }
        b'*' | b'-' | b'~' | b'+'
            if words.get(range.start + 1).is_some_and(|next| next.start > first.end) =>
        {
            range.start + 1
        }
        0 if numbers(range.start) && mark(range.start + 1) == b')' => range.start + 2,
        0 if first.shape != Shape::Capitalised && numbers(range.start) && mark(range.start + 1) == b'.' => {
            range.start + 2
        }
        _ => range.start,
    };
    end.min(range.end)
}

/// The line on which word `at` stands holds cells between strokes; a first cell of many words is none.
fn is_row_at(text: &str, words: &[Word], at: usize) -> bool {
    const LONGEST_CELL: usize = 2000;
    let from = words[at].start as usize;
    let rest = &text.as_bytes()[from..text.len().min(from + LONGEST_CELL)];
    memchr::memchr2(b'|', b'\n', rest).is_some_and(|found| rest[found] == b'|')
}

/// A line shorter than this was not broken to fit a page.
const SHORT_LINE: usize = 60;

/// How a piece starts with word `at`, if a new line does not merely go on with the one before.
fn new_line(text: &str, words: &[Word], at: usize, was_row: bool) -> Option<Start> {
    let (before, word) = (words[at - 1], words[at]);
    let gap = &text.as_bytes()[before.end as usize..word.start as usize];
    let breaks = memchr::memchr_iter(b'\n', gap).take(2).count();
    match breaks {
        0 => return None,
        2 => return Some(Start::Paragraph),
        _ => {}
    }
    let line_start = memchr::memrchr(b'\n', &text.as_bytes()[..before.end as usize]).map_or(0, |at| at + 1);
    let ends = matches!(before.mark(), b'.' | b';' | b':' | b'|' | b')') || before.shape == Shape::Number;
    let indent = text.as_bytes()[line_start..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let is_short = (before.end as usize).saturating_sub(line_start + indent) < SHORT_LINE;
    let rest = at..words.len();
    let is_labelled =
        after_label(text, words, rest) > at || words[at..].iter().take(4).skip(1).any(|word| word.is(b':'));
    (ends || is_short || is_labelled || was_row || is_row_at(text, words, at)).then_some(Start::Line)
}

fn within_line(text: &str, words: &[Word], at: usize, depth: usize) -> Option<Start> {
    let before = words[at - 1];
    if before.is(b';') && depth == 0 {
        return Some(Start::Entry);
    }
    let is_label = words[at].is(b'(') && after_label(text, words, at..words.len()) > at;
    if is_label && depth == 0 {
        return Some(Start::Entry);
    }
    ends_sentence(text, words, at - 1).then_some(Start::Sentence)
}

/// Short forms that are written with a full stop and are on no list of abbreviations.
const SHORT_FORMS: Forms = Forms::new(&[
    "mr", "mrs", "ms", "dr", "prof", "hon", "messrs", "jr", "sr", "st", "ave", "rd", "blvd", "ln", "ct",
    "pl", "hwy", "pkwy", "apt", "ste", "no", "tel", "ext", "ph", "d", "m", "esq", "inc", "corp", "co", "ltd",
    "llc", "u.s",
]);

/// Word `at` is the full stop of a sentence.
fn ends_sentence(text: &str, words: &[Word], at: usize) -> bool {
    let (stop, next) = (words[at], words[at + 1]);
    if !matches!(stop.mark(), b'.' | b'?' | b'!') || next.start == stop.end {
        return false;
    }
    let starts = matches!(next.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
    if !starts || at == 0 {
        return false;
    }
    let before = words[at - 1];
    let form = before.form(text);
    let is_initial = form.len() == 1 && form.starts_with(|c: char| c.is_uppercase());
    let is_firm = before.has(COMPANY_WORD) && form.len() < 5;
    let is_short = is_initial || is_firm || before.has(ABBREVIATION) || before.is_any(text, &SHORT_FORMS);
    if !is_short || before.end != stop.start {
        return true;
    }
    // "... of Acme Inc. She left in 2014.", "... of Acme Inc. John Doe is ...".
    let goes_on = words.get(at + 2).is_some_and(|after| {
        matches!(after.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed) && !after.has(COMPANY_WORD)
    });
    let ends_name = before.has(COMPANY_WORD.with(STREET_NOUN)) && !is_initial;
    ends_name
        && (next.has(PRONOUN.with(DETERMINER)) || is_title(text, next) || before.has(COMPANY_WORD) && goes_on)
}

/// "Mr", "Dr": a title before a name.
pub fn is_title(text: &str, word: Word) -> bool {
    word.shape != Shape::Lower
        && word.is_one_of(
            text,
            &["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "hon", "messrs", "mx", "sir"],
        )
}
