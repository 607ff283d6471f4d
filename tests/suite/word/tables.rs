//! Tables: a line for each row, whatever is merged in it.

use particulars::particular::State;
use particulars::rule::Stage;

use super::kit::{Paper, p, row};
use crate::corpus::shared_rules;

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
}

/// The items of an answer that holds the table.
fn items(table: &str) -> Vec<String> {
    let body =
        p("INTERROGATORY NO. 1: Identify each trade secret.") + &p("ANSWER: The trade secrets are:") + table;
    let bytes = Paper::new(&body).bytes();
    let report = particulars::lint("paper.docx", bytes, shared_rules(), Stage::Notice).unwrap();
    report.response.items.iter().map(|item| report.document.slice(item.span).to_owned()).collect()
}

#[test]
fn a_row_is_an_item_and_a_heading_is_none() {
    let rows = [row(&[&p("1"), &p("the tape")]), row(&[&p("2"), &p("the glue")])];
    assert_eq!(items(&table(&rows)), ["the tape", "the glue"]);
    let head = row(&[&p("No."), &p("Secret")]);
    assert_eq!(items(&table(&[head, rows.concat()])), ["the tape", "the glue"]);
    let repeated =
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>".to_owned() + &cell("", "Name") + &cell("", "Use") + "</w:tr>";
    let named = [row(&[&p("the tape"), &p("boxes")]), row(&[&p("the glue"), &p("labels")])];
    assert_eq!(items(&table(&[repeated, named.concat()])), ["the tape | boxes", "the glue | labels"]);
    assert_eq!(items(&table(&named)), ["the tape | boxes", "the glue | labels"]);
}

#[test]
fn a_last_row_with_empty_cells_is_an_item() {
    let rows = [row(&[&p("1"), &p("the tape"), &p("x")]), row(&[&p("2"), &p("the glue"), &p("")])];
    assert_eq!(items(&table(&rows)), ["the tape | x", "the glue"]);
}

#[test]
fn a_heading_in_bold_or_set_off_by_the_style_is_none() {
    let bold = |words: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>");
    let rows = [row(&[&p("the tape"), &p("boxes")]), row(&[&p("the glue"), &p("labels")])];
    let head = row(&[&bold("Name"), &bold("Use")]);
    assert_eq!(items(&table(&[head, rows.concat()])).len(), 2);
    let styles = "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:tblStylePr w:type=\"firstRow\"/></w:style>";
    let styled = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblLook w:val=\"04A0\"/></w:tblPr>{}{}</w:tbl>",
        row(&[&p("Name"), &p("Use")]),
        rows.concat()
    );
    let document = Paper::new(&styled).styles(styles).read();
    assert_eq!(document.blocks[0].kind, particulars::document::BlockKind::HeadingRow);
}

#[test]
fn paragraphs_and_breaks_of_a_cell_stay_on_its_line() {
    let inner = p("the tape") + "<w:p><w:r><w:t>at</w:t><w:br/><w:t>60 C</w:t></w:r></w:p>";
    let nested = table(&[row(&[&p("a"), &p("b")])]) + &p("");
    assert_eq!(Paper::new(&table(&[row(&[&inner, &nested])])).text(), "the tape at 60 C | a b\n");
}

#[test]
fn merged_cells_are_read_once() {
    let wide = format!("<w:tr>{}</w:tr>", cell("<w:gridSpan w:val=\"3\"/>", "Software"));
    let tall = |first: &str, merge: &str, words: &str| {
        format!("<w:tr>{}{}{}</w:tr>", cell(merge, first), cell("", words), cell("", "kept"))
    };
    let begin = "<w:vMerge w:val=\"restart\"/>";
    let rows = [wide.clone(), tall("Server", begin, "the code"), tall("", "<w:vMerge/>", "the keys")];
    let text = Paper::new(&table(&rows)).text();
    assert_eq!(text, "Software\nServer | the code | kept\n | the keys | kept\n");
    let numbered = [
        wide,
        tall("1", begin, "the code"),
        tall("", "<w:vMerge/>", "the keys"),
        tall("2", begin, "the tape"),
    ];
    let text = Paper::new(&table(&numbered)).text();
    assert_eq!(text, "Software\n1 | the code | kept | the keys | kept\n2 | the tape | kept\n");
    assert_eq!(items(&table(&numbered)).len(), 2);
}

#[test]
fn a_table_that_lays_out_the_page_is_read_as_paragraphs() {
    let rows = [
        row(&[&p("INTERROGATORY NO. 1: Identify each trade secret."), &p("ANSWER: the tape; and the glue.")]),
        row(&[&p("INTERROGATORY NO. 2: State why."), &p("ANSWER: It is so.")]),
    ];
    let text = Paper::new(&table(&rows)).text();
    assert!(text.contains("secret.\n\nANSWER: the tape") && !text.contains('|'), "{text}");
    let lines = p("1") + &p("2");
    let long: String = (0..20).map(|at| p(&format!("Paragraph {at}."))).collect();
    assert!(!Paper::new(&table(&[row(&[&lines, &long])])).text().contains('|'));
}

#[test]
fn rows_and_lines_of_a_word_paper_name_persons() {
    let rows = [
        row(&[&p("Name"), &p("Last Known Address"), &p("Telephone")]),
        row(&[&p("Ida Krol"), &p("9 Ash Lane, Salem, OR 97301"), &p("(503) 555-0112")]),
        row(&[&p("Per Lund"), &p("Utah"), &p("unknown")]),
    ];
    let block = [
        "Renata Cho",
        "Vice President of Finance",
        "Larkspur Dental Supply",
        "48 Ferry Street",
        "Newport, Rhode Island 02840",
    ];
    let block = block.map(p).concat();
    for (answer, names) in [(table(&rows), vec!["Ida Krol", "Per Lund"]), (block, vec!["Renata Cho"])] {
        let request =
            p("INTERROGATORY NO. 1: Identify each person who sold the kiln, by name, address and employer.");
        let bytes = Paper::new(&(request + &p("ANSWER: The persons are:") + &answer)).bytes();
        let report = particulars::lint("paper.docx", bytes, shared_rules(), Stage::Notice).unwrap();
        let found: Vec<&str> =
            report.persons.iter().map(|person| report.document.slice(person.name)).collect();
        assert_eq!(found, names);
        let last = report.persons.last().unwrap();
        let address = if names.len() == 1 { State::Present } else { State::Partial };
        assert_eq!(last.state("address"), address, "{:?}", last.fields);
    }
}
