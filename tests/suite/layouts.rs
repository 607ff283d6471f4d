//! Papers in the layouts that lawyers use, each with the interrogatories and items that a reader finds in it.
//! The tables stand in `layouts/`: a paper, then `=> number asked state objections` and `== item` lines.

use particulars::report::Report;
use particulars::response::{AnswerState, Asked};
use particulars::rule::{RuleSet, Stage};

use crate::rules;

const TABLES: &[(&str, &str)] = &[
    ("requests", include_str!("layouts/requests.txt")),
    ("answers", include_str!("layouts/answers.txt")),
    ("series", include_str!("layouts/series.txt")),
    ("entries", include_str!("layouts/entries.txt")),
    ("papers", include_str!("layouts/papers.txt")),
];

struct Case<'a> {
    name: &'a str,
    paper: String,
    expected: Vec<&'a str>,
}

fn cases(table: &str) -> Vec<Case<'_>> {
    let blocks = table.split("\n=== ").map(|block| block.trim_start_matches("=== "));
    blocks
        .map(|block| {
            let (name, rest) = block.split_once('\n').unwrap();
            let is_expected = |line: &&str| line.starts_with("=> ") || line.starts_with("== ");
            let paper: Vec<&str> = rest.lines().take_while(|line| !is_expected(line)).collect();
            let expected = rest.lines().filter(is_expected).collect();
            Case { name, paper: paper.join("\n"), expected }
        })
        .collect()
}

/// What was found, in the words of the tables; the count of objections only where the table gives one.
fn found(report: &Report, expected: &[&str]) -> Vec<String> {
    let response = &report.response;
    let told = expected.iter().filter(|line| line.starts_with("=> ")).collect::<Vec<_>>();
    let mut lines = Vec::new();
    for (index, interrogatory) in response.interrogatories.iter().enumerate() {
        let number = interrogatory.number.as_deref().unwrap_or("-");
        let asked = if interrogatory.asked == Asked::Secrets { "secrets" } else { "other" };
        let state = match interrogatory.state {
            AnswerState::Answered => "answered",
            AnswerState::NoAnswer => "no-answer",
            AnswerState::ObjectionOnly => "objection-only",
            AnswerState::DocumentsOnly => "documents-only",
        };
        let counts = told.get(index).is_some_and(|line| line.split(' ').count() > 4);
        let objections = if counts { format!(" {}", interrogatory.objections.len()) } else { String::new() };
        lines.push(format!("=> {number} {asked} {state}{objections}"));
        for item in response.items.iter().filter(|item| item.interrogatory == index) {
            let words: Vec<&str> = report.document.slice(item.span).split_whitespace().collect();
            lines.push(format!("== {}", words.join(" ")));
        }
    }
    if lines.is_empty() { vec!["=> none".to_owned()] } else { lines }
}

fn read(case: &Case<'_>, rules: &RuleSet) -> Report {
    let name = if case.name.ends_with("(md)") { "paper.md" } else { "paper.txt" };
    particulars::lint(name, case.paper.as_bytes(), rules, Stage::Notice).unwrap()
}

#[test]
fn every_layout_is_taken_apart_as_a_reader_would() {
    let rules = rules();
    let (mut read_right, mut wrong) = (0, Vec::new());
    for (table, text) in TABLES {
        for case in cases(text) {
            let found = found(&read(&case, &rules), &case.expected);
            if found == case.expected {
                read_right += 1;
            } else {
                let expected = case.expected.join("\n    ");
                wrong.push(format!(
                    "{table}: {}\n    {expected}\n  but:\n    {}",
                    case.name,
                    found.join("\n    ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{read_right} layouts right, {} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_two_items_of_a_paper_share_a_name_or_a_word() {
    let rules = rules();
    for (table, text) in TABLES {
        for case in cases(text) {
            let items = read(&case, &rules).response.items;
            for (at, item) in items.iter().enumerate() {
                let clashes =
                    items[..at].iter().any(|other| other.id == item.id || other.span.end > item.span.start);
                assert!(!clashes, "{table}: {}: item {}", case.name, item.id);
            }
        }
    }
}
