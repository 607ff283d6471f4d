//! What a letter about an answer says, in words of law and of fact: `rules/letter.yaml`. Read when a letter is composed;
//! most runs compose none.

mod when;

use std::sync::OnceLock;

use serde::Deserialize;

use crate::particular::Name;
pub use when::{Circumstance, Form, When};

/// The facts that stand between braces in a text, beside the keys of authorities.
pub const FACTS: [&str; 15] = [
    "response",
    "paper",
    "respondent",
    "requester",
    "interrogatories",
    "cure_date",
    "working",
    "days",
    "protective_order",
    "beyond",
    "item",
    "words",
    "rest",
    "court",
    "case",
];

/// All that letters say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Clauses {
    /// Whole paragraphs, in the order in which they are printed at their place.
    pub paragraphs: Vec<Clause>,
    /// How a gap is put; the first that fits is taken.
    pub gaps: Vec<Gap>,
    /// Why a gap matters; the first that fits is taken.
    pub reasons: Vec<Reason>,
    /// Decisions on one kind of gap; all that fit are printed.
    pub sayings: Vec<Saying>,
}

/// A paragraph and when it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its name.
    pub id: Name,
    /// Where it stands.
    pub place: Place,
    /// When it is printed.
    #[serde(default)]
    pub when: When,
    /// Its words; what stands between braces is a fact of the case or the key of an authority.
    pub words: String,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Why the paper is written, and under which rule.
    Purpose,
    /// What the law asks of an answer at the stage.
    Standard,
    /// Decisions that asked for no more.
    Contrary,
    /// What is not asked for in any item.
    NotDemanded,
    /// Before the objections.
    Objections,
    /// Before the persons.
    Persons,
    /// Before the documents.
    Documents,
    /// When a supplement is asked for.
    Cure,
    /// What is offered in return.
    Offer,
    /// The live conference.
    Conference,
    /// What follows if the gaps stay.
    Consequence,
    /// What is left open.
    Reservation,
    /// The order that is asked for.
    Relief,
    /// To the lawyer who signs, and never in the paper.
    Note,
}

/// How one gap is put.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The element that is missing; without, the defect that the rules found.
    pub element: Option<Name>,
    /// The rules that found it; any, if none are named.
    #[serde(default)]
    pub rule: Vec<Name>,
    /// What the item claims; anything, if nothing is named.
    #[serde(default)]
    pub subject: Vec<Name>,
    /// Only where the item opens with words such as "the way in which"; `{rest}` is what follows them.
    #[serde(default)]
    pub rest: bool,
    /// Where it is put.
    #[serde(default)]
    pub section: Section,
    /// What is not stated.
    pub gap: String,
    /// The same where a part is stated, which `{words}` quotes.
    pub partial: Option<String>,
    /// What would cure it, after "state" or the like.
    pub cure: String,
    /// What is not asked for.
    pub not_demanded: Option<String>,
}

/// Where a defect of a whole answer or paper is put.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// With the answer.
    #[default]
    Answer,
    /// With the objections.
    Objections,
    /// With signature, oath and service.
    Formalities,
}

/// Why a gap matters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The rules that found it; any, if none are named.
    #[serde(default)]
    pub rule: Vec<Name>,
    /// What the item claims; anything, if nothing is named.
    #[serde(default)]
    pub subject: Vec<Name>,
    /// One or two sentences.
    pub words: String,
}

/// A decision on one kind of gap, as the letter tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// The rules on whose findings it is printed.
    pub rule: Vec<Name>,
    /// When it is printed.
    #[serde(default)]
    pub when: When,
    /// Its words, which name the authority by its key.
    pub words: String,
}

/// The built-in clauses as JSON, and what was read of them; clauses of a user stand before them.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    json: &'static str,
    own: Clauses,
    read: OnceLock<Clauses>,
}

impl Letters {
    /// The clauses that `json` states.
    pub fn unread(json: &'static str) -> Self {
        Self { json, ..Self::default() }
    }

    /// Adds clauses; a paragraph takes the place of the one of its name, and all else stands before what is built in.
    pub fn add(&mut self, clauses: Clauses) {
        self.own.put_over(clauses);
        self.read = OnceLock::new();
    }

    /// All clauses.
    pub fn clauses(&self) -> &Clauses {
        self.read.get_or_init(|| {
            let mut all: Clauses = serde_json::from_str(self.json).unwrap_or_default();
            all.put_over(self.own.clone());
            all
        })
    }
}

impl Clauses {
    fn put_over(&mut self, over: Self) {
        for clause in over.paragraphs {
            match self.paragraphs.iter_mut().find(|known| known.id == clause.id) {
                Some(known) => *known = clause,
                None => self.paragraphs.push(clause),
            }
        }
        self.gaps.splice(0..0, over.gaps);
        self.reasons.splice(0..0, over.reasons);
        self.sayings.splice(0..0, over.sayings);
    }

    /// Every text with gaps to be filled.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let paragraphs = self.paragraphs.iter().map(|clause| &clause.words);
        let gaps = self.gaps.iter().flat_map(|gap| {
            [Some(&gap.gap), gap.partial.as_ref(), Some(&gap.cure), gap.not_demanded.as_ref()]
                .into_iter()
                .flatten()
        });
        let reasons = self.reasons.iter().map(|reason| &reason.words);
        let sayings = self.sayings.iter().map(|saying| &saying.words);
        paragraphs.chain(gaps).chain(reasons).chain(sayings).map(String::as_str)
    }
}

/// The parts of a text: words, and the names that stand between braces.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        parts.extend([Part::Words(before), Part::Name(name)]);
        rest = behind;
    }
    parts.push(Part::Words(rest));
    parts.retain(|part| *part != Part::Words(""));
    parts
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'t> {
    /// Words as they are printed.
    Words(&'t str),
    /// The name of a fact, or the key of an authority.
    Name(&'t str),
}
