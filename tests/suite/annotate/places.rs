//! Where comments stand: the exact words, whatever the runs that hold them.

use particulars::ooxml::{Scanner, Token};

use super::kit::{OPENING, annotated, holds, part, report, told};
use crate::corpus::shared_rules;
use crate::word::kit::{Paper, p, pp, r, row};

/// The words of the comment whose first line holds `message`.
fn stands_on(bytes: &[u8], message: &str) -> String {
    let told = told(bytes);
    let found = told.iter().find(|(_, first)| first.contains(message));
    found.unwrap_or_else(|| panic!("{message}: {told:?}")).0.clone()
}

#[test]
fn words_within_a_run_are_marked_to_the_character() {
    let body = OPENING.to_owned()
        + &p("ANSWER: The trade secrets are its pricing &amp; costs; and the «know-how» é of it.");
    let bytes = Paper::new(&body).bytes();
    let with = holds(&bytes);
    let report = report(&bytes);
    let quotes: Vec<String> = told(&with).into_iter().map(|(words, _)| words).collect();
    for finding in report.findings.iter().filter(|finding| finding.names_words) {
        let quote = report.document.slice(finding.span).to_owned();
        assert!(quotes.contains(&quote), "{quote}: {quotes:?}");
    }
    assert!(!quotes.is_empty());
}

#[test]
fn words_across_runs_keep_the_look_of_each() {
    let looks = "<w:rPr><w:b/></w:rPr>";
    let body = OPENING.to_owned()
        + &format!(
            "<w:p>{}<w:r w:rsidR=\"00AA\">{looks}<w:t>its customer li</w:t></w:r><w:r><w:t>sts, including but not lim</w:t>\
             </w:r><w:r><w:t xml:space=\"preserve\">ited to prices </w:t></w:r></w:p>",
            r("ANSWER: The trade secret is ")
        );
    let with = holds(&Paper::new(&body).bytes());
    let xml = part(&with, "word/document.xml").unwrap();
    assert_eq!(stands_on(&with, "open-ended"), "including but not limited to");
    assert!(xml.contains("<w:t xml:space=\"preserve\">, </w:t></w:r><w:commentRangeStart"), "{xml}");
    assert!(!xml.contains("<w:r w:rsidR=\"00AA\"><w:t"), "{xml}");
}

#[test]
fn tables_links_controls_and_insertions_hold_marks() {
    let sdt = |properties: &str, words: &str| {
        format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", r(words))
    };
    let ways = [
        ("<w:ins w:id=\"7\" w:author=\"A\">", "</w:ins>"),
        ("<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:fldSimple w:instr=\" REF x \">", "</w:fldSimple>"),
    ];
    for (open, close) in ways {
        let words = r("the customer lists, including but not limited to prices");
        let body = OPENING.to_owned()
            + &format!("<w:p>{}{open}{words}{close}</w:p>", r("ANSWER: The trade secret is "));
        let with = holds(&Paper::new(&body).bytes());
        assert_eq!(stands_on(&with, "open-ended"), "including but not limited to", "{open}");
        let xml = part(&with, "word/document.xml").unwrap();
        let element = &xml[xml.find(open).unwrap()..xml.find(close).unwrap()];
        assert!(element.contains("commentRangeStart"), "{element}");
    }
    // A control with one value is written anew by Word: marks stand around it.
    for bound in ["<w:text/>", "<w:dataBinding w:xpath=\"/a\"/>"] {
        let control = sdt(bound, "the customer lists, including but not limited to prices");
        let body = OPENING.to_owned() + &format!("<w:p>{}{control}</w:p>", r("ANSWER: The trade secret is "));
        let with = holds(&Paper::new(&body).bytes());
        let xml = part(&with, "word/document.xml").unwrap();
        let element = &xml[xml.find("<w:sdt>").unwrap()..xml.find("</w:sdt>").unwrap()];
        assert!(!element.contains("comment"), "{element}");
    }
    let table = "<w:tbl>".to_owned()
        + &row(&[&p("No."), &p("Trade secret")])
        + &row(&[&p("1"), &p("the customer lists, including but not limited to prices")])
        + "</w:tbl>";
    let body = OPENING.to_owned() + &p("ANSWER: The trade secrets are:") + &table;
    let with = holds(&Paper::new(&body).bytes());
    assert_eq!(stands_on(&with, "open-ended"), "including but not limited to");
}

#[test]
fn fields_and_deleted_words_hold_no_marks() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let deleted = "<w:del w:id=\"3\" w:author=\"A\"><w:r><w:delText>old words, including but not limited to</w:delText></w:r></w:del>";
    let body = OPENING.to_owned()
        + &format!(
            "<w:p>{}{deleted}{field}{}{end}<w:r><w:t xml:space=\"preserve\"> to prices, page </w:t><w:fldChar w:fldCharType=\"begin\"/>\
             <w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>4</w:t>\
             <w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            r("ANSWER: The trade secret is the lists, "),
            r("including but not limited"),
        );
    let with = holds(&Paper::new(&body).bytes());
    assert_eq!(stands_on(&with, "open-ended"), "including but not limited to");
    sound(&part(&with, "word/document.xml").unwrap());
}

/// No mark stands in a run, in deleted words, or in the code of a field.
pub fn sound(xml: &str) {
    let mut scanner = Scanner::new(xml);
    let (mut names, mut codes) = (Vec::new(), Vec::new());
    while let Some(token) = scanner.next_token().unwrap() {
        match token {
            Token::Open(element) => {
                if element.name.starts_with("commentRange") {
                    assert!(
                        !names.contains(&"r") && !names.contains(&"del") && !names.contains(&"oMath"),
                        "{names:?}"
                    );
                    assert!(!codes.contains(&true), "in a field's code");
                }
                match element.attribute("fldCharType").as_deref() {
                    Some("begin") => codes.push(true),
                    Some("separate") => *codes.last_mut().unwrap() = false,
                    Some("end") => assert!(codes.pop().is_some()),
                    _ => {}
                }
                // What a text box holds is a story of its own.
                names.push(element.name);
            }
            Token::Close => {
                names.pop();
            }
            Token::Text(_) => {}
        }
    }
}

#[test]
fn notes_and_text_boxes_are_marked_where_they_hang() {
    let body = OPENING.to_owned()
        + &format!(
            "<w:p>{}<w:r><w:footnoteReference w:id=\"4\"/></w:r>{}</w:p>",
            r("ANSWER: The trade secret is the tape"),
            r(" of the plant.")
        );
    let notes = format!(
        "<w:footnote w:id=\"4\">{}</w:footnote>",
        p("ANSWER TO INTERROGATORY NO. 2: The trade secrets are its know-how; and its pricing.")
    );
    let bytes = Paper::new(&body).with("footnotes", "footnotes", &notes).bytes();
    let with = holds(&bytes);
    let report = report(&bytes);
    let in_note = report
        .findings
        .iter()
        .any(|finding| report.document.anchor(finding.span.start).is_some_and(|anchor| anchor.part == 1));
    assert!(in_note, "{}", report.document.text);
    let xml = part(&with, "word/document.xml").unwrap();
    let at = xml.find("<w:footnoteReference").unwrap();
    assert!(xml[..at].ends_with("/><w:r>") && xml[..at].contains("commentRangeStart"), "{xml}");
    assert_eq!(part(&with, "word/footnotes0.xml"), part(&bytes, "word/footnotes0.xml"));
    let boxed = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent>\
         </wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r></w:p>",
        p("ANSWER: The trade secrets are its know-how; and its pricing."),
        p("ANSWER: The trade secrets are its know-how; and its pricing."),
    );
    let bytes = Paper::new(&(OPENING.to_owned() + &boxed)).bytes();
    let with = holds(&bytes);
    let xml = part(&with, "word/document.xml").unwrap();
    assert!(xml.find("commentRangeStart").unwrap() < xml.find("<w:drawing>").unwrap(), "{xml}");
    assert!(xml.find("commentRangeEnd").unwrap() > xml.find("</mc:AlternateContent>").unwrap(), "{xml}");
}

#[test]
fn words_that_a_view_shows_as_if_not_deleted_are_marked_around_the_change() {
    let deleted = "<w:del w:id=\"3\" w:author=\"A\"><w:r><w:delText>its pricing</w:delText></w:r></w:del>";
    let body = OPENING.to_owned()
        + &format!("<w:p>{}{deleted}{}</w:p>", r("ANSWER: The trade secrets are "), r("; and its know-how."));
    let bytes = Paper::new(&body).bytes();
    let options = particulars::read::Options { revisions: particulars::read::Revisions::Original };
    let document = particulars::read::read_with("a.docx", bytes.clone(), options).unwrap();
    let posture = particulars::posture::Posture::at(particulars::rule::Stage::Particularity);
    let report = particulars::lint_document(document, shared_rules(), &posture);
    let with =
        particulars::annotate::annotate(&bytes, &report, shared_rules(), &super::kit::options()).unwrap();
    let xml = part(&with.bytes, "word/document.xml").unwrap();
    assert!(xml.contains(&format!("/>{deleted}<w:commentRangeEnd")), "{xml}");
    sound(&xml);
}

#[test]
fn computed_numbers_lead_to_the_words_that_follow() {
    let numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                     <w:lvlText w:val=\"Trade Secret No. %1:\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let numbered = |words: &str| pp("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", words);
    let body = OPENING.to_owned() + &p("ANSWER:") + &numbered("its pricing") + &numbered("its know-how");
    let bytes = Paper::new(&body).numbering(numbering).bytes();
    let with = holds(&bytes);
    assert!(annotated(&bytes).written >= 2);
    assert!(told(&with).iter().all(|(words, _)| !words.is_empty()), "{:?}", told(&with));
}

#[test]
fn findings_on_the_same_words_are_one_comment() {
    let body =
        OPENING.to_owned() + &p("ANSWER: Plaintiff objects to this interrogatory as overbroad and vague.");
    let bytes = Paper::new(&body).bytes();
    let with = holds(&bytes);
    let told = told(&with);
    let mut words: Vec<&String> = told.iter().map(|(words, _)| words).collect();
    words.sort();
    let count = words.len();
    words.dedup();
    assert_eq!(words.len(), count, "{told:?}");
    assert!(report(&bytes).findings.len() >= count);
}
