//! How long the parts of a run take: reading the rules, and papers of three sizes made from the corpus.
#![allow(missing_docs, clippy::unwrap_used)]

use divan::Bencher;
use divan::counter::BytesCount;
use particulars::load::load;
use particulars::rule::Stage;

const FOUNDING: &str = include_str!("../examples/founding-answer.txt");
const CORPUS: &str = include_str!("../tests/corpus/dev.jsonl");

const CAPTION: &str = "UNITED STATES DISTRICT COURT\n\nA, INC., Plaintiff, v. B, LLC, Defendant.\n\n\
     PLAINTIFF'S RESPONSES TO DEFENDANT'S FIRST SET OF INTERROGATORIES\n\n";
const OBJECTIONS: &str = "Plaintiff objects to this Interrogatory as overbroad, unduly burdensome and premature. \
     Subject to and without waiving these objections, Plaintiff responds as follows.";

fn main() {
    divan::main();
}

/// A response of at least `size` bytes: the answers of the corpus in turn, each with a heading, a number and objections.
/// `benches/against-ripgrep` makes the same.
fn response(size: usize) -> String {
    let answers: Vec<String> = CORPUS.lines().map(answer).collect();
    let mut text = CAPTION.to_owned();
    for (index, answer) in answers.iter().cycle().enumerate() {
        if text.len() >= size {
            break;
        }
        let number = index + 1;
        text.push_str(&format!(
            "INTERROGATORY NO. {number}: Identify each trade secret that You contend was misappropriated.\n\n\
             RESPONSE TO INTERROGATORY NO. {number}: {OBJECTIONS}\n\n{answer}\n\n"
        ));
    }
    text
}

/// The answer in a line of the corpus: what follows its first heading of an answer, or all of it.
fn answer(line: &str) -> String {
    let entry: serde_json::Value = serde_json::from_str(line).unwrap();
    let text = entry["text"].as_str().unwrap();
    let headings = ["RESPONSE:", "ANSWER:"].into_iter();
    let start = headings.filter_map(|heading| text.find(heading).map(|at| at + heading.len())).min();
    text[start.unwrap_or(0)..].trim().to_owned()
}

#[divan::bench]
fn start_up() -> particulars::rule::RuleSet {
    load(&[]).unwrap()
}

#[divan::bench]
fn founding_answer(bencher: Bencher) {
    lint(bencher, FOUNDING);
}

#[divan::bench(sample_count = 30)]
fn response_of_60_kilobytes(bencher: Bencher) {
    lint(bencher, &response(60_000));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn response_of_10_megabytes(bencher: Bencher) {
    lint(bencher, &response(10_000_000));
}

fn lint(bencher: Bencher, text: &str) {
    let rules = load(&[]).unwrap();
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| particulars::lint("paper.txt", text.as_bytes(), &rules, Stage::Particularity).unwrap());
}
