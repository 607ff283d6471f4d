//! Lines of a stretch of text, and the columns that stand side by side in a caption.

use crate::document::Span;

/// The lines of `text[span]` without the blanks about them; blank lines are empty spans.
pub fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = span.start;
    text[span.start..span.end].split('\n').map(move |line| {
        let from = start;
        start += line.len() + 1;
        trimmed(text, Span::new(from, from + line.len()))
    })
}

/// The span without blanks and marks of emphasis at its ends.
pub fn trimmed(text: &str, span: Span) -> Span {
    let words = &text[span.start..span.end];
    let rest = words.trim_start_matches(is_blank);
    let start = span.start + words.len() - rest.len();
    Span::new(start, start + rest.trim_end_matches(is_blank).len())
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '*' | '#' | '>')
}

/// The span without the characters that `is_edge` names at its ends.
pub fn pared(text: &str, span: Span, is_edge: impl Fn(char) -> bool) -> Span {
    let words = &text[span.start..span.end];
    let rest = words.trim_start_matches(&is_edge);
    let start = span.start + words.len() - rest.len();
    Span::new(start, start + rest.trim_end_matches(&is_edge).len())
}

/// The span without blanks and marks at its ends; the stop of "Inc." stays.
pub fn without_stop(text: &str, span: Span) -> Span {
    let span = pared(text, span, |c| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '*'));
    let words = &text[span.start..span.end];
    let last = words.trim_end_matches('.').rsplit([' ', '.']).next().unwrap_or_default();
    let is_abbreviation = ["inc", "co", "corp", "ltd", "jr", "sr", "llc", "p", "c", "a", "n", "v"]
        .contains(&&*last.to_lowercase());
    if is_abbreviation { span } else { pared(text, span, |c| c == '.') }
}

/// The columns of one line by itself: what stands before and after a rule of brackets or strokes, or a wide gap.
pub fn columns(text: &str, line: Span) -> Vec<Span> {
    const RULES: [char; 7] = [')', '|', '§', '│', ':', ']', '}'];
    let words = &text[line.start..line.end];
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, character) in words.char_indices() {
        let end = at + character.len_utf8();
        let before = words[..at].chars().next_back();
        let after = words[end..].chars().next();
        let stands_free = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
        let is_gap = character == '\t' || character == ' ' && words[end..].starts_with("  ");
        if at >= start && (RULES.contains(&character) && stands_free || is_gap) {
            cells.push(Span::new(line.start + start, line.start + at));
            start = end + words[end..].len() - words[end..].trim_start().len();
        }
    }
    cells.push(Span::new(line.start + start.min(words.len()), line.end));
    cells.into_iter().map(|cell| trimmed(text, cell)).collect()
}

/// The text holds capital letters and no small ones; a possessive "s" counts as none.
pub fn is_capitals(text: &str) -> bool {
    text.contains(|c: char| c.is_uppercase())
        && !text.replace("'s", "").replace("’s", "").contains(|c: char| c.is_lowercase())
}

/// The text without "IV.", "A.", "(2)" or "3)" before it, and that number or letter.
pub fn enumerator(text: &str) -> (Option<&str>, &str) {
    let opened = text.trim_start_matches('(');
    let length = opened.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(opened.len());
    let number = &opened[..length];
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && length <= 3;
    let is_roman = number.bytes().all(|byte| b"IVXivx".contains(&byte)) && length <= 5;
    let rest = &opened[length..];
    let after = rest.trim_start_matches(['.', ')']);
    let closes = after.len() < rest.len() && (after.is_empty() || after.starts_with(char::is_whitespace));
    if length > 0 && closes && (is_number || is_roman || length == 1) {
        (Some(number), after.trim_start())
    } else {
        (None, text)
    }
}

#[cfg(test)]
mod tests {
    use super::{columns, enumerator, is_capitals, lines};
    use crate::document::Span;

    fn cells(line: &str) -> Vec<&str> {
        columns(line, Span::new(0, line.len())).into_iter().map(|cell| &line[cell.start..cell.end]).collect()
    }

    #[test]
    fn columns_are_parted_by_rules_and_gaps() {
        assert_eq!(cells("NORVIK TAPE, INC.,   )  Case No. 12"), ["NORVIK TAPE, INC.,", "", "Case No. 12"]);
        assert_eq!(cells("Norvik (a firm), § No. 3"), ["Norvik (a firm),", "No. 3"]);
        assert_eq!(cells("Tom Orme | x"), ["Tom Orme", "x"]);
    }

    #[test]
    fn numbers_before_words_are_told_from_words() {
        assert_eq!(enumerator("IV. DEFINITIONS"), (Some("IV"), "DEFINITIONS"));
        assert_eq!(enumerator("(2) The tape"), (Some("2"), "The tape"));
        assert_eq!(enumerator("Tape. The"), (None, "Tape. The"));
        assert!(is_capitals("PLAINTIFF's ANSWERS") && !is_capitals("Plaintiff"));
        let text = " a\n\n**b** ";
        let found: Vec<_> =
            lines(text, Span::new(0, text.len())).map(|line| &text[line.start..line.end]).collect();
        assert_eq!(found, ["a", "", "b"]);
    }
}
