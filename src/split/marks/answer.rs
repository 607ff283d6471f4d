//! The headings that open an answer: "RESPONSE:", "Answer to Interrogatory No. 2".

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;
use crate::split::marks::{LONGEST_HEADING, Mark, MarkKind, digits, floor, literal, skip_markup};

/// The heading at `start`, if it opens an answer.
pub(super) fn answer_mark(text: &str, start: usize, is_capitals: bool, opens_line: bool) -> Option<Mark> {
    static WITH_COLON: OnceLock<Regex> = OnceLock::new();
    static SMALL: OnceLock<Regex> = OnceLock::new();
    static ALONE: OnceLock<Regex> = OnceLock::new();
    let rest = &text[start..floor(text, start + LONGEST_HEADING)];
    let with_colon = || {
        let capitals = WITH_COLON.get_or_init(|| {
            literal(r"\A(?:[A-Z'’,-]+[ \t]+){0,7}(?:RESPONSE|ANSWER)S?\b(?:\s+TO\s+[A-Z ]{0,30}?INTERROGATOR(?:Y|IES)(?:\s+(?:N[O0]S?\.?|NUMBERS?|#)\s*|[ \t]+)([0-9lIO]+[A-Z]?\b(?:\([0-9]+\))?|[A-RT-Z]\b))?(?:[ \t]*\([^()\n]{1,60}\)[ \t]*:|[A-Z0-9 \t,.'’()&-]*:|[ \t]*(?:\.|--|—|–)[ \t\n])")
        });
        let small = SMALL.get_or_init(|| {
            literal(r"\A(?:(?:Amended|Supplemental|First|Second|Third|Further|Special|[A-Z][a-z]+['’]s)\s+){0,4}(?:Response|Answer)(?:\s+to\s+(?:Special\s+)?Interrogatory\s+(?:(?:No\.?|Number|#)\s*)?([0-9]+(?:\([0-9]+\))?))?(?:[ \t]*\([^()\n]{1,60}\))?(?:\s*:|[ \t]*(?:\.|--|—|–)[ \t\n])")
        });
        if is_capitals { capitals.captures(rest) } else { small.captures(rest) }
    };
    let alone = || {
        let alone = ALONE.get_or_init(|| {
            literal(r"\A(?i:(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|AMENDED|SUPPLEMENTAL|FURTHER|FINAL|PLAINTIFF['’]S|DEFENDANT['’]S)\s+){0,4}(?:RESPONSE|ANSWER)(?:\s+TO\s+(?:SPECIAL\s+)?INTERROGATORY\s+(?:(?:N[O0]\.?|NUMBER|#)\s*)?([0-9]+[A-Z]?(?:\([0-9]+\))?))?)(?:[ \t]*\([^()\n]{1,60}\))?[.*_ \t]*\n")
        });
        opens_line.then(|| alone.captures(rest)).flatten()
    };
    let found = with_colon().or_else(alone)?;
    let heading = found.get(0).map_or("", |whole| whole.as_str());
    if !opens_line && !heading.ends_with(':') {
        return None;
    }
    if heading.starts_with("AS TO ") {
        // "AS TO ANSWERS:" over the line that the party signs.
        return Some(Mark {
            kind: MarkKind::Signature,
            span: Span::new(start, start + heading.trim_end().len()),
        });
    }
    let number = found.get(1).map(|number| digits(number.as_str()));
    let is_foreign = number.is_none() && (heading.contains("REQUEST FOR") || heading.contains("DEMAND FOR"));
    let kind = if is_foreign { MarkKind::Foreign } else { MarkKind::Answer(number) };
    Some(Mark { kind, span: Span::new(start, skip_markup(text, start + heading.len())) })
}

/// "OBJECTIONS TO INTERROGATORY NO. 11", on a line of its own or before a colon.
pub(super) fn objections_mark(text: &str, start: usize) -> Option<Mark> {
    static OBJECTIONS: OnceLock<Regex> = OnceLock::new();
    let objections = OBJECTIONS.get_or_init(|| {
        literal(r"\A(?:[A-Z'’-]+[ \t]+){0,4}OBJECTIONS[ \t]+TO[ \t]+(?:SPECIAL[ \t]+)?INTERROGATORY[ \t]+(?:(?:N[O0]\.?|NUMBER|#)[ \t]*)?([0-9lIO]+[A-Z]?\b(?:\([0-9]+\))?)[ \t.*_]*(?::|\n)")
    });
    let found = objections.captures(&text[start..floor(text, start + LONGEST_HEADING)])?;
    let end = start + found.get(0).map_or(0, |whole| whole.as_str().trim_end().len());
    let number = found.get(1).map(|number| digits(number.as_str()));
    Some(Mark { kind: MarkKind::Objections(number), span: Span::new(start, skip_markup(text, end)) })
}
