//! What the people who built a thing are asked about it, in words that need no lawyer.

use crate::particular::Name;

/// One question with what answers it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inquiry {
    /// The question; of a rule, with `{words}` for the words at fault and `{earlier}` for the id of an earlier item.
    pub question: String,
    /// What a complete answer holds, without a capital and a full stop.
    pub complete: String,
    /// The form of an answer, with brackets where its content goes.
    pub form: String,
}

/// What is asked for one element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inquiries {
    /// Of any thing; `None` if the file that states the element does not say.
    pub usual: Option<Inquiry>,
    /// Of things of one kind (`rules/subjects.yaml`).
    pub of: Vec<(Name, Inquiry)>,
}

impl Inquiries {
    /// What is asked of a thing of these kinds, the first of which comes first.
    pub fn of_kinds(&self, subjects: &[Name]) -> Option<&Inquiry> {
        let own = |subject: &Name| self.of.iter().find(|(known, _)| known == subject);
        subjects.iter().find_map(own).map(|(_, inquiry)| inquiry).or(self.usual.as_ref())
    }
}
