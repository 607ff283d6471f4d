//! Addresses down to the street, the building or the box, of many countries.

use super::details::Reader;
use super::names::{is_region, is_street};
use crate::lexicon::NUMBER_WORD;
use crate::word::{Forms, Shape, Word};

/// Before the number of a flat, a floor or a plot.
const UNITS: Forms = Forms::new(&[
    "suite",
    "ste",
    "floor",
    "fl",
    "apartment",
    "apt",
    "flat",
    "plot",
    "unit",
    "building",
    "bldg",
    "tower",
    "room",
    "rm",
    "house",
    "door",
    "block",
    "shop",
    "level",
    "villa",
    "box",
    "lot",
    "sector",
    "phase",
]);
/// Endings of the one-word names of streets.
const STREET_ENDINGS: [&str; 12] = [
    "straße", "strasse", "str", "gasse", "allee", "platz", "straat", "laan", "gatan", "vägen", "veien", "weg",
];

impl Reader<'_> {
    /// One past an address down to the street or the building that starts with word `at`.
    pub(super) fn street(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        let form = word.form(self.text);
        if word.is_one_of(self.text, &["p.o", "po", "post", "postbus", "postfach", "gpo"]) {
            let boxed = (at + 1..at + 4)
                .find(|near| self.word(*near).is_some_and(|word| word.is_one_of(self.text, &["box", "bag"])));
            let boxed = boxed.filter(|boxed| self.digits_at(boxed + 1) > 0);
            let numbered = (word.form(self.text).len() > 4 && self.digits_at(at + 1) > 0).then_some(at);
            return boxed.or(numbered).map(|found| found + 2);
        }
        if word.is_wordlike()
            && word.shape != Shape::Lower
            && word.is_any(self.text, &UNITS)
            && self.is_house_number(at + 1)
        {
            return Some(at + 2);
        }
        let ends_so = || {
            let small = form.to_lowercase();
            STREET_ENDINGS.iter().any(|ending| small.ends_with(ending) && small.len() > ending.len() + 1)
        };
        let names_street = is_street(word) && at > self.start && self.words[at - 1].shape != Shape::Lower
            || word.shape == Shape::Capitalised && ends_so();
        if names_street && self.is_house_number(at + 1) {
            let is_at_edge = self.digits_at(at + 1) < 5;
            return is_at_edge.then_some(at + 2);
        }
        if self.is_house_number(at) { self.numbered_street(at) } else { None }
    }

    /// "14", "12-B", "221B", "One".
    fn is_house_number(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let form = word.form(self.text);
            match word.shape {
                Shape::Number => form.len() <= 7 && !form.contains(['.', ',']),
                Shape::Mixed => {
                    form.len() <= 6 && form.contains(|c: char| c.is_ascii_digit()) && !form.contains('_')
                }
                Shape::Capitalised | Shape::Upper => word.has(NUMBER_WORD) || form.len() == 1,
                _ => false,
            }
        })
    }

    /// "14 Mill Street", "12-B Cedar Court", "500 Broadway, New York, NY 10012", "10 Rue de Rivoli".
    fn numbered_street(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 7;
        let opens = at == self.start || {
            let before = self.words[at - 1];
            before.shape == Shape::Lower
                || matches!(before.mark(), b',' | b';' | b':' | b'|' | b'(' | b'-' | b'.')
                || self.text.as_bytes()[before.end as usize..self.words[at].start as usize].contains(&b'\n')
        };
        let is_single_letter = self.word(at)?.form(self.text).len() == 1 && self.digits_at(at) == 0;
        if !opens || is_single_letter {
            return None;
        }
        let mut names = 0;
        for near in at + 1..at + 1 + WORDS {
            let Some(word) = self.word(near) else { break };
            if is_street(word) && (names > 0 || self.word(near + 1).is_some_and(Word::is_wordlike)) {
                return Some(near + 1);
            }
            let goes_on = word.is_wordlike() && word.shape != Shape::Lower
                || word.is(b'.')
                || word.is(b'\'')
                || word.shape == Shape::Possessive
                || names == 0 && (word.shape == Shape::Number || word.is(b'-') || word.is(b'/'))
                || word.is_one_of(
                    self.text,
                    &["de", "du", "des", "la", "of", "the", "del", "van", "der", "st", "nd", "rd", "th"],
                );
            if !goes_on {
                break;
            }
            names += usize::from(word.is_wordlike());
        }
        let after = (at + 1..at + 1 + WORDS).find(|near| self.is(*near, b','))?;
        (names > 0 && after > at + 1 && self.digits_at(at) < 6 && self.has_postcode(after)).then_some(after)
    }

    /// A state, a country or a postcode follows within a few words.
    fn has_postcode(&self, from: usize) -> bool {
        const WORDS: usize = 9;
        (from..from + WORDS).any(|near| {
            self.word(near).is_some_and(|word| is_region(word) || matches!(self.digits_at(near), 5 | 6 | 9))
        })
    }
}
