//! What shows an element, in plain words: kinds of particulars with what each counts for, and phrases.

use std::collections::BTreeMap;

use crate::particular::Particular;
use crate::rule::Evidence;

/// The most phrases that are named.
const MOST_CUES: usize = 4;
/// The most alternatives of one word that are named.
const MOST_WORDS: usize = 2;

/// What was looked for, and how much of it `found` holds.
pub fn looked_for(evidence: &Evidence, found: &[Particular]) -> String {
    let particulars = (evidence.at_least > 0).then(|| counted(evidence, found));
    let phrases = (!evidence.cues.is_empty()).then(|| cues(&evidence.cues));
    let parts: Vec<String> = particulars.into_iter().chain(phrases).collect();
    if parts.is_empty() {
        return "This program looks for no words that show it.".to_owned();
    }
    format!("Looked for {}.", parts.join("; or for "))
}

fn counted(evidence: &Evidence, found: &[Particular]) -> String {
    let mut kinds: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (kind, weight) in evidence.weights.iter().filter(|(_, weight)| **weight > 0) {
        kinds.entry(*weight).or_default().push(kind.name());
    }
    let kinds: Vec<String> = kinds
        .iter()
        .rev()
        .map(|(weight, names)| format!("{} (each counts {weight})", names.join(", ")))
        .collect();
    let weigh = |particular: &Particular| evidence.weights.get(&particular.kind).copied().unwrap_or(0);
    let sum: u32 = found.iter().map(weigh).sum();
    format!(
        "particulars that count {} or more together: {}; those found count {sum}",
        evidence.at_least,
        kinds.join("; ")
    )
}

fn cues(cues: &[String]) -> String {
    let named: Vec<String> = cues.iter().take(MOST_CUES).map(|cue| format!("“{}”", plain(cue))).collect();
    match cues.len() - named.len() {
        0 => format!("a phrase such as {}", named.join(", ")),
        rest => format!("a phrase such as {} ({rest} more)", named.join(", ")),
    }
}

/// A phrase as a person would write it: gaps as dots, the first of many alternatives.
pub fn plain(cue: &str) -> String {
    let mut text = String::new();
    for word in cue.split_whitespace() {
        let word = spoken(word);
        if word == "…" && text.ends_with('…') {
            continue;
        }
        if !text.is_empty() && !matches!(word.as_str(), "," | ";" | ":" | ".") {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

fn spoken(word: &str) -> String {
    let body = word.strip_suffix('?').filter(|body| !body.is_empty()).unwrap_or(word);
    let list = body.strip_prefix('<').and_then(|body| body.strip_suffix('>'));
    if body == "_" || body.starts_with('~') {
        "…".to_owned()
    } else if body == "#" {
        "a number".to_owned()
    } else if let Some(name) = list {
        format!("({})", name.replace('-', " "))
    } else if let Some(ending) = body.strip_prefix('*').filter(|ending| !ending.is_empty()) {
        format!("…{ending}")
    } else {
        let words: Vec<&str> = body.split('/').collect();
        let named = words[..words.len().min(MOST_WORDS)].join("/");
        if words.len() > MOST_WORDS { format!("{named}/…") } else { named }
    }
}
