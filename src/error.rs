//! Everything that can stop a run, each with the name of the file and the next step.

use crate::document::Span;

/// Why a run, or the reading of one paper, stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The paper holds nothing to read.
    #[error("{name}: the file is empty; save the paper again, or name another file")]
    Empty {
        /// The paper's name.
        name: String,
    },
    /// The paper is not text.
    #[error("{name}: {what}; {next}")]
    Unreadable {
        /// The paper's name.
        name: String,
        /// What it is, as far as can be told.
        what: String,
        /// The next step.
        next: String,
    },
    /// A file could not be opened, read or written.
    #[error("{name}: {reason}; {next}")]
    File {
        /// The file's name.
        name: String,
        /// What the operating system said.
        reason: String,
        /// The next step.
        next: String,
    },
    /// One or more rule files are at fault; every fault found is listed.
    #[error("{} in the rule files; mend the places shown and run again", count(.0.len()))]
    Rules(Vec<RuleFault>),
    /// The command line asks for something that does not exist.
    #[error("{0}")]
    Usage(String),
}

fn count(faults: usize) -> String {
    if faults == 1 { "1 fault".to_owned() } else { format!("{faults} faults") }
}

/// One fault in one rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFault {
    /// The rule file's name.
    pub file: String,
    /// The rule file's text, to show the place in.
    pub text: String,
    /// The words at fault, in bytes of `text`.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}
