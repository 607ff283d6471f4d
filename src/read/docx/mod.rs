//! Word papers to the text that a reader of them sees, each word tied to its run.
//! Tracked changes are shown in one view; what is not shown, and what cannot be read, is said.

mod comments;
mod gathered;
mod layout;
mod numbering;
mod output;
mod paper;
mod properties;
mod styles;
mod symbols;
mod walk;

use std::collections::HashMap;

use crate::document::{Comment, Document, Leftover};
use crate::error::Error;
use crate::ooxml::{Fault, Package};
use crate::read::{Revisions, text, unreadable};
use gathered::{Gathered, NoteKind};
use layout::Layout;
use numbering::Numbering;
use paper::Chunk;
use styles::Styles;

/// The paper as a reader of the chosen view sees it.
pub(super) fn document(name: &str, bytes: Vec<u8>, view: Revisions) -> Result<Document, Error> {
    let told = |fault: Fault| unreadable(name, &fault.what, fault.next);
    let mut package = Package::open(bytes).map_err(told)?;
    Paper::read(&mut package, view).map(|paper| paper.document(name)).map_err(told)
}

/// A paper that was laid out as text.
struct Paper {
    output: output::Output,
    parts: Vec<String>,
    gathered: Gathered,
    margins: Margins,
    comments: Vec<Comment>,
    view: Revisions,
}

impl Paper {
    fn read(package: &mut Package, view: Revisions) -> Result<Self, Fault> {
        let main = package.main().to_owned();
        let styles = match first(package, "styles")? {
            Some(xml) => Styles::read(&xml)?,
            None => Styles::default(),
        };
        let numbering = match first(package, "numbering")? {
            Some(xml) => Numbering::read(&xml)?,
            None => Numbering::default(),
        };
        let xml = package.text(&main)?.unwrap_or_default();
        let body = walk::story(&xml, &styles, view)?;
        let mut layout = Layout::new(&styles, numbering);
        layout.chunks(&body.chunks);
        let (mut parts, mut paragraphs) = (vec![main], body.paragraphs);
        let mut gathered = body.gathered;
        layout.output.next_part(paragraphs);
        for (kind, relation) in [(NoteKind::Footnote, "footnotes"), (NoteKind::Endnote, "endnotes")] {
            let Some(part) = package.related(relation)?.into_iter().next() else { continue };
            let Some(xml) = package.text(&part)? else { continue };
            let story = walk::story(&xml, &styles, view)?;
            let notes: HashMap<String, Vec<Chunk>> = story.notes.into_iter().collect();
            lay_out_notes(&mut layout, kind, &gathered.references, &notes);
            gathered.add(Gathered { references: Vec::new(), ..story.gathered }, paragraphs);
            parts.push(part);
            paragraphs += story.paragraphs;
            layout.output.next_part(story.paragraphs);
        }
        let comments = comments::comments(package, &gathered.comments)?;
        let margins = margins(package, &styles, view)?;
        Ok(Self { output: layout.output, parts, gathered, margins, comments, view })
    }

    fn document(self, name: &str) -> Document {
        let mut text = self.output.text;
        if !text.is_empty() {
            text.push('\n');
        }
        let mut document = Document::from_word(name, text, self.parts, self.output.passages);
        document.blocks = self.output.blocks;
        document.margins = self.margins.lines;
        document.leftovers = self.margins.leftovers;
        comments::tell(&mut document, self.comments);
        document.notes = text::notes(self.output.counts);
        self.gathered.tell(&mut document, self.view);
        document.leftovers.sort_by_key(|left| (left.kind, left.paragraph));
        document
    }
}

/// The notes that the words refer to, in the order of their marks and numbered by it.
fn lay_out_notes(
    layout: &mut Layout<'_>,
    kind: NoteKind,
    references: &[(NoteKind, String)],
    notes: &HashMap<String, Vec<Chunk>>,
) {
    let of_kind = references.iter().filter(|(of, _)| *of == kind);
    for (at, (_, id)) in of_kind.enumerate() {
        let Some(chunks) = notes.get(id) else { continue };
        let label = match kind {
            NoteKind::Footnote => format!("[^{}]: ", at + 1),
            NoteKind::Endnote => format!("[^e{}]: ", at + 1),
        };
        layout.note(&label, chunks);
    }
}

/// The XML of the first part that the main part is related to as `kind`.
fn first(package: &mut Package, kind: &str) -> Result<Option<String>, Fault> {
    match package.related(kind)?.into_iter().next() {
        Some(part) => package.text(&part),
        None => Ok(None),
    }
}

/// What headers and footers hold.
#[derive(Default)]
struct Margins {
    /// Their lines, each once.
    lines: Vec<String>,
    leftovers: Vec<Leftover>,
}

/// Reads headers and footers.
fn margins(package: &mut Package, styles: &Styles, view: Revisions) -> Result<Margins, Fault> {
    let Margins { mut lines, mut leftovers } = Margins::default();
    for kind in ["header", "footer"] {
        for part in package.related(kind)? {
            let Some(xml) = package.text(&part)? else { continue };
            let story = walk::story(&xml, styles, view)?;
            for leftover in story.gathered.leftovers(false) {
                if !leftovers.contains(&leftover) {
                    leftovers.push(leftover);
                }
            }
            let mut layout = Layout::new(styles, Numbering::default());
            layout.chunks(&story.chunks);
            let shown = layout.output.text.lines().map(str::trim).filter(|line| !line.is_empty());
            for line in shown {
                if !lines.iter().any(|known| known == line) {
                    lines.push(line.to_owned());
                }
            }
        }
    }
    Ok(Margins { lines, leftovers })
}
