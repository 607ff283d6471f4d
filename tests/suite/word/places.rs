//! Places: every character of the text leads back to the run that holds it, and to a paragraph as a person cites it.

use particulars::document::{Anchor, Document};
use particulars::ooxml::{Package, Scanner, Token};
use particulars::rule::Stage;

use super::kit::{Paper, p, pp, r, row};
use crate::corpus::shared_rules;

/// Paragraph and column of the words, and the run and character that hold them.
fn place(document: &Document, words: &str) -> (usize, usize, usize, usize) {
    let at = document.text.find(words).unwrap();
    let (position, anchor) = (document.position(at), document.anchor(at).unwrap());
    assert_eq!(position.line, document.text[..at].matches('\n').count() + 1);
    (position.paragraph.unwrap(), position.column, anchor.run, anchor.character)
}

#[test]
fn words_lead_to_their_run() {
    let body = p("")
        + &format!(
            "<w:p>{}<w:r><w:t>co</w:t><w:tab/><w:t>de</w:t></w:r>{}</w:p>",
            r("the «é» "),
            r(" of\u{200b} it")
        )
        + "<w:tbl>"
        + &row(&[&p("1"), &p("tape")])
        + "</w:tbl>"
        + &p("last");
    let document = Paper::new(&body).read();
    assert_eq!(place(&document, "the"), (2, 1, 0, 0));
    assert_eq!(place(&document, "é"), (2, 6, 0, 5));
    assert_eq!(place(&document, "de of"), (2, 12, 1, 3));
    assert_eq!(place(&document, " it"), (2, 18, 2, 4));
    assert_eq!(place(&document, "tape"), (4, 1, 0, 0));
    assert_eq!(place(&document, "last"), (5, 1, 0, 0));
    assert_eq!(document.parts, ["word/document.xml"]);
}

#[test]
fn labels_and_strokes_lead_to_the_start_of_their_paragraph() {
    let numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                     <w:lvlText w:val=\"Secret No. %1:\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let body = p("a") + &pp("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "the tape");
    let document = Paper::new(&body).numbering(numbering).read();
    assert_eq!(place(&document, "No. 1"), (2, 1, 0, 0));
    assert_eq!(place(&document, "tape"), (2, 5, 0, 4));
}

#[test]
fn runs_that_are_not_shown_still_count() {
    let body = format!(
        "<w:p><w:del w:id=\"1\"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>\
         </w:r><w:ins w:id=\"2\">{}</w:ins></w:p>",
        r("new")
    );
    assert_eq!(place(&Paper::new(&body).read(), "new"), (1, 1, 2, 0));
}

#[test]
fn notes_lead_into_their_own_part() {
    let body = format!("<w:p>{}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", r("one."));
    let notes = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("as served"));
    let document = Paper::new(&body).with("footnotes", "footnotes", &notes).read();
    let at = document.text.find("served").unwrap();
    let expected = Anchor { part: 1, paragraph: 0, run: 0, character: 3 };
    assert_eq!(document.anchor(at), Some(expected));
    assert_eq!(document.parts[1], "word/footnotes0.xml");
    assert_eq!(document.position(at).paragraph, Some(2));
}

#[test]
fn reports_cite_the_paragraph() {
    let body = p("INTERROGATORY NO. 1: Identify each trade secret.")
        + &p("ANSWER: The trade secrets are its pricing; and its customer lists.");
    let report =
        particulars::lint("paper.docx", Paper::new(&body).bytes(), shared_rules(), Stage::Particularity)
            .unwrap();
    let look = particulars::write::Look { width: 100, color: false, quote: true };
    let shown = particulars::write::terminal(&report, shared_rules(), &look);
    assert!(shown.contains("item 2 of Interrogatory No. 1, paragraph 2, character 48"), "{shown}");
    let json: serde_json::Value =
        serde_json::from_str(&crate::json(&[report], &[], shared_rules(), true)).unwrap();
    let position = &json["documents"][0]["items"][1]["position"];
    assert_eq!((position["paragraph"].as_u64(), position["column"].as_u64()), (Some(2), Some(48)));
}

/// The characters of each run of a part, by paragraph.
fn runs(xml: &str) -> Vec<Vec<String>> {
    let mut scanner = Scanner::new(xml);
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    let mut open = Vec::new();
    while let Some(token) = scanner.next_token().unwrap() {
        let last = |paragraphs: &mut Vec<Vec<String>>, words: &str| {
            if let Some(run) = paragraphs.last_mut().and_then(|paragraph| paragraph.last_mut()) {
                run.push_str(words);
            }
        };
        match token {
            Token::Open(element) => {
                match element.name {
                    "p" if element.is("p") => paragraphs.push(Vec::new()),
                    "r" => paragraphs.last_mut().unwrap().push(String::new()),
                    "tab" if open.last() == Some(&"r") => last(&mut paragraphs, "\t"),
                    "br" => last(&mut paragraphs, "\n"),
                    _ => {}
                }
                open.push(element.name);
            }
            Token::Close => {
                open.pop();
            }
            Token::Text(words) if open.last() == Some(&"t") => last(&mut paragraphs, &words),
            Token::Text(_) => {}
        }
    }
    paragraphs
}

#[test]
fn every_letter_leads_to_itself_in_its_part() {
    let paragraph =
        |at: u32| format!("<w:p>{}{}</w:p>", r(&format!("the «é» {at}, ")), r("and\u{200b} glue"));
    let body = (0..4).map(paragraph).collect::<Vec<_>>().concat()
        + "<w:tbl>"
        + &row(&[&p(" 1 "), &p("\ttape")])
        + "</w:tbl>";
    for bytes in [Paper::new(&body).bytes(), include_bytes!("libreoffice.docx").to_vec()] {
        let document = particulars::read::read("paper.docx", bytes.clone()).unwrap();
        let mut package = Package::open(bytes).unwrap();
        let parts: Vec<_> =
            document.parts.iter().map(|part| runs(&package.text(part).unwrap().unwrap())).collect();
        let mut found = 0;
        for (at, character) in document.text.char_indices().filter(|(_, one)| one.is_alphanumeric()) {
            let Anchor { part, paragraph, run, character: place } = document.anchor(at).unwrap();
            let run = parts[part].get(paragraph).and_then(|runs| runs.get(run));
            let same = run.and_then(|run| run.chars().nth(place)) == Some(character);
            // Labels and the marks of notes stand in no run: they lead to the start of their paragraph.
            assert!(same || document.position(at).column == 1, "{:?}", &document.text[at..]);
            found += usize::from(same);
        }
        assert!(found > 50, "{found}");
    }
}
