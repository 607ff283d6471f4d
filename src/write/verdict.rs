//! A paper's verdict at a stage in a few words.

use crate::report::{Report, StageVerdict, Verdict};
use crate::rule::Stage;
use crate::write::counted;

/// `clear, 8 items`; `deficient, 3 of 8 items and 2 of 4 persons`; `incomplete, a part could not be read`.
pub fn verdict(report: &Report, stage: Stage) -> String {
    let StageVerdict { verdict, items, .. } = report.stages.at(stage);
    match verdict {
        Verdict::Incomplete if report.document.unread.is_empty() => {
            "incomplete, no item was found".to_owned()
        }
        Verdict::Incomplete => "incomplete, a part could not be read".to_owned(),
        Verdict::Clear => format!("clear, {}", counted(items, "item")),
        Verdict::Deficient => format!("deficient, {}", deficient(report, stage)),
    }
}

/// `3 of 8 items and 2 of 4 persons`; no items are counted where there are none and persons are.
pub fn deficient(report: &Report, stage: Stage) -> String {
    let StageVerdict { deficient, items, .. } = report.stages.at(stage);
    if items == 0 && !report.persons.is_empty() {
        return persons(report, stage);
    }
    format!("{deficient} of {}{}", counted(items, "item"), and_persons(report, stage))
}

/// How many persons are deficient at `stage`, of how many.
fn persons(report: &Report, stage: Stage) -> String {
    format!("{} of {}", report.deficient_persons(stage), counted(report.persons.len(), "person"))
}

/// The same after the count of items; nothing for a paper that names none.
pub fn and_persons(report: &Report, stage: Stage) -> String {
    if report.persons.is_empty() { String::new() } else { format!(" and {}", persons(report, stage)) }
}
