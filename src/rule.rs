//! One rule as its YAML file states it, and the set of all that a run needs: rules, elements, subjects, words, authorities.

mod fact;
mod inquiry;
mod stage;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::fact::{Fact, PaperCondition};
pub use self::inquiry::{Inquiries, Inquiry};
pub use self::stage::{ByStage, Confidence, Severity, Stage};
pub use crate::authority::{Authorities, Authority};
use crate::clause::Letters;
use crate::deadline::Holiday;
use crate::forum::Forums;
use crate::lexicon::Lexicon;
use crate::particular::{Name, ParticularKind, State};
use crate::pattern::Pattern;
use crate::phrase::Phrases;
use crate::posture::Claim;
use crate::request::Requests;
use crate::response::AnswerState;
use crate::shift::Shift;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Each item of an answer.
    Item,
    /// Each interrogatory that asks for trade secrets, with its answer.
    Interrogatory,
    /// The paper as a whole.
    Response,
    /// Each person named in the answer to a request that asks for persons.
    Person,
    /// Each document listed in the answer to a request that asks for documents.
    Document,
}

/// What must hold for a rule to fire. Every key that is given must hold.
#[derive(Debug, Clone, Default)]
pub struct Condition {
    /// One of the item's subjects is among these.
    pub subject: Option<Vec<Name>>,
    /// The item's first subject is among these.
    pub first_subject: Option<Vec<Name>>,
    /// One of these phrases stands in the text; the finding underlines it.
    pub phrase: Option<u32>,
    /// The expression matches the text; the finding underlines the match.
    pub pattern: Option<Pattern>,
    /// The words that the pattern matches are a term that the paper defines, or are none.
    pub defined: Option<bool>,
    /// The item holds at most this many words.
    pub most_words: Option<usize>,
    /// Every word of the item that carries content is on one of these lists.
    pub only_words: Option<crate::lexicon::Lists>,
    /// Particulars of these kinds, no more than this many.
    pub most_particulars: Option<(Vec<ParticularKind>, usize)>,
    /// The state of these elements is one of those given.
    pub elements: Vec<(Name, Vec<State>)>,
    /// The request, a definition or a rule of the court says what is to be stated of each person or document, or none does.
    pub told: Option<bool>,
    /// The interrogatory's answer is in one of these states.
    pub answer: Option<Vec<AnswerState>>,
    /// The answer's items, taken together, are such.
    pub items: Option<ItemsCondition>,
    /// What the paper as a whole holds and lacks.
    pub paper: Option<PaperCondition>,
    /// One of the answer's objections meets this, of a paper one of its general objections; the finding underlines it.
    pub objection: Option<Box<Condition>>,
    /// All of these hold.
    pub all: Vec<Condition>,
    /// At least one of these holds, if there are any.
    pub any: Vec<Condition>,
    /// Not one of these holds.
    pub none: Vec<Condition>,
}

/// What must hold of the items of an answer, taken together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemsCondition {
    /// There are at least this many.
    pub at_least: usize,
    /// Whether any of them has a label, if that matters.
    pub labelled: Option<bool>,
    /// Each of these elements is stated by an item.
    pub some_state: Vec<Name>,
    /// None of these elements is stated by any item.
    pub none_state: Vec<Name>,
}

/// One of a rule's own examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The item's words; `⟦…⟧` around the words that the finding must underline, if the example says.
    pub text: String,
    /// The elements that the finding must name, if the example says.
    pub missing: Option<Vec<Name>>,
}

/// One rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The defect's name: the file's name without `.yaml`.
    pub id: Name,
    /// One sentence: what it finds.
    pub summary: String,
    /// What it looks at.
    pub scope: Scope,
    /// When it fires.
    pub when: Condition,
    /// Elements that must be present; with any of these missing the rule fires, with none missing it does not. A rule for
    /// answers or persons looks only at those that the request asks for.
    pub requires: Vec<Name>,
    /// How much it matters at each stage.
    pub severity: ByStage<Severity>,
    /// How often it is right.
    pub confidence: Confidence,
    /// What a finding says; `{item}`, `{earlier}` and `{missing}` are filled in.
    pub message: String,
    /// The one thing to do; `{item}`, `{earlier}` and `{missing}` are filled in.
    pub ask: String,
    /// What engineers are asked, if the facts are theirs and no element asks for them.
    pub engineer: Option<Inquiry>,
    /// Why courts care, in full sentences.
    pub why: String,
    /// Keys of the authorities that a finding may print.
    pub authorities: Vec<Name>,
    /// Keys of authorities that cut against its findings.
    pub contrary: Vec<Name>,
    /// Texts that it must find.
    pub flagged: Vec<Example>,
    /// Texts near it that it must leave alone.
    pub clean: Vec<Example>,
    /// Texts that it should find and does not.
    pub known_miss: Vec<Example>,
    /// Where it was loaded from: `built-in`, or the file's path.
    pub origin: Arc<str>,
}

/// When an element counts as stated.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// What each kind of particular counts for.
    pub weights: BTreeMap<ParticularKind, u32>,
    /// Particulars whose weights add up to this much show it; 0 when particulars never do.
    pub at_least: u32,
    /// A phrase of this group shows it.
    pub phrase: Option<u32>,
    /// Those phrases as the file writes them.
    pub cues: Vec<String>,
}

/// An element as `rules/elements.yaml` defines it.
#[derive(Debug, Clone)]
pub struct ElementRule {
    /// Its name.
    pub id: Name,
    /// What states it: each item, an answer as a whole, or what is said of each person or document.
    pub scope: Scope,
    /// The column head in a table, at most twelve characters.
    pub short: String,
    /// What it asks, as a question.
    pub question: String,
    /// How a sentence names it: "State {wording}".
    pub wording: String,
    /// What engineers are asked for it.
    pub engineer: Inquiries,
    /// It is asked of every item, whatever its subjects.
    pub is_of_every_item: bool,
    /// What shows it.
    pub present: Evidence,
    /// What shows a part of it.
    pub partial: Evidence,
    /// What shows that the party does not claim or know it.
    pub disclaimed: Evidence,
    /// The words by which a line's label or a column's head names it: word numbers in the lexicon, sorted.
    pub labels: Vec<u32>,
}

/// A kind of thing that an item can claim, as `rules/subjects.yaml` defines it.
#[derive(Debug, Clone)]
pub struct SubjectRule {
    /// Its name.
    pub id: Name,
    /// Its head nouns: word numbers in the lexicon, sorted.
    pub heads: Vec<u32>,
    /// Modifiers before a generic head noun that make the item one of this kind ("customer" list): sorted likewise.
    pub modifiers: Vec<u32>,
    /// Phrases that make the item one of this kind whatever its head.
    pub frames: Option<u32>,
    /// The elements that apply.
    pub elements: Vec<Name>,
}

/// A stage as `rules/stages.yaml` describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StageRule {
    /// One sentence: when a case is at this stage.
    pub summary: String,
    /// The courts' own names for it, as the authorities use them ("notice-discovery").
    pub courts_say: Vec<String>,
    /// Keys of decisions at it that found an identification enough.
    pub contrary: Vec<Name>,
}

/// All that a run needs to know, from every layer of rules.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// The rules, in order of their id.
    pub rules: Vec<Rule>,
    /// The elements, in the order of their file.
    pub elements: Vec<ElementRule>,
    /// The subjects, in the order of their file: an earlier one wins over a later one.
    pub subjects: Vec<SubjectRule>,
    /// The courts in which a case can be.
    pub forums: Forums,
    /// The days on which no period ends.
    pub holidays: Vec<Holiday>,
    /// The claims that a case can hold.
    pub claims: Vec<Claim>,
    /// What a posture does to severities, in the order in which it does so.
    pub shifts: Vec<Shift>,
    /// What the words of a request ask for.
    pub requests: Requests,
    /// The authorities by key.
    pub authorities: Authorities,
    /// What letters say.
    pub letters: Letters,
    /// What each stage is.
    pub stages: ByStage<StageRule>,
    /// The word lists.
    pub lexicon: Lexicon,
    /// The phrases that are looked for in items: those of rules, elements and subjects.
    pub phrases: Phrases,
    /// The phrases that are looked for in what stands outside the items of an answer.
    pub answer_phrases: Phrases,
    /// The phrases that show in an answer what was asked of it as a whole.
    pub answer_evidence: Phrases,
    /// The phrases that are looked for in what is said of persons: those of rules and elements.
    pub person_phrases: Phrases,
    /// The phrases that are looked for in what is said of documents: those of rules and elements.
    pub document_phrases: Phrases,
    /// The expressions of all rules, each once.
    pub patterns: Vec<Pattern>,
}

impl RuleSet {
    /// The rule of this name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.binary_search_by(|rule| (*rule.id).cmp(id)).ok().map(|at| &self.rules[at])
    }

    /// The shift of this name.
    pub fn shift(&self, id: &str) -> Option<&Shift> {
        self.shifts.iter().find(|shift| &*shift.id == id)
    }

    /// The element of this name.
    pub fn element(&self, id: &str) -> Option<&ElementRule> {
        self.elements.iter().find(|element| &*element.id == id)
    }
}

impl Condition {
    /// A phrase is looked for in it or in one of its parts.
    pub fn looks_for_phrases(&self) -> bool {
        let nested = self.all.iter().chain(&self.any).chain(&self.none).chain(self.objection.as_deref());
        self.phrase.is_some() || { nested }.any(Self::looks_for_phrases)
    }
}
