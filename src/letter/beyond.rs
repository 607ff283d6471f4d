//! What the letter asks for and the request did not: an answer is measured against the words of the request.

use std::collections::BTreeMap;

use super::Brief;
use super::challenge::{Answer, Challenge};
use crate::request::{self, Reading};

/// What a request for the secrets themselves asks for, whatever its words.
const OF_EVERY_REQUEST: [&str; 2] = ["content", "means"];

/// "the words of Interrogatory No. 9 do not ask for which part is secret (items 3 and 7)"; `None` if every demand is within.
pub(super) fn beyond(brief: &Brief<'_>, challenge: &Challenge<'_>) -> Option<String> {
    let report = brief.report;
    let text = &report.document.text;
    let (of_persons, of_documents) = request::definitions(text);
    let reading = Reading {
        of_secrets: request::definition(text),
        of_persons: &of_persons,
        of_documents: &of_documents,
        forum: report.posture.forum.as_deref(),
    };
    let told = challenge.answers.iter().filter_map(|answer| of_answer(brief, answer, &reading));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

fn of_answer(brief: &Brief<'_>, answer: &Answer<'_>, reading: &Reading<'_>) -> Option<String> {
    let Brief { report, rules, .. } = *brief;
    let interrogatory = report.response.interrogatories.get(answer.indices[0])?;
    let printed = interrogatory.request.map(|span| report.document.slice(span).trim());
    let words = printed.filter(|words| !words.is_empty()).or(report.posture.asked.as_deref())?;
    let sought = rules.requests.sought(Some(words), reading, rules).of_items.unwrap_or_default();
    let mut beyond: BTreeMap<usize, (&str, Vec<usize>)> = BTreeMap::new();
    for (item, findings) in &answer.items {
        let number: Option<usize> =
            report.response.items[*item].id.rsplit('.').next().and_then(|number| number.parse().ok());
        for id in findings.iter().flat_map(|finding| &finding.missing) {
            let is_asked = OF_EVERY_REQUEST.contains(&&**id) || sought.contains(id);
            let element = rules.elements.iter().position(|element| element.id == *id).filter(|_| !is_asked);
            if let Some(at) = element {
                let wording = rules.elements[at].wording.as_str();
                beyond.entry(at).or_insert((wording, Vec::new())).1.extend(number);
            }
        }
    }
    let listed: Vec<String> = beyond
        .into_values()
        .map(|(wording, items)| format!("{wording} ({})", crate::person::numbered("item", items)))
        .collect();
    let name = interrogatory
        .number
        .as_ref()
        .map_or("the request".to_owned(), |number| format!("Interrogatory No. {number}"));
    (!listed.is_empty()).then(|| format!("the words of {name} do not ask for {}", listed.join("; ")))
}
