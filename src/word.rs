//! The words of a stretch of text: where each stands, its shape, and the word lists that hold it.

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
    #[inline]
    pub fn is_one_of(self, text: &str, forms: &[&str]) -> bool {
        let form = &text.as_bytes()[self.start as usize..self.end as usize];
        let Some(first) = form.first().map(u8::to_ascii_lowercase) else { return false };
        // Most words differ in length or first letter from every form: that is looked at before the letters.
        let is = |known: &&str| {
            let known = known.as_bytes();
            known.len() == form.len() && known.first() == Some(&first) && known.eq_ignore_ascii_case(form)
        };
        forms.iter().any(is)
    }

    /// One of `lists` holds it.
    pub fn has(self, lists: Lists) -> bool {
        self.lists.intersects(lists)
    }
}

/// Splits `text[span]` into words; positions are those of `text`.
pub fn words(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Word> {
    let slice = &text[span.start..span.end];
    let mut words = Vec::with_capacity(slice.len() / 5);
    let mut at = 0;
    while let Some(character) = slice[at..].chars().next() {
        let length = if character.is_alphanumeric() {
            word_length(&slice[at..])
        } else if character.is_whitespace() {
            at += character.len_utf8();
            continue;
        } else {
            mark_length(&slice[at..], character, at > 0 && !slice.as_bytes()[at - 1].is_ascii_whitespace())
        };
        words.push(word(slice, at, at + length, span.start, lexicon));
        at += length;
    }
    words
}

fn word(slice: &str, start: usize, end: usize, offset: usize, lexicon: &Lexicon) -> Word {
    let text = &slice[start..end];
    let shape = shape(text);
    let (id, lists) = match shape {
        Shape::Mark(_) | Shape::Possessive | Shape::Number => (0, Lists::NONE),
        _ => lexicon.look_up(text),
    };
    Word { start: (offset + start) as u32, end: (offset + end) as u32, id, lists, shape }
}

/// Bytes of the word at the start of `text`: letters and digits, and the marks that join them.
fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            at += 1;
        } else if byte.is_ascii() {
            let joins = matches!(byte, b'-' | b'.' | b',' | b'&');
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            let before = bytes[at.max(1) - 1];
            if !joins || !next.is_ascii_alphanumeric() || (byte == b',' && !digits(before, next)) {
                break;
            }
            if byte == b'.' && before.is_ascii_lowercase() && next.is_ascii_uppercase() {
                break;
            }
            at += 1;
        } else {
            let Some(character) = text[at..].chars().next() else { break };
            if !character.is_alphanumeric() {
                break;
            }
            at += character.len_utf8();
        }
    }
    at
}

fn digits(before: u8, next: u8) -> bool {
    before.is_ascii_digit() && next.is_ascii_digit()
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

fn shape(text: &str) -> Shape {
    let mut characters = text.chars();
    let first = characters.next().unwrap_or(' ');
    if !first.is_alphanumeric() {
        return match first {
            '\'' | '’' if text.len() > first.len_utf8() => Shape::Possessive,
            _ => Shape::Mark(fold(first)),
        };
    }
    let (mut lower, mut upper, mut digit, mut joint) = (false, false, false, false);
    for character in characters {
        lower |= character.is_lowercase();
        upper |= character.is_uppercase();
        digit |= character.is_ascii_digit();
        joint |= matches!(character, '_' | '.' | '&');
    }
    if first.is_ascii_digit() {
        return if lower || upper { Shape::Mixed } else { Shape::Number };
    }
    match (first.is_uppercase(), lower, upper, digit || joint) {
        (_, _, _, true) | (_, true, true, _) | (false, _, true, _) => Shape::Mixed,
        (true, true, false, false) => Shape::Capitalised,
        (true, false, _, false) => {
            if upper {
                Shape::Upper
            } else {
                Shape::Capitalised
            }
        }
        (false, _, false, false) => Shape::Lower,
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
mod tests {
    use super::{Shape, words};
    use crate::document::Span;
    use crate::lexicon::Lexicon;

    fn split(text: &str) -> Vec<(&str, Shape)> {
        words(text, Span::new(0, text.len()), &Lexicon::default())
            .iter()
            .map(|word| (&text[word.start as usize..word.end as usize], word.shape))
            .collect()
    }

    #[test]
    fn possessives_quotes_and_dashes_are_marks_of_their_own() {
        assert_eq!(
            split("Acme’s clients' “tag” -- x"),
            [
                ("Acme", Shape::Capitalised),
                ("’s", Shape::Possessive),
                ("clients", Shape::Lower),
                ("'", Shape::Mark(b'\'')),
                ("“", Shape::Mark(b'"')),
                ("tag", Shape::Lower),
                ("”", Shape::Mark(b'"')),
                ("--", Shape::Mark(b'-')),
                ("x", Shape::Lower),
            ]
        );
    }

    #[test]
    fn identifiers_numbers_and_hyphened_words_stay_whole() {
        let shapes: Vec<_> = split("ramp_ctl.c 1,140 AM-604 lead-out WBS ContiSpin 4.5% end.");
        assert_eq!(shapes[0], ("ramp_ctl.c", Shape::Mixed));
        assert_eq!(shapes[1], ("1,140", Shape::Number));
        assert_eq!(shapes[2], ("AM-604", Shape::Mixed));
        assert_eq!(shapes[3], ("lead-out", Shape::Lower));
        assert_eq!(shapes[4], ("WBS", Shape::Upper));
        assert_eq!(shapes[5], ("ContiSpin", Shape::Mixed));
        assert_eq!(shapes[6], ("4.5", Shape::Number));
        assert_eq!(shapes.last(), Some(&(".", Shape::Mark(b'.'))));
    }
}
