//! Authorities, and lists of their keys: from files to what may be printed.

use super::faults::Faults;
use super::file::{AuthorityFile, StageFile, Text};
use super::vocabulary::known;
use crate::authority::Authority;
use crate::particular::Name;
use crate::rule::{ByStage, RuleSet, StageRule};

/// What can become of an identification.
pub(super) const OUTCOMES: [&str; 3] = ["sufficient", "insufficient", "standard-only"];
/// How sure an authority can be.
pub(super) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];
/// What an authority can be.
pub(super) const KINDS: [&str; 5] = ["statute", "rule", "local-rule", "case", "commentary"];

/// The authority that a file states.
pub fn authority(file: &AuthorityFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Authority {
    if !OUTCOMES.contains(&file.holds_for.value.as_str()) {
        faults.unknown(&file.holds_for, "outcome", OUTCOMES.into_iter());
    }
    if !CONFIDENCES.contains(&file.confidence.value.as_str()) {
        faults.unknown(&file.confidence, "confidence", CONFIDENCES.into_iter());
    }
    if let Some(kind) = file.kind.as_ref().filter(|kind| !KINDS.contains(&kind.value.as_str())) {
        faults.unknown(kind, "kind of authority", KINDS.into_iter());
    }
    for name in &file.jurisdictions {
        forum(name, rules, faults);
    }
    Authority {
        key: Name::from(file.key.value.as_str()),
        name: file.name.clone(),
        citation: file.citation.clone(),
        pincite: file.pincite.clone(),
        court: file.court.clone(),
        year: file.year,
        kind: file.kind.as_ref().map(|kind| kind.value.clone()),
        stage: file.stage.clone(),
        jurisdictions: file.jurisdictions.iter().map(|name| name.value.clone()).collect(),
        claims: known(&file.claims, "claim", &rules.claims.iter().map(|claim| &claim.id), faults),
        holds_for: file.holds_for.value.clone(),
        proposition: file.proposition.clone(),
        caution: file.caution.clone(),
        later_history: file.later_history.clone(),
        confidence: file.confidence.value.clone(),
    }
}

/// The id of the court of this name; a built-in file gives the id itself, which tests look at.
pub fn forum(name: &Text, rules: &RuleSet, faults: &mut Faults<'_>) -> Option<Name> {
    if faults.source.text.is_empty() {
        return Some(Name::from(name.value.as_str()));
    }
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
    for word in read_now(words, faults) {
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
    for word in read_now(words, faults) {
        let known = rules.authorities.get(word.value.as_str());
        if known.is_some_and(|authority| !authority.cuts_against()) {
            let message = format!("the authority \"{}\" did not hold an identification enough", word.value);
            faults.at(word, message, "list it under `authorities`, or leave it out".to_owned());
        }
    }
    found
}

/// The keys of a user's file. Tests look at those of the built-in files: to read all of these would cost every start.
fn read_now<'t>(words: &'t [Text], faults: &Faults<'_>) -> &'t [Text] {
    if faults.source.text.is_empty() { &[] } else { words }
}
