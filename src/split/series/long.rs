//! A series whose members are long and hold commas of their own: parted where a new thing is named.

use std::ops::Range;

use crate::lexicon::{CONJUNCTION, DETERMINER, NUMBER_WORD, PREPOSITION, PRONOUN};
use crate::split::series::{List, top_level};
use crate::word::{Shape, Word};

/// The words that each of two members has, at least: with fewer the second may belong to the first.
const OF_TWO: usize = 5;

/// The words that a member of such a series has on average, at least.
const LENGTH: usize = 8;

/// Words of a part in which a participle shows that it only says how the part before it goes on.
const REACH: usize = 12;

impl List<'_> {
    /// The members of a long series; the range itself if it is none.
    pub(super) fn by_openings(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let commas = top_level(self.words, range.clone(), |at| self.words[at].is(b','));
        let mut members: Vec<Range<usize>> = Vec::new();
        let mut is_closed = false;
        let mut start = range.start;
        for end in commas.into_iter().chain([range.end]) {
            let part = start..end;
            start = end + 1;
            let joint = self.joint(&part);
            let own = part.start + joint..part.end;
            if own.is_empty() {
                continue;
            }
            match members.last_mut() {
                Some(last) if !self.opens_member(&own, joint > 0) => last.end = own.end,
                last => {
                    is_closed = last.is_some() && joint > 0;
                    members.push(own);
                }
            }
        }
        if !is_closed && members.len() > 1 {
            is_closed = self.part_last(&mut members);
        }
        let is_long = range.len() >= LENGTH * members.len();
        let is_pair = members.len() == 2 && members.iter().all(|member| member.len() >= OF_TWO);
        if is_closed && is_long && (is_pair || members.len() > 2) { members } else { vec![range] }
    }

    /// Parts the last member at its "and the", where no comma stands before the last thing named; says if it did.
    fn part_last(&self, members: &mut Vec<Range<usize>>) -> bool {
        let Some(last) = members.last().cloned() else { return false };
        let joins = |at: usize| {
            at > last.start + OF_TWO
                && self.words[at].is_one_of(self.text, &["and"])
                && self
                    .words
                    .get(at + 1)
                    .is_some_and(|word| word.is_one_of(self.text, &["the", "its", "their"]))
                && !self.words[at - OF_TWO..at]
                    .iter()
                    .any(|word| word.is_one_of(self.text, &["between", "both"]))
        };
        let Some(and) = top_level(self.words, last.clone(), joins).pop() else { return false };
        let after = and + 1..last.end;
        if self.has_verb(after.clone()) || after.len() < 3 {
            return false;
        }
        members.pop();
        members.extend([last.start..and, after]);
        true
    }

    /// How many words join the part to those before: "and", "as well as".
    fn joint(&self, part: &Range<usize>) -> usize {
        let is = |at: usize, form: &str| part.contains(&at) && self.words[at].is_one_of(self.text, &[form]);
        let at = part.start;
        if is(at, "as") && is(at + 1, "well") && is(at + 2, "as") {
            return 3;
        }
        let joint = usize::from(is(at, "and"));
        let adds = is(at + joint, "in") && is(at + joint + 1, "particular")
            || is(at + joint, "in") && is(at + joint + 1, "addition");
        joint + if adds { 2 } else { 0 }
    }

    /// The part names a new thing: "the order in which ...", "software that ...", "starting the pump at ...".
    fn opens_member(&self, part: &Range<usize>, is_joined: bool) -> bool {
        let first = self.words[part.start];
        let second = self.words.get(part.start + 1).filter(|_| part.len() > 1);
        let is = |forms: &[&str]| first.is_one_of(self.text, forms);
        let leans = first.has(PREPOSITION.with(PRONOUN).with(CONJUNCTION)) && !first.has(DETERMINER)
            || is(&[
                "that",
                "namely",
                "including",
                "such",
                "not",
                "so",
                "then",
                "thereby",
                "being",
                "having",
            ])
            || second.is_some_and(|word| word.has(PREPOSITION)) && is(&["each", "all", "both"]);
        if part.len() < 3 || leans || self.is_absolute(part) || self.has_verb(part.clone()) {
            return false;
        }
        if is(&["a", "an"]) {
            return is_joined;
        }
        let has_article = second.is_some_and(|word| word.has(DETERMINER.with(NUMBER_WORD)));
        let is_doing = first.shape == Shape::Lower && first.form(self.text).ends_with("ing");
        let names = first.has(DETERMINER.with(NUMBER_WORD))
            || is(&["numerous", "various", "several", "certain", "many"])
            || self.starts_with_owner(part.clone());
        let reach = if is_joined { REACH } else { 3 };
        let told = (part.start + 1..part.end.min(part.start + reach))
            .any(|at| self.words[at].is_one_of(self.text, &["that", "which"]));
        names || is_doing && has_article && !is_joined || told && first.shape == Shape::Lower
    }

    /// "the joint being held at 720 C": how the thing before goes on.
    fn is_absolute(&self, part: &Range<usize>) -> bool {
        let end = part.end.min(part.start + REACH);
        (part.start + 1..end).any(|at| self.words[at].is_one_of(self.text, &["being", "having"]))
    }
}

/// The mark stands for inches: it follows a number at once ("2/64\"").
pub(super) fn is_inches(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].shape == Shape::Number && words[at - 1].end == words[at].start
}
