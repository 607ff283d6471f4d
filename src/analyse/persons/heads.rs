//! Names at the start of a piece, in a list, and after the words that lead to one.

use std::ops::Range;

use super::keys::{inverted, key};
use super::listing::{Current, Part, Reader};
use super::names::{Class, Run, run};
use super::units::{Start, Unit};
use crate::lexicon::{AUXILIARY, PARTY_NOUN};
use crate::person::PersonKind;
use crate::word::{Forms, Shape};

/// Words that lead away from a list: what follows them is no person who is identified.
const ASIDE: Forms = Forms::new(&[
    "with",
    "from",
    "at",
    "in",
    "under",
    "against",
    "than",
    "for",
    "per",
    "through",
    "about",
    "regarding",
    "concerning",
    "on",
    "v",
    "vs",
    "versus",
    "via",
    "see",
    "within",
    "near",
    "since",
    "into",
    "during",
    "after",
    "before",
    "until",
]);
impl Reader<'_> {
    /// Reads the names that `range` starts with and what is said of them; false if it starts with none.
    pub(super) fn head(&mut self, range: Range<usize>, unit: &Unit, is_certain: bool) -> bool {
        if let Some(first) = inverted(self.text, self.words, range.start, range.end) {
            self.names(first, PersonKind::Natural, range.end);
            return true;
        }
        let Some(first) = run(self.text, self.words, range.start, range.end) else { return false };
        let kind = match first.class {
            Class::Natural => PersonKind::Natural,
            Class::Entity => PersonKind::Entity,
            _ => return false,
        };
        let is_listed = if kind == PersonKind::Natural {
            is_certain || self.names_a_person(&first, range.end)
        } else {
            is_certain || self.lists_a_company(&first, &range, unit)
        };
        if !is_listed {
            return false;
        }
        self.names(first, kind, range.end);
        true
    }

    /// What follows a name goes on as an entry or a sentence about a person does.
    fn names_a_person(&self, run: &Run, end: usize) -> bool {
        let Some(next) = self.words.get(run.words.end).filter(|_| run.words.end < end) else { return true };
        match next.mark() {
            0 => {}
            mark => return matches!(mark, b',' | b'(' | b'-' | b':' | b';' | b'.' | b'/' | b'|' | b'&'),
        }
        next.shape == Shape::Number
            || next.has(AUXILIARY)
            || next.is_one_of(
                self.text,
                &[
                    "who",
                    "whose",
                    "whom",
                    "and",
                    "or",
                    "of",
                    "at",
                    "in",
                    "with",
                    "for",
                    "as",
                    "c",
                    "formerly",
                    "currently",
                    "presently",
                    "then",
                    "both",
                ],
            )
            || next.shape == Shape::Lower
                && next.form(self.text).ends_with('s')
                && !next.form(self.text).ends_with("ss")
            || next.shape == Shape::Lower
                && (next.form(self.text).ends_with("ed")
                    || next.is_one_of(
                        self.text,
                        &[
                            "led", "left", "wrote", "built", "knew", "ran", "oversaw", "sold", "held",
                            "made", "has",
                        ],
                    ))
    }

    /// A company is a person of its own where an entry starts with it, and no employer.
    fn lists_a_company(&self, run: &Run, range: &Range<usize>, unit: &Unit) -> bool {
        let mark = self.mark(run.words.end, range.end);
        let goes_on = run.words.end == range.end || matches!(mark, b',' | b'(' | b'-' | b':' | b';' | b'.');
        let is_bare = self.bare(range).is_some();
        let follows_human = matches!(self.current, Current::One(index) if self.listing.drafts[index].kind == PersonKind::Natural);
        let is_entry = unit.has_label || unit.start == Start::Entry;
        goes_on && unit.start != Start::Sentence && (is_entry || !(is_bare && follows_human))
    }

    /// Reads a list of names from its first on, and what follows up to `end`.
    pub(super) fn names(&mut self, first: Run, kind: PersonKind, end: usize) {
        let mut entry = Some((first, kind));
        while let Some((first, kind)) = entry {
            let next = self.entry(&first, kind, end);
            // ", and Bo Ek, Analyst, ..." after what was said of the first is an entry of its own.
            let further = (next..end).find(|at| self.starts_entry(*at, end));
            self.say(Part { words: next..further.unwrap_or(end), labels: Vec::new() });
            let found = further.and_then(|at| run(self.text, self.words, at, end));
            entry = found.map(|run| (run, PersonKind::Natural));
        }
    }

    /// Reads names with commas or "and" between them; gives where they end.
    fn entry(&mut self, first: &Run, kind: PersonKind, end: usize) -> usize {
        let mut next = first.words.end;
        let mut listed = vec![self.person(first, kind)];
        loop {
            let aside = self.aside(next, end);
            if let Some(aside) = aside.clone() {
                next = aside.end;
                let last = listed[listed.len() - 1];
                self.listing.drafts[last].parts.push(Part { words: aside, labels: Vec::new() });
            }
            let Some(run) = self.next_name(next, end, aside.is_some()) else { break };
            next = run.words.end;
            listed.push(self.person(&run, PersonKind::Natural));
        }
        self.current = if let [only] = listed.as_slice() {
            Current::One(*only)
        } else {
            self.listing.groups.push((listed, Vec::new()));
            Current::Several(self.listing.groups.len() - 1)
        };
        next
    }

    /// The words in brackets that start at `at`.
    fn aside(&self, at: usize, end: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 60;
        if self.mark(at, end) != b'(' {
            return None;
        }
        let close = (at..end.min(at + LONGEST)).find(|at| self.words[*at].is(b')'))?;
        Some(at..close + 1)
    }

    /// The next name of a list that goes on at `at`, where a comma or "and" must stand.
    fn next_name(&self, at: usize, end: usize, after_aside: bool) -> Option<Run> {
        let comma = usize::from(self.mark(at, end) == b',');
        let and = usize::from(self.is(at + comma, end, &["and", "or"]) || self.mark(at + comma, end) == b'&');
        let from = at + comma + and;
        if comma + and == 0 {
            return None;
        }
        let found = run(self.text, self.words, from, end)?;
        if !matches!(found.class, Class::Natural) || found.count > 5 {
            return None;
        }
        let after = found.words.end;
        if and == 1 {
            let is_named = self.names_a_person(&found, end);
            return is_named.then_some(found);
        }
        if after_aside && self.mark(after, end) == b'(' {
            return Some(found);
        }
        self.list_ends_in_and(after, end).then_some(found)
    }

    /// The names that follow, with commas between them, end in "and" and a name.
    fn list_ends_in_and(&self, at: usize, end: usize) -> bool {
        // Names further on are looked at again from the next one: a few are enough to tell.
        const AHEAD: usize = 3;
        let mut next = at;
        for _ in 0..AHEAD {
            next = self.aside(next, end).map_or(next, |aside| aside.end);
            let comma = usize::from(self.mark(next, end) == b',');
            let and = usize::from(self.is(next + comma, end, &["and", "or"]));
            if comma + and == 0 {
                return false;
            }
            let found = run(self.text, self.words, next + comma + and, end);
            let Some(found) = found.filter(|run| run.class == Class::Natural) else { return false };
            if and == 1 {
                return true;
            }
            next = found.words.end;
        }
        true
    }

    /// ", and" or ", and by" and a name with a comma or a bracket after it: the next entry of a list in one sentence.
    fn starts_entry(&self, at: usize, end: usize) -> bool {
        let by = usize::from(at > 0 && self.words[at - 1].is_one_of(self.text, &["by"]));
        let Some(and) = (at - by).checked_sub(1).filter(|and| *and > 0) else { return false };
        if !self.words[and].is_one_of(self.text, &["and"])
            || !matches!(self.words[and - 1].mark(), b',' | b')')
        {
            return false;
        }
        let found = run(self.text, self.words, at, end).filter(|run| run.class == Class::Natural);
        found.is_some_and(|run| matches!(self.mark(run.words.end, end), b',' | b'(') || run.words.end == end)
    }

    /// The first name within a sentence that leads to a list of persons.
    pub(super) fn lead(&self, range: &Range<usize>) -> Option<(usize, PersonKind, Run)> {
        let mut at = range.start + 1;
        while at < range.end {
            let Some(found) = run(self.text, self.words, at, range.end) else {
                at += 1;
                continue;
            };
            let before = self.words[at - 1];
            let after_colon = before.is(b':');
            let leads = after_colon
                || before.is_wordlike()
                    && !before.is_any(self.text, &ASIDE)
                    && (before.shape == Shape::Lower || before.has(PARTY_NOUN));
            match found.class {
                Class::Natural if leads && self.names_a_person(&found, range.end) => {
                    return Some((at, PersonKind::Natural, found));
                }
                Class::Entity if after_colon => return Some((at, PersonKind::Entity, found)),
                _ => at = found.words.end,
            }
        }
        None
    }

    /// The person whom the words name by the surname ("Ms. Roe", "Roe") and who is known already.
    pub(super) fn known(&self, range: &Range<usize>) -> Option<usize> {
        let found = run(self.text, self.words, range.start, range.end)?;
        if found.count != 1 {
            return None;
        }
        self.by_key.get(&format!("~{}", key(self.text, self.words, &found))).copied()
    }
}
