//! A composed paper as plain words for a terminal, without the marks of any format.

use crate::composed::{Block, Composed, Run};
use crate::write::lines::{hang_onto, wrap};
use crate::write::{Ink, Look};

/// The paper's words in lines of the terminal's width, headings bold where there are colours.
pub fn plain(composed: &Composed, look: &Look) -> String {
    let mut text = String::new();
    let width = look.room();
    for legend in &composed.legends {
        lines(&mut text, "", legend, width);
    }
    for block in &composed.blocks {
        if !text.is_empty() && !matches!(block, Block::PageBreak) {
            text.push('\n');
        }
        add(&mut text, block, look);
    }
    text
}

fn add(text: &mut String, block: &Block, look: &Look) {
    let width = look.room();
    match block {
        Block::Heading { words, .. } => {
            for line in wrap(&said(words), width) {
                text.push_str(&look.ink(Ink::Bold, &line));
                text.push('\n');
            }
        }
        Block::Paragraph(words) | Block::Aligned { words, .. } => lines(text, "", &said(words), width),
        Block::Caption { left, right } => {
            left.iter().chain(right).for_each(|words| lines(text, "", &said(words), width));
        }
        Block::Quotation(quoted) => quoted.iter().for_each(|words| lines(text, "    ", &said(words), width)),
        Block::Numbered(entries) => {
            for (words, number) in entries.iter().zip(1..) {
                lines(text, &format!("{number}. "), &said(words), width);
            }
        }
        Block::Bulleted(entries) => entries.iter().for_each(|words| lines(text, "- ", &said(words), width)),
        Block::Table { heads, rows } => {
            for cells in rows {
                let told = heads.iter().zip(cells).map(|(head, cell)| format!("{head}: {}", said(cell)));
                lines(text, "- ", &told.collect::<Vec<_>>().join("; "), width);
            }
        }
        Block::Room { .. } | Block::PageBreak => {}
    }
}

fn said(words: &[Run]) -> String {
    words.iter().map(Run::printed).collect()
}

/// Each line of the words behind `lead`, which stands once; what follows stands below the first word.
fn lines(text: &mut String, lead: &str, words: &str, width: usize) {
    let blank = " ".repeat(lead.len());
    for (at, line) in words.split('\n').enumerate() {
        hang_onto(text, if at == 0 { lead } else { &blank }, line, width);
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::composed::{Block, Composed, Run};
    use crate::write::Look;

    #[test]
    fn words_stand_as_they_are_and_later_lines_below_the_first_word() {
        let words = vec![Run::plain("S.D.N.Y. & E.D.N.Y. *Local* <Civ. R.> 37.1 of "), Run::blank("date")];
        let blocks = vec![
            Block::Heading { level: 2, words: vec![Run::plain("Before signing")] },
            Block::Bulleted(vec![words]),
            Block::Table { heads: vec!["a".to_owned()], rows: vec![vec![vec![Run::italic("x")]]] },
        ];
        let composed = Composed { legends: vec!["SECRET".to_owned()], blocks, ..Composed::default() };
        let look = Look { width: 40, color: false, quote: true };
        assert_eq!(
            plain(&composed, &look),
            "SECRET\n\nBefore signing\n\n- S.D.N.Y. & E.D.N.Y. *Local* <Civ. R.>\n  37.1 of [● date]\n\n- a: x\n"
        );
    }
}
