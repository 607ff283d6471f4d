//! Markdown to the text that a reader sees, each word tied to its place in the source.
//! What mark-up says of a block is kept as [`Block`]s; list markers come back as text.

mod html;
mod nesting;
mod output;
mod walk;

use crate::document::{Block, Document, Piece};
use crate::read::text::{Cleaned, Counts};

/// What was taken out of a Markdown source.
struct Extract {
    text: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    /// Characters that entities had brought in and that were taken out again.
    counts: Counts,
}

/// The paper as a reader of the Markdown sees it.
pub(super) fn document(name: &str, source: Cleaned) -> Document {
    if nesting::is_too_deep(&source.text) {
        let mut document = source.into_document(name);
        document.notes.push(format!(
            "read as plain text: its lists or quotations are nested more than {} deep",
            nesting::DEEPEST
        ));
        return document;
    }
    let extract = walk::extract(&source.text);
    let mut document = source.extract(name, extract.text, extract.pieces, extract.counts);
    document.blocks = extract.blocks;
    document
}

#[cfg(test)]
mod tests;
