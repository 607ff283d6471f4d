//! A verified authority, and which of them a finding may print: those of its stage and forum that do not cut against it.

use crate::finding::Finding;
use crate::particular::Name;
use crate::posture::Posture;
use crate::rule::{Rule, RuleSet, Scope, Stage};

/// A verified authority, as `rules/authorities.yaml` states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Its key.
    pub key: Name,
    /// Its short name ("Mallet & Co. v. Lacayo").
    pub name: String,
    /// Its citation, as printed.
    pub citation: String,
    /// The court, with the judge where known.
    pub court: String,
    /// The year of the decision.
    pub year: Option<u16>,
    /// It decides by its own force in its jurisdictions and nowhere else: a statute or a rule of court.
    pub is_enacted: bool,
    /// The stages at which it speaks, in the courts' own terms ("notice-discovery").
    pub stage: Vec<String>,
    /// The ids of the forums where it counts; empty if it is not said.
    pub jurisdictions: Vec<Name>,
    /// The ids of the claims that it speaks of; empty for any.
    pub claims: Vec<Name>,
    /// What became of the identification: `sufficient`, `insufficient` or `standard-only`.
    pub holds_for: String,
    /// What was held, in our words.
    pub proposition: String,
    /// What a user must know before citing it.
    pub caution: Option<String>,
    /// What later happened to it.
    pub later_history: Option<String>,
    /// How sure we are of it: `high`, `medium` or `low`; `low` is never printed.
    pub confidence: String,
}

impl Authority {
    /// It may be printed at all.
    pub fn is_sound(&self) -> bool {
        self.confidence != "low"
    }

    /// The identification before the court was held enough, so it cuts against a finding.
    pub fn cuts_against(&self) -> bool {
        self.holds_for == "sufficient"
    }

    /// It speaks at `stage`.
    pub fn speaks_at(&self, stage: Stage, rules: &RuleSet) -> bool {
        let names = &rules.stages.get(stage).courts_say;
        self.stage.iter().any(|own| own == stage.name() || names.contains(own))
    }

    /// It counts in the forum of `posture` as that forum's own; so does everything while no forum is known.
    pub fn is_own(&self, posture: &Posture, rules: &RuleSet) -> bool {
        posture
            .forum
            .as_deref()
            .is_none_or(|forum| self.jurisdictions.iter().any(|area| rules.forums.counts_in(area, forum)))
    }

    /// It may be printed of a case in `posture` at `stage`.
    fn fits(&self, posture: &Posture, stage: Stage, rules: &RuleSet) -> bool {
        let shares_claim = || self.claims.iter().any(|claim| posture.claims.contains(claim));
        let is_withheld = || {
            let in_force =
                rules.shifts.iter().filter(|shift| shift.is_in_force(posture, stage, &rules.forums));
            in_force.flat_map(|shift| &shift.withholds).any(|key| *key == self.key)
        };
        self.is_sound()
            && self.speaks_at(stage, rules)
            && (self.claims.is_empty() || posture.claims.is_empty() || shares_claim())
            && (!self.is_enacted || self.is_own(posture, rules))
            && !is_withheld()
    }
}

/// The authorities on one finding at one stage; the forum's own come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited<'a> {
    /// Those that stand behind the finding, or state the standard.
    pub supporting: Vec<&'a Authority>,
    /// Those that found an identification enough.
    pub contrary: Vec<&'a Authority>,
}

impl<'a> Cited<'a> {
    /// What may be printed with `finding` in `posture`.
    pub fn on(finding: &Finding, posture: &Posture, rules: &'a RuleSet) -> Self {
        let scope = if finding.item.is_some() { Scope::Item } else { Scope::Interrogatory };
        Self::choose((&finding.authorities, &finding.contrary), scope, posture, rules)
    }

    /// What may be printed with findings of `rule` in `posture`.
    pub fn of(rule: &Rule, posture: &Posture, rules: &'a RuleSet) -> Self {
        Self::choose((&rule.authorities, &rule.contrary), rule.scope, posture, rules)
    }

    /// Those of both lists, and of the stage for items, that fit; what cuts against a finding is contrary wherever it stands.
    fn choose(
        (keys, contrary): (&[Name], &[Name]),
        scope: Scope,
        posture: &Posture,
        rules: &'a RuleSet,
    ) -> Self {
        let of_stage = (scope == Scope::Item).then(|| rules.stages.get(posture.stage).contrary.as_slice());
        let contrary = contrary.iter().chain(of_stage.unwrap_or_default()).map(|key| (key, true));
        let mut cited = Self::default();
        for (key, is_listed_contrary) in keys.iter().map(|key| (key, false)).chain(contrary) {
            let known = rules.authorities.get(key);
            let Some(authority) = known.filter(|authority| authority.fits(posture, posture.stage, rules))
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
