//! Stamps, headers, footers, page numbers and line numbers are taken out of the text and kept.

use super::kit::{Paper, Sheet, filled};

fn stamped(number: usize) -> Sheet {
    let stamp = format!("Case 1:15-cv-00211-LGS   Document 124   Filed 05/12/15   Page {number} of 3");
    Sheet::new().set("F1 10", 120.0, 775.0, &stamp)
}

#[test]
fn stamps_and_page_numbers_go_and_are_kept() {
    let sheets: Vec<Sheet> = (1..=3)
        .map(|number| {
            filled(stamped(number), 72.0, 700.0, 6).at(300.0, 40.0, &format!("- {number} -")).at(
                480.0,
                30.0,
                &format!("ACME-00012{number}"),
            )
        })
        .collect();
    let document = Paper::new(&sheets).read();
    assert!(!document.text.contains("Case 1:15"), "{}", document.text);
    assert!(!document.text.contains("ACME") && !document.text.contains("- 2 -"), "{}", document.text);
    assert_eq!(document.margins.len(), 3, "{:?}", document.margins);
    assert!(document.margins[0].starts_with("Case 1:15-cv-00211-LGS"), "{:?}", document.margins);
    assert!(document.margins.iter().any(|line| line.starts_with("ACME-")), "{:?}", document.margins);
}

#[test]
fn stamps_of_other_courts_and_second_lines_go() {
    let stamps = [
        "USCA Case #15-1234   Document #1559999   Filed: 06/25/2015   Page 1 of 33",
        "Appellate Case: 15-1234   Document: 0101   Date Filed: 06/25/2015   Page: 1",
        "Case 15-10001-abc  Doc 12  Filed 01/02/15  Entered 01/02/15 10:11:12  Desc",
    ];
    for stamp in stamps {
        let sheet = filled(
            Sheet::new().set("F1 9", 100.0, 775.0, stamp).set(
                "F1 9",
                250.0,
                764.0,
                "Main Document Page 1 of 9",
            ),
            72.0,
            700.0,
            5,
        );
        let document = Paper::new(&[sheet]).read();
        assert!(document.text.starts_with("The plaintiff states"), "{}", document.text);
        assert_eq!(document.margins.len(), 2, "{:?}", document.margins);
    }
}

#[test]
fn running_headers_and_footers_go_and_headings_stay() {
    let sheets: Vec<Sheet> = (1..=4)
        .map(|number| {
            filled(Sheet::new().at(200.0, 760.0, "HIGHLY CONFIDENTIAL"), 72.0, 690.0, 4)
                .at(72.0, 720.0, &format!("INTERROGATORY NO. {number}: State all facts."))
                .at(300.0, 60.0, &number.to_string())
                .set("F1 9", 180.0, 48.0, "PLAINTIFF'S RESPONSES TO SPECIAL INTERROGATORIES")
        })
        .collect();
    let document = Paper::new(&sheets).read();
    assert_eq!(document.text.matches("INTERROGATORY NO. ").count(), 4, "{}", document.text);
    assert!(
        !document.text.contains("CONFIDENTIAL") && !document.text.contains("SPECIAL"),
        "{}",
        document.text
    );
    assert_eq!(document.margins.len(), 3, "{:?}", document.margins);
}

#[test]
fn numbers_and_names_in_the_text_stay() {
    let sheet = filled(Sheet::new(), 72.0, 700.0, 5)
        .at(72.0, 600.0, "The units of the second press were sold to the first customer, who paid for all of")
        .at(72.0, 586.0, "42");
    assert!(Paper::new(&[sheet]).text().contains("paid for all of 42"));
}

fn pleading(words: &[&str], step: f64) -> Sheet {
    let mut sheet = Sheet::new().raw("1 w 100 0 m 100 792 l S");
    for number in 1..=28 {
        let y = 720.0 - 24.0 * f64::from(number - 1);
        sheet = sheet.at(if number > 9 { 72.7 } else { 79.4 }, y, &number.to_string());
    }
    for (at, line) in words.iter().enumerate() {
        sheet = sheet.at(108.0, 720.0 - step * f64::from(u32::try_from(at).unwrap()), line);
    }
    sheet
}

#[test]
fn pleading_numbers_go_and_serve_as_places() {
    let words = [
        "RESPONSE TO INTERROGATORY NO. 9:",
        "Plaintiff states that its trade secrets are the customer lists of the Dallas office,",
        "the formula of the adhesive and the know-how of the second line.",
    ];
    let document = Paper::new(&[pleading(&words, 24.0), pleading(&words[1..], 24.0)]).read();
    assert!(!document.text.contains("28") && document.text.starts_with("RESPONSE"), "{}", document.text);
    let at = document.text.find("formula").unwrap();
    let place = document.position(at);
    assert_eq!((place.page, place.line, place.column), (Some(1), 3, 5));
    let at = document.text.rfind("know-how").unwrap();
    assert_eq!((document.position(at).page, document.position(at).line), (Some(2), 2));
    assert!(document.margins.is_empty(), "{:?}", document.margins);
}

#[test]
fn single_spaced_lines_take_the_nearest_number() {
    let words = [
        "Plaintiff states that its trade secrets are the customer lists of the Dallas office,",
        "the formula of the adhesive, the terms of the suppliers and the settings of the",
        "press, and the know-how of the second line.",
    ];
    let document = Paper::new(&[pleading(&words, 12.0)]).read();
    let line = |word: &str| document.position(document.text.find(word).unwrap()).line;
    assert_eq!((line("Plaintiff"), line("press,")), (1, 2));
}

#[test]
fn a_list_of_numbers_is_no_column_of_line_numbers() {
    let mut sheet =
        filled(Sheet::new(), 72.0, 720.0, 6).at(72.0, 620.0, "No.").at(144.0, 620.0, "Trade secret");
    for number in 1..=9 {
        let y = 620.0 - 16.0 * f64::from(number);
        sheet = sheet.at(72.0, y, &number.to_string()).at(144.0, y, "the code of one of the machines");
    }
    let sheet = filled(sheet, 72.0, 440.0, 6);
    let text = Paper::new(&[sheet]).text();
    assert!(text.contains("9 | the code"), "{text}");
}
