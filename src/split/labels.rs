//! The labels of entries: "1.", "(a)", "•", "Trade Secret No. 3:"; and which of them number the items.

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;
use crate::word::Word;

/// How a label looks; labels of one list look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// "Trade Secret No. 3:", "TS 7."
    Named,
    /// "Category 1:", "No. 2.": another word, or none, before the number.
    Worded,
    /// "1."
    Digits(Frame),
    /// "a)"
    Small(Frame),
    /// "A."
    Capital(Frame),
    /// "ii."
    SmallRoman(Frame),
    /// "II."
    CapitalRoman(Frame),
    /// "•", "-", "*"
    Bullet,
}

/// The marks around a label's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// "(1)"
    Parentheses,
    /// "1)"
    Closing,
    /// "1."
    Stop,
}

/// One label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The label with its marks.
    pub span: Span,
    /// How it looks.
    pub style: Style,
    /// Its number; "c" counts as 3, bullets as 0.
    pub ordinal: u32,
    /// It stands first on its line.
    pub opens_line: bool,
    /// Columns of blanks before it, if it opens the line.
    pub indent: usize,
}

/// Every label among `words`, in order.
pub fn labels(text: &str, words: &[Word]) -> Vec<Label> {
    let end = words.last().map_or(0, |word| word.end as usize);
    let mut labels: Vec<Label> = Vec::new();
    for (start, indent) in places(text, words) {
        let opens_line = indent.is_some();
        let Some((length, style, ordinal)) = label_at(&text[start..end], opens_line) else { continue };
        let span = Span::new(start, start + length);
        labels.push(Label { span, style, ordinal, opens_line, indent: indent.unwrap_or(0) });
    }
    read_as_roman(&mut labels);
    labels
}

/// The places where a label may stand: at the start of a line, with the columns of blanks before it, and inside a line
/// after a blank.
fn places<'a>(text: &'a str, words: &'a [Word]) -> impl Iterator<Item = (usize, Option<usize>)> + 'a {
    let bytes = text.as_bytes();
    let mut line_is_blank = true;
    let mut before = words.first().map_or(0, |word| word.start as usize);
    words.iter().filter_map(move |word| {
        let start = word.start as usize;
        let gap = &bytes[before..start];
        before = word.end as usize;
        let is_apart = !gap.is_empty();
        if gap.len() > 1 || gap == b"\n" {
            line_is_blank |= gap.contains(&b'\n');
        }
        if line_is_blank && !word.is(b'>') && !word.is(b'_') {
            line_is_blank = false;
            return Some((start, Some(indent(&bytes[..start]))));
        }
        (is_apart && !line_is_blank && byte_can_start(bytes[start])).then_some((start, None))
    })
}

/// The columns of blanks right before the end of `bytes`.
fn indent(bytes: &[u8]) -> usize {
    let blanks = bytes.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t'));
    blanks.map(|byte| if *byte == b'\t' { 4 } else { 1 }).sum()
}

fn byte_can_start(byte: u8) -> bool {
    byte == b'(' || byte.is_ascii_digit() || matches!(byte, b'T' | b'S' | b'A' | b'I')
}

/// The label at the start of `rest`: its length in bytes, its style and its number.
fn label_at(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    bullet(rest, opens_line)
        .or_else(|| framed(rest, opens_line))
        .or_else(|| named(rest, opens_line))
        .or_else(|| opens_line.then(|| worded(rest)).flatten())
}

fn bullet(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    let mark = rest
        .chars()
        .next()
        .filter(|mark| matches!(mark, '•' | '●' | '▪' | '◦' | '·' | '*' | '-' | '–' | '—' | '☐' | '☒'))?;
    let after = rest[mark.len_utf8()..].chars().next()?;
    (opens_line && (after == ' ' || after == '\t')).then_some((mark.len_utf8(), Style::Bullet, 0))
}

/// "(1)", "1)", "1.", "(a)", "A.", "ii." and their kin.
fn framed(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    let open = usize::from(rest.starts_with('('));
    let token_length = rest[open..].bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
    let token = &rest[open..open + token_length];
    let close = rest.as_bytes().get(open + token_length)?;
    let frame = match (open, close) {
        (1, b')') => Frame::Parentheses,
        (0, b')') => Frame::Closing,
        (0, b'.') => Frame::Stop,
        _ => return None,
    };
    let length = open + token_length + 1;
    let after = rest[length..].chars().next();
    let stands_apart = after.is_none_or(char::is_whitespace) || frame == Frame::Parentheses;
    let inside_ok = frame == Frame::Parentheses
        || (token.bytes().all(|byte| byte.is_ascii_digit()) && next_is_capital(&rest[length..]));
    if !stands_apart || (!opens_line && !inside_ok) {
        return None;
    }
    let (style, ordinal) = numbered(token, frame)?;
    Some((length, style, ordinal))
}

fn next_is_capital(rest: &str) -> bool {
    rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
}

fn numbered(token: &str, frame: Frame) -> Option<(Style, u32)> {
    let bytes = token.as_bytes();
    if !token.is_empty() && token.len() <= 3 && bytes.iter().all(u8::is_ascii_digit) {
        return Some((Style::Digits(frame), token.parse().ok()?));
    }
    let is_small = bytes.iter().all(u8::is_ascii_lowercase);
    if !is_small && !bytes.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let letter = token.to_ascii_lowercase();
    if let [only] = letter.as_bytes() {
        let style = if is_small { Style::Small(frame) } else { Style::Capital(frame) };
        return Some((style, u32::from(only - b'a') + 1));
    }
    let style = if is_small { Style::SmallRoman(frame) } else { Style::CapitalRoman(frame) };
    Some((style, roman(&letter)?))
}

fn roman(token: &str) -> Option<u32> {
    let value = |byte| match byte {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        _ => None,
    };
    let values = token.bytes().map(value).collect::<Option<Vec<i32>>>()?;
    let signed = values.iter().enumerate().map(|(at, value)| {
        let is_taken_away = values.get(at + 1).is_some_and(|next| next > value);
        if is_taken_away { -value } else { *value }
    });
    u32::try_from(signed.sum::<i32>()).ok().filter(|sum| (1..40).contains(sum))
}

/// "Trade Secret No. 3:", "Secret 4.", "TS 7." at a line's start or after a sentence.
fn named(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
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

/// "Category 1:", "Formula 11.", "No. 2:": a capital word and a number, closed by a mark.
fn worded(rest: &str) -> Option<(usize, Style, u32)> {
    let word = rest.bytes().take(20).take_while(u8::is_ascii_alphabetic).count();
    if word < 2 || !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let before = rest[word..].strip_prefix('.').unwrap_or(&rest[word..]);
    let before = before.strip_prefix(' ')?;
    let before = before.strip_prefix("No. ").or_else(|| before.strip_prefix('#')).unwrap_or(before);
    let digits = before.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let after = &before[digits..];
    let closes = after.starts_with(['.', ':', ')']) && after[1..].starts_with([' ', '\n', '\t'])
        || after.starts_with(" \u{2014} ")
        || after.starts_with(" -- ");
    let ordinal = before[..digits].parse().ok().filter(|_| digits < 4 && closes)?;
    let mark = after.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let mark_end = after[mark..].find(char::is_whitespace).unwrap_or(1);
    Some((rest.len() - after.len() + mark + mark_end, Style::Worded, ordinal))
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

/// A lone "i", "v" or "x" is a number where the list it stands in counts in Roman numbers.
fn read_as_roman(labels: &mut [Label]) {
    for at in 0..labels.len() {
        let (roman_style, letter) = match labels[at].style {
            Style::Small(frame) => (Style::SmallRoman(frame), labels[at].ordinal),
            Style::Capital(frame) => (Style::CapitalRoman(frame), labels[at].ordinal),
            _ => continue,
        };
        let value = match letter {
            9 => 1,
            22 => 5,
            24 => 10,
            _ => continue,
        };
        let is_near = |other: &Label| other.style == roman_style && other.ordinal.abs_diff(value) == 1;
        let follows_letter = labels[..at]
            .iter()
            .rev()
            .take(4)
            .any(|other| other.style == labels[at].style && other.ordinal + 1 == letter);
        let counts_on = labels[at + 1..].iter().take(6).chain(labels[..at].iter().rev().take(6)).any(is_near);
        if counts_on && !follows_letter || value == 1 && letter == 9 && !follows_letter {
            labels[at].style = roman_style;
            labels[at].ordinal = value;
        }
    }
}

/// Those labels that number the entries of the outermost list, in order; empty if there is no such list.
pub fn outermost(labels: &[Label]) -> Vec<Label> {
    let opening: Vec<&Label> = labels.iter().filter(|label| label.opens_line).collect();
    let by_lines = first_list(&opening, true);
    if by_lines.len() > 1 {
        return by_lines;
    }
    // "1. One thing. 2. Another thing.": only the first of a list may stand at the start of a line.
    let inside: Vec<&Label> = labels.iter().collect();
    let within_lines = first_list(&inside, false);
    if within_lines.len() > by_lines.len() { within_lines } else { by_lines }
}

/// How many labels are tried as the first of a list.
const MOST_OPENINGS: usize = 200;

/// The first of `labels` that opens a list, with those that carry it on.
fn first_list(labels: &[&Label], has_lines: bool) -> Vec<Label> {
    for style in [Style::Named, Style::Worded] {
        let named: Vec<&Label> = labels.iter().copied().filter(|label| label.style == style).collect();
        let list = named.first().map(|first| list_from(&named, first)).unwrap_or_default();
        if list.first().is_some_and(|_| is_list(&list, has_lines)) {
            return list;
        }
    }
    let lists =
        labels.iter().enumerate().take(MOST_OPENINGS).map(|(at, first)| list_from(&labels[at..], first));
    { lists }.find(|list| is_list(list, has_lines)).unwrap_or_default()
}

/// The labels that carry on the list which `first` opens.
fn list_from(labels: &[&Label], first: &Label) -> Vec<Label> {
    let mut list = vec![*first];
    for label in &labels[1..] {
        let last = list[list.len() - 1].ordinal;
        let counts_on = label.ordinal > last && label.ordinal <= last + 4;
        let restarts = label.ordinal == 1 && list.len() > 1 && label.opens_line && first.ordinal == 1;
        let carries_on = match label.style {
            Style::Bullet => label.indent <= first.indent + 1,
            Style::Named => label.ordinal != last,
            _ => counts_on || restarts,
        };
        if label.style == first.style && carries_on {
            list.push(**label);
        }
    }
    list
}

fn is_list(list: &[Label], has_lines: bool) -> bool {
    let first = list[0];
    match first.style {
        Style::Named => has_lines || list.len() > 1,
        Style::Worded => has_lines && list.len() > 1 && first.ordinal == 1,
        Style::Bullet => true,
        Style::Digits(_) if has_lines => list.len() > 1 || first.ordinal <= 3,
        _ => list.len() > 1 && first.ordinal == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{labels, outermost};
    use crate::document::Span;
    use crate::lexicon::Lexicon;
    use crate::word::words;

    fn found(text: &str) -> Vec<&str> {
        let words = words(text, Span::new(0, text.len()), &Lexicon::new());
        let labels = labels(text, &words);
        outermost(&labels).iter().map(|label| &text[label.span.start..label.span.end]).collect()
    }

    #[test]
    fn lists_of_every_style_are_found() {
        assert_eq!(found("lead:\n1. One\n2. Two"), ["1.", "2."]);
        assert_eq!(found("(a) one;\n(b) two; and\n(c) three"), ["(a)", "(b)", "(c)"]);
        assert_eq!(found("is (i) one and (ii) two"), ["(i)", "(ii)"]);
        assert_eq!(found("I. One\n\nII. Two\n\nIII. Three"), ["I.", "II.", "III."]);
        assert_eq!(found("* One\n* Two"), ["*", "*"]);
        assert_eq!(found("TS 3. One\n\nTS 7. Two"), ["TS 3.", "TS 7."]);
        assert_eq!(
            found("Trade Secret 1 -- One. Text.\n\nTrade Secret No. 2: Two"),
            ["Trade Secret 1 --", "Trade Secret No. 2:"]
        );
        assert_eq!(found("as follows. 1. One thing. 2. Another thing."), ["1.", "2."]);
    }

    #[test]
    fn sub_parts_do_not_number_items() {
        assert_eq!(found("1. The set of (a) x, (b) y\n2. The rest"), ["1.", "2."]);
        assert_eq!(found("1. One\n  (a) x\n  (b) y\n2. Two"), ["1.", "2."]);
    }

    #[test]
    fn numbers_in_prose_are_no_labels() {
        assert_eq!(found("a lot of 30 (45 at most) and Ex. (c) of it"), Vec::<&str>::new());
        assert_eq!(found("written by\nA. Rao in May"), Vec::<&str>::new());
    }
}
