//! Which answer belongs to which request, and what each request asks for.

use crate::document::Span;
use crate::split::Draft;
use crate::split::labels::names_entry;
use crate::split::marks::{self, Mark, MarkKind};
use std::collections::HashMap;

/// The requests and answers that the headings cut out of `text`, in order; `printed` still holds its "> " marks.
pub fn interrogatories(printed: &str, text: &str, marks: &[Mark]) -> Vec<Draft> {
    let mut drafts = Drafts::default();
    let mut is_foreign = false;
    // "PLAINTIFF'S RESPONSE TO INTERROGATORY NO. 9" as a title over the request: its number is that of the request.
    let mut titled: Option<String> = None;
    for (at, mark) in marks.iter().enumerate() {
        let next = marks.get(at + 1).map_or(text.len(), |next| next.span.start);
        let quoted = quotation_end(&printed[..next], mark.span.start).filter(|end| *end > mark.span.end);
        let end = quoted.unwrap_or(next);
        let body = Span::new(mark.span.end, end);
        match &mark.kind {
            MarkKind::Request(number) => drafts.ask(number.clone().or(titled.take()), body),
            MarkKind::Answer(None) | MarkKind::Objections(_) if is_foreign => {}
            MarkKind::Answer(number @ Some(_))
                if text[body.start..body.end].trim().is_empty()
                    && matches!(marks.get(at + 1).map(|next| &next.kind), Some(MarkKind::Request(_))) =>
            {
                titled.clone_from(number);
            }
            MarkKind::Answer(number) => drafts.answer(text, number.as_deref(), body, mark.span),
            MarkKind::Objections(number) => drafts.object(text, number.as_deref(), body, mark.span),
            MarkKind::Foreign | MarkKind::Elsewhere | MarkKind::Signature => {}
        }
        is_foreign = mark.kind == MarkKind::Foreign
            || is_foreign && matches!(mark.kind, MarkKind::Answer(None) | MarkKind::Objections(None));
    }
    drafts.all.into_iter().map(Draft::settled).collect()
}

/// Where the lines marked ">" end, if the heading at `at` stands in such a line.
fn quotation_end(printed: &str, at: usize) -> Option<usize> {
    let from = (at.saturating_sub(8)..=at).find(|from| printed.is_char_boundary(*from))?;
    let before = &printed[from..at];
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    if !line.trim_start().starts_with('>') {
        return None;
    }
    let mut lines = printed[at..].split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    Some(
        at + first + lines.take_while(|line| line.trim_start().starts_with('>')).map(str::len).sum::<usize>(),
    )
}

/// Requests and answers as they are paired.
#[derive(Default)]
struct Drafts {
    all: Vec<Draft>,
    /// Those without an answer, by number; the last asked stands last.
    waiting: HashMap<String, Vec<usize>>,
    /// Those without an answer when they were asked.
    asked: Vec<usize>,
}

impl Drafts {
    fn ask(&mut self, number: Option<String>, request: Span) {
        let index = self.all.len();
        self.asked.push(index);
        if let Some(number) = &number {
            let plain = number.split('(').next().unwrap_or(number);
            for name in [Some(number.as_str()), (plain != number).then_some(plain)].into_iter().flatten() {
                self.waiting.entry(name.to_owned()).or_default().push(index);
            }
        }
        self.all.push(Draft::new(number, Some(request), None));
    }

    /// Objections that stand under a heading of their own belong to the request that waits for its answer.
    fn object(&mut self, text: &str, number: Option<&str>, body: Span, heading: Span) {
        let waits =
            |draft: &Draft| draft.answer.is_none() && (number.is_none() || draft.number.as_deref() == number);
        let last = self.all.last_mut();
        if let Some(last) = last.filter(|last| waits(last)) {
            last.objected = Some(body);
            return;
        }
        let (request, found) = unlabelled_request(text, self.all.last_mut(), heading.start);
        if let Some(request) = request.filter(|_| number.is_none() || number == found.as_deref()) {
            self.ask(found, request);
            self.all.last_mut().into_iter().for_each(|last| last.objected = Some(body));
        }
    }

    fn answer(&mut self, text: &str, number: Option<&str>, body: Span, heading: Span) {
        let all = &self.all;
        let is_waiting = |index: &usize| all[*index].answer.is_none();
        let queue = match number {
            Some(number) => self.waiting.get_mut(number),
            None => Some(&mut self.asked),
        };
        let waiting = queue.and_then(|queue| {
            while let Some(index) = queue.pop() {
                if is_waiting(&index) {
                    return Some(index);
                }
            }
            None
        });
        if let Some(index) = waiting {
            self.all[index].answer = Some(body);
            self.all[index].heading = Some(heading);
            return;
        }
        // "OBJECTIONS: ... ANSWER: ..." under the heading of one answer: the objections and what follows belong together.
        if let Some(before) =
            self.all.last_mut().and_then(|last| last.answer.as_mut()).filter(|_| number.is_none())
            && text[before.start..before.end].trim_start().starts_with("OBJECTION")
        {
            before.end = body.end;
            return;
        }
        let (request, found_number) = unlabelled_request(text, self.all.last_mut(), heading.start);
        let number = number.map(str::to_owned).or(found_number);
        let further = self.all.last().filter(|last| {
            request.is_none() && last.request.is_some() && (number.is_none() || number == last.number)
        });
        let draft = match further {
            Some(last) => Draft::new(last.number.clone(), last.request, Some(body)),
            None => Draft::new(number, request, Some(body)),
        };
        self.all.push(Draft { heading: Some(heading), ..draft });
    }
}

/// "2. State the ..." without a heading, at the end of what was taken for the answer before.
fn unlabelled_request(
    text: &str,
    before: Option<&mut Draft>,
    heading: usize,
) -> (Option<Span>, Option<String>) {
    let start = before.as_ref().and_then(|draft| draft.answer.or(draft.request)).map_or(0, |span| span.start);
    let Some(found) = marks::unlabelled().captures_iter(&text[start..heading]).last() else {
        return (None, None);
    };
    let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { return (None, None) };
    if let Some(answer) = before.and_then(|draft| draft.answer.as_mut()) {
        answer.end = start + whole.start();
    }
    (Some(Span::new(start + number.end() + 1, heading)), Some(number.as_str().to_owned()))
}

/// The end of a statement's caption: after the last title line that names trade secrets, or the start.
/// A line that numbers a trade secret is an entry and no title.
pub fn after_title(text: &str) -> usize {
    let mut after = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n').take(60) {
        if names_entry(line) {
            break;
        }
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
