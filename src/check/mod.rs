//! Response × RuleSet → Findings: which rules fire where, at which words.

mod condition;

use crate::document::{Document, Span};
use crate::finding::Finding;
use crate::particular::{Name, Particulars, State};
use crate::pattern::Seen;
use crate::phrase::Hit;
use crate::response::{Asked, Item, Response};
use crate::rule::{Rule, RuleSet, Scope};
use crate::word::Word;
pub use condition::{Subject, holds};

/// What one item says, with the words it was read from.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What it states.
    pub particulars: &'a Particulars,
    /// Its words.
    pub words: &'a [Word],
    /// The phrases found in it.
    pub hits: &'a [Hit],
}

/// Adds the findings on item `index` to `findings`.
pub fn check_item(
    document: &Document,
    response: &Response,
    index: usize,
    reading: &Reading<'_>,
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) {
    let item = &response.items[index];
    let interrogatory = &response.interrogatories[item.interrogatory];
    let stretches = [item.span];
    let subject = Subject {
        document,
        span: item.span,
        stretches: &stretches,
        seen: &Seen::ALL,
        reading: Some(reading),
        answer: interrogatory.state,
        objections: &interrogatory.objections,
    };
    let place = Place { item: Some(index), interrogatory: item.interrogatory };
    let rules_of_items = rules.rules.iter().filter(|rule| rule.scope == Scope::Item);
    let lacking = rules_of_items.filter(|rule| {
        rule.requires.is_empty() || rule.requires.iter().any(|id| lacks(reading.particulars, id))
    });
    findings.extend(lacking.filter_map(|rule| {
        let words = holds(&rule.when, &subject)?;
        let missing = Missing::of(rule, reading.particulars);
        let span =
            words.or_else(|| missing.all.is_empty().then_some(item.span)).unwrap_or(reading.particulars.head);
        Some(Finding { names_words: words.is_some(), ..place.finding(rule, span, missing) })
    }));
}

/// The findings on interrogatories as wholes.
pub fn check_interrogatories(document: &Document, response: &Response, rules: &RuleSet) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut items = response.items.as_slice();
    for (index, interrogatory) in response.interrogatories.iter().enumerate() {
        let (own, rest) = items.split_at(items.partition_point(|item| item.interrogatory <= index));
        items = rest;
        if interrogatory.asked != Asked::Secrets {
            continue;
        }
        let span = interrogatory.answer.or(interrogatory.request).unwrap_or(Span::new(0, 0));
        let stretches = if own.len() < MANY_ITEMS { vec![span] } else { outside(span, own) };
        let seen = if document.text.len() < LONG_PAPER {
            Seen::ALL
        } else {
            let others = interrogatory.objections.iter().filter(|span| !is_within(**span, &stretches));
            let spans = stretches.iter().chain(others);
            rules.patterns.seen_in(spans.map(|span| document.slice(*span)))
        };
        let subject = Subject {
            document,
            span,
            stretches: &stretches,
            seen: &seen,
            reading: None,
            answer: interrogatory.state,
            objections: &interrogatory.objections,
        };
        let place = Place { item: None, interrogatory: index };
        let rules_of_answers = rules.rules.iter().filter(|rule| rule.scope == Scope::Interrogatory);
        findings.extend(rules_of_answers.filter_map(|rule| {
            let words = holds(&rule.when, &subject)?;
            Some(place.finding(rule, words.unwrap_or(span), Missing::default()))
        }));
    }
    findings
}

/// Bytes of a paper from which it pays to find out which patterns an answer can hold before each is looked for.
const LONG_PAPER: usize = 1 << 16;

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
            interrogatory: self.interrogatory,
            span,
            names_words: false,
            missing: missing.all,
            partial: missing.partial,
            shifts: Vec::new(),
        }
    }
}
