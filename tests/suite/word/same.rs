//! One paper as Markdown and as Word: the same items, findings and verdicts.

use particulars::read::{Options, Revisions, read_with};
use particulars::report::Report;
use particulars::rule::Stage;

use super::kit::{Paper, p, pp, row};
use crate::corpus::shared_rules;

/// A paper with requests, objections, entries and a table.
pub const MARKDOWN: &str = "\
# RESPONSES TO SPECIAL INTERROGATORIES

INTERROGATORY NO. 9: Identify each trade secret that you contend was taken.

RESPONSE TO INTERROGATORY NO. 9: Plaintiff objects to this interrogatory as overbroad. Plaintiff states that its trade
secrets are the following:

1. the customer lists of the Dallas office, with the name and price of each customer;
2. the formula of the adhesive: 4% rosin and 96% acetate at 60 °C;
3. its know-how.

INTERROGATORY NO. 10: Identify each trade secret in the software.

RESPONSE TO INTERROGATORY NO. 10: The trade secrets in the software are:

| No. | Trade secret |
|---|---|
| 1 | the source code of the server |
| 2 | the terms of the suppliers, including but not limited to prices |

INTERROGATORY NO. 11: Identify each trade secret in the plant.

RESPONSE TO INTERROGATORY NO. 11: The way in which the tape is cut; the outputs of the press; and other forms.

Dated: May 5, 2026
";

/// The same paper as Word writes it: the numbers of its requests and entries stand in no run.
pub fn word() -> Paper {
    let level = |format: &str, label: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{label}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/>\
         </w:lvlOverride></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>",
        level("decimal", "INTERROGATORY NO. %1:", "<w:suff w:val=\"space\"/>"),
        level("decimal", "%1.", "")
    );
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    let numbered =
        |list: u32, words: &str| pp(&format!("<w:numPr><w:numId w:val=\"{list}\"/></w:numPr>"), words);
    let body = [
        pp("<w:pStyle w:val=\"H\"/>", "RESPONSES TO SPECIAL INTERROGATORIES"),
        numbered(1, "Identify each trade secret that you contend was taken."),
        p(
            "RESPONSE TO INTERROGATORY NO. 9: Plaintiff objects to this interrogatory as overbroad. Plaintiff states that its trade secrets are the following:",
        ),
        numbered(2, "the customer lists of the Dallas office, with the name and price of each customer;"),
        numbered(2, "the formula of the adhesive: 4% rosin and 96% acetate at 60 °C;"),
        numbered(2, "its know-how."),
        numbered(1, "Identify each trade secret in the software."),
        p("RESPONSE TO INTERROGATORY NO. 10: The trade secrets in the software are:"),
        "<w:tbl>".to_owned(),
        row(&[&p("No."), &p("Trade secret")]),
        row(&[&p("1"), &p("the source code of the server")]),
        row(&[&p("2"), &p("the terms of the suppliers, including but not limited to prices")]),
        "</w:tbl>".to_owned(),
        numbered(1, "Identify each trade secret in the plant."),
        p(
            "RESPONSE TO INTERROGATORY NO. 11: The way in which the tape is cut; the outputs of the press; and other forms.",
        ),
        p("Dated: May 5, 2026"),
    ];
    Paper::new(&body.concat()).styles(styles).numbering(&numbering)
}

/// What a report says, without places: requests, items with their words, and findings.
pub fn told(report: &Report) -> Vec<String> {
    let words = |span| report.document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let requests = report.response.interrogatories.iter().map(|one| {
        let request = one.request.map(words).unwrap_or_default();
        format!("{:?} {:?} {:?} {} {request}", one.number, one.asked, one.state, one.objections.len())
    });
    let items = report.response.items.iter().zip(&report.verdicts).map(|(item, verdicts)| {
        let verdicts = Stage::ALL.map(|stage| verdicts.at(stage));
        format!("{} {:?} {verdicts:?} {}", item.id, item.label, words(item.span))
    });
    let findings = report
        .findings
        .iter()
        .map(|finding| format!("{} {:?} {}", finding.rule, finding.item, words(finding.span)));
    requests.chain(items).chain(findings).collect()
}

#[test]
fn a_paper_in_word_and_in_markdown_says_the_same() {
    for stage in Stage::ALL {
        let lint =
            |name: &str, bytes: Vec<u8>| particulars::lint(name, bytes, shared_rules(), stage).unwrap();
        let (plain, word) = (lint("paper.md", MARKDOWN.into()), lint("paper.docx", word().bytes()));
        let expected = told(&plain);
        assert!(expected.len() > 16, "{expected:?}");
        assert_eq!(told(&word), expected);
    }
}

/// A paper that another office program wrote: its body up to a tracked insertion, and what follows.
const OTHER: [&str; 2] = [
    "RESPONSES TO INTERROGATORIES\n\nINTERROGATORY NO. 4: Identify each trade secret.\n\nRESPONSE: The secrets are:\n\n\
     I.\tthe tape\n  (a)\tits core\n  (b)\tits glue, 4 % ",
    "\nII.\tthe press\n\nINTERROGATORY NO. 4: Identify each person.\n\nRESPONSE: None.\nNext\tline \n\n\
     No. | Secret\n1 | the code\n\nend\n\nboxed words\n\n[^1]: As defined in the Definitions.\n",
];

#[test]
fn a_paper_of_another_program_is_read_in_both_views() {
    let bytes = include_bytes!("libreoffice.docx");
    let text = |revisions| {
        let document = read_with("paper.docx", bytes, Options { revisions }).unwrap();
        assert_eq!(document.notes.len(), 2, "{:?}", document.notes);
        document.text
    };
    let [before, after] = OTHER;
    assert_eq!(text(Revisions::Final), format!("{before}rosin{after}"));
    assert_eq!(text(Revisions::Original), format!("{before}{after}"));
}
