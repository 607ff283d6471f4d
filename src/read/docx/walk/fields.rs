//! Fields: their codes are never words; their results are, save those of tables of contents.

use super::Walk;
use crate::ooxml::Element;

/// A field that has begun.
#[derive(Debug, Default)]
pub(super) struct Field {
    code: String,
    state: State,
    /// It is a content control and ends with it.
    is_control: bool,
    /// What it shows if it has no result.
    form: Option<String>,
    /// Where it began: the paragraph, and the bytes of it.
    begun: (usize, usize),
    /// It kept words from being read.
    has_words: bool,
}

/// What stands in a field now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// Its code, which is not read.
    #[default]
    Code,
    /// A table of contents, which repeats the headings of the paper and is not read.
    Contents,
    /// Its result.
    Result,
}

/// The most bytes of a field's code that are kept.
const LONGEST_CODE: usize = 40;

impl Walk<'_> {
    /// Words that are not shown: if they are kept back by a field, it is the innermost that does so.
    pub(super) fn pass_over(&mut self, words: &str) {
        if self.revised == 0 && !words.trim().is_empty() {
            self.blame();
        }
    }

    fn blame(&mut self) {
        if let Some(field) = self.fields.iter_mut().rev().find(|field| field.state != State::Result) {
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
                self.begin_field(Field { begun, ..Field::default() });
            }
            Some("separate") => self.part_field(),
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    /// A content control with a table of contents begins.
    pub(super) fn begin_contents(&mut self) {
        self.begin_field(Field { state: State::Contents, is_control: true, ..Field::default() });
    }

    fn begin_field(&mut self, field: Field) {
        self.fields.push(field);
        self.hiding += 1;
    }

    /// The result of the innermost field begins.
    fn part_field(&mut self) {
        let Some(field) = self.fields.last_mut().filter(|field| field.state == State::Code) else { return };
        let name = field.code.split_whitespace().next().unwrap_or_default();
        let is_contents = ["TOC", "TOA", "INDEX"].iter().any(|of| name.eq_ignore_ascii_case(of));
        field.state = if is_contents { State::Contents } else { State::Result };
        self.hiding -= usize::from(!is_contents);
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.pop_if(|field| !field.is_control) else { return };
        self.hiding -= usize::from(field.state != State::Result);
        if field.has_words && self.hiding > 0 {
            self.blame();
        }
        self.gathered.has_contents |= field.state == State::Contents && field.has_words;
        let shows_nothing = field.begun == (self.paragraphs, self.length());
        if let Some(form) = field.form.filter(|_| shows_nothing) {
            self.write(&form);
        }
    }

    /// Bytes of the open paragraph so far.
    pub(super) fn length(&mut self) -> usize {
        self.paragraph().map_or(0, |paragraph| paragraph.text.len())
    }

    /// The content control with a table of contents ends, and with it what began in it.
    pub(super) fn end_contents(&mut self) {
        let Some(at) = self.fields.iter().rposition(|field| field.is_control) else { return };
        let ended = self.fields.split_off(at);
        self.hiding -= ended.iter().filter(|field| field.state != State::Result).count();
        self.gathered.has_contents |= ended.iter().any(|field| field.has_words);
    }

    /// The story ends: fields that have not ended kept words from being read.
    pub(super) fn end_fields(&mut self) {
        for field in self.fields.drain(..) {
            if field.has_words {
                self.gathered.endless_fields.push(field.begun.0);
            }
        }
        self.hiding = 0;
    }
}
