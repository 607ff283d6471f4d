//! One defect at one place, with all that a writer needs to say it.

use crate::document::Span;
use crate::particular::Name;
use crate::rule::{ByStage, Confidence, Severity};
use crate::shift::Shifted;

/// One defect at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Sixteen hexadecimal digits that stay the same while the rule and the item's words do.
    pub fingerprint: String,
    /// The rule that found it.
    pub rule: Name,
    /// How much it matters at each stage.
    pub severity: ByStage<Severity>,
    /// How often the rule is right.
    pub confidence: Confidence,
    /// Index of the item in [`crate::response::Response::items`]; `None` when it concerns a whole answer.
    pub item: Option<usize>,
    /// Index of the interrogatory in [`crate::response::Response::interrogatories`].
    pub interrogatory: usize,
    /// What is not stated, or the words at fault, in one sentence that quotes nothing.
    pub message: String,
    /// One thing to do, in the imperative.
    pub ask: String,
    /// The words at fault.
    pub span: Span,
    /// The rule's condition named those words; without, the span is where the item says what it claims.
    pub names_words: bool,
    /// The elements that are missing, those stated in part included.
    pub missing: Vec<Name>,
    /// Those of `missing` that are stated in part.
    pub partial: Vec<Name>,
    /// Keys into `rules/authorities.yaml`; which of them may be printed, [`crate::cited::Cited`] says.
    pub authorities: Vec<Name>,
    /// Keys of authorities that cut against it.
    pub contrary: Vec<Name>,
    /// What the posture of the case did to its severity, in order.
    pub shifts: Vec<Shifted>,
}
