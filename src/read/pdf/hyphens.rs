//! Words broken at the end of a line: made whole, or left with the hyphen that they have anyway.

use std::collections::HashSet;

use super::layout::{Line, Paragraph};

/// The words of a paper that decide what becomes of a broken one.
#[derive(Debug, Default)]
pub(super) struct Hyphens {
    /// Whole words of the paper that a broken one may be, with and without its hyphen.
    known: HashSet<String>,
}

/// What stands between two lines of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    Blank,
    /// The words touch.
    Nothing,
    /// The hyphen goes, and the words touch.
    Joined,
}

/// Beginnings that keep their hyphen.
const PREFIXES: [&str; 18] = [
    "non", "self", "ex", "quasi", "cross", "well", "all", "high", "low", "long", "short", "third", "first",
    "second", "e", "co", "multi", "anti",
];

impl Hyphens {
    /// Looks through the paper for the words that are broken somewhere in it.
    pub(super) fn of(paragraphs: &[Paragraph]) -> Self {
        let lines = || paragraphs.iter().flat_map(|paragraph| &paragraph.cells);
        let mut asked = HashSet::new();
        for (last, next) in lines().flat_map(|lines| lines.iter().zip(lines.iter().skip(1))) {
            if let Some((stem, rest)) = broken(last, next) {
                asked.insert(format!("{stem}-{rest}"));
                asked.insert(stem + &rest);
            }
        }
        let mut known = HashSet::new();
        if !asked.is_empty() {
            for word in lines().flatten().flat_map(|line| &line.words) {
                let word = bare(&word.text).to_lowercase();
                if asked.contains(&word) {
                    known.insert(word);
                }
            }
        }
        Self { known }
    }

    /// What stands between `last` and `next`.
    pub(super) fn seam(&self, last: &Line, next: &Line) -> Seam {
        let Some((stem, rest)) = broken(last, next) else {
            let end = last.words.last().map_or("", |word| word.text.as_str());
            let touches = end.len() > 1 && end.ends_with(['/', '\u{2014}', '-']) && !is_suspended(end, next);
            return if touches { Seam::Nothing } else { Seam::Blank };
        };
        if self.known.contains(&format!("{stem}-{rest}")) {
            return Seam::Nothing;
        }
        if self.known.contains(&(stem.clone() + &rest)) {
            return Seam::Joined;
        }
        let last_part = stem.rsplit('-').next().unwrap_or_default();
        if PREFIXES.contains(&last_part) { Seam::Nothing } else { Seam::Joined }
    }
}

/// "pre-" before "and post-trial": the hyphen stands for what follows later.
fn is_suspended(end: &str, next: &Line) -> bool {
    let first = next.words.first().map_or("", |word| word.text.as_str());
    end.ends_with('-') && matches!(first, "and" | "or" | "to" | "and/or")
}

/// The two parts of a word that the end of a line breaks, in small letters: only small letters go on after a hyphen
/// that is no part of the word.
fn broken(last: &Line, next: &Line) -> Option<(String, String)> {
    let stem = bare(last.words.last()?.text.strip_suffix('-')?);
    let rest = bare(&next.words.first()?.text);
    let is_word = stem.ends_with(char::is_alphabetic)
        && rest.starts_with(char::is_lowercase)
        && !stem.chars().any(char::is_numeric)
        && !(stem.chars().count() > 1 && stem.chars().all(char::is_uppercase));
    let is_joined = is_word && !is_suspended(&last.words.last()?.text, next);
    is_joined.then(|| (stem.to_lowercase(), rest.to_lowercase()))
}

/// Without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
