//! The table of items by elements: what each states, and its verdict at every stage.

use std::collections::BTreeSet;

use crate::particular::{Name, State};
use crate::report::{Report, Verdict};
use crate::rule::{RuleSet, Stage};
use crate::write::elements::elements;
use crate::write::lines::{fit, hang, pad, width};
use crate::write::{Ink, Look, counted};

/// Items up to this many all have a row; beyond it only those with findings have one.
const MOST_ITEMS: usize = 60;
/// The most rows of a table.
const MOST_ROWS: usize = 200;
/// The least room for an item's first words.
const LEAST_WORDS: usize = 14;

/// The table and its legend, or nothing for a paper without items.
pub fn table(report: &Report, rules: &RuleSet, look: &Look) -> String {
    let rows = rows(report);
    if rows.is_empty() {
        return left_out(report, 0, look);
    }
    let layout = Layout::new(report, rules, &rows, look);
    let mut text = layout.legend(report, look);
    text.push_str(&layout.head());
    for row in &rows {
        text.push_str(&layout.row(report, *row, look));
    }
    text.push_str(&left_out(report, rows.len(), look));
    text.push('\n');
    text
}

fn rows(report: &Report) -> Vec<usize> {
    let items = report.response.items.len();
    if items <= MOST_ITEMS {
        return (0..items).collect();
    }
    let found: BTreeSet<usize> = report.findings.iter().filter_map(|finding| finding.item).collect();
    found.into_iter().take(MOST_ROWS).collect()
}

fn left_out(report: &Report, shown: usize, look: &Look) -> String {
    let rest = report.response.items.len() - shown;
    if rest == 0 {
        return String::new();
    }
    let said = format!("{} more not shown here; --format json has them all", counted(rest, "item"));
    hang("", &said, look.room())
}

/// How far the columns had to be shortened to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    /// Elements have their names as heads, not numbers.
    has_names: bool,
    /// Elements have words in their cells, not letters.
    has_words: bool,
    stages: Stages,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stages {
    Words,
    Short,
    Letters,
}

impl Style {
    /// The styles from the roomiest to the narrowest.
    const ALL: [Self; 6] = [
        Self { has_names: true, has_words: true, stages: Stages::Words },
        Self { has_names: true, has_words: true, stages: Stages::Short },
        Self { has_names: true, has_words: true, stages: Stages::Letters },
        Self { has_names: false, has_words: true, stages: Stages::Short },
        Self { has_names: false, has_words: false, stages: Stages::Short },
        Self { has_names: false, has_words: false, stages: Stages::Letters },
    ];
    const NARROWEST: Self = Self::ALL[5];
}

/// One column: its head, and how many columns of the terminal it takes without the gap before it.
#[derive(Debug)]
struct Column {
    head: String,
    wide: usize,
}

#[derive(Debug)]
struct Layout {
    style: Style,
    ids: usize,
    words: usize,
    elements: Vec<(Name, String)>,
    columns: Vec<Column>,
}

impl Layout {
    fn new(report: &Report, rules: &RuleSet, rows: &[usize], look: &Look) -> Self {
        let elements = elements(report, rules);
        let ids = rows.iter().map(|row| width(&report.response.items[*row].id)).max().unwrap_or(0).max(4);
        let mut layout = Self { style: Style::NARROWEST, ids, words: 0, elements, columns: Vec::new() };
        let least = if look.quote { LEAST_WORDS } else { 0 };
        for style in Style::ALL {
            layout.style = style;
            layout.columns = columns(&layout.elements, style);
            let taken = ids + layout.columns.iter().map(|column| column.wide + 2).sum::<usize>();
            layout.words = if look.quote { look.room().saturating_sub(taken + 2).min(60) } else { 0 };
            if taken + least + 2 <= look.room() {
                return layout;
            }
        }
        layout.drop_what_does_not_fit(look);
        layout
    }

    /// Leaves element columns out from the right; the legend says which.
    fn drop_what_does_not_fit(&mut self, look: &Look) {
        let stages = Stage::ALL.len();
        let taken = |columns: &[Column]| columns.iter().map(|column| column.wide + 2).sum::<usize>();
        while self.columns.len() > stages && self.ids + taken(&self.columns) > look.room() {
            self.columns.remove(self.columns.len() - stages - 1);
        }
        self.words = 0;
    }

    fn shown(&self) -> usize {
        self.columns.len() - Stage::ALL.len()
    }

    fn legend(&self, report: &Report, look: &Look) -> String {
        let (shown, dropped) = self.elements.split_at(self.shown());
        let mut text = look.ink(Ink::Bold, "items by element")
            + "\n"
            + &hang("  ", &self.cells_said(report), look.room());
        if !self.style.has_names && !shown.is_empty() {
            let names = shown.iter().enumerate().map(|(index, (_, short))| format!("{} {short}", index + 1));
            text.push_str(&hang("  ", &names.collect::<Vec<_>>().join(", "), look.room()));
        }
        if self.style.stages == Stages::Letters {
            let said = "N notice, P particularity, S summary-judgment: c clear, d deficient";
            text.push_str(&hang("  ", said, look.room()));
        }
        if !dropped.is_empty() {
            let names: Vec<&str> = dropped.iter().map(|(_, short)| short.as_str()).collect();
            text.push_str(&hang(
                "  ",
                &format!("not shown for want of room: {}", names.join(", ")),
                look.room(),
            ));
        }
        text
    }

    /// What the cells mean; a word that stands in no cell is left out.
    fn cells_said(&self, report: &Report) -> String {
        let elements = || report.particulars.iter().flat_map(|particulars| &particulars.elements);
        let states = [State::Present, State::Partial, State::Absent, State::Disclaimed];
        let names = ["stated", "stated in part", "not stated", "disclaimed"];
        let occurring = states
            .into_iter()
            .zip(names)
            .filter(|(state, _)| elements().any(|element| element.state == *state));
        let said: Vec<String> = occurring
            .map(|(state, name)| format!("{} {name}", state_cell(Some(state), self.style.has_words).0))
            .collect();
        format!("{}; an empty place: does not apply", said.join(", "))
    }

    fn head(&self) -> String {
        let mut line = pad("item", self.ids) + &self.words_cell("");
        for column in &self.columns {
            line.push_str("  ");
            line.push_str(&pad(&column.head, column.wide));
        }
        line.trim_end().to_owned() + "\n"
    }

    fn row(&self, report: &Report, index: usize, look: &Look) -> String {
        let item = &report.response.items[index];
        let mut line = pad(&item.id, self.ids);
        let words = report.document.slice(item.span);
        line.push_str(&self.words_cell(&fit(words, self.words)));
        for cell in self.cells(report, index) {
            line.push_str("  ");
            line.push_str(&cell.draw(look));
        }
        line.trim_end().to_owned() + "\n"
    }

    fn words_cell(&self, words: &str) -> String {
        if self.words == 0 { String::new() } else { format!("  {}", pad(words, self.words)) }
    }

    fn cells(&self, report: &Report, index: usize) -> Vec<Cell> {
        let stated = report.particulars.get(index).map_or(&[][..], |particulars| &particulars.elements);
        let state = |id: &Name| stated.iter().find(|element| element.id == *id).map(|element| element.state);
        let elements =
            self.elements[..self.shown()].iter().map(|(id, _)| state_cell(state(id), self.style.has_words));
        let verdicts =
            Stage::ALL.map(|stage| verdict_cell(report.verdicts[index].at(stage), self.style.stages));
        let cells = elements.chain(verdicts).zip(&self.columns);
        cells.map(|((word, ink), column)| Cell { text: word, wide: column.wide, ink }).collect()
    }
}

#[derive(Debug)]
struct Cell {
    text: &'static str,
    wide: usize,
    ink: Ink,
}

impl Cell {
    fn draw(&self, look: &Look) -> String {
        let blank = " ".repeat(self.wide.saturating_sub(self.text.len()));
        if self.text.is_empty() { blank } else { look.ink(self.ink, self.text) + &blank }
    }
}

fn columns(elements: &[(Name, String)], style: Style) -> Vec<Column> {
    let element = |(index, (_, short)): (usize, &(Name, String))| {
        let head = if style.has_names { fit(short, 12) } else { (index + 1).to_string() };
        Column { wide: width(&head).max(if style.has_words { 4 } else { 1 }), head }
    };
    let stages = match style.stages {
        Stages::Words => [("notice", 9), ("particularity", 13), ("summary-judgment", 16)],
        Stages::Short => [("notice", 6), ("partic.", 7), ("summ. j.", 8)],
        Stages::Letters => [("N", 1), ("P", 1), ("S", 1)],
    };
    let stages = stages.map(|(head, wide)| Column { head: head.to_owned(), wide });
    elements.iter().enumerate().map(element).chain(stages).collect()
}

fn state_cell(state: Option<State>, has_words: bool) -> (&'static str, Ink) {
    match state {
        Some(State::Present) => (if has_words { "yes" } else { "y" }, Ink::Good),
        Some(State::Partial) => (if has_words { "part" } else { "p" }, Ink::Warning),
        Some(State::Absent) => ("-", Ink::Faint),
        Some(State::Disclaimed) => (if has_words { "disc" } else { "x" }, Ink::Note),
        None => ("", Ink::Faint),
    }
}

fn verdict_cell(verdict: Verdict, style: Stages) -> (&'static str, Ink) {
    let (short, ink) = match verdict {
        Verdict::Clear => ("clear", Ink::Good),
        Verdict::Deficient => ("defic.", Ink::Error),
        Verdict::Incomplete => ("incom.", Ink::Warning),
    };
    match style {
        Stages::Words => (verdict.name(), ink),
        Stages::Short => (short, ink),
        Stages::Letters => (&short[..1], ink),
    }
}
