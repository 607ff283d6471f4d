//! Places of a paper, as persons cite them and as programs count them.

use serde::Serialize;

/// A place as a person cites it; lines and columns count from 1, columns in characters. In a Word paper the line is
/// one of the text as it was read, and the column one of the paragraph; in a PDF both are of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Line of the source file; of the page, where there are pages, by the number printed beside it if there is one.
    pub line: usize,
    /// Character in that line, or in that paragraph.
    pub column: usize,
    /// Page of the paper, where the format has pages.
    pub page: Option<usize>,
    /// Paragraph of the paper, where the format numbers paragraphs and not lines.
    pub paragraph: Option<usize>,
}

impl Position {
    /// As a sentence names it: "page 7, line 12", "paragraph 14", "line 3".
    pub fn plain(self) -> String {
        match (self.page, self.paragraph) {
            (Some(page), Some(paragraph)) => format!("page {page}, paragraph {paragraph}"),
            (None, Some(paragraph)) => format!("paragraph {paragraph}"),
            (Some(page), None) => format!("page {page}, line {}", self.line),
            (None, None) => format!("line {}", self.line),
        }
    }
}

/// A place as a program counts it, in lines of the source; of the text as it was read, where the source is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Column in bytes of UTF-8, from 1.
    pub byte: usize,
}
