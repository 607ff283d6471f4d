//! The end of a paper: where it begins, and which of its lines are signatures, oaths and proofs of service.

use super::lines::lines;
use super::openings::opening;
use crate::document::Span;
use crate::response::SectionKind;

/// Bytes before the end of the last answer in which its signatures can begin without a heading that cuts the paper.
const TAIL: usize = 8000;

/// Bytes in which a heading is followed by the words of an oath or a certificate.
const NEAR: usize = 1500;

/// Where the end of the paper begins in what was taken for the last answer; `None` if it holds none of it.
pub fn closing(text: &str, answer: Span) -> Option<usize> {
    let from = text.ceil_char_boundary(answer.end.saturating_sub(TAIL).max(answer.start));
    // The answer's first line opens nothing: a paper is not signed before it says something.
    let all: Vec<Span> = lines(text, Span::new(from, answer.end)).collect();
    let first = all
        .iter()
        .position(|line| !line.is_empty())
        .map_or(0, |first| first + usize::from(from == answer.start));
    let at = (first..all.len()).find(|at| closes(text, &all, *at))?;
    let is_firm = |line: &Span| !line.is_empty() && names_firm(&text[line.start..line.end]);
    let before = (first..at).rev().find(|before| !all[*before].is_empty());
    let start = before.filter(|before| is_firm(&all[*before])).unwrap_or(at);
    Some(all[start].start)
}

/// The line opens the end of a paper, by itself or with the line after it.
fn closes(text: &str, all: &[Span], at: usize) -> bool {
    let words = &text[all[at].start..all[at].end];
    let next =
        all[at + 1..].iter().find(|line| !line.is_empty()).map_or("", |line| &text[line.start..line.end]);
    if words.is_empty() {
        return false;
    }
    let signs = is_line_to_sign(words) && (is_name(next) || words.trim_start().len() >= 8 || next.is_empty());
    // The heading of what a mark cut off stands alone at the end of the answer.
    let rest = || {
        text[all[at].start..text.floor_char_boundary(all[at].start + NEAR)].to_lowercase().replace('\n', " ")
    };
    let swears = || {
        [
            "sworn",
            "penalty of perjury",
            "penalties of perjury",
            "have read the",
            "are true",
            "is true",
            "true and correct",
        ]
        .iter()
        .any(|word| rest().contains(word))
    };
    let serves = || ["certify", "served", "declare", "mail"].iter().any(|word| rest().contains(word));
    match opening(words) {
        Some(SectionKind::Attachment) => false,
        Some(SectionKind::Certificate) => serves(),
        Some(SectionKind::Verification) => swears(),
        Some(_) => true,
        None => signs || is_venue(words, next),
    }
}

/// "STATE OF OHIO )", before "COUNTY OF".
fn is_venue(words: &str, next: &str) -> bool {
    let upper = words.to_uppercase();
    upper.starts_with("STATE OF ")
        && words.len() < 80
        && (upper.contains(')') || upper.contains(':'))
        && (next.contains("ss") || next.to_uppercase().contains("COUNTY OF") || next.contains("SS"))
}

/// A line of underscores, with "By:" or "/s/" before it at most.
pub fn is_line_to_sign(words: &str) -> bool {
    let bare = words
        .trim_start_matches("By")
        .trim_start_matches("BY")
        .trim_start_matches([':', ' ', '\t', '/', 's', 'X']);
    // "By: [DRAFT - UNSIGNED]": a place kept for the signature.
    let is_kept = bare.len() < words.len() && bare.starts_with('[') && bare.ends_with(']');
    is_kept
        || bare.starts_with("____") && bare.chars().all(|c| matches!(c, '_' | ' ' | '\t' | ',' | '[' | ']'))
}

/// A few words that each open with a capital.
pub fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=7).contains(&count)
        && words.len() < 80
        && words.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '&')
                || matches!(word, "of" | "and" | "de" | "van" | "von" | "da")
        })
}

/// "BIRK & ORME LLP".
pub fn names_firm(words: &str) -> bool {
    const KINDS: [&str; 9] = ["LLP", "L.L.P.", "PLLC", "P.C.", "PC", "P.A.", "PLC", "LLC", "APC"];
    let mut all = words.split(|c: char| c.is_whitespace() || c == ',');
    words.len() < 80
        && (all.any(|word| KINDS.contains(&word)) || words.to_uppercase().starts_with("LAW OFFICE"))
}

/// Where the signature begins that a proof of service follows, before the first request.
pub fn signed_before(text: &str, front: Span) -> Option<usize> {
    let mut signed = None;
    for line in lines(text, front) {
        match opening(&text[line.start..line.end]) {
            Some(SectionKind::Certificate) => return signed.or(Some(line.start)),
            Some(SectionKind::Signatures) => signed = signed.or(Some(line.start)),
            _ => {}
        }
    }
    None
}

/// The parts of the end of a paper, in order; each runs up to the next.
pub fn blocks(text: &str, end: Span) -> Vec<(SectionKind, Span)> {
    let mut blocks: Vec<(SectionKind, usize)> = Vec::new();
    let mut is_signed = false;
    let all: Vec<Span> = lines(text, end).collect();
    for (at, line) in all.iter().enumerate() {
        let words = &text[line.start..line.end];
        let next = all[at + 1..]
            .iter()
            .take(4)
            .find(|line| !line.is_empty())
            .map_or("", |line| &text[line.start..line.end]);
        let opens = opening(words).or_else(|| is_venue(words, next).then_some(SectionKind::Verification));
        let current = blocks.last().map(|(kind, _)| *kind);
        let starts = match (current, opens) {
            (None, kind) => Some(kind.unwrap_or(SectionKind::Signatures)).filter(|_| !words.is_empty()),
            (_, None) => None,
            (_, Some(SectionKind::Attachment)) => opens,
            // What is attached may be signed by itself; an oath on the answers may follow it.
            (Some(SectionKind::Attachment), kind) => kind.filter(|kind| *kind == SectionKind::Verification),
            (Some(current), Some(kind)) if current == kind => None,
            // A proof of service is itself made under penalty of perjury, a verification is dated and signed.
            (Some(SectionKind::Certificate), Some(SectionKind::Verification)) => {
                is_signed.then_some(SectionKind::Verification)
            }
            (Some(SectionKind::Signatures), kind) => kind,
            (Some(SectionKind::Verification), Some(SectionKind::Certificate)) => opens,
            (Some(_), kind) => kind.filter(|_| is_signed && !is_own_signature(words)),
        };
        if let Some(kind) = starts {
            blocks.push((kind, line.start));
            is_signed = false;
        }
        is_signed |= words.contains("/s/")
            || words.contains("____") && !words.to_lowercase().contains("day of") && !words.contains(':');
    }
    let ends: Vec<usize> = blocks.iter().skip(1).map(|(_, start)| *start).chain([end.end]).collect();
    let parts = blocks.into_iter().zip(ends);
    parts.map(|((kind, start), end)| (kind, super::lines::trimmed(text, Span::new(start, end)))).collect()
}

/// A line that dates or signs what stands before it, and opens no block of its own.
fn is_own_signature(words: &str) -> bool {
    let small = words.to_lowercase();
    ["/s/", "by:", "executed", "attorney", "counsel for"].iter().any(|lead| small.starts_with(lead))
}
