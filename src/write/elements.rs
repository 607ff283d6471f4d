//! The elements that have a column in a table of items.

use std::collections::BTreeSet;

use crate::particular::{Element, Name, State};
use crate::report::Report;
use crate::rule::{Rule, RuleSet, Severity, Stage};

/// The elements that apply to any item, in the order of the rules, with their column heads. One for whose sake no item can
/// be deficient has a column only if an item states it.
pub fn elements(report: &Report, rules: &RuleSet) -> Vec<(Name, String)> {
    let can_err = |rule: &&Rule| Stage::ALL.iter().any(|stage| rule.severity.at(*stage) == Severity::Error);
    let deciding: BTreeSet<&Name> =
        rules.rules.iter().filter(can_err).flat_map(|rule| &rule.requires).collect();
    let has_column = |element: &&Element| element.state != State::Absent || deciding.contains(&element.id);
    let all = report.particulars.iter().flat_map(|particulars| &particulars.elements).filter(has_column);
    let mut applying: BTreeSet<&Name> = all.map(|element| &element.id).collect();
    let known = rules.elements.iter().filter(|element| applying.remove(&element.id));
    let mut elements: Vec<(Name, String)> =
        known.map(|element| (element.id.clone(), element.short.clone())).collect();
    elements.extend(applying.into_iter().map(|id| (id.clone(), id.to_string())));
    elements
}
