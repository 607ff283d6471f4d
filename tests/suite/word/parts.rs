//! The caption of a Word paper stands in a table, its signatures in another.

use particulars::response::{Role, Signed};
use particulars::rule::Stage;

use super::kit::{Paper, p, row};
use crate::corpus::shared_rules;

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

#[test]
fn a_caption_in_a_table_is_read_and_yields_no_item() {
    let left = ["NORVIK TAPE, INC.,", "Plaintiff,", "v.", "TOM ORME,", "Defendant."].map(p).concat();
    let right =
        ["Case No. 1:20-cv-00411", "PLAINTIFF'S RESPONSES TO DEFENDANT'S FIRST SET OF INTERROGATORIES"]
            .map(p)
            .concat();
    let body = [
        p("UNITED STATES DISTRICT COURT"),
        p("DISTRICT OF VERMONT"),
        table(&[row(&[&left, &right])]),
        p("Plaintiff responds to the interrogatories as follows."),
        p("INTERROGATORY NO. 1: Identify each trade secret."),
        p("ANSWER: The slitting sequence, in which the blades run in the order 3, 1, 2 at 12 degrees."),
        table(&[row(&[
            &p("Dated: May 3, 2021"),
            &[p("BIRK LLP"), p("/s/ Ada Birk"), p("Attorneys for Plaintiff")].concat(),
        ])]),
    ];
    let bytes = Paper::new(&body.concat()).bytes();
    let report = particulars::lint("paper.docx", bytes, shared_rules(), Stage::Notice).unwrap();
    let response = &report.response;
    assert_eq!(response.items.len(), 1, "{}", report.document.text);
    let caption = response.parts.caption.as_ref().unwrap();
    let words = |span| report.document.slice(span);
    let parties: Vec<_> = caption.parties.iter().map(|party| (words(party.name[0]), party.role)).collect();
    assert_eq!(parties, [("NORVIK TAPE, INC.", Some(Role::Plaintiff)), ("TOM ORME", Some(Role::Defendant))]);
    assert_eq!(caption.docket.map(words), Some("Case No. 1:20-cv-00411"));
    assert_eq!(caption.set.map(words), Some("FIRST"));
    assert_eq!(caption.court.len(), 2);
    let signature = &response.parts.signatures[0];
    assert_eq!((signature.state, signature.signer.map(words)), (Signed::Signed, Some("Ada Birk")));
    assert_eq!(signature.date.map(|date| words(date.span)), Some("May 3, 2021"));
}
