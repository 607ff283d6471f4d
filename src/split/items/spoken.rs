//! Lists told in sentences: "First, ... Second, ...", "One secret is ... Another is ...".

use std::ops::Range;

use crate::lexicon::CLAIM_VERB;
use crate::split::claims::{claim, is_bare};
use crate::split::items::{Found, whole};
use crate::word::{Shape, Word};

/// Words that count, each with the adverb made of it; their place is their number less one.
const ORDINALS: [&[&str]; 10] = [
    &["first", "firstly", "one"],
    &["second", "secondly"],
    &["third", "thirdly"],
    &["fourth", "fourthly"],
    &["fifth", "fifthly"],
    &["sixth"],
    &["seventh"],
    &["eighth"],
    &["ninth"],
    &["tenth"],
];
const FURTHER: &[&str] = &["another", "next", "finally", "lastly", "last", "final", "further", "other"];

/// The members of such a list among the sentences `body`, each with the ordinal that counts it ("Second") if one does; empty
/// if there is none.
pub fn spoken(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    let mut opened: Vec<(usize, Opening)> = body
        .iter()
        .enumerate()
        .filter_map(|(at, sentence)| Some((at, opening(text, words, sentence.clone())?)))
        .collect();
    // "First, ... Second, ... Third, ..." counts things out, whatever verbs the sentences hold.
    let is_next =
        |(forms, (at, _)): (&&[&str], &(usize, Opening))| words[body[*at].start].is_one_of(text, forms);
    if opened.len() < FEWEST_COUNTED || !ORDINALS.iter().zip(&opened).all(is_next) {
        opened.retain(|(_, open)| open.is_certain);
    }
    let counts =
        opened.len() > 1 && opened[0].1.is_first && opened[1..].iter().all(|(_, open)| !open.is_first);
    if !counts {
        return Vec::new();
    }
    let mut most = 1;
    let mut members = Vec::new();
    for (index, (at, open)) in opened.iter().enumerate() {
        let next = opened.get(index + 1).map(|(next, _)| *next);
        let sentences = next.unwrap_or_else(|| body.len().min(at + most)) - at;
        most = most.max(sentences);
        let counted = words[body[*at].start + usize::from(open.has_article)];
        let is_ordinal = ORDINALS.iter().any(|forms| counted.is_one_of(text, forms));
        let label = is_ordinal.then(|| counted.form(text).to_owned());
        members.push(Found { label, ..whole(text, words, open.object..body[at + sentences - 1].end) });
    }
    members
}

/// The least number of ordinals in their order that count things out.
const FEWEST_COUNTED: usize = 3;

/// The words that open a member.
struct Opening {
    has_article: bool,
    is_first: bool,
    /// What follows is a noun phrase or a claim.
    is_certain: bool,
    /// The word at which the member itself starts.
    object: usize,
}

fn opening(text: &str, words: &[Word], sentence: Range<usize>) -> Option<Opening> {
    let is = |at: usize, forms: &[&str]| sentence.contains(&at) && words[at].is_one_of(text, forms);
    let mut at = sentence.start;
    let has_article = is(at, &["a", "the", "and"]);
    at += usize::from(has_article);
    let is_first = is(at, ORDINALS[0]);
    if !is_first && !is(at, FURTHER) && !ORDINALS.iter().any(|forms| is(at, forms)) {
        return None;
    }
    at += 1;
    if words.get(at).is_some_and(|word| word.is(b',') || word.is(b':')) {
        let object = at + 1..sentence.end;
        if object.is_empty() {
            return None;
        }
        let claimed = claim(text, words, object.clone());
        let is_bare = is_bare(text, words, object.clone());
        let start = claimed.as_ref().filter(|_| !is_bare).map_or(object.start, |claim| claim.object.start);
        return Some(Opening {
            has_article,
            is_first,
            is_certain: is_bare || claimed.is_some(),
            object: start,
        });
    }
    let names = &[
        "trade", "secret", "secrets", "such", "of", "these", "those", "them", "the", "its", "their", "item",
    ];
    let end = at + 6;
    while at < end && is(at, names) {
        at += 1;
    }
    let is_stated = is(at, &["is", "are", "comprises"]) || is(at, &["consists"]) && is(at + 1, &["of"]);
    let object = at + 1 + usize::from(is(at, &["consists"]));
    (is_stated && object < sentence.end).then_some(Opening {
        has_article,
        is_first,
        is_certain: true,
        object,
    })
}

/// The answer tells one process: "Step 1: ...", or "The process works as follows." and what follows.
pub fn is_told_in_steps(text: &str, words: &[Word], body: &[Range<usize>]) -> bool {
    let first = &words[body[0].clone()];
    let is = |at: usize, forms: &[&str]| first.get(at).is_some_and(|word| word.is_one_of(text, forms));
    let numbers_steps = is(0, &["step", "stage", "phase"])
        && first.get(1).is_some_and(|word| word.shape == Shape::Number || word.is_one_of(text, &["one"]));
    let end = first.len().saturating_sub(3);
    let claims_later =
        || body[1..].iter().filter(|sentence| claim(text, words, (*sentence).clone()).is_some()).count() > 1;
    let introduces = body.len() > 1
        && is(end, &["as"])
        && is(end + 1, &["follows"])
        && !first.iter().any(|word| word.has(CLAIM_VERB) || word.is_one_of(text, &["secret", "secrets"]))
        && !claims_later();
    numbers_steps || introduces
}
