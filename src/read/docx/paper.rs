//! A Word paper between its mark-up and its text: paragraphs and tables in the order of a story.

use super::properties::ParagraphProperties;

/// A paragraph as it is shown in the chosen view.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// Where it stands among the paragraphs of its part.
    pub(super) index: usize,
    pub(super) properties: ParagraphProperties,
    /// Its words; line breaks are `\n`.
    pub(super) text: String,
    /// Where the stretches of its words stand.
    pub(super) bits: Vec<Bit>,
    /// What its text boxes hold.
    pub(super) boxes: Vec<Chunk>,
}

impl Paragraph {
    /// No character of it is seen.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Goes on with `next`: the mark that parted them is not shown, and the mark of `next` bears the properties.
    fn absorb(&mut self, next: Paragraph) {
        let length = self.text.len();
        let ParagraphProperties { is_mark_dropped, .. } = next.properties;
        if !next.is_blank() || self.is_blank() {
            self.properties = next.properties;
        }
        self.properties.is_mark_dropped = is_mark_dropped;
        self.text.push_str(&next.text);
        self.bits.extend(next.bits.into_iter().map(|bit| Bit { at: bit.at + length, ..bit }));
        self.boxes.extend(next.boxes);
    }
}

/// Ties a stretch of a paragraph's words to a run; holds until the next bit starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bit {
    /// Byte of the words.
    pub(super) at: usize,
    pub(super) paragraph: usize,
    pub(super) run: usize,
    pub(super) character: usize,
    /// Characters of the run that it holds.
    pub(super) length: usize,
}

/// What stands in a story, one after the other.
#[derive(Debug, Clone)]
pub(super) enum Chunk {
    Paragraph(Box<Paragraph>),
    Table(Table),
}

/// A table's rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Its style sets off the first row as a heading.
    pub(super) is_headed: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// It is repeated at the top of each page.
    pub(super) is_heading: bool,
    pub(super) is_dropped: bool,
}

/// A cell of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) chunks: Vec<Chunk>,
    /// Columns that it takes.
    pub(super) columns: usize,
    /// It is one with the cell above it.
    pub(super) continues: bool,
    pub(super) is_dropped: bool,
    /// Some of its words are not in bold.
    pub(super) is_plain: bool,
}

/// The paragraphs whose marks are not shown run on into the next.
pub(super) fn joined(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let mut whole: Vec<Chunk> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        match (whole.last_mut(), chunk) {
            (Some(Chunk::Paragraph(last)), Chunk::Paragraph(next)) if last.properties.is_mark_dropped => {
                last.absorb(*next);
            }
            (_, chunk) => whole.push(chunk),
        }
    }
    whole
}
