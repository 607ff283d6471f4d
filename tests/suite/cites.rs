//! Every citation in every output is one of `rules/authorities.yaml`.

use std::collections::BTreeSet;

use particulars::annotate::annotate;
use particulars::deadline::{Clock, Count, Deadline, Period, Service};
use particulars::letter::Form;
use particulars::matter::Matter;
use particulars::posture::Posture;
use particulars::questions::questions;
use particulars::report::Report;
use particulars::rule::Stage;
use particulars::write::{Look, explain, outline, terminal};
use particulars::{lint_in, write};

use crate::annotate::kit::{comments, options};
use crate::citations::{citations, unknown};
use crate::corpus::shared_rules;
use crate::html::page_words;
use crate::json;
use crate::letter::compose;
use crate::machine::all_formats;
use crate::word::kit::{Paper, p};

const PAPERS: [(&str, &str); 5] = [
    ("founding-answer.txt", include_str!("../../examples/founding-answer.txt")),
    ("good-answer.txt", include_str!("../../examples/good-answer.txt")),
    ("bad-answer.txt", include_str!("../../examples/bad-answer.txt")),
    ("persons-answer.txt", include_str!("../../examples/persons-answer.txt")),
    ("statement-2019-210.md", include_str!("../../examples/statement-2019-210.md")),
];

/// Every output that a report has, by the name of its format.
fn outputs(report: Report) -> Vec<(&'static str, String)> {
    let rules = shared_rules();
    let look = Look { width: 100, color: false, quote: true };
    let mut outputs = vec![
        ("terminal", terminal(&report, rules, &look)),
        ("outline", outline(&report, &look)),
        ("json", json(std::slice::from_ref(&report), &[], rules, true)),
        ("summary", write::summary(std::slice::from_ref(&report), 0, &look)),
    ];
    let items = 0..report.response.items.len();
    outputs.extend(items.map(|item| ("explain", explain(&report, item, rules, &look))));
    let reports = [report];
    outputs.push(("html", page_words(&reports, true)));
    outputs.push(("questions", write::markdown(&questions(&reports[0], rules))));
    outputs.extend(all_formats(&reports));
    outputs.extend(letters(&reports[0]));
    outputs
}

/// The letter and its notes, as a letter to counsel and as the court of the case asks for it.
fn letters(report: &Report) -> Vec<(&'static str, String)> {
    let of_court = Form::of_forum(report.posture.forum.as_deref(), shared_rules());
    let letters =
        [Form::Letter, of_court].into_iter().filter_map(|form| compose(report, &Matter::default(), form));
    letters
        .flat_map(|letter| {
            [("letter", write::markdown(&letter.paper)), ("letter's notes", write::markdown(&letter.notes))]
        })
        .collect()
}

/// The words of every comment on the paper as a Word paper.
fn comments_on(paper: &str, posture: &Posture) -> String {
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let body: String = paper.lines().map(|line| p(&escaped(line))).collect();
    let bytes = Paper::new(&body).bytes();
    let report = lint_in("paper.docx", bytes.as_slice(), shared_rules(), posture).unwrap();
    let annotated = annotate(&bytes, &report, shared_rules(), &options()).unwrap();
    let lines: Vec<String> =
        comments(&annotated.bytes).into_iter().flat_map(|comment| comment.paragraphs).collect();
    lines.join("\n")
}

#[test]
fn every_citation_in_every_output_is_of_an_authority() {
    let rules = shared_rules();
    let (mut seen, mut citing) = (BTreeSet::new(), BTreeSet::new());
    for (name, paper) in PAPERS {
        let own = citations(paper);
        for (stage, forum) in Stage::ALL.into_iter().zip(["s.d.n.y.", "n.d.cal.", "s.d. ohio"]) {
            for forum in [None, rules.forums.find(forum)] {
                let posture = Posture { forum: forum.map(|forum| forum.id.clone()), ..Posture::at(stage) };
                let report = lint_in(name, paper.as_bytes(), rules, &posture).unwrap();
                let comments = [("comments", comments_on(paper, &posture))];
                for (format, output) in outputs(report).into_iter().chain(comments) {
                    let found: BTreeSet<String> = citations(&output).difference(&own).cloned().collect();
                    let new: Vec<&str> = found.difference(&seen).map(String::as_str).collect();
                    let told = unknown(&new.join("; "), paper, rules);
                    assert!(told.is_empty(), "{format} of {name} at {stage} cites {told:?}");
                    if !found.is_empty() {
                        citing.insert(format);
                    }
                    seen.extend(found);
                }
            }
        }
    }
    for format in ["terminal", "html", "sarif", "letter", "letter's notes", "comments"] {
        assert!(citing.contains(format), "{format} cites nothing: {citing:?}");
    }
    assert!(seen.len() > 50, "the outputs cite next to nothing: {seen:?}");
}

#[test]
fn what_the_rules_say_of_themselves_cites_authorities_only() {
    let rules = shared_rules();
    for rule in &rules.rules {
        let said = format!("{} {} {} {}", rule.summary, rule.why, rule.message, rule.ask);
        assert_eq!(unknown(&said, "", rules), Vec::<String>::new(), "{}", rule.id);
    }
    for shift in &rules.shifts {
        let said = format!("{} {} {}", shift.summary, shift.why, shift.suffix.as_deref().unwrap_or_default());
        assert_eq!(unknown(&said, "", rules), Vec::<String>::new(), "{}", shift.id);
    }
}

#[test]
fn a_date_cites_authorities_only() {
    let rules = shared_rules();
    let look = Look { width: 100, color: false, quote: true };
    let after = |service| Count::After { service, court: None };
    let counts = [after(Service::None), after(Service::Mail), after(Service::Unknown), Count::Before];
    for count in counts {
        for clock in [Clock::order(), Clock::Rule("frcp-33-b-2".into()), Clock::Courtesy] {
            let is_courtesy = clock == Clock::Courtesy;
            let period =
                Period { trigger: "2026-06-12".parse().unwrap(), days: 21, count: count.clone(), clock };
            let output = write::deadline(&Deadline::new(period, rules).unwrap(), true, rules, &look);
            assert_eq!(unknown(&output, "", rules), Vec::<String>::new(), "{output}");
            assert_eq!(citations(&output).is_empty(), is_courtesy, "{output}");
        }
    }
}
