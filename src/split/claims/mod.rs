//! What a sentence of an answer claims: where the words that name the alleged secrets start and end.

mod edges;
mod verbs;

use std::ops::Range;

use crate::lexicon::{AUXILIARY, CLAIM_VERB, DETERMINER, LEGAL_LABEL, PREPOSITION, PRONOUN};
use crate::split::series::{top_level, trim};
use crate::word::{Shape, Word};

/// The words of a sentence that name what is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The object of the claim, as a range of words.
    pub object: Range<usize>,
    /// The words before it.
    pub lead: Range<usize>,
    /// A further thing claimed before the list that the object is ("the whole and, in addition, the following: ...").
    pub beside: Option<Range<usize>>,
    /// The sentence speaks of secrets, or introduces a list.
    pub is_strong: bool,
    /// The words before it can speak of several things: "the trade secrets include", "identifies", not "the secret is".
    pub is_plural: bool,
}

/// The claim that `sentence` makes, if it makes one.
pub fn claim(text: &str, words: &[Word], sentence: Range<usize>) -> Option<Claim> {
    let reader = Reader { text, words, sentence: sentence.clone() };
    if reader.denies() {
        return None;
    }
    let start = reader
        .after_colon()
        .or_else(|| reader.after_copula())
        .or_else(|| reader.after_verb())
        .or_else(|| reader.before_predicate())?;
    let start = reader.refine(reader.strip(start));
    let object = trim(text, words, start..reader.end(start));
    let holds_words = words[object.clone()].iter().any(|word| word.is_wordlike());
    let beside = reader.beside();
    let lists = || top_level(words, object.clone(), |at| words[at].is(b';')).len() > 1;
    let is_strong = reader.names_secrets() || reader.claims_outright() || lists();
    let lead = sentence.start..object.start;
    let names_several =
        lead.clone().any(|at| reader.is(at, &["secrets", "following", "include", "includes"]));
    let names_one = lead.clone().any(|at| reader.is(at, &["secret", "is", "was", "combination"]));
    let is_plural = names_several || !names_one;
    holds_words.then_some(Claim { object, lead, beside, is_strong, is_plural })
}

/// The sentence speaks of secrets, or introduces a list.
pub fn names_secrets(text: &str, words: &[Word], sentence: Range<usize>) -> bool {
    Reader { text, words, sentence }.names_secrets()
}

/// The words that lead to a claim keep further secrets back ("may assert one or more portions as separate trade secrets").
pub fn is_reservation(text: &str, words: &[Word], lead: Range<usize>) -> bool {
    let slice = &words[lead];
    slice.windows(2).any(|pair| {
        pair[0].is_one_of(text, &["may", "reserves", "reserve", "might"])
            && (pair[1].has(CLAIM_VERB) || pair[1].is_one_of(text, &["its", "the", "all"]))
    })
}

const COPULAS: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "include",
    "includes",
    "included",
    "comprise",
    "comprises",
    "comprised",
    "consist",
    "consists",
    "contain",
    "contains",
    "encompass",
    "encompasses",
    "means",
    "concern",
    "concerns",
    "cover",
    "covers",
    "involve",
    "involves",
];

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    sentence: Range<usize>,
}

impl Reader<'_> {
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.sentence.contains(&at) && self.words[at].is_one_of(self.text, forms)
    }

    /// "secret(s)", or "information" and its like under a legal label.
    fn is_secret(&self, at: usize) -> bool {
        let is_predicate = at > self.sentence.start
            && (self.words[at - 1].has(AUXILIARY)
                || self.is(at - 1, &["not", "only", "kept", "remain", "remains"]));
        let names_all = at == self.sentence.start + 1
            && self.is(self.sentence.start, &["the", "this"])
            && self.is(at, &["information"])
            && (self.is(at + 1, &["is"]) && self.is(at + 2, &["that"])
                || self.is(at + 1, &["consists", "includes", "comprises"]));
        names_all
            || self.is(at, &["secret", "secrets", "ip"]) && !is_predicate
            || at > self.sentence.start
                && self.words[at - 1].has(LEGAL_LABEL)
                && self.is(at, &["information", "technology", "materials", "data"])
    }

    fn names_secrets(&self) -> bool {
        let adds =
            self.is(self.sentence.start, &["it", "they"]) && self.is(self.sentence.start + 1, &["also"]);
        let is_inverted = self.after_inversion().is_some();
        adds || is_inverted
            || self.sentence.clone().any(|at| self.is_secret(at))
            || self.sentence.clone().any(|at| self.is(at, &["following"]))
    }

    /// "X claims ...", "It also asserts ...", "contends that Defendants possess ...": the party itself, early in the sentence.
    fn claims_outright(&self) -> bool {
        let early = self.sentence.start + 1..self.sentence.end.min(self.sentence.start + 8);
        early.clone().any(|at| {
            self.is(at, &["claims", "asserts", "identifies"]) && self.is_claiming(at)
                || self.is(at, &["contends", "alleges"])
                    && self.is(at + 1, &["that"])
                    && self.after_taking(at + 2) > at + 2
        })
    }

    /// After a colon that introduces: "claims the following:", "three kinds of trade secrets:".
    fn after_colon(&self) -> Option<usize> {
        let colon = *top_level(self.words, self.sentence.clone(), |at| self.words[at].is(b':')).first()?;
        let before = self.sentence.start..colon;
        let introduces = before.clone().any(|at| {
            self.is_secret(at)
                || self.words[at].has(CLAIM_VERB)
                || self.is(at, &["following", "follows", "including"])
        });
        (introduces && colon + 2 < self.sentence.end).then_some(colon + 1)
    }

    /// "X's trade secrets are ...".
    fn after_copula(&self) -> Option<usize> {
        if let Some(start) = self.after_inversion() {
            return Some(start);
        }
        let also = self.sentence.start + 1;
        if self.is(self.sentence.start, &["it", "they", "these"])
            && self.is(also, &["also"])
            && self.is(also + 1, COPULAS)
        {
            return Some(also + 2);
        }
        let copula = self.copula()?;
        let mut at = copula + 1;
        while self.is(at, &["of", "the", "as", "following", "found", "in"])
            && self.is(at + 1, &["of", "following", ":", "in", "the"])
            && !self.is(at + 1, &["the"])
        {
            at += 1;
        }
        if self.is(at, &["of"]) || self.is(at, &["in"]) && self.is(at - 1, &["found"]) {
            at += 1;
        }
        Some(at)
    }

    /// "So too are the modules ...", "Among these were the files ...", "What is claimed is the placing ...".
    fn after_inversion(&self) -> Option<usize> {
        let start = self.sentence.start;
        let opens = self.is(start, &["so"]) && self.is(start + 1, &["too", "also"])
            || self.is(start, &["among"]) && self.is(start + 1, &["these", "them", "those", "the"])
            || self.is(start, &["what"])
                && self.sentence.clone().take(6).any(|at| self.words[at].has(CLAIM_VERB));
        let copula = |at: &usize| self.is(*at, &["is", "are", "was", "were"]);
        let mut copulas = (start + 1..self.sentence.end.min(start + 10)).filter(copula);
        opens.then(|| copulas.next_back()).flatten().map(|at| at + 1)
    }

    /// The verb of a sentence whose subject names secrets; a relative clause before it hides it.
    fn copula(&self) -> Option<usize> {
        let mut has_secret = false;
        for at in self.sentence.clone() {
            let follows = ["that", "which", "who", "and", "it", "of", "by"];
            if has_secret && self.is(at, COPULAS) && !self.is(at.wrapping_sub(1), &follows) {
                return Some(at);
            }
            has_secret |= self.is_secret(at);
            let opens_clause = self.is(at, &["that", "which"])
                && !self.is(at + 1, &["its", "the", "their", "this"])
                && self.words.get(at + 1).is_some_and(|next| next.shape == Shape::Lower)
                && !self.is(at.wrapping_sub(1), &["to", "states", "answers", "responds"]);
            if opens_clause {
                return None;
            }
        }
        None
    }

    /// What is claimed before "and, in addition, each of the following:".
    fn beside(&self) -> Option<Range<usize>> {
        self.after_colon()?;
        let following = self.sentence.clone().find(|at| self.is(*at, &["following"]))?;
        let adds = ["addition", "also", "additionally", "further", "well", "together", "plus"];
        let leads = ["each", "of", "the", "all", "and", "in", "as", "with", "separately", "individually"];
        let is_joint = |at: &usize| self.words[*at].is(b',') || self.is(*at, &adds) || self.is(*at, &leads);
        let joint = (self.sentence.start..following).rev().take_while(is_joint).last()?;
        if !(joint..following).any(|at| self.is(at, &adds)) {
            return None;
        }
        let start = self.strip(self.after_copula().or_else(|| self.after_verb())?);
        (start < joint).then(|| trim(self.text, self.words, start..joint))
    }
}

/// The sentence is a noun phrase or a list of them: no finite verb stands outside relative clauses.
pub fn is_bare(text: &str, words: &[Word], sentence: Range<usize>) -> bool {
    let slice = &words[sentence];
    let relative = |word: &Word| word.is_one_of(text, &["that", "which", "who", "whose", "how", "where"]);
    let end = slice.iter().position(relative).unwrap_or(slice.len());
    let claims = |at: usize| {
        let is_noun_too = slice[at].is_one_of(text, &["lists"]);
        let has_object = slice.get(at + 1).is_some_and(|next| next.has(DETERMINER.with(PRONOUN)));
        slice[at].has(CLAIM_VERB) && (!is_noun_too || has_object)
    };
    !(0..end).any(|at| slice[at].has(AUXILIARY) && !slice[at].has(PREPOSITION) || claims(at))
}
