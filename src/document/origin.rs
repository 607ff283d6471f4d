//! The way from a text back to the lines and columns of the source that it was taken from.

use super::{Piece, Position};

/// Bytes between two counts of characters: a column costs at most this much scanning.
const STRIDE: usize = 4096;
/// Bytes of a stride that are looked at together: most parts are ASCII.
const PART: usize = 64;

/// The source's lines, and the way from the text back to them.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pieces: Vec<Piece>,
    line_starts: Vec<usize>,
    characters: CharacterCounts,
}

impl Origin {
    pub(super) fn new(source: &str, pieces: Vec<Piece>) -> Self {
        let line_starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at + 1))
            .collect();
        Self { pieces, line_starts, characters: CharacterCounts::new(source) }
    }

    pub(super) fn position(&self, offset: usize) -> Position {
        let at = self.source_offset(offset);
        let line = self.line_starts.partition_point(|start| *start <= at);
        let start = self.line_starts[line - 1];
        let column = self.characters.before(at) - self.characters.before(start) + 1;
        Position { line, column, page: None, paragraph: None }
    }

    /// Line, column in characters and column in bytes of byte `offset` of the text, in the source, all from 1.
    pub(super) fn point(&self, offset: usize) -> super::Point {
        let Position { line, column, .. } = self.position(offset);
        let byte = self.source_offset(offset) - self.line_starts[line - 1] + 1;
        super::Point { line, column, byte }
    }

    fn source_offset(&self, offset: usize) -> usize {
        match self.pieces.partition_point(|piece| piece.text <= offset) {
            0 => offset,
            after => {
                let piece = self.pieces[after - 1];
                piece.source + (offset - piece.text)
            }
        }
    }
}

/// How many characters stand before a byte: a count at each stride, and the continuation bytes after it.
#[derive(Debug, Clone)]
struct CharacterCounts {
    strides: Vec<usize>,
    /// Offsets of the bytes that continue a character; empty for ASCII.
    continuations: Vec<u32>,
}

impl CharacterCounts {
    fn new(source: &str) -> Self {
        if source.is_ascii() {
            return Self { strides: Vec::new(), continuations: Vec::new() };
        }
        let mut continuations = Vec::new();
        let mut strides = Vec::with_capacity(source.len() / STRIDE + 1);
        for (number, stride) in source.as_bytes().chunks(STRIDE).enumerate() {
            strides.push(continuations.len());
            for (part, bytes) in stride.chunks(PART).enumerate().filter(|(_, bytes)| !bytes.is_ascii()) {
                let continues = bytes.iter().enumerate().filter(|(_, byte)| **byte & 0xC0 == 0x80);
                continuations.extend(continues.map(|(at, _)| (number * STRIDE + part * PART + at) as u32));
            }
        }
        Self { strides, continuations }
    }

    fn before(&self, offset: usize) -> usize {
        let Some(from) = self.strides.get(offset / STRIDE).or(self.strides.last()) else { return offset };
        let rest = &self.continuations[*from..];
        offset - from - rest.partition_point(|at| (*at as usize) < offset)
    }
}
