//! What each word of an item is: its role, and whether it names something in particular.

use std::ops::Range;

use crate::analyse::roles::{Role, roles};
use crate::document::Span;
use crate::lexicon::{
    ACTION_VERB, AUXILIARY, CONJUNCTION, DETERMINER, FILLER, GENERIC_MODIFIER, GENERIC_NOUN, LEGAL_LABEL,
    Lists, MEASURE_NOUN, NUMBER_WORD, PADDING, PARTY_NOUN, PRAISE, PREPOSITION, PRONOUN, RESULT_VERB,
    STORY_VERB, TOPIC_WORD,
};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Shape, Word};

/// The words of an item with what each of them is.
pub struct Senses<'a> {
    /// The text that the words stand in.
    pub text: &'a str,
    /// The words.
    pub words: &'a [Word],
    /// The role of each word.
    pub roles: Vec<Role>,
    /// Whether each word names something in particular.
    pub is_specific: Vec<bool>,
    /// The lists that hold any of the words: what none of them is on need not be looked for.
    pub lists: Lists,
    /// Some word holds digits, or letters in an unusual case.
    pub has_figures: bool,
}

impl<'a> Senses<'a> {
    /// What each of `words` is.
    pub fn new(text: &'a str, words: &'a [Word]) -> Self {
        let (mut lists, mut has_figures) = (Lists::NONE, false);
        let is_specific = words.iter().map(|word| {
            lists = lists.with(word.lists);
            has_figures |= matches!(word.shape, Shape::Number | Shape::Mixed | Shape::Upper);
            is_specific(text, *word)
        });
        let is_specific = is_specific.collect();
        Self { text, words, roles: roles(text, words), is_specific, lists, has_figures }
    }

    /// Word `at` is one of `forms`; false past the end.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is_one_of(self.text, forms))
    }

    /// Word `at` names something in particular and says what the thing is.
    pub fn pins(&self, at: usize) -> bool {
        self.is_specific[at] && self.roles[at] == Role::Content
    }

    /// How many words of `range` pin the thing down.
    pub fn pinning(&self, range: Range<usize>) -> usize {
        let end = range.end.min(self.words.len());
        (range.start.min(end)..end).filter(|at| self.pins(*at)).count()
    }

    /// How many words of `range` name something in particular, whatever their role.
    pub fn specifics(&self, range: Range<usize>) -> usize {
        let end = range.end.min(self.words.len());
        self.is_specific[range.start.min(end)..end].iter().filter(|is| **is).count()
    }

    /// The particular of this kind that `range` of the words states.
    pub fn particular(&self, range: Range<usize>, kind: ParticularKind) -> Particular {
        let last = self.words[range.end.min(self.words.len()) - 1];
        Particular { span: Span::new(self.words[range.start].start as usize, last.end as usize), kind }
    }
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
fn is_specific(text: &str, word: Word) -> bool {
    word.shape == Shape::Lower
        && word.end - word.start > 2
        && !word.has(GENERAL)
        && (!is_abstraction(word.form(text)) || word.has(ACTION_VERB))
}

/// A noun made from a verb or an adjective: "negotiation", "scalability", "engagement".
fn is_abstraction(form: &str) -> bool {
    let ends = |form: &str| {
        let ending = form.as_bytes().last_chunk::<5>();
        ending.is_some_and(|ending| {
            matches!(
                ending,
                b"ility" | b"ivity" | [_, b't' | b's', b'i', b'o', b'n'] | [_, b'm', b'e', b'n', b't']
            ) || matches!(&ending[1..], b"ness" | b"ship" | b"ance" | b"ence")
        })
    };
    form.len() > 7 && (ends(form) || form.strip_suffix('s').is_some_and(ends))
}
