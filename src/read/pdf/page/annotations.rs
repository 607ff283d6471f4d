//! What stands on a page beside its content: filled-in fields, typed boxes and stamps are painted, comments counted.

use hayro_syntax::object::{Array, Dict, Name, Rect, Stream, String as Words};
use hayro_syntax::page::Resources;

use super::matrix::{Area, Matrix};
use super::operators::Painter;
use super::{Fill, Glyph, Shade};

/// What was found beside the content.
#[derive(Debug, Default, Clone)]
pub(in crate::read::pdf) struct Beside {
    /// Comments with words.
    pub(in crate::read::pdf) comments: usize,
    /// Files that are attached.
    pub(in crate::read::pdf) attachments: usize,
    /// Fields or boxes with words that could not be painted.
    pub(in crate::read::pdf) unpainted: usize,
}

/// Set on what is hidden, or not shown on the screen.
const HIDDEN: i64 = 2 | 32;
/// What marks words and cannot hide any.
const MARKS: [&[u8]; 7] = [b"Highlight", b"Underline", b"Squiggly", b"StrikeOut", b"Ink", b"Caret", b"Link"];
/// The most that one page may have.
const MOST: usize = 5000;

impl<'a> Painter<'_, 'a> {
    pub(super) fn annotations(&mut self, page: &Dict<'a>, resources: &Resources<'a>) {
        let Some(list) = page.get::<Array<'a>>("Annots") else { return };
        for annotation in list.iter::<Dict<'a>>().take(MOST) {
            let is_hidden = annotation.get::<i32>("F").is_some_and(|flags| i64::from(flags) & HIDDEN != 0);
            let kind = annotation.get::<Name<'a>>("Subtype");
            let kind: &[u8] = kind.as_deref().unwrap_or_default();
            let has_words =
                annotation.get::<Words<'_>>("Contents").is_some_and(|words| !words.as_bytes().is_empty());
            match kind {
                b"Popup" => {}
                b"FileAttachment" => self.sheet.beside.attachments += 1,
                _ if is_hidden => {}
                b"Text" => self.sheet.beside.comments += usize::from(has_words),
                b"Redact" => self.redaction(&annotation),
                kind if MARKS.contains(&kind) => {
                    self.sheet.beside.comments += usize::from(has_words && kind != b"Link");
                }
                b"Widget" => {
                    let before = self.painted();
                    // Who fills a field in may leave it to the viewer to paint the words.
                    if !self.appearance(&annotation, resources) || self.painted() == before {
                        self.value(&annotation);
                    }
                }
                _ => {
                    let is_painted = self.appearance(&annotation, resources);
                    let is_lost = !is_painted && kind == b"FreeText" && has_words;
                    self.sheet.beside.unpainted += usize::from(is_lost);
                    self.sheet.beside.comments +=
                        usize::from(has_words && kind != b"FreeText" && kind != b"Stamp");
                }
            }
        }
    }

    /// How many characters are painted.
    fn painted(&self) -> usize {
        self.sheet.glyphs.len() + self.sheet.turned.iter().map(Vec::len).sum::<usize>()
    }

    /// Paints how the annotation looks; false if that is not told.
    fn appearance(&mut self, annotation: &Dict<'a>, resources: &Resources<'a>) -> bool {
        let Some((stream, place)) = looks(annotation).zip(annotation.get::<Rect>("Rect")) else {
            return false;
        };
        let dict = stream.dict();
        let own = dict.get::<[f64; 6]>("Matrix").map_or(Matrix::SAME, Matrix::new);
        let Some([left, bottom, right, top]) = dict.get::<[f64; 4]>("BBox") else { return false };
        let area = own.area([(left, bottom), (right, bottom), (right, top), (left, top)]);
        let (width, height) = (area.width(), area.height());
        if !(width > 0.0 && height > 0.0) {
            return true;
        }
        let (across, up) = ((place.x1 - place.x0) / width, (place.y1 - place.y0) / height);
        let (x, y) = (place.x0 - area.left * across, place.y0 - area.top * up);
        let before = self.state.clone();
        self.state.matrix = self.state.matrix.after(Matrix::new([across, 0.0, 0.0, up, x, y]));
        self.form(&stream, resources);
        self.state = before;
        true
    }

    /// What is marked to be blacked out counts as blacked out.
    fn redaction(&mut self, annotation: &Dict<'a>) {
        let Some(area) = self.place(annotation) else { return };
        let order = self.sheet.next_order();
        let shade = Some(Shade::BLACK);
        self.sheet.fills.push(Fill { area, order, shade, is_picture: false, is_opaque: true, is_box: true });
    }

    fn place(&self, annotation: &Dict<'a>) -> Option<Area> {
        let place = annotation.get::<Rect>("Rect")?;
        let corners =
            [(place.x0, place.y0), (place.x1, place.y0), (place.x1, place.y1), (place.x0, place.y1)];
        Some(self.state.matrix.area(corners))
    }

    /// Sets the words of a field that does not say how it looks at the left of its box.
    fn value(&mut self, annotation: &Dict<'a>) {
        let parent = annotation.get::<Dict<'_>>("Parent");
        let inherited = |key: &str| {
            let own = annotation.get::<Words<'_>>(key).map(|words| words.as_bytes().to_vec());
            own.or_else(|| parent.as_ref()?.get::<Words<'_>>(key).map(|words| words.as_bytes().to_vec()))
        };
        let Some((value, area)) = inherited("V").zip(self.place(annotation)) else { return };
        let words = decoded(&value);
        if words.trim().is_empty() {
            return;
        }
        let size = area.height().clamp(4.0, 12.0);
        let order = self.sheet.next_order();
        for (row, line) in words.lines().enumerate() {
            let y = area.top + size * (row as f64 + 1.0);
            for (at, text) in line.chars().take(4000).enumerate() {
                let x = area.left + at as f64 * size * 0.5;
                self.sheet.glyphs.push(Glyph {
                    text,
                    x,
                    end: x + size * 0.5,
                    y,
                    size,
                    order,
                    shade: None,
                    is_bold: false,
                    is_invisible: false,
                    is_pagination: false,
                });
            }
        }
    }
}

/// The stream that paints the annotation, in its present state.
fn looks<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    let looks = annotation.get::<Dict<'a>>("AP")?;
    if let Some(stream) = looks.get::<Stream<'a>>("N") {
        return Some(stream);
    }
    let state = annotation.get::<Name<'a>>("AS")?;
    looks.get::<Dict<'a>>("N")?.get::<Stream<'a>>(&*state)
}

/// A text string: UTF-16 or UTF-8 by its mark, else one byte a character.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let pairs: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&pairs)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
