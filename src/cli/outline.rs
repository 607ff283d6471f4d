//! `particulars outline`: how a paper was read, or its text as it was read.

use std::path::PathBuf;

use clap::Args;
use particulars::document::Document;
use particulars::posture::Posture;
use particulars::report::Verdict;
use particulars::rule::{RuleSet, Stage};
use particulars::{lint_document, write};

use crate::cli::output::Output;
use crate::cli::papers;
use crate::cli::reading::ReadingArguments;
use crate::cli::screen::{self, Color};
use crate::cli::{Status, Stop};

/// What `outline` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct OutlineArguments {
    /// The paper (.txt, .md, .docx, .pdf), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    /// Print the paper's text as it was read: what the spans of a JSON report count in
    #[arg(long)]
    text: bool,
    #[command(flatten)]
    reading: ReadingArguments,
}

const EXAMPLES: &str = "\
Examples:
  particulars outline answer.txt
  particulars outline --text answer.docx
  particulars outline --text answer.docx --revisions original";

/// Shows the paper and says how it ended.
pub fn run(arguments: &OutlineArguments, color: Color) -> Result<Status, Stop> {
    let paper = papers::single(&arguments.paper, arguments.reading.stdin_filename())?;
    let rules = if arguments.text { None } else { Some(arguments.reading.rules()?) };
    let document = paper.document(arguments.reading.options()).map_err(Stop::Paper)?;
    let (words, status) = match &rules {
        None => text(document),
        Some(rules) => outline(document, rules, color),
    };
    let mut output = Output::open(None, &[])?;
    output.write(&words)?;
    output.finish()?;
    Ok(status)
}

fn text(document: Document) -> (String, Status) {
    let status = if document.unread.is_empty() { Status::Clear } else { Status::Unread };
    (document.text, status)
}

fn outline(document: Document, rules: &RuleSet, color: Color) -> (String, Status) {
    let report = lint_document(document, rules, &Posture::at(Stage::Notice));
    let is_whole = report.verdict() != Verdict::Incomplete;
    let words = write::outline(&report, &screen::output_look(color, None));
    (words, if is_whole { Status::Clear } else { Status::Unread })
}
