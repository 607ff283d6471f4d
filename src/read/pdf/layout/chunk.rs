//! Characters that were set one after the other on one line, and the rows that they make across a page.

use crate::read::pdf::page::Glyph;

/// A character of a chunk.
#[derive(Debug, Clone, Copy)]
pub(in crate::read::pdf) struct Letter {
    pub(in crate::read::pdf) text: char,
    pub(in crate::read::pdf) x: f32,
    pub(in crate::read::pdf) end: f32,
}

/// Characters of one size side by side.
#[derive(Debug, Clone)]
pub(in crate::read::pdf) struct Chunk {
    pub(in crate::read::pdf) letters: Vec<Letter>,
    pub(in crate::read::pdf) left: f64,
    pub(in crate::read::pdf) right: f64,
    /// The line that the letters stand on.
    pub(in crate::read::pdf) y: f64,
    pub(in crate::read::pdf) size: f64,
    pub(in crate::read::pdf) is_bold: bool,
    pub(in crate::read::pdf) is_pagination: bool,
}

/// How far apart characters of one chunk may stand, in sizes.
const APART: f64 = 0.7;

impl Chunk {
    fn new(glyph: &Glyph) -> Self {
        Self {
            letters: Vec::new(),
            left: glyph.x,
            right: glyph.x,
            y: glyph.y,
            size: glyph.size,
            is_bold: glyph.is_bold,
            is_pagination: glyph.is_pagination,
        }
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let gap = glyph.x - self.right;
        (glyph.y - self.y).abs() <= 0.08 * self.size
            && (glyph.size - self.size).abs() <= 0.08 * self.size
            && glyph.is_bold == self.is_bold
            && glyph.is_pagination == self.is_pagination
            && gap <= APART * self.size
            && gap >= -0.5 * self.size
    }

    pub(in crate::read::pdf) fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text).collect()
    }

    /// Its parts between these places, where one falls between two letters.
    pub(super) fn cut_at(self, places: &[f64]) -> Vec<Self> {
        let is_across = |place: &&f64| self.left < **place && **place < self.right;
        let Some(place) = places.iter().find(is_across) else { return vec![self] };
        let at = self.letters.partition_point(|letter| f64::from(letter.end) <= place + 1.0);
        let starts = self.letters.get(at).is_some_and(|letter| f64::from(letter.x) >= place - 1.0);
        if at == 0 || !starts {
            return vec![self];
        }
        let mut first = self;
        let mut second = Self { letters: first.letters.split_off(at), ..first.clone() };
        second.left = second.letters.first().map_or(*place, |letter| f64::from(letter.x));
        first.right = first.letters.last().map_or(*place, |letter| f64::from(letter.end));
        let mut parts = vec![first];
        parts.extend(second.cut_at(places));
        parts
    }

    /// Height of its letters without what hangs below the line.
    pub(in crate::read::pdf) fn top(&self) -> f64 {
        self.y - 0.75 * self.size
    }

    pub(in crate::read::pdf) fn center(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), self.y - 0.3 * self.size)
    }
}

/// The chunks of a page, in the order in which they were set.
pub(in crate::read::pdf) fn chunks(glyphs: &[Glyph]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    // Blanks are kept once a letter follows them.
    let mut blanks: Vec<Letter> = Vec::new();
    for glyph in glyphs {
        let letter = Letter { text: glyph.text, x: glyph.x as f32, end: glyph.end as f32 };
        if glyph.text.is_whitespace() {
            blanks.push(Letter { text: if glyph.text == '\u{a0}' { '\u{a0}' } else { ' ' }, ..letter });
            continue;
        }
        match chunks.last_mut() {
            Some(last) if last.takes(glyph) => {
                last.letters
                    .extend(blanks.iter().filter(|blank| f64::from(blank.x) >= last.right - last.size * 0.1));
            }
            _ => chunks.push(Chunk::new(glyph)),
        }
        blanks.clear();
        if let Some(last) = chunks.last_mut() {
            last.letters.push(letter);
            last.right = last.right.max(glyph.end).max(glyph.x);
        }
    }
    chunks
}

/// Chunks that stand on one line, as places in `chunks`, from the top down and from left to right.
pub(in crate::read::pdf) fn rows(chunks: &[Chunk]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..chunks.len()).collect();
    order.sort_by(|one, two| chunks[*one].y.total_cmp(&chunks[*two].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    // The line of the row's tallest letters, and their size.
    let (mut line, mut size) = (0.0, 0.0);
    for at in order {
        let chunk = &chunks[at];
        let is_near = (chunk.y - line).abs() < 0.42 * chunk.size.max(size);
        match rows.last_mut() {
            Some(row) if is_near => {
                row.push(at);
                if chunk.size > size {
                    (line, size) = (chunk.y, chunk.size);
                }
            }
            _ => {
                rows.push(vec![at]);
                (line, size) = (chunk.y, chunk.size);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|one, two| chunks[*one].left.total_cmp(&chunks[*two].left));
    }
    rows
}
