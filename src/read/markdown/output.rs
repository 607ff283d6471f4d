//! The text under construction: words copied from the source, blocks parted by line ends, a piece for each jump.

use std::ops::Range;

use crate::document::{Block, BlockKind, Piece, Span};
use crate::read::markdown::Extract;
use crate::read::text::{Counts, Sight, sight};

/// What stands between two blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A line end.
    Line = 1,
    /// A line end and a blank line.
    Blank = 2,
}

/// The text so far.
pub(super) struct Output<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    open: Vec<usize>,
    counts: Counts,
    pending: Option<Gap>,
    /// The last thing written is a list marker: what follows stays on its line.
    after_marker: bool,
    /// How far the source was copied.
    read_to: usize,
}

/// How far ahead in the source a decoded character is looked for.
const REACH: usize = 512;

impl<'a> Output<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            text: String::with_capacity(source.len()),
            pieces: Vec::new(),
            blocks: Vec::new(),
            open: Vec::new(),
            counts: Counts::default(),
            pending: None,
            after_marker: false,
            read_to: 0,
        }
    }

    /// What follows stands apart from what was written, unless that is a list marker.
    pub(super) fn part(&mut self, gap: Gap) {
        if !self.after_marker {
            self.pending = self.pending.max(Some(gap));
        }
    }

    /// The last thing written is a list marker.
    pub(super) fn is_after_marker(&self) -> bool {
        self.after_marker
    }

    /// Opens a block that starts with what follows.
    pub(super) fn open(&mut self, kind: BlockKind) {
        self.write_gap();
        self.open.push(self.blocks.len());
        self.blocks.push(Block { span: Span::new(self.text.len(), self.text.len()), kind });
    }

    /// Closes the block that was opened last.
    pub(super) fn close(&mut self, gap: Gap) {
        let end = self.text.trim_end_matches('\n').len();
        if let Some(block) = self.open.pop().and_then(|open| self.blocks.get_mut(open)) {
            block.span = Span::new(block.span.start, end);
        }
        self.after_marker = false;
        self.part(gap);
    }

    /// Writes words that stand in the source in another form, or that belong at byte `at` of it.
    pub(super) fn write(&mut self, words: &str, at: usize) {
        self.write_gap();
        self.after_marker = false;
        self.piece(at);
        self.text.push_str(words);
        self.read_to = at;
    }

    /// Writes a list marker: what follows it stays on its line.
    pub(super) fn write_marker(&mut self, marker: &str, at: usize) {
        self.write(marker, at);
        self.after_marker = true;
    }

    /// Writes `words`, which the source has at `range`, perhaps with marks and entities among them.
    pub(super) fn copy(&mut self, words: &str, range: Range<usize>) {
        if words.is_empty() {
            return;
        }
        if self.source.get(range.clone()) == Some(words) {
            self.write(words, range.start);
        } else {
            self.copy_decoded(words, range.clone());
        }
        self.read_to = range.end;
    }

    fn copy_decoded(&mut self, words: &str, range: Range<usize>) {
        self.write_gap();
        self.after_marker = false;
        let mut from = range.start;
        for character in words.chars() {
            let found = self.find(character, from..range.end);
            let seen = match sight(character) {
                Sight::Hidden => {
                    self.counts.hidden += 1;
                    continue;
                }
                Sight::Control => {
                    self.counts.controls += 1;
                    ' '
                }
                Sight::Seen => character,
                Sight::Blank | Sight::Return => ' ',
            };
            self.piece(found.map_or(from, |(at, _)| at));
            self.text.push(seen);
            from = found.map_or(from, |(_, end)| end);
        }
    }

    /// Where `character` next stands in the source, any blank for a blank.
    fn find(&self, character: char, within: Range<usize>) -> Option<(usize, usize)> {
        let start = within.start;
        let stop = within.end.min(start + REACH);
        let found = self.source.get(start..)?.char_indices().take_while(|(at, _)| start + at < stop);
        let is_same =
            |other: char| other == character || (other.is_whitespace() && character.is_whitespace());
        let (at, other) = found.into_iter().find(|(_, other)| is_same(*other))?;
        Some((start + at, start + at + other.len_utf8()))
    }

    fn write_gap(&mut self) {
        let Some(gap) = self.pending.take() else { return };
        let held = self.text.bytes().rev().take(2).take_while(|byte| *byte == b'\n').count();
        let missing = (gap as usize).saturating_sub(held);
        if missing == 0 || self.text.is_empty() {
            return;
        }
        self.piece(self.read_to);
        self.text.push_str(&"\n\n"[..missing]);
    }

    /// What is written next stands at byte `at` of the source.
    fn piece(&mut self, at: usize) {
        let text = self.text.len();
        let goes_on = |last: &Piece| last.source + (text - last.text) == at;
        if !self.pieces.last().is_some_and(goes_on) {
            self.pieces.push(Piece { text, source: at });
        }
    }

    /// The text, ended like a line.
    pub(super) fn finish(mut self) -> Extract {
        if !self.text.is_empty() {
            self.pending = Some(Gap::Line);
            self.write_gap();
        }
        Extract { text: self.text, pieces: self.pieces, blocks: self.blocks, counts: self.counts }
    }
}
