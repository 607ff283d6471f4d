//! Columns, footnotes and turned pages.

use super::kit::{Paper, Sheet, filled};

const NARROW: [&str; 6] = [
    "The plaintiff states that the tape was",
    "cut and wound within the plant, that",
    "each worker signed an agreement, and",
    "that the settings of the press were in",
    "the binder of the second line, which",
    "nobody took home.",
];

#[test]
fn columns_are_read_one_after_the_other() {
    let right: Vec<String> = NARROW.iter().map(|line| line.replace("the ", "its ")).collect();
    let right: Vec<&str> = right.iter().map(String::as_str).collect();
    // The lines of the right column stand a little lower, and both are set line by line across the page.
    let mut sheet = Sheet::new().set("F2 14", 150.0, 740.0, "RESPONSES TO INTERROGATORIES OF THE DEFENDANT");
    for at in 0..6 {
        let y = 700.0 - 14.0 * f64::from(u32::try_from(at).unwrap());
        sheet = sheet.at(72.0, y, NARROW[at]).at(324.0, y - 5.0, right[at]);
    }
    let text = Paper::new(&[sheet]).text();
    let (left, other) = (NARROW.join(" "), right.join(" "));
    assert_eq!(text, format!("RESPONSES TO INTERROGATORIES OF THE DEFENDANT\n\n{left}\n\n{other}\n"));
}

#[test]
fn footnotes_follow_the_text_and_cut_no_sentence() {
    let one = filled(Sheet::new(), 72.0, 200.0, 2)
        .raw("BT /F1 12 Tf 72 172 Td (that the settings of the press were written down in the binder of the second line) Tj")
        .raw("/F1 7 Tf 4 Ts (1) Tj ET")
        .raw("0.5 w 72 110 m 216 110 l S")
        .set("F1 6", 72.0, 100.0, "1")
        .set("F1 9", 76.0, 97.0, "As defined in the Definitions of the first set, which the")
        .set("F1 9", 72.0, 86.0, "parties agreed on.");
    let two = Sheet::new().at(72.0, 700.0, "and were never shown to anyone.");
    let document = Paper::new(&[one, two]).read();
    let text = &document.text;
    assert!(
        text.contains("second line[^1] and were never shown to anyone.\n\n[^1]: As defined in"),
        "{text}"
    );
    assert!(text.ends_with("which the parties agreed on.\n"), "{text}");
    assert_eq!(document.position(text.find("As defined").unwrap()).page, Some(1));
}

#[test]
fn a_page_that_lies_on_its_side_is_read() {
    let turned = Sheet::new()
        .raw("BT /F1 12 Tf 0 1 -1 0 300 100 Tm (The customer lists of the Dallas) Tj ET")
        .raw("BT /F1 12 Tf 0 1 -1 0 314 100 Tm (office and the formula.) Tj ET");
    assert_eq!(
        Paper::new(std::slice::from_ref(&turned)).text(),
        "The customer lists of the Dallas office and the formula.\n"
    );
    let rotated = turned.entry("/Rotate 90");
    assert_eq!(Paper::new(&[rotated]).text(), "The customer lists of the Dallas office and the formula.\n");
}
