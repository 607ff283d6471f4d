//! Persons whom answers name because they are asked for: who they are, and what is stated of each.

mod findings;

use std::collections::BTreeMap;
use std::fmt::Write;

use particulars::particular::State;
use particulars::person::Person;
use particulars::rule::Stage;

use crate::lint;

/// Answers written before the reading of persons was, and ones that came after it and that it was not fitted to.
const FIRST: &str = include_str!("persons/first.txt");
const LATER: &str = include_str!("persons/later.txt");
const THIRD: &str = include_str!("persons/third.txt");

/// The elements that the answers are labelled with.
const FIELDS: [&str; 5] = ["address", "telephone", "employer", "post", "knowledge"];

/// One answer, and the persons that it names with the states of their fields.
struct Case {
    request: &'static str,
    paper: String,
    persons: BTreeMap<&'static str, Vec<(&'static str, State)>>,
}

fn cases(text: &'static str) -> Vec<Case> {
    let cases = text.split("=== ").skip(1).filter(|case| case.contains("\n---\n"));
    cases.map(case).collect()
}

fn case(text: &'static str) -> Case {
    let (request, rest) = text.split_once('\n').unwrap();
    let (answer, labels) = rest.split_once("\n---\n").unwrap();
    let paper = format!("INTERROGATORY NO. 4: {request}\n\nRESPONSE TO INTERROGATORY NO. 4:\n\n{answer}\n");
    let persons = labels.lines().filter_map(|line| line.rsplit_once(':')).map(|(name, fields)| {
        let state = |field: &'static str| match field.as_bytes()[0] {
            b'~' => (&field[1..], State::Partial),
            b'!' => (&field[1..], State::Disclaimed),
            _ => (field, State::Present),
        };
        (name.trim(), fields.split_whitespace().map(state).collect())
    });
    Case { request, paper, persons: persons.collect() }
}

/// What was found and missed in some answers.
#[derive(Default)]
struct Score {
    answers: usize,
    expected: usize,
    found: usize,
    right: usize,
    fields: usize,
    fields_right: usize,
    wrong: String,
}

impl Score {
    fn add(&mut self, case: &Case) {
        let report = lint("answer.txt", &case.paper, Stage::Notice);
        self.answers += 1;
        self.expected += case.persons.len();
        self.found += report.persons.len();
        let mut named: BTreeMap<&str, &Person> = BTreeMap::new();
        for person in &report.persons {
            named.insert(report.document.slice(person.name), person);
        }
        for name in named.keys().filter(|name| !case.persons.contains_key(*name)) {
            writeln!(self.wrong, "{}: {name:?} is no person", case.request).unwrap();
        }
        for (name, fields) in &case.persons {
            match named.get(name) {
                Some(person) => {
                    self.right += 1;
                    self.add_fields(name, person, fields);
                }
                None => writeln!(self.wrong, "{}: {name:?} is not found", case.request).unwrap(),
            }
        }
    }

    fn add_fields(&mut self, name: &str, person: &Person, expected: &[(&str, State)]) {
        for id in FIELDS.iter().filter(|id| person.fields.iter().any(|field| &*field.id == **id)) {
            let stated =
                expected.iter().find(|(field, _)| field == id).map_or(State::Absent, |(_, state)| *state);
            self.fields += 1;
            if person.state(id) == stated {
                self.fields_right += 1;
            } else {
                writeln!(self.wrong, "{name}: {id} is {:?}, not {stated:?}", person.state(id)).unwrap();
            }
        }
    }
}

fn score(text: &'static str) -> Score {
    let mut score = Score::default();
    for case in cases(text) {
        score.add(&case);
    }
    score
}

#[test]
fn persons_of_the_first_answers_are_found_with_what_is_stated() {
    let score = score(FIRST);
    assert!(score.answers >= 14 && score.expected >= 33, "{} {}", score.answers, score.expected);
    println!(
        "{} of {} found, {} right; fields {} of {}",
        score.found, score.expected, score.right, score.fields_right, score.fields
    );
    assert!(score.wrong.is_empty(), "{}", score.wrong);
}

#[test]
fn persons_of_the_later_answers_are_found_with_what_is_stated() {
    let score = score(LATER);
    println!(
        "{} of {} found, {} right; fields {} of {}",
        score.found, score.expected, score.right, score.fields_right, score.fields
    );
    assert!(score.wrong.is_empty(), "{}", score.wrong);
}

#[test]
fn persons_of_a_third_set_of_answers_are_mostly_found() {
    let score = score(THIRD);
    println!(
        "{} of {} found, {} right; fields {} of {}",
        score.found, score.expected, score.right, score.fields_right, score.fields
    );
    assert!(score.wrong.is_empty(), "{}", score.wrong);
}
