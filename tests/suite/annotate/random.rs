//! One answer, cut into runs at random and wrapped in all that may hold runs: every comment stands on the finding's words.

use proptest::prelude::*;

use super::kit::{OPENING, holds, part, report, told};
use super::places::sound;
use crate::word::kit::Paper;

const ANSWER: &str = "ANSWER: The trade secrets are (a) its pricing & costs, including but not limited to discounts; (b) the \
                      «know-how» of the plant; (c) the data transmitted to and from the server; and (d) the customer lists.";

/// What may stand around a run, and what may stand between runs.
const AROUND: [(&str, &str); 7] = [
    ("", ""),
    ("<w:ins w:id=\"900\" w:author=\"A\">", "</w:ins>"),
    ("<w:hyperlink w:anchor=\"x\">", "</w:hyperlink>"),
    ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:smartTag w:element=\"x\"><w:ins w:id=\"901\" w:author=\"A\">", "</w:ins></w:smartTag>"),
    (
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    ),
];
const BETWEEN: [&str; 5] = [
    "",
    "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:bookmarkEnd w:id=\"1\"/>",
    "<w:del w:id=\"902\" w:author=\"A\"><w:r><w:delText>gone, including but not limited to</w:delText></w:r></w:del>",
    "<w:proofErr w:type=\"spellStart\"/>",
    "<w:r><w:lastRenderedPageBreak/></w:r>",
];
const BEFORE: [&str; 4] =
    ["", "<w:rPr><w:b/></w:rPr>", "<w:lastRenderedPageBreak/>", "<w:rPr><w:i/></w:rPr><w:softHyphen/>"];

/// A run of these words.
fn run(words: &str, before: &str) -> String {
    let words = words.replace('&', "&amp;").replace('(', "&#40;");
    format!("<w:r>{before}<w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn comments_stand_on_the_words(
        cuts in prop::collection::vec((0..ANSWER.chars().count(), 0..AROUND.len(), 0..BETWEEN.len(), 0..BEFORE.len()), 0..12)
    ) {
        let mut cuts = cuts;
        cuts.sort_unstable();
        let characters: Vec<char> = ANSWER.chars().collect();
        let mut paragraph = String::new();
        let mut start = 0;
        for (end, around, between, before) in cuts {
            let words: String = characters[start..end.max(start)].iter().collect();
            let (open, close) = AROUND[around];
            paragraph.push_str(&format!("{open}{}{close}{}", run(&words, BEFORE[before]), BETWEEN[between]));
            start = end.max(start);
        }
        let rest: String = characters[start..].iter().collect();
        let body = format!("{OPENING}<w:p>{paragraph}{}</w:p>", run(&rest, ""));
        let bytes = Paper::new(&body).bytes();
        let with = holds(&bytes);
        let xml = part(&with, "word/document.xml").unwrap();
        sound(&xml);
        let report = report(&bytes);
        prop_assert_eq!(report.document.text.contains("gone"), false);
        let quotes: Vec<&str> = report.findings.iter().map(|finding| report.document.slice(finding.span)).collect();
        // A control with one value is marked as a whole.
        if !xml.contains("<w:text/>") {
            for (words, _) in told(&with) {
                let words = words.replace("gone, including but not limited to", "");
                prop_assert!(quotes.contains(&words.as_str()), "{} {:?}", words, quotes);
            }
        }
    }
}
