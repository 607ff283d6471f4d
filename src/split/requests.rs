//! Which answer belongs to which request, and what each request asks for.

use std::sync::OnceLock;

use regex::Regex;

use crate::document::Span;
use crate::split::Draft;
use crate::split::marks::{Mark, MarkKind};

/// The requests and answers that the headings cut out, in order.
pub fn interrogatories(text: &str, marks: &[Mark]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let end = marks.get(at + 1).map_or(text.len(), |next| next.span.start);
        let body = Span::new(mark.span.end, end);
        match &mark.kind {
            MarkKind::Request(number) => {
                drafts.push(Draft { number: Some(number.clone()), request: Some(body), answer: None });
            }
            MarkKind::Answer(number) => answered(text, &mut drafts, number.as_deref(), body, mark.span.start),
            MarkKind::Elsewhere => {}
        }
    }
    drafts
}

fn answered(text: &str, drafts: &mut Vec<Draft>, number: Option<&str>, body: Span, heading: usize) {
    let waiting = match number {
        Some(number) => {
            drafts.iter().rposition(|draft| draft.answer.is_none() && draft.number.as_deref() == Some(number))
        }
        None => drafts.iter().rposition(|draft| draft.answer.is_none()),
    };
    if let Some(index) = waiting {
        drafts[index].answer = Some(body);
        return;
    }
    let (request, found_number) = unlabelled_request(text, drafts.last_mut(), heading);
    let number = number.map(str::to_owned).or(found_number);
    drafts.push(Draft { number, request, answer: Some(body) });
}

/// "2. State the ..." without a heading, at the end of what was taken for the answer before.
fn unlabelled_request(
    text: &str,
    before: Option<&mut Draft>,
    heading: usize,
) -> (Option<Span>, Option<String>) {
    static REQUEST: OnceLock<Regex> = OnceLock::new();
    let request = REQUEST.get_or_init(|| {
        #[allow(clippy::expect_used)]
        Regex::new(r"(?m)^[ \t]*([0-9]{1,3})[.)][ \t]+(?:Please\s+)?(?:Identify|State|Describe|List|Specify|Set forth|For each|What|Which|Provide|Separately|Disclose)\b")
            .expect("the program's own expressions are sound")
    });
    let start = before.as_ref().and_then(|draft| draft.answer).map_or(0, |answer| answer.start);
    let Some(found) = request.captures_iter(&text[start..heading]).last() else { return (None, None) };
    let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { return (None, None) };
    if let Some(answer) = before.and_then(|draft| draft.answer.as_mut()) {
        answer.end = start + whole.start();
    }
    (Some(Span::new(start + number.end() + 1, heading)), Some(number.as_str().to_owned()))
}

/// The end of a statement's caption: after the last title line that names trade secrets, or the start.
pub fn after_title(text: &str) -> usize {
    let mut after = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n').take(60) {
        at += line.len();
        let is_title =
            !line.contains(|c: char| c.is_lowercase()) && line.contains(|c: char| c.is_uppercase());
        let names = ["TRADE SECRET", "IDENTIFICATION", "2019.210", "DISCLOSURE", "STATEMENT"]
            .iter()
            .any(|word| line.contains(word));
        if is_title && (names || after + 200 > at && after > 0) {
            after = at;
        }
    }
    after
}
