//! Phrase patterns over words, and the search for all of them at once.
//!
//! A pattern is a row of elements with blanks between: a word (`including`), alternatives (`and/or`), a word
//! list (`<result-verb>`), an ending (`*ing`), a number (`#`), a mark (`,`), any word (`_`), or a gap of at most
//! `n` words that crosses no `;` or `.` (`~n`). A `?` after an element makes it optional. Line breaks, quotation
//! marks' form and letter case never matter.

mod rows;

use std::cmp::Reverse;

use self::rows::{Remainders, Rows};
use crate::document::Span;
use crate::lexicon::{Lexicon, Lists, anchor};
use crate::word::{Shape, Word};

/// One pattern, ready to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    elements: Vec<Element>,
    /// The element by which it is looked up; those before it take one word each.
    anchor: usize,
    /// For each element that is one of a few words and required: those words. All must meet for a match.
    needs: Vec<WordSet>,
}

/// A set of word numbers, by their remainders: it never lacks a word that was put in, and may seem to hold others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct WordSet([u64; 4]);

impl WordSet {
    fn of(ids: impl Iterator<Item = u32>) -> Self {
        let mut set = Self::default();
        ids.for_each(|id| set.0[(id >> 6 & 3) as usize] |= 1 << (id & 63));
        set
    }

    fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(ours, theirs)| ours & theirs != 0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Element {
    test: Test,
    is_optional: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Words(Vec<u32>),
    List(Lists),
    Ending(Box<str>),
    Number,
    Mark(u8),
    Any,
    Gap(usize),
}

impl Phrase {
    /// Reads a pattern; new words go into the lexicon.
    ///
    /// # Errors
    /// The reason, as one sentence, and the list name that is unknown, if that is the reason.
    pub fn parse(pattern: &str, lexicon: &mut Lexicon) -> Result<Self, (String, Option<String>)> {
        let anchor = anchor(pattern, lexicon);
        let elements = pattern
            .split_whitespace()
            .enumerate()
            .map(|(at, element)| {
                let lists = if at == anchor { Lists::ANCHORS_PHRASE } else { Lists::NONE };
                parse_element(element, lists, lexicon)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let anchored =
            elements.first().is_some_and(|first| !first.is_optional && !matches!(first.test, Test::Gap(_)));
        if !anchored {
            return Err((
                format!("the phrase \"{pattern}\" must start with an element that is required"),
                None,
            ));
        }
        let others =
            elements.iter().enumerate().filter(|(at, element)| *at != anchor && !element.is_optional);
        let needs = others.filter_map(|(_, element)| match &element.test {
            Test::Words(ids) => Some(WordSet::of(ids.iter().copied())),
            _ => None,
        });
        Ok(Self { needs: needs.collect(), elements, anchor })
    }

    /// Which words can follow the anchor.
    fn after_anchor(&self) -> Remainders {
        match self.elements.get(self.anchor + 1) {
            Some(Element { test: Test::Words(ids), is_optional: false }) => Remainders::of(ids),
            _ => Remainders::ALL,
        }
    }

    /// Words with these numbers can match.
    fn can_match(&self, present: WordSet) -> bool {
        self.needs.iter().all(|need| need.meets(present))
    }

    /// The number of words that the pattern takes at `at`; `None` if it does not match there.
    fn match_at(&self, text: &str, words: &[Word], at: usize) -> Option<usize> {
        match_elements(&self.elements, text, words, at).map(|end| end - at)
    }
}

/// Reads one element; its words are put on `lists`.
fn parse_element(
    element: &str,
    lists: Lists,
    lexicon: &mut Lexicon,
) -> Result<Element, (String, Option<String>)> {
    let (body, is_optional) = match element.strip_suffix('?') {
        Some(body) if !body.is_empty() => (body, true),
        _ => (element, false),
    };
    let test = if body == "_" {
        Test::Any
    } else if body == "#" {
        Test::Number
    } else if let Some(gap) = body.strip_prefix('~') {
        Test::Gap(
            gap.parse()
                .map_err(|_| (format!("\"{body}\" is no gap; write ~ and a number of words"), None))?,
        )
    } else if let Some(name) = body.strip_prefix('<').and_then(|body| body.strip_suffix('>')) {
        Test::List(
            lexicon
                .list(name)
                .ok_or_else(|| (format!("there is no word list \"{name}\""), Some(name.to_owned())))?,
        )
    } else if let Some(ending) = body.strip_prefix('*').filter(|ending| !ending.is_empty()) {
        Test::Ending(ending.into())
    } else if body.len() == 1 && !body.as_bytes()[0].is_ascii_alphanumeric() {
        Test::Mark(body.as_bytes()[0])
    } else {
        Test::Words(body.split('/').map(|word| lexicon.insert(&word.to_ascii_lowercase(), lists)).collect())
    };
    Ok(Element { test, is_optional })
}

fn match_elements(elements: &[Element], text: &str, words: &[Word], at: usize) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else { return Some(at) };
    if let Test::Gap(most) = first.test {
        for skipped in 0..=most {
            if let Some(end) = match_elements(rest, text, words, at + skipped) {
                return Some(end);
            }
            if words.get(at + skipped).is_none_or(|word| word.is(b';') || word.is(b'.')) {
                return None;
            }
        }
        return None;
    }
    let taken = words.get(at).filter(|word| first.test.holds(text, **word));
    taken
        .and_then(|_| match_elements(rest, text, words, at + 1))
        .or_else(|| first.is_optional.then(|| match_elements(rest, text, words, at)).flatten())
}

impl Test {
    fn holds(&self, text: &str, word: Word) -> bool {
        match self {
            Self::Words(ids) => ids.contains(&word.id),
            Self::List(lists) => word.has(*lists),
            Self::Ending(ending) => {
                let form = &text[word.start as usize..word.end as usize];
                word.is_wordlike() && form.len() > ending.len() + 1 && form.ends_with(&**ending)
            }
            Self::Number => word.shape == Shape::Number,
            Self::Mark(mark) => word.is(*mark),
            Self::Any => word.is_wordlike() || word.shape == Shape::Number,
            Self::Gap(_) => false,
        }
    }
}

/// A place where a pattern of a group was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The group of the pattern.
    pub group: u32,
    /// Index of the first word.
    pub first: usize,
    /// One past the index of the last word.
    pub end: usize,
}

impl Hit {
    /// The same hit, counted in words that start `first` words earlier.
    #[must_use]
    pub fn moved_by(self, first: usize) -> Self {
        Self { first: self.first + first, end: self.end + first, ..self }
    }

    /// Where the words stand.
    pub fn span(self, words: &[Word]) -> Span {
        Span::new(words[self.first].start as usize, words[self.end - 1].end as usize)
    }
}

/// Patterns in groups, found in one pass over the words: a pattern is only tried where its anchor can stand.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    patterns: Vec<(u32, Phrase)>,
    /// For each word number, the patterns that are looked up by it.
    by_word: Rows,
    /// Patterns that start with a list, and the list.
    by_list: Vec<(Lists, u32)>,
    /// Patterns that start with an ending, a number, a mark or any word.
    elsewhere: Vec<u32>,
    groups: u32,
}

impl Phrases {
    /// A new group with these patterns.
    pub fn add_group(&mut self, patterns: Vec<Phrase>) -> u32 {
        let group = self.groups;
        self.groups += 1;
        for pattern in patterns {
            let number = self.patterns.len() as u32;
            match &pattern.elements[pattern.anchor].test {
                Test::Words(ids) => {
                    let after = pattern.after_anchor();
                    for id in ids {
                        self.by_word.push(*id, number, after);
                    }
                }
                Test::List(lists) => {
                    self.by_list.push((*lists, number));
                }
                _ => self.elsewhere.push(number),
            }
            self.patterns.push((group, pattern));
        }
        group
    }

    /// Every match of every pattern, in order of the first word, then of the groups; matches may overlap.
    pub fn find(&self, text: &str, words: &[Word]) -> Vec<Hit> {
        let present = WordSet::of(words.iter().map(|word| word.id));
        let can_match = |number: &u32| self.patterns[*number as usize].1.can_match(present);
        let listed: Vec<(Lists, u32)> =
            self.by_list.iter().filter(|(_, number)| can_match(number)).copied().collect();
        let starting = listed.iter().fold(Lists::NONE, |all, (lists, _)| all.with(*lists));
        let elsewhere: Vec<u32> = self.elsewhere.iter().filter(|number| can_match(number)).copied().collect();
        let mut hits = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let mut attempt = |number: u32| {
                let (group, pattern) = &self.patterns[number as usize];
                let Some(first) = at.checked_sub(pattern.anchor) else { return };
                if let Some(length) = pattern.match_at(text, words, first) {
                    hits.push(Hit { group: *group, first, end: first + length });
                }
            };
            if word.has(Lists::ANCHORS_PHRASE) {
                let follower = words.get(at + 1).map_or(0, |next| next.id);
                self.by_word.of(word.id, follower).filter(can_match).for_each(&mut attempt);
            }
            if word.has(starting) {
                let starting = listed.iter().filter(|(lists, _)| word.has(*lists));
                starting.for_each(|(_, number)| attempt(*number));
            }
            for number in &elsewhere {
                attempt(*number);
            }
        }
        hits.sort_unstable_by_key(|hit| (hit.first, hit.group, Reverse(hit.end)));
        hits
    }
}

#[cfg(test)]
mod tests;
