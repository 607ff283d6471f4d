//! What cannot be read makes a paper incomplete, by page; a paper without text is refused.

use particulars::read::read;
use particulars::rule::Stage;

use super::kit::{FIRST, Paper, Sheet, filled};
use crate::corpus::shared_rules;

const PICTURE: &str =
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";

/// A page that is a picture.
fn scanned() -> Sheet {
    Sheet::new().raw("q 612 0 0 792 0 0 cm /P Do Q").resource(&format!("/XObject << /P {FIRST} 0 R >>"))
}

fn stamped(sheet: Sheet) -> Sheet {
    sheet.set("F1 10", 120.0, 775.0, "Case 1:15-cv-00211-LGS Document 124 Filed 05/12/15 Page 2 of 3")
}

#[test]
fn pages_without_text_are_named() {
    let sheets = [filled(Sheet::new(), 72.0, 700.0, 5), scanned(), stamped(scanned()), Sheet::new()];
    let paper = Paper::new(&sheets).stream(PICTURE, b"x");
    let document = paper.read();
    assert_eq!(
        document.unread,
        [
            "pages 2, 3 hold pictures of text and no text; run text recognition on the file and check the result"
        ]
    );
    let report = particulars::lint("paper.pdf", paper.bytes(), shared_rules(), Stage::Notice).unwrap();
    assert!(!report.document.unread.is_empty());
}

#[test]
fn a_paper_of_pictures_is_refused() {
    let message = Paper::new(&[scanned(), stamped(scanned())]).stream(PICTURE, b"x").error();
    assert_eq!(
        message,
        "paper.pdf: its pages hold pictures of text and no text; run text recognition (OCR) on it and check the result"
    );
    assert!(Paper::new(&[Sheet::new()]).error().contains("no text that can be seen"));
}

#[test]
fn a_large_picture_beside_text_is_said() {
    let sheet = filled(Sheet::new(), 72.0, 700.0, 8)
        .raw("q 400 0 0 300 100 100 cm /P Do Q")
        .resource(&format!("/XObject << /P {FIRST} 0 R >>"));
    let document = Paper::new(&[sheet]).stream(PICTURE, b"x").read();
    assert_eq!(document.unread, ["page 1 holds a picture whose words are not read"]);
    let logo = filled(Sheet::new(), 72.0, 600.0, 8)
        .raw("q 90 0 0 40 72 700 cm /P Do Q")
        .resource(&format!("/XObject << /P {FIRST} 0 R >>"));
    assert!(Paper::new(&[logo]).stream(PICTURE, b"x").read().unread.is_empty());
}

#[test]
fn letters_drawn_as_shapes_are_no_text() {
    let shape = "72 700 m 80 710 90 710 95 700 c f ";
    let paper = Paper::new(&[filled(Sheet::new(), 72.0, 700.0, 3), Sheet::new().raw(&shape.repeat(100))]);
    assert!(paper.read().unread[0].starts_with("page 2 holds letters drawn as shapes"));
}

#[test]
fn fonts_whose_letters_cannot_be_told_are_said() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts \
                [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) \
                /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >>";
    let odd = Sheet::new().raw("BT /F3 12 Tf 72 700 Td <00370038003900400041004200430044> Tj ET");
    let paper = Paper::new(&[filled(Sheet::new(), 72.0, 700.0, 3), odd]).object(font);
    assert!(paper.read().unread[0].starts_with("page 2 is set in a font whose letters cannot be told"));
}

#[test]
fn letters_that_make_no_words_are_said() {
    // Each letter stands for one three places on, as in fonts that were cut down and lost their table.
    let shifted = |line: &str| -> String {
        line.chars()
            .map(|c| if c.is_ascii_lowercase() { char::from((c as u8 - b'a' + 3) % 26 + b'a') } else { c })
            .collect()
    };
    let words = "the plaintiff states that the process by which the tape is cut and wound was kept";
    let sheet =
        (0..6).fold(Sheet::new(), |sheet, at| sheet.at(72.0, 700.0 - 14.0 * f64::from(at), &shifted(words)));
    let document = Paper::new(&[sheet]).read();
    assert!(
        document.unread.iter().any(|line| line.contains("letters cannot be told")),
        "{:?}",
        document.unread
    );
}

#[test]
fn encrypted_files_open_with_the_empty_password_or_not_at_all() {
    for (name, bytes) in [
        ("rc4.pdf", &include_bytes!("encrypted-rc4.pdf")[..]),
        ("aes.pdf", &include_bytes!("encrypted-aes.pdf")[..]),
    ] {
        assert!(
            read(name, bytes).unwrap().text.contains("The customer lists of the Dallas office"),
            "{name}"
        );
    }
    let message = read("locked.pdf", &include_bytes!("encrypted-locked.pdf")[..]).unwrap_err().to_string();
    let expected = "locked.pdf: it is a PDF that opens only with a password; open it with the password, save it without one and check that file";
    assert_eq!(message, expected);
}
