//! A row of numbers for each of many words, all in one table: most words have no row, and few rows are long.

/// Rows by word number.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// For each word number, the place in `links` of its row's first number, plus one; 0 for no row.
    first: Vec<u32>,
    /// Numbers, each with the place of the next one of its row, plus one; 0 ends the row.
    links: Vec<(u32, u32)>,
}

impl Rows {
    /// Puts `number` at the end of the row of `word`.
    pub fn push(&mut self, word: u32, number: u32) {
        let word = word as usize;
        if self.first.len() <= word {
            self.first.resize(word + 1, 0);
        }
        self.links.push((number, 0));
        let new = self.links.len() as u32;
        let (mut last, mut next) = (0, self.first[word] as usize);
        while next != 0 {
            (last, next) = (next, self.links[next - 1].1 as usize);
        }
        *(if last == 0 { &mut self.first[word] } else { &mut self.links[last - 1].1 }) = new;
    }

    /// The row of `word`, in order.
    pub fn of(&self, word: u32) -> impl Iterator<Item = u32> {
        let mut next = self.first.get(word as usize).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            let (number, after) = *self.links.get((next as usize).checked_sub(1)?)?;
            next = after;
            Some(number)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_keep_their_order_and_stay_apart() {
        let mut rows = Rows::default();
        for (word, number) in [(7, 1), (2, 2), (7, 3), (7, 2)] {
            rows.push(word, number);
        }
        assert_eq!(rows.of(7).collect::<Vec<_>>(), [1, 3, 2]);
        assert_eq!(rows.of(2).collect::<Vec<_>>(), [2]);
        assert_eq!(rows.of(3).chain(rows.of(90)).count(), 0);
    }
}
