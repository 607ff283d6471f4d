//! The characters of an element of words, each stretch with its bytes.

use std::ops::Range;

use super::Survey;
use super::frames::{Kind, name};
use crate::annotate::sites::{Piece, Stretch, Words};
use crate::ooxml::{Element, Scanner};

/// An element of words that was opened last.
pub(super) fn start<'a>(element: &Element<'a>, scanner: &Scanner<'a>) -> Words<'a> {
    let tag = scanner.since(scanner.at().start);
    Words {
        tag,
        name: name(tag),
        keeps_blanks: element.attribute("space").is_some_and(|space| space == "preserve"),
        stretches: Vec::new(),
    }
}

/// How characters that stand for themselves are opened and ended.
const RAW: (&str, &str) = ("<![CDATA[", "]]>");

/// The blanks that are no words at the ends of an element that does not keep them.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

impl<'a> Survey<'a> {
    pub(super) fn text(&mut self, text: &str, scanner: &Scanner<'a>) {
        let bytes = scanner.at();
        let is_raw = scanner.since(bytes.start).starts_with(RAW.0);
        if let Some(Kind::Words(words)) = self.frames.last_mut().map(|frame| &mut frame.kind) {
            let bytes = if is_raw { bytes.start + RAW.0.len()..bytes.end - RAW.1.len() } else { bytes };
            let is_literal = is_raw || bytes.len() == text.len();
            words.stretches.push(Stretch { bytes, length: text.chars().count(), is_raw, is_literal });
        }
    }

    /// The element of words that takes `bytes` ends.
    pub(super) fn add_words(&mut self, mut words: Words<'a>, bytes: Range<usize>) {
        if !words.keeps_blanks {
            trim(&mut words.stretches, self.source);
        }
        let length = words.stretches.iter().map(|stretch| stretch.length).sum();
        let is_trimmed_raw = !words.keeps_blanks && words.stretches.iter().any(|stretch| stretch.is_raw);
        if let Some(run) = self.open_run().and_then(|place| self.run(place)) {
            // Blanks within raw characters cannot be cut off without their marks.
            run.is_plain &= !is_trimmed_raw;
            let start = run.length();
            run.pieces.push(Piece { bytes, start, length, words: Some(words) });
        }
    }
}

/// Takes the blanks at both ends off.
fn trim(stretches: &mut Vec<Stretch>, source: &str) {
    let is_kept = |stretch: &Stretch| !held(stretch, source).trim_matches(BLANKS).is_empty();
    let Some(first) = stretches.iter().position(is_kept) else { return stretches.clear() };
    stretches.drain(..first);
    while stretches.last().is_some_and(|last| !is_kept(last)) {
        stretches.pop();
    }
    if let Some(first) = stretches.first_mut().filter(|first| first.is_literal) {
        let words = &source[first.bytes.clone()];
        let blank = words.len() - words.trim_start_matches(BLANKS).len();
        (first.bytes.start, first.length) = (first.bytes.start + blank, first.length - blank);
    }
    if let Some(last) = stretches.last_mut().filter(|last| last.is_literal) {
        let words = &source[last.bytes.clone()];
        let blank = words.len() - words.trim_end_matches(BLANKS).len();
        (last.bytes.end, last.length) = (last.bytes.end - blank, last.length - blank);
    }
}

/// The characters of a stretch; of a reference only whether it stands for a blank is told.
fn held<'a>(stretch: &Stretch, source: &'a str) -> &'a str {
    let written = &source[stretch.bytes.clone()];
    let is_blank = || {
        let code = written.trim_start_matches("&#").trim_end_matches(';');
        let number = match code.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => code.parse().ok(),
        };
        number.and_then(char::from_u32).is_some_and(|character| BLANKS.contains(&character))
    };
    match stretch.is_literal {
        true => written,
        false if is_blank() => " ",
        false => "x",
    }
}
