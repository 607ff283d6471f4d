//! One answer: what is asked of it as a whole, of each of its items and of all of them alike.

use crate::composed::{Block, Run};
use crate::particular::State;
use crate::questions::asked::{Asked, is_missing};
use crate::questions::item::{joined, no_question, put};
use crate::questions::{Asker, heading, paragraph};
use crate::rule::{ElementRule, Scope};

/// The longest words of an item that a table repeats, in characters.
const MOST_CHARACTERS: usize = 70;

impl Asker<'_> {
    /// The questions on answer `index`; nothing if there are neither questions nor items.
    pub(super) fn answer(&self, index: usize) -> Vec<Block> {
        let response = &self.report.response;
        let answer = &response.interrogatories[index];
        let first = response.items.partition_point(|item| item.interrogatory < index);
        let last = response.items.partition_point(|item| item.interrogatory <= index);
        let asked: Vec<(usize, Vec<Asked<'_>>)> =
            (first..last).map(|item| (item, self.of_item(item))).collect();
        let quiet = asked.iter().filter(|(_, asked)| asked.is_empty());
        let quiet: Vec<&str> = quiet.map(|(item, _)| response.items[*item].id.as_str()).collect();
        let mut blocks = self.whole(index);
        for (item, asked) in asked.iter().filter(|(_, asked)| !asked.is_empty()) {
            blocks.extend(self.item(*item, asked));
        }
        blocks.extend(no_question(&quiet));
        blocks.extend(self.alike(first..last));
        blocks.extend(self.persons(index));
        blocks.extend(self.documents(index));
        let name = match &answer.number {
            Some(number) => format!("Interrogatory No. {number}"),
            None => "The statement".to_owned(),
        };
        if !blocks.is_empty() {
            blocks.insert(0, heading(2, name));
        }
        blocks
    }

    /// What is asked of the answer as a whole.
    fn whole(&self, index: usize) -> Vec<Block> {
        let asked = self.of_answer(index);
        if asked.is_empty() {
            return Vec::new();
        }
        let id = self.report.response.interrogatories[index].number.as_deref().unwrap_or("all");
        let mut blocks = vec![heading(3, "The answer as a whole")];
        blocks.extend(put(id, &asked));
        blocks
    }

    /// What is asked of every item, as a table to fill in: a row for each that does not state it.
    fn alike(&self, items: std::ops::Range<usize>) -> Vec<Block> {
        let elements: Vec<&ElementRule> = self
            .rules
            .elements
            .iter()
            .filter(|element| element.is_of_every_item && element.scope == Scope::Item)
            .collect();
        let state = |item: usize, id: &str| self.report.particulars.get(item).map(|all| all.state(id));
        let is_open = |item: usize, id: &str| state(item, id).is_some_and(is_missing);
        let open: Vec<&ElementRule> = elements
            .into_iter()
            .filter(|element| items.clone().any(|item| is_open(item, &element.id)))
            .collect();
        if open.is_empty() {
            return Vec::new();
        }
        let rows = items.filter(|item| open.iter().any(|element| is_open(*item, &element.id))).map(|item| {
            let one = &self.report.response.items[item];
            let words = cut(&joined(self.report.document.slice(one.span)));
            let mut cells = vec![vec![Run::plain(one.id.as_str())], vec![Run::plain(words)]];
            cells.extend(open.iter().map(|element| match state(item, &element.id) {
                Some(State::Absent | State::Partial) => Vec::new(),
                _ => vec![Run::plain("stated")],
            }));
            cells
        });
        let rows = rows.collect();
        let inquiry = |element: &&ElementRule| {
            let inquiry = self.inquiry(&element.id, &[]);
            vec![
                Run::bold(inquiry.question.as_str()),
                Run::plain(format!(" A complete answer gives {}.", inquiry.complete)),
            ]
        };
        let mut heads = vec!["Item".to_owned(), "Its words".to_owned()];
        heads.extend((1..=open.len()).map(|number| format!("Answer to {number}")));
        vec![
            heading(3, "Of every item alike"),
            paragraph("Please fill in the table, a row for each item:"),
            Block::Numbered(open.iter().map(inquiry).collect()),
            Block::Table { heads, rows },
        ]
    }
}

/// The first words, with dots where more follow.
pub(super) fn cut(words: &str) -> String {
    if words.chars().count() <= MOST_CHARACTERS {
        return words.to_owned();
    }
    let mut short: String = words.chars().take(MOST_CHARACTERS).collect();
    if let Some(space) = short.rfind(' ') {
        short.truncate(space);
    }
    short + "\u{a0}…"
}
