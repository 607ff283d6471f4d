//! Text and Markdown, through the whole of the pipeline: every finding stands where the text can be read.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use particulars::rule::{RuleSet, Stage};

fuzz_target!(|bytes: &[u8]| {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    let rules = RULES.get_or_init(|| particulars::load::load(&[]).expect("the built-in rules are sound"));
    for name in ["paper.txt", "paper.md"] {
        if let Ok(report) = particulars::lint(name, bytes, rules, Stage::SummaryJudgment) {
            for finding in &report.findings {
                let span = finding.span;
                assert!(report.document.text.get(span.start..span.end).is_some());
            }
        }
    }
});
