//! Where the case stands, as the JSON report shows it, and what that moved.

use serde::Serialize;

use crate::authority::Authority;
use crate::particular::Name;
use crate::posture::Discovery;
use crate::report::Report;
use crate::rule::{RuleSet, Severity, Stage};
use crate::shift::{Applied, Shift, Shifted};

/// The posture of a case with the shifts that moved something.
#[derive(Serialize)]
pub struct Standing<'a> {
    forum: Option<&'a str>,
    claims: &'a [Name],
    discovery: Option<Discovery>,
    asked: Option<&'a str>,
    shifts: Vec<Moved<'a>>,
}

impl<'a> Standing<'a> {
    /// The posture of `report`.
    pub fn new(report: &'a Report, rules: &'a RuleSet, quote: bool) -> Self {
        let posture = &report.posture;
        let moved = |applied| Some(Moved::new(applied, rules.shift(&applied.shift)?, rules));
        Self {
            forum: posture.forum.as_deref(),
            claims: &posture.claims,
            discovery: posture.discovery,
            asked: posture.asked.as_deref().filter(|_| quote),
            shifts: report.shifts.iter().filter_map(moved).collect(),
        }
    }
}

#[derive(Serialize)]
struct Moved<'a> {
    id: &'a str,
    stage: Stage,
    items: usize,
    summary: &'a str,
    why: &'a str,
    authorities: Vec<&'a str>,
    withheld: &'a [Name],
}

impl<'a> Moved<'a> {
    fn new(applied: &'a Applied, shift: &'a Shift, rules: &RuleSet) -> Self {
        let is_sound = |key: &&Name| rules.authorities.get(key).is_some_and(Authority::is_sound);
        Self {
            id: &shift.id,
            stage: applied.stage,
            items: applied.count,
            summary: &shift.summary,
            why: &shift.why,
            authorities: shift.authorities.iter().filter(is_sound).map(|key| &**key).collect(),
            withheld: &shift.withholds,
        }
    }
}

/// A severity of one finding that a shift moved.
#[derive(Serialize)]
pub struct Move<'a> {
    shift: &'a str,
    stage: Stage,
    from: Severity,
    to: Severity,
}

impl<'a> Move<'a> {
    /// What was moved.
    pub fn new(shifted: &'a Shifted) -> Self {
        let Shifted { shift, stage, from, to } = shifted;
        Self { shift, stage: *stage, from: *from, to: *to }
    }
}
