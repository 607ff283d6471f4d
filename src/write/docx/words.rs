//! Words as runs of a Word document.

use crate::composed::{Run, RunLook};
use crate::ooxml::escaped;

/// The words as runs, each looking as it says.
pub(super) fn runs(words: &[Run]) -> String {
    words.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let look = match run.look {
        RunLook::Plain => "",
        RunLook::Bold => "<w:rPr><w:b/><w:bCs/></w:rPr>",
        RunLook::Italic => "<w:rPr><w:i/><w:iCs/></w:rPr>",
        RunLook::Blank => "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>",
    };
    format!("<w:r>{look}{}</w:r>", text(&run.printed()))
}

/// Words without a look of their own, in one run.
pub(super) fn plain(words: &str) -> String {
    format!("<w:r>{}</w:r>", text(words))
}

/// The words with line feeds as breaks and tabs as tabs.
fn text(words: &str) -> String {
    let mut xml = String::with_capacity(words.len() + 64);
    for (at, line) in words.split('\n').enumerate() {
        xml.push_str(if at > 0 { "<w:br/>" } else { "" });
        for (at, part) in line.split('\t').enumerate() {
            xml.push_str(if at > 0 { "<w:tab/>" } else { "" });
            if !part.is_empty() {
                xml.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)));
            }
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::composed::Run;

    #[test]
    fn a_line_feed_breaks_the_line() {
        let xml = runs(&[Run::bold("a\nb")]);
        assert!(xml.contains("<w:b/>") && xml.contains(">a</w:t><w:br/><w:t"), "{xml}");
    }

    #[test]
    fn blanks_are_marked() {
        let xml = runs(&[Run::blank("firm")]);
        assert!(xml.contains("\"yellow\"") && xml.contains("[● firm]"), "{xml}");
    }
}
