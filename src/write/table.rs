//! The table of items by elements, with the verdict at every stage.

use crate::particular::State;
use crate::report::{Report, Verdict};
use crate::rule::{ElementRule, RuleSet, Stage};
use crate::write::lines::{fit, hang, pad, width};
use crate::write::{Ink, Look};

/// Rows that are shown; a paper with more items shows those with findings first to this number.
const MOST_ROWS: usize = 60;
/// Columns of a verdict: "clear", "deficient".
const VERDICT: usize = 5;

/// One row for each item: its words, how far each element is stated, and its verdicts.
pub fn table(report: &Report, rules: &RuleSet, look: &Look) -> String {
    if report.response.items.is_empty() {
        return String::new();
    }
    let columns = columns(report, rules);
    let ids = report.response.items.iter().map(|item| item.id.len()).max().unwrap_or(4).max(4);
    let cells: usize = columns.iter().map(|element| width(&element.short) + 2).sum();
    let verdicts = 3 * (VERDICT + 2);
    let room = look.room().saturating_sub(ids + verdicts + 2);
    let (columns, left) = if room >= cells + 12 { (columns, room - cells) } else { (Vec::new(), room) };
    let words = if look.quote { left.min(60) } else { 0 };
    let layout = Layout { ids, words, columns };
    let mut text = layout.head();
    let rows = rows(report);
    for index in rows.iter().copied().take(MOST_ROWS) {
        text.push_str(&layout.row(report, index, look));
    }
    let left_out = rows.len().saturating_sub(MOST_ROWS);
    if left_out > 0 {
        text.push_str(&hang(
            "",
            &format!("{left_out} more items are left out of this table; --format json has them all."),
            look.room(),
        ));
    }
    text.push_str(&hang("", "yes: stated; part: stated in part; -: not stated; blank: does not apply. NOT, PAR, SJ: the item at notice, particularity and summary judgment.", look.room()));
    text.push('\n');
    text
}

fn columns<'a>(report: &Report, rules: &'a RuleSet) -> Vec<&'a ElementRule> {
    let applies = |element: &&ElementRule| {
        report.particulars.iter().any(|item| item.elements.iter().any(|state| state.id == element.id))
    };
    rules.elements.iter().filter(applies).collect()
}

/// The items in order; with more than fit, those with findings come first.
fn rows(report: &Report) -> Vec<usize> {
    let count = report.response.items.len();
    if count <= MOST_ROWS {
        return (0..count).collect();
    }
    let mut has_finding = vec![false; count];
    report.findings.iter().filter_map(|finding| finding.item).for_each(|item| has_finding[item] = true);
    let mut rows: Vec<usize> = (0..count).collect();
    rows.sort_by_key(|index| !has_finding[*index]);
    rows
}

struct Layout<'a> {
    ids: usize,
    words: usize,
    columns: Vec<&'a ElementRule>,
}

impl Layout<'_> {
    fn head(&self) -> String {
        let mut line = format!("{}  ", pad("item", self.ids));
        line.push_str(&pad("", self.words));
        for element in &self.columns {
            line.push_str("  ");
            line.push_str(&element.short);
        }
        for name in ["NOT", "PAR", "SJ"] {
            line.push_str("  ");
            line.push_str(&pad(name, VERDICT));
        }
        format!("{}\n", line.trim_end())
    }

    fn row(&self, report: &Report, index: usize, look: &Look) -> String {
        let item = &report.response.items[index];
        let mut line = format!("{}  ", pad(&item.id, self.ids));
        if self.words > 0 {
            line.push_str(&pad(&fit(report.document.slice(item.span), self.words), self.words));
        }
        for element in &self.columns {
            line.push_str("  ");
            let state = report.particulars[index].elements.iter().find(|known| known.id == element.id);
            line.push_str(&pad(state.map_or("", |known| cell(known.state)), width(&element.short)));
        }
        for stage in Stage::ALL {
            let (name, ink) = match report.verdicts[index].at(stage) {
                Verdict::Clear => ("clear", Ink::Good),
                Verdict::Deficient => ("lacks", Ink::Error),
                Verdict::Incomplete => ("part", Ink::Warning),
            };
            line.push_str("  ");
            line.push_str(&look.ink(ink, name));
        }
        format!("{}\n", line.trim_end())
    }
}

fn cell(state: State) -> &'static str {
    match state {
        State::Present => "yes",
        State::Partial => "part",
        State::Absent => "-",
        State::Disclaimed => "no",
    }
}
