//! The survey of a story: the same paragraphs and runs that [`crate::read`] counts, with the bytes of each.

mod fields;
mod frames;
mod words;

use super::sites::{Paragraph, Refers, Run, Sites, Writer};
use crate::ooxml::{Element, Fault, Namespace, Scanner, Token};
use frames::{Frame, Kind};

/// What properties hold is no story.
const PROPERTIES: [&str; 16] = [
    "pPr",
    "rPr",
    "tcPr",
    "trPr",
    "sdtPr",
    "ffData",
    "tblPr",
    "tblPrEx",
    "tblGrid",
    "sectPr",
    "sdtEndPr",
    "customXmlPr",
    "smartTagPr",
    "rt",
    "pPrChange",
    "rPrChange",
];

/// Runs whose looks take more bytes than this are not parted.
const LARGEST_LOOKS: usize = 16 << 10;

/// Surveys the part `xml`.
pub(super) fn survey(xml: &str) -> Result<Sites<'_>, Fault> {
    let mut survey = Survey { source: xml, ..Survey::default() };
    let mut scanner = Scanner::new(xml);
    while let Some(token) = scanner.next_token()? {
        match token {
            Token::Open(element) => survey.open(&element, &mut scanner)?,
            Token::Close => survey.close(&scanner),
            Token::Text(text) => survey.text(&text, &scanner),
        }
    }
    Ok(survey.sites)
}

#[derive(Default)]
struct Survey<'a> {
    source: &'a str,
    sites: Sites<'a>,
    frames: Vec<Frame<'a>>,
    /// For each open field, whether its code is being read; and how many of them are.
    fields: Vec<bool>,
    codes: usize,
    /// The comment that was referred to last.
    reference: String,
}

impl<'a> Survey<'a> {
    fn open(&mut self, element: &Element<'a>, scanner: &mut Scanner<'a>) -> Result<(), Fault> {
        if self.passes_over(element, scanner)? {
            return Ok(());
        }
        let at = scanner.at();
        let kind = Kind::of(element, self.frames.last().map(|frame| &frame.kind));
        let writer = Writer::at(element, scanner);
        let mut frame = Frame { kind, start: at.start, writer, slot: None };
        match frame.kind {
            Kind::Paragraph(_) => frame.kind = Kind::Paragraph(self.start_paragraph(element, scanner)),
            Kind::Run(..) => {
                let slot = self.slot(at.start);
                frame.kind = self.start_run(element, scanner, slot);
                // Where the run is itself what marks stand around, its end is the slot's.
                frame.slot = slot.1.then_some(slot.0);
            }
            Kind::Words(_) => frame.kind = Kind::Words(words::start(element, scanner)),
            Kind::Note => {
                let id = element.attribute("id").unwrap_or_default().into_owned();
                self.sites.notes.push((self.sites.paragraphs.len(), id));
            }
            Kind::Other | Kind::Holder | Kind::Passed | Kind::Deleted | Kind::Alternatives(_) => {
                if element.namespace == Namespace::Word {
                    self.leaf(element, scanner);
                }
            }
        }
        self.frames.push(frame);
        Ok(())
    }

    /// Reads what is no story to its end: properties, and all but the first of several forms of one thing.
    fn passes_over(&mut self, element: &Element<'a>, scanner: &mut Scanner<'a>) -> Result<bool, Fault> {
        let start = scanner.at().start;
        if let Some(Frame { kind: Kind::Alternatives(is_taken), .. }) = self.frames.last_mut()
            && element.namespace == Namespace::Compatibility
            && element.name != "AlternateContent"
            && std::mem::replace(is_taken, true)
        {
            scanner.skip()?;
            return Ok(true);
        }
        if element.namespace != Namespace::Word || !PROPERTIES.contains(&element.name) {
            return Ok(false);
        }
        scanner.skip()?;
        let written = scanner.since(start);
        match self.frames.last_mut().map(|frame| &mut frame.kind) {
            Some(Kind::Paragraph(index)) if element.name == "pPr" => {
                if let Some(paragraph) = self.sites.paragraphs.get_mut(*index) {
                    paragraph.start = scanner.at().end;
                }
            }
            Some(Kind::Run(paragraph, run)) if element.name == "rPr" => {
                let place = (*paragraph, *run);
                if let Some(run) = self.run(place).filter(|run| run.pieces.is_empty()) {
                    run.properties = written;
                }
            }
            Some(kind @ Kind::Passed) if element.name == "sdtPr" && frames::is_bound(written)? => {
                *kind = Kind::Other;
            }
            _ => {}
        }
        Ok(true)
    }

    fn start_paragraph(&mut self, element: &Element<'a>, scanner: &Scanner<'a>) -> usize {
        let at = scanner.at();
        let host = self.open_run().map(|(paragraph, run)| {
            self.sites.paragraphs.get(paragraph).and_then(|outer| outer.host).unwrap_or((paragraph, run))
        });
        // A run that holds a text box stands for all that is in the box, and is not parted.
        if let Some(outer) = host.and_then(|place| self.run(place)) {
            outer.is_plain = false;
        }
        let tag = self.source.get(at.clone()).unwrap_or_default();
        self.sites.paragraphs.push(Paragraph {
            runs: Vec::new(),
            start: at.end,
            empty: tag.ends_with("/>").then_some(at.end - 2..at.end),
            writer: Writer::at(element, scanner),
            name: frames::name(tag),
            host,
        });
        self.sites.paragraphs.len() - 1
    }

    fn start_run(&mut self, element: &Element<'a>, scanner: &Scanner<'a>, slot: (usize, bool)) -> Kind<'a> {
        let at = scanner.at();
        let open = self.frames.iter().rev().find_map(|frame| match frame.kind {
            Kind::Paragraph(index) => Some(index),
            _ => None,
        });
        let is_deleted = self.frames.iter().any(|frame| matches!(frame.kind, Kind::Deleted));
        let code = self.codes > 0;
        let outer = self.open_run_here();
        if let Some(outer) = outer.and_then(|place| self.run(place)) {
            outer.is_plain = false;
        }
        let Some(index) = open else { return Kind::Other };
        let tag = self.source.get(at.clone()).unwrap_or_default();
        let runs = &mut self.sites.paragraphs[index].runs;
        runs.push(Run {
            bytes: at,
            tag,
            name: frames::name(tag),
            slot: slot.0,
            is_plain: slot.1 && element.namespace == Namespace::Word && !tag.ends_with("/>"),
            is_unseen: is_deleted,
            in_code: (code, code),
            ..Run::default()
        });
        Kind::Run(index, runs.len() - 1)
    }

    fn run(&mut self, (paragraph, run): (usize, usize)) -> Option<&mut Run<'a>> {
        self.sites.paragraphs.get_mut(paragraph)?.runs.get_mut(run)
    }

    /// The innermost run that is open, whatever stands between.
    fn open_run(&self) -> Option<(usize, usize)> {
        self.frames.iter().rev().find_map(|frame| match frame.kind {
            Kind::Run(paragraph, run) => Some((paragraph, run)),
            _ => None,
        })
    }

    /// The innermost run that is open in the paragraph that is.
    fn open_run_here(&self) -> Option<(usize, usize)> {
        let inner = self.frames.iter().rev().take_while(|frame| !matches!(frame.kind, Kind::Paragraph(_)));
        inner.into_iter().find_map(|frame| match frame.kind {
            Kind::Run(paragraph, run) => Some((paragraph, run)),
            _ => None,
        })
    }

    fn close(&mut self, scanner: &Scanner<'a>) {
        let Some(frame) = self.frames.pop() else { return };
        let end = scanner.at().end;
        if let Some(slot) = frame.slot.and_then(|slot| self.sites.slots.get_mut(slot)) {
            slot.after = end;
        }
        match frame.kind {
            Kind::Run(paragraph, run) => self.close_run((paragraph, run), end),
            Kind::Words(words) => self.add_words(words, frame.start..end),
            _ => {}
        }
    }

    fn close_run(&mut self, place: (usize, usize), end: usize) {
        let code = self.codes > 0;
        if let Some(run) = self.run(place) {
            run.bytes.end = end;
            run.in_code.1 = code;
            run.is_unseen |= run.in_code == (true, true);
            // What is parted is opened again with all that is said of its looks.
            run.is_plain &= run.tag.len() + run.properties.len() <= LARGEST_LOOKS;
            // One that refers to a note stands for the whole note.
            run.is_plain &= run.refers != Refers::ToNote || run.pieces.is_empty();
        }
        self.settle_reference(place);
    }
}
