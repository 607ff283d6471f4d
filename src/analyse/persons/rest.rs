//! Pieces that start with no new person: more of the one before, a word on all of them, or a sentence that leads to one.

use std::ops::Range;

use super::labels::Labels;
use super::listing::{Current, Part, Reader};
use super::units::{Start, Unit};
use crate::lexicon::{DETERMINER, PARTY_NOUN, PREPOSITION, PRONOUN};
use crate::word::{Forms, Word};

/// Most words of a paragraph that goes on with the person before it without saying so.
const SHORT_PIECE: usize = 12;

/// Words of a sentence about a secret after which it says who made, knows or has it.
const CUES: Forms = Forms::new(&[
    "developed",
    "created",
    "conceived",
    "invented",
    "devised",
    "authored",
    "designed",
    "written",
    "built",
    "developer",
    "developers",
    "inventor",
    "inventors",
    "author",
    "authors",
    "persons",
    "person",
    "individuals",
    "employees",
    "engineers",
    "access",
    "known",
    "disclosed",
    "shown",
    "knowledge",
]);

/// Words that speak of all persons of an answer.
const ALL: Forms = Forms::new(&[
    "foregoing",
    "above",
    "these",
    "each",
    "all",
    "they",
    "their",
    "them",
    "those",
    "both",
    "listed",
    "following",
    "above-named",
    "above-listed",
    "individuals",
    "persons",
]);

impl Reader<'_> {
    /// A piece that is about a secret: of persons it says who made, knows or has it.
    pub(super) fn led(&mut self, range: Range<usize>, unit: &Unit) {
        let is_cue = |word: &Word| word.is_any(self.text, &CUES);
        let cue = range.clone().find(|at| is_cue(&self.words[*at]));
        if let Some(cue) = cue.filter(|_| unit.start != Start::Row) {
            self.current = Current::Nobody;
            let rest = cue..range.end;
            if let Some((_, kind, found)) = self.lead(&rest) {
                self.names(found, kind, rest.end);
            }
        }
    }

    /// A piece that starts with no new person.
    pub(super) fn other(&mut self, range: Range<usize>, unit: &Unit) {
        let first = self.words[range.start];
        let part = Part { words: range.clone(), labels: Labels::new() };
        if let Some(index) = self.known(&range) {
            self.current = Current::One(index);
            return self.say(part);
        }
        let goes_on = first.is_one_of(self.text, &["he", "she", "his", "her", "hers", "him"]);
        if goes_on && self.current != Current::Nobody {
            return self.say(part);
        }
        let opens = unit.start == Start::Paragraph
            || self.current == Current::Nobody
            || first.has(DETERMINER.with(PARTY_NOUN).with(PREPOSITION).with(PRONOUN));
        let lead = self.lead(&range).filter(|(at, ..)| opens || self.is(at - 1, range.end, &["by"]));
        if let Some((at, kind, found)) = lead {
            self.speak_of_all(range.start..at, true);
            return self.names(found, kind, range.end);
        }
        let of_all = self.words[range.clone()].iter().any(|word| word.is_any(self.text, &ALL));
        if of_all && (opens || self.current == Current::Nobody) {
            let is_ahead =
                self.words[range.clone()].iter().any(|word| word.is_one_of(self.text, &["following"]));
            return self.speak_of_all(range, is_ahead);
        }
        if unit.start != Start::Paragraph || range.len() <= SHORT_PIECE {
            self.say(part);
        }
    }

    fn speak_of_all(&mut self, words: Range<usize>, is_ahead: bool) {
        let count = if is_ahead { usize::MAX } else { self.listing.drafts.len() };
        if !words.is_empty() && count > 0 {
            self.listing.of_all.push((count, Part { words, labels: Labels::new() }));
        }
    }
}
