//! Tables: areas that rules part into cells, and rows of a list whose numbers stand in a column of their own.

use super::chunk::{Chunk, rows};
use super::line::Line;
use super::{Area, Page};

/// A table, or a part of a page that is laid out like one.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) area: Area,
    /// Where the columns and rows are parted, edges included.
    across: Vec<f64>,
    down: Vec<f64>,
    rules: Vec<Area>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A cell of a row.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) lines: Vec<Line>,
    pub(super) left: f64,
    pub(super) right: f64,
    /// It is one with the cell above it.
    pub(super) continues: bool,
}

/// How near to one another rules are one, in points.
const NEAR: f64 = 3.0;
/// Rules of a page beyond which they are a drawing.
const MOST: usize = 1500;
/// Columns of a table beyond which it is a drawing.
const MOST_COLUMNS: usize = 24;

/// The areas of a page that rules part into cells, from the top down.
pub(super) fn areas(rules: &[Area], page: &Page) -> Vec<Grid> {
    let is_edge = |rule: &Area| rule.height() > 0.8 * page.height || rule.width() > 0.98 * page.width;
    let rules: Vec<Area> = rules
        .iter()
        .copied()
        .filter(|rule| !is_edge(rule) && rule.width().max(rule.height()) > 5.0)
        .collect();
    if rules.len() < 3 || rules.len() > MOST {
        return Vec::new();
    }
    let mut grids: Vec<Grid> = touching(&rules).into_iter().filter_map(Grid::of).collect();
    grids.sort_by(|one, two| one.area.top.total_cmp(&two.area.top));
    // A table within another is one of its cells.
    let mut outer: Vec<Grid> = Vec::new();
    for grid in grids {
        if outer.last().is_none_or(|last| grid.area.top > last.area.bottom - NEAR) {
            outer.push(grid);
        }
    }
    outer
}

/// Rules that touch one another, in groups.
fn touching(rules: &[Area]) -> Vec<Vec<Area>> {
    let mut group: Vec<usize> = (0..rules.len()).collect();
    let touch = |one: &Area, two: &Area| {
        one.left <= two.right + NEAR
            && two.left <= one.right + NEAR
            && one.top <= two.bottom + NEAR
            && two.top <= one.bottom + NEAR
    };
    for (at, one) in rules.iter().enumerate() {
        for (other, two) in rules.iter().enumerate().skip(at + 1) {
            if touch(one, two) {
                let (first, second) = (root(&mut group, at), root(&mut group, other));
                group[first.max(second)] = first.min(second);
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<Area>> = std::collections::BTreeMap::new();
    for (at, rule) in rules.iter().enumerate() {
        groups.entry(root(&mut group, at)).or_default().push(*rule);
    }
    groups.into_values().collect()
}

/// The first rule of the group that the rule at `at` belongs to.
fn root(group: &mut [usize], mut at: usize) -> usize {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}

impl Grid {
    /// The table that rules draw which touch one another.
    fn of(rules: Vec<Area>) -> Option<Self> {
        let is_upright = |rule: &&Area| rule.height() > rule.width();
        let left = rules.iter().map(|rule| rule.left).fold(f64::INFINITY, f64::min);
        let right = rules.iter().map(|rule| rule.right).fold(f64::NEG_INFINITY, f64::max);
        let top = rules.iter().map(|rule| rule.top).fold(f64::INFINITY, f64::min);
        let bottom = rules.iter().map(|rule| rule.bottom).fold(f64::NEG_INFINITY, f64::max);
        let uprights = rules.iter().filter(is_upright);
        let levels = rules.iter().filter(|rule| !is_upright(rule));
        let across = parted(uprights.map(|rule| rule.left).chain([left, right]).collect());
        let down = parted(levels.map(|rule| rule.top).chain([top, bottom]).collect());
        let has_both =
            rules.iter().any(|rule| is_upright(&rule)) && rules.iter().any(|rule| !is_upright(&rule));
        let is_table =
            has_both && (3..=MOST_COLUMNS).contains(&across.len()) && down.len() > 1 && bottom - top > 10.0;
        let area = Area { left, top, right, bottom };
        is_table.then(|| Self { area, across, down, rules, rows: Vec::new() })
    }

    /// Puts the chunks into their cells.
    pub(super) fn fill(&mut self, chunks: Vec<Chunk>, page: &Page) {
        let (columns, count) = (self.across.len() - 1, self.down.len() - 1);
        let mut cells: Vec<Vec<Vec<Chunk>>> = vec![vec![Vec::new(); columns]; count];
        let inner = &self.across[1..columns];
        for chunk in chunks.into_iter().flat_map(|chunk| chunk.cut_at(inner)) {
            let (x, y) = chunk.center();
            // Letters may reach over the rule on their left.
            let column = place(&self.across, x.min(chunk.left + chunk.size));
            let row = place(&self.down, y);
            let column = (0..=column).rev().find(|column| self.is_parted(*column, row)).unwrap_or_default();
            cells[row][column].push(chunk);
        }
        for (row, chunks) in cells.into_iter().enumerate() {
            let starts: Vec<usize> = (0..columns).filter(|column| self.is_parted(*column, row)).collect();
            let mut chunks = chunks;
            let made = starts.iter().enumerate().map(|(at, column)| {
                let next = starts.get(at + 1).copied().unwrap_or(columns);
                Cell {
                    lines: page.lines(&std::mem::take(&mut chunks[*column])),
                    left: self.across[*column],
                    right: self.across[next],
                    continues: row > 0 && !self.is_ruled(*column, row),
                }
            });
            self.rows.push(made.collect());
        }
    }

    /// A rule stands at the left of the cell.
    fn is_parted(&self, column: usize, row: usize) -> bool {
        let (x, top, bottom) = (self.across[column], self.down[row], self.down[row + 1]);
        let middle = f64::midpoint(top, bottom);
        column == 0
            || self.rules.is_empty()
            || self.rules.iter().any(|rule| {
                rule.height() > rule.width()
                    && (rule.left - x).abs() < NEAR
                    && rule.top <= middle
                    && middle <= rule.bottom
            })
    }

    /// A rule stands above the cell.
    fn is_ruled(&self, column: usize, row: usize) -> bool {
        let y = self.down[row];
        let middle = f64::midpoint(self.across[column], self.across[column + 1]);
        self.rules.is_empty()
            || self.rules.iter().any(|rule| {
                rule.width() >= rule.height()
                    && (rule.top - y).abs() < NEAR
                    && rule.left <= middle
                    && middle <= rule.right
            })
    }
}

/// The places in order, those near to one another as one.
fn parted(mut places: Vec<f64>) -> Vec<f64> {
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, kept| *next - *kept < 2.0 * NEAR);
    places
}

/// Between which two of the places `at` stands.
fn place(places: &[f64], at: f64) -> usize {
    places.partition_point(|place| *place <= at).saturating_sub(1).min(places.len() - 2)
}

/// Lines, or a table that no rules part.
pub(super) enum Loose {
    Lines(Vec<Chunk>),
    Table(Grid, Vec<Chunk>),
}

/// Rows of a numbered list that make a table.
const FEWEST: usize = 3;

/// Tables without rules that one column may hold.
const MOST_LOOSE: usize = 12;

/// Takes the chunks of a column apart where rows begin with numbers in a column of their own.
pub(super) fn loose(chunks: &[Chunk]) -> Vec<Loose> {
    let mut pieces = Vec::new();
    let mut rest = chunks.to_vec();
    for _ in 0..MOST_LOOSE {
        let rows = rows(&rest);
        let Some((first, last, across)) = numbered(&rest, &rows) else { break };
        let taken =
            |rows: &[Vec<usize>]| rows.iter().flatten().map(|at| rest[*at].clone()).collect::<Vec<_>>();
        pieces.push(Loose::Lines(taken(&rows[..first])));
        let grid = unruled(&rest, &rows[first..=last], across);
        pieces.push(Loose::Table(grid, taken(&rows[first..=last])));
        rest = taken(&rows[last + 1..]);
    }
    pieces.push(Loose::Lines(rest));
    pieces
}

/// The table that these rows make.
fn unruled(chunks: &[Chunk], rows: &[Vec<usize>], across: Vec<f64>) -> Grid {
    let opens = rows.iter().filter(|row| row.len() > 1 && chunks[row[0]].left < across[1] - 1.0);
    let tops = opens.map(|row| chunks[row[0]].top() - 0.2 * chunks[row[0]].size);
    let end = rows.iter().flatten().map(|at| chunks[*at].y + chunks[*at].size).fold(0.0, f64::max);
    let down: Vec<f64> = tops.chain([end]).collect();
    let area = Area { left: across[0], top: down[0], right: across[across.len() - 1], bottom: end };
    Grid { area, across, down, rules: Vec::new(), rows: Vec::new() }
}

/// The first rows that begin with bare numbers counting up, a heading before them included, and where columns start.
fn numbered(chunks: &[Chunk], rows: &[Vec<usize>]) -> Option<(usize, usize, Vec<f64>)> {
    let number = |row: &[usize]| -> Option<(usize, f64, f64)> {
        let (first, second) = (&chunks[*row.first()?], &chunks[*row.get(1)?]);
        let is_number =
            first.letters.len() <= 4 && first.letters.iter().all(|letter| letter.text.is_ascii_digit());
        let is_apart = second.left - first.right > first.size;
        (is_number && is_apart)
            .then(|| first.text().parse().ok().map(|value| (value, first.left, second.left)))?
    };
    let first = rows.iter().position(|row| number(row).is_some())?;
    let (mut value, left, second) = number(&rows[first])?;
    let (mut last, mut count) = (first, 1);
    for (at, row) in rows.iter().enumerate().skip(first + 1) {
        match number(row) {
            Some((next, ..)) if next == value + 1 => (value, last, count) = (next, at, count + 1),
            None if chunks[row[0]].left > second - 4.0 && at == last + 1 => last = at,
            _ => break,
        }
    }
    let heading = first.checked_sub(1).filter(|at| {
        let row = &rows[*at];
        row.len() > 1
            && (chunks[row[0]].left - left).abs() < 12.0
            && row.iter().skip(1).any(|at| (chunks[*at].left - second).abs() < 6.0)
    });
    let right = rows[first..=last].iter().flatten().map(|at| chunks[*at].right).fold(0.0, f64::max);
    let is_table = count >= FEWEST || count > 1 && heading.is_some();
    is_table
        .then(|| (heading.unwrap_or(first), last, vec![left.min(second) - 1.0, second - 2.0, right + 1.0]))
}
