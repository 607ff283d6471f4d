//! Words that stand in several places, read as one line, with the way back to their places.

use crate::document::Span;

/// Several stretches of a text with one blank between them.
pub struct Joined {
    /// The words.
    pub words: String,
    /// Where each byte of them stands in the text.
    places: Vec<usize>,
}

impl Joined {
    /// The stretches of `text` at `spans`.
    pub fn new(text: &str, spans: &[Span]) -> Self {
        let mut joined = Self { words: String::new(), places: Vec::new() };
        for span in spans {
            if !joined.words.is_empty() {
                joined.words.push(' ');
                joined.places.push(usize::MAX);
            }
            joined.words.push_str(&text[span.start..span.end]);
            joined.places.extend(span.start..span.end);
        }
        joined
    }

    /// The places of the bytes from `start` up to `end`, blanks and marks at their ends left out.
    pub fn spans(&self, start: usize, end: usize) -> Vec<Span> {
        let words = &self.words[start..end.max(start)];
        let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '(');
        let rest = words.trim_start_matches(is_edge);
        let start = start + words.len() - rest.len();
        let mut spans: Vec<Span> = Vec::new();
        for place in &self.places[start..start + rest.trim_end_matches(is_edge).len()] {
            match spans.last_mut() {
                _ if *place == usize::MAX => {}
                Some(last) if last.end == *place => last.end += 1,
                _ => spans.push(Span::new(*place, place + 1)),
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::Joined;
    use crate::document::Span;

    #[test]
    fn words_lead_back_to_their_places() {
        let joined = Joined::new("ab | cd | ef", &[Span::new(0, 2), Span::new(10, 12)]);
        assert_eq!(joined.words, "ab ef");
        assert_eq!(joined.spans(1, 5), [Span::new(1, 2), Span::new(10, 12)]);
    }
}
