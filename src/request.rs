//! What the words of a request ask for, by `rules/requests.yaml`.

use std::borrow::Cow;
use std::collections::BTreeSet;

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

/// The paragraph of a paper in which it says what "identify" means of a trade secret, and not of a person or a document;
/// whatever it names is asked for as well.
pub fn definition(text: &str) -> Option<&str> {
    const WORD: &str = "dentify";
    const NEAR: usize = 160;
    /// Bytes of a definition that are read at most.
    const LONGEST: usize = 2000;
    /// Bytes in which a definition says what it is of ("when used of a natural person, means").
    const LEAD: usize = 60;
    let ends = memchr::memmem::find_iter(text.as_bytes(), WORD).map(|at| at + WORD.len());
    let mut defining = ends.filter(|end| {
        let after = &text[*end..];
        if !after.starts_with(['"', '”', ',', '\'']) {
            return false;
        }
        let near: String = after.chars().take(NEAR).collect();
        let of_others = [" person", " natural", " individual", " document", " entity", " communication"];
        (near.contains(" mean") || near.contains("refers to"))
            && !of_others.iter().any(|other| near.find(other).is_some_and(|at| at < LEAD))
    });
    let start = defining.next()?;
    let paragraph = &text[start..text.floor_char_boundary(start + LONGEST)];
    Some(&paragraph[..paragraph.find("\n\n").unwrap_or(paragraph.len())])
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
