//! The way from a PDF's text back to its pages and lines.

use super::Position;

/// Ties a stretch of the text to a line of a page; holds until the next stretch starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Byte of the text at which the stretch starts.
    pub text: usize,
    /// Page of the file, counted from 1.
    pub page: usize,
    /// The line number that is printed beside it, or else its place among the lines of the page, counted from 1.
    pub line: usize,
    /// Column of its first character in the line, counted from 1.
    pub column: usize,
}

impl Printed {
    /// The stretch that byte `offset` lies in.
    pub(super) fn at(stretches: &[Printed], offset: usize) -> Option<Printed> {
        let after = stretches.partition_point(|stretch| stretch.text <= offset);
        stretches.get(after.saturating_sub(1)).copied()
    }

    /// The place of byte `offset` of `text`, which lies in the stretch.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let passed = text.get(self.text..offset).unwrap_or_default().chars().count();
        Position { line: self.line, column: self.column + passed, page: Some(self.page), paragraph: None }
    }
}
