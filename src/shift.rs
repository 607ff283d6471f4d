//! What a posture does to a severity, as `rules/posture.yaml` states it, and where it did so.

use crate::forum::Forums;
use crate::particular::Name;
use crate::posture::{Discovery, Posture};
use crate::rule::{ByStage, Scope, Severity, Stage};

/// One way in which the posture of a case moves severities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Its name.
    pub id: Name,
    /// One line for reports.
    pub summary: String,
    /// When it is in force, and for which findings.
    pub when: Circumstances,
    /// What it does to severities; some shifts only withhold authorities.
    pub effect: Option<Effect>,
    /// What the message of a finding ends with.
    pub suffix: Option<String>,
    /// Authorities that are not printed while it is in force.
    pub withholds: Vec<Name>,
    /// What it rests on.
    pub authorities: Vec<Name>,
    /// Why, in full sentences.
    pub why: String,
}

/// When a shift is in force, and for which findings; what is not given does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// At one of these stages.
    pub stages: Vec<Stage>,
    /// The court is one of these, or below one.
    pub forums: Option<Vec<Name>>,
    /// One of these claims is in the case.
    pub claims: Option<Vec<Name>>,
    /// The claims of the case are known and none but these.
    pub only_claims: Option<Vec<Name>>,
    /// Discovery is so.
    pub discovery: Option<Discovery>,
    /// The finding is of this scope.
    pub scope: Option<Scope>,
    /// One of the item's subjects is among these.
    pub subjects: Option<Vec<Name>>,
    /// The finding's rule is among these.
    pub rules: Option<Vec<Name>>,
    /// The request asks for nothing that the finding misses.
    pub not_asked: bool,
}

/// What a shift does to a severity that is not off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It is this at most.
    Cap(Severity),
    /// It is this at least.
    Raise(Severity),
    /// It is one step more, up to what it is at this stage.
    Toward(Stage),
}

impl Shift {
    /// The case is as the shift says, at `stage`; says nothing of findings.
    pub fn is_in_force(&self, posture: &Posture, stage: Stage, forums: &Forums) -> bool {
        let when = &self.when;
        let in_forum = |areas: &Vec<Name>| {
            let forum = posture.forum.as_deref();
            forum.is_some_and(|forum| areas.iter().any(|area| forums.is_within(forum, area)))
        };
        let has_claim = |claims: &Vec<Name>| posture.claims.iter().any(|claim| claims.contains(claim));
        let has_only = |claims: &Vec<Name>| {
            !posture.claims.is_empty() && posture.claims.iter().all(|claim| claims.contains(claim))
        };
        when.stages.contains(&stage)
            && when.forums.as_ref().is_none_or(in_forum)
            && when.claims.as_ref().is_none_or(has_claim)
            && when.only_claims.as_ref().is_none_or(has_only)
            && when.discovery.is_none_or(|discovery| posture.discovery == Some(discovery))
    }
}

impl Effect {
    /// The severity at `stage` after the effect; a rule that is off stays off.
    pub fn on(self, severity: &ByStage<Severity>, stage: Stage) -> Severity {
        let now = severity.at(stage);
        match self {
            _ if now == Severity::Off => now,
            Self::Cap(most) => now.min(most),
            Self::Raise(least) => now.max(least),
            Self::Toward(goal) => now.max(now.next().min(severity.at(goal))),
        }
    }
}

/// A severity that a shift moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifted {
    /// The shift.
    pub shift: Name,
    /// Where it moved the severity.
    pub stage: Stage,
    /// The severity before.
    pub from: Severity,
    /// The severity after.
    pub to: Severity,
}

/// A shift that moved or withheld something in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The shift.
    pub shift: Name,
    /// Where it did so.
    pub stage: Stage,
    /// In how many items or answers it moved a severity.
    pub count: usize,
}
