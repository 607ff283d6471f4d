//! Paragraphs to text, each stretch tied to its page and line.

use std::collections::HashSet;

use super::hyphens::{Hyphens, Seam};
use super::layout::{Line, Paragraph};
use crate::document::{Block, BlockKind, Printed, Span};
use crate::read::text::{Counts, Sight, sight};

/// The text of a paper.
#[derive(Debug, Default)]
pub(super) struct Output {
    pub(super) text: String,
    pub(super) printed: Vec<Printed>,
    pub(super) blocks: Vec<Block>,
    pub(super) counts: Counts,
    /// The marks of the paper's footnotes.
    marks: HashSet<String>,
    hyphens: Hyphens,
}

impl Output {
    pub(super) fn of(paragraphs: &[Paragraph]) -> Self {
        let marks = paragraphs.iter().filter_map(|paragraph| paragraph.mark.clone()).collect();
        let mut output = Self { marks, hyphens: Hyphens::of(paragraphs), ..Self::default() };
        for paragraph in paragraphs {
            output.paragraph(paragraph);
        }
        if !output.text.is_empty() {
            output.text.push('\n');
        }
        output
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if !self.text.is_empty() {
            self.text.push_str(if paragraph.is_close { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        if let (Some(mark), Some(first)) = (&paragraph.mark, paragraph.cells[0].first()) {
            self.place(first, 1);
            self.text.push_str(&format!("[^{mark}]: "));
        }
        let is_row = matches!(paragraph.kind, BlockKind::Row | BlockKind::HeadingRow);
        if is_row && paragraph.cells.len() == 1 {
            self.text.push_str("| ");
        }
        for (at, cell) in paragraph.cells.iter().enumerate() {
            if at > 0 {
                self.text.push_str(" | ");
            }
            self.lines(cell);
        }
        let end = self.text.trim_end().len().max(start);
        self.blocks.push(Block { span: Span::new(start, end), kind: paragraph.kind });
    }

    fn lines(&mut self, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).map(|before| &lines[before]) {
                match self.hyphens.seam(before, line) {
                    Seam::Blank => self.text.push(' '),
                    Seam::Nothing => {}
                    Seam::Joined => {
                        self.text.pop();
                    }
                }
            }
            self.line(line);
        }
    }

    fn line(&mut self, line: &Line) {
        self.place(line, 1);
        let mut column = 1;
        for (at, word) in line.words.iter().enumerate() {
            if at > 0 && !word.is_joined {
                self.text.push(' ');
                column += 1;
            }
            if word.is_raised && self.marks.contains(&word.text) {
                self.text.push_str(&format!("[^{}]", word.text));
                column += word.text.chars().count();
                self.place(line, column);
                continue;
            }
            let is_plain = word.text.bytes().all(|byte| byte.is_ascii_graphic());
            if is_plain {
                self.text.push_str(&word.text);
                column += word.text.len();
            } else {
                column = self.odd(line, &word.text, column);
            }
        }
    }

    /// Characters some of which may not be seen.
    fn odd(&mut self, line: &Line, word: &str, mut column: usize) -> usize {
        for character in word.chars() {
            column += 1;
            match sight(character) {
                Sight::Hidden => {
                    self.counts.hidden += 1;
                    self.place(line, column);
                }
                Sight::Seen => self.text.push(character),
                Sight::Blank | Sight::Return => self.text.push(' '),
                Sight::Control => {
                    self.counts.controls += 1;
                    self.text.push(' ');
                }
            }
        }
        column
    }

    /// What follows stands at `column` of the line.
    fn place(&mut self, line: &Line, column: usize) {
        self.printed.push(Printed { text: self.text.len(), page: line.page, line: line.number, column });
    }
}
