//! A composed paper as Markdown: `CommonMark` with the tables of GitHub, one line a paragraph.
//! No word of the paper is read as mark-up.

mod words;

#[cfg(test)]
mod tests;

use crate::composed::{Block, Composed, Run};
use crate::write::markdown::words::{escaped, inline, line};

/// The paper as Markdown, with its legends at the top.
pub fn markdown(composed: &Composed) -> String {
    let mut parts: Vec<String> = composed
        .legends
        .iter()
        .map(|legend| inline(&[Run::bold(legend)]))
        .filter(|part| !part.is_empty())
        .collect();
    let mut before = None;
    for this in &composed.blocks {
        parts.push(block(this, is_other_mark(before, this, parts.last())));
        before = Some(this);
    }
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// Two lists of one kind in a row are told apart by their marks.
fn is_other_mark(before: Option<&Block>, this: &Block, written: Option<&String>) -> bool {
    let (usual, follows) = match (before, this) {
        (Some(Block::Numbered(_)), Block::Numbered(_)) => ("1. ", true),
        (Some(Block::Bulleted(_)), Block::Bulleted(_)) => ("- ", true),
        _ => ("", false),
    };
    follows && written.is_some_and(|written| written.starts_with(usual))
}

fn block(block: &Block, is_other_mark: bool) -> String {
    match block {
        Block::Heading { level, words } => {
            let marks = "#".repeat(usize::from(*level.clamp(&1, &4)));
            format!("{marks} {}", line(words, " "))
        }
        Block::Paragraph(words) | Block::Aligned { words, .. } => inline(words),
        Block::Caption { left, right } => paragraphs(left.iter().chain(right)),
        Block::Quotation(quoted) => {
            let words = paragraphs(quoted.iter());
            words.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
        }
        Block::Numbered(entries) => {
            let mark = if is_other_mark { ')' } else { '.' };
            list(entries, |at| format!("{}{mark} ", at + 1))
        }
        Block::Bulleted(entries) => {
            list(entries, |_| if is_other_mark { "* ".to_owned() } else { "- ".to_owned() })
        }
        Block::Table { heads, rows } => table(heads, rows),
        Block::Room { lines } => vec!["________________"; usize::from(*lines)].join("\n\n"),
        Block::PageBreak => "---".to_owned(),
    }
}

fn paragraphs<'a>(all: impl Iterator<Item = &'a Vec<Run>>) -> String {
    all.map(|words| inline(words)).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The entries behind their marks; the lines of an entry stand under its first word.
fn list(entries: &[Vec<Run>], mark: impl Fn(usize) -> String) -> String {
    let entry = |(at, words): (usize, &Vec<Run>)| {
        let mark = mark(at);
        let under = format!("\n{}", " ".repeat(mark.len()));
        format!("{mark}{}", inline(words).replace('\n', &under))
    };
    entries.iter().enumerate().map(entry).collect::<Vec<_>>().join("\n")
}

fn table(heads: &[String], rows: &[Vec<Vec<Run>>]) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = row(heads.iter().map(|head| escaped(&head.replace('\n', " "))).collect());
    let rule = format!("|{}", " --- |".repeat(heads.len()));
    let rows = rows.iter().map(|cells| row(cells.iter().map(|cell| line(cell, "<br>")).collect()));
    [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}
