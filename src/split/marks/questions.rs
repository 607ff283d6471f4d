//! Questions and answers under single letters: "Q.", "A.", "Q1:".

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;
use crate::split::marks::{Mark, MarkKind, literal};

/// The letters that open questions and answers; none unless an answer follows the first question.
pub(super) fn questions(text: &str) -> Vec<Mark> {
    static LETTERS: OnceLock<Regex> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        literal(
            r"(?m)^[ \t>*]*(Q|A)[ \t]*(?:[.:]?[ \t]*(?:No\.[ \t]*)?([0-9]{1,3}))?[*]*[.:)][*]*(?:[ \t]+|$)",
        )
    });
    let mut marks: Vec<Mark> = Vec::new();
    let mut is_asked = false;
    for found in letters.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let number = found.get(2).map(|number| number.as_str().to_owned());
        let asks = &found[1] == "Q";
        if asks || is_asked {
            let kind = if asks { MarkKind::Request(number) } else { MarkKind::Answer(number) };
            marks.push(Mark { kind, span: Span::new(whole.start(), whole.end()) });
        }
        is_asked = asks;
    }
    let is_answered = marks.get(1).is_some_and(|mark| matches!(mark.kind, MarkKind::Answer(_)));
    if is_answered { marks } else { numbered(text) }
}

/// The number and the verb that open a request without a heading.
pub fn unlabelled() -> &'static Regex {
    static REQUEST: OnceLock<Regex> = OnceLock::new();
    REQUEST.get_or_init(|| {
        literal(r"(?m)^[ \t]*([0-9]{1,3})[.)][ \t]+(?:Please\s+)?(?:Identify|State|Describe|List|Specify|Set forth|For each|What|Which|Provide|Separately|Disclose)\b")
    })
}

/// The least number of numbered questions that make a paper of answers.
const FEWEST: usize = 2;

/// Numbered questions with nothing over them, each answered by the paragraphs up to the next, under a heading that says so:
/// "ANSWERS TO INTERROGATORIES / 1. What is your name? / Tom Orme." None unless they count up from one another.
fn numbered(text: &str) -> Vec<Mark> {
    static HEADING: OnceLock<Regex> = OnceLock::new();
    static NUMBERED: OnceLock<Regex> = OnceLock::new();
    let heading = HEADING.get_or_init(|| {
        literal(r"(?m)^[ \t]*[A-Z'’ ]*(?:ANSWERS?|RESPONSES?) TO [A-Z'’ ]*INTERROGATORIES[ \t:]*$")
    });
    let Some(from) = heading.find_iter(text).last().map(|found| found.end()) else { return Vec::new() };
    let numbered = NUMBERED.get_or_init(|| {
        literal(concat!(
            r"(?m)^[ \t]*([0-9]{1,3})[.)][ \t]+(?:Please\s+)?(?:What|Who|When|Where|Why|Which|How|Have|Has|Do|Does|Did|Are|Is|Were|Was",
            r"|If|For|State|Describe|List|Identify|Name|Set forth|Provide|Specify|Explain|With)\b[^\n]*(?:\n[ \t]*\S[^\n]*)*"
        ))
    });
    let mut marks = Vec::new();
    let mut last = 0;
    for found in numbered.captures_iter(&text[from..]) {
        let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
        let Ok(count) = number.as_str().parse::<u32>() else { continue };
        if last > 0 && count != last + 1 {
            continue;
        }
        last = count;
        let start = from + number.end() + 1;
        let asked = Span::new(from + whole.start(), start);
        let end = from + whole.end();
        marks.push(Mark { kind: MarkKind::Request(Some(number.as_str().to_owned())), span: asked });
        marks.push(Mark { kind: MarkKind::Answer(None), span: Span::new(end, end) });
    }
    if marks.len() >= 2 * FEWEST { marks } else { Vec::new() }
}
