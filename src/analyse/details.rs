//! The particulars of an item: numbers, identifiers, citations, lists, steps; see `relations` for means and structure.

use std::ops::Range;

use crate::analyse::relations;
use crate::analyse::roles::{Role, roles};
use crate::analyse::segments::{Segment, is_specific, segments, specifics};
use crate::document::{Document, Span};
use crate::lexicon::{DOCUMENT_NOUN, GLUE, IDENTIFIED_NOUN, NUMBER_WORD, PLACE_NOUN, UNIT};
use crate::particular::{Particular, ParticularKind};
use crate::response::{Item, Response};
use crate::word::{Forms, Shape, Word};

/// The particulars that the words of an item state.
pub fn details(text: &str, words: &[Word]) -> Vec<Particular> {
    let roles = roles(text, words);
    let mut found = relations::relations(text, words, &roles);
    for segment in segments(text, words) {
        if roles[segment.range.start] == Role::Padding {
            continue;
        }
        found.extend(quantities(text, words, &segment, &roles));
        found.extend(identifiers(text, words, segment.range.clone()));
        found.extend(citations(text, words, segment.range));
    }
    found.extend(lists(text, words));
    found.extend(steps(text, words));
    distinct(text, found)
}

/// Each particular once, however often its words return; the first of many is kept.
fn distinct(text: &str, mut found: Vec<Particular>) -> Vec<Particular> {
    let mut seen = Vec::new();
    found.retain(|particular: &Particular| {
        let form = (particular.kind, &text[particular.span.start..particular.span.end]);
        let is_new = !seen.contains(&form);
        if is_new && seen.len() < 64 {
            seen.push(form);
        }
        is_new
    });
    found
}

/// What the words that introduce an item's list say of every member: "each of the following components of that motor:".
pub fn from_lead(document: &Document, response: &Response, item: &Item, words: &[Word]) -> Vec<Particular> {
    let Some(lead) = item.lead else { return Vec::new() };
    let says = document.slice(lead);
    let names_parts = says.contains("following components") || says.contains("following parts");
    let is_named = words.iter().any(|word| is_specific(&document.text, *word)) && !response.items.is_empty();
    if !names_parts || !is_named {
        return Vec::new();
    }
    vec![Particular { span: item.span, kind: ParticularKind::Part }]
}

/// The particular of this kind that `range` of the words states.
pub fn particular(words: &[Word], range: Range<usize>, kind: ParticularKind) -> Particular {
    let end = range.end.min(words.len());
    let span = Span::new(words[range.start].start as usize, words[end - 1].end as usize);
    Particular { span, kind }
}

fn quantities(text: &str, words: &[Word], segment: &Segment, roles: &[Role]) -> Vec<Particular> {
    if segment.compares {
        return Vec::new();
    }
    let found = segment.range.clone().filter_map(|at| {
        let word = words[at];
        let counts = matches!(word.shape, Shape::Number | Shape::Mixed) || word.has(NUMBER_WORD);
        if !counts || !matches!(roles[at], Role::Content | Role::Topic) {
            return None;
        }
        let next =
            words.get(at + 1).copied().filter(|_| at + 1 < segment.range.end || words[at + 1].is(b'-'));
        let is_number = word.shape == Shape::Number || word.has(NUMBER_WORD);
        let is_measured = is_number
            && (in_series(text, words, at)
                || next.is_some_and(|next| next.has(UNIT) || next.is(b'%') || next.is(b'~'))
                || at > segment.range.start
                    && words[at - 1].is_one_of(text, &["modulo", "mod", "factor", "ratio"]));
        let form = word.form(text);
        let is_joined = word.shape == Shape::Mixed
            && form.starts_with(|c: char| c.is_ascii_digit())
            && form.rsplit('-').next().is_some_and(|unit| unit.len() < form.len() && is_unit(unit));
        let is_priced = word.shape == Shape::Number
            && at > 0
            && words[at - 1].is(b'$')
            && next.is_some_and(|next| next.is_one_of(text, &["per", "a"]));
        let is_ratio = word.shape == Shape::Number
            && next.is_some_and(|next| next.is(b':') && next.start == word.end)
            && words
                .get(at + 2)
                .is_some_and(|after| after.shape == Shape::Number && after.start == word.end + 1);
        let is_value = is_measured || is_joined || is_priced || is_ratio;
        is_value.then(|| {
            particular(
                words,
                at..at + if is_measured && next.is_some() { 2 } else { 1 },
                ParticularKind::Quantity,
            )
        })
    });
    found.collect()
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

fn identifiers(text: &str, words: &[Word], range: Range<usize>) -> Vec<Particular> {
    let near = |at: usize| {
        words[at.saturating_sub(12)..(at + 3).min(words.len())]
            .iter()
            .any(|word| word.has(IDENTIFIED_NOUN.with(DOCUMENT_NOUN)) && word.shape == Shape::Lower)
    };
    range
        .filter(|at| {
            let word = words[*at];
            let form = word.form(text);
            let first_is_letter = form.starts_with(|c: char| c.is_alphabetic());
            match word.shape {
                Shape::Mixed if form.contains('_') => true,
                Shape::Mixed if is_file(form) => true,
                Shape::Mixed if first_is_letter && form.starts_with(|c: char| c.is_lowercase()) => {
                    !form.contains('-') && !form.contains('.')
                }
                Shape::Mixed => {
                    first_is_letter
                        && form.contains(|c: char| c.is_ascii_digit())
                        && form.len() < 10
                        && near(*at)
                }
                Shape::Upper => form.len() > 4 && near(*at),
                _ => false,
            }
        })
        .map(|at| particular(words, at..at + 1, ParticularKind::Identifier))
        .collect()
}

/// "`ramp_ctl.c`", "`Branch_Comp_2021.xlsx"`: a short ending after the last full stop.
fn is_file(form: &str) -> bool {
    form.rsplit_once('.').is_some_and(|(name, ending)| {
        name.len() > 1
            && (1..=5).contains(&ending.len())
            && ending.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            && ending.contains(|c: char| c.is_ascii_lowercase())
    })
}

const CITING: Forms = Forms::new(&["at", "in", "see", "of"]);

/// The longest run of pages or sheets that still points to a place.
const LONGEST_RANGE: u64 = 40;

/// A place in a document: "section 5", "tabs 3 through 9", "Exhibit 3, part A", "LN-000212 at 4".
fn citations(text: &str, words: &[Word], range: Range<usize>) -> Vec<Particular> {
    let is_pleading =
        words[range.clone()].iter().any(|word| word.is_one_of(text, &["complaint", "pleading"]));
    if is_pleading {
        return Vec::new();
    }
    let found = range.filter_map(|at| {
        let word = words[at];
        let may_cite = word.has(PLACE_NOUN) || word.mark() == b'~' || word.is_any(text, &CITING);
        if !may_cite {
            return None;
        }
        let mut number = at + 1;
        while words.get(number).is_some_and(|next| next.is(b'.')) {
            number += 1;
        }
        let next = words.get(number)?;
        let form = next.form(text);
        let is_letter = form.len() == 1 && form.starts_with(|c: char| c.is_uppercase());
        let is_place = (word.has(PLACE_NOUN) || word.mark() == b'~')
            && (next.shape == Shape::Number || is_letter || is_sheet(form));
        let is_bates = bates(form).is_some() && word.is_any(text, &CITING);
        if !(is_place || is_bates) || is_long(text, words, number) {
            return None;
        }
        Some(particular(words, at..number + 1, ParticularKind::Citation))
    });
    found.collect()
}

fn is_sheet(form: &str) -> bool {
    form.len() < 8
        && form.starts_with(|c: char| c.is_uppercase())
        && form.ends_with(|c: char| c.is_ascii_digit())
}

/// The number at the end of a Bates stamp such as "ORL-004410".
fn bates(form: &str) -> Option<u64> {
    let digits = form.trim_start_matches(|c: char| !c.is_ascii_digit());
    (digits.len() > 4 && digits.len() < form.len()).then(|| digits.parse().ok()).flatten()
}

fn is_long(text: &str, words: &[Word], from: usize) -> bool {
    let value = |at: usize| {
        let form = words.get(at).map_or("", |word| word.form(text));
        form.trim_start_matches(|c: char| !c.is_ascii_digit()).replace(',', "").parse::<u64>().ok()
    };
    let joins = words
        .get(from + 1)
        .is_some_and(|word| word.is_one_of(text, &["to", "through", "and"]) || word.is(b'-'));
    let end =
        if words.get(from + 2).is_some_and(|word| word.shape == Shape::Upper) { from + 3 } else { from + 2 };
    joins && value(from).zip(value(end)).is_some_and(|(first, last)| last.abs_diff(first) > LONGEST_RANGE)
}

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

/// Lists that say what a thing consists of: after "namely", "that is", "which lists", or in parentheses.
fn lists(text: &str, words: &[Word]) -> Vec<Particular> {
    let mut found = Vec::new();
    for at in 1..words.len() {
        let word = words[at];
        let before = words[at - 1];
        let next_is_each = words.get(at + 1).is_some_and(|next| next.is_any(text, &EACH));
        let spells_out = word.is_one_of(text, &["for"]) && next_is_each
            || word.is(b',')
                && before.is_one_of(text, &["is"])
                && at > 1
                && words[at - 2].is_one_of(text, &["that"]);
        let cue = word.is(b'(') || word.is(b':') || word.is_any(text, &LISTING) || spells_out;
        let links = word.is_any(text, &LINKING);
        if !cue && !links {
            continue;
        }
        let holds_fields = links
            && words[at.saturating_sub(2)..(at + 2).min(words.len())]
                .iter()
                .any(|near| near.is_any(text, &HOLDERS));
        let plain = !word.is_one_of(text, &["are", "is", "with"]);
        let opens_included =
            word.is_one_of(text, &["being", "comprising"]) && words[at - 1].is_one_of(text, &["including"]);
        let relative = !word
            .is_one_of(text, &["records", "lists", "shows", "holds", "gives", "sets", "states"])
            || words[at - 1].is_one_of(
                text,
                &["that", "which", "it", "report", "file", "sheet", "sheets", "workbook", "table"],
            );
        if !(cue && plain && relative || holds_fields) || opens_included {
            continue;
        }
        let end = list_end(words, at);
        let is_per_record = words[at.saturating_sub(12)..end].iter().any(|word| word.is_any(text, &EACH));
        if members(text, words, at + 1..end, is_per_record) {
            found.push(particular(words, at..end, ParticularKind::Fields));
        }
    }
    found.truncate(8);
    found
}

fn list_end(words: &[Word], at: usize) -> usize {
    let closes = if words[at].is(b'(') { b')' } else { b';' };
    let most = (at + 120).min(words.len());
    (at + 1..most)
        .find(|end| words[*end].is(closes) || words[*end].is(b'.') && !words[at].is(b'('))
        .unwrap_or(most)
}

/// At least three members, most of them specific; what a record holds for each thing may be named by general nouns.
fn members(text: &str, words: &[Word], range: Range<usize>, is_per_record: bool) -> bool {
    let mut members = 0;
    let mut specific = 0;
    let mut start = range.start;
    for at in range.clone().chain([range.end]) {
        let cuts = at == range.end
            || words[at].is(b',')
            || words[at].is(b';')
            || words[at].has(crate::lexicon::CONJUNCTION);
        if cuts {
            if at > start {
                members += 1;
                let names_one = specifics(text, words, start..at) > 0
                    || words[start..at].iter().any(|word| {
                        matches!(word.shape, Shape::Mixed)
                            || is_per_record && word.is_wordlike() && !word.has(GLUE)
                    });
                specific += usize::from(names_one && at - start < 16);
            }
            start = at + 1;
        }
    }
    members >= 3 && specific >= 3 && specific * 2 > members
}

const ORDER: Forms =
    Forms::new(&["first", "then", "next", "finally", "thereafter", "subsequently", "afterwards"]);

/// Ordered steps: words of order, or an order that is said to be fixed.
fn steps(text: &str, words: &[Word]) -> Vec<Particular> {
    let mut found = Vec::new();
    let ordered: Vec<usize> = (0..words.len()).filter(|at| words[*at].is_any(text, &ORDER)).collect();
    if let [first, .., last] = ordered[..]
        && specifics(text, words, first..(last + 8)) > 3
    {
        found.push(particular(words, first..last + 1, ParticularKind::Steps));
    }
    let in_order = words.windows(3).position(|three| {
        three[0].is_one_of(text, &["in"])
            && three[1].is_one_of(text, &["that", "this", "fixed", "a"])
            && three[2].is_one_of(text, &["order", "fixed", "sequence"])
    });
    if let Some(at) = in_order
        && specifics(text, words, 0..words.len()) > 3
    {
        found.push(particular(words, at..at + 3, ParticularKind::Steps));
    }
    found
}
