//! All files together: what each adds to the rule set, in the order in which they need one another.

use std::sync::Arc;

use super::built_in;
use super::faults::{Faults, Source};
use super::file::AuthorityFile;
use super::parse::{Content, ParsedFile};
use super::rule;
use super::vocabulary::{add_list, element, subject};
use crate::error::RuleFault;
use crate::particular::Name;
use crate::rule::{Authority, Rule, RuleSet};

/// The rule set that the files state over the built-in words and authorities; every fault goes to `found`.
pub fn compile(files: &[ParsedFile], found: &mut Vec<RuleFault>) -> RuleSet {
    let (lexicon, authorities) = (built_in::lexicon(), built_in::authorities());
    let mut rules = RuleSet { authorities, lexicon, ..RuleSet::default() };
    for step in 0..4 {
        for file in files {
            let mut faults = Faults { source: &file.source, found };
            add(step, file, &mut rules, &mut faults);
        }
    }
    rules.rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

/// Word lists and authorities first, then elements, then subjects, then rules.
fn add(step: usize, file: &ParsedFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    match (step, &file.content) {
        (0, Content::Lexicon(lists)) => {
            for (name, list) in &lists.0 {
                add_list(name, list, rules, faults);
            }
        }
        (0, Content::Authorities(authorities)) => {
            for file in authorities {
                rules.authorities.insert(authority(file, faults));
            }
        }
        (0, Content::Stages(stages)) => rules.stages = stages.clone(),
        (1, Content::Elements(elements)) => {
            for file in elements {
                let new = element(file, rules, faults);
                match rules.elements.iter_mut().find(|element| element.id == new.id) {
                    Some(known) => *known = new,
                    None => rules.elements.push(new),
                }
            }
        }
        (2, Content::Subjects(subjects)) => {
            for file in subjects {
                let new = subject(file, rules, faults);
                match rules.subjects.iter_mut().find(|subject| subject.id == new.id) {
                    Some(known) => *known = new,
                    None => rules.subjects.push(new),
                }
            }
        }
        (3, Content::Rule(file)) => {
            let origin = origin(faults.source);
            if let Some(new) = rule::rule(file, &origin, rules, faults) {
                add_rule(new, &origin, rules, faults);
            }
        }
        _ => {}
    }
}

fn origin(source: &Source) -> Arc<str> {
    if source.text.is_empty() { "built-in".into() } else { source.file.as_str().into() }
}

fn add_rule(new: Rule, origin: &Arc<str>, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    let folder = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
    match rules.rules.iter_mut().find(|rule| rule.id == new.id) {
        Some(known) if &**origin != "built-in" && folder(&known.origin) == folder(origin) => {
            faults.of_file(
                format!("the rule \"{}\" stands twice in this folder", new.id),
                "keep one of the two".to_owned(),
            );
        }
        Some(known) => *known = new,
        None => rules.rules.push(new),
    }
}

/// What can become of an identification.
pub(super) const OUTCOMES: [&str; 3] = ["sufficient", "insufficient", "standard-only"];
/// How sure an authority can be.
pub(super) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

fn authority(file: &AuthorityFile, faults: &mut Faults<'_>) -> Authority {
    if !OUTCOMES.contains(&file.holds_for.value.as_str()) {
        faults.unknown(&file.holds_for, "outcome", OUTCOMES.into_iter());
    }
    if !CONFIDENCES.contains(&file.confidence.value.as_str()) {
        faults.unknown(&file.confidence, "confidence", CONFIDENCES.into_iter());
    }
    Authority {
        key: Name::from(file.key.value.as_str()),
        name: file.name.clone(),
        citation: file.citation.clone(),
        court: file.court.clone(),
        year: file.year,
        stage: file.stage.clone(),
        holds_for: file.holds_for.value.clone(),
        proposition: file.proposition.clone(),
        caution: file.caution.clone(),
        later_history: file.later_history.clone(),
        confidence: file.confidence.value.clone(),
    }
}
