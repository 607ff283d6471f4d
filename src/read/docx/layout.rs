//! Paragraphs, lists and tables laid out as text: a blank line between paragraphs, a line for each entry and row.

mod table;

use super::numbering::{Numbering, Shown};
use super::output::{Output, Setting};
use super::paper::{Chunk, Paragraph};
use super::styles::{Role, Styles};
use crate::document::BlockKind;

/// Lays out one part after the other.
pub(super) struct Layout<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    pub(super) output: Output,
    /// The list of the entry that was written last, if nothing was written since.
    list: Option<u32>,
}

/// The longest paragraph that may be a heading, in bytes: whole paragraphs bear a heading's style only to be numbered.
const LONGEST_HEADING: usize = 200;

impl<'a> Layout<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, output: Output::default(), list: None }
    }

    /// Lays out what stands one after the other; what a text box holds follows the paragraph that it hangs on.
    pub(super) fn chunks(&mut self, chunks: &[Chunk]) {
        for chunk in chunks {
            match chunk {
                Chunk::Paragraph(paragraph) => {
                    self.paragraph(paragraph);
                    self.chunks(&paragraph.boxes);
                }
                Chunk::Table(table) => self.table(table),
            }
        }
    }

    /// Lays out a footnote or endnote.
    pub(super) fn note(&mut self, label: &str, chunks: &[Chunk]) {
        self.list = None;
        let block = self.output.open(BlockKind::Footnote, false);
        let first = chunks.iter().find_map(|chunk| match chunk {
            Chunk::Paragraph(paragraph) => Some(paragraph.index),
            Chunk::Table(_) => None,
        });
        self.output.write_shown(label, first.unwrap_or_default());
        match chunks.split_first() {
            Some((Chunk::Paragraph(paragraph), rest)) => {
                self.output.write_words(paragraph, Setting::AfterMark);
                self.chunks(&paragraph.boxes);
                self.chunks(rest);
            }
            _ => self.chunks(chunks),
        }
        self.output.close(block);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let shown = self.numbering.next(&paragraph.properties, self.styles);
        if paragraph.is_blank() && shown.is_none() {
            return;
        }
        let kind = self.kind(paragraph, shown.as_ref());
        let list = shown.as_ref().filter(|_| kind == BlockKind::Entry).map(|shown| shown.list);
        let is_close = list.is_some() && list == self.list;
        let block = self.output.open(kind, is_close);
        if let Some(shown) = &shown {
            let indent = if kind == BlockKind::Entry { "  ".repeat(shown.level) } else { String::new() };
            let label = indent + &shown.label + parting(&shown.label, &paragraph.text);
            self.output.write_shown(&label, paragraph.index);
        }
        self.output.write_words(paragraph, Setting::Lines);
        self.output.close(block);
        self.list = list;
    }

    fn kind(&self, paragraph: &Paragraph, shown: Option<&Shown>) -> BlockKind {
        let properties = &paragraph.properties;
        match self.styles.role(properties.style.as_deref(), properties.outline) {
            Role::Heading if paragraph.text.trim().len() <= LONGEST_HEADING => BlockKind::Heading,
            Role::Quotation => BlockKind::Quotation,
            _ if shown.is_some_and(|shown| !shown.is_worded) => BlockKind::Entry,
            _ => BlockKind::Paragraph,
        }
    }
}

/// A blank, where a label that ends in a mark touches the words and only their indent parts them on the page.
fn parting(label: &str, words: &str) -> &'static str {
    let touches = label.ends_with(['.', ')', ':']) && words.starts_with(|c: char| !c.is_whitespace());
    if touches { " " } else { "" }
}
