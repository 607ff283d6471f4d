//! The terms that a paper defines: each in quotation marks, with what it means after it or a sentence about it.

use std::collections::HashSet;

use super::lines::pared;
use crate::document::Span;
use crate::request::identified;
use crate::response::Definition;

/// Bytes that a term has at most.
const LONGEST_TERM: usize = 80;

/// Bytes of a definition that are looked at for its end.
const LONGEST: usize = 2000;

/// The terms defined in `text` outside its requests, in order: in brackets anywhere, with "means" and the like where
/// `defines` allows it. Only the first definition of a term counts, but "identify" is defined of several things.
pub fn definitions(
    text: &str,
    defines: impl Fn(usize) -> bool,
    is_request: impl Fn(usize) -> bool,
) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut after = 0;
    for open in memchr::memchr2_iter(b'"', 0xE2, text.as_bytes()) {
        let Some(term) = term(text, open).filter(|_| open >= after) else { continue };
        after = text.len().min(term.end + 1);
        let words = &text[term.start..term.end];
        if seen.contains(words) {
            continue;
        }
        let definition = in_brackets(text, open, term).or_else(|| {
            let meaning = defines(open).then(|| meaning(text, term)).flatten()?;
            Some(Definition { span: Span::new(open, meaning), ..definition(text, term) })
        });
        if let Some(definition) = definition.filter(|_| !is_request(open)) {
            if definition.identifies.is_none() {
                seen.insert(words);
            }
            found.push(definition);
        }
    }
    found
}

fn definition(text: &str, term: Span) -> Definition {
    let small = text[term.start..term.end].to_ascii_lowercase();
    let is_identify = small == "identify" || small.ends_with(" identify");
    let identifies = if is_identify { identified(&text[term.end..]) } else { None };
    Definition { term, span: term, is_passing: false, identifies }
}

/// The words between the quotation mark at `open` and the next that closes.
fn term(text: &str, open: usize) -> Option<Span> {
    let rest = &text[open..text.floor_char_boundary(open + LONGEST_TERM)];
    let mark = rest.chars().next()?;
    let closing = match mark {
        '"' => '"',
        '“' => '”',
        _ => return None,
    };
    let start = open + mark.len_utf8();
    let length = rest[mark.len_utf8()..].find(closing)?;
    let term = pared(text, Span::new(start, start + length), |c| matches!(c, ',' | '.' | ' '));
    let words = &text[term.start..term.end];
    (!words.is_empty() && !words.contains(['\n', '(', ')'])).then_some(term)
}

/// `(the "Tag")`, `(collectively, "Tags" or "the Tags")`: the bracket about the term.
fn in_brackets(text: &str, open: usize, term: Span) -> Option<Definition> {
    const BEFORE: usize = 60;
    const AFTER: usize = 80;
    const LEADS: [&str; 18] = [
        "the",
        "a",
        "an",
        "hereinafter",
        "hereafter",
        "collectively",
        "together",
        "individually",
        "each",
        "or",
        "and",
        "as",
        "referred",
        "to",
        "herein",
        "any",
        "defined",
        "with",
    ];
    let before = &text[text.floor_char_boundary(open.saturating_sub(BEFORE))..open];
    let bracket = before.rfind('(')?;
    let lead = &before[bracket + 1..];
    let mut words = lead.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let inner_quotes = lead.contains(['"', '”']);
    if lead.contains(')')
        || !inner_quotes && !words.all(|word| LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(word)))
    {
        return None;
    }
    let rest = &text[term.end..text.floor_char_boundary(term.end + AFTER)];
    let close = rest.find(')')?;
    if rest[..close].contains("\n\n") || !text[term.start..term.end].starts_with(char::is_uppercase) {
        return None;
    }
    let start = open - (before.len() - bracket);
    Some(Definition {
        span: Span::new(start, term.end + close + 1),
        is_passing: true,
        ..definition(text, term)
    })
}

/// Where the definition ends whose term is followed by "means" or the like: its paragraph or its line.
fn meaning(text: &str, term: Span) -> Option<usize> {
    /// Bytes within which the verb follows ("The term "Tag," as used in these answers, means").
    const NEAR: usize = 140;
    const VERBS: [&str; 9] = [
        " mean ",
        " means ",
        " means:",
        " refer to ",
        " refers to ",
        " is defined ",
        " are defined ",
        " has the meaning",
        " includes ",
    ];
    let rest = &text[term.end..text.floor_char_boundary(term.end + NEAR)];
    let near = rest.split("\n\n").next().unwrap_or(rest).replace(['\n', '\t'], " ");
    let verb = VERBS.iter().filter_map(|verb| near.find(verb)).min()?;
    if near[..verb].contains(". ") {
        return None;
    }
    let end = text.floor_char_boundary(term.end + LONGEST);
    let paragraph = &text[term.end..end];
    let length = paragraph.find("\n\n").unwrap_or(paragraph.len());
    // Entries may follow one another without a blank line.
    let length = entry_end(&paragraph[..length]).unwrap_or(length);
    Some(term.end + paragraph[..length].trim_end().len())
}

/// Where a line begins that numbers or quotes the next term.
fn entry_end(paragraph: &str) -> Option<usize> {
    let mut at = 0;
    for line in paragraph.split_inclusive('\n') {
        let words = super::lines::enumerator(line.trim()).1;
        if at > 0 && (words.len() < line.trim().len() || words.starts_with(['"', '“'])) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::definitions;

    fn terms(text: &str) -> Vec<(&str, &str)> {
        let found = definitions(text, |_| true, |_| false);
        found
            .iter()
            .map(|one| (&text[one.term.start..one.term.end], &text[one.span.start..one.span.end]))
            .collect()
    }

    #[test]
    fn terms_are_defined_by_entries_and_in_brackets() {
        assert_eq!(
            terms(
                "1. \"Tag\" means the\ncode.\n2. The term “Web,” as used here, refers to tape.\n\n\"Not\" one."
            ),
            [("Tag", "\"Tag\" means the\ncode."), ("Web", "“Web,” as used here, refers to tape.")]
        );
        assert_eq!(
            terms(
                "Norvik Tape, Inc. (hereinafter \"Norvik\") runs a line (the \"Delft Line\" or \"Line\"), said \"to run\"."
            ),
            [
                ("Norvik", "(hereinafter \"Norvik\")"),
                ("Delft Line", "(the \"Delft Line\" or \"Line\")"),
                ("Line", "(the \"Delft Line\" or \"Line\")")
            ]
        );
    }

    #[test]
    fn what_is_quoted_for_another_reason_defines_nothing() {
        assert_eq!(terms("He said \"no\". The means are many."), []);
        assert_eq!(terms("the field (called \"vid\" by users) and \"x"), []);
    }
}
