//! The items of an answer without labels: what its sentences claim, count up or tell.

use std::ops::Range;

use crate::lexicon::{GLUE, NUMBER_WORD, PADDING, STORY_VERB};
use crate::split::answers::span_of;
use crate::split::claims::{Claim, claim, is_bare, is_reservation};
use crate::split::items::Found;
use crate::split::series::{members, trim};
use crate::word::Word;

/// The items of an answer without labels.
pub fn claimed(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    if let Some(found) = counted_up(text, words, body) {
        return found;
    }
    let claims: Vec<Option<Claim>> =
        body.iter().map(|sentence| claim(text, words, sentence.clone())).collect();
    let has_strong = claims.iter().flatten().any(|claim| claim.is_strong);
    let counts = |claim: &&Claim| claim.is_strong || !has_strong;
    let mut prose = Prose { text, words, found: Vec::new(), told: None, tells: false };
    for (sentence, claim) in body.iter().zip(&claims) {
        if claim.as_ref().is_some_and(|claim| prose.introduces(claim)) {
            prose.close();
            prose.tells = true;
            continue;
        }
        match claim.as_ref().filter(counts) {
            Some(_) if is_reservation(text, words, sentence.clone()) => {
                prose.close();
                prose.found.push(whole(text, words, sentence.clone()));
            }
            Some(claim) if prose.points_back(claim) => {
                prose.tells = true;
                prose.close();
            }
            Some(claim) => {
                prose.close();
                prose.found.extend(split_claim(text, words, claim));
            }
            None => prose.tell(sentence),
        }
    }
    prose.close();
    if prose.found.is_empty() { unclaimed(text, words, body) } else { prose.found }
}

/// Sentences as they are read, one after the other.
struct Prose<'a> {
    text: &'a str,
    words: &'a [Word],
    found: Vec<Found>,
    /// The sentences told since the last claim.
    told: Option<Range<usize>>,
    /// A claim announced that what follows tells it ("contends as follows").
    tells: bool,
}

impl Prose<'_> {
    /// The claim only announces: "the trade secrets are these", "answers in three parts".
    fn introduces(&self, claim: &Claim) -> bool {
        let announces = |word: &Word| {
            !word.is_wordlike()
                || word.has(GLUE.with(NUMBER_WORD))
                || word.is_one_of(self.text, &["follows", "parts", "respects", "ways", "kinds", "things"])
        };
        claim.object.len() < 8 && self.words[claim.object.clone()].iter().all(announces)
    }

    /// The claim names what was told before it: "X claims this sequence and not the materials".
    fn points_back(&self, claim: &Claim) -> bool {
        let first = self.words[claim.object.start];
        let points = first.is_one_of(self.text, &["this", "these", "that", "those"])
            || first.is_one_of(self.text, &["the"])
                && self.words[claim.object.start + 1..claim.object.end]
                    .first()
                    .is_some_and(|word| word.is_one_of(self.text, &["foregoing", "above", "aforesaid"]));
        points && self.told.is_some() && self.found.is_empty()
    }

    /// A sentence that claims nothing by itself: told after an announcement, or more of the one item before it.
    fn tell(&mut self, sentence: &Range<usize>) {
        let slice = &self.words[sentence.clone()];
        let denies = slice[0].is_one_of(self.text, &["none", "nothing"]);
        if denies || is_background(self.text, slice) {
            return;
        }
        match self.found.as_mut_slice() {
            [only] if !self.tells => {
                only.span.end = span_of(&self.words[trim(self.text, self.words, sentence.clone())]).end;
            }
            _ => {
                let start = self.told.as_ref().map_or(sentence.start, |told| told.start);
                self.told = Some(start..sentence.end);
            }
        }
    }

    /// What was told becomes an item, if it was announced or a claim points back to it.
    fn close(&mut self) {
        if let Some(told) = self.told.take().filter(|_| self.tells) {
            self.found.push(whole(self.text, self.words, told));
        }
        self.tells = false;
    }
}

/// "First, ... Second, ...", "One is ... Another is ...": each count opens an item.
fn counted_up(text: &str, words: &[Word], body: &[Range<usize>]) -> Option<Vec<Found>> {
    let opens: Vec<Option<usize>> = body.iter().map(|sentence| counts_at(text, words, sentence)).collect();
    if opens.iter().flatten().count() < 2 {
        return None;
    }
    let mut found: Vec<Found> = Vec::new();
    for (sentence, start) in body.iter().zip(opens) {
        match (start, found.last_mut()) {
            (Some(start), _) => found.push(whole(text, words, start..sentence.end)),
            (None, Some(last)) if !is_background(text, &words[sentence.clone()]) => {
                last.span.end = span_of(&words[trim(text, words, sentence.clone())]).end;
            }
            _ => {}
        }
    }
    Some(found)
}

/// Where the item of a counting sentence starts.
fn counts_at(text: &str, words: &[Word], sentence: &Range<usize>) -> Option<usize> {
    let is = |at: usize, forms: &[&str]| at < sentence.end && words[at].is_one_of(text, forms);
    let start = sentence.start;
    if is(start, &["first", "second", "third", "fourth", "fifth", "sixth", "finally", "lastly"])
        && words.get(start + 1).is_some_and(|word| word.is(b','))
    {
        return Some(start + 2);
    }
    let after_article = start + usize::from(is(start, &["the", "a"]));
    let counts = is(start, &["one", "another"])
        || after_article > start
            && is(after_article, &["first", "second", "third", "fourth", "fifth", "last", "other"]);
    let copula =
        (after_article + 1..sentence.end.min(after_article + 6)).find(|at| is(*at, &["is", "are"]))?;
    let only_names = (after_article + 1..copula).all(|at| {
        is(at, &["of", "these", "those", "them", "such", "trade", "secret", "secrets", "the", "further"])
    });
    (counts && only_names).then_some(copula + 1)
}

/// The words of `range` as one item.
pub fn whole(text: &str, words: &[Word], range: Range<usize>) -> Found {
    let range = trim(text, words, range);
    Found { label: None, span: span_of(&words[range]), lead: None }
}

/// The items that one claim names.
pub fn split_claim(text: &str, words: &[Word], claim: &Claim) -> Vec<Found> {
    let lead = (!claim.lead.is_empty()).then(|| span_of(&words[claim.lead.clone()]));
    let parts = members(text, words, claim.object.clone());
    parts.into_iter().map(|part| Found { label: None, span: span_of(&words[part]), lead }).collect()
}

/// The sentence tells of effort, value or secrecy, or of what the other side did.
fn is_background(text: &str, sentence: &[Word]) -> bool {
    let padding = sentence.iter().filter(|word| word.has(PADDING)).count();
    let story = sentence.iter().take(14).filter(|word| word.has(STORY_VERB)).count();
    let names_other_side =
        sentence.iter().take(3).any(|word| word.is_one_of(text, &["defendant", "defendants", "defendant's"]));
    padding > 1 || padding + story > 1 || names_other_side
}

/// An answer that claims nothing in so many words: a bare list, or a story in runs between its turns.
fn unclaimed(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    if body.len() == 1 || is_bare(text, words, body[0].clone()) {
        return body
            .iter()
            .filter(|sentence| is_bare(text, words, (*sentence).clone()) || body.len() == 1)
            .flat_map(|sentence| members(text, words, trim(text, words, sentence.clone())))
            .map(|part| Found { label: None, span: span_of(&words[part]), lead: None })
            .collect();
    }
    runs(text, words, body)
}

/// A story, in runs between its turns.
fn runs(text: &str, words: &[Word], body: &[Range<usize>]) -> Vec<Found> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut opens = true;
    for sentence in body {
        if turns(text, &words[sentence.clone()]) {
            opens = true;
        } else if opens {
            runs.push(sentence.clone());
            opens = false;
        } else if let Some(run) = runs.last_mut() {
            run.end = sentence.end;
        }
    }
    runs.into_iter().map(|run| whole(text, words, run)).collect()
}

/// A short sentence that only turns to the next thing ("It then turned to weight.").
fn turns(text: &str, sentence: &[Word]) -> bool {
    sentence.len() < 14
        && sentence.iter().any(|word| {
            word.is_one_of(
                text,
                &["turned", "turning", "finally", "second", "third", "next", "lastly", "answers", "responds"],
            )
        })
}
