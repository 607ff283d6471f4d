//! What stands above and below the text of a page: stamps, running headers and footers, page numbers, legends.

use std::collections::{BTreeMap, BTreeSet};

use super::Page;
use super::chunk::{Chunk, rows};
use super::line::line;
use super::stamps::{is_bates, is_docket_stamp, is_legend, is_page_number, opens_text};

/// Rows from each edge that may be no text.
const DEEPEST: usize = 6;
/// How far a running line may move from page to page, in points.
const ALIGNED: f64 = 8.0;
/// The share of a page, from each edge, in which what is no text stands.
const EDGE: f64 = 0.13;

/// A row near an edge of its page.
struct Row {
    chunks: Vec<usize>,
    text: String,
    y: f64,
    is_pagination: bool,
    /// Its parts that stand far from one another.
    parts: Vec<String>,
    /// It stands near the edge.
    is_edge: bool,
    /// It stands further from the next row on the inner side than the lines of the page from one another.
    is_apart: bool,
}

/// Takes what is no text off every page; each line that it says is given once.
pub(super) fn take_margins(pages: &mut [Page]) -> Vec<String> {
    let edges: Vec<[Vec<Row>; 2]> = pages.iter().map(edges).collect();
    let running = running(&edges, pages.len());
    let mut margins: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for (page, edges) in pages.iter_mut().zip(&edges) {
        let mut taken = BTreeSet::new();
        for (side, rows) in edges.iter().enumerate() {
            for row in &rows[..furniture(rows, side, &running)] {
                taken.extend(row.chunks.iter().copied());
                if known.insert(pattern(&row.text)) {
                    margins.push(row.text.clone());
                }
            }
        }
        page.has_margins = !taken.is_empty();
        let mut place = 0;
        page.chunks.retain(|_| {
            place += 1;
            !taken.contains(&(place - 1))
        });
    }
    margins
}

/// The rows of a page from the top down, and from the bottom up.
fn edges(page: &Page) -> [Vec<Row>; 2] {
    let rows = rows(&page.chunks);
    let leading = leading(&page.chunks, &rows);
    let y = |at: usize| rows.get(at).map(|row: &Vec<usize>| lowest(&page.chunks, row));
    let row = |at: usize, inner: Option<usize>| {
        let here = lowest(&page.chunks, &rows[at]);
        let size = page.chunks[rows[at][0]].size;
        let gap = inner.and_then(y).map_or(f64::INFINITY, |inner| (inner - here).abs());
        let is_edge = here < EDGE * page.height || here > (1.0 - EDGE) * page.height;
        Row { is_edge, is_apart: gap > (1.25 * leading).max(1.4 * size), ..made(&page.chunks, &rows[at]) }
    };
    let count = rows.len();
    let top = (0..count.min(DEEPEST)).map(|at| row(at, Some(at + 1))).collect();
    let bottom =
        (0..count.min(DEEPEST)).map(|at| row(count - 1 - at, (count - 1 - at).checked_sub(1))).collect();
    [top, bottom]
}

fn lowest(chunks: &[Chunk], row: &[usize]) -> f64 {
    row.iter().map(|at| chunks[*at].y).fold(f64::NEG_INFINITY, f64::max)
}

/// From line to line, for most lines of the page.
fn leading(chunks: &[Chunk], rows: &[Vec<usize>]) -> f64 {
    let mut steps: Vec<f64> =
        rows.windows(2).map(|pair| lowest(chunks, &pair[1]) - lowest(chunks, &pair[0])).collect();
    steps.sort_by(f64::total_cmp);
    if steps.len() < DEEPEST { 0.0 } else { steps[steps.len() / 2] }
}

fn made(chunks: &[Chunk], row: &[usize]) -> Row {
    let mut parts: Vec<String> = Vec::new();
    let taken: Vec<&Chunk> = row.iter().map(|at| &chunks[*at]).collect();
    let (words, size) = line(&taken, 0).map(|line| (line.words, line.size)).unwrap_or_default();
    let mut end = f64::NEG_INFINITY;
    for word in words {
        match parts.last_mut() {
            Some(part) if word.left - end < 1.5 * size => {
                if !word.is_joined {
                    part.push(' ');
                }
                part.push_str(&word.text);
            }
            _ => parts.push(word.text),
        }
        end = word.right;
    }
    Row {
        chunks: row.to_vec(),
        text: parts.join(" "),
        y: lowest(chunks, row),
        is_pagination: taken.iter().all(|chunk| chunk.is_pagination),
        parts,
        is_edge: false,
        is_apart: false,
    }
}

/// Words with every number made one sign.
fn pattern(words: &str) -> String {
    let mut pattern = String::with_capacity(words.len());
    for character in words.chars().filter(|character| !character.is_whitespace()) {
        let sign = if character.is_ascii_digit() { '#' } else { character };
        if !(sign == '#' && pattern.ends_with('#')) {
            pattern.push(sign);
        }
    }
    pattern
}

/// Where rows of one pattern stand, by side of the page, on so many pages that they run.
type Running = BTreeMap<(usize, String), Vec<f64>>;

fn running(edges: &[[Vec<Row>; 2]], pages: usize) -> Running {
    let mut found: BTreeMap<(usize, String), Vec<f64>> = BTreeMap::new();
    for edges in edges {
        for (side, rows) in edges.iter().enumerate() {
            for row in rows.iter().filter(|row| !opens_text(&row.text)) {
                found.entry((side, pattern(&row.text))).or_default().push(row.y);
            }
        }
    }
    found.retain(|_, places| places.len() > 1 && places.len() * 4 >= pages);
    for places in found.values_mut() {
        places.sort_by(f64::total_cmp);
    }
    found
}

/// How many rows from the edge are no text. What only runs from page to page must be set off from the text.
fn furniture(rows: &[Row], side: usize, running: &Running) -> usize {
    let count = rows.iter().take_while(|row| is_stamp(row) || is_running(row, side, running)).count();
    let set_off = rows[..count].iter().rposition(|row| is_stamp(row) || row.is_apart);
    set_off.map_or(0, |last| last + 1)
}

/// The row says by itself that it is no text.
fn is_stamp(row: &Row) -> bool {
    let is_alone = row.is_edge && row.is_apart;
    let is_part = |part: &String| {
        is_page_number(part) && is_alone
            || is_docket_stamp(part)
            || row.is_edge && is_bates(part)
            || is_alone && is_legend(part)
    };
    !opens_text(&row.text)
        && (row.is_pagination || row.parts.iter().all(is_part) || is_docket_stamp(&row.text))
}

/// The row stands at one height on several pages.
fn is_running(row: &Row, side: usize, running: &Running) -> bool {
    let places = running.get(&(side, pattern(&row.text))).filter(|_| row.is_edge && !opens_text(&row.text));
    places.is_some_and(|places| {
        let from = places.partition_point(|y| *y < row.y - ALIGNED);
        places[from..].iter().take_while(|y| **y <= row.y + ALIGNED).count() > 1
    })
}
