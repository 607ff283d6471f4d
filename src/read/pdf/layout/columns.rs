//! Columns of running text, in the order in which they are read.

use super::chunk::{Chunk, rows};

/// Chunks of one row with no wide gap between them.
struct Stretch {
    chunks: Vec<usize>,
    left: f64,
    right: f64,
    letters: usize,
}

/// Lines that a column has at least.
const FEWEST: usize = 4;
/// Width of the strips in which the page is looked through, in points.
const STRIP: f64 = 2.0;
/// How wide the space between columns is at least, in points.
const SPACE: f64 = 8.0;

/// The columns of an area of a page; an area without columns is one.
pub(super) fn columns(chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    let stretches = stretches(&chunks);
    let Some(middle) = space(&stretches) else { return vec![chunks] };
    let mut order: Vec<Vec<usize>> = vec![Vec::new()];
    let mut band: [Vec<&Stretch>; 2] = Default::default();
    let mut has_columns = false;
    for stretch in stretches.iter().map(Some).chain([None]) {
        let side = stretch.map(|stretch| match stretch {
            stretch if stretch.right <= middle => Some(0),
            stretch if stretch.left >= middle => Some(1),
            _ => None,
        });
        if let (Some(stretch), Some(Some(side))) = (stretch, side) {
            band[side].push(stretch);
            continue;
        }
        let sides = std::mem::take(&mut band);
        if sides.iter().all(|side| is_prose(side)) {
            has_columns = true;
            order.extend(sides.iter().map(|side| all(side)));
            order.push(Vec::new());
        } else if let Some(last) = order.last_mut() {
            last.extend(sides.iter().flat_map(|side| all(side)));
        }
        if let (Some(stretch), Some(last)) = (stretch, order.last_mut()) {
            last.extend(&stretch.chunks);
        }
    }
    if !has_columns {
        return vec![chunks];
    }
    let mut chunks: Vec<Option<Chunk>> = chunks.into_iter().map(Some).collect();
    let columns =
        order.iter().map(|part| part.iter().filter_map(|at| chunks[*at].take()).collect::<Vec<_>>());
    columns.filter(|column| !column.is_empty()).collect()
}

fn all(side: &[&Stretch]) -> Vec<usize> {
    side.iter().flat_map(|stretch| stretch.chunks.iter().copied()).collect()
}

/// The rows, cut where a gap is wide.
fn stretches(chunks: &[Chunk]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for row in rows(chunks) {
        let first = stretches.len();
        for at in row {
            let chunk = &chunks[at];
            match stretches[first..].last_mut() {
                Some(last) if chunk.left - last.right < chunk.size => {
                    last.chunks.push(at);
                    last.right = last.right.max(chunk.right);
                    last.letters += chunk.letters.len();
                }
                _ => stretches.push(Stretch {
                    chunks: vec![at],
                    left: chunk.left,
                    right: chunk.right,
                    letters: chunk.letters.len(),
                }),
            }
        }
    }
    stretches
}

/// The middle of the widest space in the middle of the area that few lines run across.
fn space(stretches: &[Stretch]) -> Option<f64> {
    let left = stretches.iter().map(|one| one.left).fold(f64::INFINITY, f64::min);
    let right = stretches.iter().map(|one| one.right).fold(f64::NEG_INFINITY, f64::max);
    let width = right - left;
    if stretches.len() < 2 * FEWEST || !(200.0..5000.0).contains(&width) {
        return None;
    }
    let strip = |x: f64| ((x - left) / STRIP).max(0.0) as usize;
    let mut steps = vec![0_i64; strip(right) + 2];
    for one in stretches {
        steps[strip(one.left)] += 1;
        steps[strip(one.right) + 1] -= 1;
    }
    let across: Vec<i64> = steps
        .iter()
        .scan(0, |sum, step| {
            *sum += step;
            Some(*sum)
        })
        .collect();
    let (from, to) = (strip(left + width * 0.25), strip(left + width * 0.75));
    let least = *across[from..=to].iter().min()?;
    if least * 3 > stretches.len() as i64 {
        return None;
    }
    let (mut best, mut start) = ((0, 0), from);
    for (at, lines) in across.iter().enumerate().take(to + 2).skip(from) {
        if at <= to && *lines <= least {
            continue;
        }
        if at - start > best.1 - best.0 {
            best = (start, at);
        }
        start = at + 1;
    }
    let wide = (best.1 - best.0) as f64 * STRIP;
    (wide >= SPACE).then(|| left + (best.0 + best.1) as f64 / 2.0 * STRIP)
}

/// The lines are enough, and mostly as wide as their column, as those of running text are.
fn is_prose(side: &[&Stretch]) -> bool {
    let left = side.iter().map(|one| one.left).fold(f64::INFINITY, f64::min);
    let right = side.iter().map(|one| one.right).fold(f64::NEG_INFINITY, f64::max);
    let is_full = |one: &&&Stretch| one.right - one.left > 0.6 * (right - left) && one.letters > 18;
    side.len() >= FEWEST && side.iter().filter(is_full).count() * 2 > side.len()
}
