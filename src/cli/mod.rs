//! The command line: what can be asked for, and the exit status of each end.
//! The only part that touches files, the environment and the terminal.
#![allow(clippy::disallowed_methods, reason = "the doors touch files and read the environment")]

mod annotate;
mod check;
mod deadline;
mod drawing;
mod explain;
mod fail_on;
mod folder;
mod letter;
mod outline;
mod output;
mod papers;
mod posture;
mod questions;
mod reading;
mod rule_folders;
mod rules;
mod screen;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use particulars::Error;
use particulars::report::{Report, Verdict};

use crate::cli::screen::Color;

/// Finds what a written identification of trade secrets does not state, item by item, and at which stage it matters.
///
/// Nothing leaves this machine. The report says what the paper states and does not state; it gives no legal
/// conclusion.
#[derive(Debug, Parser)]
#[command(name = "particulars", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to use colours; the environment's wishes are honoured by auto
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
}

const EXAMPLES: &str = "\
Examples:
  particulars check answer.txt                     what the answer does not state
  particulars check answer.docx --fail-on warning  the same, for a hook that stops a draft
  particulars annotate answer.docx -o reviewed.docx  the findings as comments in Word
  particulars explain answer.txt 9.3               how one item was judged
  particulars outline answer.txt                   how the paper was read, item by item
  particulars deadline 2016-06-22 --days 21        the last day of a period
  particulars questions answer.txt -o q.docx       what to ask the engineers who know
  particulars rules list                           what is looked for

Exit status: 0 nothing found at or above --fail-on; 1 findings; 2 the run could not be done;
3 a paper could not be read in full.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what each item of the papers does not state
    Check(check::CheckArguments),
    /// Count the days of a period by Rule 6: the last day, its working, and what to look at before relying on it
    Deadline(deadline::DeadlineArguments),
    /// Write the findings into a copy of a Word paper, as comments on the words at fault
    Annotate(annotate::AnnotateArguments),
    /// Show how one item was judged: what was found in it, what was looked for, and every rule at every stage
    Explain(explain::ExplainArguments),
    /// Compose the letter on what an answer does not state, for the other side's lawyer to finish and sign
    Letter(letter::LetterArguments),
    /// Show how a paper was read: interrogatories, objections, answers and items
    Outline(outline::OutlineArguments),
    /// Draw up what to ask the client's engineers, item by item, as a Word document or Markdown
    Questions(questions::QuestionsArguments),
    /// Show, test and describe the rules
    Rules(rules::RulesArguments),
}

/// How a run that could be done ended; the worse outranks the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing at or above the level that fails.
    Clear = 0,
    /// Findings.
    Findings = 1,
    /// A paper could not be read in full.
    Unread = 3,
}

impl Status {
    /// A run that wrote what was asked for of this report's paper.
    pub fn of_reading(report: &Report) -> Self {
        if report.verdict() == Verdict::Incomplete { Self::Unread } else { Self::Clear }
    }
}

/// Why a run stopped before its end.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// It could not be done.
    #[error("{0}")]
    Run(#[from] Error),
    /// The paper could not be read.
    #[error("{0}")]
    Paper(Error),
}

/// The exit status of a run that could not be done.
const NOT_DONE: u8 = 2;

/// Does what the arguments say and gives the exit status.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return answer_usage(&answer),
    };
    let outcome = match &arguments.command {
        Command::Check(check) => check::run(check, arguments.color).map_err(Stop::Run),
        Command::Deadline(deadline) => deadline::run(deadline, arguments.color).map_err(Stop::Run),
        Command::Annotate(annotate) => annotate::run(annotate, arguments.color),
        Command::Explain(explain) => explain::run(explain, arguments.color),
        Command::Letter(letter) => letter::run(letter, arguments.color),
        Command::Outline(outline) => outline::run(outline, arguments.color),
        Command::Questions(questions) => questions::run(questions, arguments.color),
        Command::Rules(rules) => rules::run(rules, arguments.color).map_err(Stop::Run),
    };
    match outcome {
        Ok(status) => ExitCode::from(status as u8),
        Err(Stop::Run(error)) => {
            say_error(&error, arguments.color);
            ExitCode::from(NOT_DONE)
        }
        Err(Stop::Paper(error)) => {
            say_error(&error, arguments.color);
            ExitCode::from(Status::Unread as u8)
        }
    }
}

/// Help and version go to standard output, faults of usage to standard error; neither minds a reader who left.
fn answer_usage(answer: &clap::Error) -> ExitCode {
    let _ = answer.print();
    if answer.use_stderr() { ExitCode::from(NOT_DONE) } else { ExitCode::SUCCESS }
}

fn say_error(error: &Error, color: Color) {
    if let Error::Rules(faults) = error {
        let look = screen::error_look(color);
        output::say(&particulars::write::faults(faults, &look));
    }
    output::say_error(&error.to_string(), color);
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Arguments, Status};

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_misspelt_stage_is_answered_with_the_right_one() {
        for (misspelt, right) in
            [("notise", "notice"), ("particularty", "particularity"), ("summary", "summary-judgment")]
        {
            let error = Arguments::try_parse_from(["particulars", "check", "a.txt", "--stage", misspelt])
                .expect_err("there is no such stage")
                .to_string();
            assert!(error.contains("did you mean") && error.contains(&format!("\"{right}\"")), "{error}");
        }
    }

    #[test]
    fn what_was_not_read_outranks_findings() {
        assert!(Status::Unread > Status::Findings && Status::Findings > Status::Clear);
    }
}
