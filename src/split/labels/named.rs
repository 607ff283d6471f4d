//! Labels that say what they number: "Trade Secret No. 3:".

use std::sync::OnceLock;

use regex::Regex;

use crate::split::labels::{Style, roman};

/// "Trade Secret No. 3:", "Secret 4.", "TS 7." at a line's start or after a sentence.
pub(super) fn named(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    static NAMED: OnceLock<Regex> = OnceLock::new();
    const OPENINGS: [&str; 9] =
        ["Trade", "TRADE", "Secret", "SECRET", "TS", "Item", "ITEM", "Alleged", "Asserted"];
    if !OPENINGS.iter().any(|opening| rest.starts_with(opening)) {
        return None;
    }
    let named = NAMED.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(concat!(
            r"\A(?:(?:Alleged|Asserted)\s+)?(Trade\s+Secret|TRADE\s+SECRET|Secret|SECRET|TS|Item|ITEM)",
            r"[ \t]*(?:(?:No\.?|NO\.?|Number|NUMBER|#)[ \t]*)?-?([0-9]{1,3}[A-Za-z]?|[IVX]{1,5}|[A-H])\b[ \t]*(--|[:.)–—]|-[ \t]|\n|\t)?"
        ))
        .expect("the program's own expressions are sound")
    });
    let found = named.captures(&rest[..floor(rest, 80)])?;
    let is_closed = found.get(3).is_some();
    let is_secret = found[1].len() > 6 && opens_line;
    if !(is_closed || is_secret) {
        return None;
    }
    let digits: String = found[2].chars().take_while(char::is_ascii_digit).collect();
    let ordinal = digits
        .parse()
        .ok()
        .or_else(|| roman(&found[2].to_ascii_lowercase()))
        .unwrap_or_else(|| letter_value(&found[2]));
    Some((found.get(0)?.as_str().trim_end().len(), Style::Named, ordinal))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn letter_value(letter: &str) -> u32 {
    letter.bytes().next().map_or(0, |byte| u32::from(byte.to_ascii_lowercase().saturating_sub(b'a')) + 1)
}
