//! The forms that parts come in: strict files, other prefixes, other encodings, raw characters.

use super::kit::{OPENING, holds, part, told};
use super::places::sound;
use crate::word::kit::{Paper, p, r};

const ANSWER: &str = "ANSWER: The trade secrets are its pricing; and its know-how.";

#[test]
fn strict_papers_get_strict_parts() {
    let with = holds(&Paper::new(&(OPENING.to_owned() + &p(ANSWER))).strict().bytes());
    let xml = part(&with, "word/comments.xml").unwrap();
    assert!(xml.contains("xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""), "{xml}");
    let rels = part(&with, "word/_rels/document.xml.rels").unwrap();
    assert!(rels.contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments"), "{rels}");
}

#[test]
fn prefixes_are_those_of_the_part() {
    let body = OPENING.to_owned() + &p(ANSWER);
    for (encode, mark) in [
        (other_prefix as fn(&str) -> Vec<u8>, "<word:commentRangeStart word:id="),
        (no_prefix, "<own:commentRangeStart xmlns:own="),
    ] {
        let with = holds(&Paper::new(&body).encoded(encode).bytes());
        let xml = part(&with, "word/document.xml").unwrap();
        assert!(xml.contains(mark) && !xml.contains("<w:"), "{xml}");
        assert!(!told(&with).is_empty());
    }
}

fn other_prefix(xml: &str) -> Vec<u8> {
    xml.replace("<w:", "<word:")
        .replace("</w:", "</word:")
        .replace(" w:", " word:")
        .replace("xmlns:w=", "xmlns:word=")
        .into_bytes()
}

fn no_prefix(xml: &str) -> Vec<u8> {
    xml.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=").into_bytes()
}

#[test]
fn encodings_stay_what_they_are() {
    let body = OPENING.to_owned() + &p(&ANSWER.replace("its pricing", "its “pricing” é"));
    let wide =
        |xml: &str| "\u{feff}".encode_utf16().chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let old = |xml: &str| {
        let xml = xml.replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>");
        xml.chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect()
    };
    for encode in [wide as fn(&str) -> Vec<u8>, old] {
        let bytes = Paper::new(&body).encoded(encode).bytes();
        let with = holds(&bytes);
        assert!(told(&with).iter().any(|(words, _)| words.contains("pricing")), "{:?}", told(&with));
    }
}

#[test]
fn blanks_references_and_raw_characters_are_parted_rightly() {
    let runs = [
        "<w:r><w:t>  and its &#8220;pricing&#8221; &amp; costs, including but not limited to\n discounts;  </w:t></w:r>",
        "<w:r><w:t xml:space=\"default\"> and the know-how, including but not limited to the cuts; </w:t></w:r>",
        "<w:r><w:t xml:space=\"preserve\"><![CDATA[ and the <lists>, including but not limited to names]]>; </w:t></w:r>",
        "<w:r><w:t><![CDATA[ and its code, including but not limited to names ]]></w:t></w:r>",
        "<w:r><w:tab/><w:t>and</w:t><w:tab></w:tab><w:t>the prices, includ</w:t><w:softHyphen/><w:t>ing but not limited to costs</w:t></w:r>",
    ];
    for run in runs {
        let body = OPENING.to_owned()
            + &format!("<w:p>{}{run}{run}</w:p>", r("ANSWER: The trade secrets are the tape; "));
        let with = holds(&Paper::new(&body).bytes());
        sound(&part(&with, "word/document.xml").unwrap());
        let told = told(&with);
        assert!(told.iter().any(|(words, _)| words.contains("ing but not limited to")), "{run} {told:?}");
    }
}
