//! Tables: a line for each row, the cells parted by upright strokes; or, where a table only lays out the page, its
//! paragraphs one after the other.

use super::{Layout, parting};
use crate::document::BlockKind;
use crate::read::docx::output::Setting;
use crate::read::docx::paper::{Cell, Chunk, Paragraph, Row, Table};

/// Paragraphs in a cell that is still one of a row of cells.
const MOST_PARAGRAPHS: usize = 12;

/// The longest words that name a row's number, in bytes.
const LONGEST_NUMBER: usize = 8;

/// Words with which a cell begins that holds a request or an answer, and so is no cell of a list.
const OPENINGS: [&str; 6] =
    ["interrogatory", "special interrogatory", "response", "answer", "request for", "objection"];

impl Layout<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.list = None;
        let rows: Vec<Vec<&Cell>> = table.rows.iter().filter(|row| !row.is_dropped).map(cells).collect();
        if self.is_grid(&rows) {
            self.grid(table, &rows);
        } else {
            rows.iter().flatten().for_each(|cell| self.chunks(&cell.chunks));
        }
        self.list = None;
    }

    /// The table holds a list: rows of several cells, each with a few words.
    fn is_grid(&self, rows: &[Vec<&Cell>]) -> bool {
        let is_filled = |cell: &&&Cell| !is_blank(&cell.chunks) || self.has_numbers(&[**cell]);
        let has_row = rows.iter().any(|row| row.iter().filter(is_filled).take(2).count() > 1);
        let is_cell = |cell: &&Cell| {
            let mut paragraphs = Vec::new();
            collect(&cell.chunks, &mut paragraphs);
            let filled = paragraphs.iter().filter(|paragraph| !paragraph.is_blank());
            let is_heading = |paragraph: &&Paragraph| self.kind(paragraph, None) == BlockKind::Heading;
            filled.clone().count() <= MOST_PARAGRAPHS
                && !filled.clone().any(is_heading)
                && !filled.clone().any(|paragraph| opens_part(&paragraph.text))
        };
        has_row && rows.iter().flatten().all(is_cell)
    }

    fn grid(&mut self, table: &Table, rows: &[Vec<&Cell>]) {
        let columns = |row: &Vec<&Cell>| row.iter().map(|cell| cell.columns).sum::<usize>();
        let wide = rows.iter().map(columns).max().unwrap_or(1);
        let mut open = None;
        for (at, row) in rows.iter().enumerate() {
            let kind = match row.as_slice() {
                [only] if wide > 1 && is_title(only) => BlockKind::Heading,
                _ if at == 0 && self.is_headed(table, rows) => BlockKind::HeadingRow,
                _ => BlockKind::Row,
            };
            // A number that stands beside several rows numbers one thing.
            let goes_on = at > 0 && row.first().is_some_and(|cell| cell.continues) && is_number(&rows[..at]);
            if row.iter().all(|cell| is_blank(&cell.chunks)) && !self.has_numbers(row) {
                continue;
            }
            let block = match open.filter(|_| goes_on) {
                Some(block) => block,
                None => self.output.open(kind, open.is_some()),
            };
            self.row(row, goes_on, kind);
            self.output.close(block);
            open = Some(block);
        }
    }

    fn row(&mut self, row: &[&Cell], goes_on: bool, kind: BlockKind) {
        let first = of_row(row).first().map_or(0, |paragraph| paragraph.index);
        if row.len() == 1 && kind == BlockKind::Row {
            self.output.write_shown("| ", first);
        }
        for (at, cell) in row.iter().enumerate() {
            if goes_on && cell.continues {
                continue;
            }
            if at > 0 {
                self.output.write_shown(" | ", first);
            }
            if !cell.continues {
                self.cell(cell);
            }
        }
    }

    fn cell(&mut self, cell: &Cell) {
        let mut paragraphs = Vec::new();
        collect(&cell.chunks, &mut paragraphs);
        let mut has_words = false;
        for paragraph in paragraphs {
            let shown = self.numbering.next(&paragraph.properties, self.styles);
            if paragraph.is_blank() && shown.is_none() {
                continue;
            }
            if has_words {
                self.output.write_shown(" ", paragraph.index);
            }
            if let Some(shown) = shown {
                let label = shown.label.replace('\t', " ");
                let label = label + parting(&shown.label, &paragraph.text);
                let label = if paragraph.is_blank() { label.trim_end() } else { &label };
                self.output.write_shown(label, paragraph.index);
            }
            self.output.write_words(paragraph, Setting::Cell);
            has_words = true;
        }
    }

    /// The first row names the columns: it is repeated on each page, or set off by the style, or alone in bold, or
    /// begins with a word for number.
    fn is_headed(&self, table: &Table, rows: &[Vec<&Cell>]) -> bool {
        let is_bold = |row: &Vec<&Cell>| row.iter().all(|cell| !cell.is_plain);
        let Some((first, rest)) = rows.split_first() else { return false };
        let repeats = table.rows.iter().find(|row| !row.is_dropped).is_some_and(|row| row.is_heading);
        let opening = first.first().map(|cell| words(&cell.chunks)).unwrap_or_default().to_lowercase();
        let opening = opening.trim_end_matches(['.', ':']);
        let names_number = ["no", "nos", "number", "#", "item", "item no", "secret no", "trade secret no"];
        !rest.is_empty()
            && !self.has_numbers(first)
            && (repeats
                || table.is_headed
                || (is_bold(first) && !rest.iter().all(is_bold))
                || names_number.contains(&opening))
    }

    /// Some cell of the row is numbered by itself.
    fn has_numbers(&self, row: &[&Cell]) -> bool {
        of_row(row).iter().any(|paragraph| self.numbering.counts(&paragraph.properties, self.styles))
    }
}

/// The cells of a row that the view shows.
fn cells(row: &Row) -> Vec<&Cell> {
    row.cells.iter().filter(|cell| !cell.is_dropped).collect()
}

/// Every paragraph, those of tables and text boxes within included.
fn collect<'a>(chunks: &'a [Chunk], paragraphs: &mut Vec<&'a Paragraph>) {
    for chunk in chunks {
        match chunk {
            Chunk::Paragraph(paragraph) => {
                paragraphs.push(paragraph);
                collect(&paragraph.boxes, paragraphs);
            }
            Chunk::Table(table) => {
                let rows = table.rows.iter().filter(|row| !row.is_dropped);
                rows.flat_map(cells).for_each(|cell| collect(&cell.chunks, paragraphs));
            }
        }
    }
}

/// Every paragraph of a row.
fn of_row<'a>(row: &[&'a Cell]) -> Vec<&'a Paragraph> {
    let mut paragraphs = Vec::new();
    for cell in row {
        collect(&cell.chunks, &mut paragraphs);
    }
    paragraphs
}

fn words(chunks: &[Chunk]) -> String {
    let mut paragraphs = Vec::new();
    collect(chunks, &mut paragraphs);
    paragraphs.iter().map(|paragraph| paragraph.text.trim()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn is_blank(chunks: &[Chunk]) -> bool {
    words(chunks).is_empty()
}

/// A row of one cell across the table that names what follows.
fn is_title(cell: &Cell) -> bool {
    let words = words(&cell.chunks);
    words.len() <= 120 && !words.ends_with(['.', ';'])
}

/// The first cell of the last row that has one of its own holds a number.
fn is_number(rows: &[Vec<&Cell>]) -> bool {
    let own = rows.iter().rev().filter_map(|row| row.first()).find(|cell| !cell.continues);
    own.is_some_and(|cell| {
        let words = words(&cell.chunks);
        words.len() <= LONGEST_NUMBER && (words.len() < 2 || words.bytes().any(|byte| byte.is_ascii_digit()))
    })
}

/// The words open a request or an answer.
fn opens_part(words: &str) -> bool {
    let words = words.trim_start().to_lowercase();
    OPENINGS.iter().any(|opening| words.starts_with(opening))
}
