//! What a finding says: its sentence, the one thing to do, and the digits by which it is known from run to run.

use sha2::{Digest, Sha256};

use crate::document::{Document, hexadecimal};
use crate::finding::Finding;
use crate::listed::Listed;
use crate::particular::Name;
use crate::person::{self, Person};
use crate::response::Response;
use crate::rule::{RuleSet, Stage};

/// Words the findings on one paper by the rules that made them.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The paper.
    pub document: &'a Document,
    /// The paper, taken apart.
    pub response: &'a Response,
    /// The persons whom it names.
    pub persons: &'a [Person],
    /// The documents that it lists.
    pub documents: &'a [Listed],
    /// The rules.
    pub rules: &'a RuleSet,
}

impl Wording<'_> {
    /// What is not stated, or the words at fault, in one sentence that quotes nothing, as it is said at `stage`.
    pub fn message(&self, finding: &Finding, stage: Stage) -> String {
        let mut message = String::with_capacity(256);
        self.push_message(&mut message, finding, stage);
        message
    }

    /// Adds what [`Self::message`] gives to `text`.
    pub fn push_message(&self, text: &mut String, finding: &Finding, stage: Stage) {
        let template = self.rules.rule(&finding.rule).map_or("", |rule| &rule.message);
        self.fill(text, template, finding);
        let here = finding.shifts.iter().filter(|shifted| shifted.stage == stage);
        for suffix in here.filter_map(|shifted| self.rules.shift(&shifted.shift)?.suffix.as_ref()) {
            text.push(' ');
            text.push_str(suffix);
        }
    }

    /// One thing to do, in the imperative.
    pub fn ask(&self, finding: &Finding) -> String {
        let mut ask = String::with_capacity(256);
        self.fill(&mut ask, self.rules.rule(&finding.rule).map_or("", |rule| &rule.ask), finding);
        ask
    }

    /// Sixteen hexadecimal digits that stay the same while the rule and the words at fault do, whatever their layout.
    pub fn fingerprint(&self, finding: &Finding) -> String {
        let mut digest = Sha256::new();
        digest.update(finding.rule.as_bytes());
        digest.update(self.place(finding).as_bytes());
        for word in self.document.slice(finding.span).split_whitespace() {
            digest.update(b" ");
            digest.update(word.as_bytes());
        }
        hexadecimal(&digest.finalize()[..8])
    }

    /// "item 3 of Interrogatory No. 9", "persons 1 to 4 of Interrogatory No. 2", "the answer to Interrogatory No. 9",
    /// "the statement".
    pub fn place(&self, finding: &Finding) -> String {
        let answer = || self.response.interrogatories.get(finding.interrogatory?);
        if !finding.persons.is_empty() {
            let numbers = finding.persons.iter().filter_map(|index| self.persons.get(*index));
            let persons = person::numbered("person", numbers.map(|person| person.number).collect());
            let number = answer().and_then(|answer| answer.number.as_ref());
            return number
                .map_or(persons.clone(), |number| format!("{persons} of Interrogatory No. {number}"));
        }
        if !finding.documents.is_empty() {
            let numbers = finding.documents.iter().filter_map(|index| self.documents.get(*index));
            let documents = person::numbered("document", numbers.map(|document| document.number).collect());
            let number = answer().and_then(|answer| answer.number.as_ref());
            return number
                .map_or(documents.clone(), |number| format!("{documents} of Interrogatory No. {number}"));
        }
        match (finding.item, answer().and_then(|answer| answer.number.as_ref())) {
            (Some(item), _) => self.response.item_name(item),
            (None, Some(number)) => format!("the answer to Interrogatory No. {number}"),
            (None, None) if finding.interrogatory.is_none() => "the paper".to_owned(),
            (None, None) => "the statement".to_owned(),
        }
    }

    /// "item 3", the earlier item that a finding holds its own against; both stand in one answer.
    fn earlier(&self, finding: &Finding) -> String {
        let earlier = finding.earlier.and_then(|index| self.response.items.get(index));
        let number = earlier.and_then(|item| item.id.rsplit('.').next());
        number.map_or_else(|| "an earlier item".to_owned(), |number| format!("item {number}"))
    }

    /// Adds the template with `{item}`, `{earlier}` and `{missing}` filled in, and a capital at its start.
    fn fill(&self, text: &mut String, template: &str, finding: &Finding) {
        let start = text.len();
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let (before, after) = rest.split_at(open);
            text.push_str(before);
            rest = if let Some(rest) = after.strip_prefix("{item}") {
                text.push_str(&self.place(finding));
                rest
            } else if let Some(rest) = after.strip_prefix("{earlier}") {
                text.push_str(&self.earlier(finding));
                rest
            } else if let Some(rest) = after.strip_prefix("{missing}") {
                push_missing(text, &finding.missing, self.rules);
                rest
            } else {
                text.push('{');
                &after[1..]
            };
        }
        text.push_str(rest);
        if let Some(first) = text[start..].chars().next().filter(|first| first.is_lowercase()) {
            let capital: String = first.to_uppercase().collect();
            text.replace_range(start..start + first.len_utf8(), &capital);
        }
    }
}

/// Adds "what the data is, what it is for and which part is secret".
fn push_missing(sentence: &mut String, missing: &[Name], rules: &RuleSet) {
    let known = || missing.iter().filter_map(|id| rules.element(id));
    let last = known().count().saturating_sub(1);
    for (at, element) in known().enumerate() {
        sentence.push_str(match at {
            0 => "",
            _ if at == last => " and ",
            _ => ", ",
        });
        sentence.push_str(&element.wording);
    }
}
