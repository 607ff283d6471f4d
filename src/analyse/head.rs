//! The noun phrase that names a claim, and the kinds of thing it can be.

use std::ops::Range;

use crate::document::Span;
use crate::lexicon::{
    AUXILIARY, CONJUNCTION, DETERMINER, GENERIC_NOUN, LEGAL_LABEL, PARTICIPLE, PRAISE, PREPOSITION,
};
use crate::particular::{Ground, Name, Reason};
use crate::phrase::Hit;
use crate::rule::{RuleSet, SubjectRule};
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

/// The subjects of an item, the one that decides first, each with what decided it; never empty.
pub fn subjects(
    text: &str,
    words: &[Word],
    head: &Head,
    hits: &[Hit],
    rules: &RuleSet,
) -> (Vec<Name>, Vec<Reason>) {
    let whole = span(words, head.phrase.clone());
    let mut found: Vec<(Name, Reason)> = Vec::new();
    if is_named_only(text, words, head) {
        let product = rules.subjects.iter().find(|subject| &*subject.id == "product");
        found.extend(product.map(|subject| (subject.id.clone(), reason(Ground::Name, whole))));
    }
    for subject in &rules.subjects {
        let reason = deciding(text, words, head, hits, subject);
        if let Some(reason) = reason.filter(|_| found.iter().all(|(id, _)| *id != subject.id)) {
            found.push((subject.id.clone(), reason));
        }
    }
    if found.is_empty() {
        found.push((Name::from("thing"), reason(Ground::Nothing, whole)));
    }
    found.into_iter().unzip()
}

/// What makes the item one of this kind, if anything does.
fn deciding(text: &str, words: &[Word], head: &Head, hits: &[Hit], subject: &SubjectRule) -> Option<Reason> {
    let holds = |ids: &[u32], at: usize| words[at].id != 0 && ids.binary_search(&words[at].id).is_ok();
    let near = |hit: &&Hit| Some(hit.group) == subject.frames && hit.first <= head.phrase.start + 6;
    let frame = || hits.iter().find(near).map(|hit| reason(Ground::Frame, hit.span(words)));
    let noun = || {
        let at = head.noun.filter(|at| holds(&subject.heads, *at))?;
        Some(reason(Ground::Head, span(words, at..at + 1)))
    };
    let modifier = || {
        head.noun.filter(|at| words[*at].has(GENERIC_NOUN))?;
        let ends =
            |word: &Word| word.is_one_of(text, &["that", "which", "used", "for", "by"]) || word.is(b',');
        let reach = (head.phrase.end + 8).min(words.len());
        let mut before = (head.phrase.start..reach).take_while(|at| !ends(&words[*at]));
        let at = before.find(|at| holds(&subject.modifiers, *at))?;
        Some(reason(Ground::Modifier, span(words, at..at + 1)))
    };
    noun().or_else(modifier).or_else(frame)
}

fn reason(ground: Ground, span: Span) -> Reason {
    Reason { ground, span }
}

fn span(words: &[Word], range: Range<usize>) -> Span {
    let words = words.get(range).unwrap_or_default();
    let ends = words.first().zip(words.last());
    ends.map_or(Span::new(0, 0), |(first, last)| Span::new(first.start as usize, last.end as usize))
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
