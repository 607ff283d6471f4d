//! What the lawyer is told to look at, and remarks that go along with a letter.

use particulars::letter::Form;
use particulars::matter::Matter;
use particulars::rule::Stage;
use particulars::write::markdown;

use super::{compose, posture, report};
use crate::corpus::shared_rules;

/// The notes on the letter that `paper` and `matter` give.
fn notes_on(paper: &str, matter: &str) -> String {
    let matter = particulars::load::matter("matter.yaml", matter, shared_rules()).unwrap();
    let report = report(paper, &posture(Stage::Notice, None));
    markdown(&compose(&report, &matter, Form::Letter).unwrap().notes)
}

#[test]
fn the_notes_tell_of_another_case_of_privileged_words_and_of_what_is_withdrawn() {
    const HEAD: &str = "UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK\n\nTIDE, INC.,\nPlaintiff,\nv.\n\
        JON MOLE,\nDefendant.\n\n26 Civ. 777 (XYZ)\n\nPLAINTIFF'S RESPONSES TO DEFENDANT'S FIRST SET OF INTERROGATORIES\n\n";
    const ANSWER: &str = "DEFENDANT'S INTERROGATORY NO. 3: Identify each trade secret.\n\n\
        RESPONSE: (a) the data transmitted from the gauge to the gateway; (b) customer lists.\n\n";
    let of_its_case = notes_on(&format!("{HEAD}{ANSWER}"), "case: {docket: \"1:26-cv-00777-XYZ\"}\n");
    let of_another = notes_on(&format!("{HEAD}{ANSWER}"), "case: {docket: No. 19 Civ. 4411 (QRS)}\n");
    assert!(!of_its_case.contains("two cases"), "{of_its_case}");
    assert!(of_another.contains("If they are two cases"), "{of_another}");
    let note = "PRIVILEGED & CONFIDENTIAL NOTE TO FILE: the code was published.\n";
    assert!(!of_its_case.contains("marked as privileged"));
    assert!(notes_on(&format!("{ANSWER}{note}"), "").contains("marked as privileged"));
    let further = "SUPPLEMENTAL RESPONSE TO INTERROGATORY NO. 3: (b) is withdrawn.\n";
    assert!(notes_on(&format!("{ANSWER}{further}"), "").contains("is withdrawn (line"));
    assert!(!of_its_case.contains("withdrawn (line"));
}

#[test]
fn remarks_on_objections_go_along_and_are_no_reason_for_a_letter() {
    let paper = |secret: &str| {
        format!(
            "INTERROGATORY NO. 2: Identify each trade secret.\n\nRESPONSE: Plaintiff objects that the term \"gauge\" is vague, as \
             three kinds are in use. Subject to and without waiving the foregoing, Plaintiff responds: {secret}.\n"
        )
    };
    let made = |secret: &str| {
        let report = report(&paper(secret), &posture(Stage::Notice, None));
        compose(&report, &Matter::default(), Form::Letter).map(|letter| markdown(&letter.paper))
    };
    let open = made("the data transmitted from the gauge to the gateway").unwrap();
    assert!(open.contains("does not state whether anything is withheld because of them"), "{open}");
    let clear = "the tide table that corrects the harmonic sum by 3 cm for each hPa of air pressure and by 2 cm for each 5 m/s of wind";
    assert_eq!(made(clear), None);
}
