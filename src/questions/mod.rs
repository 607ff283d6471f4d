//! The drafter's side of the findings: what to ask the people who built the things, item by item, in plain words.
//! Cites no authority and gives no advice; what is not asked of engineers (signatures, objections) is left to `check`.

mod answer;
mod asked;
mod item;
mod lists;
mod opening;

use crate::composed::{Block, Composed, Run};
use crate::questions::asked::Findings;
use crate::report::Report;
use crate::rule::{RuleSet, Severity};

/// The questions as a paper to be sent to the client, drawn up for the report's stage.
pub fn questions(report: &Report, rules: &RuleSet) -> Composed {
    let asker = Asker { report, rules, findings: Findings::of(report) };
    let mut blocks = asker.opening();
    for index in 0..report.response.interrogatories.len() {
        blocks.extend(asker.answer(index));
    }
    let legend = report.response.legend.iter().flat_map(|legend| legend.lines());
    Composed {
        title: "Questions for the engineers".to_owned(),
        legends: legend.map(|line| line.trim().to_owned()).collect(),
        footer: "Questions for the engineers".to_owned(),
        blocks,
        ..Composed::default()
    }
}

/// How many of the report's findings at its stage are for counsel and are asked of no engineer.
pub fn left_to_counsel(report: &Report, rules: &RuleSet) -> usize {
    let is_asked = |rule: &str| {
        rules.rule(rule).is_none_or(|rule| rule.engineer.is_some() || !rule.requires.is_empty())
            || asked::is_of_every_item(rule, rules)
    };
    report.findings.iter().filter(|finding| !is_asked(&finding.rule)).count()
}

/// A report whose questions are being put.
struct Asker<'a> {
    report: &'a Report,
    rules: &'a RuleSet,
    findings: Findings<'a>,
}

impl Asker<'_> {
    fn severity(&self, finding: &crate::finding::Finding) -> Severity {
        finding.severity.at(self.report.stage)
    }
}

/// "a, b and c".
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn heading(level: u8, words: impl Into<String>) -> Block {
    Block::Heading { level, words: vec![Run::plain(words)] }
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(vec![Run::plain(words)])
}
