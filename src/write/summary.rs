//! Several papers in one table.

use crate::report::Report;
use crate::rule::Stage;
use crate::write::lines::{fit_end, pad};
use crate::write::{Look, counted, tally};

/// A line for each paper with its verdicts and counts, and how many papers could not be read.
pub fn summary(reports: &[Report], unread: usize, look: &Look) -> String {
    let names = look.room().saturating_sub(66).clamp(14, 60);
    let mut text = format!("{}\n", counted(reports.len() + unread, "paper"));
    for report in reports {
        text.push_str(&format!("  {}", pad(&fit_end(&report.document.name, names), names)));
        for stage in Stage::ALL {
            text.push_str(&format!("  {}", pad(report.stages.at(stage).verdict.name(), 10)));
        }
        text.push_str(&format!("  {}\n", tally(report)));
    }
    if unread > 0 {
        text.push_str(&format!("{} could not be read; see above\n", counted(unread, "paper")));
    }
    text
}
