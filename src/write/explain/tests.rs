use super::evidence::{looked_for, plain};
use super::explain;
use crate::particular::ParticularKind;
use crate::rule::{Evidence, Severity, Stage};
use crate::write::Look;
use crate::write::example::{FOUNDING, founding, rules};
use crate::write::lines::width;

fn look(width: usize) -> Look {
    Look { width, color: false, quote: true }
}

#[test]
fn an_item_is_explained_like_this() {
    let mut rules = rules();
    rules.elements[1].present.cues = vec!["used ~2 to _".to_owned(), "so that _".to_owned()];
    let expected = "\
answer.txt: item 3 of Interrogatory No. 9, line 3, column 102
  label: (label)
  the data transmitted to and from LivePerson's tag

what it claims
  named by “the data transmitted to and from LivePerson's tag”
  data: the noun that names it is “the data transmitted to and from
  LivePerson's tag”

particulars
  means: “the data transmitted to and from LivePerson's tag”

what it should state
  content: not stated
    What are the data?
    This program looks for no words that show it.
  purpose: not stated
    What are they for?
    Looked for a phrase such as “used … to …”, “so that …”.
  sender-and-recipient: stated in part
    Who sends them, and who receives them?
    This program looks for no words that show it.
  secret-portion: not stated
    Which part is secret?
    This program looks for no words that show it.
  means: stated by “the data transmitted to and from LivePerson's tag”

what the rules say
  unspecified-data
    Item 3 of Interrogatory No. 9 claims data but does not state what they
    are, what they are for, who sends and receives them, or which part is
    secret
    notice: warning
    particularity: error
    summary-judgment: error

this item
  notice: clear, the stage of this report
  particularity: deficient
  summary-judgment: deficient
  \"clear\" means: no deficiency found by these rules
";
    assert_eq!(explain(&founding(Stage::Notice), 2, &rules, &look(74)), expected);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in [40, 60, 80, 120] {
        for item in 0..8 {
            let text = explain(&founding(Stage::Notice), item, &rules(), &look(columns));
            assert!(text.lines().all(|line| width(line) <= columns), "{columns}: {text}");
        }
    }
}

#[test]
fn without_quotation_no_word_of_the_paper_is_printed() {
    let text = explain(&founding(Stage::Notice), 2, &rules(), &Look { quote: false, ..look(80) });
    assert!(!text.contains("LivePerson") && !text.contains("(label)"), "{text}");
    assert!(FOUNDING.contains("LivePerson") && text.contains("the words at line 3"), "{text}");
}

#[test]
fn a_finding_that_gives_way_says_to_which() {
    let mut report = founding(Stage::Notice);
    let mut second = report.findings[2].clone();
    second.rule = "bare-category".into();
    second.missing.truncate(1);
    second.severity.notice = Severity::Off;
    report.others.push(second);
    let text = explain(&report, 2, &rules(), &look(100));
    assert!(
        text.contains("notice: off\n    particularity: error, gives way to unspecified-data\n"),
        "{text}"
    );
    assert!(text.contains("one speaks at each stage"));
}

#[test]
fn what_is_looked_for_is_said_in_words() {
    let weights = [(ParticularKind::Steps, 2), (ParticularKind::Quantity, 1), (ParticularKind::Boundary, 0)];
    let evidence = Evidence { weights: weights.into(), at_least: 2, ..Evidence::default() };
    let expected = "Looked for particulars that count 2 or more together: steps (each counts 2); quantity (each counts 1); \
                    those found count 0.";
    assert_eq!(looked_for(&evidence, &[]), expected);
    let spoken =
        ["sent/posted/passed ~4 by ~8 to _", "rest is/are ~3 _", "purpose : _", "*ing # <result-verb> the?"]
            .map(plain);
    assert_eq!(
        spoken,
        ["sent/posted/… by … to …", "rest is/are …", "purpose: …", "…ing a number (result verb) the"]
    );
}
