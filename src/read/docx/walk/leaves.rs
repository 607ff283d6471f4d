//! Elements that stand for one character, for a note, or for something that is not read.

use super::Walk;
use super::scopes::Scope;
use super::symbols::symbol;
use crate::ooxml::Element;
use crate::read::docx::gathered::{NoteKind, Thing};

impl Walk<'_> {
    /// Takes Word's element `name`, whose content, if any, is read like any other.
    pub(super) fn leaf(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "altChunk" => self.leave_unread(Thing::Import),
            "subDoc" => self.leave_unread(Thing::Subdocument),
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => self.comment_mark(name, element),
            _ if !matches!(self.scopes.last(), Some(Scope::Run)) => {}
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            // Shown only where a line ends at it, but a character of the run.
            "softHyphen" => self.run.characters += 1,
            "sym" => self.symbol(element),
            "fldChar" => self.field_mark(element),
            "footnoteReference" => self.refer(NoteKind::Footnote, element),
            "endnoteReference" => self.refer(NoteKind::Endnote, element),
            _ => {}
        }
    }

    /// Notes where a mark of a comment stands.
    fn comment_mark(&mut self, name: &str, element: &Element<'_>) {
        let Some(id) = element.attribute("id") else { return };
        let here = (self.paragraphs.max(1), self.length());
        let place = self.gathered.comments.entry(id.into_owned()).or_default();
        match name {
            "commentRangeStart" => place.start = place.start.or(Some(here)),
            "commentRangeEnd" => place.end = place.end.or(Some(here)),
            _ => place.reference = place.reference.or(Some(here.0)),
        }
    }

    fn symbol(&mut self, element: &Element<'_>) {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        let character = code.and_then(|code| symbol(&font, code));
        self.gathered.unknown_symbols += usize::from(character.is_none() && self.is_shown());
        self.write(character.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut [0; 4]));
    }

    fn refer(&mut self, kind: NoteKind, element: &Element<'_>) {
        if self.is_shown()
            && let Some(id) = element.attribute("id")
        {
            self.gathered.references.push((kind, id.into_owned()));
        }
    }

    /// Says that the open paragraph has a thing whose words are not read.
    pub(super) fn leave_unread(&mut self, thing: Thing) {
        if self.is_shown() {
            self.gathered.things.push((thing, self.paragraphs.max(1)));
        }
    }
}
