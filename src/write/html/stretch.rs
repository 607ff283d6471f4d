//! A paper's text cut into stretches that each have their findings beside them; those without any are folded away.

use crate::document::{Block, BlockKind, Span};
use crate::finding::Finding;
use crate::report::Report;
use crate::response::Item;
use crate::rule::Scope;

/// Papers up to this many bytes are shown in full.
const SHORT: usize = 12_000;
/// Stretches are at most this long, so that a finding amid a long paragraph opens only what is near it.
const LONGEST: usize = 3_000;

/// A stretch of the text; together they are all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands.
    pub span: Span,
    /// It starts a paragraph.
    pub is_start: bool,
    /// What the source says it is.
    pub kind: Option<BlockKind>,
    /// It holds words of a request, which are the other side's.
    pub is_asked: bool,
    /// It is shown though the rest is folded: something was found in it or beside it.
    pub is_open: bool,
}

/// The stretches of the paper, given its findings in order of their place.
pub fn stretches<'a>(report: &Report, findings: impl Iterator<Item = &'a Finding>) -> Vec<Stretch> {
    let text = &report.document.text;
    let starts = paragraphs(text, &report.document.blocks);
    let mut cuts = starts.clone();
    cuts.extend(parts(report));
    cuts.push(text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let whole = cuts.windows(2).map(|pair| Span::new(pair[0], pair[1]));
    let spans: Vec<Span> = whole.flat_map(|span| shortened(text, span)).collect();
    let requests = requests(report);
    let mut stretches: Vec<Stretch> = spans
        .into_iter()
        .map(|span| Stretch {
            span,
            is_start: starts.binary_search(&span.start).is_ok(),
            kind: kind(&report.document.blocks, span),
            is_asked: is_met(&requests, span),
            is_open: text.len() <= SHORT,
        })
        .collect();
    open(&mut stretches, report, findings);
    stretches
}

/// The first byte of each paragraph: the text's first, that of each line after an empty one, and that of each block.
fn paragraphs(text: &str, blocks: &[Block]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    let mut was_empty = false;
    for line in text.split_inclusive('\n') {
        let is_empty = line.trim().is_empty();
        if was_empty && !is_empty {
            starts.push(at);
        }
        was_empty = is_empty;
        at += line.len();
    }
    starts.extend(blocks.iter().map(|block| line_start(text, block.span.start)));
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Where what stands amid a paragraph starts: an item with its label, the line of a person or of a listed document.
fn parts(report: &Report) -> Vec<usize> {
    let text = &report.document.text;
    let mut starts: Vec<usize> =
        report.response.items.iter().map(|item| labelled_start(text, item)).collect();
    let persons = report.persons.iter().map(|person| person.name.start);
    let documents = report.documents.iter().map(|document| document.span.start);
    starts.extend(persons.chain(documents).map(|at| line_start(text, at)));
    starts
}

fn labelled_start(text: &str, item: &Item) -> usize {
    let before = text[..item.span.start].trim_end();
    let label = item.label.as_deref().filter(|label| before.ends_with(*label));
    label.map_or(item.span.start, |label| before.len() - label.len())
}

/// The start of the line, unless that is far off.
fn line_start(text: &str, at: usize) -> usize {
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    text[from..at].rfind('\n').map_or(if from == 0 { 0 } else { at }, |line| from + line + 1)
}

/// The span in parts that are not too long, each ending after a blank if there is one.
fn shortened(text: &str, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    while span.end - start > LONGEST {
        let most = text.floor_char_boundary(start + LONGEST);
        let blank = text[start..most].rfind(' ').map(|blank| start + blank + 1);
        let end = blank.unwrap_or(most);
        parts.push(Span::new(start, end));
        start = end;
    }
    parts.push(Span::new(start, span.end));
    parts
}

fn requests(report: &Report) -> Vec<Span> {
    let mut requests: Vec<Span> =
        report.response.interrogatories.iter().filter_map(|interrogatory| interrogatory.request).collect();
    requests.sort_unstable();
    requests
}

/// One of the spans, which stand in order, shares a byte with `span`.
fn is_met(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.start < span.end);
    spans[..after].last().is_some_and(|other| other.end > span.start)
}

/// The kind of the innermost block that starts on the stretch's first line.
fn kind(blocks: &[Block], span: Span) -> Option<BlockKind> {
    let after = blocks.partition_point(|block| block.span.start < span.end);
    let last = blocks[..after].last()?;
    (last.span.end > span.start).then_some(last.kind)
}

/// Opens the stretches in which a finding starts, those next to them, and where the request that is answered starts.
fn open<'a>(stretches: &mut [Stretch], report: &Report, findings: impl Iterator<Item = &'a Finding>) {
    for finding in findings.filter(|finding| finding.scope() != Scope::Response) {
        let at = holding(stretches, finding.span.start);
        let near = at.saturating_sub(1)..(at + 2).min(stretches.len());
        stretches[near].iter_mut().for_each(|stretch| stretch.is_open = true);
        let answer = finding.interrogatory.and_then(|index| report.response.interrogatories.get(index));
        if let Some(request) = answer.and_then(|answer| answer.request) {
            let at = holding(stretches, request.start);
            stretches[at].is_open = true;
        }
    }
}

/// The index of the stretch that byte `at` stands in.
pub fn holding(stretches: &[Stretch], at: usize) -> usize {
    stretches.partition_point(|stretch| stretch.span.start <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, stretches};
    use crate::document::Span;
    use crate::rule::Stage;
    use crate::write::example::{FOUNDING, founding, report};

    #[test]
    fn each_item_of_a_sentence_has_a_stretch() {
        let report = founding(Stage::Notice);
        let stretches = stretches(&report, report.findings.iter());
        let words: Vec<&str> = stretches.iter().map(|stretch| report.document.slice(stretch.span)).collect();
        assert_eq!(words.concat(), FOUNDING);
        assert_eq!(words.len(), 9);
        assert_eq!(words[3], "the data transmitted to and from LivePerson's tag; ");
        assert!(stretches[1].is_start && !stretches[2].is_start);
    }

    #[test]
    fn far_from_findings_a_long_paper_is_folded() {
        let text = format!("{}\n\nthe tag\n\n{}", "é ".repeat(9_000), "x".repeat(9_000));
        let at = text.find("the").unwrap();
        let report = report("a.txt", &text, &[Span::new(at, at + 7)], Stage::Notice);
        let stretches = stretches(&report, report.findings.iter());
        assert!(stretches.iter().all(|stretch| stretch.span.len() <= LONGEST));
        let open = stretches.iter().filter(|stretch| stretch.is_open).count();
        assert_eq!(open, 3);
        let words = stretches.iter().map(|stretch| report.document.slice(stretch.span));
        assert_eq!(words.collect::<String>(), text);
    }
}
