//! Which findings stand at a stage: one an item for what is missing, and every other kind.

use std::cmp::Ordering;

use crate::finding::Finding;
use crate::rule::{ByStage, Severity, Stage};

/// One finding an item for what is missing: the one that matters most and names most; every other kind stays.
/// What is left over comes second.
pub(super) fn choose(mut found: Vec<Finding>, items: usize, stage: Stage) -> (Vec<Finding>, Vec<Finding>) {
    let stands = stands(&found.iter().collect::<Vec<_>>(), items, stage);
    let mut at = 0..found.len();
    let is_left_over = |_: &mut Finding| at.next().is_none_or(|at| !stands[at]);
    let mut others: Vec<Finding> = found.extract_if(.., is_left_over).collect();
    others.sort_unstable_by(by_place);
    found.sort_unstable_by(by_place);
    (found, others)
}

/// What of `found` stands at any stage, by place, with its severity there, and off where it gives way.
pub(super) fn standing(found: Vec<&Finding>, items: usize) -> Vec<(&Finding, ByStage<Severity>)> {
    let stands = ByStage::from_fn(|stage| stands(&found, items, stage));
    let severity = |at: usize, finding: &Finding, stage| {
        if stands.get(stage)[at] { finding.severity.at(stage) } else { Severity::Off }
    };
    let with_severities = found.into_iter().enumerate().map(|(at, finding)| {
        let severities = ByStage::from_fn(|stage| severity(at, finding, stage));
        (finding, severities)
    });
    let is_on = |severities: &ByStage<Severity>| {
        Stage::ALL.iter().any(|stage| severities.at(*stage) != Severity::Off)
    };
    let mut standing: Vec<_> = with_severities.filter(|(_, severities)| is_on(severities)).collect();
    standing.sort_by(|(a, _), (b, _)| by_place(a, b));
    standing
}

/// For each of `found`, whether it stands at `stage`.
fn stands(found: &[&Finding], items: usize, stage: Stage) -> Vec<bool> {
    let is_on = |finding: &Finding| finding.severity.at(stage) != Severity::Off;
    let mut speaks: Vec<Option<usize>> = vec![None; items];
    for (at, finding) in found.iter().enumerate() {
        if let Some(item) = finding.item.filter(|_| is_on(finding) && !finding.missing.is_empty())
            && speaks[item].is_none_or(|first| precedence(finding, found[first], stage).is_lt())
        {
            speaks[item] = Some(at);
        }
    }
    let gives_way = |(at, finding): (usize, &&Finding)| {
        !finding.missing.is_empty() && finding.item.is_some_and(|item| speaks[item] != Some(at))
    };
    found.iter().enumerate().map(|(at, finding)| is_on(finding) && !gives_way((at, finding))).collect()
}

/// What matters more at the stage comes first, then what names more.
pub(super) fn precedence(a: &Finding, b: &Finding, stage: Stage) -> Ordering {
    let weight = |finding: &Finding| (finding.severity.at(stage), finding.missing.len(), finding.names_words);
    weight(b).cmp(&weight(a)).then_with(|| a.rule.cmp(&b.rule))
}

fn by_place(a: &Finding, b: &Finding) -> Ordering {
    (a.span, &a.rule, a.item).cmp(&(b.span, &b.rule, b.item))
}
