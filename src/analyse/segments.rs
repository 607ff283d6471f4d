//! The clauses of an item, roughly: where each starts and ends, and whether it only pads.

use std::ops::Range;

use crate::lexicon::{
    ACTION_VERB, AUXILIARY, COMPARATIVE, CONJUNCTION, DETERMINER, FILLER, GENERIC_MODIFIER, GENERIC_NOUN,
    LEGAL_LABEL, Lists, MEASURE_NOUN, NUMBER_WORD, PADDING, PARTY_NOUN, PRAISE, PREPOSITION, PRONOUN,
    RESULT_VERB, STORY_VERB, TOPIC_WORD,
};
use crate::word::{Shape, Word};

/// A stretch of words between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its words, without the marks around it.
    pub range: Range<usize>,
    /// It speaks of value, effort, secrecy or the taking; nothing in it pins the item down.
    pub pads: bool,
    /// It compares outcomes ("as much as 15 % longer than").
    pub compares: bool,
}

/// The segments of an item, in order.
pub fn segments(text: &str, words: &[Word]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = 0;
    for at in 0..=words.len() {
        let is_cut = words
            .get(at)
            .is_none_or(|word| matches!(word.mark(), b',' | b';' | b':' | b'.' | b'(' | b')' | b'-'));
        if is_cut {
            if at > start {
                segments.push(segment(text, words, start..at));
            }
            start = at + 1;
        }
    }
    segments
}

fn segment(text: &str, words: &[Word], range: Range<usize>) -> Segment {
    let slice = &words[range.clone()];
    let pads = slice.iter().any(|word| word.has(PADDING) && word.shape == Shape::Lower);
    let outcome = || {
        slice.windows(2).any(|pair| {
            pair[0].is_one_of(text, &["much", "up", "by", "than", "over", "under", "nearly", "almost"])
                && (pair[1].is_one_of(text, &["as", "to", "more", "than"]) || pair[1].shape == Shape::Number)
        })
    };
    let compares = slice.iter().any(|word| word.has(COMPARATIVE)) && outcome();
    Segment { range, pads, compares }
}

/// Lists whose words say nothing specific.
const GENERAL: Lists = AUXILIARY
    .with(CONJUNCTION)
    .with(DETERMINER)
    .with(FILLER)
    .with(GENERIC_MODIFIER)
    .with(GENERIC_NOUN)
    .with(LEGAL_LABEL)
    .with(PARTY_NOUN)
    .with(PRAISE)
    .with(PREPOSITION)
    .with(PRONOUN)
    .with(PADDING)
    .with(RESULT_VERB)
    .with(STORY_VERB)
    .with(NUMBER_WORD)
    .with(MEASURE_NOUN)
    .with(TOPIC_WORD);

/// An ordinary word that names something in particular: no name, on no list of general words, and no abstraction.
pub fn is_specific(text: &str, word: Word) -> bool {
    word.shape == Shape::Lower
        && word.end - word.start > 2
        && !word.has(GENERAL)
        && (!is_abstraction(word.form(text)) || word.has(ACTION_VERB))
}

/// A noun made from a verb or an adjective: "negotiation", "scalability", "engagement".
fn is_abstraction(form: &str) -> bool {
    const ENDINGS: [&str; 9] = ["tion", "sion", "ment", "ness", "ship", "ility", "ivity", "ance", "ence"];
    form.len() > 7
        && ENDINGS.iter().any(|ending| {
            form.ends_with(ending) || form.strip_suffix('s').is_some_and(|form| form.ends_with(ending))
        })
}

/// How many specific words stand in `range`.
pub fn specifics(text: &str, words: &[Word], range: Range<usize>) -> usize {
    let end = range.end.min(words.len());
    words[range.start.min(end)..end].iter().filter(|word| is_specific(text, **word)).count()
}
