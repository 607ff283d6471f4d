//! The title of a paper, and who asks and who answers by it.

use super::caption::is_title_case;
use super::head::Line;
use super::joined::Joined;
use super::lines::{is_capitals, without_stop};
use crate::document::Span;
use crate::response::Caption;

/// A title.
pub struct Title {
    /// Its lines.
    pub spans: Vec<Span>,
    /// The line of the head it begins in.
    pub line: usize,
    /// It stands in the first column.
    pub is_left: bool,
    /// It is a title whatever stands about it.
    pub is_sure: bool,
}

/// What a paper is, as titles say it.
const PAPERS: [&str; 12] = [
    "RESPONSE",
    "RESPONSES",
    "ANSWER",
    "ANSWERS",
    "OBJECTIONS",
    "IDENTIFICATION",
    "STATEMENT",
    "DISCLOSURE",
    "DISCLOSURES",
    "DESIGNATION",
    "LIST",
    "DESCRIPTION",
];

/// What a title speaks of beside.
const MATTERS: [&str; 8] = [
    "INTERROGATOR",
    " SET",
    "TRADE SECRET",
    "2019.210",
    "DISCOVERY",
    "DEMAND",
    "REQUEST",
    "CONFIDENTIAL INFORMATION",
];

/// The title among the lines of a head.
pub fn title(text: &str, head: &[Line]) -> Option<Title> {
    (0..head.len()).find_map(|line| {
        let column = [0, 1]
            .into_iter()
            .find(|column| cell(head, line, *column).is_some_and(|cell| names_paper(text, cell)))?;
        let (first, last) = extent(text, head, line, column);
        let spans: Vec<Span> = (first..=last).filter_map(|at| cell(head, at, column)).collect();
        let joined = Joined::new(text, &spans).words.to_uppercase();
        let speaks = MATTERS.iter().any(|matter| joined.contains(matter));
        let is_sure = speaks
            && (joined.contains("INTERROGATOR")
                || joined.contains("2019.210")
                || joined.contains("'S")
                || joined.contains("’S"));
        speaks.then_some(Title { spans, line: first, is_left: column == 0, is_sure })
    })
}

/// What a column holds in a line.
fn cell(head: &[Line], line: usize, column: usize) -> Option<Span> {
    let line = head.get(line)?;
    Some(if column == 0 { line.left } else { line.right }).filter(|cell| !cell.is_empty())
}

fn names_paper(text: &str, cell: Span) -> bool {
    let words = &text[cell.start..cell.end];
    let upper = words.to_uppercase();
    let mut parts = upper.split(|c: char| !c.is_alphanumeric());
    let names =
        parts.any(|part| PAPERS.contains(&part)) || upper.contains("TRADE SECRETS") && upper.contains("'S ");
    names && is_title_line(words) && !words.ends_with(':')
}

/// A line of a title: in capitals, or each word with a capital, and no sentence or heading of a section.
fn is_title_line(words: &str) -> bool {
    const SECTIONS: [&str; 5] = [
        "PRELIMINARY STATEMENT",
        "GENERAL STATEMENT",
        "GENERAL OBJECTION",
        "DEFINITIONS",
        "INTRODUCTORY STATEMENT",
    ];
    let upper = words.to_uppercase();
    let is_section = SECTIONS.iter().any(|section| upper.contains(section));
    let is_number = upper.contains("CASE NO") || upper.contains(" NO. 1:") || upper.starts_with("NO. ");
    words.len() < 200 && !is_section && !is_number && (is_capitals(words) || is_title_case(words))
}

/// The lines of the title about `line`, in one column.
fn extent(text: &str, head: &[Line], line: usize, column: usize) -> (usize, usize) {
    let belongs = |at: usize| {
        cell(head, at, column).is_some_and(|cell| {
            let words = &text[cell.start..cell.end];
            is_title_line(words)
                && !words.starts_with("Hon")
                && !words.starts_with("Judge")
                && !words.ends_with(':')
        })
    };
    let is_party = |at: usize| {
        cell(head, at, column).is_some_and(|cell| {
            let words = text[cell.start..cell.end].trim_end_matches(['.', ',']).to_uppercase();
            matches!(
                &*words,
                "PLAINTIFF" | "DEFENDANT" | "PLAINTIFFS" | "DEFENDANTS" | "RESPONDENT" | "RESPONDENTS"
            ) || text[cell.start..cell.end].ends_with([',', '.']) && column == 0
        })
    };
    let mut first = line;
    while first > 0 && belongs(first - 1) && !is_party(first - 1) {
        first -= 1;
    }
    let mut last = line;
    while belongs(last + 1) {
        last += 1;
    }
    // Each line of a title may be a paragraph of its own.
    let words = |at: usize| cell(head, at, column).map_or("", |cell| &text[cell.start..cell.end]);
    let is_blank = |at: usize| words(at).is_empty();
    let owns = |at: usize| words(at).contains("'S ") || words(at).contains("’S ");
    if first > 1 && is_blank(first - 1) && belongs(first - 2) && !is_party(first - 2) && owns(first - 2) {
        first -= 2;
    }
    while is_blank(last + 1) && belongs(last + 2) && is_open((first..=last).map(words)) {
        last += 2;
    }
    (first, last)
}

/// The lines of a title so far do not say what the paper is about, or the last runs on.
fn is_open<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    const RUN_ON: [&str; 7] = ["TO", "OF", "AND", "THE", "FOR", "FROM", "IN"];
    let (mut speaks, mut runs_on) = (false, false);
    for line in lines.map(str::to_uppercase) {
        speaks |= MATTERS.iter().any(|matter| line.contains(matter));
        runs_on = line.ends_with(',') || RUN_ON.contains(&line.split(' ').next_back().unwrap_or_default());
    }
    !speaks || runs_on
}

/// Words of a title with which the name of a party has ended.
const AFTER_PARTY: [&str; 24] = [
    "RESPONSE",
    "RESPONSES",
    "ANSWER",
    "ANSWERS",
    "OBJECTIONS",
    "SUPPLEMENTAL",
    "AMENDED",
    "FIRST",
    "SECOND",
    "THIRD",
    "FOURTH",
    "FIFTH",
    "SIXTH",
    "VERIFIED",
    "FURTHER",
    "INTERROGATORIES",
    "SPECIAL",
    "FORM",
    "SET",
    "CORRECTED",
    "IDENTIFICATION",
    "STATEMENT",
    "INITIAL",
    "TRADE",
];

/// Who answers and who asks, by the title ("PLAINTIFF'S ANSWERS TO DEFENDANT'S FIRST SET OF INTERROGATORIES"), and the set.
pub fn asked_and_answered(title: &Joined, caption: &mut Caption) {
    let upper = title.words.to_ascii_uppercase();
    let to = upper.find(" TO ");
    let answers = party(&upper, 0, to.unwrap_or(upper.len()));
    caption.responding = title.spans(0, answers);
    if let Some(to) = to {
        let start = to + " TO ".len();
        let skipped = ["THE ", "EACH OF "]
            .iter()
            .find(|lead| upper[start..].starts_with(**lead))
            .map_or(0, |lead| lead.len());
        let end = party(&upper, start, upper.len());
        if end > start + skipped {
            caption.propounding = title.spans(start + skipped, end);
        }
    }
    caption.set = set(&upper, to.unwrap_or(0)).and_then(|(start, end)| title.spans(start, end).pop());
}

/// Where the name of the party ends that begins at `start`; `start` if no possessive or role stands there.
fn party(upper: &str, start: usize, end: usize) -> usize {
    let words = &upper[start..end];
    let mut at = 0;
    for word in words.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if AFTER_PARTY.contains(&bare) {
            break;
        }
        at += word.len();
    }
    let name = words[..at].trim_end();
    let short = name.trim_end_matches("'S").trim_end_matches("’S").trim_end_matches(['\'', '’']);
    if short.len() < name.len() || name.contains("PLAINTIFF") || name.contains("DEFENDANT") {
        start + short.len()
    } else {
        start
    }
}

/// The number of the set: the word before "SET", or after it.
fn set(upper: &str, from: usize) -> Option<(usize, usize)> {
    let at = from
        + upper[from..].match_indices("SET").map(|(at, _)| at).find(|at| {
            let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
            is_edge(upper[from..][..*at].chars().next_back())
                && is_edge(upper[from..][at + 3..].chars().next())
        })?;
    let before = upper[..at].trim_end();
    let start = before.rfind(' ').map_or(0, |blank| blank + 1);
    if is_ordinal(&before[start..]) {
        return Some((start, before.len()));
    }
    let after = &upper[at + 3..];
    let number = after
        .trim_start_matches([' ', ':', ','])
        .trim_start_matches("NO.")
        .trim_start_matches("NUMBER")
        .trim_start_matches([' ', ':']);
    let length = number.find(|c: char| !c.is_alphanumeric()).unwrap_or(number.len());
    let start = upper.len() - number.len();
    is_ordinal(&number[..length]).then_some((start, start + length))
}

fn is_ordinal(word: &str) -> bool {
    const ORDINALS: [&str; 20] = [
        "FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH", "ONE",
        "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
    ];
    ORDINALS.contains(&word)
        || !word.is_empty() && word.len() < 4 && word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// "PROPOUNDING PARTY: Defendant Tom Orme", "SET NO.: One", as California has them.
pub fn labels(text: &str, head: &[Line], caption: &mut Caption) {
    for line in head.iter().filter(|line| !line.span.is_empty()) {
        let words = &text[line.span.start..line.span.end];
        let Some((label, value)) = words.split_once(':') else { continue };
        let value = without_stop(text, Span::new(line.span.end - value.len(), line.span.end));
        if value.is_empty() || label.len() > 30 {
            continue;
        }
        match label.trim().to_ascii_uppercase().as_str() {
            "PROPOUNDING PARTY" | "ASKING PARTY" | "DEMANDING PARTY" | "REQUESTING PARTY" => {
                caption.propounding = vec![value];
            }
            "RESPONDING PARTY" | "ANSWERING PARTY" => caption.responding = vec![value],
            "SET NO" | "SET NO." | "SET NUMBER" | "SET" => caption.set = Some(value),
            _ => {}
        }
    }
}
