//! The way from a Word paper's text back to the runs that it was copied from.

use super::{Position, Span};

/// A place in a part of a Word paper; every count starts from 0 and follows the order of the part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The part, as an index of [`super::Document::parts`].
    pub part: usize,
    /// The paragraph, those of tables and text boxes and empty ones counted where they start.
    pub paragraph: usize,
    /// The run of that paragraph.
    pub run: usize,
    /// The character of that run: a tab, a break or a symbol counts as one.
    pub character: usize,
}

/// Ties a stretch of the text to where it stands in a Word paper; holds until the next passage starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Byte of the text at which the passage starts.
    pub text: usize,
    /// Where its first character stands.
    pub anchor: Anchor,
    /// The paragraph as it is cited: counted from 1 over all parts.
    pub number: usize,
    /// Column of its first character in the paragraph, counted from 1.
    pub column: usize,
    /// Its characters stand in the run one for one; otherwise all of them stand for the place of the first.
    pub is_copied: bool,
}

impl Passage {
    /// The passage that byte `offset` lies in.
    pub(super) fn at(passages: &[Passage], offset: usize) -> Option<Passage> {
        let after = passages.partition_point(|passage| passage.text <= offset);
        passages.get(after.saturating_sub(1)).copied()
    }

    /// The stretches of `span` that were copied out of runs, and hold more than blanks, each with the place of its first
    /// character.
    pub(super) fn copied(passages: &[Passage], text: &str, span: Span) -> Vec<(Span, Anchor)> {
        let first = passages.partition_point(|passage| passage.text <= span.start).saturating_sub(1);
        let mut found = Vec::new();
        for (at, passage) in passages.iter().enumerate().skip(first) {
            if passage.text >= span.end {
                break;
            }
            let end = passages.get(at + 1).map_or(text.len(), |next| next.text).min(span.end);
            let stretch = Span::new(passage.text.max(span.start), end);
            let words = text.get(stretch.start..stretch.end).unwrap_or_default();
            let trimmed = words.trim_start();
            let start = stretch.start + (words.len() - trimmed.len());
            if passage.is_copied && !trimmed.is_empty() {
                let stretch = Span::new(start, start + trimmed.trim_end().len());
                found.push((stretch, passage.anchor(text, start)));
            }
        }
        found
    }

    /// How many characters of the run stand before byte `offset` of `text`, from the passage's start on.
    fn passed(&self, text: &str, offset: usize) -> usize {
        let between = text.get(self.text..offset).unwrap_or_default();
        if self.is_copied { between.chars().count() } else { 0 }
    }

    /// The place of byte `offset` of `text`, which lies in the passage.
    pub(super) fn anchor(&self, text: &str, offset: usize) -> Anchor {
        Anchor { character: self.anchor.character + self.passed(text, offset), ..self.anchor }
    }

    /// The place of byte `offset` of `text` as a person cites it; `line` is its line of the text.
    pub(super) fn position(&self, text: &str, offset: usize, line: usize) -> Position {
        let column = self.column + self.passed(text, offset);
        Position { line, column, page: None, paragraph: Some(self.number) }
    }
}
