//! One defect at one place; what it says of it, [`crate::wording`] puts into words.

use crate::document::{Span, Suppression};
use crate::particular::Name;
use crate::rule::{ByStage, Scope, Severity};
use crate::shift::Shifted;

/// One defect at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Name,
    /// How much it matters at each stage.
    pub severity: ByStage<Severity>,
    /// Index of the item in [`crate::response::Response::items`]; `None` when it concerns a whole answer.
    pub item: Option<usize>,
    /// Index of an earlier item that it is held against; `None` unless two items are compared.
    pub earlier: Option<usize>,
    /// Indices of the persons in [`crate::report::Report::persons`] whom it concerns; empty when it concerns none.
    pub persons: Vec<usize>,
    /// Indices of the documents in [`crate::report::Report::documents`] that it concerns; empty when it concerns none.
    pub documents: Vec<usize>,
    /// Index of the interrogatory in [`crate::response::Response::interrogatories`]; `None` when it concerns the whole
    /// paper.
    pub interrogatory: Option<usize>,
    /// The words at fault.
    pub span: Span,
    /// The rule's condition named those words; without, the span is where the item says what it claims.
    pub names_words: bool,
    /// The elements that are missing, those stated in part included.
    pub missing: Vec<Name>,
    /// Those of `missing` that are stated in part.
    pub partial: Vec<Name>,
    /// What the posture of the case did to its severity, in order.
    pub shifts: Vec<Shifted>,
}

/// A finding that the paper's owner keeps as it is; it counts in no verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Its own fingerprint; that of the suppression is another's where it only says a part of what that one said.
    pub fingerprint: String,
    /// Who says so and why.
    pub suppression: Suppression,
}

impl Finding {
    /// What it concerns: an item, persons, documents, a whole answer or the whole paper.
    pub fn scope(&self) -> Scope {
        match self.item {
            Some(_) => Scope::Item,
            None if !self.persons.is_empty() => Scope::Person,
            None if !self.documents.is_empty() => Scope::Document,
            None if self.interrogatory.is_none() => Scope::Response,
            None => Scope::Interrogatory,
        }
    }
}
