//! Where the runs of a story stand, byte by byte, and between which bytes marks may stand.

use std::collections::HashMap;
use std::ops::Range;

use crate::ooxml::{Element, Scanner};

/// The runs of a story by paragraph, counted as [`crate::document::Anchor`] counts them.
#[derive(Debug, Default)]
pub(super) struct Sites<'a> {
    pub(super) paragraphs: Vec<Paragraph<'a>>,
    pub(super) slots: Vec<Slot<'a>>,
    /// The marks of comments, by the number of the comment: the bytes that go with it.
    pub(super) marks: HashMap<String, Vec<Range<usize>>>,
    /// The paragraph and run that refers to each note, by the kind of note and its number.
    pub(super) references: HashMap<(bool, String), (usize, usize)>,
    /// The first paragraph of each note, if the story is one of notes, and its number.
    pub(super) notes: Vec<(usize, String)>,
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph<'a> {
    pub(super) runs: Vec<Run<'a>>,
    /// Where its content starts, after its properties.
    pub(super) start: usize,
    /// The bytes to write between if its tag has no content, and what opens and ends it then.
    pub(super) empty: Option<Range<usize>>,
    pub(super) writer: Writer<'a>,
    /// Its name as it is written, with the prefix.
    pub(super) name: &'a str,
    /// The paragraph and run that hold the text box in which it stands.
    pub(super) host: Option<(usize, usize)>,
}

/// A run.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    pub(super) bytes: Range<usize>,
    /// Its tag as it is written, and its name.
    pub(super) tag: &'a str,
    pub(super) name: &'a str,
    /// Its properties as they are written.
    pub(super) properties: &'a str,
    pub(super) pieces: Vec<Piece<'a>>,
    /// Index of where marks may stand around it.
    pub(super) slot: usize,
    /// It may be parted.
    pub(super) is_plain: bool,
    /// Its words were deleted, or are the code of a field.
    pub(super) is_unseen: bool,
    /// Its start, and its end, stand in the code of a field.
    pub(super) in_code: (bool, bool),
    pub(super) refers: Refers,
}

/// What a run refers to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Refers {
    /// Nothing.
    #[default]
    Nowhere,
    /// A footnote or endnote.
    ToNote,
    /// A comment; the run holds nothing else.
    ToComment,
}

impl Run<'_> {
    /// Characters of the run.
    pub(super) fn length(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.start + piece.length)
    }
}

/// What stands in a run for some characters.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) bytes: Range<usize>,
    /// Which characters of the run it holds.
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) words: Option<Words<'a>>,
}

/// An element that holds words.
#[derive(Debug, Default)]
pub(super) struct Words<'a> {
    /// Its tag as it is written, and its name.
    pub(super) tag: &'a str,
    pub(super) name: &'a str,
    pub(super) keeps_blanks: bool,
    /// The stretches of its characters, in order.
    pub(super) stretches: Vec<Stretch>,
}

/// Characters within an element of words.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) bytes: Range<usize>,
    /// How many characters.
    pub(super) length: usize,
    /// They stand between `<![CDATA[` and `]]>`.
    pub(super) is_raw: bool,
    /// Each stands for itself, so that the bytes may be parted between any two.
    pub(super) is_literal: bool,
}

/// Where marks may stand: before and after an element whose parent may hold them.
#[derive(Debug, Clone, Default)]
pub(super) struct Slot<'a> {
    pub(super) before: usize,
    pub(super) after: usize,
    pub(super) writer: Writer<'a>,
}

/// How Word's elements are written at a place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Writer<'a> {
    /// The prefix that stands for Word's vocabulary.
    pub(super) prefix: &'a str,
    /// The name of that vocabulary, if the prefix is to be declared.
    pub(super) declared: Option<&'a str>,
}

impl<'a> Writer<'a> {
    /// How elements of the vocabulary of `element`, which was opened last, are written within it.
    pub(super) fn at(element: &Element<'a>, scanner: &Scanner<'a>) -> Self {
        if !element.prefix.is_empty() {
            return Self { prefix: element.prefix, declared: None };
        }
        // Attributes take no default vocabulary: without a prefix they would be nobody's.
        let Some(vocabulary) = scanner.vocabulary("") else { return Self::default() };
        match scanner.prefix_of(vocabulary) {
            Some(prefix) => Self { prefix, declared: None },
            None => Self { prefix: "own", declared: Some(vocabulary) },
        }
    }
}

impl Writer<'_> {
    /// An element with the attributes `told`, given by name and value, that holds `content`.
    pub(super) fn element(self, name: &str, told: &[(&str, &str)], content: &str) -> String {
        let prefix = self.prefix;
        let mut text = format!("<{prefix}:{name}");
        if let Some(vocabulary) = self.declared {
            text.push_str(&format!(" xmlns:{prefix}=\"{vocabulary}\""));
        }
        for (key, value) in told {
            text.push_str(&format!(" {prefix}:{key}=\"{value}\""));
        }
        if content.is_empty() {
            text.push_str("/>");
        } else {
            text.push_str(&format!(">{content}</{prefix}:{name}>"));
        }
        text
    }

    /// The same within an element that was written by this one, whose declaration holds.
    pub(super) fn within(self) -> Self {
        Self { declared: None, ..self }
    }
}
