//! A rule as SARIF describes it: what it finds, why that matters, and what may be cited for it and against it.

use serde_json::{Value, json};

use super::super::{Papers, UNREAD_RULE};
use super::level;
use crate::authority::Authority;
use crate::cited::Cited;
use crate::posture::Posture;
use crate::rule::{Rule, Severity, Stage};
use crate::write::lines::fit;

/// The most characters of a description that code scanning takes.
const MOST: usize = 1000;

/// The rule `id`; its severity is that of the papers' stage.
pub fn descriptor(id: &str, papers: &Papers<'_>) -> Value {
    let Some(rule) = papers.rules.rule(id) else { return json!({ "id": id }) };
    let posture =
        papers.reports.first().map_or_else(|| Posture::at(Stage::Notice), |report| report.posture.clone());
    let severity = rule.severity.at(posture.stage);
    let cited = Cited::of(rule, &posture, papers.rules);
    json!({
        "id": id,
        "shortDescription": { "text": fit(&rule.summary, MOST) },
        "fullDescription": { "text": fit(&rule.why, MOST) },
        "help": { "text": plain(rule), "markdown": markdown(rule, &cited) },
        "defaultConfiguration": { "level": level(severity) },
        "properties": {
            "precision": rule.confidence.name(),
            "problem.severity": problem(severity),
            "tags": ["trade-secrets", posture.stage.name()],
        },
    })
}

/// What stands for a part that was not read.
pub fn unread_descriptor() -> Value {
    let why =
        "What was not read may state more, or less, than the rest: the paper is neither clear nor deficient.";
    json!({
        "id": UNREAD_RULE,
        "shortDescription": { "text": "A paper, or a part of it, could not be read." },
        "fullDescription": { "text": why },
        "help": { "text": why, "markdown": why },
        "defaultConfiguration": { "level": "error" },
        "properties": { "precision": "very-high", "problem.severity": "error", "tags": ["trade-secrets"] },
    })
}

/// Without authorities: those that show no mark-up show few lines of it, and a citation never stands without its caution.
fn plain(rule: &Rule) -> String {
    format!("{}\n\n{}", rule.summary.trim(), rule.why.trim())
}

fn markdown(rule: &Rule, cited: &Cited<'_>) -> String {
    let mut text = format!("**{}**\n\n{}\n", rule.summary.trim(), rule.why.trim());
    for (head, list) in lists(cited) {
        text.push_str(&format!("\n**{head}**\n\n"));
        for authority in list {
            // A star or an underscore of a citation would be read as emphasis.
            let citation = authority.citation.replace('*', "\\*").replace('_', "\\_");
            text.push_str(&format!("- {citation}: {}\n", about(authority)));
        }
    }
    text
}

fn lists<'a, 'c>(cited: &'c Cited<'a>) -> impl Iterator<Item = (&'static str, &'c Vec<&'a Authority>)> {
    let both = [("Authority", &cited.supporting), ("Authority to the contrary", &cited.contrary)];
    both.into_iter().filter(|(_, list)| !list.is_empty())
}

/// What it stands for, what later happened to it, and what must be known before citing it.
fn about(authority: &Authority) -> String {
    let later = authority.later_history.as_ref().map(|words| format!(" Later history: {}", words.trim()));
    let caution = authority.caution.as_ref().map(|words| format!(" Caution: {}", words.trim()));
    format!("{}{}{}", authority.proposition.trim(), later.unwrap_or_default(), caution.unwrap_or_default())
}

fn problem(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Off => "recommendation",
    }
}
