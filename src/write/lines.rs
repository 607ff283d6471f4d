//! Text laid out in lines of a given width; widths are in columns of a terminal.

/// A character as it may be sent to a terminal: nothing that moves the cursor, changes colours or turns the
/// direction of writing.
pub fn printable(character: char) -> char {
    let turns =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if turns || character.is_control() || character.is_whitespace() { ' ' } else { character }
}

/// How many columns a character takes.
pub fn columns(character: char) -> usize {
    match u32::from(character) {
        0x0300..=0x036f | 0x200b..=0x200d | 0xfe00..=0xfe0f | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(columns).sum() }
}

/// One line with single blanks, cut with an ellipsis if it takes more than `most` columns.
pub fn fit(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut used = 0;
    for character in single_blanks(text) {
        used += columns(character);
        if used > most {
            while width(&line) + 1 > most && line.pop().is_some() {}
            line.truncate(line.trim_end().len());
            line.push('…');
            return line;
        }
        line.push(character);
    }
    line.truncate(line.trim_end().len());
    line
}

/// One line with single blanks, cut at its start if it takes more than `most` columns.
pub fn fit_end(text: &str, most: usize) -> String {
    let line: String = text.chars().map(printable).collect();
    let mut used = width(&line);
    if used <= most {
        return line;
    }
    let mut rest = line.chars();
    while used + 1 > most {
        let Some(character) = rest.next() else { break };
        used -= columns(character);
    }
    format!("…{}", rest.as_str())
}

/// Lines of at most `most` columns, broken at blanks, or inside a word that alone is wider.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines = String::new();
    lay(&mut lines, text, most, 0);
    lines.split('\n').map(str::to_owned).collect()
}

/// `lead` and the text, wrapped to `most` columns; later lines start below the text.
pub fn hang(lead: &str, text: &str, most: usize) -> String {
    let mut block = String::with_capacity(lead.len() + text.len() + 16);
    hang_onto(&mut block, lead, text, most);
    block
}

/// Adds what [`hang`] gives to `block`.
pub fn hang_onto(block: &mut String, lead: &str, text: &str, most: usize) {
    let indent = width(lead);
    block.push_str(lead);
    lay(block, text, most.saturating_sub(indent), indent);
    end_line(block);
}

/// Adds the text to `lines`, wrapped to `most` columns, with `indent` blanks before all lines but the first.
fn lay(lines: &mut String, text: &str, most: usize, indent: usize) {
    let most = most.max(2);
    let mut used = 0;
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    for word in text.split(char::is_whitespace).filter(|word| !word.is_empty()) {
        let wide = if is_plain { word.len() } else { width(word) };
        if used > 0 && used + 1 + wide > most {
            start_line(lines, indent);
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        if is_plain && used + wide <= most {
            lines.push_str(word);
            used += wide;
            continue;
        }
        for character in word.chars().map(printable) {
            if used + columns(character) > most {
                start_line(lines, indent);
                used = 0;
            }
            lines.push(character);
            used += columns(character);
        }
    }
}

fn start_line(lines: &mut String, indent: usize) {
    end_line(lines);
    lines.extend(std::iter::repeat_n(' ', indent));
}

/// Ends a line without the blanks at its end.
fn end_line(lines: &mut String) {
    while lines.ends_with(' ') {
        lines.pop();
    }
    lines.push('\n');
}

/// The text and blanks up to `wide` columns.
pub fn pad(text: &str, wide: usize) -> String {
    format!("{text}{}", " ".repeat(wide.saturating_sub(width(text))))
}

fn single_blanks(text: &str) -> impl Iterator<Item = char> {
    let mut after_blank = true;
    text.chars().map(printable).filter(move |character| {
        let again = after_blank && *character == ' ';
        after_blank = *character == ' ';
        !again
    })
}

#[cfg(test)]
mod tests {
    use super::{fit, fit_end, hang, width, wrap};

    #[test]
    fn wrapping_loses_no_word_and_keeps_the_width() {
        let text =
            "the way in which 顧客データ is sent — “quoted” — to a-very-long-name-without-any-blank-in-it";
        let lines = wrap(text, 20);
        assert!(lines.iter().all(|line| width(line) <= 20), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn cuts_show() {
        assert_eq!(fit("one  two\tthree", 9), "one two…");
        assert_eq!(fit("one two", 7), "one two");
        assert_eq!(fit("顧客データ", 5), "顧客…");
        assert_eq!(fit_end("folder/answer.txt", 11), "…answer.txt");
    }

    #[test]
    fn nothing_reaches_the_terminal_that_steers_it() {
        assert_eq!(fit("a\u{1b}[31mb\u{202e}c", 40), "a [31mb c");
        assert_eq!(hang("- ", "a\u{1b}b", 40), "- a b\n");
    }
}
