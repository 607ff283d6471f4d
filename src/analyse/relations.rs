//! Means, conditions, structure and boundaries: the words by which one thing is tied to another.

use crate::analyse::details::particular;
use crate::analyse::segments::{Segment, is_specific, specifics};
use crate::lexicon::{CONDITION, ING_NOUN, PARTICIPLE, RESULT_VERB, STORY_VERB, TOPIC_WORD};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Shape, Word};

/// The relations that a segment states; a segment that pads states none.
pub fn relations(text: &str, words: &[Word], segment: &Segment) -> Vec<Particular> {
    if segment.pads {
        return Vec::new();
    }
    let reader = Reader { text, words, end: segment.range.end };
    let mut found = Vec::new();
    for at in segment.range.clone() {
        let kind = if reader.is_means(at) {
            ParticularKind::Means
        } else if reader.is_condition(at) {
            ParticularKind::Condition
        } else if reader.is_structure(at) || reader.is_carried(at) || reader.acts(at) {
            ParticularKind::Structure
        } else if reader.is_boundary(at) {
            ParticularKind::Boundary
        } else {
            continue;
        };
        found.push(particular(words, at..(at + 6).min(segment.range.end), kind));
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    end: usize,
}

impl Reader<'_> {
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is_one_of(self.text, forms))
    }

    /// Specific words among the next `reach` of the segment.
    fn ahead(&self, at: usize, reach: usize) -> usize {
        specifics(self.words, at + 1..(at + 1 + reach).min(self.end))
    }

    /// Specific words among the `reach` before, whatever marks stand between.
    fn behind(&self, at: usize, reach: usize) -> usize {
        specifics(self.words, at.saturating_sub(reach)..at)
    }

    /// "by pairing ...", "using the ...", "so that ...", "in which ...".
    fn is_means(&self, at: usize) -> bool {
        let doing = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.shape == Shape::Lower
                    && word.form(self.text).ends_with("ing")
                    && !word.has(ING_NOUN)
                    && !word.has(STORY_VERB)
            })
        };
        if self.is(at, &["by"]) && at + 1 < self.end {
            let next = if self.is(at + 1, &["first", "then"]) { at + 2 } else { at + 1 };
            let is_general = self.words.get(next).is_some_and(|word| word.has(RESULT_VERB));
            return doing(next) && self.ahead(next, 8) >= if is_general { 2 } else { 1 };
        }
        if self.is(at, &["using", "via"]) {
            return self.ahead(at, 6) >= 2;
        }
        let clause = self.is(at, &["whereby", "wherein"])
            || self.is(at, &["so", "such"]) && self.is(at + 1, &["that"])
            || self.is(at, &["in"]) && self.is(at + 1, &["which"]) && !self.follows_manner(at);
        clause && self.ahead(at + 1, 14) >= 2
    }

    fn follows_manner(&self, at: usize) -> bool {
        at > 0
            && self.is(
                at - 1,
                &["way", "ways", "manner", "manners", "means", "method", "methods", "process", "processes"],
            )
    }

    /// "when the robot clears the port", "unless ...", "before the valve cracks".
    fn is_condition(&self, at: usize) -> bool {
        let opens = self.words[at].has(CONDITION)
            && !self.is(at, &["only", "where", "while", "provided", "except"])
            || self.is(at, &["after", "before", "only"])
            || self.is(at, &["exceeds", "above", "below"]);
        opens && self.ahead(at, 7) >= 2
    }

    /// "inclined to the wafer", "keyed by bay and owner", "carrying the wafer bias".
    fn is_structure(&self, at: usize) -> bool {
        let word = self.words[at];
        if word.shape != Shape::Lower || word.has(RESULT_VERB.with(STORY_VERB).with(TOPIC_WORD)) {
            return false;
        }
        let form = word.form(self.text);
        let is_verb = (form.ends_with("ed") && form.len() > 4
            || form.ends_with("ing") && form.len() > 5 && !word.has(ING_NOUN)
            || word.has(PARTICIPLE))
            && !form.contains('-');
        if !is_verb || self.is(at, &["based", "used", "needed", "involved", "named", "alleged"]) {
            return false;
        }
        let ties = self.words.get(at + 1).is_some_and(|next| {
            at + 1 < self.end
                && next.lists.intersects(crate::lexicon::PREPOSITION.with(crate::lexicon::DETERMINER))
                || is_specific(*next)
        });
        ties && self.ahead(at, 6) >= 1 && self.behind(at, 6) >= 1
    }

    /// "that combines the readings of the sensors".
    fn acts(&self, at: usize) -> bool {
        let word = self.words[at];
        at > 0
            && self.is(at - 1, &["that", "which"])
            && is_specific(word)
            && word.form(self.text).ends_with('s')
            && self.ahead(at, 8) >= 2
    }

    /// "with a floating shield".
    fn is_carried(&self, at: usize) -> bool {
        let counted = self.is(at + 1, &["a", "an", "its", "two", "three", "four", "no"]);
        self.is(at, &["with", "without", "having"])
            && counted
            && self.ahead(at, 5) >= 1
            && self.behind(at, 8) >= 1
    }

    /// "rather than by order number", "not time".
    fn is_boundary(&self, at: usize) -> bool {
        self.is(at, &["rather"]) && self.is(at + 1, &["than"])
            || self.is(at, &["not"]) && at > 0 && self.words[at - 1].is(b',')
    }
}
