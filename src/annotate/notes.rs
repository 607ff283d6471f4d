//! What a comment says: what is not stated, the one thing to do, when it matters, and the authority on it.

use std::collections::HashSet;

use super::targets::Target;
use crate::authority::Authority;
use crate::cited::Shelf;
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::{RuleSet, Severity, Stage};
use crate::wording::Wording;

/// The most authorities of each kind that one finding prints.
const MOST_AUTHORITIES: usize = 2;

/// The most findings that are named after those that are told.
pub(super) const MOST_NAMED: usize = 10;

/// Writes the comments of one report, in their order.
pub(super) struct Notes<'a> {
    report: &'a Report,
    rules: &'a RuleSet,
    wording: Wording<'a>,
    shelf: Shelf<'a>,
    /// The authorities that were printed in full.
    printed: HashSet<&'a str>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(report: &'a Report, rules: &'a RuleSet) -> Self {
        let shelf = Shelf::new(&report.findings, &report.posture, rules);
        Self { report, rules, wording: report.wording(rules), shelf, printed: HashSet::new() }
    }

    /// The paragraphs of a comment, and the fingerprints of the findings that it tells of or names.
    pub(super) fn note(&mut self, target: &Target<'a>) -> (Vec<String>, Vec<String>) {
        let mut lines = Vec::new();
        if target.is_note {
            lines.push("On words of the note that is referred to here:".to_owned());
        }
        let is_list = target.findings.len() > 1;
        for (at, finding) in target.findings.iter().enumerate() {
            let number = if is_list { format!("{}. ", at + 1) } else { String::new() };
            self.finding(finding, &number, &mut lines);
        }
        let named = &target.rest[..target.rest.len().min(MOST_NAMED)];
        if !named.is_empty() {
            let noun = if target.rest.len() == 1 { "finding" } else { "findings" };
            lines.push(format!("{} more {noun}, in short:", target.rest.len()));
            let messages = named.iter().map(|finding| self.wording.message(finding, self.report.stage));
            lines.extend(messages.map(|message| format!("\u{2013} {}", sentence(&message))));
        }
        let told = target.findings.iter().chain(named);
        let mut fingerprints: Vec<String> = told.map(|finding| self.wording.fingerprint(finding)).collect();
        fingerprints.dedup();
        (lines, fingerprints)
    }

    fn finding(&mut self, finding: &Finding, number: &str, lines: &mut Vec<String>) {
        lines.push(format!("{number}{}", sentence(&self.wording.message(finding, self.report.stage))));
        let ask = self.wording.ask(finding);
        if !ask.is_empty() {
            lines.push(format!("To do: {ask}"));
        }
        for id in &finding.missing {
            let question = self.rules.element(id).map_or(&**id, |element| element.question.as_str());
            let stated = if finding.partial.contains(id) { " (stated in part)" } else { "" };
            lines.push(format!("\u{2013} {question}{stated}"));
        }
        lines.push(when(finding));
        let cited = self.shelf.on(finding).cloned().unwrap_or_default();
        for (label, authorities) in [("Authority", cited.supporting), ("Contrary authority", cited.contrary)]
        {
            for authority in authorities.into_iter().take(MOST_AUTHORITIES) {
                lines.push(format!("{label}: {}", self.print(authority)));
            }
        }
    }

    /// The authority, in full the first time; its caution and later history always.
    fn print(&mut self, authority: &'a Authority) -> String {
        let mut parts = vec![sentence(&authority.citation)];
        if self.printed.insert(&authority.key) {
            parts.extend(authority.elsewhere(&self.report.posture, self.rules));
            parts.push(sentence(&authority.proposition));
        } else {
            parts.push("(What it says stands in an earlier comment.)".to_owned());
        }
        parts.extend(authority.warned().iter().map(|warning| sentence(warning)));
        parts.join(" ")
    }
}

/// The stages at which a finding matters, and how much.
fn when(finding: &Finding) -> String {
    let of_stage = |stage: Stage| {
        let severity = finding.severity.at(stage);
        (severity != Severity::Off).then(|| format!("{stage} ({})", severity.name()))
    };
    let stages: Vec<String> = Stage::ALL.into_iter().filter_map(of_stage).collect();
    format!("Matters at: {}.", stages.join(", "))
}

fn sentence(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.ends_with(['.', '!', '?', '"', '\u{201d}']) { words } else { words + "." }
}
