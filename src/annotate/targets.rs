//! What each comment stands on: the findings of a report by the words at fault, those on the very same words together.

use std::collections::{BTreeMap, HashMap};

use super::marks::{Place, Reach, first_run};
use super::sites::Sites;
use crate::document::{Anchor, Document, Span};
use crate::finding::Finding;
use crate::rule::Scope;

/// A comment to be written.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pub(super) reach: Reach,
    /// What it tells of.
    pub(super) findings: Vec<&'a Finding>,
    /// What it only names, because there is more on one item than anybody reads.
    pub(super) rest: Vec<&'a Finding>,
    /// The words stand in a note, and the comment at the mark that refers to it.
    pub(super) is_note: bool,
}

/// The most findings on one item, and on one answer or paper, that are told in full.
const MOST_ON_ITEM: usize = 6;
const MOST_ON_ANSWER: usize = 12;

/// The most comments that are written into one paper.
const MOST_COMMENTS: usize = 500;

/// The stories of a paper, as they were surveyed.
pub(super) struct Stories<'a> {
    pub(super) document: &'a Document,
    pub(super) body: &'a Sites<'a>,
    /// Those of notes, in the order of [`Document::parts`] after the body, and whether they are endnotes.
    pub(super) notes: &'a [(Sites<'a>, bool)],
}

/// The comments on `findings`, which stand in order of weight, the heaviest first; each group in the order given.
pub(super) fn targets<'a>(stories: &Stories<'_>, findings: &[&'a Finding]) -> Vec<Target<'a>> {
    let mut told: HashMap<(Option<usize>, Option<usize>), usize> = HashMap::new();
    let mut places: HashMap<(Option<usize>, Option<usize>), usize> = HashMap::new();
    let mut by_reach: BTreeMap<(Reach, bool), usize> = BTreeMap::new();
    let mut targets: Vec<Target<'a>> = Vec::new();
    for finding in findings {
        let about = (finding.interrogatory, finding.item);
        let count = told.entry(about).or_default();
        let most = if finding.item.is_some() { MOST_ON_ITEM } else { MOST_ON_ANSWER };
        let stands = stories.reach(finding);
        let known = stands.and_then(|stands| by_reach.get(&stands).copied());
        let is_full = *count >= most || (known.is_none() && targets.len() >= MOST_COMMENTS);
        match (known, stands) {
            _ if is_full => {
                let at = places.get(&about).copied().unwrap_or_default();
                targets.get_mut(at).into_iter().for_each(|target| target.rest.push(finding));
                continue;
            }
            (Some(at), _) => targets[at].findings.push(finding),
            (None, Some((reach, is_note))) => {
                by_reach.insert((reach, is_note), targets.len());
                places.entry(about).or_insert(targets.len());
                targets.push(Target { reach, findings: vec![finding], rest: Vec::new(), is_note });
            }
            (None, None) => continue,
        }
        *count += 1;
    }
    targets
}

impl Stories<'_> {
    /// What the comment on `finding` stands on, and whether the words stand in a note; `None` in a paper without a
    /// paragraph.
    fn reach(&self, finding: &Finding) -> Option<(Reach, bool)> {
        let document = self.document;
        let whole = Span::new(0, document.text.len());
        let span = match finding.scope() {
            _ if finding.names_words => finding.span,
            Scope::Response => first_words(document, whole),
            Scope::Interrogatory => first_words(document, finding.span),
            _ => finding.span,
        };
        let copied = document.copied(span);
        let in_body: Vec<_> = copied.iter().filter(|(_, anchor)| anchor.part == 0).collect();
        if let (Some(first), Some(last)) = (in_body.first(), in_body.last()) {
            return Some((self.words(first, last), false));
        }
        let anchor = copied.first().map(|(_, anchor)| *anchor).or_else(|| document.anchor(span.start))?;
        // What Word computes, such as a number, stands before the first word of its line.
        let line = first_words(document, Span::new(span.start.min(whole.end), whole.end));
        let beside = document.copied(line).into_iter().find(|(_, of)| of.paragraph == anchor.paragraph);
        match (anchor.part.checked_sub(1), beside) {
            (None, Some(beside)) => Some((self.words(&beside, &beside), false)),
            (None, None) => self.paragraph(anchor.paragraph).map(|reach| (reach, false)),
            (Some(story), _) => self.reference(story, anchor.paragraph).map(|reach| (reach, true)),
        }
    }

    /// From the first stretch of words to the end of the last.
    fn words(&self, first: &(Span, Anchor), last: &(Span, Anchor)) -> Reach {
        let end_of = |(span, anchor): &(Span, Anchor)| {
            let passed = self.document.slice(*span).chars().count();
            self.hosted(Place { character: anchor.character + passed, ..place(anchor) }, usize::MAX)
        };
        let (start, end) = (self.hosted(place(&first.1), 0), end_of(last));
        // What stands in a text box is read after the paragraph that holds the box.
        Reach::Words(start, if end > start { end } else { end_of(first) })
    }

    /// The place, or for one in a text box that of the run which holds the box.
    fn hosted(&self, place: Place, character: usize) -> Place {
        let host = self.body.paragraphs.get(place.paragraph).and_then(|paragraph| paragraph.host);
        host.map_or(place, |(paragraph, run)| Place { paragraph, run, character })
    }

    /// The first run of a paragraph.
    fn paragraph(&self, index: usize) -> Option<Reach> {
        let paragraph = self.body.paragraphs.get(index)?;
        if let Some((outer, run)) = paragraph.host {
            return Some(run_whole(outer, run));
        }
        let run = first_run(&paragraph.runs);
        Some(run.map_or(Reach::Paragraph(index), |run| run_whole(index, run)))
    }

    /// The mark that refers to the note in which the paragraph stands.
    fn reference(&self, story: usize, paragraph: usize) -> Option<Reach> {
        let (sites, is_endnote) = self.notes.get(story)?;
        let after = sites.notes.partition_point(|(first, _)| *first <= paragraph);
        let (_, id) = sites.notes.get(after.checked_sub(1)?)?;
        let (paragraph, run) = *self.body.references.get(&(*is_endnote, id.clone()))?;
        let host = self.body.paragraphs.get(paragraph).and_then(|paragraph| paragraph.host);
        let (paragraph, run) = host.unwrap_or((paragraph, run));
        Some(run_whole(paragraph, run))
    }
}

fn place(anchor: &Anchor) -> Place {
    Place { paragraph: anchor.paragraph, run: anchor.run, character: anchor.character }
}

fn run_whole(paragraph: usize, run: usize) -> Reach {
    Reach::Words(Place { paragraph, run, character: 0 }, Place { paragraph, run, character: usize::MAX })
}

/// The most bytes of a line that stand for a whole answer or paper.
const LONGEST_OPENING: usize = 80;

/// The first words of `span`, all on one line.
fn first_words(document: &Document, span: Span) -> Span {
    let words = document.slice(span);
    let start = span.start + (words.len() - words.trim_start().len());
    let line = document.slice(Span::new(start, span.end)).lines().next().unwrap_or_default();
    let blanks = line.char_indices().filter(|(_, character)| character.is_whitespace()).map(|(at, _)| at);
    let ends = blanks.chain([line.len()]);
    let end = ends.take_while(|at| *at <= LONGEST_OPENING).last().unwrap_or(line.len());
    Span::new(start, start + end)
}
