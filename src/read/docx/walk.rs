//! The walk over a story's tokens: what is shown becomes paragraphs and tables, the rest is counted.
//! Open elements stand on a stack of scopes; nothing here recurses.

mod fields;
mod leaves;
mod pictures;
mod scopes;
mod tables;

use std::mem;

use super::gathered::Gathered;
use super::paper::{Bit, Cell, Chunk, Paragraph, Row, Table, joined};
use super::properties::{self, RunProperties};
use super::styles::Styles;
use super::symbols;
use crate::document::LeftoverKind;
use crate::ooxml::{Fault, Scanner, Token};
use crate::read::Revisions;
use fields::Field;
use scopes::Scope;

/// A note of a part with notes: its id, and what it says.
pub(super) type Note = (String, Vec<Chunk>);

/// What was read of one part.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) chunks: Vec<Chunk>,
    /// The notes, if the part holds notes.
    pub(super) notes: Vec<Note>,
    /// How many paragraphs the part has.
    pub(super) paragraphs: usize,
    pub(super) gathered: Gathered,
}

/// Reads the part `xml`.
pub(super) fn story(xml: &str, styles: &Styles, view: Revisions) -> Result<Story, Fault> {
    let mut walk = Walk::new(styles, view);
    let mut scanner = Scanner::new(xml);
    while let Some(token) = scanner.next_token()? {
        match token {
            Token::Open(element) => walk.open(&element, &mut scanner)?,
            Token::Close => walk.close(),
            Token::Text(text) => walk.text(&text),
        }
    }
    walk.end_fields();
    let chunks = match walk.containers.into_iter().next() {
        Some(Container::Chunks(chunks)) => joined(chunks),
        _ => Vec::new(),
    };
    Ok(Story { chunks, notes: walk.notes, paragraphs: walk.paragraphs, gathered: walk.gathered })
}

/// What is under construction.
#[derive(Debug)]
enum Container {
    Chunks(Vec<Chunk>),
    Paragraph(Box<Paragraph>),
    Table(Table),
    Row(Row),
    Cell(Cell),
}

/// The run that is open.
#[derive(Debug, Default)]
struct Run {
    /// Where it stands among the runs of its paragraph.
    index: usize,
    /// Characters of it so far, shown or not.
    characters: usize,
    properties: RunProperties,
    is_hidden: bool,
}

struct Walk<'a> {
    styles: &'a Styles,
    view: Revisions,
    scopes: Vec<Scope>,
    containers: Vec<Container>,
    notes: Vec<Note>,
    paragraphs: usize,
    run: Run,
    /// How many runs each open paragraph has had; the innermost is last.
    runs: Vec<usize>,
    fields: Vec<Field>,
    /// How many of the open fields keep words from being read.
    hiding: usize,
    /// Open tracked changes that the view does not show.
    revised: usize,
    /// The words of the placeholder that is open.
    placeholder: Option<String>,
    gathered: Gathered,
}

impl<'a> Walk<'a> {
    fn new(styles: &'a Styles, view: Revisions) -> Self {
        Self {
            styles,
            view,
            scopes: Vec::new(),
            containers: vec![Container::Chunks(Vec::new())],
            notes: Vec::new(),
            paragraphs: 0,
            run: Run::default(),
            runs: Vec::new(),
            fields: Vec::new(),
            hiding: 0,
            revised: 0,
            placeholder: None,
            gathered: Gathered::default(),
        }
    }

    /// The paragraph that is open.
    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.containers.last_mut() {
            Some(Container::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    fn style(&self) -> Option<&str> {
        match self.containers.last() {
            Some(Container::Paragraph(paragraph)) => paragraph.properties.style.as_deref(),
            _ => None,
        }
    }

    fn start_run(&mut self) {
        let index = self.runs.last_mut().map_or(0, |runs| {
            *runs += 1;
            *runs - 1
        });
        let is_hidden = self.styles.hides(self.style(), None);
        self.run = Run { index, is_hidden, ..Run::default() };
    }

    fn style_run(&mut self, properties: RunProperties) {
        let by_style = self.styles.hides(self.style(), properties.style.as_deref());
        self.run.is_hidden = properties.is_hidden.unwrap_or(by_style);
        self.run.properties = properties;
    }

    /// Characters between tags: words, if they stand where words do.
    fn text(&mut self, text: &str) {
        match self.scopes.last_mut() {
            Some(Scope::Words { words, .. }) => words.push_str(text),
            Some(Scope::Code) => self.code(text),
            _ => {}
        }
    }

    /// Takes the words of a run.
    fn write_words(&mut self, words: &str) {
        let font = self.run.properties.font.as_deref().unwrap_or_default();
        if words.contains(symbols::is_private) {
            let mut unknown = 0;
            let told = |character: char| {
                if !symbols::is_private(character) {
                    return character;
                }
                symbols::symbol(font, u32::from(character)).unwrap_or_else(|| {
                    unknown += 1;
                    char::REPLACEMENT_CHARACTER
                })
            };
            let words: String = words.chars().map(told).collect();
            self.gathered.unknown_symbols += if self.is_shown() { unknown } else { 0 };
            self.write(&words);
        } else {
            self.write(words);
        }
    }

    /// Takes characters of a run, one for each that the run has.
    fn write(&mut self, words: &str) {
        let (character, length) = (self.run.characters, words.chars().count());
        self.run.characters += length;
        if self.revised > 0 || self.hiding > 0 {
            self.pass_over(words);
            return;
        }
        if self.run.is_hidden {
            self.gathered.hidden_words += words.split_whitespace().count();
            if !words.trim().is_empty() {
                self.gathered.leave(LeftoverKind::Hidden, self.paragraphs);
            }
            return;
        }
        if let Some(placeholder) = &mut self.placeholder {
            placeholder.push_str(words);
            return;
        }
        if self.run.properties.is_white {
            self.gathered.white_words += words.split_whitespace().count();
        }
        self.note_weight(words);
        let run = self.run.index;
        if let Some(paragraph) = self.paragraph() {
            let (at, index) = (paragraph.text.len(), paragraph.index);
            let last = paragraph.bits.last_mut();
            let same = last.filter(|bit| {
                (bit.run, bit.paragraph, bit.character + bit.length) == (run, index, character)
            });
            match same {
                Some(bit) => bit.length += length,
                None => paragraph.bits.push(Bit { at, paragraph: index, run, character, length }),
            }
            paragraph.text.push_str(words);
        }
    }

    /// Marks the open cell as one that is not all in bold.
    fn note_weight(&mut self, words: &str) {
        let by_style = || self.styles.is_bold(self.style(), self.run.properties.style.as_deref());
        let is_plain = || !self.run.properties.is_bold.unwrap_or_else(by_style);
        let in_cell = self.containers.iter().rev().any(|container| matches!(container, Container::Cell(_)));
        if in_cell
            && !words.trim().is_empty()
            && is_plain()
            && let Some(cell) = self.cell()
        {
            cell.is_plain = true;
        }
    }

    /// What is read now is seen by a reader of the chosen view.
    fn is_shown(&self) -> bool {
        self.revised == 0 && !self.run.is_hidden && self.placeholder.is_none() && self.hiding == 0
    }

    /// Puts a finished paragraph or table where it belongs.
    fn attach(&mut self, chunk: Chunk) {
        for container in self.containers.iter_mut().rev() {
            match container {
                Container::Chunks(chunks) => return chunks.push(chunk),
                Container::Cell(cell) => return cell.chunks.push(chunk),
                Container::Paragraph(paragraph) => return paragraph.boxes.push(chunk),
                Container::Table(_) | Container::Row(_) => {}
            }
        }
    }

    /// Takes the innermost container off the stack, and puts it where it belongs.
    fn finish(&mut self) {
        if self.containers.len() < 2 {
            return;
        }
        match self.containers.pop() {
            Some(Container::Paragraph(paragraph)) => {
                self.runs.pop();
                self.attach(Chunk::Paragraph(paragraph));
            }
            Some(Container::Table(table)) => self.attach(Chunk::Table(table)),
            Some(Container::Chunks(chunks)) => {
                for chunk in joined(chunks) {
                    self.attach(chunk);
                }
            }
            Some(Container::Row(row)) => match self.containers.last_mut() {
                Some(Container::Table(table)) => table.rows.push(row),
                _ => row.cells.into_iter().flat_map(|cell| cell.chunks).for_each(|chunk| self.attach(chunk)),
            },
            Some(Container::Cell(mut cell)) => {
                cell.chunks = joined(mem::take(&mut cell.chunks));
                match self.containers.last_mut() {
                    Some(Container::Row(row)) => row.cells.push(cell),
                    _ => cell.chunks.into_iter().for_each(|chunk| self.attach(chunk)),
                }
            }
            None => {}
        }
    }

    /// The cell or row that is open.
    fn cell(&mut self) -> Option<&mut Cell> {
        self.containers.iter_mut().rev().find_map(|container| match container {
            Container::Cell(cell) => Some(cell),
            _ => None,
        })
    }
}
