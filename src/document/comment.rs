//! What stands beside the text of a paper and must not go out with it: comments, and what drafting left behind.

/// A comment beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// Its words, a line for each paragraph.
    pub words: String,
    /// The fingerprints of the findings that it tells of, if this program wrote it; else empty.
    pub fingerprints: Vec<String>,
    /// The paragraph that it stands at, as it is cited; `None` if it stands nowhere.
    pub paragraph: Option<usize>,
    /// Index of the comment that it answers.
    pub answers: Option<usize>,
    /// Its author or a reader marked it as settled.
    pub is_resolved: bool,
}

impl Comment {
    /// This program wrote it.
    pub fn is_ours(&self) -> bool {
        !self.fingerprints.is_empty()
    }
}

/// A finding that the paper's owner looked at and leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The fingerprint of the finding.
    pub fingerprint: String,
    /// Why, in the owner's words.
    pub reason: String,
    /// Where that is said: "a comment in paragraph 4"; only a comment of the paper begins so.
    pub source: String,
}

impl Suppression {
    /// It stands in a comment of the paper, and in no list of another origin.
    pub fn is_comment(&self) -> bool {
        self.source.starts_with("a comment")
    }
}

/// What drafting leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftoverKind {
    /// A comment that this program wrote, or the mark of one.
    Mark,
    /// Anybody else's comment.
    Comment,
    /// A tracked change.
    Change,
    /// Text that is not shown.
    Hidden,
    /// A blank that is not filled in.
    Blank,
}

impl LeftoverKind {
    /// What it is called, one of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mark => "comment of Particulars",
            Self::Comment => "comment",
            Self::Change => "tracked change",
            Self::Hidden => "hidden text",
            Self::Blank => "blank that is not filled in",
        }
    }
}

/// One thing that drafting left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// What it is.
    pub kind: LeftoverKind,
    /// The paragraph that it stands in, as it is cited; `None` in a header or footer, or if it stands nowhere.
    pub paragraph: Option<usize>,
    /// The page that it stands on, if it stands beside the text of a PDF.
    pub page: Option<usize>,
    /// The byte of the text at which it stands, if it stands in the text.
    pub offset: Option<usize>,
    /// Words of the paper that show it; empty if there are none to show.
    pub words: String,
}

impl Leftover {
    /// One at no place yet.
    pub fn new(kind: LeftoverKind, words: impl Into<String>) -> Self {
        Self { kind, paragraph: None, page: None, offset: None, words: words.into() }
    }
}
