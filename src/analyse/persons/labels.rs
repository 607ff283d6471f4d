//! Labels of lines and heads of columns: "Last known address:", "Telephone".

use std::ops::Range;

use crate::lexicon::{CONJUNCTION, PREPOSITION};
use crate::rule::{RuleSet, Scope};
use crate::word::{Forms, Shape, Word};

/// Indices of the elements that a label names, in the order of `rules/elements.yaml`.
pub type Labels = Vec<usize>;

/// Words that stand in labels beside those that name something.
const BESIDE: Forms = Forms::new(&[
    "last",
    "known",
    "present",
    "current",
    "former",
    "full",
    "business",
    "home",
    "work",
    "mailing",
    "street",
    "number",
    "numbers",
    "no",
    "e-mail",
    "email",
    "if",
    "s",
    "date",
    "or",
    "and",
    "relevant",
    "general",
    "matter",
    "information",
    "details",
    "first",
    "the",
    "witness's",
    "place",
    "legal",
    "complete",
    "mobile",
]);

/// The elements that `range` of the words names, if it is nothing but a label.
pub fn label(text: &str, words: &[Word], range: Range<usize>, rules: &RuleSet) -> Labels {
    const LONGEST: usize = 9;
    let label = &words[range];
    let is_part = |word: &&Word| {
        !word.is_wordlike() && word.shape != Shape::Number
            || word.is_any(text, &BESIDE)
            || word.has(CONJUNCTION.with(PREPOSITION)) && !word.is_one_of(text, &["with"])
            || elements(**word, rules).next().is_some()
    };
    if label.is_empty() || label.len() > LONGEST || !label.iter().all(|word| is_part(&word)) {
        return Labels::new();
    }
    let mut named: Labels = label.iter().flat_map(|word| elements(*word, rules)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

fn elements(word: Word, rules: &RuleSet) -> impl Iterator<Item = usize> + '_ {
    let of_persons = rules.elements.iter().enumerate().filter(|(_, element)| element.scope == Scope::Person);
    of_persons
        .filter(move |(_, element)| word.id != 0 && element.labels.binary_search(&word.id).is_ok())
        .map(|(index, _)| index)
}

/// The label at the start of `range`, and where its colon stands.
pub fn labelled(text: &str, words: &[Word], range: Range<usize>, rules: &RuleSet) -> Option<(Labels, usize)> {
    const LONGEST: usize = 9;
    let near = range.start..range.end.min(range.start + LONGEST + 1);
    let colon = near.clone().find(|at| words[*at].is(b':'))?;
    let named = label(text, words, range.start..colon, rules);
    (!named.is_empty()).then_some((named, colon))
}

/// The words say that something is not known and nothing else.
pub fn says_unknown(text: &str, words: &[Word]) -> bool {
    const SAYS: Forms = Forms::new(&["unknown", "unavailable"]);
    const MOST: usize = 12;
    let says = words.iter().any(|word| word.is_any(text, &SAYS))
        || words.windows(2).any(|pair| {
            pair[0].is_one_of(text, &["not", "none"])
                && pair[1].is_one_of(text, &["known", "presently", "currently"])
        });
    words.len() <= MOST && says
}
