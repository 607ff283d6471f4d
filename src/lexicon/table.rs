//! Words of at most sixteen bytes by their bytes, in a table that the build wrote and that is copied only when it changes.

use std::borrow::Cow;

/// A word's number and the set of lists that hold it; the number 0 stands for no word.
pub type Entry = (u32, u64);

/// A word by its bytes, and its entry; a place without a word is all zeros.
pub type Place = (u128, Entry);

/// An open table: a word stands at the place that its bytes give, or at the next free one after it.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// As many as a power of two, or none.
    places: Cow<'static, [Place]>,
    words: usize,
}

impl Table {
    /// The table that the build wrote.
    pub fn written(places: &'static [Place]) -> Self {
        let words = places.iter().filter(|(key, _)| *key != 0).count();
        Self { places: Cow::Borrowed(places), words }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words
    }

    /// The places, for the build to write.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The entry of `key`; `(0, 0)` for an unknown one.
    #[inline]
    pub fn get(&self, key: u128) -> Entry {
        let places = &*self.places;
        let last = places.len().wrapping_sub(1);
        let mut at = place(key) & last;
        while let Some((known, entry)) = places.get(at) {
            if *known == key {
                return *entry;
            }
            if *known == 0 {
                break;
            }
            at = (at + 1) & last;
        }
        (0, 0)
    }

    /// Puts `key` (not 0) on `lists`, under `number` if it is new, and gives its number.
    pub fn insert(&mut self, key: u128, number: u32, lists: u64) -> u32 {
        if (self.words + 1) * 4 > self.places.len() * 3 {
            self.grow();
        }
        let last = self.places.len() - 1;
        let mut at = place(key) & last;
        while self.places[at].0 != key && self.places[at].0 != 0 {
            at = (at + 1) & last;
        }
        let (known, (held_number, held)) = self.places[at];
        if known == 0 {
            self.places.to_mut()[at] = (key, (number, lists));
            self.words += 1;
            return number;
        }
        if held | lists != held {
            self.places.to_mut()[at].1.1 |= lists;
        }
        held_number
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(16);
        let old = std::mem::take(self);
        self.places = vec![Place::default(); size].into();
        for (key, (number, lists)) in old.places.iter().filter(|(key, _)| *key != 0) {
            self.insert(*key, *number, *lists);
        }
    }
}

/// Where a word stands in the largest of tables; papers do not choose the words, so nobody can make them collide.
#[inline]
fn place(key: u128) -> usize {
    let mixed = key as u64 ^ ((key >> 64) as u64).rotate_left(32);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn words_are_found_however_the_table_grows() {
        let mut table = Table::default();
        assert_eq!(table.get(5), (0, 0));
        for key in 1..2000u128 {
            assert_eq!(table.insert(key << 60, key as u32, 1), key as u32);
        }
        assert_eq!(table.insert(7 << 60, 9999, 4), 7);
        assert_eq!(table.get(7 << 60), (7, 5));
        assert!((1..2000u128).all(|key| table.get(key << 60).0 == key as u32));
        assert_eq!((table.len(), table.get(3), table.get(2000 << 60)), (1999, (0, 0), (0, 0)));
    }
}
