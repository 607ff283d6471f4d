//! The labels of entries: "1.", "(a)", "•", "Trade Secret No. 3:"; and which of them number the items.

mod lists;
mod named;
mod roman;

use crate::document::Span;
use crate::word::Word;
use named::{named, worded};
use roman::{read_as_roman, roman};

pub use lists::outermost;

/// How a label looks; labels of one list look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// "Trade Secret No. 3:", "TS 7."
    Named,
    /// "Category 2:", with a number for its words.
    Worded(u32),
    /// "§ 3.", "¶ 3"
    Sign(char),
    /// "2.0", or "2.1".
    Decimal(bool),
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
    Bullet(char),
}

/// The marks around a label's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// The line before it is blank or comes to a stop.
    pub is_set_off: bool,
    /// Columns of blanks before it, if it opens the line; [`UNKNOWN`] after the heading of an answer on its line.
    pub indent: usize,
}

/// The indent of a label that opens the text looked at and not a line.
pub const UNKNOWN: usize = usize::MAX;

/// Every label among `words`, in order.
pub fn labels(text: &str, words: &[Word]) -> Vec<Label> {
    let from = words.first().map_or(0, |word| word.start as usize);
    let end = words.last().map_or(0, |word| word.end as usize);
    let mut labels: Vec<Label> = Vec::new();
    for (start, indent) in places(text, words) {
        let opens_line = indent.is_some();
        let indent = if start == from { Some(first_indent(text, start)) } else { indent };
        let Some((length, style, ordinal)) = label_at(&text[start..end], opens_line) else { continue };
        let is_bullet = matches!(style, Style::Bullet(_));
        let before = &text[floor(text, start.saturating_sub(LOOK_BACK)).max(from)..start];
        if opens_line && !is_bullet && ordinal != 1 && runs_on(before) {
            continue;
        }
        labels.push(Label {
            span: Span::new(start, start + length),
            style,
            ordinal,
            opens_line,
            is_set_off: is_set_off(before),
            indent: indent.unwrap_or(0),
        });
    }
    read_as_roman(&mut labels);
    labels
}

/// The line opens with a label that numbers a trade secret: "TRADE SECRET NO. 3:".
pub fn names_entry(line: &str) -> bool {
    label_at(line.trim_start(), true).is_some_and(|(_, style, _)| style == Style::Named)
}

/// The line opens with a label that numbers a section: "II. Calendering".
pub fn opens_section(line: &str) -> bool {
    let label = label_at(line, true);
    label.is_some_and(|(_, style, _)| matches!(style, Style::CapitalRoman(_) | Style::Capital(Frame::Stop)))
}

/// The indent of the first words of a stretch, by what stands before them on their line.
fn first_indent(text: &str, at: usize) -> usize {
    let before = &text[floor(text, at.saturating_sub(LOOK_BACK))..at];
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    if line.trim().is_empty() { line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum() } else { UNKNOWN }
}

/// Bytes before a label that are looked at for the end of the line before.
const LOOK_BACK: usize = 40;

/// The line before ends in a word that cannot end it: what follows is a number of the sentence ("rows 1 and\n2.").
fn runs_on(before: &str) -> bool {
    const OPEN: [&str; 22] = [
        "and",
        "or",
        "of",
        "to",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "than",
        "see",
        "no.",
        "nos.",
        "page",
        "pages",
        "section",
        "paragraph",
    ];
    let line = before.trim_end_matches([' ', '\t']);
    let Some(line) =
        line.strip_suffix('\n').filter(|line| !line.trim_end_matches([' ', '\t']).ends_with('\n'))
    else {
        return false;
    };
    let mut words = line.split_whitespace().rev();
    let Some(last) = words.next().map(str::to_ascii_lowercase) else { return false };
    let joins_entries =
        matches!(&*last, "and" | "or") && words.next().is_none_or(|word| word.ends_with([';', ',', '.']));
    OPEN.contains(&&*last) && !joins_entries
}

fn is_set_off(before: &str) -> bool {
    let words = before.trim_end();
    let is_blank = before[words.len()..].bytes().filter(|byte| *byte == b'\n').count() > 1;
    is_blank || words.is_empty() || words.ends_with([':', '.', ';', ',', '?'])
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
        if gap.len() > 1 || gap == b"\n" {
            line_is_blank |= gap.contains(&b'\n');
        }
        if line_is_blank && !word.is(b'>') && !word.is(b'_') {
            line_is_blank = false;
            return Some((start, Some(indent(&bytes[..start]))));
        }
        (!gap.is_empty() && !line_is_blank && can_start_label(&bytes[start..])).then_some((start, None))
    })
}

/// The columns of blanks right before the end of `bytes`.
fn indent(bytes: &[u8]) -> usize {
    let blanks = bytes.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t'));
    blanks.map(|byte| if *byte == b'\t' { 4 } else { 1 }).sum()
}

/// A label inside a line can start so; cheap, for it is asked of every word.
fn can_start_label(rest: &[u8]) -> bool {
    matches!(
        rest,
        [b'(' | b'0'..=b'9', ..]
            | [b'T', b'r' | b'R' | b'S', ..]
            | [b'S', b'e' | b'E', ..]
            | [b'A', b'l' | b's', ..]
            | [b'I', b't' | b'T', ..]
    )
}

/// The label at the start of `rest`: its length in bytes, its style and its number.
fn label_at(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    bullet(rest, opens_line)
        .or_else(|| signed(rest, opens_line))
        .or_else(|| decimal(rest, opens_line))
        .or_else(|| framed(rest, opens_line))
        .or_else(|| named(rest, opens_line))
        .or_else(|| worded(rest, opens_line))
}

fn bullet(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    let mark = rest.chars().next().filter(|mark| {
        matches!(mark, '•' | '●' | '▪' | '◦' | '·' | '*' | '-' | '–' | '—' | '☐' | '☒' | 'o')
    })?;
    let after = rest[mark.len_utf8()..].chars().next()?;
    (opens_line && (after == ' ' || after == '\t')).then_some((mark.len_utf8(), Style::Bullet(mark), 0))
}

/// "§ 3.", "¶ 3" before a capital: a number under a sign.
fn signed(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    let sign = rest.chars().next().filter(|sign| opens_line && matches!(sign, '§' | '¶'))?;
    let number = rest[sign.len_utf8()..].trim_start_matches([' ', '\t', '\u{a0}']);
    let digits = number.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let after = number[digits..].trim_start_matches(['.', ':', ')']);
    let stands_apart = after.starts_with([' ', '\t', '\n']) && next_is_capital(after);
    let ordinal = number[..digits].parse().ok().filter(|_| stands_apart && digits < 4)?;
    Some((rest.len() - after.len(), Style::Sign(sign), ordinal))
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

/// "2.0" numbers an entry, "2.1" a part of one, or an entry where no whole numbers stand.
fn decimal(rest: &str, opens_line: bool) -> Option<(usize, Style, u32)> {
    let length = rest.bytes().take(6).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let (whole, part) = rest[..length].trim_end_matches('.').split_once('.')?;
    let fits = |digits: &str| !digits.is_empty() && digits.len() < 3 && !digits.contains('.');
    let stands_apart = rest[length..].starts_with([' ', '\t']) && next_is_capital(&rest[length..]);
    if !(opens_line && stands_apart && fits(whole) && fits(part)) {
        return None;
    }
    let ordinal = if part == "0" { whole } else { part };
    Some((length, Style::Decimal(part == "0"), ordinal.parse().ok()?))
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

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
