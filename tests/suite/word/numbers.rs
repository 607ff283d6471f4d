//! Automatic numbers, which stand in no run: in the text as Word shows them.

use particulars::rule::Stage;

use super::kit::{Paper, p, pp, r, row};
use crate::corpus::shared_rules;

fn level(at: usize, format: &str, label: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}\
         <w:lvlText w:val=\"{label}\"/></w:lvl>"
    )
}

fn list(id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn instance(id: u32, of: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{of}\"/>{more}</w:num>")
}

fn entry(list: u32, level: u32, words: &str) -> String {
    pp(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

#[test]
fn labels_that_stand_only_in_the_numbering_open_requests() {
    let numbering = list(1, &level(0, "decimal", "INTERROGATORY NO. %1:", "<w:suff w:val=\"space\"/>"))
        + &instance(4, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/></w:lvlOverride>");
    let body = entry(4, 0, "Identify each trade secret.")
        + &p("RESPONSE: the customer lists; and the formula of the tape.")
        + &entry(4, 0, "Identify each document.")
        + &p("RESPONSE: None.");
    let paper = Paper::new(&body).numbering(&numbering);
    assert!(paper.text().contains("\n\nINTERROGATORY NO. 10: Identify each document."), "{}", paper.text());
    let report = particulars::lint("paper.docx", paper.bytes(), shared_rules(), Stage::Notice).unwrap();
    let numbers: Vec<_> =
        report.response.interrogatories.iter().map(|one| one.number.as_deref().unwrap()).collect();
    assert_eq!(numbers, ["9", "10"]);
    assert_eq!(report.response.items.len(), 2);
}

#[test]
fn entries_stand_on_lines_of_their_own() {
    let numbering = list(1, &(level(0, "decimal", "%1.", "") + &level(1, "lowerLetter", "(%2)", "")))
        + &instance(1, 1, "")
        + &list(2, &level(0, "bullet", "\u{f0b7}", ""))
        + &instance(2, 2, "");
    let body = p("The secrets are:")
        + &entry(1, 0, "one")
        + &entry(1, 1, "part")
        + &entry(1, 0, "two")
        + &entry(2, 0, "bullet")
        + &p("words")
        + &entry(1, 0, "three");
    let expected = "The secrets are:\n\n1.\tone\n  (a)\tpart\n2.\ttwo\n\n•\tbullet\n\nwords\n\n3.\tthree\n";
    assert_eq!(Paper::new(&body).numbering(&numbering).text(), expected);
}

#[test]
fn rows_are_numbered_by_themselves() {
    let numbering = list(1, &level(0, "decimal", "%1.", "")) + &instance(1, 1, "");
    let table = |cells: [&str; 3]| {
        let rows: String = cells.iter().map(|words| row(&[&entry(1, 0, ""), &p(words)])).collect();
        format!("<w:tbl>{rows}</w:tbl>")
    };
    let body = table(["the tape", "the glue", "the core"]);
    assert_eq!(
        Paper::new(&body).numbering(&numbering).text(),
        "1. | the tape\n2. | the glue\n3. | the core\n"
    );
}

#[test]
fn paragraphs_leave_a_list_and_deleted_ones_do_not_count() {
    let numbering = list(1, &level(0, "decimal", "%1.", "<w:pStyle w:val=\"N\"/>")) + &instance(1, 1, "");
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let styled = |more: &str, words: &str| pp(&format!("<w:pStyle w:val=\"N\"/>{more}"), words);
    let deleted = "<w:p><w:pPr><w:pStyle w:val=\"N\"/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r>\
         <w:delText>gone</w:delText></w:r></w:del></w:p>";
    let body = styled("", "one")
        + &styled("<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "none")
        + deleted
        + &styled("", "two");
    let paper = Paper::new(&body).styles(styles).numbering(&numbering);
    assert_eq!(paper.text(), "1.\tone\n\nnone\n\n2.\ttwo\n");
    assert_eq!(paper.original().text, "1.\tone\n\nnone\n\n2.\tgone\n3.\ttwo\n");
}

#[test]
fn numbers_in_words_and_customs_are_shown() {
    let numbering = list(1, &level(0, "ordinalText", "%1 Trade Secret", "<w:suff w:val=\"nothing\"/>"))
        + &instance(1, 1, "")
        + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"7\"/><mc:AlternateContent>\
           <mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice>\
           <mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>\
           <w:lvlText w:val=\"TS%1\"/></w:lvl></w:abstractNum>"
        + &instance(2, 2, "");
    let body = entry(1, 0, ": the tape") + &entry(2, 0, "the glue");
    assert_eq!(
        Paper::new(&body).numbering(&numbering).text(),
        "First Trade Secret: the tape\n\nTS007\tthe glue\n"
    );
    assert_eq!(Paper::new(&format!("<w:p>{}</w:p>", r("x"))).numbering("").text(), "x\n");
}
