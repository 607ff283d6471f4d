//! Names that start with the surname, and what makes two ways of writing a name one.

use super::names::{Class, NAME_ENDINGS, Run, is_region, run};
use crate::lexicon::PARTY_NOUN;
use crate::word::Word;

/// "Roe, Jane A." before a dash, a bracket or the end: a surname that stands first.
pub fn inverted(text: &str, words: &[Word], at: usize, end: usize) -> Option<Run> {
    let surname = run(text, words, at, end).filter(|run| run.class == Class::Other && run.count == 1)?;
    let comma = surname.words.end;
    if comma >= end || !words[comma].is(b',') || is_region(words[at]) || words[at].has(PARTY_NOUN) {
        return None;
    }
    let given = run(text, words, comma + 1, end)?;
    let next = given.words.end;
    let is_given = given.count == 1 && given.class == Class::Other
        || given.count == 2 && words[next - 1].is(b'.') && given.class == Class::Natural;
    let ends = next == end || matches!(words[next].mark(), b'-' | b'(' | b':' | b'|' | b';');
    let is_place = words[comma + 1..next].iter().any(|word| is_region(*word));
    let count = given.count + 1;
    (is_given && ends && !is_place).then_some(Run {
        words: at..next,
        class: Class::Natural,
        first: at,
        count,
    })
}

/// The words by which a name is known when it is written again: without titles, initials and endings, in small letters.
pub fn key(text: &str, words: &[Word], run: &Run) -> String {
    let whole = &words[run.first..run.words.end];
    let is_inverted = |comma: &usize| whole[*comma].is(b',') && !whole[comma + 1].is_any(text, &NAME_ENDINGS);
    let mut commas = 0..whole.len().saturating_sub(1);
    let comma = commas.find(is_inverted).filter(|_| run.class == Class::Natural);
    let (surname, given) = comma.map_or((&[][..], whole), |comma| whole.split_at(comma));
    let named = given
        .iter()
        .chain(surname)
        .filter(|word| word.is_wordlike() && !word.is_any(text, &NAME_ENDINGS) && word.end - word.start > 1);
    let parts: Vec<String> = named.map(|word| word.form(text).trim_matches('.').to_lowercase()).collect();
    parts.join(" ")
}
