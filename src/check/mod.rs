//! Response × RuleSet → Findings: which rules fire where, and what each says.

mod condition;

use sha2::{Digest, Sha256};

use crate::document::{Document, Span, hexadecimal};
use crate::finding::Finding;
use crate::particular::{Name, Particulars, State};
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

/// The findings on item `index`.
pub fn check_item(
    document: &Document,
    response: &Response,
    index: usize,
    reading: &Reading<'_>,
    rules: &RuleSet,
) -> Vec<Finding> {
    let item = &response.items[index];
    let interrogatory = &response.interrogatories[item.interrogatory];
    let stretches = [item.span];
    let subject = Subject {
        document,
        span: item.span,
        stretches: &stretches,
        reading: Some(reading),
        answer: interrogatory.state,
        objections: &interrogatory.objections,
    };
    let place = Place {
        document,
        name: response.item_name(index),
        item: Some(index),
        interrogatory: item.interrogatory,
    };
    let rules_of_items = rules.rules.iter().filter(|rule| rule.scope == Scope::Item);
    rules_of_items
        .filter(|rule| {
            rule.requires.is_empty() || rule.requires.iter().any(|id| lacks(reading.particulars, id))
        })
        .filter_map(|rule| {
            let words = holds(&rule.when, &subject)?;
            let missing = Missing::of(rule, reading.particulars);
            let span = words
                .or_else(|| missing.all.is_empty().then_some(item.span))
                .unwrap_or(reading.particulars.head);
            Some(Finding { names_words: words.is_some(), ..place.finding(rule, rules, span, missing) })
        })
        .collect()
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
        let subject = Subject {
            document,
            span,
            stretches: &stretches,
            reading: None,
            answer: interrogatory.state,
            objections: &interrogatory.objections,
        };
        let name = match &interrogatory.number {
            Some(number) => format!("the answer to Interrogatory No. {number}"),
            None => "the statement".to_owned(),
        };
        let place = Place { document, name, item: None, interrogatory: index };
        let rules_of_answers = rules.rules.iter().filter(|rule| rule.scope == Scope::Interrogatory);
        findings.extend(rules_of_answers.filter_map(|rule| {
            let words = holds(&rule.when, &subject)?;
            Some(place.finding(rule, rules, words.unwrap_or(span), Missing::default()))
        }));
    }
    findings
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
struct Place<'a> {
    document: &'a Document,
    name: String,
    item: Option<usize>,
    interrogatory: usize,
}

impl Place<'_> {
    fn finding(&self, rule: &Rule, rules: &RuleSet, span: Span, missing: Missing) -> Finding {
        let wording = wording(&missing.all, rules);
        let fill = |template: &str| fill(template, &self.name, &wording);
        Finding {
            fingerprint: self.fingerprint(rule, span),
            rule: rule.id.clone(),
            severity: rule.severity,
            confidence: rule.confidence,
            item: self.item,
            interrogatory: self.interrogatory,
            message: fill(&rule.message),
            ask: fill(&rule.ask),
            span,
            names_words: false,
            missing: missing.all,
            partial: missing.partial,
            authorities: rule.authorities.clone(),
            contrary: rule.contrary.clone(),
            shifts: Vec::new(),
        }
    }

    /// The rule and the words at fault, whatever their layout, as sixteen hexadecimal digits.
    fn fingerprint(&self, rule: &Rule, span: Span) -> String {
        let mut digest = Sha256::new();
        digest.update(rule.id.as_bytes());
        digest.update(self.name.as_bytes());
        for word in self.document.slice(span).split_whitespace() {
            digest.update(b" ");
            digest.update(word.as_bytes());
        }
        hexadecimal(&digest.finalize()[..8])
    }
}

/// "what the data is, what it is for and which part is secret".
fn wording(missing: &[Name], rules: &RuleSet) -> String {
    let words: Vec<&str> =
        missing.iter().filter_map(|id| rules.element(id)).map(|element| element.wording.as_str()).collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}

/// The template with `{item}` and `{missing}` filled in, and a capital at its start.
fn fill(template: &str, item: &str, missing: &str) -> String {
    let mut sentence = String::with_capacity(template.len() + item.len() + missing.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        sentence.push_str(before);
        let filled = [("{item}", item), ("{missing}", missing)]
            .into_iter()
            .find_map(|(name, words)| after.strip_prefix(name).map(|rest| (words, rest)));
        let (words, left) = filled.unwrap_or_else(|| after.split_at(1));
        sentence.push_str(words);
        rest = left;
    }
    sentence.push_str(rest);
    if let Some(first) = sentence.chars().next().filter(|first| first.is_lowercase()) {
        let capital: String = first.to_uppercase().collect();
        sentence.replace_range(..first.len_utf8(), &capital);
    }
    sentence
}
