//! Which authorities a finding may print: those of its stage and forum that do not cut against it.

use std::collections::BTreeMap;

use crate::authority::Authority;
use crate::finding::Finding;
use crate::particular::Name;
use crate::posture::Posture;
use crate::rule::{Rule, RuleSet, Scope, Stage};

/// The authorities on one finding at one stage; the forum's own come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited<'a> {
    /// Those that stand behind the finding, or state the standard.
    pub supporting: Vec<&'a Authority>,
    /// Those that found an identification enough.
    pub contrary: Vec<&'a Authority>,
}

impl<'a> Cited<'a> {
    /// What may be printed with findings of `rule` in `posture`.
    ///
    /// Those of the rule's two lists, and of the stage for items, that fit; what cuts against a finding is contrary
    /// wherever it stands.
    pub fn of(rule: &Rule, posture: &Posture, rules: &'a RuleSet) -> Self {
        let of_stage =
            (rule.scope == Scope::Item).then(|| rules.stages.get(posture.stage).contrary.as_slice());
        let contrary = rule.contrary.iter().chain(of_stage.unwrap_or_default()).map(|key| (key, true));
        let mut cited = Self::default();
        for (key, is_listed_contrary) in rule.authorities.iter().map(|key| (key, false)).chain(contrary) {
            let known = rules.authorities.get(key);
            let Some(authority) = known.filter(|authority| fits(authority, posture, posture.stage, rules))
            else {
                continue;
            };
            let list = match (authority.cuts_against(), is_listed_contrary) {
                (true, _) => &mut cited.contrary,
                (false, false) => &mut cited.supporting,
                (false, true) => continue,
            };
            if !list.contains(&authority) {
                list.push(authority);
            }
        }
        // A stable sort keeps the order of the lists within the forum's own and within the rest.
        cited.supporting.sort_by_key(|authority| !authority.is_own(posture, rules));
        cited.contrary.sort_by_key(|authority| !authority.is_own(posture, rules));
        cited
    }
}

/// The authorities on a report's findings, chosen once a rule: findings of one rule print the same.
#[derive(Debug, Clone, Default)]
pub struct Shelf<'a> {
    by_rule: BTreeMap<Name, Cited<'a>>,
}

impl<'a> Shelf<'a> {
    /// What may be printed with `findings` in `posture`.
    pub fn new<'f>(
        findings: impl IntoIterator<Item = &'f Finding>,
        posture: &Posture,
        rules: &'a RuleSet,
    ) -> Self {
        let mut by_rule = BTreeMap::new();
        for finding in findings {
            if by_rule.contains_key(&finding.rule) {
                continue;
            }
            if let Some(rule) = rules.rule(&finding.rule) {
                by_rule.insert(finding.rule.clone(), Cited::of(rule, posture, rules));
            }
        }
        Self { by_rule }
    }

    /// What may be printed with one of those findings; `None` with any other.
    pub fn on(&self, finding: &Finding) -> Option<&Cited<'a>> {
        self.by_rule(&finding.rule)
    }

    /// What may be printed with findings of this rule; `None` if none of those findings is its.
    pub fn by_rule(&self, rule: &Name) -> Option<&Cited<'a>> {
        self.by_rule.get(rule)
    }

    /// Every authority that found an identification enough, each once, in order of the rules' names.
    pub fn contrary(&self) -> Vec<&'a Authority> {
        let mut found: Vec<&'a Authority> = Vec::new();
        for authority in self.by_rule.values().flat_map(|cited| &cited.contrary) {
            if !found.contains(authority) {
                found.push(authority);
            }
        }
        found
    }
}

/// It may be printed of a case in `posture` at `stage`.
fn fits(authority: &Authority, posture: &Posture, stage: Stage, rules: &RuleSet) -> bool {
    authority.speaks_at(stage, rules)
        && (!authority.is_enacted() || authority.is_own(posture, rules))
        && is_of_the_case(authority, posture, stage, rules)
}

/// It is verified, speaks of the claims of a case in `posture`, and is not withheld from it at `stage`.
pub fn is_of_the_case(authority: &Authority, posture: &Posture, stage: Stage, rules: &RuleSet) -> bool {
    let shares_claim = || authority.claims.iter().any(|claim| posture.claims.contains(claim));
    let is_withheld = || {
        let in_force = rules.shifts.iter().filter(|shift| shift.is_in_force(posture, stage, &rules.forums));
        in_force.flat_map(|shift| &shift.withholds).any(|key| *key == authority.key)
    };
    authority.is_sound()
        && (authority.claims.is_empty() || posture.claims.is_empty() || shares_claim())
        && !is_withheld()
}
