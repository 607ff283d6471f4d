//! The noun phrase that names a claim, and the kinds of thing it can be.

use std::ops::Range;

use crate::lexicon::{
    AUXILIARY, CONJUNCTION, DETERMINER, GENERIC_NOUN, LEGAL_LABEL, PARTICIPLE, PRAISE, PREPOSITION,
};
use crate::particular::Name;
use crate::phrase::Hit;
use crate::rule::RuleSet;
use crate::word::{Shape, Word};

/// The noun phrase that names a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The phrase, up to the words that follow its head noun.
    pub phrase: Range<usize>,
    /// The head noun; `None` if there is no word at all.
    pub noun: Option<usize>,
}

/// Words after a title before which the title still counts as one ("Row mapping: code that ...").
const LONGEST_TITLE: usize = 8;

/// Finds the phrase at the start of an item, after its title if it has one.
pub fn head(text: &str, words: &[Word]) -> Head {
    let start = after_title(words);
    let mut at = start;
    let mut noun = None;
    while let Some(word) = words.get(at) {
        if word.is_wordlike() || word.shape == Shape::Number {
            if noun.is_some() && ends_phrase(text, words, at) {
                break;
            }
            let only_describes =
                word.shape == Shape::Lower && word.has(PRAISE.with(LEGAL_LABEL)) && !word.has(GENERIC_NOUN);
            if !only_describes && !word.has(DETERMINER) && !word.has(PREPOSITION) && !word.has(CONJUNCTION) {
                noun = Some(at);
            }
        } else if word.is(b'.') && words.get(at + 1).is_some_and(|next| next.shape == Shape::Number) {
            // "Saffron No. 6"
        } else if noun.is_some() && word.shape != Shape::Possessive && !word.is(b'"') && !word.is(b'\'') {
            break;
        }
        at += 1;
    }
    Head { phrase: start..noun.map_or(at, |noun| noun + 1), noun }
}

fn after_title(words: &[Word]) -> usize {
    let closes = |word: &Word| word.is(b':') || word.is(b'.');
    match words.iter().take(LONGEST_TITLE).position(closes) {
        Some(close) if close + 3 < words.len() => close + 1,
        _ => 0,
    }
}

fn ends_phrase(text: &str, words: &[Word], at: usize) -> bool {
    let word = words[at];
    let form = word.form(text);
    let precedes_preposition =
        words.get(at + 1).is_some_and(|next| next.has(PREPOSITION) || next.has(DETERMINER));
    word.has(PREPOSITION)
        || word.has(AUXILIARY)
        || word.has(CONJUNCTION)
        || word
            .is_one_of(text, &["that", "which", "who", "whose", "where", "whereby", "wherein", "used", "how"])
        || (form.ends_with("ed") || form.ends_with("ing") || word.has(PARTICIPLE)) && precedes_preposition
}

/// The subjects of an item, the one that decides first; never empty.
pub fn subjects(text: &str, words: &[Word], head: &Head, hits: &[Hit], rules: &RuleSet) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    if is_named_only(text, words, head) {
        found.extend(
            rules.subjects.iter().find(|subject| &*subject.id == "product").map(|subject| subject.id.clone()),
        );
    }
    let noun = head.noun.map(|noun| words[noun]);
    let reach = (head.phrase.end + 8).min(words.len());
    let is_general = noun.is_some_and(|noun| noun.has(GENERIC_NOUN));
    for subject in &rules.subjects {
        let by_frame = subject.frames.is_some_and(|group| {
            hits.iter().any(|hit| hit.group == group && hit.first <= head.phrase.start + 6)
        });
        let holds = |ids: &[u32], word: Word| word.id != 0 && ids.binary_search(&word.id).is_ok();
        let by_head = noun.is_some_and(|noun| holds(&subject.heads, noun));
        let by_modifier = is_general
            && words[head.phrase.start..reach]
                .iter()
                .take_while(|word| {
                    !word.is_one_of(text, &["that", "which", "used", "for", "by"]) && !word.is(b',')
                })
                .any(|word| holds(&subject.modifiers, *word));
        if (by_frame || by_head || by_modifier) && !found.contains(&subject.id) {
            found.push(subject.id.clone());
        }
    }
    if found.is_empty() {
        found.push(Name::from("thing"));
    }
    found
}

/// A name, or an owner's thing, and nothing more: "the Enzyme Clustering Process", "LivePerson's tag".
fn is_named_only(text: &str, words: &[Word], head: &Head) -> bool {
    let rest = &words[head.phrase.end.min(words.len())..];
    if words.len() > 12 || rest.iter().any(|word| word.is_wordlike()) {
        return false;
    }
    let phrase = &words[head.phrase.clone()];
    let is_name = |word: &Word| matches!(word.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
    let owner = phrase.iter().rposition(|word| word.shape == Shape::Possessive);
    let is_lone_name = phrase.len() == 1 && matches!(phrase[0].shape, Shape::Mixed | Shape::Upper);
    let is_held = owner.is_none() && phrase.len() > 1 && phrase[0].is_one_of(text, &["its", "their", "our"]);
    let after_owner = owner.map_or(0, |owner| owner + 1);
    let own = phrase[after_owner..].iter().filter(|word| word.is_wordlike() && !word.has(DETERMINER));
    let names = phrase[after_owner..]
        .iter()
        .enumerate()
        .filter(|(at, word)| is_name(word) && (*at > 0 || after_owner > 0))
        .count();
    let category = phrase.last().is_some_and(|noun| noun.has(GENERIC_NOUN) && noun.form(text).ends_with('s'));
    let is_known = phrase.iter().any(|word| word.has(GENERIC_NOUN));
    is_lone_name
        || is_held && !is_known && phrase.len() < 4
        || names > 0
        || owner.is_some() && own.count() <= 2 && !category
}
