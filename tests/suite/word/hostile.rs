//! Files that are no Word papers, or damaged, or made to harm: an error that names the file and the next step.

use std::time::{Duration, Instant};

use particulars::read::read;

use super::kit::{Paper, p, r, zipped};

/// The error's message, which must come soon, name the file and, after a semicolon, the next step.
fn refusal(bytes: &[u8]) -> String {
    let start = Instant::now();
    let message = match read("paper.docx", bytes) {
        Ok(document) => panic!("it was read: {:?}", document.text.get(..80)),
        Err(error) => error.to_string(),
    };
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(message.starts_with("paper.docx: it"), "{message}");
    assert!(message.rsplit_once("; ").is_some_and(|(_, next)| next.len() > 10), "{message}");
    message
}

fn files(files: &[(&str, &str)]) -> Vec<u8> {
    zipped(&files.iter().map(|(name, xml)| ((*name).to_owned(), xml.as_bytes().to_vec())).collect::<Vec<_>>())
}

#[test]
fn what_is_no_word_paper_is_named() {
    assert!(refusal(b"The tape.").contains("not one"));
    assert!(refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").contains(".doc"));
    assert!(refusal(&files(&[("a.txt", "words")])).contains("zip archive, not a Word document"));
    let types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let relations =
        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let sheet =
        [("[Content_Types].xml", types), ("_rels/.rels", relations), ("xl/workbook.xml", "<workbook/>")];
    assert!(refusal(&files(&sheet)).contains("not a Word document"));
    assert!(refusal(&files(&sheet[..2])).contains("without a main part"));
}

#[test]
fn damaged_papers_are_refused() {
    let bytes = Paper::new(&p("The tape.")).bytes();
    for length in (4..bytes.len() - 1).step_by(97) {
        refusal(&bytes[..length]);
    }
    assert!(refusal(&Paper::new("<w:p><w:r>").bytes()).contains("breaks"));
    let wide = |xml: &str| xml.replace("tape", "\u{e9}").chars().map(|character| character as u8).collect();
    assert!(refusal(&Paper::new(&p("The tape.")).encoded(wide).bytes()).contains("UTF-8"));
}

#[test]
fn any_byte_may_be_wrong() {
    let bytes = Paper::new(&(p("The tape.") + &p("The glue."))).styles("<w:style/>").bytes();
    for at in (0..bytes.len()).step_by(3) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        let _ = read("paper.docx", changed);
    }
}

#[test]
fn bombs_are_refused() {
    let large = "x".repeat(40 << 20);
    assert!(refusal(&Paper::new(&p(&large)).bytes()).contains("unpacks to far more"));
    let entities =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><w:document/>";
    let relations = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let paper = [("_rels/.rels", relations), ("word/document.xml", entities)];
    assert!(refusal(&files(&paper)).contains("entities"));
    let deep = "<w:sdt><w:sdtContent>".repeat(100_000);
    assert!(refusal(&Paper::new(&deep).bytes()).contains("nested"));
    let tables = "<w:tbl><w:tr><w:tc>".repeat(160);
    let ends = "</w:tc></w:tr></w:tbl>".repeat(160);
    assert!(read("paper.docx", Paper::new(&format!("{tables}{}{ends}", p("words"))).bytes()).is_ok());
}

#[test]
fn many_of_anything_take_linear_time() {
    let start = Instant::now();
    let paragraph = format!("<w:p>{}</w:p>", r("x").repeat(30));
    let bodies = [
        paragraph.repeat(2_000),
        format!("<w:p>{}</w:p>", r("word ").repeat(30_000)),
        format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>".repeat(10_000)),
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>".repeat(10_000),
        format!("<w:p>{}</w:p>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(10_000)),
    ];
    for body in bodies {
        let _ = read("paper.docx", Paper::new(&body).bytes());
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn strict_moved_and_marked_parts_are_read() {
    let paper = || Paper::new(&(p("The tape é.") + "<w:p/>")).styles("<w:style w:styleId=\"a\"/>");
    let wide = |xml: &str| format!("\u{feff}{xml}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = |xml: &str| format!("\u{feff}{xml}").into_bytes();
    let papers = [
        paper().strict(),
        paper().at("word/document2.xml"),
        paper().at("some/where/Main.xml"),
        paper().encoded(wide),
        paper().encoded(marked),
    ];
    for paper in papers {
        assert_eq!(paper.text(), "The tape é.\n");
    }
    assert_eq!(read("paper.DOCM", paper().bytes()).unwrap().text, "The tape é.\n");
    assert_eq!(read("standard input", paper().bytes()).unwrap().text, "The tape é.\n");
}
