//! The deficiency letter: what it says of the founding answer, what it may cite, what it leaves blank, and its forms.
//! The goldens stand in `letter/`; `PARTICULARS_WRITE=1 cargo test --test suite letter` writes them anew.

mod citations;
mod goldens;
mod runs;
mod watch;
mod words;

use particulars::composed::{Block, Composed};
use particulars::letter::{Brief, Form, Letter, letter};
use particulars::matter::Matter;
use particulars::posture::{Discovery, Posture};
use particulars::report::Report;
use particulars::rule::Stage;

use crate::FOUNDING;
use crate::corpus::shared_rules;

pub const MATTER: &str = include_str!("../../examples/matter.yaml");
pub const PERSONS: &str = include_str!("../../examples/persons-answer.txt");
pub const BAD: &str = include_str!("../../examples/bad-answer.txt");
pub const GOOD: &str = include_str!("../../examples/good-answer.txt");
pub const STATEMENT: &str = include_str!("../../examples/statement-2019-210.md");

pub fn posture(stage: Stage, forum: Option<&str>) -> Posture {
    let forum = forum.map(|name| shared_rules().forums.find(name).unwrap().id.clone());
    Posture { forum, ..Posture::at(stage) }
}

pub fn report(paper: &str, posture: &Posture) -> Report {
    let name = if paper == STATEMENT { "paper.md" } else { "paper.txt" };
    particulars::lint_in(name, paper.as_bytes(), shared_rules(), posture).unwrap()
}

/// The facts of the example.
pub fn matter() -> Matter {
    particulars::load::matter("matter.yaml", MATTER, shared_rules()).unwrap()
}

pub fn compose(report: &Report, matter: &Matter, form: Form) -> Option<Letter> {
    letter(&Brief { report, rules: shared_rules(), matter, form, items: None, all: false })
}

/// The letter on a paper of which nothing is known but its court and stage.
pub fn bare(paper: &str, stage: Stage, forum: Option<&str>) -> Option<Letter> {
    compose(&report(paper, &posture(stage, forum)), &Matter::default(), Form::Letter)
}

/// The words of a paper, a line for each block or entry.
pub fn plain(paper: &Composed) -> String {
    let run_words = |runs: &[particulars::composed::Run]| {
        runs.iter().map(particulars::composed::Run::printed).collect::<String>() + "\n"
    };
    let block = |block: &Block| match block {
        Block::Heading { words, .. } | Block::Paragraph(words) | Block::Aligned { words, .. } => {
            run_words(words)
        }
        Block::Quotation(all) | Block::Numbered(all) | Block::Bulleted(all) => {
            all.iter().map(|runs| run_words(runs)).collect()
        }
        other => other.runs().iter().map(|run| run.printed() + "\n").collect(),
    };
    paper.blocks.iter().map(block).collect()
}

/// An answer of which nothing is open to challenge.
pub fn clean() -> String {
    GOOD.replace("Subject to and without waiving its general objections, ", "")
}

/// The numbered paragraphs that follow the heading of an item.
fn gaps(paper: &Composed, item: &str) -> usize {
    let at = paper
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { words, .. } if words[0].words == item));
    let after = &paper.blocks[at.unwrap()..];
    after
        .iter()
        .find_map(|block| if let Block::Numbered(all) = block { Some(all.len()) } else { None })
        .unwrap()
}

#[test]
fn the_letter_on_the_founding_answer_names_four_gaps_for_the_third_item() {
    let letter = bare(FOUNDING, Stage::Notice, Some("s.d.n.y.")).unwrap();
    assert_eq!(gaps(&letter.paper, "Item 3"), 4);
    let words = plain(&letter.paper);
    for gap in [
        "The response does not identify the data.",
        "The response does not state the purpose of the data",
        "The response does not state who sends or receives the data. It says only \"transmitted to and from LivePerson's tag\"",
        "The response does not state what portions of the data are claimed to be secret.",
    ] {
        assert!(words.contains(gap), "{gap}");
    }
}

#[test]
fn every_other_item_has_a_gap_of_its_own_words() {
    let words = plain(&bare(FOUNDING, Stage::Notice, Some("s.d.n.y.")).unwrap().paper);
    for gap in [
        "The response names \"LivePerson's tag\" and does not state what information about it is claimed",
        "does not state how LivePerson's tag and LivePerson's application server communicate.",
        "The response names \"LivePerson's customized designs for its clients' engagement objectives\"",
        "does not state how LivePerson's applications process website visitor behavior.",
        "does not state how LivePerson's applications determine whether to initiate an engagement.",
        "which of \"the outputs from LivePerson's applications\" are meant",
        "The words \"or other forms\" leave the item open",
    ] {
        assert!(words.contains(gap), "{gap}");
    }
}

#[test]
fn the_letter_at_notice_says_that_such_a_motion_was_denied_and_leans_on_no_other_stage() {
    for forum in [None, Some("s.d.n.y."), Some("n.d.ill.")] {
        let letter = bare(FOUNDING, Stage::Notice, forum).unwrap();
        let words = plain(&letter.paper);
        assert!(words.contains("The court there denied a motion to compel a further answer"), "{forum:?}");
        assert!(words.contains("the motion was denied as to that item as well"), "{forum:?}");
        for other in ["Big Vision", "Sit-Up", "Synygy", "IDX", "InteliClear", "Mallet", "Elsevier"] {
            assert!(!words.contains(other), "{other} {forum:?}");
        }
        assert!(plain(&letter.notes).contains("Weak at this stage"), "{forum:?}");
    }
}

#[test]
fn a_closed_discovery_is_told_and_its_decision_cited() {
    let closed = Posture { discovery: Some(Discovery::Closed), ..posture(Stage::Notice, Some("e.d.pa.")) };
    let words = plain(&compose(&report(FOUNDING, &closed), &Matter::default(), Form::Letter).unwrap().paper);
    assert!(words.contains("Discovery is closed. In Synygy, Inc. v. ZS Assocs., Inc., No. 07-3536"));
}

#[test]
fn the_letter_at_summary_judgment_cites_what_was_held_there() {
    for forum in [None, Some("s.d.n.y.")] {
        let words = plain(&bare(FOUNDING, Stage::SummaryJudgment, forum).unwrap().paper);
        for held in [
            "1 F. Supp. 3d 224, 257-61 (S.D.N.Y. 2014), a decision on summary judgment",
            "papers that described a wide variety of formulae did not describe a trade secret",
            "610 F. App'x 69 (2d Cir. 2015) (summary order)",
            "2008 WL 463884, at *11 (S.D.N.Y. Feb. 20, 2008), on summary judgment",
            "a business method claimed as a whole failed because it was not shown how its elements combined",
        ] {
            assert!(words.contains(held), "{held} {forum:?}");
        }
        assert!(!words.contains("LivePerson, Inc. v. 24/7"), "{forum:?}");
    }
}

#[test]
fn the_letter_names_no_rule_no_severity_and_no_conclusion() {
    let rules = shared_rules();
    for stage in Stage::ALL {
        for paper in [FOUNDING, BAD, PERSONS, STATEMENT] {
            let Some(letter) = bare(paper, stage, Some("s.d.n.y.")) else { continue };
            let words = plain(&letter.paper).to_lowercase();
            for rule in &rules.rules {
                assert!(!words.contains(&*rule.id) || !rule.id.contains('-'), "{}", rule.id);
            }
            for word in [
                "particulars",
                "severity",
                "warning",
                "linter",
                "is not a trade secret",
                "insufficient answer",
                "sanction",
                "{",
                "}",
            ] {
                assert!(!words.contains(word), "{word}");
            }
        }
    }
}

#[test]
fn a_matter_file_with_all_facts_leaves_no_blank() {
    for (paper, forum) in [(FOUNDING, "s.d.n.y."), (PERSONS, "s.d.n.y."), (BAD, "c.d.cal.")] {
        let report = report(paper, &posture(Stage::Notice, Some(forum)));
        for form in [Form::Letter, Form::LetterMotion, Form::JointStipulation, Form::SeparateStatement] {
            let letter = compose(&report, &matter(), form).unwrap();
            assert!(letter.paper.blanks().is_empty(), "{:?}", letter.paper.blanks());
        }
    }
}

#[test]
fn every_form_says_in_every_court_why_it_is_written() {
    for forum in [None, Some("s.d.n.y."), Some("c.d.cal."), Some("california"), Some("n.d.ill."), Some("itc")]
    {
        let report = report(FOUNDING, &posture(Stage::Notice, forum));
        for form in [Form::Letter, Form::LetterMotion, Form::JointStipulation, Form::SeparateStatement] {
            let words = plain(&compose(&report, &Matter::default(), form).unwrap().paper);
            let is_said = ["I write for", "We represent", "submit this joint", "submits this separate"];
            assert_eq!(
                is_said.iter().map(|said| words.matches(said).count()).sum::<usize>(),
                1,
                "{form:?} {forum:?}"
            );
        }
    }
}

#[test]
fn what_no_paper_holds_is_left_blank_and_listed() {
    let letter = bare(FOUNDING, Stage::Notice, None).unwrap();
    let blanks = letter.paper.blanks();
    for blank in
        ["name of the case", "court", "docket number", "date of the letter", "date for the supplement"]
    {
        assert!(blanks.contains(&blank), "{blank}");
    }
    let notes = plain(&letter.notes);
    assert!(blanks.iter().all(|blank| notes.contains(blank)));
}

#[test]
fn what_is_only_a_remark_is_challenged_on_demand() {
    let report = report(&clean(), &posture(Stage::Notice, None));
    assert!(compose(&report, &Matter::default(), Form::Letter).is_none());
    let matter = Matter::default();
    let all = Brief {
        report: &report,
        rules: shared_rules(),
        matter: &matter,
        form: Form::Letter,
        items: None,
        all: true,
    };
    let letter = letter(&all).unwrap();
    assert!(plain(&letter.notes).contains("nothing in this letter is more than a remark"));
}

#[test]
fn chosen_items_are_challenged_and_no_others() {
    let report = report(FOUNDING, &posture(Stage::Notice, None));
    let (matter, items) = (Matter::default(), ["9.3".to_owned(), "9.5".to_owned()]);
    let brief = Brief {
        report: &report,
        rules: shared_rules(),
        matter: &matter,
        form: Form::Letter,
        items: Some(&items),
        all: false,
    };
    let words = plain(&letter(&brief).unwrap().paper);
    assert!(words.contains("Item 3\n") && words.contains("Item 5\n") && !words.contains("Item 2\n"));
}
