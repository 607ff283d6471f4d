//! Several papers at a glance: one line each, and what could not be read.

use crate::report::{Report, Verdict};
use crate::rule::Stage;
use crate::write::lines::{fit_end, hang, pad, width};
use crate::write::{Ink, Look, counted, tally};

/// Papers up to this many all have a line; beyond it only those that are not clear have one.
const MOST_PAPERS: usize = 60;

/// One line for each paper, then how many are clear at each stage; `unread` papers could not be read at all.
pub fn summary(reports: &[Report], unread: usize, look: &Look) -> String {
    let mut text = look.ink(Ink::Bold, &counted(reports.len() + unread, "paper")) + "\n";
    let is_listed = |report: &&Report| reports.len() <= MOST_PAPERS || report.verdict() != Verdict::Clear;
    let listed: Vec<&Report> = reports.iter().filter(is_listed).collect();
    let names = listed.iter().map(|report| width(&report.document.name)).max().unwrap_or(0);
    for report in &listed {
        text.push_str(&line(report, names.min(look.room() / 2), look));
    }
    if listed.len() < reports.len() {
        let rest = counted(reports.len() - listed.len(), "clear paper");
        text.push_str(&hang("  ", &format!("{rest} not listed"), look.room()));
    }
    if unread > 0 {
        let said = format!("{} could not be read and {}", counted(unread, "paper"), are_not_clear(unread));
        text.push_str(&hang("  ", &said, look.room()));
    }
    text.push_str(&stages(reports, look));
    text
}

fn are_not_clear(papers: usize) -> &'static str {
    if papers == 1 { "is not counted as clear" } else { "are not counted as clear" }
}

fn line(report: &Report, names: usize, look: &Look) -> String {
    let name = pad(&fit_end(&report.document.name, names), names);
    let verdict = report.verdict();
    let stage = report.stages.at(report.stage);
    let items = counted(stage.items, "item");
    let kept = match report.suppressed.len() {
        0 => String::new(),
        kept => format!(", {kept} kept"),
    };
    let counts = format!("{} of {items} deficient; {}{kept}", stage.deficient, tally(report));
    let lead = format!("  {name}  {}  ", pad(verdict.name(), 10));
    let text = hang(&lead, &counts, look.room());
    let ink = match verdict {
        Verdict::Clear => Ink::Good,
        Verdict::Deficient => Ink::Error,
        Verdict::Incomplete => Ink::Warning,
    };
    let at = lead.len() - 12;
    let after = at + verdict.name().len();
    format!("{}{}{}", &text[..at], look.ink(ink, verdict.name()), &text[after..])
}

fn stages(reports: &[Report], look: &Look) -> String {
    let mut text = String::from("stages\n");
    for stage in Stage::ALL {
        let count =
            |verdict| reports.iter().filter(|report| report.stages.at(stage).verdict == verdict).count();
        let counts = [Verdict::Clear, Verdict::Deficient, Verdict::Incomplete]
            .map(|verdict| format!("{} {}", count(verdict), verdict.name()));
        text.push_str(&hang("  ", &format!("{stage}: {}", counts.join(", ")), look.room()));
    }
    text.push_str(&hang("  ", "\"clear\" means: no deficiency found by these rules", look.room()));
    text
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::rule::Stage;
    use crate::write::Look;
    use crate::write::example::founding;

    #[test]
    fn each_paper_has_a_line_and_unread_ones_are_not_clear() {
        let look = Look { width: 80, color: false, quote: true };
        let reports = [founding(Stage::Notice), founding(Stage::Particularity)];
        let expected = "\
3 papers
  answer.txt  clear       0 of 8 items deficient; 0 errors, 8 warnings, 0 notes
  answer.txt  deficient   8 of 8 items deficient; 8 errors, 0 warnings, 0 notes
  1 paper could not be read and is not counted as clear
stages
  notice: 2 clear, 0 deficient, 0 incomplete
  particularity: 0 clear, 2 deficient, 0 incomplete
  summary-judgment: 0 clear, 2 deficient, 0 incomplete
  \"clear\" means: no deficiency found by these rules
";
        assert_eq!(summary(&reports, 1, &look), expected);
    }
}
