//! Answer → the persons whom it names, with what it states of each. Judges nothing, and reads no item.

mod details;
mod heads;
mod keys;
mod labels;
mod listing;
mod names;
mod rest;
mod rows;
mod streets;
mod telephones;
mod units;

use self::details::{details, digits};
use self::labels::says_unknown;
use self::listing::{Draft, Listing, NAME, Part};
use crate::analyse::elements::Stated;
use crate::document::{Document, Span};
use crate::particular::{Element, Particular, ParticularKind, State};
use crate::person::{Person, PersonKind};
use crate::response::{Asked, Interrogatory};
use crate::rule::{ElementRule, RuleSet, Scope};
use crate::word::Word;

pub use units::{Start, Unit, units};

/// The persons named in the answer to interrogatory `index`, whose words are `words`, in order of their first mention.
pub fn persons(
    document: &Document,
    index: usize,
    interrogatory: &Interrogatory,
    words: &[Word],
    rules: &RuleSet,
) -> Vec<Person> {
    let text = &document.text;
    let units = units(text, words, &interrogatory.objections);
    let only_led = interrogatory.asked == Asked::Secrets;
    let listing = listing::listing(text, words, &units, rules, only_led);
    let reader = Reader { text, words, rules };
    let mut fields: Vec<Vec<Element>> =
        listing.drafts.iter().map(|draft| reader.fields(&draft.parts)).collect();
    reader.add_shared(&listing, &mut fields);
    let persons = listing.drafts.into_iter().zip(fields).enumerate();
    persons.map(|(at, (draft, fields))| reader.person(at, index, draft, fields)).collect()
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    rules: &'a RuleSet,
}

/// Elements of human beings: a company has no employer and no post.
const OF_HUMANS: [&str; 2] = ["employer", "post"];

impl Reader<'_> {
    fn span(&self, part: &std::ops::Range<usize>) -> Span {
        Span::new(self.words[part.start].start as usize, self.words[part.end - 1].end as usize)
    }

    fn person(&self, at: usize, interrogatory: usize, draft: Draft, fields: Vec<Element>) -> Person {
        let name = self.span(&draft.name);
        let mut stretches = vec![name];
        for part in draft.parts.iter().filter(|part| !part.words.is_empty()) {
            let span = self.span(&part.words);
            match stretches.last_mut() {
                Some(last) if span.start <= last.end + 2 && span.start >= last.start => {
                    last.end = last.end.max(span.end);
                }
                _ => stretches.push(span),
            }
        }
        let mut details: Vec<Particular> =
            draft.parts.iter().flat_map(|part| details(self.text, self.words, part.words.clone())).collect();
        details.sort_unstable();
        details.dedup();
        let applies = |field: &Element| draft.kind == PersonKind::Natural || !OF_HUMANS.contains(&&*field.id);
        let mut fields = fields;
        fields.retain(applies);
        for field in fields.iter_mut().filter(|field| &*field.id == NAME) {
            field.state = if draft.is_full { State::Present } else { State::Partial };
            field.evidence = vec![name];
        }
        Person {
            name,
            kind: draft.kind,
            interrogatory,
            number: at + 1,
            stretches,
            details,
            fields,
            known_as: draft.key,
            earlier: None,
        }
    }

    /// What `parts` state, element by element.
    fn fields(&self, parts: &[Part]) -> Vec<Element> {
        let of_persons =
            self.rules.elements.iter().enumerate().filter(|(_, element)| element.scope == Scope::Person);
        let mut fields: Vec<(usize, Element)> = of_persons
            .map(|(at, rule)| {
                (at, Element { id: rule.id.clone(), state: State::Absent, evidence: Vec::new() })
            })
            .collect();
        for part in parts.iter().filter(|part| !part.words.is_empty()) {
            let words = &self.words[part.words.clone()];
            let found = details(self.text, self.words, part.words.clone());
            let hits = self.rules.person_phrases.find(self.text, words);
            let stated = Stated { found: &found, hits: &hits, words };
            for (at, field) in &mut fields {
                let rule = &self.rules.elements[*at];
                let here = if part.labels.contains(at) {
                    self.labelled(rule, part, &stated)
                } else {
                    stated.element(rule)
                };
                better(field, here);
            }
        }
        fields.into_iter().map(|(_, field)| field).collect()
    }

    /// What a line or a cell states whose label names the element.
    fn labelled(&self, rule: &ElementRule, part: &Part, stated: &Stated<'_>) -> Element {
        let element = |state| Element { id: rule.id.clone(), state, evidence: vec![self.span(&part.words)] };
        if says_unknown(self.text, stated.words) {
            return element(State::Disclaimed);
        }
        let found = stated.element(rule);
        if found.state != State::Absent {
            return found;
        }
        let is_empty = !stated.words.iter().any(|word| word.is_wordlike() && word.end - word.start > 2);
        // A number needs its digits, and an address its street; the words themselves are the rest.
        if rule.present.weights.contains_key(&ParticularKind::Telephone) {
            const LEAST: usize = 7;
            let has_number =
                digits(self.text, self.words, part.words.clone()) >= LEAST && part.labels.len() == 1;
            return if has_number { element(State::Present) } else { found };
        }
        match rule.partial.at_least {
            _ if is_empty => found,
            0 => element(State::Present),
            _ => element(State::Partial),
        }
    }

    /// Adds what is said of several persons at once to the fields of each.
    fn add_shared(&self, listing: &Listing, fields: &mut [Vec<Element>]) {
        for (members, parts) in listing.groups.iter().filter(|(_, parts)| !parts.is_empty()) {
            let shared = self.fields(parts);
            for member in members {
                add(&mut fields[*member], &shared);
            }
        }
        // What speaks of the first so many is gathered from the last person back to the first.
        let mut of_all: Vec<&(usize, Part)> = listing.of_all.iter().collect();
        of_all.sort_by_key(|(count, _)| *count);
        let mut gathered = self.fields(&[]);
        for (at, own) in fields.iter_mut().enumerate().rev() {
            while let Some((_, part)) = of_all.pop_if(|(count, _)| *count > at) {
                add(&mut gathered, &self.fields(std::slice::from_ref(part)));
            }
            add(own, &gathered);
        }
    }
}

fn add(fields: &mut [Element], others: &[Element]) {
    for (field, other) in fields.iter_mut().zip(others) {
        better(field, other.clone());
    }
}

/// Keeps what states more: stated, said to be unknown, stated in part, not stated.
fn better(field: &mut Element, other: Element) {
    let rank = |state| match state {
        State::Present => 3,
        State::Disclaimed => 2,
        State::Partial => 1,
        State::Absent => 0,
    };
    if rank(other.state) > rank(field.state) {
        *field = other;
    }
}
