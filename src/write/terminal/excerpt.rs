//! A copy of the words at fault with a line or two of context, wrapped; never the whole paragraph.

use crate::document::Span;
use crate::write::lines::{columns, printable};

/// Lines to show, and the words in them to underline.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, without a line feed at the end.
    pub text: String,
    /// Bytes of `text` to underline, each stretch within one line.
    pub marks: Vec<Span>,
    /// Where the lines without any mark start.
    pub bare: Vec<usize>,
}

impl Excerpt {
    /// One empty line.
    pub fn none() -> Self {
        Self { bare: vec![0], ..Self::default() }
    }
}

/// The words at `focus`, as far as a few lines of `width` columns hold them, and the sentence around them.
pub fn excerpt(text: &str, focus: Span, width: usize) -> Excerpt {
    let focus = aligned(text, focus);
    let start = context_start(text, focus.start, width * 2 / 3);
    let focus_end = advance(text, focus, width * 5 / 2);
    let is_cut = focus_end < focus.end;
    let end = if is_cut { focus_end } else { context_end(text, focus_end, width * 2 / 3) };
    let mut glyphs = Vec::new();
    if has_more_before(text, start) {
        glyphs.extend([('…', false), (' ', false)]);
    }
    push_glyphs(&mut glyphs, &text[start..focus.start], false);
    push_glyphs(&mut glyphs, &text[focus.start..focus_end], true);
    push_glyphs(&mut glyphs, &text[focus_end..end], false);
    if is_cut || has_more_after(text, end) {
        glyphs.extend([(' ', false), ('…', false)]);
    }
    set(&lay_out(&glyphs, width))
}

/// `span` within `text` and on its character boundaries.
pub fn aligned(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    Span::new(start, text.ceil_char_boundary(span.end.min(text.len())))
}

/// The byte after at most `most` characters of `span`, at the end of a word if there is one.
fn advance(text: &str, span: Span, most: usize) -> usize {
    let words = &text[span.start..span.end];
    let Some((cut, _)) = words.char_indices().nth(most) else { return span.end };
    let kept = &words[..cut];
    span.start + kept.rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(cut)
}

fn context_start(text: &str, from: usize, most: usize) -> usize {
    let mut start = from;
    for (count, (at, character)) in text[..from].char_indices().rev().enumerate() {
        if count == most {
            let after_blank = text[start..from].find(char::is_whitespace).map_or(from, |blank| start + blank);
            return from - text[after_blank..from].trim_start().len();
        }
        if is_paragraph_end(text, at, character) || ends_sentence(text, at, character) {
            break;
        }
        start = at;
    }
    from - text[start..from].trim_start().len()
}

fn context_end(text: &str, from: usize, most: usize) -> usize {
    let mut end = from;
    for (count, (offset, character)) in text[from..].char_indices().enumerate() {
        let at = from + offset;
        if count == most {
            return text[from..end].rfind(char::is_whitespace).map_or(from, |blank| from + blank);
        }
        if is_paragraph_end(text, at, character) {
            break;
        }
        end = at + character.len_utf8();
        if ends_sentence(text, at, character) {
            break;
        }
    }
    end
}

/// A line feed that does not merely wrap a sentence.
fn is_paragraph_end(text: &str, at: usize, character: char) -> bool {
    character == '\n'
        && (text[..at].ends_with(['.', ';', ':', '\n']) || text[at + 1..].starts_with(char::is_whitespace))
}

fn ends_sentence(text: &str, at: usize, character: char) -> bool {
    character == '.' && text[at + 1..].starts_with(char::is_whitespace)
}

fn has_more_before(text: &str, start: usize) -> bool {
    is_inside_line(text[..start].chars().rev())
}

fn has_more_after(text: &str, end: usize) -> bool {
    is_inside_line(text[end..].chars())
}

fn is_inside_line(characters: impl Iterator<Item = char>) -> bool {
    characters.take_while(|character| *character != '\n').any(|character| !character.is_whitespace())
}

type Glyph = (char, bool);

fn push_glyphs(glyphs: &mut Vec<Glyph>, text: &str, is_marked: bool) {
    for character in text.chars().map(printable) {
        let again = character == ' ' && glyphs.last().is_none_or(|(last, _)| *last == ' ');
        if !again {
            glyphs.push((character, is_marked));
        }
    }
}

fn lay_out(glyphs: &[Glyph], width: usize) -> Vec<&[Glyph]> {
    let mut lines = Vec::new();
    let mut rest = glyphs;
    while !rest.is_empty() {
        let (line, after) = rest.split_at(line_length(rest, width));
        lines.push(line);
        rest = after.strip_prefix(&[(' ', true)]).or(after.strip_prefix(&[(' ', false)])).unwrap_or(after);
    }
    lines
}

fn line_length(glyphs: &[Glyph], width: usize) -> usize {
    let mut used = 0;
    let mut blank = None;
    for (index, (character, _)) in glyphs.iter().enumerate() {
        used += columns(*character);
        if *character == ' ' {
            blank = Some(index);
        }
        if used > width {
            return blank.filter(|blank| *blank > 0).unwrap_or(index.max(1));
        }
    }
    glyphs.len()
}

fn set(lines: &[&[Glyph]]) -> Excerpt {
    let mut excerpt = Excerpt::default();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            excerpt.text.push('\n');
        }
        set_line(&mut excerpt, line);
    }
    if lines.is_empty() { Excerpt::none() } else { excerpt }
}

fn set_line(excerpt: &mut Excerpt, line: &[Glyph]) {
    let line_start = excerpt.text.len();
    let before = excerpt.marks.len();
    for stretch in line.chunk_by(|(_, a), (_, b)| a == b) {
        let start = excerpt.text.len();
        excerpt.text.extend(stretch.iter().map(|(character, _)| character));
        let words = excerpt.text[start..].trim();
        if stretch[0].1 && !words.is_empty() {
            let start = start + (excerpt.text[start..].len() - excerpt.text[start..].trim_start().len());
            excerpt.marks.push(Span::new(start, start + words.len()));
        }
    }
    if excerpt.marks.len() == before {
        excerpt.bare.push(line_start);
    }
}
