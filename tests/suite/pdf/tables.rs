//! Tables row by row, with cells parted as in Word papers.

use particulars::document::BlockKind;

use super::kit::{Paper, Sheet};

/// Rules at these places, across and down.
fn ruled(across: &[f64], down: &[f64]) -> Sheet {
    let (left, right) = (across[0], across[across.len() - 1]);
    let (top, bottom) = (down[0], down[down.len() - 1]);
    let sheet =
        down.iter().fold(Sheet::new(), |sheet, y| sheet.raw(&format!("{left} {y} m {right} {y} l S")));
    across.iter().fold(sheet, |sheet, x| sheet.raw(&format!("{x} {bottom} m {x} {top} l S")))
}

#[test]
fn a_ruled_table_is_read_by_rows() {
    let sheet = ruled(&[72.0, 130.0, 540.0], &[700.0, 680.0, 640.0, 620.0])
        .at(76.0, 685.0, "No.")
        .at(134.0, 685.0, "Trade secret")
        .at(76.0, 665.0, "1")
        .at(134.0, 665.0, "the source code of the server and of the programs that were written for the")
        .at(134.0, 651.0, "plant")
        .at(76.0, 625.0, "2")
        .at(134.0, 625.0, "the terms of the suppliers")
        .at(72.0, 590.0, "Dated: May 5, 2026");
    let document = Paper::new(&[sheet]).read();
    let expected = "No. | Trade secret\n1 | the source code of the server and of the programs that were written for \
                    the plant\n2 | the terms of the suppliers\n\nDated: May 5, 2026\n";
    assert_eq!(document.text, expected);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::HeadingRow, BlockKind::Row, BlockKind::Row, BlockKind::Paragraph]);
}

#[test]
fn a_row_goes_on_on_the_next_page() {
    let one = ruled(&[72.0, 130.0, 540.0], &[100.0, 80.0, 60.0])
        .at(76.0, 85.0, "1")
        .at(134.0, 85.0, "the source code")
        .at(76.0, 65.0, "2")
        .at(134.0, 65.0, "the terms of the");
    let two = ruled(&[72.0, 130.0, 540.0], &[720.0, 700.0, 680.0])
        .at(134.0, 705.0, "suppliers")
        .at(76.0, 685.0, "3")
        .at(134.0, 685.0, "the formula");
    let text = Paper::new(&[one, two]).text();
    assert_eq!(text, "1 | the source code\n2 | the terms of the suppliers\n3 | the formula\n");
}

#[test]
fn a_table_of_requests_lays_out_the_page() {
    let sheet = ruled(&[72.0, 300.0, 540.0], &[700.0, 660.0, 620.0])
        .at(76.0, 685.0, "INTERROGATORY NO. 1: State all facts.")
        .at(304.0, 685.0, "RESPONSE: None.")
        .at(76.0, 645.0, "INTERROGATORY NO. 2: Name all persons.")
        .at(304.0, 645.0, "RESPONSE: Ann Lee.");
    let text = Paper::new(&[sheet]).text();
    assert_eq!(
        text,
        "INTERROGATORY NO. 1: State all facts.\n\nRESPONSE: None.\n\nINTERROGATORY NO. 2: Name all persons.\n\nRESPONSE: Ann Lee.\n"
    );
}

#[test]
fn a_numbered_table_without_rules_is_read_by_rows() {
    let mut sheet = Sheet::new().at(72.0, 700.0, "No.").at(144.0, 700.0, "Trade secret");
    for (number, words) in ["the code", "the terms of the suppliers", "the formula"].iter().enumerate() {
        let y = 680.0 - 20.0 * f64::from(u32::try_from(number).unwrap());
        sheet = sheet.at(72.0, y, &(number + 1).to_string()).at(144.0, y, words);
    }
    let text = Paper::new(&[sheet]).text();
    assert_eq!(text, "No. | Trade secret\n1 | the code\n2 | the terms of the suppliers\n3 | the formula\n");
}

#[test]
fn underlines_are_no_table() {
    let sheet = Sheet::new()
        .at(72.0, 700.0, "The customer lists")
        .raw("72 698 100 0.6 re f")
        .at(72.0, 660.0, "of the office")
        .raw("72 658 80 0.6 re f");
    assert_eq!(Paper::new(&[sheet]).text(), "The customer lists\n\nof the office\n");
}
