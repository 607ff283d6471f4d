//! Pages laid out as text: what stands beside the text is taken off, the rest put into the order in which it is read.

mod breaks;
mod chunk;
mod columns;
mod footnotes;
mod grid;
mod gutter;
mod line;
mod margins;
mod paragraphs;
mod stamps;

pub(super) use chunk::chunks;
pub(super) use line::Line;
pub(super) use paragraphs::{Paragraph, Paragraphs};

use super::page::{Area, Beside, Cut, Hidden};
use chunk::{Chunk, rows};
use grid::Grid;

/// A page between its characters and its text.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) number: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) chunks: Vec<Chunk>,
    pub(super) rules: Vec<Area>,
    pub(super) pictures: Vec<Area>,
    /// Filled shapes with curves.
    pub(super) shapes: usize,
    pub(super) hidden: Hidden,
    pub(super) is_recognised: bool,
    pub(super) cut: Option<Cut>,
    pub(super) beside: Beside,
    /// Numbers of lines with the heights at which they stand, from the top down.
    pub(super) numbers: Vec<(f64, usize)>,
    pub(super) has_margins: bool,
}

/// What stands on a page one after the other.
enum Part {
    Text(Column),
    Table(Grid),
}

/// Lines one under the other, and the edges that they keep to.
#[derive(Debug)]
struct Column {
    lines: Vec<Line>,
    left: f64,
    right: f64,
}

/// Takes what is no text off every page; each line that it says is given once.
pub(super) fn margins_taken(pages: &mut [Page]) -> Vec<String> {
    gutter::take_numbers(pages);
    let margins = margins::take_margins(pages);
    pages.iter_mut().for_each(Page::count_lines);
    margins
}

/// Lays out the text of all pages, which is taken off them.
pub(super) fn laid_out(pages: &mut [Page]) -> Paragraphs {
    let size = body_size(pages);
    let mut notes = Vec::new();
    let mut parts: Vec<Vec<Part>> = Vec::with_capacity(pages.len());
    for page in pages.iter_mut() {
        let mut chunks = std::mem::take(&mut page.chunks);
        let found = footnotes::take(&mut chunks, page, size);
        notes.extend(found);
        parts.push(page.parts(chunks));
    }
    widen(&mut parts);
    let mut paragraphs = Paragraphs::default();
    for part in parts.into_iter().flatten() {
        match part {
            Part::Text(column) => paragraphs.column(&column),
            Part::Table(grid) => paragraphs.grid(grid),
        }
    }
    paragraphs.notes(notes);
    paragraphs
}

impl Page {
    /// Numbers the lines of a page on which no numbers are printed.
    fn count_lines(&mut self) {
        if self.numbers.is_empty() {
            let heights = rows(&self.chunks).into_iter().map(|row| self.chunks[row[0]].y);
            self.numbers = heights.enumerate().map(|(at, y)| (y, at + 1)).collect();
        }
        self.numbers.sort_by(|one, two| one.0.total_cmp(&two.0));
    }

    fn parts(&self, chunks: Vec<Chunk>) -> Vec<Part> {
        let mut rest = chunks;
        let mut parts = Vec::new();
        for mut area in grid::areas(&self.rules, self) {
            let (inside, outside): (Vec<Chunk>, Vec<Chunk>) = rest.into_iter().partition(|chunk| {
                let (x, y) = chunk.center();
                area.area.holds(x, y)
            });
            let (above, below) = outside.into_iter().partition(|chunk| chunk.y <= area.area.top + 1.0);
            parts.extend(self.columns(above));
            area.fill(inside, self);
            parts.push(Part::Table(area));
            rest = below;
        }
        parts.extend(self.columns(rest));
        parts
    }

    fn columns(&self, chunks: Vec<Chunk>) -> Vec<Part> {
        columns::columns(chunks).into_iter().flat_map(|column| self.loose(&column)).collect()
    }

    /// The lines of a column, and the tables among them that no rules part.
    fn loose(&self, chunks: &[Chunk]) -> Vec<Part> {
        let mut parts = Vec::new();
        for piece in grid::loose(chunks) {
            match piece {
                grid::Loose::Lines(chunks) => parts.extend(self.column(&chunks).map(Part::Text)),
                grid::Loose::Table(mut grid, chunks) => {
                    grid.fill(chunks, self);
                    parts.push(Part::Table(grid));
                }
            }
        }
        parts
    }

    fn column(&self, chunks: &[Chunk]) -> Option<Column> {
        let lines = self.lines(chunks);
        let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let mut rights: Vec<f64> = lines.iter().map(|line| line.right).collect();
        rights.sort_by(f64::total_cmp);
        let right = match rights.as_slice() {
            // One line that sticks out says nothing about the others.
            [.., second, last] if rights.len() > 4 && last - second > 24.0 => *second,
            [.., last] => *last,
            [] => return None,
        };
        Some(Column { lines, left, right })
    }

    /// The lines that the chunks make, with their numbers.
    fn lines(&self, chunks: &[Chunk]) -> Vec<Line> {
        let mut lines = line::lines(chunks, self.number);
        for line in &mut lines {
            line.number = gutter::number_at(&self.numbers, line.y).unwrap_or(1);
        }
        lines
    }
}

/// The size in which most letters of the paper are set.
fn body_size(pages: &[Page]) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for chunk in pages.iter().flat_map(|page| &page.chunks) {
        *counts.entry((chunk.size * 2.0).round() as i64).or_insert(0) += chunk.letters.len();
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(12.0, |(size, _)| size as f64 / 2.0)
}

/// A page that is not filled keeps to the edge that the other pages keep to.
fn widen(parts: &mut [Vec<Part>]) {
    let columns = |parts: &[Vec<Part>]| -> Vec<(f64, f64)> {
        let all = parts.iter().flatten();
        all.filter_map(|part| match part {
            Part::Text(column) => Some((column.left, column.right)),
            Part::Table(_) => None,
        })
        .collect()
    };
    let mut rights: Vec<f64> = columns(parts).into_iter().map(|(_, right)| right).collect();
    rights.sort_by(f64::total_cmp);
    let Some(usual) = rights.get(rights.len() * 9 / 10).copied() else { return };
    let mut lefts: Vec<f64> = columns(parts).into_iter().map(|(left, _)| left).collect();
    lefts.sort_by(f64::total_cmp);
    let left = lefts[lefts.len() / 2];
    for part in parts.iter_mut().flatten() {
        if let Part::Text(column) = part {
            let is_whole = column.left < left + 60.0 && column.right < usual;
            // The left half of a page in columns keeps to itself.
            let is_half = column.lines.len() > 5 && column.right < f64::midpoint(left, usual) + 24.0;
            if is_whole && !is_half {
                column.right = usual;
                column.left = column.left.min(left);
            }
        }
    }
}
