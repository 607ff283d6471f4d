//! A paper as text: its characters, where each came from, and what could not be read.
//! Says nothing about interrogatories or items; see [`crate::response`].

mod comment;
mod origin;
mod passage;
mod position;
mod printed;

pub use comment::{Comment, Leftover, LeftoverKind, Suppression};
pub use passage::{Anchor, Passage};
pub use position::{Point, Position};
pub use printed::Printed;

use origin::Origin;
use serde::Serialize;

/// A stretch of [`Document::text`]: half-open, in bytes, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Every byte of `other` lies in this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// What a marked-up source says a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An entry of a numbered or bulleted list, its marker included.
    Entry,
    /// A row of a table, its cells parted by upright strokes.
    Row,
    /// The row of a table that names its columns.
    HeadingRow,
    /// A block quotation.
    Quotation,
    /// The text of a footnote.
    Footnote,
}

/// One block of a marked-up source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where the block stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// Ties a stretch of the text to the place in the source it was copied from; holds until the next piece starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Byte of [`Document::text`] at which the piece starts.
    pub text: usize,
    /// Byte of the decoded source at which it starts.
    pub source: usize,
}

/// A paper that was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name that the paper was given on the command line.
    pub name: String,
    /// The text that spans point into: UTF-8, lines end with `\n`.
    pub text: String,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal.
    pub sha256: String,
    /// Blocks in order of their start, if the source is marked up; empty for plain text.
    pub blocks: Vec<Block>,
    /// What was done to read the paper that its owner should know ("read as Windows-1252").
    pub notes: Vec<String>,
    /// Parts that could not be read, each as a sentence; a paper with any is never clear.
    pub unread: Vec<String>,
    /// What headers and footers of its pages say, a line each; no part of the text.
    pub margins: Vec<String>,
    /// The parts of a Word paper that the text was taken from, by name; empty for other papers.
    pub parts: Vec<String>,
    /// The comments beside the text of a Word paper.
    pub comments: Vec<Comment>,
    /// The findings that are to stay as they are, as far as the paper or its owner says so.
    pub suppressions: Vec<Suppression>,
    /// What drafting left beside the text of a Word paper, by kind and place.
    pub leftovers: Vec<Leftover>,
    origin: Origin,
    passages: Vec<Passage>,
    printed: Vec<Printed>,
}

impl Document {
    /// A document whose text is the source itself.
    pub fn plain(name: &str, text: String, sha256: String) -> Self {
        let origin = Origin::new(&text, Vec::new());
        Self {
            name: name.to_owned(),
            text,
            sha256,
            blocks: Vec::new(),
            notes: Vec::new(),
            unread: Vec::new(),
            margins: Vec::new(),
            parts: Vec::new(),
            comments: Vec::new(),
            suppressions: Vec::new(),
            leftovers: Vec::new(),
            origin,
            passages: Vec::new(),
            printed: Vec::new(),
        }
    }

    /// A document whose text was taken piece by piece out of `source`.
    pub fn marked_up(name: &str, text: String, sha256: String, source: &str, pieces: Vec<Piece>) -> Self {
        Self { origin: Origin::new(source, pieces), ..Self::plain(name, text, sha256) }
    }

    /// A document whose text was taken passage by passage out of the `parts` of a Word paper.
    pub fn from_word(name: &str, text: String, parts: Vec<String>, passages: Vec<Passage>) -> Self {
        Self { parts, passages, ..Self::plain(name, text, String::new()) }
    }

    /// A document whose text was taken line by line off the pages of a PDF.
    pub fn from_pages(name: &str, text: String, printed: Vec<Printed>) -> Self {
        Self { printed, ..Self::plain(name, text, String::new()) }
    }

    /// The words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Where byte `offset` of the text stands in the source; offsets past the end give the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        if let Some(stretch) = Printed::at(&self.printed, offset) {
            return stretch.position(&self.text, offset);
        }
        let position = self.origin.position(offset);
        match Passage::at(&self.passages, offset) {
            Some(passage) => passage.position(&self.text, offset, position.line),
            None => position,
        }
    }

    /// Its source is text: lines and columns count in the file itself.
    pub fn is_text(&self) -> bool {
        self.passages.is_empty() && self.printed.is_empty()
    }

    /// From the first character of `span` to behind its last.
    pub fn points(&self, span: Span) -> (Point, Point) {
        let start = self.origin.point(span.start.min(self.text.len()));
        let Some((at, last)) = self.slice(span).char_indices().next_back() else { return (start, start) };
        // Behind the last character, not at the next one: in a marked-up source that can stand far off.
        let last_point = self.origin.point(span.start + at);
        let end =
            Point { column: last_point.column + 1, byte: last_point.byte + last.len_utf8(), ..last_point };
        (start, end.max(start))
    }

    /// The stretches of `span` that runs of a Word paper hold, each with the place of its first character; blanks at their
    /// ends, and what Word computes, such as numbers, are left out.
    pub fn copied(&self, span: Span) -> Vec<(Span, Anchor)> {
        Passage::copied(&self.passages, &self.text, span)
    }

    /// The run of a Word paper that byte `offset` of the text stands in; `None` for other papers.
    pub fn anchor(&self, offset: usize) -> Option<Anchor> {
        let offset = offset.min(self.text.len());
        Passage::at(&self.passages, offset).map(|passage| passage.anchor(&self.text, offset))
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Document, Passage, Piece};

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let document = Document::plain("a.txt", "é—x\nab".to_owned(), String::new());
        let place = |offset| {
            let position = document.position(offset);
            (position.line, position.column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place("é—".len()), (1, 3));
        assert_eq!(place("é—x\na".len()), (2, 2));
        assert_eq!(place(99), (2, 3));
    }

    #[test]
    fn columns_hold_across_strides() {
        let text = "é".repeat(10_000);
        let document = Document::plain("a.txt", text, String::new());
        assert_eq!(document.position(12_000).column, 6_001);
    }

    #[test]
    fn pieces_lead_back_to_the_source() {
        let pieces = vec![Piece { text: 0, source: 2 }, Piece { text: 4, source: 9 }];
        let document =
            Document::marked_up("a.md", "one\ntwo".to_owned(), String::new(), "# one\n\n* two", pieces);
        assert_eq!(document.position(0).column, 3);
        assert_eq!((document.position(4).line, document.position(4).column), (3, 3));
    }

    #[test]
    fn passages_lead_back_to_the_runs() {
        let anchor = |run, character| Anchor { part: 0, paragraph: 3, run, character };
        let passage =
            |text, anchor, column, is_copied| Passage { text, anchor, number: 4, column, is_copied };
        let passages = vec![
            passage(0, anchor(0, 0), 1, false),
            passage(3, anchor(0, 0), 1, true),
            passage(5, anchor(2, 7), 2, true),
        ];
        let document = Document::from_word(
            "a.docx",
            "1. é\u{e9}b".to_owned(),
            vec!["word/document.xml".to_owned()],
            passages,
        );
        let place = |offset| {
            let position = document.position(offset);
            (position.paragraph, position.column, document.anchor(offset).unwrap().character)
        };
        assert_eq!(place(1), (Some(4), 1, 0));
        assert_eq!(place(3), (Some(4), 1, 0));
        assert_eq!(place(7), (Some(4), 3, 8));
        assert_eq!(document.anchor(7), Some(anchor(2, 8)));
        assert_eq!(Document::plain("a.txt", "x".to_owned(), String::new()).anchor(0), None);
    }
}
