//! Words of at most sixteen bytes by their bytes, in a table that the build wrote and that is copied only when it changes.

use std::borrow::Cow;

/// A word's number and the set of lists that hold it; the number 0 stands for no word.
pub type Entry = (u32, u64);

/// An open table: a word stands at the place that its bytes give, or at the next free one after it.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// As many as a power of two, or none; 0 for a free place.
    keys: Cow<'static, [u128]>,
    /// What stands at the same place of `keys`.
    entries: Cow<'static, [Entry]>,
    words: usize,
}

impl Table {
    /// The table that the build wrote.
    pub fn written(keys: &'static [u128], entries: &'static [Entry], words: usize) -> Self {
        Self { keys: Cow::Borrowed(keys), entries: Cow::Borrowed(entries), words }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words
    }

    /// The places, for the build to write.
    pub fn places(&self) -> (&[u128], &[Entry]) {
        (&self.keys, &self.entries)
    }

    /// The entry of `key`; `(0, 0)` for an unknown one.
    #[inline]
    pub fn get(&self, key: u128) -> Entry {
        let keys = &*self.keys;
        let last = keys.len().wrapping_sub(1);
        let mut at = place(key) & last;
        while let Some(known) = keys.get(at) {
            if *known == key {
                return self.entries[at];
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
        if (self.words + 1) * 4 > self.keys.len() * 3 {
            self.grow();
        }
        let last = self.keys.len() - 1;
        let mut at = place(key) & last;
        while self.keys[at] != key && self.keys[at] != 0 {
            at = (at + 1) & last;
        }
        let (known, held) = self.entries[at];
        if known == 0 {
            self.keys.to_mut()[at] = key;
            self.entries.to_mut()[at] = (number, lists);
            self.words += 1;
            return number;
        }
        if held | lists != held {
            self.entries.to_mut()[at].1 |= lists;
        }
        known
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(16);
        let old = std::mem::take(self);
        self.keys = vec![0; size].into();
        self.entries = vec![(0, 0); size].into();
        for (key, (number, lists)) in old.keys.iter().zip(old.entries.iter()).filter(|(key, _)| **key != 0) {
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
