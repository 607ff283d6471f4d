//! Response × RuleSet → Findings: which rules fire where, at which words.

mod alike;
mod condition;
mod documents;
mod facts;
mod named;
mod numbers;
mod paper;
mod persons;
mod signature;
mod stem;

use crate::document::{Document, Span};
use crate::finding::Finding;
use crate::particular::{Name, Particulars, State};
use crate::phrase::Hit;
use crate::request::Sought;
use crate::response::{Asked, Item, Response};
use crate::rule::{Rule, RuleSet, Scope};
use crate::word::{Word, range_in};
pub use alike::Alike;
pub use condition::{Subject, holds};
pub use documents::check_documents;
pub use paper::check_paper;
pub use persons::{Named, check_persons};
pub use signature::{Signature, signature};

/// Adds the findings on item `index`, which states `particulars` and holds the phrases `hits`, to `findings`.
pub fn check_item(
    paper: &Paper<'_>,
    index: usize,
    particulars: &Particulars,
    (words, hits): (&[Word], &[Hit]),
    findings: &mut Vec<Finding>,
) {
    let item = &paper.response.items[index];
    let stretches = [item.span];
    let subject = Subject {
        particulars: Some(particulars),
        ..paper.subject(item.interrogatory, item.span, &stretches, (words, hits))
    };
    let place = Place { item: Some(index), interrogatory: item.interrogatory };
    let rules_of_items = paper.rules.rules.iter().filter(|rule| rule.scope == Scope::Item);
    let lacking = rules_of_items
        .filter(|rule| rule.requires.is_empty() || rule.requires.iter().any(|id| lacks(particulars, id)));
    findings.extend(lacking.filter_map(|rule| {
        let words = holds(&rule.when, &subject)?;
        let missing = Missing::of(rule, particulars);
        let span = words.or_else(|| missing.all.is_empty().then_some(item.span)).unwrap_or(particulars.head);
        Some(Finding { names_words: words.is_some(), ..place.finding(rule, span, missing) })
    }));
}

/// Adds the findings on an interrogatory as a whole, whose answer is `words`, to `findings`; `items` are its own,
/// and `stated` says what each of them states.
pub fn check_interrogatory(
    paper: &Paper<'_>,
    index: usize,
    (items, stated): (&[Item], &[Particulars]),
    words: &[Word],
    findings: &mut Vec<Finding>,
) {
    let Paper { document, response, rules, .. } = *paper;
    let interrogatory = &response.interrogatories[index];
    if interrogatory.asked != Asked::Secrets {
        return;
    }
    let span = interrogatory.answer.or(interrogatory.request).unwrap_or(Span::new(0, 0));
    let stretches = match interrogatory.answer {
        None => Vec::new(),
        Some(answer) if items.len() < MANY_ITEMS => vec![answer],
        Some(answer) => outside(answer, items),
    };
    let objections = interrogatory.objections.iter().filter(|span| !is_within(**span, &stretches));
    let mut hits = Vec::new();
    for stretch in stretches.iter().chain(objections) {
        let range = range_in(words, *stretch);
        let found = rules.answer_phrases.find(&document.text, &words[range.clone()]);
        hits.extend(found.into_iter().map(|hit| hit.moved_by(range.start)));
    }
    let subject = Subject { items, stated, ..paper.subject(index, span, &stretches, (words, &hits)) };
    let place = Place { item: None, interrogatory: index };
    let rules_of_answers = rules.rules.iter().filter(|rule| rule.scope == Scope::Interrogatory);
    let unanswered = paper.unanswered(words);
    findings.extend(rules_of_answers.filter_map(|rule| {
        let all: Vec<Name> = rule.requires.iter().filter(|id| unanswered.contains(id)).cloned().collect();
        if all.is_empty() && !rule.requires.is_empty() {
            return None;
        }
        let named = holds(&rule.when, &subject)?;
        // What an answer does not say stands nowhere in it: its first words show which answer is meant.
        let whole = if all.is_empty() { span } else { opening(words, span) };
        Some(place.finding(rule, named.unwrap_or(whole), Missing { all, partial: Vec::new() }))
    }));
}

/// The paper that is checked, as far as it is taken apart, and the rules it is checked by.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// Its text.
    pub document: &'a Document,
    /// The paper, taken apart up to the answer that is checked.
    pub response: &'a Response,
    /// The rules.
    pub rules: &'a RuleSet,
    /// What the request to the interrogatory that is checked asks for.
    pub sought: &'a Sought,
}

impl<'a> Paper<'a> {
    /// What is asked of the answer as a whole and none of its `words` shows.
    fn unanswered(&self, words: &[Word]) -> Vec<&'a Name> {
        let asked = &self.sought.of_answer;
        if asked.is_empty() {
            return Vec::new();
        }
        let hits = self.rules.answer_evidence.find(&self.document.text, words);
        let is_shown = |id: &&Name| {
            let group = self.rules.element(id).and_then(|element| element.present.phrase);
            group.is_some_and(|group| hits.iter().any(|hit| hit.group == group))
        };
        asked.iter().filter(|id| !is_shown(id)).collect()
    }

    /// What conditions on a part of the answer to interrogatory `index` are asked of.
    fn subject(
        &self,
        index: usize,
        span: Span,
        stretches: &'a [Span],
        (words, hits): (&'a [Word], &'a [Hit]),
    ) -> Subject<'a> {
        let interrogatory = &self.response.interrogatories[index];
        Subject {
            document: self.document,
            response: self.response,
            span,
            stretches,
            words,
            hits,
            particulars: None,
            told: self.sought.of_persons.as_ref().is_some_and(|owed| owed.is_told),
            answer: Some(interrogatory.state),
            objections: &interrogatory.objections,
            alike: &[],
            items: &[],
            stated: &[],
        }
    }
}

/// The first words of an answer.
fn opening(words: &[Word], span: Span) -> Span {
    const WORDS: usize = 12;
    let last = words.get(WORDS - 1).or(words.last());
    last.map_or(span, |last| Span::new(span.start, last.end as usize))
}

/// Items from which an answer is a list, whose form is told outside them.
const MANY_ITEMS: usize = 3;

/// Bytes that a stretch between two items must have to say anything; separators and labels have fewer.
const SHORTEST_STRETCH: usize = 12;

/// What of `span` stands outside the items: patterns for the form of an answer need not read its substance.
fn outside(span: Span, items: &[Item]) -> Vec<Span> {
    let mut start = span.start;
    let mut stretches = Vec::with_capacity(items.len() + 1);
    for item in items {
        stretches.push(Span::new(start, item.span.start));
        start = start.max(item.span.end);
    }
    stretches.push(Span::new(start, span.end));
    stretches.retain(|stretch| stretch.len() >= SHORTEST_STRETCH);
    stretches
}

/// One of the stretches, which stand in order, holds all of `span`.
fn is_within(span: Span, stretches: &[Span]) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start <= span.start);
    stretches[..after].last().is_some_and(|stretch| stretch.contains(span))
}

/// The required elements that an item does not state.
#[derive(Debug, Clone, Default)]
struct Missing {
    all: Vec<Name>,
    partial: Vec<Name>,
}

impl Missing {
    fn of(rule: &Rule, particulars: &Particulars) -> Self {
        let all: Vec<Name> = rule.requires.iter().filter(|id| lacks(particulars, id)).cloned().collect();
        let partial = all.iter().filter(|id| particulars.state(id) == State::Partial).cloned().collect();
        Self { all, partial }
    }
}

/// The element is not stated, or only in part.
fn lacks(particulars: &Particulars, id: &str) -> bool {
    matches!(particulars.state(id), State::Absent | State::Partial)
}

/// Where findings are made.
#[derive(Debug, Clone, Copy)]
struct Place {
    item: Option<usize>,
    interrogatory: usize,
}

impl Place {
    fn finding(self, rule: &Rule, span: Span, missing: Missing) -> Finding {
        Finding {
            rule: rule.id.clone(),
            severity: rule.severity,
            item: self.item,
            earlier: None,
            persons: Vec::new(),
            documents: Vec::new(),
            interrogatory: Some(self.interrogatory),
            span,
            names_words: false,
            missing: missing.all,
            partial: missing.partial,
            shifts: Vec::new(),
        }
    }
}
