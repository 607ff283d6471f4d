//! Elements of a run that stand for one character or for none, and the fields that they open and end.

use std::ops::Range;

use super::Survey;
use super::frames::{Kind, name};
use crate::annotate::sites::{Piece, Refers};
use crate::ooxml::{Element, Scanner};

impl<'a> Survey<'a> {
    /// Takes an element of Word's that is no container of words.
    pub(super) fn leaf(&mut self, element: &Element<'a>, scanner: &Scanner<'a>) {
        let at = scanner.at();
        let id = || element.attribute("id").unwrap_or_default().into_owned();
        if matches!(element.name, "commentRangeStart" | "commentRangeEnd") {
            let end = self.end_of(at.end);
            self.sites.marks.entry(id()).or_default().push(at.start..end);
            return;
        }
        let Some(&Kind::Run(paragraph, run)) = self.frames.last().map(|frame| &frame.kind) else { return };
        match element.name {
            "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" | "sym" => {
                self.add_piece((paragraph, run), at);
            }
            "fldChar" => self.field_mark(element),
            "footnoteReference" | "endnoteReference" => {
                let kind = element.name == "endnoteReference";
                self.sites.references.entry((kind, id())).or_insert((paragraph, run));
                self.run((paragraph, run)).into_iter().for_each(|run| run.refers = Refers::ToNote);
            }
            "commentReference" => {
                let end = self.end_of(at.end);
                self.reference = id();
                self.sites.marks.entry(id()).or_default().push(at.start..end);
            }
            _ => {}
        }
    }

    fn add_piece(&mut self, place: (usize, usize), bytes: Range<usize>) {
        let bytes = bytes.start..self.end_of(bytes.end);
        if let Some(run) = self.run(place) {
            let start = run.length();
            run.pieces.push(Piece { bytes, start, length: 1, words: None });
        }
    }

    /// The end of an element whose tag ends at `end` and that holds nothing, though it may have an end of its own.
    fn end_of(&self, end: usize) -> usize {
        let is_whole = self.source[..end].ends_with("/>");
        let rest = self.source.get(end..).unwrap_or_default();
        match rest.find('>').filter(|_| !is_whole && rest.starts_with("</")) {
            Some(close) => end + close + 1,
            None => end,
        }
    }

    fn field_mark(&mut self, element: &Element<'a>) {
        if self.frames.iter().any(|frame| matches!(frame.kind, Kind::Deleted)) {
            return;
        }
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(true);
                self.codes += 1;
            }
            Some("separate") => {
                let is_code = self.fields.last_mut().is_some_and(std::mem::take);
                self.codes -= usize::from(is_code);
            }
            Some("end") => self.codes -= usize::from(self.fields.pop().unwrap_or_default()),
            _ => {}
        }
    }

    /// A run that only refers to a comment goes whole when the comment does.
    pub(super) fn settle_reference(&mut self, place: (usize, usize)) {
        let reference = std::mem::take(&mut self.reference);
        let source = self.source;
        let Some(run) = self.run(place).filter(|run| run.pieces.is_empty()) else { return };
        let whole = run.bytes.clone();
        let inner = source.get(whole.start + run.tag.len()..whole.end).unwrap_or_default().trim_start();
        let content = inner.strip_prefix(run.properties).unwrap_or(inner).trim_start();
        let Some(end) = content.find('>').map(|end| end + 1) else { return };
        let (element, rest) = (&content[..end], content[end..].trim());
        let is_reference = name(element).rsplit(':').next() == Some("commentReference");
        let is_alone = rest.starts_with("</") && rest.find('>') == Some(rest.len() - 1);
        if !is_reference || !element.ends_with("/>") || !is_alone {
            return;
        }
        run.refers = Refers::ToComment;
        if let Some(bytes) = self.sites.marks.get_mut(&reference).and_then(|marks| marks.last_mut()) {
            *bytes = whole;
        }
    }
}
