//! A person whom an answer names because the request asks for persons, and what the answer states of him, her or it.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::document::Span;
use crate::particular::{Element, Particular, State};
use crate::response::{AnswerState, Asked, Response};

/// What a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PersonKind {
    /// A human being.
    Natural,
    /// A company or an institution.
    Entity,
}

/// A person named in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name, with a title before it and what belongs to it after ("Dr. Ada Nyberg, Jr.").
    pub name: Span,
    /// What it is.
    pub kind: PersonKind,
    /// Index into [`crate::response::Response::interrogatories`].
    pub interrogatory: usize,
    /// Its number among the persons of that answer, from 1, in order of their first mention.
    pub number: usize,
    /// The stretches that speak of it, in order of their place; the first holds the name.
    pub stretches: Vec<Span>,
    /// The details found in them, in order of their place.
    pub details: Vec<Particular>,
    /// The elements that apply to such a person, in the order of `rules/elements.yaml`.
    pub fields: Vec<Element>,
    /// The name in small letters, without titles, initials and endings.
    pub known_as: String,
    /// Index of the same person in [`crate::report::Report::persons`], as an earlier answer named it last.
    pub earlier: Option<usize>,
}

impl Person {
    /// How far field `id` is stated of it; a field that does not apply is [`State::Present`].
    pub fn state(&self, id: &str) -> State {
        let field = self.fields.iter().find(|field| &*field.id == id);
        field.map_or(State::Present, |field| field.state)
    }
}

/// How a reader refers to persons or documents by their numbers: "person 2", "documents 1 to 4 and 7".
pub fn numbered(noun: &str, mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let mut parts: Vec<String> = Vec::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [first, .., last] if run.len() > 2 => parts.push(format!("{first} to {last}")),
            _ => parts.extend(run.iter().map(usize::to_string)),
        }
    }
    let last = parts.pop().unwrap_or_default();
    match (numbers.len(), parts.is_empty()) {
        (1, _) => format!("{noun} {last}"),
        (_, true) => format!("{noun}s {last}"),
        _ => format!("{noun}s {} and {last}", parts.join(", ")),
    }
}

/// What a reader is told of answers to requests for persons in which none was found; `None` if there are none.
pub fn unnamed(response: &Response, all: &[Person]) -> Option<String> {
    const MOST: usize = 12;
    let named: HashSet<usize> = all.iter().map(|person| person.interrogatory).collect();
    let answers = response.interrogatories.iter().enumerate().filter(|(index, answer)| {
        answer.asked == Asked::Persons && answer.state == AnswerState::Answered && !named.contains(index)
    });
    let numbers: Vec<&str> = answers.filter_map(|(_, answer)| answer.number.as_deref()).collect();
    let listed = numbers.get(..MOST.min(numbers.len()))?.join(", ");
    let more = if numbers.len() > MOST { " and others" } else { "" };
    let noun = if numbers.len() == 1 { "Interrogatory No." } else { "Interrogatories Nos." };
    (!numbers.is_empty()).then(|| {
        format!("no person was found in what answers {noun} {listed}{more}, where persons are asked for; read it by eye")
    })
}

/// The persons of a paper, gathered answer by answer; who was identified before need not be again.
#[derive(Debug, Clone, Default)]
pub struct Persons {
    /// All of them, in order.
    pub all: Vec<Person>,
    /// The last mention of each name, and of each surname with a mark before it.
    by_name: HashMap<String, usize>,
}

impl Persons {
    /// Adds the persons of one answer; what an earlier answer states of one counts for it as well.
    pub fn add(&mut self, persons: Vec<Person>) {
        for mut person in persons {
            let name = |surname: &str| format!("~{surname}");
            let surname = name(person.known_as.rsplit(' ').next().unwrap_or_default());
            let key = if person.state("person-name") == State::Partial { &surname } else { &person.known_as };
            if let Some(index) = self.by_name.get(key).copied() {
                person.inherit(&self.all[index].fields);
                person.earlier = Some(index);
            }
            self.by_name.insert(person.known_as.clone(), self.all.len());
            if person.kind == PersonKind::Natural {
                self.by_name.insert(surname, self.all.len());
            }
            self.all.push(person);
        }
    }
}

impl Person {
    fn inherit(&mut self, fields: &[Element]) {
        for earlier in fields.iter().filter(|field| matches!(field.state, State::Present | State::Disclaimed))
        {
            let own = self.fields.iter_mut().find(|field| field.id == earlier.id);
            if let Some(own) = own.filter(|own| matches!(own.state, State::Absent | State::Partial)) {
                own.clone_from(earlier);
            }
        }
    }
}
