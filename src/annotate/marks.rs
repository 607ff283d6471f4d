//! The marks of comments in a story: where a comment starts and ends, and the runs that are parted for it.

use std::collections::{BTreeMap, BTreeSet};

use super::sites::{Piece, Refers, Run, Sites, Words, Writer};
use crate::ooxml::Edits;

/// A place in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) paragraph: usize,
    pub(super) run: usize,
    /// Characters of the run before it; more than the run has stand for its end.
    pub(super) character: usize,
}

/// What a comment stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// From the character at one place up to the other place.
    Words(Place, Place),
    /// A paragraph in which there is nothing to stand on.
    Paragraph(usize),
}

/// Where a mark is written.
#[derive(Debug, Clone)]
struct Cut<'a> {
    at: usize,
    writer: Writer<'a>,
    /// What ends the run before the mark, and opens it again after it; empty where no run is parted.
    close: String,
    open: String,
    /// The piece that is parted.
    parted: Option<(usize, usize, usize)>,
}

/// What is written at one place.
#[derive(Debug, Default)]
struct Joint {
    close: String,
    ends: String,
    starts: String,
    open: String,
}

/// Gathers the marks of comments in a story.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    source: &'a str,
    sites: &'a Sites<'a>,
    /// The style of the mark that refers to a comment.
    style: Option<String>,
    joints: BTreeMap<usize, Joint>,
    parted: BTreeSet<(usize, usize, usize)>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(source: &'a str, sites: &'a Sites<'a>, style: Option<String>) -> Self {
        Self { source, sites, style, joints: BTreeMap::new(), parted: BTreeSet::new() }
    }

    /// Sees that a comment on `reach` starts before it ends; false if it can stand nowhere.
    pub(super) fn settle(&self, reach: &mut Reach) -> bool {
        if let Reach::Words(first, last) = reach {
            let (Some(start), Some(end)) = (self.cut(*first, false), self.cut(*last, true)) else {
                return false;
            };
            if end.at <= start.at {
                *last = Place { character: usize::MAX, ..*first };
            }
        }
        true
    }

    /// The byte at which a comment on `reach` starts.
    pub(super) fn start(&self, reach: Reach) -> usize {
        match reach {
            Reach::Words(first, _) => self.cut(first, false).map_or(0, |cut| cut.at),
            Reach::Paragraph(index) => {
                self.sites.paragraphs.get(index).map_or(0, |paragraph| paragraph.start)
            }
        }
    }

    /// The byte at which it ends.
    pub(super) fn end(&self, reach: Reach) -> usize {
        match reach {
            Reach::Words(_, last) => self.cut(last, true).map_or(0, |cut| cut.at),
            Reach::Paragraph(_) => self.start(reach),
        }
    }

    /// Marks `reach` with the comment of this number.
    pub(super) fn add(&mut self, reach: Reach, id: &str) {
        let told = [("id", id)];
        match reach {
            Reach::Words(first, last) => {
                let (Some(first), Some(last)) = (self.cut(first, false), self.cut(last, true)) else {
                    return;
                };
                let start = first.writer.element("commentRangeStart", &told, "");
                let end =
                    last.writer.element("commentRangeEnd", &told, "") + &self.reference(last.writer, id);
                self.joint(first).starts.push_str(&start);
                self.joint(last).ends.push_str(&end);
            }
            Reach::Paragraph(index) => {
                let Some(paragraph) = self.sites.paragraphs.get(index) else { return };
                let writer = paragraph.writer;
                let marks =
                    ["commentRangeStart", "commentRangeEnd"].map(|name| writer.element(name, &told, ""));
                let marks = marks.concat() + &self.reference(writer, id);
                let at = paragraph.empty.as_ref().map_or(paragraph.start, |empty| empty.start);
                self.joints.entry(at).or_default().starts.push_str(&marks);
            }
        }
    }

    /// The run that refers to a comment.
    fn reference(&self, writer: Writer<'_>, id: &str) -> String {
        let within = writer.within();
        let style = self.style.as_deref().map(|style| within.element("rStyle", &[("val", style)], ""));
        let properties = style.map(|style| within.element("rPr", &[], &style)).unwrap_or_default();
        writer.element("r", &[], &(properties + &within.element("commentReference", &[("id", id)], "")))
    }

    fn joint(&mut self, cut: Cut<'_>) -> &mut Joint {
        self.parted.extend(cut.parted);
        let joint = self.joints.entry(cut.at).or_default();
        if joint.close.is_empty() {
            (joint.close, joint.open) = (cut.close, cut.open);
        }
        joint
    }

    /// Where the mark at `place` is written; `is_end` says that the mark ends words there.
    fn cut(&self, place: Place, is_end: bool) -> Option<Cut<'a>> {
        let run = self.sites.paragraphs.get(place.paragraph)?.runs.get(place.run)?;
        let slot = self.sites.slots.get(run.slot)?;
        let at = if is_end { slot.after } else { slot.before };
        let beside = Cut { at, writer: slot.writer, close: String::new(), open: String::new(), parted: None };
        let length = run.length();
        let character = place.character.min(length);
        let (is_at_edge, in_code) =
            if is_end { (character == length, run.in_code.1) } else { (character == 0, run.in_code.0) };
        if !run.is_plain || length == 0 || (is_at_edge && !in_code) {
            return Some(beside);
        }
        let holds = |piece: &&Piece<'_>| {
            let passed = character - usize::from(is_end && character > 0);
            (piece.start..piece.start + piece.length).contains(&passed)
        };
        let Some((index, piece)) = run.pieces.iter().enumerate().find(|(_, piece)| holds(piece)) else {
            return Some(beside);
        };
        let close = format!("</{}>", run.name);
        let open = format!("{}{}", run.tag, run.properties);
        let offset = character - piece.start;
        if offset == 0 || offset == piece.length {
            let at = if is_end { piece.bytes.end } else { piece.bytes.start };
            return Some(Cut { at, close, open, ..beside });
        }
        let words = piece.words.as_ref()?;
        let (at, is_raw) = inside(words, offset, self.source)?;
        let (raw_end, raw_start) = if is_raw { ("]]>", "<![CDATA[") } else { ("", "") };
        let close = format!("{raw_end}</{}>{close}", words.name);
        let open = format!("{open}{}{raw_start}", keeping(words));
        Some(Cut { at, close, open, parted: Some((place.paragraph, place.run, index)), ..beside })
    }

    /// Adds what is to be written to `edits`.
    pub(super) fn write(self, edits: &mut Edits) {
        let Self { source, sites, joints, parted, .. } = self;
        let empty: BTreeMap<usize, _> = sites
            .paragraphs
            .iter()
            .filter_map(|paragraph| {
                paragraph.empty.clone().map(|empty| (empty.start, (empty, paragraph.name)))
            })
            .collect();
        for (at, Joint { close, ends, starts, open }) in joints {
            let written = close + &ends + &starts + &open;
            match empty.get(&at) {
                Some((range, name)) => edits.replace(range.clone(), format!(">{written}</{name}>")),
                None => edits.insert(at, written),
            }
        }
        for (paragraph, run, piece) in parted {
            let piece = &sites.paragraphs[paragraph].runs[run].pieces[piece];
            if let Some(words) = piece.words.as_ref().filter(|words| !words.keeps_blanks) {
                keep_blanks(piece, words, source, edits);
            }
        }
    }
}

/// The byte between the characters of an element of words before which `offset` of them stand, and whether it lies within
/// characters that stand for themselves.
fn inside(words: &Words<'_>, offset: usize, source: &str) -> Option<(usize, bool)> {
    let mut before = 0;
    for stretch in &words.stretches {
        let within = offset - before;
        if within == 0 && !stretch.is_raw {
            return Some((stretch.bytes.start, false));
        }
        if within < stretch.length {
            let written = source.get(stretch.bytes.clone())?;
            let passed = if stretch.is_literal { written.char_indices().nth(within)?.0 } else { 0 };
            return Some((stretch.bytes.start + passed, stretch.is_raw));
        }
        before += stretch.length;
    }
    None
}

/// The tag of an element of words that keeps the blanks at its ends.
fn keeping(words: &Words<'_>) -> String {
    if words.keeps_blanks {
        return words.tag.to_owned();
    }
    let tag = words.tag.trim_end_matches('>');
    let tag = match tag.find("xml:space") {
        // "default", which is what an element without it says.
        Some(at) => {
            let rest = tag[at..].splitn(3, ['"', '\'']).nth(2).unwrap_or_default();
            format!("{}{rest}", tag[..at].trim_end())
        }
        None => tag.to_owned(),
    };
    format!("{tag} xml:space=\"preserve\">")
}

/// Makes an element that is parted keep the blanks at its ends, without those that it did not show before.
fn keep_blanks(piece: &Piece<'_>, words: &Words<'_>, source: &str, edits: &mut Edits) {
    let start = piece.bytes.start + words.tag.len();
    let end = source[piece.bytes.clone()].rfind("</").map_or(piece.bytes.end, |at| piece.bytes.start + at);
    edits.replace(piece.bytes.start..start, keeping(words));
    if let (Some(first), Some(last)) = (words.stretches.first(), words.stretches.last()) {
        for blank in [start..first.bytes.start, last.bytes.end..end] {
            if !blank.is_empty() {
                edits.remove(blank);
            }
        }
    }
}

/// The run of a paragraph that a mark for the whole of it stands around.
pub(super) fn first_run(runs: &[Run<'_>]) -> Option<usize> {
    let is_seen = |run: &&Run<'_>| !run.is_unseen && run.refers != Refers::ToComment;
    let has_words = |run: &Run<'_>| is_seen(&run) && run.length() > 0;
    runs.iter()
        .position(has_words)
        .or_else(|| runs.iter().position(|run| is_seen(&run) && run.in_code == (false, false)))
}
