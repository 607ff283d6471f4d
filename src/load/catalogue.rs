//! All files together: what each adds to the rule set, in the order in which they need one another.

use std::sync::Arc;

use super::built_in;
use super::faults::{Faults, Source};
use super::parse::{Content, ParsedFile};
use super::vocabulary::{add_list, element, subject};
use super::{authority, holiday, inquiry, letter, posture, rule};
use crate::error::RuleFault;
use crate::rule::{Rule, RuleSet};

/// The rule set that the files state over the built-in words and authorities; every fault goes to `found`.
pub fn compile(files: &[ParsedFile], found: &mut Vec<RuleFault>) -> RuleSet {
    let (lexicon, authorities) = (built_in::lexicon(), built_in::authorities());
    let (forums, letters) = (built_in::forums(), built_in::letters());
    let mut rules = RuleSet { forums, authorities, letters, lexicon, ..RuleSet::default() };
    for step in 0..6 {
        for file in files {
            let mut faults = Faults { source: &file.source, found };
            add(step, file, &mut rules, &mut faults);
            add_law(step, file, &mut rules, &mut faults);
        }
    }
    rules.rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

/// Courts and claims first, then authorities, then stages and requests, and postures when all rules are known.
fn add_law(step: usize, file: &ParsedFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    match (step, &file.content) {
        (0, Content::Forums(forums)) => posture::add_forums(forums, rules, faults),
        (0, Content::Claims(claims)) => posture::add_claims(claims, rules, faults),
        (1, Content::Holidays(holidays)) => holiday::add_holidays(holidays, rules, faults),
        (1, Content::Authorities(authorities)) => {
            for file in authorities {
                let authority = authority::authority(file, rules, faults);
                rules.authorities.insert(authority);
            }
        }
        (2, Content::Stages(stages)) => rules.stages = authority::stages(stages, rules, faults),
        (2, Content::Requests(requests)) => posture::add_requests(requests, rules, faults),
        (5, Content::Shifts(shifts)) => posture::add_shifts(shifts, rules, faults),
        (5, Content::Letter(clauses)) => letter::add(clauses, rules, faults),
        _ => {}
    }
}

/// Word lists first, then elements, then subjects, then rules.
fn add(step: usize, file: &ParsedFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    match (step, &file.content) {
        (0, Content::Lexicon(lists)) => {
            for (name, list) in &lists.0 {
                add_list(name, list, rules, faults);
            }
        }
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
        (3, Content::Elements(elements)) => {
            for file in elements {
                inquiry::kinds(file, rules, faults);
            }
        }
        (4, Content::Rule(file)) => {
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
