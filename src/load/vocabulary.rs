//! Word lists, elements and subjects: from files to what the rule set holds.

use super::faults::{Faults, did_you_mean};
use super::file::{ElementFile, EvidenceFile, SubjectFile, Text, WordListFile};
use super::inflect::{Form, plural};
use super::inquiry::inquiries;
use super::rule::SCOPES;
use super::shape::Many;
use crate::lexicon::Lists;
use crate::particular::{Name, ParticularKind};
use crate::phrase::Phrase;
use crate::rule::{ElementRule, Evidence, RuleSet, Scope, SubjectRule};

/// Adds a word list, or words to one.
pub fn add_list(name: &Text, list: &WordListFile, rules: &mut RuleSet, faults: &mut Faults<'_>) {
    let Some(lists) = rules.lexicon.list_or_new(&name.value) else {
        faults.at(
            name,
            format!("there is no room for the word list \"{}\"", name.value),
            format!("keep to {} lists", Lists::MOST),
        );
        return;
    };
    let Some(form) = Form::of(&list.form.value) else {
        faults.unknown(&list.form, "form", Form::ALL.iter().map(|(name, _)| *name));
        return;
    };
    for form in list.words.iter().flat_map(|word| form.forms(&word.value)) {
        rules.lexicon.insert(&form, lists);
    }
    for word in &list.also {
        rules.lexicon.insert(&word.value.to_lowercase(), lists);
    }
}

/// The element that a file states.
pub fn element(file: &ElementFile, rules: &mut RuleSet, faults: &mut Faults<'_>) -> ElementRule {
    faults.check_id(&file.id);
    let scope = file.scope.as_ref().and_then(|scope| faults.choice(scope, "scope", &SCOPES));
    let scope = scope.unwrap_or(Scope::Item);
    ElementRule {
        scope,
        id: Name::from(file.id.value.as_str()),
        short: faults.required(Some(&file.short), "short"),
        question: faults.required(Some(&file.question), "question"),
        wording: faults.required(Some(&file.wording), "wording"),
        engineer: file.engineer.as_ref().map(inquiries).unwrap_or_default(),
        is_of_every_item: file.every,
        present: evidence(&file.present, scope, rules, faults),
        partial: evidence(&file.partial, scope, rules, faults),
        disclaimed: evidence(&file.disclaimed, scope, rules, faults),
        labels: numbers(&file.labels, false, rules),
    }
}

fn evidence(file: &EvidenceFile, scope: Scope, rules: &mut RuleSet, faults: &mut Faults<'_>) -> Evidence {
    let weights = file.weights.0.iter().filter_map(|(kind, weight)| {
        faults.choice(kind, "kind of particular", &kinds()).map(|kind| (kind, *weight))
    });
    let weights = weights.collect();
    let cues = file.phrase.iter().flat_map(|many| &many.0).map(|cue| cue.value.clone()).collect();
    let parsed = parsed(file.phrase.as_ref(), rules, faults);
    let phrase = parsed.map(|parsed| match scope {
        Scope::Item => rules.phrases.add_group(parsed),
        Scope::Interrogatory | Scope::Response => rules.answer_evidence.add_group(parsed),
        Scope::Person => rules.person_phrases.add_group(parsed),
        Scope::Document => rules.document_phrases.add_group(parsed),
    });
    Evidence { weights, at_least: file.at_least, phrase, cues }
}

/// The names of the kinds of particulars.
pub fn kinds() -> [(&'static str, ParticularKind); ParticularKind::ALL.len()] {
    ParticularKind::ALL.map(|kind| (kind.name(), kind))
}

/// A group of phrases to be looked for in what `scope` says; `None` if none are given.
pub fn phrases(
    patterns: Option<&Many>,
    scope: Scope,
    rules: &mut RuleSet,
    faults: &mut Faults<'_>,
) -> Option<u32> {
    let parsed = parsed(patterns, rules, faults)?;
    let group = match scope {
        Scope::Item => rules.phrases.add_group(parsed),
        Scope::Interrogatory | Scope::Response => rules.answer_phrases.add_group(parsed),
        Scope::Person => rules.person_phrases.add_group(parsed),
        Scope::Document => rules.document_phrases.add_group(parsed),
    };
    Some(group)
}

fn parsed(patterns: Option<&Many>, rules: &mut RuleSet, faults: &mut Faults<'_>) -> Option<Vec<Phrase>> {
    let patterns = patterns.filter(|patterns| !patterns.0.is_empty())?;
    Some(patterns.0.iter().filter_map(|pattern| phrase(pattern, rules, faults)).collect())
}

/// The phrase that a pattern states; `None` after a fault.
pub fn phrase(pattern: &Text, rules: &mut RuleSet, faults: &mut Faults<'_>) -> Option<Phrase> {
    match Phrase::parse(&pattern.value, &mut rules.lexicon) {
        Ok(phrase) => Some(phrase),
        Err((message, unknown)) => {
            let names: Vec<Name> = rules.lexicon.names().to_vec();
            let help =
                unknown.as_deref().and_then(|name| did_you_mean(name, names.iter().map(|name| &**name)));
            faults.within(pattern, unknown.as_deref().unwrap_or_default(), message, help);
            None
        }
    }
}

/// The subject that a file states.
pub fn subject(file: &SubjectFile, rules: &mut RuleSet, faults: &mut Faults<'_>) -> SubjectRule {
    faults.check_id(&file.id);
    faults.required(Some(&file.summary), "summary");
    let heads = numbers(&file.heads, true, rules);
    let modifiers = numbers(&file.modifiers, false, rules);
    let patterns =
        file.frames.iter().filter_map(|pattern| phrase(pattern, rules, faults)).collect::<Vec<_>>();
    let frames = (!patterns.is_empty()).then(|| rules.phrases.add_group(patterns));
    let elements =
        known(&file.elements, "element", &rules.elements.iter().map(|element| &element.id), faults);
    SubjectRule { id: Name::from(file.id.value.as_str()), heads, modifiers, frames, elements }
}

/// The numbers of words in the lexicon, sorted, each once; new words go into it.
fn numbers(words: &[Text], with_plurals: bool, rules: &mut RuleSet) -> Vec<u32> {
    let mut ids: Vec<u32> = Vec::new();
    for word in words {
        let word = word.value.to_lowercase();
        ids.push(rules.lexicon.insert(&word, Lists::NONE));
        if with_plurals {
            ids.push(rules.lexicon.insert(&plural(&word), Lists::NONE));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Those of `words` that are among `names`; the others are faults.
pub fn known<'a>(
    words: &[Text],
    what: &str,
    names: &(impl Iterator<Item = &'a Name> + Clone),
    faults: &mut Faults<'_>,
) -> Vec<Name> {
    let mut found = Vec::new();
    for word in words {
        match names.clone().find(|name| ***name == *word.value) {
            Some(name) => found.push(name.clone()),
            None => faults.unknown(word, what, names.clone().map(|name| &**name)),
        }
    }
    found
}
