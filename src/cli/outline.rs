//! `particulars outline`: how a paper was read, or its text as it was read.

use std::path::PathBuf;

use clap::Args;
use particulars::report::Verdict;
use particulars::rule::{RuleSet, Stage};
use particulars::{Error, lint, read, write};

use crate::cli::output::{self, Output};
use crate::cli::papers::{self, Paper};
use crate::cli::screen::{self, Color};
use crate::cli::{Status, rule_folders};

/// What `outline` is asked for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct OutlineArguments {
    /// The paper (.txt, .md), or - for standard input
    #[arg(value_name = "FILE")]
    paper: PathBuf,
    /// The name of the paper on standard input; its ending tells the format
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
    /// Print the paper's text as it was read: what the spans of a JSON report count in
    #[arg(long)]
    text: bool,
    /// A folder of rules to add to the built-in ones; may be given more than once
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  particulars outline answer.txt
  particulars outline --text answer.md";

/// Shows the paper and says how it ended.
pub fn run(arguments: &OutlineArguments, color: Color) -> Result<Status, Error> {
    let paper = papers::single(&arguments.paper, arguments.stdin_filename.as_deref())?;
    let rules = if arguments.text {
        None
    } else {
        Some(particulars::load::load(&rule_folders::read(&arguments.rules)?)?)
    };
    let shown = match &rules {
        None => text(&paper),
        Some(rules) => outline(&paper, rules, color),
    };
    match shown {
        Ok((words, status)) => {
            let mut output = Output::open(None, &[])?;
            output.write(&words)?;
            output.finish()?;
            Ok(status)
        }
        Err(error) => {
            output::say_error(&error.to_string(), color);
            Ok(Status::Unread)
        }
    }
}

fn text(paper: &Paper) -> Result<(String, Status), Error> {
    let document = read::read(paper.name(), paper.read()?)?;
    let status = if document.unread.is_empty() { Status::Clear } else { Status::Unread };
    Ok((document.text, status))
}

fn outline(paper: &Paper, rules: &RuleSet, color: Color) -> Result<(String, Status), Error> {
    let report = lint(paper.name(), paper.read()?, rules, Stage::Notice)?;
    let is_whole = report.verdict() != Verdict::Incomplete;
    let words = write::outline(&report, &screen::output_look(color, None));
    Ok((words, if is_whole { Status::Clear } else { Status::Unread }))
}
