//! Words in Markdown: escaped, and in bold or italics where a run says so.

use crate::composed::{Run, RunLook};

/// The words of a paragraph, its line feeds as hard breaks.
pub(super) fn inline(words: &[Run]) -> String {
    let text = marked(words);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(guarded).collect::<Vec<_>>().join("\\\n")
}

/// The words on one line, `between` for each line feed.
pub(super) fn line(words: &[Run], between: &str) -> String {
    let text = marked(words);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(between)
}

fn marked(words: &[Run]) -> String {
    let runs = joined(words);
    let mut text = String::new();
    for (at, (look, words)) in runs.iter().enumerate() {
        let after = runs.get(at + 1).and_then(|(_, words)| words.chars().next());
        text.push_str(&run(*look, words, text.chars().next_back(), after));
    }
    text
}

/// The runs with neighbours of one look made one, and with white space at their ends given to no look.
fn joined(words: &[Run]) -> Vec<(RunLook, String)> {
    let mut all: Vec<(RunLook, String)> = Vec::new();
    let mut add = |look: RunLook, words: &str| match all.last_mut() {
        _ if words.is_empty() => {}
        Some((last, before)) if *last == look && look != RunLook::Blank => before.push_str(words),
        _ => all.push((look, words.to_owned())),
    };
    for run in words {
        let printed = run.printed();
        let start = printed.len() - printed.trim_start().len();
        let end = printed.trim_end().len().max(start);
        add(RunLook::Plain, &printed[..start]);
        add(run.look, &printed[start..end]);
        add(RunLook::Plain, &printed[end..]);
    }
    all
}

/// One run; a look that stars could not show beside its neighbours is shown by tags.
fn run(look: RunLook, words: &str, before: Option<char>, after: Option<char>) -> String {
    let (stars, tag) = match look {
        RunLook::Plain => return escaped(words),
        RunLook::Bold | RunLook::Blank => ("**", "strong"),
        RunLook::Italic => ("*", "em"),
    };
    let is_free = |beside: Option<char>| beside.is_none_or(char::is_whitespace);
    let lines: Vec<String> = words.lines().map(escaped).collect();
    let line = |words: &String| {
        if words.trim().is_empty() {
            String::new()
        } else if is_free(before) && is_free(after) || is_plain_at_edges(words) && !is_star(before) {
            format!("{stars}{}{stars}", words.trim())
        } else {
            format!("<{tag}>{}</{tag}>", words.trim())
        }
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn is_star(beside: Option<char>) -> bool {
    beside.is_some_and(|beside| matches!(beside, '*' | '>'))
}

/// The words start and end with a letter or digit, so that stars beside them open and close whatever stands next. Further off
/// than the letters of Europe's languages, what counts as a letter differs from reader to reader.
fn is_plain_at_edges(words: &str) -> bool {
    let is_letter = |character: char| character < '\u{250}' && character.is_alphanumeric();
    words.starts_with(is_letter) && words.ends_with(is_letter)
}

/// The words with what Markdown would read as mark-up inside a line escaped; control characters are left out.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '#' => {
                text.push('\\');
                text.push(character);
            }
            '\n' => text.push('\n'),
            '\t' => text.push(' '),
            _ if character.is_control() => {}
            _ => text.push(character),
        }
    }
    text
}

/// The line with a mark escaped that would make it something else than words at its start.
fn guarded(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    match line[digits..].chars().next() {
        Some('-' | '+' | '=' | ':') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if (1..10).contains(&digits) => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_owned(),
    }
}
