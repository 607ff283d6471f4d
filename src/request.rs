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
}

impl Requests {
    /// The elements that a request asks for; `None` if none of its words is known, and it may ask for anything.
    pub fn asked_by(&self, request: &str, lexicon: &Lexicon) -> Option<BTreeSet<Name>> {
        let words = words(request, Span::new(0, request.len()), lexicon);
        let hits = self.phrases.find(request, &words);
        let found: Vec<&Vec<Name>> = self
            .asks
            .iter()
            .filter(|(group, _)| hits.iter().any(|hit| hit.group == *group))
            .map(|(_, elements)| elements)
            .collect();
        (!found.is_empty()).then(|| found.into_iter().flatten().cloned().collect())
    }
}
