//! The faults of one file as they are found: each with its place, and the nearest right word.

use super::file::Text;
use crate::document::Span;
use crate::error::RuleFault;

/// A fault carries its file's text, so a file that is wrong throughout must not be carried without end.
const MOST_FAULTS: usize = 50;

/// A rule file: the name that the user knows it by, and its text; the text of a built-in file is not kept.
#[derive(Debug)]
pub(super) struct Source {
    pub file: String,
    pub text: String,
}

/// Where the faults of one file go.
pub(super) struct Faults<'a> {
    pub source: &'a Source,
    pub found: &'a mut Vec<RuleFault>,
}

impl Faults<'_> {
    /// A fault of these words.
    pub fn at(&mut self, text: &Text, message: impl Into<String>, help: impl Into<Option<String>>) {
        self.at_span(span(text), message, help);
    }

    /// A fault of `part` of these words.
    pub fn within(&mut self, text: &Text, part: &str, message: impl Into<String>, help: Option<String>) {
        let whole = span(text);
        let written = self.source.text.get(whole.start..whole.end).unwrap_or_default();
        let narrowed = written.find(part).filter(|_| !part.is_empty()).map_or(whole, |at| {
            let start = whole.start + at;
            Span::new(start, start + part.len())
        });
        self.at_span(narrowed, message, help);
    }

    /// A fault of the file as a whole, shown at its first line.
    pub fn of_file(&mut self, message: impl Into<String>, help: impl Into<Option<String>>) {
        let first_line = self.source.text.lines().next().unwrap_or_default().len();
        self.at_span(Span::new(0, first_line), message, help);
    }

    /// A fault at `span` of the file's text.
    pub fn at_span(&mut self, span: Span, message: impl Into<String>, help: impl Into<Option<String>>) {
        let Source { file, text } = self.source;
        if self.found.iter().filter(|fault| fault.file == *file).take(MOST_FAULTS).count() == MOST_FAULTS {
            return;
        }
        let (file, text) = (file.clone(), text.clone());
        self.found.push(RuleFault { file, text, span, message: message.into(), help: help.into() });
    }

    /// The value that `choices` gives for the word; `what` names the kind of word.
    pub fn choice<T: Copy>(&mut self, word: &Text, what: &str, choices: &[(&str, T)]) -> Option<T> {
        let chosen = choices.iter().find(|(name, _)| *name == word.value).map(|(_, value)| *value);
        if chosen.is_none() {
            self.unknown(word, what, choices.iter().map(|(name, _)| *name));
        }
        chosen
    }

    /// The word is none of `names`: says so, and which was probably meant.
    pub fn unknown<'n>(&mut self, word: &Text, what: &str, names: impl Iterator<Item = &'n str> + Clone) {
        let help = did_you_mean(&word.value, names.clone()).or_else(|| one_of(names));
        self.at(word, format!("there is no {what} \"{}\"", word.value), help);
    }

    /// The text under `key`, trimmed; a fault if there is none.
    pub fn required(&mut self, text: Option<&Text>, key: &str) -> String {
        match text {
            None => self.missing(key),
            Some(text) if text.value.trim().is_empty() => {
                self.at(text, format!("`{key}` says nothing"), format!("write a text after `{key}:`"));
            }
            Some(text) => return text.value.trim().to_owned(),
        }
        String::new()
    }

    /// The rule lacks `key`.
    pub fn missing(&mut self, key: &str) {
        self.of_file(format!("the rule has no `{key}`"), format!("add the key `{key}`"));
    }

    /// The id must be spelt in small letters, digits and hyphens.
    pub fn check_id(&mut self, id: &Text) {
        if !is_sound_id(&id.value) {
            self.at(id, format!("\"{}\" cannot be an id", id.value), ID_HELP.to_owned());
        }
    }
}

/// How an id is spelt.
pub(super) const ID_HELP: &str = "use small letters and digits, with hyphens between the words";

/// Small letters, digits and single hyphens, a letter first.
pub(super) fn is_sound_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|mark| mark.is_ascii_lowercase() || mark.is_ascii_digit() || mark == '-')
        && !id.ends_with('-')
        && !id.contains("--")
}

/// Where the words stand in their file; empty at the start for a built-in file.
pub(super) fn span(text: &Text) -> Span {
    let span = text.referenced.span();
    match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(length)) => Span::new(start as usize, (start + length) as usize),
        _ => Span::new(0, 0),
    }
}

/// A hint at the name that was probably meant.
pub(super) fn did_you_mean<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    nearest(word, names).map(|name| format!("did you mean `{name}`?"))
}

/// The name most like `word`, if any is like it at all.
pub fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const LIKE: f64 = 0.8;
    let mut best = (LIKE, None);
    for name in names {
        let likeness = strsim::jaro_winkler(&word.to_lowercase(), name);
        if likeness > best.0 {
            best = (likeness, Some(name));
        }
    }
    best.1
}

fn one_of<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Option<String> {
    const MOST: usize = 12;
    let quoted: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    (1..=MOST).contains(&quoted.len()).then(|| format!("write {}", list(&quoted, "or")))
}

/// "a", "a or b", "a, b or c".
pub(super) fn list(names: &[String], joint: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}
