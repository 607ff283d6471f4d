//! The elements that are open during a survey, by what they mean to marks within them.

use super::Survey;
use crate::annotate::sites::{Slot, Words, Writer};
use crate::ooxml::{Element, Fault, Namespace, Scanner, Token};

/// An open element.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) start: usize,
    pub(super) writer: Writer<'a>,
    /// The slot that ends with it.
    pub(super) slot: Option<usize>,
}

/// What an open element is to marks.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Paragraph(usize),
    /// A run, by its paragraph and place.
    Run(usize, usize),
    Words(Words<'a>),
    /// May hold marks, as a paragraph may.
    Holder,
    /// Holds what may hold marks: a content control.
    Passed,
    /// A tracked change whose words go.
    Deleted,
    /// A choice between forms of one thing; one was taken.
    Alternatives(bool),
    /// A footnote or endnote.
    Note,
    /// May hold no mark.
    Other,
}

impl<'a> Kind<'a> {
    pub(super) fn of(element: &Element<'a>, parent: Option<&Kind<'a>>) -> Self {
        match (element.namespace, element.name) {
            (Namespace::Word, "p") => Self::Paragraph(0),
            (Namespace::Word | Namespace::Math, "r") => Self::Run(0, 0),
            (Namespace::Word, "t" | "delText") | (Namespace::Math, "t") => Self::Words(Words::default()),
            (Namespace::Word, "footnote" | "endnote") => Self::Note,
            (Namespace::Word, "sdt") => Self::Passed,
            (Namespace::Word, "sdtContent") if matches!(parent, Some(Self::Passed)) => Self::Holder,
            (
                Namespace::Word,
                "hyperlink" | "ins" | "moveTo" | "smartTag" | "customXml" | "fldSimple" | "dir" | "bdo",
            ) => Self::Holder,
            (Namespace::Word, "del" | "moveFrom") => Self::Deleted,
            (Namespace::Compatibility, "AlternateContent") => Self::Alternatives(false),
            _ => Self::Other,
        }
    }
}

impl Survey<'_> {
    /// The slot of a run that starts at `start`, and whether it is the run itself that marks stand around; else it is the
    /// outermost element around it in which no mark may stand.
    pub(super) fn slot(&mut self, start: usize) -> (usize, bool) {
        let inner = self.frames.iter().rposition(|frame| matches!(frame.kind, Kind::Paragraph(_)));
        let first = inner.map_or(self.frames.len(), |paragraph| paragraph + 1);
        let (mut waiting, mut around) = (None, None);
        for (at, frame) in self.frames.iter().enumerate().skip(first) {
            match frame.kind {
                Kind::Holder => waiting = None,
                Kind::Passed => waiting = waiting.or(Some(at)),
                _ => {
                    around = Some(waiting.unwrap_or(at));
                    break;
                }
            }
        }
        let around = around.or(waiting);
        let parent = around.unwrap_or(self.frames.len()).checked_sub(1);
        let writer = parent.and_then(|parent| self.frames.get(parent)).map(|frame| frame.writer);
        let (new, writer) = (self.sites.slots.len(), writer.unwrap_or_default());
        let Some(frame) = around.and_then(|at| self.frames.get_mut(at)) else {
            self.sites.slots.push(Slot { before: start, after: start, writer });
            return (new, true);
        };
        let slot = *frame.slot.get_or_insert(new);
        if slot == new {
            self.sites.slots.push(Slot { before: frame.start, after: frame.start, writer });
        }
        (slot, false)
    }
}

/// The name that a tag is written with, its prefix included.
pub(super) fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').next().unwrap_or_default()
}

/// What makes the words of a content control one value, which Word writes anew.
const SINGLE: [&str; 8] =
    ["text", "dataBinding", "date", "dropDownList", "comboBox", "picture", "checkbox", "docPartList"];

/// The properties of a content control say that its words are one value.
pub(super) fn is_bound(properties: &str) -> Result<bool, Fault> {
    let mut scanner = Scanner::new(properties);
    while let Some(token) = scanner.next_token()? {
        // The prefixes are declared outside of what is read here.
        if let Token::Open(element) = token
            && scanner.depth() == 2
            && SINGLE.contains(&element.name)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
