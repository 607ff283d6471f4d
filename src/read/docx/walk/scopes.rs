//! Elements as they open and close: what each starts, and what its end undoes.

use std::mem;

use super::fields::Field;
use super::pictures::Picture;
use super::properties::{self, Within, each, form_field, is_dropped, paragraph_properties};
use super::{Cell, Container, Paragraph, Row, Run, Table, Walk};
use crate::document::LeftoverKind;
use crate::ooxml::{Element, Fault, Namespace, Scanner};

/// An open element, by what its end undoes.
#[derive(Debug)]
pub(super) enum Scope {
    /// Its end undoes nothing.
    Plain,
    /// A paragraph, table, row or cell.
    Container,
    Run,
    /// Characters that are words of the paper; blanks at their ends are words if they say so.
    Words {
        words: String,
        keeps_blanks: bool,
    },
    /// Characters that are a field's code.
    Code,
    /// A tracked change that the view does not show.
    Revised,
    /// A content control that still shows its placeholder.
    Placeholder,
    /// A content control or field that holds a table of contents.
    Contents,
    /// A choice between forms of one thing; a form was taken.
    Alternatives(bool),
    /// A text box.
    Box(Around),
    Picture(Picture),
    /// A footnote or endnote, with its id.
    Note(String),
}

/// What is open around a text box.
#[derive(Debug)]
pub(super) struct Around {
    fields: Vec<Field>,
    hiding: usize,
    run: Run,
}

impl Walk<'_> {
    pub(super) fn open(&mut self, element: &Element<'_>, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let scope = match element.namespace {
            Namespace::Word => self.open_word(element, scanner)?,
            Namespace::Compatibility => self.open_alternative(element, scanner)?,
            Namespace::Math => Some(self.open_formula(element)),
            _ => {
                self.look_at_picture(element);
                Some(Scope::Plain)
            }
        };
        // What was read to its end already has no end to come.
        self.scopes.extend(scope);
        Ok(())
    }

    fn open_word(
        &mut self,
        element: &Element<'_>,
        scanner: &mut Scanner<'_>,
    ) -> Result<Option<Scope>, Fault> {
        if let Some(scope) = self.open_container(element) {
            return Ok(Some(scope));
        }
        if self.take_properties(element, scanner)? {
            return Ok(None);
        }
        Ok(Some(match element.name {
            "r" => {
                self.start_run();
                Scope::Run
            }
            "t" | "delText" => words(element),
            "instrText" | "delInstrText" => Scope::Code,
            "ins" | "moveTo" | "del" | "moveFrom" => self.open_revision(element.name),
            "drawing" | "pict" | "object" => Scope::Picture(Picture::new(element.name)),
            "txbxContent" => {
                self.containers.push(Container::Chunks(Vec::new()));
                let around = Around {
                    fields: mem::take(&mut self.fields),
                    hiding: mem::take(&mut self.hiding),
                    run: mem::take(&mut self.run),
                };
                Scope::Box(around)
            }
            "footnote" | "endnote" => {
                self.containers.push(Container::Chunks(Vec::new()));
                Scope::Note(note_id(element))
            }
            name => {
                self.leaf(name, element);
                Scope::Plain
            }
        }))
    }

    fn open_container(&mut self, element: &Element<'_>) -> Option<Scope> {
        let container = match element.name {
            "p" => {
                self.paragraphs += 1;
                self.runs.push(0);
                let index = self.paragraphs - 1;
                Container::Paragraph(Box::new(Paragraph { index, ..Paragraph::default() }))
            }
            "tbl" => Container::Table(Table::default()),
            "tr" => Container::Row(Row::default()),
            "tc" => Container::Cell(Cell { columns: 1, ..Cell::default() }),
            _ => return None,
        };
        self.containers.push(container);
        Some(Scope::Container)
    }

    /// Reads an element with properties to its end; false if it is none.
    fn take_properties(&mut self, element: &Element<'_>, scanner: &mut Scanner<'_>) -> Result<bool, Fault> {
        let start = scanner.at().start;
        let is_taken = self.take_known_properties(element, scanner)?;
        // Changes of format are no changes of words, but they are tracked all the same.
        let is_changed = || memchr::memmem::find(scanner.since(start).as_bytes(), b"PrChange ").is_some();
        if is_taken && is_changed() {
            self.gathered.leave(LeftoverKind::Change, self.paragraphs.max(1));
        }
        Ok(is_taken)
    }

    fn take_known_properties(
        &mut self,
        element: &Element<'_>,
        scanner: &mut Scanner<'_>,
    ) -> Result<bool, Fault> {
        match element.name {
            "pPr" => {
                let properties = paragraph_properties(scanner, self.view)?;
                self.gathered.revisions.marks += usize::from(properties.is_mark_revised);
                if properties.is_mark_revised {
                    self.gathered.leave(LeftoverKind::Change, self.paragraphs);
                }
                if let Some(paragraph) = self.paragraph() {
                    paragraph.properties = properties;
                }
            }
            "rPr" if matches!(self.scopes.last(), Some(Scope::Run)) => {
                let properties = properties::run_properties(scanner)?;
                self.style_run(properties);
            }
            "tcPr" => self.cell_properties(scanner)?,
            "trPr" => self.row_properties(scanner)?,
            "sdtPr" => self.control_properties(scanner)?,
            "ffData" => {
                if let Some(shown) = form_field(scanner)? {
                    self.field_shows(shown);
                }
            }
            "tblPr" => self.table_properties(scanner)?,
            "rPr" | "tblPrEx" | "tblGrid" | "sectPr" | "sdtEndPr" | "customXmlPr" | "smartTagPr" | "rt"
            | "pPrChange" | "rPrChange" => scanner.skip()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn open_revision(&mut self, name: &str) -> Scope {
        self.gathered.revisions.count(name);
        self.gathered.leave(LeftoverKind::Change, self.paragraphs.max(1));
        if !is_dropped(name, self.view) {
            return Scope::Plain;
        }
        self.revised += 1;
        Scope::Revised
    }

    /// A control that shows its placeholder holds nothing of the paper; one with a table of contents repeats it.
    fn control_properties(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let (mut is_placeholder, mut is_contents) = (false, false);
        each(scanner, |_, element| {
            is_placeholder |= element.is("showingPlcHdr") && element.is_on();
            is_contents |= element.is("docPartGallery")
                && element.value().is_some_and(|gallery| gallery.starts_with("Table of"));
            Ok(Within::Enter)
        })?;
        // The properties stand first in their control, whose scope is the innermost.
        let scope = match (is_placeholder && self.placeholder.is_none(), is_contents) {
            (true, _) => {
                self.placeholder = Some(String::new());
                Scope::Placeholder
            }
            (_, true) => {
                self.begin_contents();
                Scope::Contents
            }
            _ => return Ok(()),
        };
        if let Some(last) = self.scopes.last_mut() {
            *last = scope;
        }
        Ok(())
    }

    /// Of the forms of one thing the first is taken, and the fallback where there is no other.
    fn open_alternative(
        &mut self,
        element: &Element<'_>,
        scanner: &mut Scanner<'_>,
    ) -> Result<Option<Scope>, Fault> {
        if element.name == "AlternateContent" {
            return Ok(Some(Scope::Alternatives(false)));
        }
        if let Some(Scope::Alternatives(is_taken)) = self.scopes.last_mut()
            && mem::replace(is_taken, true)
        {
            scanner.skip()?;
            return Ok(None);
        }
        Ok(Some(Scope::Plain))
    }

    fn open_formula(&mut self, element: &Element<'_>) -> Scope {
        match element.name {
            "r" => {
                self.start_run();
                Scope::Run
            }
            "t" => words(element),
            "den" => {
                self.write("/");
                Scope::Plain
            }
            "sup" => {
                self.write("^");
                Scope::Plain
            }
            _ => Scope::Plain,
        }
    }

    pub(super) fn close(&mut self) {
        match self.scopes.pop() {
            Some(Scope::Container) => self.finish(),
            Some(Scope::Words { words, keeps_blanks }) => {
                let blanks = [' ', '\t', '\n', '\r'];
                self.write_words(if keeps_blanks { &words } else { words.trim_matches(blanks) });
            }
            Some(Scope::Revised) => self.revised -= 1,
            Some(Scope::Placeholder) => {
                let words = self.placeholder.take().unwrap_or_default();
                if !words.is_empty() {
                    self.gathered.placeholders.push((self.paragraphs, words));
                }
            }
            Some(Scope::Contents) => self.end_contents(),
            Some(Scope::Box(around)) => {
                self.end_fields();
                self.finish();
                (self.fields, self.hiding, self.run) = (around.fields, around.hiding, around.run);
            }
            Some(Scope::Picture(picture)) => self.close_picture(&picture),
            Some(Scope::Note(id)) => self.close_note(id),
            Some(Scope::Run | Scope::Plain | Scope::Code | Scope::Alternatives(_)) | None => {}
        }
    }

    fn close_note(&mut self, id: String) {
        self.end_fields();
        if let Some(Container::Chunks(chunks)) = self.containers.pop() {
            self.notes.push((id, super::joined(chunks)));
        }
    }
}

fn words(element: &Element<'_>) -> Scope {
    let keeps_blanks = element.attribute("space").is_some_and(|space| space == "preserve");
    Scope::Words { words: String::new(), keeps_blanks }
}

/// The id of a note; those that only draw a line have none.
fn note_id(element: &Element<'_>) -> String {
    let is_line = element.attribute("type").is_some_and(|kind| kind != "normal");
    if is_line { String::new() } else { element.attribute("id").unwrap_or_default().into_owned() }
}
