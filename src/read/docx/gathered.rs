//! What was found on the way through a paper that is not text: told to its owner as notes, or as parts not read.

use std::collections::BTreeMap;

use super::comments::CommentPlace;
use crate::document::{Document, Leftover, LeftoverKind};
use crate::read::Revisions;

/// The two kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

/// A thing in a paper whose words cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Picture,
    Chart,
    Object,
    Import,
    Subdocument,
}

/// Tracked changes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Changes {
    insertions: usize,
    deletions: usize,
    moves: usize,
    /// Changes of paragraph marks, rows and cells.
    pub(super) marks: usize,
}

impl Changes {
    /// Counts the change that Word's element `name` marks.
    pub(super) fn count(&mut self, name: &str) {
        match name {
            "ins" => self.insertions += 1,
            "del" => self.deletions += 1,
            // A move has two ends.
            "moveTo" => self.moves += 1,
            _ => {}
        }
    }

    fn said(self) -> Option<String> {
        let counts = [
            (self.insertions, "insertion"),
            (self.deletions, "deletion"),
            (self.moves, "move"),
            (self.marks, "change of paragraphs or rows"),
        ];
        let told: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(counted).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

fn counted((count, noun): (usize, &str)) -> String {
    match noun.split_once(' ') {
        _ if count == 1 => format!("1 {noun}"),
        Some((first, rest)) => format!("{count} {first}s {rest}"),
        None => format!("{count} {noun}s"),
    }
}

/// Everything that was found; paragraphs are numbered from 1.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) revisions: Changes,
    pub(super) hidden_words: usize,
    /// Words in white letters, which may be hidden or stand on a dark ground.
    pub(super) white_words: usize,
    /// The paragraph of each placeholder, and its words.
    pub(super) placeholders: Vec<(usize, String)>,
    pub(super) has_contents: bool,
    pub(super) unknown_symbols: usize,
    pub(super) small_pictures: usize,
    pub(super) things: Vec<(Thing, usize)>,
    /// The paragraphs in which fields begin that kept words from being read and never end.
    pub(super) endless_fields: Vec<usize>,
    /// The notes that the words refer to, in order.
    pub(super) references: Vec<(NoteKind, String)>,
    /// Where the marks of comments stand, by the number of the comment.
    pub(super) comments: BTreeMap<String, CommentPlace>,
    /// What drafting left behind, with its paragraph.
    pub(super) leftovers: Vec<(LeftoverKind, usize)>,
}

impl Gathered {
    /// Adds what was found in a part whose paragraphs follow `before` others.
    pub(super) fn add(&mut self, other: Self, before: usize) {
        let Changes { insertions, deletions, moves, marks } = other.revisions;
        self.revisions.insertions += insertions;
        self.revisions.deletions += deletions;
        self.revisions.moves += moves;
        self.revisions.marks += marks;
        self.hidden_words += other.hidden_words;
        self.white_words += other.white_words;
        self.has_contents |= other.has_contents;
        self.unknown_symbols += other.unknown_symbols;
        self.small_pictures += other.small_pictures;
        self.placeholders.extend(other.placeholders.into_iter().map(|(at, words)| (at + before, words)));
        self.things.extend(other.things.into_iter().map(|(thing, at)| (thing, at + before)));
        self.endless_fields.extend(other.endless_fields.into_iter().map(|at| at + before));
        self.references.extend(other.references);
        self.leftovers.extend(other.leftovers.into_iter().map(|(kind, at)| (kind, at + before)));
        for (id, place) in other.comments {
            let moved = |(at, byte)| (at + before, byte);
            let CommentPlace { start, end, reference } = place;
            let reference = reference.map(|at| at + before);
            let place = CommentPlace { start: start.map(moved), end: end.map(moved), reference };
            self.comments.entry(id).or_insert(place);
        }
    }

    /// Notes that drafting left something in the paragraph `at`; once for each kind.
    pub(super) fn leave(&mut self, kind: LeftoverKind, at: usize) {
        if !self.leftovers.iter().rev().take_while(|(_, place)| *place == at).any(|(known, _)| *known == kind)
        {
            self.leftovers.push((kind, at));
        }
    }

    /// What drafting left behind; in headers and footers, which have no numbered paragraphs, without a place.
    pub(super) fn leftovers(&self, is_numbered: bool) -> impl Iterator<Item = Leftover> {
        let left = move |kind: LeftoverKind, at: usize, words: &str| Leftover {
            paragraph: is_numbered.then_some(at),
            ..Leftover::new(kind, words.trim())
        };
        let told = self.leftovers.iter().map(move |(kind, at)| left(*kind, *at, ""));
        told.chain(self.placeholders.iter().map(move |(at, words)| left(LeftoverKind::Blank, *at, words)))
    }

    /// Tells the owner of the paper.
    pub(super) fn tell(&self, document: &mut Document, view: Revisions) {
        document.notes.extend(self.notes(document, view));
        document.leftovers.extend(self.leftovers(true));
        document.unread.extend(self.unread(&document.text));
    }

    fn notes(&self, document: &Document, view: Revisions) -> Vec<String> {
        let changes = self.revisions.said().map(|changes| match view {
            Revisions::Final => {
                format!("tracked changes ({changes}) read as accepted; --revisions original reads them as rejected")
            }
            Revisions::Original => {
                format!("tracked changes ({changes}) read as rejected; --revisions final reads them as accepted")
            }
        });
        let told = |count: usize, noun: &str, done: &str| {
            (count > 0).then(|| format!("{} {done}", counted((count, noun))))
        };
        let placeholders = self.placeholders.iter().take(MOST_NAMED).map(|(at, words)| {
            format!("placeholder \"{}\" in paragraph {at} is not filled in, and left out", words.trim())
        });
        let others = document.comments.iter().filter(|comment| !comment.is_ours()).count();
        let broken = ["Error! Reference source not found", "Error! Bookmark not defined"]
            .iter()
            .map(|error| document.text.matches(error).count())
            .sum();
        let notes = [
            changes,
            told(self.hidden_words, "word", "of hidden text left out"),
            told(self.white_words, "word", "in white letters read like others"),
            self.has_contents.then(|| "table of contents or authorities left out".to_owned()),
            told(others, "comment", "beside the text not read"),
            told(document.comments.len() - others, "comment", "of Particulars beside the text"),
            told(self.small_pictures, "small picture", "(such as a signature or a logo) not read"),
            told(self.unknown_symbols, "symbol", "of a font of its own shown as \u{fffd}"),
            told(broken, "cross-reference", "broken (\"Error! ...\")"),
        ];
        notes.into_iter().flatten().chain(placeholders).collect()
    }

    fn unread(&self, text: &str) -> Vec<String> {
        let mut places: BTreeMap<Thing, Vec<usize>> = BTreeMap::new();
        for (thing, at) in &self.things {
            places.entry(*thing).or_default().push(*at);
        }
        let things = places.into_iter().map(|(thing, places)| {
            let what = match thing {
                Thing::Picture => "picture",
                Thing::Chart => "chart or diagram",
                Thing::Object => "embedded object or form control",
                Thing::Import => "document that is inserted as a file",
                Thing::Subdocument => "subdocument",
            };
            format!("the words of a {what} are not read ({})", listed(&places))
                .replace("a embedded", "an embedded")
        });
        let fields = (!self.endless_fields.is_empty()).then(|| {
            format!("a field has no end, and what follows it is not read ({})", listed(&self.endless_fields))
        });
        let is_picture = text.trim().is_empty() && self.small_pictures > 0;
        let whole = is_picture.then(|| "the paper holds pictures and no words".to_owned());
        things.chain(fields).chain(whole).collect()
    }
}

/// The most places and placeholders that are named.
const MOST_NAMED: usize = 12;

/// `paragraph 4`, `paragraphs 4, 7 and 9 more`.
fn listed(places: &[usize]) -> String {
    let mut places = places.to_vec();
    places.dedup();
    let named: Vec<String> = places.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let noun = if places.len() == 1 { "paragraph" } else { "paragraphs" };
    match places.len().checked_sub(MOST_NAMED) {
        Some(more @ 1..) => format!("{noun} {} and {more} more", named.join(", ")),
        _ => format!("{noun} {}", named.join(", ")),
    }
}
