//! Where the answers of a paper begin and end; what stands around them is read by `parts`.

use crate::document::Span;
use crate::response::{Definition, Kind, Parts, Response};
use crate::split::marks::{Mark, MarkKind};
use crate::split::{Draft, parts};

/// What follows the last answer, which is cut there; `None` if it runs to the end or another paper quotes it.
pub fn end(text: &str, marks: &[Mark], drafts: &mut [Draft]) -> Option<Span> {
    let place = |draft: &Draft| draft.answer.or(draft.request).map_or(0, |span| span.end);
    let last = drafts.iter_mut().max_by_key(|draft| place(draft)).filter(|draft| !draft.is_quoted)?;
    let answer = last.answer.or(last.request)?;
    let cut = parts::closing(text, answer);
    if let (Some(cut), Some(span)) = (cut, last.answer.as_mut().or(last.request.as_mut())) {
        span.end = cut;
    }
    let signs = |mark: &&Mark| mark.kind == MarkKind::Signature && mark.span.start >= answer.end;
    let start = cut.or_else(|| marks.iter().find(signs).map(|mark| mark.span.start))?;
    Some(Span::new(start, text.len()))
}

/// What must be known of the requests once their drafts are gone.
pub struct Around {
    /// Where the first request or answer begins; `None` if another paper quotes them.
    first: Option<usize>,
    /// The requests, in order.
    requests: Vec<Span>,
}

impl Around {
    /// Of these drafts.
    pub fn new(text: &str, marks: &[Mark], drafts: &[Draft]) -> Self {
        let opens = |mark: &&Mark| matches!(mark.kind, MarkKind::Request(_) | MarkKind::Answer(_));
        let marked = marks.iter().find(opens).map(|mark| mark.span.start);
        let first = drafts.first().filter(|draft| !draft.is_quoted);
        let drafted =
            first.and_then(|draft| draft.request.or(draft.answer)).map(|span| line_start(text, span.start));
        let first = first.and(marked.into_iter().chain(drafted).min());
        let mut requests: Vec<Span> = drafts.iter().filter_map(|draft| draft.request).collect();
        requests.sort_unstable();
        Self { first, requests }
    }

    /// The terms that the paper defines outside its requests: in sentences before them, in brackets anywhere.
    pub fn defined(&self, text: &str, kind: Kind) -> Parts {
        let Some(first) = self.first else { return Parts::default() };
        let defines = |at| kind == Kind::Statement || at < first;
        let definitions = parts::definitions(text, defines, |at| self.is_request(at));
        let small = |definition: &Definition| text[definition.term.start..definition.term.end].to_lowercase();
        Parts { terms: definitions.iter().map(small).collect(), definitions, ..Parts::default() }
    }

    /// Adds what stands around the answers of `response`; a statement's own words begin with its first item.
    pub fn complete(&self, text: &str, end: Option<Span>, response: &mut Response) {
        let Some(first) = self.first else { return };
        let is_statement = response.kind == Kind::Statement;
        let item = response.items.first().filter(|_| is_statement);
        let first = item.map_or(first, |item| line_start(text, item.span.start).max(first));
        parts::front(text, Span::new(0, first), &mut response.parts);
        let last = response.interrogatories.iter().flat_map(|one| one.answer.into_iter().chain(one.request));
        let last = last.map(|span| span.end).max();
        let last = response.items.last().filter(|_| is_statement).map(|item| item.span.end).or(last);
        let closing = end.map_or(text.len(), |end| end.start);
        parts::after(text, Span::new(last.unwrap_or(closing), closing), &mut response.parts);
        if let Some(end) = end {
            parts::back(text, end, &mut response.parts);
        }
    }

    fn is_request(&self, at: usize) -> bool {
        let after = self.requests.partition_point(|request| request.start <= at);
        self.requests[..after].last().is_some_and(|request| at < request.end)
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}
