//! The sections before the requests, by their headings, and the entries of a section.

use super::lines::{enumerator, is_capitals, lines, pared};
use crate::document::Span;
use crate::response::{Entry, Section, SectionKind};

/// What a line opens before the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// A section that is told.
    Opens(SectionKind),
    /// Something else: the section before it ends.
    Closes,
}

/// The sections of `text[front]`, whose caption is left out already.
pub fn sections(text: &str, front: Span) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut open = Some((SectionKind::Introduction, front.start, false));
    for line in lines(text, front) {
        let Some(heading) = heading(&text[line.start..line.end]) else { continue };
        found.extend(open.take().and_then(|opened| section(text, opened, line.start)));
        if let Heading::Opens(kind) = heading {
            open = Some((kind, line.start, true));
        }
    }
    found.extend(open.and_then(|opened| section(text, opened, front.end)));
    found
}

/// The line is the heading of a section.
pub fn opens_section(line: &str) -> bool {
    matches!(heading(line), Some(Heading::Opens(_)))
}

fn section(text: &str, (kind, start, is_headed): (SectionKind, usize, bool), end: usize) -> Option<Section> {
    /// Words of an introduction at least.
    const WORDS: usize = 5;
    let span = pared(text, Span::new(start, end), char::is_whitespace);
    let words = text[span.start..span.end].split_whitespace().take(WORDS).count();
    let is_told = words >= if kind == SectionKind::Introduction { WORDS } else { 1 };
    let words = if is_headed { body(text, span) } else { span };
    is_told.then_some(Section { kind, span, words })
}

/// What the line opens, if it is a heading: alone on its line, or with a colon before what follows.
fn heading(line: &str) -> Option<Heading> {
    const LONGEST: usize = 120;
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let (_, words) = enumerator(head.trim_start_matches(['*', '#', '_', ' ']));
    let (words, runs_on) = match words.split_once(':') {
        Some((words, rest)) => (words, !rest.trim_matches(['*', '_', ' ']).is_empty()),
        None => (words, line.len() > LONGEST),
    };
    let words = words.trim_matches(['*', '_', '.', ' ', '\t']);
    if !words.starts_with(|c: char| c.is_uppercase()) || words.split_whitespace().count() > 12 {
        return None;
    }
    let known = kind(&words.to_lowercase()).map(Heading::Opens);
    let is_other = !runs_on && is_capitals(words) && words.len() >= 8 && !words.contains(['"', '“', ';']);
    known.or((is_other || !runs_on && leads_to_answers(words)).then_some(Heading::Closes))
}

/// "Specific Objections and Responses", "Answers to Interrogatories": the requests follow.
fn leads_to_answers(words: &str) -> bool {
    const LEADS: [&str; 8] = [
        "specific ",
        "responses to ",
        "answers to ",
        "objections and ",
        "answers and ",
        "responses and ",
        "interrogatories",
        "trade secret",
    ];
    let small = words.to_lowercase();
    super::caption::is_title_case(words)
        && !words.ends_with(['.', ';', ','])
        && LEADS.iter().any(|lead| small.starts_with(lead))
        && words.split_whitespace().count() < 10
}

/// What a heading in small letters opens.
fn kind(words: &str) -> Option<SectionKind> {
    const EXACT: [(&str, SectionKind); 17] = [
        ("introduction", SectionKind::Introduction),
        ("introductory statement", SectionKind::PreliminaryStatement),
        ("preliminary statement", SectionKind::PreliminaryStatement),
        ("preliminary statements", SectionKind::PreliminaryStatement),
        ("preliminary remarks", SectionKind::PreliminaryStatement),
        ("general statement", SectionKind::PreliminaryStatement),
        ("definitions", SectionKind::Definitions),
        ("defined terms", SectionKind::Definitions),
        ("definitions and instructions", SectionKind::Definitions),
        ("instructions and definitions", SectionKind::Definitions),
        ("instructions", SectionKind::Instructions),
        ("continuing objections", SectionKind::GeneralObjections),
        ("objections to all interrogatories", SectionKind::GeneralObjections),
        ("objections to each interrogatory", SectionKind::GeneralObjections),
        ("objections applicable to all interrogatories", SectionKind::GeneralObjections),
        ("reservation of rights", SectionKind::ReservationOfRights),
        ("reservations", SectionKind::ReservationOfRights),
    ];
    let exact = EXACT.iter().find(|(name, _)| *name == words).map(|(_, kind)| *kind);
    let to_definitions = words.contains("objections to")
        && (words.contains("definition") || words.contains("instruction"))
        && words.len() < 80;
    let is_general = words.starts_with("general objection")
        || words.ends_with("general objections")
        || words.starts_with("general and continuing objection")
        || words.starts_with("general ") && words.contains("objection") && !words.contains("specific")
        || words.starts_with("preliminary statement and general objection")
        || words.starts_with("preliminary objections");
    exact
        .or(to_definitions.then_some(SectionKind::ObjectionsToDefinitions))
        .or(is_general.then_some(SectionKind::GeneralObjections))
}

/// The entries of a section's words: what stands after numbers at the start of lines, or the paragraphs.
pub fn entries(text: &str, body: Span) -> Vec<Entry> {
    let mut numbered: Vec<(Option<String>, usize)> = Vec::new();
    let mut paragraphs: Vec<(Option<String>, usize)> = Vec::new();
    let mut after_blank = true;
    for line in lines(text, body) {
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let (number, words) = enumerator(&text[line.start..line.end]);
        let start = line.end - words.len();
        // "a." under "3." is a part of the entry.
        let is_first_kind =
            |number: &str| numbered.first().is_none_or(|first| is_alike(first.0.as_deref(), number));
        if let Some(number) = number.filter(|number| is_first_kind(number)) {
            numbered.push((Some(number.to_owned()), start));
        }
        if after_blank {
            paragraphs.push((None, start));
        }
        after_blank = false;
    }
    let starts = if numbered.is_empty() { paragraphs } else { numbered };
    let ends: Vec<usize> = starts.iter().skip(1).map(|(_, start)| *start).chain([body.end]).collect();
    let entries = starts
        .into_iter()
        .zip(ends)
        .map(|((number, start), end)| Entry { number, span: without_number(text, Span::new(start, end)) });
    entries.filter(|entry| !entry.span.is_empty()).collect()
}

/// Two numbers count alike: both in figures, both in capitals or both in small letters.
fn is_alike(first: Option<&str>, other: &str) -> bool {
    let kind = |number: &str| {
        (
            number.starts_with(|c: char| c.is_ascii_digit()),
            number.starts_with(|c: char| c.is_ascii_uppercase()),
        )
    };
    first.is_none_or(|first| kind(first) == kind(other))
}

/// The entry without the number of the next, which stands at its end.
fn without_number(text: &str, span: Span) -> Span {
    let words = &text[span.start..span.end];
    let line = words.rfind('\n').map_or(0, |newline| newline + 1);
    let last = words[line..].trim();
    let is_number = line > 0 && !last.is_empty() && enumerator(last).1.is_empty();
    let end = if is_number { span.start + line } else { span.end };
    pared(text, Span::new(span.start, end), char::is_whitespace)
}

/// The section without its heading.
fn body(text: &str, section: Span) -> Span {
    let line = text[section.start..section.end].find('\n').map_or(section.end, |at| section.start + at);
    let colon = text[section.start..line].find(':').map(|at| section.start + at + 1);
    pared(text, Span::new(colon.unwrap_or(line), section.end), |c| c.is_whitespace() || c == '*')
}

#[cfg(test)]
mod tests {
    use super::{entries, sections};
    use crate::document::Span;

    #[test]
    fn headings_part_what_stands_before_the_requests() {
        let text = "Plaintiff answers the requests as follows.\n\nI. DEFINITIONS\n\n1. \"Tag\" means it.\n\nGeneral Objections\n\nA. Each.\n\nB. All of\nthem.\n\nSPECIFIC ANSWERS\n";
        let found = sections(text, Span::new(0, text.len()));
        let names: Vec<_> = found.iter().map(|section| section.kind.name()).collect();
        assert_eq!(names, ["introduction", "definitions", "general objections"]);
        let objections: Vec<_> = entries(text, found[2].words)
            .into_iter()
            .map(|entry| (entry.number, &text[entry.span.start..entry.span.end]))
            .collect();
        assert_eq!(objections, [(Some("A".to_owned()), "Each."), (Some("B".to_owned()), "All of\nthem.")]);
    }
}
