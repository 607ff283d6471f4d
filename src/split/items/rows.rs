//! Tables whose rows are items: lines of cells between upright strokes.

use crate::document::{Block, BlockKind, Span};

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cell that only numbers the row.
    pub label: Option<Span>,
    /// The other cells.
    pub cells: Span,
}

/// The rows of the first table in `text[span]`, without its heading.
pub fn rows(text: &str, span: Span, blocks: &[Block]) -> Vec<Row> {
    if memchr::memchr(b'|', &text.as_bytes()[span.start..span.end]).is_none() {
        return Vec::new();
    }
    let marked_up = marked_up(text, span, blocks);
    if !marked_up.is_empty() {
        return marked_up;
    }
    let lines = table_lines(text, span);
    let rule = lines.iter().position(|line| is_rule(&text[line.start..line.end]));
    let rows: Vec<Row> = lines
        .iter()
        .filter(|line| !is_rule(&text[line.start..line.end]))
        .map(|line| row(text, *line))
        .collect();
    if rows.len() < 2 {
        return Vec::new();
    }
    let numbered_below = rows[0].label.is_none() && rows[1..].iter().all(|row| row.label.is_some());
    let has_heading = !blocks.is_empty() || rule == Some(1) || numbered_below;
    rows.into_iter().skip(usize::from(has_heading)).filter(|row| !row.cells.is_empty()).collect()
}

/// The rows that mark-up names; those of a table go on after a heading within it.
fn marked_up(text: &str, span: Span, blocks: &[Block]) -> Vec<Row> {
    let first = blocks.partition_point(|block| block.span.start < span.start);
    let within = blocks[first..].iter().take_while(|block| block.span.start < span.end);
    let is_row = |kind| matches!(kind, BlockKind::Row | BlockKind::HeadingRow);
    let table = within.skip_while(|block| !is_row(block.kind));
    let table = table.take_while(|block| is_row(block.kind) || block.kind == BlockKind::Heading);
    // A row may end in empty cells, which no word of the answer reaches.
    let clipped = |block: &Block| Span::new(block.span.start, block.span.end.min(span.end));
    let rows = table.filter(|block| is_row(block.kind));
    let rows: Vec<_> = rows.map(|block| (block.kind, row(text, clipped(block)))).collect();
    if rows.len() < 2 {
        return Vec::new();
    }
    let numbered_below = rows[0].1.label.is_none() && rows[1..].iter().all(|(_, row)| row.label.is_some());
    let kept = rows.into_iter().enumerate().filter(|(at, (kind, row))| {
        *kind == BlockKind::Row && !(*at == 0 && numbered_below) && !row.cells.is_empty()
    });
    kept.map(|(_, (_, row))| row).collect()
}

/// The first lines that follow one another and have two cells or more.
fn table_lines(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.start;
    for line in text[span.start..span.end].split_inclusive('\n') {
        let place = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if line.contains('|') {
            found.push(place);
        } else if found.len() > 1 {
            break;
        } else {
            found.clear();
        }
    }
    found
}

/// "|---|:--:|": the line under a table's heading.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | ' ' | '\t'))
}

fn row(text: &str, line: Span) -> Row {
    let cells = trimmed(text, line);
    let words = &text[cells.start..cells.end];
    let first = words.split('|').next().unwrap_or_default();
    let numbers = first.trim_end().len() <= 8
        && (first.trim().len() == 1 || first.bytes().any(|byte| byte.is_ascii_digit()));
    if first.len() == words.len() || !numbers {
        return Row { label: None, cells };
    }
    let label = Span::new(cells.start, cells.start + first.trim_end().len());
    Row { label: Some(label), cells: trimmed(text, Span::new(cells.start + first.len(), cells.end)) }
}

/// Without strokes and blanks at the ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.start..span.end];
    let start = span.start + words.len() - words.trim_start_matches([' ', '\t', '\n', '|']).len();
    Span::new(start, start.max(span.start + words.trim_end_matches([' ', '\t', '\n', '|']).len()))
}
