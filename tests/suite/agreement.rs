//! Agreement with courts, item by item, on a copy of the corpus; the floors are the figures on record.

use particulars::document::Span;
use particulars::report::{Report, Verdict};
use particulars::rule::Stage;
use serde::Deserialize;

use crate::rules;

#[derive(Deserialize)]
struct Case {
    stage: String,
    text: String,
    items: Vec<Labelled>,
}

#[derive(Deserialize)]
struct Labelled {
    text: String,
    held: String,
    score: bool,
}

#[derive(Default)]
struct Counts {
    insufficient: usize,
    caught: usize,
    sufficient: usize,
    passed: usize,
    lost: usize,
}

/// The reported item that covers at least half of the span and is not far longer.
fn covering(report: &Report, span: Span) -> Option<usize> {
    let overlap = |item: usize| {
        let found = report.response.items[item].span;
        found.end.min(span.end).saturating_sub(found.start.max(span.start))
    };
    let best = (0..report.response.items.len())
        .max_by_key(|item| (overlap(*item), std::cmp::Reverse(report.response.items[*item].span.len())))?;
    let is_near = report.response.items[best].span.len() <= 3 * span.len() + 80;
    (overlap(best) * 2 >= span.len() && is_near).then_some(best)
}

fn counts(stage: Stage) -> Counts {
    let rules = rules();
    let mut counts = Counts::default();
    for line in include_str!("../corpus/dev.jsonl").lines().filter(|line| !line.is_empty()) {
        let case: Case = serde_json::from_str(line).unwrap();
        if case.stage != stage.name() {
            continue;
        }
        let report = particulars::lint("answer.txt", case.text.as_bytes(), &rules, stage).unwrap();
        let mut after = 0;
        for item in &case.items {
            let start = after + case.text[after..].find(&item.text).unwrap();
            after = start + item.text.len();
            if item.score && item.held != "not-reached" {
                count(
                    &mut counts,
                    item,
                    covering(&report, Span::new(start, after)).map(|found| report.verdicts[found].at(stage)),
                );
            }
        }
    }
    counts
}

fn count(counts: &mut Counts, item: &Labelled, verdict: Option<Verdict>) {
    counts.lost += usize::from(verdict.is_none());
    if item.held == "insufficient" {
        counts.insufficient += 1;
        counts.caught += usize::from(verdict == Some(Verdict::Deficient));
    } else {
        counts.sufficient += 1;
        counts.passed += usize::from(verdict == Some(Verdict::Clear));
    }
}

#[test]
fn agreement_does_not_drop() {
    // (stage, caught of the insufficient, passed of the sufficient, lost at most)
    let on_record =
        [(Stage::Notice, 1, 32, 0), (Stage::Particularity, 39, 23, 1), (Stage::SummaryJudgment, 19, 17, 0)];
    for (stage, caught, passed, lost) in on_record {
        let found = counts(stage);
        println!(
            "{stage}: {} of {} caught, {} of {} passed, {} lost",
            found.caught, found.insufficient, found.passed, found.sufficient, found.lost
        );
        assert!(found.caught >= caught, "{stage}: {} of {} caught", found.caught, found.insufficient);
        assert!(found.passed >= passed, "{stage}: {} of {} passed", found.passed, found.sufficient);
        assert!(found.lost <= lost, "{stage}: {} lost", found.lost);
    }
}
