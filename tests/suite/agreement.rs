//! Agreement with courts, item by item, on a copy of the corpus; the floors are the figures on record.

use particulars::report::Verdict;
use particulars::rule::Stage;

use crate::corpus::{Labelled, cases, covering};
use crate::rules;

#[derive(Default)]
struct Counts {
    insufficient: usize,
    caught: usize,
    sufficient: usize,
    passed: usize,
    lost: usize,
}

fn counts(stage: Stage) -> Counts {
    let rules = rules();
    let mut counts = Counts::default();
    for case in cases().iter().filter(|case| case.stage == stage.name()) {
        let report = particulars::lint("answer.txt", case.text.as_bytes(), &rules, stage).unwrap();
        for (item, span) in case.placed() {
            if item.score && item.held != "not-reached" {
                count(
                    &mut counts,
                    item,
                    covering(&report, span).map(|found| report.verdicts[found].at(stage)),
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
