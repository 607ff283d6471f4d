//! Terms and actions, and the words that tie them to one another: means, conditions, places, calculations, boundaries.

use crate::analyse::roles::Role;
use crate::analyse::senses::Senses;
use crate::lexicon::{
    ACTION_VERB, ARITHMETIC, AUXILIARY, CONDITION, CONJUNCTION, CONNECTIVE, DETERMINER, GENERIC_NOUN, GLUE,
    ING_NOUN, Lists, PARTICIPLE, PLACE_WORD, PRAISE, PREPOSITION, PRONOUN, RELATION_WORD, RESULT_VERB,
    STORY_VERB,
};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Forms, Shape, Word};

/// Adds what the words that say what the thing is state of it.
pub fn relations(item: &Senses<'_>, found: &mut Vec<Particular>) {
    let reader = Reader { item, words: item.words, text: item.text };
    let mut term_end = 0;
    for at in (0..item.words.len()).filter(|at| item.roles[*at] == Role::Content) {
        if reader.is_action(at) {
            found.push(item.particular(at..at + 1, ParticularKind::Action));
        } else if at >= term_end && item.is_specific[at] {
            term_end = reader.term_end(at);
            if !reader.is_of_general(term_end) {
                found.push(item.particular(at..term_end, ParticularKind::Term));
            }
        }
        if let Some(kind) = reader.relation(at) {
            found.push(item.particular(at..at + 6, kind));
        }
    }
}

const LEADING: Forms = Forms::new(&["using", "via", "through", "whereby", "wherein"]);
const CONTRASTING: Forms = Forms::new(&["rather", "instead", "never", "nor", "except", "only"]);
const BEFORE_WHICH: Forms = Forms::new(&["in", "on", "for", "under"]);

/// Lists whose words can open a relation.
const RELATING: Lists = CONDITION.with(CONNECTIVE).with(PLACE_WORD).with(ARITHMETIC).with(RELATION_WORD);

struct Reader<'a> {
    item: &'a Senses<'a>,
    words: &'a [Word],
    text: &'a str,
}

impl Reader<'_> {
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.item.is(at, forms)
    }

    /// What ends before `at` only describes a general noun, alone or in a series: "yeast selection", "soil, tissue and
    /// yield data".
    fn is_of_general(&self, at: usize) -> bool {
        let joins = |word: Word| word.is(b',') || word.has(CONJUNCTION);
        let describes = |at: usize| {
            let word = self.words[at];
            self.item.is_specific[at]
                || word.shape == Shape::Lower
                    && !word.has(GLUE.with(ACTION_VERB).with(RESULT_VERB).with(STORY_VERB))
        };
        let mut end = at;
        while end < self.words.len() && !self.words[end].has(GENERIC_NOUN) {
            if !joins(self.words[end]) && !describes(end) {
                return false;
            }
            end += 1;
        }
        end < self.words.len() && (end == at || !joins(self.words[end - 1]))
    }

    fn term_end(&self, at: usize) -> usize {
        let ends = |end: &usize| !self.item.pins(*end) || self.is_action(*end);
        (at + 1..self.words.len()).find(ends).unwrap_or(self.words.len())
    }

    /// A verb of what is done: its form shows that it is one, or it stands between a noun and what it acts on.
    fn is_action(&self, at: usize) -> bool {
        let word = self.words[at];
        let is_noun = self.is(at + 1, &["of"]);
        if !word.has(ACTION_VERB) || word.has(PRAISE) || word.shape != Shape::Lower || is_noun {
            return false;
        }
        let form = word.form(self.text);
        let is_doing = form.ends_with("ing") && form.len() > 5 && !word.has(ING_NOUN);
        if form.ends_with("ed") || is_doing || word.has(PARTICIPLE) {
            return true;
        }
        let acts = |before: Word| {
            before.is_wordlike() && !before.has(DETERMINER.with(PREPOSITION).with(CONJUNCTION))
                || before.is_one_of(self.text, &["that", "which", "it", "and"])
        };
        let follows = |next: &Word| next.has(DETERMINER.with(PREPOSITION).with(PRONOUN).with(AUXILIARY));
        at > 0 && acts(self.words[at - 1]) && self.words.get(at + 1).is_some_and(follows)
    }

    fn relation(&self, at: usize) -> Option<ParticularKind> {
        let word = self.words[at];
        if !word.has(RELATING) {
            return None;
        }
        if word.has(CONDITION) && self.item.pinning(at + 1..at + 9) > 0 {
            Some(ParticularKind::Condition)
        } else if self.is_boundary(at) {
            Some(ParticularKind::Boundary)
        } else if self.is_means(at) {
            Some(ParticularKind::Means)
        } else if word.has(ARITHMETIC) {
            Some(ParticularKind::Calculation)
        } else if word.has(PLACE_WORD)
            && self.item.pinning(at + 1..at + 4) > 0
            && self.item.pinning(at.saturating_sub(4)..at) > 0
        {
            Some(ParticularKind::Structure)
        } else {
            None
        }
    }

    /// "by pairing ...", "via the ...", "so that ...", "in which ...".
    fn is_means(&self, at: usize) -> bool {
        let does = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.shape == Shape::Lower && word.form(self.text).ends_with("ing") && !word.has(RESULT_VERB)
            })
        };
        let word = self.words[at];
        let leads = self.is(at, &["by"]) && does(at + 1)
            || word.is_any(self.text, &LEADING)
            || self.is(at, &["so", "such"]) && self.is(at + 1, &["that"])
            || word.is_any(self.text, &BEFORE_WHICH) && self.is(at + 1, &["which"]);
        leads && self.item.pinning(at + 1..at + 9) >= 2
    }

    /// "rather than by order number", "not the weight taken", "in place of air", "no lower".
    fn is_boundary(&self, at: usize) -> bool {
        let word = self.words[at];
        let opposes = self.is(at, &["not"])
            && (at > 0 && (self.words[at - 1].is(b',') || self.is(at - 1, &["and", "but"]))
                || self.is(at + 1, &["to", "by", "in", "on", "the", "from"]));
        let contrasts = word.is_any(self.text, &CONTRASTING)
            || opposes
            || self.is(at, &["place"]) && at > 0 && self.is(at - 1, &["in"])
            || self.is(at, &["no"])
                && self.is(at + 1, &["lower", "higher", "more", "less", "thicker", "longer"]);
        contrasts && self.item.pinning(at.saturating_sub(6)..at + 8) > 0
    }
}
