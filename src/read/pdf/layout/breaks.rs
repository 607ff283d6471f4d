//! Where a paragraph ends: by space, indents, labels, and lines that end before they had to.

use super::Column;
use super::line::Line;
use super::stamps::opens_text;

/// How a line follows the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// It goes on.
    None,
    /// It stands on a line of its own.
    Line,
    /// It starts a paragraph.
    Paragraph,
}

/// Lines of one paragraph stand no further apart, in sizes: double spacing is 2.3.
const WIDEST: f64 = 2.4;
/// How far apart two edges are one, in sizes.
const EDGE: f64 = 0.8;

/// The paragraph that is open when a line is looked at.
pub(super) struct Open<'l> {
    pub(super) first: &'l Line,
    pub(super) last: &'l Line,
    /// Left edge of its lines after the first, if there are any.
    pub(super) rest: Option<f64>,
    /// From its last line but one to its last.
    pub(super) leading: Option<f64>,
    pub(super) is_entry: bool,
}

/// The column that lines stand in, as far as breaks look at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    /// From line to line.
    pub(super) leading: f64,
}

impl Frame {
    pub(super) fn of(column: &Column) -> Self {
        let lines = &column.lines;
        let mut steps: Vec<f64> =
            lines.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step > 0.0).collect();
        steps.sort_by(f64::total_cmp);
        // The leading of running text is among the smaller steps.
        let leading = steps.get(steps.len() / 3).copied().unwrap_or(f64::INFINITY);
        Self { left: column.left, right: column.right, leading }
    }
}

/// How `next` follows the open paragraph on the same page; `right` is the edge that the last line could have reached.
pub(super) fn follows(open: &Open<'_>, next: &Line, frame: &Frame, right: f64) -> Break {
    let (last, size) = (open.last, next.size.max(1.0));
    let step = next.y - last.y;
    let usual = open.leading.unwrap_or(frame.leading).min(size * WIDEST);
    if step > usual * 1.22 + 1.0 || step < 0.0 {
        return Break::Paragraph;
    }
    let (is_forced, is_label) = (is_short(last, next, right), opens(next));
    let is_done = ends_sentence(last);
    if is_centered(last, frame) || is_centered(next, frame) {
        let both = is_centered(last, frame) && is_centered(next, frame);
        return match (both, is_forced) {
            (true, _) => Break::Line,
            (false, true) => Break::Paragraph,
            (false, false) if is_done || is_label => Break::Paragraph,
            (false, false) => Break::None,
        };
    }
    if (next.size - last.size).abs() > 0.15 * size {
        return if is_forced { Break::Paragraph } else { Break::None };
    }
    let moves = next.left - open.rest.unwrap_or(open.first.left);
    let is_moved = moves.abs() > EDGE * size;
    if is_label && (is_forced || is_moved || ends_clause(last)) {
        return if step > frame.leading * 1.22 + 1.0 { Break::Paragraph } else { entry_break(open) };
    }
    if is_moved && !hangs(open, next, is_forced) {
        return if !is_forced && starts_low(next) && !is_done { Break::None } else { Break::Paragraph };
    }
    match is_forced {
        false => Break::None,
        true if is_done => Break::Paragraph,
        true if starts_low(next) && !ends_clause(last) => Break::None,
        true => Break::Line,
    }
}

fn entry_break(open: &Open<'_>) -> Break {
    if open.is_entry { Break::Line } else { Break::Paragraph }
}

/// The line stands where the second line of the open paragraph may stand.
fn hangs(open: &Open<'_>, next: &Line, is_forced: bool) -> bool {
    let moves = next.left - open.first.left;
    open.rest.is_none() && !is_forced && (moves < 0.0 || label(open.first).is_some())
}

/// How `next`, the first line of a page or column, follows the paragraph that is open at the end of the last.
pub(super) fn runs_over(open: &Open<'_>, before: &Frame, next: &Line, frame: &Frame, right: f64) -> Break {
    let (last, size) = (open.last, next.size.max(1.0));
    let is_same = (next.size - last.size).abs() < 0.15 * size;
    let is_cut = !ends_sentence(last) && starts_low(next);
    if is_centered(next, frame)
        || opens(next) && (ends_clause(last) || is_short(last, next, right))
        || !is_same
    {
        return Break::Paragraph;
    }
    if is_cut {
        return Break::None;
    }
    let indent = next.left - frame.left;
    let usual = open.rest.unwrap_or(open.first.left) - before.left;
    let is_indented = indent > usual + EDGE * size;
    let is_flush = open.rest.is_some_and(|rest| open.first.left - rest > EDGE * size);
    if is_short(last, next, right) || is_indented || is_centered(last, before) {
        return Break::Paragraph;
    }
    // After a sentence only the indents of other paragraphs can tell.
    if ends_sentence(last) && !is_flush { Break::Paragraph } else { Break::None }
}

/// The first word of `next` would have stood on `last`: the line was ended on purpose.
pub(super) fn is_short(last: &Line, next: &Line, right: f64) -> bool {
    let mut words = next.words.iter();
    let Some(first) = words.next() else { return false };
    let end = words.take_while(|word| word.is_joined).last().map_or(first.right, |word| word.right);
    last.right + 0.25 * last.size + (end - first.left) < right - 0.35 * last.size
}

fn is_centered(line: &Line, frame: &Frame) -> bool {
    let (before, after) = (line.left - frame.left, frame.right - line.right);
    before > 2.0 * line.size && after > 2.0 * line.size && (before - after).abs() < 1.6 * line.size
}

/// The line opens an entry, a request or an answer.
fn opens(line: &Line) -> bool {
    label(line).is_some() || opens_text(&line.text())
}

/// The mark of an entry that opens the line, in bytes of its first word.
pub(super) fn label(line: &Line) -> Option<usize> {
    let word = line.words.first()?.text.as_str();
    line.words.get(1)?;
    let is_bullet = word.chars().count() == 1
        && word.chars().all(|c| {
            "\u{2022}\u{25aa}\u{25cf}\u{25cb}\u{25a1}\u{b7}\u{27a2}\u{2713}\u{25a0}\u{2013}-*o".contains(c)
        });
    let body = word.strip_prefix(['(', '[']).unwrap_or(word);
    let name = body.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, tail) = body.split_at(name);
    let is_number = name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = name.len() <= 5 && name.bytes().all(|byte| b"ivxlIVXL".contains(&byte));
    let is_letter = name.len() <= 2 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_closed = matches!(tail, "." | ")" | "]" | ".)" | "):");
    let is_enclosed = body.len() < word.len() && tail != ".";
    let is_lettered =
        is_letter && (name.len() == 1 || is_enclosed || name.bytes().all(|byte| byte == name.as_bytes()[0]));
    let is_named = !name.is_empty() && is_closed && (is_number || is_roman || is_lettered);
    (is_bullet || is_named).then_some(word.len())
}

/// The line ends as sentences do.
pub(super) fn ends_sentence(line: &Line) -> bool {
    let word = line.words.iter().rev().find(|word| !word.is_raised);
    let text = word.map_or("", |word| word.text.as_str());
    let text = text.trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}', ')', ']']);
    text.ends_with(['.', '?', '!', ':'])
}

/// The line ends as sentences or the entries of a list do.
fn ends_clause(line: &Line) -> bool {
    let mut words = line.words.iter().rev().map(|word| word.text.as_str());
    let last = words.next().unwrap_or_default();
    let before = words.next().unwrap_or_default();
    ends_sentence(line) || last.ends_with(';') || matches!(last, "and" | "or") && before.ends_with([';', ','])
}

fn starts_low(line: &Line) -> bool {
    line.words.first().is_some_and(|word| word.text.starts_with(char::is_lowercase))
}
