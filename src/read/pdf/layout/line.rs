//! Lines of words, put together out of chunks.

use super::chunk::{Chunk, Letter, rows};

/// A line of a page.
#[derive(Debug, Clone)]
pub(in crate::read::pdf) struct Line {
    pub(in crate::read::pdf) page: usize,
    /// The number printed beside it, or its place on the page from 1.
    pub(in crate::read::pdf) number: usize,
    pub(in crate::read::pdf) words: Vec<Word>,
    pub(in crate::read::pdf) left: f64,
    pub(in crate::read::pdf) right: f64,
    pub(in crate::read::pdf) y: f64,
    pub(in crate::read::pdf) size: f64,
    pub(in crate::read::pdf) is_bold: bool,
}

/// Characters without a blank between them.
#[derive(Debug, Clone)]
pub(in crate::read::pdf) struct Word {
    pub(in crate::read::pdf) text: String,
    pub(in crate::read::pdf) left: f64,
    pub(in crate::read::pdf) right: f64,
    /// It is small and stands high, as marks of notes do.
    pub(in crate::read::pdf) is_raised: bool,
    /// It touches the word before it.
    pub(in crate::read::pdf) is_joined: bool,
}

/// The gap that parts words, in sizes: blanks are mostly 0.25, kerning is below 0.1.
const BLANK: f64 = 0.13;
/// The same on a line that is set so tight that its blanks are little more than kerning.
const TIGHT: f64 = 0.1;
/// Gaps on a line from which on they tell how tight it is set.
const FEWEST: usize = 4;
/// Gaps wider than this many sizes are no blanks.
const WIDEST: f64 = 1.4;

impl Line {
    pub(in crate::read::pdf) fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !word.is_joined && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }
}

/// The lines that `chunks` make, from the top down.
pub(in crate::read::pdf) fn lines(chunks: &[Chunk], page: usize) -> Vec<Line> {
    let taken = |row: &Vec<usize>| row.iter().map(|at| &chunks[*at]).collect::<Vec<_>>();
    rows(chunks).iter().filter_map(|row| line(&taken(row), page)).collect()
}

/// The line that these chunks make.
pub(super) fn line(chunks: &[&Chunk], page: usize) -> Option<Line> {
    let main = chunks.iter().max_by(|one, two| weight(one).total_cmp(&weight(two)))?;
    let (y, size) = (main.y, main.size);
    let mut placed: Vec<Placed> = chunks
        .iter()
        .flat_map(|chunk| {
            let is_raised = chunk.size < 0.82 * size && chunk.y < y - 0.12 * size;
            let width = chunk.size;
            chunk.letters.iter().map(move |letter| Placed { letter: *letter, size: width, is_raised })
        })
        .collect();
    placed.sort_by(|one, two| one.letter.x.total_cmp(&two.letter.x));
    let words = words(&undoubled(&placed));
    let is_bold = chunks.iter().all(|chunk| chunk.is_bold);
    let (left, right) = (words.first()?.left, words.last()?.right);
    Some(Line { page, number: 0, words, left, right, y, size, is_bold })
}

fn weight(chunk: &Chunk) -> f64 {
    chunk.size * chunk.letters.len() as f64
}

#[derive(Clone, Copy)]
struct Placed {
    letter: Letter,
    size: f64,
    is_raised: bool,
}

/// Without characters that were set twice to look bold, and without the rule of a blank under what fills it.
fn undoubled(placed: &[Placed]) -> Vec<Placed> {
    let is_blank = |one: &Placed| one.letter.text == '_';
    let has_blanks = placed.iter().any(is_blank);
    let mut kept: Vec<Placed> = Vec::with_capacity(placed.len());
    for (at, one) in placed.iter().enumerate() {
        let near = kept.iter().rev().take(3);
        let is_double = near.clone().any(|other| {
            let apart = f64::from((other.letter.x - one.letter.x).abs());
            other.letter.text == one.letter.text && apart < 0.12 * one.size && one.letter.text != ' '
        });
        if is_double {
            continue;
        }
        if has_blanks && is_blank(one) {
            let middle = f32::midpoint(one.letter.x, one.letter.end);
            let around = placed[at.saturating_sub(6)..placed.len().min(at + 6)].iter();
            let mut filled = around.filter(|other| !is_blank(other));
            if filled.any(|other| other.letter.x < middle && middle < other.letter.end) {
                continue;
            }
        }
        kept.push(*one);
    }
    kept
}

/// Two characters that a narrow gap can part: it stands between words, not within addresses or before a stop.
fn can_part(before: char, after: char) -> bool {
    let opens = after.is_alphanumeric() || matches!(after, '(' | '[' | '"' | '\u{201c}' | '\u{a7}' | '$');
    match before {
        '.' => opens && !after.is_lowercase() && !after.is_numeric(),
        ',' | ';' | ':' | ')' | '"' | '\u{201d}' | '\u{2019}' => opens,
        before => opens && before.is_alphanumeric(),
    }
}

/// The gap that parts the words of this line: half of what its wider blanks take.
fn blank(placed: &[Placed]) -> f64 {
    let mut gaps: Vec<f64> = Vec::new();
    let mut end = f64::INFINITY;
    for Placed { letter, size, .. } in placed.iter().filter(|one| one.letter.text != ' ') {
        let gap = (f64::from(letter.x) - end) / size;
        if (TIGHT..WIDEST).contains(&gap) {
            gaps.push(gap);
        }
        end = f64::from(letter.end);
    }
    // Letters that are all set apart, as in some titles, tell nothing.
    if gaps.len() < FEWEST || gaps.len() * 2 > placed.len() {
        return BLANK;
    }
    let wide = gaps.len() * 3 / 4;
    let (_, wide, _) = gaps.select_nth_unstable_by(wide, f64::total_cmp);
    (*wide / 2.0).clamp(TIGHT, BLANK)
}

fn words(placed: &[Placed]) -> Vec<Word> {
    let blank = blank(placed);
    let mut words: Vec<Word> = Vec::new();
    let (mut is_open, mut before) = (false, ' ');
    let mut end = f64::NEG_INFINITY;
    for Placed { letter, size, is_raised } in placed {
        let (x, right) = (f64::from(letter.x), f64::from(letter.end));
        if letter.text == ' ' {
            is_open &= right - x < 0.05 * size || right < end - 0.05 * size;
            continue;
        }
        // The mark of a note touches the word before it, even at some distance.
        let is_tight = blank < BLANK && !can_part(before, letter.text);
        let least = if *is_raised {
            2.5 * BLANK
        } else if is_tight {
            BLANK
        } else {
            blank
        };
        let touches = is_open && x - end <= least * size;
        match words.last_mut() {
            Some(word) if touches && word.is_raised == *is_raised => {
                word.text.push(letter.text);
                word.right = word.right.max(right);
            }
            _ => {
                let text = letter.text.to_string();
                words.push(Word { text, left: x, right, is_raised: *is_raised, is_joined: touches });
            }
        }
        is_open = true;
        before = letter.text;
        end = end.max(right);
    }
    words
}
