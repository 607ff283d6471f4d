//! What runs over or under every page of a paper that is marked confidential: the legend and the lines beside it.

use std::collections::HashMap;
use std::ops::Range;

/// Times that a line stands in a paper before it is taken to run over its pages.
const FEWEST: usize = 2;

/// Bytes of such a line at most.
const LONGEST: usize = 160;

/// The legends that stand again and again, with the page numbers and titles beside them; in order. The first of each legend
/// belongs to the paper itself.
pub fn running(text: &str) -> Vec<Range<usize>> {
    let legends = legends(text);
    let mut beside: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for legend in &legends {
        let around = [before(text, legend.start), after(text, legend.end)];
        for line in around.into_iter().flatten().filter(|line| line.len() < LONGEST) {
            let words = text[line.clone()].trim();
            let is_number = words.len() < 5 && words.bytes().all(|byte| byte.is_ascii_digit());
            beside.entry(if is_number { "" } else { words }).or_default().push(line);
        }
    }
    let mut found: Vec<Range<usize>> = beside
        .into_iter()
        .filter(|(words, lines)| words.is_empty() || lines.len() >= FEWEST && !closes(words))
        .flat_map(|(_, lines)| lines)
        .chain(legends)
        .collect();
    found.sort_by_key(|line| line.start);
    found.dedup();
    found
}

/// A sentence or an entry, which runs over no page.
fn closes(words: &str) -> bool {
    words.ends_with(['.', ':', ';', ','])
}

/// The lines in capitals that speak of confidence and stand more than once, without the first.
fn legends(text: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 3] = ["CONFIDENTIAL", "EYES ONLY", "UNDER SEAL"];
    let mut seen: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for word in WORDS {
        for at in memchr::memmem::find_iter(text.as_bytes(), word) {
            let line = line_at(text, at);
            let words = text[line.clone()].trim();
            if line.len() < LONGEST && !words.contains(|c: char| c.is_lowercase()) {
                let lines = seen.entry(words).or_default();
                if lines.last().is_none_or(|last| last.start != line.start) {
                    lines.push(line);
                }
            }
        }
    }
    let mut found: Vec<Range<usize>> = seen
        .into_values()
        .map(|mut lines| {
            lines.sort_by_key(|line| line.start);
            lines.dedup();
            lines
        })
        .filter(|lines| lines.len() >= FEWEST)
        .flat_map(|lines| lines.into_iter().skip(1))
        .collect();
    found.sort_by_key(|line| line.start);
    found
}

/// The line of byte `at`, no longer than [`LONGEST`] on either side.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    let until = text.ceil_char_boundary((at + LONGEST).min(text.len()));
    let start = text[from..at].rfind('\n').map_or(from, |newline| from + newline + 1);
    let end = text[at..until].find('\n').map_or(until, |newline| at + newline);
    start..end
}

/// The last line with words before byte `start`, unless too much white space parts them.
fn before(text: &str, start: usize) -> Option<Range<usize>> {
    let from = text.floor_char_boundary(start.saturating_sub(LONGEST));
    let end = from + text[from..start].trim_end().len();
    (end > from).then(|| line_at(text, text.floor_char_boundary(end - 1)))
}

/// The first line with words after byte `end`, unless too much white space parts them.
fn after(text: &str, end: usize) -> Option<Range<usize>> {
    let until = text.ceil_char_boundary((end + LONGEST).min(text.len()));
    let blank = text[end..until].len() - text[end..until].trim_start().len();
    (end + blank < until).then(|| line_at(text, end + blank))
}
