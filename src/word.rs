//! The words of a stretch of text: where each stands, its shape, and the word lists that hold it.

use std::ops::Range;

use crate::document::Span;
use crate::lexicon::{Lexicon, Lists};

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Letters that start with a small one, hyphens included ("lead-out").
    Lower,
    /// A capital, then small letters.
    Capitalised,
    /// Capitals only, two or more.
    Upper,
    /// Letters mixed with digits or underscores, or with capitals inside ("`ramp_ctl.c`", "AM-604", "ContiSpin").
    Mixed,
    /// Digits, with separators inside ("1,140", "4.5", "9-11").
    Number,
    /// `'s`, or the apostrophe of a plural possessive.
    Possessive,
    /// One mark; curly quotes and dashes are folded (see [`Word::mark`]).
    Mark(u8),
}

/// One word or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte in the document's text.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// Its number in the lexicon; 0 for a word that the lexicon does not hold.
    pub id: u32,
    /// The lists that hold it.
    pub lists: Lists,
    /// What it is made of.
    pub shape: Shape,
    /// Its length and first letter as a number below 64.
    traits: u8,
}

/// Words that stand in the code and are looked for often.
#[derive(Debug)]
pub struct Forms {
    mask: u64,
    words: &'static [&'static str],
}

impl Forms {
    /// These words, in small letters.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut mask = 0;
        let mut at = 0;
        while at < words.len() {
            mask |= 1 << trait_of(words[at].as_bytes());
            at += 1;
        }
        Self { mask, words }
    }
}

#[cfg(test)]
impl Forms {
    /// The words, in small letters.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// The length and the first letter of a word as a number below 64, the same for small and large letters.
#[inline]
const fn trait_of(word: &[u8]) -> u8 {
    let first = if word.is_empty() { 0 } else { word[0] & 31 };
    (first << 1 ^ (word.len() as u8).wrapping_mul(11)) & 63
}

impl Word {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The mark it is, with curly quotes as `'` and `"` and every dash as `-`; 0 for a word.
    pub fn mark(self) -> u8 {
        match self.shape {
            Shape::Mark(mark) => mark,
            _ => 0,
        }
    }

    /// Is this mark.
    pub fn is(self, mark: u8) -> bool {
        self.mark() == mark
    }

    /// Has letters, and is no mark, number or possessive ending.
    pub fn is_wordlike(self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capitalised | Shape::Upper | Shape::Mixed)
    }

    /// Its letters in `text`, the text it was split from.
    pub fn form(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Is one of `forms` (small letters), in any case.
    // Inlined, the mask of literal forms is a constant, and nearly every word is told apart by one test of a bit.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub fn is_one_of(self, text: &str, forms: &[&str]) -> bool {
        let mask = forms.iter().fold(0u64, |mask, form| mask | 1 << trait_of(form.as_bytes()));
        mask >> self.traits & 1 == 1 && self.is_form(text, forms)
    }

    /// Is one of `forms`, in any case.
    #[inline]
    pub fn is_any(self, text: &str, forms: &Forms) -> bool {
        forms.mask >> self.traits & 1 == 1 && self.is_form(text, forms.words)
    }

    #[inline(never)]
    fn is_form(self, text: &str, forms: &[&str]) -> bool {
        let form = self.form(text);
        forms.iter().any(|known| known.eq_ignore_ascii_case(form))
    }

    /// One of `lists` holds it.
    pub fn has(self, lists: Lists) -> bool {
        self.lists.intersects(lists)
    }
}

/// Which of `words` stand in `span`, whole.
pub fn range_in(words: &[Word], span: Span) -> Range<usize> {
    let first = words.partition_point(|word| (word.start as usize) < span.start);
    first..words.partition_point(|word| (word.end as usize) <= span.end).max(first)
}

/// Splits `text[span]` into words; positions are those of `text`.
pub fn words(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Word> {
    let mut words = Vec::with_capacity(span.len() / 5);
    words_into(&mut words, text, span, lexicon);
    words
}

/// Like [`words`], into a buffer whose words it replaces.
pub fn words_into(words: &mut Vec<Word>, text: &str, span: Span, lexicon: &Lexicon) {
    words.clear();
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
            at += 1;
            continue;
        }
        let character = if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() };
        let Some(character) = character else { break };
        let end = if character.is_alphanumeric() {
            let scan = scan(text, bytes, at, character);
            words.push(word(bytes, at, &scan, lexicon));
            scan.end
        } else if character.is_whitespace() {
            at + character.len_utf8()
        } else {
            let follows_word = at > span.start && !bytes[at - 1].is_ascii_whitespace();
            let length = mark_length(&text[at..span.end], character, follows_word);
            words.push(mark(&bytes[at..at + length], at, character));
            at + length
        };
        at = end;
    }
}

fn word(bytes: &[u8], start: usize, scan: &Scan, lexicon: &Lexicon) -> Word {
    let shape = shape(scan);
    let (id, lists) = match shape {
        Shape::Number => (0, Lists::NONE),
        _ => lexicon.look_up_in(bytes, start..scan.end),
    };
    let traits = trait_of(&bytes[start..scan.end]);
    Word { start: start as u32, end: scan.end as u32, id, lists, shape, traits }
}

/// A mark, or the possessive ending: an apostrophe and the "s" after it.
fn mark(bytes: &[u8], start: usize, character: char) -> Word {
    let is_apostrophe = matches!(character, '\'' | '’');
    let shape = if is_apostrophe && bytes.len() > character.len_utf8() {
        Shape::Possessive
    } else {
        Shape::Mark(fold(character))
    };
    let end = (start + bytes.len()) as u32;
    Word { start: start as u32, end, id: 0, lists: Lists::NONE, shape, traits: trait_of(bytes) }
}

/// Where a word ends, its first letter, and what the other letters are.
struct Scan {
    end: usize,
    first: char,
    rest: u8,
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
/// A digit, or a mark that only identifiers hold.
const ODD: u8 = 4;
/// A mark that can stand inside a word.
const JOINT: u8 = 8;

/// What each byte is inside a word; 0 for what ends it or is not ASCII.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' | b'_' => ODD,
            b'-' | b',' | b'.' | b'&' => JOINT,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// Reads the word at `at`: letters and digits, and the marks that join them.
fn scan(text: &str, bytes: &[u8], at: usize, first: char) -> Scan {
    let mut scan = Scan { end: at + first.len_utf8(), first, rest: 0 };
    while let Some(byte) = bytes.get(scan.end) {
        let class = CLASSES[usize::from(*byte)];
        if class & (LOWER | UPPER | ODD) != 0 {
            scan.rest |= class;
            scan.end += 1;
            continue;
        }
        scan.rest |= match class {
            JOINT if joins(bytes, scan.end) => ODD * u8::from(matches!(byte, b'.' | b'&')),
            0 if !byte.is_ascii() => {
                let Some(character) = text[scan.end..].chars().next().filter(|c| c.is_alphanumeric()) else {
                    break;
                };
                scan.end += character.len_utf8() - 1;
                if character.is_uppercase() { UPPER } else { u8::from(character.is_lowercase()) }
            }
            _ => break,
        };
        scan.end += 1;
    }
    scan
}

/// The mark at `at` stands inside a word: "lead-out", "`ramp_ctl.c`", "1,140"; not the stop between two sentences.
fn joins(bytes: &[u8], at: usize) -> bool {
    let (before, next) = (bytes[at - 1], bytes.get(at + 1).copied().unwrap_or(b' '));
    next.is_ascii_alphanumeric()
        && (bytes[at] != b',' || before.is_ascii_digit() && next.is_ascii_digit())
        && !(bytes[at] == b'.' && before.is_ascii_lowercase() && next.is_ascii_uppercase())
}

fn shape(scan: &Scan) -> Shape {
    let first = scan.first;
    let (lower, upper) = (scan.rest & LOWER != 0, scan.rest & UPPER != 0);
    if first.is_ascii_digit() {
        return if lower || upper { Shape::Mixed } else { Shape::Number };
    }
    match (first.is_uppercase(), lower, upper, scan.rest & ODD != 0) {
        (_, _, _, true) | (_, true, true, _) | (false, _, true, _) => Shape::Mixed,
        (true, false, true, false) => Shape::Upper,
        (true, _, _, false) => Shape::Capitalised,
        (false, _, false, false) => Shape::Lower,
    }
}

/// Bytes of the mark at the start of `text`; a possessive ending and a double dash count as one mark.
fn mark_length(text: &str, character: char, follows_word: bool) -> usize {
    let length = character.len_utf8();
    let rest = &text[length..];
    match character {
        '\'' | '’' if follows_word => {
            let ends = |rest: &str| !rest.chars().next().is_some_and(char::is_alphanumeric);
            if rest.starts_with(['s', 'S']) && ends(&rest[1..]) { length + 1 } else { length }
        }
        '-' if rest.starts_with('-') => 2,
        _ => length,
    }
}

fn fold(mark: char) -> u8 {
    match mark {
        '‘' | '’' | '\'' => b'\'',
        '“' | '”' | '"' | '«' | '»' => b'"',
        '-' | '–' | '—' | '−' | '―' => b'-',
        '•' | '●' | '▪' | '◦' | '·' | '*' => b'*',
        '…' => b'.',
        mark if mark.is_ascii() => mark as u8,
        _ => b'~',
    }
}

#[cfg(test)]
mod tests;
