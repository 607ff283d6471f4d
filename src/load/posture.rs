//! Courts, claims, requests and shifts: from files to what the rule set holds.

use super::authority::{forum, keys};
use super::faults::Faults;
use super::file::{CircumstancesFile, ClaimFile, EffectFile, ForumFile, RequestFile, ShiftFile, Text};
use super::rule::{SCOPES, SEVERITIES};
use super::shape::Many;
use super::vocabulary::{known, phrase};
use crate::forum::Forum;
use crate::particular::Name;
use crate::posture::{Claim, Discovery};
use crate::request::Ask;
use crate::rule::{RuleSet, Scope, Stage};
use crate::shift::{Circumstances, Effect, Shift};

/// Adds courts; what is above a court must be named before it.
pub fn add_forums(files: &[ForumFile], rules: &mut RuleSet, faults: &mut Faults<'_>) {
    for file in files {
        add_forum(file, rules, faults);
    }
}

fn add_forum(file: &ForumFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    let mut id = |name: Option<&Text>| name.and_then(|name| forum(name, rules, faults));
    let (within, sits_in) = (id(file.within.as_ref()), id(file.sits_in.as_ref()));
    let new = Forum {
        id: Name::from(faults.required(Some(&file.id), "id")),
        name: faults.required(Some(&file.name), "name"),
        within,
        sits_in,
        also: file.also.clone(),
    };
    rules.forums.add(new);
}

/// Adds claims.
pub fn add_claims(files: &[ClaimFile], rules: &mut RuleSet, faults: &mut Faults<'_>) {
    for file in files {
        add_claim(file, rules, faults);
    }
}

fn add_claim(file: &ClaimFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    faults.check_id(&file.id);
    let id = Name::from(file.id.value.as_str());
    let new = Claim { id, name: faults.required(Some(&file.name), "name"), also: file.also.clone() };
    match rules.claims.iter_mut().find(|claim| claim.id == new.id) {
        Some(known) => *known = new,
        None => rules.claims.push(new),
    }
}

/// Adds wordings of requests.
pub fn add_requests(files: &[RequestFile], rules: &mut RuleSet, faults: &mut Faults<'_>) {
    for file in files {
        add_request(file, rules, faults);
    }
}

fn add_request(file: &RequestFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    faults.check_id(&file.id);
    let words = file.words.0.iter().filter_map(|words| phrase(words, rules, faults)).collect();
    let ids: Vec<&Name> = rules.elements.iter().map(|element| &element.id).collect();
    let elements = known(&file.asks, "element", &ids.iter().copied(), faults);
    let otherwise = known(&file.otherwise, "element", &ids.iter().copied(), faults);
    let forums = file.forum.as_ref();
    let forums = forums.map(|names| names.0.iter().filter_map(|name| forum(name, rules, faults)).collect());
    for id in &elements {
        let scope = rules.element(id).map_or(Scope::Item, |element| element.scope);
        rules.requests.scopes.insert(id.clone(), scope);
    }
    let group = rules.requests.phrases.add_group(words);
    rules.requests.asks.push(Ask { group, elements, otherwise, forums });
}

/// Adds shifts, after those before them.
pub fn add_shifts(files: &[ShiftFile], rules: &mut RuleSet, faults: &mut Faults<'_>) {
    for file in files {
        add_shift(file, rules, faults);
    }
}

fn add_shift(file: &ShiftFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    faults.check_id(&file.id);
    let new = Shift {
        id: Name::from(file.id.value.as_str()),
        summary: faults.required(Some(&file.summary), "summary"),
        when: circumstances(&file.when, &file.id, rules, faults),
        effect: effect(file, faults),
        suffix: file.suffix.clone(),
        withholds: known(&file.withholds, "authority", &rules.authorities.keys(), faults),
        authorities: keys(&file.authorities, rules, faults),
        why: faults.required(Some(&file.why), "why"),
    };
    match rules.shifts.iter_mut().find(|shift| shift.id == new.id) {
        Some(known) => *known = new,
        None => rules.shifts.push(new),
    }
}

fn circumstances(
    file: &CircumstancesFile,
    id: &Text,
    rules: &RuleSet,
    faults: &mut Faults<'_>,
) -> Circumstances {
    let stages = Stage::ALL.map(|stage| (stage.name(), stage));
    let discoveries = [Discovery::Open, Discovery::Closed].map(|discovery| (discovery.name(), discovery));
    if file.stage.0.is_empty() {
        faults.at(id, "the shift names no stage", "add the key `stage` under `when`".to_owned());
    }
    let claims: Vec<&Name> = rules.claims.iter().map(|claim| &claim.id).collect();
    let subjects: Vec<&Name> = rules.subjects.iter().map(|subject| &subject.id).collect();
    let ids: Vec<&Name> = rules.rules.iter().map(|rule| &rule.id).collect();
    let forums = file.forum.as_ref();
    Circumstances {
        stages: file.stage.0.iter().filter_map(|name| faults.choice(name, "stage", &stages)).collect(),
        forums: forums.map(|names| names.0.iter().filter_map(|name| forum(name, rules, faults)).collect()),
        claims: among(file.claims.as_ref(), "claim", &claims, faults),
        only_claims: among(file.only_claims.as_ref(), "claim", &claims, faults),
        discovery: file
            .discovery
            .as_ref()
            .and_then(|word| faults.choice(word, "state of discovery", &discoveries)),
        scope: file.scope.as_ref().and_then(|word| faults.choice(word, "scope", &SCOPES)),
        subjects: among(file.subject.as_ref(), "subject", &subjects, faults),
        rules: among(file.rule.as_ref(), "rule", &ids, faults),
        not_asked: file.not_asked,
    }
}

fn among(words: Option<&Many>, what: &str, names: &[&Name], faults: &mut Faults<'_>) -> Option<Vec<Name>> {
    words.map(|words| known(&words.0, what, &names.iter().copied(), faults))
}

fn effect(shift: &ShiftFile, faults: &mut Faults<'_>) -> Option<Effect> {
    let EffectFile { cap, raise, toward } = &shift.effect;
    let stages = Stage::ALL.map(|stage| (stage.name(), stage));
    // To switch a rule off is for a rule file, where it is seen; a posture never hides a finding.
    let mut severity = |word: &Option<Text>| faults.choice(word.as_ref()?, "severity", &SEVERITIES[1..]);
    let moved = severity(cap).map(Effect::Cap).or(severity(raise).map(Effect::Raise));
    let toward_stage = toward.as_ref().and_then(|word| faults.choice(word, "stage", &stages));
    let given = [cap, raise, toward].into_iter().flatten().count();
    if given > 1 || given == 0 && shift.withholds.is_empty() {
        let help = "write one of `cap`, `raise` and `toward` under `effect`".to_owned();
        faults.at(&shift.id, "the shift needs one effect", help);
    }
    moved.or(toward_stage.map(Effect::Toward))
}
