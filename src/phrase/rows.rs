//! A row of patterns for each of many words, all in one table: most words have no row, and few rows are long.

/// Rows by word number.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// For each word number, the place in `links` of its row's first pattern, plus one; 0 for no row.
    first: Vec<u32>,
    links: Vec<Link>,
}

/// One pattern of a row.
#[derive(Debug, Clone, Copy)]
struct Link {
    pattern: u32,
    /// The place of the row's next pattern, plus one; 0 ends the row.
    next: u32,
    /// Which words can follow the first, by their numbers' remainders.
    after: Remainders,
}

/// A set of word numbers, by their remainders: it never lacks one that was put in, and may seem to hold others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remainders(u64);

impl Remainders {
    /// Every number.
    pub const ALL: Self = Self(u64::MAX);

    /// These numbers.
    pub fn of(numbers: &[u32]) -> Self {
        Self(numbers.iter().fold(0, |set, number| set | 1 << (number & 63)))
    }

    fn may_hold(self, number: u32) -> bool {
        self.0 >> (number & 63) & 1 == 1
    }
}

impl Rows {
    /// Puts `pattern` at the end of the row of `word`; only words in `after` can follow there.
    pub fn push(&mut self, word: u32, pattern: u32, after: Remainders) {
        let word = word as usize;
        if self.first.len() <= word {
            self.first.resize(word + 1, 0);
        }
        self.links.push(Link { pattern, next: 0, after });
        let new = self.links.len() as u32;
        let (mut last, mut next) = (0, self.first[word] as usize);
        while next != 0 {
            (last, next) = (next, self.links[next - 1].next as usize);
        }
        *(if last == 0 { &mut self.first[word] } else { &mut self.links[last - 1].next }) = new;
    }

    /// The patterns in the row of `word` that `follower` can go on, in order.
    pub fn of(&self, word: u32, follower: u32) -> impl Iterator<Item = u32> {
        let mut next = self.first.get(word as usize).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            loop {
                let link = *self.links.get((next as usize).checked_sub(1)?)?;
                next = link.next;
                if link.after.may_hold(follower) {
                    return Some(link.pattern);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Remainders, Rows};

    #[test]
    fn rows_keep_their_order_and_stay_apart() {
        let mut rows = Rows::default();
        for (word, number) in [(7, 1), (2, 2), (7, 3), (7, 2)] {
            rows.push(word, number, Remainders::ALL);
        }
        rows.push(7, 9, Remainders::of(&[5, 70]));
        assert_eq!(rows.of(7, 0).collect::<Vec<_>>(), [1, 3, 2]);
        assert_eq!(rows.of(7, 70).collect::<Vec<_>>(), [1, 3, 2, 9]);
        assert_eq!(rows.of(2, 0).collect::<Vec<_>>(), [2]);
        assert_eq!(rows.of(3, 0).chain(rows.of(90, 0)).count(), 0);
    }
}
