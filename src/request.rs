//! What the words of a request ask for, by `rules/requests.yaml`.

mod persons;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::document::Span;
use crate::particular::Name;
use crate::phrase::Phrases;
use crate::response::Asked;
use crate::rule::{RuleSet, Scope};
use crate::word::words;
pub use persons::definitions;

/// The words by which requests ask for elements.
#[derive(Debug, Clone, Default)]
pub struct Requests {
    /// The phrases, one group for each of `asks`.
    pub phrases: Phrases,
    /// What each group asks for.
    pub asks: Vec<Ask>,
    /// What states each of those elements.
    pub scopes: BTreeMap<Name, Scope>,
}

/// One wording, and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Its group of phrases.
    pub group: u32,
    /// The elements that it asks for.
    pub elements: Vec<Name>,
    /// The elements that are looked for where nothing says what to identify means; with any, it asks for a list.
    pub otherwise: Vec<Name>,
    /// The courts where it asks for them; everywhere, if none are named.
    pub forums: Option<Vec<Name>>,
}

/// What "identify" is defined of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Identified {
    /// Of trade secrets, or of anything that the definition does not name.
    Secret,
    /// Of persons.
    Person,
    /// Of documents.
    Document,
    /// Of companies, communications and the like.
    Other,
}

impl Identified {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Person => "person",
            Self::Document => "document",
            Self::Other => "other",
        }
    }
}

/// Bytes of a definition that are read at most.
const LONGEST: usize = 2000;

/// The paragraph of a paper in which it says what "identify" means of a trade secret, and not of a person or a document;
/// whatever it names is asked for as well.
pub fn definition(text: &str) -> Option<&str> {
    const WORD: &str = "dentify";
    let ends = memchr::memmem::find_iter(text.as_bytes(), WORD).map(|at| at + WORD.len());
    let start = ends.into_iter().find(|end| identified(&text[*end..]) == Some(Identified::Secret))?;
    let paragraph = &text[start..text.floor_char_boundary(start + LONGEST)];
    Some(&paragraph[..paragraph.find("\n\n").unwrap_or(paragraph.len())])
}

/// What the word "identify" is defined of by the words `after` it; `None` if they define nothing.
pub fn identified(after: &str) -> Option<Identified> {
    const NEAR: usize = 160;
    /// Bytes in which a definition says what it is of ("when used of a natural person, means").
    const LEAD: usize = 60;
    const OTHERS: [(&str, Identified); 6] = [
        (" person", Identified::Person),
        (" natural", Identified::Person),
        (" individual", Identified::Person),
        (" document", Identified::Document),
        (" entity", Identified::Other),
        (" communication", Identified::Other),
    ];
    if !after.starts_with(['"', '”', ',', '\'']) {
        return None;
    }
    let near: String = after.chars().take(NEAR).collect();
    if !near.contains(" mean") && !near.contains("refers to") {
        return None;
    }
    let others = OTHERS.iter().filter_map(|(other, of)| Some((near.find(other)?, *of)));
    let first = others.filter(|(at, _)| *at < LEAD).min_by_key(|(at, _)| *at);
    Some(first.map_or(Identified::Secret, |(_, of)| of))
}

/// What one request asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// The elements of items; `None` if none of its words is known, and it may ask for anything.
    pub of_items: Option<BTreeSet<Name>>,
    /// What the answer as a whole is to say.
    pub of_answer: BTreeSet<Name>,
    /// What is to be said of each person; `None` if the request asks for no persons.
    pub of_persons: Option<Owed>,
    /// What is to be said of each document; `None` if the request asks for no documents.
    pub of_documents: Option<Owed>,
}

impl Sought {
    /// What the request asks for, where its own first words say `asked`.
    pub fn asked(&self, asked: Asked) -> Asked {
        match asked {
            Asked::Other if self.of_persons.is_some() => Asked::Persons,
            Asked::Other if self.of_documents.is_some() => Asked::Documents,
            other => other,
        }
    }
}

/// What is to be said of each person or document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owed {
    /// The elements.
    pub elements: BTreeSet<Name>,
    /// The request, a definition or a rule of the court names them; otherwise they are what is commonly given.
    pub is_told: bool,
}

/// How a paper's requests are read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What the paper says "identify" means of a trade secret.
    pub of_secrets: Option<&'a str>,
    /// What the paper says "identify" means of a person.
    pub of_persons: &'a str,
    /// What it says "identify" means of a document.
    pub of_documents: &'a str,
    /// The id of the court.
    pub forum: Option<&'a str>,
}

impl Requests {
    /// What a request asks for, by its own words, if they are known, and by what its paper says "identify" means.
    pub fn sought(&self, request: Option<&str>, reading: &Reading<'_>, rules: &RuleSet) -> Sought {
        let text = match (request, reading.of_secrets) {
            (Some(request), Some(definition)) => Cow::Owned(format!("{request}\n{definition}")),
            (words, other) => Cow::Borrowed(words.or(other).unwrap_or_default()),
        };
        let of = |asks: &[&Ask], scope: Scope| -> BTreeSet<Name> {
            let all = asks.iter().flat_map(|ask| &ask.elements);
            all.filter(|id| self.scopes.get(*id) == Some(&scope)).cloned().collect()
        };
        let asks = self.asks_in(&text, reading, rules);
        let of_items = of(&asks, Scope::Item);
        let is_known = request.is_some() && !of_items.is_empty();
        Sought {
            of_items: is_known.then_some(of_items),
            of_answer: of(&asks, Scope::Interrogatory),
            of_persons: request
                .and_then(|request| self.owed(request, &asks, Scope::Person, (reading, rules))),
            of_documents: request
                .and_then(|request| self.owed(request, &asks, Scope::Document, (reading, rules))),
        }
    }

    /// What a request that holds `asks` wants to know of each person or document.
    fn owed(
        &self,
        request: &str,
        asks: &[&Ask],
        scope: Scope,
        (reading, rules): (&Reading<'_>, &RuleSet),
    ) -> Option<Owed> {
        let is_of = |ask: &&Ask| ask.elements.iter().any(|id| self.scopes.get(id) == Some(&scope));
        let mut asks: Vec<&Ask> = asks.iter().copied().filter(is_of).collect();
        if asks.iter().all(|ask| ask.otherwise.is_empty()) {
            return None;
        }
        if request.contains("dentif") {
            let definition = if scope == Scope::Person { reading.of_persons } else { reading.of_documents };
            asks.extend(self.asks_in(definition, reading, rules).iter().filter(|ask| is_of(ask)));
        }
        let is_told = asks.iter().any(|ask| ask.otherwise.is_empty());
        let named = asks.iter().flat_map(|ask| &ask.elements);
        let otherwise = asks.iter().filter(|_| !is_told).flat_map(|ask| &ask.otherwise);
        Some(Owed { elements: named.chain(otherwise).cloned().collect(), is_told })
    }

    /// The wordings that stand in `text` and count in the court.
    fn asks_in(&self, text: &str, reading: &Reading<'_>, rules: &RuleSet) -> Vec<&Ask> {
        let words = words(text, Span::new(0, text.len()), &rules.lexicon);
        let hits = self.phrases.find(text, &words);
        let counts = |ask: &&Ask| {
            let in_forum = |areas: &Vec<Name>| {
                let forum = reading.forum;
                forum.is_some_and(|forum| areas.iter().any(|area| rules.forums.is_within(forum, area)))
            };
            hits.iter().any(|hit| hit.group == ask.group) && ask.forums.as_ref().is_none_or(in_forum)
        };
        self.asks.iter().filter(counts).collect()
    }
}
