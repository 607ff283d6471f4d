//! Lists that say what a thing consists of, and steps in their order.

use std::ops::Range;

use crate::analyse::roles::Role;
use crate::analyse::senses::Senses;
use crate::lexicon::{CONJUNCTION, FILLER, GLUE, LIST_WORD, PREPOSITION, UNIT};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Forms, Shape};

const LISTING: Forms = Forms::new(&[
    "namely",
    "being",
    "consisting",
    "comprising",
    "listing",
    "lists",
    "showing",
    "shows",
    "gives",
    "giving",
    "holds",
    "holding",
    "records",
    "recording",
    "with",
    "are",
    "is",
    "sets",
    "states",
]);

/// Words that list what something holds if a word such as "fields" stands near.
const LINKING: Forms = Forms::new(&["are", "is", "with", "of", "has"]);
const EACH: Forms = Forms::new(&["each", "every", "per"]);
const HOLDERS: Forms =
    Forms::new(&["fields", "columns", "keys", "values", "entries", "tables", "inputs", "ingredients"]);

/// Verbs that list only where a document or a pronoun is what lists.
const RECORDING: Forms = Forms::new(&["records", "lists", "shows", "holds", "gives", "sets", "states"]);
const RECORDS: Forms =
    Forms::new(&["that", "which", "it", "report", "file", "sheet", "sheets", "workbook", "table"]);
const COPULAS: Forms = Forms::new(&["are", "is", "with"]);

/// Adds the lists that say what a thing consists of: after "namely", "that is", "which lists", or in parentheses.
pub fn lists(item: &Senses<'_>, found: &mut Vec<Particular>) {
    let before = found.len();
    for at in 1..item.words.len() {
        if found.len() < before + MOST && opens_list(item, at) {
            let end = list_end(item, at);
            let mut near = item.words[at.saturating_sub(18)..end].iter();
            // Columns are what they are called, however general the word.
            let names_columns = item.words[at].is_any(item.text, &LINKING);
            let is_per_record = names_columns || near.any(|word| word.is_any(item.text, &EACH));
            if tells(item, at) && members(item, at + 1..end, is_per_record) {
                found.push(item.particular(at..end, ParticularKind::Fields));
            }
        }
    }
}

/// Words that one entry of a record takes at most.
const LONGEST_ENTRY: usize = 12;

/// The most lists of one item that are looked for.
const MOST: usize = 8;

fn opens_list(item: &Senses<'_>, at: usize) -> bool {
    let (text, words) = (item.text, item.words);
    let word = words[at];
    if word.is(b'(') || word.is(b':') {
        return true;
    }
    if !word.has(LIST_WORD) && !word.is(b',') {
        return false;
    }
    if word.is_any(text, &LISTING) && !word.is_any(text, &COPULAS) {
        let opens_included =
            word.is_one_of(text, &["being", "comprising"]) && item.is(at - 1, &["including"]);
        let records = !word.is_any(text, &RECORDING) || words[at - 1].is_any(text, &RECORDS);
        return records && !opens_included;
    }
    if word.is_one_of(text, &["recorded"]) {
        return (at.saturating_sub(6)..at).any(|near| item.is(near, &["which", "where"]));
    }
    if word.is_any(text, &LINKING) {
        let near = at.saturating_sub(2)..(at + 2).min(words.len());
        return words[near].iter().any(|near| near.is_any(text, &HOLDERS));
    }
    let for_each =
        word.is_one_of(text, &["for"]) && words.get(at + 1).is_some_and(|next| next.is_any(text, &EACH));
    for_each && (at + 2..at + 5).all(|near| !item.is(near, &["of"]))
        || word.is(b',') && item.is(at - 1, &["is"]) && at > 1 && item.is(at - 2, &["that"])
}

/// A mark or "being" in a clause of praise, value or story opens no list of what the thing consists of.
fn tells(item: &Senses<'_>, at: usize) -> bool {
    let is_weak = item.words[at].mark() != 0 || item.is(at, &["being"]);
    !is_weak || !matches!(item.roles[at], Role::Story | Role::Padding)
}

/// The end of the list that opens at `at`: a closing mark, or a clause that speaks of the whole (", which ...").
fn list_end(item: &Senses<'_>, at: usize) -> usize {
    let words = item.words;
    let closes = if words[at].is(b'(') { b')' } else { b';' };
    let most = (at + 120).min(words.len());
    let speaks_of_it = |end: usize| words[end].is(b',') && item.is(end + 1, &["which", "who", "all"]);
    (at + 1..most)
        .find(|end| {
            words[*end].is(closes) || words[*end].is(b'.') && !words[at].is(b'(') || speaks_of_it(*end)
        })
        .unwrap_or(most)
}

/// At least three members, most of them specific, or two that each give an amount of something; what a record holds for each thing may be named by general nouns.
fn members(item: &Senses<'_>, range: Range<usize>, is_per_record: bool) -> bool {
    let words = item.words;
    let mut members = 0;
    let (mut specific, mut measured) = (0, 0);
    let mut start = range.start;
    for at in range.clone().chain([range.end]) {
        let cuts = at == range.end || words[at].is(b',') || words[at].is(b';') || words[at].has(CONJUNCTION);
        if cuts {
            if at > start {
                members += 1;
                let names_one = item.specifics(start..at) > 0
                    || words[start..at].iter().any(|word| {
                        matches!(word.shape, Shape::Mixed)
                            || is_per_record
                                && at - start < LONGEST_ENTRY
                                && word.is_wordlike()
                                && !word.has(GLUE)
                    });
                let is_short = at - start < 16;
                specific += usize::from(names_one && is_short);
                let is_measured = words[start..at]
                    .windows(2)
                    .any(|pair| pair[0].shape == Shape::Number && (pair[1].has(UNIT) || pair[1].is(b'%')));
                measured += usize::from(names_one && is_measured && at - start < LONGEST_ENTRY);
            }
            start = at + 1;
        }
    }
    let is_series = words[range].iter().any(|word| word.is(b',') || word.is(b';'));
    is_series && members >= 3 && specific >= 3 && specific * 2 > members || members > 1 && measured == members
}

const ORDER: Forms =
    Forms::new(&["first", "then", "next", "finally", "thereafter", "subsequently", "afterwards"]);

/// Adds ordered steps: words of order, or an order that is said to be fixed.
pub fn steps(item: &Senses<'_>, found: &mut Vec<Particular>) {
    let ordered = || {
        (0..item.words.len())
            .filter(|at| item.words[*at].has(FILLER) && item.words[*at].is_any(item.text, &ORDER))
    };
    if let (Some(first), Some(last)) = (ordered().next(), ordered().next_back())
        && first < last
        && item.specifics(first..last + 8) > 3
    {
        found.push(item.particular(first..last + 1, ParticularKind::Steps));
    }
    let is_fixed = |at: &usize| {
        item.words[*at - 2].has(PREPOSITION)
            && item.is(*at - 2, &["in"])
            && item.is(*at - 1, &["that", "this", "fixed", "a"])
            && item.is(*at, &["order", "fixed", "sequence"])
    };
    if let Some(at) = (2..item.words.len()).find(is_fixed)
        && item.specifics(0..item.words.len()) > 3
    {
        found.push(item.particular(at - 2..at + 1, ParticularKind::Steps));
    }
}
