//! The column of line numbers beside the text of pleading paper.

use super::Page;
use super::chunk::{Chunk, rows};

/// Numbers on one page from which on they are line numbers.
const FEWEST: usize = 8;
/// Numbers on one page beyond which they are none.
const MOST_NUMBERS: usize = 300;
/// How exactly they stand one under the other, in points.
const ALIGNED: f64 = 3.0;
/// The share of a page's lines that numbers stand beside.
const MOST: f64 = 0.75;

/// A number that stands alone at the left.
#[derive(Debug, Clone, Copy)]
struct Number {
    chunk: usize,
    value: usize,
    left: f64,
    right: f64,
    y: f64,
}

/// Takes line numbers out of every page and keeps them beside it.
pub(super) fn take_numbers(pages: &mut [Page]) {
    let columns: Vec<Vec<Number>> = pages.iter().map(|page| column(&page.chunks)).collect();
    let mut last = 0;
    let mut known: Option<(f64, f64)> = None;
    let mut is_numbered = vec![false; pages.len()];
    for (at, page) in pages.iter().enumerate() {
        let column = &columns[at];
        if column.len() >= FEWEST && is_line_numbers(page, column, last) {
            is_numbered[at] = true;
            known = known.or(column.first().map(|number| (number.left, number.right)));
            last = column.last().map_or(last, |number| number.value);
        }
    }
    let Some((left, right)) = known else { return };
    for (at, page) in pages.iter_mut().enumerate() {
        // A page with few lines is numbered like the others.
        let is_here = |number: &Number| {
            is_numbered[at] || (number.left - left).abs() < ALIGNED || (number.right - right).abs() < ALIGNED
        };
        let numbers: Vec<Number> = columns[at].iter().copied().filter(is_here).collect();
        page.numbers = numbers.iter().map(|number| (number.y, number.value)).collect();
        let mut place = 0;
        page.chunks.retain(|_| {
            place += 1;
            !numbers.iter().any(|number| number.chunk + 1 == place)
        });
    }
}

/// The numbers at the left of a page that count up on their way down, all aligned.
fn column(chunks: &[Chunk]) -> Vec<Number> {
    let numbers: Vec<Number> = rows(chunks).iter().filter_map(|row| number(chunks, *row.first()?)).collect();
    if numbers.is_empty() || numbers.len() > MOST_NUMBERS {
        return Vec::new();
    }
    let aligned = |edge: fn(&Number) -> f64| {
        let most = numbers
            .iter()
            .max_by_key(|one| numbers.iter().filter(|two| (edge(one) - edge(two)).abs() < ALIGNED).count());
        let edge_of = most.map_or(0.0, edge);
        numbers.iter().copied().filter(|one| (edge(one) - edge_of).abs() < ALIGNED).collect::<Vec<_>>()
    };
    let (by_left, by_right) = (aligned(|number| number.left), aligned(|number| number.right));
    let column = if by_left.len() > by_right.len() { by_left } else { by_right };
    let mut counted: Vec<Number> = Vec::new();
    for number in column {
        if counted.last().is_none_or(|last| number.value == last.value + 1) {
            counted.push(number);
        } else if counted.len() < 3 {
            counted = vec![number];
        }
    }
    let edge = counted.iter().map(|number| number.right).fold(f64::NEG_INFINITY, f64::max);
    let is_number = |at: usize| counted.iter().any(|number| number.chunk == at);
    let others = chunks.iter().enumerate().filter(|(at, _)| !is_number(*at));
    let (before, all) =
        others.fold((0, 0), |(before, all), (_, chunk)| (before + usize::from(chunk.left < edge), all + 1));
    // The text stands to the right of its numbers.
    if before * 10 > all { Vec::new() } else { counted }
}

fn number(chunks: &[Chunk], at: usize) -> Option<Number> {
    let chunk = &chunks[at];
    let is_short =
        chunk.letters.len() <= 4 && chunk.letters.iter().all(|letter| letter.text.is_ascii_digit());
    let value = if is_short { chunk.text().parse().ok()? } else { return None };
    Some(Number { chunk: at, value, left: chunk.left, right: chunk.right, y: chunk.y })
}

/// The numbers start over on each page or go on from the last, and stand beside nearly all of its lines.
fn is_line_numbers(page: &Page, column: &[Number], last: usize) -> bool {
    let (Some(first), Some(end)) = (column.first(), column.last()) else { return false };
    if first.value != 1 && first.value != last + 1 {
        return false;
    }
    let leading = (end.y - first.y) / (column.len() - 1).max(1) as f64;
    let is_even = column.windows(2).all(|pair| (pair[1].y - pair[0].y - leading).abs() < 0.2 * leading);
    let is_number = |at: usize| column.iter().any(|number| number.chunk == at);
    let (mut beside, mut all) = (0_usize, 0_usize);
    for row in rows(&page.chunks) {
        let Some(text) = row.iter().find(|at| !is_number(**at)).map(|at| &page.chunks[*at]) else { continue };
        all += 1;
        let is_here = (first.y - leading / 2.0..=end.y + leading).contains(&text.y);
        let is_close = column.iter().any(|number| (number.y - text.y).abs() < text.size * 0.5);
        beside += usize::from(if is_even { is_here } else { is_close });
    }
    // An even column that runs down most of the page is printed on the paper itself.
    let is_long = is_even && column.len() >= 20 && end.y - first.y > page.height * 0.6;
    all > 0 && (beside as f64 >= MOST * all as f64 || is_long)
}

/// The number printed beside a line that stands at `y`; the numbers are in order of their heights.
pub(super) fn number_at(numbers: &[(f64, usize)], y: f64) -> Option<usize> {
    let after = numbers.partition_point(|(height, _)| *height < y);
    let near = &numbers[after.saturating_sub(1)..numbers.len().min(after + 1)];
    let nearest = near.iter().min_by(|one, two| (one.0 - y).abs().total_cmp(&(two.0 - y).abs()));
    nearest.map(|(_, value)| *value)
}
