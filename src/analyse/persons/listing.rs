//! The persons whom an answer lists, each with the stretches of words that speak of it.

use std::collections::HashMap;
use std::ops::Range;

use super::keys::key;
use super::labels::{Labels, labelled};
use super::names::{Class, Run, run};
use super::units::{Start, Unit};
use crate::person::PersonKind;
use crate::rule::RuleSet;
use crate::word::{Shape, Word};

/// Words that speak of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub words: Range<usize>,
    /// What the label before them, or the head of their column, names.
    pub labels: Labels,
}

/// A person as it is found.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The name.
    pub name: Range<usize>,
    /// What it is.
    pub kind: PersonKind,
    /// The name in small letters, without titles, initials and endings.
    pub key: String,
    /// The name is more than a title and a surname.
    pub is_full: bool,
    /// What is said of it alone.
    pub parts: Vec<Part>,
}

/// Everything that an answer says of persons.
#[derive(Debug, Default)]
pub struct Listing {
    /// The persons in order of their first mention.
    pub drafts: Vec<Draft>,
    /// Persons who are named together, by their indices, and what is said of them together.
    pub groups: Vec<(Vec<usize>, Vec<Part>)>,
    /// What is said of the first so many of all.
    pub of_all: Vec<(usize, Part)>,
}

/// Of whom the words speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Current {
    Nobody,
    /// Index of the person.
    One(usize),
    /// Index of the group.
    Several(usize),
}

/// Reads the pieces of an answer; with `only_led` no piece starts with a person, and those are taken to whom a sentence
/// leads ("was developed by ...").
pub fn listing(text: &str, words: &[Word], units: &[Unit], rules: &RuleSet, only_led: bool) -> Listing {
    let mut reader = Reader {
        text,
        words,
        rules,
        listing: Listing::default(),
        by_key: HashMap::new(),
        current: Current::Nobody,
        pending: None,
        columns: None,
        after_post: false,
        only_led,
    };
    let mut block_until = 0;
    for (at, unit) in units.iter().enumerate() {
        if unit.start == Start::Paragraph && at >= block_until {
            block_until = reader.block(units, at);
        }
        reader.unit(unit, at < block_until && unit.start == Start::Line);
    }
    reader.listing
}

/// Reads the pieces one after another.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) rules: &'a RuleSet,
    pub(super) listing: Listing,
    /// The persons by their names, and by their surnames with a mark before them.
    pub(super) by_key: HashMap<String, usize>,
    /// Of whom the last piece spoke.
    pub(super) current: Current,
    /// A label whose line held nothing else.
    pending: Option<Labels>,
    /// What the columns of the table are headed; `None` outside tables.
    pub(super) columns: Option<Vec<Labels>>,
    /// The last piece was a post and nothing else.
    after_post: bool,
    /// Pieces are about secrets, and name persons by the way.
    only_led: bool,
}

impl Reader<'_> {
    pub(super) fn is(&self, at: usize, end: usize, forms: &[&str]) -> bool {
        at < end && self.words[at].is_one_of(self.text, forms)
    }

    pub(super) fn mark(&self, at: usize, end: usize) -> u8 {
        if at < end { self.words[at].mark() } else { 0 }
    }

    /// One past the lines that follow a name alone on its line and speak of it; `at` if there are none.
    fn block(&self, units: &[Unit], at: usize) -> usize {
        let words = units[at].words.clone();
        let is_name = self.bare(&words).is_some_and(|run| run.class == Class::Natural);
        let lines = units[at + 1..].iter().take_while(|unit| unit.start != Start::Paragraph);
        let speaks = |unit: &Unit| {
            let words = &self.words[unit.words.clone()];
            words.iter().take(3).any(|word| word.shape == Shape::Number)
                || self.bare(&unit.words).is_some_and(|run| run.class == Class::Post)
        };
        let mut count = 0;
        let has_detail = lines.inspect(|_| count += 1).filter(|unit| speaks(unit)).count() > 0;
        if is_name && has_detail { at + 1 + count } else { at }
    }

    /// The row of capitalised words that is all of `range`.
    pub(super) fn bare(&self, range: &Range<usize>) -> Option<Run> {
        let found = run(self.text, self.words, range.start, range.end)?;
        let rest = &self.words[found.words.end..range.end];
        rest.iter().all(|word| matches!(word.mark(), b'.' | b',' | b';')).then_some(found)
    }

    fn unit(&mut self, unit: &Unit, is_in_block: bool) {
        let range = unit.words.clone();
        if self.only_led {
            return self.led(range, unit);
        }
        if unit.start == Start::Row {
            return self.row(range);
        }
        self.columns = None;
        let was_post = std::mem::take(&mut self.after_post);
        self.after_post = self.bare(&range).is_some_and(|run| run.class == Class::Post);
        if let Some((labels, colon)) = labelled(self.text, self.words, range.clone(), self.rules) {
            return self.labelled(labels, colon + 1..range.end);
        }
        if let Some(labels) = self.pending.take() {
            return self.labelled(labels, range);
        }
        let starts = !is_in_block || unit.has_label || self.follows_details(&range);
        let is_employer = was_post && self.bare(&range).is_some() && !unit.has_label;
        if is_employer {
            return self.say(Part { words: range, labels: vec![self.element("employer")] });
        }
        if starts && self.head(range.clone(), unit, false) {
            return;
        }
        self.other(range, unit);
    }

    /// In a block of lines, a name that comes after a number starts the next block.
    fn follows_details(&self, range: &Range<usize>) -> bool {
        let is_name = self.bare(range).is_some_and(|run| run.class == Class::Natural && run.count < 4);
        is_name && range.start > 0 && self.words[range.start - 1].shape == Shape::Number
    }

    /// A line with a label; the words are what follows it.
    pub(super) fn labelled(&mut self, labels: Labels, value: Range<usize>) {
        if value.is_empty() {
            self.pending = Some(labels);
            return;
        }
        if labels.iter().any(|index| &*self.rules.elements[*index].id == NAME) {
            let unit = Unit { words: value.clone(), start: Start::Entry, has_label: true };
            if !self.head(value.clone(), &unit, true) {
                self.whole(value);
            }
        } else {
            self.say(Part { words: value, labels });
        }
    }

    /// Takes all of `range` for a name.
    fn whole(&mut self, range: Range<usize>) {
        let is_name = |word: &Word| matches!(word.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
        let ends = |at: &usize| matches!(self.words[*at].mark(), b'.' | b'(' | b';' | b'-');
        let end = range.clone().find(ends).unwrap_or(range.end).min(range.start + 6);
        if is_name(&self.words[range.start]) && end > range.start {
            let count = self.words[range.start..end].iter().filter(|word| word.is_wordlike()).count();
            let run = Run { words: range.start..end, class: Class::Natural, first: range.start, count };
            let index = self.person(&run, PersonKind::Natural);
            self.listing.drafts[index].is_full |= count > 1;
            self.current = Current::One(index);
            self.say(Part { words: end..range.end, labels: Labels::new() });
        }
    }

    /// The index of an element.
    pub(super) fn element(&self, id: &str) -> usize {
        self.rules.elements.iter().position(|element| &*element.id == id).unwrap_or(usize::MAX)
    }

    /// Adds what is said of the persons that the last piece spoke of.
    pub(super) fn say(&mut self, part: Part) {
        match self.current {
            _ if part.words.is_empty() => {}
            Current::Nobody => {}
            Current::One(index) => self.listing.drafts[index].parts.push(part),
            Current::Several(group) => self.listing.groups[group].1.push(part),
        }
    }

    /// The person of this name, who may be known already.
    pub(super) fn person(&mut self, run: &Run, kind: PersonKind) -> usize {
        let key = key(self.text, self.words, run);
        let surname = format!("~{}", key.rsplit(' ').next().unwrap_or_default());
        let known = if run.is_surname_only() { self.by_key.get(&surname) } else { self.by_key.get(&key) };
        if let Some(index) = known {
            return *index;
        }
        let index = self.listing.drafts.len();
        let is_full = kind == PersonKind::Entity || run.count > 1;
        self.listing.drafts.push(Draft {
            name: run.words.clone(),
            kind,
            key: key.clone(),
            is_full,
            parts: Vec::new(),
        });
        self.by_key.insert(key, index);
        if kind == PersonKind::Natural {
            self.by_key.entry(surname).or_insert(index);
        }
        index
    }
}

/// The element that a name states.
pub const NAME: &str = "person-name";
