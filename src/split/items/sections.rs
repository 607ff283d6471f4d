//! Entries under headings without numbers: each heading names an item and what follows tells of it.

use crate::document::{Block, BlockKind, Span};

/// The sections of `text[span]`, headings included; those without words of their own are left out.
pub fn sections(text: &str, span: Span, blocks: &[Block]) -> Vec<Span> {
    let headings = headings(text, span, blocks);
    let ends = headings.iter().skip(1).map(|heading| heading.start).chain([span.end]);
    let sections = headings.iter().zip(ends).filter_map(|(heading, end)| {
        let has_words = text[heading.end..end.max(heading.end)].chars().any(char::is_alphanumeric);
        has_words.then(|| Span::new(heading.start, end))
    });
    sections.collect()
}

/// The headings that mark-up names, or lines that open with "#".
fn headings(text: &str, span: Span, blocks: &[Block]) -> Vec<Span> {
    if !blocks.is_empty() {
        let headings = blocks.iter().filter(|block| block.kind == BlockKind::Heading);
        return headings.map(|block| block.span).filter(|heading| span.contains(*heading)).collect();
    }
    let mut start = span.start;
    let mut found = Vec::new();
    for line in text[span.start..span.end].split_inclusive('\n') {
        let words = line.trim_start_matches('#');
        if words.len() < line.len() && words.starts_with(' ') {
            found.push(Span::new(start + line.len() - words.trim_start().len(), start + line.len()));
        }
        start += line.len();
    }
    found
}
