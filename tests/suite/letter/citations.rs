//! Every citation in a letter and in its notes is an entry of `rules/authorities.yaml`, at its stage.

use std::sync::OnceLock;

use particulars::authority::Authority;
use particulars::letter::Form;
use particulars::matter::Matter;
use particulars::posture::{Discovery, Posture};
use particulars::rule::Stage;
use regex::Regex;

use super::{BAD, PERSONS, STATEMENT, compose, plain, posture, report};
use crate::FOUNDING;
use crate::corpus::shared_rules;

const FORUMS: [Option<&str>; 14] = [
    None,
    Some("s.d.n.y."),
    Some("e.d.n.y."),
    Some("c.d.cal."),
    Some("n.d.cal."),
    Some("california"),
    Some("massachusetts"),
    Some("n.d.ill."),
    Some("e.d.pa."),
    Some("d.del."),
    Some("n.d.tex."),
    Some("s.d.ohio"),
    Some("w.d.wash."),
    Some("federal-circuit"),
];

/// Letters on every kind of paper, in many courts, at every stage, in every form; each with its words and its notes' words.
fn letters() -> &'static [(Posture, String, String)] {
    static LETTERS: OnceLock<Vec<(Posture, String, String)>> = OnceLock::new();
    LETTERS.get_or_init(compose_all)
}

fn compose_all() -> Vec<(Posture, String, String)> {
    let mut all = Vec::new();
    for forum in FORUMS {
        for stage in Stage::ALL {
            for (claims, discovery) in [
                (vec![], None),
                (vec!["dtsa".into()], Some(Discovery::Closed)),
                (vec!["cutsa".into()], Some(Discovery::Open)),
            ] {
                let posture = Posture { claims, discovery, ..posture(stage, forum) };
                for paper in [FOUNDING, BAD, PERSONS, STATEMENT] {
                    let report = report(paper, &posture);
                    let other = Form::of_forum(forum, shared_rules());
                    let forms = if other == Form::Letter { vec![other] } else { vec![Form::Letter, other] };
                    for form in forms {
                        let letter = compose(&report, &Matter::default(), form);
                        all.extend(letter.map(|one| (posture.clone(), plain(&one.paper), plain(&one.notes))));
                    }
                }
            }
        }
    }
    all
}

fn entries() -> impl Iterator<Item = &'static Authority> {
    shared_rules().authorities.keys().map(|key| &shared_rules().authorities[key])
}

/// What looks like a citation: a reporter, a database, a docket, a rule, a statute.
fn shapes() -> Regex {
    Regex::new(concat!(
        r"\d{4} WL \d+|\b\d{1,4} (?:[A-Z][A-Za-z.']* ){1,4}(?:[234](?:d|th) )?\d{1,4}\b|\bNos?\. [A-Z0-9][\w:.-]*\d",
        r"|Fed\. R\. \w+\. P\. \d+(?:\([0-9A-Za-z]+\))*|Local Civ\. R\. [\d.]*\d|L\.?R\.? [\d.-]*\d(?:\([a-z0-9]\))*|LCR \d+",
        r"|§ ?[\d.]*\d[A-Z]?(?:\([0-9a-zA-Z]\))*|[Rr]ule \d+\.\d+|TBMP"
    ))
    .unwrap()
}

#[test]
fn every_citation_is_an_entry() {
    let shapes = shapes();
    let known: Vec<String> = entries()
        .map(|entry| {
            format!(
                "{} {} {}",
                entry.citation,
                entry.later_history.as_deref().unwrap_or_default(),
                entry.caution.as_deref().unwrap_or_default()
            )
        })
        .collect();
    let of_papers = [FOUNDING, BAD, PERSONS, STATEMENT].concat();
    let (mut count, mut letters_read) = (0, 0);
    for (_, paper, notes) in letters() {
        letters_read += 1;
        for text in [paper, notes] {
            for found in shapes.find_iter(text) {
                let words = found.as_str();
                let is_of_paper = of_papers.contains(words)
                    || words.starts_with("No. ") && words[4..].parse::<u32>().is_ok();
                let is_known = known.iter().any(|citation| citation.contains(words));
                assert!(
                    is_known || is_of_paper,
                    "{words} in {}",
                    &text[text.floor_char_boundary(found.start().saturating_sub(80))..found.end()]
                );
                count += 1;
            }
        }
    }
    assert!(letters_read > 200 && count > 5000, "{letters_read} {count}");
}

#[test]
fn every_case_in_a_letter_is_an_entry_that_speaks_at_its_stage_or_of_persons() {
    let rules = shared_rules();
    let cases: Vec<&Authority> = entries().filter(|entry| entry.kind.as_deref() == Some("case")).collect();
    for (posture, text, _) in letters() {
        for entry in &cases {
            let name = entry.citation.split(", No. ").next().unwrap_or(&entry.citation);
            let is_cited = entry.citation.contains(", No. ") && text.contains(&format!("{name}, No. "))
                || text.contains(&entry.citation);
            // Two entries are of one decision: the part on persons belongs to no stage.
            let is_of_persons = entry.citation.starts_with("LivePerson") && text.contains("Persons\n")
                || &*entry.key == "spectrum-dynamics";
            assert!(
                !is_cited || is_of_persons || entry.speaks_at(posture.stage, rules),
                "{} at {}",
                entry.citation,
                posture.stage
            );
            assert!(!is_cited || entry.is_sound(), "{}", entry.citation);
        }
    }
}

#[test]
fn the_notes_give_every_caution_of_what_the_letter_cites() {
    let words = |text: &str| text.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
    let mut count = 0;
    for (_, text, notes) in letters() {
        // The part on persons has the whole decision's citation in its own.
        let text = text.replace("(S.D.N.Y. June 22, 2016) (part IV)", "");
        for entry in entries().filter(|entry| text.contains(&entry.citation)) {
            let caution = words(entry.caution.as_deref().unwrap_or_default());
            assert!(notes.contains(&caution), "{}: {caution}", entry.citation);
            count += usize::from(!caution.is_empty());
        }
    }
    assert!(count > 200, "{count}");
}
