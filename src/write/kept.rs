//! The findings that the paper's owner keeps as they are: counted wherever findings are, with the reason.

use crate::finding::Suppressed;
use crate::report::Report;
use crate::write::lines::hang;
use crate::write::{Look, cited, counted};

/// The most that are named one by one.
const MOST_NAMED: usize = 12;

/// How many findings on the paper, or on item `item` alone, are kept, and why; nothing where none are.
pub fn kept(report: &Report, item: Option<usize>, look: &Look) -> String {
    let concerns = |kept: &&Suppressed| item.is_none() || kept.finding.item == item;
    let all: Vec<&Suppressed> = report.suppressed.iter().filter(concerns).collect();
    let mut lines: Vec<String> = kept_count(&all).into_iter().collect();
    lines.extend(all.iter().take(MOST_NAMED).map(|kept| line(report, kept, look)));
    if let Some(more @ 1..) = all.len().checked_sub(MOST_NAMED) {
        lines.push(format!("and {more} more"));
    }
    lines.iter().map(|line| hang("  kept: ", line, look.room())).collect()
}

/// `2 findings kept by comments, in no verdict and not among the findings`; nothing where none are.
pub fn kept_count(all: &[&Suppressed]) -> Option<String> {
    let by = match all {
        [] => return None,
        _ if !all.iter().all(|kept| kept.suppression.is_comment()) => "",
        [_] => " by a comment",
        _ => " by comments",
    };
    Some(format!("{} kept{by}, in no verdict and not among the findings", counted(all.len(), "finding")))
}

/// `bare-category at paragraph 4, character 3 (a comment in paragraph 4: "the client confirmed it")`.
fn line(report: &Report, kept: &Suppressed, look: &Look) -> String {
    let Suppressed { finding, suppression, .. } = kept;
    let place = cited(report.document.position(finding.span.start));
    let reason = if look.quote { format!(": \"{}\"", suppression.reason) } else { String::new() };
    format!("{} at {place} ({}{reason})", finding.rule, suppression.source)
}
