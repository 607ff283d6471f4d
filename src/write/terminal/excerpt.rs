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
    /// The lines without any mark.
    pub bare: Vec<Span>,
}

impl Excerpt {
    /// One empty line.
    pub fn none() -> Self {
        Self { bare: vec![Span::new(0, 0)], ..Self::default() }
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
        glyphs.push(('…', false));
    }
    push_glyphs(&mut glyphs, &text[start..focus.start], false);
    push_glyphs(&mut glyphs, &text[focus.start..focus_end], true);
    push_glyphs(&mut glyphs, &text[focus_end..end], false);
    if is_cut || has_more_after(text, end) {
        glyphs.push(('…', false));
    }
    let lines = lay_out(&glyphs, width.saturating_sub(1));
    let kept = without_tail(&lines);
    let mut excerpt = set(kept);
    if kept.len() < lines.len() {
        excerpt.text.push('…');
    }
    excerpt
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

/// A full stop after a word in small letters; one after a number or an abbreviation such as "No." ends no sentence.
fn ends_sentence(text: &str, at: usize, character: char) -> bool {
    character == '.'
        && text[at + 1..].starts_with(char::is_whitespace)
        && text[..at].chars().rev().take(3).filter(|letter| letter.is_lowercase()).count() == 3
}

/// The context was cut within a sentence, not at its start or the paragraph's.
fn has_more_before(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(' ');
    is_inside_line(before.chars().rev()) && !is_after_sentence(text, before.len())
}

fn has_more_after(text: &str, end: usize) -> bool {
    is_inside_line(text[end..].chars()) && !is_after_sentence(text, end)
}

fn is_after_sentence(text: &str, end: usize) -> bool {
    text[..end].ends_with('.') && ends_sentence(text, end - 1, '.')
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

/// The lines up to the last with a mark; context after it stays only on that line.
fn without_tail<'a, 'b>(lines: &'b [&'a [Glyph]]) -> &'b [&'a [Glyph]] {
    let last = lines.iter().rposition(|line| line.iter().any(|(_, is_marked)| *is_marked));
    last.map_or(lines, |last| &lines[..=last])
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
        excerpt.bare.push(Span::new(line_start, excerpt.text.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::document::Span;

    fn shown(text: &str, words: &str, width: usize) -> (String, Vec<String>) {
        let start = text.find(words).unwrap();
        let excerpt = excerpt(text, Span::new(start, start + words.len()), width);
        let marked = excerpt.marks.iter().map(|span| excerpt.text[span.start..span.end].to_owned());
        (excerpt.text.clone(), marked.collect())
    }

    #[test]
    fn a_short_paragraph_is_shown_whole() {
        let (text, marked) = shown("A list of “parts” and tools", "“parts”", 60);
        assert_eq!(text, "A list of “parts” and tools");
        assert_eq!(marked, ["“parts”"]);
    }

    #[test]
    fn a_mark_is_split_where_its_line_is() {
        let (text, marked) =
            shown("the data sent from one server to another", "data sent from one server", 20);
        assert_eq!(text, "the data sent from\none server to…");
        assert_eq!(marked, ["data sent from", "one server"]);
    }

    #[test]
    fn context_stops_at_paragraphs_and_sentences_but_not_at_wrapped_lines() {
        let text = "Old words here. A claim that\nwraps once. New words.\n\nOther";
        assert_eq!(shown(text, "claim", 60).0, "A claim that wraps once.");
        assert_eq!(shown("See No. 9 of it", "9", 60).0, "See No. 9 of it");
    }

    #[test]
    fn long_words_at_fault_are_cut() {
        let text = "word ".repeat(400);
        let (shown, _) = shown(&text, text.trim_end(), 40);
        assert!(shown.lines().count() <= 4 && shown.ends_with('…'), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= 40));
    }
}
