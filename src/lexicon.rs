//! Named lists of words, such as the nouns that name a category and no content.
//! The lists stand in `rules/lexicon.yaml`; a pack may add to them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::particular::Name;

/// A set of word lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lists(u64);

impl Lists {
    /// No list.
    pub const NONE: Self = Self(0);
    /// How many lists there can be.
    pub const MOST: usize = 63;
    /// The words with which a phrase pattern can start; no list of the lexicon.
    pub const STARTS_PHRASE: Self = Self(1 << 63);

    /// The set that holds list `index` alone.
    pub const fn of(index: usize) -> Self {
        Self(1 << index)
    }

    /// The lists of either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// A list is in both.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

macro_rules! built_in_lists {
    ($($(#[$doc:meta])* $constant:ident = $name:literal;)*) => {
        /// The lists that the program itself reads; each must stand in the lexicon.
        pub const BUILT_IN: &[&str] = &[$($name),*];

        built_in_lists!(@count 0; $($(#[$doc])* $constant)*);
    };
    (@count $index:expr; $(#[$doc:meta])* $constant:ident $($rest:tt)*) => {
        $(#[$doc])*
        pub const $constant: Lists = Lists::of($index);
        built_in_lists!(@count $index + 1; $($rest)*);
    };
    (@count $index:expr;) => {};
}

built_in_lists! {
    /// "the", "a", "each", "its".
    DETERMINER = "determiner";
    /// "all", "any", "every", "entire".
    TOTALITY = "totality";
    /// "it", "they", "which", "those".
    PRONOUN = "pronoun";
    /// "of", "for", "between".
    PREPOSITION = "preposition";
    /// "and", "or".
    CONJUNCTION = "conjunction";
    /// "is", "has", "will", "may".
    AUXILIARY = "auxiliary";
    /// Other words that carry no content: adverbs, fillers.
    FILLER = "filler";
    /// Nouns that name a category and no content: "information", "method", "list".
    GENERIC_NOUN = "generic-noun";
    /// Modifiers that name a department or a topic: "marketing", "technical", "customer".
    GENERIC_MODIFIER = "generic-modifier";
    /// "unique", "leading", "sophisticated".
    PRAISE = "praise";
    /// "proprietary", "confidential", "secret".
    LEGAL_LABEL = "legal-label";
    /// Verbs that say what is achieved: "processes", "manages", "determines".
    RESULT_VERB = "result-verb";
    /// Verbs of the background story: "developed", "invested", "downloaded".
    STORY_VERB = "story-verb";
    /// Verbs that claim: "claims", "contends", "identifies".
    CLAIM_VERB = "claim-verb";
    /// "objects", "waiving".
    OBJECTION = "objection";
    /// Units that make a number a technical quantity: "mm", "percent", "rpm".
    UNIT = "unit";
    /// What documents are called: "exhibit", "report", "drawing".
    DOCUMENT_NOUN = "document-noun";
    /// What places in documents are called: "page", "section", "tab".
    PLACE_NOUN = "place-noun";
    /// What identifiers belong to: "table", "column", "function", "module".
    IDENTIFIED_NOUN = "identified-noun";
    /// Words that only tie a topic to a noun: "relating", "concerning".
    TOPIC_WORD = "topic-word";
    /// Words of value, effort and secrecy whose clause pins nothing down.
    PADDING = "padding";
    /// "if", "when", "unless", "until".
    CONDITION = "condition-word";
    /// Words that state a value is meant without giving it: "dimensions", "amounts".
    VALUE_NOUN = "value-noun";
    /// Abbreviations whose full stop ends no sentence.
    ABBREVIATION = "abbreviation";
    /// Participles that do not end in -ed: "held", "built".
    PARTICIPLE = "participle";
    /// Comparatives of outcome: "faster", "longer", "better".
    COMPARATIVE = "comparative";
    /// Nouns for people and companies: "customers", "plaintiff", "users".
    PARTY_NOUN = "party-noun";
    /// Words ending in -ing that are nouns or adjectives, not means: "pricing", "existing".
    ING_NOUN = "ing-noun";
    /// Verbs of what is done to a thing: "bolt", "rinse", "hash", "apportion".
    ACTION_VERB = "action-verb";
    /// Words that lead back to what a thing is: "by", "whereby", "unless", "only".
    CONNECTIVE = "connective";
    /// Nouns that are general and yet say how a thing is made up: "table", "rule", "layer".
    STRUCTURE_NOUN = "structure-noun";
    /// General nouns of time, number and part: "minute", "hundred", "end".
    MEASURE_NOUN = "measure-noun";
    /// "two", "half", "nil".
    NUMBER_WORD = "number-word";
    /// Words of calculation: "sum", "less", "squared".
    ARITHMETIC = "arithmetic";
    /// Words after which a list can say what a thing consists of: "namely", "holds", "with".
    LIST_WORD = "list-word";
    /// Other words that can tie or turn: "not", "so", "able".
    RELATION_WORD = "relation-word";
    /// Prepositions of place: "between", "under", "into".
    PLACE_WORD = "place-word";
}

/// Words that carry no content in any list.
pub const GLUE: Lists =
    AUXILIARY.with(CONJUNCTION).with(DETERMINER).with(FILLER).with(PREPOSITION).with(PRONOUN);

/// All word lists, by word.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: HashMap<u128, (u32, Lists), BuildHasherDefault<KeyHasher>>,
    long_words: HashMap<Box<[u8]>, (u32, Lists)>,
    names: Vec<Name>,
}

/// The longest word that a lexicon can hold, in bytes.
const LONGEST: usize = 40;

/// How many bytes a key can hold.
const SHORT: usize = 16;

/// The bytes of a word in small letters as one number, if there are at most [`SHORT`]; no word holds a zero byte.
fn key(word: &[u8]) -> Option<u128> {
    let mut bytes = [0u8; SHORT];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(small(u128::from_le_bytes(bytes)))
}

/// Sixteen bytes with their ASCII letters made small, all at once.
fn small(bytes: u128) -> u128 {
    const ONES: u128 = u128::MAX / 0xFF;
    const HIGH: u128 = ONES * 0x80;
    const FROM_A: u128 = ONES * 0x3F;
    const PAST_Z: u128 = ONES * 0x25;
    let low = bytes & !HIGH;
    let (from_a, past_z) = (low + FROM_A, low + PAST_Z);
    bytes | (((from_a ^ past_z) & !bytes & HIGH) >> 2)
}

impl Lexicon {
    /// A lexicon without words, whose lists are the built-in ones.
    pub fn new() -> Self {
        Self { names: BUILT_IN.iter().map(|name| Name::from(*name)).collect(), ..Self::default() }
    }

    /// Makes room for so many more words.
    pub fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
    }

    /// The list of this name.
    pub fn list(&self, name: &str) -> Option<Lists> {
        self.names.iter().position(|known| &**known == name).map(Lists::of)
    }

    /// The names of all lists, the built-in ones first.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The list of this name, made if there is none yet; `None` once there are [`Lists::MOST`] lists.
    pub fn list_or_new(&mut self, name: &str) -> Option<Lists> {
        self.list(name).or_else(|| {
            (self.names.len() < Lists::MOST).then(|| {
                self.names.push(Name::from(name));
                Lists::of(self.names.len() - 1)
            })
        })
    }

    /// Puts `word` (small letters) on `lists` and gives its number.
    pub fn insert(&mut self, word: &str, lists: Lists) -> u32 {
        let next = (self.words.len() + self.long_words.len()) as u32 + 1;
        let entry = match key(word.as_bytes()) {
            Some(key) => self.words.entry(key).or_insert((next, Lists::NONE)),
            None => self.long_words.entry(word.as_bytes().into()).or_insert((next, Lists::NONE)),
        };
        entry.1 = entry.1.with(lists);
        entry.0
    }

    /// Like [`Self::look_up`], for the word at `range` of `text`, which is read where it stands.
    pub fn look_up_in(&self, text: &[u8], range: Range<usize>) -> (u32, Lists) {
        let length = range.len();
        let chunk = text.get(range.start..).and_then(|rest| rest.first_chunk::<SHORT>());
        let (Some(chunk), 1..=SHORT) = (chunk, length) else { return self.look_up_bytes(&text[range]) };
        let key = small(u128::from_le_bytes(*chunk) & u128::MAX >> (8 * (SHORT - length)));
        self.words.get(&key).copied().unwrap_or((0, Lists::NONE))
    }

    /// The number and the lists of `word` in any case; `(0, NONE)` for an unknown one.
    pub fn look_up(&self, word: &str) -> (u32, Lists) {
        self.look_up_bytes(word.as_bytes())
    }

    fn look_up_bytes(&self, word: &[u8]) -> (u32, Lists) {
        let found = match key(word) {
            Some(key) => self.words.get(&key),
            None if word.len() <= LONGEST => self.long_words.get(word.to_ascii_lowercase().as_slice()),
            None => None,
        };
        found.copied().unwrap_or((0, Lists::NONE))
    }
}

/// Mixes the two halves of a key: papers do not choose the lexicon's words, so nobody can make them collide.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(SHORT) {
            let mut padded = [0u8; SHORT];
            padded[..chunk.len()].copy_from_slice(chunk);
            self.write_u128(u128::from_le_bytes(padded));
        }
    }

    fn write_u128(&mut self, key: u128) {
        const ODD: u64 = 0x517c_c1b7_2722_0a95;
        let mixed = (key as u64 ^ self.0).wrapping_mul(ODD) ^ ((key >> 64) as u64).wrapping_mul(!ODD | 1);
        self.0 = mixed ^ (mixed >> 29);
        self.0 = self.0.wrapping_mul(ODD);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Lists, PRAISE};

    #[test]
    fn letters_are_made_small_and_nothing_else() {
        let bytes: Vec<u8> = (0..=255).collect();
        for sixteen in bytes.as_chunks::<16>().0 {
            let expected = u128::from_le_bytes(sixteen.map(|byte| byte.to_ascii_lowercase()));
            assert_eq!(super::small(u128::from_le_bytes(*sixteen)), expected);
        }
    }

    #[test]
    fn words_are_found_in_any_case_and_long_ones_are_unknown() {
        let mut lexicon = Lexicon::new();
        let id = lexicon.insert("unique", PRAISE);
        let long = lexicon.insert("interoperability-layer", PRAISE);
        assert_eq!(lexicon.look_up("UNIQUE"), (id, PRAISE));
        for text in ["a UNIQUE", "a Unique one among several others"] {
            assert_eq!(lexicon.look_up_in(text.as_bytes(), 2..8), (id, PRAISE));
            assert_eq!(lexicon.look_up_in(text.as_bytes(), 2..7), (0, Lists::NONE));
        }
        assert_eq!(lexicon.look_up_in(b"Interoperability-Layer", 0..22), (long, PRAISE));
        assert_eq!(lexicon.look_up(&"x".repeat(500)), (0, Lists::NONE));
    }
}
