//! One rule: from its file to what is checked and said.

use std::sync::Arc;

use super::authority::{contrary, keys};
use super::condition::condition;
use super::faults::Faults;
use super::file::{ExamplesFile, RuleFile, SeverityFile, Text};
use super::inquiry;
use super::parse::stem;
use super::shape::ExampleFile;
use super::vocabulary::known;
use crate::particular::Name;
use crate::rule::{ByStage, Condition, Confidence, Example, Rule, RuleSet, Scope, Severity};

pub(super) const SEVERITIES: [(&str, Severity); 4] = [
    ("off", Severity::Off),
    ("note", Severity::Note),
    ("warning", Severity::Warning),
    ("error", Severity::Error),
];
const CONFIDENCES: [(&str, Confidence); 3] =
    [("low", Confidence::Low), ("medium", Confidence::Medium), ("high", Confidence::High)];
pub(super) const SCOPES: [(&str, Scope); 5] = [
    ("item", Scope::Item),
    ("interrogatory", Scope::Interrogatory),
    ("response", Scope::Response),
    ("person", Scope::Person),
    ("document", Scope::Document),
];

/// The rule that a file states, or the changes it makes to another; `None` after a fault that leaves nothing.
pub fn rule(
    file: &RuleFile,
    origin: &Arc<str>,
    rules: &mut RuleSet,
    faults: &mut Faults<'_>,
) -> Option<Rule> {
    match &file.extends {
        Some(base) => extended(file, base, origin, rules, faults),
        None => Some(whole(file, origin, rules, faults)),
    }
}

fn whole(file: &RuleFile, origin: &Arc<str>, rules: &mut RuleSet, faults: &mut Faults<'_>) -> Rule {
    let id = stem(&faults.source.file).to_owned();
    if !super::faults::is_sound_id(&id) {
        faults.of_file(format!("\"{id}\" cannot be the name of a rule"), super::faults::ID_HELP.to_owned());
    }
    let scope = file.scope.as_ref().and_then(|scope| faults.choice(scope, "scope", &SCOPES));
    let scope = scope.unwrap_or(Scope::Item);
    let when = if let Some(when) = &file.when {
        condition(when, scope, rules, faults)
    } else {
        faults.missing("when");
        Condition::default()
    };
    let requires = file.requires.as_deref().map_or_else(Vec::new, |words| {
        known(words, "element", &rules.elements.iter().map(|element| &element.id), faults)
    });
    let none = ExamplesFile::default();
    let given = file.examples.as_ref().unwrap_or(&none);
    let rule = Rule {
        id: Name::from(id.as_str()),
        summary: faults.required(file.summary.as_ref(), "summary"),
        scope,
        when,
        requires,
        severity: severity(file.severity.as_ref(), None, faults),
        confidence: file
            .confidence
            .as_ref()
            .and_then(|word| faults.choice(word, "confidence", &CONFIDENCES))
            .unwrap_or(Confidence::Medium),
        message: template(file.message.as_ref(), "message", faults),
        ask: template(file.ask.as_ref(), "ask", faults),
        engineer: file.engineer.as_ref().map(|engineer| inquiry::of_rule(engineer, faults)),
        why: faults.required(file.why.as_ref(), "why"),
        authorities: keys(file.authorities.as_deref().unwrap_or_default(), rules, faults),
        contrary: contrary(file.contrary.as_deref().unwrap_or_default(), rules, faults),
        flagged: examples(&given.flagged, rules, faults),
        clean: examples(&given.clean, rules, faults),
        known_miss: examples(&given.known_miss, rules, faults),
        origin: origin.clone(),
    };
    if rule.flagged.is_empty() || rule.clean.is_empty() {
        faults.of_file(
            "the rule needs a flagged and a clean example",
            "write at least one text under `flagged` and one under `clean`".to_owned(),
        );
    }
    rule
}

fn extended(
    file: &RuleFile,
    base: &Text,
    origin: &Arc<str>,
    rules: &RuleSet,
    faults: &mut Faults<'_>,
) -> Option<Rule> {
    let Some(found) = rules.rule(&base.value) else {
        faults.unknown(base, "rule", rules.rules.iter().map(|rule| &*rule.id));
        return None;
    };
    let mut rule = found.clone();
    let replaced =
        file.when.is_some() || file.requires.is_some() || file.examples.is_some() || file.scope.is_some();
    if replaced {
        faults.at(base, "a file that extends a rule can change its severity, confidence, message, ask, engineer, authorities and contrary only", "leave out `extends` and state the whole rule".to_owned());
    }
    rule.severity = severity(file.severity.as_ref(), Some(rule.severity), faults);
    if let Some(word) = &file.confidence {
        rule.confidence = faults.choice(word, "confidence", &CONFIDENCES).unwrap_or(rule.confidence);
    }
    if file.message.is_some() {
        rule.message = template(file.message.as_ref(), "message", faults);
    }
    if file.ask.is_some() {
        rule.ask = template(file.ask.as_ref(), "ask", faults);
    }
    if let Some(engineer) = &file.engineer {
        rule.engineer = Some(inquiry::of_rule(engineer, faults));
    }
    if let Some(words) = &file.authorities {
        rule.authorities = keys(words, rules, faults);
    }
    if let Some(words) = &file.contrary {
        rule.contrary = contrary(words, rules, faults);
    }
    rule.origin = format!("{origin} over {}", rule.origin).into();
    Some(rule)
}

fn severity(
    file: Option<&SeverityFile>,
    base: Option<ByStage<Severity>>,
    faults: &mut Faults<'_>,
) -> ByStage<Severity> {
    let fallback = base.unwrap_or(ByStage {
        notice: Severity::Off,
        particularity: Severity::Off,
        summary_judgment: Severity::Off,
    });
    let Some(file) = file else {
        if base.is_none() {
            faults.missing("severity");
        }
        return fallback;
    };
    let mut at = |word: Option<&Text>, stage: &str, otherwise: Severity| {
        if let Some(word) = word {
            faults.choice(word, "severity", &SEVERITIES).unwrap_or(otherwise)
        } else {
            if base.is_none() {
                faults.missing(&format!("severity: {stage}"));
            }
            otherwise
        }
    };
    ByStage {
        notice: at(file.notice.as_ref(), "notice", fallback.notice),
        particularity: at(file.particularity.as_ref(), "particularity", fallback.particularity),
        summary_judgment: at(file.summary_judgment.as_ref(), "summary-judgment", fallback.summary_judgment),
    }
}

/// A sentence whose only gaps are `{item}`, `{earlier}` and `{missing}`.
fn template(text: Option<&Text>, key: &str, faults: &mut Faults<'_>) -> String {
    let sentence = faults.required(text, key);
    if let Some(text) = text
        && ["{item}", "{earlier}", "{missing}"]
            .iter()
            .fold(sentence.clone(), |left, gap| left.replace(gap, ""))
            .contains(['{', '}'])
    {
        faults.at(
            text,
            format!("`{key}` holds a gap that the program cannot fill"),
            "the gaps are {item}, {earlier} and {missing}".to_owned(),
        );
    }
    sentence
}

fn examples(files: &[ExampleFile], rules: &RuleSet, faults: &mut Faults<'_>) -> Vec<Example> {
    files.iter().map(|file| example(file, rules, faults)).collect()
}

fn example(file: &ExampleFile, rules: &RuleSet, faults: &mut Faults<'_>) -> Example {
    let missing = file
        .missing
        .as_deref()
        .map(|words| known(words, "element", &rules.elements.iter().map(|element| &element.id), faults));
    Example { text: file.text.value.clone(), missing }
}
