//! The headings that cut a paper into requests, answers and everything else.

mod answer;
mod questions;

pub use questions::unlabelled;

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;

/// What a heading opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// A request, with its number if it bears one.
    Request(Option<String>),
    /// An answer, with the number it names.
    Answer(Option<String>),
    /// Objections under a heading of their own, before the answer; with the number it names.
    Objections(Option<String>),
    /// A request for admissions, documents or the like: its response answers no interrogatory.
    Foreign,
    /// General objections, definitions: neither request nor answer.
    Elsewhere,
    /// Signatures, verifications, certificates: what ends a paper.
    Signature,
}

/// One heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it opens.
    pub kind: MarkKind,
    /// The heading's own words; what it opens starts at their end.
    pub span: Span,
}

/// Bytes of a line that are looked at for a heading.
const LONGEST_LINE: usize = 400;

/// Bytes in which a heading must come to its end.
const LONGEST_HEADING: usize = 160;

/// The headings of a paper, in order; questions and answers under single letters where it has no other.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for candidate in keywords().find_iter(text) {
        if marks.last().is_some_and(|last| last.span.end > candidate.start()) {
            continue;
        }
        // Under the heading of an answer its objections are part of it.
        let is_objections = is_objections(candidate.as_str());
        let follows_answer = |last: &Mark| {
            matches!(last.kind, MarkKind::Answer(_))
                && !unlabelled().is_match(&text[last.span.end..candidate.start()])
        };
        if is_objections && marks.last().is_some_and(follows_answer) {
            continue;
        }
        marks.extend(mark_at(text, candidate.start(), candidate.as_str()));
    }
    if !marks.iter().any(|mark| matches!(mark.kind, MarkKind::Request(_) | MarkKind::Answer(_))) {
        marks.extend(questions::questions(text));
        marks.sort_by_key(|mark| mark.span);
    }
    marks
}

fn keywords() -> &'static Regex {
    static KEYWORDS: OnceLock<Regex> = OnceLock::new();
    KEYWORDS.get_or_init(|| {
        literal(concat!(
            "REQUEST:|OBJECTIONS?:|Objections?:|RESPONSE|ANSWER|INTERR|INTERO|INTEROG|INTRER|QUESTION|Response|Answer|Interrogatory|Question|",
            "DEMANDS? FOR|REQUESTS? FOR|REQUESTS? TO ADMIT|Requests? [Ff]or|Interrogatories|",
            "GENERAL OBJECTION|General Objection|PRELIMINARY STATEMENT|DEFINITIONS|INSTRUCTIONS|",
            "OBJECTIONS TO |RESERVATION OF RIGHTS|VERIFICATION|CERTIFICATE OF|CERTIFICATION|",
            "PROOF OF SERVICE|Respectfully submitted|RESPECTFULLY SUBMITTED|Dated:|DATED:|DATED this|Dated this|",
            "/s/|I declare under penalty|I hereby certify|I certify that|Executed on|Executed this|Executed at|",
            "EXECUTED ON|AS TO OBJECTIONS|Subscribed and sworn|SUBSCRIBED AND SWORN|Sworn to "
        ))
    })
}

/// Compiles an expression that is part of the program.
fn literal(expression: &str) -> Regex {
    #[allow(clippy::expect_used)]
    Regex::new(expression).expect("the program's own expressions are sound")
}

fn mark_at(text: &str, at: usize, keyword: &str) -> Option<Mark> {
    let start = heading_start(text, at);
    let opens_line = opens_line(text, start);
    let is_capitals = keyword.bytes().all(|byte| !byte.is_ascii_lowercase());
    match keyword {
        "Response" | "Answer" | "RESPONSE" | "ANSWER" => {
            let places = opens_line || (is_capitals && follows_sentence(text, start));
            places.then(|| answer::answer_mark(text, start, is_capitals, opens_line)).flatten()
        }
        "REQUEST:" => opens_line.then(|| Mark {
            kind: MarkKind::Request(None),
            span: Span::new(at, skip_markup(text, at + keyword.len())),
        }),
        _ if is_objections(keyword) => (opens_line && start == at)
            .then(|| Mark { kind: MarkKind::Objections(None), span: Span::new(at, at + keyword.len()) }),
        "OBJECTIONS TO " => {
            let elsewhere = || (start == at).then(|| elsewhere_mark(text, start, keyword)).flatten();
            opens_line.then(|| answer::objections_mark(text, start).or_else(elsewhere)).flatten()
        }
        "Interrogatories" => section_mark(text, start, opens_line),
        "Interrogatory" | "Question" => opens_line
            .then(|| request_mark(text, start, true))
            .flatten()
            .or_else(|| bare_request(text, start)),
        _ if keyword.starts_with("INTE") || keyword.starts_with("INTR") || keyword == "QUESTION" => {
            let places = opens_line || follows_sentence(text, start);
            places.then(|| request_mark(text, start, opens_line)).flatten()
        }
        _ if keyword.starts_with("RE") && keyword.contains("REQUEST")
            || keyword.starts_with("DEMAND")
            || keyword.starts_with("Request") =>
        {
            opens_line.then(|| foreign_mark(text, start)).flatten()
        }
        _ => (opens_line && start == at).then(|| elsewhere_mark(text, start, keyword)).flatten(),
    }
}

/// "OBJECTIONS:" and its like.
fn is_objections(keyword: &str) -> bool {
    matches!(keyword, "OBJECTION:" | "OBJECTIONS:" | "Objection:" | "Objections:")
}

/// Walks back from a keyword over the capitals before it ("PLAINTIFF'S FIRST AMENDED RESPONSE").
fn heading_start(text: &str, at: usize) -> usize {
    let line = line_start(text, at);
    let mut start = at;
    for (offset, word) in text[line..at].split_inclusive(' ').rev().scan(at, |end, word| {
        *end -= word.len();
        Some((*end, word))
    }) {
        let is_part = |word: &str| {
            let first = word.chars().next().unwrap_or(' ');
            first.is_uppercase()
                && word.chars().all(|c| c.is_uppercase() || matches!(c, '\'' | '’' | '-' | ','))
        };
        let is_ordinal = matches!(
            word.trim(),
            "Amended" | "Supplemental" | "First" | "Second" | "Third" | "Further" | "Special"
        );
        if word.trim().is_empty() || !(is_part(word.trim()) || is_ordinal) {
            break;
        }
        start = offset;
    }
    start
}

/// Where the line of `at` starts; at most [`LONGEST_HEADING`] bytes before it, so that a paper on one line stays cheap.
fn line_start(text: &str, at: usize) -> usize {
    let from = floor(text, at.saturating_sub(LONGEST_HEADING));
    text[from..at].rfind('\n').map_or(from, |newline| from + newline + 1)
}

/// "1. Interrogatory: ...", "Question: ...": a request that bears its number before the word, or none.
fn bare_request(text: &str, start: usize) -> Option<Mark> {
    let rest = &text[start..floor(text, start + LONGEST_HEADING)];
    let word = rest.find(|c: char| !c.is_alphabetic())?;
    let after = rest[word..].trim_start_matches([' ', '\t', '*']);
    let line = text[line_start(text, start)..start].trim_matches([' ', '\t', '>', '*', '#']);
    let number = line.trim_end_matches(['.', ')', ':']);
    let is_number = number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !after.starts_with(':') || !is_number || !number.is_empty() && number.len() == line.len() {
        return None;
    }
    let end = skip_markup(text, start + rest.len() - after.len());
    let number = (!number.is_empty()).then(|| number.to_owned());
    Some(Mark { kind: MarkKind::Request(number), span: Span::new(line_start(text, start), end) })
}

fn opens_line(text: &str, at: usize) -> bool {
    let line = line_start(text, at);
    text[line..at]
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '>' | '*' | '_' | '#' | '"' | '“' | '-' | '•'))
}

fn follows_sentence(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.len() > before.trim_end().len()
        && before.trim_end().ends_with(['.', '?', '!', ':', ';', '"', '”', ')'])
}

fn request_mark(text: &str, start: usize, opens_line: bool) -> Option<Mark> {
    static REQUEST: OnceLock<Regex> = OnceLock::new();
    let request = REQUEST.get_or_init(|| {
        literal(r"\A(?:(?i:PLAINTIFF|DEFENDANT|PETITIONER|RESPONDENT|CLAIMANT)(?i:S['’]|['’]S)\s+)?(?:(?i:SPECIAL|FORM|CONTENTION|AMENDED)\s+){0,2}([A-Za-z]+)\s+(?:(?:N[O0o]\.?|N(?i:UMBER)|#)\s*)?([0-9lIO]{1,4}[A-Z]?\b(?:\([0-9]+\))?|[A-H]\b)((?:[ \t]+AND[ \t][A-Z0-9. \t]*?)?)[ \t]*([:.\t]|\n|[ \t])")
    });
    let rest = &text[start..floor(text, start + LONGEST_HEADING)];
    let Some(found) = request.captures(rest) else { return section_mark(text, start, opens_line) };
    let is_word = |word: &str| {
        let word = word.to_uppercase();
        word == "QUESTION" || strsim::damerau_levenshtein(&word, "INTERROGATORY") <= 2
    };
    let whole = found.get(0)?;
    let closes = found.get(4).map_or("", |mark| mark.as_str());
    let leads_away = rest[whole.end()..].trim_start_matches(' ').starts_with("..");
    let runs_on = closes == " " && rest[whole.end()..].trim_start().starts_with(|c: char| c.is_lowercase());
    if !is_word(&found[1]) {
        return section_mark(text, start, opens_line);
    }
    if leads_away || runs_on || (!opens_line && closes != ":") {
        return None;
    }
    let end = skip_markup(text, start + whole.end());
    Some(Mark { kind: MarkKind::Request(Some(digits(&found[2]))), span: Span::new(start, end) })
}

/// "INTERROGATORIES" on a line of its own: the section ends what stands before it.
fn section_mark(text: &str, start: usize, opens_line: bool) -> Option<Mark> {
    let line = text[start..floor(text, start + LONGEST_HEADING)]
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end_matches([':', '*', ' ']);
    let is_section = opens_line && line.to_ascii_uppercase().ends_with("INTERROGATORIES") && line.len() < 60;
    is_section.then(|| Mark { kind: MarkKind::Elsewhere, span: Span::new(start, start + line.len()) })
}

/// A number as scanned: the letters O, l and I stand for digits.
fn digits(number: &str) -> String {
    number.replace('O', "0").replace(['l', 'I'], "1")
}

/// "REQUEST FOR ADMISSION NO. 3:", "REQUESTS FOR PRODUCTION" as a heading.
fn foreign_mark(text: &str, start: usize) -> Option<Mark> {
    static FOREIGN: OnceLock<Regex> = OnceLock::new();
    let foreign = FOREIGN.get_or_init(|| {
        literal(r"\A[A-Z'’ ]*(?:(?i:REQUESTS?|DEMANDS?)\s+(?i:FOR|TO)\s+[A-Za-z ,&]{3,60}?)[ \t]*(?:(?:N[O0o]\.?|#)[ \t]*[0-9]+[ \t]*[:.]?|[0-9]+[ \t]*:|[:*]*[ \t]*(?:\n[ \t]*\n|\z))")
    });
    let found = foreign.find(&text[start..floor(text, start + LONGEST_HEADING)])?;
    Some(Mark { kind: MarkKind::Foreign, span: Span::new(start, start + found.as_str().trim_end().len()) })
}

/// A section that is neither request nor answer: its heading stands on a line of its own, or it signs the paper.
fn elsewhere_mark(text: &str, start: usize, keyword: &str) -> Option<Mark> {
    const SECTIONS: [&str; 7] = [
        "GENERAL OBJECTION",
        "General Objection",
        "PRELIMINARY STATEMENT",
        "DEFINITIONS",
        "INSTRUCTIONS",
        "OBJECTIONS TO ",
        "RESERVATION OF RIGHTS",
    ];
    let longest = floor(text, start + LONGEST_LINE);
    let line_end = text[start..longest].find('\n').map_or(longest, |newline| start + newline);
    let line = &text[start..line_end];
    let is_section = SECTIONS.contains(&keyword);
    let signs = !is_section && keyword.contains(|c: char| c.is_lowercase() || matches!(c, ':' | '/'));
    let is_heading = !line.contains(|c: char| c.is_lowercase()) && line.len() < LONGEST_HEADING;
    let is_title = keyword == "General Objection" && line.len() < 40;
    let kind = if is_section { MarkKind::Elsewhere } else { MarkKind::Signature };
    (signs || is_heading || is_title).then(|| Mark { kind, span: Span::new(start, line_end) })
}

/// Skips the closing emphasis and the colon after a heading ("**ANSWER:** text").
fn skip_markup(text: &str, at: usize) -> usize {
    at + text[at..].len() - text[at..].trim_start_matches(['*', '_', ':']).len()
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
