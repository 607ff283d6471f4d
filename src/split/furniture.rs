//! What stands on a page beside the paper's own words: headers, page numbers, line numbers, marks of emphasis.

mod running;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

/// Lines that count up from one another before their numbers are taken for line numbers.
const FEWEST_NUMBERED: usize = 6;

/// Numbered lines without words that tell pleading paper from a list.
const FEWEST_BLANK: usize = 3;

/// Lines of a list that may leave entries empty, such as a form.
const LONGEST_LIST: usize = 12;

/// The text with all furniture made blank, byte for byte: a span into it is a span into `text`.
pub fn cleared(text: &str) -> Cow<'_, str> {
    let mut blanks = Vec::new();
    if text.contains("**") || text.contains('>') {
        lines(text).for_each(|line| clear_marks(text, line, &mut blanks));
    }
    clear_line_numbers(text, &mut blanks);
    clear_page_lines(text, &running::running(text), &mut blanks);
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for range in blanks {
        bytes[range].fill(b' ');
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Where the lines stand, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.map(move |end| std::mem::replace(&mut start, end + 1)..end)
}

/// "> " before quoted lines, and "**" around words.
fn clear_marks(text: &str, line: Range<usize>, blanks: &mut Vec<Range<usize>>) {
    let words = &text[line.clone()];
    let quoting = words.len() - words.trim_start_matches([' ', '>', '\t']).len();
    let quotes = words[..quoting].match_indices('>');
    let marks = quotes.chain(words.match_indices("**")).map(|(at, mark)| (line.start + at, mark.len()));
    blanks.extend(marks.map(|(start, length)| start..start + length));
}

/// The numbers of pleading paper: a column that counts up while the sentences run on from line to line.
fn clear_line_numbers(text: &str, blanks: &mut Vec<Range<usize>>) {
    let mut run: Vec<(usize, Range<usize>)> = Vec::new();
    for line in lines(text) {
        let words = &text[line.clone()];
        let opens_with_letter = words.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        if run.is_empty() && opens_with_letter || words.trim().is_empty() {
            continue;
        }
        let number = line_number(words);
        let goes_on = number.is_some_and(|(number, _)| {
            run.last().is_none_or(|(last, _)| number == last + 1 || number == 1 && *last > 20)
        });
        if !goes_on {
            clear_run(text, &run, blanks);
            run.clear();
        }
        run.extend(number.map(|(number, _)| (number, line.clone())));
    }
    clear_run(text, &run, blanks);
}

/// The number that opens a line, and the bytes up to its end.
fn line_number(line: &str) -> Option<(usize, usize)> {
    let rest = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - rest.len();
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let stands_apart = rest[digits..].is_empty() || rest[digits..].starts_with([' ', '\t']);
    let number = rest[..digits].parse().ok()?;
    (indent <= 4 && digits <= 2 && stands_apart).then_some((number, indent + digits))
}

fn clear_run(text: &str, run: &[(usize, Range<usize>)], blanks: &mut Vec<Range<usize>>) {
    let after = |line: &Range<usize>| {
        let words = &text[line.clone()];
        words[line_number(words).map_or(0, |(_, length)| length)..].trim()
    };
    let goes_on = run.iter().filter(|(_, line)| after(line).starts_with(char::is_lowercase)).count();
    // No list leaves its entries empty; pleading paper numbers blank lines.
    let is_blank =
        run.iter().filter(|(_, line)| after(line).is_empty()).take(FEWEST_BLANK).count() == FEWEST_BLANK;
    let stops = run.iter().filter(|(_, line)| after(line).ends_with(['.', ';', ':'])).count();
    let is_prose = goes_on * 6 >= run.len() && stops * 4 <= run.len() * 3;
    if run.len() < FEWEST_NUMBERED || !(is_prose || is_blank && run.len() > LONGEST_LIST) {
        return;
    }
    for (_, line) in run {
        let length = line_number(&text[line.clone()]).map_or(0, |(_, length)| length);
        blanks.push(line.start..line.start + length);
    }
}

/// Headers and page numbers; the sentence that they interrupt is joined.
fn clear_page_lines(text: &str, running: &[Range<usize>], blanks: &mut Vec<Range<usize>>) {
    let mut running = running.iter().peekable();
    let mut before: Option<usize> = None;
    let mut has_furniture = false;
    for line in lines(text) {
        if running.next_if(|next| next.start == line.start).is_some() {
            blanks.push(line.clone());
            has_furniture = true;
            continue;
        }
        let first = text.as_bytes()[line.clone()].first();
        if !has_furniture
            && first.is_some_and(|byte| byte.is_ascii_alphabetic() && !can_open_page_line(*byte))
        {
            before = Some(line.end);
            continue;
        }
        let words = text[line.clone()].trim();
        if is_page_line(text, &line) {
            blanks.push(line.clone());
            has_furniture = true;
        } else if !words.is_empty() {
            let goes_on = |end: &usize| !text[..*end].trim_end().ends_with(['.', ':', '?', '!']);
            let is_cut = has_furniture && words.starts_with(char::is_lowercase);
            blanks.extend(before.filter(|end| is_cut && goes_on(end)).map(|end| end..line.start));
            (before, has_furniture) = (Some(line.end), false);
        }
    }
}

/// Bytes that a header or a footer has at most.
const LONGEST_PAGE_LINE: usize = 160;

/// How the lines begin that a page can carry beside dashes and numbers.
const OPENINGS: [&str; 7] = ["Case ", "Page", "page", "PAGE", "PageID", "Document ", "Filed "];

/// A blank, a digit, a dash, or the first letter of one of [`OPENINGS`]; any byte of a larger character may open a dash.
fn can_open_page_line(byte: u8) -> bool {
    !byte.is_ascii() || matches!(byte, b' ' | b'\t' | b'0'..=b'9' | b'-' | b'C' | b'P' | b'p' | b'D' | b'F')
}

fn is_page_line(text: &str, line: &Range<usize>) -> bool {
    static PAGE: OnceLock<Regex> = OnceLock::new();
    let page = PAGE.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(concat!(
            r"\A(?:Case[ \t]+[0-9]+:[0-9]+-[!-~]+[ \t].*|(?:Page|PAGE|page)[ \t]+[0-9]+(?:[ \t]+of[ \t]+[0-9]+)?",
            r"(?:[ \t]+PageID.*)?|[-–—][ \t]*[0-9]{1,4}[ \t]*[-–—]|[0-9]{1,4}[ \t]+of[ \t]+[0-9]{1,4}|PageID[ \t].*",
            r"|Document[ \t]+[0-9]+(?:-[0-9]+)?[ \t]+Filed[ \t].*|Filed[ \t]+[0-9]{2}/[0-9]{2}/[0-9]{2}.*)\z"
        ))
        .expect("the program's own expressions are sound")
    });
    if !text.as_bytes()[line.clone()].first().is_some_and(|byte| can_open_page_line(*byte)) {
        return false;
    }
    let words = text[line.clone()].trim();
    let Some(first) = words.chars().next().filter(|_| words.len() < LONGEST_PAGE_LINE) else { return false };
    if words.len() < 5 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        return stands_alone(text, line);
    }
    let may_be = matches!(first, '-' | '–' | '—')
        || first.is_ascii_digit() && words.contains(" of ") && words.len() < 16
        || OPENINGS.iter().any(|opening| words.starts_with(opening));
    may_be && page.is_match(words)
}

/// The lines before and after are blank, if there are any.
fn stands_alone(text: &str, line: &Range<usize>) -> bool {
    const BLANKS: [char; 3] = [' ', '\t', '\r'];
    let before = text[..line.start].strip_suffix('\n').unwrap_or_default().trim_end_matches(BLANKS);
    let after = text[line.end..].strip_prefix('\n').unwrap_or_default().trim_start_matches(BLANKS);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::cleared;

    #[test]
    fn page_lines_go_and_the_sentence_goes_on() {
        let text = "the slitting\n\n3\n\nPage 3 of 9\n\nsequence. 4\n";
        assert_eq!(
            cleared(text).split_whitespace().collect::<Vec<_>>(),
            ["the", "slitting", "sequence.", "4"]
        );
        assert_eq!(cleared(text).matches('\n').count(), 1);
        assert_eq!(cleared(text).len(), text.len());
        assert_eq!(cleared("Alarm set at\n40\nor more"), "Alarm set at\n40\nor more");
    }

    #[test]
    fn legends_over_and_under_pages_go_and_the_first_stays() {
        let text = "SECRET AND CONFIDENTIAL\n\nthe cells are\n\n  2\n  SECRET AND CONFIDENTIAL\nSECRET AND CONFIDENTIAL\n\nwashed.\n\n  3\n";
        let found = cleared(text);
        assert_eq!(
            found.split_whitespace().collect::<Vec<_>>(),
            ["SECRET", "AND", "CONFIDENTIAL", "the", "cells", "are", "washed."]
        );
        assert_eq!(found.len(), text.len());
        assert!(!found.trim_end().rsplit_once("cells").unwrap().1.contains('\n'), "{found}");
    }

    #[test]
    fn numbers_of_lines_go_and_numbers_of_entries_stay() {
        let lines = " 1  The é\n 2  web\n 3  is\n 4  cut in\n 5  two and\n 6  wound";
        assert!(!cleared(lines).contains(|c: char| c.is_ascii_digit()));
        let list = "1 Web\n2 Blade\n3 Core\n4 Wax\n5 Tape\n6 Resin";
        assert_eq!(cleared(list), list);
    }
}
