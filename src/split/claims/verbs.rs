//! The verbs that claim, and those that only look as if they did.

use crate::lexicon::{CLAIM_VERB, CONJUNCTION, GENERIC_MODIFIER, PADDING, PREPOSITION};
use crate::split::claims::Reader;
use crate::word::Word;

/// Verbs that claim only what follows their "that".
const SAYING: &[&str] = &["answers", "responds", "states", "answer", "respond", "state"];

impl Reader<'_> {
    /// "Plaintiff claims ...", "X disclosed to Y ...", "contends that Z acquired ...".
    pub(super) fn after_verb(&self) -> Option<usize> {
        let verb = self.sentence.clone().find(|at| *at > self.sentence.start && self.is_claiming(*at))?;
        if !self.is(verb + 1, &["that"]) {
            return Some(verb + 1);
        }
        let inner = (verb + 2..self.sentence.end.min(verb + 30)).find(|at| {
            self.words[*at].has(CLAIM_VERB)
                && !self.is(at.wrapping_sub(1), &["and"])
                && !self.is_passive(*at)
                && !self.is_in_relative_clause(*at)
                || self.is(*at, &["is", "are"])
                    && !self.is(at.wrapping_sub(1), &["which", "that", "who"])
                    && (verb..*at).any(|before| self.is_secret(before))
        });
        Some(inner.map_or_else(|| self.after_taking(verb + 2), |inner| inner + 1))
    }

    /// After "she carried away", "Defendants possess" at `start`; `start` itself if nobody takes or holds anything.
    pub(super) fn after_taking(&self, start: usize) -> usize {
        const TAKING: &[&str] = &[
            "carried",
            "possess",
            "possesses",
            "used",
            "uses",
            "use",
            "kept",
            "hold",
            "holds",
            "have",
            "has",
        ];
        let verb = (start..self.sentence.end.min(start + 5)).find(|at| self.is(*at, TAKING));
        let after = verb.map_or(start, |verb| verb + 1);
        after + usize::from(self.is(after, &["away", "off"]))
    }

    /// A verb that claims, or says what was taken or given; "provided that" and a bare "answers" do neither.
    pub(super) fn is_claiming(&self, at: usize) -> bool {
        if self.is(at, &["using", "disclosing"]) && self.is(at.wrapping_sub(1), &["from"]) {
            return true;
        }
        let says_that = self.is(at + 1, &["that"]);
        self.words[at].has(CLAIM_VERB)
            && !self.is(at, if says_that { &["provided"] } else { SAYING })
            && !self.is(at.wrapping_sub(1), &["of", "for", "by", "over", "the", "its", "their", "a"])
            && !self.is_passive(at)
            && !self.is_aside(at)
            && !self.is_lists_of(at)
            && !self.is_in_relative_clause(at)
    }

    /// "customer lists; ...", "lists of ...": things, where "Plaintiff lists the ..." is a verb.
    fn is_lists_of(&self, at: usize) -> bool {
        let follows_modifier = at > self.sentence.start && self.words[at - 1].has(GENERIC_MODIFIER);
        let no_object =
            |next: &Word| next.has(PREPOSITION.with(CONJUNCTION)) || !(next.is_wordlike() || next.is(b':'));
        self.is(at, &["lists"]) && (follows_modifier || self.words.get(at + 1).is_none_or(no_object))
    }

    /// "No claim is made to ...", "X claims no part of its interface": nothing is claimed.
    pub(super) fn denies(&self) -> bool {
        let start = self.sentence.start;
        self.is(start, &["no"]) && self.is(start + 1, &["claim", "claims", "part"])
            || self.sentence.clone().take(8).any(|at| {
                self.words[at].has(CLAIM_VERB) && self.is(at + 1, &["no", "nothing", "none", "neither"])
            })
    }

    /// ", acquired at a cost of ...", "took five years": how a thing came about, and no claim.
    fn is_aside(&self, at: usize) -> bool {
        let follows_comma = at > self.sentence.start && self.words[at - 1].is(b',');
        let adds = self.is(at + 1, &["at", "by", "in", "under", "during", "over", "since", "between"]);
        let end = self.sentence.end.min(at + 8);
        let costs = self.is(at, &["took"]) && self.words[at..end].iter().any(|word| word.has(PADDING));
        follows_comma && adds || costs
    }

    /// "are not disclosed": nobody claims by being spoken of.
    fn is_passive(&self, at: usize) -> bool {
        let before = if self.is(at.wrapping_sub(1), &["not", "never", "also"]) {
            at.wrapping_sub(2)
        } else {
            at.wrapping_sub(1)
        };
        self.is(before, &["is", "are", "was", "were", "be", "been", "being"])
    }

    /// "within that whole": the word points and opens no clause.
    fn points(&self, at: usize) -> bool {
        self.is(at, &["that"])
            && self.is(at.wrapping_sub(1), &["within", "of", "to", "from", "under", "with", "by"])
    }

    /// "the files that Mr. Hale copied": the verb tells of a noun and claims nothing.
    fn is_in_relative_clause(&self, at: usize) -> bool {
        let near = (self.sentence.start.max(at.saturating_sub(5))..at).rev();
        let pronoun = near
            .take_while(|near| !self.words[*near].is(b','))
            .find(|near| self.is(*near, &["that", "which", "who", "whom"]) && !self.points(*near));
        pronoun
            .is_some_and(|pronoun| pronoun == self.sentence.start || !self.words[pronoun - 1].has(CLAIM_VERB))
    }
}
