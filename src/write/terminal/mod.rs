//! One paper's report for a terminal: the findings with their words underlined, the table of items, the stage map.

mod advice;
mod block;
mod excerpt;

use std::cmp::Reverse;

pub use block::{ADVICE_MARGIN, Block, MARGIN, block};
pub use excerpt::{Excerpt, aligned};

use self::excerpt::excerpt;

use self::advice::{Authorities, help};
use crate::finding::Finding;
use crate::report::{Report, StageVerdict, Verdict};
use crate::response::Kind;
use crate::rule::{RuleSet, Scope, Severity, Stage};
use crate::write::kept::kept;
use crate::write::lines::{fit, hang, hang_onto};
use crate::write::standing::{contrary, standing};
use crate::write::table::table;
use crate::write::verdict::{and_persons, verdict};
use crate::write::{Ink, Look, cited, counted, tally};

/// Findings that are shown with their words; the ones after these take one line each.
const MOST_BLOCKS: usize = 200;
/// The most findings that take one line each; the ones after these are counted.
const MOST_LINES: usize = 2000;

/// The report of one paper.
pub fn terminal(report: &Report, rules: &RuleSet, look: &Look) -> String {
    let mut text = heading(report, look);
    text.push('\n');
    let shown = report.findings.len().min(MOST_BLOCKS);
    let (first, rest) = report.findings.split_at(shown);
    let mut authorities = Authorities::new(report, rules, look);
    for finding in first {
        text.push_str(&finding_block(report, finding, rules, &mut authorities, look));
    }
    short_list(&mut text, report, rest, rules, look);
    text.push_str(&contrary(report, rules, look));
    text.push_str(&table(report, rules, look));
    text.push_str(&stage_map(report, look));
    text.push_str(&standing(report, rules, look));
    text.push_str(&tally(report));
    text.push('\n');
    text
}

/// The paper's name, kind, stage and verdict, its legend, and what its owner should know of the reading.
pub fn heading(report: &Report, look: &Look) -> String {
    let document = &report.document;
    let most = look.room();
    let mut text = hang("", &format!("{}: {}", document.name, verdict_said(report)), most);
    if look.color {
        text = text.lines().map(|line| look.ink(Ink::Bold, line) + "\n").collect();
    }
    if let Some(legend) = report.response.legend.as_ref().filter(|_| look.quote) {
        text.push_str(&hang("  legend: ", &fit(legend, 2 * most), most));
    }
    for note in &document.notes {
        text.push_str(&hang("  note: ", note, most));
    }
    text.push_str(&kept(report, None, look));
    for part in &document.unread {
        text.push_str(&hang("  not read: ", part, most));
    }
    text
}

fn verdict_said(report: &Report) -> String {
    let kind = match report.response.kind {
        Kind::Response => "response",
        Kind::Statement => "statement",
    };
    let verdict = verdict(report, report.stage);
    format!("{kind} at the {} stage, {verdict}", report.stage)
}

fn finding_block(
    report: &Report,
    finding: &Finding,
    rules: &RuleSet,
    authorities: &mut Authorities,
    look: &Look,
) -> String {
    let copy = || excerpt(&report.document.text, finding.span, look.room().saturating_sub(MARGIN));
    let drawing = Block {
        severity: report.severity(finding),
        code: &finding.rule,
        message: &report.wording(rules).message(finding, report.stage),
        place: &format!("{}, {}", report.document.name, place(report, finding, rules)),
        excerpt: if look.quote { copy() } else { Excerpt::none() },
        help: help(finding, report, rules, look),
        note: authorities.note(finding),
    };
    block(&drawing, look)
}

/// `item 3 of Interrogatory No. 9, line 3, column 80`.
fn place(report: &Report, finding: &Finding, rules: &RuleSet) -> String {
    let part = match finding.item {
        Some(item) => Some(report.response.item_name(item)),
        None if finding.scope() != Scope::Interrogatory => Some(report.wording(rules).place(finding)),
        None => finding
            .interrogatory
            .and_then(|index| report.response.interrogatories.get(index)?.number.as_ref())
            .map(|number| format!("Interrogatory No. {number}")),
    };
    let cited = cited(report.document.position(finding.span.start));
    part.map_or(cited.clone(), |part| format!("{part}, {cited}"))
}

/// Adds the findings to `text`, one line each.
fn short_list(text: &mut String, report: &Report, findings: &[Finding], rules: &RuleSet, look: &Look) {
    if findings.is_empty() {
        return;
    }
    let mut findings: Vec<&Finding> = findings.iter().collect();
    let has_room = findings.len() <= MOST_LINES;
    if !has_room {
        findings.sort_by_key(|finding| Reverse(report.severity(finding)));
    }
    let (listed, counted_only) = findings.split_at(findings.len().min(MOST_LINES));
    let follow = if has_room { "the other" } else { "of the others, the most severe" };
    let said = format!(
        "The first {MOST_BLOCKS} findings are shown with their words; {follow} {} follow on a line each.",
        listed.len()
    );
    hang_onto(text, "", &said, look.room());
    let mut line = String::new();
    for finding in listed {
        line.clear();
        line.push_str(&cited(report.document.position(finding.span.start)));
        for part in [": ", report.severity(finding).name(), "[", &finding.rule, "]: "] {
            line.push_str(part);
        }
        report.wording(rules).push_message(&mut line, finding, report.stage);
        hang_onto(text, "  ", &line, look.room());
    }
    if !counted_only.is_empty() {
        let rest = counted(counted_only.len(), "finding");
        let count = |severity| {
            let found = counted_only.iter().filter(|finding| report.severity(finding) == severity).count();
            counted(found, severity.name())
        };
        let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count).join(", ");
        let said = format!("{rest} more not listed here ({counts}); --format json has them all");
        hang_onto(text, "", &said, look.room());
    }
    text.push('\n');
}

/// The verdict at every stage, always all of them.
pub fn stage_map(report: &Report, look: &Look) -> String {
    let mut text = String::from("stages\n");
    for stage in Stage::ALL {
        let StageVerdict { verdict, deficient, items } = report.stages.at(stage);
        let ink = match verdict {
            Verdict::Clear => Ink::Good,
            Verdict::Deficient => Ink::Error,
            Verdict::Incomplete => Ink::Warning,
        };
        let name = verdict.name();
        let here = if stage == report.stage { ", the stage of this report" } else { "" };
        let persons = and_persons(report, stage);
        let line =
            format!("{stage}: {name} ({deficient} of {}{persons} deficient){here}", counted(items, "item"));
        let line = hang("  ", &line, look.room());
        text.push_str(&line.replacen(&format!(": {name}"), &format!(": {}", look.ink(ink, name)), 1));
    }
    text.push_str(&hang("  ", "\"clear\" means: no deficiency found by these rules", look.room()));
    text
}

#[cfg(test)]
mod tests;
