//! The findings on the documents that one answer lists: one for all of which the same is not stated.

use crate::check::{Missing, Paper, Place, Subject, holds, lacks};
use crate::finding::Finding;
use crate::listed::Listed;
use crate::particular::{Particulars, State};
use crate::rule::{Rule, Scope};
use crate::word::{Word, range_in};

/// Adds the findings on `documents[first..]`, which the answer that is checked lists, to `findings`.
pub fn check_documents(
    paper: &Paper<'_>,
    (documents, first): (&[Listed], usize),
    words: &[Word],
    findings: &mut Vec<Finding>,
) {
    let Some(owed) = paper.sought.of_documents.as_ref() else { return };
    let rules: Vec<&Rule> = paper.rules.rules.iter().filter(|rule| rule.scope == Scope::Document).collect();
    let start = findings.len();
    for (index, document) in documents.iter().enumerate().skip(first) {
        let stated =
            Particulars { elements: document.fields.clone(), ..Particulars::of_words(document.span) };
        // What is not asked for is not missing.
        let mut elements = document.fields.clone();
        for element in elements.iter_mut().filter(|element| !owed.elements.contains(&element.id)) {
            element.state = State::Present;
        }
        let view = Particulars { elements, ..Particulars::of_words(document.span) };
        let words = &words[range_in(words, document.span)];
        let hits = paper.rules.document_phrases.find(&paper.document.text, words);
        let stretches = [document.span];
        let subject = paper.subject(document.interrogatory, document.span, &stretches, (words, &hits));
        let subject = Subject { particulars: Some(&stated), told: owed.is_told, ..subject };
        let place = Place { item: None, interrogatory: document.interrogatory };
        for rule in &rules {
            let is_lacking = rule.requires.is_empty() || rule.requires.iter().any(|id| lacks(&view, id));
            let Some(named) = holds(&rule.when, &subject).filter(|_| is_lacking) else { continue };
            let found = place.finding(rule, named.unwrap_or(document.span), Missing::of(rule, &view));
            super::persons::add(Finding { documents: vec![index], ..found }, start, findings);
        }
    }
}
