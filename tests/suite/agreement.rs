//! Agreement with courts, item by item, on a copy of the corpus; the floors are the figures on record.

use particulars::report::Verdict;
use particulars::rule::Stage;

use crate::corpus::{Case, Labelled, cases, covering, further_cases};
use crate::rules;

#[derive(Default)]
struct Counts {
    insufficient: usize,
    caught: usize,
    sufficient: usize,
    passed: usize,
    lost: usize,
}

fn counts(cases: &[Case], stage: Stage) -> Counts {
    let rules = rules();
    let mut counts = Counts::default();
    for case in cases.iter().filter(|case| case.stage == stage.name()) {
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

/// A stage, and at it: caught of the insufficient and passed of the sufficient at least, lost at most.
type Record = (Stage, usize, usize, usize);

fn hold(name: &str, cases: &[Case], on_record: [Record; 3]) {
    for (stage, caught, passed, lost) in on_record {
        let found = counts(cases, stage);
        let figures = format!(
            "{name}, {stage}: {} of {} caught, {} of {} passed, {} lost",
            found.caught, found.insufficient, found.passed, found.sufficient, found.lost
        );
        println!("{figures}");
        assert!(found.caught >= caught && found.passed >= passed && found.lost <= lost, "{figures}");
    }
}

#[test]
fn agreement_does_not_drop() {
    let on_record =
        [(Stage::Notice, 1, 32, 0), (Stage::Particularity, 42, 23, 0), (Stage::SummaryJudgment, 19, 19, 0)];
    hold("corpus", cases(), on_record);
}

#[test]
fn agreement_on_other_trades_does_not_drop() {
    let [seen, unseen, others, last] = further_cases();
    let on_record =
        [(Stage::Notice, 1, 15, 0), (Stage::Particularity, 34, 39, 2), (Stage::SummaryJudgment, 16, 17, 2)];
    hold("seen", &seen, on_record);
    let on_record =
        [(Stage::Notice, 0, 12, 4), (Stage::Particularity, 31, 27, 5), (Stage::SummaryJudgment, 17, 19, 3)];
    hold("unseen", &unseen, on_record);
    let on_record =
        [(Stage::Notice, 2, 42, 4), (Stage::Particularity, 86, 89, 7), (Stage::SummaryJudgment, 47, 49, 1)];
    hold("others", &others, on_record);
    let on_record =
        [(Stage::Notice, 1, 15, 0), (Stage::Particularity, 26, 22, 4), (Stage::SummaryJudgment, 18, 16, 2)];
    hold("last", &last, on_record);
}
