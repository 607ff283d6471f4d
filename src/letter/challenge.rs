//! What a letter challenges: the findings that matter at the stage, in the order of the answers they concern.

use std::collections::{BTreeMap, BTreeSet};

use super::Brief;
use crate::clause::{Clauses, Gap, Section};
use crate::finding::Finding;
use crate::particular::Name;
use crate::report::Report;
use crate::rule::{Scope, Severity};

/// Everything that is challenged.
#[derive(Debug, Default)]
pub(super) struct Challenge<'a> {
    /// The answers, in order.
    pub answers: Vec<Answer<'a>>,
    /// What concerns the paper as a whole and its general objections.
    pub general: Vec<&'a Finding>,
    /// What concerns signature, oath and service.
    pub formalities: Vec<&'a Finding>,
}

/// What is challenged in the answer to one interrogatory, with the answers that add to it.
#[derive(Debug, Default)]
pub(super) struct Answer<'a> {
    /// The answer and those that add to it: indices into [`crate::response::Response::interrogatories`], the first one first.
    pub indices: Vec<usize>,
    /// How many items they hold.
    pub count: usize,
    /// The paper gives an item of theirs a label.
    pub is_labelled: bool,
    /// The items, by their index, with what is found of each.
    pub items: BTreeMap<usize, Vec<&'a Finding>>,
    /// What is found of the answer as a whole.
    pub whole: Vec<&'a Finding>,
    /// What is found of its objections.
    pub objections: Vec<&'a Finding>,
    /// What is found of persons.
    pub persons: Vec<&'a Finding>,
    /// What is found of documents.
    pub documents: Vec<&'a Finding>,
}

impl<'a> Challenge<'a> {
    pub fn of(brief: &Brief<'a>, clauses: &Clauses) -> Self {
        let report = brief.report;
        let firsts = firsts(report);
        let mut answers: BTreeMap<usize, Answer<'a>> = BTreeMap::new();
        let mut challenge = Self::default();
        let open = open_items(report);
        let any_open = report.findings.iter().any(|finding| report.severity(finding) >= Severity::Warning);
        // Objections are spoken of in every letter, and are no reason to write one.
        let goes_along = |finding: &Finding| any_open && section(clauses, finding) == Section::Objections;
        let is_challenged = |finding: &&Finding| is_challenged(brief, finding, &open) || goes_along(finding);
        for finding in report.findings.iter().filter(is_challenged) {
            let section = section(clauses, finding);
            match (finding.interrogatory, section) {
                (Some(index), _) => answers.entry(firsts[index]).or_default().add(finding, section),
                (None, Section::Formalities) => challenge.formalities.push(finding),
                (None, _) => challenge.general.push(finding),
            }
        }
        if brief.items.is_some() {
            answers.retain(|_, answer| !answer.items.is_empty());
            (challenge.general, challenge.formalities) = (Vec::new(), Vec::new());
        }
        for (index, first) in firsts.iter().enumerate() {
            if let Some(answer) = answers.get_mut(first) {
                answer.indices.push(index);
            }
        }
        for item in &report.response.items {
            if let Some(answer) = answers.get_mut(&firsts[item.interrogatory]) {
                answer.count += 1;
                answer.is_labelled |= item.label.is_some();
            }
        }
        challenge.answers = answers.into_values().collect();
        challenge
    }

    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.general.is_empty() && self.formalities.is_empty()
    }

    /// Every finding that is challenged.
    pub fn findings(&self) -> impl Iterator<Item = &'a Finding> + '_ {
        let of_answers = self.answers.iter().flat_map(|answer| {
            let others = [&answer.whole, &answer.objections, &answer.persons, &answer.documents];
            answer.items.values().flatten().chain(others.into_iter().flatten())
        });
        of_answers.chain(&self.general).chain(&self.formalities).copied()
    }
}

impl<'a> Answer<'a> {
    fn add(&mut self, finding: &'a Finding, section: Section) {
        match (finding.item, finding.scope(), section) {
            (Some(item), _, _) => self.items.entry(item).or_default().push(finding),
            (None, Scope::Person, _) => self.persons.push(finding),
            (None, Scope::Document, _) => self.documents.push(finding),
            (None, _, Section::Objections) => self.objections.push(finding),
            _ => self.whole.push(finding),
        }
    }
}

/// For each answer the first one to its interrogatory: the one that it adds to, or itself.
fn firsts(report: &Report) -> Vec<usize> {
    let mut firsts: Vec<usize> = Vec::new();
    for (index, interrogatory) in report.response.interrogatories.iter().enumerate() {
        let earlier = interrogatory.further.and_then(|further| further.earlier);
        let first = earlier.and_then(|earlier| firsts.get(earlier).copied());
        firsts.push(first.unwrap_or(index));
    }
    firsts
}

/// The items of which something is open to challenge at the stage.
fn open_items(report: &Report) -> BTreeSet<usize> {
    let open = report.findings.iter().filter(|finding| report.severity(finding) >= Severity::Warning);
    open.filter_map(|finding| finding.item).collect()
}

fn is_challenged(brief: &Brief<'_>, finding: &Finding, open: &BTreeSet<usize>) -> bool {
    let report = brief.report;
    let is_chosen = |item: usize| {
        let id = &report.response.items[item].id;
        brief.items.is_none_or(|ids| ids.iter().any(|chosen| chosen == id))
    };
    let severity = report.severity(finding);
    let is_open = severity >= Severity::Warning || brief.all && severity > Severity::Off;
    // A remark on an item's own words goes with what is challenged in it anyway.
    let goes_along = |item: &usize| {
        severity == Severity::Note && finding.names_words && finding.missing.is_empty() && open.contains(item)
    };
    match finding.item {
        Some(item) => is_chosen(item) && (is_open || brief.items.is_some() || goes_along(&item)),
        None => is_open,
    }
}

fn section(clauses: &Clauses, finding: &Finding) -> Section {
    clauses
        .gaps
        .iter()
        .find(|gap| gap.rule.contains(&finding.rule))
        .map_or(Section::Answer, |gap| gap.section)
}

/// How a gap of `finding` is put: in `element`, or where it misses none in what it names; `None` if no clause says.
pub(super) fn gap<'c>(
    clauses: &'c Clauses,
    finding: &Finding,
    element: Option<&Name>,
    (subjects, has_rest): (&[Name], bool),
) -> Option<&'c Gap> {
    clauses.gaps.iter().find(|gap| {
        gap.element.as_ref() == element
            && (gap.rule.is_empty() && element.is_some() || gap.rule.contains(&finding.rule))
            && (gap.subject.is_empty() || subjects.first().is_some_and(|first| gap.subject.contains(first)))
            && (has_rest || !gap.rest)
    })
}
