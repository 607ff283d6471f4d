//! Reports as text: for the terminal, as JSON, as a page for a browser, as an outline of how the paper was read; composed papers
//! as Word and Markdown. Only arranges; counts, verdicts and labels come from [`crate::report::Report`].

mod citation;
mod deadline;
mod docx;
mod elements;
mod explain;
mod faults;
mod html;
mod json;
mod kept;
mod left;
mod lines;
pub mod machine;
mod markdown;
mod outline;
mod people;
mod plain;
mod standing;
mod summary;
mod table;
mod terminal;
mod verdict;

#[cfg(test)]
mod example;

pub use deadline::deadline;
pub use docx::docx;
pub use explain::explain;
pub use faults::faults;
pub use html::html;
pub use json::{json, json_line, schema, unread_line};
pub use kept::kept;
pub use left::left;
pub use markdown::markdown;
pub use outline::outline;
pub use plain::plain;
pub use summary::summary;
pub use terminal::terminal;

use crate::document::Position;
use crate::report::Report;
use crate::rule::Severity;

/// How a text for people is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; fewer than [`Look::LEAST`] count as that many.
    pub width: usize,
    /// Colours may be used.
    pub color: bool,
    /// Words of the paper may be printed; without them only places, item numbers and messages are.
    pub quote: bool,
}

impl Look {
    /// The narrowest layout, in columns.
    pub const LEAST: usize = 40;

    fn room(&self) -> usize {
        self.width.max(Self::LEAST)
    }

    fn ink(&self, ink: Ink, text: &str) -> String {
        if self.color { format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()) } else { text.to_owned() }
    }
}

#[derive(Debug, Clone, Copy)]
enum Ink {
    Bold,
    Error,
    Warning,
    Note,
    Good,
    Faint,
}

impl Ink {
    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note | Severity::Off => Self::Note,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Note => "1;36",
            Self::Good => "32",
            Self::Faint => "2",
        }
    }
}

/// `1 item`, `2 items`.
fn counted(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

/// The place as a person cites it: `line 3, column 80`, `p. 7, line 12, column 1`, `paragraph 14, character 3`.
fn cited(position: Position) -> String {
    let Position { line, column, page, paragraph } = position;
    match (page, paragraph) {
        (Some(page), Some(paragraph)) => format!("p. {page}, paragraph {paragraph}, character {column}"),
        (None, Some(paragraph)) => format!("paragraph {paragraph}, character {column}"),
        (Some(page), None) => format!("p. {page}, line {line}, column {column}"),
        (None, None) => format!("line {line}, column {column}"),
    }
}

/// `2 errors, 8 warnings, 0 notes`.
fn tally(report: &Report) -> String {
    let count = |severity: Severity| counted(report.count(severity), severity.name());
    [Severity::Error, Severity::Warning, Severity::Note].map(count).join(", ")
}

#[cfg(test)]
mod tests {
    use super::{cited, counted};
    use crate::document::Position;

    #[test]
    fn places_are_cited_by_what_the_format_has() {
        let position = Position { line: 3, column: 80, page: None, paragraph: None };
        assert_eq!(cited(position), "line 3, column 80");
        assert_eq!(cited(Position { page: Some(7), ..position }), "p. 7, line 3, column 80");
        assert_eq!(cited(Position { paragraph: Some(14), ..position }), "paragraph 14, character 80");
    }

    #[test]
    fn counts_agree_in_number() {
        assert_eq!(counted(1, "item"), "1 item");
        assert_eq!(counted(0, "interrogatory"), "0 interrogatories");
    }
}
