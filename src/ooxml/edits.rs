//! Changes to the text of a part: bytes that go and what comes in their place; every other byte stays.

use std::ops::Range;

/// Changes that are gathered in any order and made at once.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Nothing changes so far.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Writes `words` before byte `at`, after what was written there already.
    pub fn insert(&mut self, at: usize, words: impl Into<String>) {
        self.edits.push((at..at, words.into()));
    }

    /// Takes the bytes of `range` out.
    pub fn remove(&mut self, range: Range<usize>) {
        self.edits.push((range, String::new()));
    }

    /// Writes `words` in the place of `range`.
    pub fn replace(&mut self, range: Range<usize>, words: impl Into<String>) {
        self.edits.push((range, words.into()));
    }

    /// `source` with the changes made; of two that overlap, the one that starts later is left out.
    pub fn apply(mut self, source: &str) -> String {
        // A stable sort keeps what is written at one place in the order in which it was asked for.
        self.edits.sort_by_key(|(range, _)| range.start);
        let added: usize = self.edits.iter().map(|(_, words)| words.len()).sum();
        let mut text = String::with_capacity(source.len() + added);
        let mut done = 0;
        for (range, words) in &self.edits {
            let Some(kept) = source.get(done..range.start) else { continue };
            text.push_str(kept);
            text.push_str(words);
            done = range.end;
        }
        text.push_str(source.get(done..).unwrap_or_default());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    #[test]
    fn changes_are_made_in_the_order_of_their_places() {
        let mut edits = Edits::default();
        edits.insert(5, "x");
        edits.remove(0..2);
        edits.insert(5, "y");
        edits.replace(3..4, "é");
        assert_eq!(edits.apply("abcdef"), "céexyf");
        assert!(Edits::default().is_empty());
        assert_eq!(Edits::default().apply("abc"), "abc");
    }
}
