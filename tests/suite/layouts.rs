//! Papers in the layouts that lawyers use, each with the interrogatories and items that a reader finds in it.
//! The tables stand in `layouts/`: a paper, then `=> number asked state objections` and `== item` lines.

use particulars::document::Document;
use particulars::report::Report;
use particulars::response::{AnswerState, Asked};
use particulars::rule::{RuleSet, Stage};
use particulars::split::split;

use crate::rules;

/// The tables by name.
pub const TABLES: &[(&str, &str)] = &[
    ("requests", include_str!("layouts/requests.txt")),
    ("answers", include_str!("layouts/answers.txt")),
    ("series", include_str!("layouts/series.txt")),
    ("entries", include_str!("layouts/entries.txt")),
    ("papers", include_str!("layouts/papers.txt")),
    ("headings", include_str!("layouts/headings.txt")),
    ("quotations", include_str!("layouts/quotations.txt")),
];

/// One paper with the lines that tell its items.
pub struct Case<'a> {
    pub name: &'a str,
    paper: String,
    expected: Vec<&'a str>,
}

/// The papers of a table.
pub fn cases(table: &str) -> Vec<Case<'_>> {
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

/// Entries of a long paper: enough that work for each pair of them would be felt.
const MANY: usize = 10_000;

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

/// The report on a paper.
pub fn read(case: &Case<'_>, rules: &RuleSet) -> Report {
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

fn items_of(paper: String, rules: &RuleSet) -> usize {
    split(&Document::plain("paper.txt", paper, String::new()), &rules.lexicon, |_, _, _| ()).items.len()
}

#[test]
fn papers_cut_anywhere_are_read() {
    let rules = rules();
    for (_, text) in TABLES {
        for case in cases(text) {
            for at in (1..case.paper.len()).step_by(13).filter(|at| case.paper.is_char_boundary(*at)) {
                items_of(case.paper[..at].to_owned(), &rules);
                items_of(case.paper[at..].to_owned(), &rules);
            }
        }
    }
}

#[test]
fn long_papers_take_no_longer_than_their_words() {
    let rules = rules();
    let answer =
        |unit: &str| items_of(format!("ANSWER: The trade secrets are: {}", unit.repeat(MANY)), &rules);
    assert_eq!(answer("the tape formula of the line; "), MANY);
    assert_eq!(answer("\n- the tape formula of the line"), MANY);
    assert_eq!(answer("tape formulas, "), 1);
    let numbered = (1..=999).map(|at| format!("\n{at}. The tape formula.")).collect::<Vec<_>>().concat();
    assert_eq!(items_of(format!("ANSWER:{}", numbered.repeat(10)), &rules), 9_990);
    for unit in [
        "(",
        ")",
        "((a) ",
        "(1) ",
        "(7) x ",
        "\"",
        "“",
        " TS 3. ",
        "\n7. ",
        "a is b ",
        "| a ",
        "\n| 1 | a |",
        "**",
        ">",
    ] {
        answer(unit);
        items_of(unit.repeat(MANY), &rules);
    }
    for unit in [
        "INTERROGATORY NO. 1: a RESPONSE: b ",
        "\nRESPONSE TO INTERROGATORY NO. 2: b",
        "\nQ. a\nA. b",
        "\n1. State a\nANSWER: b",
        "answer to Interrogatory No. 3: \"a ",
        "\n12 ",
        "\nPage 3\n",
        "First, a tape. ",
        "those tapes. ",
        "\n# a\nb",
    ] {
        items_of(unit.repeat(MANY / 10), &rules);
    }
}
