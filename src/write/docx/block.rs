//! Blocks as paragraphs and tables of a Word document.

use crate::composed::{Block, Run, Side};
use crate::write::docx::list::Lists;
use crate::write::docx::table::{caption, table};
use crate::write::docx::words::runs;

/// The blocks, in order.
pub(super) fn blocks(blocks: &[Block], lists: &mut Lists) -> String {
    let mut xml = String::new();
    for (at, this) in blocks.iter().enumerate() {
        let is_before_room = matches!(blocks.get(at + 1), Some(Block::Room { .. }));
        xml.push_str(&block(this, is_before_room, lists));
    }
    // The last thing before the section's end must be a paragraph.
    if matches!(blocks.last(), Some(Block::Table { .. } | Block::Caption { .. })) {
        xml.push_str("<w:p/>");
    }
    xml
}

fn block(block: &Block, is_before_room: bool, lists: &mut Lists) -> String {
    let held = if is_before_room { "<w:keepNext/>" } else { "" };
    match block {
        Block::Heading { level, words } => styled(&format!("Heading{}", level.clamp(&1, &4)), words),
        Block::Paragraph(words) => paragraph(held, words),
        Block::Aligned { side, words } => {
            let side = match side {
                Side::Centre => "center",
                Side::Right => "right",
            };
            paragraph(&format!("{held}<w:jc w:val=\"{side}\"/>"), words)
        }
        Block::Quotation(paragraphs) => paragraphs.iter().map(|words| styled("Quote", words)).collect(),
        Block::Numbered(entries) => list("ListNumber", lists.number(), held, entries),
        Block::Bulleted(entries) => list("ListBullet", Lists::bullets(), held, entries),
        Block::Table { heads, rows } => table(heads, rows),
        Block::Caption { left, right } => caption(left, right),
        Block::Room { lines } => room(usize::from(*lines)),
        Block::PageBreak => paragraph("<w:pStyle w:val=\"AfterTable\"/><w:pageBreakBefore/>", &[]),
    }
}

/// A paragraph with these properties.
pub(super) fn paragraph(properties: &str, words: &[Run]) -> String {
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:pPr>{properties}</w:pPr>") };
    format!("<w:p>{properties}{}</w:p>", runs(words))
}

/// A paragraph of this style.
fn styled(style: &str, words: &[Run]) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), words)
}

fn list(style: &str, id: usize, held: &str, entries: &[Vec<Run>]) -> String {
    let properties = format!(
        "<w:pStyle w:val=\"{style}\"/>{held}<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{id}\"/></w:numPr>"
    );
    entries.iter().map(|words| paragraph(&properties, words)).collect()
}

/// The most ruled lines that are kept on one page.
const MOST_HELD: usize = 12;

/// Ruled lines to write on.
fn room(lines: usize) -> String {
    let line = |at: usize| {
        let held = if at + 1 < lines && lines <= MOST_HELD { "<w:keepNext/>" } else { "" };
        format!("<w:p><w:pPr><w:pStyle w:val=\"Room\"/>{held}</w:pPr></w:p>")
    };
    (0..lines).map(line).collect()
}
