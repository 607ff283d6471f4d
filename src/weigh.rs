//! Findings × posture → findings: what the forum, the claims, discovery and the request do to severities.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::particular::{Name, Particulars};
use crate::posture::Posture;
use crate::request::Sought;
use crate::rule::{Rule, RuleSet, Stage};
use crate::shift::{Applied, Shift, Shifted};

/// The paper that findings were made in.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// What each item states.
    pub particulars: &'a [Particulars],
    /// What the request to each interrogatory asks for.
    pub sought: &'a [Sought],
}

/// Moves the severities as the shifts in force say, in their order, and tells which of them moved or withheld something.
pub fn weigh(
    paper: &Paper<'_>,
    findings: &mut [Finding],
    rules: &RuleSet,
    posture: &Posture,
) -> Vec<Applied> {
    let mut applied = Vec::new();
    for shift in &rules.shifts {
        for stage in Stage::ALL.into_iter().filter(|stage| shift.is_in_force(posture, *stage, &rules.forums))
        {
            let mut moved = BTreeSet::new();
            for finding in findings.iter_mut() {
                if concerns(shift, finding, paper) && shift_one(shift, finding, stage) {
                    moved.insert((finding.interrogatory, finding.item, finding.persons.first().copied()));
                }
            }
            if !moved.is_empty() || withholds(shift, findings, rules) {
                applied.push(Applied { shift: shift.id.clone(), stage, count: moved.len() });
            }
        }
    }
    applied
}

/// One of the rules that found something cites what the shift withholds.
fn withholds(shift: &Shift, findings: &[Finding], rules: &RuleSet) -> bool {
    let cites =
        |rule: &&Rule| rule.authorities.iter().chain(&rule.contrary).any(|key| shift.withholds.contains(key));
    let mut citing = rules.rules.iter().filter(cites);
    !shift.withholds.is_empty() && citing.any(|rule| findings.iter().any(|finding| finding.rule == rule.id))
}

fn concerns(shift: &Shift, finding: &Finding, paper: &Paper<'_>) -> bool {
    let when = &shift.when;
    let is_of = |subjects: &Vec<Name>| {
        let particulars = finding.item.and_then(|item| paper.particulars.get(item));
        particulars.is_some_and(|particulars| particulars.subjects.iter().any(|id| subjects.contains(id)))
    };
    when.scope.is_none_or(|wanted| wanted == finding.scope())
        && when.subjects.as_ref().is_none_or(is_of)
        && when.rules.as_ref().is_none_or(|ids| ids.contains(&finding.rule))
        && (!when.not_asked || is_not_asked(finding, paper.sought))
}

fn shift_one(shift: &Shift, finding: &mut Finding, stage: Stage) -> bool {
    let from = finding.severity.at(stage);
    let to = shift.effect.map_or(from, |effect| effect.on(&finding.severity, stage));
    if from == to {
        return false;
    }
    finding.severity.set(stage, to);
    finding.shifts.push(Shifted { shift: shift.id.clone(), stage, from, to });
    true
}

/// Nothing that the finding misses is asked for. One that misses nothing by name is about the answer's form.
fn is_not_asked(finding: &Finding, sought: &[Sought]) -> bool {
    let sought = finding.interrogatory.and_then(|index| sought.get(index));
    // Of persons and documents only what is asked for counts as missing.
    let is_listed = !finding.persons.is_empty() || !finding.documents.is_empty();
    let asked = sought.and_then(|sought| sought.of_items.as_ref()).filter(|_| !is_listed);
    asked.is_some_and(|asked| {
        !finding.missing.is_empty() && finding.missing.iter().all(|element| !asked.contains(element))
    })
}
