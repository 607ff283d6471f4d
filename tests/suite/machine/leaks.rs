//! Without quotes no words of a paper are left in any format.

use particulars::report::Report;
use particulars::rule::Stage;
use particulars::write::{Look, terminal};

use super::{Ask, FORMATS, USUAL, all_formats, written};
use crate::corpus::shared_rules;
use crate::html::page_words;
use crate::{json, lint};

/// The papers that are held up to every format.
const PAPERS: [(&str, &str); 5] = [
    ("founding-answer.txt", include_str!("../../../examples/founding-answer.txt")),
    ("good-answer.txt", include_str!("../../../examples/good-answer.txt")),
    ("bad-answer.txt", include_str!("../../../examples/bad-answer.txt")),
    ("persons-answer.txt", include_str!("../../../examples/persons-answer.txt")),
    ("statement-2019-210.md", include_str!("../../../examples/statement-2019-210.md")),
];

/// As many characters in a row that hold a blank are words of the paper, and no accident.
const RUN: usize = 12;

/// Every output that quotes nothing.
fn outputs(report: Report) -> Vec<(&'static str, String)> {
    let rules = shared_rules();
    let look = Look { width: 100, color: false, quote: false };
    let reports = [report];
    let mut outputs = all_formats(&reports);
    outputs.push(("terminal", terminal(&reports[0], rules, &look)));
    outputs.push(("html", page_words(&reports, false)));
    outputs.push(("json", json(&reports, &[], rules, false)));
    outputs
}

/// The text in small letters with single blanks.
fn plain(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What may stand in an output anyhow: the program's own words.
fn own_words() -> String {
    let rules = shared_rules();
    // How it names an answer.
    let mut own = "the answer to Interrogatory No. \n".to_owned();
    for rule in &rules.rules {
        own.push_str(&format!("{} {} {} {}\n", rule.summary, rule.why, rule.ask, rule.message));
    }
    for element in &rules.elements {
        own.push_str(&format!("{} {}\n", element.wording, element.question));
    }
    for key in rules.authorities.keys() {
        let authority = &rules.authorities[key];
        let later = authority.later_history.as_deref().unwrap_or_default();
        let caution = authority.caution.as_deref().unwrap_or_default();
        own.push_str(&format!("{} {} {later} {caution}\n", authority.citation, authority.proposition));
    }
    plain(&own)
}

#[test]
fn no_run_of_a_paper_s_words_is_left_in_any_format() {
    let own = own_words();
    for (name, paper) in PAPERS {
        for stage in Stage::ALL {
            for (format, output) in outputs(lint(name, paper, stage)) {
                let output = plain(&output);
                for run in runs(paper).filter(|run| output.contains(run.as_str())) {
                    assert!(own.contains(&run), "{format} of {name} at {stage} says \"{run}\"");
                }
            }
        }
    }
}

#[test]
fn the_search_finds_words_where_they_are_quoted() {
    let (own, reports) = (own_words(), [lint(PAPERS[0].0, PAPERS[0].1, Stage::Notice)]);
    for format in FORMATS {
        let output = plain(&written(format, &reports, &[], Ask { quote: true, ..USUAL }));
        assert!(runs(PAPERS[0].1).any(|run| output.contains(&run) && !own.contains(&run)), "{format}");
    }
}

/// Each run of whole words of at least [`RUN`] characters, by the shortest from each word on.
fn runs(paper: &str) -> impl Iterator<Item = String> {
    let paper = plain(paper);
    let words: Vec<String> = paper.split(' ').map(str::to_owned).collect();
    (0..words.len()).filter_map(move |from| {
        let mut run = String::new();
        for word in &words[from..] {
            run.push_str(if run.is_empty() { "" } else { " " });
            run.push_str(word);
            if run.chars().count() >= RUN {
                return Some(run);
            }
        }
        None
    })
}

/// Long words of a paper that the program has no reason to say.
#[test]
fn no_long_word_of_a_paper_is_left_in_any_format() {
    let own = own_words();
    for (name, paper) in PAPERS {
        for (format, output) in outputs(lint(name, paper, Stage::SummaryJudgment)) {
            let output = plain(&output);
            let words = paper.split(|mark: char| !mark.is_alphanumeric()).map(str::to_lowercase);
            for word in words.filter(|word| word.chars().count() >= 12 && !own.contains(word.as_str())) {
                let is_term = ["interrogatory", "interrogatories", "identification", "particularity"];
                assert!(
                    is_term.contains(&word.as_str()) || !output.contains(&word),
                    "{format} of {name} says \"{word}\""
                );
            }
        }
    }
}
