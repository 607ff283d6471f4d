//! The findings on the persons of one answer: one for all who lack the same.

use crate::check::{Missing, Paper, Place, holds, lacks};
use crate::document::Span;
use crate::finding::Finding;
use crate::particular::{Element, Name, Particulars, State};
use crate::person::Person;
use crate::request::Sought;
use crate::rule::{Rule, Scope};
use crate::word::{Word, range_in};

/// The persons of a paper, as far as they are found.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// All of them.
    pub all: &'a [Person],
    /// Index of the first whom the answer that is checked names.
    pub first: usize,
    /// What was asked for in the answers before it.
    pub before: &'a [Sought],
}

/// Adds the findings on the persons of the answer that is checked, which is `words`, to `findings`.
pub fn check_persons(paper: &Paper<'_>, named: Named<'_>, words: &[Word], findings: &mut Vec<Finding>) {
    let rules: Vec<&Rule> = paper.rules.rules.iter().filter(|rule| rule.scope == Scope::Person).collect();
    let start = findings.len();
    for (index, person) in named.all.iter().enumerate().skip(named.first) {
        let view = view(paper, named, person);
        let place = Place { item: None, interrogatory: person.interrogatory };
        for rule in &rules {
            if !rule.requires.is_empty() && !rule.requires.iter().any(|id| lacks(&view, id)) {
                continue;
            }
            let Some((span, names_words)) = fires(paper, rule, person, &view, words) else { continue };
            let found = place.finding(rule, span, Missing::of(rule, &view));
            add(Finding { persons: vec![index], names_words, ..found }, start, findings);
        }
    }
}

/// Adds the person or document of `found` to a finding from `start` on that says the same of others, or `found` itself.
pub(super) fn add(found: Finding, start: usize, findings: &mut Vec<Finding>) {
    let says_the_same = |other: &&mut Finding| {
        other.rule == found.rule && other.missing == found.missing && other.partial == found.partial
    };
    match findings[start..].iter_mut().find(says_the_same) {
        Some(other) => {
            other.persons.extend(found.persons);
            other.documents.extend(found.documents);
        }
        None => findings.push(found),
    }
}

/// The words at fault, and whether the condition names them, if it holds of one of the stretches that speak of the person
/// or of words that show a field.
fn fires(
    paper: &Paper<'_>,
    rule: &Rule,
    person: &Person,
    view: &Particulars,
    words: &[Word],
) -> Option<(Span, bool)> {
    let bounds = words.first().zip(words.last());
    let is_here = |span: &&Span| {
        bounds
            .is_some_and(|(first, last)| first.start as usize <= span.start && span.end <= last.end as usize)
    };
    let shown = person.fields.iter().flat_map(|field| &field.evidence).filter(is_here);
    person.stretches.iter().chain(shown).find_map(|span| {
        let words = &words[range_in(words, *span)];
        let hits = if rule.when.looks_for_phrases() {
            paper.rules.person_phrases.find(&paper.document.text, words)
        } else {
            Vec::new()
        };
        let stretches = [*span];
        let subject = paper.subject(person.interrogatory, *span, &stretches, (words, &hits));
        let subject = super::Subject { particulars: Some(view), ..subject };
        holds(&rule.when, &subject).map(|words| (words.unwrap_or(person.name), words.is_some()))
    })
}

/// What is stated of the person, where what is not asked for, or was found missing in an earlier answer, counts as stated.
fn view(paper: &Paper<'_>, named: Named<'_>, person: &Person) -> Particulars {
    let owed = paper.sought.of_persons.as_ref();
    let earlier = person.earlier.and_then(|index| named.before.get(named.all[index].interrogatory));
    let earlier = earlier.and_then(|sought| sought.of_persons.as_ref());
    let is_owed = |id: &Name| {
        let was_owed = earlier.is_some_and(|earlier| {
            earlier.elements.contains(id) && (earlier.is_told || owed.is_some_and(|owed| !owed.is_told))
        });
        !was_owed && owed.is_some_and(|owed| owed.elements.contains(id))
    };
    let mut elements = person.fields.clone();
    for element in elements.iter_mut().filter(|element| !is_owed(&element.id)) {
        element.state = State::Present;
    }
    // An element that does not apply to such a person is stated as well: it is on no list, and would count as missing.
    let others = paper.rules.elements.iter().filter(|rule| rule.scope == Scope::Person);
    let others = others.filter(|rule| person.fields.iter().all(|field| field.id != rule.id));
    elements.extend(others.map(|rule| Element {
        id: rule.id.clone(),
        state: State::Present,
        evidence: Vec::new(),
    }));
    Particulars { found: person.details.clone(), elements, ..Particulars::of_words(person.name) }
}
