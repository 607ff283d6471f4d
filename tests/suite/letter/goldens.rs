//! Whole letters as Markdown, read line by line before they are accepted.

use std::path::Path;

use particulars::letter::{Brief, Form, letter};
use particulars::matter::Matter;
use particulars::rule::Stage;
use particulars::write::{docx, markdown};

use super::{BAD, PERSONS, STATEMENT, matter, posture, report};
use crate::FOUNDING;
use crate::corpus::shared_rules;
use crate::wholes;

struct Golden {
    name: &'static str,
    paper: String,
    stage: Stage,
    forum: Option<&'static str>,
    form: Form,
    facts: Matter,
    all: bool,
}

fn goldens() -> Vec<Golden> {
    let golden = |name, paper: &str, stage, forum| Golden {
        name,
        paper: paper.to_owned(),
        stage,
        forum,
        form: Form::Letter,
        facts: matter(),
        all: false,
    };
    let whole =
        wholes::cases().find(|case| case.name == "a federal response with a caption in a table").unwrap();
    let sdny = Some("s.d.n.y.");
    vec![
        Golden { facts: Matter::default(), ..golden("founding-bare", FOUNDING, Stage::Notice, None) },
        golden("founding-notice", FOUNDING, Stage::Notice, sdny),
        golden("founding-summary-judgment", FOUNDING, Stage::SummaryJudgment, sdny),
        golden("persons", PERSONS, Stage::Notice, sdny),
        Golden {
            all: true,
            facts: Matter::default(),
            ..golden("whole-paper", &whole.paper, Stage::Notice, sdny)
        },
        Golden { form: Form::LetterMotion, ..golden("letter-motion", FOUNDING, Stage::Notice, sdny) },
        Golden {
            form: Form::JointStipulation,
            ..golden("joint-stipulation", BAD, Stage::Notice, Some("c.d.cal."))
        },
        Golden {
            form: Form::SeparateStatement,
            ..golden("separate-statement", BAD, Stage::Particularity, Some("california"))
        },
        Golden { all: true, ..golden("statement", STATEMENT, Stage::Particularity, Some("california")) },
    ]
}

#[test]
fn letters_read_as_they_were_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/letter");
    for golden in goldens() {
        let report = report(&golden.paper, &posture(golden.stage, golden.forum));
        let Golden { form, ref facts, all, .. } = golden;
        let brief = Brief { report: &report, rules: shared_rules(), matter: facts, form, items: None, all };
        let letter = letter(&brief).unwrap();
        for (paper, suffix) in [(&letter.paper, ""), (&letter.notes, ".notes")] {
            let path = folder.join(format!("{}{suffix}.md", golden.name));
            let text = markdown(paper);
            if std::env::var_os("PARTICULARS_WRITE").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            let accepted = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert_eq!(text, accepted, "{} is stale; see tests/suite/letter.rs", path.display());
        }
        let again = super::letter(&brief).unwrap();
        assert_eq!(docx(&letter.paper), docx(&again.paper), "two runs give the same bytes");
    }
}
