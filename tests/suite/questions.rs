//! What engineers are asked: golden papers, plain words, and nothing that only a lawyer may say.
//! `PARTICULARS_WRITE=1 cargo test --test suite questions` writes the golden papers anew.

use particulars::composed::{Block, Composed};
use particulars::load::{RuleFolder, load};
use particulars::questions::{left_to_counsel, questions};
use particulars::read::read;
use particulars::rule::{Inquiry, RuleSet, Scope, Stage};
use particulars::write::{docx, markdown};
use particulars::{Error, lint_in};

use crate::corpus::shared_rules;
use crate::{FOUNDING, lint};

const PERSONS: &str = include_str!("../../examples/persons-answer.txt");
const STATEMENT: &str = include_str!("../../examples/statement-2019-210.md");
const BAD: &str = include_str!("../../examples/bad-answer.txt");
const GOOD: &str = include_str!("../../examples/good-answer.txt");

fn asked(name: &str, text: &str, stage: Stage) -> Composed {
    questions(&lint(name, text, stage), shared_rules())
}

/// The paper is the golden one, or is written as such.
fn is_golden(name: &str, composed: &Composed) {
    let path = format!("{}/tests/suite/questions/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = markdown(composed);
    if std::env::var_os("PARTICULARS_WRITE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differs = golden.lines().zip(text.lines()).find(|(golden, line)| golden != line);
    assert!(golden == text, "{name} is not as it was: {differs:?}");
}

#[test]
fn the_founding_answer_is_asked_for_what_it_does_not_state() {
    for stage in [Stage::Notice, Stage::SummaryJudgment] {
        is_golden(&format!("founding-{stage}.md"), &asked("founding-answer.txt", FOUNDING, stage));
    }
}

#[test]
fn answers_good_and_bad_and_persons_are_asked_as_they_were() {
    for (name, text) in [("bad-answer", BAD), ("good-answer", GOOD), ("persons-answer", PERSONS)] {
        is_golden(&format!("{name}.md"), &asked(&format!("{name}.txt"), text, Stage::Particularity));
    }
    is_golden("statement.md", &asked("statement.md", STATEMENT, Stage::Particularity));
}

/// Every inquiry of the rules, with the name of what holds it.
fn inquiries(rules: &RuleSet) -> Vec<(String, &Inquiry)> {
    let elements = rules.elements.iter().flat_map(|element| {
        let all = element.engineer.usual.iter().chain(element.engineer.of.iter().map(|(_, inquiry)| inquiry));
        all.map(|inquiry| (element.id.to_string(), inquiry))
    });
    let of_rules = rules.rules.iter().filter_map(|rule| Some((rule.id.to_string(), rule.engineer.as_ref()?)));
    elements.chain(of_rules).collect()
}

#[test]
fn every_element_has_a_question_that_needs_no_lawyer() {
    let rules = shared_rules();
    for element in &rules.elements {
        assert!(element.engineer.usual.is_some(), "{} asks engineers nothing", element.id);
    }
    let all = inquiries(rules);
    assert!(all.len() > 80, "{}", all.len());
    for (id, Inquiry { question, complete, form }) in all {
        assert!(question.contains('?'), "{id}: {question}");
        assert!(form.contains(['[', ']']) || form.starts_with(char::is_alphabetic), "{id}: {form}");
        assert!(!complete.ends_with('.') && !complete.starts_with(char::is_uppercase), "{id}: {complete}");
        let words = format!("{question} {complete} {form}").to_lowercase();
        for legal in [
            "trade secret",
            "claim",
            "plaintiff",
            "defendant",
            "misappropriat",
            "particularity",
            "discovery",
            "interrogator",
            "alleg",
            "privilege",
            "pursuant",
            "readily ascertainable",
            "bates",
            "rule ",
            "section ",
            "court",
            "disclos",
        ] {
            let is_plain = legal == "section " && words.contains("page, section")
                || legal == "rule "
                || legal == "disclos";
            assert!(is_plain || !words.contains(legal), "{id} says \"{legal}\": {words}");
        }
    }
}

#[test]
fn things_of_every_kind_are_asked_in_their_own_words() {
    let rules = shared_rules();
    let content = rules.element("content").unwrap();
    for subject in &rules.subjects {
        let is_own = content.engineer.of.iter().any(|(kind, _)| *kind == subject.id);
        assert!(is_own || &*subject.id == "thing", "{}", subject.id);
    }
}

#[test]
fn no_authority_and_no_verdict_is_printed() {
    let rules = shared_rules();
    for text in [FOUNDING, PERSONS, BAD, GOOD, STATEMENT] {
        for stage in Stage::ALL {
            let printed = markdown(&asked("a.md", text, stage));
            let added: String =
                printed.lines().filter(|line| !text.contains(line.trim_start_matches("> "))).collect();
            for key in rules.authorities.keys() {
                let authority = &rules.authorities[key];
                assert!(!added.contains(&authority.citation), "{key}");
                assert!(!added.contains(&format!("{} ", authority.name)), "{key}");
            }
            for mark in [
                " v. ",
                "F. Supp",
                "F.3d",
                "U.S.C.",
                "Fed. R.",
                "deficient",
                "insufficient",
                "not a trade secret",
            ] {
                assert!(!added.contains(mark), "{mark} at {stage}");
            }
        }
    }
}

#[test]
fn both_forms_are_the_same_twice_and_say_the_same() {
    let composed = || asked("founding-answer.txt", FOUNDING, Stage::Notice);
    assert_eq!(markdown(&composed()), markdown(&composed()));
    assert_eq!(docx(&composed()), docx(&composed()));
    let document = read("questions.docx", docx(&composed())).unwrap();
    assert!(document.unread.is_empty());
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let text = squeezed(&document.text);
    for block in &composed().blocks {
        for run in block.runs() {
            assert!(text.contains(&squeezed(&run.printed())), "{}", run.words);
        }
    }
}

#[test]
fn every_item_stands_with_its_words_or_in_the_line_of_no_question() {
    let squeezed = |words: &str| words.split_whitespace().collect::<String>();
    for (text, stage) in [(FOUNDING, Stage::Notice), (BAD, Stage::Notice), (GOOD, Stage::SummaryJudgment)] {
        let report = lint("a.txt", text, stage);
        let composed = questions(&report, shared_rules());
        let printed = markdown(&composed);
        let quiet: String =
            printed.lines().filter(|line| line.starts_with("No question of their own")).collect();
        for (index, item) in report.response.items.iter().enumerate() {
            let is_asked = printed.contains(&format!("### Item {} (", item.id));
            assert!(is_asked != quiet.contains(&item.id), "{}", item.id);
            let has_finding = report.findings_on(index).next().is_some();
            assert!(is_asked || !has_finding, "{}", item.id);
            let words = squeezed(report.document.slice(item.span));
            let is_quoted = composed.blocks.iter().any(|block| match block {
                Block::Quotation(quoted) => {
                    let runs = quoted.iter().flatten().map(|run| squeezed(&run.words));
                    runs.collect::<String>() == words
                }
                _ => false,
            });
            assert_eq!(is_asked, is_quoted, "{words}");
        }
    }
}

#[test]
fn what_could_not_be_read_is_said_before_anything_is_asked() {
    let mut report = lint("a.txt", FOUNDING, Stage::Notice);
    report.document.unread.push("picture 1 of paragraph 4".to_owned());
    let printed = markdown(&questions(&report, shared_rules()));
    let warned = printed.find("Not everything in the paper could be read").unwrap();
    assert!(warned < printed.find("How to answer").unwrap());
    assert!(printed.contains("- picture 1 of paragraph 4\n") && warned < 40, "{printed}");
}

#[test]
fn the_legend_of_the_paper_is_carried_over() {
    assert_eq!(asked("s.md", STATEMENT, Stage::Notice).legends, ["CONFIDENTIAL - ATTORNEYS' EYES ONLY"]);
    assert!(asked("a.txt", FOUNDING, Stage::Notice).legends.is_empty());
}

#[test]
fn what_matters_later_stands_apart_with_its_stages() {
    let at = |stage| markdown(&asked("a.txt", FOUNDING, stage));
    let later = "The item ends in open words (\"or other forms\"). What is the complete list?** *(matters more at \
                 particularity and summary judgment)*";
    let notice = at(Stage::Notice);
    let (before, after) = notice.split_once(later).unwrap();
    assert!(before.rfind("#### Will matter later") > before.rfind("### Item 9.8"), "{after}");
    assert!(!at(Stage::SummaryJudgment).contains("matters more"));
}

#[test]
fn a_word_of_the_paper_is_no_gap_to_fill() {
    let text = "RESPONSE TO INTERROGATORY NO. 1: The trade secrets are: (a) the list of {earlier} and {words}, including but \
                not limited to {missing}.\n";
    let printed = markdown(&asked("a.txt", text, Stage::SummaryJudgment));
    assert!(printed.contains("> (a) the list of {earlier} and {words}, including"), "{printed}");
}

#[test]
fn findings_on_the_paper_itself_are_left_to_counsel() {
    let report = lint("a.txt", FOUNDING, Stage::Notice);
    assert_eq!(left_to_counsel(&report, shared_rules()), 1);
    assert!(!markdown(&questions(&report, shared_rules())).contains("numbers none of them"));
}

#[test]
fn documents_are_a_table_and_a_repeated_item_names_the_earlier_one() {
    let text = "INTERROGATORY NO. 2: Identify all documents concerning your damages, stating for each its date, author and \
                Bates number.\n\nRESPONSE TO INTERROGATORY NO. 2: (1) the memo of J. Roe on yield; (2) NOR000123.\n\n\
                INTERROGATORY NO. 4: Identify each trade secret.\n\nRESPONSE TO INTERROGATORY NO. 4: (a) the way in which \
                the slitter cuts the tape; (b) the resin; (c) the way in which the slitter cuts the tape.\n";
    let printed = markdown(&asked("a.txt", text, Stage::Notice));
    let memo =
        "| 1 | the memo of J. Roe on yield | the date; the author; the production number or file path |  |\n";
    assert!(
        printed.contains(memo) && printed.contains("- **Who wrote it?** A complete answer gives full name"),
        "{printed}"
    );
    assert!(printed.contains("This item says the same as item 4.1. Are they one thing or two"), "{printed}");
}

fn loaded(name: &str, yaml: &str) -> Result<RuleSet, Vec<String>> {
    let files = vec![(name.to_owned(), yaml.to_owned())];
    match load(&[RuleFolder { name: "pack".to_owned(), files }]) {
        Ok(rules) => Ok(rules),
        Err(Error::Rules(faults)) => Err(faults.into_iter().map(|fault| fault.message).collect()),
        Err(other) => panic!("{other}"),
    }
}

const ELEMENT: &str = "- id: content\n  short: content\n  question: What is it?\n  wording: what it is\n";

#[test]
fn an_element_of_a_user_is_asked_in_its_own_words() {
    let rules = loaded("elements.yaml", ELEMENT).unwrap();
    let posture = particulars::posture::Posture::at(Stage::Notice);
    let report = lint_in("a.txt", FOUNDING.as_bytes(), &rules, &posture).unwrap();
    let printed = markdown(&questions(&report, &rules));
    assert!(printed.contains("What is it?**\\\n*A complete answer gives:* what it is."), "{printed}");
}

#[test]
fn faults_in_what_engineers_are_asked_are_named() {
    let inquiry = "  engineer:\n    question: q?\n    complete: c\n    form: f\n";
    let kind = format!("{ELEMENT}{inquiry}    of: {{ dataa: {{ question: q?, complete: c, form: f }} }}\n");
    let faults = loaded("elements.yaml", &kind).unwrap_err();
    assert!(faults.iter().any(|fault| fault.contains("dataa")), "{faults:?}");
    let key = format!("{ELEMENT}{inquiry}    forms: f\n");
    assert!(loaded("elements.yaml", &key).is_err());
    let gap = "extends: open-ended-list\nengineer: { question: \"{item}?\", complete: c, form: f }\n";
    let faults = loaded("softer.yaml", gap).unwrap_err();
    assert!(faults.iter().any(|fault| fault.contains("gap")), "{faults:?}");
    let changed = "extends: open-ended-list\nengineer: { question: \"All?\", complete: c, form: f }\n";
    let rules = loaded("softer.yaml", changed).unwrap();
    let rule =
        rules.rules.iter().find(|rule| rule.engineer.as_ref().is_some_and(|one| one.question == "All?"));
    assert!(rule.is_some_and(|rule| rule.scope == Scope::Item));
}
