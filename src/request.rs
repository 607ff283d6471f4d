//! What the words of a request ask for, by `rules/requests.yaml`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::Span;
use crate::lexicon::Lexicon;
use crate::particular::Name;
use crate::phrase::Phrases;
use crate::word::words;

/// The words by which requests ask for elements.
#[derive(Debug, Clone, Default)]
pub struct Requests {
    /// The phrases, one group for each of `asks`.
    pub phrases: Phrases,
    /// The group of a wording, and the elements that it asks for.
    pub asks: Vec<(u32, Vec<Name>)>,
    /// The elements that are asked of answers as wholes.
    pub of_answers: BTreeSet<Name>,
}

/// What "identify" is defined of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Identified {
    /// Of trade secrets, or of anything that the definition does not name.
    Secret,
    /// Of persons.
    Person,
    /// Of documents.
    Document,
    /// Of companies, communications and the like.
    Other,
}

impl Identified {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Person => "person",
            Self::Document => "document",
            Self::Other => "other",
        }
    }
}

/// Bytes of a definition that are read at most.
const LONGEST: usize = 2000;

/// The paragraph of a paper in which it says what "identify" means of a trade secret, and not of a person or a document;
/// whatever it names is asked for as well.
pub fn definition(text: &str) -> Option<&str> {
    const WORD: &str = "dentify";
    let ends = memchr::memmem::find_iter(text.as_bytes(), WORD).map(|at| at + WORD.len());
    let start = ends.into_iter().find(|end| identified(&text[*end..]) == Some(Identified::Secret))?;
    let paragraph = &text[start..text.floor_char_boundary(start + LONGEST)];
    Some(&paragraph[..paragraph.find("\n\n").unwrap_or(paragraph.len())])
}

/// What the word "identify" is defined of by the words `after` it; `None` if they define nothing.
pub fn identified(after: &str) -> Option<Identified> {
    const NEAR: usize = 160;
    /// Bytes in which a definition says what it is of ("when used of a natural person, means").
    const LEAD: usize = 60;
    const OTHERS: [(&str, Identified); 6] = [
        (" person", Identified::Person),
        (" natural", Identified::Person),
        (" individual", Identified::Person),
        (" document", Identified::Document),
        (" entity", Identified::Other),
        (" communication", Identified::Other),
    ];
    if !after.starts_with(['"', '”', ',', '\'']) {
        return None;
    }
    let near: String = after.chars().take(NEAR).collect();
    if !near.contains(" mean") && !near.contains("refers to") {
        return None;
    }
    let others = OTHERS.iter().filter_map(|(other, of)| Some((near.find(other)?, *of)));
    let first = others.filter(|(at, _)| *at < LEAD).min_by_key(|(at, _)| *at);
    Some(first.map_or(Identified::Secret, |(_, of)| of))
}

/// What one request asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// The elements of items; `None` if none of its words is known, and it may ask for anything.
    pub of_items: Option<BTreeSet<Name>>,
    /// What the answer as a whole is to say.
    pub of_answer: BTreeSet<Name>,
}

impl Requests {
    /// What a request asks for, by its own words, if they are known, and by what its paper says "identify" means.
    pub fn sought(&self, request: Option<&str>, definition: Option<&str>, lexicon: &Lexicon) -> Sought {
        let text = match (request, definition) {
            (Some(request), Some(definition)) => Cow::Owned(format!("{request}\n{definition}")),
            (words, other) => Cow::Borrowed(words.or(other).unwrap_or_default()),
        };
        let words = words(&text, Span::new(0, text.len()), lexicon);
        let hits = self.phrases.find(&text, &words);
        let found = self.asks.iter().filter(|(group, _)| hits.iter().any(|hit| hit.group == *group));
        let all = found.flat_map(|(_, elements)| elements).cloned();
        let (of_answer, of_items): (BTreeSet<Name>, BTreeSet<Name>) =
            all.partition(|id| self.of_answers.contains(id));
        let is_known = request.is_some() && !of_items.is_empty();
        Sought { of_items: is_known.then_some(of_items), of_answer }
    }
}
