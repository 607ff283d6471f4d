//! What is written is a Word document that holds the words, and nothing of the machine that wrote it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::docx;
use crate::composed::{Block, Composed, Run, Side};
use crate::read::read;

fn words(words: &str) -> Vec<Run> {
    vec![Run::plain(words)]
}

/// A paper with every kind of block.
fn paper() -> Composed {
    let row = |name: &str| vec![words(name), words("<Oslo> & \"Bergen\""), Vec::new()];
    Composed {
        title: "Questions & answers".to_owned(),
        legends: vec!["CONFIDENTIAL <A>".to_owned()],
        running: vec!["to counsel".to_owned()],
        footer: "a & b".to_owned(),
        blocks: vec![
            Block::Caption { left: vec![words("Norvik Tape")], right: vec![words("No. 14")] },
            Block::Aligned { side: Side::Right, words: vec![Run::blank("date of service")] },
            Block::Heading { level: 1, words: words("Heading one") },
            Block::Heading { level: 9, words: words("Heading deep") },
            Block::Paragraph(vec![
                Run::plain("plain "),
                Run::bold("bold"),
                Run::italic("\nitalic\tx\u{0}\u{ffff}"),
            ]),
            Block::Quotation(vec![words("first quoted"), words("second quoted")]),
            Block::Numbered(vec![words("one"), words("two")]),
            Block::Numbered(vec![words("one again")]),
            Block::Bulleted(vec![words("bullet")]),
            Block::Paragraph(words("Which fields?")),
            Block::Room { lines: 3 },
            Block::PageBreak,
            Block::Table {
                heads: vec!["Person".to_owned(), "Place".to_owned(), "Answer".to_owned()],
                rows: vec![row("Ada"), row("Bo")],
            },
        ],
    }
}

/// Each part by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at: usize| {
        let mut part = archive.by_index(at).unwrap();
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        (part.name().unwrap().into_owned(), xml)
    };
    (0..count).map(read).collect()
}

fn part(name: &str) -> String {
    let parts = parts(&docx(&paper()));
    parts.into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn every_part_is_well_formed() {
    for (name, xml) in parts(&docx(&paper())) {
        assert!(!xml.contains(['\u{0}', '\u{ffff}']), "{name}");
        let mut reader = Reader::from_str(&xml);
        reader.config_mut().check_end_names = true;
        let mut depth = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
    }
}

#[test]
fn the_reader_reads_the_same_words() {
    let document = read("paper.docx", docx(&paper())).unwrap();
    assert!(document.unread.is_empty(), "{:?}", document.unread);
    for words in [
        "[● date of service]",
        "Heading one",
        "Heading deep",
        "plain bold",
        "first quoted\n\nsecond quoted",
        "1.\tone\n2.\ttwo",
        "1.\tone again",
        "bullet",
        "Which fields?",
        "<Oslo> & \"Bergen\"",
    ] {
        assert!(document.text.contains(words), "{words}: {}", document.text);
    }
    assert!(document.margins.iter().any(|line| line.contains("CONFIDENTIAL <A>")), "{:?}", document.margins);
}

#[test]
fn two_runs_give_the_same_bytes_and_name_nobody() {
    assert_eq!(docx(&paper()), docx(&paper()));
    let core = part("docProps/core.xml");
    assert!(core.contains("Questions &amp; answers"));
    for word in ["creator", "created", "modified", "lastModifiedBy"] {
        assert!(!core.contains(word), "{word}");
    }
    let mut archive = ZipArchive::new(Cursor::new(docx(&paper()))).unwrap();
    for at in 0..archive.len() {
        let time = archive.by_index(at).unwrap().last_modified();
        assert!(time.is_some_and(|time| time.year() == 1980), "{time:?}");
    }
}

#[test]
fn every_style_and_part_that_is_named_is_there() {
    let (body, styles) = (part("word/document.xml"), part("word/styles.xml"));
    let named = |xml: &str, lead: &str| -> Vec<String> {
        xml.split(lead).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let mut used = named(&body, "Style w:val=\"");
    used.extend(named(&part("word/header.xml"), "Style w:val=\""));
    used.extend(named(&part("word/footer.xml"), "Style w:val=\""));
    assert!(used.len() > 15);
    for style in used {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    let relations = part("word/_rels/document.xml.rels");
    for id in named(&body, "r:id=\"") {
        assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
    }
}

#[test]
fn tables_fill_the_page_and_repeat_their_heads() {
    let body = part("word/document.xml");
    let widths: Vec<usize> = body
        .split("<w:gridCol w:w=\"")
        .skip(3)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!((widths.len(), widths.iter().sum::<usize>()), (3, 9_360));
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
}
