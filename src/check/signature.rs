//! What an item says, as digests: two items that say the same in other forms, another order or under another name have
//! one in common.

use super::named::named;
use super::stem::{firm, mix, stemmed};
use crate::lexicon::{
    ARITHMETIC, AUXILIARY, CONDITION, CONJUNCTION, CONNECTIVE, DETERMINER, LEGAL_LABEL, Lists, NUMBER_WORD,
    PRAISE, PREPOSITION, PRONOUN, RELATION_WORD,
};
use crate::word::{Forms, Shape, Word};

/// Words of content that an item must hold before another can be said to repeat it.
pub const FEWEST: usize = 3;

/// Words of content that must be the same of two names.
const FEWEST_OF_A_NAME: usize = 8;

/// Beginnings that are kept of an item.
const MOST_OPENINGS: usize = 16;

/// An item's words as digests.
#[derive(Debug, Clone, Default)]
pub struct Signature {
    /// Words of content.
    pub count: usize,
    /// All words but articles and the like, as they stand.
    pub exact: u64,
    /// The stems of the words of content, in order.
    pub order: u64,
    /// Those stems in any order, if no word makes their order matter ("from the tag to the server").
    pub unordered: Option<u64>,
    /// The name that the item begins with, and what is said of it.
    pub named: Option<(u64, u64)>,
    /// `order` of each beginning after which the item only adds something ("..., including its documentation").
    pub openings: Vec<u64>,
}

/// Words that set no two things apart.
static HARMLESS: Forms = Forms::new(&[
    "a",
    "an",
    "the",
    "of",
    "for",
    "and",
    "its",
    "their",
    "our",
    "his",
    "her",
    "this",
    "that",
    "these",
    "those",
    "such",
    "said",
    "which",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "has",
    "have",
    "all",
    "any",
    "each",
    "every",
    "entire",
    "certain",
    "various",
    "particular",
    "specific",
    "own",
]);

/// Words before which what was said is whole.
static ADDING: Forms = Forms::new(&[
    "which",
    "that",
    "whose",
    "where",
    "including",
    "comprising",
    "consisting",
    "containing",
    "namely",
    "together",
]);

/// Words by which an addition makes another thing of what was said, or takes something from it.
static TURNING: Forms = Forms::new(&[
    "combination",
    "combined",
    "combine",
    "combines",
    "combining",
    "conjunction",
    "except",
    "excluding",
    "other",
    "without",
    "not",
    "item",
    "items",
    "above",
    "foregoing",
    "unlike",
    "than",
]);

/// Words for things that are another thing as soon as something is added.
static COMPOSED: Forms = Forms::new(&[
    "made",
    "blend",
    "blends",
    "mix",
    "mixture",
    "mixtures",
    "alloy",
    "composition",
    "compound",
    "recipe",
    "formula",
    "formulas",
    "formulation",
    "sequence",
    "order",
    "steps",
    "set",
    "permutation",
]);

/// Lists whose words give the order of others a meaning.
const ORDERING: Lists = PREPOSITION
    .with(RELATION_WORD)
    .with(CONDITION)
    .with(CONNECTIVE)
    .with(PRONOUN)
    .with(AUXILIARY)
    .with(NUMBER_WORD)
    .with(ARITHMETIC);

/// The signature of the item whose words are `words`.
pub fn signature(text: &str, words: &[Word]) -> Signature {
    let named = named(text, words);
    let mut reading = Reading::default();
    for (at, word) in words.iter().enumerate() {
        let is_letter = at > 0 && word.shape == Shape::Capitalised && word.end - word.start == 1;
        if !is_letter && !tells(word, words.get(at + 1)) {
            continue;
        }
        if is_letter || !word.has(DETERMINER) {
            reading.exact = mix(reading.exact, firm(word.form(text)));
        }
        if is_letter || !is_harmless(text, *word) {
            let describes = named.as_ref().is_some_and(|named| at >= named.described);
            reading.add(text, (at, word), is_letter, describes);
        }
        if reading.count >= FEWEST && reading.openings.len() < MOST_OPENINGS && adds(text, &words[at + 1..]) {
            reading.openings.push((at, reading.order));
        }
    }
    let openings = reading.openings.iter().filter(|(at, _)| *at >= reading.openings_from);
    Signature {
        count: reading.count,
        exact: reading.exact,
        order: reading.order,
        unordered: (!reading.is_fixed).then_some(reading.sum),
        named: named
            .filter(|_| reading.said >= FEWEST_OF_A_NAME)
            .map(|named| (named.name, reading.description)),
        openings: openings.map(|(_, order)| *order).collect(),
    }
}

/// The digests of the words read so far.
#[derive(Debug, Default)]
struct Reading {
    count: usize,
    exact: u64,
    order: u64,
    sum: u64,
    is_fixed: bool,
    said: usize,
    description: u64,
    openings: Vec<(usize, u64)>,
    openings_from: usize,
}

impl Reading {
    /// Adds a word that sets things apart.
    fn add(&mut self, text: &str, (at, word): (usize, &Word), is_letter: bool, describes: bool) {
        let is_firm = is_letter || !matches!(word.shape, Shape::Lower | Shape::Capitalised);
        let value = if is_firm { firm(word.form(text)) } else { stemmed(word.form(text)) };
        let is_content = !word.has(PREPOSITION) && word.mark() == 0;
        self.order = mix(self.order, value);
        self.sum = self.sum.wrapping_add(mix(0, value));
        self.is_fixed |= is_firm || word.has(ORDERING);
        self.count += usize::from(is_content);
        // A number or a name in what is added is the very thing that sets it apart.
        let is_name = at > 0 && word.shape == Shape::Capitalised;
        if is_firm || is_name || word.has(NUMBER_WORD) || word.is_any(text, &TURNING) {
            self.openings_from = self.openings_from.max(at);
        }
        if word.is_any(text, &COMPOSED) {
            self.openings_from = usize::MAX;
        }
        if describes {
            self.said += usize::from(is_content);
            self.description = mix(self.description, value);
        }
    }
}

/// Is a word, or a mark that tells quantities apart.
fn tells(word: &Word, next: Option<&Word>) -> bool {
    match word.shape {
        Shape::Possessive => false,
        Shape::Mark(b'-') => next.is_some_and(|next| next.shape == Shape::Number && next.start == word.end),
        Shape::Mark(mark) => !b",.;:\"'()[]*".contains(&mark),
        _ => true,
    }
}

fn is_harmless(text: &str, word: Word) -> bool {
    word.shape != Shape::Mixed && (is_listed(text, word, &HARMLESS) || word.has(PRAISE.with(LEGAL_LABEL)))
}

/// Is one of `forms`, which the lexicon holds all: most words of a trade are told apart without a look at their letters.
fn is_listed(text: &str, word: Word, forms: &Forms) -> bool {
    word.id != 0 && word.is_any(text, forms)
}

/// What follows only adds to what was said.
fn adds(text: &str, rest: &[Word]) -> bool {
    let leads = |word: &Word| word.has(PREPOSITION) || is_listed(text, *word, &ADDING);
    let joins = |rest: &[Word]| {
        let joined = rest.first().is_some_and(|word| word.has(CONJUNCTION));
        joined && rest.get(1).is_some_and(|word| word.has(DETERMINER))
    };
    let Some(next) = rest.first() else { return false };
    match next.mark() {
        b'(' | b':' => true,
        b',' | b'-' => rest.get(1).is_some_and(leads) || joins(&rest[1..]),
        _ => leads(next) || joins(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::{ADDING, HARMLESS};

    #[test]
    fn the_lexicon_holds_every_word_that_is_looked_for() {
        let rules = crate::load::load(&[]).unwrap_or_default();
        for forms in [&HARMLESS, &ADDING] {
            let unknown: Vec<&&str> =
                forms.words().iter().filter(|word| rules.lexicon.look_up(word).0 == 0).collect();
            assert!(unknown.is_empty(), "{unknown:?}");
        }
    }
}
