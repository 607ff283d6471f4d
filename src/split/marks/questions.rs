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
    if is_answered { marks } else { Vec::new() }
}
