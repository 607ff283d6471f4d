//! One item, and how it was judged: its words, its kind, its particulars, its elements, and every rule at every stage.

mod evidence;
mod rulings;

use self::evidence::looked_for;
use self::rulings::rulings;
use crate::document::{Document, Span};
use crate::particular::{Ground, Particulars, Reason, State};
use crate::report::{Report, Verdict};
use crate::rule::{RuleSet, Stage};
use crate::write::kept::kept;
use crate::write::lines::{fit, hang};
use crate::write::standing::standing;
use crate::write::{Ink, Look, cited};

/// The most lines of an item's own words.
const MOST_LINES: usize = 30;
/// Columns that the second level stands in by.
const INDENT: &str = "    ";

/// How item `index` was judged.
pub fn explain(report: &Report, index: usize, rules: &RuleSet, look: &Look) -> String {
    let particulars = report.particulars.get(index);
    let subject = particulars.map(|particulars| subjects(&report.document, particulars, look));
    let found = particulars.map(|particulars| details(&report.document, particulars, look));
    let elements = particulars.map(|particulars| elements(&report.document, particulars, rules, look));
    let parts = [
        heading(report, index, look) + &words(report, index, look),
        subject.unwrap_or_default(),
        found.unwrap_or_default(),
        elements.unwrap_or_default(),
        rulings(report, index, rules, look),
        verdicts(report, index, look) + &standing(report, rules, look),
    ];
    parts.join("\n")
}

fn title(text: &str, look: &Look) -> String {
    look.ink(Ink::Bold, text) + "\n"
}

fn heading(report: &Report, index: usize, look: &Look) -> String {
    let item = &report.response.items[index];
    let place = cited(report.document.position(item.span.start));
    let name = report.response.item_name(index);
    let text = hang("", &format!("{}: {name}, {place}", report.document.name), look.room());
    if look.color { text.lines().map(|line| title(line, look)).collect() } else { text }
}

fn words(report: &Report, index: usize, look: &Look) -> String {
    let item = &report.response.items[index];
    let most = look.room() - INDENT.len();
    let mut text = String::new();
    if let Some(label) = item.label.as_ref().filter(|_| look.quote) {
        text.push_str(&hang("  label: ", &fit(label, most), look.room()));
    }
    if let Some(lead) = item.lead.filter(|_| look.quote) {
        text.push_str(&hang("  introduced by: ", &fit(report.document.slice(lead), most * 2), look.room()));
    }
    let words = fit(report.document.slice(item.span), most * MOST_LINES);
    text.push_str(&hang("  ", if look.quote { &words } else { "(words not shown)" }, look.room()));
    text
}

fn subjects(document: &Document, particulars: &Particulars, look: &Look) -> String {
    let mut text = title("what it claims", look);
    text.push_str(&hang("  ", &format!("named by {}", shown(document, particulars.head, look)), look.room()));
    for (subject, reason) in particulars.subjects.iter().zip(&particulars.reasons) {
        let because = because(document, reason, look);
        text.push_str(&hang("  ", &format!("{subject}: {because}"), look.room()));
    }
    text
}

fn because(document: &Document, reason: &Reason, look: &Look) -> String {
    let words = shown(document, reason.span, look);
    match reason.ground {
        Ground::Name => format!("it is given by a name or an owner and nothing more, {words}"),
        Ground::Head => format!("the noun that names it is {words}"),
        Ground::Frame => format!("it starts with the phrase {words}"),
        Ground::Modifier => format!("the noun that names it is general, and {words} stands beside it"),
        Ground::Nothing => "none of its words decides on a kind".to_owned(),
    }
}

fn details(document: &Document, particulars: &Particulars, look: &Look) -> String {
    let mut text = title("particulars", look);
    if particulars.found.is_empty() {
        text.push_str("  none found\n");
    }
    for particular in &particulars.found {
        let said = format!("{}: {}", particular.kind.name(), shown(document, particular.span, look));
        text.push_str(&hang("  ", &said, look.room()));
    }
    text
}

fn elements(document: &Document, particulars: &Particulars, rules: &RuleSet, look: &Look) -> String {
    let mut text = title("what it should state", look);
    for element in &particulars.elements {
        let (state, ink) = match element.state {
            State::Present => ("stated", Ink::Good),
            State::Partial => ("stated in part", Ink::Warning),
            State::Absent => ("not stated", Ink::Error),
            State::Disclaimed => ("disclaimed", Ink::Note),
        };
        let lead = format!("  {}: ", element.id);
        let evidence: Vec<String> =
            element.evidence.iter().map(|span| shown(document, *span, look)).collect();
        let by = if evidence.is_empty() { String::new() } else { format!(" by {}", evidence.join(", ")) };
        let line = hang(&lead, &format!("{state}{by}"), look.room());
        text.push_str(&line.replacen(&format!("{lead}{state}"), &(lead + &look.ink(ink, state)), 1));
        let Some(rule) = rules.element(&element.id) else { continue };
        if matches!(element.state, State::Absent | State::Partial) {
            text.push_str(&hang(INDENT, &rule.question, look.room()));
            text.push_str(&hang(INDENT, &looked_for(&rule.present, &particulars.found), look.room()));
        }
    }
    text
}

fn verdicts(report: &Report, index: usize, look: &Look) -> String {
    let mut text = title("this item", look) + &kept(report, Some(index), look);
    for stage in Stage::ALL {
        let verdict = report.verdicts[index].at(stage);
        let ink = match verdict {
            Verdict::Clear => Ink::Good,
            Verdict::Deficient => Ink::Error,
            Verdict::Incomplete => Ink::Warning,
        };
        let here = if stage == report.stage { ", the stage of this report" } else { "" };
        let name = verdict.name();
        let line = hang("  ", &format!("{stage}: {name}{here}"), look.room());
        text.push_str(&line.replacen(&format!(": {name}"), &format!(": {}", look.ink(ink, name)), 1));
    }
    text.push_str(&hang("  ", "\"clear\" means: no deficiency found by these rules", look.room()));
    text
}

/// The words between quotation marks, cut after two lines; where they stand, if they may not be quoted.
fn shown(document: &Document, span: Span, look: &Look) -> String {
    if look.quote {
        format!("“{}”", fit(document.slice(span), 2 * (look.room() - INDENT.len())))
    } else {
        format!("the words at {}", cited(document.position(span.start)))
    }
}

#[cfg(test)]
mod tests;
