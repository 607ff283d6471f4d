//! Particulars as its users meet it: whole papers through the pipeline and the program.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used)]

mod agreement;
mod alike;
mod annotate;
mod authorities;
mod citations;
mod cites;
mod corpus;
mod documents;
mod explain;
mod founding;
mod hostile;
mod html;
mod huge;
mod layouts;
mod letter;
mod machine;
mod names;
mod outputs;
mod page;
mod pairs;
mod parts;
mod pdf;
mod persons;
mod posture;
mod properties;
mod questions;
mod relayout;
mod rules;
mod spans;
mod wholes;
mod word;

use particulars::report::Report;
use particulars::rule::{RuleSet, Stage};

fn rules() -> RuleSet {
    particulars::load::load(&[]).expect("the built-in rules are sound")
}

fn lint(name: &str, text: &str, stage: Stage) -> Report {
    particulars::lint(name, text.as_bytes(), &rules(), stage).expect("the paper can be read")
}

/// The JSON report of these papers.
fn json(reports: &[Report], unread: &[(String, String)], rules: &RuleSet, quote: bool) -> String {
    let mut bytes = Vec::new();
    particulars::write::json(&mut bytes, reports, unread, rules, quote).unwrap();
    String::from_utf8(bytes).unwrap()
}

const FOUNDING: &str = include_str!("../../examples/founding-answer.txt");
