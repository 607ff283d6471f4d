//! What each rule that found something says of an item, and which of them speaks at each stage.

use super::{INDENT, title};
use crate::finding::Finding;
use crate::report::Report;
use crate::rule::{RuleSet, Severity, Stage};
use crate::write::Look;
use crate::write::lines::hang;

/// Every rule that found something in the item or its answer, with its severity at each stage.
pub fn rulings(report: &Report, index: usize, rules: &RuleSet, look: &Look) -> String {
    let mut text = title("what the rules say", look);
    let found = report.found_on(index);
    if found.is_empty() {
        text.push_str("  no rule found anything\n");
    }
    for finding in &found {
        text.push_str(&hang("  ", &finding.rule, look.room()));
        text.push_str(&hang(INDENT, &report.wording(rules).message(finding, report.stage), look.room()));
        for stage in Stage::ALL {
            text.push_str(&hang(&format!("{INDENT}{stage}: "), &said(report, finding, stage), look.room()));
        }
    }
    let is_missing = |finding: &&&Finding| !finding.missing.is_empty() && finding.item.is_some();
    if found.iter().filter(is_missing).count() > 1 {
        let why = "Of the rules that name what is missing, one speaks at each stage: the one that matters most there, then \
                   the one that names most.";
        text.push_str(&hang("  ", why, look.room()));
    }
    text
}

fn said(report: &Report, finding: &Finding, stage: Stage) -> String {
    let severity = finding.severity.at(stage);
    let mut said = severity.name().to_owned();
    for shifted in finding.shifts.iter().filter(|shifted| shifted.stage == stage) {
        let (from, to) = (shifted.from.name(), shifted.to.name());
        said.push_str(&format!(", moved from {from} to {to} by {}", shifted.shift));
    }
    if let Some(first) = report.stands_before(finding, stage).filter(|_| severity != Severity::Off) {
        said.push_str(&format!(", gives way to {}", first.rule));
    }
    said
}
