//! Every span lies on characters, and every quote of a report is what stands there, whatever the text.

use particulars::document::Span;
use particulars::report::Report;
use particulars::rule::{RuleSet, Stage};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::corpus::{cases, report};
use crate::parts::places;
use crate::{json, rules};

/// Every span of the report that points into the paper, with what it is.
fn spans(report: &Report) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    for item in &report.response.items {
        spans.push(("item", item.span));
        spans.extend(item.lead.map(|lead| ("lead", lead)));
    }
    for interrogatory in &report.response.interrogatories {
        spans.extend(interrogatory.request.map(|span| ("request", span)));
        spans.extend(interrogatory.answer.map(|span| ("answer", span)));
        spans.extend(interrogatory.objections.iter().map(|span| ("objection", *span)));
    }
    for particulars in &report.particulars {
        spans.push(("head", particulars.head));
        spans.extend(particulars.found.iter().map(|one| ("particular", one.span)));
        let evidence = particulars.elements.iter().flat_map(|element| &element.evidence);
        spans.extend(evidence.map(|span| ("evidence", *span)));
    }
    spans.extend(places(&report.response.parts).into_iter().map(|span| ("part", span)));
    spans.extend(report.findings.iter().map(|finding| ("finding", finding.span)));
    spans
}

/// The first thing wrong with the report's places.
fn fault(report: &Report, rules: &RuleSet) -> Option<String> {
    let text = &report.document.text;
    for (what, span) in spans(report) {
        if text.get(span.start..span.end).is_none() {
            return Some(format!("{what} {span:?} is off the characters of {text:?}"));
        }
    }
    for (item, particulars) in report.response.items.iter().zip(&report.particulars) {
        let inside = particulars.found.iter().map(|one| one.span).chain([particulars.head]);
        if let Some(span) = inside.into_iter().find(|span| !item.span.contains(*span)) {
            return Some(format!("{span:?} is outside its item {:?} in {text:?}", item.span));
        }
    }
    let printed = json(std::slice::from_ref(report), &[], rules, true);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let document = &value["documents"][0];
    for (list, words) in [("findings", "quote"), ("items", "text")] {
        for entry in document[list].as_array().unwrap() {
            let at = |key: &str| usize::try_from(entry["span"][key].as_u64().unwrap()).unwrap();
            let found = text.get(at("start")..at("end"));
            if entry[words].as_str() != found {
                return Some(format!("{list}: {words} {} is not {found:?} in {text:?}", entry[words]));
            }
        }
    }
    None
}

#[test]
fn every_span_of_the_corpus_reads_back() {
    let rules = rules();
    let mut count = 0;
    for case in cases() {
        for name in ["answer.txt", "answer.md"] {
            let report = report(name, &case.text);
            count += spans(&report).len();
            assert_eq!(fault(&report, &rules), None, "{} {name}", case.id);
        }
    }
    assert!(count > 2000, "{count}");
}

#[test]
fn a_member_of_a_list_of_components_may_start_with_any_character() {
    let text = "ANSWER: Plaintiff's trade secrets are each of the following components of that motor: \u{201c}tapered\u{201d} rotor sleeve; \u{e9}tanche lead-out ring; and end cap.";
    let report = report("answer.txt", text);
    assert!(report.response.items.len() > 1, "{:?}", report.response.items);
    assert_eq!(fault(&report, &rules()), None);
}

/// Characters that are long, unseen, that turn the writing, or that open something.
fn odd() -> impl Strategy<Value = String> {
    let known = prop_oneof![
        Just("\u{200b}"),
        Just("\u{202e}"),
        Just("\u{2066}"),
        Just("\u{ad}"),
        Just("\u{feff}"),
        Just("e\u{301}"),
        Just("\u{2014}"),
        Just("\u{201c}"),
        Just("\u{2019}s "),
        Just("\u{a0}"),
        Just("\u{df}\u{130}"),
        Just("\u{1d11e}"),
        Just("\u{2028}"),
        Just("\0"),
        Just("\r"),
        Just("\n\n(a) "),
        Just("; "),
        Just("\nRESPONSE: "),
        Just("**"),
        Just("> "),
        Just("&amp;"),
    ];
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn offset(text: &str, place: Index) -> usize {
    let nth = place.index(text.chars().count() + 1);
    text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at)
}

/// Pieces of one paper set into another, and odd characters put in.
fn spliced() -> impl Strategy<Value = String> {
    let papers = 0..cases().len();
    let cuts = proptest::collection::vec((papers.clone(), any::<[Index; 3]>()), 0..3);
    let odds = proptest::collection::vec((any::<Index>(), odd()), 0..12);
    (papers, cuts, odds).prop_map(|(paper, cuts, odds)| {
        let mut text = cases()[paper].text.clone();
        for (other, [from, to, at]) in cuts {
            let other = &cases()[other].text;
            let (from, to) = (offset(other, from), offset(other, to));
            text.insert_str(offset(&text, at), &other[from.min(to)..from.max(to)]);
        }
        for (at, characters) in odds {
            text.insert_str(offset(&text, at), &characters);
        }
        text
    })
}

#[test]
fn every_span_of_a_damaged_paper_reads_back() {
    let rules = rules();
    let config = Config { cases: 400, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&(spliced(), any::<bool>()), |(text, is_markdown)| {
        let name = if is_markdown { "answer.md" } else { "answer.txt" };
        // An error is an answer too; a panic is not, nor a place that does not read back.
        if let Ok(report) = particulars::lint(name, text.as_bytes(), &rules, Stage::SummaryJudgment) {
            proptest::prop_assert_eq!(fault(&report, &rules), None);
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}
