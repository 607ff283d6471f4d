//! Labels that say what they number: "Trade Secret No. 3:", "Category 2:".

use std::sync::OnceLock;

use regex::Regex;

use crate::split::labels::roman::roman;
use crate::split::labels::{Style, floor};

/// "Trade Secret No. 3:", "Secret 4.", "TS 7." at a line's start or after a sentence.
pub(super) fn named(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    static NAMED: OnceLock<Regex> = OnceLock::new();
    const OPENINGS: [&str; 9] =
        ["Trade", "TRADE", "Secret", "SECRET", "TS", "Item", "ITEM", "Alleged", "Asserted"];
    if !OPENINGS.iter().any(|opening| rest.starts_with(opening)) {
        return None;
    }
    let named = NAMED.get_or_init(|| {
        literal(concat!(
            r"\A(?:(?:Alleged|Asserted)\s+)?(Trade\s+Secret|TRADE\s+SECRET|Secret|SECRET|TS|Item|ITEM)",
            r"[ \t]*(?:(?:No\.?|NO\.?|Number|NUMBER|#)[ \t]*)?-?",
            r"([0-9]{1,3}[A-Za-z]?|[IVX]{1,5}|[A-H]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)|",
            r"(?i:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa))\b",
            r"[ \t]*(--|[:.)–—]|-[ \t]|\n|\t)?"
        ))
    });
    let found = named.captures(&rest[..floor(rest, 80)])?;
    let whole = found.get(0)?.as_str();
    let is_closed = found.get(3).is_some();
    let follows = rest[whole.len()..].trim_start_matches([' ', '*']);
    let is_secret = found[1].len() > 6 && opens_line && !follows.starts_with(char::is_lowercase);
    (is_closed || is_secret).then_some((whole.trim_end().len(), Style::Named, value(&found[2])))
}

/// "No. 3:", "Category 2:", "Process B." at a line's start; words for steps and for places in documents number none.
pub(super) fn worded(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    static WORDED: OnceLock<Regex> = OnceLock::new();
    const PLACES: [&str; 25] = [
        "Step",
        "Phase",
        "Stage",
        "Exhibit",
        "Appendix",
        "Annex",
        "Attachment",
        "Figure",
        "Fig",
        "Table",
        "Tab",
        "Page",
        "Paragraph",
        "Section",
        "Chapter",
        "Line",
        "Column",
        "Row",
        "Rule",
        "Volume",
        "Version",
        "Release",
        "Interrogatory",
        "Request",
        "Document",
    ];
    if !opens_line || !rest.starts_with(|c: char| c.is_ascii_uppercase() || c == '#') {
        return None;
    }
    let worded = WORDED.get_or_init(|| {
        literal(concat!(
            r"\A((?:No\.|NO\.|Number|NUMBER|#)|(?:[A-Z][A-Za-z]+[ \t]+){0,2}([A-Z][A-Za-z]+)(?:[ \t]+(?:No\.?|NO\.?|#))?)",
            r"[ \t]*-?([0-9]{1,3}|[IVX]{1,4}|[A-H]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b)[ \t]*(?:--|:|\)|[–—]|\.[ \t\n]|\n)"
        ))
    });
    let found = worded.captures(&rest[..floor(rest, 80)])?;
    let word = found.get(2).map_or("No", |word| word.as_str());
    let is_place = PLACES.iter().any(|place| place.eq_ignore_ascii_case(word.trim_end_matches('s')));
    let name = found[1].bytes().fold(0u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    (!is_place).then_some((found[0].trim_end().len(), Style::Worded(name), value(&found[3])))
}

/// "3", "III", "C" and "Three" are all 3.
fn value(number: &str) -> u32 {
    const SPELT: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const GREEK: [&str; 10] =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"];
    let small = number.to_ascii_lowercase();
    let digits: String = small.chars().take_while(char::is_ascii_digit).collect();
    let place = |names: [&str; 10]| names.iter().position(|name| *name == small);
    let spelt = || place(SPELT).or_else(|| place(GREEK)).and_then(|at| u32::try_from(at + 1).ok());
    let letter = || small.bytes().next().map_or(0, |byte| u32::from(byte.saturating_sub(b'a')) + 1);
    digits.parse().ok().or_else(|| roman(&small)).or_else(spelt).unwrap_or_else(letter)
}

/// Compiles an expression that is part of the program.
fn literal(expression: &str) -> Regex {
    #[allow(clippy::expect_used)]
    Regex::new(expression).expect("the program's own expressions are sound")
}
