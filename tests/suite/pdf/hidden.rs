//! Words that a reader of the page does not see are left out, and that is said.

use super::kit::{FIRST, Paper, Sheet, filled};

#[test]
fn words_under_filled_boxes_are_never_read() {
    let boxes = [
        "0 g 72 694 200 18 re f",
        "1 g 72 694 200 18 re f",
        "0.5 0 0 rg 72 694 m 272 694 l 272 712 l 72 712 l h f",
        "18 w 0 G 72 702 m 272 702 l S",
    ];
    for painted in boxes {
        let sheet = Sheet::new().at(72.0, 700.0, "The price is 40 dollars").raw(painted).raw("0 g").at(
            72.0,
            660.0,
            "The rest of the answer.",
        );
        let document = Paper::new(&[sheet]).read();
        assert_eq!(document.text, "The rest of the answer.\n", "{painted}");
        assert_eq!(
            document.unread,
            ["1 stretch of words is under filled boxes or pictures and left out (page 1)"]
        );
    }
}

#[test]
fn a_mark_to_black_out_counts_as_black() {
    let sheet = Sheet::new()
        .at(72.0, 700.0, "The price is 40 dollars")
        .at(72.0, 660.0, "The rest.")
        .entry("/Annots [<< /Type /Annot /Subtype /Redact /Rect [70 690 300 715] >>]");
    let document = Paper::new(&[sheet]).read();
    assert_eq!(document.text, "The rest.\n");
    assert_eq!(document.unread.len(), 1);
}

#[test]
fn grounds_highlights_and_strikes_hide_nothing() {
    let shown = [
        ("0.9 g 70 690 300 20 re f 0 g", ""),
        ("", "/GS gs 1 1 0 rg 70 690 300 20 re f"),
        ("", "0 g 72 703 100 1 re f"),
        ("0 g 70 690 300 20 re f 1 g", ""),
    ];
    for (before, after) in shown {
        let sheet = Sheet::new()
            .raw(before)
            .at(72.0, 700.0, "The price is 40 dollars")
            .raw(after)
            .resource("/ExtGState << /GS << /BM /Multiply >> >>");
        let document = Paper::new(&[sheet]).read();
        assert_eq!(document.text, "The price is 40 dollars\n", "{before} {after}");
        assert!(
            document.unread.is_empty() && document.notes.is_empty(),
            "{:?} {:?}",
            document.unread,
            document.notes
        );
    }
}

#[test]
fn white_and_unpainted_words_and_those_off_the_page_are_said() {
    let hidden = [
        "1 g BT /F1 12 Tf 72 600 Td (secret words) Tj ET",
        "BT /F1 12 Tf 3 Tr 72 600 Td (secret words) Tj ET",
        "BT /F1 12 Tf 72 900 Td (secret words) Tj ET",
    ];
    for words in hidden {
        let document = Paper::new(&[Sheet::new().at(72.0, 700.0, "The rest.").raw(words)]).read();
        assert_eq!(document.text, "The rest.\n", "{words}");
        assert_eq!(document.notes, ["1 stretch of words that cannot be seen left out (page 1)"]);
    }
}

#[test]
fn watermarks_are_left_out_and_said() {
    let sheet =
        filled(Sheet::new(), 72.0, 700.0, 4).raw("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (DRAFT) Tj ET");
    let document = Paper::new(&[sheet]).read();
    assert!(!document.text.contains("DRAFT"));
    assert_eq!(document.notes, ["1 word that is turned or slanted, as in a watermark, left out (page 1)"]);
}

#[test]
fn layers_that_are_off_are_not_read() {
    let sheet = Sheet::new()
        .at(72.0, 700.0, "shown")
        .raw("/OC /L BDC BT /F1 12 Tf 72 600 Td (hidden) Tj ET EMC")
        .resource(&format!("/Properties << /L {FIRST} 0 R >>"));
    let paper = Paper::new(&[sheet]).object("<< /Type /OCG /Name (x) >>");
    let off = paper
        .clone()
        .catalog(&format!("/OCProperties << /OCGs [{FIRST} 0 R] /D << /OFF [{FIRST} 0 R] >> >>"));
    assert_eq!(off.text(), "shown\n");
    assert_eq!(paper.text(), "shown\n\nhidden\n");
}

/// A picture of one grey pixel.
const PICTURE: &str =
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";

#[test]
fn words_recognised_in_a_picture_are_the_text() {
    let picture = "q 612 0 0 792 0 0 cm /P Do Q";
    let words = "BT /F1 12 Tf 3 Tr 72 700 Td (The customer lists.) Tj ET";
    let below = words.replace("3 Tr ", "");
    for content in [format!("{picture} {words}"), format!("{words} {picture}"), format!("{below} {picture}")]
    {
        let sheet = filled(
            Sheet::new().raw(&content).resource(&format!("/XObject << /P {FIRST} 0 R >>")),
            72.0,
            600.0,
            4,
        );
        let document = Paper::new(&[sheet]).stream(PICTURE, b"x").read();
        assert!(document.text.starts_with("The customer lists."), "{content}: {}", document.text);
        assert!(
            document.notes.iter().any(|note| note.contains("recognised in pictures")),
            "{:?}",
            document.notes
        );
        assert!(document.unread.is_empty(), "{content}: {:?}", document.unread);
    }
}

#[test]
fn comments_and_files_are_said_and_fields_are_read() {
    let looks = format!("/AP << /N {FIRST} 0 R >>");
    let sheet = Sheet::new().at(72.0, 700.0, "Name:").entry(&format!(
        "/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (remark) >> \
         << /Subtype /Widget /FT /Tx /V (not this) /Rect [110 696 300 712] {looks} >> \
         << /Subtype /Widget /FT /Tx /V (the tape) /Rect [110 650 300 664] >> \
         << /Subtype /FreeText /Rect [110 600 300 616] /Contents (boxed) >> \
         << /Subtype /FileAttachment /Rect [0 0 9 9] >>]"
    ));
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 190 16] /Resources << /Font << /F1 3 0 R >> >>";
    let document = Paper::new(&[sheet]).stream(form, b"BT /F1 12 Tf 2 4 Td (Ann Lee) Tj ET").read();
    assert_eq!(document.text, "Name: Ann Lee\n\nthe tape\n");
    assert_eq!(
        document.notes,
        ["1 comment beside the text not read (page 1)", "1 attached file not read (page 1)"]
    );
    assert_eq!(document.unread, ["the words typed into boxes on the page are not read (page 1)"]);
    let left = particulars::leftovers::leftovers(&document);
    assert_eq!(
        left.iter().map(|left| (left.kind.name(), left.page)).collect::<Vec<_>>(),
        [("comment", Some(1))]
    );
}

#[test]
fn fields_whose_looks_hold_no_words_are_read() {
    let looks = format!("/AP << /N {FIRST} 0 R >>");
    let sheet = Sheet::new().at(72.0, 700.0, "Name:").entry(&format!(
        "/Annots [<< /Subtype /Widget /FT /Tx /V (Ann Lee) /Rect [110 696 300 712] {looks} >>]"
    ));
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 190 16]";
    let document = Paper::new(&[sheet]).stream(form, b"/Tx BMC EMC").read();
    assert!(document.text.contains("Ann Lee"), "{}", document.text);
}

#[test]
fn files_attached_to_the_paper_are_said() {
    let names = "/Names << /EmbeddedFiles << /Names [(a) 3 0 R (b) 4 0 R] >> >>";
    let paper = Paper::new(&[Sheet::new().at(72.0, 700.0, "The answer.")]).catalog(names);
    assert_eq!(paper.read().notes, ["2 attached files not read"]);
    let portfolio = paper.catalog("/Collection << >>").read();
    assert!(portfolio.unread[0].contains("portfolio"), "{:?}", portfolio.unread);
}
