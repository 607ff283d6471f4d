//! What points to one thing among many: identifiers, and citations to a place in a document.

use std::ops::Range;

use crate::analyse::records::production_number;
use crate::analyse::senses::Senses;
use crate::lexicon::{DOCUMENT_NOUN, IDENTIFIED_NOUN, MEASURE_NOUN, PLACE_NOUN, UNIT};
use crate::particular::{Particular, ParticularKind};
use crate::word::{Forms, Shape, Word};

/// Adds the identifiers of a clause: files, tables, columns, functions, drawings, parts.
pub fn identifiers(item: &Senses<'_>, clause: Range<usize>, found: &mut Vec<Particular>) {
    let (text, words) = (item.text, item.words);
    let near = |at: usize| {
        words[at.saturating_sub(12)..(at + 3).min(words.len())]
            .iter()
            .any(|word| word.has(IDENTIFIED_NOUN.with(DOCUMENT_NOUN)) && word.shape == Shape::Lower)
    };
    let names = clause
        .filter(|at| {
            let word = words[*at];
            if !matches!(word.shape, Shape::Mixed | Shape::Upper) || word.has(UNIT) {
                return false;
            }
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
        .map(|at| item.particular(at..at + 1, ParticularKind::Identifier));
    found.extend(names);
}

/// "`ramp_ctl.c`", "`Branch_Comp_2021.xlsx"`: a short ending after the last full stop.
pub fn is_file(form: &str) -> bool {
    form.rsplit_once('.').is_some_and(|(name, ending)| {
        name.len() > 1
            && (1..=5).contains(&ending.len())
            && ending.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            && ending.contains(|c: char| c.is_ascii_lowercase())
    })
}

const TITLED: Forms =
    Forms::new(&["headed", "entitled", "titled", "captioned", "named", "labeled", "labelled"]);
const RECORDS: Forms = Forms::new(&[
    "list", "file", "sheet", "binder", "database", "table", "folder", "document", "notebook", "map",
]);

/// Words from a title within which the size of its record is looked for.
const NEAR: usize = 8;

/// "84-name", "2,340 contractors": how many entries a record has; pages and files are no entries.
fn counts_entries(item: &Senses<'_>, at: usize) -> bool {
    let (text, words) = (item.text, item.words);
    let word = words[at];
    let joined = word
        .form(text)
        .split_once('-')
        .filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    let is_joined =
        joined.is_some_and(|(_, entry)| matches!(entry, "name" | "entry" | "row" | "customer" | "account"));
    let counts = |noun: &Word| {
        noun.shape == Shape::Lower
            && noun.form(text).ends_with('s')
            && !noun.has(DOCUMENT_NOUN.with(PLACE_NOUN).with(UNIT).with(MEASURE_NOUN))
    };
    is_joined
        || word.shape == Shape::Number
            && at > 0
            && words[at - 1].is_one_of(text, &["of"])
            && words.get(at + 1).is_some_and(counts)
}

/// The longest title in words and marks.
const LONGEST_TITLE: usize = 10;

/// Adds the records that are named by their titles: the "Quiet Sellers" binder, a list headed "Fund CFOs".
pub fn titles(item: &Senses<'_>, found: &mut Vec<Particular>) {
    let (text, words) = (item.text, item.words);
    let is_record = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| word.has(DOCUMENT_NOUN) || word.is_any(text, &RECORDS))
    };
    let mut at = 0;
    while let Some(open) = words[at..].iter().position(|word| word.is(b'"')) {
        at += open;
        let Some(close) = (at + 2..words.len().min(at + LONGEST_TITLE)).find(|close| words[*close].is(b'"'))
        else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1);
        let is_titled = before.is_some_and(|before| words[before].is_any(text, &TITLED));
        if is_titled || is_record(before) || is_record(Some(close + 1)) {
            found.push(item.particular(at..close + 1, ParticularKind::Identifier));
            let near = at.saturating_sub(NEAR)..words.len().min(close + NEAR);
            let size = near.clone().find(|at| counts_entries(item, *at));
            found.extend(size.map(|size| item.particular(size..size + 1, ParticularKind::Record)));
        }
        at = close + 1;
    }
}

const CITING: Forms = Forms::new(&["at", "in", "see", "of"]);
const UP_TO: Forms = Forms::new(&["to", "through", "thru", "until"]);

/// The longest run of pages or sheets that still points to a place.
const LONGEST_RANGE: u64 = 40;

/// Adds the places in documents that a clause cites: "section 5", "tabs 3 through 9", "LN-000212 at 4".
pub fn citations(item: &Senses<'_>, clause: Range<usize>, found: &mut Vec<Particular>) {
    let (text, words) = (item.text, item.words);
    let may_cite = |at: &usize| {
        let word = words[*at];
        word.has(PLACE_NOUN) || word.mark() == b'~' || matches!(word.shape, Shape::Mixed | Shape::Upper)
    };
    let cited = clause.clone().filter(may_cite).filter_map(|at| {
        let word = words[at];
        if let Some(cited) = cited_pages(text, words, at) {
            return Some(item.particular(cited.ok()?, ParticularKind::Citation));
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
        if !is_place || is_long(text, words, number) {
            return None;
        }
        Some(item.particular(at..number + 1, ParticularKind::Citation))
    });
    let before = found.len();
    found.extend(cited);
    let is_pleading = |at: usize| words[at].is_one_of(text, &["complaint", "pleading"]);
    if found.len() > before && { clause }.any(is_pleading) {
        found.truncate(before);
    }
}

fn is_sheet(form: &str) -> bool {
    form.len() < 8
        && form.starts_with(|c: char| c.is_uppercase())
        && form.ends_with(|c: char| c.is_ascii_digit())
}

/// The production number that starts at word `at`, with the word before it that cites it and the page after it: "at
/// ORL-004410", "QV 000412 at 3", "QV 000412 to 415". An error if it points to no place: its pages are too many, or it only
/// ends a range.
fn cited_pages(text: &str, words: &[Word], at: usize) -> Option<Result<Range<usize>, NoPlace>> {
    let (end, pages) = production_number(text, words, at)?;
    let before = at.checked_sub(1).map(|before| words[before]);
    let ends_range = before.is_some_and(|word| word.is(b'-') || word.is_any(text, &UP_TO));
    if ends_range || pages.is_none_or(|pages| pages > LONGEST_RANGE) {
        return Some(Err(NoPlace));
    }
    let start = if before.is_some_and(|word| word.is_any(text, &CITING)) { at - 1 } else { at };
    Some(Ok(start..end))
}

/// A production number that points to no place.
struct NoPlace;

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
