//! Blocks as paragraphs and tables of a Word document.

use crate::composed::{Block, Run, Side};
use crate::write::docx::list::Lists;
use crate::write::docx::table::{caption, table};
use crate::write::docx::words::runs;

/// The blocks, in order.
pub(super) fn blocks(blocks: &[Block], lists: &mut Lists) -> String {
    let held = held(blocks);
    let mut xml = String::new();
    for (this, is_held) in blocks.iter().zip(held) {
        xml.push_str(&block(this, is_held, lists));
    }
    xml
}

/// A block of so many characters is kept on one page with the question that it leads to.
const LEADS: usize = 300;

/// Which blocks stay on one page with the next: those before room for an answer, short ones that lead
/// to them, and short ones before a list, a table or a quotation.
fn held(blocks: &[Block]) -> Vec<bool> {
    let mut held = vec![false; blocks.len()];
    for at in (0..blocks.len().saturating_sub(1)).rev() {
        let is_short =
            || blocks[at].runs().iter().map(|run| run.words.chars().count()).sum::<usize>() <= LEADS;
        held[at] = match (&blocks[at], &blocks[at + 1]) {
            (Block::Room { .. }, _) => false,
            (_, Block::Room { .. }) => true,
            (
                Block::Paragraph(_),
                Block::Numbered(_) | Block::Bulleted(_) | Block::Table { .. } | Block::Quotation(_),
            ) => is_short(),
            (Block::Paragraph(_) | Block::Quotation(_), Block::Paragraph(_)) => held[at + 1] && is_short(),
            _ => false,
        };
    }
    held
}

fn block(block: &Block, is_held: bool, lists: &mut Lists) -> String {
    let held = if is_held { "<w:keepNext/><w:keepLines/>" } else { "" };
    match block {
        Block::Heading { level, words } => styled(&format!("Heading{}", level.clamp(&1, &4)), "", words),
        Block::Paragraph(words) => paragraph(held, words),
        Block::Aligned { side, words } => {
            let side = match side {
                Side::Centre => "center",
                Side::Right => "right",
            };
            paragraph(&format!("{held}<w:jc w:val=\"{side}\"/>"), words)
        }
        Block::Quotation(paragraphs) => paragraphs.iter().map(|words| styled("Quote", held, words)).collect(),
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

/// A paragraph of this style, with these properties besides.
fn styled(style: &str, properties: &str, words: &[Run]) -> String {
    paragraph(&format!("<w:pStyle w:val=\"{style}\"/>{properties}"), words)
}

fn list(style: &str, id: usize, held: &str, entries: &[Vec<Run>]) -> String {
    let properties = format!(
        "<w:pStyle w:val=\"{style}\"/>{held}<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{id}\"/></w:numPr>"
    );
    entries.iter().map(|words| paragraph(&properties, words)).collect()
}

/// The most ruled lines that are kept on one page.
const MOST_HELD: usize = 12;

/// Ruled lines to write on; what follows stands apart from the last.
fn room(lines: usize) -> String {
    let line = |at: usize| {
        let properties = match at + 1 == lines {
            true => "<w:spacing w:after=\"240\"/>",
            false if lines <= MOST_HELD => "<w:keepNext/>",
            false => "",
        };
        format!("<w:p><w:pPr><w:pStyle w:val=\"Room\"/>{properties}</w:pPr></w:p>")
    };
    (0..lines).map(line).collect()
}
