//! Authorities, and lists of their keys: from files to what may be printed.

use super::faults::Faults;
use super::file::{AuthorityFile, StageFile, Text};
use super::vocabulary::known;
use crate::authority::Authority;
use crate::particular::Name;
use crate::rule::{ByStage, RuleSet, StageRule};

/// The authority that a file states.
pub fn authority(file: &AuthorityFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Authority {
    let held = ["sufficient", "insufficient", "standard-only"];
    if !held.contains(&file.holds_for.value.as_str()) {
        faults.unknown(&file.holds_for, "outcome", held.into_iter());
    }
    if !["high", "medium", "low"].contains(&file.confidence.value.as_str()) {
        faults.unknown(&file.confidence, "confidence", ["high", "medium", "low"].into_iter());
    }
    let kinds =
        [("statute", true), ("rule", true), ("local-rule", true), ("case", false), ("commentary", false)];
    let kind = file.kind.as_ref().and_then(|kind| faults.choice(kind, "kind of authority", &kinds));
    Authority {
        key: Name::from(file.key.value.as_str()),
        name: file.name.clone(),
        citation: file.citation.clone(),
        court: file.court.clone(),
        year: file.year,
        is_enacted: kind.unwrap_or(false),
        stage: file.stage.clone(),
        jurisdictions: file.jurisdictions.iter().filter_map(|name| forum(name, rules, faults)).collect(),
        claims: known(&file.claims, "claim", &rules.claims.iter().map(|claim| &claim.id), faults),
        holds_for: file.holds_for.value.clone(),
        proposition: file.proposition.clone(),
        caution: file.caution.clone(),
        later_history: file.later_history.clone(),
        confidence: file.confidence.value.clone(),
    }
}

/// The id of the court of this name.
pub fn forum(name: &Text, rules: &RuleSet, faults: &mut Faults<'_>) -> Option<Name> {
    let found = rules.forums.find(&name.value).map(|forum| forum.id.clone());
    if found.is_none() {
        faults.unknown(name, "forum", rules.forums.iter().map(|forum| &*forum.id));
    }
    found
}

/// What each stage is.
pub fn stages(files: &ByStage<StageFile>, rules: &RuleSet, faults: &mut Faults<'_>) -> ByStage<StageRule> {
    ByStage::from_fn(|stage| {
        let file = files.get(stage);
        StageRule {
            summary: file.summary.clone(),
            courts_say: file.courts_say.clone(),
            contrary: contrary(&file.contrary, rules, faults),
        }
    })
}

/// The authorities of these keys, all of which may be printed.
pub fn keys(words: &[Text], rules: &RuleSet, faults: &mut Faults<'_>) -> Vec<Name> {
    let found = known(words, "authority", &rules.authorities.keys(), faults);
    for word in words {
        let known = rules.authorities.get(word.value.as_str());
        if known.is_some_and(|authority| !authority.is_sound()) {
            let message = format!("the authority \"{}\" is not verified and is never printed", word.value);
            faults.at(word, message, None);
        }
    }
    found
}

/// The authorities of these keys, all of which cut against a finding.
pub fn contrary(words: &[Text], rules: &RuleSet, faults: &mut Faults<'_>) -> Vec<Name> {
    let found = keys(words, rules, faults);
    for word in words {
        let known = rules.authorities.get(word.value.as_str());
        if known.is_some_and(|authority| !authority.cuts_against()) {
            let message = format!("the authority \"{}\" did not hold an identification enough", word.value);
            faults.at(word, message, "list it under `authorities`, or leave it out".to_owned());
        }
    }
    found
}
