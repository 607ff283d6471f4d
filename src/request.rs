//! What the words of a request ask for, by `rules/requests.yaml`.

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
    /// Bytes in which a definition says what it is of ("when used of a natural person, means").
    const LEAD: usize = 60;
    let ends = memchr::memmem::find_iter(text.as_bytes(), WORD).map(|at| at + WORD.len());
    let mut defining = ends.filter(|end| {
        let after = &text[*end..];
        let near: String = after.chars().take(NEAR).collect();
        let of_others = [" person", " natural", " individual", " document", " entity", " communication"];
        after.starts_with(['"', '”', ',', '\''])
            && (near.contains(" mean") || near.contains("refers to"))
            && !of_others.iter().any(|other| near.find(other).is_some_and(|at| at < LEAD))
    });
    let start = defining.next()?;
    let length = text[start..].find("\n\n").unwrap_or(text.len() - start);
    Some(&text[start..start + length])
}

impl Requests {
    /// The elements of items that a request asks for; `None` if none of its words is known, and it may ask for anything.
    pub fn asked_by(&self, request: &str, lexicon: &Lexicon) -> Option<BTreeSet<Name>> {
        let asked = self.all_asked_by(request, lexicon);
        let asked: BTreeSet<Name> = asked.into_iter().filter(|id| !self.of_answers.contains(id)).collect();
        (!asked.is_empty()).then_some(asked)
    }

    /// Everything that a request asks for, of each item or of the answer as a whole.
    pub fn all_asked_by(&self, request: &str, lexicon: &Lexicon) -> BTreeSet<Name> {
        let words = words(request, Span::new(0, request.len()), lexicon);
        let hits = self.phrases.find(request, &words);
        let found = self.asks.iter().filter(|(group, _)| hits.iter().any(|hit| hit.group == *group));
        found.flat_map(|(_, elements)| elements).cloned().collect()
    }
}
