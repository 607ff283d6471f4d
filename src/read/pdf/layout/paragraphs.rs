//! Lines to paragraphs, entries and rows, across columns and pages.

use super::Column;
use super::breaks::{Break, Frame, Open, ends_sentence, follows, label, runs_over};
use super::footnotes::Footnote;
use super::grid::{Cell, Grid};
use super::line::Line;
use crate::document::BlockKind;

/// A paragraph, an entry, a heading, a note or a row of a table.
#[derive(Debug)]
pub(in crate::read::pdf) struct Paragraph {
    pub(in crate::read::pdf) kind: BlockKind,
    /// It follows the one before it without a blank line.
    pub(in crate::read::pdf) is_close: bool,
    /// The lines of each cell; paragraphs are one cell.
    pub(in crate::read::pdf) cells: Vec<Vec<Line>>,
    /// The mark of a note.
    pub(in crate::read::pdf) mark: Option<String>,
}

/// The paragraphs of a paper, the last of which may go on.
#[derive(Debug, Default)]
pub(in crate::read::pdf) struct Paragraphs {
    pub(in crate::read::pdf) all: Vec<Paragraph>,
    /// The column in which the open paragraph ended.
    frame: Option<Frame>,
    /// Columns of the table that was written last, if nothing was written since.
    table: Option<usize>,
}

/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 160;

impl Paragraphs {
    pub(super) fn column(&mut self, column: &Column) {
        let frame = Frame::of(column);
        let rights = rights(&column.lines, &frame);
        for (at, line) in column.lines.iter().enumerate() {
            let right =
                if at == 0 { self.frame.map_or(frame.right, |before| before.right) } else { rights[at - 1] };
            let how = match (self.open(), self.frame) {
                (Some(open), Some(before)) if at == 0 => runs_over(&open, &before, line, &frame, right),
                (Some(open), _) if at > 0 => follows(&open, line, &frame, right),
                _ => Break::Paragraph,
            };
            self.add(line.clone(), how);
            self.table = None;
        }
        if !column.lines.is_empty() {
            self.frame = Some(Frame { right: rights.last().copied().unwrap_or(frame.right), ..frame });
        }
    }

    /// The paragraph that may go on.
    fn open(&self) -> Option<Open<'_>> {
        let last = self.all.last().filter(|last| !is_row(last.kind))?;
        let lines = last.cells.first()?;
        let step = |pair: &[Line]| pair[1].y - pair[0].y;
        let leading = lines.len().checked_sub(2).map(|from| step(&lines[from..])).filter(|step| *step > 0.0);
        Some(Open {
            first: lines.first()?,
            last: lines.last()?,
            rest: lines.get(1).map(|_| lines[lines.len() - 1].left),
            leading,
            is_entry: last.kind == BlockKind::Entry,
        })
    }

    fn add(&mut self, line: Line, how: Break) {
        let open = self.all.last_mut().and_then(|last| last.cells.first_mut());
        if let (Break::None, Some(lines)) = (how, open) {
            return lines.push(line);
        }
        let kind = if label(&line).is_some() { BlockKind::Entry } else { BlockKind::Paragraph };
        let is_close = how == Break::Line;
        self.all.push(Paragraph { kind, is_close, cells: vec![vec![line]], mark: None });
    }

    /// A table, or the cells of one that lays out its page one after the other.
    pub(super) fn grid(&mut self, grid: Grid) {
        let columns = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        if !is_list(&grid) {
            for cell in grid.rows.into_iter().flatten().filter(|cell| !cell.lines.is_empty()) {
                self.frame = None;
                self.column(&cell.column());
            }
            self.frame = None;
            return;
        }
        let goes_on = self.table == Some(columns);
        let is_headed = !goes_on && is_headed(&grid.rows);
        for (at, row) in grid.rows.into_iter().enumerate() {
            if row.iter().all(|cell| cell.lines.is_empty()) {
                continue;
            }
            let is_cut = at == 0 && goes_on && row.first().is_some_and(|cell| cell.lines.is_empty());
            let is_rest = is_cut || at > 0 && row.first().is_some_and(|cell| cell.continues);
            if is_rest
                && self
                    .all
                    .last()
                    .is_some_and(|last| last.kind == BlockKind::Row && last.cells.len() == row.len())
            {
                self.go_on(row);
                continue;
            }
            let kind = if at == 0 && is_headed { BlockKind::HeadingRow } else { BlockKind::Row };
            let cells = row.into_iter().map(|cell| cell.lines).collect();
            self.all.push(Paragraph { kind, is_close: at > 0 || goes_on, cells, mark: None });
        }
        (self.frame, self.table) = (None, Some(columns));
    }

    /// The row that was cut by the end of a page, or whose number stands beside several rows, goes on.
    fn go_on(&mut self, row: Vec<Cell>) {
        if let Some(last) = self.all.last_mut() {
            for (cell, more) in last.cells.iter_mut().zip(row) {
                cell.extend(more.lines);
            }
        }
    }

    /// The notes after the text; one that ran over to the next page is one.
    pub(super) fn notes(&mut self, notes: Vec<Footnote>) {
        self.headings();
        for note in notes {
            let last = self.all.last_mut().filter(|last| last.kind == BlockKind::Footnote);
            match (note.mark, last) {
                (None, Some(last)) => last.cells[0].extend(note.lines),
                (mark, _) => self.all.push(Paragraph {
                    kind: BlockKind::Footnote,
                    is_close: false,
                    cells: vec![note.lines],
                    mark,
                }),
            }
        }
    }

    /// Short bold lines that stand alone and end no sentence are headings.
    fn headings(&mut self) {
        let is_close: Vec<bool> = self.all.iter().skip(1).map(|next| next.is_close).chain([false]).collect();
        for (paragraph, next_is_close) in self.all.iter_mut().zip(is_close) {
            let lines = &paragraph.cells[0];
            let is_heading = paragraph.kind == BlockKind::Paragraph
                && !(paragraph.is_close || next_is_close)
                && lines.len() <= 2
                && lines.iter().all(|line| line.is_bold)
                && !lines.last().is_some_and(ends_sentence)
                && lines.iter().map(|line| line.text().len()).sum::<usize>() <= LONGEST_HEADING;
            if is_heading {
                paragraph.kind = BlockKind::Heading;
            }
        }
    }
}

impl Cell {
    fn column(&self) -> Column {
        let right =
            self.right - (self.lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min) - self.left);
        let lines = self.lines.clone();
        let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        Column { lines, left, right }
    }
}

fn is_row(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Row | BlockKind::HeadingRow)
}

/// Words with which a cell begins that holds a request or an answer, and so is no cell of a list.
const OPENINGS: [&str; 6] =
    ["interrogatory", "special interrogatory", "response", "answer", "request for", "objection"];

/// Rows of several cells, none of which holds a request or an answer.
fn is_list(grid: &Grid) -> bool {
    let is_filled = |cell: &&Cell| !cell.lines.is_empty();
    let opens = |cell: &Cell| {
        let words = cell.lines.first().map(Line::text).unwrap_or_default().to_lowercase();
        OPENINGS.iter().any(|opening| words.starts_with(opening))
    };
    grid.rows.len() > 1
        && grid.rows.iter().any(|row| row.iter().filter(is_filled).count() > 1)
        && !grid.rows.iter().flatten().any(opens)
}

/// The first row names the columns: it alone is bold, or begins with a word for number.
fn is_headed(rows: &[Vec<Cell>]) -> bool {
    let is_bold = |row: &Vec<Cell>| row.iter().flat_map(|cell| &cell.lines).all(|line| line.is_bold);
    let Some((first, rest)) = rows.split_first() else { return false };
    let opening =
        first.first().and_then(|cell| cell.lines.first()).map(Line::text).unwrap_or_default().to_lowercase();
    let names_number = ["no", "nos", "number", "#", "item", "item no", "secret no", "trade secret no"];
    !rest.is_empty()
        && (is_bold(first) && !rest.iter().all(is_bold)
            || names_number.contains(&opening.trim_end_matches(['.', ':'])))
}

/// The edge that each line could have reached: a block that is set in on the right keeps to an edge of its own.
fn rights(lines: &[Line], frame: &Frame) -> Vec<f64> {
    let mut rights = vec![frame.right; lines.len()];
    let mut start = 0;
    for at in 1..=lines.len() {
        let goes_on = at < lines.len()
            && (lines[at].left - lines[at - 1].left).abs() < 2.0
            && (lines[at].size - lines[at - 1].size).abs() < 0.5
            && lines[at].y - lines[at - 1].y < frame.leading * 1.3;
        if goes_on {
            continue;
        }
        let block = &lines[start..at];
        let edge = block.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        let size = lines[start].size;
        let full = block.iter().filter(|line| edge - line.right < 2.0 * size).count();
        let is_set_in = lines[start].left > frame.left + size && frame.right - edge > 1.5 * size;
        if block.len() > 2 && full > 1 && is_set_in {
            rights[start..at].fill(edge);
        }
        start = at;
    }
    rights
}
