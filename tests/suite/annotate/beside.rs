//! Comments of others, and the parts that newer programs keep beside them.

use particulars::mark::Mark;

use super::kit::{OPENING, annotated, comments, holds, part, ranges, stripped};
use crate::word::kit::{Paper, p, r};

const ANSWER: &str = "ANSWER: The trade secrets are its pricing; and its know-how.";

/// A paragraph on whose words the comments of these numbers stand.
fn commented(ids: &[&str], words: &str) -> String {
    let each = |told: &dyn Fn(&str) -> String| ids.iter().map(|id| told(id)).collect::<Vec<_>>().concat();
    let mark = |name: &str| each(&|id| format!("<w:{name} w:id=\"{id}\"/>"));
    let references = each(&|id| format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>"));
    format!("<w:p>{}{}{}{references}</w:p>", mark("commentRangeStart"), r(words), mark("commentRangeEnd"))
}

/// Comments of others, one of whom is called as this program is.
const OTHERS: &str = "<w:comment w:id=\"3\" w:author=\"Jane Doe\" w:initials=\"JD\"><w:p><w:r><w:t>Ask.</w:t></w:r></w:p></w:comment>\
                      <w:comment w:id=\"11\" w:author=\"Particulars\" w:initials=\"PT\"><w:p><w:r><w:t>particulars</w:t></w:r></w:p></w:comment>\
                      <w:comment w:id=\"12\" w:author=\"Paul Tan\" w:initials=\"PT\"><w:p><w:r><w:t>particulars 1a2b3c4d5e6f7788</w:t></w:r></w:p></w:comment>";

#[test]
fn comments_of_others_stay_as_they_are() {
    let body = OPENING.to_owned() + &commented(&["3", "11", "12"], ANSWER);
    let bytes = Paper::new(&body).with("comments", "comments", OTHERS).bytes();
    let with = holds(&bytes);
    let xml = part(&with, "word/comments0.xml").unwrap();
    assert!(xml.contains(OTHERS), "{xml}");
    let ids: Vec<i64> = comments(&with).iter().map(|remark| remark.id.parse().unwrap()).collect();
    assert_eq!(&ids[..4], [3, 11, 12, 13]);
    let ranges = ranges(&with);
    for id in ["3", "11", "12"] {
        assert_eq!(ranges[id], ANSWER);
    }
    // In the document and in the comments nothing is gone.
    let before = part(&bytes, "word/document.xml").unwrap();
    let marks = |xml: &str| xml.matches("w:comment").count();
    assert_eq!(marks(&before), 9);
    assert!(part(&stripped(&with).bytes, "word/comments0.xml") == part(&bytes, "word/comments0.xml"));
}

/// A paper with the three parts that Word keeps beside comments.
fn extended() -> Vec<u8> {
    let comments = "<w:comment w:id=\"3\" w:author=\"Jane Doe\"><w:p w14:paraId=\"00000001\" \
                    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:r><w:t>Ask.</w:t></w:r></w:p></w:comment>";
    let body = OPENING.to_owned() + &commented(&["3"], ANSWER);
    Paper::new(&body)
        .with("comments", "comments", comments)
        .raw("commentsExtended", "<e:commentsEx xmlns:e=\"http://schemas.microsoft.com/office/word/2012/wordml\"><e:commentEx e:paraId=\"00000001\" e:done=\"0\"/></e:commentsEx>")
        .raw("commentsIds", "<i:commentsIds xmlns:i=\"urn:ids\"><i:commentId i:paraId=\"00000001\" i:durableId=\"0000000A\"/></i:commentsIds>")
        .raw("commentsExtensible", "<x:commentsExtensible xmlns:x=\"urn:x\"><x:commentExtensible x:durableId=\"0000000A\"/></x:commentsExtensible>")
        .bytes()
}

#[test]
fn rows_are_added_to_the_parts_that_exist() {
    let bytes = extended();
    let with = holds(&bytes);
    let written = annotated(&bytes).written;
    let files = ["word/commentsExtended1.xml", "word/commentsIds2.xml", "word/commentsExtensible3.xml"];
    for (file, row) in files.iter().zip(["<e:commentEx ", "<i:commentId ", "<x:commentExtensible "]) {
        let (before, after) = (part(&bytes, file).unwrap(), part(&with, file).unwrap());
        assert_eq!(after.matches(row).count(), 1 + written, "{after}");
        let kept = before.split("</").next().unwrap();
        assert!(after.starts_with(kept), "{after}");
        assert_eq!(part(&stripped(&with).bytes, file).unwrap(), before);
    }
    let rows = part(&with, files[0]).unwrap();
    for remark in comments(&with).iter().filter(|remark| Mark::of(remark).is_some()) {
        let number = remark.paragraph_id.clone().unwrap();
        assert!(rows.contains(&format!("e:paraId=\"{number}\"")) && number.as_str() < "80000000", "{rows}");
    }
    // Where they do not exist they are not made.
    let plain = annotated(&Paper::new(&(OPENING.to_owned() + &p(ANSWER))).bytes()).bytes;
    assert!(!String::from_utf8_lossy(&plain).contains("commentsE"));
}

#[test]
fn a_comment_that_a_person_wrote_into_is_that_person_s() {
    let body = OPENING.to_owned() + &p(ANSWER);
    let with = annotated(&Paper::new(&body).bytes());
    let xml = part(&with.bytes, "word/comments.xml").unwrap();
    let edited = xml.replacen("To do: ", "My note: ask Bob. To do: ", 1);
    assert_ne!(xml, edited);
    let change = particulars::ooxml::Change::Write(edited.into_bytes());
    let bytes =
        particulars::ooxml::rewrite(&with.bytes, &[("word/comments.xml".to_owned(), change)]).unwrap();
    for bytes in [annotated(&bytes).bytes, stripped(&bytes).bytes] {
        let left = comments(&bytes);
        assert!(left.iter().any(|remark| remark.paragraphs.iter().any(|line| line.contains("ask Bob"))));
    }
    assert_eq!(stripped(&bytes).removed, with.written - 1);
}

#[test]
fn more_than_anybody_reads_is_counted() {
    let items: String = (0..700)
        .map(|at| p(&format!("{at}. the customer list of office {at};")))
        .collect::<Vec<_>>()
        .concat();
    let body = OPENING.to_owned() + &p("ANSWER: The trade secrets are:") + &items;
    let bytes = Paper::new(&body).bytes();
    let with = annotated(&bytes);
    assert!(with.written <= 500 && with.counted > 100, "{} {}", with.written, with.counted);
    let found = super::kit::report(&bytes).findings.len();
    let told: usize =
        comments(&with.bytes).iter().map(|remark| Mark::of(remark).unwrap().fingerprints.len()).sum();
    assert!(told + with.counted >= found, "{told} {} {found}", with.counted);
    assert!(annotated(&with.bytes).bytes == with.bytes);
}
