//! The particulars of an item, of every kind.

use std::hash::Hasher;
use std::ops::Range;

use crate::analyse::lists::{lists, steps};
use crate::analyse::names::{citations, identifiers, titles};
use crate::analyse::relations::relations;
use crate::analyse::roles::Role;
use crate::analyse::senses::Senses;
use crate::analyse::values::values;
use crate::document::Document;
use crate::lexicon::{KeyHasher, NUMBER_WORD, PLACE_NOUN};
use crate::particular::{Particular, ParticularKind};
use crate::response::Item;
use crate::word::Word;

/// The particulars that an item states, in order of their place.
pub fn details(document: &Document, item: &Item, words: &[Word]) -> Vec<Particular> {
    let senses = Senses::new(&document.text, words);
    let mut found = Vec::with_capacity(words.len() / 3 + 4);
    relations(&senses, &mut found);
    if senses.has_figures || senses.lists.intersects(NUMBER_WORD.with(PLACE_NOUN)) {
        for clause in clauses(words).filter(|clause| senses.roles[clause.start] != Role::Padding) {
            values(&senses, clause.clone(), &mut found);
            identifiers(&senses, clause.clone(), &mut found);
            citations(&senses, clause, &mut found);
        }
    }
    titles(&senses, &mut found);
    lists(&senses, &mut found);
    steps(&senses, &mut found);
    let mut found = distinct(&document.text, found);
    found.extend(part(document, item, &senses));
    found.sort_unstable();
    found.dedup();
    found.shrink_to_fit();
    found
}

/// The stretches between marks, without them.
fn clauses(words: &[Word]) -> impl Iterator<Item = Range<usize>> + '_ {
    let cuts = |at: &usize| {
        words
            .get(*at)
            .is_none_or(|word| matches!(word.mark(), b',' | b';' | b':' | b'.' | b'(' | b')' | b'-'))
    };
    let mut start = 0;
    (0..=words.len()).filter(cuts).filter_map(move |end| {
        let clause = start..end;
        start = end + 1;
        (!clause.is_empty()).then_some(clause)
    })
}

/// Each particular once, however often its words return, by a hash of its kind and words; the first is kept.
fn distinct(text: &str, mut found: Vec<Particular>) -> Vec<Particular> {
    let mut seen = [0u64; 64];
    let mut count = 0;
    found.retain(|particular: &Particular| {
        let mut hasher = KeyHasher::default();
        hasher.write_u8(particular.kind as u8);
        hasher.write(text.as_bytes().get(particular.span.start..particular.span.end).unwrap_or_default());
        let hash = hasher.finish();
        let is_new = !seen[..count].contains(&hash);
        if is_new && count < seen.len() {
            seen[count] = hash;
            count += 1;
        }
        is_new
    });
    found
}

/// The item is a part of a thing that the words before its list name: "each of the following components of that motor:".
fn part(document: &Document, item: &Item, senses: &Senses<'_>) -> Option<Particular> {
    let says = document.slice(item.lead?);
    let names_parts = says.contains("following components") || says.contains("following parts");
    let is_named = senses.specifics(0..senses.words.len()) > 0;
    (names_parts && is_named).then_some(Particular { span: item.span, kind: ParticularKind::Part })
}
