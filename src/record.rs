//! A record that an answer points to: a range of numbered pages, an exhibit or a file.

use serde::Serialize;

use crate::document::Span;

/// What kind of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordKind {
    /// Pages with production numbers: "ACME-0001234 to ACME-0001240".
    Bates,
    /// An exhibit, an appendix or an attachment: "Exhibit 4".
    Exhibit,
    /// A file by its name: "`prices_2021.xlsx`".
    File,
}

/// A record that an answer points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// What kind it is.
    pub kind: RecordKind,
    /// All words that name it.
    pub span: Span,
    /// The number of the first page, the exhibit's name or the file's name.
    pub begin: Span,
    /// The number of the last page, as far as it is printed ("-130" for 000130).
    pub end: Option<Span>,
    /// How many pages it covers: all from the first to the last, or those cited in it; 1 for a single number.
    pub pages: Option<u64>,
    /// Index into [`crate::response::Response::interrogatories`].
    pub interrogatory: usize,
    /// Index of the item in [`crate::response::Response::items`] that points to it; `None` for words outside the items.
    pub item: Option<usize>,
}
