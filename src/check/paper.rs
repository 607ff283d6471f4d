//! Findings on a paper as a whole, once all of it is taken apart.

use super::alike::{Alike, alike};
use super::condition::{Subject, holds};
use super::facts::places;
use super::signature::Signature;
use crate::document::{Document, Span};
use crate::finding::Finding;
use crate::particular::Particulars;
use crate::response::{Item, Response};
use crate::rule::{Rule, RuleSet, Scope};
use crate::word::{Word, words_into};

/// Adds the findings on the paper as a whole to `findings`: at every place that a rule's condition names. `stated` says what
/// each item states, `signatures` which items are alike.
pub fn check_paper(
    document: &Document,
    response: &Response,
    (stated, signatures): (&[Particulars], &[Signature]),
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) {
    let alike = alike(document, response, signatures);
    let objections: Vec<Span> = response.parts.general_objections.iter().map(|entry| entry.span).collect();
    let mut words: Vec<Word> = Vec::new();
    let whole = match (objections.first(), objections.last()) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => Span::new(0, 0),
    };
    words_into(&mut words, &document.text, whole, &rules.lexicon);
    let hits = rules.answer_phrases.find(&document.text, &words);
    let subject = Subject {
        document,
        response,
        span: whole,
        stretches: &objections,
        words: &words,
        hits: &hits,
        particulars: None,
        told: false,
        answer: None,
        objections: &objections,
        alike: &alike,
        items: &response.items,
        stated,
    };
    for rule in rules.rules.iter().filter(|rule| rule.scope == Scope::Response) {
        let Some(named) = holds(&rule.when, &subject) else { continue };
        let last = rule.when.paper.as_ref().and_then(|paper| paper.has.last());
        let pairs: Vec<&Alike> = alike.iter().filter(|pair| last == Some(&pair.fact)).collect();
        if !pairs.is_empty() {
            findings.extend(pairs.into_iter().map(|pair| of_pair(rule, *pair, &response.items[pair.item])));
            continue;
        }
        let spans = last.map(|fact| places(*fact, &subject)).filter(|spans| !spans.is_empty());
        let spans = spans.or(named.map(|span| vec![span])).unwrap_or_default();
        findings.extend(spans.into_iter().map(|span| finding(rule, span)));
    }
}

/// A finding on an item that is like an earlier one.
fn of_pair(rule: &Rule, pair: Alike, item: &Item) -> Finding {
    Finding {
        item: Some(pair.item),
        earlier: Some(pair.earlier),
        interrogatory: Some(item.interrogatory),
        ..finding(rule, item.span)
    }
}

fn finding(rule: &Rule, span: Span) -> Finding {
    Finding {
        rule: rule.id.clone(),
        severity: rule.severity,
        item: None,
        earlier: None,
        persons: Vec::new(),
        documents: Vec::new(),
        interrogatory: None,
        span,
        names_words: true,
        missing: Vec::new(),
        partial: Vec::new(),
        shifts: Vec::new(),
    }
}
