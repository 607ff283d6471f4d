//! What an item states: its subject, the particulars that pin it down, and the state of each element.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::document::Span;

/// The name of a rule, an element, a subject, a word list or an authority, as the YAML files spell it.
pub type Name = Arc<str>;

/// A kind of concrete detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParticularKind {
    /// A word or words of the trade that name a thing or a property: "damp sugar slab", "load cell".
    Term,
    /// What is done to or by a thing: "is bolted", "wetted", "carries".
    Action,
    /// A number with a technical unit, a ratio or a set value.
    Quantity,
    /// A file, table, column, function, drawing or part number.
    Identifier,
    /// A document cited to the place where the content stands.
    Citation,
    /// A list that says what the thing consists of.
    Fields,
    /// Ordered steps.
    Steps,
    /// How a thing is done: "by ...", "using ...", "whereby ...".
    Means,
    /// A threshold or condition on which something is done.
    Condition,
    /// One thing in its place to another: "between the layers", "below the sill".
    Structure,
    /// A named part of a thing that the words before the list name ("each of the following components of that motor").
    Part,
    /// A compilation known by its title and by how many entries it has: "the 84-name list headed ...".
    Record,
    /// How a value is reckoned: "the sum of", "less", "squared".
    Calculation,
    /// An express boundary: "rather than ...", "only ...", "not claimed: ...".
    Boundary,
    /// Where a person can be found, down to the street, the building or the box: "14 Mill Street", "P.O. Box 9".
    StreetAddress,
    /// A city, a state or a country.
    Place,
    /// A telephone number.
    Telephone,
    /// Whom a person works for.
    Employer,
    /// What a person does at work: "Senior Engineer".
    Post,
}

impl ParticularKind {
    /// Every kind, in the order of declaration.
    pub const ALL: [Self; 19] = [
        Self::Term,
        Self::Action,
        Self::Quantity,
        Self::Identifier,
        Self::Citation,
        Self::Fields,
        Self::Steps,
        Self::Means,
        Self::Condition,
        Self::Structure,
        Self::Part,
        Self::Record,
        Self::Calculation,
        Self::Boundary,
        Self::StreetAddress,
        Self::Place,
        Self::Telephone,
        Self::Employer,
        Self::Post,
    ];

    /// The name in rule files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Action => "action",
            Self::Quantity => "quantity",
            Self::Identifier => "identifier",
            Self::Citation => "citation",
            Self::Fields => "fields",
            Self::Steps => "steps",
            Self::Means => "means",
            Self::Condition => "condition",
            Self::Structure => "structure",
            Self::Part => "part",
            Self::Record => "record",
            Self::Calculation => "calculation",
            Self::Boundary => "boundary",
            Self::StreetAddress => "street-address",
            Self::Place => "place",
            Self::Telephone => "telephone",
            Self::Employer => "employer",
            Self::Post => "post",
        }
    }
}

/// A concrete detail found in an item, or in what an answer says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Particular {
    /// Where it stands.
    pub span: Span,
    /// What kind of detail it is.
    pub kind: ParticularKind,
}

/// How far an element is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Stated.
    Present,
    /// Stated in part; it still counts as missing.
    Partial,
    /// Not stated.
    Absent,
    /// The party says that it does not claim or know it.
    Disclaimed,
}

/// One element of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name in `rules/elements.yaml`.
    pub id: Name,
    /// How far it is stated.
    pub state: State,
    /// The words that show it.
    pub evidence: Vec<Span>,
}

/// What made an item count as one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// It is given by a name or an owner and nothing more.
    Name,
    /// The noun that names it.
    Head,
    /// A phrase near its start.
    Frame,
    /// A word beside a general noun ("customer" list).
    Modifier,
    /// No word decided; the kind is what is left.
    Nothing,
}

/// Why an item counts as one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// What decided.
    pub ground: Ground,
    /// The words that decided.
    pub span: Span,
}

/// All that the analysis says of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// The kinds of thing claimed, the head noun's first; never empty.
    pub subjects: Vec<Name>,
    /// Why, one for each of `subjects`.
    pub reasons: Vec<Reason>,
    /// The noun phrase that names the claim, without the words that follow it.
    pub head: Span,
    /// The concrete details in order of their place.
    pub found: Vec<Particular>,
    /// Every element that applies to the item's subjects, in the order of `rules/elements.yaml`.
    pub elements: Vec<Element>,
}

impl Particulars {
    /// Nothing but the words that name a thing.
    pub fn of_words(head: Span) -> Self {
        Self { subjects: Vec::new(), reasons: Vec::new(), head, found: Vec::new(), elements: Vec::new() }
    }

    /// The state of element `id`; an element that does not apply is [`State::Absent`].
    pub fn state(&self, id: &str) -> State {
        self.elements.iter().find(|element| &*element.id == id).map_or(State::Absent, |element| element.state)
    }
}
