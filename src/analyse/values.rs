//! Quantities: numbers with a unit, ratios and prices.

use std::ops::Range;

use crate::analyse::roles::Role;
use crate::analyse::senses::Senses;
use crate::lexicon::{COMPARATIVE, NUMBER_WORD, UNIT};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Shape, Word};

/// Adds the quantities of a clause: "0.7 mm", "30, 45 and 60 rpm", "1:40", "$212 a ton"; not those of outcomes.
pub fn values(item: &Senses<'_>, clause: Range<usize>, found: &mut Vec<Particular>) {
    let counts = |at: &usize| {
        let word = item.words[*at];
        (matches!(word.shape, Shape::Number | Shape::Mixed) || word.has(NUMBER_WORD))
            && matches!(item.roles[*at], Role::Content | Role::Topic)
    };
    if !clause.clone().any(|at| counts(&at)) || compares(item, clause.clone()) {
        return;
    }
    found.extend(clause.clone().filter(counts).filter_map(|at| value(item, at, &clause)));
}

/// The clause compares outcomes ("as much as 15 % longer than").
fn compares(item: &Senses<'_>, clause: Range<usize>) -> bool {
    let slice = &item.words[clause];
    let outcome = |pair: &[Word]| {
        pair[0].is_one_of(item.text, &["much", "up", "by", "than", "over", "under", "nearly", "almost"])
            && (pair[1].is_one_of(item.text, &["as", "to", "more", "than"]) || pair[1].shape == Shape::Number)
    };
    slice.iter().any(|word| word.has(COMPARATIVE)) && slice.windows(2).any(outcome)
}

fn value(item: &Senses<'_>, at: usize, clause: &Range<usize>) -> Option<Particular> {
    let (text, words) = (item.text, item.words);
    let word = words[at];
    let next = words.get(at + 1).copied().filter(|_| at + 1 < clause.end || words[at + 1].is(b'-'));
    let is_number = word.shape == Shape::Number || word.has(NUMBER_WORD);
    let is_measured = is_number
        && (in_series(text, words, at)
            || next.is_some_and(|next| next.has(UNIT) || next.is(b'%') || next.is(b'~'))
            || at > clause.start && words[at - 1].is_one_of(text, &["modulo", "mod", "factor", "ratio"]));
    let form = word.form(text);
    let is_joined = word.shape == Shape::Mixed
        && form.starts_with(|c: char| c.is_ascii_digit())
        && form.rsplit('-').next().is_some_and(|unit| unit.len() < form.len() && is_unit(unit));
    let is_priced = word.shape == Shape::Number
        && at > 0
        && words[at - 1].is(b'$')
        && next.is_some_and(|next| {
            next.is_one_of(text, &["per", "a", "for", "after", "in", "to", "on", "each"])
        });
    let is_ratio = word.shape == Shape::Number
        && next.is_some_and(|next| next.is(b':') && next.start == word.end)
        && words.get(at + 2).is_some_and(|after| after.shape == Shape::Number && after.start == word.end + 1);
    let is_fraction = word.shape == Shape::Number && form.starts_with("0.");
    let is_value = is_measured || is_fraction || is_joined || is_priced || is_ratio;
    is_value.then(|| {
        item.particular(at..at + if is_measured && next.is_some() { 2 } else { 1 }, ParticularKind::Quantity)
    })
}

/// "30, 45 and 60 rpm": the unit after the last number is that of all of them.
fn in_series(text: &str, words: &[Word], at: usize) -> bool {
    let joins = |word: Word| word.is(b',') || word.is_one_of(text, &["and", "or", "to"]);
    let mut next = at + 1;
    while words.get(next).is_some_and(|word| joins(*word)) {
        next += 1 + usize::from(words.get(next + 1).is_some_and(|word| joins(*word)));
        if words.get(next).is_none_or(|word| word.shape != Shape::Number) {
            return false;
        }
        next += 1;
    }
    next > at + 1 && words.get(next).is_some_and(|word| word.has(UNIT) || word.is(b'%'))
}

fn is_unit(form: &str) -> bool {
    matches!(
        form,
        "mm" | "cm"
            | "kg"
            | "g"
            | "ml"
            | "ms"
            | "kV"
            | "V"
            | "W"
            | "kW"
            | "MW"
            | "Hz"
            | "kHz"
            | "MHz"
            | "GHz"
            | "psi"
            | "ppm"
            | "degree"
            | "bit"
            | "byte"
            | "inch"
            | "micron"
            | "second"
            | "minute"
            | "hour"
            | "percent"
            | "volt"
            | "watt"
            | "mil"
            | "liter"
            | "gram"
            | "rpm"
            | "nm"
    )
}
