//! Telephone numbers, national and international.

use super::details::Reader;
use crate::word::Shape;

impl Reader<'_> {
    /// One past a telephone number that starts with word `at`.
    pub(super) fn telephone(&self, at: usize) -> Option<usize> {
        let word = self.word(at)?;
        let international = word.is(b'+') || word.mark() == b'~';
        if international {
            return self.grouped(at + 1, 8);
        }
        if word.is(b'(') && (2..=4).contains(&self.digits_at(at + 1)) && self.is(at + 2, b')') {
            return self.grouped(at + 3, 6);
        }
        let form = word.form(self.text);
        let groups = form.split(['-', '.']).count();
        if word.shape == Shape::Number
            && groups >= 3
            && (10..=13).contains(&self.digits_at(at))
            && !form.contains(',')
        {
            return Some(at + 1);
        }
        let three = self.digits_at(at) == 3 && self.digits_at(at + 1) == 3 && self.digits_at(at + 2) == 4;
        let two = self.digits_at(at) == 3
            && self.digits_at(at + 1) == 7
            && self.word(at + 1)?.form(self.text).contains(['-', '.']);
        if three {
            return Some(at + 3);
        }
        if two {
            return Some(at + 2);
        }
        let is_named = (at.saturating_sub(4).max(self.start)..at).any(|near| {
            self.words[near]
                .is_one_of(self.text, &["telephone", "phone", "tel", "cell", "mobile", "t", "ph", "call"])
        });
        if is_named { self.grouped(at, 7) } else { None }
    }

    /// One past groups of digits from word `at` on that hold at least so many digits and no more than a telephone number.
    fn grouped(&self, at: usize, least: usize) -> Option<usize> {
        const MOST: usize = 15;
        const WORDS: usize = 8;
        let (mut next, mut sum) = (at, 0);
        while next < at + WORDS && sum < MOST {
            match self.digits_at(next) {
                0 if sum < least.max(9)
                    && (self.is(next, b'-')
                        || self.is(next, b'.')
                        || self.is(next, b'(')
                        || self.is(next, b')')) => {}
                0 => break,
                more if sum >= least.max(10) && more != 0 => break,
                more => sum += more,
            }
            next += 1;
        }
        while next > at && self.digits_at(next - 1) == 0 {
            next -= 1;
        }
        (sum >= least && sum <= MOST).then_some(next)
    }
}
