//! The corpus of served answers restated from reported decisions, labelled item by item with what the court held.

use std::cmp::Reverse;
use std::sync::OnceLock;

use particulars::document::Span;
use particulars::report::Report;
use particulars::rule::{RuleSet, Stage};
use serde::Deserialize;

/// One served answer.
#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    pub stage: String,
    pub text: String,
    pub items: Vec<Labelled>,
}

/// One item of it, with what the court held of that item.
#[derive(Deserialize)]
pub struct Labelled {
    pub text: String,
    pub held: String,
    pub score: bool,
}

impl Case {
    /// The labelled items, each with its place in the text.
    pub fn placed(&self) -> impl Iterator<Item = (&Labelled, Span)> {
        let mut after = 0;
        self.items.iter().map(move |item| {
            let start = after + self.text[after..].find(&item.text).unwrap();
            after = start + item.text.len();
            (item, Span::new(start, after))
        })
    }
}

/// Every case of the corpus.
pub fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| read(include_str!("../corpus/dev.jsonl")))
}

/// Made-up answers in other trades, by authors who had not seen the program; see `tests/corpus/README.md`.
pub fn further_cases() -> [Vec<Case>; 4] {
    [
        include_str!("../corpus/further-seen.jsonl"),
        include_str!("../corpus/further-unseen.jsonl"),
        include_str!("../corpus/further-others.jsonl"),
        include_str!("../corpus/further-last.jsonl"),
    ]
    .map(read)
}

fn read(lines: &str) -> Vec<Case> {
    let lines = lines.lines().filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The built-in rules, loaded once.
pub fn shared_rules() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(crate::rules)
}

/// The report on a text, by the built-in rules.
pub fn report(name: &str, text: &str) -> Report {
    particulars::lint(name, text.as_bytes(), shared_rules(), Stage::Particularity)
        .expect("the paper can be read")
}

/// The reported item that covers at least half of the span and is not far longer.
pub fn covering(report: &Report, span: Span) -> Option<usize> {
    let best = nearest(report, span)?;
    let is_near = report.response.items[best].span.len() <= 3 * span.len() + 80;
    (overlap(report, best, span) * 2 >= span.len() && is_near).then_some(best)
}

/// The reported item that holds most of the span; the shortest of several.
pub fn nearest(report: &Report, span: Span) -> Option<usize> {
    let items = 0..report.response.items.len();
    items
        .max_by_key(|item| (overlap(report, *item, span), Reverse(report.response.items[*item].span.len())))
        .filter(|item| overlap(report, *item, span) > 0)
}

fn overlap(report: &Report, item: usize, span: Span) -> usize {
    let found = report.response.items[item].span;
    found.end.min(span.end).saturating_sub(found.start.max(span.start))
}
