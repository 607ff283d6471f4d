//! Tables that list persons: a row for each, with or without a heading.

use std::ops::Range;

use super::labels::{Labels, label};
use super::listing::{NAME, Part, Reader};
use super::names::{Class, run};
use crate::word::Shape;

impl Reader<'_> {
    /// A line of a table.
    pub(super) fn row(&mut self, range: Range<usize>) {
        let bar = |at: &usize| self.words[*at].is(b'|');
        let mut cells = Vec::new();
        let mut start = range.start;
        for at in range.clone().filter(bar).chain([range.end]) {
            // A stroke opens the first cell or ends one.
            if at > start || at > range.start {
                cells.push(start..at);
            }
            start = at + 1;
        }
        let filled = |cell: &&Range<usize>| {
            self.words[(*cell).clone()].iter().any(|word| word.is_wordlike() || word.shape == Shape::Number)
        };
        if !cells.iter().any(|cell| filled(&cell)) {
            return;
        }
        if self.columns.is_none() {
            let heads: Vec<Labels> =
                cells.iter().map(|cell| label(self.text, self.words, cell.clone(), self.rules)).collect();
            let is_head = heads.iter().filter(|head| !head.is_empty()).count() * 2
                > cells.iter().filter(filled).count();
            self.columns = Some(if is_head { heads } else { Vec::new() });
            if is_head {
                return;
            }
        }
        let columns = self.columns.clone().unwrap_or_default();
        let is_named = |at: &usize| {
            columns
                .get(*at)
                .is_some_and(|head| head.iter().any(|index| &*self.rules.elements[*index].id == NAME))
        };
        let names = |at: &usize| {
            run(self.text, self.words, cells[*at].start, cells[*at].end)
                .is_some_and(|run| matches!(run.class, Class::Natural | Class::Entity))
        };
        let column = (0..cells.len()).find(is_named).or_else(|| (0..cells.len()).find(names));
        let Some(name) = column.filter(|at| cells.get(*at).is_some_and(|cell| !cell.is_empty())) else {
            return;
        };
        self.labelled(vec![self.element(NAME)], cells[name].clone());
        for (at, cell) in cells.into_iter().enumerate().filter(|(at, cell)| *at != name && !cell.is_empty()) {
            let labels = columns.get(at).cloned().unwrap_or_default();
            self.say(Part { words: cell, labels });
        }
    }
}
