//! Sentences of a stretch of text, with the abbreviations of legal prose in mind.

use std::ops::Range;

use crate::lexicon::ABBREVIATION;
use crate::word::{Shape, Word};

/// The sentences of `words`, as ranges of words; blank lines end a sentence too.
pub fn sentences(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        let end = at + 1;
        // Nearly every word is followed by another and one blank.
        let runs_on = words.get(end).is_some_and(|next| next.start <= word.end + 1) && word.mark() == 0;
        if runs_on {
            continue;
        }
        let is_end =
            end == words.len() || ends_sentence(text, words, at) || gap_is_blank_line(text, words, at);
        if is_end && end > start {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences
}

/// Word `at` is the last of its sentence: a full stop or its like, with what closes after it.
fn ends_sentence(text: &str, words: &[Word], at: usize) -> bool {
    if !matches!(words[at].mark(), b'.' | b'?' | b'!' | b'"' | b')') {
        return false;
    }
    let Some(next) = words.get(at + 1) else { return true };
    if touches(words, at) {
        return false;
    }
    let closes = |word: Word| word.is(b'"') || word.is(b')');
    let mut stop = at;
    while stop > 0 && closes(words[stop]) && touches(words, stop - 1) {
        stop -= 1;
    }
    if !matches!(words[stop].mark(), b'.' | b'?' | b'!') {
        return false;
    }
    let starts_anew = next.shape != Shape::Lower && !matches!(next.mark(), b',' | b';' | b')' | b'-' | b'.');
    starts_anew && !(words[stop].is(b'.') && is_abbreviation(text, words, stop))
}

fn is_abbreviation(text: &str, words: &[Word], stop: usize) -> bool {
    let Some(before) = stop.checked_sub(1).map(|at| words[at]) else { return false };
    if before.end != words[stop].start {
        return false;
    }
    let form = &text[before.start as usize..before.end as usize];
    let is_initial = form.len() == 1 && form.starts_with(|c: char| c.is_uppercase());
    is_initial || before.has(ABBREVIATION)
}

/// No white space stands between word `at` and the next.
fn touches(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.start == words[at].end)
}

fn gap_is_blank_line(text: &str, words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        let gap = &text.as_bytes()[words[at].end as usize..next.start as usize];
        gap.len() > 1 && memchr::memchr_iter(b'\n', gap).nth(1).is_some()
    })
}
