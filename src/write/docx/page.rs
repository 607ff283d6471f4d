//! The page of a Word document: its size and margins, what stands at its head and its foot.

use crate::composed::Composed;
use crate::write::docx::package::Part;
use crate::write::docx::rooted;
use crate::write::docx::words::plain;

/// The width between the margins, in twentieths of a point.
pub(super) const WIDTH: usize = 9_360;

/// What stands at the head and the foot of the pages.
pub(super) fn margins(composed: &Composed) -> Vec<Part> {
    let mut parts = vec![Part::new("footer", "footer", rooted("ftr", &footer(&composed.footer)))];
    let header = |running: &[String]| rooted("hdr", &header(&composed.legends, running));
    if has_header(composed) {
        parts.push(Part::new("header", "header", header(&composed.running)));
    }
    if is_first_apart(composed) {
        parts.push(Part::new("header", "header1", header(&[])));
    }
    parts
}

/// The properties of the only section: letter paper, one inch on each side.
pub(super) fn section(composed: &Composed) -> String {
    let header = |kind: &str, part: &str| format!("<w:headerReference w:type=\"{kind}\" r:id=\"{part}\"/>");
    let footer = |kind: &str| format!("<w:footerReference w:type=\"{kind}\" r:id=\"footer\"/>");
    let mut references = String::new();
    let mut first = "";
    if has_header(composed) {
        references += &header("default", "header");
    }
    if is_first_apart(composed) {
        references += &(header("first", "header1") + &footer("first"));
        first = "<w:titlePg/>";
    }
    format!(
        "<w:sectPr>{references}{}<w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
         <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" \
         w:footer=\"720\" w:gutter=\"0\"/><w:cols w:space=\"720\"/>{first}</w:sectPr>",
        footer("default")
    )
}

fn has_header(composed: &Composed) -> bool {
    !composed.legends.is_empty() || !composed.running.is_empty()
}

fn is_first_apart(composed: &Composed) -> bool {
    !composed.running.is_empty()
}

/// The lines of a header; the last stands apart from the words of the page.
fn header(legends: &[String], running: &[String]) -> String {
    let legends = legends.iter().map(|words| ("Legend", words.as_str()));
    let mut lines: Vec<(&str, &str)> =
        legends.chain(running.iter().map(|words| ("Header", words.as_str()))).collect();
    if lines.is_empty() {
        lines.push(("Header", ""));
    }
    let last = lines.len() - 1;
    let line = |(at, (style, words)): (usize, &(&str, &str))| {
        let apart = if at == last { "<w:spacing w:after=\"240\"/>" } else { "" };
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{apart}</w:pPr>{}</w:p>", plain(words))
    };
    lines.iter().enumerate().map(line).collect()
}

fn footer(words: &str) -> String {
    let number = format!("{}{}{}{}", plain("Page "), field("PAGE"), plain(" of "), field("NUMPAGES"));
    let line = if words.is_empty() {
        format!("<w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"center\"/></w:pPr>{number}")
    } else {
        let words = plain(words) + "<w:r><w:tab/></w:r>";
        format!("<w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{words}{number}")
    };
    format!("<w:p>{line}</w:p>")
}

/// A field that Word works out as it lays the pages out.
fn field(code: &str) -> String {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>{}<w:r><w:t>1</w:t></w:r>{}",
        mark("begin"),
        mark("separate"),
        mark("end")
    )
}
