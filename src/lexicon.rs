//! Named lists of words, such as the nouns that name a category and no content.
//! The lists stand in `rules/lexicon.yaml`; a pack may add to them.

// The build script reads this file as well, from another folder.
#[path = "lexicon/anchor.rs"]
mod anchor;
#[path = "lexicon/hasher.rs"]
mod hasher;
#[path = "lexicon/table.rs"]
mod table;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

pub use self::anchor::anchor;
pub use self::hasher::KeyHasher;
use self::table::{Entry, Place, Table};
use crate::particular::Name;

/// A set of word lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lists(u64);

impl Lists {
    /// No list.
    pub const NONE: Self = Self(0);
    /// How many lists there can be.
    pub const MOST: usize = 63;
    /// The words by which phrase patterns are looked up; no list of the lexicon.
    pub const ANCHORS_PHRASE: Self = Self(1 << 63);

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
    /// What ends or marks the name of a company or an institution: "Inc", "Ltd", "University".
    COMPANY_WORD = "company-word";
    /// What people are by their work: "engineer", "director", "intern".
    POST_NOUN = "post-noun";
    /// What streets are called: "Street", "Ave", "Rue".
    STREET_NOUN = "street-noun";
    /// States and countries; those of two letters count in capitals only.
    REGION = "region";
}

/// Words that carry no content in any list.
pub const GLUE: Lists =
    AUXILIARY.with(CONJUNCTION).with(DETERMINER).with(FILLER).with(PREPOSITION).with(PRONOUN);

/// All word lists, by word.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Table,
    long_words: BTreeMap<Cow<'static, [u8]>, Entry>,
    names: Vec<Name>,
}

/// A lexicon as the build writes it: the places of its table, its long words and the names of its lists.
pub type Written = (&'static [Place], &'static [(&'static str, Entry)], &'static [&'static str]);

/// The longest word that a lexicon can hold, in bytes.
const LONGEST: usize = 40;

/// How many bytes a key can hold.
const SHORT: usize = 16;

/// The bytes of a word in small letters as one number, if there are one to [`SHORT`]; no word holds a zero byte.
fn key(word: &[u8]) -> Option<u128> {
    if word.is_empty() {
        return None;
    }
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

    /// The lexicon that the build wrote; its table is copied only when a word or a list is added.
    pub fn written((places, long_words, names): Written) -> Self {
        let long_words = long_words.iter().map(|(word, entry)| (Cow::Borrowed(word.as_bytes()), *entry));
        Self {
            words: Table::written(places),
            long_words: long_words.collect(),
            names: names.iter().map(|name| Name::from(*name)).collect(),
        }
    }

    /// The source of a [`Written`] that holds this lexicon.
    pub fn source(&self) -> String {
        let places = self.words.places();
        let text = |(word, entry): (&Cow<'static, [u8]>, &Entry)| {
            (String::from_utf8_lossy(word).into_owned(), *entry)
        };
        let long_words: Vec<_> = self.long_words.iter().map(text).collect();
        format!("(&{places:?}, &{long_words:?}, &{:?})", self.names)
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
        if let Some(key) = key(word.as_bytes()) {
            return self.words.insert(key, next, lists.0);
        }
        let entry = self.long_words.entry(Cow::Owned(word.as_bytes().to_owned())).or_insert((next, 0));
        entry.1 |= lists.0;
        entry.0
    }

    /// Like [`Self::look_up`], for the word at `range` of `text`, which is read where it stands.
    pub fn look_up_in(&self, text: &[u8], range: Range<usize>) -> (u32, Lists) {
        let length = range.len();
        let chunk = text.get(range.start..).and_then(|rest| rest.first_chunk::<SHORT>());
        let (Some(chunk), 1..=SHORT) = (chunk, length) else { return self.look_up_bytes(&text[range]) };
        let key = small(u128::from_le_bytes(*chunk) & u128::MAX >> (8 * (SHORT - length)));
        let (number, lists) = self.words.get(key);
        (number, Lists(lists))
    }

    /// The number and the lists of `word` in any case; `(0, NONE)` for an unknown one.
    pub fn look_up(&self, word: &str) -> (u32, Lists) {
        self.look_up_bytes(word.as_bytes())
    }

    fn look_up_bytes(&self, word: &[u8]) -> (u32, Lists) {
        let (number, lists) = match key(word) {
            Some(key) => self.words.get(key),
            None if word.len() <= LONGEST => {
                self.long_words.get(word.to_ascii_lowercase().as_slice()).copied().unwrap_or_default()
            }
            None => (0, 0),
        };
        (number, Lists(lists))
    }
}

#[cfg(test)]
#[path = "lexicon/tests.rs"]
mod tests;
