//! Footnotes: small lines at the foot of a page that open with a mark.

use super::Page;
use super::chunk::{Chunk, rows};
use super::line::{Line, Word};

/// How much smaller than the text notes are set.
const SMALLER: f64 = 0.93;

/// A footnote, or the rest of one that began on the page before.
#[derive(Debug)]
pub(super) struct Footnote {
    /// What stands for it in the text.
    pub(super) mark: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// Takes the footnotes out of a page's chunks.
pub(super) fn take(chunks: &mut Vec<Chunk>, page: &Page, size: f64) -> Vec<Footnote> {
    let rows = rows(chunks);
    let Some(start) = start(chunks, &rows, page, size) else { return Vec::new() };
    let mut is_note = vec![false; chunks.len()];
    rows[start..].iter().flatten().for_each(|at| is_note[*at] = true);
    let mut place = 0;
    let mut taken = Vec::new();
    chunks.retain(|chunk| {
        place += 1;
        if is_note[place - 1] {
            taken.push(chunk.clone());
        }
        !is_note[place - 1]
    });
    let mut notes: Vec<Footnote> = Vec::new();
    for mut line in page.lines(&taken) {
        let mark = mark(&mut line);
        match notes.last_mut() {
            Some(last) if mark.is_none() => last.lines.push(line),
            _ => notes.push(Footnote { mark, lines: vec![line] }),
        }
    }
    notes
}

/// The row with which the notes start.
fn start(chunks: &[Chunk], rows: &[Vec<usize>], page: &Page, size: f64) -> Option<usize> {
    let height = |row: &[usize]| row.iter().map(|at| chunks[*at].size).fold(0.0, f64::max);
    let small = rows.iter().rev().take_while(|row| height(row) < SMALLER * size).count();
    let first = rows.len() - small;
    let top = |row: &[usize]| row.iter().map(|at| chunks[*at].top()).fold(f64::INFINITY, f64::min);
    let opens = |row: &[usize]| row.first().is_some_and(|at| is_mark(&chunks[*at], height(row)));
    if small > 0 && first > 0 {
        // What goes on from the page before stands above the first mark, under a rule.
        let is_ruled = is_ruled(page, top(&rows[first]), chunks[rows[first - 1][0]].y);
        if opens(&rows[first]) || is_ruled {
            return Some(first);
        }
        let later = (first..rows.len()).find(|at| opens(&rows[*at]));
        return later.filter(|at| *at > first && is_ruled_at(page, chunks, rows, *at));
    }
    // Notes as large as the text are known by the short rule above them.
    (1..rows.len()).rev().take(40).find(|at| opens(&rows[*at]) && is_ruled_at(page, chunks, rows, *at))
}

fn is_ruled_at(page: &Page, chunks: &[Chunk], rows: &[Vec<usize>], at: usize) -> bool {
    let first = &chunks[rows[at][0]];
    is_ruled(page, first.top(), chunks[rows[at - 1][0]].y)
}

/// A short level rule stands between the two heights.
fn is_ruled(page: &Page, below: f64, above: f64) -> bool {
    page.rules.iter().any(|rule| {
        let is_short = (60.0..page.width * 0.5).contains(&rule.width()) && rule.height() < 3.0;
        is_short && rule.top > above && rule.bottom < below + 4.0
    })
}

/// The chunk opens with a number that is raised or stands alone, or with a sign.
fn is_mark(chunk: &Chunk, height: f64) -> bool {
    let digits = chunk.letters.iter().take_while(|letter| letter.text.is_ascii_digit()).count();
    let is_sign =
        chunk.letters.first().is_some_and(|letter| matches!(letter.text, '*' | '\u{2020}' | '\u{2021}'));
    let next = chunk.letters.get(digits).map(|letter| letter.text);
    let is_raised = chunk.size < 0.85 * height;
    is_sign || (1..=3).contains(&digits) && (is_raised || matches!(next, None | Some(' ')))
}

/// Takes the mark off the line that opens a note.
fn mark(line: &mut Line) -> Option<String> {
    let first = line.words.first()?;
    let is_sign = matches!(first.text.as_str(), "*" | "**" | "\u{2020}" | "\u{2021}");
    let is_number = first.text.len() <= 3 && first.text.bytes().all(|byte| byte.is_ascii_digit());
    if line.words.len() < 2 || !(is_sign || is_number) {
        return None;
    }
    let Word { text, .. } = line.words.remove(0);
    line.words[0].is_joined = false;
    Some(text)
}
