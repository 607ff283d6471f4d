//! What engineers are asked: from files to what elements and rules hold.

use super::faults::Faults;
use super::file::{ElementFile, InquiriesFile, InquiryFile, Text};
use super::vocabulary::known;
use crate::particular::Name;
use crate::rule::{Inquiries, Inquiry, RuleSet};

/// What a file says that is asked for an element; the kinds of things are looked at by [`kinds`].
pub fn inquiries(file: &InquiriesFile) -> Inquiries {
    let of = file.of.0.iter().map(|(kind, one)| {
        (Name::from(kind.value.as_str()), inquiry((&one.question, &one.complete, &one.form)))
    });
    Inquiries { usual: Some(inquiry((&file.question, &file.complete, &file.form))), of: of.collect() }
}

fn inquiry((question, complete, form): (&Text, &Text, &Text)) -> Inquiry {
    let [question, complete, form] = [question, complete, form].map(|text| text.value.trim().to_owned());
    Inquiry { question, complete, form }
}

/// What a rule asks engineers, whose only gaps are `{words}` and `{earlier}`.
pub fn of_rule(file: &InquiryFile, faults: &mut Faults<'_>) -> Inquiry {
    let filled = file.question.value.replace("{words}", "").replace("{earlier}", "");
    if filled.contains(['{', '}']) {
        let message = "`question` holds a gap that the program cannot fill";
        faults.at(&file.question, message, "the gaps are {words} and {earlier}".to_owned());
    }
    inquiry((&file.question, &file.complete, &file.form))
}

/// Looks whether the kinds of things that an element's questions are made for are known.
pub fn kinds(file: &ElementFile, rules: &RuleSet, faults: &mut Faults<'_>) {
    for (kind, _) in file.engineer.iter().flat_map(|engineer| &engineer.of.0) {
        let subjects = rules.subjects.iter().map(|subject| &subject.id);
        known(std::slice::from_ref(kind), "subject", &subjects, faults);
    }
}
