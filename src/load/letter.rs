//! What letters say: from a file to the rule set, once every name in it is known.

use super::faults::Faults;
use crate::clause::{Clauses, FACTS, Part, When, parts};
use crate::document::Span;
use crate::rule::RuleSet;

/// Adds clauses; a name that is not known is a fault.
pub fn add(clauses: &Clauses, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    let before = faults.found.len();
    check(clauses, rules, faults);
    if faults.found.len() == before {
        rules.letters.add(clauses.clone());
    }
}

/// Looks at every name.
pub fn check(clauses: &Clauses, rules: &RuleSet, faults: &mut Faults<'_>) {
    let facts = || FACTS.into_iter().chain(rules.authorities.keys().map(|key| &**key));
    for part in clauses.texts().flat_map(parts) {
        if let Part::Name(name) = part {
            known(name, "fact or authority", facts(), faults);
        }
    }
    let of_rules =
        clauses.gaps.iter().map(|gap| &gap.rule).chain(clauses.reasons.iter().map(|reason| &reason.rule));
    for rule in of_rules.chain(clauses.sayings.iter().map(|saying| &saying.rule)).flatten() {
        known(rule, "rule", rules.rules.iter().map(|rule| &*rule.id), faults);
    }
    let of_subjects = clauses.gaps.iter().map(|gap| &gap.subject);
    for subject in of_subjects.chain(clauses.reasons.iter().map(|reason| &reason.subject)).flatten() {
        known(subject, "subject", rules.subjects.iter().map(|subject| &*subject.id), faults);
    }
    for element in clauses.gaps.iter().filter_map(|gap| gap.element.as_ref()) {
        known(element, "element", rules.elements.iter().map(|element| &*element.id), faults);
    }
    let whens = clauses.paragraphs.iter().map(|clause| &clause.when);
    whens
        .chain(clauses.sayings.iter().map(|saying| &saying.when))
        .for_each(|when| check_when(when, rules, faults));
}

fn check_when(when: &When, rules: &RuleSet, faults: &mut Faults<'_>) {
    for forum in when.forum.iter().chain(&when.outside) {
        known(forum, "forum", rules.forums.iter().map(|forum| &*forum.id), faults);
    }
    for claim in when.claims.iter().chain(&when.only_claims) {
        known(claim, "claim", rules.claims.iter().map(|claim| &*claim.id), faults);
    }
}

/// A fault, if `name` is none of `names`; shown where the file first has the word.
fn known<'n>(name: &str, what: &str, names: impl Iterator<Item = &'n str> + Clone, faults: &mut Faults<'_>) {
    if names.clone().any(|known| known == name) {
        return;
    }
    let at = faults.source.text.find(name).unwrap_or_default();
    let span = Span::new(at, at + if faults.source.text.is_empty() { 0 } else { name.len() });
    let help = super::faults::did_you_mean(name, names);
    faults.at_span(span, format!("there is no {what} \"{name}\""), help);
}

#[cfg(test)]
mod tests {
    use super::super::faults::{Faults, Source};
    use super::check;
    use crate::clause::Clauses;

    #[test]
    fn every_name_in_the_built_in_letters_is_known() {
        let json = include_str!(concat!(env!("OUT_DIR"), "/letter.json"));
        let clauses: Clauses = serde_json::from_str(json).expect("the built-in letters can be read");
        let rules = crate::load::load(&[]).expect("the built-in rules are sound");
        let source = Source { file: "rules/letter.yaml".to_owned(), text: String::new() };
        let mut found = Vec::new();
        check(&clauses, &rules, &mut Faults { source: &source, found: &mut found });
        assert!(found.is_empty(), "{found:?}");
        assert!(!rules.letters.clauses().paragraphs.is_empty());
    }
}
