//! The comments beside the text: who wrote them, where they stand, what they answer, and which findings they keep.

use std::collections::{BTreeMap, HashMap};

use super::first;
use crate::document::{Comment, Document, Leftover, LeftoverKind, Suppression};
use crate::mark::Mark;
use crate::ooxml::{Fault, Package, Remark, Tie, remarks, ties};

/// Where the marks of a comment stand: the paragraph, counted from 1, and the bytes of its words before them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CommentPlace {
    pub(super) start: Option<(usize, usize)>,
    pub(super) end: Option<(usize, usize)>,
    /// The paragraph of the mark that refers to it.
    pub(super) reference: Option<usize>,
}

impl CommentPlace {
    fn paragraph(self) -> Option<usize> {
        self.start.map(|(paragraph, _)| paragraph).or(self.reference)
    }

    /// It stands on the same words.
    fn is_same(self, other: Self) -> bool {
        self.start.is_some() && (self.start, self.end) == (other.start, other.end)
    }
}

/// The comments of the paper, whose marks stand at `places`.
pub(super) fn comments(
    package: &mut Package,
    places: &BTreeMap<String, CommentPlace>,
) -> Result<Vec<Comment>, Fault> {
    let Some(xml) = first(package, "comments")? else { return Ok(Vec::new()) };
    let remarks = remarks(&xml)?;
    let ties = match first(package, "commentsExtended")? {
        Some(xml) => ties(&xml)?,
        None => Vec::new(),
    };
    let ties: HashMap<&str, &Tie> =
        ties.iter().filter_map(|tie| Some((tie.paragraph_id.as_deref()?, tie))).collect();
    let by_paragraph: HashMap<&str, usize> = remarks
        .iter()
        .enumerate()
        .filter_map(|(at, remark)| Some((remark.paragraph_id.as_deref()?, at)))
        .collect();
    let place = |remark: &Remark| places.get(&remark.id).copied().unwrap_or_default();
    let mut found: Vec<Comment> = Vec::with_capacity(remarks.len());
    // Those of ours that stand on the words which start at a place.
    let mut ours: HashMap<(usize, usize), usize> = HashMap::new();
    for (at, remark) in remarks.iter().enumerate() {
        let tie = remark.paragraph_id.as_deref().and_then(|id| ties.get(id));
        let parent = tie.and_then(|tie| by_paragraph.get(tie.parent.as_deref()?).copied());
        let fingerprints = Mark::of(remark).map(|mark| mark.fingerprints).unwrap_or_default();
        let stands = place(remark);
        let beside = stands.start.and_then(|start| ours.get(&start).copied());
        let beside =
            beside.filter(|before| place(&remarks[*before]).is_same(stands) && fingerprints.is_empty());
        if let Some(start) = stands.start.filter(|_| !fingerprints.is_empty()) {
            ours.insert(start, at);
        }
        found.push(Comment {
            author: remark.author.clone(),
            words: remark.paragraphs.join("\n"),
            fingerprints,
            paragraph: stands.paragraph(),
            answers: parent
                .filter(|parent| *parent != at)
                .or(beside.filter(|_| keeps(&remark.paragraphs.join("\n")).is_some())),
            is_resolved: tie.is_some_and(|tie| tie.is_done),
        });
    }
    Ok(found)
}

/// The reason that an answer gives for keeping what a comment speaks of; `None` if it does not begin with "keep:".
fn keeps(words: &str) -> Option<&str> {
    let words = words.trim();
    let is_keep = words.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("keep"));
    words.get(4..).filter(|_| is_keep)?.trim_start().strip_prefix(':').map(str::trim)
}

/// What the paper's owner says beside it of findings that are to stay.
pub(super) fn suppressions(comments: &[Comment]) -> Vec<Suppression> {
    let mut replies: HashMap<usize, Vec<&Comment>> = HashMap::new();
    for comment in comments.iter().filter(|comment| !comment.is_ours()) {
        if let Some(parent) = comment.answers {
            replies.entry(parent).or_default().push(comment);
        }
    }
    let mut found = Vec::new();
    for (at, comment) in comments.iter().enumerate().filter(|(_, comment)| comment.is_ours()) {
        let replies = replies.get(&at).map(Vec::as_slice).unwrap_or_default();
        let kept = replies.iter().rev().find_map(|reply| keeps(&reply.words));
        let said = replies.last().map_or("resolved in Word", |reply| reply.words.trim());
        let reason = match kept {
            Some("") => "no reason given",
            Some(reason) => reason,
            None if comment.is_resolved => said,
            None => continue,
        };
        let place =
            comment.paragraph.map(|paragraph| format!(" in paragraph {paragraph}")).unwrap_or_default();
        found.extend(comment.fingerprints.iter().map(|fingerprint| Suppression {
            fingerprint: fingerprint.clone(),
            reason: reason.to_owned(),
            source: format!("a comment{place}"),
        }));
    }
    found
}

/// Gives `document` its comments, and what they say and are.
pub(super) fn tell(document: &mut Document, comments: Vec<Comment>) {
    document.suppressions = suppressions(&comments);
    document.leftovers.extend(comments.iter().map(|comment| {
        let left = if comment.is_ours() {
            Leftover::new(LeftoverKind::Mark, "")
        } else {
            Leftover::new(LeftoverKind::Comment, format!("{}: {}", comment.author, comment.words))
        };
        Leftover { paragraph: comment.paragraph, ..left }
    }));
    document.comments = comments;
}
