//! The text under construction: blocks parted by line ends, a passage for each stretch of a run.

use super::paper::{Bit, Paragraph};
use crate::document::{Anchor, Block, BlockKind, Passage, Span};
use crate::read::text::{Counts, Sight, is_seen, sight};

/// Where words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// On lines of their own.
    Lines,
    /// After a mark: blanks at their start only set them off from it.
    AfterMark,
    /// In a cell, all on one line.
    Cell,
}

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Output {
    pub(super) text: String,
    pub(super) passages: Vec<Passage>,
    pub(super) blocks: Vec<Block>,
    pub(super) counts: Counts,
    /// The part that is being written, and how many paragraphs stand in those before it.
    part: usize,
    before: usize,
}

impl Output {
    /// What follows comes out of the next part.
    pub(super) fn next_part(&mut self, paragraphs: usize) {
        self.part += 1;
        self.before += paragraphs;
    }

    /// Starts a block after a line end, or after two.
    pub(super) fn open(&mut self, kind: BlockKind, is_close: bool) -> usize {
        if !self.text.is_empty() {
            let held = self.text.len() - self.text.trim_end_matches('\n').len();
            let wanted = if is_close { 1 } else { 2 };
            self.text.push_str(&"\n\n"[..wanted.max(held) - held]);
        }
        let start = self.text.len();
        self.blocks.push(Block { span: Span::new(start, start), kind });
        self.blocks.len() - 1
    }

    /// Ends the block with what was written last.
    pub(super) fn close(&mut self, block: usize) {
        let end = self.text.trim_end().len();
        if let Some(block) = self.blocks.get_mut(block) {
            block.span = Span::new(block.span.start, end);
        }
    }

    /// Writes characters that stand in no run, at the start of `paragraph`.
    pub(super) fn write_shown(&mut self, characters: &str, paragraph: usize) {
        let bit = Bit { at: 0, paragraph, run: 0, character: 0, length: 0 };
        self.passage(&bit, 1, false);
        self.text.push_str(characters);
    }

    /// Writes the words of a paragraph.
    pub(super) fn write_words(&mut self, paragraph: &Paragraph, setting: Setting) {
        let words = &paragraph.text;
        let blank = words.len() - words.trim_start().len();
        let (start, end) = match setting {
            Setting::Lines => (0, words.len()),
            Setting::AfterMark => (blank, words.len()),
            Setting::Cell => (blank, blank.max(words.trim_end().len())),
        };
        let ends = paragraph.bits.iter().skip(1).map(|bit| bit.at).chain([words.len()]);
        let (mut column, mut of) = (1, paragraph.index);
        for (bit, bit_end) in paragraph.bits.iter().zip(ends) {
            if bit.paragraph != of {
                (column, of) = (1, bit.paragraph);
            }
            let shown = bit.at.clamp(start, end)..bit_end.clamp(start, end);
            let skipped = words[bit.at..shown.start.clamp(bit.at, bit_end)].chars().count();
            let place = Bit { character: bit.character + skipped, ..*bit };
            self.write_bit(&place, &words[shown], column + skipped, setting);
            column += bit.length;
        }
    }

    /// Writes words that stand in one run, from `column` of its paragraph on.
    fn write_bit(&mut self, bit: &Bit, words: &str, column: usize, setting: Setting) {
        if is_seen(words) && (setting != Setting::Cell || !words.contains('\n')) {
            if !words.is_empty() {
                self.passage(bit, column, true);
                self.text.push_str(words);
            }
            return;
        }
        let (mut passed, mut is_open) = (0, false);
        for character in words.chars() {
            let seen = match sight(character) {
                Sight::Hidden => {
                    self.counts.hidden += 1;
                    (passed, is_open) = (passed + 1, false);
                    continue;
                }
                Sight::Control => {
                    self.counts.controls += 1;
                    ' '
                }
                Sight::Seen if character == '\n' && setting == Setting::Cell => ' ',
                Sight::Seen => character,
                Sight::Blank | Sight::Return => ' ',
            };
            if !is_open {
                let place = Bit { character: bit.character + passed, ..*bit };
                self.passage(&place, column + passed, true);
                is_open = true;
            }
            self.text.push(seen);
            passed += 1;
        }
    }

    fn passage(&mut self, bit: &Bit, column: usize, is_copied: bool) {
        let anchor =
            Anchor { part: self.part, paragraph: bit.paragraph, run: bit.run, character: bit.character };
        let number = self.before + bit.paragraph + 1;
        self.passages.push(Passage { text: self.text.len(), anchor, number, column, is_copied });
    }
}
