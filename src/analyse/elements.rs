//! How far each element is stated, by the evidence that `rules/elements.yaml` names.

use crate::document::Span;
use crate::particular::{Element, Name, Particular, ParticularKind, State};
use crate::phrase::Hit;
use crate::rule::{ElementRule, Evidence, RuleSet};
use crate::word::Word;

/// The elements that apply to every item or to any of the item's subjects, in the order of their file.
pub fn elements(
    subjects: &[Name],
    found: &[Particular],
    hits: &[Hit],
    words: &[Word],
    rules: &RuleSet,
) -> Vec<Element> {
    let kinds = rules.subjects.iter().filter(|subject| subjects.contains(&subject.id));
    let applying: Vec<&Name> = kinds.flat_map(|subject| &subject.elements).collect();
    let item = Stated { found, hits, words };
    let applies = |element: &&ElementRule| element.is_of_every_item || applying.contains(&&element.id);
    let elements = rules.elements.iter().filter(applies);
    elements.map(|element| item.element(element)).collect()
}

/// What an item, or what is said of a person, holds.
pub struct Stated<'a> {
    /// The details.
    pub found: &'a [Particular],
    /// The phrases.
    pub hits: &'a [Hit],
    /// The words that the hits are in.
    pub words: &'a [Word],
}

impl Stated<'_> {
    /// How far an element is stated, and by which words.
    pub fn element(&self, rule: &ElementRule) -> Element {
        let states = [
            (State::Disclaimed, &rule.disclaimed),
            (State::Present, &rule.present),
            (State::Partial, &rule.partial),
        ];
        for (state, evidence) in states {
            if let Some(evidence) = self.shown_by(evidence) {
                return Element { id: rule.id.clone(), state, evidence };
            }
        }
        Element { id: rule.id.clone(), state: State::Absent, evidence: Vec::new() }
    }

    /// The words that satisfy the evidence; `None` if none do.
    fn shown_by(&self, evidence: &Evidence) -> Option<Vec<Span>> {
        let phrase = evidence.phrase.and_then(|group| self.hits.iter().find(|hit| hit.group == group));
        if let Some(hit) = phrase {
            return Some(vec![hit.span(self.words)]);
        }
        if evidence.at_least == 0 {
            return None;
        }
        let weigh = |particular: &&Particular| {
            let weight = evidence.weights.get(&particular.kind).copied().unwrap_or(0);
            if particular.kind == ParticularKind::Term {
                weight * self.count(particular.span)
            } else {
                weight
            }
        };
        let counted: Vec<&Particular> =
            self.found.iter().filter(|particular| weigh(particular) > 0).collect();
        let sum: u32 = counted.iter().map(weigh).sum();
        (sum >= evidence.at_least).then(|| counted.iter().map(|particular| particular.span).collect())
    }

    /// How many words a term has: each of them counts.
    fn count(&self, span: Span) -> u32 {
        let from = self.words.partition_point(|word| (word.start as usize) < span.start);
        self.words[from..].iter().take_while(|word| word.end as usize <= span.end).count() as u32
    }
}
