//! The lines of a paper's head, each parted into the two columns in which captions are set.

use super::lines::{pared, trimmed};
use crate::document::Span;

/// A line of the head.
pub struct Line {
    /// The whole line.
    pub span: Span,
    /// Its left column, or all of it where the head has one column.
    pub left: Span,
    /// Its right column, empty where there is none.
    pub right: Span,
}

impl Line {
    /// The columns that hold something.
    pub fn cells(&self) -> impl Iterator<Item = Span> {
        [self.left, self.right].into_iter().filter(|cell| !cell.is_empty())
    }

    /// Takes the docket number out of its column, which keeps what follows it, or what precedes.
    pub fn leave_out(&mut self, text: &str, docket: Span) {
        for cell in [&mut self.left, &mut self.right].into_iter().filter(|cell| cell.contains(docket)) {
            let after = trimmed(text, Span::new(docket.end, cell.end));
            *cell = if after.is_empty() { trimmed(text, Span::new(cell.start, docket.start)) } else { after };
        }
    }
}

/// Lines of a head at most.
const MOST_LINES: usize = 90;

/// The head of `text[front]`: its lines up to the first prose or the first heading of a section.
pub fn head(text: &str, front: Span) -> Vec<Line> {
    let mut start = front.start;
    let mut raw = Vec::new();
    for line in text[front.start..front.end].split('\n').take(MOST_LINES) {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        if super::sections::opens_section(line.trim()) || is_prose(line) {
            break;
        }
        raw.push(span);
    }
    let parting = Parting::of(text, &raw);
    raw.into_iter().map(|line| parting.part(text, line)).collect()
}

/// A line of a sentence: several of its words open with small letters.
fn is_prose(line: &str) -> bool {
    const SMALL: [&str; 16] = [
        "of",
        "the",
        "for",
        "and",
        "in",
        "to",
        "a",
        "an",
        "by",
        "on",
        "through",
        "inclusive",
        "individual",
        "corporation",
        "company",
        "limited",
    ];
    let words = line.split_whitespace();
    let small = words.filter(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(|c: char| c.is_lowercase()) && !SMALL.contains(&bare)
    });
    small.take(4).count() == 4
}

/// How the columns of a head are parted.
enum Parting {
    /// By this character where it stands between blanks.
    Rule(char),
    /// What begins at this column, in characters, is on the right.
    Gap(usize),
    /// There is one column.
    None,
}

impl Parting {
    fn of(text: &str, raw: &[Span]) -> Self {
        const RULES: [(char, usize); 7] =
            [('|', 1), ('§', 2), ('│', 2), (')', 3), (':', 3), (']', 3), ('}', 3)];
        let ruled = |character: char| {
            raw.iter().filter(|line| rule_at(&text[line.start..line.end], character).is_some()).count()
        };
        let most = RULES
            .iter()
            .map(|(rule, least)| (ruled(*rule), *least, *rule))
            .filter(|(count, least, _)| count >= least)
            .max();
        if let Some((.., rule)) = most {
            return Self::Rule(rule);
        }
        let gaps = raw.iter().filter_map(|line| second_column(&text[line.start..line.end]));
        let gaps: Vec<usize> = gaps.collect();
        match gaps.iter().min() {
            Some(least) if gaps.len() > 1 => Self::Gap(*least),
            _ => Self::None,
        }
    }

    fn part(&self, text: &str, line: Span) -> Line {
        let words = &text[line.start..line.end];
        let (left, right) = match self {
            Self::Rule(rule) => match rule_at(words, *rule) {
                Some(at) => (at, at + rule.len_utf8()),
                None => (words.len(), words.len()),
            },
            Self::Gap(column) => {
                let at = words.char_indices().nth(*column).map_or(words.len(), |(at, _)| at);
                // A word that runs over the gap belongs to a line of its own.
                let is_cut =
                    !words[..at].is_empty() && !words[..at].ends_with([' ', '\t']) && at < words.len();
                if is_cut { (words.len(), words.len()) } else { (at, at) }
            }
            Self::None => (words.len(), words.len()),
        };
        let is_rule = |c: char| c.is_whitespace() || matches!(c, '|' | '§' | '│' | '*' | '#' | '>');
        let cell =
            |start: usize, end: usize| pared(text, Span::new(line.start + start, line.start + end), is_rule);
        Line { span: trimmed(text, line), left: cell(0, left), right: cell(right, words.len()) }
    }
}

/// Where the rule stands in a line: between blanks or at an end of the line, not after a word that it closes.
fn rule_at(line: &str, rule: char) -> Option<usize> {
    let found = line.match_indices(rule).find(|(at, _)| {
        let before = line[..*at].chars().next_back();
        let after = line[at + rule.len_utf8()..].chars().next();
        before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
    });
    found.map(|(at, _)| at)
}

/// The column at which words begin after a gap amid the line, in characters.
fn second_column(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let words = line.trim_end();
    let gap = words[indent.min(words.len())..].find("    ")? + indent;
    let after = words[gap..].len() - words[gap..].trim_start().len();
    Some(line[..gap + after].chars().count())
}

#[cfg(test)]
mod tests {
    use super::head;
    use crate::document::Span;

    fn parted(text: &str) -> Vec<(&str, &str)> {
        let lines = head(text, Span::new(0, text.len()));
        lines
            .iter()
            .map(|line| (&text[line.left.start..line.left.end], &text[line.right.start..line.right.end]))
            .collect()
    }

    #[test]
    fn columns_are_parted_by_rules_or_by_gaps() {
        assert_eq!(
            parted(
                "NORVIK (a firm), )  No. 3\n   Plaintiff, )\n v.   )  ANSWERS\nThe plaintiff hereby answers as it may.\n"
            ),
            [("NORVIK (a firm),", "No. 3"), ("Plaintiff,", ""), ("v.", "ANSWERS")]
        );
        assert_eq!(
            parted("NORVIK,\n                  No. 3\n  -against-       ANSWERS\nTOM ORME,         TO ORME"),
            [("NORVIK,", ""), ("", "No. 3"), ("-against-", "ANSWERS"), ("TOM ORME,", "TO ORME")]
        );
    }
}
