//! The conditions of a rule: from its file to what is checked.

use super::faults::Faults;
use super::file::{ConditionFile, ItemsFile, PaperFile, Text};
use super::shape::Many;
use super::vocabulary::{kinds, known, phrases};
use crate::lexicon::Lists;
use crate::particular::{Name, ParticularKind, State};
use crate::pattern::Pattern;
use crate::response::AnswerState;
use crate::rule::{Condition, Fact, ItemsCondition, PaperCondition, RuleSet, Scope};

const STATES: [(&str, State); 4] = [
    ("present", State::Present),
    ("partial", State::Partial),
    ("absent", State::Absent),
    ("disclaimed", State::Disclaimed),
];

const ANSWERS: [(&str, AnswerState); 4] = [
    ("answered", AnswerState::Answered),
    ("no-answer", AnswerState::NoAnswer),
    ("objection-only", AnswerState::ObjectionOnly),
    ("documents-only", AnswerState::DocumentsOnly),
];

/// The condition that a file states of what `scope` says.
pub fn condition(
    file: &ConditionFile,
    scope: Scope,
    rules: &mut RuleSet,
    faults: &mut Faults<'_>,
) -> Condition {
    let subjects = |words: Option<&Many>, rules: &RuleSet, faults: &mut Faults<'_>| {
        words.map(|words| {
            known(&words.0, "subject", &rules.subjects.iter().map(|subject| &subject.id), faults)
        })
    };
    Condition {
        subject: subjects(file.subject.as_ref(), rules, faults),
        first_subject: subjects(file.first_subject.as_ref(), rules, faults),
        phrase: phrases(file.phrase.as_ref(), scope, rules, faults),
        pattern: file.pattern.as_ref().map(|pattern| expression(pattern, rules, faults)),
        defined: file.defined,
        most_words: file.most_words,
        only_words: file.only_words.as_ref().map(|names| lists(&names.0, rules, faults)),
        most_particulars: file.most_particulars.as_ref().map(|most| {
            let all = || ParticularKind::ALL.to_vec();
            let chosen = most.kinds.as_ref().map(|names| {
                names
                    .0
                    .iter()
                    .filter_map(|name| faults.choice(name, "kind of particular", &kinds()))
                    .collect()
            });
            (chosen.unwrap_or_else(all), most.count)
        }),
        elements: elements(file, rules, faults),
        told: file.told,
        answer: file.answer.as_ref().map(|names| {
            names.0.iter().filter_map(|name| faults.choice(name, "state of an answer", &ANSWERS)).collect()
        }),
        items: file.items.as_ref().map(|items| of_items(items, rules, faults)),
        paper: file.paper.as_ref().map(|paper| of_paper(paper, faults)),
        objection: file.objection.as_ref().map(|file| Box::new(condition(file, scope, rules, faults))),
        all: nested(&file.all, scope, rules, faults),
        any: nested(&file.any, scope, rules, faults),
        none: nested(&file.none, scope, rules, faults),
    }
}

fn of_paper(file: &PaperFile, faults: &mut Faults<'_>) -> PaperCondition {
    let mut facts = |names: &Many| {
        names.0.iter().filter_map(|name| faults.choice(name, "fact of a paper", &Fact::ALL)).collect()
    };
    let condition = PaperCondition { has: facts(&file.has), lacks: facts(&file.lacks) };
    if file.has.0.is_empty() {
        // What a paper lacks stands nowhere: what it has shows where the finding is.
        faults.missing("paper: has");
    }
    condition
}

fn nested(
    files: &[ConditionFile],
    scope: Scope,
    rules: &mut RuleSet,
    faults: &mut Faults<'_>,
) -> Vec<Condition> {
    files.iter().map(|file| condition(file, scope, rules, faults)).collect()
}

fn of_items(file: &ItemsFile, rules: &RuleSet, faults: &mut Faults<'_>) -> ItemsCondition {
    let mut named =
        |words: &Many| known(&words.0, "element", &rules.elements.iter().map(|element| &element.id), faults);
    ItemsCondition {
        at_least: file.at_least,
        labelled: file.labelled,
        some_state: named(&file.some_state),
        none_state: named(&file.none_state),
    }
}

fn expression(pattern: &Text, rules: &mut RuleSet, faults: &mut Faults<'_>) -> Pattern {
    if let Some(known) = rules.patterns.iter().find(|known| known.source() == pattern.value) {
        return known.clone();
    }
    let compiled = Pattern::new(&pattern.value);
    // A built-in expression has no place in a file; tests compile it, so that starting the program need not.
    let is_built_in = faults.source.text.is_empty();
    if !is_built_in && let Err(reason) = compiled.check() {
        let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        faults.at(
            pattern,
            format!("this is no regular expression: {reason}"),
            "write a bracket or a dot that is meant as such with \\ before it".to_owned(),
        );
        return compiled;
    }
    rules.patterns.push(compiled.clone());
    compiled
}

fn lists(names: &[Text], rules: &RuleSet, faults: &mut Faults<'_>) -> Lists {
    let mut lists = Lists::NONE;
    for name in names {
        match rules.lexicon.list(&name.value) {
            Some(list) => lists = lists.with(list),
            None => faults.unknown(name, "word list", rules.lexicon.names().iter().map(|name| &**name)),
        }
    }
    lists
}

fn elements(file: &ConditionFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Vec<(Name, Vec<State>)> {
    let mut found = Vec::new();
    for (id, states) in &file.elements.0 {
        let name = known(
            std::slice::from_ref(id),
            "element",
            &rules.elements.iter().map(|element| &element.id),
            faults,
        )
        .pop();
        let states = states.0.iter().filter_map(|state| faults.choice(state, "state", &STATES)).collect();
        found.extend(name.map(|name| (name, states)));
    }
    found
}
