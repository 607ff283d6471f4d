//! The parts of a paper never meet an item or one another, and a paper without one of them is read as well.

use particulars::document::Span;
use particulars::report::Report;
use particulars::response::{Kind, Parts, Section, Signature};
use particulars::rule::Scope;
use particulars::write::{Look, outline};

use crate::corpus::{self, shared_rules};
use crate::json;
use crate::layouts;
use crate::rules;
use crate::wholes::{cases, file, lint};

fn of_signature(signature: &Signature) -> impl Iterator<Item = Span> {
    let date = signature.date.map(|date| date.span);
    [Some(signature.span), signature.signer, signature.firm, signature.represents, date].into_iter().flatten()
}

/// Every place that the parts name.
pub fn places(parts: &Parts) -> Vec<Span> {
    let mut places: Vec<Span> =
        parts.sections.iter().flat_map(|section| [section.span, section.words]).collect();
    if let Some(caption) = &parts.caption {
        let lines = [&caption.court, &caption.title, &caption.propounding, &caption.responding];
        places.extend(lines.into_iter().flatten());
        places.extend(caption.parties.iter().flat_map(|party| party.name.iter().copied()));
        places.extend(caption.docket.into_iter().chain(caption.set).chain([caption.span]));
    }
    places.extend(parts.definitions.iter().flat_map(|definition| [definition.term, definition.span]));
    places.extend(parts.general_objections.iter().map(|entry| entry.span));
    places.extend(parts.signatures.iter().flat_map(of_signature));
    for oath in &parts.verifications {
        places.extend(
            [Some(oath.span), oath.declarant, oath.by_counsel, oath.date.map(|date| date.span)]
                .into_iter()
                .flatten(),
        );
        places.extend(oath.signature.iter().flat_map(of_signature));
    }
    if let Some(proof) = &parts.certificate {
        places.extend(
            proof.methods.iter().copied().chain([proof.span]).chain(proof.date.map(|date| date.span)),
        );
        places.extend(proof.signature.iter().flat_map(of_signature));
    }
    places
}

/// The first thing wrong with the parts.
fn fault(report: &Report) -> Option<String> {
    let text = &report.document.text;
    let parts = &report.response.parts;
    if let Some(span) = places(parts).into_iter().find(|span| text.get(span.start..span.end).is_none()) {
        return Some(format!("{span:?} is off the characters"));
    }
    let answers = report.response.interrogatories.iter().filter(|_| report.response.kind == Kind::Response);
    let answers = answers.flat_map(|one| one.answer.into_iter().chain(one.request));
    let taken: Vec<Span> = report.response.items.iter().map(|item| item.span).chain(answers).collect();
    let meets =
        |section: &Section, other: &Span| section.span.start < other.end && other.start < section.span.end;
    for (at, section) in parts.sections.iter().enumerate() {
        if let Some(other) = taken.iter().find(|other| meets(section, other)) {
            return Some(format!("{section:?} meets {other:?}: {}", &text[other.start..other.end]));
        }
        if parts.sections[..at].iter().any(|other| other.span.end > section.span.start) {
            return Some(format!("{section:?} begins before another ends"));
        }
    }
    None
}

#[test]
fn parts_meet_neither_items_nor_one_another() {
    for case in cases() {
        assert_eq!(fault(&lint(file(&case), &case.paper).unwrap()), None, "{}", case.name);
    }
    for case in corpus::cases() {
        assert_eq!(fault(&corpus::report("answer.txt", &case.text)), None, "{}", case.id);
    }
}

#[test]
fn a_paper_that_is_cut_is_read_as_far_as_it_goes() {
    for case in cases() {
        for at in (1..case.paper.len()).step_by(17).filter(|at| case.paper.is_char_boundary(*at)) {
            for half in [&case.paper[..at], &case.paper[at..]] {
                let fault = lint(file(&case), half).and_then(|report| fault(&report));
                assert_eq!(fault, None, "{} at {at}", case.name);
            }
        }
    }
}

#[test]
fn papers_with_their_lines_mixed_are_read() {
    // A fixed row of numbers, so that a failure can be seen again.
    let mut state = 20_160_616_usize;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below.max(1)
    };
    for case in cases() {
        let lines: Vec<&str> = case.paper.lines().collect();
        for round in 0..20 {
            let mut mixed = lines.clone();
            for _ in 0..=(round % 5).min(lines.len() / 2) {
                let (from, to) = (next(mixed.len()), next(mixed.len()));
                match next(3) {
                    0 => mixed.swap(from, to),
                    1 => mixed.insert(to, mixed[from]),
                    _ => drop(mixed.remove(from)),
                }
            }
            let text = mixed.join("\n");
            assert_eq!(
                lint(file(&case), &text).and_then(|report| fault(&report)),
                None,
                "{}\n{text}",
                case.name
            );
        }
    }
}

fn items(report: &Report) -> Vec<String> {
    report.response.items.iter().map(|item| report.document.slice(item.span).to_owned()).collect()
}

#[test]
fn a_paper_without_one_of_its_parts_has_the_same_items() {
    let mut tried = 0;
    for case in cases() {
        let report = lint(file(&case), &case.paper).unwrap();
        // Places are those of the text as it was read, and numbers of lines count on.
        let is_plain = file(&case) == "paper.txt" && case.name != "pleading paper";
        for section in report.response.parts.sections.iter().filter(|_| is_plain) {
            let mut without = report.document.text.clone();
            without.replace_range(section.span.start..section.span.end, "");
            let fewer = lint(file(&case), &without).unwrap();
            assert_eq!(fault(&fewer), None, "{} without {}", case.name, section.kind.name());
            assert_eq!(items(&fewer), items(&report), "{} without {}", case.name, section.kind.name());
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn no_word_of_the_parts_leaks_where_none_may_be_quoted() {
    const NAMES: [&str; 12] = [
        "norvik",
        "orme",
        "birk",
        "slitwell",
        "delft",
        "roe",
        "vos",
        "superior",
        "york",
        "2021",
        "mail",
        "engagement",
    ];
    let rules = rules();
    for case in cases() {
        let report = lint(file(&case), &case.paper).unwrap();
        let shown = [
            json(std::slice::from_ref(&report), &[], &rules, false),
            outline(&report, &Look { width: 80, color: false, quote: false }),
        ];
        for text in shown.map(|text| text.to_lowercase()) {
            let leaks = NAMES
                .iter()
                .find(|name| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == **name));
            assert_eq!(leaks, None, "{}\n{text}", case.name);
        }
    }
}

/// The rules of whole papers that fired on a paper.
fn fired(report: &Report) -> Vec<String> {
    let rules = &shared_rules().rules;
    let of_papers =
        rules.iter().filter(|rule| rule.scope == Scope::Response && report.fired.contains(&rule.id));
    of_papers.map(|rule| rule.id.to_string()).collect()
}

#[test]
fn excerpts_are_not_told_what_they_lack() {
    for case in corpus::cases() {
        let told = fired(&corpus::report("answer.txt", &case.text));
        assert_eq!(told, Vec::<String>::new(), "{}", case.id);
    }
    for (_, table) in layouts::TABLES {
        for case in layouts::cases(table) {
            let told = fired(&layouts::read(&case, shared_rules()));
            let lacks = told.iter().find(|id| id.starts_with("un") || id.starts_with("missing"));
            assert_eq!(lacks, None, "{}", case.name);
        }
    }
}

#[test]
fn the_outline_keeps_to_its_width() {
    for (case, width) in cases().flat_map(|case| [80, 120].map(|width| (case.paper.clone(), width))) {
        let text = outline(&lint("paper.txt", &case).unwrap(), &Look { width, color: false, quote: true });
        let longest = text.lines().map(|line| line.chars().count()).max();
        assert!(longest.is_some_and(|longest| longest <= width), "{text}");
    }
}

#[test]
fn an_outline_reads_in_the_order_of_the_paper() {
    let paper = "SUPERIOR COURT OF CALIFORNIA\n\nNORVIK TAPE, INC., Plaintiff,\nv.\nTOM ORME, Defendant.\n\n\
                 PLAINTIFF'S RESPONSES TO SPECIAL INTERROGATORIES, SET ONE\n\nDEFINITIONS\n\n\"Web\" means uncut tape.\n\n\
                 GENERAL OBJECTIONS\n\n1. Norvik objects to all.\n\nSPECIAL INTERROGATORY NO. 1: Identify each trade secret.\n\n\
                 RESPONSE: None is claimed.\n\nDATED: May 3, 2021\n\n__________________\nAda Birk\nAttorneys for Plaintiff\n";
    let shown = |quote| outline(&lint("a.txt", paper).unwrap(), &Look { width: 80, color: false, quote });
    let around = |text: &str| {
        let parts = text
            .split("\n\n")
            .filter(|part| !part.contains("Interrogatory No. 1") && !part.starts_with("a.txt"));
        parts.collect::<Vec<_>>().join("\n")
    };
    let expected = "\
caption: line 1, column 1
  court: SUPERIOR COURT OF CALIFORNIA
  parties: NORVIK TAPE, INC. (plaintiff); TOM ORME (defendant)
  title: PLAINTIFF'S RESPONSES TO SPECIAL INTERROGATORIES, SET ONE
  answered by: PLAINTIFF
  set: ONE
definitions: line 9, column 1, 1 term
  “Web”: line 11, column 2
general objections: line 13, column 1, 1 objection
  1. line 15, column 4; Norvik objects to all.
signatures: line 21, column 1, 1 signature
  not signed, for Ada Birk, for Plaintiff; May 3, 2021
";
    assert_eq!(around(&shown(true)), expected);
    let expected = "\
caption: line 1, column 1
  2 parties
definitions: line 9, column 1, 1 term
  line 11, column 2
general objections: line 13, column 1, 1 objection
  - line 15, column 4
signatures: line 21, column 1, 1 signature
  not signed; dated
";
    assert_eq!(around(&shown(false)), expected);
}
