//! The verified authorities, each read from its text when it is first asked for: a report prints few of them.

use std::collections::BTreeMap;
use std::ops::Index;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::particular::Name;
use crate::posture::Posture;
use crate::rule::{RuleSet, Stage};

/// A verified authority, as `rules/authorities.yaml` states it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its key.
    pub key: Name,
    /// Its short name ("Mallet & Co. v. Lacayo").
    pub name: String,
    /// Its citation, as printed.
    pub citation: String,
    /// The page or pages for what it stands for, with who cites them so if they were not looked up.
    pub pincite: Option<String>,
    /// The court, with the judge where known.
    pub court: String,
    /// The year of the decision.
    pub year: Option<u16>,
    /// What it is: `statute`, `rule`, `local-rule`, `case` or `commentary`.
    pub kind: Option<String>,
    /// The stages at which it speaks, in the courts' own terms ("notice-discovery").
    pub stage: Vec<String>,
    /// The forums where it counts, by any of their names; empty if it is not said.
    #[serde(default)]
    pub jurisdictions: Vec<String>,
    /// The ids of the claims that it speaks of; empty for any.
    #[serde(default)]
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

    /// It decides by its own force in its jurisdictions and nowhere else: a statute or a rule of court.
    pub fn is_enacted(&self) -> bool {
        matches!(self.kind.as_deref(), Some("statute" | "rule" | "local-rule"))
    }

    /// It speaks at `stage`.
    pub fn speaks_at(&self, stage: Stage, rules: &RuleSet) -> bool {
        let names = &rules.stages.get(stage).courts_say;
        self.stage.iter().any(|own| own == stage.name() || names.contains(own))
    }

    /// It counts in the forum of `posture` as that forum's own; so does everything while no forum is known.
    pub fn is_own(&self, posture: &Posture, rules: &RuleSet) -> bool {
        posture.forum.as_deref().is_none_or(|forum| {
            let mut areas = self.jurisdictions.iter().filter_map(|name| rules.forums.find(name));
            areas.any(|area| rules.forums.counts_in(&area.id, forum))
        })
    }

    /// Where it counts, as a sentence, if that is not the forum of the case.
    pub fn elsewhere(&self, posture: &Posture, rules: &RuleSet) -> Option<String> {
        let forum = rules.forums.find(posture.forum.as_deref()?)?;
        let known = self.jurisdictions.iter().filter_map(|name| rules.forums.find(name));
        let areas: Vec<&str> = known.map(|area| area.name.as_str()).collect();
        let is_elsewhere = !areas.is_empty() && !self.is_own(posture, rules);
        is_elsewhere.then(|| format!("Of another forum than {}: {}.", forum.name, areas.join(", ")))
    }

    /// What must be known of it wherever it is printed, each with its label: "Caution: …".
    pub fn warned(&self) -> Vec<String> {
        let labelled = [("Later history", &self.later_history), ("Caution", &self.caution)];
        let given =
            labelled.into_iter().filter_map(|(label, words)| words.as_ref().map(|words| (label, words)));
        given.map(|(label, words)| format!("{label}: {words}")).collect()
    }
}

/// Authorities by key.
#[derive(Debug, Clone, Default)]
pub struct Authorities(BTreeMap<Name, Entry>);

#[derive(Debug, Clone)]
struct Entry {
    /// The authority as JSON; empty once it was given as a value.
    json: &'static str,
    read: OnceLock<Option<Authority>>,
}

impl Authorities {
    /// The authority of this key.
    pub fn get(&self, key: &str) -> Option<&Authority> {
        let entry = self.0.get(key)?;
        entry.read.get_or_init(|| serde_json::from_str(entry.json).ok()).as_ref()
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Name> + Clone {
        self.0.keys()
    }

    /// Adds an authority, or puts it in the place of the one with its key.
    pub fn insert(&mut self, authority: Authority) {
        self.0.insert(authority.key.clone(), Entry { json: "", read: OnceLock::from(Some(authority)) });
    }

    /// Adds the authority that `json` states; it is read when it is asked for.
    pub fn insert_unread(&mut self, key: &str, json: &'static str) {
        self.0.insert(Name::from(key), Entry { json, read: OnceLock::new() });
    }
}

impl Index<&Name> for Authorities {
    type Output = Authority;

    fn index(&self, key: &Name) -> &Authority {
        match self.get(key) {
            Some(authority) => authority,
            None => panic!("there is no authority {key:?}"),
        }
    }
}

impl FromIterator<Authority> for Authorities {
    fn from_iter<T: IntoIterator<Item = Authority>>(authorities: T) -> Self {
        let mut all = Self::default();
        authorities.into_iter().for_each(|authority| all.insert(authority));
        all
    }
}
