//! Fields: their codes are never words; their results are, save those of tables of contents.

use super::Walk;
use crate::ooxml::Element;

/// A field that has begun.
#[derive(Debug, Default)]
pub(super) struct Field {
    code: String,
    /// Its result has not begun.
    is_in_code: bool,
    /// It repeats the headings of the paper.
    is_contents: bool,
    /// It is a content control and ends with it.
    is_control: bool,
    /// What it shows if it has no result.
    form: Option<String>,
    /// Where it began: the paragraph, and the bytes of it.
    begun: (usize, usize),
    /// It kept words from being read.
    has_words: bool,
}

impl Field {
    /// A content control with a table of contents.
    pub(super) fn contents() -> Self {
        Self { is_contents: true, is_control: true, ..Self::default() }
    }
}

/// The most bytes of a field's code that are kept.
const LONGEST_CODE: usize = 40;

impl Walk<'_> {
    /// Words that are read now belong to a field's code or repeat the paper's headings.
    pub(super) fn is_within_code(&self) -> bool {
        self.fields.iter().any(|field| field.is_in_code || field.is_contents)
    }

    /// Words that are not shown because of a field.
    pub(super) fn pass_over(&mut self, words: &str) {
        if self.revised > 0 || words.trim().is_empty() {
            return;
        }
        if let Some(field) = self.fields.iter_mut().find(|field| field.is_in_code || field.is_contents) {
            field.has_words = true;
        }
    }

    /// Takes characters of a field's code.
    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut().filter(|field| field.code.len() < LONGEST_CODE) {
            field.code.push_str(text);
        }
    }

    /// A form's box or choice stands where the field does.
    pub(super) fn field_shows(&mut self, shown: String) {
        if let Some(field) = self.fields.last_mut() {
            field.form = Some(shown);
        }
    }

    /// The begin, middle or end of a field.
    pub(super) fn field_mark(&mut self, element: &Element<'_>) {
        if self.revised > 0 {
            return;
        }
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                let begun = (self.paragraphs, self.length());
                self.fields.push(Field { is_in_code: true, begun, ..Field::default() });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.is_control) {
                    field.is_in_code = false;
                    let name = field.code.split_whitespace().next().unwrap_or_default();
                    field.is_contents =
                        ["TOC", "TOA", "INDEX"].iter().any(|of| name.eq_ignore_ascii_case(of));
                }
            }
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.pop_if(|field| !field.is_control) else { return };
        self.gathered.has_contents |= field.is_contents && field.has_words;
        let shows_nothing = field.begun == (self.paragraphs, self.length());
        if let Some(form) = field.form.filter(|_| shows_nothing) {
            self.write(&form);
        }
    }

    /// Bytes of the open paragraph so far.
    fn length(&mut self) -> usize {
        self.paragraph().map_or(0, |paragraph| paragraph.text.len())
    }

    /// The content control with a table of contents ends, and with it what began in it.
    pub(super) fn end_contents(&mut self) {
        let Some(at) = self.fields.iter().rposition(|field| field.is_control) else { return };
        self.gathered.has_contents |= self.fields[at..].iter().any(|field| field.has_words);
        self.fields.truncate(at);
    }

    /// The story ends: fields that have not ended kept words from being read.
    pub(super) fn end_fields(&mut self) {
        for field in self.fields.drain(..) {
            if field.has_words {
                self.gathered.endless_fields.push(field.begun.0);
            }
        }
    }
}
