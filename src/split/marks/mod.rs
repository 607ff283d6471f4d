//! The headings that cut a paper into requests, answers and everything else.

use std::sync::OnceLock;

use regex::Regex;

use crate::document::{Document, Span};

/// What a heading opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// A request, with its number.
    Request(String),
    /// An answer, with the number it names.
    Answer(Option<String>),
    /// General objections, definitions, signatures, certificates: neither request nor answer.
    Elsewhere,
}

/// One heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it opens.
    pub kind: MarkKind,
    /// The heading's own words; what it opens starts at their end.
    pub span: Span,
}

/// Bytes in which a heading must come to its end.
const LONGEST_HEADING: usize = 160;

/// The headings of a paper, in order.
pub fn marks(document: &Document) -> Vec<Mark> {
    let text = &document.text;
    let mut marks: Vec<Mark> = Vec::new();
    for candidate in keywords().find_iter(text) {
        if marks.last().is_some_and(|last| last.span.end > candidate.start()) {
            continue;
        }
        marks.extend(mark_at(text, candidate.start(), candidate.as_str()));
    }
    marks
}

fn keywords() -> &'static Regex {
    static KEYWORDS: OnceLock<Regex> = OnceLock::new();
    KEYWORDS.get_or_init(|| {
        literal(concat!(
            "RESPONSE|ANSWER|INTERR|INTERO|INTEROG|INTRER|DEMAND FOR|REQUEST FOR|Response|Answer|Interrogatory|",
            "GENERAL OBJECTION|General Objection|PRELIMINARY STATEMENT|DEFINITIONS|INSTRUCTIONS|",
            "OBJECTIONS TO |RESERVATION OF RIGHTS|VERIFICATION|CERTIFICATE OF|CERTIFICATION|PROOF OF SERVICE|",
            "Respectfully submitted|RESPECTFULLY SUBMITTED|Dated:|DATED:|DATED this|Dated this|/s/|",
            "I declare under penalty|AS TO OBJECTIONS"
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
            places.then(|| answer_mark(text, start, is_capitals, opens_line)).flatten()
        }
        "Interrogatory" => opens_line.then(|| request_mark(text, start, true)).flatten(),
        _ if keyword.starts_with("INTE") || keyword.starts_with("INTR") => {
            let places = opens_line || follows_sentence(text, start);
            places.then(|| request_mark(text, start, opens_line)).flatten()
        }
        _ => (opens_line && start == at).then(|| elsewhere_mark(text, start, keyword)).flatten(),
    }
}

/// Walks back from a keyword over the capitals before it ("PLAINTIFF'S FIRST AMENDED RESPONSE").
fn heading_start(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
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

fn opens_line(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..at]
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '>' | '*' | '_' | '#' | '"' | '“' | '-' | '•'))
}

fn follows_sentence(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.len() > before.trim_end().len()
        && before.trim_end().ends_with(['.', '?', '!', ':', ';', '"', '”', ')'])
}

fn answer_mark(text: &str, start: usize, is_capitals: bool, opens_line: bool) -> Option<Mark> {
    static WITH_COLON: OnceLock<Regex> = OnceLock::new();
    static SMALL: OnceLock<Regex> = OnceLock::new();
    static ALONE: OnceLock<Regex> = OnceLock::new();
    let rest = &text[start..floor(text, start + LONGEST_HEADING)];
    let with_colon = || {
        let capitals = WITH_COLON.get_or_init(|| {
            literal(r"\A(?:[A-Z'’,-]+[ \t]+){0,7}(?:RESPONSE|ANSWER)S?\b(?:\s+TO\s+[A-Z ]{0,30}?INTERROGATOR(?:Y|IES)\s+(?:(?:N[O0]\.?|NUMBER|#)\s*)?([0-9]+[A-Z]?|[A-Z]))?[A-Z0-9 \t,.'’()&-]*:")
        });
        let small = SMALL.get_or_init(|| {
            literal(r"\A(?:(?:Amended|Supplemental|First|Second|Third|Further|Special|[A-Z][a-z]+['’]s)\s+){0,4}(?:Response|Answer)(?:\s+to\s+(?:Special\s+)?Interrogatory\s+(?:(?:No\.?|Number|#)\s*)?([0-9]+))?\s*:")
        });
        if is_capitals { capitals.captures(rest) } else { small.captures(rest) }
    };
    let alone = || {
        let alone = ALONE.get_or_init(|| {
            literal(r"\A(?i:(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|AMENDED|SUPPLEMENTAL|FURTHER|FINAL|PLAINTIFF['’]S|DEFENDANT['’]S)\s+){0,4}(?:RESPONSE|ANSWER)(?:\s+TO\s+(?:SPECIAL\s+)?INTERROGATORY\s+(?:(?:N[O0]\.?|NUMBER|#)\s*)?([0-9]+))?)[.*_ \t]*\n")
        });
        opens_line.then(|| alone.captures(rest)).flatten()
    };
    let found = with_colon().or_else(alone)?;
    let number = found.get(1).map(|number| number.as_str().to_owned());
    let end = start + found.get(0).map_or(0, |whole| whole.end());
    Some(Mark { kind: MarkKind::Answer(number), span: Span::new(start, skip_markup(text, end)) })
}

fn request_mark(text: &str, start: usize, opens_line: bool) -> Option<Mark> {
    static REQUEST: OnceLock<Regex> = OnceLock::new();
    let request = REQUEST.get_or_init(|| {
        literal(r"\A(?:(?i:SPECIAL|FORM|CONTENTION|AMENDED)\s+){0,2}([A-Za-z]+)\s+(?:(?:N[O0o]\.?|N(?i:UMBER)|#)\s*)?([0-9lIO]{1,4}[A-Z]?\b(?:\([0-9]+\))?)((?:[ \t]+AND[ \t][A-Z0-9. \t]*?)?)[ \t]*([:.\t]|\n|[ \t])")
    });
    let rest = &text[start..floor(text, start + LONGEST_HEADING)];
    let found = request.captures(rest)?;
    let is_word = |word: &str| strsim::damerau_levenshtein(&word.to_uppercase(), "INTERROGATORY") <= 2;
    let whole = found.get(0)?;
    let closes = found.get(4).map_or("", |mark| mark.as_str());
    let leads_away = rest[whole.end()..].trim_start_matches(' ').starts_with("..");
    let runs_on = closes == " " && rest[whole.end()..].trim_start().starts_with(|c: char| c.is_lowercase());
    if !is_word(&found[1]) || leads_away || runs_on || (!opens_line && closes != ":") {
        return None;
    }
    let digits = found[2].replace('O', "0").replace(['l', 'I'], "1");
    let end = skip_markup(text, start + whole.end());
    Some(Mark { kind: MarkKind::Request(digits), span: Span::new(start, end) })
}

/// A section that is neither request nor answer: its heading stands on a line of its own, or it signs the paper.
fn elsewhere_mark(text: &str, start: usize, keyword: &str) -> Option<Mark> {
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let line = &text[start..line_end];
    let signs = keyword.starts_with(|c: char| !c.is_uppercase())
        || keyword.contains(|c: char| c.is_lowercase())
        || keyword.ends_with(':');
    let is_heading = !line.contains(|c: char| c.is_lowercase()) && line.len() < LONGEST_HEADING;
    let is_title = keyword == "General Objection" && line.len() < 40;
    ((signs && keyword != "General Objection") || is_heading || is_title)
        .then(|| Mark { kind: MarkKind::Elsewhere, span: Span::new(start, line_end) })
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
